// What a command names of other cases is read from these in the ledger, never from the command. `decide` never looks outside its case, so
// it is asked beside, and given with the register and the law.
import { refusedInto } from '../../../case/joining/join-case.ts';
import type { Register } from '../../../case/register/register.ts';
import type { CaseState } from '../../../case/state.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Refusal } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import type { CaseReader } from './case-reader.ts';

type Cases = Pick<CaseReader, 'refresh'>;

/** The case that the command's `from` names; `null` where it names none, or one that is not there. */
export const readOther = async (cases: Cases, { body: { from } }: CaseCommand): Promise<CaseState | null> =>
  (from && (await cases.refresh(from.case))?.state) ?? null;

/**
 * Why the case that a command joins its own to, or parts it from, refuses it; or `undefined`. Asked once its own would take it: who may
 * not do so there, or is not to know of that one, is told nothing of the other.
 */
export const refusedByOther = async (
  cases: Cases,
  command: CaseCommand,
  own: CaseState | null,
  register: Register,
): Promise<Refusal | undefined> => {
  const { into } = command.body;
  if (into === undefined) return undefined;
  const code = refusedInto((await cases.refresh(into))?.state ?? null, command, own, register);
  // Of who may, the answer says where; else which case it was.
  return code === undefined ? undefined : refusal(code, [code === 'NOT_YOUR_ROLE' ? 'into' : into]);
};
