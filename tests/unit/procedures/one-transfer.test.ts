// One matter, one transfer to the police at a time (O310 5) and one filing (O310 8).
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by } from '../../support/criminal-story.ts';
import { notFiled, POLICE, papers, steps } from '../../support/transfer-story.ts';

const of = (proceeding: string, told: Told): Told => ({ ...told, proceeding });
const standing = (c: CaseDriver) => Object.values(c.state.proceedings).map(({ state }) => state);
const fileAfterReconsideration = (day: string): Told =>
  by(POLICE, day, 'file-after-reconsideration', {
    papers: papers('reconsideration-decision', 'filing-notice'),
  });

/** Not filed on Wednesday 6 March 2024, and sent anew on Monday 11 March. */
const sentAnew = (): CaseDriver => {
  const c = notFiled();
  c.must(
    steps.suspect('2024-03-11T09:00:00+08:00'),
    of('p2', steps.report('2024-03-11T10:00:00+08:00')),
    of('p2', steps.approve('2024-03-11T11:00:00+08:00')),
    of('p2', steps.handOver('2024-03-11T14:00:00+08:00')),
    of('p2', steps.sign('2024-03-11T15:00:00+08:00')),
    of('p2', steps.review('2024-03-11T16:00:00+08:00')),
  );
  return c;
};

describe('同一案件重新移送', () => {
  it('is filed upon the one or the other, never upon both', () => {
    const c = sentAnew();
    c.must(of('p2', steps.file('2024-03-12T09:00:00+08:00')));
    const before = c.state;
    expect(c.tell(of('p1', steps.file('2024-03-12T10:00:00+08:00')))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['not-filed-elsewhere'],
    });
    expect(c.state).toBe(before);
    const first = sentAnew();
    first.must(of('p1', steps.file('2024-03-12T09:00:00+08:00')));
    expect(first.tell(of('p2', steps.file('2024-03-12T10:00:00+08:00')))).toMatchObject({
      details: ['not-filed-elsewhere'],
    });
    // What is not filed there may still be declined, or sent back.
    first.must(of('p2', steps.refuse('2024-03-12T10:00:00+08:00')));
  });

  it('nor on reconsideration of the first', () => {
    const c = notFiled();
    c.must(
      steps.suspect('2024-03-07T09:00:00+08:00'),
      of('p1', steps.reconsider('2024-03-08T09:00:00+08:00')),
      of('p2', steps.report('2024-03-08T10:00:00+08:00')),
      of('p2', steps.approve('2024-03-08T11:00:00+08:00')),
      of('p2', steps.handOver('2024-03-08T14:00:00+08:00')),
      of('p2', steps.sign('2024-03-08T15:00:00+08:00')),
      of('p2', steps.review('2024-03-08T16:00:00+08:00')),
      of('p2', steps.file('2024-03-11T09:00:00+08:00')),
    );
    expect(c.tell(of('p1', fileAfterReconsideration('2024-03-11')))).toMatchObject({
      details: ['not-filed-elsewhere'],
    });
    expect(
      Object.values(c.state.clocks).filter(({ limit }) => limit === 'fwd-property-handover'),
    ).toHaveLength(1);
  });

  it('may be filed upon the other once the first filing was withdrawn', () => {
    const c = sentAnew();
    c.must(
      of('p2', steps.file('2024-03-12T09:00:00+08:00')),
      of('p2', by(POLICE, '2024-04-12', 'withdraw-case', { reasonCode: 'no-crime' }, { with: ['reason'] })),
      of('p1', steps.file('2024-04-15T09:00:00+08:00')),
    );
    expect(standing(c)).toEqual(['filed', 'withdrawn']);
  });
});
