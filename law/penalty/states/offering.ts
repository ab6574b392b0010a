// What is offered in a state of the course, and beside it by an organ's own law.
import type { On, PenaltyLaw } from '../penalty-law.ts';

export const UNDER_WAY = ['penalty-under-way'] as const;

/** What the course offers in a state, and then what the organ's own law does. */
export const offering =
  ({ own }: PenaltyLaw) =>
  (state: string, offered: On): On => ({ ...offered, ...own?.on?.[state] });
