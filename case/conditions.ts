// Whether a condition of a procedure holds, read off the case: the one interpreter of schemas/condition.ts.
import type { Law } from '../law/law.ts';
import type { SubjectAttributes } from '../schemas/command.ts';
import type { Test } from '../schemas/condition.ts';
import type { FieldValue, FieldValues } from '../schemas/field.ts';
import type { DepartmentId, OfficerId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import type { Procedure } from '../schemas/procedure.ts';
import { isOver, procedureOf } from './decision-under-way.ts';
import { isLate } from './due/due-date.ts';
import { isOfKind } from './register/former-body.ts';
import { type CaseState, type Clock, type Proceeding, pausedSince, statedKey } from './state.ts';

/** What is looked at: the proceeding as it stands, and the command that asks. `proceeding` is absent while one is opened. */
export type Situation = {
  readonly state: CaseState | null;
  readonly proceeding: Proceeding | undefined;
  /** Whose condition it is. */
  readonly procedure: Procedure;
  /** The subject one is opened for. */
  readonly subject?: string | undefined;
  /** Subjects the command names. */
  readonly named: readonly string[];
  readonly law: Law;
  readonly occurredAt: Instant;
  readonly by: { readonly department: DepartmentId; readonly officer: OfficerId };
  readonly fields: FieldValues;
};

const all = (s: Situation): readonly Proceeding[] => Object.values(s.state?.proceedings ?? {});

const isOpen = (s: Situation, p: Proceeding): boolean => !isOver(s.law, p);
const numberOf = ({ proceeding }: Proceeding): number => Number(proceeding.slice(1));

/** Opened later and by itself, of a kind that grows out of this one, which is the only open one of its own kind. */
const isStray = (s: Situation, p: Proceeding, other: Proceeding): boolean =>
  other.parent === undefined &&
  numberOf(other) > numberOf(p) &&
  Object.values(procedureOf(s.law, p).commands).some(({ opens = [] }) =>
    opens.some(({ procedure }) => procedure === other.procedure),
  ) &&
  all(s).every((o) => o.procedure !== p.procedure || o.proceeding === p.proceeding || !isOpen(s, o));

/** Proceedings that grew out of one, or belong to it and name no other. */
const childrenOf = (s: Situation, p = s.proceeding): readonly Proceeding[] =>
  p === undefined ? [] : all(s).filter((o) => o.parent === p.proceeding || isStray(s, p, o));

/** Proceedings that a question is about, the own one never among them; a proceeding about no one subject is about each. */
const neighbours = (s: Situation, of: 'children' | 'subject' | 'case'): readonly Proceeding[] => {
  if (of === 'children') return childrenOf(s);
  const others = all(s).filter((o) => o.proceeding !== s.proceeding?.proceeding);
  const mine = s.proceeding?.subject ?? s.subject;
  return of === 'case' || mine === undefined
    ? others
    : others.filter((o) => o.subject === undefined || o.subject === mine);
};

type Taken = {
  command: string;
  since?: string | undefined;
  times?: number | undefined;
  in?: 'parent' | 'children' | undefined;
};

const happened = (s: Situation, { command, since, times = 1, in: where }: Taken): boolean => {
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
    return sum + steps.slice(begin).filter((step) => step.command === command).length;
  }, 0);
  return count >= times;
};

const clocksOf = (s: Situation, limits: readonly string[]): readonly Clock[] =>
  Object.values(s.state?.clocks ?? {}).filter(
    (clock) => clock.proceeding === s.proceeding?.proceeding && limits.includes(clock.limit),
  );

/** Past its latest due instant; what stands still is if it was when it stopped. */
const isPast = (s: Situation, clock: Clock): boolean =>
  isLate(clock.times, pausedSince(clock) ?? s.occurredAt, 'latest');

const isLike = (
  s: Situation,
  subject: string,
  asked: Omit<SubjectAttributes, 'region' | 'members'>,
): boolean => {
  const known = s.state?.subjects[subject];
  return Object.entries(asked).every(([name, value]) => known?.[name as keyof typeof asked] === value);
};

const stateOf = (s: Situation, p: Proceeding) => procedureOf(s.law, p).states[p.state];

/** Whether a proceeding carries a mark itself, or those that it passes its marks to do once they stand for every subject. */
const carries = (s: Situation, p: Proceeding, mark: string): boolean => {
  const { marks = [], marksPassTo } = stateOf(s, p) ?? {};
  if (!marks.includes(mark)) return false;
  if (marksPassTo === undefined) return true;
  const heirs = childrenOf(s, p).filter(({ procedure }) => procedure === marksPassTo.procedure);
  const about = new Set(heirs.map(({ subject }) => subject));
  const isLeft = Object.keys(s.state?.subjects ?? {}).some(
    (subject) => isLike(s, subject, marksPassTo.each) && !about.has(subject),
  );
  const isPassed = heirs.length > 0 && (about.has(undefined) || !isLeft);
  return !isPassed || heirs.some((heir) => carries(s, heir, mark));
};

type Mark = Extract<Test, { marked: unknown }>['marked'];

const isAnyMarked = (s: Situation, { mark, procedure, of, own }: Mark): boolean =>
  neighbours(s, of).some(
    (o) =>
      (procedure === undefined || o.procedure === procedure) &&
      (own !== true || Object.values(o.roles).flat().includes(s.by.department)) &&
      carries(s, o, mark),
  );

