// Who handled a case does not review it (N4 37(2), SAMR2 49(3)), wherever in the case it was handled; who approved as a head did not handle it.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { type CaseDriver, caseDriver, changed, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers, steps } from '../../support/transfer-story.ts';

const MARKET = '653023/market-regulation';
const TWO = { team: ['o-1', 'o-2'] };
const inP = <T extends object>(proceeding: string, told: T): T => ({ ...told, proceeding });
const pass = (organ: string, officer: string, day = '2024-04-08'): Told =>
  by(organ, day, 'pass-legal-review', {}, { officer, paper: 'legal-review-opinion' });

/** Filed, concluded and submitted to the review by o-1, with o-2; and what came between. */
const submitted = (organ: string, procedure: string, ...between: Told[]): CaseDriver => {
  const story = penaltyStory(organ, procedure);
  const ofO1 = (told: Told): Told => ({ ...told, as: `${organ}/o-1` });
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.onRecord();
  c.must(
    ofO1(story.file()),
    ...between,
    inP('p1', ofO1(story.conclude('2024-04-03', { legalReviewDue: true }))),
    inP('p1', ofO1(story.told('2024-04-04', 'submit-to-legal-review'))),
  );
  return c;
};
/** Who may pass the review: each is asked in a case of its own, for the first that may ends it. */
const reviewers = (begun: () => CaseDriver, organ: string, day?: string, proceeding = 'p1') =>
  ['o-1', 'o-2', 'o-3', 'head'].filter(
    (officer) => begun().answer(inP(proceeding, pass(organ, officer, day))) === 'ok',
  );
const measure = (organ: string, command: string, officer: string, subject: string, paper: string): Told =>
  by(
    organ,
    '2024-03-11',
    command,
    {
      team: ['o-1', 'o-3'],
      ...(subject === 's1'
        ? { subjects: ['s1'] }
        : { newSubjects: [{ subject, kind: 'institution' }] satisfies OpenBody['newSubjects'] }),
    },
    { officer, procedure: 'evidence-measure', paper },
  );

