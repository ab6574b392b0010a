// The invented case walks from a clue to the closing of the whole case, through the rules as they are.
import { describe, expect, it } from 'vitest';
import { inventedCase } from '../../../services/rehearsal/invented-case.ts';
import { readRegion } from '../../../services/rehearsal/regions.ts';
import { playInvented } from '../../support/invented-story.ts';

const { driver, refused } = playInvented();
const state = driver.state;
const clockOf = (proceeding: string, limit: string) =>
  Object.values(state.clocks).find((clock) => clock.proceeding === proceeding && clock.limit === limit);

describe('the invented case', () => {
  it('says that it is invented, where people read it', () => {
    expect(inventedCase.invented).toBe(true);
    expect(inventedCase.title).toContain('虚构');
    expect(inventedCase.note.zh).toContain('虚构');
  });

  it('is at home in Aheqi county', () => {
    expect(readRegion(inventedCase.region)?.code).toBe(inventedCase.regionCode);
  });

  it('goes forward in time, step by step', () => {
    const { steps } = inventedCase;
    expect(steps.map(({ step }) => step)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort());
  });

  it('is taken at every step', () => {
    expect(refused).toEqual([]);
  });

  it('ends every one of its eleven proceedings, and is closed as a whole by the head of who opened it', () => {
    expect(Object.values(state.proceedings).map(({ procedure, state: at }) => [procedure, at])).toEqual([
      ['clue-notice', 'closed'],
      ['insurance-penalty', 'closed'],
      ['criminal-transfer', 'sent-for-prosecution'],
      ['filing-supervision', 'closed'],
      ['criminal-process', 'effective-with-fine'],
      ['verified-finding', 'closed'],
      ['practice-licence', 'closed'],
      ['agreement-handling', 'closed'],
      ['discipline-referral', 'closed'],
      ['fund-recovery', 'confirmed'],
      ['discipline-case', 'concluded'],
    ]);
    expect(state.closed).toMatchObject({ department: '653023/health', officer: 'head' });
    // What is open is the party's: nobody ends its days to seek a remedy by closing (FY 20, SS 46).
    expect(
      Object.values(state.clocks).flatMap(({ status, clock, obliged }) =>
        status === 'running' ? [[clock, obliged]] : [],
      ),
    ).toEqual([
      ['p2/pen-remedy-review/1', 's1'],
      ['p2/pen-remedy-suit/1', 's1'],
      ['p7/pen-remedy-review/1', 's1'],
      ['p7/pen-remedy-suit/1', 's1'],
    ]);
  });

  it('says in words what every department did, and each of them does something', () => {
    const acted = new Set(inventedCase.steps.map(({ actor }) => actor));
    const silent = inventedCase.departments.filter(({ department }) => !acted.has(department));
    expect(silent.map(({ department }) => department)).toEqual(['653023/joint-meeting-office']);
    for (const { note } of inventedCase.steps) expect(note.zh.length).toBeGreaterThan(1);
  });

  it.each(inventedCase.expects)('$proceeding $limit is due at $latestDueAt and $outcome', (expected) => {
    const clock = clockOf(expected.proceeding, expected.limit);
    expect(clock?.times.latestDueAt).toBe(expected.latestDueAt);
    expect(clock?.outcome).toBe(expected.outcome);
  });

  it('has exactly one limit of the law broken: the review of the filing, for which the police were supervised', () => {
    const breached = Object.values(state.clocks).filter(({ outcome }) => outcome === 'breached');
    expect(breached.map(({ proceeding, limit }) => [proceeding, limit])).toEqual([
      ['p3', 'fwd-filing-review'],
    ]);
  });

  // O310 11(3): a fine before the hand-over is set off against the criminal one; after it none is added.
  it('takes no other fine once a court has imposed one', () => {
    const file = {
      as: '653023/medical-insurance/o-1',
      at: '2025-05-06T10:00:00+08:00',
      procedure: 'insurance-penalty',
      command: 'penalise-on-the-spot',
      body: { team: ['o-1', 'o-2'], papers: [{ code: 'penalty-decision', id: 'another' }], subjects: ['s1'] },
    };
    const before = playInvented(87).driver;
    expect(before.tell(file)).toMatchObject({ ok: false, details: ['not-fined-by-a-court'] });
  });
});
