// 回避后无人接任: where nobody stands above a department that may not know of a case, its limits are held and run on by the same instants
// once the restriction is lifted; until then the joint-meeting office may end, with a reason, what nobody is left to go on with.
import { describe, expect, it } from 'vitest';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import { possibleOnCase } from '../../../case/possible-beside.ts';
import { law } from '../../../law/law.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { COUNTY } from '../../support/clerk.ts';
import { by, HEALTH, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import {
  BUREAU,
  delivered,
  OFFICE,
  POLICE,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';
import { splitOff } from '../../support/two-cases.ts';

const INSPECTION = '653023/discipline-inspection';
const ABOVE_INSPECTION = '653000/discipline-inspection';
const SUPERIOR = '653000/public-security';
/** One county and nobody above it. */
const alone = registerWith([...COUNTY]);
const P = penaltyStory(BUREAU, 'insurance-penalty');

const restrict = (department: DepartmentId, at: Instant, as: DepartmentId = INSPECTION) =>
  reasoned(as, at, 'restrict-case', { to: [department] });
const lift = (department: DepartmentId, at: Instant, as: DepartmentId = INSPECTION) =>
  reasoned(as, at, 'lift-restriction', { to: [department] });
const waive = (as: DepartmentId, at: Instant, proceeding: string) => ({
  ...reasoned(as, at, 'waive-proceeding'),
  proceeding,
});

const standing = (c: CaseDriver, limit: string) => {
  const { status, obliged, outcome, times } = c.clock(limit) ?? {};
  return { status, obliged, outcome, until: [times?.strictDueAt, times?.latestDueAt] };
};

/** A penalty of the bureau filed on Monday 4 March, to be decided by 3 June. */
const filed = (...more: Told[]): CaseDriver => {
  const c = caseDriver(alone);
  c.must(P.file(), ...more);
  return c;
};

/** The bureau is about to fine whom the police investigate. */
const investigated = (register = alone): CaseDriver => {
  const c = caseDriver(register);
  c.must(
    P.file(),
    by(BUREAU, '2024-03-05', 'admit-departments', { to: [POLICE] }),
    by(POLICE, '2024-03-06', 'report-investigation', { subjects: ['s1'] }, { procedure: 'criminal-process' }),
    P.conclude('2024-04-01'),
    P.notify('2024-04-02'),
  );
  return c;
};

/** The health commission follows a clue of the bureau. */
const clue = (...more: Told[]): CaseDriver => {
  const c = caseDriver(alone);
  c.must(
    by(
      BUREAU,
      '2024-03-04',
      'send-clue',
      { to: [HEALTH], fields: { topic: 'fraud' } },
      { procedure: 'clue-notice' },
    ),
    by(HEALTH, '2024-03-05', 'acknowledge'),
    by(HEALTH, '2024-03-06', 'accept-clue'),
    ...more,
  );
  return c;
};

describe('无人接任的期限', () => {
  it('is held while the case is restricted, and runs on by the same instants once that is lifted', () => {
    const c = filed();
    const { until } = standing(c, 'pen-decision');
    c.must(restrict(BUREAU, '2024-05-30'));
    expect(standing(c, 'pen-decision')).toEqual({
      status: 'stopped',
      obliged: BUREAU,
      outcome: 'moot',
      until,
    });
    expect(nextMomentsOf(c.state)).toEqual([]);
    c.must(lift(BUREAU, '2024-05-31'));
    expect(standing(c, 'pen-decision')).toEqual({
      status: 'running',
      obliged: BUREAU,
      outcome: undefined,
      until,
    });
    expect(nextMomentsOf(c.state).map(({ obliged }) => obliged)).toContain(BUREAU);
    c.must(P.conclude('2025-06-01'), P.notify('2025-06-02'), P.fine('2025-06-16'));
    expect(standing(c, 'pen-decision')).toMatchObject({ status: 'stopped', outcome: 'breached' });
  });

  it('is missed where its end came meanwhile: whoever decides after that is late', () => {
    const c = filed(restrict(BUREAU, '2024-05-30'), lift(BUREAU, '2024-07-01'));
    expect(standing(c, 'pen-decision')).toMatchObject({ status: 'running' });
    expect(c.answer(reach('p1/pen-decision/1', 'due', '2024-07-01T12:00:00+08:00'))).toBe('ok');
  });

  it('that was missed before goes on being missed, until it is done', () => {
    const c = filed(restrict(BUREAU, '2024-07-01'));
    expect(standing(c, 'pen-decision')).toMatchObject({ status: 'stopped', outcome: 'breached' });
    c.must(lift(BUREAU, '2024-07-02'));
    expect(standing(c, 'pen-decision')).toMatchObject({ status: 'running', outcome: undefined });
    c.must(P.conclude('2024-07-03'), P.notify('2024-07-04'), P.fine('2024-07-15'));
    expect(standing(c, 'pen-decision')).toMatchObject({ status: 'stopped', outcome: 'breached' });
  });

  it('of the police, then of their superior, comes back to the superior when both may know of the case again', () => {
    const c = underReview(registerWith([...COUNTY, SUPERIOR, ABOVE_INSPECTION]));
    const { until } = standing(c, 'fwd-filing-review');
    c.must(
      restrict(POLICE, '2024-03-06T09:00:00+08:00'),
      restrict(SUPERIOR, '2024-03-06T10:00:00+08:00', ABOVE_INSPECTION),
    );
    expect(standing(c, 'fwd-filing-review')).toMatchObject({ status: 'stopped', obliged: SUPERIOR });
    c.must(lift(POLICE, '2024-03-06T11:00:00+08:00'));
    expect(standing(c, 'fwd-filing-review')).toMatchObject({ status: 'stopped', obliged: SUPERIOR });
    c.must(lift(SUPERIOR, '2024-03-06T12:00:00+08:00', ABOVE_INSPECTION));
    expect(standing(c, 'fwd-filing-review')).toEqual({
      status: 'running',
      obliged: SUPERIOR,
      outcome: undefined,
      until,
    });
    expect(c.answer(steps.file('2024-03-06T14:00:00+08:00', SUPERIOR))).toBe('ok');
  });

  it('ends for good by what would have ended it: a hand-over taken back waits for no receipt afterwards', () => {
    const c = delivered(alone);
    c.must(restrict(POLICE, '2024-03-05T11:00:00+08:00'));
    const held = Object.values(c.state.clocks).filter(({ obliged }) => obliged === POLICE);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every((clock) => clock.held)).toBe(true);
    c.must(
      by(BUREAU, '2024-03-05T13:00:00+08:00', 'take-back-transfer'),
      lift(POLICE, '2024-03-05T14:00:00+08:00'),
    );
    const running = Object.values(c.state.clocks).filter(({ status }) => status !== 'stopped');
    expect(running.map(({ obliged }) => obliged)).not.toContain(POLICE);
  });

  it('goes along with a case that is split, and runs on there when the restriction is lifted there', () => {
    const c = filed(
      { ...P.file('2024-03-05'), body: { ...P.file().body, newSubjects: [{ subject: 's2' }] } },
      restrict(BUREAU, '2024-03-06'),
    );
    const due = c.state.clocks['p2/pen-decision/1']?.times.latestDueAt;
    const split = reasoned(OFFICE, '2024-03-07', 'split-case', { proceedings: ['p2'] });
    const other = splitOff(c, split, law, alone);
    expect(other.state.clocks['p2/pen-decision/1']).toMatchObject({ status: 'stopped', held: true });
    other.must(lift(BUREAU, '2024-03-08'));
    expect(other.state.clocks['p2/pen-decision/1']).toMatchObject({
      status: 'running',
      times: { latestDueAt: due },
    });
  });
});

describe('无人接任的程序', () => {
  it('that others wait for is waived by the office with a reason, and bars no fine any more', () => {
    const c = investigated();
    expect(c.answer(waive(OFFICE, '2024-04-03', 'p2'))).toBe('PROCEEDING_WAITED_FOR');
    c.must(restrict(POLICE, '2024-04-04'));
    expect(c.answer(P.fine('2024-04-08'))).toBe('CRIMINAL_SIDE_OPEN');
    expect(c.answer(waive(BUREAU, '2024-04-08', 'p2'))).toBe('NOT_YOUR_ROLE');
    expect(c.answer({ ...waive(OFFICE, '2024-04-08', 'p2'), with: [] })).toBe('REASON_REQUIRED');
    c.must(waive(OFFICE, '2024-04-08', 'p2'));
    expect(c.answer(P.fine('2024-04-08'))).toBe('ok');
  });

  it('is left to who may go on with it: to the superior that took over, and to the police once they may know of it again', () => {
    const succeeded = investigated(registerWith([...COUNTY, SUPERIOR]));
    succeeded.must(restrict(POLICE, '2024-04-04'));
    expect(succeeded.answer(waive(OFFICE, '2024-04-05', 'p2'))).toBe('PROCEEDING_WAITED_FOR');
    const lifted = investigated();
    lifted.must(restrict(POLICE, '2024-04-04'), lift(POLICE, '2024-04-05'));
    expect(lifted.answer(waive(OFFICE, '2024-04-06', 'p2'))).toBe('PROCEEDING_WAITED_FOR');
  });

  it('in hand of who may not know of it is offered to the office to waive, after which the case is closed; its sender learns nothing', () => {
    const c = clue(restrict(HEALTH, '2024-03-07'));
    expect(c.answer(waive(BUREAU, '2024-03-08', 'p1'))).toBe('PROCEEDING_IN_HAND');
    expect(c.answer(reasoned(OFFICE, '2024-03-08', 'close-case'))).toBe('CASE_NOT_SETTLED');
    const offered = possibleOnCase(c.state, c.contextAt('2024-03-08T09:00:00+08:00'), {
      department: OFFICE,
      officer: 'head',
      ranks: ['head'],
    });
    expect(offered.map(({ command }) => command)).toContain('waive-proceeding');
    c.must(waive(OFFICE, '2024-03-08', 'p1'), reasoned(OFFICE, '2024-03-09', 'close-case'));
  });

  it('takes none of its limits up again once it was waived', () => {
    const c = filed(restrict(BUREAU, '2024-03-06'), waive(OFFICE, '2024-03-07', 'p1'));
    c.must(lift(BUREAU, '2024-03-08'));
    expect(standing(c, 'pen-decision')).toMatchObject({ status: 'stopped', outcome: 'moot' });
  });

  it('what was decided and is owed stays owed: a fine that is due is waived by nobody', () => {
    const c = filed(P.conclude('2024-04-01'), P.notify('2024-04-02'), P.fine('2024-04-08'));
    c.must(restrict(BUREAU, '2024-04-09'));
    expect(c.answer(waive(OFFICE, '2024-04-11', 'p1'))).toBe('STILL_OWED');
  });
});