/** Steps count by when they happened; whoever acts adds what it says now. */
const sumOf = (s: Situation, { field, less, in: within }: Extract<Test, { sum: unknown }>['sum']): number => {
  const year = (at: Instant): string => at.slice(0, 4);
  const counted = ({ [field]: more = 0, [less ?? '']: off = 0 }: FieldValues): number =>
    Number(more) - Number(off);
  return (s.proceeding?.steps ?? [])
    .filter(({ at }) => within === undefined || year(at) === year(s.occurredAt))
    .reduce((sum, { fields = {} }) => sum + counted(fields), counted(s.fields));
};

const isSubject = (
  s: Situation,
  { every, ...asked }: Extract<Test, { subject: unknown }>['subject'],
): boolean => {
  const own = s.proceeding?.subject ?? s.subject;
  const known = Object.keys(s.state?.subjects ?? {});
  const about = own !== undefined ? [own] : s.named.length > 0 ? s.named : known;
  const isSo = (subject: string): boolean => isLike(s, subject, asked);
  // Whoever asks about a network asks about its members too.
  const all = about.flatMap((subject) => [subject, ...(s.state?.subjects[subject]?.members ?? [])]);
  return every ? about.length > 0 && about.every(isSo) : all.some(isSo);
};

/** Bands of a scale stand one above the other as the law has them; numbers as they are. */
const reaches = (s: Situation, name: string, value: unknown, atLeast: number | string): boolean => {
  if (typeof atLeast === 'number') return Number(value ?? Number.NaN) >= atLeast;
  const { scale = '' } = s.procedure.fields[name] ?? {};
  const bands = s.law.amountScale(scale)?.bands.map(({ band }) => band) ?? [];
  return bands.includes(atLeast) && bands.indexOf(String(value)) >= bands.indexOf(atLeast);
};

/** What was said last: by the command itself, by the proceeding, or by whoever stated the amount of its subject or the case since. */
const lastSaid = (s: Situation, name: string): FieldValue | undefined => {
  const { proceeding: p } = s;
  if (s.fields[name] !== undefined) return s.fields[name];
  const stated = [p?.subject ?? s.subject, undefined]
    .flatMap((subject) => s.state?.stated[statedKey('amount-stated', subject)] ?? [])
    .find(({ fields }) => fields?.[name] !== undefined);
  const step = p?.steps.findLast(({ fields }) => fields?.[name] !== undefined);
  return stated && stated.sequence > (step?.sequence ?? 0) ? stated.fields?.[name] : p?.fields[name];
};

const isRecorded = (s: Situation, asked: Extract<Test, { field: unknown }>['field']): boolean => {
  const { name, is, has, only, absent, atLeast, from, before, now } = asked;
  const value = now ? s.fields[name] : lastSaid(s, name);
  if (absent) return value === undefined;
  if (is !== undefined) return value === is;
  if (has !== undefined) return Array.isArray(value) && value.some((one) => one === has);
  if (only !== undefined) return Array.isArray(value) && value.every((one) => only.includes(String(one)));
  if (from !== undefined || before !== undefined)
    return typeof value === 'string' && value >= (from ?? value) && (before === undefined || value < before);
  return atLeast === undefined ? value !== undefined : reaches(s, name, value, atLeast);
};

const lastOfficer = (s: Situation, command: string) =>
  s.proceeding?.steps.findLast((step) => step.command === command);

export const holds = (test: Test, s: Situation): boolean => {
  if ('allOf' in test) return test.allOf.every((one) => holds(one, s));
  if ('anyOf' in test) return test.anyOf.some((one) => holds(one, s));
  if ('happened' in test) return happened(s, test.happened);
  if ('never' in test) return !happened(s, test.never);
  if ('overdue' in test)
    return clocksOf(s, test.overdue).some((clock) => clock.status !== 'stopped' && isPast(s, clock));
  if ('passed' in test) return clocksOf(s, test.passed).every((clock) => isPast(s, clock));
  if ('field' in test) return isRecorded(s, test.field);
  if ('sum' in test) return sumOf(s, test.sum) >= test.sum.atLeast;
  if ('role' in test) {
    const { role, bodies } = test.role;
    return (s.proceeding?.roles[role] ?? []).some((department) => isOfKind(s.law, department, bodies));
  }
  if ('subject' in test) return isSubject(s, test.subject);
  if ('noneOpen' in test) {
    const { procedure, of } = test.noneOpen;
    return !neighbours(s, of).some((o) => o.procedure === procedure && isOpen(s, o));
  }
  if ('noneMarked' in test) return !isAnyMarked(s, test.noneMarked);
  if ('marked' in test) return isAnyMarked(s, test.marked);
  if ('children' in test) {
    const { procedure, are, in: states } = test.children;
    const children = childrenOf(s).filter((o) => o.procedure === procedure);
    const there = children.filter((o) => states.includes(o.state));
    return there.length > 0 && (are === 'some' || there.length === children.length);
  }
  const last = lastOfficer(s, test.notSameOfficerAs);
  return last === undefined || last.by !== s.by.department || last.officer !== s.by.officer;
};
