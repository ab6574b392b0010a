// How long after its entry Temporal was told of it. Looked at every few milliseconds, so a figure is up to that much too
// high, never too low.
import { setTimeout as pause } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import { millisOf } from '../schemas/instant.ts';
import { lastSequence, readLedger } from '../services/bus/ledger/read.ts';
import { parseRecord } from '../services/proof/record.ts';

const EVERY_MS = 5;

/** @param toldUpTo ledger sequence up to which Temporal knows */
export const watchTelling = (nc: NatsConnection, toldUpTo: () => number) => {
  const from = toldUpTo();
  /** Ledger sequence told up to, and when that was seen. */
  const seen: { readonly upTo: number; readonly at: number }[] = [];
  const watching = setInterval(() => {
    const upTo = toldUpTo();
    if (upTo !== (seen.at(-1)?.upTo ?? from)) seen.push({ upTo, at: Date.now() });
  }, EVERY_MS);
  return {
    /** Waits until Temporal has been told of all. Milliseconds after `recordedAt`, of each entry since the watch began. */
    end: async (): Promise<number[]> => {
      const last = await lastSequence(nc);
      while ((seen.at(-1)?.upTo ?? from) < last) await pause(EVERY_MS);
      clearInterval(watching);
      const told: number[] = [];
      let next = 0;
      for await (const { sequence, data } of readLedger(nc, {
        from: from + 1,
        to: last,
        subject: 'ledger.case.>',
      })) {
        while ((seen[next]?.upTo ?? last) < sequence) next += 1;
        const at = seen[next]?.at;
        if (at !== undefined) told.push(at - millisOf(parseRecord(data).head.recordedAt));
      }
      return told;
    },
  };
};
