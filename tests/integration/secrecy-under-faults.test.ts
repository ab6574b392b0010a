// Names and texts while things go wrong: errors of the bus, crashes, dead letters. Afterwards every file, table and history
// is searched: no name, no text and no reporter lies anywhere in plain; those entitled open what was sealed for them.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Credentials } from '../../schemas/credentials.ts';
import type { Answer, OpenedNotice } from '../../schemas/entry.ts';
import { commandSubject, inboxStream } from '../../schemas/subjects.ts';
import { temporalClient } from '../../services/bus/enforcement/client.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { openDatabase } from '../../services/bus/reading-room/sql/database.ts';
import { realClock } from '../../services/clock.ts';
import { loadOrCreateNkey } from '../../services/host/stack/service-keys.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { generateSealingKey, openSealed, sealFor } from '../../services/proof/seal.ts';
import { eventually } from '../support/eventually.ts';
import { approval, handOver, sender } from '../support/hand-off-load.ts';
import {
  endServersOf,
  freePorts,
  type PlatformProcess,
  startPlatformProcess,
} from '../support/platform-process.ts';
import { openDepartment, type TestDepartment } from '../support/test-platform.ts';

const NAME = '阿依标记某某';
const TEXT = 'Marker-K4W9-串换药品的正文';
const REPORTER = 'Reporter-Z8P3-举报人某某';
/** Opens a reporter’s identity: two officers of the police have it, never their software. */
const reporting = generateSealingKey('653023/public-security');

/** A mark as it is, and inside base64 wherever it begins there. */
const spellings = (mark: string): Buffer[] => [
  Buffer.from(mark),
  ...[0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(mark)]).toString('base64');
    return Buffer.from(text.replace(/=+$/, '').slice(offset === 0 ? 0 : offset + 1, -1));
  }),
];
const PARTY = [NAME, TEXT].flatMap(spellings);
const SEALED = spellings(REPORTER);
const holds = (bytes: Buffer, marks: readonly Buffer[]): boolean =>
  marks.some((mark) => bytes.includes(mark));

let folder: string;
let ports: Awaited<ReturnType<typeof freePorts>>;
let platform: PlatformProcess;
let services: NatsConnection;
let insurance: TestDepartment;
let police: TestDepartment;
let office: TestDepartment;
const departments: TestDepartment[] = [];
const load = sender();
const newSubjects = [{ subject: 's1', kind: 'person' as const }];
const party = { summary: TEXT, subjects: { s1: { name: NAME } }, contact: NAME };

const enlist = async (id: string): Promise<TestDepartment> => {
  const credentials = (await platform.ask('addDepartment', id)) as Credentials;
  const department = await openDepartment(credentials, realClock());
  departments.push(department);
  return department;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'));
  ports = await freePorts();
  platform = await startPlatformProcess(folder, ports, { logLevel: 'trace' });
  insurance = await enlist('653023/medical-insurance');
  police = await enlist('653023/public-security');
  office = await enlist('653023/joint-meeting-office');
  const report = {
    change: 'key-granted',
    key: reporting.id,
    holder: { department: police.id },
    use: 'report',
    suite: 'X25519',
    publicKey: reporting.publicKey,
    from: realClock().now(),
  };
  expect(await platform.ask('enter', JSON.stringify({ region: '653023', changes: [report] }))).toBe(true);
  services = await connect({
    servers: (await platform.ask('servers')).natsUrl,
    authenticator: nkeyAuthenticator((await loadOrCreateNkey(join(folder, 'keys'), 'operator')).seed),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 100,
  });
});
afterAll(async () => {
  await Promise.all([...departments.map(({ nc }) => nc.close()), services?.close()]);
  await platform?.stop();
  await endServersOf(folder);
  await rm(folder, { recursive: true, force: true });
});

const fact = (caseId: string) =>
  insurance.signed('o-1', 'record-fact', { case: caseId, body: { fact: 'interview-held' }, party });

const raw = async (body: string): Promise<Answer> =>
  (await insurance.nc.request(commandSubject(insurance.id), body, { timeout: 10_000 })).json<Answer>();

const relayed = () => eventually(async () => (await platform.ask('pending')).inboxes === 0);

const disclosed = (notices: readonly OpenedNotice[]): string =>
  JSON.stringify(notices.map(({ data }) => data.disclosures));

