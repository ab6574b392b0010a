// A limit of law that was broken is not shed by passing the case on: who broke it is escalated until what it asks for is done.
import { describe, expect, it } from 'vitest';
import { nextMomentOf } from '../../../case/next-moments.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY, NEIGHBOUR } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, OTHER_POLICE, POLICE, papers } from '../../support/transfer-story.ts';

const REVIEW = 'p1/fwd-filing-review/1';

/** Signed and under review on 2 March: three days end with 5 March. */
const underReview = (): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE, ...NEIGHBOUR]));
  c.onRecord();
  c.must(
    by(
      BUREAU,
      '2026-03-02T09:00:00+08:00',
      'suspect-crime',
      { team: ['o-1', 'o-2'], newSubjects: [{ subject: 's1', kind: 'person' }] },
      { procedure: 'criminal-transfer', with: ['summary', 'subjects/s1'], officer: 'o-1' },
    ),
    by(
      BUREAU,
      '2026-03-02T10:00:00+08:00',
      'submit-transfer-report',
      {},
      { paper: 'transfer-report', officer: 'o-1' },
    ),
    by(BUREAU, '2026-03-02T11:00:00+08:00', 'approve-transfer'),
    handedOver('2026-03-02T12:00:00+08:00'),
    by(POLICE, '2026-03-02T15:00:00+08:00', 'sign-receipt'),
    by(POLICE, '2026-03-02T16:00:00+08:00', 'start-review'),
  );
  return c;
};
const handedOver = (at: string): Told => ({
  ...by(BUREAU, at, 'hand-over', {
    papers: papers('transfer-letter', 'investigation-report', 'property-list'),
  }),
});
const forward = (day: string): Told =>
  reasoned(
    POLICE,
    day,
    'forward-to-competent-police',
    { to: [OTHER_POLICE] },
    { paper: 'jurisdiction-transfer-notice' },
  );

/** All moments that have come by then. */
const pass = (c: CaseDriver, at: string): string[] => {
  const come = Object.values(c.state.clocks).flatMap((clock) => {
    const next = nextMomentOf(c.state, clock);
    return next && next.at <= at ? [{ clock: next.clock, moment: next.moment }] : [];
  });
  if (come.length === 0) return [];
  const told = c.tell({ as: 'docket', at, command: 'reach-moment', body: { moments: come } });
  const ordered = told.ok ? told.events.flatMap((e) => (e.kind === 'follow-up' ? [e.procedure] : [])) : [];
  return [...ordered, ...pass(c, at)];
};

describe('逾期后移送他机关', () => {
  it('逾期机关的后续升级照常，第三级仍启动问责移送 (O310 17, 18)', () => {
    const c = underReview();
    expect(pass(c, '2026-03-09T09:00:00+08:00')).toEqual([]);
    c.must(forward('2026-03-10'));
    expect(c.state.clocks[REVIEW]).toMatchObject({ status: 'stopped', outcome: 'breached', obliged: POLICE });
    expect(pass(c, '2026-03-14T09:00:00+08:00')).toEqual(['discipline-referral']);
  });

  it('接手机关作出决定后不再升级', () => {
    const c = underReview();
    pass(c, '2026-03-09T09:00:00+08:00');
    c.must(
      forward('2026-03-10'),
      by(OTHER_POLICE, '2026-03-10T11:00:00+08:00', 'sign-receipt'),
      by(OTHER_POLICE, '2026-03-10T12:00:00+08:00', 'file-case', {}, { paper: 'filing-notice' }),
    );
    expect(pass(c, '2026-03-31T09:00:00+08:00')).not.toContain('discipline-referral');
    expect(c.state.clocks[REVIEW]).toMatchObject({ status: 'stopped', outcome: 'breached' });
  });

  it('未逾期即移送的，原期限作废，不升级', () => {
    const c = underReview();
    c.must(forward('2026-03-04'));
    expect(c.state.clocks[REVIEW]).toMatchObject({ outcome: 'moot' });
    expect(nextMomentOf(c.state, c.state.clocks[REVIEW] as never)).toBeNull();
  });
});
