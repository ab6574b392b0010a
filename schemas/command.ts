// A command: what a department asks for, in its open form. Names, texts and amounts stand in it as commitments only.
import * as z from 'zod';
import { FieldName, FieldValue } from './field.ts';
import {
  CaseId,
  ClockKey,
  CommandId,
  DepartmentId,
  Kebab,
  KeyId,
  OfficerId,
  PaperId,
  ProceedingId,
  Region,
  SubjectId,
} from './ids.ts';
import { CivilDate, Precision, SentInstant } from './instant.ts';
import { Line, OpenText, Text, textFault } from './open-text.ts';
import { Approver } from './time-limit.ts';

const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(200);
/** SHA-256 in base64url, 43 characters. */
export const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type Digest = z.infer<typeof Digest>;

/** Bytes a command may have as it is sent; documents travel as references. */
export const LARGEST_BODY = 262_144;

/** A document attached: its kind and hash stand open; its title is a party's value at `/papers/<id>/title`. */
export const Paper = z.strictObject({
  code: Kebab,
  id: PaperId,
  /** Number of the document as its organ gave it, without names: 公（经）立字〔2026〕3号. */
  number: z
    .string()
    // Ranges in place of \p{Script=Han}, which few other readers of a JSON Schema know.
    .regex(/^[\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFFA-Za-z0-9〔〕（）()[\]-]{1,60}$/u)
    .optional(),
  sha256: Digest.optional(),
  /** Secrecy or handling class of the document. */
  class: Kebab.optional(),
  /** Day it was served on the receiver by paper. */
  servedOn: CivilDate.optional(),
  /** Paper that proves the service (送达回证). */
  serviceReceipt: PaperId.optional(),
  explained: z
    .boolean()
    .optional()
    .describe(
      'true where the paper cannot be had: it stands in its place, without sha256, and /reason says why',
    ),
});
export type Paper = z.infer<typeof Paper>;

/** What everybody of a case may know of a subject. */
export const SubjectAttributes = z.strictObject({
  kind: z.enum(['institution', 'person', 'network', 'other']).optional(),
  members: z
    .array(SubjectId)
    .min(1)
    .max(200)
    .optional()
    .describe(
      'Of a network: its members, subjects of the case themselves; what is said of one of them is said of each apart',
    ),
  publicOfficial: z.literal(true).optional(),
  publicInstitution: z.literal(true).optional(),
  region: Region.optional(),
});
export type SubjectAttributes = z.infer<typeof SubjectAttributes>;

/** Open fields that share one meaning everywhere; what a procedure declares for itself travels in `fields`. Class `open`. */
const openBody = {
  to: z
    .array(DepartmentId)
    .max(50)
    .optional()
    .describe('Departments it goes to: whom a clue is sent to, whom a proceeding is handed to'),
  papers: z.array(Paper).max(100).optional().describe('Documents attached, each with its kind'),
  team: z
    .array(OfficerId)
    .max(50)
    .optional()
    .describe('Officers who act together, where a step asks for several'),
  reasonCode: Kebab.optional().describe('A code of your own for the reason; its words go to /reason'),
  fields: z
    .record(FieldName, FieldValue)
    .optional()
    .describe('Open fields the procedure declares, by name; values of a party never stand here'),
  subjects: z
    .array(SubjectId)
    .max(200)
    .optional()
    .describe('Whom the command is about: it acts on the proceeding of each, all or none'),
  newSubjects: z
    .array(SubjectAttributes.extend({ subject: SubjectId }))
    .max(200)
    .optional()
    .describe(
      'Subjects named for the first time, numbered by the sender within the case: s1 to s999, in a proceeding that is closed to others any of s1000 to s9999; with what all may know who may know of them: everybody of the case, or the readers of the closed proceeding they are named in; name and number go to /subjects/<subject>',
    ),
  attributes: SubjectAttributes.optional().describe(
    'Of `revise-subject`: all that everybody of the case may know of the subject from here on',
  ),
  fact: Kebab.optional().describe('Kind of a fact recorded on the case outside its procedures'),
  parent: ProceedingId.optional().describe(
    'Proceeding that one opened by itself (a clue upgraded) continues',
  ),
  proceedings: z
    .array(ProceedingId)
    .max(200)
    .optional()
    .describe('Proceedings that `split-case` lets go on in a new case; those of its `subjects` go with them'),
  from: z
    .strictObject({ case: CaseId, sequence: z.int().positive() })
    .optional()
    .describe('Entry of another case that this one follows from; only the service `relay` sends it'),
  into: CaseId.optional().describe(
    'Case that `merge-case` joins this one to, or `unmerge-case` parts it from',
  ),
  links: z
    .array(z.strictObject({ case: CaseId, relation: Kebab }))
    .max(20)
    .optional()
    .describe('Other cases this one belongs with, and how'),
  extension: Kebab.optional().describe('Id of the prolongation used, one of the limit’s own'),
  extensionTo: z
    .int()
    .positive()
    .max(3_660)
    .optional()
    .describe(
      'Whole length the prolongation brings the limit to, in the limit’s unit, where who approves it says how long',
    ),
  approver: Approver.optional().describe('Who approved a prolongation or a pause'),
  basis: OpenText(200)
    .optional()
    .describe('Provision or paper relied on, in open words without names, on one line'),
  clock: ClockKey.optional().describe(
    'Key of the clock that a receipt is confirmed for, or whose claim is confirmed or disputed',
  ),
  followUp: z
    .int()
    .positive()
    .optional()
    .describe('Number of the follow-up taken; only the service `relay` sends it'),
  filled: z
    .boolean()
    .optional()
    .describe('A step that a rehearsal filled in, never a published fact; only in a rehearsal'),
  published: OpenText(40)
    .optional()
    .describe('Where a rehearsed fact was published: case and position, RC-001#3; only in a rehearsal'),
  within: z
    .strictObject({ from: CivilDate, to: CivilDate })
    .optional()
    .describe(
      'Days between which it happened, where it has no date and those of what came before and after it were published; only in a rehearsal',
    ),
  moments: z
    .array(z.strictObject({ clock: ClockKey, moment: Kebab }))
    .max(200)
    .optional()
    .describe('Moments of time limits reached, of one case; only the service `docket` sends them'),
};

