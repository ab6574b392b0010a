// Commands of a region's register: departments, keys, officers, tokens, calendars, routing, settled questions.
import * as z from 'zod';
import { Digest } from './command.ts';
import {
  Body,
  CommandId,
  DepartmentId,
  Kebab,
  KeyId,
  LimitId,
  OfficerId,
  OperatorId,
  Rank,
  RegisterRegion,
  TokenId,
} from './ids.ts';
import { Instant } from './instant.ts';
import { OpenJson, OpenText } from './open-text.ts';
import { CalendarRecord, Span } from './time-limit.ts';

const PublicKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .describe('Ed25519 or X25519 public key, 32 bytes base64url');
const Basis = OpenText(300);

/** Who has the private key: a department, one of its officers, or a service of the platform. */
export const KeyHolder = z.union([
  z.strictObject({ department: DepartmentId, officer: OfficerId.optional() }),
  z.strictObject({ service: Kebab }),
]);
export type KeyHolder = z.infer<typeof KeyHolder>;

/** The holder as key ids name it: `653023/public-security`, `653023/public-security/o-1`, `gateway`. */
export const keyHolderName = (holder: KeyHolder): string => {
  if ('service' in holder) return holder.service;
  return holder.officer === undefined ? holder.department : `${holder.department}/${holder.officer}`;
};

/** `sign` commands, open what is sealed for a department (`seal`) or for an officer (`report`), sign entries (`ledger`). */
export const KeyUse = z.enum(['sign', 'seal', 'report', 'ledger']);
export type KeyUse = z.infer<typeof KeyUse>;
export const KeySuite = z.enum(['Ed25519', 'X25519']);
export type KeySuite = z.infer<typeof KeySuite>;
/** What a key of each use must be. */
export const KEY_SUITES = {
  sign: 'Ed25519',
  seal: 'X25519',
  report: 'X25519',
  ledger: 'Ed25519',
} as const satisfies Record<KeyUse, KeySuite>;

export const RegisterChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('department-added'),
    department: DepartmentId,
    name: OpenText(100),
    /** nkey of its connection (`U…`); another key than `signKey`, for a client signs any nonce a server sends. */
    connectKey: z.string().regex(/^U[A-Z2-7]{55}$/),
    simulated: z.boolean().optional(),
    /** Paper that set up the division, where the law's list of divisions does not have it yet. */
    divisionBasis: Basis.optional(),
  }),
  z.strictObject({ change: z.literal('department-retired'), department: DepartmentId }),
  z.strictObject({
    change: z.literal('key-granted'),
    key: KeyId,
    holder: KeyHolder,
    use: KeyUse,
    /** One of `KEY_SUITES`, said so that a reader need not know the uses. */
    suite: KeySuite,
    publicKey: PublicKey,
    /** Counts from here, and until then (exclusive), by the `recordedAt` of what it vouches for. */
    from: Instant,
    until: Instant.optional(),
  }),
  z.strictObject({ change: z.literal('key-revoked'), key: KeyId, reason: Basis }),
  z.strictObject({
    change: z.literal('officer-appointed'),
    department: DepartmentId,
    officer: OfficerId,
    ranks: z.array(Rank).min(1),
  }),
  z.strictObject({ change: z.literal('officer-retired'), department: DepartmentId, officer: OfficerId }),
  z.strictObject({
    change: z.literal('token-issued'),
    token: TokenId,
    department: DepartmentId,
    officer: OfficerId,
    sha256: Digest,
  }),
  /** Where a department is named, the token must be one of its own. */
  z.strictObject({
    change: z.literal('token-revoked'),
    token: TokenId,
    department: DepartmentId.optional(),
  }),
  z.strictObject({
    change: z.literal('calendar-published'),
    records: z.array(CalendarRecord).min(1).max(400),
  }),
  z.strictObject({
    change: z.literal('routing-set'),
    /** Departments of this region that have no own department of `body` turn to this one. */
    body: Body,
    department: DepartmentId,
    basis: Basis,
  }),
  z.strictObject({ change: z.literal('unit-settled'), unit: z.enum(['calendar', 'working']), basis: Basis }),
  z.strictObject({ change: z.literal('local-days-settled'), count: z.boolean(), basis: Basis }),
  z.strictObject({ change: z.literal('pause-allowed'), limit: LimitId, basis: Basis }),
  z.strictObject({
    change: z.literal('limit-switched'),
    limit: LimitId,
    active: z.boolean(),
    basis: Basis,
  }),
  z.strictObject({
    change: z.literal('agreed-limit-set'),
    limit: LimitId,
    span: Span,
    /** Of this procedure only, or of this kind of department: what is agreed for fewer goes before what is agreed for all. */
    procedure: Kebab.optional(),
    body: Body.optional(),
    basis: Basis,
  }),
  /** A condition of procedures that the law leaves unsettled, applied here or not. */
  z.strictObject({
    change: z.literal('condition-switched'),
    condition: Kebab,
    active: z.boolean(),
    basis: Basis,
  }),
  /**
   * What time it is, as a person read it on another clock than the platform's. The ledger's time goes on from here, also where it
   * was ahead: alone in its command, in the national register. A form of its own, for a clock must be put right under any law.
   */
  z.strictObject({ change: z.literal('clock-stated'), says: Instant, basis: Basis }),
  /** Configuration of a kind that the law declares, replacing the item of the same kind and id. */
  z.strictObject({
    change: z.literal('item-set'),
    kind: Kebab,
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}$/),
    data: OpenJson,
    basis: Basis,
    from: Instant,
    until: Instant.optional(),
  }),
]);
export type RegisterChange = z.infer<typeof RegisterChange>;

export const RegisterCommand = z.strictObject({
  format: z.literal('xianjie.register.v1'),
  commandId: CommandId,
  /** An officer of a department, or a service; the operator's names the person where it is known. */
  actor: z.union([
    z.strictObject({ department: DepartmentId, officer: OfficerId }),
    z.strictObject({ service: Kebab, operator: OperatorId.optional() }),
  ]),
  region: RegisterRegion,
  occurredAt: Instant,
  changes: z.array(RegisterChange).min(1).max(200),
});
export type RegisterCommand = z.infer<typeof RegisterCommand>;

/** Whether a command states what time it is. */
export const statesClock = ({ changes }: Pick<RegisterCommand, 'changes'>): boolean =>
  changes.some(({ change }) => change === 'clock-stated');

/** First entry of a ledger: which clock it runs on, its root key and the name of its checkpoints. */
export const GenesisCommand = z.strictObject({
  format: z.literal('xianjie.genesis.v1'),
  commandId: CommandId,
  actor: z.strictObject({ service: z.literal('root') }),
  clock: z.enum(['real', 'rehearsal']),
  rootKey: PublicKey,
  origin: OpenText(100).min(3),
  occurredAt: Instant,
});
export type GenesisCommand = z.infer<typeof GenesisCommand>;
