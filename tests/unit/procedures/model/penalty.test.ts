// A penalty of ninety days: prolonged twice, standing still while an appraisal or a hearing goes on, with a notice seven working
// days before the hearing, and a fine that a party owes.
import { describe, expect, it } from 'vitest';
import { nextMomentsOf } from '../../../../case/next-moments.ts';
import type { OpenBody } from '../../../../schemas/command.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { CaseDriver, Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE, papers } from '../../../support/transfer-story.ts';

const DECISION = 'model-penalty-decision';

/** By an officer; the head where a rank is asked for. */
const by = (day: string, command: string, body: OpenBody = {}, officer = 'o-1'): Told => ({
  as: `${BUREAU}/${officer}`,
  at: day.length === 10 ? `${day}T10:00:00+08:00` : day,
  command,
  body,
});

/** Filed on Monday 4 March 2024: the ninety days end with Monday 3 June, for 2 June is a Sunday. */
const filed = (): CaseDriver => {
  const c = modelCase();
  c.must(by('2024-03-04', 'file-model-penalty', { newSubjects: [{ subject: 's1', kind: 'institution' }] }));
  return c;
};
const until = (c: CaseDriver): Instant | null | undefined => c.clock(DECISION)?.times.latestDueAt;
const prolong = (day: string, id: string, approver: OpenBody['approver'], extensionTo?: number): Told =>
  by(
    day,
    'prolong-decision',
    { extension: id, ...(approver ? { approver } : {}), ...(extensionTo ? { extensionTo } : {}) },
    'head',
  );

describe('ninety days to decide', () => {
  it('run from the day after the filing and roll off a Sunday', () => {
    const c = filed();
    expect(until(c)).toBe('2024-06-04T00:00:00+08:00');
    expect(told(c)).toEqual([
      `all ${BUREAU} model-penalty.penalty-filed`,
      `open ${OFFICE} model-penalty.penalty-filed`,
    ]);
    expect(dueLines(c, '2024-03-05T00:00:00+08:00')).toEqual([
      `running ${BUREAU} ${DECISION} until 2024-06-04T00:00:00+08:00`,
    ]);
  });

  it('become 120 with the head, and then as many up to 180 as those in charge decide together', () => {
    const c = filed();
    c.must(prolong('2024-05-20', 'first-prolongation', 'head'));
    expect(until(c)).toBe('2024-07-03T00:00:00+08:00');
    c.must(prolong('2024-06-20', 'second-prolongation', 'collective', 150));
    expect(until(c)).toBe('2024-08-02T00:00:00+08:00');
  });

  it.each([
    ['the second before the first', [prolong('2024-05-20', 'second-prolongation', 'collective', 150)]],
    ['the first by a collective', [prolong('2024-05-20', 'first-prolongation', 'collective')]],
    [
      'the second by the head',
      [
        prolong('2024-05-20', 'first-prolongation', 'head'),
        prolong('2024-05-21', 'second-prolongation', 'head', 150),
      ],
    ],
    [
      'the second beyond 180 days',
      [
        prolong('2024-05-20', 'first-prolongation', 'head'),
        prolong('2024-05-21', 'second-prolongation', 'collective', 181),
      ],
    ],
    [
      'the second without saying how long',
      [
        prolong('2024-05-20', 'first-prolongation', 'head'),
        prolong('2024-05-21', 'second-prolongation', 'collective'),
      ],
    ],
    [
      'the second for no day more',
      [
        prolong('2024-05-20', 'first-prolongation', 'head'),
        prolong('2024-05-21', 'second-prolongation', 'collective', 120),
      ],
    ],
    [
      'the first twice',
      [
        prolong('2024-05-20', 'first-prolongation', 'head'),
        prolong('2024-05-21', 'first-prolongation', 'head'),
      ],
    ],
    ['once they are over', [prolong('2024-06-04', 'first-prolongation', 'head')]],
  ])('are not prolonged: %s', (_, tries) => {
    const c = filed();
    c.must(...tries.slice(0, -1));
    expect(c.answer(tries.at(-1) as Told)).toBe('EXTENSION_NOT_ALLOWED');
  });

  it('remind, are breached at their very end, and are taken to the next rung', () => {
    const c = filed();
    expect(
      reachAll(c, '2024-06-20T00:00:00+08:00').map(({ type, at }) => `${at.slice(0, 10)} ${type}`),
    ).toEqual([
      '2024-04-19 limit-reminded',
      '2024-05-16 limit-reminded',
      '2024-06-04 limit-overdue',
      '2024-06-07 limit-escalated',
      '2024-06-12 limit-escalated',
    ]);
    expect(dueLines(c, '2024-06-04T00:00:00+08:00')).toEqual([
      `overdue ${BUREAU} ${DECISION} until 2024-06-04T00:00:00+08:00`,
    ]);
    c.must(by('2024-06-21', 'decide-penalty', {}, 'head'));
    expect(c.clock(DECISION)?.outcome).toBe('breached');
  });
});

