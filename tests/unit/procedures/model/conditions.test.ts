// Every kind of condition: when it lets pass, and when it does not.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../../schemas/command.ts';
import { type Instant, plusMillis } from '../../../../schemas/instant.ts';
import { ids } from '../../../fixtures/procedures/every-condition.ts';
import type { CaseDriver, Told } from '../../../support/case-driver.ts';
import { courseOf, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE } from '../../../support/transfer-story.ts';

/** Begun on Monday 4 March 2024: five working days end with the 11th, ten with the 18th. */
const START: Instant = '2024-03-04T09:00:00+08:00';
/** Of two in the case it concerns the first. */
const ABOUT: OpenBody = { newSubjects: [{ subject: 's8' }, { subject: 's9' }], subjects: ['s8'] };
const step = (command: string, body: OpenBody = {}, more: Partial<Told> = {}) => ({ command, body, ...more });
type Step = ReturnType<typeof step>;

/** Takes the steps an hour apart, p1 where none is named. */
const begun = (about: OpenBody, steps: readonly Step[]): { c: CaseDriver; at: Instant } => {
  const c = modelCase();
  c.must({ as: `${BUREAU}/o-1`, at: START, command: 'begin-asking', body: about });
  let at = START;
  for (const one of steps) {
    at = one.at ?? plusMillis(at, 3_600_000);
    c.must({ as: `${BUREAU}/o-1`, ...(one.procedure ? {} : { proceeding: 'p1' }), ...one, at });
  }
  return { c, at };
};
const afterwards = (...steps: Step[]) => begun({}, steps);
const asks = (id: string, steps: Step[], as = 'o-1', at?: Instant, names?: string): string => {
  const made = begun(names ? ABOUT : {}, steps);
  return made.c.answer({
    as: `${BUREAU}/${as}`,
    at: at ?? plusMillis(made.at, 3_600_000),
    command: `ask-${id}`,
    proceeding: 'p1',
    ...(names ? { body: { subjects: [names] } } : {}),
  });
};

const help = (body: string, region = '653023') => step('ask-help', { to: [`${region}/${body}`] });
const official = (publicOfficial?: true) =>
  step('do-it', {
    newSubjects: [{ subject: 's1', kind: 'person', ...(publicOfficial ? { publicOfficial } : {}) }],
  });
const subjects = (...kinds: ('institution' | 'person')[]) =>
  step('do-it', { newSubjects: kinds.map((kind, at) => ({ subject: `s${at + 1}`, kind })) });
const points = (count: number, at?: Instant) =>
  step('do-it', { fields: { points: count } }, at ? { at } : {});
const NEXT_YEAR = '2025-01-02T09:00:00+08:00';
const doIt = (fields?: OpenBody['fields']) => step('do-it', fields ? { fields } : {});
const band = (fraudBand: string) => doIt({ fraudBand });
const anew = step('begin-anew');
const open = step('open-child');
const endChild = (proceeding: string) => step('end-child', {}, { proceeding });
const childDoes = step('child-does-it', {}, { proceeding: 'p2' });
/** Another one of the same procedure beside it. */
const another = step('begin-asking', {}, { procedure: 'model-every-condition' });
const standStill = (at: Instant) => step('stand-still', {}, { at });
const LATE = '2024-03-12T00:00:00+08:00';
const LATER = '2024-03-19T00:00:00+08:00';

