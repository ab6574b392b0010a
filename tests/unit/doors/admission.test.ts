// How much one department may have at the doors: bounded whatever it sends, in the order it came, and nobody else's affair.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAdmission, type Seat } from '../../../services/doors/admission.ts';

const [BUREAU, POLICE] = ['653023/medical-insurance', '653023/public-security'];
const SMALL = 2_048;
const LARGE = 262_144;

const doors = () => {
  let now = 0;
  const admission = openAdmission(() => now);
  const enter = (department = BUREAU, bytes = SMALL) => admission.enter(department, bytes);
  return {
    enter,
    /** So many come; those who got a place. */
    crowd: (many: number, bytes = SMALL, department = BUREAU): Seat[] =>
      Array.from({ length: many }, () => enter(department, bytes)).filter((seat) => 'leave' in seat),
    pass: (seconds: number) => {
      now += seconds;
    },
  };
};
const waits = (seat: Seat): boolean => seat.turn !== undefined;

describe('one department', () => {
  it('has 64 small commands taken up at once, 512 waiting, and is told of the next when to come again', () => {
    const { crowd, enter } = doors();
    const seats = crowd(600);
    expect(seats).toHaveLength(64 + 512);
    expect(seats.map(waits)).toEqual([...Array(64).fill(false), ...Array(512).fill(true)]);
    expect(enter()).toEqual({ retryAfter: 1 });
  });

  it('has eight of the largest taken up at once and 64 waiting', () => {
    const seats = doors().crowd(600, LARGE);
    expect(seats.map(waits)).toEqual([...Array(8).fill(false), ...Array(64).fill(true)]);
  });

  it('is served in the order it came, each as one before it is done', async () => {
    const { crowd } = doors();
    const seats = crowd(67);
    const served: number[] = [];
    for (const [n, { turn }] of seats.entries()) turn?.then(() => served.push(n));
    for (const seat of seats.slice(0, 2)) seat.leave();
    await Promise.all(seats.slice(64, 66).map(({ turn }) => turn));
    expect(served).toEqual([64, 65]);
  });

  it('gives back its place once, whether its turn had come or not', () => {
    const { crowd, enter } = doors();
    const seats = crowd(64 + 512);
    const [first, last] = [seats[0] as Seat, seats.at(-1) as Seat];
    for (const seat of [first, last, first, last]) seat.leave();
    expect(crowd(10)).toHaveLength(2);
    expect(enter()).toEqual({ retryAfter: 1 });
  });

  it('may send a thousand a second for as long as it likes, and is told to the second when it sent more', () => {
    const { enter, pass } = doors();
    const sendMany = (many: number): number => {
      let taken = 0;
      for (let n = 0; n < many; n += 1) {
        const seat = enter();
        if ('leave' in seat) {
          seat.leave();
          taken += 1;
        }
      }
      return taken;
    };
    expect(sendMany(20_000)).toBe(10_000);
    expect(enter()).toEqual({ retryAfter: 1 });
    pass(1);
    expect(sendMany(20_000)).toBe(1_000);
    pass(60);
    expect(sendMany(20_000)).toBe(10_000);
  });

  it('keeps no other waiting', () => {
    const { crowd, enter } = doors();
    crowd(10_000, LARGE);
    expect(enter(POLICE)).toMatchObject({ turn: undefined });
  });

  it('whatever comes and goes: never more is taken up than may be, and all who wait come to their turn', async () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ comes: fc.constantFrom(1, SMALL, 100_000, LARGE, 1_048_576) }),
        fc.record({ leaves: fc.nat() }),
      ),
      { maxLength: 300 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const { enter } = doors();
        const inside: { seat: Seat; bytes: number; isTaken: boolean }[] = [];
        for (const move of all) {
          if ('comes' in move) {
            const seat = enter(BUREAU, move.comes);
            if (!('leave' in seat)) continue;
            const one = { seat, bytes: move.comes, isTaken: seat.turn === undefined };
            seat.turn?.then(() => {
              one.isTaken = true;
            });
            inside.push(one);
          } else if (inside.length > 0) {
            const [one] = inside.splice(move.leaves % inside.length, 1);
            one?.seat.leave();
          }
          await Promise.resolve();
          const taken = inside.filter(({ isTaken }) => isTaken);
          const bytes = taken.reduce((sum, one) => sum + one.bytes, 0);
          expect(taken.length).toBeLessThanOrEqual(64);
          expect(taken.length <= 1 || bytes <= 8 * LARGE).toBe(true);
          expect(inside.length === 0 || taken.length > 0).toBe(true);
        }
        while (inside.length > 0) {
          const next = inside.findIndex(({ isTaken }) => isTaken);
          expect(next).toBeGreaterThanOrEqual(0);
          inside.splice(next, 1)[0]?.seat.leave();
          await Promise.resolve();
        }
      }),
      { numRuns: 200 },
    );
  });
});
