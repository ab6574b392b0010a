// Every message of the ledger, none left out unseen: what one read does not find is looked for by another before it is called
// damage. A server that is slow, away or going down is unavailable, and nothing is damaged for that.
import type { NatsConnection } from 'nats';
import { lastOf, lastSequence, messageAt, readLedger, type StoredMessage } from './read.ts';
import { unavailable } from './server-line.ts';

/**
 * Messages of the ledger one after the other, up to `to` (the head at the call if not given); `null` in place of one that
 * neither of two reads finds.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export async function* readWhole(nc: NatsConnection, to?: number): AsyncGenerator<StoredMessage | null> {
  const last = to ?? (await lastSequence(nc));
  if (last === 0 && (await lastOf(nc, 'ledger.>'))) throw unavailable(new Error('counted none and read one'));
  let next = 1;
  while (next <= last) {
    for await (const message of readLedger(nc, { from: next, to: last, believes: () => true })) {
      if (message.sequence !== next) break;
      next += 1;
      yield message;
    }
    if (next > last) return;
    yield await messageAt(nc, next);
    next += 1;
  }
}