/** Each condition after steps that let it pass, and after others that do not; asked when and by whom, where that matters. */
type Case = {
  id: string;
  passes: Step[];
  refuses: Step[];
  at?: Instant;
  as?: string;
  refusedAt?: Instant;
  /** Whom the command names. */
  names?: string;
  refusedNames?: string;
};
const BY_THEN = '2024-03-20T09:00:00+08:00';
/** Standing still undoes nothing that is overdue, and lets nothing become so. */
const stoodStill = {
  passes: [standStill('2024-03-13T09:00:00+08:00')],
  refuses: [standStill('2024-03-11T09:00:00+08:00')],
  at: BY_THEN,
  refusedAt: BY_THEN,
};
const CASES: readonly Case[] = [
  { id: 'happened', passes: [doIt()], refuses: [] },
  { id: 'happened-twice', passes: [doIt(), doIt()], refuses: [doIt()] },
  { id: 'happened-since', passes: [doIt(), anew, doIt()], refuses: [doIt(), anew] },
  { id: 'happened-since', passes: [doIt()], refuses: [] },
  {
    id: 'happened-in-a-child',
    passes: [open, step('child-does-it', {}, { proceeding: 'p2' })],
    refuses: [open],
  },
  { id: 'never-happened', passes: [], refuses: [doIt()] },
  { id: 'is-overdue', passes: [], refuses: [], at: LATE, refusedAt: '2024-03-11T23:59:59+08:00' },
  { id: 'is-overdue', ...stoodStill },
  { id: 'has-passed', passes: [], refuses: [], at: LATER, refusedAt: LATE },
  { id: 'is-within', passes: [], refuses: [], at: '2024-03-11T23:59:59+08:00', refusedAt: LATE },
  { id: 'has-passed', ...stoodStill },
  { id: 'has-ended', passes: [step('do-duty')], refuses: [doIt()], refusedAt: LATER },
  { id: 'field-is-there', passes: [doIt({ grade: 'light' })], refuses: [doIt()] },
  {
    id: 'field-is-grave',
    passes: [doIt({ grade: 'light' }), doIt({ grade: 'grave' })],
    refuses: [doIt({ grade: 'grave' }), doIt({ grade: 'light' })],
  },
  // What another command said since does not count, nor what the same one said before.
  {
    id: 'field-was-said-grave',
    passes: [doIt({ grade: 'grave' }), step('open-as-said', { fields: { grade: 'light' } })],
    refuses: [doIt({ grade: 'grave' }), doIt()],
  },
  { id: 'amount-at-least', passes: [doIt({ amount: '5000' })], refuses: [doIt({ amount: '4999' })] },
  { id: 'amount-at-least', passes: [doIt({ amount: '90000000000000000000' })], refuses: [] },
  // 数额特别巨大 stands above 数额巨大 as the law has it; the name that comes first in the alphabet does not.
  { id: 'band-at-least', passes: [band('especially-huge')], refuses: [band('large')] },
  { id: 'band-at-least', passes: [band('large'), band('huge')], refuses: [band('huge'), band('below')] },
  { id: 'band-at-least', passes: [band('huge')], refuses: [] },
  {
    id: 'list-holds',
    passes: [doIt({ wards: ['surgery', 'oncology'] })],
    refuses: [doIt({ wards: ['oncology'] })],
  },
  {
    id: 'list-holds-nothing-but',
    passes: [doIt({ wards: ['surgery'] })],
    refuses: [doIt({ wards: ['surgery', 'cardiology'] })],
  },
  { id: 'field-is-absent', passes: [doIt()], refuses: [doIt({ wards: ['oncology'] })] },
  // On or after the first day, and before the second.
  {
    id: 'field-is-of-those-days',
    passes: [doIt({ seenOn: '2024-03-05' })],
    refuses: [doIt({ seenOn: '2024-03-08' })],
  },
  { id: 'field-is-of-those-days', passes: [doIt({ seenOn: '2024-03-07' })], refuses: [doIt()] },
  // A month from 31 January ends with the last day of February; opened on 4 March, where nothing is said of the other day.
  {
    id: 'soon-after-the-other',
    passes: [doIt({ seenOn: '2024-01-31', toldOn: '2024-02-29' })],
    refuses: [doIt({ seenOn: '2024-01-31', toldOn: '2024-03-01' })],
  },
  {
    id: 'soon-after-the-other',
    passes: [doIt({ seenOn: '2024-02-04' })],
    refuses: [doIt({ seenOn: '2024-02-03' })],
  },
  {
    id: 'of-that-day-on',
    passes: [],
    refuses: [],
    at: '2024-03-05T00:00:00+08:00',
    refusedAt: '2024-03-04T23:59:59+08:00',
  },
  {
    id: 'before-that-day',
    passes: [],
    refuses: [],
    at: '2024-03-04T23:59:59+08:00',
    refusedAt: '2024-03-05T00:00:00+08:00',
  },
  // The day itself has come, the next has not.
  {
    id: 'the-day-has-come',
    passes: [doIt({ seenOn: '2024-03-05' })],
    refuses: [doIt({ seenOn: '2024-03-06' })],
    at: '2024-03-05T09:00:00+08:00',
    refusedAt: '2024-03-05T23:00:00+08:00',
  },
  { id: 'the-day-has-come', passes: [doIt({ seenOn: '2024-03-04' })], refuses: [doIt()] },
  {
    id: 'points-less-taken-off',
    passes: [points(9), points(3), doIt({ takenOff: 3 })],
    refuses: [points(9), points(3), doIt({ takenOff: 4 })],
  },
  { id: 'points-in-all', passes: [points(9), points(3)], refuses: [points(9), points(2)] },
  { id: 'points-in-all', passes: [points(9), points(3, NEXT_YEAR)], refuses: [] },
  // Each year begins anew: nine points of one and three of the next are no twelve.
  {
    id: 'points-of-a-year',
    passes: [points(9), points(3, '2024-12-31T23:59:59+08:00')],
    refuses: [points(9), points(3, NEXT_YEAR)],
    at: '2024-12-31T23:59:59.500+08:00',
  },
  { id: 'held-by-health', passes: [help('health')], refuses: [help('public-security')] },
  { id: 'held-by-a-province', passes: [help('health', '650000')], refuses: [help('health')] },
  {
    id: 'about-institutions-only',
    passes: [subjects('institution', 'institution')],
    refuses: [subjects('institution', 'person')],
  },
  { id: 'about-an-official', passes: [official(true)], refuses: [official()] },
  { id: 'marked-in-case', passes: [open, endChild('p2')], refuses: [open] },
  { id: 'marked-of-a-kind', passes: [open, endChild('p2')], refuses: [open] },
  {
    id: 'held-where-said',
    passes: [help('health'), doIt({ seat: '653023' }), doIt({ seat: '653022' })],
    refuses: [help('health'), doIt({ seat: '653022' })],
  },
  { id: 'held-where-said', passes: [help('health'), doIt({ seat: '653000' })], refuses: [help('health')] },
  {
    id: 'lies-elsewhere',
    passes: [doIt({ seat: '653022' })],
    refuses: [doIt({ seat: '650000' })],
  },
  {
    id: 'stands-alone',
    passes: [open],
    refuses: [step('begin-alone', {}, { procedure: 'model-child' })],
  },
  { id: 'marked-since', passes: [open, doIt(), childDoes], refuses: [open, childDoes, doIt()] },
  { id: 'no-child-open', passes: [open, endChild('p2')], refuses: [open] },
  { id: 'none-open-in-case', passes: [], refuses: [open] },
  { id: 'none-marked-in-case', passes: [open], refuses: [open, endChild('p2')] },
  {
    id: 'all-children-ended',
    passes: [open, open, endChild('p2'), endChild('p3')],
    refuses: [open, open, endChild('p2')],
  },
  { id: 'all-children-ended', passes: [open, endChild('p2')], refuses: [] },
  { id: 'some-child-ended', passes: [open, open, endChild('p3')], refuses: [open] },
  { id: 'about-whom-it-names', passes: [], refuses: [], names: 's8', refusedNames: 's9' },
  {
    id: 'others-did-it',
    passes: [doIt(), another, step('do-it', {}, { proceeding: 'p2' })],
    refuses: [doIt(), another],
  },
  { id: 'another-officer-does', passes: [doIt()], refuses: [doIt()], as: 'o-2' },
  { id: 'both-of-two', passes: [doIt({ grade: 'light' })], refuses: [doIt()] },
  { id: 'one-of-two', passes: [doIt()], refuses: [] },
];

