// Every time limit is watched by a clock of a procedure, or it is said here why not.
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

describe('time limits and the clocks that watch them', () => {
  it.each(ids)('%s has a clock or a reason', (id) => {
    expect(watched.has(id) || Object.hasOwn(WITHOUT_CLOCK, id)).toBe(true);
  });

  it.each(Object.keys(WITHOUT_CLOCK))('%s, of which that is said, is in the law', (id) => {
    expect(ids).toContain(id);
  });
});
