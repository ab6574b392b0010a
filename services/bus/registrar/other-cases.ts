// What a command names of other cases is read from these in the ledger, never from the command. `decide` never looks outside its case, so
// it is asked before, and given with the register and the law.
import { type Elsewhere, elsewhereOf } from '../../../case/elsewhere.ts';
import { refusedInto } from '../../../case/joining/join-case.ts';
import type { Register } from '../../../case/register/register.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { CaseReader } from './case-reader.ts';

type Cases = Pick<CaseReader, 'refresh'>;

/** Nothing where the command follows from no entry of another case. */
export const readElsewhere = async (cases: Cases, command: CaseCommand): Promise<Elsewhere> => {
  const { from } = command.body;
  return from ? elsewhereOf((await cases.refresh(from.case))?.state ?? null, command) : {};
};

/** The code for which the case that a command joins its own to refuses it, or `undefined`. */
export const refusedByOther = async (
  cases: Cases,
  command: CaseCommand,
  register: Register,
): Promise<string | undefined> => {
  const { into } = command.body;
  return into && refusedInto((await cases.refresh(into))?.state ?? null, command, register);
};
