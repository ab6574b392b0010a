// Whether a condition of a procedure holds, read off the case: the one interpreter of schemas/condition.ts.
import { remember } from '../law/remember.ts';
import type { Test } from '../schemas/condition.ts';
import type { FieldValue } from '../schemas/field.ts';
import { bodyOf, type DepartmentId, isProvincial, type Region, regionOf } from '../schemas/ids.ts';
import { type CivilDate, dateOf, type Instant } from '../schemas/instant.ts';
import { procedureOf } from './decision-under-way.ts';
import { dateOfDay, dayOf, dayOfInstant } from './due/civil-day.ts';
import { isLate } from './due/due-date.ts';
import { clkMonth } from './due/rules.ts';
import { lastSaid } from './last-said.ts';
import { isAnyMarked } from './marks.ts';
import { areOneParty } from './one-party.ts';
import { amountStandard } from './register/amount-standard.ts';
import { isOfKind } from './register/former-body.ts';
import { isAbove } from './register/is-above.ts';
import { regionChain } from './register/register.ts';
import {
  all,
  childrenOf,
  concernedIn,
  isLike,
  isOpen,
  isOwn,
  neighbours,
  ofSubject,
  type Situation,
  stepBefore,
  subjectsOf,
} from './situation.ts';
import { type CaseState, type Clock, isDone, type Proceeding, pausedSince } from './state.ts';
import { isCounted } from './sums.ts';
import { areTwoOfficers } from './two-officers.ts';
import { isClosed } from './who-is-told.ts';

type Taken = {
  command: string;
  since?: string | undefined;
  less?: readonly string[] | undefined;
  times?: number | undefined;
  in?: 'parent' | 'children' | undefined;
};

const happened = (s: Situation, { command, since, less = [], times = 1, in: where }: Taken): boolean => {
  const places =
    where === 'children'
      ? childrenOf(s)
      : where === 'parent'
        ? all(s).filter((o) => o.proceeding === s.proceeding?.parent)
        : s.proceeding
          ? [s.proceeding]
          : [];
  const count = places.reduce((sum, { steps }) => {
    const begin = since === undefined ? 0 : steps.findLastIndex((step) => step.command === since) + 1;
    const counted = steps.slice(begin);
    const takenOf = (names: readonly string[]): number =>
      counted.filter((step) => names.includes(step.command)).length;
    return sum + takenOf([command]) - takenOf(less);
  }, 0);
  return count >= times;
};

const clocksOf = (s: Situation, limits: readonly string[]): readonly Clock[] =>
  Object.values(s.state?.clocks ?? {}).filter(
    (clock) => clock.proceeding === s.proceeding?.proceeding && limits.includes(clock.limit),
  );

const endsBefore = (
  { times: { latestDueAt: one } }: Clock,
  { times: { latestDueAt: other } }: Clock,
): boolean => one !== null && (other === null || one < other);

/** The newest of each of them: what began anew counts no more as it ran before. Of those that run side by side the one that ends last. */
const newestOf = (s: Situation, limits: readonly string[]): readonly Clock[] =>
  limits.flatMap((limit) => {
    const [first, ...more] = clocksOf(s, [limit]);
    if (first === undefined) return [];
    const isOfMany = s.procedure.clocks[limit]?.again === 'each';
    return more.reduce((last, one) => (isOfMany && endsBefore(one, last) ? last : one), first);
  });

/** Past its latest due instant; what stands still is if it was when it stopped. */
const isPast = (s: Situation, clock: Clock): boolean =>
  isLate(clock.times, pausedSince(clock) ?? s.occurredAt, 'latest');

/** Those of these limits that are to run out before it goes on. */
export const notPassedIn = (s: Situation, limits: readonly string[]): readonly Clock[] =>
  newestOf(s, limits).filter((clock) => !isPast(s, clock));

const lastDayOf = (due: Instant): CivilDate => dateOfDay(dayOfInstant(due) - 1);

