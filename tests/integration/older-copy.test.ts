// The whole data folder put back to an older copy, with mirror and checkpoints in it: found out by the checkpoint beside the keys.
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lawItems } from '../../law/law.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { realClock } from '../../services/clock.ts';
import { type Bus, startBus } from '../../services/host/platform/bus.ts';
import { closeConnections, connectServices } from '../../services/host/platform/connections.ts';
import { loadPlatformKeys } from '../../services/host/platform/keys.ts';
import { provisioning } from '../../services/host/platform/provisioning.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { type NatsServer, startNats } from '../../services/host/stack/nats-server.ts';
import { createLog } from '../../services/log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const withServer = async <T>(use: (nats: NatsServer) => Promise<T>): Promise<T> => {
  const binary = (await findServer('nats-server')).path;
  const nats = await startNats({
    binary,
    dataDir: at('data'),
    keysDir: at('keys'),
    port: 0,
    onProgress: () => undefined,
  });
  try {
    return await use(nats);
  } finally {
    await nats.stop();
  }
};

/** One run of the bus on the data as they are, in which so many departments are registered. */
const run = (departments: readonly string[]): Promise<void> =>
  withServer(async (nats) => {
    const keys = await loadPlatformKeys(at('keys'));
    let bus: Bus | undefined;
    try {
      bus = await startBus({
        nats,
        dataDir: at('data'),
        keys,
        clock: realClock(),
        log: createLog({ level: 'silent', pretty: false }),
        origin: 'xianjie.test/ledger',
        law: lawItems,
      });
      const operator = provisioning({ bus, keys, url: nats.url, httpUrl: () => '' });
      for (const id of departments) {
        const { answer } = await operator.addDepartment(`653023/${id}` as '653023/health', id);
        if (!answer.ok) throw new Error(answer.code);
      }
      await bus.checkpoints.caughtUp(await lastSequence(bus.connections.relay));
    } finally {
      await bus?.stop();
    }
  });
const entries = (): Promise<number> =>
  withServer(async (nats) => {
    const connections = await connectServices(nats.url, nats.serviceKeys);
    try {
      return await lastSequence(connections.relay);
    } finally {
      await closeConnections(connections);
    }
  });
const putBack = async (copy: string): Promise<void> => {
  await rm(at('data'), { recursive: true });
  await cp(at(copy), at('data'), { recursive: true });
};

describe('an older copy of the data folder', () => {
  it('is refused at the start, with what to do, and nothing is written to it', async () => {
    await run(['health']);
    await cp(at('data'), at('older'), { recursive: true });
    const then = await entries();
    await run(['public-security']);
    await putBack('older');
    await expect(run(['audit'])).rejects.toMatchObject({
      name: 'LedgerFault',
      code: 'LEDGER_ROLLED_BACK',
      message: expect.stringMatching(
        new RegExp(
          `账本只有 ${then} 条，而最近的检查点有 ${then + 1} 条.*换回最新的.*last-checkpoint.*put the newest one back`,
        ),
      ),
    });
    expect(await entries()).toBe(then);
    // Somebody restored a backup on purpose: the checkpoint goes by hand.
    await rename(at('keys/last-checkpoint'), at('keys/last-checkpoint.before'));
    await run(['audit']);
    expect(await entries()).toBe(then + 1);

    // What was written on the copy is another ledger than the one checkpointed.
    await rename(at('keys/last-checkpoint.before'), at('keys/last-checkpoint'));
    await expect(run([])).rejects.toMatchObject({
      code: 'LEDGER_ROLLED_BACK',
      message: expect.stringContaining(`账本的前 ${then + 1} 条与最近的检查点不符`),
    });
  });

  it('is refused where nothing at all is left of the ledger', async () => {
    await run(['health']);
    await rm(at('data'), { recursive: true });
    await expect(run([])).rejects.toMatchObject({ code: 'LEDGER_ROLLED_BACK' });
    expect(await entries()).toBe(0);
  });

  it('the newest data start again as often as one likes', async () => {
    await run(['health']);
    await run(['public-security']);
    await run([]);
    await run(['audit']);
  });
});
