// Reconsideration of a penalty and the suit against it: who answers in what days, and what becomes of the penalty. Served on 9 April
// 2024; Saturday 11 May is worked.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, COURT, HIGHER_COURT, reasoned } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const JUSTICE = '653023/justice';
const story = penaltyStory(BUREAU, 'insurance-penalty');
const remedyOf = (c: CaseDriver): string => c.proceeding('penalty-remedy').state;

const accepted = (fields: { simplified?: true } = {}): CaseDriver => {
  const c = story.served();
  c.must(
    by(BUREAU, '2024-05-06T09:00:00+08:00', 'note-remedy', { fields: { remedySought: 'reconsideration' } }),
    by(
      JUSTICE,
      '2024-05-06',
      'accept-reconsideration',
      { to: [BUREAU], subjects: ['s1'], fields },
      { procedure: 'penalty-remedy', paper: 'remedy-acceptance-notice' },
    ),
  );
  return c;
};
const undo = (day: string): Told =>
  reasoned(JUSTICE, day, 'undo-penalty', {}, { paper: 'reconsideration-outcome' });
const carryOut = (day: string, command = 'carry-out-annulment'): Told =>
  by(BUREAU, day, command, { papers: papers('remedy-decision') });
const sued = (): CaseDriver => {
  const c = story.served();
  c.must(
    by(BUREAU, '2024-05-06T09:00:00+08:00', 'note-remedy', { fields: { remedySought: 'suit' } }),
    by(
      COURT,
      '2024-05-06',
      'accept-suit',
      { to: [BUREAU], subjects: ['s1'] },
      { procedure: 'penalty-remedy', paper: 'suit-papers' },
    ),
  );
  return c;
};
const judge = (day: string, command: string): Told =>
  reasoned(COURT, day, command, {}, { paper: 'administrative-judgment' });

const decide = (day: string, command: string): Told =>
  reasoned(HIGHER_COURT, day, command, {}, { paper: 'administrative-judgment' });
/** Judged, appealed, and accepted by the court above on 19 September. */
const appealed = (judgment: string, ...appeals: readonly Told[]): CaseDriver => {
  const c = sued();
  c.must(
    judge('2024-09-02', judgment),
    ...appeals,
    by(COURT, '2024-09-18', 'forward-suit-appeal', { to: [HIGHER_COURT] }),
    by(HIGHER_COURT, '2024-09-19', 'accept-suit-appeal'),
  );
  return c;
};

