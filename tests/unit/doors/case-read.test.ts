// What the receiver of a hand-over reads of a case: all that its sender entered before, each thing with who said it and when and
// the entry it stands in; amounts as versions, reasons beside their steps, papers with their hashes, facts and linked cases.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../schemas/command.ts';
import { startedAs } from '../../../services/cli/hint.ts';
import { caseText, courseText } from '../../../services/cli/text/case-text.ts';
import type { CaseAnswer } from '../../../services/doors/http/case-answer.ts';
import { caseFile, type OpenedEntry } from '../../../services/doors/http/case-file.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { fileSteps, INQUIRER, lawOfFiles } from '../../support/file-story.ts';
import { passingLaw } from '../../support/passing-law.ts';
import { type CaseRead, readCase } from '../../support/read-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE, papers, steps } from '../../support/transfer-story.ts';
import { digest } from '../../support/unsigned-record.ts';

const HEALTH = '653023/health';
const AS_OF = '2024-03-06T09:00:00+08:00';
const OTHER_CASE = '653023-bbbbbbbbbbbbbbbb';
const register = countyRegister();
const words = wordsOf(passingLaw);

const onCase = (command: string, at: string, body: Told['body'], more: Partial<Told> = {}): Told => ({
  as: `${BUREAU}/o-2`,
  command,
  at,
  ...(body ? { body } : {}),
  ...more,
});

/** A transfer with everything a clerk may enter, handed to the police on Tuesday 5 March 2024 at 10:00. */
const transfer = (): CaseDriver => {
  const c = caseDriver(register, undefined, passingLaw);
  const opening = steps.suspect('2024-03-04T09:00:00+08:00');
  const letter = { ...papers('transfer-letter')[0], number: '阿医保移字〔2024〕1号', servedOn: '2024-03-05' };
  c.must(
    {
      ...opening,
      body: { ...opening.body, newSubjects: [{ subject: 's1' }] },
      with: ['title', 'summary', 'subjects/s1', 'offence', 'amountFen'],
    },
    onCase(
      'record-fact',
      '2024-03-04T10:00:00+08:00',
      { fact: 'penalty-made' },
      { with: ['reason', 'summary'] },
    ),
    onCase('link-case', '2024-03-04T11:00:00+08:00', {
      links: [{ case: OTHER_CASE, relation: 'same-subject' }],
    }),
    steps.report('2024-03-04T15:00:00+08:00'),
    {
      as: `${BUREAU}/head`,
      command: 'return-report',
      at: '2024-03-04T16:00:00+08:00',
      body: { reasonCode: 'amount-unclear' },
      with: ['reason'],
    },
    {
      ...steps.report('2024-03-04T17:00:00+08:00'),
      as: `${BUREAU}/o-2`,
      body: { papers: [{ code: 'transfer-report', id: 'report-2', sha256: digest }] },
      with: ['amountFen', 'amountSource'],
    },
    steps.approve('2024-03-05T09:00:00+08:00'),
    {
      ...steps.handOver('2024-03-05T10:00:00+08:00'),
      body: { papers: [letter, ...papers('investigation-report', 'property-list')] as never },
      with: ['reason', 'papers/transfer-letter-1/title'],
    },
  );
  return c;
};

const SAID = {
  '1/title': '某民营医院虚假住院案',
  '1/summary': '以体检为名办理住院，三年间虚构住院四百余人次',
  '1/subjects/s1': { name: '某某医院', idNumber: '91650000XXXX' },
  '1/offence': '诈骗罪',
  '1/amountFen': '10000000',
  '2/reason': '此前已作行政处罚',
  '2/summary': '罚款五万元',
  '5/reason': '金额计算依据不清，请补充',
  '6/amountFen': '12345678',
  '6/amountSource': '医保结算系统核对',
  '8/reason': '数额较大，涉嫌犯罪',
  '8/papers/transfer-letter-1/title': '关于某某医院涉嫌诈骗案的移送书',
};

