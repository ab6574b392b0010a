// The law of this build where a transfer passes on what its sender entered, whatever its literal says of it.
import { lawData, lawOf } from '../../law/law.ts';

/** What the receiver of a transfer gets of what was entered before. */
export const PASSED = [
  '/title',
  '/summary',
  '/subjects',
  '/offence',
  '/amountFen',
  '/amountSource',
  '/papers',
] as const;

export const passingData = {
  ...lawData,
  procedures: lawData.procedures.map((p) => {
    const handOver = p.commands['hand-over'];
    return handOver
      ? { ...p, commands: { ...p.commands, 'hand-over': { ...handOver, passes: [...PASSED] } } }
      : p;
  }),
};

export const passingLaw = lawOf(passingData);
