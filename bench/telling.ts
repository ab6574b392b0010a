// How long after its entry Temporal was told of it: the relay acknowledges an entry when it has told, and the server says
// how far that has come. Asked every few milliseconds, so a figure is up to that much too high, never too low.
import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { millisOf } from '../schemas/instant.ts';
import { LEDGER_STREAM } from '../schemas/subjects.ts';
import { readLedger } from '../services/ledger/read.ts';
import { parseRecord } from '../services/ledger/record.ts';

const EVERY_MS = 5;
const CONSUMER = 'relay-temporal';

export const watchTelling = (nc: NatsConnection) => {
  /** Ledger sequence told up to, and when that was seen. */
  const seen: { readonly upTo: number; readonly at: number }[] = [];
  let ended = false;
  const watching = (async () => {
    const jsm = await jetstreamManager(nc, { checkAPI: false });
    for (let upTo = -1; ; ) {
      const { ack_floor, num_pending, num_ack_pending } = await jsm.consumers.info(LEDGER_STREAM, CONSUMER);
      if (ack_floor.stream_seq !== upTo) {
        upTo = ack_floor.stream_seq;
        seen.push({ upTo, at: Date.now() });
      }
      if (ended && num_pending + num_ack_pending === 0) return;
      await pause(EVERY_MS);
    }
  })();
  return {
    /** Waits until Temporal has been told of all. Milliseconds after `recordedAt`, of each entry since the watch began. */
    end: async (): Promise<number[]> => {
      ended = true;
      await watching;
      const [first] = seen;
      const told: number[] = [];
      if (!first) return told;
      let next = 0;
      for await (const { sequence, data } of readLedger(nc, {
        from: first.upTo + 1,
        subject: 'ledger.case.>',
      })) {
        while (next < seen.length && (seen[next]?.upTo ?? 0) < sequence) next += 1;
        const at = seen[next]?.at;
        if (at !== undefined) told.push(at - millisOf(parseRecord(data).entry.recordedAt));
      }
      return told;
    },
  };
};
