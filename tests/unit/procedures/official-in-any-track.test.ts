// An official or a large public hospital reaches discipline inspection from every track, not from penalties alone (JC 37, O310 18, S4 1).
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import { because, bothCounties, by, DISCIPLINE, HEALTH, takeOrders } from '../../support/referral-story.ts';
import { BUREAU, POLICE, papers } from '../../support/transfer-story.ts';

const AGENCY = '653023/insurance-agency';
const OFFICIAL = { subject: 's1', kind: 'person', publicOfficial: true } as const;
const register = bothCounties();

const begin = (...steps: readonly Told[]): CaseDriver => {
  const c = caseDriver(register);
  c.must(...steps);
  takeOrders(c, '2025-07-07T10');
  return c;
};
const referralsOf = (c: CaseDriver) =>
  Object.values(c.state.proceedings).filter(({ procedure }) => procedure === 'discipline-referral');
const isCopied = (c: CaseDriver): boolean =>
  told(c, register).some((line) => line.startsWith(`all ${DISCIPLINE} `));

const clue = (newSubjects: OpenBody['newSubjects']): Told =>
  by(
    BUREAU,
    '2025-07-07T09',
    'send-clue',
    { to: [HEALTH], fields: { topic: 'licence', noticeType: 'info' }, newSubjects },
    { procedure: 'clue-notice' },
  );

const learned = (at: string, attributes: OpenBody['attributes']): Told =>
  because(BUREAU, at, 'revise-subject', { subjects: ['s1'], attributes });

describe('公职人员', () => {
  it.each([
    [BUREAU, clue([OFFICIAL])],
    [AGENCY, by(AGENCY, '2025-07-07T09', 'open-agreement-handling', { newSubjects: [OFFICIAL] })],
    [BUREAU, by(BUREAU, '2025-07-07T09', 'demand-repayment', { newSubjects: [OFFICIAL] })],
    [
      POLICE,
      by(POLICE, '2025-07-07T09', 'file-public-order-case', {
        papers: papers('public-order-filing'),
        newSubjects: [OFFICIAL],
      }),
    ],
    [
      POLICE,
      by(
        POLICE,
        '2025-07-07T09',
        'report-investigation',
        { newSubjects: [OFFICIAL] },
        { procedure: 'criminal-process' },
      ),
    ],
  ])('is proposed to be referred by %s, in whatever track', (referrer, first) => {
    expect(referralsOf(begin(first))).toMatchObject([{ subject: 's1', roles: { referrer: [referrer] } }]);
  });

  it('is proposed once by the same organ: what its head decided is not asked again', () => {
    const c = begin(clue([OFFICIAL]));
    c.must(
      because(`${BUREAU}/head`, '2025-07-08T09', 'refuse-discipline-referral'),
      because(BUREAU, '2025-07-08T10', 'close-unreferred'),
      by(BUREAU, '2025-07-09T09', 'demand-repayment', { subjects: ['s1'] }),
    );
    takeOrders(c, '2025-07-09T10');
    expect(referralsOf(c)).toHaveLength(1);
  });

  it('not where nobody is one', () => {
    expect(referralsOf(begin(clue([{ subject: 's1', kind: 'person' }])))).toEqual([]);
  });

  it('learned later is proposed as it is learned, and once', () => {
    const c = begin(clue([{ subject: 's1', kind: 'person' }]));
    c.must(learned('2025-07-08T09', { kind: 'person', publicOfficial: true }));
    takeOrders(c, '2025-07-08T10');
    expect(referralsOf(c)).toMatchObject([{ subject: 's1', roles: { referrer: [BUREAU] } }]);
    c.must(learned('2025-07-09T09', { kind: 'person', publicOfficial: true, region: '653023' }));
    expect(c.state.followUps).toEqual([]);
  });

  it('who was learned to be one after the result was given is copied then', () => {
    const c = begin(clue([{ subject: 's1', kind: 'person' }]));
    c.must(
      by(HEALTH, '2025-07-08T09', 'acknowledge'),
      by(HEALTH, '2025-07-08T10', 'note-for-information'),
      by(HEALTH, '2025-07-09T09', 'give-final-feedback'),
    );
    expect(isCopied(c)).toBe(false);
    c.must(learned('2025-07-10T09', { kind: 'person', publicOfficial: true }));
    expect(isCopied(c)).toBe(true);
    expect(c.state.parties).toContain(DISCIPLINE);
  });
});

