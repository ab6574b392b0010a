// Every command of the terminal says what it does in Chinese first, shows examples, and ends badly with one line and a code.
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { ERRORS, type ErrorCode, InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { EXAMPLES } from '../../../services/cli/examples.ts';
import { hintAs } from '../../../services/cli/hint.ts';
import { problemOf, refused } from '../../../services/cli/problem.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { mendingText } from '../../../services/cli/text/mending-text.ts';
import { possibleText } from '../../../services/cli/text/possible-text.ts';
import { nextCommand, refusalLine } from '../../../services/cli/text/refusal-text.ts';
import { wordsOf } from '../../../services/words/words.ts';

const leaves = (command: Command, path = ''): [string, Command][] =>
  command.commands.length === 0
    ? [[path, command]]
    : command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`.trim()));
const all = leaves(await wholeProgram(law));

const failure = async (...args: string[]) => {
  const failed = await (await wholeProgram(law)).parseAsync(['node', 'xianjie', ...args]).then(
    () => null,
    (error: unknown) => problemOf(error),
  );
  if (!failed) throw new Error(`${args.join(' ')} did not fail`);
  return failed;
};

describe('every command', () => {
  it.each(all)('%s: Chinese first, English beside it, in the description and each option', (_, command) => {
    const texts = [command.description(), ...command.options.map((o) => o.description)];
    for (const text of texts) expect(text).toMatch(/^[^a-z]*\p{Script=Han}/u);
  });

  it.each(all)('%s has an example that names an existing command and existing options', (path) => {
    expect(EXAMPLES[path]?.length).toBeGreaterThan(0);
    for (const example of EXAMPLES[path] ?? []) {
      expect(example.startsWith(`xianjie ${path}`.trim())).toBe(true);
      const known = all.find(([name]) => name === path)?.[1].options.map((o) => o.long) ?? [];
      for (const [option] of example.matchAll(/--[a-z-]+/g)) expect(known).toContain(option);
    }
  });

  it('has its example, and no example is of a command that is gone', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(all.map(([path]) => path).sort());
  });
});

const ID = '653023-k7m2qd5x3ab6ycfe';
const period = (from: string, to: string) => [
  'report',
  'progress',
  '--region',
  'all',
  '--from',
  from,
  '--to',
  to,
];

describe('a command that cannot be run', () => {
  it.each([
    ['no such command', ['fly'], 'USAGE'],
    ['no such option', ['inbox', '--fast'], 'USAGE'],
    ['an argument too few', ['case', 'show'], 'USAGE'],
    ['a required option left out', ['clue', '--to', '653023/public-security'], 'USAGE'],
    ['a choice that is none', ['officer', 'appoint', '653023/court', 'o-1', '--rank', 'king'], 'USAGE'],
    ['nobody named', ['inbox'], 'USAGE'],
    ['somebody who is no officer', ['inbox', '--as', '653023/o-1'], 'USAGE'],
    ['a kind of department that does not exist', ['department', 'retire', '653023/police'], 'USAGE'],
    ['a command of no procedure', ['submit', 'hand-ovr', '--as', '653023/court/o-1'], 'USAGE'],
    ['a link without its kind', ['submit', 'link-case', '--link', ID], 'USAGE'],
    ['a link to what is no case', ['submit', 'link-case', '--link', 'x=same-subject'], 'USAGE'],
    ['an empty folder', ['inbox', '--as', '653023/court/o-1', '--data', ''], 'USAGE'],
    ['a day that is none', ['due', '--as-of', '2026-02-30', '--keys', '/nonexistent'], 'USAGE'],
    ['a file that is not there', ['calendar', 'publish', '/nonexistent.json'], 'NO_FILE'],
    [
      'no credentials',
      ['inbox', '--as', '653023/court/o-1', '--keys', '/nonexistent'],
      'CREDENTIALS_MISSING',
    ],
    ['a case left out', ['submit', 'hand-over', '--as', '653023/court/o-1'], 'USAGE'],
    ['a topic that is no word of ours', ['clue', '--topic', '虚假住院'], 'USAGE'],
    ['a receiver that is no department', ['submit', 'send-clue', '--to', '653023/police'], 'USAGE'],
    ['a division that is no code', ['due', '--region', '65'], 'USAGE'],
    ['a period that ends before it begins', period('2026-06-30', '2026-01-01'), 'USAGE'],
    [
      'a span that is none',
      ['settle', '653023', '--basis', 'x', '--agreed', 'agr-clue-triage=soon'],
      'USAGE',
    ],
    ['seconds that are none', ['outbox', '--wait', 'long'], 'USAGE'],
    ['a proceeding that is none', ['submit', 'acknowledge', '--proceeding', 'x1'], 'USAGE'],
    ['a case that is no id', ['export', '--case', 'case-1'], 'USAGE'],
    [
      'a limit that does not exist',
      ['due-date', '--limit', 'x', '--from', '2026-01-05', '--region', '653023'],
      'USAGE',
    ],
    [
      'a month where a day is wanted',
      ['clue', '--as', '653023/court/o-1', '--to', '653023/health', '--topic', 'fraud', '--at', '2026-11'],
      'USAGE',
    ],
    ['nothing to correct', ['case', 'correct', ID, '3', '--as', '653023/court/o-1'], 'USAGE'],
    ['an entry that has no number', ['case', 'correct', ID, 'third', '--amount', '5'], 'USAGE'],
    ['a clock that is none', ['case', 'confirm-claim', ID, 'fwd-handover'], 'USAGE'],
    ['a case that is no id', ['case', 'void', 'case-1'], 'USAGE'],
    [
      'a date far back that nobody confirms',
      ['submit', 'acknowledge', '--case', ID, '--as', '653023/court/o-1', '--at', '2016-11-26'],
      'DATE_NOT_CONFIRMED',
    ],
    [
      'a right date far back that nobody confirms',
      ['case', 'correct', ID, '3', '--as', '653023/court/o-1', '--at', '2016-11-26', '--reason', 'x'],
      'DATE_NOT_CONFIRMED',
    ],
    ['a folder that cannot be written', ['repair', '--data', '/nonexistent'], 'NO_MIRROR'],
    [
      'no keys of the platform',
      ['department', 'list', '--keys', '/nonexistent', '--http', 'http://127.0.0.1:1'],
      'NO_OPERATOR_TOKEN',
    ],
    [
      'no platform on the data folder',
      ['department', 'list', '--data', '/nonexistent', '--keys', '/nonexistent'],
      'PLATFORM_UNREACHABLE',
    ],
  ])('%s: one bilingual line and exit code 2', async (_, args, code) => {
    const problem = await failure(...args);
    expect(problem).toMatchObject({ code, exitCode: 2 });
    expect(problem.message).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    expect(problem.message).not.toContain('\n');
    expect(problem.message).not.toMatch(/\bat .*\.ts:/);
  });

  it.each([
    ['the option left out', ['clue'], '--topic <topic>'],
    ['the value and the choices', ['settle', '653023', '--unit', 'moon'], 'moon，可用的有 calendar、working'],
    ['the option that was meant', ['inbox', '--folow'], '是否指 --follow'],
  ])('names %s in Chinese too', async (_, args, says) => {
    expect((await failure(...args)).zh).toContain(says);
  });

  it('suggests the command that was meant', async () => {
    expect((await failure('submit', 'hand-ovr', '--as', '653023/court/o-1')).message).toContain('hand-over');
  });
});

describe('a platform that is away', () => {
  it('is one line in both languages, not a bare code', () => {
    const { code, message } = problemOf(new InfrastructureError('LEDGER_UNAVAILABLE'));
    expect(code).toBe('LEDGER_UNAVAILABLE');
    expect(message).toMatch(/^账本暂不可用.* \/ The ledger is unavailable/);
  });
});

describe('a refusal of the bus', () => {
  const line = (code: ErrorCode, ...details: string[]) =>
    refused(refusal(code, details), wordsOf(law)).message;

  it('says by name what was wrong and what to do, in one line and both languages', () => {
    expect(line('PAPERS_MISSING', 'transfer-letter')).toBe(
      '缺少规定文书：transfer-letter（涉嫌犯罪案件移送书）；用 --paper 代码=文件 补上；不能提供的写 --paper 代码=- 并用 --reason 说明' +
        ' / Papers are missing: transfer-letter; add --paper CODE=FILE, or CODE=- with --reason to explain',
    );
    expect(line('GUARD_REFUSED', 'review-is-overdue')).toContain('须在立案审查逾期后');
    expect(line('RANK_TOO_LOW', 'head')).toContain('须由负责人（县级以上公安机关负责人、检察长）办理');
    expect(line('NOT_ALLOWED_IN_STATE', 'p2', 'under-filing-review')).toContain('p2，立案审查中');
    expect(line('NOT_ALLOWED_IN_STATE', 'p2', 'under-filing-review', 'by: police')).toMatch(
      /p2，立案审查中，且须由公安机关办理/,
    );
    expect(line('FIELD_REQUIRED', 'replyBy')).toContain('--reply-by');
  });

  it('names the step refused of several, what stands in the way of voiding, and who may do it instead', () => {
    expect(line('PAPERS_MISSING', 'steps/2', 'transfer-letter')).toMatch(
      /^第 2 步：缺少规定文书：transfer-letter（涉嫌犯罪案件移送书）；.* \/ step 2: Papers are missing: transfer-letter; /,
    );
    expect(line('STEP_NOT_LAST', 'steps/1')).toMatch(/^第 1 步：须让其他部门知悉的一步只能是最后一步/);
    expect(line('DATED_BACK', 'steps/3', 'reason')).toContain(
      '第 3 步：所报时间早于七日以前，须说明理由：--reason',
    );
    expect(line('VOID_NOT_POSSIBLE', 'handed-over')).toMatch(/移交待签收；撤回线索用 take-back-clue/);
    expect(line('SAME_OFFICER', 'void-case')).toMatch(/作废误立案件；由本部门负责人/);
    expect(line('NOT_YOUR_ROLE', 'openedBy')).toContain('由立卷部门办理');
    expect(line('CLAIM_NOT_OPEN', 'fwd-handover')).toContain(law.versionsOf('fwd-handover').at(-1)?.title.zh);
    expect(line('FIELD_REFUSED', 'occurredAt')).toContain('--at');
    expect(line('FIELD_REFUSED', 'newSubjects', 's3')).toMatch(
      /--subject，s3；新的当事人代号：.*s1 至 s999；问题线索等不公开程序中为 s1000 至 s9999/,
    );
    expect(line('FIELD_REFUSED', 'subjects', 's2')).toMatch(/--about，s2；案中没有该当事人/);
    expect(line('FIELD_REFUSED', '/subjects/s2')).not.toContain('--');
    expect(line('REHEARSAL_ONLY', 'precision')).toContain('发生时间须到日或时刻');
  });

  it('says who may, where a case is kept from a department, joined, or stated anew, and what keeps it open', () => {
    expect(line('NOT_YOUR_ROLE', '653023/health')).toContain(
      '由阿合奇县卫生健康委的同级或者上级纪检监察机关，或者其最近的上级部门办理',
    );
    expect(line('NOT_YOUR_ROLE', 'into')).toContain('由可以将所指案件办结的立卷部门或者联席会议办公室办理');
    expect(line('NOT_YOUR_ROLE', 'participants')).toContain('参与本案公开程序的部门');
    const open = line('CASE_NOT_SETTLED', 'p1', 'p1/fwd-filing-review/1', 'p2/1');
    expect(open).toContain('p1，p1 的期限立案审查，p2 的移送待签收');
    expect(open).not.toContain('fwd-filing-review');
    const known = `known: ${[...law.newest.map(({ procedure }) => procedure), 'case'].join(', ')}`;
    const unknown = line('UNKNOWN_PROCEDURE', 'insurance-penlty', known);
    expect(unknown).toMatch(/没有这个程序：insurance-penlty，相近的有 insurance-penalty、/);
    expect(unknown.split('、')).toHaveLength(5);
    expect(line('UNKNOWN_PROCEDURE', 'insurance-penlty')).toContain('insurance-penalty');
  });

  it('says what a field takes, what is still owed and by which command it is done, and what goes before', () => {
    expect(line('FIELD_REFUSED', 'points')).toMatch(/--points（\d+ 至 12）/);
    expect(line('FIELD_REQUIRED', 'penaltyKinds')).toMatch(/--penalty-kinds（.*fine 罚款.*）/);
    expect(line('FIELD_REQUIRED', 'disciplineNature')).toMatch(/--discipline-nature（.+、.+）/);
    const owed = refusal('STILL_OWED', ['p3', 'repaid']);
    expect(refusalLine(owed, wordsOf(law))).toMatch(/p3，[^a-z]+；查看当前可办的命令/);
    expect(nextCommand(owed)).toContain('commands');
    expect(line('NOT_ALLOWED_IN_STATE', 'first: demand-repayment')).toContain(
      '先以 demand-repayment（责令退回',
    );
  });

  it.each([
    ['NO_SUCH_CLOCK', 'case show'],
    ['UNKNOWN_LIMIT', 'limits'],
    ['LIMIT_NOT_AGREED', 'limits'],
    ['UNKNOWN_PROCEDURE', 'procedures'],
    ['GUARD_REFUSED', 'case show'],
    ['PROCEEDING_WAITED_FOR', 'commands'],
  ])('%s leads on to xianjie %s', (code, next) => {
    expect(nextCommand(refusal(code, ['x']))).toContain(next);
  });

  it('asks for the pseudonym of a party and for a whole region before anything is sent', async () => {
    const payer = await failure(
      'submit',
      'demand-repayment',
      '--payer',
      '乙医院',
      '--as',
      '653023/medical-insurance/o-1',
    );
    expect(payer.zh).toContain('当事人代号“乙医院”应如 s1');
    const filter = ['department', 'filter', '653023/health', 'mine', '--basis', '来函', '--region', '6530'];
    expect((await failure(...filter)).zh).toMatch(/区划代码“6530”应为6位数字/);
  });

  it('points at no details that a person does not see', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[])
      expect(line(code, 'x')).not.toMatch(/见 details|see details/);
  });

  it('keeps code, message and details as they are for programs', () => {
    const { code, zh, details, exitCode } = refused(refusal('PAPERS_MISSING', ['transfer-letter']));
    expect({ code, zh, details, exitCode }).toEqual({
      code: 'PAPERS_MISSING',
      zh: ERRORS.PAPERS_MISSING.zh,
      details: ['transfer-letter'],
      exitCode: 1,
    });
  });
});

describe('what can be mended', () => {
  const clock = (obliged: string, outcome: string | null, more: object = {}) => ({
    clock: 'p2/fwd-handover/1',
    limit: 'fwd-handover',
    obliged,
    outcome,
    status: 'stopped',
    startedAtLatest: null,
    ...more,
  });
  const seen = (more: object) => ({
    case: ID,
    openedBy: '653023/medical-insurance',
    voided: false,
    clocks: [],
    handOffs: [],
    ...more,
  });
  const text = (more: object, department = '653023/medical-insurance') =>
    mendingText(
      seen(more) as unknown as Parameters<typeof mendingText>[0],
      { department, officer: 'o-1' },
      wordsOf(law),
    ).join('\n');
  const typed = (words: string, department = '653023/medical-insurance') =>
    hintAs(words, `${department}/o-1`);

  it('is offered as it is typed: a correction to everybody, voiding to who opened the case while nobody else has it', () => {
    expect(text({})).toContain(typed(`case correct ${ID} 第几条 --reason 理由 --at 时间`));
    expect(text({})).toContain(typed(`case void ${ID} --reason 理由`));
    expect(text({ handOffs: [{ outcome: 'taken-back' }] })).toContain('case void');
    expect(text({ handOffs: [{ outcome: null }] })).not.toContain('case void');
    expect(text({ handOffs: [{ outcome: 'received' }] })).not.toContain('case void');
    expect(text({}, '653023/public-security')).not.toContain('case void');
    expect(text({ voided: true })).toBe('该案件已作废 / the case was voided');
  });

  it('is the day of receipt, where a paper was served by paper and its receiver has not said when it came', () => {
    const served = { status: 'running', startedAtLatest: '2026-11-26T09:00:00+08:00' };
    const seenBy = (department: string) =>
      text({ clocks: [clock('653023/public-security', null, served)] }, department);
    expect(seenBy('653023/public-security')).toContain(
      typed(`case confirm-receipt ${ID} p2/fwd-handover/1 --at 日期`, '653023/public-security'),
    );
    expect(seenBy('653023/medical-insurance')).not.toContain('confirm-receipt');
  });

  it('is a claim of another department to confirm or dispute, never of one\u2019s own', () => {
    const claim = { clocks: [clock('653023/medical-insurance', 'claimed-in-time')] };
    expect(text(claim, '653023/public-security')).toContain(
      typed(`case confirm-claim ${ID} p2/fwd-handover/1`, '653023/public-security'),
    );
    expect(text(claim)).not.toContain('confirm-claim');
    expect(
      text({ clocks: [clock('653023/medical-insurance', 'met')] }, '653023/public-security'),
    ).not.toContain('confirm-claim');
  });
});

describe('what can be done now', () => {
  const line = (more: object) => ({
    proceeding: 'p2',
    procedure: 'criminal-transfer',
    version: 1,
    command: 'refuse-filing',
    title: { zh: '决定不予立案', en: 'Decide not to file' },
    papers: [],
    needs: [],
    reason: false,
    officers: 0,
    takes: ['complainant'],
    conditions: [],
    missingRank: null,
    ...more,
  });
  const text = (...commands: object[]) =>
    possibleText(
      { case: '653023-k7m2qd5x3ab6ycfe', commands: commands.map(line), opens: [], onCase: [] },
      [{ proceeding: 'p2', limit: 'clue-verify' }],
      '653023/public-security/o-1',
      wordsOf(law),
      80,
    );

  it('is written with the very options it takes', () => {
    const said = text({ papers: ['non-filing-notice'], reason: true });
    expect(said).toContain(
      '--paper non-filing-notice=不予立案通知书.pdf --reason-code 代码 --reason 理由 [--complainant 有控告人时]',
    );
    expect(said).toContain(hintAs(`submit 命令 --case ${ID}`, '653023/public-security/o-1'));
    expect(said).not.toContain('--proceeding');
  });

  it('names the prolongations the law knows, the rank that is missing and the condition that is not yet met', () => {
    const clue = {
      procedure: 'clue-notice',
      command: 'extend-verification',
      needs: ['extension', 'approver'],
    };
    expect(text({ ...clue, missingRank: 'head' })).toMatch(
      /须由县级以上公安机关负责人办理\s+--extension clue-verify-extension --approver main-head/,
    );
    expect(text({ ...clue, proceeding: 'p1' })).toContain('正在计时的期限不能延长');
    expect(text({ conditions: ['review-is-overdue'] })).toContain('须在立案审查逾期后办理');
  });

  it('says what may be opened in the case and what may be done with the case itself, as it is typed', () => {
    const { proceeding: _, ...opening } = line({ procedure: 'fund-recovery', command: 'demand-repayment' });
    const close = { command: 'close-case', title: { zh: '全案办结', en: 'Close the case' }, needs: [] };
    const said = possibleText(
      {
        case: ID,
        commands: [],
        opens: [{ ...opening, title: { zh: '责令退回', en: 'Demand' }, missingRank: 'head' }],
        onCase: [{ ...close, values: ['/reason'], missingRank: 'head' }],
      },
      [],
      '653023/medical-insurance/o-1',
      wordsOf(law),
      80,
    );
    expect(said).toContain('医保基金追回 fund-recovery：demand-repayment 责令退回（须由负责人办理）');
    expect(said).toContain(
      hintAs(`submit 命令 --procedure 程序 --case ${ID}`, '653023/medical-insurance/o-1'),
    );
    expect(said).toContain('全案办结（须由负责人办理）：case close 案件 --reason 理由');
  });

  it('asks for the proceeding where two take the same command', () => {
    expect(text({}, { proceeding: 'p3' })).toContain('--proceeding');
  });
});
