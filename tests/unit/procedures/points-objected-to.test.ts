// Points that were told may be objected to in the ten working days of the notice, wherever they have come to by then (ZF48J 41); the
// objection is against what was told last before it. Calendar of 2025.
import { describe, expect, it } from 'vitest';
import { allOffered } from '../../../case/steps/offered.ts';
import { law } from '../../../law/law.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { AGENCY, begun, by, head, papers, withReason } from '../../support/measure-story.ts';

const P1 = { proceeding: 'p1' };
const found = (day: string, more: Told['body'] = {}): Told =>
  by(AGENCY, day, 'establish-responsibility', { body: { fields: { decisionReceivedOn: day }, ...more } });
const points = (day: string, many: number): Told =>
  by(AGENCY, day, 'record-points', { body: { fields: { points: many } }, ...P1 });
const check = (day: string): Told => by(AGENCY, day, 'check-total', P1);
const NOTICE = { body: { papers: papers('points-notice') } };
const issue = (day: string): Told => by(AGENCY, day, 'issue-points-notice', { ...NOTICE, ...P1 });
const suspend = (day: string, months: number): Told =>
  head(AGENCY, day, 'suspend-eligibility', {
    body: { ...NOTICE.body, fields: { suspendedMonths: months } },
  });
const terminate = (day: string): Told => head(AGENCY, day, 'terminate-eligibility', NOTICE);
const serve = (day: string): Told => by(AGENCY, day, 'serve-points-notice', P1);
const lock = (day: string): Told => by(AGENCY, day, 'lock-nationwide', P1);
const object = (day: string): Told =>
  by(AGENCY, day, 'register-objection', { body: { papers: papers('points-objection') }, ...P1 });
const apply = (day: string): Told =>
  by(AGENCY, day, 'apply-for-recovery', { body: { papers: papers('recovery-application') } });
const adjust = (c: CaseDriver, day: string, off?: number): Told =>
  head(AGENCY, day, 'adjust-points', {
    proceeding: c.proceeding('eligibility-objection').proceeding,
    ...withReason(off === undefined ? {} : { fields: { pointsTakenOff: off } }),
  });

const opened = (day: string, many: number): readonly Told[] => [
  {
    ...found(day, { newSubjects: [{ subject: 's1', kind: 'person' }] }),
    procedure: 'payment-eligibility',
  },
  points(day, many),
];
/** Ten points, suspended for a month, told on Friday 7 March: objected to until Friday 21 March. */
const told = (...more: Told[]): CaseDriver =>
  begun(
    ...opened('2025-03-04', 10),
    check('2025-03-04'),
    suspend('2025-03-06', 1),
    serve('2025-03-07'),
    ...more,
  );
const suspended = (...more: Told[]): CaseDriver => told(lock('2025-03-07'), ...more);
/** Of one decision, noticed and told. */
const noted = (many: number): CaseDriver =>
  begun(...opened('2025-03-04', many), check('2025-03-04'), issue('2025-03-05'), serve('2025-03-07'));

const procedure = law.newestProcedure('payment-eligibility');
if (!procedure) throw new Error('no payment-eligibility');
/** Every state that points come to once they were told. */
const afterwards = (): readonly string[] => {
  const targets = (state: string, only?: string): string[] =>
    allOffered(procedure, state).flatMap(({ name, target }) =>
      only === undefined || name === only
        ? [target.to, target.else].filter((to): to is string => typeof to === 'string')
        : [],
    );
  const reached = new Set(
    Object.keys(procedure.states).flatMap((state) => targets(state, 'serve-points-notice')),
  );
  for (const state of reached) for (const to of targets(state)) reached.add(to);
  return [...reached];
};

