// Every NATS subject and stream name, built here and nowhere else. Wide to narrow; hyphens only inside a token.
import type { EntryKind } from './entry.ts';
import {
  bodyOf,
  type DepartmentId,
  type RegisterRegion,
  regionOf,
  regionOfCase,
  type SubjectId,
} from './ids.ts';
import type { InboxFilter } from './register-item.ts';

export const LEDGER_STREAM = 'LEDGER';
export const KEYS_STREAM = 'KEYS';
export const CHECKPOINT_STREAM = 'CHECKPOINTS';
export const DEAD_STREAM = 'DEAD';
/** Departments whose inbox took no more, and from where to catch them up. */
export const PARKED_STREAM = 'PARKED';
/** How far each follower of the ledger has come. */
export const CURSOR_STREAM = 'CURSORS';
/** Who has read which notice of a department's inbox. */
export const READS_STREAM = 'READS';
/** All streams but inboxes. */
export const STREAMS = [
  LEDGER_STREAM,
  KEYS_STREAM,
  CHECKPOINT_STREAM,
  DEAD_STREAM,
  PARKED_STREAM,
  CURSOR_STREAM,
  READS_STREAM,
] as const;
export const INBOX_CONSUMER = 'inbox';
/** The durable consumer of a filter of an inbox. */
export const filterConsumer = (filter: string): string => `f-${filter}`;
/** After so long a notice that was not acknowledged comes again. */
export const INBOX_ACK_WAIT_SECONDS = 30;
/** So many may be unacknowledged at once. */
export const INBOX_MOST_UNACKNOWLEDGED = 1_000;

/** Region that holds what is national: genesis, service keys, national calendar. */
export const NATIONAL = '100000';

export const ledgerSubject = (kind: EntryKind, region: string, id: string): string =>
  `ledger.${kind}.${region}.${id}`;
export const caseSubject = (caseId: string): string => ledgerSubject('case', regionOfCase(caseId), caseId);
/** The case of a subject of the ledger, or `null` for a register, the law and the genesis. */
export const caseOfSubject = (subject: string): string | null => {
  const [, kind, , id] = subject.split('.');
  return kind === 'case' && id !== undefined ? id : null;
};
export const registerSubject = (region: string): string => ledgerSubject('register', region, 'register');
/** The chain of the law, one for all regions. */
export const lawSubject = ledgerSubject('law', NATIONAL, 'law');
export const GENESIS_SUBJECT = ledgerSubject('genesis', NATIONAL, 'genesis');

export const keySubject = (caseId: string): string => `keys.${regionOfCase(caseId)}.${caseId}`;
export const subjectKeySubject = (caseId: string, subject: SubjectId): string =>
  `${keySubject(caseId)}.${subject}`;
export const CHECKPOINT_SUBJECT = 'checkpoint.ledger';
export const parkedSubject = (department: DepartmentId): string =>
  `parked.${regionOf(department)}.${bodyOf(department)}`;
export const readsSubject = (department: DepartmentId): string =>
  `reads.${regionOf(department)}.${bodyOf(department)}`;
export const cursorSubject = (follower: string): string => `cursor.${follower}`;
export const deadSubject = (region: string, body: string): string => `dead.${region}.${body}`;
/** The department whose dead letters lie under a subject. */
export const departmentOfDead = (subject: string): DepartmentId => subject.split('.').slice(1).join('/');

export const commandSubject = (department: DepartmentId): string =>
  `command.${regionOf(department)}.${bodyOf(department)}`;
export const clueSubject = (department: DepartmentId, topic: string): string =>
  `clue.${regionOf(department)}.${bodyOf(department)}.${topic}`;
export const inboxStream = (department: DepartmentId): string =>
  `INBOX_${regionOf(department)}_${bodyOf(department)}`;
/** Ends with the county the case began in, so that a province's department can follow one, its townships among it. */
export const noticeSubject = (
  department: DepartmentId,
  procedure: string,
  event: string,
  caseRegion: RegisterRegion,
): string => `notice.${regionOf(department)}.${bodyOf(department)}.${procedure}.${event}.${caseRegion}`;
export const noticeFilter = (department: DepartmentId): string =>
  `notice.${regionOf(department)}.${bodyOf(department)}.>`;
const ANY = ['*'];
/**
 * The subjects of the notices a filter lets through; no two of them overlap, which JetStream asks of one consumer.
 * @param movedBy notices of other procedures that open or move a proceeding of the filter's; where it names events, it has those alone
 */
export const filterSubjects = (
  department: DepartmentId,
  { procedures = ANY, events, regions = ANY }: InboxFilter,
  movedBy: readonly { readonly procedure: string; readonly event: string }[] = [],
): string[] => [
  ...procedures.flatMap((procedure) =>
    (events ?? ANY).flatMap((event) =>
      regions.map((region) => noticeSubject(department, procedure, event, region)),
    ),
  ),
  ...(events ? [] : movedBy).flatMap(({ procedure, event }) =>
    regions.map((region) => noticeSubject(department, procedure, event, region)),
  ),
];

/** Reply prefix of a department's client; the secret keeps others from guessing it. */
export const inboxPrefix = (department: DepartmentId, secret: string): string =>
  `_INBOX_${regionOf(department)}_${bodyOf(department)}_${secret}`;

/** The department a front-door subject belongs to, or `null`. */
export const departmentOfSubject = (subject: string): DepartmentId | null => {
  const [door, region, body] = subject.split('.');
  return (door === 'command' || door === 'clue') && region && body ? `${region}/${body}` : null;
};