it('keeps names, texts and a reporter to those entitled, whatever goes wrong', async () => {
  const reporter = sealFor(reporting, REPORTER);
  const opened = await load.send(
    insurance,
    insurance.signed('o-1', 'suspect-crime', {
      body: { team: ['o-1', 'o-2'], newSubjects },
      party: { ...party, reporter },
    }),
  );
  const { case: caseId } = opened;
  await load.send(
    insurance,
    insurance.signed('o-1', 'submit-transfer-report', {
      case: caseId,
      body: { papers: [{ code: 'transfer-report', id: '1' }] },
      party,
    }),
  );

  // An infrastructure error: the bus is killed −9 under commands that carry the marks.
  const under = Array.from({ length: 20 }, () => load.send(insurance, fact(caseId)));
  process.kill((await platform.ask('servers')).nats, 'SIGKILL');
  await Promise.all(under);
  // A crash: the services are killed −9 under such commands.
  const crashing = Array.from({ length: 20 }, () => load.send(insurance, fact(caseId)));
  await platform.kill9();
  platform = await startPlatformProcess(folder, ports, { logLevel: 'trace' });
  await Promise.all(crashing);
  // Contract errors, refusals, and a reporter who is named instead of sealed.
  expect(await raw(`{"name":"${NAME}", ${TEXT} ${REPORTER}`)).toMatchObject({ code: 'NOT_JSON' });
  expect(await raw(JSON.stringify({ ...fact(caseId), [NAME]: TEXT }))).toMatchObject({
    code: 'SCHEMA_MISMATCH',
  });
  const named = insurance.signed('o-1', 'record-fact', {
    case: caseId,
    body: { fact: 'interview-held' },
    party: { ...party, reporter: REPORTER },
  });
  expect(await raw(JSON.stringify(named))).toMatchObject({ ok: false });
  const unknown = insurance.signed('o-1', 'no-such-command', { case: caseId, party });
  expect(await raw(JSON.stringify(unknown))).toMatchObject({ code: 'UNKNOWN_COMMAND' });
  const early = police.signed('o-1', 'sign-receipt', { case: caseId, party: { reason: TEXT } });
  const earlyAnswer = (
    await police.nc.request(commandSubject(police.id), JSON.stringify(early), { timeout: 10_000 })
  ).json<Answer>();
  // The receiver has nothing before the hand-over, not even that there is a case.
  expect(earlyAnswer).toMatchObject({ ok: false, code: 'CASE_NOT_FOUND' });
  await relayed();
  expect(await lastSequence(services, inboxStream(police.id))).toBe(0);

  await load.send(insurance, approval(insurance, caseId));
  await load.send(insurance, handOver(insurance, caseId));
  const clue = insurance.signed('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud' }, newSubjects },
    party: { ...party, reporter },
  });
  await load.send(insurance, clue);
  await relayed();
  await eventually(async () => (await platform.ask('pending')).temporal === 0);

  // Those entitled: the police have the transfer with all that came before it, and the clue; they open what was sealed for them.
  const policeNotices = await police.notices(load.receipts.length);
  expect(policeNotices.filter(({ backfill }) => backfill)).toHaveLength(load.receipts.length - 2);
  expect(disclosed(policeNotices)).toContain(NAME);
  expect(disclosed(policeNotices)).toContain(TEXT);
  expect(disclosed(policeNotices)).not.toContain(REPORTER);
  const sealedValue = policeNotices
    .flatMap(({ data }) => data.disclosures)
    .find(({ path }) => path === '/reporter')?.value;
  expect(await openSealed(reporting, sealedValue as string)).toBe(REPORTER);
  // The secretariat: every entry in its open form, and no value.
  const officeNotices = await office.notices(load.receipts.length);
  expect(disclosed(officeNotices)).toBe(JSON.stringify(officeNotices.map(() => [])));
  expect(holds(Buffer.from(JSON.stringify(officeNotices)), [...PARTY, ...SEALED])).toBe(false);
  // One more that nobody takes out: its values lie sealed in the inboxes while everything is searched.
  const waiting = await load.send(
    insurance,
    insurance.signed('o-1', 'send-clue', {
      body: { to: [police.id], fields: { topic: 'x' }, newSubjects },
      party,
    }),
  );
  await relayed();

  const histories = await searchedHistories();
  await Promise.all(departments.map(({ nc }) => nc.close()));
  await platform.stop();
  const rows = await searchedTables();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const foundIn = async (marks: readonly Buffer[]): Promise<string[]> => {
    const found: string[] = [];
    for (const file of files) if (holds(await readFile(file), marks)) found.push(relative(folder, file));
    return found;
  };
  const [partyIn, sealedIn] = [await foundIn(PARTY), await foundIn(SEALED)];
  // The search sees: what stands open in a notice is found in the inboxes of both.
  const seenIn = await foundIn([Buffer.from(waiting.case)]);
  const inboxes = new Set(seenIn.flatMap((file) => /streams\/(INBOX_[^/]+)\//.exec(file)?.[1] ?? []));
  console.log(
    `secrecy under faults: ${files.length} files, ${histories} histories, ${rows} rows searched; ` +
      `names and texts found in ${partyIn.length}, reporter in ${sealedIn.length}`,
  );
  expect([...sealedIn, ...partyIn]).toEqual([]);
  expect([...inboxes]).toEqual(expect.arrayContaining([inboxStream(insurance.id), inboxStream(police.id)]));
  expect(files.some((file) => file.endsWith('child.log'))).toBe(true);
  expect(rows).toBeGreaterThan(50);
});

/** Every history of Temporal, as text; how many there were. */
async function searchedHistories(): Promise<number> {
  const { temporalAddress } = await platform.ask('servers');
  const { client, close } = temporalClient({ address: temporalAddress, namespace: temporalNamespace });
  let histories = 0;
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const text = JSON.stringify(history, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
    );
    expect(holds(Buffer.from(text), [...PARTY, ...SEALED])).toBe(false);
    histories += 1;
  }
  await close();
  expect(histories).toBeGreaterThan(0);
  return histories;
}

/** Every row of every table of the reading room, as text; how many there were. */
async function searchedTables(): Promise<number> {
  const db = await openDatabase({ folder: join(folder, 'data', 'reading-room') });
  let rows = 0;
  for (const { name, schema } of await db.introspection.getTables()) {
    for (const row of await db
      .withSchema(schema ?? 'public')
      .selectFrom(name as never)
      .selectAll()
      .execute()) {
      expect(holds(Buffer.from(JSON.stringify(row)), [...PARTY, ...SEALED])).toBe(false);
      rows += 1;
    }
  }
  await db.destroy();
  return rows;
}
