// Why the ledger refuses to start or to go on. For the person at the keyboard: one line, Chinese first, saying what to do.

export type LedgerFaultCode =
  | 'STREAM_SETTINGS_WRONG'
  | 'KEY_FILE_UNSAFE'
  | 'MIRROR_DAMAGED'
  | 'LEDGER_ROLLED_BACK'
  | 'NOT_REPAIRABLE'
  | 'LEDGER_DAMAGED'
  | 'NO_SUCH_CASE'
  | 'LEDGER_FORMAT_OLD'
  | 'LAW_UNREADABLE'
  | 'LAW_DIFFERS';

/** `code` is for programs, `message` ("中文 / English") for people. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
  readonly code: LedgerFaultCode;

  constructor(code: LedgerFaultCode, zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options);
    this.code = code;
  }
}
