// Where a matter goes on: as a penalty case of the organ that files it, as a lead of its own where the police gave it back, as money
// owed to the fund, and as a clue for discipline inspection where an official is involved.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import {
  AUDIT,
  because,
  begun,
  by,
  clockOf,
  DISCIPLINE,
  HEALTH,
  MARKET,
  takeOrders,
} from '../../support/referral-story.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const DRUG = '653023/drug-regulation';
const AGENCY = '653023/insurance-agency';
const TWO = { team: ['o-1', 'o-2'] };

/** Procedures of the case in the order in which they were opened, each with where it stands and about whom. */
const standing = (c: CaseDriver) =>
  Object.values(c.state.proceedings).map(({ procedure, state, subject }) =>
    [procedure, state, ...(subject ? [subject] : [])].join(' '),
  );
const penalties = (c: CaseDriver) => standing(c).filter((line) => /-penalty /.test(line));

/** A clue of Monday 4 March 2024, taken up by its receiver two days later. */
const clue = (to: string, from = AUDIT): Told[] => [
  by(from, '2024-03-04T09', 'send-clue', { to: [to], fields: { topic: 'overcharging' } }),
  by(to, '2024-03-05T09', 'acknowledge'),
  by(to, '2024-03-06T09', 'accept-clue'),
];
const fileClue = (who: string, body: Told['body'] = {}): Told => by(who, '2024-03-11T09', 'file-admin', body);
const filePenalty = (who: string, at: string, procedure: string, body: Told['body'] = {}): Told =>
  by(who, at, 'file-penalty', { ...TWO, papers: papers('case-filing-form'), ...body }, { procedure });

describe('线索立案', () => {
  it.each([
    [BUREAU, 'insurance-penalty'],
    [MARKET, 'market-penalty'],
    [HEALTH, 'health-penalty'],
    [DRUG, 'drug-penalty'],
  ])('by %s opens a %s of its own, which grows out of the clue', (receiver, procedure) => {
    const c = begun(...clue(receiver), fileClue(receiver));
    expect(c.proceeding(procedure)).toMatchObject({
      state: 'investigating',
      parent: 'p1',
      roles: { organ: [receiver] },
    });
    expect(penalties(c)).toHaveLength(1);
    // The ninety days run from the filing.
    expect(Object.values(c.state.clocks).some(({ limit }) => /-decision$/.test(limit))).toBe(true);
  });

  it('by an organ that imposes none of these penalties opens nothing, and is refused nothing', () => {
    const c = begun(...clue(POLICE), fileClue(POLICE));
    expect(standing(c)).toEqual(['clue-notice concluded']);
  });

  it('opens no second case beside one under way', () => {
    const c = begun(
      ...clue(BUREAU),
      by(BUREAU, '2024-03-07T09', 'verify-lead', {}, { procedure: 'insurance-penalty' }),
      fileClue(BUREAU),
    );
    expect(penalties(c)).toEqual(['insurance-penalty verifying']);
  });

  it('opens another where the penalty before it was decided', () => {
    const c = begun(...clue(BUREAU), filePenalty(BUREAU, '2024-03-07T09', 'insurance-penalty'));
    c.must(
      by(BUREAU, '2024-03-07T10', 'conclude-investigation', {
        ...TWO,
        papers: papers('investigation-conclusion'),
      }),
      by(BUREAU, '2024-03-07T11', 'give-penalty-notice', { papers: papers('penalty-notice') }),
      by(`${BUREAU}/head`, '2024-03-08T09', 'decide-fine', { papers: papers('penalty-decision') }),
      fileClue(BUREAU),
    );
    expect(penalties(c)).toEqual(['insurance-penalty fine-decided', 'insurance-penalty investigating']);
  });

  it('is asked for each subject by itself: one that is penalised already is left out', () => {
    const c = begun(...clue(BUREAU));
    c.must(
      filePenalty(BUREAU, '2024-03-07T09', 'insurance-penalty', {
        newSubjects: [{ subject: 's1', kind: 'institution' }],
      }),
      fileClue(BUREAU, { subjects: ['s1', 's2'], newSubjects: [{ subject: 's2', kind: 'person' }] }),
    );
    expect(penalties(c)).toEqual([
      'insurance-penalty investigating s1',
      'insurance-penalty investigating s2',
    ]);
  });
});

