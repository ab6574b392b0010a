// The one place that reads the wall clock. A rehearsal steps its clock by hand; nothing else differs.
import { uptime } from 'node:os';
import { type Instant, instantFromMillis, millisOf } from '../schemas/instant.ts';
import type { GenesisCommand } from '../schemas/register.ts';

export type Clock = {
  readonly kind: GenesisCommand['clock'];
  now(): Instant;
  /** Milliseconds the machine has run, its sleep counted: a witness of the clock that nobody sets. */
  ran(): number;
};

export const realClock = (): Clock => {
  // Asked several times for each command: written once for each millisecond.
  let written = { millis: 0, now: instantFromMillis(0) };
  return {
    kind: 'real',
    now: () => {
      const millis = Date.now();
      if (millis !== written.millis) written = { millis, now: instantFromMillis(millis) };
      return written.now;
    },
    ran: () => uptime() * 1_000,
  };
};

/** A clock that stands still until it is stepped, and never goes back. */
export const steppedClock = (start: Instant): Clock & { step(to: Instant): void } => {
  let at = start;
  return {
    kind: 'rehearsal',
    now: () => at,
    ran: () => millisOf(at),
    step: (to) => {
      if (to > at) at = to;
    },
  };
};
