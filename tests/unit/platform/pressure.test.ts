// Who gives way to whom: few commands hold nobody up, a burst does, and nobody for longer than he can be late.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BURST, createPressure, type Pressure, pressureFrom } from '../../../services/pressure.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many commands being taken until `end` is called. */
const taking = (pressure: Pressure, commands: number): (() => Promise<void>) => {
  let end = (): void => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const all = Array.from({ length: commands }, () => pressure.during(() => until));
  return async () => {
    end();
    await Promise.all(all);
  };
};

const passes = (pressure: Pressure, since = Date.now()): Promise<'passed' | 'waits'> =>
  Promise.race([
    pressure
      .giveWayTo(BURST)(since)
      .then(() => 'passed' as const),
    new Promise<'waits'>((resolve) => setImmediate(() => resolve('waits'))),
  ]);

describe('giving way', () => {
  it('is for a burst that lasts, not for a few commands nor for a stall', async () => {
    const pressure = createPressure();
    const end = taking(pressure, 3);
    vi.setSystemTime(Date.now() + 10_000);
    expect(await passes(pressure)).toBe('passed');
    const endBurst = taking(pressure, 20);
    vi.setSystemTime(Date.now() + 100);
    expect(await passes(pressure)).toBe('passed');
    vi.setSystemTime(Date.now() + 1_000);
    expect(await passes(pressure)).toBe('waits');
    await endBurst();
    expect(await passes(pressure)).toBe('waits');
    vi.setSystemTime(Date.now() + 3_000);
    expect(await passes(pressure)).toBe('passed');
    await end();
  });

  it('ends for what has waited long enough', async () => {
    const pressure = createPressure();
    const end = taking(pressure, 30);
    vi.setSystemTime(Date.now() + 5_000);
    expect(await passes(pressure, Date.now() - 9_999)).toBe('waits');
    expect(await passes(pressure, Date.now() - 10_000)).toBe('passed');
    await end();
  });

  it('is seen from another thread', async () => {
    const pressure = createPressure();
    const end = taking(pressure, 30);
    vi.setSystemTime(Date.now() + 5_000);
    expect(await passes(pressureFrom(pressure.shared))).toBe('waits');
    await end();
  });

  it('passes on what a command answers or throws', async () => {
    const pressure = createPressure();
    expect(await pressure.during(async () => 7)).toBe(7);
    await expect(pressure.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await passes(pressure)).toBe('passed');
  });
});
