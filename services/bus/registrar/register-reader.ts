// The register of all regions as folded so far, and how to bring it up to date.
import { DeliverPolicy, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../../case/register/register.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { RegisterCommand } from '../../../schemas/register.ts';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { entryHashOf, entryOf, parseRecord } from '../../proof/record.ts';
import { countSubjects, PULL_MS, readSubject } from '../ledger/read.ts';

const REGISTERS = 'ledger.register.>';

export type RegionHead = { ledgerSequence: number; hash: string; sequence: number; recordedAt: Instant };

export type RegisterReader = ReturnType<typeof registerReader>;

export const registerReader = (nc: NatsConnection) => {
  let register: Register = emptyRegister;
  const heads = new Map<string, RegionHead>();
  let lastRecordedAt: Instant = '';
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Register> = Promise.resolve(register);

  let folded = 0;
  const readOn = async (): Promise<Register> => {
    // Counted first: to say that there is no further entry, the server would look through the whole ledger.
    if ((await countSubjects(nc, REGISTERS)) === folded) {
      readAt = performance.now();
      return register;
    }
    for (const message of await readSubject(nc, REGISTERS, register.at + 1)) {
      if (message.sequence <= register.at) continue;
      const entry = entryOf(parseRecord(message.data));
      folded += 1;
      register = applyRegister(register, entry.command as RegisterCommand, message.sequence);
      heads.set(entry.region, {
        ledgerSequence: message.sequence,
        hash: entryHashOf(message.data),
        sequence: entry.sequence,
        recordedAt: entry.recordedAt,
      });
      if (entry.recordedAt > lastRecordedAt) lastRecordedAt = entry.recordedAt;
    }
    readAt = performance.now();
    return register;
  };

  const refresh = (): Promise<Register> => {
    reading = reading.then(readOn, readOn);
    return reading;
  };
  let underWay: Promise<Register> | undefined;

  return {
    /** Follows other registrars' entries, so that a key revoked elsewhere is not honoured here. */
    follow: async (
      js: JetStreamClient,
      onFailure: (error: unknown) => void,
    ): Promise<{ stop(): Promise<void> }> => {
      const consumer = await js.consumers.get(LEDGER_STREAM, {
        filter_subjects: REGISTERS,
        deliver_policy: DeliverPolicy.StartSequence,
        opt_start_seq: register.at + 1,
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
    /** As last known here. */
    current: (): Register => register,
    /** Folds what is new; calls follow one another. */
    refresh,
    /** Folds what is new unless that was done so many milliseconds ago at most. */
    recent: async (age: number): Promise<Register> => {
      if (performance.now() - readAt <= age) return register;
      // One question for all who ask meanwhile.
      underWay ??= refresh().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    /** When the latest register entry of any region was recorded; empty before the first. */
    lastRecordedAt: (): Instant => lastRecordedAt,
    /** Last register entry of a region, or `null`. */
    headOf: (region: string): RegionHead | null => heads.get(region) ?? null,
  };
};