describe('以任何步骤写明的公职人员', () => {
  const official: OpenBody = { newSubjects: [{ ...OFFICIAL, subject: 's2' }] };
  const person: OpenBody['newSubjects'] = [{ subject: 's1', kind: 'person' }];
  const answered = (c: CaseDriver): void => {
    c.must(
      by(HEALTH, '2025-07-08T09', 'acknowledge'),
      by(HEALTH, '2025-07-08T10', 'note-for-information'),
      by(HEALTH, '2025-07-09T09', 'give-final-feedback'),
    );
  };

  it.each([
    ['a step that decides nothing', by(HEALTH, '2025-07-08T09', 'acknowledge', official)],
    ['a fact', by(BUREAU, '2025-07-08T09', 'record-fact', { fact: 'official-involved', ...official })],
    ['an admission', by(BUREAU, '2025-07-08T09', 'admit-departments', { to: [POLICE], ...official })],
  ])('is proposed to be referred, named by %s, though the matter is about another', (_, named) => {
    const c = begin(clue(person));
    c.must(named);
    takeOrders(c, '2025-07-08T10');
    expect(referralsOf(c)).toMatchObject([{ subject: 's2', roles: { referrer: [BUREAU] } }]);
  });

  it('is proposed by who handles the matter where who names it takes part in none', () => {
    const c = begin(clue(person));
    c.must(
      by(BUREAU, '2025-07-08T09', 'admit-departments', { to: [POLICE] }),
      by(POLICE, '2025-07-08T10', 'record-fact', { fact: 'official-involved', ...official }),
    );
    takeOrders(c, '2025-07-08T11');
    expect(referralsOf(c)).toMatchObject([{ subject: 's2', roles: { referrer: [BUREAU] } }]);
  });

  it('is proposed to nobody where discipline inspection names it: it knows already (JC 37)', () => {
    const c = begin(clue(person));
    c.must(
      by(BUREAU, '2025-07-08T09', 'admit-departments', { to: [DISCIPLINE] }),
      by(DISCIPLINE, '2025-07-08T10', 'record-fact', { fact: 'official-involved', ...official }),
    );
    expect([c.state.followUps, referralsOf(c)]).toEqual([[], []]);
  });

  it('of a matter that is over is not proposed by a department that the case is restricted from, but by who names it', () => {
    const c = begin(clue(person));
    answered(c);
    c.must(
      by(BUREAU, '2025-07-10T08', 'close-clue'),
      by(BUREAU, '2025-07-10T09', 'admit-departments', { to: [POLICE] }),
      because(`${DISCIPLINE}/head`, '2025-07-11T09', 'restrict-case', { to: [BUREAU, HEALTH] }),
      by(POLICE, '2025-07-12T09', 'record-fact', { fact: 'official-involved', ...official }),
    );
    takeOrders(c, '2025-07-12T10');
    expect(referralsOf(c)).toMatchObject([{ subject: 's2', roles: { referrer: [POLICE] } }]);
  });

  it('is copied to discipline inspection where a result was given already', () => {
    const c = begin(clue(person));
    answered(c);
    c.must(by(BUREAU, '2025-07-10T09', 'record-fact', { fact: 'official-involved', ...official }));
    expect(isCopied(c)).toBe(true);
  });

  it('is proposed once by one command, and no more when it is spoken of again', () => {
    const c = begin(
      clue([
        { ...OFFICIAL, subject: 's1' },
        { ...OFFICIAL, subject: 's2' },
      ]),
    );
    c.must(by(BUREAU, '2025-07-08T09', 'record-fact', { fact: 'official-involved', subjects: ['s2'] }));
    expect(c.state.followUps).toEqual([]);
    expect(referralsOf(c).map(({ subject }) => subject)).toEqual(['s1', 's2']);
  });
});

describe('程序', () => {
  it('every one that is closed to nobody copies what came of it, save what discipline inspection conducts itself', () => {
    const silent = law.procedures.filter(
      ({ results = [], commands }) =>
        results.length > 0 &&
        !results.every((name) => commands[name]?.copyWhere?.some(({ to }) => to === 'discipline')),
    );
    expect(silent.map(({ procedure }) => procedure)).toEqual([
      'discipline-referral',
      'discipline-case',
      'discipline-outbound',
      'supervisory-suggestion',
    ]);
  });
});