describe('行政复议', () => {
  it('is answered in ten working days, decided in sixty days (FY 48, 62)', () => {
    const c = accepted();
    expect([dueOf(c, 'rem-answer'), c.clock('rem-answer')?.obliged]).toEqual(['2024-05-18', BUREAU]);
    expect([dueOf(c, 'rem-decide'), c.clock('rem-decide')?.obliged]).toEqual(['2024-07-06', JUSTICE]);
    expect(c.clock('rem-decide-simple')).toBeUndefined();
    c.must(
      by(BUREAU, '2024-05-17', 'answer-reconsideration', {}, { paper: 'remedy-answer' }),
      by(JUSTICE, '2024-07-05', 'uphold-penalty', {}, { paper: 'reconsideration-outcome' }),
    );
    // The ten days are known from memory only: they are shown, and count neither as kept nor as broken.
    expect([c.clock('rem-answer')?.outcome, c.clock('rem-decide')?.outcome, remedyOf(c)]).toEqual([
      'undetermined',
      'met',
      'review-upheld',
    ]);
  });

  const upheld = (): CaseDriver => {
    const c = accepted();
    c.must(by(JUSTICE, '2024-07-05', 'uphold-penalty', {}, { paper: 'reconsideration-outcome' }));
    return c;
  };
  const ended = (who: string, day: string, command: string, reviewEndedOn: string): Told =>
    by(who, day, command, { fields: { reviewEndedOn } });
  const fileSuit = (day: string): Told =>
    by(COURT, day, 'file-suit-after-reconsideration', {}, { paper: 'suit-papers' });

  it('upheld, leaves the party fifteen days to sue since it received the decision (SS 45)', () => {
    const c = upheld();
    const noSuit = (day: string) => by(BUREAU, day, 'confirm-no-suit');
    expect(c.tell(noSuit('2024-09-02'))).toMatchObject({ details: ['days-to-sue-have-passed'] });
    c.must(ended(JUSTICE, '2024-07-09', 'serve-reconsideration', '2024-07-08'));
    expect([dueOf(c, 'rem-suit-after-review'), c.clock('rem-suit-after-review')?.obliged]).toEqual([
      '2024-07-24',
      's1',
    ]);
    // Until then nothing is enforced (QZ 53).
    expect(
      c.answer(by(BUREAU, '2024-07-23', 'note-remedies-exhausted', { papers: papers('remedy-decision') })),
    ).toBe('GUARD_REFUSED');
    expect(c.tell(noSuit('2024-07-23'))).toMatchObject({
      details: ['days-to-sue-have-passed', 'from: 2024-07-24T00:00:00+08:00'],
    });
    c.must(noSuit('2024-07-24'));
    expect([remedyOf(c), c.clock('rem-suit-after-review')?.outcome]).toEqual(['upheld', 'lapsed']);
    c.must(by(BUREAU, '2024-07-24', 'note-remedies-exhausted', { papers: papers('remedy-decision') }));
  });

  it('upheld and sued against in these days, goes on as the suit, answered and judged in the days of one', () => {
    const c = upheld();
    c.must(ended(JUSTICE, '2024-07-09', 'serve-reconsideration', '2024-07-08'), fileSuit('2024-07-22'));
    expect([remedyOf(c), c.clock('rem-suit-after-review')?.outcome]).toEqual(['in-suit', 'met']);
    expect([dueOf(c, 'rem-suit-answer'), dueOf(c, 'rem-judge')]).toEqual(['2024-08-07', '2025-01-23']);
    c.must(judge('2024-11-04', 'judge-for-organ'));
    expect(remedyOf(c)).toBe('won');
  });

  it('not decided in time, may be sued over within fifteen days of the end of its days, and not before it (SS 45)', () => {
    const c = accepted();
    const silent = (day: string, on: string) => ended(BUREAU, day, 'note-no-decision', on);
    // Sixty days from Monday 6 May end on Friday 5 July.
    const refused = { details: ['no-decision-in-time'] };
    expect(c.tell(silent('2024-07-05', '2024-07-05'))).toMatchObject(refused);
    expect(c.tell(silent('2024-07-08', '2024-07-08'))).toMatchObject(refused);
    expect(c.tell(fileSuit('2024-07-08'))).toMatchObject({ details: ['no-decision-was-noted'] });
    c.must(silent('2024-07-08', '2024-07-05'));
    // The twentieth is a Saturday.
    expect(dueOf(c, 'rem-suit-after-review')).toBe('2024-07-23');
    c.must(fileSuit('2024-07-22'));
    expect([remedyOf(c), c.clock('rem-suit-after-review')?.outcome, c.clock('rem-decide')?.outcome]).toEqual([
      'in-suit',
      'met',
      'breached',
    ]);
  });

  it('decided late all the same, gives the days since the decision was received', () => {
    const c = accepted();
    c.must(
      ended(BUREAU, '2024-07-08', 'note-no-decision', '2024-07-05'),
      by(JUSTICE, '2024-07-12', 'uphold-penalty', {}, { paper: 'reconsideration-outcome' }),
      ended(JUSTICE, '2024-07-15', 'serve-reconsideration', '2024-07-15'),
    );
    expect(dueOf(c, 'rem-suit-after-review')).toBe('2024-07-31');
  });

  it('what was published of a penalty that is undone is withdrawn in three working days (CF 48(2)), said or not', () => {
    const c = accepted();
    const p1 = { proceeding: 'p1' };
    c.must(
      { ...by(BUREAU, '2024-05-07', 'publish-decision'), ...p1 },
      undo('2024-06-28'),
      carryOut('2024-07-01'),
    );
    expect([dueOf(c, 'pen-withdraw-publication'), c.clock('pen-withdraw-publication')?.status]).toEqual([
      '2024-07-05',
      'running',
    ]);
    c.must({ ...reasoned(BUREAU, '2024-07-04', 'withdraw-publication'), ...p1 });
    expect(c.clock('pen-withdraw-publication')?.outcome).toBe('met');
  });

  it('is prolonged by the head by thirty days at most, and takes thirty in simple procedure', () => {
    const c = accepted();
    const longer = (extensionTo: number): Told =>
      reasoned(JUSTICE, '2024-07-01', 'extend-reconsideration', {
        extension: 'reconsideration-extension',
        approver: 'head',
        extensionTo,
      });
    expect(c.answer(longer(91))).toBe('EXTENSION_NOT_ALLOWED');
    c.must(longer(90));
    // 4 August is a Sunday.
    expect(dueOf(c, 'rem-decide')).toBe('2024-08-06');
  });

  it('in simple procedure is answered in five working days and decided in thirty days, which nobody prolongs', () => {
    const c = accepted({ simplified: true });
    // Monday 6 May: 7 to 11 May are worked.
    expect([dueOf(c, 'rem-answer-simple'), dueOf(c, 'rem-decide-simple')]).toEqual([
      '2024-05-12',
      '2024-06-06',
    ]);
    expect([c.clock('rem-answer'), c.clock('rem-decide')]).toEqual([undefined, undefined]);
    const longer = reasoned(JUSTICE, '2024-06-03', 'extend-reconsideration', {
      extension: 'reconsideration-extension',
      extensionTo: 90,
      approver: 'head',
    });
    expect(c.tell(longer)).toMatchObject({ details: ['in-ordinary-procedure'] });
  });

  it('is taken up by whoever the register says hears it, once the organ notes what the party seeks', () => {
    const c = story.served();
    const accept = by(
      JUSTICE,
      '2024-05-06',
      'accept-reconsideration',
      { to: [BUREAU], subjects: ['s1'] },
      { procedure: 'penalty-remedy', paper: 'remedy-acceptance-notice' },
    );
    c.must(by(BUREAU, '2024-05-03', 'note-remedy', { fields: { remedySought: 'suit' } }));
    expect(c.answer(accept)).toBe('CASE_NOT_FOUND');
    c.must(by(BUREAU, '2024-05-05', 'note-remedy', { fields: { remedySought: 'reconsideration' } }));
    expect(c.answer(accept)).toBe('ok');
  });

  it('puts nothing off: the fine is paid in its fifteen days all the same (CF 73)', () => {
    const c = accepted();
    expect([c.clock('pen-pay')?.status, dueOf(c, 'pen-pay')]).toEqual(['running', '2024-04-25']);
    expect(c.answer(story.paid('2024-05-07'))).toBe('ok');
  });

  it('undone, is carried out by the organ, which annuls its penalty; who decided does not', () => {
    const c = accepted();
    expect(c.answer({ ...undo('2024-06-03'), with: [] })).toBe('REASON_REQUIRED');
    c.must(undo('2024-06-03'));
    expect(c.answer({ ...carryOut('2024-06-04'), as: `${JUSTICE}/head` })).toBe('NOT_YOUR_ROLE');
    expect(story.stateOf(c)).toBe('fine-due');
    c.must(carryOut('2024-06-04'));
    expect([remedyOf(c), story.stateOf(c)]).toEqual(['carried-out', 'annulled']);
    // What was not paid by 24 April was late then, whatever became of the fine.
    expect(c.clock('pen-pay')?.outcome).toBe('breached');
  });

  it('changed, the penalty stands as changed', () => {
    const c = accepted();
    c.must(undo('2024-06-03'), carryOut('2024-06-04', 'carry-out-change'));
    expect([remedyOf(c), story.stateOf(c)]).toEqual(['carried-out', 'fine-due']);
  });

  it('withdrawn, ends with a reason', () => {
    const c = accepted();
    c.must(reasoned(JUSTICE, '2024-05-20', 'end-reconsideration'));
    expect([remedyOf(c), c.clock('rem-answer')?.outcome]).toEqual(['ended', 'moot']);
  });
});

