// A meeting each quarter: kept, missed, held late; and its resolutions.
import { describe, expect, it } from 'vitest';
import { nextMomentsOf } from '../../../../case/next-moments.ts';
import type { OpenBody } from '../../../../schemas/command.ts';
import type { CaseDriver, Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE, POLICE } from '../../../support/transfer-story.ts';

const HEALTH = '653023/health';
const by = (day: string, command: string, body: OpenBody = {}, who = BUREAU): Told => ({
  as: `${who}/o-1`,
  at: `${day}T10:00:00+08:00`,
  command,
  body,
});
/** Founded on Monday 5 February 2024. */
const founded = (): CaseDriver => {
  const c = modelCase();
  c.must(by('2024-02-05', 'found-group'));
  return c;
};
/** `1 met`, `2 open` …: the quarters, and what became of each. */
const quarters = (c: CaseDriver): string[] =>
  Object.values(c.state.clocks)
    .filter(({ limit }) => limit === 'model-quarterly-meeting')
    .map(({ clock, outcome }) => `${clock.split('/')[2]} ${outcome ?? 'open'}`);
const ends = (c: CaseDriver): (string | null)[] =>
  Object.values(c.state.clocks).map(({ times }) => times.latestDueAt?.slice(0, 10) ?? null);

describe('a meeting each quarter', () => {
  it('is due by the end of the quarter the group was founded in', () => {
    expect(dueLines(founded(), '2024-02-06T00:00:00+08:00')).toEqual([
      `running ${BUREAU} model-quarterly-meeting until 2024-04-01T00:00:00+08:00`,
    ]);
  });

  it('once held begins anew with the next quarter, and a second in the same quarter counts for nothing more', () => {
    const c = founded();
    c.must(by('2024-03-01', 'hold-meeting'));
    expect(quarters(c)).toEqual(['1 met', '2 open']);
    expect(c.clock('model-quarterly-meeting')?.startedAt).toBe('2024-04-01T00:00:00+08:00');
    c.must(by('2024-03-20', 'hold-meeting'));
    expect(quarters(c)).toEqual(['1 met', '2 open']);
  });

  it('missed is a breach of what was agreed, and the next quarter has begun all the same', () => {
    const c = founded();
    const reached = reachAll(c, '2024-04-01T00:00:00+08:00');
    expect(reached.map(({ type }) => type).slice(-2)).toEqual(['limit-overdue', 'clock-started']);
    expect(quarters(c)).toEqual(['1 open', '2 open']);
    expect(ends(c)).toEqual(['2024-04-01', '2024-07-01']);
    expect(told(c)).toEqual([
      `open ${OFFICE} model-group.limit-overdue`,
      `open ${BUREAU} model-group.limit-overdue`,
    ]);
    expect(dueLines(c, '2024-04-02T00:00:00+08:00')).toEqual([
      `overdue ${BUREAU} model-quarterly-meeting until 2024-04-01T00:00:00+08:00`,
      `running ${BUREAU} model-quarterly-meeting until 2024-07-01T00:00:00+08:00`,
    ]);
    expect(nextMomentsOf(c.state).map(({ clock, moment }) => `${clock} ${moment}`)).toEqual([
      'p1/model-quarterly-meeting/1 escalate-2',
      'p1/model-quarterly-meeting/2 remind-1',
    ]);
  });

  it('held late ends the missed quarter as breached and is kept for its own', () => {
    const c = founded();
    reachAll(c, '2024-04-01T00:00:00+08:00');
    c.must(by('2024-04-10', 'hold-meeting'));
    expect(quarters(c)).toEqual(['1 breached', '2 met', '3 open']);
    expect(courseOf(c).at(-1)).toBe(
      '2024-04-10 10:00 阿合奇县医疗保障局 召开例会 [每季度例会 超过约定] [每季度例会 按期] [每季度例会 起算，至 2024-09-30 24时]',
    );
  });

  it('counts the same though nobody was there to say that the quarter was over', () => {
    const c = founded();
    c.must(by('2024-04-10', 'hold-meeting'));
    expect(quarters(c)).toEqual(['1 breached', '2 met', '3 open']);
    expect(ends(c)).toEqual(['2024-04-01', '2024-07-01', '2024-10-01']);
  });

  it('missed twice is missed twice', () => {
    const c = founded();
    c.must(by('2024-08-01', 'hold-meeting'));
    expect(quarters(c)).toEqual(['1 breached', '2 breached', '3 met', '4 open']);
  });

  it('recorded late for a quarter that is over is kept for that quarter alone', () => {
    const c = founded();
    reachAll(c, '2024-04-01T00:00:00+08:00');
    c.must({ ...by('2024-03-29', 'hold-meeting'), recordedAt: '2024-04-03T10:00:00+08:00' });
    expect(quarters(c)).toEqual(['1 met', '2 open']);
  });

  it('is owed no more once the group is dissolved, save what was missed', () => {
    const c = founded();
    reachAll(c, '2024-04-01T00:00:00+08:00');
    c.must(by('2024-04-02', 'dissolve-group'));
    expect(quarters(c)).toEqual(['1 breached', '2 moot']);
    const unwatched = founded();
    unwatched.must(by('2024-08-01', 'dissolve-group'));
    expect(quarters(unwatched)).toEqual(['1 breached', '2 breached', '3 moot']);
  });
});

describe('its resolutions', () => {
  const adopted = () => {
    const c = founded();
    c.must(
      by('2024-03-01', 'hold-meeting'),
      by('2024-03-01', 'adopt-resolution', { to: [HEALTH, POLICE], fields: { dueOn: '2024-04-15' } }),
    );
    return c;
  };

  it('are children, one for each owner, due on the day that was set', () => {
    const c = adopted();
    const children = Object.values(c.state.proceedings).filter((p) => p.procedure === 'model-resolution');
    expect(children.map((p) => [p.parent, p.roles['owner'], p.fields])).toEqual([
      ['p1', [HEALTH], { dueOn: '2024-04-15' }],
      ['p1', [POLICE], { dueOn: '2024-04-15' }],
    ]);
    expect(dueLines(c, '2024-03-02T00:00:00+08:00')).toEqual([
      `running ${HEALTH} model-resolution until 2024-04-16T00:00:00+08:00`,
      `running ${POLICE} model-resolution until 2024-04-16T00:00:00+08:00`,
    ]);
  });

  it('are reported by their owner and confirmed by the convener', () => {
    const c = adopted();
    c.must({ ...by('2024-04-10', 'report-done', {}, HEALTH), proceeding: 'p2' });
    expect(c.answer({ ...by('2024-04-11', 'confirm-done', {}, HEALTH), proceeding: 'p2' })).toBe(
      'NOT_YOUR_ROLE',
    );
    c.must({ ...by('2024-04-11', 'confirm-done'), proceeding: 'p2' });
    reachAll(c, '2024-04-16T00:00:00+08:00');
    expect(dueLines(c, '2024-04-16T00:00:00+08:00')).toContain(
      `overdue ${POLICE} model-resolution until 2024-04-16T00:00:00+08:00`,
    );
  });
});
