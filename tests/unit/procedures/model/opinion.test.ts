// An opinion letter: due on the day the letter names, in two months where it names none; passed on with what it said.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../../schemas/command.ts';
import type { CaseDriver, Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE, PROCURATORATE, papers } from '../../../support/transfer-story.ts';

const HEALTH = '653023/health';
const REPLY = 'model-opinion-reply';

const by = (
  who: string,
  at: string,
  command: string,
  body: OpenBody = {},
  more: Partial<Told> = {},
): Told => ({
  as: `${who}/o-1`,
  at,
  command,
  body,
  ...more,
});
const letter = (at: string, command: string, replyBy?: string, more: OpenBody = {}): Told =>
  by(PROCURATORATE, at, command, {
    papers: papers('opinion-letter'),
    ...(replyBy ? { fields: { replyBy } } : {}),
    ...more,
  });
/** Issued to the insurance bureau on Tuesday 9 January 2024. */
const issued = (replyBy?: string): CaseDriver => {
  const c = modelCase();
  c.must(letter('2024-01-09T10:00:00+08:00', 'issue-opinion', replyBy, { to: [BUREAU] }));
  return c;
};

describe('the reply', () => {
  it('is due on the day the letter names, whatever day that is', () => {
    const c = issued('2024-02-10');
    expect(c.clock(REPLY)?.times.latestDueAt).toBe('2024-02-11T00:00:00+08:00');
    expect(c.clock(REPLY)?.setBy).toBe('2024-02-10');
  });

  it('is due in two months where the letter names none', () => {
    const c = issued();
    expect(c.clock(REPLY)?.times.latestDueAt).toBe('2024-03-12T00:00:00+08:00');
    expect(c.clock(REPLY)?.setBy).toBeUndefined();
  });

  it('is due in two months where a second letter names none, though the first did', () => {
    const c = issued('2024-02-10');
    c.must(
      by(BUREAU, '2024-02-01T10:00:00+08:00', 'reply-to-opinion'),
      letter('2024-02-05T10:00:00+08:00', 'issue-again'),
    );
    // 5 April is Qingming; the first day worked after it is Sunday 7 April.
    expect(c.clock(REPLY)?.times.latestDueAt).toBe('2024-04-08T00:00:00+08:00');
  });

  it('is refused for a day before the letter', () => {
    const c = modelCase();
    const decision = c.tell(
      letter('2024-01-09T10:00:00+08:00', 'issue-opinion', '2024-01-08', { to: [BUREAU] }),
    );
    expect(decision).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['replyBy'] });
  });

  it('runs from when it was recorded, whatever day the letter bears', () => {
    const c = modelCase();
    c.must({
      ...letter('2024-01-09T10:00:00+08:00', 'issue-opinion', undefined, { to: [BUREAU] }),
      recordedAt: '2024-01-15T09:00:00+08:00',
    });
    expect(c.clock(REPLY)?.startedAt).toBe('2024-01-15T09:00:00+08:00');
    expect(c.clock(REPLY)?.times.latestDueAt).toBe('2024-03-16T00:00:00+08:00');
  });

  it('is told of to the author and the addressee, and reminded to the addressee alone', () => {
    const c = issued();
    expect(told(c)).toEqual([
      `all ${BUREAU} model-opinion.opinion-issued`,
      `all ${PROCURATORATE} model-opinion.opinion-issued`,
      `open ${OFFICE} model-opinion.opinion-issued`,
    ]);
    reachAll(c, '2024-02-10T00:00:00+08:00');
    expect(told(c)).toEqual([
      `open ${OFFICE} model-opinion.limit-reminded`,
      `open ${BUREAU} model-opinion.limit-reminded`,
    ]);
    expect(dueLines(c, '2024-02-10T00:00:00+08:00')).toEqual([
      `close ${BUREAU} ${REPLY} until 2024-03-12T00:00:00+08:00`,
      `overdue ${BUREAU} model-opinion-receipt until 2024-01-12T00:00:00+08:00`,
    ]);
  });
});

describe('the receipt', () => {
  it('is a clock of its own, marked as the one about the open hand-over', () => {
    const c = issued();
    expect(c.clock('model-opinion-receipt')).toMatchObject({ receipt: true, obliged: BUREAU });
    expect(c.clock(REPLY)?.receipt).toBeUndefined();
    c.must(by(BUREAU, '2024-01-10T10:00:00+08:00', 'sign-for-opinion'));
    expect(c.handOffs()).toMatchObject([{ from: PROCURATORATE, to: BUREAU, outcome: 'received' }]);
    expect(c.clock('model-opinion-receipt')?.outcome).toBe('met');
  });
});

describe('passing it on', () => {
  const passedOn = () => {
    const c = issued();
    c.must(
      by(BUREAU, '2024-01-10T10:00:00+08:00', 'sign-for-opinion'),
      by(BUREAU, '2024-01-11T10:00:00+08:00', 'pass-on', { to: [HEALTH] }),
    );
    return c;
  };

  it('names what earlier entries said that goes along', () => {
    const started = passedOn()
      .entries.at(-1)
      ?.events.find((e) => e.type === 'hand-off-started');
    expect(started).toMatchObject({ from: BUREAU, to: HEALTH, hop: 2, passes: ['/title', '/summary'] });
  });

  it('keeps the former addressee, who still owes word of it', () => {
    const c = passedOn();
    expect(c.proceeding('model-opinion').roles).toMatchObject({
      addressee: [HEALTH],
      'former-addressee': [BUREAU],
    });
    expect(c.clock('model-passing-on')?.obliged).toBe(BUREAU);
    expect(c.answer(by(HEALTH, '2024-01-12T10:00:00+08:00', 'say-passed-on'))).toBe('NOT_YOUR_ROLE');
    c.must(by(BUREAU, '2024-01-12T10:00:00+08:00', 'say-passed-on'));
    expect(c.clock('model-passing-on')?.outcome).toBe('met');
  });

  it('is told in words', () => {
    const c = passedOn();
    c.must(by(HEALTH, '2024-01-12T10:00:00+08:00', 'sign-for-opinion'));
    expect(courseOf(c).slice(1)).toEqual([
      '2024-01-10 10:00 阿合奇县医疗保障局 签收 [签收检察意见 按期]',
      '2024-01-11 10:00 阿合奇县医疗保障局 转交 [签收检察意见 起算，至 2024-01-15 24时] [告知已转办 起算，至 2024-01-12 24时]',
      '2024-01-12 10:00 阿合奇县卫生健康委 签收 [签收检察意见 按期]',
    ]);
  });
});
