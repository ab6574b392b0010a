// Dates, mistakes and what is entered late, as people type it against a whole platform: nobody is convicted by a date, a mistake
// is mended in the open, and what was recorded stays.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateOf, instantFromMillis } from '../../schemas/instant.ts';
import { type CliResult, cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestPlatform } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const HEALTH = '653023/health';
const o1 = ['--as', `${BUREAU}/o-1`];
const head = ['--as', `${BUREAU}/head`];
const police = ['--as', `${POLICE}/o-1`];
const health = ['--as', `${HEALTH}/o-1`];

const DAY_MS = 86_400_000;
/** A day so many days before today, Beijing time. */
const daysAgo = (days: number): string => dateOf(instantFromMillis(Date.now() - days * DAY_MS));
const paper = (...codes: string[]): string[] => codes.map((code) => `${code}=/dev/null`);

let test: TestPlatform;
let xianjie: (...args: string[]) => Promise<CliResult>;

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await xianjie(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${err}`);
  return JSON.parse(out);
};
const opened = async (...args: string[]): Promise<string> => String((await json(...args))['case']);
const clue = (...more: string[]): string[] => ['clue', ...o1, '--topic', 'fraud', ...more];
const casesOf = async (as: string[], ...more: string[]): Promise<string[]> =>
  ((await json('case', 'list', ...as, ...more))['cases'] as { case: string }[]).map((one) => one.case);

beforeAll(async () => {
  test = await startTestPlatform();
  xianjie = cliFor(test.options);
  await json(
    ...['department', 'add', BUREAU, '--name', '阿合奇县医疗保障局'],
    ...['--officer', 'o-1', '--officer', 'o-2', '--head', 'head'],
  );
  await json('department', 'add', POLICE, '--name', '阿合奇县公安局', '--officer', 'o-1', '--head', 'head');
  await json('department', 'add', HEALTH, '--officer', 'o-1');
});
afterAll(() => test?.stop());

describe('an act dated far back', () => {
  const typo = clue('--to', POLICE, '--summary', '日期写错', '--at', '2016-11-26');

  it('is not sent where nobody confirms the date, and the line names it, the days and what to do', async () => {
    const unasked = await xianjie(...typo);
    expect(unasked).toMatchObject({ code: 2, out: '' });
    expect(unasked.err).toMatch(
      /^DATE_NOT_CONFIRMED: 所报发生时间 2016-11-26 早于当前 \d{4} 天，未提交；.*--yes.* \/ /,
    );
    expect(await casesOf(o1)).toEqual([]);
  });

  it('is refused by the bus without a reason, and taken with one from the head, for it is older than the register', async () => {
    const bare = await xianjie(...typo, '--yes', ...head);
    expect(bare).toMatchObject({ code: 1, out: '' });
    expect(bare.err).toMatch(/^DATED_BACK: 所报时间早于七日以前，须说明理由：--reason/);
    expect((await xianjie(...typo, '--yes', '--reason', '补录')).err).toMatch(/^RANK_TOO_LOW: /);
    expect(await xianjie(...typo, '--yes', '--reason', '补录', ...head)).toMatchObject({ code: 0, err: '' });
  });

  it('puts no receiver in breach: the clocks of the police run from when it was recorded', async () => {
    const { items } = (await json('due', ...police)) as { items: { obliged: string; status: string }[] };
    const ours = items.filter(({ obliged }) => obliged === POLICE);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter(({ status }) => status === 'overdue')).toEqual([]);
  });

  it('is no matter for today, nor for a month, which is not taken at all', async () => {
    const today = clue('--to', HEALTH, '--summary', '今日', '--at', daysAgo(0));
    expect(await xianjie(...today)).toMatchObject({ code: 0, err: '' });
    const month = await xianjie(...clue('--to', HEALTH, '--summary', '本月', '--at', daysAgo(0).slice(0, 7)));
    expect(month).toMatchObject({ code: 2, out: '' });
    expect(month.err).toContain('只知年月的不受理');
  });

  it('sent again under the same id with the same day is the same command', async () => {
    const told = clue('--to', HEALTH, '--summary', '重发', '--at', daysAgo(0), '--id', 'mend-same-day');
    expect(await json(...told)).toMatchObject({ ok: true, repeated: false });
    expect(await json(...told)).toMatchObject({ ok: true });
    const other = await xianjie(...told, '--amount', '5');
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.err).toContain('COMMAND_ID_REUSED');
  });
});

describe('steps recorded together', () => {
  const steps = (lastPapers: string[]) => ({
    procedure: 'criminal-transfer',
    steps: [
      {
        command: 'suspect-crime',
        at: `${daysAgo(5)} 09:00`,
        officer: 'o-1',
        to: POLICE,
        team: ['o-1', 'o-2'],
        title: '某医院涉嫌虚假住院',
        offence: '诈骗罪',
      },
      {
        command: 'submit-transfer-report',
        at: `${daysAgo(5)} 10:00`,
        officer: 'o-1',
        paper: paper('transfer-report'),
      },
      { command: 'approve-transfer', at: `${daysAgo(5)} 11:00` },
      { command: 'hand-over', at: `${daysAgo(5)} 15:00`, officer: 'o-1', paper: lastPapers },
    ],
  });
  const LETTERS = paper('transfer-letter', 'investigation-report', 'property-list');
  let caseId: string;
  let file: string;

  it('are taken together or not at all, and the refusal names the step', async () => {
    file = join(test.folder, 'steps.json');
    await writeFile(file, JSON.stringify(steps(paper('transfer-letter'))));
    const before = await casesOf(head);
    const refused = await xianjie('submit', ...head, '--file', file);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^PAPERS_MISSING: 第 4 步：缺少规定文书.* \/ step 4: /);
    expect(await casesOf(head)).toEqual(before);
    const early = steps(LETTERS);
    early.steps.splice(3, 0, { command: 'approve-transfer', at: '2026-11' });
    await writeFile(file, JSON.stringify(early));
    const unread = await xianjie('submit', ...head, '--file', file);
    expect(unread).toMatchObject({ code: 2, out: '' });
    expect(unread.err).toContain('第 4 步（approve-transfer）：');
  });

  it('are one entry, and between two of them nothing was overdue', async () => {
    await writeFile(file, JSON.stringify(steps(LETTERS)));
    const receipt = await json('submit', ...head, '--file', file);
    caseId = String(receipt['case']);
    expect(receipt).toMatchObject({ sequence: 1, proceedings: ['p1'] });
    const course = await xianjie('case', 'timeline', caseId, ...head);
    expect(course.out).toContain('移交公安机关');
    expect(course.out).toContain('第1步 标题：某医院涉嫌虚假住院');
    expect(course.out).not.toMatch(/逾期|督办/);
  });

  it('over HTTP and with the client library are the same command through the same doors', async () => {
    const { token } = await json('token', 'issue', `${BUREAU}/head`);
    const asked = {
      commandId: 'mend-http-steps',
      command: 'record-steps',
      procedure: 'criminal-transfer',
      body: {
        steps: ['suspect-crime', 'submit-transfer-report'].map((command, n) => ({
          command,
          officer: 'o-1',
          occurredAt: `${daysAgo(2)}T0${n + 8}:00:00+08:00`,
          precision: 'instant',
          body:
            n === 0
              ? { to: [POLICE], team: ['o-1', 'o-2'] }
              : { papers: [{ code: 'transfer-report', id: 'r-1' }] },
        })),
      },
      party: { steps: { 1: { title: '另一案' } } },
    };
    const response = await fetch(`${test.platform.httpUrl}/v1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    expect(await response.json()).toMatchObject({ ok: true, sequence: 1 });
    expect(response.status).toBe(200);
  });

  it('recorded after their limit are only claimed to be in time, until the receiver confirms it', async () => {
    const possible = await xianjie('commands', caseId, ...police);
    const typed = /xianjie(?:\.js)? (case confirm-claim \S+ \S+\/fwd-handover\/1) --as/.exec(
      possible.out,
    )?.[1];
    expect(typed).toBe(`case confirm-claim ${caseId} p1/fwd-handover/1`);
    const own = await xianjie('case', 'confirm-claim', caseId, 'p1/fwd-handover/1', ...head);
    expect(own).toMatchObject({ code: 1, out: '' });
    expect(own.err).toMatch(/^NOT_YOUR_ROLE: /);
    expect(await xianjie(...(typed ?? '').split(' '), ...police)).toMatchObject({ code: 0, err: '' });
    const again = await xianjie(
      'case',
      'dispute-claim',
      caseId,
      'p1/fwd-handover/1',
      ...police,
      '--reason',
      '有误',
    );
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/^CLAIM_NOT_OPEN: /);
  });

  it('a notice served on paper sets the limit to run from the day its receiver says it came', async () => {
    await json('submit', 'sign-receipt', ...police, '--case', caseId);
    await json('submit', 'start-review', ...police, '--case', caseId);
    await json(
      ...['submit', 'refuse-filing', '--as', `${POLICE}/head`, '--case', caseId],
      ...['--reason-code', 'no-crime', '--reason', '没有犯罪事实'],
      ...paper('non-filing-notice').flatMap((one) => ['--paper', one]),
      ...['--served', `non-filing-notice=${daysAgo(0)}`],
    );
    const clock = 'p1/fwd-reconsider-request/1';
    const received = ['case', 'confirm-receipt', caseId, clock, '--at', daysAgo(0)];
    expect((await xianjie(...received, ...police)).err).toMatch(/^NOT_YOUR_ROLE: /);
    expect(await xianjie(...received, ...o1)).toMatchObject({ code: 0, err: '' });
    const { clocks } = (await json('case', 'show', caseId, ...o1)) as {
      clocks: { clock: string; startedAt: string }[];
    };
    expect(clocks.find((one) => one.clock === clock)?.startedAt.slice(0, 10)).toBe(daysAgo(0));
  });
});