describe('同一案件的办案人员不得审核', () => {
  it('of what is a case of its own: nobody else handled it', () => {
    expect(reviewers(() => submitted(BUREAU, 'insurance-penalty'), BUREAU)).toEqual(['o-3', 'head']);
  });

  it.each([
    [BUREAU, 'insurance-penalty', 'seal-urgently', 'o-3', 'compulsory-measure-decision'],
    [BUREAU, 'insurance-penalty', 'seal-records', 'head', 'compulsory-measure-decision'],
    [BUREAU, 'insurance-penalty', 'preserve-evidence', 'head', 'preservation-notice'],
    [MARKET, 'market-penalty', 'seize-property', 'head', 'compulsory-measure-decision'],
  ])(
    '%s %s: who was of the team of %s secured the evidence; the head who approved that did not',
    (organ, procedure, command, officer, paper) => {
      const about = (subject: string) => () =>
        submitted(organ, procedure, measure(organ, command, officer, subject, paper));
      expect(reviewers(about('s1'), organ)).toEqual(['head']);
      expect(reviewers(about('s2'), organ)).toEqual(['o-3', 'head']);
    },
  );

  it('who wrote the report on the transfer to the police has looked into the case', () => {
    const find = by(BUREAU, '2024-04-02', 'find-crime', { team: ['o-1', 'o-2'] }, { officer: 'o-1' });
    const report = { ...steps.report('2024-04-02T16:00:00+08:00'), as: `${BUREAU}/o-3` };
    expect(
      reviewers(() => submitted(BUREAU, 'insurance-penalty', inP('p1', find), inP('p2', report)), BUREAU),
    ).toEqual(['head']);
  });

  it('who investigated before the police sent the case back has handled it when it is filed afresh', () => {
    const story = penaltyStory(BUREAU, 'insurance-penalty');
    const ofO1 = (told: Told): Told => ({ ...told, as: `${BUREAU}/o-1` });
    const afresh = () => {
      const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
      c.must(
        ofO1(story.file()),
        by(BUREAU, '2024-03-06', 'record-investigation', { team: ['o-3', 'o-2'] }, { officer: 'o-3' }),
        ofO1(by(BUREAU, '2024-04-02', 'find-crime', TWO)),
        inP('p2', steps.report('2024-04-03T08:00:00+08:00')),
        inP('p2', steps.approve('2024-04-03T09:00:00+08:00')),
        inP('p2', steps.handOver('2024-04-03T10:00:00+08:00')),
        inP('p1', by(BUREAU, '2024-04-04', 'terminate-on-hand-over')),
        inP('p2', steps.sign('2024-04-04T11:00:00+08:00')),
        inP('p2', steps.review('2024-04-04T12:00:00+08:00')),
        inP('p2', steps.refuse('2024-04-05T10:00:00+08:00')),
        inP('p2', ofO1(by(BUREAU, '2024-04-06', 'accept-non-filing'))),
        inP('p3', ofO1(by(BUREAU, '2024-04-15', 'file-penalty', TWO, { paper: 'case-filing-form' }))),
        inP('p3', ofO1(story.conclude('2024-04-20', { legalReviewDue: true }))),
        inP('p3', ofO1(story.told('2024-04-22', 'submit-to-legal-review'))),
      );
      return c;
    };
    expect(reviewers(afresh, BUREAU, '2024-04-23', 'p3')).toEqual(['head']);
  });

  it.each([
    reasoned(
      BUREAU,
      '2024-03-12',
      'order-settlement-suspension',
      { approver: 'main-head' },
      { paper: 'settlement-suspension-order' },
    ),
    reasoned(BUREAU, '2024-03-12', 'extend-decision', { extension: 'decision-extension', approver: 'head' }),
    by(BUREAU, '2024-03-12', 'order-refund', { fields: { dueOn: '2024-05-01' } }),
    reasoned(BUREAU, '2024-03-12', 'suspend-investigation', {}, { paper: 'suspension-decision' }),
  ])('a head who takes $command has decided in the case and not handled it', (told) => {
    const resumed = by(BUREAU, '2024-03-13', 'resume-investigation', {}, { officer: 'o-1' });
    const more = told.command === 'suspend-investigation' ? [resumed] : [];
    expect(reviewers(() => submitted(BUREAU, 'insurance-penalty', told, ...more), BUREAU)).toEqual([
      'o-3',
      'head',
    ]);
  });

  it('who ordered the price to be paid back, or took down that it was, has handled the case', () => {
    const order = by(
      MARKET,
      '2024-03-12',
      'order-price-refund',
      {},
      { officer: 'o-3', paper: 'price-refund-notice' },
    );
    const end = by(MARKET, '2024-03-20', 'end-price-refund', {}, { officer: 'o-3' });
    expect(reviewers(() => submitted(MARKET, 'market-penalty', order, end), MARKET)).toEqual(['head']);
  });

  it.each([
    [BUREAU, 'insurance-penalty'],
    [MARKET, 'market-penalty'],
  ])('%s %s: who passed the review neither tells the party afterwards nor hears it', (organ, procedure) => {
    const c = submitted(organ, procedure);
    c.must(pass(organ, 'o-3'));
    const notice = (officer: string) =>
      by(
        organ,
        '2024-04-09',
        'give-penalty-notice',
        { fields: { penaltyKinds: ['warning'] } },
        { officer, paper: 'penalty-notice' },
      );
    const defence = (officer: string) => by(organ, '2024-04-10', 'record-defence', {}, { officer });
    expect(c.answer(notice('o-3'))).toBe('SAME_OFFICER');
    c.must(notice('o-1'));
    expect([c.answer(defence('o-3')), c.answer(defence('o-1'))]).toEqual(['SAME_OFFICER', 'ok']);
  });

  it('a review of yesterday that its handler enters for a colleague appointed today is the handler’s own', () => {
    const c = submitted(BUREAU, 'insurance-penalty');
    c.under(
      changed(
        registerWith([...COUNTY, ...ABOVE]),
        '653023',
        [{ change: 'officer-appointed', department: BUREAU, officer: 'new', ranks: ['officer'] }],
        '2024-04-09T08:00:00+08:00',
      ),
    );
    const enteredBy = (officer: string): Told => ({
      as: `${BUREAU}/${officer}`,
      command: 'record-steps',
      at: '2024-04-09T09:00:00+08:00',
      body: {
        steps: [
          {
            command: 'pass-legal-review',
            officer: 'new',
            occurredAt: '2024-04-08T10:00:00+08:00',
            precision: 'instant',
            body: { papers: papers('legal-review-opinion') },
          },
        ],
      },
    });
    expect(c.answer(enteredBy('o-1'))).toBe('SAME_OFFICER');
    expect(c.answer(enteredBy('o-3'))).toBe('ok');
  });
});
