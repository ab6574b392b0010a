// Entry of the inbox relay's thread: it opens, addresses and writes several notices for each command taken, which on the
// registrar's thread would stand in the way of the next command. Behind it where cores are few: a notice may lag.
import { workerData } from 'node:worker_threads';
import { jetstream } from '@nats-io/jetstream';
import pino from 'pino';
import { createCaseKeys } from '../../bus/ledger/case-keys.ts';
import type { Following, Standing } from '../../bus/ledger/following.ts';
import { lawReader } from '../../bus/registrar/law-reader.ts';
import { registerReader } from '../../bus/registrar/register-reader.ts';
import { loadParked } from '../../bus/relay/parked.ts';
import { startInboxRelay } from '../../bus/relay/to-inbox.ts';
import { pressureFrom, WAVE } from '../../pressure.ts';
import { answerCalls, tellOwner } from '../../thread-calls.ts';
import { connectService } from './connections.ts';

/** Given to the thread when it starts. */
export type InboxThreadOptions = {
  readonly url: string;
  /** Seed of service `relay`. */
  readonly seed: Uint8Array;
  readonly masterKey: Uint8Array;
  /** How long inboxes keep a notice, milliseconds. */
  readonly inboxAgeMs: number;
  /** How long after it was acknowledged the server has a notice on the disk at the latest, milliseconds. */
  readonly sureAfterMs: number;
  readonly logLevel: string;
  readonly pressure: SharedArrayBuffer;
};

/** What its owner may ask of it. */
export type InboxRelay = Pick<Following, 'pending' | 'stop'> & { standing(): Promise<Standing> };

const { url, seed, masterKey, inboxAgeMs, sureAfterMs, logLevel, pressure } =
  workerData as InboxThreadOptions;
const nc = await connectService(url, 'relay', { seed });
const js = jetstream(nc);
const relay = await startInboxRelay({
  nc,
  js,
  registers: registerReader(nc),
  laws: lawReader(nc),
  caseKeys: createCaseKeys({ nc, js, masterKey }),
  parked: await loadParked(nc, js, sureAfterMs),
  inboxAgeMs,
  sureAfterMs,
  log: pino({ level: logLevel, base: null }, { write: tellOwner }),
  giveWay: pressureFrom(pressure).giveWayTo(WAVE),
});

answerCalls({
  pending: relay.pending,
  standing: async () => relay.standing(),
  stop: async () => {
    await relay.stop();
    await nc.close();
  },
} satisfies InboxRelay);
