// What the HTTP door is given to stand on. It has no connection, no key but its own, and no database.
import type { CaseCommand, Disclosure } from '../../../schemas/command.ts';
import type { Answer, Notice } from '../../../schemas/entry.ts';
import type { CaseId, DepartmentId, OperatorId, Rank, RegisterRegion } from '../../../schemas/ids.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import type { InboxFilter } from '../../../schemas/register-item.ts';
import type { CalendarRecord } from '../../../schemas/time-limit.ts';
import type { Rebuilt } from '../../bus/enforcement/rebuild.ts';
import type { PlacedEntry } from '../../bus/ledger/case-entries.ts';
import type { Lag } from '../../bus/reading-room/queries/lag.ts';
import type { ReadMarks } from '../../bus/reading-room/read-marks.ts';
import type { ReadingRoom } from '../../bus/reading-room/reading-room.ts';
import type { Published } from '../../bus/registrar/publish-law.ts';
import type { Registrar } from '../../bus/registrar/registrar.ts';
import type { NoticeAsked } from '../../bus/relay/notice-again.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { SigningKey } from '../../proof/signature.ts';
import type { Admission } from '../admission.ts';
import type { DeadLetters } from '../dead-letters.ts';
import type { FollowerAnswer } from './standing.ts';

/** What the operator does; each is an entry of a register, save the last two. */
type OperatorPort = {
  addDepartment(
    department: DepartmentId,
    name: string,
    options: {
      simulated?: boolean;
      divisionBasis?: string;
      officers?: readonly { officer: string; ranks: Rank[] }[];
    },
  ): Promise<{ answer: Answer; file: string }>;
  retireDepartment(department: DepartmentId): Promise<Answer>;
  /** Sets a filter of the department's inbox, or ends it where none is given. */
  filterInbox(
    department: DepartmentId,
    name: string,
    filter: InboxFilter | null,
    basis: string,
  ): Promise<Answer>;
  appointOfficer(department: DepartmentId, officer: string, ranks: Rank[]): Promise<Answer>;
  retireOfficer(department: DepartmentId, officer: string): Promise<Answer>;
  issueToken(
    department: DepartmentId,
    officer: string,
  ): Promise<{ answer: Answer; id: string; token: string }>;
  revokeToken(department: DepartmentId, token: string): Promise<Answer>;
  publishCalendar(
    region: RegisterRegion,
    records: CalendarRecord[],
  ): Promise<{ answer: Answer; moved: number; failed: readonly { case: string; code: string }[] }>;
  settle(region: RegisterRegion, change: RegisterChange): Promise<Answer>;
  /** Publishes what the ledger lacks of this version's law. */
  publishLaw(operator: OperatorId): Promise<Published>;
  /** Lines of an export, each without its newline. */
  exportLines(options: {
    case?: string;
    for?: DepartmentId;
    removeEnvelopes: boolean;
  }): AsyncIterable<string>;
  /** Content of the dead letter with this hash, or `null`. */
  openDead(sha256: string): Promise<Uint8Array | null>;
  /** Lets go of a department's dead letters up to a number, with an entry that says who did so and why. */
  clearDead(asked: {
    readonly department: DepartmentId;
    readonly upTo: number;
    readonly letters: number;
    readonly by: { readonly department: DepartmentId; readonly officer: string };
    readonly reason: string;
  }): Promise<Answer>;
  rebuildEnforcement(): Promise<Rebuilt>;
};

/** Each `true` while that part does its work. */
type Readiness = {
  readonly ledger: boolean;
  readonly mirror: boolean;
  readonly nats: boolean;
  readonly temporal: boolean;
  readonly readingRoom: boolean;
  readonly moments: boolean;
  readonly checkpoints: boolean;
  readonly followers: Readonly<
    Record<'inboxes' | 'temporal' | 'followUps' | 'readingRoom', FollowerAnswer | null>
  >;
};

export type HttpPorts = {
  readonly registrar: Pick<Registrar, 'submit' | 'register' | 'law' | 'caseHead'>;
  readonly admission: Admission;
  readonly room: Pick<
    ReadingRoom,
    'position' | 'caseList' | 'dueList' | 'dueCounts' | 'openHandOffs' | 'progress' | 'restrictedFrom'
  >;
  /** How far the reading room is behind what the ledger has now, once it had a moment to catch up; `null` where it is not. */
  readonly roomLag: () => Promise<Lag | null>;
  readonly dead: DeadLetters;
  /** What the entry at a ledger sequence disclosed; nothing where the case's key was erased. */
  readonly disclosuresAt: (ledgerSequence: number) => Promise<readonly Disclosure[]>;
  /** A case's entries as the ledger has them, oldest first; none of a case that does not exist. */
  readonly entriesOf: (caseId: CaseId) => Promise<readonly PlacedEntry[]>;
  /** Who has read what came for a department. */
  readonly reads: ReadMarks;
  /** A notice as its department gets it on the bus. */
  readonly noticeAgain: (asked: NoticeAsked) => Promise<Notice>;
  /** The command of a case's entry, by its place in the ledger. */
  readonly commandAt: (ledgerSequence: number) => Promise<CaseCommand | null>;
  /** Signed checkpoint of the first `size` entries; `null` where it cannot be made now. */
  readonly checkpointAt: (size: number) => string | null;
  readonly operator: OperatorPort;
  readonly readiness: () => Promise<Readiness>;
  /** Signs what an officer asks for without a key of his own. */
  readonly gatewayKey: SigningKey;
  readonly operatorToken: string;
  /** The ledger's clock. */
  readonly clock: Clock;
  /** Real time, also in a rehearsal. */
  readonly wallClock: Clock;
  readonly log: Log;
};
