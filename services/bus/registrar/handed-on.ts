// What a command takes over from another case is read from that case in the ledger, never from the command. `decide` never looks
// outside its case, so it is asked before and given with the register and the law.
import { type HandedOn, handedOn } from '../../../case/splitting/carried.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { CaseReader } from './case-reader.ts';

/** `undefined` where the command names no other case, or nothing was handed on by the entry it names. */
export const readHandedOn = async (
  cases: Pick<CaseReader, 'refresh'>,
  command: CaseCommand,
): Promise<HandedOn | undefined> => {
  const { from } = command.body;
  return from && handedOn((await cases.refresh(from.case))?.state ?? null, command);
};
