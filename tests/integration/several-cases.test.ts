// What one case does to another, on a whole platform as people type it: split, joined, and restricted from a department.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type CliResult, cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestPlatform } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const HEALTH = '653023/health';
const INSPECTION = '653023/discipline-inspection';
const as = (department: string, officer = 'o-1'): string[] => ['--as', `${department}/${officer}`];
const why = ['--reason', '另案处理'];

let test: TestPlatform;
let xianjie: (...args: string[]) => Promise<CliResult>;
let first: string;
let second: string;

const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await xianjie(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${err}`);
  return JSON.parse(out);
};
const casesOf = async (department: string): Promise<string[]> =>
  ((await json('case', 'list', ...as(department)))['cases'] as { case: string }[])
    .map((one) => one.case)
    .sort();
type Due = { case: string; clock: string; strictDueAt: string; latestDueAt: string };
const dueOf = async (department: string): Promise<Due[]> =>
  ((await json('due', ...as(department)))['items'] as Due[])
    .map(({ case: id, clock, strictDueAt, latestDueAt }) => ({ case: id, clock, strictDueAt, latestDueAt }))
    .sort((a, b) => `${a.clock}`.localeCompare(b.clock));
const inInbox = async (department: string): Promise<string[]> =>
  ((await json('inbox', ...as(department), '--all'))['notices'] as { notice: { subject: string } }[]).map(
    ({ notice }) => notice.subject,
  );

beforeAll(async () => {
  test = await startTestPlatform();
  xianjie = cliFor(test.options);
  for (const department of [BUREAU, POLICE, HEALTH, INSPECTION])
    await json('department', 'add', department, '--officer', 'o-1', '--head', 'head');
  const clue = ['clue', ...as(BUREAU), '--topic', 'fraud', '--summary', '一案两线'];
  first = String((await json(...clue, '--to', POLICE, '--to', HEALTH))['case']);
});
afterAll(() => test?.stop());

describe('a case of two clues, one to the police and one to the health commission', () => {
  it('is split once the second is received: it goes on in a new case, due when it was due', async () => {
    const split = ['case', 'split', first, '--proceeding', 'p2', ...why];
    expect((await xianjie(...split, ...as(BUREAU, 'head'))).err).toMatch(/^SPLIT_NOT_POSSIBLE: /);
    await json('submit', 'acknowledge', ...as(HEALTH), '--case', first);
    const before = await eventually(async () => {
      const due = await dueOf(HEALTH);
      return due.length > 0 && due;
    });
    await json(...split, ...as(BUREAU, 'head'));
    second = await eventually(async () => (await casesOf(HEALTH)).find((id) => id !== first));
    const after = await eventually(async () => {
      const due = await dueOf(HEALTH);
      return due.length > 0 && due.every((one) => one.case === second) && due;
    });
    expect(after).toEqual(before.map((one) => ({ ...one, case: second })));
    expect(await json('case', 'show', second, ...as(HEALTH))).toMatchObject({
      openedBy: BUREAU,
      proceedings: [{ proceeding: 'p2', movedTo: null, cameFrom: first }],
    });
    const { proceedings } = await json('case', 'show', first, ...as(BUREAU));
    expect(proceedings).toMatchObject([
      { proceeding: 'p1', movedTo: null },
      { proceeding: 'p2', movedTo: second },
    ]);
    // The police take no part in the second clue, and hear of no second case.
    expect(await casesOf(POLICE)).toEqual([first]);
    const shown = await xianjie('case', 'show', first, ...as(BUREAU));
    expect(shown.out).toContain(`在案件 ${second} 中继续办理`);
  });

  it('is joined again: each stays as it is, and the one shows the other to who may see it', async () => {
    await json('case', 'merge', second, first, ...as(BUREAU, 'head'), ...why);
    const joined = await eventually(async () => {
      const all = (await json('case', 'show', first, ...as(BUREAU)))['joined'] as unknown[];
      return all.length > 0 && all;
    });
    expect(joined).toMatchObject([{ case: second, closed: false, proceedings: [{ proceeding: 'p2' }] }]);
    expect(await json('case', 'show', second, ...as(BUREAU))).toMatchObject({ joinedTo: first });
    expect(await json('case', 'show', first, ...as(POLICE))).toMatchObject({ joined: [] });
    expect((await xianjie('case', 'show', first, ...as(BUREAU))).out).toContain(`  ${second}`);
    const unknown = await xianjie(
      'case',
      'merge',
      first,
      '653023-aaaaaaaaaaaaaaaa',
      ...as(BUREAU, 'head'),
      ...why,
    );
    expect(unknown.err).toMatch(/^CASE_NOT_FOUND: /);
  });

  it('is restricted from the police: to them it is from then on like a case that does not exist', async () => {
    expect(await inInbox(POLICE)).toContain(first);
    await json('case', 'restrict', first, POLICE, ...as(INSPECTION, 'head'), ...why);
    const nothing = await xianjie('case', 'show', '653023-aaaaaaaaaaaaaaaa', ...as(POLICE));
    const hidden = await xianjie('case', 'show', first, ...as(POLICE));
    expect(hidden).toEqual({ ...nothing, err: nothing.err.replaceAll('653023-aaaaaaaaaaaaaaaa', first) });
    expect(hidden.err).toMatch(/^CASE_NOT_FOUND: /);
    await eventually(async () => (await dueOf(POLICE)).length === 0);
    expect(await casesOf(POLICE)).toEqual([]);
    expect(await inInbox(POLICE)).not.toContain(first);
    const acknowledge = await xianjie('submit', 'acknowledge', ...as(POLICE), '--case', first);
    expect(acknowledge.err).toMatch(/^CASE_NOT_FOUND: /);
    expect(await casesOf(BUREAU)).toEqual([first, second].sort());
  });

  it('verifies as a whole, every decision made again; of the new case alone it is said which one was not', async () => {
    const whole = join(test.folder, 'whole.jsonl');
    await json('export', '--out', whole);
    expect(await json('verify', whole)).toMatchObject({ ok: true, notRerun: {} });
    const alone = join(test.folder, 'alone.jsonl');
    await json('export', '--case', second, '--out', alone);
    expect(await json('verify', alone)).toMatchObject({
      ok: true,
      notRerun: { 'without the other case': 1 },
    });
  });
});
