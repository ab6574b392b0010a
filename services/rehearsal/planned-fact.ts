// Shapes of a plan: what the rehearsal will tell the bus, fact by fact, and the cases and departments it needs for that.
import type { FieldValues } from '../../schemas/field.ts';
import type { DepartmentId, Region } from '../../schemas/ids.ts';
import type { CivilDate, Instant, Precision } from '../../schemas/instant.ts';
import type { Reason } from './act-rows.ts';
import type { Correction } from './reading-rows.ts';

/** What the bus is told. References to other facts are their `published`, e.g. `RC-095#1`. */
export type Does =
  /** clue-notice: send-clue. */
  | { kind: 'clue'; to: DepartmentId[]; topic: string }
  /**
   * clue-notice: the receipt of a clue, of which the sending is filled in. `begins`: what the receiver starts upon it that day, an
   * opening of its own.
   */
  | { kind: 'receipt'; from: DepartmentId; to: DepartmentId[]; topic: string; begins?: Act }
  /**
   * criminal-transfer: the hand-over; the steps before it are filled in. `supervisor`: the procuratorate beside the police,
   * which is not always the one the sender's region routes to. `upgrades`: the open clue it grew out of.
   */
  | { kind: 'transfer'; to: DepartmentId; supervisor: DepartmentId; upgrades?: string }
  /** The police file the open transfer. */
  | { kind: 'file'; transfer: string }
  /** filing-supervision that the procuratorate begins on its own. */
  | { kind: 'supervise'; of: DepartmentId }
  /** A step of an open clue notice, by the command of its procedure. */
  | { kind: 'clue-step'; command: 'accept-clue' | 'file-admin'; clue: string }
  | Act
  /** What who is accused did, by its code: dated conduct of the case's subject. Those named are told. */
  | { kind: 'conduct'; conduct: string; told: DepartmentId[]; subject?: string }
  /** Recorded on the case, as no act of any procedure; those named are told. */
  | { kind: 'fact'; fact: string; told: DepartmentId[]; reason: Reason };

/** A command of a procedure: of the first of these that is open on the file and takes it, else of the last, opened for it. */
export type Act = {
  kind: 'act';
  ways: readonly { procedure: string; command: string }[];
  /** The last way is for what is open as well; where nothing takes it, it stays a fact. */
  inOpenOnly?: { reason: Reason };
  /** Of several that are open the one opened first is meant. */
  oldest?: true;
  /** Whom it may name: each where the procedure has a part for it. */
  to: DepartmentId[];
  /** The person it is about, by the name in the text. */
  subject?: string;
  /** Open fields; several for several persons, one command each. */
  each: readonly FieldValues[];
  /** What was told with it in one sentence: given after it. */
  and?: Act;
};

/** Party fields of what is submitted (schemas/command.ts, PartyBody). Amounts in fen, as strings. */
type PlannedParty = {
  /** On the first fact of a file. */
  title?: string;
  summary: string;
  measure?: string;
  amountFen?: string;
  amountSource?: string;
  source: string;
};

/** Two published days between which something happened, both included. */
export type Within = { readonly from: CivilDate; readonly to: CivilDate };

export type PlannedFact = {
  case: string;
  /** Place in the published list, from 1. */
  fact: number;
  actor: DepartmentId | 'publisher';
  at: Instant;
  precision: Precision;
  does: Does;
  /** The file it hangs on: the case, or a linked case `RC-061/2`. */
  filedUnder: string;
  party: PlannedParty;
  /** `RC-001#3`. */
  published: string;
  /** Not a published fact but one that a published fact implies (a transfer known from its copy). */
  filled?: true;
  /** Of one without a date: the days, published, of what comes just before and just after it. */
  within?: Within;
  /** `published` of an open transfer that must have been filed before this could happen: file it first, filled in. */
  presumesFilingOf?: string;
  /** The rule that made it so, for a reviewer. */
  why: string;
};

export type PlannedCase = {
  id: string;
  title: string;
  region: Region;
  /** Full name of the region's code. */
  regionName: string;
  /** As published. */
  regionText: string;
  /** What of the text has no division code. */
  regionUnplaced?: string;
  /** Main source, readable. */
  source: string;
  subjectType: string;
  behaviours: string[];
  clueOrigin: string;
  /** The case's own amount as published, where it is not a total. */
  amountFen?: string;
  amountSource?: string;
  amountNote?: string;
  /** Files of other persons or institutions that hang on this case. */
  linked: { id: string; title: string }[];
  facts: number;
};

export type Plan = {
  cases: PlannedCase[];
  /** Merged by date over all cases; within a case in its own order. */
  facts: PlannedFact[];
  /** All that act or receive, and those the procedures need. Sorted. */
  departments: DepartmentId[];
  /** Those that were applied. */
  corrections: Correction[];
};
