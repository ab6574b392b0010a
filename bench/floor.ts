// The bare floor: the same bytes into the same kind of stream on the same disk, by the same client, and nothing else.
// A server of its own, configured by the same code, so that the platform's streams stay the platform's.

import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { createUser } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator } from 'nats';
import pMap from 'p-map';
import { LEDGER_STREAM } from '../schemas/subjects.ts';
import { ledgerStreams } from '../services/bus/ledger/stream.ts';
import { findServer } from '../services/host/stack/find-server.ts';
import { startNats } from '../services/host/stack/nats-server.ts';
import type { HandOff } from './cases.ts';

export type Floor = {
  /** Hand-offs a second: two appends each, the second expecting the first. */
  perSecond(handOffs: readonly HandOff[], inFlight: number): Promise<number>;
  stop(): Promise<void>;
};

export const startFloor = async (folder: string): Promise<Floor> => {
  const user = createUser();
  const server = await startNats({
    binary: (await findServer('nats-server', { onProgress: () => undefined })).path,
    dataDir: folder,
    port: 0,
    extraServices: [
      { name: 'bench', publicKey: user.getPublicKey(), permissions: { denyPublish: [], denySubscribe: [] } },
    ],
    onProgress: () => undefined,
  });
  const nc = await connect({
    servers: server.url,
    authenticator: nkeyAuthenticator(user.getSeed()),
    noAsyncTraces: true,
  });
  const ledger = ledgerStreams(1).find(({ name }) => name === LEDGER_STREAM);
  if (!ledger) throw new Error('no stream LEDGER');
  await (await jetstreamManager(nc)).streams.add(ledger);
  const js = jetstream(nc);
  let subjects = 0;
  return {
    perSecond: async (handOffs, inFlight) => {
      const begin = performance.now();
      await pMap(
        handOffs,
        async ({ over, receipt }) => {
          subjects += 1;
          const subject = `ledger.case.000000.floor-${subjects}`;
          const { seq } = await js.publish(subject, over, {
            timeout: 60_000,
            expect: { lastSubjectSequence: 0 },
          });
          await js.publish(subject, receipt, { timeout: 60_000, expect: { lastSubjectSequence: seq } });
        },
        { concurrency: inFlight },
      );
      return (handOffs.length * 1_000) / (performance.now() - begin);
    },
    stop: async () => {
      await nc.close();
      await server.stop();
    },
  };
};