/** A due instant is the midnight that ends the last day. */
const isEndOf = (s: Situation, { field, limits }: Extract<Test, { endOf: unknown }>['endOf']): boolean => {
  const said = lastSaid(s, field);
  const ends = newestOf(s, limits).flatMap(({ times: { strictDueAt: strict, latestDueAt: latest } }) =>
    strict && latest ? [{ strict, latest }] : [],
  );
  if (ends.length === 0) return true;
  const last = ends.reduce((one, other) => (one.latest < other.latest ? other : one));
  return typeof said === 'string' && lastDayOf(last.strict) <= said && said <= lastDayOf(last.latest);
};

/** Months end as those of a limit do, and the last day counts. */
const isWithin = (
  s: Situation,
  { from, to, months }: Extract<Test, { elapsed: unknown }>['elapsed'],
): boolean => {
  const begun = lastSaid(s, from);
  if (typeof begun !== 'string') return true;
  const [opening] = s.proceeding?.steps ?? [];
  const end = lastSaid(s, to) ?? dateOf(opening?.at ?? s.occurredAt);
  return String(end) <= dateOfDay(clkMonth(dayOf(begun), months));
};

type OfSubject = Extract<Test, { subject: unknown }>['subject'];

/** Whether some of these are so, or all, or none; whoever asks about a network asks about its members too. */
const areSo = (
  subjects: CaseState['subjects'],
  about: readonly string[],
  { every, none, ...asked }: OfSubject,
): boolean => {
  const isSo = (subject: string): boolean => isLike(subjects, subject, asked);
  const isInSome = (subject: string): boolean =>
    isSo(subject) || subjects[subject]?.members?.some(isSo) === true;
  if (none) return !about.some(isInSome);
  return every ? about.length > 0 && about.every(isSo) : about.some(isInSome);
};

/** Asked of a whole case it is asked once: what a case names changes seldom. */
const areSoInAll = remember((subjects: CaseState['subjects']) =>
  remember((about: readonly string[]) => remember((asked: OfSubject) => areSo(subjects, about, asked))),
);

const isSubject = (s: Situation, asked: OfSubject): boolean => {
  const { subjects = {} } = s.state ?? {};
  const own = s.proceeding?.subject ?? s.subject;
  if (own !== undefined) return areSo(subjects, [own], asked);
  return s.named.length > 0 || asked.none
    ? areSo(subjects, s.named, asked)
    : areSoInAll(subjects)(subjectsOf(s))(asked);
};

/** Bands of a scale stand one above the other as the law has them; numbers as they are. */
const reaches = (s: Situation, name: string, value: unknown, atLeast: number | string): boolean => {
  if (typeof atLeast === 'number') return Number(value ?? Number.NaN) >= atLeast;
  const { scale = '' } = s.procedure.fields[name] ?? {};
  const bands = s.law.amountScale(scale)?.bands.map(({ band }) => band) ?? [];
  return bands.includes(atLeast) && bands.indexOf(String(value)) >= bands.indexOf(atLeast);
};

type Asked = Extract<Test, { field: unknown }>['field'];

/** What the last step of a command said, and nobody else. */
const saidLastBy = (s: Situation, command: string, name: string): FieldValue | undefined =>
  s.proceeding?.steps.findLast((step) => step.command === command)?.fields?.[name];

const holdsOnly = (value: FieldValue | undefined, only: readonly unknown[]): boolean =>
  Array.isArray(value) && value.every((one) => only.includes(one));

const asListed = (value: FieldValue | undefined): readonly unknown[] => (Array.isArray(value) ? value : []);

/** By numbers that a region set or that were read somewhere, in the place of who acts and at that instant. */
const isFounded = ({ register, law, procedure, by, occurredAt }: Situation, name: string): boolean => {
  const { department } = by;
  const scale = procedure.fields[name]?.scale ?? '';
  const standard = amountStandard(register, law, scale, regionOf(department), occurredAt, bodyOf(department));
  return standard !== undefined && (!('law' in standard) || standard.law.source !== 'from-memory');
};