const read = (department: string, c = transfer()): CaseRead => {
  const found = readCase(c, department, SAID, { register, law: passingLaw, asOf: AS_OF });
  if (!found) throw new Error(`${department} was told nothing`);
  return found;
};
const versionsOf = ({ values }: CaseAnswer, path: string) =>
  values
    .filter((value) => value.path === path)
    .map(({ value, entry, by, officer, newest }) => [value, entry, by, officer, newest]);

describe('a case as its receiver reads it after the hand-over', () => {
  it('has title, summary, subject and offence, each with its entry, who entered it and when', () => {
    const { view } = read(POLICE);
    for (const path of ['/title', '/subjects/s1', '/offence'])
      expect(versionsOf(view, path)).toEqual([[SAID[`1${path}` as '1/title'], 1, BUREAU, 'o-1', true]]);
    const [title] = view.values;
    expect(title).toMatchObject({
      path: '/title',
      salt: expect.stringMatching(/^[\w-]{22}$/),
      at: '2024-03-04T09:00:00+08:00',
      precision: 'instant',
      recordedAt: '2024-03-04T09:00:00+08:00',
    });
  });

  it('has the amount in both versions, the newest marked', () => {
    expect(versionsOf(read(POLICE).view, '/amountFen')).toEqual([
      ['10000000', 1, BUREAU, 'o-1', false],
      ['12345678', 6, BUREAU, 'o-2', true],
    ]);
  });

  it('has every paper with its kind, number, hash, who attached it and when, and what it is called', () => {
    const { papers: all } = read(POLICE).view;
    expect(all.map(({ code, id, entry, officer }) => [code, id, entry, officer])).toEqual([
      ['transfer-report', 'transfer-report-1', 4, 'o-1'],
      ['transfer-report', 'report-2', 6, 'o-2'],
      ['transfer-letter', 'transfer-letter-1', 8, 'o-1'],
      ['investigation-report', 'investigation-report-1', 8, 'o-1'],
      ['property-list', 'property-list-1', 8, 'o-1'],
    ]);
    expect(all[2]).toMatchObject({
      codeTitle: { zh: '涉嫌犯罪案件移送书' },
      number: '阿医保移字〔2024〕1号',
      sha256: digest,
      servedOn: '2024-03-05',
      by: BUREAU,
      at: '2024-03-05T10:00:00+08:00',
      title: { path: '/papers/transfer-letter-1/title', value: SAID['8/papers/transfer-letter-1/title'] },
    });
  });

  it('has each step with its officer and its own reason; a reason that is not passed on is not there', () => {
    const stepsOf = (department: string) =>
      read(department).view.steps.map(({ command, officer, reasonCode, reason }) => [
        command,
        officer,
        reasonCode,
        reason?.value ?? null,
      ]);
    const course = (returned: string | null) => [
      ['suspect-crime', 'o-1', null, null],
      ['submit-transfer-report', 'o-1', null, null],
      ['return-report', 'head', 'amount-unclear', returned],
      ['submit-transfer-report', 'o-2', null, null],
      ['approve-transfer', 'head', null, null],
      ['hand-over', 'o-1', null, SAID['8/reason']],
    ];
    expect(stepsOf(BUREAU)).toEqual(course(SAID['5/reason']));
    expect(stepsOf(POLICE)).toEqual(course(null));
    // The open form alone, for the office.
    expect(stepsOf(OFFICE)).toEqual(course(null).map((step) => [...step.slice(0, 3), null]));
    expect(read(OFFICE).view.values).toEqual([]);
  });

  it('has the facts and the linked cases that its sender recorded', () => {
    const { facts, links } = read(POLICE).view;
    expect(facts).toMatchObject([
      { fact: 'penalty-made', entry: 2, by: BUREAU, officer: 'o-2', reason: null },
    ]);
    expect(links).toMatchObject([{ case: OTHER_CASE, relation: 'same-subject', entry: 3, officer: 'o-2' }]);
    expect(read(BUREAU).view.facts).toMatchObject([{ reason: { value: SAID['2/reason'] } }]);
  });

  it('keeps what is said of a fact with the fact: it is no later version of what the case is about', () => {
    expect(versionsOf(read(POLICE).view, '/summary')).toEqual([
      [SAID['1/summary'], 1, BUREAU, 'o-1', true],
      [SAID['2/summary'], 2, BUREAU, 'o-2', true],
    ]);
    expect(shown.split('办理 Steps')[0]).not.toContain(SAID['2/summary']);
    expect(shown).toContain(`    摘要：${SAID['2/summary']}`);
  });

  it('is one of which nothing was told before, and of which a stranger is told nothing at all', () => {
    const c = transfer();
    const before = { entries: c.entries.slice(0, -1), state: c.state };
    const asked = { register, law: passingLaw, asOf: AS_OF };
    expect(readCase(before, POLICE, SAID, asked)).toBeNull();
    expect(readCase(c, HEALTH, SAID, asked)).toBeNull();
  });

  it('has a course of every entry, marked where it came with the hand-over', () => {
    const { timeline } = read(POLICE);
    expect(
      timeline.entries.map(({ sequence, headline, officer, backfill }) => [
        sequence,
        headline,
        officer,
        backfill,
      ]),
    ).toEqual([
      [1, 'crime-suspected', 'o-1', true],
      [2, 'fact-recorded', 'o-2', true],
      [3, 'case-linked', 'o-2', true],
      [4, 'transfer-report-submitted', 'o-1', true],
      [5, 'transfer-report-returned', 'head', true],
      [6, 'transfer-report-submitted', 'o-2', true],
      [7, 'transfer-approved', 'head', true],
      [8, 'handed-over', 'o-1', false],
    ]);
    expect(read(BUREAU).timeline.entries.every(({ backfill }) => !backfill)).toBe(true);
  });

  it('says of a clock how it stands at the instant of the answer, as the due list does', () => {
    const clocks = read(POLICE).view.clocks.filter(({ obliged }) => obliged === POLICE);
    expect(clocks.map(({ limit, standing }) => [limit, standing])).toContainEqual([
      'fwd-receipt-sign',
      'at-once',
    ]);
    const late = readCase(transfer(), POLICE, SAID, {
      register,
      law: passingLaw,
      asOf: '2024-06-01T00:00:00+08:00',
    });
    expect(late?.view.clocks.find(({ limit }) => limit === 'agr-hand-off-receipt')?.standing).toBe('overdue');
  });
});

