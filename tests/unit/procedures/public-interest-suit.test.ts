// A suit in the public interest: the organ is asked first, and sued only if it neither acts nor answers in time, or does not act.
import { describe, expect, it } from 'vitest';
import type { CaseDriver } from '../../support/case-driver.ts';
import { by, COURT, openCase, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, PROCURATORATE } from '../../support/transfer-story.ts';

const stateOf = (c: CaseDriver) => c.proceeding('public-interest-suit').state;
const until = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);
/** Asked on Monday 10 March 2025. */
const asked = (command = 'issue-pre-suit-suggestion'): CaseDriver => {
  const c = openCase();
  c.must(
    by(
      PROCURATORATE,
      '2025-03-03',
      'file-public-interest-case',
      { to: [BUREAU] },
      { procedure: 'public-interest-suit' },
    ),
    by(PROCURATORATE, '2025-03-05', 'consult-with-organ'),
    by(PROCURATORATE, '2025-03-10', command, {}, { paper: 'pre-suit-suggestion' }),
  );
  return c;
};
const sue = (day: string) =>
  by(PROCURATORATE, day, 'sue-in-public-interest', {}, { paper: 'suit-indictment' });
const answer = (day: string) => by(BUREAU, day, 'reply-on-duty', {}, { paper: 'pre-suit-reply' });

describe('诉前检察建议', () => {
  it('leaves the organ two months from receipt, fifteen days where the damage keeps growing (GYJS 21)', () => {
    // 10 May is a Saturday.
    expect(until(asked(), 'pis-reply')).toBe('2025-05-13');
    const urgent = asked('issue-urgent-pre-suit-suggestion');
    expect([until(urgent, 'pis-reply-urgent'), urgent.clock('pis-reply')]).toEqual(['2025-03-26', undefined]);
  });

  it('is owed though the organ returns it, until the procuratorate agrees (GYJS 21 knows no return)', () => {
    const returned = () => {
      const c = asked();
      c.must(reasoned(BUREAU, '2025-03-11', 'return-pre-suit-suggestion'));
      return c;
    };
    const c = returned();
    expect([stateOf(c), c.clock('pis-reply')?.status, c.handOffs().at(-1)?.outcome]).toEqual([
      'pre-suit-returned',
      'running',
      'returned',
    ]);
    expect(c.tell(sue('2025-05-12'))).toMatchObject({ details: ['answer-to-procuratorate-overdue'] });
    c.must(sue('2025-05-13'));
    expect([stateOf(c), c.clock('pis-reply')?.outcome]).toEqual(['sued', 'breached']);
    const d = returned();
    d.must(reasoned(PROCURATORATE, '2025-03-12', 'close-public-interest-case'));
    expect(d.clock('pis-reply')?.outcome).toBe('moot');
  });

  it('that was taken back is owed no more, and not sued upon', () => {
    const c = asked();
    c.must(by(PROCURATORATE, '2025-03-10T15:00:00+08:00', 'take-back-pre-suit-suggestion'));
    expect([c.clock('pis-reply')?.outcome, c.answer(sue('2025-05-14'))]).toEqual([
      'moot',
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('that is answered by what was done ends the case', () => {
    const c = asked();
    c.must(by(BUREAU, '2025-03-11', 'sign-for-pre-suit-suggestion'), answer('2025-05-06'));
    expect([c.clock('pis-reply')?.outcome, c.clock('agr-suit-answer')?.obliged]).toEqual([
      'met',
      PROCURATORATE,
    ]);
    c.must(reasoned(PROCURATORATE, '2025-05-12', 'close-public-interest-case'));
    expect(stateOf(c)).toBe('public-interest-closed');
  });
});

describe('起诉', () => {
  it('waits until the organ’s time is over', () => {
    const c = asked();
    c.must(by(BUREAU, '2025-03-11', 'sign-for-pre-suit-suggestion'));
    expect(c.tell(sue('2025-05-12'))).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { zh: '行政机关履职和回复的期限尚未届满' },
    });
    c.must(sue('2025-05-14'));
    expect([stateOf(c), c.clock('pis-reply')?.outcome, c.clock('agr-trial-receipt')?.obliged]).toEqual([
      'sued',
      'breached',
      COURT,
    ]);
  });

  it('that the court does not accept leaves the organ its answer, and the procuratorate its suit', () => {
    const unanswered = () => {
      const c = asked();
      c.must(
        by(BUREAU, '2025-03-11', 'sign-for-pre-suit-suggestion'),
        sue('2025-05-20'),
        reasoned(COURT, '2025-05-21', 'reject-suit'),
      );
      return c;
    };
    const c = unanswered();
    expect(stateOf(c)).toBe('duty-unanswered');
    c.must(answer('2025-05-22'));
    expect(stateOf(c)).toBe('duty-answered');
    expect(unanswered().answer(sue('2025-06-03'))).toBe('ok');
    const answered = asked();
    answered.must(
      by(BUREAU, '2025-03-11', 'sign-for-pre-suit-suggestion'),
      answer('2025-03-20'),
      sue('2025-05-20'),
      reasoned(COURT, '2025-05-21', 'reject-suit'),
    );
    expect(stateOf(answered)).toBe('duty-answered');
  });

  it('follows an answer behind which nothing is done, and ends with a judgment', () => {
    const c = asked();
    c.must(by(BUREAU, '2025-03-11', 'sign-for-pre-suit-suggestion'), answer('2025-03-20'));
    // The two months are for doing the duty, and end with Monday 12 May however early an answer came.
    expect(c.tell(sue('2025-05-12'))).toMatchObject({
      details: ['days-to-act-have-passed', 'from: 2025-05-13T00:00:00+08:00'],
    });
    c.must(sue('2025-05-13'), by(COURT, '2025-05-15', 'accept-suit'));
    expect(c.answer(by(COURT, '2025-06-10', 'judge-suit', {}, { paper: 'suit-judgment' }))).toBe(
      'FIELD_REQUIRED',
    );
    c.must(
      by(COURT, '2025-06-10', 'judge-suit', { fields: { suitResult: 'upheld' } }, { paper: 'suit-judgment' }),
    );
    expect(stateOf(c)).toBe('suit-ended');
  });
});