describe('a step that said something wrong of itself', () => {
  it('is corrected with a reason, in an entry of its own; what was recorded stays', async () => {
    const caseId = await opened(
      ...['submit', 'suspect-crime', ...o1, '--to', POLICE, '--team', 'o-1', 'o-2', '--amount', '1286000'],
    );
    const correct = ['case', 'correct', caseId, '1', ...o1, '--amount', '128600'];
    const bare = await xianjie(...correct);
    expect(bare).toMatchObject({ code: 1, out: '' });
    expect(bare.err).toMatch(/^REASON_REQUIRED: /);
    expect(await xianjie(...correct, '--reason', '多写一位')).toMatchObject({ code: 0, err: '' });
    const course = (await xianjie('case', 'timeline', caseId, ...o1)).out;
    expect(course).toContain('更正本部门事项');
    expect(course).toContain('1,286,000.00 元');
    expect(course).toContain('128,600.00 元');
    const none = await xianjie('case', 'correct', caseId, '2', ...o1, '--amount', '5', '--reason', '写错');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('不是本部门的步骤');
  });

  it('is dated anew as any act is: far back only when that is confirmed', async () => {
    const caseId = await opened('submit', 'suspect-crime', ...o1, '--to', POLICE, '--team', 'o-1', 'o-2');
    const back = ['case', 'correct', caseId, '1', ...o1, '--reason', '日期写错', '--at'];
    expect(await xianjie(...back, '2016-11-26')).toMatchObject({ code: 2, out: '' });
    expect(await xianjie(...back, daysAgo(1))).toMatchObject({ code: 0, err: '' });
  });
});

