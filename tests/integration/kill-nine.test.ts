// kill −9 of services, nats-server and Temporal in the middle of the work: what was acknowledged is there, once; what was
// recorded is told, under one id; what falls due is acted on, once, never early.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Credentials } from '../../schemas/credentials.ts';
import { type Instant, instantFromMillis, millisOf, plusMillis } from '../../schemas/instant.ts';
import { realClock } from '../../services/clock.ts';
import { loadOrCreateNkey } from '../../services/host/stack/service-keys.ts';
import { eventually } from '../support/eventually.ts';
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
import { ledgerReading, momentsIn, type Written } from '../support/ledger-audit.ts';
import { auditPlatform } from '../support/platform-audit.ts';
import {
  endServersOf,
  freePorts,
  type PlatformProcess,
  startPlatformProcess,
} from '../support/platform-process.ts';
import { openDepartment, type TestDepartment } from '../support/test-platform.ts';

const HAND_OFFS = 320;
const DEADLINES = 2_000;
const DAY_MS = 24 * 3_600_000;

type Victim = 'services' | 'nats' | 'temporal';
const VICTIMS: readonly Victim[] = [
  'services',
  'nats',
  'temporal',
  'services',
  'nats',
  'services',
  'temporal',
  'nats',
];

let folder: string;
let ports: Awaited<ReturnType<typeof freePorts>>;
let platform: PlatformProcess;
let ledger: NatsConnection;
let entries: ReturnType<typeof ledgerReading>;
const departments: TestDepartment[] = [];
const inboxes: InboxReader[] = [];
let insurance: TestDepartment;
let police: TestDepartment;

const enlist = async (id: string): Promise<TestDepartment> => {
  const credentials = (await platform.ask('addDepartment', id)) as Credentials;
  const department = await openDepartment(credentials, realClock());
  departments.push(department);
  return department;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'));
  ports = await freePorts();
  platform = await startPlatformProcess(folder, ports);
  insurance = await enlist('653023/medical-insurance');
  police = await enlist('653023/public-security');
  await enlist('653023/procuratorate');
  const { natsUrl } = await platform.ask('servers');
  const { seed } = await loadOrCreateNkey(join(folder, 'keys'), 'relay');
  ledger = await connect({
    servers: natsUrl,
    authenticator: nkeyAuthenticator(seed),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
  });
  entries = ledgerReading(ledger);
});

afterAll(async () => {
  await Promise.all(inboxes.map((inbox) => inbox.stop()));
  await Promise.all([...departments.map(({ nc }) => nc.close()), ledger?.close()]);
  await platform?.stop();
  await endServersOf(folder);
  await rm(folder, { recursive: true, force: true });
});

/** SIGKILL, then until it is back: the services by us, as an operator would; the servers by their supervisor. */
const kill9 = async (victim: Victim): Promise<void> => {
  if (victim === 'services') {
    await platform.kill9();
    platform = await startPlatformProcess(folder, ports);
    return;
  }
  const before = (await platform.ask('servers'))[victim];
  process.kill(before, 'SIGKILL');
  await eventually(async () => (await platform.ask('servers'))[victim] !== before);
};

const audit = (title: string, load: Sender): Promise<readonly Written[]> =>
  auditPlatform(title, { platform, folder, ledger, entries, departments, inboxes, load });

it(`loses and doubles nothing of ${HAND_OFFS} hand-offs while everything is killed −9 in turn`, async () => {
  const load = sender();
  for (const department of departments) {
    const onNotice = (caseId: string): void => {
      void load.send(department, receiptOf(department, caseId));
    };
    inboxes.push(
      await readInbox(department, ({ subject, type }) => {
        if (department === police && type.endsWith('.handed-over.v1')) onNotice(subject);
      }),
    );
  }
  const openedAt = instantFromMillis(Date.now() - 3_600_000);
  const cases = await openTransfers(load, insurance, HAND_OFFS, openedAt);
  await inLanes(cases, 64, (caseId) => load.send(insurance, approval(insurance, caseId)));
  const before = load.receipts.length;

  const handingOver = inLanes(cases, 8, (caseId) => load.send(insurance, handOver(insurance, caseId)));
  for (const [at, victim] of VICTIMS.entries()) {
    await load.acknowledged(before + Math.round(((at + 0.5) / VICTIMS.length) * 2 * HAND_OFFS));
    await kill9(victim);
  }
  await handingOver;
  await load.acknowledged(before + 2 * HAND_OFFS);
  const written = await audit(`kill −9 × ${VICTIMS.length} (${VICTIMS.join(', ')})`, load);
  const signed = written.filter(({ entry }) =>
    entry.events.some(({ kind, type }) => kind === 'step' && type === 'receipt-signed'),
  );
  expect(signed).toHaveLength(HAND_OFFS);
});

it(`acts once on ${DEADLINES} deadlines at one instant while Temporal, then the services, are killed −9`, async () => {
  const load = sender();
  await platform.ask('enforcing');
  const cases = await openTransfers(
    load,
    insurance,
    DEADLINES,
    instantFromMillis(Date.now() - DAY_MS - 3_600_000),
  );
  // 24 hours from the approval: so it is approved as of a day before the instant at which all are to fall due.
  const due: Instant = instantFromMillis(Date.now() + 15_000);
  const occurredAt = plusMillis(due, -DAY_MS);
  await inLanes(cases, 64, (caseId) => load.send(insurance, approval(insurance, caseId, { occurredAt })));
  const overdue = async () => {
    const { moments } = momentsIn(await entries());
    return moments.filter(({ clock, type, plannedAt }) => {
      // In time at the very instant, so overdue a millisecond later.
      return type === 'limit-overdue' && clock.includes('/fwd-handover/') && plannedAt === plusMillis(due, 1);
    });
  };
  await eventually(async () => Date.now() >= millisOf(due) && (await overdue()).length > 0);
  const atKill = (await overdue()).length;
  await kill9('temporal');
  await eventually(async () => (await overdue()).length >= DEADLINES / 2);
  const atSecondKill = (await overdue()).length;
  await kill9('services');
  await eventually(async () => (await overdue()).length >= DEADLINES);
  await audit(
    `${DEADLINES} deadlines at one instant, Temporal killed −9 after ${atKill}, services after ${atSecondKill}`,
    load,
  );
  const reached = await overdue();
  expect(new Set(reached.map((moment) => moment.case)).size).toBe(DEADLINES);
  expect(reached).toHaveLength(DEADLINES);
});
