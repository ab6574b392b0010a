// What a department's own side can fail at. A refusal of the bus is no error: it is an answer with its code.
import type { SignedCommand } from '../../schemas/command.ts';

export type ClientErrorCode =
  | 'CREDENTIALS_MISSING'
  | 'CREDENTIALS_UNSAFE'
  | 'CREDENTIALS_INVALID'
  | 'BUS_UNREACHABLE'
  | 'NOT_LET_IN'
  | 'COMMAND_INVALID'
  | 'ANSWER_INVALID'
  | 'NOTICE_UNTRUSTED'
  | 'FOLDER_REQUIRED'
  | 'CLOSED';

/** `code` is for programs, `message` ("中文 / English") for people; it says what to do. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  readonly code: ClientErrorCode | 'OUTCOME_UNKNOWN';

  constructor(code: ClientErrorCode | 'OUTCOME_UNKNOWN', zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options);
    this.code = code;
  }
}

/**
 * No answer came: the command may be in the ledger or not. Send `signed` again, byte for byte: the same command id
 * with the same content is the same command for ever.
 */
export class UnknownOutcome extends ClientError {
  override readonly name = 'UnknownOutcome';
  readonly signed: SignedCommand;

  constructor(signed: SignedCommand, options?: ErrorOptions) {
    const id = signed.command.commandId;
    super(
      'OUTCOME_UNKNOWN',
      `命令 ${id} 结果未知，请用同一编号重发`,
      `the outcome of command ${id} is unknown: send the same command again`,
      options,
    );
    this.signed = signed;
  }
}
