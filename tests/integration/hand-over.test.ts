// What is handed over arrives: the police read, in their inbox and over HTTP, all that the bureau entered before, and check each
// value against the entry it stands in with the ledger's key alone.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseCommand, PartyValues } from '../../schemas/command.ts';
import type { OpenedNotice } from '../../schemas/entry.ts';
import { CaseAnswer } from '../../services/doors/http/case-answer.ts';
import { TimelineAnswer } from '../../services/doors/http/timeline-answer.ts';
import { sha256 } from '../../services/proof/canonical.ts';
import { commit } from '../../services/proof/commitment.ts';
import { byPath } from '../../services/proof/sign-command.ts';
import { cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';
import { BUREAU, OFFICE, POLICE, PROCURATORATE } from '../support/transfer-story.ts';

const FIRST: PartyValues = {
  title: '某民营医院虚假住院案',
  summary: '以体检为名办理住院，三年间虚构住院四百余人次',
  offence: '诈骗罪',
  amountFen: '10000000',
  subjects: { s1: { name: '某某医院' }, s2: { name: '李某', idNumber: '653023XXXX' } },
};
const LATER: PartyValues = { amountFen: '12345678', amountSource: '医保结算系统核对' };
const REASON = '数额较大，涉嫌犯罪，依法移送';
const LETTER = '关于某某医院涉嫌诈骗案的移送书';

let test: TestPlatform;
let bureau: TestDepartment;
let police: TestDepartment;
let xianjie: ReturnType<typeof cliFor>;
let caseId: string;
let hash: string;
let inbox: readonly OpenedNotice[];
let view: CaseAnswer;
let timeline: TimelineAnswer;

const must = async (...sent: Parameters<TestDepartment['send']>): Promise<string> => {
  const answer = await bureau.send(...sent);
  if (!answer.ok) throw new Error(`${sent[1]}: ${answer.code} ${answer.details.join(', ')}`);
  return answer.case;
};
const paper = (code: string, number?: string) => ({
  code,
  id: `${code}-1`,
  sha256: hash,
  ...(number ? { number } : {}),
});
const readAs = async (department: string, path = ''): Promise<unknown> => {
  const { token } = await test.platform.operator.issueToken(department, 'o-1');
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${test.platform.httpUrl}/v1/cases/${caseId}${path}`, { headers })).json();
};

beforeAll(async () => {
  test = await startTestPlatform();
  xianjie = cliFor(test.options);
  bureau = await test.department(BUREAU);
  police = await test.department(POLICE);
  for (const id of [PROCURATORATE, OFFICE]) await test.department(id);
  const file = join(test.folder, 'letter.txt');
  await writeFile(file, '移送书正文');
  hash = sha256(await readFile(file));

  caseId = await must('o-1', 'suspect-crime', {
    procedure: 'criminal-transfer',
    body: {
      team: ['o-1', 'o-2'],
      newSubjects: [
        { subject: 's1', kind: 'institution' },
        { subject: 's2', kind: 'person' },
      ],
    },
    party: FIRST,
  });
  await must('o-2', 'submit-transfer-report', {
    case: caseId,
    body: { papers: [paper('transfer-report')] },
    party: LATER,
  });
  await must('head', 'approve-transfer', { case: caseId });
  await must('o-1', 'hand-over', {
    case: caseId,
    body: {
      papers: [
        paper('transfer-letter', '阿医保移字〔2026〕1号'),
        paper('investigation-report'),
        paper('property-list'),
      ],
    },
    party: { reason: REASON, papers: { 'transfer-letter-1': { title: LETTER } } },
  });
  inbox = await police.notices(4);
  view = CaseAnswer.parse(await readAs(POLICE));
  timeline = TimelineAnswer.parse(await readAs(POLICE, '/timeline'));
});
afterAll(() => test?.stop());

/** The notice of an entry, whose head, body and values were checked against the ledger's key when it came. */
const noticeOf = (entry: number): OpenedNotice => {
  const found = inbox.find(({ data }) => data.head.sequence === entry);
  if (!found) throw new Error(`no notice of entry ${entry}`);
  return found;
};
const commandOf = (entry: number): CaseCommand => noticeOf(entry).data.body?.command as CaseCommand;
const entered = (values: PartyValues) => byPath(values);

describe('the police, once a transfer is handed over', () => {
  it('find in their inbox all that the bureau entered before, oldest first, and the hand-over last', () => {
    expect(inbox.map(({ type, backfill }) => [type.split('.')[2], backfill ?? false])).toEqual([
      ['crime-suspected', true],
      ['transfer-report-submitted', true],
      ['transfer-approved', true],
      ['handed-over', false],
    ]);
    const shown = Object.fromEntries(
      inbox.flatMap(({ data }) =>
        data.disclosures.map(({ path, value }) => [`${data.head.sequence}${path}`, value]),
      ),
    );
    const said = (n: number, values: PartyValues) =>
      Object.entries(entered(values)).map(([name, value]) => [`${n}/${name}`, value]);
    expect(shown).toEqual(
      Object.fromEntries([
        ...said(1, FIRST),
        ...said(2, LATER),
        ...said(4, { reason: REASON, papers: { 'transfer-letter-1': { title: LETTER } } }),
      ]),
    );
  });

  it('read the same over HTTP, each value with who entered it and when, and its entry', () => {
    expect(
      view.values.map(({ entry, path, by, officer }) => [`${entry}${path}`, by, officer]).toSorted(),
    ).toEqual(
      inbox
        .flatMap(({ data }) =>
          data.disclosures.map(({ path }) => {
            const { actor } = commandOf(data.head.sequence);
            return [`${data.head.sequence}${path}`, BUREAU, 'officer' in actor ? actor.officer : undefined];
          }),
        )
        .toSorted(),
    );
    const amounts = view.values.filter(({ path }) => path === '/amountFen');
    expect(amounts.map(({ value, officer, newest }) => [value, officer, newest])).toEqual([
      ['10000000', 'o-1', false],
      ['12345678', 'o-2', true],
    ]);
  });

  it('check every value against its entry: the commitment of its path in the command that was signed', () => {
    expect(view.values.length).toBeGreaterThan(8);
    for (const { entry, path, salt, value, at, precision, recordedAt } of view.values) {
      const { commitments, ...command } = commandOf(entry);
      expect(commitments[path]).toBe(commit({ path, salt, value }));
      expect(commitments[path]).not.toBe(commit({ path, salt, value: '另一个值' }));
      expect([command.occurredAt, command.precision]).toEqual([at, precision]);
      expect(noticeOf(entry).data.head.recordedAt).toBe(recordedAt);
    }
    for (const { sequence, values, hash: entryHash } of timeline.entries) {
      expect(entryHash).toMatch(/^[\w-]{43}$/);
      for (const { path, salt, value } of values)
        expect(commandOf(sequence).commitments[path]).toBe(commit({ path, salt, value }));
    }
  });

  it('have every paper with its hash as it stands in its entry, who attached it and when', () => {
    expect(view.papers.map(({ code, number, officer }) => [code, number ?? null, officer])).toEqual([
      ['transfer-report', null, 'o-2'],
      ['transfer-letter', '阿医保移字〔2026〕1号', 'o-1'],
      ['investigation-report', null, 'o-1'],
      ['property-list', null, 'o-1'],
    ]);
    for (const { entry, id, sha256: digest, at } of view.papers) {
      const { body, occurredAt } = commandOf(entry);
      expect(body.papers).toContainEqual(expect.objectContaining({ id, sha256: digest }));
      expect([digest, at]).toEqual([hash, occurredAt]);
    }
    expect(view.papers[1]?.title?.value).toBe(LETTER);
  });

  it('read it all at the terminal', async () => {
    const as = ['--as', `${POLICE}/o-1`];
    const shown = await xianjie('case', 'show', caseId, ...as);
    expect(shown).toMatchObject({ code: 0, err: '' });
    const course = await xianjie('case', 'timeline', caseId, ...as);
    const list = await xianjie('case', 'list', ...as);
    for (const said of [
      FIRST.title,
      FIRST.summary,
      FIRST.offence,
      '某某医院',
      '123,456.78 元',
      hash,
      REASON,
      LETTER,
    ])
      for (const { out } of [shown, course]) expect(out.replaceAll(/\n +/g, '')).toContain(said);
    expect(shown.out).toContain('100,000.00 元（此前）');
    expect(list.out).toContain(`${caseId}  ${FIRST.title}`);
  });
});

describe('everybody else', () => {
  it('has of it what their role shows: the office the open form, who is no party nothing', async () => {
    const office = CaseAnswer.parse(await readAs(OFFICE));
    expect([office.values, office.papers.map(({ title }) => title)]).toEqual([[], [null, null, null, null]]);
    // Copied at the hand-over: that entry, and no earlier one.
    const procuratorate = CaseAnswer.parse(await readAs(PROCURATORATE));
    expect(new Set(procuratorate.values.map(({ entry }) => entry))).toEqual(new Set([4]));
    expect(procuratorate.papers.map(({ entry }) => entry)).toEqual([4, 4, 4]);
    await test.department('653023/health');
    expect(await readAs('653023/health')).toMatchObject({ code: 'CASE_NOT_FOUND' });
  });
});