const askedFor = (s: Situation, { name, now, saidBy }: Asked): FieldValue | undefined => {
  if (saidBy !== undefined) return saidLastBy(s, saidBy, name);
  return now ? s.fields[name] : lastSaid(s, name);
};

const isRecorded = (s: Situation, asked: Asked): boolean => {
  const { name, is, has, only, absent, atLeast, from, before, upTo, lowered, within, apart, come } = asked;
  const value = askedFor(s, asked);
  if (asked.founded && !isFounded(s, name)) return false;
  if (absent) return value === undefined;
  if (is !== undefined) return value === is;
  if (has !== undefined) return Array.isArray(value) && value.some((one) => one === has);
  if (upTo !== undefined) return value === undefined || String(value) <= String(s.fields[upTo] ?? '');
  if (lowered) return Number(value) < Number(s.proceeding?.fields[name] ?? Number.NaN);
  if (apart !== undefined) return holdersOf(s, apart).every((one) => areApart(regionOf(one), String(value)));
  if (come) return value !== undefined && String(value) <= dateOf(s.occurredAt);
  if (within !== undefined)
    return value === undefined || holdsOnly(value, asListed(saidLastBy(s, within, name)));
  if (only !== undefined) return holdsOnly(value, only);
  if (from !== undefined || before !== undefined)
    return typeof value === 'string' && value >= (from ?? value) && (before === undefined || value < before);
  return atLeast === undefined ? value !== undefined : reaches(s, name, value, atLeast);
};

/** Whether there is nothing in the case that did not grow out of its procedure; of what is closed nothing is told by the answer. */
const standsAlone = (s: Situation): boolean => {
  const isOfIts = ({ procedure, parent = '' }: Proceeding): boolean => {
    const from = s.state?.proceedings[parent];
    return procedure === s.procedure.procedure || (from !== undefined && isOfIts(from));
  };
  return all(s).every((o) => isOfIts(o) || o.moved !== undefined || isClosed(procedureOf(s.law, o)));
};

/** Whether a region lies in another, or is it. */
const isIn = (one: Region, other: Region): boolean => regionChain(one).includes(other);
const areApart = (one: Region, other: Region): boolean => !isIn(one, other) && !isIn(other, one);

const holdersOf = ({ proceeding, opening }: Situation, role: string): readonly DepartmentId[] =>
  (proceeding ?? opening)?.roles[role] ?? [];

/** Whether it lies in a region that a step said in this field. */
const isWhereSaid = ({ proceeding }: Situation, one: DepartmentId, field: string): boolean =>
  proceeding?.steps.some(({ fields = {} }) => isIn(regionOf(one), String(fields[field]))) ?? false;

type NoneOpen = Extract<Test, { noneOpen: unknown }>['noneOpen'];

/** Whether one of them has what this one has, or is to have: the holder of a role, where it grew out of. */
const isAlike = (s: Situation, other: Proceeding, { held, source }: NoneOpen): boolean => {
  const mine = s.proceeding ?? s.opening;
  const isHeld = (role: string): boolean =>
    mine?.roles[role]?.some((department) => other.roles[role]?.includes(department)) ?? false;
  return (
    (held === undefined || isHeld(held)) &&
    (source !== true || mine?.parent === undefined || mine.parent === other.parent)
  );
};

const isAnyOpen = (s: Situation, asked: NoneOpen): boolean =>
  neighbours(s, asked.of).some(
    (o) =>
      o.procedure === (asked.procedure ?? s.procedure.procedure) &&
      (asked.ever || isOpen(s, o)) &&
      !asked.besides?.includes(o.state) &&
      (!asked.own || isOwn(s, o)) &&
      isAlike(s, o, asked),
  );

type Within = Pick<Extract<Test, { children: unknown }>['children'], 'since' | 'until' | 'told'>;