describe('an appraisal and a hearing', () => {
  const [A, a, B, b] = ['begin-appraisal', 'end-appraisal', 'begin-hearing', 'end-hearing'];
  const days = ['2024-03-11', '2024-03-15', '2024-03-18', '2024-03-20'];

  // 11 to 15 and 18 to 20 March are eight days, 11 to 20 March ten: made up after 2 June they end with 10 June, which is
  // Dragon Boat Day, and with 12 June.
  it.each([
    [[A, a, B, b], ['paused', 'running', 'paused', 'running'], '2024-06-12'],
    [[B, b, A, a], ['paused', 'running', 'paused', 'running'], '2024-06-12'],
    [[A, B, a, b], ['paused', 'paused', 'paused', 'running'], '2024-06-13'],
    [[A, B, b, a], ['paused', 'paused', 'paused', 'running'], '2024-06-13'],
    [[B, A, a, b], ['paused', 'paused', 'paused', 'running'], '2024-06-13'],
    [[B, A, b, a], ['paused', 'paused', 'paused', 'running'], '2024-06-13'],
  ])('in the order %j leave the clock %j', (order, standing, ends) => {
    const c = filed();
    const seen = order.map((command, n) => {
      c.must(by(days[n] as string, command as string));
      return c.clock(DECISION)?.status;
    });
    expect(seen).toEqual(standing);
    expect(until(c)).toBe(`${ends}T00:00:00+08:00`);
  });

  it('have no moment while the clock stands still, and are shown as such', () => {
    const c = filed();
    c.must(
      by('2024-05-30', 'begin-appraisal'),
      by('2024-05-31', 'begin-hearing'),
      by('2024-06-01', 'end-appraisal'),
    );
    expect(nextMomentsOf(c.state)).toEqual([]);
    expect(reachAll(c, '2024-12-31T00:00:00+08:00')).toEqual([]);
    expect(dueLines(c, '2024-07-01T00:00:00+08:00')).toEqual([
      `paused ${BUREAU} ${DECISION} until 2024-06-04T00:00:00+08:00`,
    ]);
    c.must(by('2024-07-01', 'end-hearing'));
    expect(nextMomentsOf(c.state).length).toBe(1);
  });

  it('cannot begin twice, nor end before they began', () => {
    const c = filed();
    expect(c.answer(by('2024-03-11', 'end-hearing'))).toBe('NO_SUCH_CLOCK');
    c.must(by('2024-03-11', 'begin-appraisal'));
    expect(c.answer(by('2024-03-12', 'begin-appraisal'))).toBe('NO_SUCH_CLOCK');
    expect(c.answer(by('2024-03-12', 'end-hearing'))).toBe('NO_SUCH_CLOCK');
  });

  it('keep the decision in time where one begins while the other still holds the clock', () => {
    const c = filed();
    c.must(
      by('2024-05-30', 'begin-appraisal'),
      // The ninety days would have ended with 3 June; they have stood still since 30 May.
      by('2024-06-05', 'begin-hearing'),
      by('2024-06-10', 'end-appraisal'),
      by('2024-06-20', 'decide-penalty', {}, 'head'),
    );
    expect(c.clock(DECISION)?.outcome).toBe('met');
  });

  it('leave room to prolong what stands still, though its old end has passed', () => {
    const c = filed();
    c.must(
      by('2024-05-30', 'begin-appraisal'),
      prolong('2024-06-05', 'first-prolongation', 'head'),
      by('2024-06-10', 'end-appraisal'),
    );
    // 120 days end with 2 July; twelve days were lost to the appraisal, and 14 July is a Sunday.
    expect(until(c)).toBe('2024-07-16T00:00:00+08:00');
  });

  it('do not save what was late before they began', () => {
    const c = filed();
    c.must(by('2024-06-05', 'begin-appraisal'), by('2024-06-20', 'decide-penalty', {}, 'head'));
    expect(c.clock(DECISION)?.outcome).toBe('breached');
  });
});