describe('其他来源立案', () => {
  it('a case transferred by another organ goes on as a penalty case when it is filed, not when it is accepted', () => {
    const c = begun(
      by(BUREAU, '2024-03-04T09', 'send-peer-case', {
        to: [MARKET],
        fields: { peerGround: 'other-law' },
        papers: papers('peer-transfer-letter'),
      }),
      by(MARKET, '2024-03-05T09', 'sign-peer-case'),
      by(MARKET, '2024-03-06T09', 'accept-peer-case'),
    );
    expect(penalties(c)).toEqual([]);
    c.must(by(MARKET, '2024-03-08T09', 'file-peer-case', TWO));
    expect(penalties(c)).toEqual(['market-penalty investigating']);
  });

  it('a finding of audit does', () => {
    const c = begun(
      by(AUDIT, '2024-03-04T09', 'send-finding', {
        to: [BUREAU],
        fields: { findingKind: 'fraud-clue' },
        papers: papers('finding-letter'),
      }),
      by(BUREAU, '2024-03-05T09', 'sign-finding'),
      by(BUREAU, '2024-03-06T09', 'take-on-finding'),
      by(BUREAU, '2024-03-08T09', 'file-finding-case', TWO),
    );
    expect(penalties(c)).toEqual(['insurance-penalty investigating']);
  });

  it('what discipline inspection hands over does, in an entry of its own: others see less of the referral', () => {
    const c = begun(
      by(DISCIPLINE, '2024-03-04T09', 'find-outbound-matter'),
      by(DISCIPLINE, '2024-03-05T09', 'send-outbound-matter', {
        to: [HEALTH],
        papers: papers('outbound-referral-letter'),
      }),
      by(HEALTH, '2024-03-06T09', 'sign-outbound-matter'),
      by(HEALTH, '2024-03-07T09', 'accept-outbound-matter'),
      by(HEALTH, '2024-03-11T09', 'file-outbound-matter'),
    );
    expect(penalties(c)).toEqual([]);
    takeOrders(c, '2024-03-11T10');
    expect(penalties(c)).toEqual(['health-penalty investigating']);
  });

  it('a matter handed over by the agency is verified in fifteen working days of its receipt, and filed by two officers (N4 14)', () => {
    const c = begun(
      by(AGENCY, '2024-03-04T09', 'note-matter', {}, { procedure: 'agency-hand-over', with: ['summary'] }),
      because(AGENCY, '2024-03-04T10', 'hand-over-matter', {
        to: [BUREAU],
        papers: papers('matter-handover-letter'),
      }),
      by(BUREAU, '2024-03-05T09', 'receive-matter'),
      by(BUREAU, '2024-03-06T09', 'accept-matter'),
    );
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'running']);
    expect(c.answer(by(BUREAU, '2024-03-08T09', 'take-into-penalty'))).toBe('TEAM_TOO_SMALL');
    c.must(by(BUREAU, '2024-03-08T09', 'take-into-penalty', TWO));
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('met');
    expect(penalties(c)).toEqual(['insurance-penalty investigating']);
  });

  it('handed the other way, no such days bind the agency', () => {
    const c = begun(
      by(BUREAU, '2024-03-04T09', 'note-matter', {}, { procedure: 'agency-hand-over', with: ['summary'] }),
      because(BUREAU, '2024-03-04T10', 'hand-over-matter', {
        to: [AGENCY],
        papers: papers('matter-handover-letter'),
      }),
    );
    expect(clockOf(c, 'clue-verify')).toBeUndefined();
  });

  it('an opinion of the procuratorate about one person goes on as the penalty case of that person', () => {
    const c = begun(
      by(
        PROCURATORATE,
        '2025-03-03T09',
        'register-review',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        { procedure: 'reverse-referral' },
      ),
      by(`${PROCURATORATE}/head`, '2025-03-10T09', 'issue-penalty-opinion', {
        to: [BUREAU],
        papers: papers('procuratorial-opinion'),
      }),
      by(BUREAU, '2025-03-11T09', 'sign-for-referral'),
      by(BUREAU, '2025-03-12T09', 'accept-referral'),
      by(BUREAU, '2025-03-20T09', 'open-administrative-case', TWO),
    );
    expect(penalties(c)).toEqual(['insurance-penalty investigating s1']);
  });
});

