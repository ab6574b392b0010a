// What people read at the end of a rehearsal, as a whole: a changed line is a changed promise.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { problemLines, rehearsalSummary } from '../../../services/cli/text/rehearsal-summary.ts';
import { outputOf } from '../../../services/rehearsal/output-of.ts';
import { parseCases } from '../../../services/rehearsal/published-case.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { cases as shipped } from './shipped.ts';

const WIDTH = 100;
const chosen = shipped.filter(({ id }) => ['RC-001', 'RC-017', 'RC-061', 'RC-095'].includes(id));
const { problems } = parseCases('{"id": 1\n{"id": "RC-001"}\n');

const summaryOf = async (wrong: boolean): Promise<string> => {
  const { plan, played, cases } = await playedInMemory(chosen, wrong ? ['330400/public-security'] : []);
  const noticesOf = new Map([
    ['case', 8],
    [played.inventedCase ?? '', 4],
  ]);
  const inboxes = { noticesOf, faults: wrong ? ['653023/health: signature: does not fit'] : [] };
  const verified = wrong
    ? { ok: false, code: 'HASH_WRONG', message: { zh: '第3条有误', en: 'entry 3 is wrong' } }
    : { ok: true, entries: 99, head: { sequence: 99, hash: 'h' } };
  return rehearsalSummary(
    {
      plan,
      played,
      law,
      cases,
      inboxes,
      verified: verified as never,
      unmet: [],
      output: outputOf(plan, played, cases, inboxes, verified as never, 99),
      took: { start: 1_500, departments: 2_000, play: 3_250, inboxes: 900, verify: 100 },
    },
    { width: WIDTH, next: ['npm run rehearse'], problems: wrong ? problems.slice(0, 3) : [] },
  );
};

describe('the summary', () => {
  it('reads like this', async () => {
    await expect(await summaryOf(false)).toMatchFileSnapshot('../../fixtures/rehearsal/summary.txt');
  });

  it('says first that it is no record of anybody, and marks what is invented and what is filled in', async () => {
    const lines = (await summaryOf(false)).split('\n');
    expect(lines[1]).toContain('不代表任何部门真实行为');
    expect(lines.filter((line) => line.includes('虚构示例 invented')).length).toBe(1);
    expect(lines.filter((line) => /^ +‹补›/.test(line)).length).toBeGreaterThan(10);
  });

  it('keeps its columns where Chinese and English stand side by side', async () => {
    const lines = (await summaryOf(false)).split('\n');
    const tooWide = lines.filter((line) => stringWidth(line) > WIDTH + 2 && !line.includes('http'));
    expect(tooWide).toEqual([]);
  });

  it('names what did not verify and what of the file was not read', async () => {
    const text = await summaryOf(true);
    expect(text).toContain('核验不符');
    expect(text).toContain('entry 3 is wrong');
    expect(text).toContain('signature: does not fit');
    expect(text).toContain('第1行');
  });
});

describe('a fault of the file', () => {
  it('is one line with its line and field', () => {
    const lines = problemLines(problems);
    expect(lines[0]).toMatch(/^第1行.*line 1: not valid JSON$/);
    expect(lines.every((line) => /^第[12]行/.test(line))).toBe(true);
  });
});
