// How far a relay has come and which cases it passed over, kept in a stream of its own. Written a few times a second at most: what is
// done again after a crash is done under the same ids.
import { DiscardPolicy, type JetStreamClient, type JetStreamManager, StorageType } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { CURSOR_STREAM, cursorSubject } from '../../../schemas/subjects.ts';
import type { Cursor, Place } from '../ledger/following.ts';
import { Parked } from '../ledger/parked-cases.ts';
import { lastOf } from '../ledger/read.ts';

/** Written in one message: no restart knows the one without the other. */
const Stored = z.strictObject({
  sequence: z.int().nonnegative(),
  parked: z.array(Parked).default([]),
});

const MEBIBYTE = 1_048_576;
const AT_MOST_EVERY_MS = 250;

/** Makes the stream of cursors; only the provisioning identity may. */
export const ensureCursors = async (jsm: JetStreamManager): Promise<void> => {
  await jsm.streams.add({
    name: CURSOR_STREAM,
    subjects: ['cursor.>'],
    storage: StorageType.File,
    max_msgs_per_subject: 1,
    max_bytes: MEBIBYTE,
    discard: DiscardPolicy.Old,
    allow_direct: true,
  });
};

/** Where it stood when it was last written, 0 at first. @throws InfrastructureError LEDGER_UNAVAILABLE */
export const openCursor = async (nc: NatsConnection, js: JetStreamClient, name: string): Promise<Cursor> => {
  const message = await lastOf(nc, cursorSubject(name), CURSOR_STREAM);
  const start: Place = message
    ? Stored.parse(JSON.parse(new TextDecoder().decode(message.data)))
    : { sequence: 0, parked: [] };
  let reached = start;
  let written = start;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const publish = async (place: Place): Promise<void> => {
    const { sequence, parked } = place;
    await js.publish(cursorSubject(name), JSON.stringify({ sequence, parked }));
    written = place;
  };
  const write = (): Promise<unknown> => {
    // Not written is no loss: the next time it is.
    writing = writing.then(() => (reached === written ? undefined : publish(reached))).catch(() => undefined);
    return writing;
  };
  return {
    at: async () => reached,
    note: (place) => {
      reached = place;
      timer ??= setTimeout(() => {
        timer = undefined;
        void write();
      }, AT_MOST_EVERY_MS);
    },
    prove: () => publish(reached),
    close: async () => {
      clearTimeout(timer);
      await write();
    },
  };
};
