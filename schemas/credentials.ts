// A department's credentials: one file with all that its software needs to connect, to sign and to check what it is sent.
import * as z from 'zod';
import { Digest } from './command.ts';
import { DepartmentId } from './ids.ts';

/** A private X25519 key as RFC 8037 writes it; `kid` is its id in the register. */
export const SealingJwk = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  kid: z.string(),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  d: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type SealingJwk = z.infer<typeof SealingJwk>;

/** Content of `credentials.json`, for that department alone; its three keys are different, for a server may have any nonce signed. */
export const Credentials = z.strictObject({
  department: DepartmentId,
  name: z.string().min(1),
  /** Where the bus listens, `nats://…` or `tls://…`. */
  url: z.string().min(1),
  /** Base of the HTTP front door; empty where there is none. */
  httpUrl: z.string(),
  /** Seed of the connect key (`SU…`). */
  connectSeed: z.string().regex(/^SU[A-Z2-7]+$/),
  /** PKCS #8 of the Ed25519 key that signs commands. */
  signKeyPem: z.string().includes('PRIVATE KEY'),
  /** Private X25519 key that opens the values in notices. */
  sealKey: SealingJwk,
  /** Ends the reply prefix, so that nobody else can address it. */
  inboxSecret: z.string().min(16),
  /** Public keys the ledger signs entries with, by id. */
  ledgerKeys: z.array(z.strictObject({ key: z.string(), publicKey: Digest })).min(1),
});
export type Credentials = z.infer<typeof Credentials>;
