// Stream DEAD: what could not be taken, with its reason. Of the message itself only its hash, its size and a ciphertext of its
// beginning are kept, because nobody knows yet what it says; the operator opens it with the key that lies beside the other keys.
// Each department has a share of its own; the joint-meeting office lists what there is and lets go of it with an entry.
import { JetStreamApiError, type JetStreamClient, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { Ciphertext } from '../../schemas/entry.ts';
import type { ContractError } from '../../schemas/errors.ts';
import { bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { Instant } from '../../schemas/instant.ts';
import { DEAD_STREAM, deadSubject, departmentOfDead, departmentOfSubject } from '../../schemas/subjects.ts';
import { readLedger, type StoredMessage } from '../bus/ledger/read.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
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

/** A letter with its number: its place among all there ever were. */
export type NumberedLetter = DeadLetter & { readonly number: number };

/** Bytes of a message that are kept; and of what describes it, items and characters. */
const KEPT = 4_096;
const DETAILS = 10;
const DETAIL = 200;
const sealFor = (digest: string): string => `xianjie.dead-letter.v1 ${digest}`;

const letterOf = ({ data, sequence }: StoredMessage): NumberedLetter => ({
  ...DeadLetter.parse(JSON.parse(new TextDecoder().decode(data))),
  number: sequence,
});

/** 10077: the share, or the stream, is full. */
const isFull = (error: unknown): boolean => error instanceof JetStreamApiError && error.code === 10_077;

/** Those of one department, or all; oldest first. */
export async function* readDeadLetters(
  nc: NatsConnection,
  department?: DepartmentId,
): AsyncGenerator<NumberedLetter> {
  const subject = department && deadSubject(regionOf(department), bodyOf(department));
  for await (const message of readLedger(nc, { stream: DEAD_STREAM, ...(subject ? { subject } : {}) }))
    yield letterOf(message);
}

/** The content of a dead letter, as far as it was kept. */
export const openDeadLetter = (key: Uint8Array, letter: DeadLetter): Buffer =>
  decrypt(key, letter.sealed, sealFor(letter.sha256));

export type DeadLetters = ReturnType<typeof deadLetters>;

export const deadLetters = (deps: {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly clock: Clock;
  readonly key: Uint8Array;
  /** Takes letters of a department out, up to and with a number. */
  readonly purge: (department: DepartmentId, upTo: number) => Promise<void>;
  readonly log: Log;
}) => {
  const { nc, js, clock, key, purge, log } = deps;
  const full = new Set<DepartmentId>();
  return {
    /**
     * Keeps a message that could not be taken. `door` is its subject or route.
     * @returns whether it was kept; not where the department's share is full
     */
    keep: async (
      door: string,
      body: Uint8Array,
      error: ContractError,
      sender?: DepartmentId,
    ): Promise<boolean> => {
      const department = sender ?? departmentOfSubject(door) ?? '000000/publisher';
      const digest = sha256(body);
      const letter: DeadLetter = {
        format: 'xianjie.dead-letter.v1',
        receivedAt: clock.now(),
        door: door.slice(0, DETAIL),
        department,
        code: error.code,
        details: error.details.slice(0, DETAILS).map((detail) => detail.slice(0, DETAIL)),
        size: body.byteLength,
        sha256: digest,
        sealed: encrypt(key, body.subarray(0, KEPT), sealFor(digest)),
      };
      try {
        await js.publish(deadSubject(regionOf(department), bodyOf(department)), JSON.stringify(letter));
        full.delete(department);
        return true;
      } catch (refused) {
        if (!isFull(refused)) throw refused;
        if (!full.has(department))
          log.error(
            { department, code: 'DEAD_SHARE_FULL' },
            'dead letters of a department are no longer kept',
          );
        full.add(department);
        return false;
      }
    },
    /** How many there are, by the department they came from. */
    counts: async (): Promise<ReadonlyMap<DepartmentId, number>> => {
      const jsm = await jetstreamManager(nc, { checkAPI: false });
      const { state } = await jsm.streams.info(DEAD_STREAM, { subjects_filter: 'dead.>' });
      return new Map(
        Object.entries(state.subjects ?? {}).map(([subject, count]) => [departmentOfDead(subject), count]),
      );
    },
    /** Those of one department, oldest first. */
    of: (department: DepartmentId): AsyncGenerator<NumberedLetter> => readDeadLetters(nc, department),
    /** Content of the letter with this hash, or `null`. */
    open: async (digest: string): Promise<Uint8Array | null> => {
      for await (const letter of readDeadLetters(nc))
        if (letter.sha256 === digest) return openDeadLetter(key, letter);
      return null;
    },
    /** Lets go of a department's, up to and with a number. Whoever does so has entered it. */
    clear: purge,
  };
};
