// A full disk: senders are told to send again, and when there is room it goes on by itself, with nothing lost or doubled.
import { join } from 'node:path';
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import { afterAll, expect, it } from 'vitest';
import type { Credentials } from '../../schemas/credentials.ts';
import { instantFromMillis } from '../../schemas/instant.ts';
import { realClock } from '../../services/clock.ts';
import { loadOrCreateNkey } from '../../services/host/stack/service-keys.ts';
import { eventually } from '../support/eventually.ts';
import { openTransfers, sender } from '../support/hand-off-load.ts';
import { type InboxReader, readInbox } from '../support/inbox-reader.ts';
import { ledgerReading } from '../support/ledger-audit.ts';
import { ownDisk } from '../support/own-disk.ts';
import { auditPlatform } from '../support/platform-audit.ts';
import { freePorts, type PlatformProcess, startPlatformProcess } from '../support/platform-process.ts';
import { openDepartment, type TestDepartment } from '../support/test-platform.ts';

const disk = await ownDisk();
if (!disk) console.log('no disk is filled here: that needs Linux, root and a loop device');

let platform: PlatformProcess | undefined;
let ledger: NatsConnection | undefined;
let insurance: TestDepartment | undefined;
let inbox: InboxReader | undefined;
afterAll(async () => {
  await inbox?.stop();
  await Promise.all([insurance?.nc.close(), ledger?.close()]);
  await platform?.stop();
  await disk?.remove();
});

it.runIf(disk)(
  'refuses for the time being, tells nobody an untruth, and goes on when there is room',
  async () => {
    if (!disk) return;
    const folder = join(disk.folder, 'platform');
    platform = await startPlatformProcess(folder, await freePorts(), { inboxBytes: 8_388_608 });
    const credentials = (await platform.ask('addDepartment', '653023/medical-insurance')) as Credentials;
    insurance = await openDepartment(credentials, realClock());
    inbox = await readInbox(insurance);
    const { seed } = await loadOrCreateNkey(join(folder, 'keys'), 'relay');
    const servers = (await platform.ask('servers')).natsUrl;
    ledger = await connect({ servers, authenticator: nkeyAuthenticator(seed), maxReconnectAttempts: -1 });

    const load = sender();
    const openedAt = instantFromMillis(Date.now() - 3_600_000);
    await openTransfers(load, insurance, 20, openedAt);
    const before = load.receipts.length;
    await disk.fill();
    const opening = openTransfers(load, insurance, 400, openedAt);
    const refused = () => load.count.retryable + load.count.unanswered;
    await eventually(async () => refused() > 0);
    const whileFull = load.receipts.length - before;
    await disk.free();
    await opening;
    expect(load.receipts.length).toBe(before + 800);
    await auditPlatform(`full disk, ${whileFull} commands taken before it was felt`, {
      platform,
      folder,
      ledger,
      entries: ledgerReading(ledger),
      departments: [insurance],
      inboxes: [inbox],
      load,
    });
  },
);
