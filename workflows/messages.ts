// Everything a workflow can be told or asked, in one place. Ids and instants only: what is sent here stays in histories.
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { HandOffOutcome } from '../activities/hand-off-status.ts';
import type { ArmedMoment } from '../activities/moments-by-case.ts';
import type { CaseId, DepartmentId, ProceedingId } from '../schemas/ids.ts';
import type { CivilDate, Instant } from '../schemas/instant.ts';

export type { ArmedMoment };

export type DocketInput = {
  readonly department: DepartmentId;
  /** The civil day in Beijing on which all its moments fall. */
  readonly day: CivilDate;
  /** A rehearsal: no timers, time comes with `advance`. */
  readonly stepped: boolean;
  /** Moments carried over from the run before; by instant. */
  readonly carried?: CarriedMoments;
  /** Recorded by the runs before. */
  readonly recorded?: number;
};

/** Instant → rows of case, clock, moment: midnight is written once, not ten thousand times. */
export type CarriedMoments = Readonly<Record<Instant, readonly (readonly [CaseId, string, string])[]>>;

export type DocketOutcome = { readonly recorded: number };

/** Moments to hold; one already held is held once. At most some 500 a signal. */
export const enterSignal = defineSignal<[{ readonly moments: readonly ArmedMoment[] }]>('enter');
export const entriesQuery = defineQuery<{ readonly held: readonly ArmedMoment[]; readonly recorded: number }>(
  'entries',
);
export type Advance = { readonly now: Instant; readonly moments?: readonly ArmedMoment[] };

/** Rehearsal only: submits all that is due at `now` (with `moments` entered first); answers when it is recorded. */
export const advanceUpdate = defineUpdate<{ readonly recorded: number; readonly held: number }, [Advance]>(
  'advance',
);

export type HandOffKey = {
  readonly case: CaseId;
  readonly proceeding: ProceedingId;
  /** Running number of the hand-over within its proceeding. */
  readonly hop: number;
};

export type HandOffInput = HandOffKey & {
  readonly from: DepartmentId;
  readonly to: DepartmentId;
  readonly since: Instant;
};

/** A limit on the receipt was reminded of, passed or escalated: the ledger has recorded it. */
export type Chase = { readonly clock: string; readonly moment: string; readonly at: Instant };

export type HandOffState = {
  readonly open: boolean;
  readonly to: DepartmentId;
  readonly since: Instant;
  /** When the receiver's software took the notice out of its inbox; `null` until then. */
  readonly machineReceiptAt: Instant | null;
  /** Each with the channels it went out on beside the inbox. */
  readonly chases: readonly (Chase & { readonly channels: readonly string[] })[];
  readonly outcome: HandOffOutcome | null;
};

export const closedSignal = defineSignal<[{ readonly outcome: HandOffOutcome }]>('closed');
export const machineReceiptSignal = defineSignal<[{ readonly at: Instant }]>('machineReceipt');
export const chasedSignal = defineSignal<[Chase]>('chased');
export const statusQuery = defineQuery<HandOffState>('status');
