// One entry into the stream by compare-and-set: it is stored only where its subject stands as the writer saw it.
import { JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import { RequestError } from 'nats';
import { InfrastructureError } from '../../../schemas/errors.ts';

export type Appended =
  | { readonly ok: true; readonly ledgerSequence: number }
  | { readonly ok: false; readonly reason: 'conflict' };

/** Another message came first: of this subject, or the writer was behind. */
const LOST_RACE = new Set([10_071, 10_164]);

/** Milliseconds; an fsync on a busy disk takes long, and a needless "unknown" costs the sender another try. */
const ANSWER_WITHIN = 5_000;

const failureOf = (error: unknown): InfrastructureError => {
  // A stream without a leader yet answers "no responders", which this client reports as "JetStream is not enabled".
  const { cause } = error as Error;
  const nobody = cause instanceof RequestError && cause.isNoResponders();
  // 10023 no storage left, 10077 stream full, and the like: the server itself said no.
  const refused = error instanceof JetStreamApiError;
  return new InfrastructureError(nobody || refused ? 'LEDGER_UNAVAILABLE' : 'OUTCOME_UNKNOWN', error);
};

/**
 * Appends one message, e.g. the `bytes` of a record that `sealRecord` made.
 * @param expectedLastSubjectSequence ledger sequence of the last entry of this subject, 0 for none
 * @returns `conflict` where another writer was first: fold again, decide again
 * @throws InfrastructureError OUTCOME_UNKNOWN when no answer came (it may be stored: look, or send the same command
 *   again), LEDGER_UNAVAILABLE when it was surely not stored
 */
export const append = async (
  js: JetStreamClient,
  subject: string,
  bytes: Uint8Array,
  expectedLastSubjectSequence: number,
): Promise<Appended> => {
  try {
    const { seq } = await js.publish(subject, bytes, {
      timeout: ANSWER_WITHIN,
      expect: { lastSubjectSequence: expectedLastSubjectSequence },
    });
    return { ok: true, ledgerSequence: seq };
  } catch (error) {
    if (error instanceof JetStreamApiError && LOST_RACE.has(error.code)) {
      return { ok: false, reason: 'conflict' };
    }
    throw failureOf(error);
  }
};