describe('a clue that went astray', () => {
  it('is taken back until it is acknowledged, and is offered so', async () => {
    const caseId = await opened(...clue('--to', HEALTH, '--summary', '发错部门'));
    expect((await xianjie('commands', caseId, ...o1)).out).toContain('take-back-clue');
    const why = ['--reason-code', 'wrong-receiver', '--reason', '发错部门'];
    expect(await xianjie('submit', 'take-back-clue', ...o1, '--case', caseId, ...why)).toMatchObject({
      code: 0,
    });
    const late = await opened(...clue('--to', HEALTH, '--summary', '已签收'));
    await json('submit', 'acknowledge', ...health, '--case', late);
    const refused = await xianjie('submit', 'take-back-clue', ...o1, '--case', late, ...why);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^NOT_ALLOWED_IN_STATE: /);
  });
});

describe('a case opened by mistake', () => {
  let caseId: string;
  const suspect = [
    'submit',
    'suspect-crime',
    ...o1,
    '--to',
    POLICE,
    '--team',
    'o-1',
    'o-2',
    '--title',
    '测试',
  ];

  it('is asked to be voided by one officer, who is told what comes next, and not voided by the same', async () => {
    caseId = await opened(...suspect);
    expect((await xianjie('commands', caseId, ...o1)).out).toMatch(
      new RegExp(`xianjie(\\.js)? case void ${caseId}`),
    );
    const asked = await xianjie('case', 'void', caseId, ...o1, '--reason', '误立');
    expect(asked).toMatchObject({ code: 0, err: '' });
    expect(asked.out).toContain('已申请作废，案件仍然有效');
    expect(asked.out).toMatch(new RegExp(`xianjie(\\.js)? case void ${caseId} --as ${BUREAU}/负责人`));
    const same = await xianjie('case', 'void', caseId, ...o1, '--reason', '误立');
    expect(same).toMatchObject({ code: 1, out: '' });
    expect(same.err).toMatch(/^SAME_OFFICER: .*另一名人员/);
    expect(await casesOf(o1)).toContain(caseId);
  });

  it('is voided by the head, leaves the list, and stands marked where it is asked for', async () => {
    const voided = await xianjie('case', 'void', caseId, ...head);
    expect(voided).toMatchObject({ code: 0, err: '' });
    expect(voided.out).toContain('案件已作废，不再受理命令');
    expect(await casesOf(o1)).not.toContain(caseId);
    expect(await casesOf(o1, '--voided')).toContain(caseId);
    expect((await xianjie('case', 'list', ...o1, '--voided')).out).toContain('已作废');
    expect((await xianjie('case', 'show', caseId, ...o1)).out).toContain('已作废 voided');
    expect((await xianjie('case', 'timeline', caseId, ...o1)).out).toContain('案件作废');
  });

  it('takes no more commands, and is on no due list', async () => {
    const after = await xianjie('submit', 'record-fact', ...o1, '--case', caseId, '--fact', 'note');
    expect(after).toMatchObject({ code: 1, out: '' });
    expect(after.err).toMatch(/^CASE_VOIDED: 该案件已作废/);
    const { items } = (await json('due', ...o1)) as { items: { case: string }[] };
    expect(items.filter((item) => item.case === caseId)).toEqual([]);
  });

  it('cannot be voided once another department has it, nor while a hand-over is open', async () => {
    const told = await opened(...clue('--to', HEALTH, '--summary', '未签收'));
    const open = await xianjie('case', 'void', told, ...o1, '--reason', '误立');
    expect(open).toMatchObject({ code: 1, out: '' });
    expect(open.err).toMatch(/^VOID_NOT_POSSIBLE: .*移交待签收.*take-back-clue/);
    await json('submit', 'acknowledge', ...health, '--case', told);
    expect((await xianjie('case', 'void', told, ...o1, '--reason', '误立')).err).toContain('移交已签收');
  });
});

