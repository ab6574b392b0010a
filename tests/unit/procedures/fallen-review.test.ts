// The review whether a penalty is due rests on a non-prosecution: while that is in question nothing is decided in it, and what rested on
// one that is revoked falls with it (FX2024 13).
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { CaseDriver } from '../../support/case-driver.ts';
import {
  by,
  criminalRegister,
  NEIGHBOUR_PROCURATORATE,
  openCase,
  reasoned,
} from '../../support/criminal-story.ts';
import { told } from '../../support/model-case.ts';
import { BUREAU, POLICE, PROCURATORATE } from '../../support/transfer-story.ts';
import { NEW_CASE, splitOff } from '../../support/two-cases.ts';

const HIGHER_PROCURATORATE = '653000/procuratorate';

const PROCESS = { procedure: 'criminal-process' };
const REVIEW = { procedure: 'reverse-referral' };
/** Not prosecuted on Monday 3 March 2025. */
const notReferred = (): CaseDriver => {
  const c = openCase();
  c.must(
    by(
      POLICE,
      '2025-01-06',
      'report-investigation',
      { newSubjects: [{ subject: 's1', kind: 'person' }] },
      PROCESS,
    ),
    by(POLICE, '2025-01-07', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }),
    by(PROCURATORATE, '2025-01-08', 'accept-for-review'),
    reasoned(
      PROCURATORATE,
      '2025-03-03',
      'decide-non-prosecution',
      { fields: { nonProsecutionKind: 'discretionary' } },
      { paper: 'non-prosecution-decision' },
    ),
  );
  return c;
};
/** With the administrative department since Tuesday. */
const reviewed = (): CaseDriver => {
  const c = notReferred();
  c.must(by(PROCURATORATE, '2025-03-04', 'refer-for-penalty-review'));
  return c;
};
const asked = by(
  POLICE,
  '2025-03-05',
  'ask-to-reconsider-non-prosecution',
  {},
  { paper: 'reconsideration-opinion' },
);
const opinion = (day: string) =>
  by(
    PROCURATORATE,
    day,
    'issue-penalty-opinion',
    { to: [BUREAU], fields: { replyBy: '2025-06-30' } },
    { paper: 'procuratorial-opinion' },
  );
const revoked = (day: string) => reasoned(PROCURATORATE, day, 'revoke-non-prosecution', {}, PROCESS);
const stateOf = (c: CaseDriver) => c.proceeding('reverse-referral').state;

describe('不起诉决定仍然有效', () => {
  it('nothing falls that rests on it, whoever says so: what is no more wanted is ended by its own decision', () => {
    const c = reviewed();
    expect(c.answer(reasoned(PROCURATORATE, '2025-03-06', 'fall-with-non-prosecution', {}, REVIEW))).toBe(
      'NOT_YOUR_ROLE',
    );
  });
});

describe('案件中没有撤销不起诉的记录', () => {
  const falls = (who: string, day: string) => reasoned(who, day, 'fall-with-non-prosecution', {}, REVIEW);
  const alone = (): CaseDriver => {
    const c = openCase();
    c.must(
      by(
        PROCURATORATE,
        '2025-03-04',
        'register-review',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        REVIEW,
      ),
    );
    return c;
  };

  it('a review is not ended by the word that the non-prosecution was revoked, though no process is on record', () => {
    const c = alone();
    expect(c.answer(falls(PROCURATORATE, '2025-03-05'))).toBe('NOT_YOUR_ROLE');
    expect(c.clock('rev-review')?.status).toBe('running');
  });

  it('the procuratorate that passed the review on ends nothing of another: the opinion stands, and its answer is owed', () => {
    const c = alone();
    c.must(
      reasoned(PROCURATORATE, '2025-03-05', 'pass-to-matching-procuratorate', {
        to: [NEIGHBOUR_PROCURATORATE],
      }),
      by(NEIGHBOUR_PROCURATORATE, '2025-03-06', 'receive-passed-review'),
      { ...opinion('2025-03-07'), as: `${NEIGHBOUR_PROCURATORATE}/head` },
      by(BUREAU, '2025-03-10', 'sign-for-referral'),
      by(BUREAU, '2025-03-11', 'accept-referral'),
    );
    expect(c.answer(falls(PROCURATORATE, '2025-03-12'))).not.toBe('ok');
    expect([stateOf(c), c.clock('rev-organ-reply')?.status]).toEqual(['accepted', 'running']);
  });
});

describe('不起诉复议、复核、申诉期间', () => {
  it('no opinion is given and no review ended, until it is upheld and the review resumed', () => {
    const c = reviewed();
    c.must(asked);
    expect(c.answer(opinion('2025-03-06'))).toBe('NON_PROSECUTION_IN_QUESTION');
    expect(
      c.answer(
        reasoned(
          PROCURATORATE,
          '2025-03-06',
          'end-penalty-review',
          {},
          { paper: 'review-termination-decision' },
        ),
      ),
    ).toBe('NON_PROSECUTION_IN_QUESTION');
    c.must(
      reasoned(
        PROCURATORATE,
        '2025-03-06',
        'suspend-penalty-review',
        { fields: { suspendedFor: 'police-reconsideration' } },
        { paper: 'review-suspension-decision' },
      ),
      reasoned(PROCURATORATE, '2025-03-20', 'uphold-non-prosecution', {}, PROCESS),
      by(PROCURATORATE, '2025-03-21', 'resume-penalty-review'),
      opinion('2025-03-24'),
    );
    expect(stateOf(c)).toBe('opinion-served');
  });
});

