// What is offered in a state of the course, and beside it by an organ's own law.
import type { On, PenaltyLaw } from '../penalty-law.ts';

/** A lead that is still verified, of which nothing is filed yet. */
export const LEAD = ['penalty-under-way'] as const;
export const UNDER_WAY = [...LEAD, 'penalty-in-hand'] as const;

/** What the course offers in a state, and then what the organ's own law does. */
export const offering =
  ({ own }: PenaltyLaw) =>
  (state: string, offered: On): On => ({ ...offered, ...own?.on?.[state] });
