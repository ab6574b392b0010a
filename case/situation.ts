// What a condition of a procedure looks at, and the proceedings that stand around it.
import type { Law } from '../law/law.ts';
import { remember } from '../law/remember.ts';
import type { SubjectAttributes } from '../schemas/command.ts';
import type { FieldValues } from '../schemas/field.ts';
import type { DepartmentId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import type { Procedure } from '../schemas/procedure.ts';
import { isOver, procedureOf } from './decision-under-way.ts';
import type { Subjects } from './one-party.ts';
import type { Register } from './register/register.ts';
import type { CaseState, Doer, Proceeding } from './state.ts';
import { concernedBy, concernTheSame } from './steps/about-whom.ts';
import { isClosed, isNamedOpenly, knowsSubject } from './who-is-told.ts';

/** What is looked at: the proceeding as it stands, and the command that asks. `proceeding` is absent while one is opened. */
export type Situation = {
  readonly state: CaseState | null;
  readonly proceeding: Proceeding | undefined;
  /** Of one that is opened, what it grows out of and who is to hold its roles. */
  readonly opening?: Pick<Proceeding, 'parent' | 'roles'> | undefined;
  /** Whose condition it is. */
  readonly procedure: Procedure;
  /** The subject one is opened for. */
  readonly subject?: string | undefined;
  /** Subjects the command names. */
  readonly named: readonly string[];
  /** Departments the command names. */
  readonly receivers?: readonly DepartmentId[] | undefined;
  readonly law: Law;
  readonly register: Register;
  readonly occurredAt: Instant;
  /** The ledger’s clock. */
  readonly clock?: 'real' | 'rehearsal' | undefined;
  readonly by: Doer;
  readonly fields: FieldValues;
};

/** The case alone, and for whom it is looked at. */
export type Around = Pick<Situation, 'state' | 'law' | 'procedure' | 'by'> &
  Partial<Pick<Situation, 'proceeding'>>;

export const all = (s: Around): readonly Proceeding[] => Object.values(s.state?.proceedings ?? {});

export const isOpen = (s: Around, p: Proceeding): boolean => !isOver(s.law, p);
/** Roles that take commands; the others are only told. */
const actingRoles = remember(
  ({ commands }: Procedure): ReadonlySet<string> => new Set(Object.values(commands).flatMap(({ by }) => by)),
);
/** Whether the department that acts has a role in it by which it may act. */
export const isOwn = ({ by, law }: Around, p: Proceeding): boolean =>
  Object.entries(p.roles).some(
    ([role, holders]) => holders.includes(by.department) && actingRoles(procedureOf(law, p)).has(role),
  );
const numberOf = ({ proceeding }: Proceeding): number => Number(proceeding.slice(1));

/** Kinds of proceedings that grow out of one of a procedure. */
const growingOutOf = remember(
  ({ commands }: Procedure): ReadonlySet<string> =>
    new Set(Object.values(commands).flatMap(({ opens = [] }) => opens.map(({ procedure }) => procedure))),
);

/** Opened later and by itself, of a kind that grows out of this one, which is the only open one of its own kind. */
const isStray = (s: Around, p: Proceeding, other: Proceeding): boolean =>
  other.parent === undefined &&
  numberOf(other) > numberOf(p) &&
  growingOutOf(procedureOf(s.law, p)).has(other.procedure) &&
  all(s).every((o) => o.procedure !== p.procedure || o.proceeding === p.proceeding || !isOpen(s, o));

/** Proceedings that grew out of one, or belong to it and name no other. */
export const childrenOf = (s: Around, p = s.proceeding): readonly Proceeding[] =>
  p === undefined ? [] : all(s).filter((o) => o.parent === p.proceeding || isStray(s, p, o));

/**
 * Which step of a proceeding another grew out of: the last before it, or the last of those that told what it is about; -1 where none did.
 */
export const stepBefore = (p: Proceeding, child: Proceeding, told?: readonly string[]): number => {
  const opened = child.steps[0]?.sequence ?? Number.POSITIVE_INFINITY;
  return p.steps.findLastIndex(
    ({ sequence, command }) => sequence <= opened && (told === undefined || told.includes(command)),
  );
};

/** Whom it concerns what is looked at: the proceeding, else whom one is opened for; `undefined` where it may be anybody of the case. */
export const concernedIn = ({ proceeding, subject, named }: Situation): readonly string[] | undefined => {
  if (proceeding !== undefined)
    return concernedBy(proceeding) ?? (subject === undefined ? undefined : [subject]);
  if (subject !== undefined) return [subject];
  return named.length > 0 ? named : undefined;
};

/**
 * Proceedings that a question is about, the own one never among them; one that was opened about nobody is about each, save one that a
 * breach opened.
 */
export const neighbours = (s: Situation, of: 'children' | 'subject' | 'case'): readonly Proceeding[] => {
  if (of === 'children') return childrenOf(s);
  const others = all(s).filter((o) => o.proceeding !== s.proceeding?.proceeding);
  if (of === 'case') return others;
  const mine = concernedIn(s);
  const { subjects = {} } = s.state ?? {};
  return others.filter((o) => o.breach === undefined && concernTheSame(subjects, mine, concernedBy(o)));
};

/** The proceeding that one grew out of, or belongs to where it names none. */
export const parentOf = (s: Situation): Proceeding | undefined => {
  const { proceeding: p } = s;
  return p && all(s).find((o) => (p.parent === undefined ? isStray(s, o, p) : o.proceeding === p.parent));
};

/** Those of its procedure about the same subject, itself among them. */
export const ofSubject = (s: Situation): readonly Proceeding[] => {
  const subject = s.proceeding?.subject ?? s.subject;
  return all(s).filter((o) => o.procedure === s.procedure.procedure && o.subject === subject);
};

const namedOpenly = remember((subjects: Subjects) =>
  remember((hidden: CaseState['hidden']) =>
    Object.keys(subjects).filter((subject) => isNamedOpenly({ subjects, hidden }, subject)),
  ),
);

/** Subjects of the case that count for what is asked: in the open those that all of it may know, in what is closed what who acts knows. */
export const subjectsOf = ({ state, law, procedure, by }: Around): readonly string[] => {
  if (state === null) return [];
  if (!isClosed(procedure)) return namedOpenly(state.subjects)(state.hidden);
  return Object.keys(state.subjects).filter((subject) => knowsSubject(state, law, subject, by.department));
};

export const isLike = (
  subjects: Subjects,
  subject: string,
  asked: Omit<SubjectAttributes, 'region' | 'members'>,
): boolean => {
  const known = subjects[subject];
  return Object.entries(asked).every(([name, value]) => known?.[name as keyof typeof asked] === value);
};
