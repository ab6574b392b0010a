// What a relay has done is sure some time after it was done, and never before.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lagging } from '../../../services/bus/relay/lagging.ts';

const LAG = 240_000;

describe('a value that is sure only after a while', () => {
  it('is what it was at least so long ago, and not much older than that', () => {
    const steps = fc.array(fc.record({ after: fc.integer({ min: 0, max: LAG }), notes: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (run) => {
        let now = 0;
        const value = lagging(LAG, 0, () => now);
        const noted = [{ at: Number.NEGATIVE_INFINITY, value: 0 }];
        for (const [n, { after, notes }] of run.entries()) {
          now += after;
          if (notes) {
            value.note(n + 1);
            noted.push({ at: now, value: n + 1 });
          }
          const sure = value.sure();
          const newest = (before: number) => noted.findLast(({ at }) => at <= before)?.value ?? 0;
          expect(sure).toBeLessThanOrEqual(newest(now - LAG));
          // It was asked at every step, so it lags by the gathering of marks and by a step at most.
          expect(sure).toBeGreaterThanOrEqual(newest(now - LAG - LAG / 100 - LAG));
        }
      }),
    );
  });

  it('becomes the last one though nothing follows it', () => {
    let now = 0;
    const value = lagging(LAG, 'none', () => now);
    value.note('first');
    now += 1;
    value.note('last');
    now += LAG / 100;
    expect(value.sure()).toBe('none');
    now += LAG;
    expect(value.sure()).toBe('last');
  });

  it('is the newest at once where nothing can be lost', () => {
    const value = lagging(0, 0, () => 1);
    value.note(1);
    value.note(2);
    expect(value.sure()).toBe(2);
  });
});