describe('a condition', () => {
  it.each(CASES)('$id lets pass after $passes.length steps', ({ id, passes, as, at, names }) => {
    expect(asks(id, passes, as, at, names)).toBe('ok');
  });

  it.each(CASES)('$id refuses after $refuses.length others', ({ id, refuses, refusedAt, refusedNames }) => {
    expect(asks(id, refuses, 'o-1', refusedAt, refusedNames)).toBe('GUARD_REFUSED');
  });

  it('of every kind is tried here', () => {
    expect([...new Set(CASES.map(({ id }) => id))].sort()).toEqual([...ids].sort());
  });

  it('refused says which it was, in words', () => {
    const { c } = afterwards();
    expect(c.tell({ as: `${BUREAU}/o-1`, at: LATE, command: 'ask-happened' })).toEqual({
      ok: false,
      code: 'GUARD_REFUSED',
      details: ['happened'],
      words: { zh: '条件 happened 不成立', en: 'not happened' },
    });
  });
});

describe('a child', () => {
  const asked = (...steps: Step[]) => {
    const { c, at } = afterwards(...steps, open);
    return c.answer({
      as: `${BUREAU}/o-1`,
      at: plusMillis(at, 1_000),
      command: 'ask-parent',
      proceeding: 'p2',
    });
  };

  it('may ask what its parent did', () => {
    expect(asked(doIt())).toBe('ok');
    expect(asked()).toBe('GUARD_REFUSED');
  });

  it('is opened by the command that is named, though it has another before it', () => {
    const { c } = afterwards(open);
    expect(c.proceeding('model-child').steps[0]).toMatchObject({
      command: 'begin-child',
      event: 'child-begun',
    });
  });

  it('opened alone has no parent to ask', () => {
    const c = modelCase();
    c.must({ as: `${BUREAU}/o-1`, at: START, command: 'begin-alone' });
    expect(c.answer({ as: `${BUREAU}/o-1`, at: LATE, command: 'ask-parent' })).toBe('GUARD_REFUSED');
  });

  it('opened is told of together with what opened it, and in words', () => {
    const { c } = afterwards(open);
    expect(told(c)).toEqual([
      `all ${BUREAU} model-every-condition.child-opened`,
      `open ${OFFICE} model-every-condition.child-opened`,
    ]);
    expect(courseOf(c).at(-1)).toBe('2024-03-04 10:00 阿合奇县医疗保障局 另案办理');
  });
});

describe('a command that opens others where a condition holds', () => {
  const opened = (grade?: string): string[] =>
    Object.values(afterwards(step('open-as-said', grade ? { fields: { grade } } : {})).c.state.proceedings)
      .filter(({ parent }) => parent === 'p1')
      .map(({ steps }) => steps[0]?.command ?? '');

  it('opens none, one or several by what it says, and is refused by none of them', () => {
    expect([opened(), opened('light'), opened('grave')]).toEqual([
      [],
      ['begin-child'],
      ['begin-child', 'begin-alone'],
    ]);
  });

  it('opens one for each subject named, or one where none is', () => {
    const { c } = afterwards(
      step('open-child', { newSubjects: [{ subject: 's1' }, { subject: 's2' }] }),
      step('open-child'),
    );
    expect(Object.values(c.state.proceedings).map(({ subject }) => subject)).toEqual([
      undefined,
      's1',
      's2',
      undefined,
    ]);
  });
});
