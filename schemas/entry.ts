// What the ledger keeps of an accepted command, and what stands around it in the stream.
import * as z from 'zod';
import { CaseCommand, Digest, type Disclosure, Jwe, Signature } from './command.ts';
import { CaseEvent } from './event.ts';
import { Region, SubjectId, TokenId } from './ids.ts';
import { Instant } from './instant.ts';
import { LawCommand } from './law.ts';
import { GenesisCommand, RegisterCommand } from './register.ts';

/** How an officer's session began: a token of the register, one the department signed itself, or a log-in of its own. */
export const SessionMethod = z.enum(['token', 'jwt', 'password', 'qr', 'smart-card']);
export type SessionMethod = z.infer<typeof SessionMethod>;

/** Evidence of a session. `at` is when it began, of a token when it was shown. */
const Session = z.strictObject({
  token: TokenId,
  at: Instant,
  method: SessionMethod,
  secondFactor: z.enum(['totp', 'sms', 'smart-card', 'passkey']).optional(),
  /** When the officer proved again who it is, for what needs that; between `at` and the entry. */
  reauthenticatedAt: Instant.optional(),
});

/** Who vouches for the command. */
export const Attestation = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('department-key'), signature: Signature }),
  /** An officer's session at the gateway, which signs with its own key and names the session. */
  z.strictObject({
    by: z.literal('gateway-session'),
    signature: Signature,
    session: Session,
  }),
  z.strictObject({ by: z.literal('service'), signature: Signature }),
  z.strictObject({ by: z.literal('root'), signature: Signature }),
]);
export type Attestation = z.infer<typeof Attestation>;

export const EntryKind = z.enum(['genesis', 'law', 'register', 'case']);
export type EntryKind = z.infer<typeof EntryKind>;

/** Where a head commits to the status word of a proceeding: `/shows/p2`. */
const ShowsPath = z.string().regex(/^\/shows\/p[1-9]\d*$/);

/**
 * What is hashed, signed and chained: RFC 8785 bytes behind a context line of its format. Without that line they are the leaf
 * of the Merkle tree at (stream sequence − 1). It stands alone: whoever may not see the body checks it all the same.
 */
export const Head = z.strictObject({
  format: z.literal('xianjie.entry.v2'),
  kind: EntryKind,
  region: Region,
  /** The case, or the kind of the chain. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** 1, 2, 3 … within this id. */
  sequence: z.int().positive(),
  /** Hash of the previous head of this id; `null` for the first. */
  previous: Digest.nullable(),
  /** SHA-256 over the context line `xianjie.body.v1` and the body's RFC 8785 bytes. */
  body: Digest,
  /** Commitments to the status words of the proceedings this entry moved, for those who may see no more. */
  shows: z.record(ShowsPath, Digest),
  /**
   * Ledger sequences up to which register and law entries were folded when this was decided, one each for all regions; `lawAt`
   * names the last part of a publication, or is 0 before the first.
   */
  registerAt: z.int().nonnegative(),
  lawAt: z.int().nonnegative(),
  /** Number of the decider. */
  decider: z.int().positive(),
  recordedAt: Instant,
  /** Hash of the envelope, so that a swapped one or a part taken out shows; `null` without one. */
  envelope: Digest.nullable(),
});
export type Head = z.infer<typeof Head>;

/** What an entry says: the command in its open form, who vouches for it, and what was decided. */
export const Body = z.strictObject({
  /** 16 random bytes, base64url: nobody finds the body by trying, and salts of status words follow from it. */
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  command: z.union([CaseCommand, RegisterCommand, LawCommand, GenesisCommand]),
  attestation: Attestation,
  events: z.array(CaseEvent),
});
export type Body = z.infer<typeof Body>;

/** An entry as whoever may see all of it reads it: head and body in one, without the digest that holds them together. */
export type Entry = Omit<Head, 'body'> & Body & { occurredAt: Instant };

/** AES-256-GCM in base64url: 12 bytes of nonce; the ciphertext ends with the tag of 16 bytes. */
export const Ciphertext = z.strictObject({
  nonce: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  ciphertext: z.string().regex(/^[A-Za-z0-9_-]{22,}$/),
});
export type Ciphertext = z.infer<typeof Ciphertext>;

