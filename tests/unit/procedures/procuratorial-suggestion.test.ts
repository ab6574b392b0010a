// A suggestion of the procuratorate: two months to act and answer, or the day that an urgent one names; objection, urging, upward.
import { describe, expect, it } from 'vitest';
import type { CaseDriver } from '../../support/case-driver.ts';
import { by, HEALTH, openCase, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, PROCURATORATE } from '../../support/transfer-story.ts';

const stateOf = (c: CaseDriver) => c.proceeding('procuratorial-suggestion').state;
const copies = (c: CaseDriver) =>
  c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));
const until = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);
const issue = (day: string, ...to: string[]) =>
  by(
    PROCURATORATE,
    day,
    'issue-suggestion',
    { to },
    { procedure: 'procuratorial-suggestion', paper: 'procuratorial-suggestion' },
  );
const reply = (day: string) => by(BUREAU, day, 'reply-to-suggestion', {}, { paper: 'suggestion-reply' });

const objection = (day: string) =>
  reasoned(BUREAU, day, 'object-to-suggestion', {}, { paper: 'suggestion-objection', with: ['reason'] });

/** Issued on Monday 3 March 2025. */
const issued = (): CaseDriver => {
  const c = openCase();
  c.must(issue('2025-03-03', BUREAU));
  return c;
};
const returned = (): CaseDriver => {
  const c = issued();
  c.must(reasoned(BUREAU, '2025-03-04', 'return-suggestion'));
  return c;
};
const signed = (): CaseDriver => {
  const c = issued();
  c.must(by(BUREAU, '2025-03-04', 'sign-for-suggestion'));
  return c;
};