describe('对记分的书面申诉', () => {
  it.each(afterwards().map((state) => [procedure.states[state]?.title.zh ?? state, state] as const))(
    'is taken where points were told that are now: %s',
    (_, state) => {
      expect(allOffered(procedure, state).map(({ name }) => name)).toContain('register-objection');
    },
  );

  it.each<readonly [string, string, () => CaseDriver]>([
    ['suspended and not locked yet', 'suspension-served', () => told()],
    ['found responsible again', 'found', () => suspended(found('2025-03-10'))],
    [
      'given points again that were not told yet',
      'total-to-check',
      () => suspended(found('2025-03-10'), points('2025-03-10', 1)),
    ],
    ['asking for its status back', 'suspended-assessing', () => suspended(apply('2025-03-18'))],
    [
      'assessed, its suspension not over',
      'recovery-granted',
      () => suspended(apply('2025-03-18'), head(AGENCY, '2025-03-18', 'pass-assessment')),
    ],
    [
      'to be ended by points of another finding',
      'termination-due',
      () => suspended(found('2025-03-10'), points('2025-03-10', 2)),
    ],
    [
      'with the end not told yet',
      'terminated-one-year',
      () => suspended(found('2025-03-10'), points('2025-03-10', 2), terminate('2025-03-11')),
    ],
    [
      'off the register',
      'cancelled',
      () => suspended(by(AGENCY, '2025-03-10', 'cancel-registration', withReason())),
    ],
    [
      'restored after a first objection',
      'normal',
      () => {
        const c = suspended(object('2025-03-10'));
        c.must(adjust(c, '2025-03-11', 5), { ...head(AGENCY, '2025-03-12', 'restore-eligibility'), ...P1 });
        return c;
      },
    ],
  ])('of a person %s is taken in the ten working days', (_, state, story) => {
    const c = story();
    expect(c.state.proceedings['p1']?.state).toBe(state);
    expect(c.answer(object('2025-03-21'))).toBe('ok');
  });

  it('is refused before anything was told, and on the record once the days have passed, wherever the points are', () => {
    const early = begun(...opened('2025-03-04', 10), check('2025-03-04'));
    expect(early.tell(object('2025-03-05'))).toMatchObject({ details: ['has-been-told'] });
    const late = suspended(by(AGENCY, '2025-03-10', 'cancel-registration', withReason()));
    expect(late.clock('elig-objection')?.status).toBe('running');
    late.onRecord();
    expect(late.tell(object('2025-03-24'))).toMatchObject({ code: 'RIGHT_LAPSED' });
  });

  it('is against what was told, not against what was found since: of December, it takes off points of December', () => {
    const c = begun(
      ...opened('2025-12-22', 8),
      check('2025-12-22'),
      issue('2025-12-23'),
      serve('2025-12-24'),
      { ...found('2026-01-05'), ...P1 },
    );
    c.must(object('2026-01-06'));
    // None were given in January so far; eight may be taken off all the same.
    expect(c.tell(adjust(c, '2026-01-06', 9))).toMatchObject({ details: ['no-more-than-given'] });
    c.must(adjust(c, '2026-01-06', 8), points('2026-01-07', 8), check('2026-01-07'), issue('2026-01-08'));
    c.must(serve('2026-01-09'), { ...found('2026-02-02'), ...P1 }, points('2026-02-02', 4));
    // Eight and four of 2026.
    expect(c.state.proceedings['p1']?.state).toBe('termination-due');
  });

  it('to a suspension, lodged when another finding had begun, shortens it; one to the later notice does not', () => {
    const shorten = head(
      AGENCY,
      '2026-01-12',
      'shorten-suspension',
      withReason({ fields: { suspendedMonths: 1 } }),
    );
    const story = (first: string): CaseDriver => {
      const c = begun(
        ...opened('2025-12-29', 9),
        check('2025-12-29'),
        suspend('2025-12-29', 3),
        serve('2025-12-30'),
        lock('2025-12-30'),
        { ...found('2026-01-05'), ...P1 },
      );
      const objected = (day: string): void => {
        c.must(object(day));
        c.must(adjust(c, day));
      };
      if (first === 'before') objected('2026-01-06');
      c.must(points('2026-01-07', 2), check('2026-01-07'), issue('2026-01-07'), serve('2026-01-08'));
      if (first === 'after') objected('2026-01-09');
      return c;
    };
    expect(story('before').answer({ ...shorten, ...P1 })).toBe('ok');
    expect(story('after').tell({ ...shorten, ...P1 })).toMatchObject({ details: ['may-be-shortened'] });
  });

  it('takes a small notice back to nothing after the person left', () => {
    const c = noted(3);
    c.must(by(AGENCY, '2025-03-10', 'cancel-registration', withReason()), object('2025-03-11'));
    c.must(adjust(c, '2025-03-12', 3));
    // Twelve less three in the new registration would not end it.
    c.must(
      { ...found('2025-06-03', { subjects: ['s1'] }), procedure: 'payment-eligibility' },
      { ...points('2025-06-03', 9), proceeding: 'p3' },
    );
    expect(c.proceeding('payment-eligibility').state).toBe('total-to-check');
  });
});
