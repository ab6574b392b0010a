// What a case is, folded: plain JSON, no Map, no Date; evolve never changes what it was given.
import type { Paper } from '../schemas/command.ts';
import type { ClockTimes } from '../schemas/event.ts';
import type { DepartmentId, ProceedingId, Region } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import type { LegalBasis, LimitKind, LimitSource, Span } from '../schemas/time-limit.ts';

export type Proceeding = {
  proceeding: ProceedingId;
  procedure: string;
  version: number;
  state: string;
  roles: Readonly<Record<string, readonly DepartmentId[]>>;
  parent?: ProceedingId;
  /** Departments that acted or were handed the case: they are told of every later step. */
  participants: readonly DepartmentId[];
  /** Event types so far, oldest first. */
  history: readonly string[];
  papers: readonly Paper[];
  openedAt: Instant;
  /** No later step can have happened before this: the earliest that its last dated step can have happened. */
  lastOccurredAt?: Instant;
};

export type Clock = {
  clock: string;
  proceeding: ProceedingId;
  limit: string;
  obliged: DepartmentId;
  startedAt: Instant;
  startedAtLatest?: Instant;
  limitKind: LimitKind;
  limitSource: LimitSource;
  basis: readonly LegalBasis[];
  undetermined?: 'filled' | 'undated' | 'coarser-than-unit' | 'source-unverified';
  window?: boolean;
  replyBy?: string;
  times: ClockTimes;
  status: 'running' | 'paused' | 'stopped';
  pausedAt?: Instant;
  stops: readonly { from: Instant; to: Instant }[];
  extensions: readonly { id: string; by: Span }[];
  reached: readonly string[];
  stoppedAt?: Instant;
  outcome?: 'met' | 'breached' | 'undetermined' | 'moot' | 'lapsed';
};

export type HandOff = {
  proceeding: ProceedingId;
  hop: number;
  from: DepartmentId;
  to: DepartmentId;
  startedAt: Instant;
  closedAt?: Instant;
  outcome?: 'received' | 'returned' | 'superseded';
};

export type CaseState = {
  id: string;
  region: Region;
  openedBy: DepartmentId;
  /** Sequence of the last entry of this case. */
  sequence: number;
  proceedings: Readonly<Record<ProceedingId, Proceeding>>;
  clocks: Readonly<Record<string, Clock>>;
  /** Key `<proceeding>/<hop>`. */
  handOffs: Readonly<Record<string, HandOff>>;
  /** Departments that may know the case exists. */
  parties: readonly DepartmentId[];
  facts: number;
};