describe('a case with a proceeding that is closed to its reader', () => {
  it('shows the status word and nothing of what was done, said or attached', () => {
    const c = caseDriver(register, undefined, lawOfFiles);
    c.must(
      fileSteps.open('2024-03-04T09:00:00+08:00'),
      fileSteps.report('2024-03-04T09:10:00+08:00'),
      fileSteps.takeUp('2024-03-04T09:10:00+08:00'),
      fileSteps.interview('2024-03-04T09:20:00+08:00'),
      fileSteps.conclude('2024-03-04T09:30:00+08:00'),
    );
    const asked = { register, law: lawOfFiles, asOf: AS_OF };
    const found = readCase(c, BUREAU, {}, asked);
    expect(found?.view.steps.map(({ command }) => command)).toEqual(['open-file', 'report-official']);
    expect(found?.view.papers).toEqual([]);
    expect(found?.view.statuses).toHaveLength(1);
    expect(found?.timeline.entries.filter(({ actor }) => actor === null)).toHaveLength(2);
    expect(JSON.stringify(found)).not.toMatch(/interview|conclude/);
    expect(readCase(c, INQUIRER, {}, asked)?.view.papers).toHaveLength(1);
  });
});

describe('several steps recorded in one entry', () => {
  it('each have their own officer, instant, reason and papers', () => {
    const c = transfer();
    const [first, last] = [c.entries[4], c.entries[5]].map((entry) => entry as NonNullable<typeof entry>);
    if (!first || !last) throw new Error('the transfer has eight entries');
    const stepOf = (entry: typeof first, officer: string) => {
      const { command, occurredAt, precision, body } = entry.command as CaseCommand;
      return { command, officer, occurredAt, precision, body };
    };
    const command = {
      ...(last.command as CaseCommand),
      command: 'record-steps',
      body: { steps: [stepOf(first, 'head'), stepOf(last, 'o-2')] },
    } as CaseCommand;
    const entry = {
      ...last,
      command,
      events: [first, last].flatMap(({ events }, n) =>
        events.map((event) =>
          event.kind === 'step'
            ? { ...event, place: n + 1, ...(n === 0 ? {} : { recordedBy: 'head' }) }
            : event,
        ),
      ),
    };
    const values = [
      ['/steps/1/reason', '金额不清'],
      ['/steps/2/amountFen', '5'],
      ['/steps/2/papers/report-2/title', '补充报告'],
    ].map(([path = '', value = '']) => ({ path, value, salt: 'A'.repeat(22) }));
    const opened = { entry, ledgerSequence: 1, hash: '', sees: 'all', paths: [], words: [], values } as never;
    const { steps: all, papers: attached, values: said } = caseFile([opened as OpenedEntry]);
    expect(all.map(({ recordedBy }) => recordedBy)).toEqual([null, 'head']);
    expect(
      all.map(({ command: name, officer, at, reason }) => [name, officer, at, reason?.value ?? null]),
    ).toEqual([
      ['return-report', 'head', '2024-03-04T16:00:00+08:00', '金额不清'],
      ['submit-transfer-report', 'o-2', '2024-03-04T17:00:00+08:00', null],
    ]);
    expect(attached.map(({ id, title }) => [id, title?.value])).toEqual([['report-2', '补充报告']]);
    expect(said.map(({ path, officer, newest }) => [path, officer, newest])).toEqual([
      ['/steps/1/reason', 'head', true],
      ['/steps/2/amountFen', 'o-2', true],
      ['/steps/2/papers/report-2/title', 'o-2', true],
    ]);
  });
});

