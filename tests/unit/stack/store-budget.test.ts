// How much of a disk the streams may take, and what is said where that is less than they have set aside.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf, ROOM_BYTES, shortOfRoom } from '../../../services/host/stack/store-budget.ts';

const MEBIBYTE = 1_048_576;
const bytes = fc.integer({ min: 0, max: 1_024 ** 4 });

describe('the room of all streams', () => {
  it('is three fifths of the disk where nobody else has filled it', () => {
    expect(budgetOf({ free: 9_000 * MEBIBYTE, ours: 1_000 * MEBIBYTE })).toBe(6_000 * MEBIBYTE);
  });

  it('is never less than what they hold and a quarter of what is free, so that what is sent is taken', () => {
    fc.assert(
      fc.property(bytes, bytes, (free, ours) => {
        expect(budgetOf({ free, ours })).toBeGreaterThan(ours + free / 4 - MEBIBYTE);
      }),
    );
  });

  it('leaves two fifths of what is free, where there is enough to start at all', () => {
    fc.assert(
      fc.property(bytes, bytes, (free, ours) => {
        fc.pre(0.6 * free >= ROOM_BYTES);
        expect(budgetOf({ free, ours })).toBeLessThanOrEqual(ours + 0.6 * free);
      }),
    );
  });
});

describe('the word about too little room', () => {
  it('names what is set aside and what there is, and what to do', () => {
    expect(shortOfRoom(1_200 * MEBIBYTE, 300 * MEBIBYTE)).toMatch(
      /预留 1200 MiB，可用 300 MiB.*扩容.* \/ .*1200 MiB of 300 MiB/,
    );
  });

  it('is not said where there is enough', () => {
    expect(shortOfRoom(1_200 * MEBIBYTE, 1_200 * MEBIBYTE)).toBeUndefined();
  });
});
