// Stream DEAD: what could not be taken, with its reason. Of the message itself only its hash, its size and a ciphertext
// are kept, because nobody knows yet what it says; the secretariat opens it with the key that lies beside the other keys.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { Ciphertext } from '../../schemas/entry.ts';
import type { ContractError } from '../../schemas/errors.ts';
import { bodyOf, regionOf } from '../../schemas/ids.ts';
import { Instant } from '../../schemas/instant.ts';
import { DEAD_STREAM, deadSubject, departmentOfSubject } from '../../schemas/subjects.ts';
import { readLedger } from '../bus/ledger/read.ts';
import type { Clock } from '../clock.ts';
import { sha256 } from '../proof/canonical.ts';
import { decrypt, encrypt } from '../proof/envelope.ts';

export const DeadLetter = z.strictObject({
  format: z.literal('xianjie.dead-letter.v1'),
  receivedAt: Instant,
  door: z.string(),
  department: z.string(),
  code: z.string(),
  details: z.array(z.string()),
  size: z.int(),
  sha256: z.string(),
  sealed: Ciphertext,
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** Bytes of a message that are kept. */
const KEPT = 65_536;
const sealFor = (digest: string): string => `xianjie.dead-letter.v1 ${digest}`;

export type DeadLetters = ReturnType<typeof deadLetters>;

export const deadLetters = (deps: { js: JetStreamClient; clock: Clock; key: Uint8Array }) => ({
  /** Keeps a message that could not be taken. `door` is its subject or route. */
  keep: async (door: string, body: Uint8Array, error: ContractError, sender?: string): Promise<void> => {
    const department = sender ?? departmentOfSubject(door) ?? '000000/publisher';
    const digest = sha256(body);
    const letter: DeadLetter = {
      format: 'xianjie.dead-letter.v1',
      receivedAt: deps.clock.now(),
      door,
      department,
      code: error.code,
      details: [...error.details],
      size: body.byteLength,
      sha256: digest,
      sealed: encrypt(deps.key, body.subarray(0, KEPT), sealFor(digest)),
    };
    await deps.js.publish(deadSubject(regionOf(department), bodyOf(department)), JSON.stringify(letter));
  },
});

/** All dead letters, oldest first. */
export async function* readDeadLetters(nc: NatsConnection): AsyncGenerator<DeadLetter> {
  for await (const message of readLedger(nc, { stream: DEAD_STREAM })) {
    yield DeadLetter.parse(JSON.parse(new TextDecoder().decode(message.data)));
  }
}

/** The content of a dead letter, as far as it was kept. */
export const openDeadLetter = (key: Uint8Array, letter: DeadLetter): Buffer =>
  decrypt(key, letter.sealed, sealFor(letter.sha256));