describe('不起诉撤销后', () => {
  it('the review ends, and with it its days', () => {
    const c = reviewed();
    c.must(revoked('2025-03-07'));
    expect([stateOf(c), c.clock('rev-review')?.outcome]).toEqual(['referral-fallen', 'moot']);
    expect(c.answer(opinion('2025-03-10'))).not.toBe('ok');
  });

  it('an opinion that was issued falls: the organ owes nothing on it and files nothing by it', () => {
    const c = reviewed();
    c.must(
      opinion('2025-03-06'),
      by(BUREAU, '2025-03-07', 'sign-for-referral'),
      by(BUREAU, '2025-03-10', 'accept-referral'),
      revoked('2025-03-11'),
    );
    expect([stateOf(c), c.clock('rev-organ-reply')?.outcome, c.clock('clue-verify')?.outcome]).toEqual([
      'referral-fallen',
      'moot',
      'moot',
    ]);
    expect(c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []))).toContain(BUREAU);
  });

  it('so does one that was passed on', () => {
    const c = reviewed();
    c.must(
      reasoned(PROCURATORATE, '2025-03-06', 'pass-to-matching-procuratorate', {
        to: [NEIGHBOUR_PROCURATORATE],
      }),
      by(NEIGHBOUR_PROCURATORATE, '2025-03-07', 'receive-passed-review'),
      revoked('2025-03-10'),
    );
    expect(stateOf(c)).toBe('referral-fallen');
  });

  it('so does one that was passed on twice, and who has it now is told', () => {
    const c = reviewed();
    const passed = (from: string, day: string, to: string) =>
      reasoned(from, day, 'pass-to-matching-procuratorate', { to: [to] });
    c.must(
      passed(PROCURATORATE, '2025-03-06', NEIGHBOUR_PROCURATORATE),
      by(NEIGHBOUR_PROCURATORATE, '2025-03-07', 'receive-passed-review'),
      passed(NEIGHBOUR_PROCURATORATE, '2025-03-07', HIGHER_PROCURATORATE),
      revoked('2025-03-10'),
    );
    expect(stateOf(c)).toBe('referral-fallen');
    expect(told(c)).toContain(`all ${HIGHER_PROCURATORATE} reverse-referral.review-fallen`);
  });

  it('a case is not split between the two: the criminal process takes the review along, or stays', () => {
    const c = reviewed();
    const split = (...proceedings: string[]) =>
      reasoned(PROCURATORATE, '2025-03-05', 'split-case', { proceedings });
    const process = c.proceeding('criminal-process').proceeding;
    const review = c.proceeding('reverse-referral').proceeding;
    c.elsewhere({ splitInto: NEW_CASE });
    expect(c.tell(split(process))).toMatchObject({ details: ['bound', review] });
    expect(c.tell(split(review))).toMatchObject({ details: ['bound', process] });
  });

  it('where the criminal process was split off before, the review is registered where that went', () => {
    const c = notReferred();
    c.must(by(POLICE, '2025-03-03', 'report-investigation', { newSubjects: [{ subject: 's2' }] }, PROCESS));
    const split = reasoned(PROCURATORATE, '2025-03-04', 'split-case', { proceedings: ['p1'] });
    const other = splitOff(c, split, law, criminalRegister());
    const register = by(PROCURATORATE, '2025-03-05', 'register-review', { subjects: ['s1'] }, REVIEW);
    expect(c.answer(register)).toBe('NON_PROSECUTION_ELSEWHERE');
    other.must(register, revoked('2025-03-07'));
    expect(stateOf(other)).toBe('referral-fallen');
    // Of another person it is registered here.
    expect(c.answer({ ...register, body: { subjects: ['s2'] } })).toBe('ok');
  });

  it('what police or court handed back stays', () => {
    const c = reviewed();
    c.must(
      by(
        POLICE,
        '2025-03-05',
        'refer-for-liability',
        { to: [BUREAU] },
        { ...REVIEW, paper: 'liability-referral-letter' },
      ),
      revoked('2025-03-07'),
    );
    const [fallen, handed] = Object.values(c.state.proceedings).filter(
      ({ procedure }) => procedure === 'reverse-referral',
    );
    expect([fallen?.state, handed?.state]).toEqual(['referral-fallen', 'handed-back']);
  });

  it('not prosecuted anew it is reviewed anew', () => {
    const c = reviewed();
    c.must(
      revoked('2025-03-07'),
      reasoned(
        PROCURATORATE,
        '2025-03-17',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'discretionary' } },
        { paper: 'non-prosecution-decision' },
      ),
      by(PROCURATORATE, '2025-03-18', 'refer-for-penalty-review', {}, PROCESS),
    );
    expect(stateOf(c)).toBe('penalty-review');
  });
});
