// Rule 5, last sentence: a transfer known only from its copy to another department is placed before what follows from it.
import { bodyOf, departmentId } from '../../schemas/ids.ts';
import type { ReadFact } from './read-fact.ts';
import { isCopyOfTransfer } from './transfer-wording.ts';

/** What the police, the procuratorate or a court do only once a case is filed. */
const AFTER_TRANSFER = new Set([
  'police_filing',
  'coercive_measure',
  'asset_frozen',
  'fugitive',
  'arrest_approved',
  'transfer_for_prosecution',
  'reviewing',
  'not_prosecuted',
  'prosecuted',
  'judged',
  'appeal_judged',
]);

const isByPolice = ({ actor }: ReadFact): boolean =>
  actor !== 'publisher' && bodyOf(actor) === 'public-security';

/** Follows from a transfer to the police, so an open transfer must have been filed first. */
export const followsTransfer = (fact: ReadFact): boolean =>
  AFTER_TRANSFER.has(fact.action) || (fact.action === 'investigation_finding' && isByPolice(fact));

/** A step to be played; `implied` where no fact was published for it, only another that implies it. */
export type Step = ReadFact & { implied?: true };

/**
 * Ordered facts with the implied transfer in its place, undated: before the earliest fact that follows from it, at the latest
 * before its own copy. Nothing is added where the transfer itself was published.
 */
export const withImpliedTransfer = (ordered: readonly ReadFact[], home: string): Step[] => {
  const copy = ordered.find((fact) => fact.actor !== 'publisher' && isCopyOfTransfer(fact.text));
  if (copy === undefined || ordered.some((fact) => fact.action === 'transfer_to_police')) return [...ordered];
  const copyAt = ordered.indexOf(copy);
  const follows = ordered.findIndex((fact) => followsTransfer(fact) && isByPolice(fact));
  const place = follows === -1 ? copyAt : Math.min(follows, copyAt);
  const { amountYuan: _amount, measure: _measure, ...rest } = copy;
  const implied: Step = {
    ...rest,
    date: null,
    action: 'transfer_to_police',
    receivers: [departmentId(home, 'public-security')],
    corrections: [],
    implied: true,
  };
  return ordered.toSpliced(place, 0, implied);
};