/** The same with the long number of one who is named in a closed proceeding. */
const numbered = caseText(
  {
    ...read(POLICE).view,
    values: read(POLICE).view.values.map((value) => ({
      ...value,
      path: value.path.replace('/subjects/s1', '/subjects/s4711'),
    })),
  },
  80,
  `${POLICE}/o-1`,
  words,
);
const shown = caseText(read(POLICE).view, 80, `${POLICE}/o-1`, words);

describe('on a terminal of eighty columns', () => {
  const lines = (text: string) => text.split('\n');
  const course = courseText(read(POLICE).timeline, 80, words);

  it('no line is wider, save commands to type, which a pipe gets on one line', () => {
    const typed = lines(shown).filter((line) => line.trim().startsWith(startedAs()));
    expect(typed).toHaveLength(2);
    for (const line of [...lines(shown), ...lines(course)])
      if (!typed.includes(line)) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  it('sets a long number apart from the name', () => {
    expect(numbered).toContain('当事人 s4711 某某医院');
  });

  it('the case says each thing once, with its officer and its entry below it', () => {
    for (const said of [
      '标题        某民营医院虚假住院案',
      '            2024-03-04 09:00 阿合奇县医疗保障局 o-1，本案第 1 条 /title',
      '当事人 s1   某某医院 91650000XXXX',
      '金额        123,456.78 元（最新）',
      '            100,000.00 元（此前）',
      '  涉嫌犯罪案件移送书 阿医保移字〔2024〕1号',
      `    SHA-256 ${digest}`,
      '    送达 2024-03-05',
      '  退回补充调查',
      '    2024-03-04 16:00 阿合奇县医疗保障局 head，本案第 5 条',
      '    理由（amount-unclear）',
      `  ${OTHER_CASE} same-subject`,
      '  登记事实 penalty-made',
      '应立即办理  在移送书回执上签字  阿合奇县公安局  法定',
    ])
      expect(shown).toContain(said);
    expect(shown.indexOf('（最新）')).toBeLessThan(shown.indexOf('（此前）'));
  });

  it('the course says who acted, and what each entry said', () => {
    for (const said of [
      /阿合奇县医疗保障局 head +退回补充调查/,
      '· 移交前的记录',
      '· 理由代码：amount-unclear',
      `· 关联案件：${OTHER_CASE} same-subject`,
      '· 事实：penalty-made',
      '· 理由：数额较大，涉嫌犯罪',
    ])
      expect(course).toMatch(said);
  });
});