const Occurred = SentInstant.describe(
  'When it legally happened, with any offset; never later than the bus’s clock; of precision day, month or year only so much of it counts, in Beijing time',
);
const HowExactly = Precision.describe(
  'How exactly occurredAt is known; `undated`: placed between its neighbours, only in a rehearsal',
);

/** One of several steps recorded together, each decided on what the former left. */
const RecordedStep = z.strictObject({
  command: Kebab,
  proceeding: ProceedingId.optional(),
  officer: OfficerId,
  occurredAt: Occurred,
  precision: HowExactly,
  body: z.strictObject(openBody),
});

/** What one's own earlier step said wrongly of itself; a value is committed to again under its path. */
const Correction = z.strictObject({
  sequence: z.int().positive().describe('Sequence of its entry within the case'),
  step: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('Which of several steps recorded together, from 1; its values stand under /steps/<n>'),
  occurredAt: SentInstant.optional(),
  precision: Precision.optional(),
});

export const OpenBody = z.strictObject({
  ...openBody,
  corrects: Correction.optional().describe('Step of one’s own that `correct-step` corrects'),
  steps: z
    .array(RecordedStep)
    .min(2)
    .max(20)
    .optional()
    .describe('Steps of `record-steps`, oldest first; values of step n are committed to under /steps/<n>/…'),
});
export type OpenBody = z.infer<typeof OpenBody>;

/** Blanks alone are none. */
const line = (most: number) => Line(most).regex(/\S/).optional();
const text = (most: number) => Text(most).regex(/\S/).optional();

/** Party fields of a command: names, texts, amounts, each committed to under `/<name>`. Class `party`. */
export const PartyBody = z.strictObject({
  title: line(300).describe('At /title: what the case or clue is called'),
  summary: text(20_000).describe('At /summary: what it is about'),
  reason: Text(5_000)
    .regex(/\S/)
    .optional()
    .describe('At /reason: the reason in words; one of blanks is none'),
  offence: line(200).describe('At /offence: the offence suspected or charged'),
  amountFen: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional()
    .describe('At /amountFen: the amount in fen, as a string, for it may pass 2^53'),
  amountSource: line(300).describe('At /amountSource: where the amount comes from'),
  contact: line(200).describe('At /contact: whom to call'),
  measure: text(500).describe('At /measure: the measure taken'),
  source: text(1_000).describe('At /source: where the clue comes from'),
});
export type PartyBody = z.infer<typeof PartyBody>;

/** Name and number of a subject, at `/subjects/<pseudonym>`. */
export const SubjectValue = z
  .strictObject({
    name: Line(200).describe('Name of the person or institution'),
    idNumber: Line(40).optional().describe('Number of its identity document or registration'),
  })
  .describe('Value at /subjects/<subject>, e.g. /subjects/s1: what a subject is called');
export type SubjectValue = z.infer<typeof SubjectValue>;

/** Party values as they are asked for, before each is committed to under its own path. */
export const PartyValues = PartyBody.extend({
  /** Declared fields of class `party`, at `/fields/<name>`. */
  fields: z.record(FieldName, z.union([FieldValue, Text(20_000)])).optional(),
  /** By pseudonym, at `/subjects/<pseudonym>`. */
  subjects: z.record(SubjectId, SubjectValue).optional(),
  /** Titles by paper id, at `/papers/<id>/title`. */
  papers: z.record(PaperId, z.strictObject({ title: Line(300) })).optional(),
});
export type PartyValues = z.infer<typeof PartyValues>;

/** RFC 7516 in compact form. A name in plain must not pass for one: everyone who may see the message would read it. */
export const Jwe = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$/, 'not sealed: a compact JWE is wanted');
export type Jwe = z.infer<typeof Jwe>;

/** Sealed field: a compact JWE for the receiving department's sealing key; the bus cannot read it. Class `sealed`. */
export const SealedBody = z.strictObject({
  reporter: Jwe.max(20_000)
    .optional()
    .describe('At /reporter: who reported it, sealed by the sender for the receiving department'),
});

