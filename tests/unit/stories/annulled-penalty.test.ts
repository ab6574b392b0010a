// A penalty that is annulled, and all that rests on it: the finding of its gravity, what the owners of licences were asked for, the list
// of joint sanctions, and the result told for staff and funding. Served on 9 April 2024, annulled on Monday 13 May.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { HEALTH } from '../../support/referral-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const CREDIT = '653023/development-reform';
const JUSTICE = '653023/justice';
const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const REMEDY = { papers: papers('remedy-decision') };
const annulledOn = (day: string): Told => by(BUREAU, day, 'note-annulment', REMEDY);
const toRedoOn = (day: string): Told =>
  by(BUREAU, day, 'note-order-to-redo', { ...REMEDY, fields: { redoBy: '2024-07-12' } });
const [annulled, toRedo] = [annulledOn('2024-05-13'), toRedoOn('2024-05-13')];
const changed = by(BUREAU, '2024-05-13', 'note-change', REMEDY);
const gravity = (day: string): Told =>
  by(BUREAU, day, 'find-gravity', {
    fields: {
      findingGrade: 'especially-serious',
      conductEndedOn: '2023-12-31',
      measuresAgainst: ['institution'],
    },
  });
const found = (): CaseDriver => {
  const c = bureau.served();
  c.must(gravity('2024-04-10'));
  return c;
};
const stateOf = (c: CaseDriver, procedure: string): string => c.proceeding(procedure).state;

