// The law as verification folds it: what it was after each publication, so that each entry is decided again by its own.
import { emptyLaw, type FoldedLaw, faultsOf, foldLaw } from '../../../law/fold-law.ts';
import type { Law } from '../../../law/law.ts';
import { LawFault } from '../../../law/law-fault.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { LawCommand } from '../../../schemas/law.ts';
import type { ExportHeader } from '../../proof/export-format.ts';
import type { FaultCode } from './fault.ts';
import { isTooFarBehind, type Place } from './most-behind.ts';

type State = Place & { readonly law: Law };

export const lawHistory = (clock: ExportHeader['clock']) => {
  let folded: FoldedLaw = emptyLaw;
  /** After each publication, by the place of its last part, which is what `lawAt` names. */
  const states: State[] = [{ sequence: 0, recordedAt: '', law: emptyLaw.law }];

  /** The law that an entry says it was decided under. */
  const lawAt = (at: number, entry: Place): Law | FaultCode => {
    const index = states.findLastIndex(({ sequence }) => sequence === at);
    const next = states[index + 1];
    const known = states[index];
    return known === undefined || (next && isTooFarBehind(clock, next, entry)) ? 'LAW_AT_WRONG' : known.law;
  };

  /** Folds a law entry. A publication must be such that it can be played, whoever signed it. */
  const take = (entry: Entry, sequence: number): [FaultCode, string] | null => {
    try {
      folded = foldLaw(folded, entry.command as LawCommand, sequence);
    } catch (error) {
      if (!(error instanceof LawFault)) throw error;
      const code = error.code === 'LAW_ITEM_UNKNOWN' ? 'LAW_UNREADABLE' : 'LAW_REFUSED';
      return [code, [error.code, ...error.details].join(' ')];
    }
    if (folded.at !== sequence) return null;
    const [unsound] = faultsOf(folded);
    if (unsound !== undefined) return ['LAW_REFUSED', `LAW_UNSOUND ${unsound}`];
    states.push({ sequence, recordedAt: entry.recordedAt, law: folded.law });
    return null;
  };

  return { lawAt, take };
};
export type LawHistory = ReturnType<typeof lawHistory>;
