// The law as verification folds it: what it was after each publication, so that each entry is decided again by its own.
import { emptyLaw, type FoldedLaw, foldLaw } from '../../../law/fold-law.ts';
import type { Law } from '../../../law/law.ts';
import { LawFault } from '../../../law/law-fault.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { LawCommand } from '../../../schemas/law.ts';
import type { FaultCode } from './fault.ts';

/** Law may be folded late, but not so late that decisions go on under what was overtaken. Ledger entries. */
const MOST_BEHIND = 1_000;

export const lawHistory = () => {
  let folded: FoldedLaw = emptyLaw;
  /** After each publication, by the place of its last part, which is what `lawAt` names. */
  const laws: FoldedLaw[] = [emptyLaw];

  /** The law that an entry at `sequence` says it was decided under. */
  const lawAt = (at: number, sequence: number): Law | FaultCode => {
    const index = laws.findLastIndex((law) => law.at === at);
    const next = laws[index + 1];
    const known = laws[index];
    return known === undefined || (next && sequence - next.at > MOST_BEHIND) ? 'LAW_AT_WRONG' : known.law;
  };

  /** Folds a law entry. */
  const take = (entry: Entry, sequence: number): [FaultCode, string] | null => {
    try {
      folded = foldLaw(folded, entry.command as LawCommand, sequence);
    } catch (error) {
      if (!(error instanceof LawFault)) throw error;
      const code = error.code === 'LAW_ITEM_UNKNOWN' ? 'LAW_UNREADABLE' : 'LAW_REFUSED';
      return [code, [error.code, ...error.details].join(' ')];
    }
    if (folded.at === sequence) laws.push(folded);
    return null;
  };

  return { lawAt, take };
};
export type LawHistory = ReturnType<typeof lawHistory>;
