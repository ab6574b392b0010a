// A limit passes in stepped time: with the third level a referral to discipline inspection stands open by itself, once, told to who is
// to decide; handed over it is a hand-off like every other, ended by its receipt; and the export proves it all.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenBody } from '../../schemas/command.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { BUS } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { caseSubject } from '../../schemas/subjects.ts';
import { type TemporalClient, temporalClient } from '../../services/bus/enforcement/client.ts';
import { handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import { lastSequence, readSubject } from '../../services/bus/ledger/read.ts';
import { steppedClock } from '../../services/clock.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { entryOf, parseRecord } from '../../services/proof/record.ts';
import { statusQuery } from '../../workflows/messages.ts';
import { cliFor } from '../support/run-cli.ts';
import { stepPlatform } from '../support/step-platform.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';
import { digest } from '../support/unsigned-record.ts';

const INSURANCE = '653023/medical-insurance';
const POLICE = '653023/public-security';
const UPPER_POLICE = '653000/public-security';
const DISCIPLINE = '653000/discipline-inspection';
const REVIEW = 'p1/fwd-filing-review/1';
const REFERRAL = 'discipline-referral';

// Monday 4 March 2024: no holiday until April.
const clock = steppedClock('2024-03-04T08:00:00+08:00');
let test: TestPlatform;
let watching: TemporalClient;
let xianjie: ReturnType<typeof cliFor>;
let caseId: string | undefined;
const departments = new Map<string, TestDepartment>();

const stepTo = (end: Instant): Promise<void> => stepPlatform(test, clock, end);
const act = async (
  as: string,
  at: Instant,
  command: string,
  { officer = 'o-1', paper = [], ...body }: OpenBody & { officer?: string; paper?: string[] } = {},
): Promise<void> => {
  await stepTo(at);
  const papers = paper.map((code) => ({ code, id: `${code}-1`, sha256: digest }));
  const answer = await (departments.get(as) as TestDepartment).send(officer, command, {
    ...(caseId ? { case: caseId } : { procedure: 'criminal-transfer' }),
    body: { ...body, ...(papers.length > 0 ? { papers } : {}) },
    party: { summary: '某医院虚构住院' },
  });
  if (!answer.ok) throw new Error(`${command}: ${answer.code} ${answer.details.join(', ')}`);
  caseId ??= answer.case;
  await test.platform.enforcing.step(at);
};
const entries = async () =>
  (await readSubject(test.platform.bus.connections.relay, caseSubject(caseId ?? ''))).map(({ data }) =>
    entryOf(parseRecord(data)),
  );
const events = async (): Promise<CaseEvent[]> => (await entries()).flatMap((entry) => entry.events);
const shown = async (...args: string[]): Promise<string> => {
  await test.platform.room.idle(await lastSequence(test.platform.bus.connections.relay));
  const { code, out, err } = await xianjie(...args);
  if (code !== 0) throw new Error(err);
  return out;
};

beforeAll(async () => {
  test = await startTestPlatform({ clock });
  for (const id of [INSURANCE, POLICE, UPPER_POLICE, DISCIPLINE])
    departments.set(id, await test.department(id));
  xianjie = cliFor(test.options);
  await test.platform.enforcing.ready;
  watching = temporalClient({ address: test.platform.temporal.address, namespace: temporalNamespace });

  await act(INSURANCE, '2024-03-04T10:00:00+08:00', 'suspect-crime', { team: ['o-1', 'o-2'] });
  await act(INSURANCE, '2024-03-04T10:10:00+08:00', 'submit-transfer-report', { paper: ['transfer-report'] });
  await act(INSURANCE, '2024-03-04T10:20:00+08:00', 'approve-transfer', { officer: 'head' });
  await act(INSURANCE, '2024-03-04T10:30:00+08:00', 'hand-over', {
    paper: ['transfer-letter', 'investigation-report', 'property-list'],
  });
  await act(POLICE, '2024-03-05T11:00:00+08:00', 'sign-receipt');
  // Three days end with Friday 8 March; the third level comes with the end of Friday 15 March.
  await stepTo('2024-03-16T00:00:00+08:00');
});
afterAll(async () => {
  await watching?.close();
  await test?.stop();
});

it('stands open with the third level, by the bus and no officer, in an entry of its own', async () => {
  const all = await entries();
  const opening = all.find((entry) =>
    entry.events.some((event) => event.kind === 'proceeding' && event.breach),
  );
  expect(opening?.recordedAt).toBe('2024-03-16T00:00:00+08:00');
  expect(opening?.command).toMatchObject({ actor: { service: 'relay' }, command: 'take-follow-up' });
  expect(opening?.events).toMatchObject([
    { kind: 'proceeding', procedure: REFERRAL, parent: 'p1', breach: REVIEW },
    { kind: 'step', type: 'breach-on-record-noted', by: BUS, joins: [UPPER_POLICE] },
    { kind: 'clock', limit: 'dis-refer', obliged: UPPER_POLICE },
    { kind: 'follow-up-end', type: 'follow-up-taken' },
  ]);
});

it('is told to the superior police, who read of the bus and of the limit that was broken', async () => {
  const notices = (await departments.get(UPPER_POLICE)?.notices(2)) ?? [];
  expect(notices.map(({ type }) => type)).toContain(`xianjie.${REFERRAL}.breach-on-record-noted.v1`);
  const text = await shown('case', 'show', caseId ?? '', '--as', `${UPPER_POLICE}/head`);
  expect(text).toMatch(/因立案审查逾期自动启动/);
  expect(text).toMatch(/总线（自动）/);
  expect(await shown('case', 'timeline', caseId ?? '', '--as', `${UPPER_POLICE}/head`)).toMatch(
    /总线（自动）\s+法定期限逾期在案，拟移送/,
  );
  expect(await shown('case', 'show', caseId ?? '', '--as', `${POLICE}/o-1`)).not.toMatch(/拟移送/);
});

it('opens no second one where its order is submitted again', async () => {
  const again = await test.platform.bus.registrar.submitAsService('relay', {
    commandId: 'once-more',
    case: caseId ?? '',
    command: 'take-follow-up',
    occurredAt: '2024-03-16T00:00:00+08:00',
    precision: 'instant',
    body: { followUp: 1 },
  });
  expect(again).toMatchObject({ ok: false, code: 'MOMENT_STALE' });
  expect((await events()).filter((event) => event.kind === 'proceeding' && event.breach)).toHaveLength(1);
});

it('handed over by the head is a hand-off in Temporal, ended by the receipt of discipline inspection alone', async () => {
  await act(UPPER_POLICE, '2024-03-18T10:00:00+08:00', 'approve-discipline-referral', {
    officer: 'head',
    fields: { disciplineNature: 'dereliction' },
  });
  await act(UPPER_POLICE, '2024-03-18T11:00:00+08:00', 'send-discipline-referral', {
    paper: ['discipline-referral-letter'],
  });
  const handle = watching.client.workflow.getHandle(
    handOffId({ case: caseId ?? '', proceeding: 'p2', hop: 1 }),
  );
  expect(await handle.query(statusQuery)).toMatchObject({ open: true, to: DISCIPLINE });
  const running = (await events()).filter((event) => event.type === 'clock-started').at(-1);
  expect(running).toMatchObject({ obliged: DISCIPLINE, startedAt: '2024-03-18T11:00:00+08:00' });
  await act(DISCIPLINE, '2024-03-19T09:00:00+08:00', 'receive-discipline-referral');
  expect(await handle.result()).toMatchObject({ outcome: 'received' });
});

it('is proved by the export, decided again from the ledger alone', async () => {
  const file = join(test.folder, 'ledger.jsonl');
  await shown('export', '--out', file);
  expect(await shown('verify', file)).toMatch(/^完好/);
});