describe('the same clue told again', () => {
  const again = clue('--to', POLICE, '--summary', '某药店串换药品', '--subject', '某药店');
  let first: string;

  it('warns with the case of the first, and sends nothing', async () => {
    first = await opened(...again);
    const before = await casesOf(o1);
    const warned = await xianjie(...again);
    expect(warned).toMatchObject({ code: 2, out: '' });
    expect(warned.err).toMatch(/^SAME_CLUE: .*--again/);
    expect(warned.err).toContain(first);
    expect(await casesOf(o1)).toEqual(before);
  });

  it('is sent with --again, and both cases name each other', async () => {
    const sent = await xianjie(...again, '--again');
    expect(sent).toMatchObject({ code: 0, err: '' });
    const second = /案件 case +(\S+)/.exec(sent.out)?.[1] ?? '';
    expect(second).not.toBe(first);
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { entries } = (await json('case', 'timeline', one, ...o1)) as {
        entries: { events: { kind: string; case?: string; relation?: string }[] }[];
      };
      const links = entries.flatMap(({ events }) => events.filter(({ kind }) => kind === 'link'));
      expect(links).toMatchObject([{ case: other, relation: 'same-clue' }]);
    }
  });

  it('leaves no value of a party anywhere beside the outbox', async () => {
    const folder = join(test.options.keysDir, 'departments', BUREAU.replace('/', '_'), 'client');
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const holding: string[] = [];
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(file.parentPath, file.name);
      if ((await readFile(path, 'utf8')).includes('某药店')) holding.push(path);
    }
    expect(holding).toHaveLength(2);
    expect(holding.filter((path) => !path.includes(join('outbox', 'receipts')))).toEqual([]);
  });
});
