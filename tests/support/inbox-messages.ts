// What lies in a department's inbox, byte for byte as anyone who reads the disk would find it.
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { inboxStream } from '../../schemas/subjects.ts';
import { readLedger, type StoredMessage } from '../../services/bus/ledger/read.ts';

/** @param nc a connection of one of our own services */
export const inboxMessages = async (nc: NatsConnection, department: string): Promise<StoredMessage[]> => {
  const stream = inboxStream(department);
  const { state } = await (await jetstreamManager(nc, { checkAPI: false })).streams.info(stream);
  const found: StoredMessage[] = [];
  for await (const message of readLedger(nc, {
    stream,
    from: Math.max(1, state.first_seq),
    to: state.last_seq,
  }))
    found.push(message);
  return found;
};