describe('检察建议', () => {
  it('is answered within two months of receipt (JCJY 19), and reported to the higher procuratorate within five days (JCJY 21)', () => {
    const c = issued();
    // 3 May is a Saturday among the days off, which last to Monday 5 May.
    expect([c.clock('sug-reply')?.obliged, until(c, 'sug-reply'), c.clock('sug-reply-urgent')]).toEqual([
      BUREAU,
      '2025-05-07',
      undefined,
    ]);
    // Five days end with Saturday 8 March.
    expect([c.clock('sug-report-upward')?.obliged, until(c, 'sug-report-upward')]).toEqual([
      PROCURATORATE,
      '2025-03-11',
    ]);
    c.must(by(PROCURATORATE, '2025-03-10', 'file-suggestion-upward'));
    // The article was not read: 来源待核, neither kept nor broken.
    expect(c.clock('sug-report-upward')?.outcome).toBe('undetermined');
    expect(c.answer(by(PROCURATORATE, '2025-03-11', 'file-suggestion-upward'))).toBe('GUARD_REFUSED');
  });

  it('names its own day where it is urgent', () => {
    const c = openCase();
    c.must(
      by(
        PROCURATORATE,
        '2025-03-03',
        'issue-urgent-suggestion',
        { to: [BUREAU], fields: { replyBy: '2025-03-20' } },
        { procedure: 'procuratorial-suggestion', paper: 'procuratorial-suggestion' },
      ),
    );
    expect([until(c, 'sug-reply-urgent'), c.clock('sug-reply')]).toEqual(['2025-03-21', undefined]);
    c.must(by(BUREAU, '2025-03-04', 'sign-for-suggestion'), reply('2025-03-21'));
    expect(c.clock('sug-reply-urgent')?.outcome).toBe('breached');
  });

  it('is for the chief procurator, and goes to each receiver by itself', () => {
    expect(openCase().answer({ ...issue('2025-03-03', BUREAU), as: `${PROCURATORATE}/o-1` })).toBe(
      'RANK_TOO_LOW',
    );
    const c = openCase();
    c.must(issue('2025-03-03', BUREAU, HEALTH));
    expect(Object.values(c.state.proceedings).map((p) => p.roles['receiver'])).toEqual([[BUREAU], [HEALTH]]);
  });

  it('may be taken back or returned until it is signed for', () => {
    const c = issued();
    c.must(by(PROCURATORATE, '2025-03-03T15:00:00+08:00', 'take-back-suggestion'));
    expect([stateOf(c), c.clock('sug-reply')?.outcome]).toEqual(['suggestion-withdrawn', 'moot']);
    const d = returned();
    expect([stateOf(d), copies(d)]).toEqual(['suggestion-returned', [PROCURATORATE]]);
    expect(signed().answer(by(PROCURATORATE, '2025-03-05', 'take-back-suggestion'))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
  });

  it('that is returned is owed until the procuratorate agrees: it withdraws it, or issues it to another (JCJY 23 knows an objection, no return)', () => {
    const c = returned();
    expect(c.clock('sug-reply')).toMatchObject({ obliged: BUREAU, status: 'running' });
    c.must(by(PROCURATORATE, '2025-04-30', 'urge-suggestion'));
    c.must(reasoned(PROCURATORATE, '2025-05-08', 'report-suggestion-upward'));
    c.must(reasoned(PROCURATORATE, '2025-05-09', 'withdraw-suggestion'));
    expect(c.clock('sug-reply')?.outcome).toBe('breached');
    const d = returned();
    d.must(reasoned(PROCURATORATE, '2025-03-06', 'withdraw-suggestion'));
    expect([stateOf(d), d.clock('sug-reply')?.outcome]).toEqual(['suggestion-withdrawn', 'moot']);
    const e = returned();
    e.must(by(PROCURATORATE, '2025-03-05', 'file-suggestion-upward'));
    e.must(
      by(
        PROCURATORATE,
        '2025-03-06',
        'issue-suggestion',
        { to: [HEALTH] },
        { paper: 'procuratorial-suggestion' },
      ),
    );
    expect(
      Object.values(e.state.clocks)
        .filter(({ limit }) => limit === 'sug-reply')
        .map(({ obliged, status, outcome }) => [obliged, outcome ?? status]),
    ).toEqual([
      [BUREAU, 'moot'],
      [HEALTH, 'running'],
    ]);
    e.must(by(PROCURATORATE, '2025-03-07', 'file-suggestion-upward'));
  });

  it('that was returned without good reason stays with the receiver, by the day it had', () => {
    const c = returned();
    expect(c.answer(by(PROCURATORATE, '2025-03-06', 'maintain-suggestion'))).toBe('REASON_REQUIRED');
    c.must(
      reasoned(PROCURATORATE, '2025-03-06', 'maintain-suggestion'),
      by(BUREAU, '2025-03-07', 'sign-for-suggestion'),
      reply('2025-05-06'),
    );
    expect([until(c, 'sug-reply'), c.clock('sug-reply')?.outcome]).toEqual(['2025-05-07', 'met']);
  });

  it('may be answered while an objection waits, whose review goes on', () => {
    const c = signed();
    c.must(objection('2025-04-28'), reply('2025-05-06'));
    expect([c.clock('sug-reply')?.outcome, c.clock('sug-objection')?.status]).toEqual(['met', 'running']);
    c.must(reasoned(PROCURATORATE, '2025-05-08', 'maintain-suggestion'));
    expect(stateOf(c)).toBe('suggestion-replied');
  });

  it('is reviewed at once where it is objected to, and stands only with reasons (JCJY 23)', () => {
    const c = signed();
    c.must(objection('2025-03-10'));
    expect(c.clock('sug-objection')).toMatchObject({ obliged: PROCURATORATE, status: 'running' });
    expect(c.answer(by(PROCURATORATE, '2025-03-11', 'maintain-suggestion'))).toBe('REASON_REQUIRED');
    c.must(reasoned(PROCURATORATE, '2025-03-11', 'maintain-suggestion'));
    expect([stateOf(c), c.clock('sug-reply')?.status]).toEqual(['suggestion-signed', 'running']);
  });

  it('may be urged at any time, and is reported upward once it was urged and is overdue (JCJY 25)', () => {
    const c = signed();
    const urge = (day: string) => by(PROCURATORATE, day, 'urge-suggestion');
    const upward = (day: string) => reasoned(PROCURATORATE, day, 'report-suggestion-upward');
    expect(c.tell(upward('2025-05-06'))).toMatchObject({ code: 'GUARD_REFUSED', details: ['was-urged'] });
    c.must(urge('2025-05-06'));
    expect(c.tell(upward('2025-05-06'))).toMatchObject({ details: ['suggestion-is-overdue'] });
    c.must(upward('2025-05-20'), reply('2025-05-21'));
    expect([stateOf(c), c.clock('sug-reply')?.outcome]).toEqual(['suggestion-replied', 'breached']);
  });

  it('that was not done well is asked for again with a day, as agreed', () => {
    const c = signed();
    c.must(
      reply('2025-04-15'),
      reasoned(PROCURATORATE, '2025-04-20', 'find-insufficient', { fields: { followUpBy: '2025-05-20' } }),
    );
    expect([until(c, 'agr-follow-up-reply'), c.clock('sug-reply')?.outcome]).toEqual(['2025-05-21', 'met']);
    c.must(reply('2025-05-19'), by(PROCURATORATE, '2025-05-20', 'close-suggestion'));
    expect(stateOf(c)).toBe('suggestion-closed');
  });
});
