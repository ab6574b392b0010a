// What goes wrong before any service runs: a missing server, a taken port, a folder that cannot be written.
// The message is for the person at the keyboard: one line, Chinese first, saying what to do.

/** Names of the conditions under which the stack refuses to start or to change. */
export type StackErrorCode =
  | 'SERVER_NOT_FOUND'
  | 'SERVER_PATH_WRONG'
  | 'SERVER_TOO_OLD'
  | 'SERVER_DIED'
  | 'SERVER_NOT_READY'
  | 'SERVER_NOT_DURABLE'
  | 'PORT_TAKEN'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_OPEN'
  | 'DISK_FULL'
  | 'KEYS_IN_DATA'
  | 'KEY_FILE_UNSAFE'
  | 'CONFIG_REFUSED'
  | 'RELOAD_FAILED'
  | 'DEPARTMENT_INVALID';

/** The stack's only error; `code` is for programs, `message` ("中文 / English") for people. */
export class StackError extends Error {
  override readonly name = 'StackError';
  readonly code: StackErrorCode;

  constructor(code: StackErrorCode, zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options);
    this.code = code;
  }
}