describe('处罚决定被撤销后的查实认定', () => {
  it.each([
    ['annulled', annulledOn('2024-04-22')],
    ['to be decided anew', toRedoOn('2024-04-22')],
  ])('falls at once with the penalty that is %s, and nobody owes an answer to it', (_, undone) => {
    const c = found();
    c.must(undone);
    expect(stateOf(c, 'verified-finding')).toBe('withdrawn');
    for (const limit of ['agr-finding-health', 'agr-finding-credit', 'agr-finding-result'])
      expect(c.clock(limit)?.outcome).toBe('moot');
  });

  it('falls after its closing too', () => {
    const c = found();
    c.must(by(BUREAU, '2024-05-06', 'close-finding'), annulled);
    expect(stateOf(c, 'verified-finding')).toBe('withdrawn');
  });

  it('falls as the annulment by the reconsideration authority is carried out', () => {
    const c = found();
    c.must(
      by(BUREAU, '2024-04-15', 'admit-departments', { to: [JUSTICE] }),
      by(
        JUSTICE,
        '2024-04-22',
        'accept-reconsideration',
        { to: [BUREAU], subjects: ['s1'], fields: { contested: ['penalty'] } },
        { procedure: 'penalty-remedy', paper: 'remedy-acceptance-notice' },
      ),
      reasoned(JUSTICE, '2024-05-13', 'undo-penalty', {}, { paper: 'reconsideration-outcome' }),
      by(BUREAU, '2024-05-14', 'carry-out-annulment', REMEDY),
    );
    expect([stateOf(c, 'insurance-penalty'), stateOf(c, 'verified-finding')]).toEqual([
      'annulled',
      'withdrawn',
    ]);
  });

  it('stands where the penalty was changed alone; the head withdraws it where it must be', () => {
    const c = found();
    c.must(changed);
    expect(stateOf(c, 'verified-finding')).toBe('especially-serious');
    expect(c.answer(reasoned(BUREAU, '2024-05-14', 'withdraw-finding'))).toBe('ok');
  });

  it('stands where it was found by itself and grew out of no penalty', () => {
    const c = bureau.served();
    c.must(
      by(
        BUREAU,
        '2024-04-10',
        'find-serious',
        { subjects: ['s1'] },
        { procedure: 'verified-finding', paper: 'verified-finding' },
      ),
      annulled,
    );
    expect(stateOf(c, 'verified-finding')).toBe('serious');
  });

  it('tells the owner of the licence that the ground of the request fell', () => {
    const c = found();
    c.must(annulled);
    expect(c.proceeding('practice-licence').steps.at(-1)?.command).toBe('note-ground-fell');
  });

  it('has the credit department take it off the list: it refuses no objection and orders no sanctions any more', () => {
    const c = found();
    const order = (day: string): Told =>
      by(CREDIT, day, 'order-sanctions', { to: [HEALTH], fields: { sanctionItems: ['funding'] } });
    c.must(
      by(CREDIT, '2024-04-11', 'list-for-sanctions'),
      by(CREDIT, '2024-05-07', 'take-listing-application', { fields: { listingApplication: 'objection' } }),
      annulled,
    );
    expect(stateOf(c, 'joint-sanction')).toBe('to-be-removed');
    expect(c.clock('agr-delisting')).toMatchObject({ obliged: CREDIT, status: 'running' });
    expect(c.answer(reasoned(CREDIT, '2024-05-14', 'refuse-listing-application'))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(c.answer(order('2024-05-14'))).toBe('NOT_ALLOWED_IN_STATE');
  });
});

describe('处罚决定被撤销、变更后的监管结果', () => {
  const told = (...more: Told[]): CaseDriver => {
    const c = bureau.served();
    c.must(
      by(
        BUREAU,
        '2024-04-10',
        'send-result',
        { to: [HEALTH], subjects: ['s1'], fields: { resultUse: ['performance'] } },
        { procedure: 'staff-and-funding', paper: 'result-letter' },
      ),
      ...more,
    );
    return c;
  };
  const received = by(HEALTH, '2024-04-11', 'receive-result');
  const applied = by(HEALTH, '2024-04-15', 'apply-result');
  const reported = by(HEALTH, '2024-04-16', 'report-result-use');
  const correct = (day: string): Told => reasoned(BUREAU, day, 'correct-result');
  const withdraw = (day: string): Told => reasoned(BUREAU, day, 'withdraw-result');

  it.each<readonly [string, Told[]]>([
    ['sent', []],
    ['received', [received]],
    ['applying', [received, applied]],
    ['reported', [received, applied, reported]],
  ])('%s, is corrected or withdrawn with a reason by who told it', (state, more) => {
    const c = told(...more);
    expect(stateOf(c, 'staff-and-funding')).toBe(state);
    expect(c.answer(by(BUREAU, '2024-05-07', 'withdraw-result'))).toBe('REASON_REQUIRED');
    c.must(correct('2024-05-07'));
    c.must(withdraw('2024-05-08'));
    expect(stateOf(c, 'staff-and-funding')).toBe('withdrawn');
  });

  it('corrected before it was signed for, is still to be signed for, and nobody decides on its use before that', () => {
    const c = told(correct('2024-04-10T15:00:00+08:00'));
    expect(stateOf(c, 'staff-and-funding')).toBe('sent');
    expect(c.clock('agr-result-use')).toBeUndefined();
    c.must(received);
    // 12 April; 15 to 19; 22 to 26; Sunday 28, worked; 29 and 30 April; Monday 6 May.
    expect(dueOf(c, 'agr-result-use')).toBe('2024-05-07');
  });

  it.each([
    ['annulled', annulled],
    ['changed', changed],
    ['to be decided anew', toRedo],
  ])('once the penalty is %s, is corrected or withdrawn in five working days as agreed', (_, undone) => {
    const c = told(received, applied, reported);
    expect(c.clock('agr-result-correction')).toBeUndefined();
    c.must(undone);
    // Tuesday 14 to Friday 17, Monday 20 May.
    expect(c.clock('agr-result-correction')).toMatchObject({
      obliged: BUREAU,
      limitKind: 'agreed',
      status: 'running',
    });
    expect(dueOf(c, 'agr-result-correction')).toBe('2024-05-21');
    c.must(withdraw('2024-05-20'));
    expect(c.clock('agr-result-correction')?.outcome).toBe('met');
  });

  it('corrected for a change, is owed once more as the changed penalty is annulled', () => {
    const c = told(received, changed, correct('2024-05-14'));
    expect(c.clock('agr-result-correction')?.outcome).toBe('met');
    c.must(annulledOn('2024-06-03'));
    expect(c.clock('agr-result-correction')?.status).toBe('running');
  });

  it('told after the penalty was changed, is owed no correction', () => {
    const c = bureau.served();
    c.must(
      changed,
      by(
        BUREAU,
        '2024-05-14',
        'send-result',
        { to: [HEALTH], subjects: ['s1'], fields: { resultUse: ['performance'] } },
        { procedure: 'staff-and-funding', paper: 'result-letter' },
      ),
    );
    expect(c.clock('agr-result-correction')).toBeUndefined();
  });
});
