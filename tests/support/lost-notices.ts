// What a stop of nats-server took of the inboxes, looked up before any relay runs again; and a stop that takes what it may.
import { readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, nkeyAuthenticator } from 'nats';
import type { Notice } from '../../schemas/entry.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { CURSOR_STREAM, cursorSubject, INBOX_CONSUMER, inboxStream } from '../../schemas/subjects.ts';
import { lastOf } from '../../services/bus/ledger/read.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { startNats } from '../../services/host/stack/nats-server.ts';
import { inboxMessages } from './inbox-messages.ts';
import { ledgerReading, noticesOwed } from './ledger-audit.ts';

/**
 * Notices of entries that the relay has done with and that lie in no inbox: missing for ever, would it go on from where it was.
 * Where nothing was taken out of the inboxes.
 */
export const lostNotices = async (
  folders: { readonly dataDir: string; readonly keysDir: string },
  departments: readonly DepartmentId[],
): Promise<readonly string[]> => {
  const { path } = await findServer('nats-server');
  const nats = await startNats({ binary: path, ...folders, port: 0, onProgress: () => undefined });
  const nc = await connect({
    servers: nats.url,
    authenticator: nkeyAuthenticator(nats.serviceKeys.relay.seed),
  });
  try {
    const cursor = await lastOf(nc, cursorSubject('relay-inbox'), CURSOR_STREAM);
    const { sequence: done } = JSON.parse(Buffer.from(cursor?.data ?? []).toString() || '{"sequence":0}');
    const written = await ledgerReading(nc)();
    const owed = noticesOwed(written.filter(({ sequence }) => sequence <= done));
    const lost: string[] = [];
    for (const department of departments) {
      const held = await inboxMessages(nc, department).catch(() => []);
      const ids = new Set(held.map(({ data }) => (JSON.parse(Buffer.from(data).toString()) as Notice).id));
      lost.push(...[...(owed.get(department) ?? [])].filter((id) => !ids.has(id)));
    }
    return lost;
  } finally {
    await nc.close();
    await nats.stop();
  }
};

const inboxOnDisk = (dataDir: string, department: DepartmentId): string =>
  join(dataDir, 'nats', 'jetstream', 'BUS', 'streams', inboxStream(department));

/**
 * What a power cut may leave of an inbox: no message, its consumer's settings empty, and how far the consumer was, which had been
 * synced by chance.
 */
export const leaveConsumerStateAlone = async (dataDir: string, department: DepartmentId): Promise<void> => {
  const stream = inboxOnDisk(dataDir, department);
  for (const name of await readdir(join(stream, 'msgs'))) await rm(join(stream, 'msgs', name));
  const consumer = join(stream, 'obs', INBOX_CONSUMER);
  await truncate(join(consumer, 'meta.inf'), 0);
  await stat(join(consumer, 'o.dat'));
};

/** Cuts the later half off what an inbox holds on the disk, while no server runs: it was never synced. */
export const loseHalfOfInbox = async (dataDir: string, department: DepartmentId): Promise<void> => {
  const stream = join(inboxOnDisk(dataDir, department), 'msgs');
  const blocks = (await readdir(stream)).filter((name) => name.endsWith('.blk'));
  const inOrder = blocks.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const kept = inOrder.slice(0, Math.ceil(inOrder.length / 2));
  for (const name of inOrder.slice(kept.length)) await rm(join(stream, name));
  const last = join(stream, kept.at(-1) as string);
  await truncate(last, Math.floor((await stat(last)).size / 2));
  await rm(join(stream, 'index.db'), { force: true });
};