describe('行政诉讼', () => {
  it('is answered in fifteen days, judged in six months (SS 67, 81)', () => {
    const c = sued();
    expect([dueOf(c, 'rem-suit-answer'), dueOf(c, 'rem-judge')]).toEqual(['2024-05-22', '2024-11-07']);
    c.must(
      by(BUREAU, '2024-05-21', 'answer-suit', {}, { paper: 'suit-answer' }),
      judge('2024-09-02', 'judge-for-organ'),
    );
    expect([remedyOf(c), c.clock('rem-judge')?.outcome]).toEqual(['won', 'met']);
    // Nobody appealed in fifteen days of service: they end with Wednesday 18 September, the day after 中秋 (SS 85).
    const effect = (day: string) => by(COURT, day, 'confirm-suit-effect');
    expect(c.tell(effect('2024-09-30'))).toMatchObject({ details: ['suit-appeal-days-have-passed'] });
    c.must(by(COURT, '2024-09-03', 'serve-suit-judgment', { fields: { servedOn: '2024-09-03' } }));
    expect(dueOf(c, 'rem-suit-appeal')).toBe('2024-09-19');
    expect(c.answer(effect('2024-09-18'))).toBe('GUARD_REFUSED');
    c.must(effect('2024-09-19'));
    expect([remedyOf(c), story.stateOf(c)]).toEqual(['upheld', 'fine-due']);
  });

  it('is judged later with the approval of the high court (SS 81)', () => {
    const late = sued();
    late.must(judge('2024-11-11', 'judge-for-organ'));
    expect(late.clock('rem-judge')?.outcome).toBe('breached');
    const c = sued();
    expect(c.answer({ ...reasoned(COURT, '2024-11-04', 'prolong-suit'), as: `${COURT}/o-1` })).toBe(
      'RANK_TOO_LOW',
    );
    c.must(reasoned(COURT, '2024-11-04', 'prolong-suit'), judge('2024-11-11', 'judge-for-organ'));
    expect(c.clock('rem-judge')?.outcome).toBe('moot');
  });

  it('lost, is carried out, or appealed: then nothing is in effect until the court above has decided (SS 85)', () => {
    const c = appealed('judge-against-organ', reasoned(BUREAU, '2024-09-09', 'appeal-judgment'));
    expect(c.answer(carryOut('2024-09-10'))).toBe('NOT_ALLOWED_IN_STATE');
    // The court of first instance decides no appeal.
    expect(c.answer({ ...decide('2024-11-04', 'decide-suit-against-organ'), as: `${COURT}/head` })).toBe(
      'NOT_YOUR_ROLE',
    );
    c.must(decide('2024-11-04', 'decide-suit-against-organ'), carryOut('2024-11-11'));
    expect([remedyOf(c), story.stateOf(c)]).toEqual(['carried-out', 'annulled']);
  });

  it('is decided at second instance in three months, or later with approval (SS 88)', () => {
    const c = appealed('judge-against-organ', reasoned(BUREAU, '2024-09-09', 'appeal-judgment'));
    // Accepted on 19 September: Thursday 19 December is the last day.
    expect([dueOf(c, 'rem-second-instance'), c.clock('rem-second-instance')?.obliged]).toEqual([
      '2024-12-20',
      HIGHER_COURT,
    ]);
    c.must(reasoned(HIGHER_COURT, '2024-12-16', 'prolong-suit-appeal'));
    expect(c.clock('rem-second-instance')?.outcome).toBe('moot');
  });

  it('a judgment of first instance that is reversed leaves the penalty as it was', () => {
    const c = appealed('judge-against-organ', reasoned(BUREAU, '2024-09-09', 'appeal-judgment'));
    c.must(decide('2024-11-04', 'decide-suit-for-organ'));
    expect([remedyOf(c), story.stateOf(c), c.clock('rem-second-instance')?.outcome]).toEqual([
      'upheld',
      'fine-due',
      'met',
    ]);
  });

  it('may be appealed by who sued too, and by both; withdrawn, the first judgment stands', () => {
    const theirs = by(COURT, '2024-09-10', 'register-suit-appeal', {}, { paper: 'suit-appeal' });
    const won = appealed('judge-for-organ', theirs);
    won.must(decide('2024-10-14', 'end-suit-appeal'));
    expect(remedyOf(won)).toBe('upheld');
    const both = appealed('judge-against-organ', reasoned(BUREAU, '2024-09-09', 'appeal-judgment'), theirs);
    both.must(decide('2024-10-14', 'end-suit-appeal'));
    expect(remedyOf(both)).toBe('undone');
  });

  it('remanded, it is judged anew, in six months of its own', () => {
    const c = appealed('judge-against-organ', reasoned(BUREAU, '2024-09-09', 'appeal-judgment'));
    c.must(decide('2024-11-04', 'remand-suit'));
    // To 4 May, which is in the holiday: the first working day is the 6th.
    expect([remedyOf(c), dueOf(c, 'rem-judge')]).toEqual(['in-suit', '2025-05-07']);
    c.must(judge('2024-12-02', 'judge-for-organ'));
    expect(remedyOf(c)).toBe('won');
  });
});