/** Those that grew out of it since the last of some commands, until the next of others. */
const childrenWithin = (s: Situation, { since = [], until = [], told }: Within): readonly Proceeding[] => {
  const { proceeding: p } = s;
  const steps = p?.steps ?? [];
  const last = steps.findLastIndex(({ command }) => since.includes(command));
  const next = steps.findIndex(({ command }, n) => n > last && until.includes(command));
  return childrenOf(s).filter((child) => {
    const grown = p === undefined ? -1 : stepBefore(p, child, told);
    return last <= grown && (next === -1 || grown < next);
  });
};

/** Each whom the command names is whom it concerns, by that name or as a member of it. */
const namesTheParty = (s: Situation): boolean => {
  const { subjects = {} } = s.state ?? {};
  const own = concernedIn(s);
  return own === undefined || s.named.every((one) => own.some((mine) => areOneParty(subjects, one, mine)));
};

/** Whether each other one of its procedure about the same subject meets a test as if it were asked there. */
const doOthers = (s: Situation, test: Test): boolean =>
  ofSubject(s)
    .filter(({ proceeding }) => proceeding !== s.proceeding?.proceeding)
    .every((proceeding) => holds(test, { ...s, proceeding, named: [], fields: {} }));

export const holds = (test: Test, s: Situation): boolean => {
  if ('allOf' in test) return test.allOf.every((one) => holds(one, s));
  if ('anyOf' in test) return test.anyOf.some((one) => holds(one, s));
  if ('happened' in test) return happened(s, test.happened);
  if ('never' in test) return !happened(s, test.never);
  if ('overdue' in test)
    return clocksOf(s, test.overdue).some((clock) => clock.status !== 'stopped' && isPast(s, clock));
  if ('passed' in test) return notPassedIn(s, test.passed).length === 0;
  if ('within' in test) return newestOf(s, test.within).every((clock) => !isPast(s, clock));
  if ('ended' in test) return clocksOf(s, test.ended).every(isDone);
  if ('endOf' in test) return isEndOf(s, test.endOf);
  if ('elapsed' in test) return isWithin(s, test.elapsed);
  if ('field' in test) return isRecorded(s, test.field);
  if ('sum' in test) return isCounted(s, test.sum);
  if ('role' in test) {
    const { role, bodies, named, under = '', within = '', apart = '', where, provincial } = test.role;
    const receivers = (s.proceeding && s.receivers) ?? [];
    const holders = named && receivers.length > 0 ? receivers : holdersOf(s, role);
    // Nobody is named yet: whom it goes to is asked with the command.
    if (named && holders.length === 0) return true;
    return holders.some(
      (one) =>
        (bodies === undefined || isOfKind(s.law, one, bodies, s.occurredAt)) &&
        (!provincial || isProvincial(regionOf(one))) &&
        holdersOf(s, under).every((superior) => isAbove(superior, one)) &&
        holdersOf(s, within).every((of) => isIn(regionOf(one), regionOf(of))) &&
        holdersOf(s, apart).every((of) => areApart(regionOf(one), regionOf(of))) &&
        (where === undefined || isWhereSaid(s, one, where)),
    );
  }
  if ('subject' in test) return isSubject(s, test.subject);
  if ('noneOpen' in test) {
    return !isAnyOpen(s, test.noneOpen);
  }
  if ('noneMarked' in test) return !isAnyMarked(s, test.noneMarked);
  if ('marked' in test) return isAnyMarked(s, test.marked);
  if ('children' in test) {
    const { procedure, are, in: states } = test.children;
    const children = childrenWithin(s, test.children).filter((o) => o.procedure === procedure);
    const there = children.filter((o) => states.includes(o.state));
    return there.length > 0 && (are === 'some' || there.length === children.length);
  }
  if ('day' in test) {
    const on = dateOf(s.occurredAt);
    return 'from' in test.day ? on >= test.day.from : on < test.day.before;
  }
  if ('rehearsed' in test) return s.clock !== 'real';
  if ('party' in test) return namesTheParty(s);
  if ('alone' in test) return standsAlone(s);
  if ('others' in test) return doOthers(s, test.others);
  return areTwoOfficers(s, test);
};
