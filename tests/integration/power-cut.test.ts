// A power cut right after the first start, then in the middle of hand-offs: unlike kill −9 it shows what was never synced.
import { join } from 'node:path';
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import { afterAll, expect, it, vi } from 'vitest';
import type { Credentials } from '../../schemas/credentials.ts';
import { instantFromMillis } from '../../schemas/instant.ts';
import { realClock } from '../../services/clock.ts';
import { loadPlatformKeys } from '../../services/host/platform/keys.ts';
import { loadOrCreateNkey } from '../../services/host/stack/service-keys.ts';
import {
  approval,
  handOver,
  inLanes,
  openTransfers,
  receiptOf,
  type Sender,
  sender,
} from '../support/hand-off-load.ts';
import { type InboxReader, readInbox } from '../support/inbox-reader.ts';
import { ledgerReading } from '../support/ledger-audit.ts';
import { lostNotices } from '../support/lost-notices.ts';
import { ownDisk } from '../support/own-disk.ts';
import { auditPlatform } from '../support/platform-audit.ts';
import { freePorts, type PlatformProcess, startPlatformProcess } from '../support/platform-process.ts';
import { openDepartment, type TestDepartment } from '../support/test-platform.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const HAND_OFFS = 120;
const CUTS = 3;
const DEPARTMENTS = ['653023/medical-insurance', '653023/public-security', '653023/procuratorate'];

const disk = await ownDisk();
if (!disk) console.log('no power is cut here: that needs Linux, root and a loop device');

let platform: PlatformProcess;
let ledger: NatsConnection | undefined;
const departments: TestDepartment[] = [];
const inboxes: InboxReader[] = [];
afterAll(async () => {
  await Promise.all(inboxes.map((inbox) => inbox.stop()));
  await Promise.all([...departments.map(({ nc }) => nc.close()), ledger?.close()]);
  await platform?.stop();
  await disk?.remove();
});

it.runIf(disk)('loses no key, no entry and no notice, and doubles nothing', async () => {
  if (!disk) return;
  const folder = join(disk.folder, 'platform');
  const ports = await freePorts();
  const start = async () => {
    platform = await startPlatformProcess(folder, ports, { inboxBytes: 8_388_608 });
  };
  const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
  const lost: string[] = [];
  const cut = async () => {
    const { nats, temporal } = await platform.ask('servers');
    await disk.cut(async () => {
      process.kill(nats, 'SIGKILL');
      process.kill(temporal, 'SIGKILL');
      await platform.kill9();
    });
    lost.push(
      ...(await lostNotices(
        folders,
        departments.map(({ id }) => id),
      )),
    );
    await start();
  };

  await start();
  const keys = await loadPlatformKeys(join(folder, 'keys'));
  await cut();
  expect((await loadPlatformKeys(join(folder, 'keys'))).root.publicKey).toBe(keys.root.publicKey);

  for (const id of DEPARTMENTS) {
    departments.push(
      await openDepartment((await platform.ask('addDepartment', id)) as Credentials, realClock()),
    );
  }
  const [insurance, police] = departments as [TestDepartment, TestDepartment];
  const { seed } = await loadOrCreateNkey(join(folder, 'keys'), 'relay');
  ledger = await connect({
    servers: (await platform.ask('servers')).natsUrl,
    authenticator: nkeyAuthenticator(seed),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
  });
  for (const department of departments) inboxes.push(await readInbox(department));

  const load: Sender = sender();
  const cases = await openTransfers(load, insurance, HAND_OFFS, instantFromMillis(Date.now() - 3_600_000));
  const before = load.receipts.length;
  const handingOff = inLanes(cases, 16, async (caseId) => {
    await load.send(insurance, approval(insurance, caseId));
    await load.send(insurance, handOver(insurance, caseId));
    await load.send(police, receiptOf(police, caseId));
  });
  for (let n = 0; n < CUTS; n += 1) {
    await load.acknowledged(before + Math.round(((n + 0.5) / CUTS) * 3 * HAND_OFFS));
    await cut();
  }
  await handingOff;
  // The control: had the relay gone on from where it was, these would be missing below.
  console.log(`power cut × ${CUTS + 1}: notices acknowledged and not on the disk ${lost.length}`);
  expect(lost.length).toBeGreaterThan(0);
  await auditPlatform(`power cut × ${CUTS + 1}`, {
    platform,
    folder,
    ledger,
    entries: ledgerReading(ledger),
    departments,
    inboxes,
    load,
  });
  expect(load.receipts).toHaveLength(before + 3 * HAND_OFFS);
});
