// A department reads part of its inbox apart: all penalties of one county, everything about licences. One filter, one consumer.
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenBody } from '../../schemas/command.ts';
import type { OpenedNotice } from '../../schemas/entry.ts';
import type { InboxFilter } from '../../schemas/register-item.ts';
import { inboxStream } from '../../schemas/subjects.ts';
import { readCredentials } from '../../services/client/credentials.ts';
import { connectDepartment, type DepartmentClient } from '../../services/client/department-client.ts';
import { credentialsFile } from '../../services/host/platform/provisioning.ts';
import { eventually } from '../support/eventually.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';
import { digest } from '../support/unsigned-record.ts';

const OFFICE = '653000/joint-meeting-office';
const HEALTH = '653023/health';
const BASIS = '办公室来函';
const PENALTIES: InboxFilter = {
  procedures: ['insurance-penalty', 'market-penalty', 'health-penalty', 'drug-penalty'],
  regions: ['653023'],
};
const LICENCES: InboxFilter = { procedures: ['practice-licence', 'practitioner'] };

let test: TestBus;
let office: DepartmentClient;
let health: DepartmentClient;
let bureau: TestDepartment;
let neighbour: TestDepartment;
let market: TestDepartment;

const client = async (department: string): Promise<DepartmentClient> =>
  connectDepartment({ credentials: await readCredentials(credentialsFile(test.keys.dir, department)) });
/** What a consumer holds, all of it acknowledged; the inbox itself where no filter is named. */
const taken = async (of: DepartmentClient, filter?: string): Promise<OpenedNotice[]> => {
  await eventually(async () => (await test.bus.inboxes.pending()) === 0);
  const found: OpenedNotice[] = [];
  for await (const notice of of.notices({ untilEmpty: true, ...(filter === undefined ? {} : { filter }) })) {
    found.push(notice);
    await notice.ack();
  }
  return found;
};
const must = async (
  department: TestDepartment,
  officer: string,
  command: string,
  rest: Parameters<TestDepartment['send']>[2] = {},
) => {
  const answer = await department.send(officer, command, rest);
  if (!answer.ok) throw new Error(`${command}: ${answer.code} ${answer.details.join(', ')}`);
  return answer;
};
const paper = (code: string): OpenBody => ({ papers: [{ code, id: `${code}-1`, sha256: digest }] });
const filed = (organ: TestDepartment, procedure: string) =>
  must(organ, 'o-1', 'file-penalty', {
    procedure,
    body: { ...paper('case-filing-form'), team: ['o-1', 'o-2'], newSubjects: [{ subject: 's1' }] },
  });
const clueTo = (receiver: string) =>
  must(bureau, 'o-1', 'send-clue', {
    body: { to: [receiver], fields: { topic: 'fraud' } },
    party: { summary: '疑似虚假住院' },
  });
const types = (notices: readonly OpenedNotice[]): string[] => notices.map(({ type }) => type);
const filterOf = (department: string, name: string, filter: InboxFilter | null) =>
  test.operator.filterInbox(department, name, filter, BASIS);

beforeAll(async () => {
  test = await startTestBus();
  await test.department(OFFICE);
  await test.department(HEALTH);
  bureau = await test.department('653023/medical-insurance');
  neighbour = await test.department('653022/medical-insurance');
  market = await test.department('653023/market-regulation');
  office = await client(OFFICE);
  health = await client(HEALTH);
});
afterAll(async () => {
  await office?.close();
  await health?.close();
  await test?.stop();
});

it('hands out the penalties of one county, whichever organ imposes them, and what the inbox held before', async () => {
  const first = await filed(bureau, 'insurance-penalty');
  expect((await filterOf(OFFICE, 'penalties', PENALTIES)).ok).toBe(true);
  const second = await filed(market, 'market-penalty');
  await filed(neighbour, 'insurance-penalty');
  await clueTo(HEALTH);
  const found = await taken(office, 'penalties');
  expect(types(found)).toEqual([
    'xianjie.insurance-penalty.penalty-case-filed.v1',
    'xianjie.market-penalty.penalty-case-filed.v1',
  ]);
  expect(found.map(({ subject }) => subject)).toEqual([first.case, second.case]);
});

it('takes nothing from the inbox itself, which still holds all four', async () => {
  expect(types(await taken(office))).toHaveLength(4);
  expect(await taken(office)).toEqual([]);
});

it('tells the owner of a licence what concerns the licence, and nothing of a clue', async () => {
  expect((await filterOf(HEALTH, 'licences', LICENCES)).ok).toBe(true);
  await must(bureau, 'o-1', 'request-measure', {
    procedure: 'practice-licence',
    body: { ...paper('measure-request-letter'), to: [HEALTH], newSubjects: [{ subject: 's1' }] },
  });
  await clueTo(HEALTH);
  expect(types(await taken(health, 'licences'))).toEqual(['xianjie.practice-licence.measure-requested.v1']);
});

it('keeps a zone or township with its county', async () => {
  const zone = await test.department('653023001/medical-insurance');
  const sent = await filed(zone, 'insurance-penalty');
  expect((await taken(office, 'penalties')).map(({ subject }) => subject)).toEqual([sent.case]);
});

it('begins anew where it is set otherwise, and goes on where it left off where it is set again or the bus was started again', async () => {
  expect((await filterOf(OFFICE, 'penalties', PENALTIES)).ok).toBe(true);
  expect(await taken(office, 'penalties')).toEqual([]);
  await test.restart();
  const sent = await filed(bureau, 'insurance-penalty');
  expect((await taken(office, 'penalties')).map(({ subject }) => subject)).toEqual([sent.case]);
  expect((await filterOf(OFFICE, 'penalties', { ...PENALTIES, regions: ['653022'] })).ok).toBe(true);
  const elsewhere = await taken(await client(OFFICE), 'penalties');
  expect(elsewhere.map(({ data }) => data.body?.command.actor)).toEqual([
    { department: neighbour.id, officer: 'o-1' },
  ]);
});

it('is refused for a procedure, a department or a shape that is not there, and leaves no consumer', async () => {
  const nothing = await filterOf(OFFICE, 'other', { procedures: ['no-such-thing'] });
  expect(nothing).toMatchObject({ ok: false, code: 'UNKNOWN_PROCEDURE', details: ['no-such-thing'] });
  expect(await filterOf('653023/tax', 'other', LICENCES)).toMatchObject({ code: 'UNKNOWN_DEPARTMENT' });
  expect(await filterOf(OFFICE, 'other', {})).toMatchObject({ code: 'FIELD_REFUSED' });
  expect(await filterOf(OFFICE, 'other', null)).toMatchObject({ code: 'UNKNOWN_FILTER' });
  expect(await consumersOf(OFFICE)).toEqual(['f-penalties', 'inbox']);
});

it('is gone once it is ended: its consumer, and the right to name it', async () => {
  expect((await filterOf(OFFICE, 'penalties', null)).ok).toBe(true);
  expect(await consumersOf(OFFICE)).toEqual(['inbox']);
  await expect(taken(await client(OFFICE), 'penalties')).rejects.toThrow(/permissions violation/i);
});

const consumersOf = async (department: string): Promise<string[]> => {
  const jsm = await jetstreamManager(test.bus.connections.operator, { checkAPI: false });
  const found = [];
  for await (const { name } of jsm.consumers.list(inboxStream(department))) found.push(name);
  return found.sort();
};
