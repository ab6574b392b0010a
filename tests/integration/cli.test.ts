// The command line as operators and officers use it, against a whole platform: a case from its clue to the police.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lawItems } from '../../law/law.ts';
import { dateOf, instantFromMillis } from '../../schemas/instant.ts';
import type { LawItem } from '../../schemas/law.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { partsOf, publishLaw } from '../../services/bus/registrar/publish-law.ts';
import { eventually } from '../support/eventually.ts';
import { type CliResult, cliFor, shellFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestPlatform } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const bureau = ['--as', `${BUREAU}/o-1`];
const police = ['--as', `${POLICE}/o-1`];
/** Not so far back that the date is asked about. */
const THREE_DAYS_AGO = dateOf(instantFromMillis(Date.now() - 3 * 86_400_000));

let test: TestPlatform;
let xianjie: (...args: string[]) => Promise<CliResult>;
let caseId: string;
/** All that was printed, for the hints in it. */
const printed: string[] = [];

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await xianjie(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${err}`);
  return JSON.parse(out);
};

/** The inbox lists what the reading room has. */
const settled = async (): Promise<void> => {
  const { bus, room } = test.platform;
  await room.idle(await lastSequence(bus.connections.registrar));
};

beforeAll(async () => {
  test = await startTestPlatform();
  const run = cliFor(test.options);
  xianjie = async (...args) => {
    const result = await run(...args);
    printed.push(result.out, result.err);
    return result;
  };
});
afterAll(() => test?.stop());

describe('an operator', () => {
  it('registers departments, and is told where the credentials are', async () => {
    const added = await xianjie(
      ...['department', 'add', BUREAU, '--name', '阿合奇县医疗保障局'],
      ...['--officer', 'o-1', '--officer', 'o-2', '--head', 'head'],
    );
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toContain('已登记 653023/medical-insurance 阿合奇县医疗保障局');
    await json(
      'department',
      'add',
      POLICE,
      '--name',
      '阿合奇县公安局',
      '--officer',
      'o-1',
      '--liaison',
      'o-1',
    );
    await json('department', 'add', '653023/joint-meeting-office', '--officer', 'o-1');
    expect((await xianjie('officer', 'list', POLICE)).out).toContain('o-1     经办人、联络员');
    expect((await xianjie('department', 'list')).out).toContain('阿合奇县公安局');
  });

  it('is refused the second time, with JSON alone on stdout', async () => {
    const again = await xianjie('department', 'add', BUREAU, '--json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({ ok: false, code: 'DUPLICATE_DEPARTMENT' });
    expect(again.err).toMatch(/^DUPLICATE_DEPARTMENT: 部门已登记：653023\/medical-insurance；.* \/ .*\n$/);
  });

  it('is told when an officer to leave is none, and nothing is entered', async () => {
    const before = await json('officer', 'list', POLICE);
    const none = await xianjie('officer', 'retire', POLICE, 'o-9');
    expect(none).toMatchObject({ code: 1, out: '' });
    expect(none.err).toContain('没有在任的 o-9，在任人员有：o-1');
    expect(await json('officer', 'list', POLICE)).toEqual(before);
  });
});

describe('officers', () => {
  it('tell and are told: a clue with its receipt, a notice with its content, once', async () => {
    const told = [
      'clue',
      ...bureau,
      '--to',
      POLICE,
      '--topic',
      'fraud',
      '--id',
      'cli-1',
      '--at',
      THREE_DAYS_AGO,
    ];
    const first = await xianjie(...told, '--summary', '疑似虚假住院', '--amount', '12345.60');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^已受理 accepted {2}通报线索\n/);
    // The very same again is the same command.
    const again = await json(...told, '--summary', '疑似虚假住院', '--amount', '12345.60');
    expect(again).toMatchObject({ ok: true, repeated: true });
    caseId = again['case'] as string;
    expect(first.out).toContain(caseId);
    await settled();
    const inbox = await xianjie('inbox', ...police);
    expect(inbox.out).toContain('线索通报 · 通报线索  来自 阿合奇县医疗保障局 o-1');
    expect(inbox.out).toContain('摘要：疑似虚假住院');
    expect(inbox.out).toContain('金额：12,345.60 元');
    expect((await xianjie('inbox', ...police)).out).toContain('没有新的通报');
  });

  it('give an id used before: the same is the first receipt, anything else is refused and waits nowhere', async () => {
    const again = ['clue', ...bureau, '--to', POLICE, '--topic', 'fraud', '--id', 'cli-1'];
    const said = ['--summary', '疑似虚假住院', '--amount', '12345.60'];
    // In the same words, whenever it is typed.
    const same = await xianjie(...again, ...said);
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toContain('此前已受理，以下是首次的回执');
    expect(same.out).toContain(caseId);
    const other = [...again, '--summary', '另一件事'];
    const step = ['submit', 'record-fact', ...bureau, '--case', caseId, '--fact', 'note', '--id', 'cli-1'];
    const isRefused = async (...args: string[]) => {
      const { code, out, err } = await xianjie(...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^COMMAND_ID_REUSED: 同一命令编号已用于不同内容；这次的内容未受理.* \/ .*\n$/);
    };
    await isRefused(...other);
    await isRefused(...step, '--summary', '另一件事');
    expect((await xianjie('outbox', ...bureau)).out).toBe('发件箱是空的 / the outbox is empty\n');
    // Nor is it taken where nothing is known of the first but by the platform.
    await rm(join(test.options.keysDir, 'departments', '653023_medical-insurance', 'client'), {
      recursive: true,
    });
    await isRefused(...other);
    const outbox = await json('outbox', ...bureau, '--all');
    expect(outbox).toMatchObject({ waiting: [], answered: [{ answer: { code: 'COMMAND_ID_REUSED' } }] });
  });

  it('send no clue that says nothing, and are told how to say it', async () => {
    const empty = await xianjie('clue', ...bureau, '--to', POLICE, '--topic', 'fraud');
    expect(empty).toMatchObject({ code: 1, out: '' });
    expect(empty.err).toMatch(/^(CONTENT_REQUIRED|FIELD_REQUIRED): .*--summary/);
  });

  it('see what they can do, do it, and are told why not when they cannot', async () => {
    const possible = await xianjie('commands', caseId, ...police);
    expect(possible.out).toMatch(/return-clue .* --reason-code 代码 --reason 理由/);
    expect(possible.out).toContain(` submit 命令 --case ${caseId} --as ${POLICE}/o-1 需要的选项`);
    expect(await xianjie('submit', 'acknowledge', ...police, '--case', caseId)).toMatchObject({ code: 0 });
    const notYours = await xianjie('submit', 'accept-clue', ...bureau, '--case', caseId);
    expect(notYours).toMatchObject({ code: 1, out: '' });
    expect(notYours.err).toMatch(/^NOT_YOUR_ROLE: .*由接收部门办理.* \/ /);
    const nobody = await xianjie('case', 'list', '--as', `${POLICE}/o-9`);
    expect(nobody).toMatchObject({ code: 1, out: '' });
    expect(nobody.err).toContain(`${POLICE}/o-9 不是在任人员`);
  });

  it('see before there is a case what a procedure takes', async () => {
    const listed = await xianjie('commands', '--procedure', 'criminal-transfer', ...police);
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toMatch(/^criminal-transfer {2}涉嫌犯罪案件移送/);
    expect(listed.out).toMatch(/hand-over {2}.*\n {2}由谁 {2}移送机关\n {2}何时 {2}待移交/);
    for (const paper of ['transfer-letter', 'investigation-report', 'property-list'])
      expect(listed.out).toContain(`--paper ${paper}=`);
    const unknown = await xianjie('commands', '--procedure', 'crime-transfer', ...police);
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toContain('criminal-transfer');
    expect(await xianjie('commands', ...police)).toMatchObject({ code: 2, out: '' });
  });

  it('hand a crime over with the hashes of its papers, from options and from a file', async () => {
    const paper = join(test.folder, '移送书 张三.txt');
    await writeFile(paper, '移送书');
    const on = ['--case', caseId];
    expect(
      await xianjie(
        'submit',
        'suspect-crime',
        ...bureau,
        ...on,
        '--team',
        'o-1',
        'o-2',
        '--offence',
        '诈骗罪',
      ),
    ).toMatchObject({ code: 0 });
    const report = join(test.folder, 'report.json');
    await writeFile(
      report,
      JSON.stringify({
        command: 'submit-transfer-report',
        case: caseId,
        body: { papers: [{ code: 'transfer-report', id: 'r-1' }] },
      }),
    );
    expect(await xianjie('submit', ...bureau, '--file', report)).toMatchObject({ code: 0 });
    expect((await xianjie('commands', caseId, ...bureau)).out).toMatch(/approve-transfer .*须由负责人办理/);
    expect(await xianjie('submit', 'approve-transfer', ...bureau, ...on)).toMatchObject({ code: 1 });
    expect(await xianjie('submit', 'approve-transfer', '--as', `${BUREAU}/head`, ...on)).toMatchObject({
      code: 0,
    });
    const papers = ['transfer-letter', 'investigation-report', 'property-list'].flatMap((code) => [
      '--paper',
      `${code}=${paper}`,
    ]);
    const handed = await xianjie('submit', 'hand-over', ...bureau, ...on, ...papers);
    expect(handed).toMatchObject({ code: 0 });
    // Which limit began, and when it is due.
    expect(handed.out).toMatch(/期限 limits +.*计时 签收移交材料，阿合奇县公安局，到期 2\d{3}-/s);
    await settled();
    const inbox = await xianjie('inbox', ...police);
    for (const title of ['涉嫌犯罪案件移送书', '涉嫌犯罪案件情况的调查报告', '涉案物品清单'])
      expect(inbox.out).toMatch(new RegExp(`文书：${title}\n +SHA-256 [\\w-]{43}\n`));
    expect(inbox.out).not.toContain('张三');
  });

  it('read the case, its course and its due dates in Chinese', async () => {
    const shown = await xianjie('case', 'show', caseId, ...police);
    expect(shown.out).toContain('涉嫌犯罪案件移送  已送达，待签收');
    const course = (await xianjie('case', 'timeline', caseId, ...bureau)).out;
    expect(course).toMatch(/阿合奇县医疗保障局 head +批准移送/);
    expect(course).toContain('止计 正职负责人审批移送，按期');
    expect((await xianjie('case', 'explain', caseId, ...police)).out).toContain('为起算日，不计入');
    expect((await xianjie('case', 'list', ...police)).out).toContain(caseId);
    expect((await xianjie('due')).out).toContain('在移送书回执上签字');
    expect((await xianjie('due', ...bureau)).out).not.toContain('在移送书回执上签字');
    expect(
      (
        await xianjie(
          'report',
          'progress',
          '--region',
          '653023',
          '--from',
          '2026-01-01',
          '--to',
          '2026-12-31',
        )
      ).out,
    ).toContain('阿合奇县医保基金监管案件衔接工作进展情况报告');
  });

  it('cannot tell a case that is not theirs from none', async () => {
    await json('department', 'add', '653023/health', '--officer', 'o-1');
    const stranger = ['--as', '653023/health/o-1'];
    const hidden = await xianjie('case', 'show', caseId, ...stranger);
    const missing = await xianjie('case', 'show', '653023-aaaaaaaaaaaaaaaa', ...stranger);
    expect(hidden).toEqual(missing);
    expect(hidden).toMatchObject({ code: 1, out: '' });
  });

  it('are given hints that can be typed as they are printed, in any folder', async () => {
    const all = printed.join('\n');
    expect(all).not.toContain('npx');
    const hints = [
      ...all.matchAll(/\S+ \S*services\/cli\/xianjie\.js ((?:(?:case|officer|department) )?[a-z-]+)[^\n]*/g),
    ];
    // Of each command that was named once, in all that was printed so far.
    const byCommand = new Map(hints.map(([hint, command]) => [command, hint]));
    expect([...byCommand.keys()]).toEqual(
      expect.arrayContaining(['case list', 'case timeline', 'case correct', 'commands', 'officer list']),
    );
    const SAID: readonly (readonly [string, string])[] = [
      ['命令', 'record-fact'],
      ['程序', 'clue-notice'],
      ['需要的选项', '--fact note --summary 说明'],
      ['案件编号', caseId],
      ['第几条', '1'],
      ['理由', '录入有误'],
      ['时间', THREE_DAYS_AGO],
    ];
    for (const hint of byCommand.values()) {
      const typed = SAID.reduce((text, [blank, value]) => text.replace(blank, value), hint);
      const { code, err } = await shellFor(test.options)(typed);
      // Done, or refused by the rules; never unknown, misspelt or incomplete.
      expect([0, 1], `${typed}: ${err}`).toContain(code);
    }
  });
});

describe('the record', () => {
  it('is exported, verified, and a changed word is found', async () => {
    const file = join(test.folder, 'ledger.jsonl');
    expect(await xianjie('export', '--out', file)).toMatchObject({ code: 0 });
    expect(await xianjie('verify', file)).toMatchObject({ code: 0 });
    const spoilt = join(test.folder, 'spoilt.jsonl');
    await writeFile(
      spoilt,
      (await readFile(file, 'utf8')).replace('"transfer-approved"', '"transfer-refused"'),
    );
    expect(await xianjie('verify', spoilt)).toMatchObject({ code: 1 });
  });

  it('is exported for a department with the bodies it was told of, and verifies', async () => {
    const file = join(test.folder, 'for-police.jsonl');
    expect(await xianjie('export', '--for', '653023/public-security', '--out', file)).toMatchObject({
      code: 0,
    });
    expect(await xianjie('verify', file)).toMatchObject({ code: 0 });
    const text = await readFile(file, 'utf8');
    const [header = ''] = text.split('\n');
    expect(JSON.parse(header)).toMatchObject({ bodies: 'some', for: '653023/public-security' });
    const cases = text.split('\n').filter((line) => line.includes('"subject":"ledger.case.'));
    // What the bureau did before came with the hand-over, and its bodies are there.
    for (const event of ['transfer-approved', 'handed-over']) expect(cases.join()).toContain(`"${event}"`);
    expect(cases.join()).not.toContain('"ciphertext"');
    const nobody = await xianjie('export', '--for', '110000/tax');
    expect(nobody).toMatchObject({ code: 1, out: '' });
    expect(nobody.err).toContain('UNKNOWN_DEPARTMENT');
  });

  it('is armed again from the ledger', async () => {
    expect(await json('enforce', '--rebuild')).toMatchObject({ cases: 1 });
  });
});

describe('the law of the platform', () => {
  it('is listed with its hashes, and what is published already is not published again', async () => {
    const shown = await xianjie('law', 'show');
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain(`已公布的法律，截至账本第 ${2 + partsOf(lawItems).length} 条 `);
    expect(shown.out).toMatch(/程序 +criminal-transfer +1 +[A-Za-z0-9_-]{43}/);
    expect(shown.out).not.toMatch(/尚未公布|differs here/);
    expect((await json('law', 'show', ...police))['items']).toHaveLength(lawItems.length);
    const published = await xianjie('law', 'publish', '--operator', 'op-1');
    expect(published).toMatchObject({ code: 0, err: '' });
    expect(published.out).toContain('无可公布');
    expect((await xianjie('law', 'publish', '--operator', '张三')).err).toContain('不写姓名');
  });

  it('gives commands their words, also where this version of the program has others', async () => {
    const triage = lawItems.find(({ id }) => id === 'agr-clue-triage') as LawItem;
    const title = { zh: '线索初步分流', en: 'First triage of a clue' };
    const newer = { ...triage, version: 2, data: { ...(triage.data as object), version: 2, title } };
    const { laws, registrar } = test.platform.bus;
    await publishLaw({
      laws,
      registrar,
      build: [...lawItems, newer as LawItem],
      occurredAt: registrar.now(),
      operator: 'op-1',
    });
    expect((await xianjie('case', 'show', caseId, ...police)).out).toContain('线索初步分流');
    expect((await xianjie('law', 'show')).out).toMatch(/期限 +agr-clue-triage +2 +/);
  });
});

describe('what a region settles', () => {
  const asked = (region: string) => [
    ...['due-date', '--limit', 'fwd-head-decision', '--from', '2024-10-17', '--region', region],
  ];
  const dueOf = async (...args: string[]) => {
    const { computedBy, ...due } = await json(...args);
    return { computedBy, due };
  };

  it('counts for due-date at once; where nothing was settled it says what it says off-line', async () => {
    const nowhere = cliFor({ dataDir: '/nonexistent', keysDir: '/nonexistent' });
    const offline = JSON.parse((await nowhere(...asked('653023'), '--json')).out);
    expect(offline).toMatchObject({ computedBy: 'program', strictDueAt: '2024-10-22T00:00:00+08:00' });
    const before = await dueOf(...asked('653023'));
    expect({ computedBy: 'program', ...before.due }).toEqual(offline);
    expect(before.computedBy).toBe('platform');
    await json('settle', '653023', '--unit', 'working', '--basis', '阿医保联〔2026〕3号');
    for (const who of [[], police]) {
      const { computedBy, due } = await dueOf(...asked('653023'), ...who);
      expect(computedBy).toBe('platform');
      expect(due).toMatchObject({
        strictDueAt: '2024-10-23T00:00:00+08:00',
        latestDueAt: '2024-10-23T00:00:00+08:00',
      });
    }
    const text = await xianjie(...asked('653023'));
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toContain('阿医保联〔2026〕3号');
  });

  it('leaves running limits as they are, and says which, with their due dates', async () => {
    const clue = ['clue', ...bureau, '--to', POLICE, '--topic', 'drug-resale', '--summary', '疑似串换药品'];
    const id = (await json(...clue))['case'] as string;
    const agreedOf = async () => {
      const { items } = (await json('due', '--limit', '1000')) as { items: Record<string, string>[] };
      return items.find((item) => item['case'] === id && item['kind'] === 'agreed');
    };
    const running = await eventually(agreedOf);
    const limit = running['limit'] ?? '';
    const settled = await xianjie('settle', '653023', '--agreed', `${limit}=9wd`, '--basis', '纪要第5期');
    expect(settled).toMatchObject({ code: 0, err: '' });
    expect(settled.out).toMatch(/正在计算的 \d+ 个期限仍按原口径到期，不因此改变/);
    expect(settled.out).toContain(`${id} ${running['clock']}`);
    expect(settled.out).toContain(' due --region 653023');
    expect(await agreedOf()).toEqual(running);
    // The two cases belong together: said from the terminal, and seen there.
    const link = ['submit', 'link-case', ...bureau, '--case', id, '--link', `${caseId}=same-subject`];
    expect(await xianjie(...link)).toMatchObject({ code: 0, err: '' });
    expect((await xianjie('case', 'show', id, ...bureau)).out).toContain(`${caseId} same-subject`);
  });
});

describe('when the platform is away', () => {
  it('a command waits in the outbox and says so; reading says what to do; an export comes from the mirror', async () => {
    await test.platform.stop();
    const kept = await xianjie('submit', 'sign-receipt', ...police, '--case', caseId, '--wait', '2');
    expect(kept).toMatchObject({ code: 2, out: '' });
    expect(kept.err).toContain('已存入发件箱');
    const waiting = await xianjie('outbox', ...police, '--wait', '1');
    expect(waiting).toMatchObject({ code: 2 });
    expect(waiting.out).toContain('等待发送');
    const read = await xianjie('case', 'show', caseId, ...police);
    expect(read).toMatchObject({ code: 2, out: '' });
    expect(read.err).toMatch(/^PLATFORM_UNREACHABLE: 无法连接平台：.*没有平台在运行.* \/ .*\n$/);
    const file = join(test.folder, 'mirror.jsonl');
    expect(await xianjie('export', '--out', file)).toMatchObject({ code: 0 });
    expect(await xianjie('verify', file)).toMatchObject({ code: 0 });
    const part = await xianjie('export', '--for', '653023/public-security', '--case', caseId);
    expect(part.code).toBe(0);
    expect(JSON.parse(part.out.split('\n')[0] as string)).toMatchObject({ source: 'mirror', bodies: 'some' });
  });
});