describe('notice of a hearing', () => {
  const heard = (day: string, hearingOn: string) => {
    const c = modelCase();
    c.must(
      by(day, 'file-model-penalty', { newSubjects: [{ subject: 's1' }] }),
      by(day, 'set-hearing', { fields: { hearingOn } }),
    );
    return { c, times: c.clock('model-hearing-notice')?.times };
  };
  /** The last day it can be served on, by the strict and by the latest reading. */
  const lastDays = (day: string, hearingOn: string) => {
    const { times } = heard(day, hearingOn);
    return [times?.strictDueAt, times?.latestDueAt].map((at) =>
      new Date(Date.parse(at as string) - 1).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }),
    );
  };

  it.each([
    ['an ordinary fortnight: a Sunday stays, nothing is rolled', '2024-03-01', '2024-03-20', '2024-03-10'],
    ['a Saturday that is worked counts', '2024-04-25', '2024-05-20', '2024-05-09'],
    [
      'the week of National Day is left out, 29 September is worked',
      '2024-09-02',
      '2024-10-10',
      '2024-09-24',
    ],
    [
      'a hearing on a rest day is no other than on the Monday after it',
      '2024-03-01',
      '2024-03-17',
      '2024-03-06',
    ],
  ])('leaves seven whole working days before it: %s', (_, set, hearing, last) => {
    expect(lastDays(set, hearing)).toEqual([last, last]);
  });

  it('is due earlier by the strict reading where the region has days off of its own', () => {
    expect(lastDays('2024-06-03', '2024-06-24')).toEqual(['2024-06-06', '2024-06-12']);
  });

  it('is in time to the last day and late on the next', () => {
    const served = (day: string) => {
      const { c } = heard('2024-03-01', '2024-03-20');
      c.must(by(day, 'serve-hearing-notice', { papers: papers('hearing-notice') }));
      return c.clock('model-hearing-notice')?.outcome;
    };
    expect(served('2024-03-10T23:59:59+08:00')).toBe('met');
    expect(served('2024-03-11T00:00:00+08:00')).toBe('breached');
  });

  it('begins anew with another day, and is late at once where the day is too near', () => {
    const { c } = heard('2024-03-01', '2024-03-20');
    c.must(by('2024-03-04', 'set-hearing', { fields: { hearingOn: '2024-03-07' } }));
    expect(dueLines(c, '2024-03-04T12:00:00+08:00')).toContain(
      `overdue ${BUREAU} model-hearing-notice until 2024-02-27T00:00:00+08:00`,
    );
  });

  it('is refused for a day that has passed, and without a day', () => {
    const { c } = heard('2024-03-01', '2024-03-20');
    const passed = c.tell(by('2024-03-21', 'set-hearing', { fields: { hearingOn: '2024-03-20' } }));
    expect(passed).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['hearingOn'] });
    const none = c.tell(by('2024-03-21', 'set-hearing'));
    expect(none).toMatchObject({ ok: false, code: 'FIELD_REQUIRED', details: ['hearingOn'] });
  });
});

describe('a fine that a party owes', () => {
  const decided = () => {
    const c = filed();
    c.must(by('2024-03-08', 'decide-penalty', {}, 'head'));
    return c;
  };

  it('stands in the due list under the party, with the calendar of the region of the case', () => {
    const c = decided();
    expect(c.clock('model-fine-payment')?.region).toBe('653023');
    expect(dueLines(c, '2024-03-25T00:00:00+08:00')).toEqual([
      'close s1 model-fine-payment until 2024-03-26T00:00:00+08:00',
    ]);
    expect(dueLines(c, '2024-03-26T00:00:00+08:00')).toEqual([
      'overdue s1 model-fine-payment until 2024-03-26T00:00:00+08:00',
    ]);
  });

  it('is never chased: no moment is planned, nobody is told', () => {
    const c = decided();
    expect(nextMomentsOf(c.state)).toEqual([]);
    expect(reachAll(c, '2025-01-01T00:00:00+08:00')).toEqual([]);
  });

  it('is told in words', () => {
    const c = decided();
    c.must(by('2024-04-01', 'note-payment'));
    expect(courseOf(c)).toEqual([
      '2024-03-04 10:00 阿合奇县医疗保障局 立案 [作出处罚决定 起算，至 2024-06-03 24时]',
      '2024-03-08 10:00 阿合奇县医疗保障局 作出处罚决定 [作出处罚决定 按期] [缴纳罚款 起算，至 2024-03-25 24时]',
      '2024-04-01 10:00 阿合奇县医疗保障局 登记缴款 [缴纳罚款 逾期]',
    ]);
  });
});
