// The one place that reads the wall clock. A rehearsal steps its clock by hand; nothing else differs.
import { type Instant, instantFromMillis } from '../schemas/instant.ts';
import type { GenesisCommand } from '../schemas/register.ts';

export type Clock = { readonly kind: GenesisCommand['clock']; now(): Instant };

export const realClock = (): Clock => ({ kind: 'real', now: () => instantFromMillis(Date.now()) });

/** A clock that stands still until it is stepped, and never goes back. */
export const steppedClock = (start: Instant): Clock & { step(to: Instant): void } => {
  let at = start;
  return {
    kind: 'rehearsal',
    now: () => at,
    step: (to) => {
      if (to > at) at = to;
    },
  };
};
