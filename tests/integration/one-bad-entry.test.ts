// One entry that nobody can fold, as an older version might have left it, on a whole platform: every follower names it and goes on,
// `/ready` and the answers of tables say so, and everything else is done.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseSubject } from '../../schemas/subjects.ts';
import { messageAt } from '../../services/bus/ledger/read.ts';
import { makePrivateFolder } from '../../services/durable-file.ts';
import { parseRecord } from '../../services/proof/record.ts';
import { eventually } from '../support/eventually.ts';
import { type HttpCallers, httpCallers } from '../support/http-callers.ts';
import { logLines } from '../support/log-lines.ts';
import { type CliResult, cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const BAD = `653023-${'z'.repeat(16)}`;
let test: TestPlatform;
let http: HttpCallers;
let xianjie: (...args: string[]) => Promise<CliResult>;
let bureau: TestDepartment;
let badAt = 0;
const { log, lines } = logLines('info');

type Ready = {
  readonly ready: boolean;
  readonly followers: Readonly<
    Record<string, { readonly behind: number; readonly parked: unknown[]; readonly failing: unknown }>
  >;
};
const ready = async (): Promise<Ready> => (await http.ask('nobody', 'GET', '/ready')).body as Ready;

const clue = async (): Promise<string> => {
  const { body } = await http.ask('sender', 'POST', '/v1/commands', {
    commandId: `c-${Date.now()}`,
    command: 'send-clue',
    body: { to: ['653023/public-security'], fields: { topic: 'fraud' } },
    party: { summary: '内容' },
  });
  return (body as { case: string }).case;
};

beforeAll(async () => {
  test = await startTestPlatform({ log });
  http = await httpCallers(test);
  xianjie = cliFor(test.options);
  await test.platform.enforcing.ready;
  // A real entry with another case and an event that no such case can have.
  await clue();
  const { registrar } = test.platform.bus.connections;
  const { cases } = (await http.ask('sender', 'GET', '/v1/cases')).body as { cases: { case: string }[] };
  const head = await test.platform.bus.cases.get(cases[0]?.case ?? '');
  const message = await messageAt(registrar, head?.ledgerSequence ?? 0);
  const record = parseRecord(message?.data ?? Buffer.alloc(0));
  const events = record.body.events.filter(({ kind }) => kind !== 'case');
  const forged = { ...record, head: { ...record.head, id: BAD }, body: { ...record.body, events } };
  badAt = (await jetstream(registrar).publish(caseSubject(BAD), JSON.stringify(forged))).seq;
  bureau = await test.department('653023/finance');
});
afterAll(() => test?.stop());

it('is named by every follower that cannot take it; all of them go on, and /ready says where they stand', async () => {
  await eventually(async () => {
    const { followers } = await ready();
    return ['inboxes', 'temporal', 'readingRoom'].every((name) => followers[name]?.parked.length === 1);
  });
  for (const follower of ['relay-inbox', 'relay-temporal', 'reading-room'])
    expect(
      lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => line['follower'] === follower && line['level'] === 50),
    ).toMatchObject([{ case: BAD, sequence: badAt }]);
  const good = await clue();
  await eventually(async () => Object.values((await ready()).followers).every(({ behind }) => behind === 0));
  const { followers, ready: isReady } = await ready();
  expect(isReady).toBe(true);
  expect(followers['inboxes']?.parked).toMatchObject([{ entry: badAt }]);
  expect(followers['followUps']).toMatchObject({ parked: [], failing: null });
  // Anyone may ask: no case by name.
  expect(JSON.stringify(followers)).not.toContain(BAD);
  const { items } = (await http.ask('receiver', 'GET', '/v1/due')).body as { items: { case: string }[] };
  expect(items.map((item) => item.case)).toContain(good);
  const police = test.platform.bus.connections.relay;
  expect(police.isClosed()).toBe(false);
});

it('is said in every answer out of tables, and in what commands end with', async () => {
  const lagging = { behind: 0, parked: 1 };
  for (const [who, path] of [
    ['receiver', '/v1/due'],
    ['operator', '/v1/due'],
    ['sender', '/v1/cases'],
  ] as const)
    expect((await http.ask(who, 'GET', path)).body).toMatchObject({ lagging });
  const report = await http.ask(
    'operator',
    'GET',
    '/v1/reports/progress?region=653023&from=2026-01-01&to=2026-12-31&format=md',
  );
  expect(JSON.parse(report.headers.get('xianjie-lagging') ?? 'null')).toMatchObject(lagging);
  expect(report.body).toContain('1 件案件有读不了的记录');

  for (const args of [
    ['due'],
    ['due', '--json'],
    ['report', 'progress', '--region', '653023', '--from', '2026-01-01', '--to', '2026-12-31'],
    ['case', 'list', '--as', `${bureau.id}/o-1`],
  ]) {
    const { code, err, out } = await xianjie(...args);
    expect([args[0], code]).toEqual([args[0], 3]);
    expect(err).toContain('1 件案件有读不了的记录');
    expect(out).not.toBe('');
  }
});

it('is named by a rebuild of Temporal, which arms everything else', async () => {
  const { code, out, err } = await xianjie('enforce', '--rebuild');
  expect(code).toBe(1);
  expect(out).toContain('已从账本重建');
  expect(err).toContain(BAD);
});

it('an empty file in an outbox is said by name, and the next command goes', async () => {
  const outbox = join(test.options.keysDir, 'departments', '653023_finance', 'client', 'outbox');
  await makePrivateFolder(join(outbox, 'waiting'));
  await writeFile(join(outbox, 'waiting', '000000000001-c-torn.json'), '');
  const as = ['--as', `${bureau.id}/o-1`];
  const sent = await xianjie(
    'clue',
    ...as,
    '--to',
    '653023/public-security',
    '--topic',
    'fraud',
    '--summary',
    '内容',
  );
  expect([sent.code, sent.err.includes('c-torn')]).toEqual([0, true]);
  const { code, err, out } = await xianjie('outbox', '--all', ...as);
  expect([code, err.includes('000000000001-c-torn.json')]).toEqual([2, true]);
  expect(out).toContain('已受理');
});
