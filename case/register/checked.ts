// What a look at a change of the register answers.
import type { ErrorCode } from '../../schemas/errors.ts';

export type Checked = { ok: true } | { ok: false; code: ErrorCode; details: string[] };
export const no = (code: ErrorCode, ...details: string[]): Checked => ({ ok: false, code, details });