describe('公安退回', () => {
  /** Found in a penalty case that was terminated with the hand-over, and not filed by the police on 6 March 2024. */
  const refused = (before: Told[] = []): CaseDriver =>
    begun(
      filePenalty(BUREAU, '2024-02-26T09', 'insurance-penalty'),
      ...before,
      by(BUREAU, '2024-03-04T09', 'find-crime', TWO),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
      ...(before.length > 0 ? [] : [by(`${BUREAU}/head`, '2024-03-05T11', 'terminate-on-hand-over')]),
      steps.sign('2024-03-05T11:00:00+08:00'),
      steps.review('2024-03-05T14:00:00+08:00'),
      steps.refuse('2024-03-06T10:00:00+08:00'),
    );

  it('is a lead of its own, verified in fifteen working days from then; the old case stays terminated (N4 14, 47(2))', () => {
    const c = refused();
    c.must(by(BUREAU, '2024-03-08T09', 'accept-non-filing'));
    expect(penalties(c)).toEqual(['insurance-penalty terminated', 'insurance-penalty verifying']);
    // Fifteen working days after Friday 8 March end with Friday 29 March.
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-30', 'running']);
  });

  it('is taken up by nobody where it was penalised before it went to the police', () => {
    const c = refused([
      by(BUREAU, '2024-02-26T10', 'conclude-investigation', {
        ...TWO,
        papers: papers('investigation-conclusion'),
      }),
      by(BUREAU, '2024-02-27T09', 'give-penalty-notice', { papers: papers('penalty-notice') }),
      by(`${BUREAU}/head`, '2024-03-01T09', 'decide-fine', { papers: papers('penalty-decision') }),
    ]);
    c.must(by(BUREAU, '2024-03-08T09', 'accept-non-filing'));
    expect(penalties(c)).toEqual(['insurance-penalty fine-decided']);
  });
});

describe('责令退回', () => {
  it('opens the recovery from the same subject, once, and waits for no criminal side (O735 38)', () => {
    const c = begun(
      filePenalty(BUREAU, '2024-03-04T09', 'insurance-penalty', {
        newSubjects: [{ subject: 's1', kind: 'institution' }],
      }),
      by(BUREAU, '2024-03-05T09', 'find-crime', TWO),
      steps.report('2024-03-05T10:00:00+08:00'),
      steps.approve('2024-03-05T11:00:00+08:00'),
      steps.handOver('2024-03-05T12:00:00+08:00'),
    );
    const order = by(`${BUREAU}/head`, '2024-03-06T09', 'order-refund', { fields: { dueOn: '2024-03-29' } });
    c.must(order);
    expect(c.proceeding('fund-recovery')).toMatchObject({
      parent: 'p1',
      subject: 's1',
      state: 'demanded',
      roles: { recoverer: [BUREAU] },
    });
    expect(clockOf(c, 'rec-repay')).toEqual(['s1', '2024-03-30', 'running']);
    expect(c.tell({ ...order, at: '2024-03-07T09:00:00+08:00' })).toMatchObject({
      details: ['no-recovery-open'],
    });
  });
});

describe('涉及公职人员', () => {
  const both: Told['body'] = {
    newSubjects: [
      { subject: 's1', kind: 'institution' },
      { subject: 's2', kind: 'person', publicOfficial: true },
    ],
  };

  it('the referral of that person is proposed by itself, and its head decides once its nature is stated', () => {
    const c = begun(filePenalty(BUREAU, '2025-07-07T09', 'insurance-penalty', both));
    takeOrders(c, '2025-07-07T10');
    expect(standing(c)).toEqual([
      'insurance-penalty investigating s1',
      'insurance-penalty investigating s2',
      'discipline-referral identified s2',
    ]);
    expect(clockOf(c, 'dis-refer')?.[0]).toBe(BUREAU);
    const approve = (fields: NonNullable<Told['body']>['fields'] = {}): Told =>
      by(`${BUREAU}/head`, '2025-07-08T09', 'approve-discipline-referral', { subjects: ['s2'], fields });
    expect(c.tell(approve())).toMatchObject({ details: ['nature-is-stated'] });
    c.must(approve({ disciplineNature: 'duty-violation' }));
    expect(c.proceeding('discipline-referral').state).toBe('approved');
  });

  it('nothing is proposed twice, nor where nobody is an official', () => {
    const c = begun(filePenalty(BUREAU, '2025-07-07T09', 'insurance-penalty', both));
    takeOrders(c, '2025-07-07T10');
    c.must(
      by(
        BUREAU,
        '2025-07-08T09',
        'suspect-crime',
        { ...TWO, subjects: ['s2'] },
        { procedure: 'criminal-transfer' },
      ),
    );
    // Who reads the transfer does not learn whether a referral is under way: the order is given and comes to nothing.
    takeOrders(c, '2025-07-08T10');
    expect(standing(c).filter((one) => one.startsWith('discipline-referral'))).toHaveLength(1);
    const plain = begun(
      filePenalty(BUREAU, '2025-07-07T09', 'insurance-penalty', {
        newSubjects: [{ subject: 's1', kind: 'person' }],
      }),
    );
    expect(plain.state.followUps).toEqual([]);
  });

  it('a transfer to the police about an official proposes it too', () => {
    const c = begun(
      by(BUREAU, '2025-07-07T09', 'suspect-crime', { ...TWO, ...both }, { procedure: 'criminal-transfer' }),
    );
    takeOrders(c, '2025-07-07T10');
    expect(standing(c)).toEqual(['criminal-transfer team-formed', 'discipline-referral identified s2']);
  });
});
