// One case, six bodies, each with a limit of its own: hand-offs stand open in Temporal until their receipts, and a limit that passes is
// reminded of, broken, taken up the ladder, and seen in the due list and the report. Time is stepped.
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenBody } from '../../schemas/command.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import type { Instant } from '../../schemas/instant.ts';
import { caseSubject, INBOX_CONSUMER, inboxStream } from '../../schemas/subjects.ts';
import { type TemporalClient, temporalClient } from '../../services/bus/enforcement/client.ts';
import { handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import { lastSequence, readSubject } from '../../services/bus/ledger/read.ts';
import { steppedClock } from '../../services/clock.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { entryOf, parseRecord } from '../../services/proof/record.ts';
import type { ProgressReport } from '../../services/reports/progress-report.ts';
import { statusQuery } from '../../workflows/messages.ts';
import { eventually } from '../support/eventually.ts';
import { cliFor } from '../support/run-cli.ts';
import { stepPlatform } from '../support/step-platform.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';
import { digest } from '../support/unsigned-record.ts';

const REGION = '653023';
const BODIES = [
  'medical-insurance',
  'public-security',
  'procuratorate',
  'discipline-inspection',
  'health',
  'market-regulation',
] as const;
type BodyName = (typeof BODIES)[number];
const OFFICE = `${REGION}/joint-meeting-office`;
const idOf = (body: BodyName): string => `${REGION}/${body}`;

// Monday 4 March 2024: no holiday until April.
const clock = steppedClock('2024-03-04T08:00:00+08:00');
let test: TestPlatform;
let watching: TemporalClient;
let xianjie: ReturnType<typeof cliFor>;
let caseId: string;
const departments = new Map<BodyName, TestDepartment>();

const stepTo = (end: Instant): Promise<void> => stepPlatform(test, clock, end);
type More = OpenBody & {
  readonly officer?: string;
  readonly procedure?: string;
  readonly proceeding?: string;
  readonly paper?: readonly string[];
};
/** Submits a command at an instant and lets all follow from it. */
const act = async (body: BodyName, at: Instant, command: string, more: More = {}): Promise<void> => {
  const { officer = 'o-1', procedure, proceeding, paper = [], ...open } = more;
  await stepTo(at);
  const department = departments.get(body) as TestDepartment;
  const answer = await department.send(officer, command, {
    ...(caseId === undefined ? {} : { case: caseId }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(proceeding === undefined ? {} : { proceeding }),
    body: {
      ...open,
      ...(paper.length === 0
        ? {}
        : { papers: paper.map((code) => ({ code, id: `${code}-1`, sha256: digest })) }),
    },
    party: { summary: '某医院虚构住院', amountFen: '38600000', amountSource: '核查报告', offence: '诈骗罪' },
  });
  if (!answer.ok) throw new Error(`${command}: ${answer.code} ${answer.details.join(', ')}`);
  caseId ??= answer.case;
  await test.platform.enforcing.step(at);
};
const json = async (...args: string[]): Promise<unknown> => {
  await test.platform.room.idle(await lastSequence(test.platform.bus.connections.relay));
  const { code, out, err } = await xianjie(...args, '--json');
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
};
type Report = Pick<ProgressReport, 'limits' | 'attention'>;
type Item = {
  readonly limit: string;
  readonly obliged: string;
  readonly status: string;
};
const due = async (): Promise<Item[]> => ((await json('due', '--region', REGION)) as { items: Item[] }).items;

const openHandOffs = async (): Promise<string[]> => {
  const found: string[] = [];
  const query = `XianjieCase = '${caseId}' and ExecutionStatus = 'Running'`;
  for await (const { workflowId } of watching.client.workflow.list({ query })) found.push(workflowId);
  return found.sort();
};
const handOff = (proceeding: string) => handOffId({ case: caseId, proceeding, hop: 1 });
const statusOf = (proceeding: string) =>
  watching.client.workflow.getHandle(handOff(proceeding)).query(statusQuery);

const eventsOf = async (): Promise<(CaseEvent & { recordedAt: Instant })[]> => {
  const messages = await readSubject(test.platform.bus.connections.relay, caseSubject(caseId));
  return messages
    .map(({ data }) => entryOf(parseRecord(data)))
    .flatMap(({ events, recordedAt }) => events.map((event) => ({ ...event, recordedAt })));
};

/** Which proceeding each receiver is handed. */
const HANDED: readonly (readonly [BodyName, string])[] = [
  ['public-security', 'p2'],
  ['procuratorate', 'p3'],
  ['discipline-inspection', 'p4'],
  ['health', 'p5'],
  ['market-regulation', 'p6'],
];

beforeAll(async () => {
  test = await startTestPlatform({ clock });
  for (const body of BODIES) departments.set(body, await test.department(idOf(body)));
  await test.department(OFFICE);
  xianjie = cliFor(test.options);
  await test.platform.enforcing.ready;
  watching = temporalClient({ address: test.platform.temporal.address, namespace: temporalNamespace });

  const insurance = (at: Instant, command: string, more: More = {}) =>
    act('medical-insurance', at, command, more);
  const team = ['o-1', 'o-2'];
  await insurance('2024-03-04T09:00:00+08:00', 'file-penalty', {
    procedure: 'insurance-penalty',
    team,
    paper: ['case-filing-form'],
    newSubjects: [{ subject: 's1', kind: 'institution' }],
  });
  await insurance('2024-03-04T10:00:00+08:00', 'suspect-crime', { procedure: 'criminal-transfer', team });
  await insurance('2024-03-04T10:10:00+08:00', 'submit-transfer-report', {
    proceeding: 'p2',
    paper: ['transfer-report'],
  });
  await insurance('2024-03-04T10:20:00+08:00', 'approve-transfer', { proceeding: 'p2', officer: 'head' });
  await insurance('2024-03-04T10:30:00+08:00', 'hand-over', {
    proceeding: 'p2',
    paper: ['transfer-letter', 'investigation-report', 'property-list'],
  });
  // A clerk of the hospital whom the police had caught already.
  await act('public-security', '2024-03-04T11:00:00+08:00', 'send-for-prosecution', {
    procedure: 'criminal-process',
    officer: 'head',
    paper: ['prosecution-opinion'],
    newSubjects: [{ subject: 's2', kind: 'person' }],
  });
  await insurance('2024-03-04T14:00:00+08:00', 'identify-discipline-clue', {
    procedure: 'discipline-referral',
    fields: { disciplineNature: 'dereliction' },
  });
  await insurance('2024-03-04T14:10:00+08:00', 'approve-discipline-referral', {
    proceeding: 'p4',
    officer: 'head',
  });
  await insurance('2024-03-04T14:20:00+08:00', 'send-discipline-referral', {
    proceeding: 'p4',
    paper: ['discipline-referral-letter'],
  });
  await insurance('2024-03-04T15:00:00+08:00', 'request-measure', {
    procedure: 'practice-licence',
    subjects: ['s1'],
    paper: ['measure-request-letter'],
  });
  await insurance('2024-03-04T16:00:00+08:00', 'request-measure', {
    procedure: 'drug-business',
    to: [idOf('market-regulation')],
    subjects: ['s1'],
    paper: ['measure-request-letter'],
  });
  // Another hospital, of which nothing goes to the police: the case about the first was kept by the hand-over (N4 43(5)).
  await insurance('2024-03-04T17:00:00+08:00', 'file-penalty', {
    procedure: 'insurance-penalty',
    team,
    paper: ['case-filing-form'],
    newSubjects: [{ subject: 's3', kind: 'institution' }],
  });
});
afterAll(async () => {
  await watching?.close();
  await test?.stop();
});

describe('six bodies in one case', () => {
  it('have a limit running each, and the due list says whose it is', async () => {
    const obliged = new Set((await due()).map((item) => item.obliged));
    for (const body of BODIES) expect(obliged).toContain(idOf(body));
  });

  it('have one hand-off each open in Temporal, by the same name whatever the procedure', async () => {
    const open = await eventually(async () => {
      const found = await openHandOffs();
      return found.length === HANDED.length ? found : null;
    });
    expect(open).toEqual(HANDED.map(([, proceeding]) => handOff(proceeding)).sort());
    for (const [body, proceeding] of HANDED)
      expect(await statusOf(proceeding)).toMatchObject({ open: true, to: idOf(body) });
  });

  it('keep it open when the software of the receiver took the notice: that is no receipt', async () => {
    const jsm = await jetstreamManager(test.platform.bus.connections.operator, { checkAPI: false });
    const inbox = await jsm.consumers.info(inboxStream(idOf('public-security')), INBOX_CONSUMER);
    await departments.get('public-security')?.notices(inbox.num_pending);
    const open = await eventually(async () => {
      await test.platform.enforcing.lookForMachineReceipts();
      const status = await statusOf('p2');
      return status.machineReceiptAt === null ? null : status.open;
    });
    expect(open).toBe(true);
  });

  it('end theirs with their receipt, each its own and no other', async () => {
    const receipts: readonly (readonly [BodyName, string, string])[] = [
      ['public-security', 'sign-receipt', '2024-03-05T09:00:00+08:00'],
      ['procuratorate', 'accept-for-review', '2024-03-05T09:10:00+08:00'],
      ['discipline-inspection', 'receive-discipline-referral', '2024-03-05T09:20:00+08:00'],
      ['health', 'receive-request', '2024-03-05T09:30:00+08:00'],
      ['market-regulation', 'receive-request', '2024-03-05T09:40:00+08:00'],
    ];
    const left = new Set(HANDED.map(([, proceeding]) => handOff(proceeding)));
    for (const [body, command, at] of receipts) {
      const proceeding = HANDED.find(([handed]) => handed === body)?.[1] ?? '';
      await act(body, at, command, { proceeding });
      const ended = await watching.client.workflow.getHandle(handOff(proceeding)).result();
      expect(ended).toMatchObject({ outcome: 'received' });
      left.delete(handOff(proceeding));
      for (const open of left)
        expect(await watching.client.workflow.getHandle(open).query(statusQuery)).toMatchObject({
          open: true,
        });
    }
    expect(await eventually(async () => ((await openHandOffs()).length === 0 ? 'none' : null))).toBe('none');
  });
});

describe('the police, who do not decide within three days of their receipt', () => {
  const LIMIT = 'fwd-filing-review';

  beforeAll(async () => {
    await act('public-security', '2024-03-05T10:00:00+08:00', 'start-review', { proceeding: 'p2' });
    await act('discipline-inspection', '2024-03-06T10:00:00+08:00', 'take-on-discipline-clue', {
      proceeding: 'p4',
    });
    for (const [body, proceeding] of [
      ['health', 'p5'],
      ['market-regulation', 'p6'],
    ] as const)
      await act(body, '2024-03-06T11:00:00+08:00', 'accept-request', { proceeding, team: ['o-1', 'o-2'] });
    // Fifth working day after Friday 8 March.
    await stepTo('2024-03-16T00:00:00+08:00');
  });

  it('are reminded, and at the end of Friday 8 March the limit is broken, neither early nor twice', async () => {
    const moments = (await eventsOf()).filter(
      (event) => event.kind === 'moment' && event.clock === `p2/${LIMIT}/1`,
    ) as (Extract<CaseEvent, { kind: 'moment' }> & { recordedAt: Instant })[];
    expect(moments.map(({ type }) => type)).toEqual([
      'limit-reminded',
      'limit-reminded',
      'limit-overdue',
      'limit-escalated',
      'limit-escalated',
    ]);
    expect(moments.every(({ plannedAt, recordedAt }) => plannedAt === recordedAt)).toBe(true);
    expect(moments[2]?.plannedAt).toBe('2024-03-09T00:00:00+08:00');
    const told = moments.slice(2).map(({ addressees }) => [...new Set(addressees.map((a) => a.department))]);
    expect(told[0]).toEqual([idOf('public-security')]);
    expect(told[1]).toEqual([idOf('medical-insurance'), OFFICE]);
    expect(told[2]).toEqual([idOf('procuratorate')]);
  });

  it('stand alone in the due list as overdue, while every other body has a limit that still runs', async () => {
    const items = await due();
    const late = items.filter(({ status }) => status === 'overdue');
    expect(late.map(({ limit, obliged }) => [limit, obliged])).toEqual([[LIMIT, idOf('public-security')]]);
    const running = new Set(items.filter(({ status }) => status !== 'overdue').map(({ obliged }) => obliged));
    for (const body of BODIES.filter((other) => other !== 'public-security'))
      expect(running).toContain(idOf(body));
  });

  it('are the one breach of the report, and nobody else is', async () => {
    const report = (await json(
      'report',
      'progress',
      '--region',
      REGION,
      '--from',
      '2024-03-01',
      '--to',
      '2024-03-31',
    )) as Report;
    const late = report.limits.flatMap(({ group, byLimit }) =>
      byLimit.filter(({ overdue, breached }) => overdue + breached > 0).map((line) => ({ group, ...line })),
    );
    expect(late).toMatchObject([{ group: 'statutory', limit: LIMIT, overdue: 1, breached: 0 }]);
    const broken = report.attention.filter(({ kind }) => kind === 'overdue');
    expect(broken).toMatchObject([
      { case: caseId, proceeding: 'p2', limit: LIMIT, departments: [idOf('public-security')] },
    ]);
  });
});

describe('the joint-meeting office', () => {
  it('sets a filter over the measures of its county at the terminal, and lists it', async () => {
    const set = await xianjie(
      ...['department', 'filter', OFFICE, 'measures', '--procedure', 'practice-licence'],
      ...['--procedure', 'drug-business', '--region', REGION, '--basis', '办公室来函'],
    );
    expect(set).toMatchObject({ code: 0, out: expect.stringContaining('f-measures') });
    expect(await json('department', 'filter', OFFICE)).toEqual({
      filters: { measures: { procedures: ['practice-licence', 'drug-business'], regions: [REGION] } },
    });
    const ended = await xianjie('department', 'filter', OFFICE, 'measures', '--end', '--basis', '办公室来函');
    expect(ended.code).toBe(0);
  });
});
