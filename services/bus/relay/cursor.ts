// How far a relay has come and which cases it passed over, kept in a stream of its own. Written a few times a second at most: what is
// done again after a crash is done under the same ids.
//
// What a relay publishes may be acknowledged before the disk has it. So beside the place there stands the one that was reached long
// enough ago to be sure, and the server both were reached with: under another server, which may have lost what the last one had not
// yet synced, a relay begins again at the sure one.
import { DiscardPolicy, type JetStreamClient, type JetStreamManager, StorageType } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { CURSOR_STREAM, cursorSubject } from '../../../schemas/subjects.ts';
import type { Cursor, Place } from '../ledger/following.ts';
import { Parked } from '../ledger/parked-cases.ts';
import { lastOf } from '../ledger/read.ts';
import { ensureStream } from '../ledger/stream.ts';
import { lagging } from './lagging.ts';

const Reached = z.strictObject({
  sequence: z.int().nonnegative(),
  parked: z.array(Parked).default([]),
});
/** Written in one message: no restart knows the one without the other. */
const Stored = z.strictObject({
  ...Reached.shape,
  sure: Reached.optional(),
  /** Id of the server, another after each of its starts. */
  server: z.string().default(''),
});

export type RelayCursor = Cursor & {
  /** Id of the server this place was reached with; `null` from when another one answers until `at` was asked. */
  server(): string | null;
};

const MEBIBYTE = 1_048_576;
const AT_MOST_EVERY_MS = 250;

/** Makes the stream of cursors; only the provisioning identity may. @throws LedgerFault STREAM_SETTINGS_WRONG; InfrastructureError NO_ROOM */
export const ensureCursors = async (jsm: JetStreamManager): Promise<void> => {
  await ensureStream(jsm, {
    name: CURSOR_STREAM,
    subjects: ['cursor.>'],
    storage: StorageType.File,
    max_msgs_per_subject: 1,
    max_bytes: MEBIBYTE,
    discard: DiscardPolicy.Old,
    allow_direct: true,
  });
};

/**
 * Where it stood when it was last written, 0 at first.
 * @param sureAfterMs how long after it was reached a place is sure, milliseconds; 0 where what is done is on the disk when it is done
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const openCursor = async (
  nc: NatsConnection,
  js: JetStreamClient,
  name: string,
  sureAfterMs = 0,
): Promise<RelayCursor> => {
  const message = await lastOf(nc, cursorSubject(name), CURSOR_STREAM);
  const stored = Stored.parse(message ? JSON.parse(new TextDecoder().decode(message.data)) : { sequence: 0 });
  let reached: Place = { sequence: stored.sequence, parked: stored.parked };
  let sure = lagging<Place>(sureAfterMs, stored.sure ?? reached);
  let { server } = stored;
  let written = { reached, sure: sure.sure() };
  let timer: NodeJS.Timeout | undefined;
  let whenSure: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  /** Nobody answers in between: then it is not known to be another. */
  const isOther = (): boolean => nc.info !== undefined && nc.info.server_id !== server;
  const publish = async (): Promise<void> => {
    const place = { reached, sure: sure.sure() };
    await js.publish(cursorSubject(name), JSON.stringify({ ...place.reached, sure: place.sure, server }));
    written = place;
  };
  const write = (): Promise<unknown> => {
    // Not written is no loss: the next time it is.
    writing = writing
      .then(() => (reached === written.reached && sure.sure() === written.sure ? undefined : publish()))
      .catch(() => undefined);
    return writing;
  };
  /** Also when nothing new comes. */
  const writeOnceSure = (): void => {
    whenSure ??= setTimeout(() => {
      whenSure = undefined;
      void write();
      if (sure.sure() !== reached) writeOnceSure();
    }, 1.1 * sureAfterMs).unref();
  };
  return {
    at: async () => {
      if (isOther()) {
        server = nc.info?.server_id ?? '';
        reached = sure.sure();
        sure = lagging(sureAfterMs, reached);
      }
      return reached;
    },
    note: (place) => {
      // Reached in part with the server that went.
      if (isOther()) return;
      reached = place;
      sure.note(place);
      timer ??= setTimeout(() => {
        timer = undefined;
        void write();
      }, AT_MOST_EVERY_MS);
      if (sureAfterMs > 0) writeOnceSure();
    },
    prove: async () => {
      if (isOther()) throw new InfrastructureError('LEDGER_UNAVAILABLE', 'another server answers');
      await publish();
    },
    server: () => (isOther() ? null : server),
    close: async () => {
      clearTimeout(timer);
      clearTimeout(whenSure);
      await write();
    },
  };
};
