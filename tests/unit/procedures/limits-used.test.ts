// Every time limit of the two chapters the procedures cover is watched by a clock, or it is said here why not.
import { describe, expect, it } from 'vitest';
import { procedures } from '../../../law/procedures/registry.ts';
import { timeLimits } from '../../../law/time-limits.ts';

const watched = new Set(procedures.flatMap((p) => Object.keys(p.clocks)));
const ids = [...new Set(timeLimits.map(({ id }) => id))];

/** Limits without a clock, each with its reason. */
const WITHOUT_CLOCK: Readonly<Record<string, string>> = {
  'fwd-not-police-matter':
    'GA127 180(3) 没有单独期限,与立案审查共用3日: fwd-filing-review stops on return-not-police-matter',
  'fwd-penalty-after-notfile':
    'O310 10 没有数字,处罚是另一行政程序: the transfer ends in back-to-admin, the penalty is its own procedure',
  'agr-early-intervention-reply': '提前介入尚无程序: no procedure of early intervention yet',
};

/** Rows of the catalogue for administrative organ → police and for supervision by the procuratorate. */
const CATALOGUE = [
  'fwd-form-team',
  'fwd-head-decision',
  'fwd-handover',
  'fwd-obvious-crime',
  'fwd-copy-procuratorate',
  'fwd-late-penalty-copy',
  'fwd-receipt-sign',
  'fwd-supplement-notice',
  'fwd-supplement',
  'fwd-no-jurisdiction-police',
  'fwd-not-police-matter',
  'fwd-filing-review',
  'fwd-filing-review-econ',
  'fwd-filing-review-general',
  'fwd-filing-review-2006',
  'fwd-notfile-notice-complainant',
  'fwd-reconsider-request',
  'fwd-reconsider-decision',
  'fwd-supervision-request',
  'fwd-property-handover',
  'fwd-penalty-after-notfile',
  'fwd-police-jurisdiction-change',
  'fwd-case-withdrawn-notice',
  'fwd-return-admin-liability',
  'sup-intake',
  'sup-state-reasons',
  'sup-overdue-reasons',
  'sup-reasons-ok-inform',
  'sup-notice-to-file',
  'sup-investigation-urge',
  'sup-urge-transfer',
  'sup-consult-reply',
  'sup-platform-entry',
  'sup-revoke-objection',
];

describe('time limits and the clocks that watch them', () => {
  it.each(ids)('%s has a clock or a reason', (id) => {
    expect(watched.has(id) || Object.hasOwn(WITHOUT_CLOCK, id)).toBe(true);
  });

  it.each(CATALOGUE)('%s of the catalogue is in the law', (id) => {
    expect(ids.some((known) => known === id || known.startsWith(`${id}-`))).toBe(true);
  });

  it.each(Object.keys(WITHOUT_CLOCK))('%s is still without a clock', (id) => {
    expect(ids).toContain(id);
    expect(watched.has(id)).toBe(false);
  });

  it.each([...watched])('clock %s has a limit', (id) => {
    expect(ids).toContain(id);
  });
});
