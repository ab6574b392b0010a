// Commands being taken at this moment, as every thread can see it. What follows the ledger gives way to them in a burst:
// on two cores inboxes, tables and workflows together cost more than the taking, and they may be seconds late.
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves once no burst of commands is on, or at once for what has waited long enough.
 * @param since when the oldest entry waiting was stored, milliseconds since the epoch
 */
export type GiveWay = (since: number) => Promise<void>;

export type Pressure = {
  /** Give this to another thread's `pressureFrom`. */
  readonly shared: SharedArrayBuffer;
  /** Counts a command while it is being taken. */
  during<T>(taking: () => Promise<T>): Promise<T>;
  /** @param many commands under way for a while make a burst */
  giveWayTo(many: number): GiveWay;
};

/** What tables and workflows give way to: more than a hundred hand-offs a second have under way. */
export const BURST = 8;
/** What inboxes give way to: somebody waits for a notice. */
export const WAVE = 32;
/** What "a while" is: how fast the mean follows. A stall of a tenth of a second is no burst, a wave no end of one. */
const MEAN_OVER_MS = 500;
const LOOK_AGAIN_MS = 25;
/** Nothing gives way for longer: a load that goes on is shared with those who wait for its notices. */
const LATE_MS = 10_000;

export const pressureFrom = (shared: SharedArrayBuffer): Pressure => {
  const count = new Int32Array(shared, 0, 1);
  // Written by one thread; another that reads the two numbers apart is a little wrong for a moment.
  const mean = new Float64Array(shared, 8, 1);
  const meanAt = new Float64Array(shared, 16, 1);
  const meanNow = (now: number): number => {
    const [before = 0, at = 0] = [mean[0], meanAt[0]];
    return before + (Atomics.load(count, 0) - before) * (1 - Math.exp((at - now) / MEAN_OVER_MS));
  };
  const change = (by: 1 | -1): void => {
    const now = Date.now();
    mean[0] = meanNow(now);
    meanAt[0] = now;
    Atomics.add(count, 0, by);
  };
  return {
    shared,
    during: async (taking) => {
      change(1);
      try {
        return await taking();
      } finally {
        change(-1);
      }
    },
    giveWayTo: (many) => async (since) => {
      for (let now = Date.now(); meanNow(now) >= many && now - since < LATE_MS; now = Date.now()) {
        await pause(LOOK_AGAIN_MS);
      }
    },
  };
};

export const createPressure = (): Pressure => pressureFrom(new SharedArrayBuffer(24));
