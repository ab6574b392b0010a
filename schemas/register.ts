// Commands of a region's register: departments, keys, officers, tokens, calendars, routing, settled questions.
import * as z from 'zod';
import { Digest } from './command.ts';
import { Body, CommandId, DepartmentId, OfficerId, Rank, Region } from './ids.ts';
import { Instant } from './instant.ts';
import { CalendarRecord, Span } from './time-limit.ts';

const PublicKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .describe('Ed25519 public key, 32 bytes base64url');
const Basis = z.string().min(1).max(300);

export const RegisterChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('department-added'),
    department: DepartmentId,
    name: z.string().min(1).max(100),
    /** nkey of its connection (`U…`); another key than `signKey`, for a client signs any nonce a server sends. */
    connectKey: z.string().regex(/^U[A-Z2-7]{55}$/),
    simulated: z.boolean().optional(),
  }),
  z.strictObject({ change: z.literal('department-retired'), department: DepartmentId }),
  z.strictObject({
    change: z.literal('key-granted'),
    key: z.string().max(100),
    holder: z.union([
      z.strictObject({ department: DepartmentId }),
      z.strictObject({ service: z.string().max(40) }),
    ]),
    use: z.enum(['sign', 'seal', 'ledger']),
    publicKey: PublicKey,
  }),
  z.strictObject({ change: z.literal('key-revoked'), key: z.string().max(100), reason: Basis }),
  z.strictObject({
    change: z.literal('officer-appointed'),
    department: DepartmentId,
    officer: OfficerId,
    ranks: z.array(Rank).min(1),
  }),
  z.strictObject({ change: z.literal('officer-retired'), department: DepartmentId, officer: OfficerId }),
  z.strictObject({
    change: z.literal('token-issued'),
    token: z.string().max(60),
    department: DepartmentId,
    officer: OfficerId,
    sha256: Digest,
  }),
  z.strictObject({ change: z.literal('token-revoked'), token: z.string().max(60) }),
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
  z.strictObject({ change: z.literal('pause-allowed'), limit: z.string(), basis: Basis }),
  z.strictObject({
    change: z.literal('limit-switched'),
    limit: z.string(),
    active: z.boolean(),
    basis: Basis,
  }),
  z.strictObject({
    change: z.literal('condition-switched'),
    condition: z.string(),
    active: z.boolean(),
    basis: Basis,
  }),
  z.strictObject({ change: z.literal('agreed-limit-set'), limit: z.string(), span: Span, basis: Basis }),
]);
export type RegisterChange = z.infer<typeof RegisterChange>;

export const RegisterCommand = z.strictObject({
  format: z.literal('xianjie.register.v1'),
  commandId: CommandId,
  actor: z.strictObject({ service: z.string().max(40) }),
  region: Region,
  occurredAt: Instant,
  changes: z.array(RegisterChange).min(1).max(200),
});
export type RegisterCommand = z.infer<typeof RegisterCommand>;

/** First entry of a ledger: which clock it runs on, its root key and the name of its checkpoints. */
export const GenesisCommand = z.strictObject({
  format: z.literal('xianjie.genesis.v1'),
  commandId: CommandId,
  actor: z.strictObject({ service: z.literal('root') }),
  clock: z.enum(['real', 'rehearsal']),
  rootKey: PublicKey,
  origin: z.string().min(3).max(100),
  occurredAt: Instant,
});
export type GenesisCommand = z.infer<typeof GenesisCommand>;