/** Whose data key opens a part: the case's, or a subject's. */
const PartName = z.union([z.literal('case'), SubjectId]);
export type PartName = z.infer<typeof PartName>;

const EnvelopePart = Ciphertext.extend({ key: PartName });
export type EnvelopePart = z.infer<typeof EnvelopePart>;

const isAfter = ({ key }: EnvelopePart, before: EnvelopePart | undefined): boolean =>
  before === undefined ||
  (key !== 'case' && (before.key === 'case' || Number(before.key.slice(1)) < Number(key.slice(1))));

/** Disclosures, encrypted: the case's part first, then those of its subjects `s1`, `s2` …, each once. */
export const Envelope = z.strictObject({
  parts: z
    .array(EnvelopePart)
    .min(1)
    .refine((parts) => parts.every((part, index) => isAfter(part, parts[index - 1])), {
      message: 'parts not in order, or one twice',
    }),
});
export type Envelope = z.infer<typeof Envelope>;

/** One message of the stream LEDGER; `signature` is the ledger's over the head. */
export const LedgerRecord = z.strictObject({
  head: Head,
  body: Body,
  envelope: Envelope.nullable(),
  signature: Signature,
});
export type LedgerRecord = z.infer<typeof LedgerRecord>;

/**
 * Answer to an accepted command. `ledgerSequence` is the place in the stream, `hash` and `signature` (the ledger's) are over
 * the head: whoever knows the ledger's key checks them without asking anybody.
 */
export const Receipt = z.strictObject({
  ok: z.literal(true),
  head: Head,
  case: z.string(),
  sequence: z.int(),
  ledgerSequence: z.int(),
  hash: Digest,
  signature: Signature,
  recordedAt: Instant,
  events: z.array(z.string()),
  proceedings: z.array(z.string()),
  /** The command had been taken before; this is its first receipt. */
  repeated: z.boolean(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Answer to a command that was not taken. */
export const Refusal = z.strictObject({
  ok: z.literal(false),
  code: z.string(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
  retryable: z.boolean(),
  details: z.array(z.string()),
});
export type Refusal = z.infer<typeof Refusal>;

export const Answer = z.discriminatedUnion('ok', [Receipt, Refusal]);
export type Answer = z.infer<typeof Answer>;

/** Data of a notice: the entry as the ledger has it, as far as its receiver may see it, and the values it is entitled to. */
export const NoticeData = z.strictObject({
  head: Head,
  /** `null` for whoever may see no more than a status word. */
  body: Body.nullable(),
  signature: Signature,
  ledgerSequence: z.int().positive(),
  /**
   * The canonical JSON of a list of disclosures (party values the command commits to, or status words the head commits to),
   * encrypted to the receiver's sealing key, whose id is `kid`: ECDH-ES+A256KW on X25519, A256GCM. `null` where nothing is disclosed.
   */
  disclosures: Jwe.nullable(),
});
export type NoticeData = z.infer<typeof NoticeData>;

/** Names the shape of a notice's `data` for ever; a URI, as CloudEvents wants it. */
export const NOTICE_SCHEMA = 'urn:xianjie:notice:v1';

/** CloudEvents 1.0, structured JSON. Of all this the ledger signs `data.head` alone. */
export const Notice = z.strictObject({
  specversion: z.literal('1.0'),
  /** `<case>/<sequence>/<receiver>`; of a backfill followed by `/<ledger sequence of the entry that entitled the receiver>`. */
  id: z.string(),
  source: z.string(),
  type: z.string().regex(/^xianjie\.[a-z0-9-]+\.[a-z0-9-]+\.v\d+$/),
  subject: z.string(),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  dataschema: z.string(),
  /** Department this notice is for. */
  recipient: z.string(),
  correlationid: z.string(),
  causationid: z.string(),
  /** An entry recorded before its receiver took part, shown when the case was handed to it. */
  backfill: z.literal(true).optional(),
  data: NoticeData,
});
export type Notice = z.infer<typeof Notice>;

/** A notice as its receiver reads it: opened with its sealing key. */
export type OpenedNotice = Omit<Notice, 'data'> & {
  readonly data: Omit<NoticeData, 'disclosures'> & { readonly disclosures: readonly Disclosure[] };
};