/**
 * Where a value belongs: a field of its own (`/title`), a declared one (`/fields/opinion`), a subject (`/subjects/s1`), the
 * title of a paper (`/papers/no-1/title`), any of these of one of several steps (`/steps/2/title`), or a status word (`/shows/p2`).
 */
export const PathPattern =
  /^(?:(?:\/steps\/(?:[1-9]|1\d|20))?\/(?:[a-zA-Z]+|fields\/[a-z][a-zA-Z0-9]{0,39}|subjects\/s[1-9]\d{0,3}|papers\/[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}\/title)|\/shows\/p[1-9]\d{0,3})$/;

/** A disclosed value: SHA-256 over canonical JSON of `[salt, path, value]` is the commitment at `path`. */
export const Disclosure = z
  .strictObject({
    path: z.string().regex(PathPattern),
    salt: Base64Url,
    value: z.json(),
  })
  .describe(
    'A value and its salt: SHA-256 over the RFC 8785 JSON of [salt, path, value] is the commitment at path. The value: at /<name> as in PartyBody or SealedBody, at /subjects/<subject> a SubjectValue, at /papers/<id>/title a text, at /fields/<name> as in Party.<procedure>.<command>, under /steps/<n> the same',
  );
export type Disclosure = z.infer<typeof Disclosure>;

const ByName: Readonly<Record<string, z.ZodType>> = { ...PartyBody.shape, ...SealedBody.shape };
const paperTitle = Line(300);

/** Shape of what may be disclosed at a path, or `undefined` where nothing may. */
const disclosedAt = (path: string): z.ZodType | undefined => {
  // What one of several steps says has the shape it has alone.
  const [, first = '', second, third] = path.replace(/^\/steps\/\d+(?=\/)/, '').split('/');
  if (second === undefined) return Object.hasOwn(ByName, first) ? ByName[first] : undefined;
  if (first === 'subjects') return SubjectValue;
  if (first === 'fields') return PartyValues.shape.fields.unwrap().valueType;
  return first === 'papers' && third === 'title' ? paperTitle : undefined;
};

/**
 * What is wrong with a disclosure, naming a known path and never its value: only party and sealed fields are disclosed, each in
 * the shape of its field, so that whoever is told can show it. A path that is none may be anybody's name: the place in the list,
 * from 0, is said instead.
 */
export const disclosureFault = ({ path, value }: Disclosure, place: number): string | null => {
  const field = disclosedAt(path);
  if (!field) return `disclosures.${place}.path: no party field`;
  const parsed = field.safeParse(value);
  if (parsed.success && value !== null) return null;
  const said = parsed.error?.issues.find(({ code }) => code === 'custom')?.message;
  return `${path}: ${textFault(value) ?? said ?? 'does not fit its field'}`;
};

/** Who acts: an officer of a department, or a named service of the platform. */
export const Actor = z.union([
  z.strictObject({ department: DepartmentId, officer: OfficerId }),
  z.strictObject({ service: Kebab }),
]);
export type Actor = z.infer<typeof Actor>;

/** For whom the actor acts: the organ that entrusted it, one whose paper it records, or the officer it is deputy of. */
const ActsFor = z.strictObject({
  department: DepartmentId.optional(),
  officer: OfficerId.optional(),
  as: z.enum(['entrusting-organ', 'recorded-from-paper', 'deputy']),
});

/** Open form of a command on a case; these bytes, canonical, are what is signed. */
export const CaseCommand = z.strictObject({
  format: z.literal('xianjie.command.v1'),
  commandId: CommandId,
  actor: Actor,
  /** Absent where the actor acts for itself; no such command is taken yet. */
  for: ActsFor.optional(),
  /** Absent when the command opens a case. */
  case: CaseId.optional(),
  proceeding: ProceedingId.optional(),
  /** Named when a proceeding is opened; a proceeding of another procedure is never meant. */
  procedure: Kebab.optional(),
  command: Kebab,
  occurredAt: Occurred,
  precision: HowExactly,
  body: OpenBody,
  commitments: z.record(z.string().regex(PathPattern), Digest),
});
export type CaseCommand = z.infer<typeof CaseCommand>;

/** Who acts, as one word: the department, or `service:<name>`. */
export const actorKey = (actor: Actor): string =>
  'service' in actor ? `service:${actor.service}` : actor.department;

/** What a command is known by for ever. */
export const commandKey = ({ actor, commandId }: Pick<CaseCommand, 'actor' | 'commandId'>): string =>
  `${actorKey(actor)} ${commandId}`;

/** Ed25519 over the context line and the canonical bytes, base64url; `key` is the id of the key used. */
export const Signature = z.strictObject({ key: KeyId, value: Base64Url });
export type Signature = z.infer<typeof Signature>;

/** What travels on `command.<region>.<body>` and `clue.<region>.<body>.<topic>`. */
export const SignedCommand = z.strictObject({
  command: CaseCommand,
  signature: Signature,
  disclosures: z.array(Disclosure).max(200),
});
export type SignedCommand = z.infer<typeof SignedCommand>;
