// A command: what a department asks for, in its open form. Names, texts and amounts stand in it as commitments only.
import * as z from 'zod';
import { CaseId, CommandId, DepartmentId, OfficerId, ProceedingId } from './ids.ts';
import { CivilDate, Instant, Precision } from './instant.ts';

const Kebab = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(200);
/** SHA-256 in base64url, 43 characters. */
export const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type Digest = z.infer<typeof Digest>;

/** A document attached: its kind and hash stand open, its title and content do not travel here. */
export const Paper = z.strictObject({
  code: Kebab,
  id: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}$/),
  sha256: Digest.optional(),
  /** The paper is missing and its absence explained in the text. */
  explained: z.boolean().optional(),
});
export type Paper = z.infer<typeof Paper>;

/** Open fields: what guards, limits and routing need. Class `open`. */
export const OpenBody = z.strictObject({
  to: z.array(DepartmentId).max(50).optional(),
  papers: z.array(Paper).max(100).optional(),
  team: z.array(OfficerId).max(50).optional(),
  reasonCode: Kebab.optional(),
  replyBy: CivilDate.optional(),
  topic: Kebab.optional(),
  /** info, verify-and-reply or urgent. */
  noticeType: z.enum(['info', 'verify-and-reply', 'urgent']).optional(),
  /** Kind of a fact recorded on the case outside its procedures. */
  fact: Kebab.optional(),
  /** A proceeding opened by itself (a clue upgraded) may name the one it continues. */
  parent: ProceedingId.optional(),
  links: z
    .array(z.strictObject({ case: CaseId, relation: Kebab }))
    .max(20)
    .optional(),
  /** Amounts at the scene clearly reach the prosecution standard (GJ2006 1(2)). */
  obvious: z.boolean().optional(),
  /** A penalty was already made without a transfer (GJ2006 1). */
  penaltyMade: z.boolean().optional(),
  /** There is a complainant who must be served (GA127 178). */
  complainant: z.boolean().optional(),
  /** No crime, but administrative liability remains (O310 13). */
  adminLiability: z.boolean().optional(),
  /** Id of the prolongation used, one of the limit's own. */
  extension: Kebab.optional(),
  /** Who approved a prolongation or pause. */
  approver: z.enum(['head', 'county-police-head', 'higher-police']).optional(),
  basis: z.string().max(200).optional(),
  /** A step that a rehearsal filled in; never a published fact. */
  filled: z.boolean().optional(),
  /** Where a rehearsed fact was published: case and position, `RC-001#3`. */
  published: z.string().max(40).optional(),
  /** Moments reached, of one case; only the service `docket` submits these. */
  moments: z
    .array(z.strictObject({ clock: z.string().max(120), moment: Kebab }))
    .max(200)
    .optional(),
});
export type OpenBody = z.infer<typeof OpenBody>;

/** Party fields: names, texts, amounts. They travel as disclosures and are committed to. Class `party`. */
export const PartyBody = z.strictObject({
  title: z.string().max(300).optional(),
  summary: z.string().max(20_000).optional(),
  /** A reason of blanks is none. */
  reason: z.string().max(5_000).regex(/\S/).optional(),
  offence: z.string().max(200).optional(),
  subjects: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        kind: z.string().max(40).optional(),
        idNumber: z.string().max(40).optional(),
      }),
    )
    .max(200)
    .optional(),
  /** In fen, as a string: amounts may pass 2^53. */
  amountFen: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  amountSource: z.string().max(300).optional(),
  contact: z.string().max(200).optional(),
  measure: z.string().max(500).optional(),
  source: z.string().max(1_000).optional(),
});
export type PartyBody = z.infer<typeof PartyBody>;

/** Sealed field: a compact JWE for the receiving department's sealing key; the bus cannot read it. Class `sealed`. */
export const SealedBody = z.strictObject({
  reporter: z
    .string()
    .max(20_000)
    // RFC 7516 compact form: a name in plain must not pass, for everyone who may see the case would read it.
    .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$/, 'not sealed: a compact JWE is wanted')
    .optional(),
});

/**
 * Where a value belongs: a field of its own (`/title`), a declared one (`/fields/reason`), a subject (`/subjects/s1`), the
 * title of a paper (`/papers/no-1/title`), any of these of one of several steps (`/steps/2/title`), or a status word (`/shows/p2`).
 */
export const PathPattern =
  /^(?:(?:\/steps\/(?:[1-9]|1\d|20))?\/(?:[a-zA-Z]+|fields\/[a-z][a-zA-Z0-9]{0,39}|subjects\/s[1-9]\d{0,3}|papers\/[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}\/title)|\/shows\/p[1-9]\d{0,3})$/;

/** A disclosed value: SHA-256 over canonical JSON of `[salt, path, value]` is the commitment at `path`. */
export const Disclosure = z.strictObject({
  path: z.string().regex(PathPattern),
  salt: Base64Url,
  value: z.json(),
});
export type Disclosure = z.infer<typeof Disclosure>;

/** What is wrong with a disclosure, naming a known path and never its value: only party and sealed fields are disclosed. */
export const disclosureFault = ({ path, value }: Disclosure): string | null => {
  const name = path.slice(1);
  const fields: Readonly<Record<string, z.ZodType>> = { ...PartyBody.shape, ...SealedBody.shape };
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return '(path): no party field';
  return value !== null && field.safeParse(value).success ? null : `${path}: does not fit its field`;
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
  /** Named when a proceeding is opened. */
  procedure: Kebab.optional(),
  command: Kebab,
  occurredAt: Instant,
  precision: Precision,
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
export const Signature = z.strictObject({ key: z.string().max(100), value: Base64Url });
export type Signature = z.infer<typeof Signature>;

/** What travels on `command.<region>.<body>` and `clue.<region>.<body>.<topic>`. */
export const SignedCommand = z.strictObject({
  command: CaseCommand,
  signature: Signature,
  disclosures: z.array(Disclosure).max(40),
});
export type SignedCommand = z.infer<typeof SignedCommand>;
