// Entries under one filter of the ledger folded into one value, and how to bring it up to date: the register of all regions,
// and the law.
import { DeliverPolicy, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { Entry } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { entryHashOf, entryOf, parseRecord } from '../../proof/record.ts';
import { countSubjects, eachOfSubject, PULL_MS } from '../ledger/read.ts';

/** Last entry of a chain, which the next one follows. */
export type ChainHead = { ledgerSequence: number; hash: string; sequence: number; recordedAt: Instant };

export type FoldedEntries<T> = {
  /** As last known here. */
  current(): T;
  /** Folds what is new; calls follow one another. @throws InfrastructureError LEDGER_UNAVAILABLE, and what folding throws */
  refresh(): Promise<T>;
  /** Folds what is new unless that was done so many milliseconds ago at most. */
  recent(age: number): Promise<T>;
  /** Follows what other processes write, so that what was changed elsewhere is known here at once. */
  follow(js: JetStreamClient, onFailure: (error: unknown) => void): Promise<{ stop(): Promise<void> }>;
  /** When the latest of these entries was recorded that stand at a place of the ledger or after it; empty where there is none. */
  lastRecordedAt(since: number): Instant;
  /** Last entry of a chain, by its region, or `null`. */
  headOf(region: string): ChainHead | null;
};

/** @param fold one more entry, at its ledger sequence; where it throws, the entry is read again the next time */
export const foldedEntries = <T>(
  nc: NatsConnection,
  filter: string,
  first: T,
  fold: (before: T, entry: Entry, sequence: number) => T,
): FoldedEntries<T> => {
  let value = first;
  const heads = new Map<string, ChainHead>();
  let known: { readonly since: number; readonly readTo: number; readonly recordedAt: Instant } | undefined;
  /** Ledger sequence of the last entry folded, and how many were. */
  let readTo = 0;
  let folded = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<T> = Promise.resolve(value);

  const readOn = async (): Promise<T> => {
    // Counted first: to say that there is no further entry, the server would look through the whole ledger.
    const count = await countSubjects(nc, filter);
    if (count !== folded) {
      for await (const message of eachOfSubject(nc, filter, readTo + 1)) {
        if (message.sequence <= readTo) continue;
        const entry = entryOf(parseRecord(message.data));
        value = fold(value, entry, message.sequence);
        readTo = message.sequence;
        folded += 1;
        heads.set(entry.region, {
          ledgerSequence: message.sequence,
          hash: entryHashOf(message.data),
          sequence: entry.sequence,
          recordedAt: entry.recordedAt,
        });
      }
      if (folded < count)
        throw new InfrastructureError('LEDGER_UNAVAILABLE', new Error('a read came back short'));
    }
    readAt = performance.now();
    return value;
  };

  const refresh = (): Promise<T> => {
    reading = reading.then(readOn, readOn);
    return reading;
  };
  let underWay: Promise<T> | undefined;

  return {
    current: () => value,
    refresh,
    recent: async (age) => {
      if (performance.now() - readAt <= age) return value;
      // One question for all who ask meanwhile.
      underWay ??= refresh().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    follow: async (js, onFailure) => {
      const consumer = await js.consumers.get(LEDGER_STREAM, {
        filter_subjects: filter,
        deliver_policy: DeliverPolicy.StartSequence,
        opt_start_seq: readTo + 1,
      });
      const messages = await consumer.consume({
        expires: PULL_MS,
        callback: () => void refresh().catch(onFailure),
      });
      return {
        stop: async () => {
          await messages.close();
        },
      };
    },
    lastRecordedAt: (since) => {
      if (known?.since !== since || known.readTo !== readTo) {
        let recordedAt: Instant = '';
        // Within a chain time never falls: its last entry is its latest.
        for (const head of heads.values())
          if (head.ledgerSequence >= since && head.recordedAt > recordedAt) recordedAt = head.recordedAt;
        known = { since, readTo, recordedAt };
      }
      return known.recordedAt;
    },
    headOf: (region) => heads.get(region) ?? null,
  };
};
