// What was said anew of a subject or an amount may call for what a proceeding would have called for as a step was taken: a copy to
// whom it concerns now, an order to open what is closed to others. So nothing hangs on when it was learned, nor on who says it, by which
// command. What other proceedings open in the open waits for its next step.
import type { DepartmentId, SubjectId } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { caseOf, emit, narrowed, procedureOf, type UnderWay } from '../decision-under-way.ts';
import { isOfKind } from '../register/former-body.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import { type CaseState, isPublic, type Proceeding } from '../state.ts';
import { concernedBy } from '../steps/about-whom.ts';
import { openingOn } from '../steps/opening.ts';
import { type Opening, openingAs } from '../steps/opens-beside.ts';
import { isApart } from '../steps/order-follow-up.ts';
import { holderOf, openNext } from '../steps/perform.ts';
import { areMet, situationOf } from '../steps/step-conditions.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosed, isNamedOpenly } from '../who-is-told.ts';

type Called = {
  readonly copies: readonly DepartmentId[];
  readonly openings: readonly (Opening & { readonly p: Proceeding; readonly on: string })[];
};

const keyOf = ({ opens, subjects = [] }: Opening): string =>
  [opens.procedure, opens.command, ...subjects].join();

/**
 * Of which proceedings it is asked: of those that it may concern in which whoever says it takes part, else of the others that it may
 * concern. Where it concerns none, as if each were about the whole case: first of those again in which who says it takes part.
 */
const askedOf = (
  { context: { law } }: UnderWay,
  { proceedings }: CaseState,
  { department }: ActingOfficer,
  subject: SubjectId | undefined,
): readonly Proceeding[] => {
  const open = Object.values(proceedings).filter((p) => !isClosed(procedureOf(law, p)) && !p.moved);
  const concerned = open.filter((p) => subject === undefined || concernedBy(p)?.includes(subject) !== false);
  const all = concerned.length > 0 ? concerned : open.map(({ subject: _, concerns: __, ...p }) => p);
  const own = all.filter(({ participants }) => participants.includes(department));
  return own.length > 0 ? own : all;
};

/** Whether who says it is whom the opening would go to, and could not send it: it knows already. */
const isItsOwn = (
  { context: { law }, command: { occurredAt } }: UnderWay,
  opened: Procedure,
  opens: Opening['opens'],
  { department }: ActingOfficer,
): boolean =>
  Object.entries(opened.roles).some(
    ([role, { side, bodies }]) =>
      side === 'receiving' &&
      !Object.hasOwn(opens.roles, role) &&
      bodies !== undefined &&
      isOfKind(law, department, bodies, occurredAt),
  );

/** What the steps taken so far would call for, each once, in a case as it stands. */
const calledFor = (
  work: UnderWay,
  state: CaseState,
  who: ActingOfficer,
  subject: SubjectId | undefined,
): Called => {
  const seen = { ...narrowed(work, { fields: {} }), state };
  const { law } = work.context;
  const steps = askedOf(work, state, who, subject).flatMap((p) => {
    const procedure = procedureOf(law, p);
    const taken = [...new Set(p.steps.map(({ command }) => command))];
    return taken.flatMap((on) => {
      const command = procedure.commands[on];
      return command ? [{ p, procedure, on, command }] : [];
    });
  });
  const copies = steps.flatMap(({ p, procedure, on, command }) =>
    (command.copyWhere ?? [])
      .filter(({ when }) => areMet(seen, procedure, when, situationOf(seen, procedure, on, who, p, subject)))
      .flatMap(({ to }) => p.roles[to] ?? []),
  );
  const openings = steps.flatMap(({ p, procedure, on, command }) =>
    (command.opens ?? []).flatMap((opens) => {
      const opened = openingOn(work, opens.procedure);
      if (!isApart(procedure, opened) || isItsOwn(work, opened, opens, who)) return [];
      const opening = openingAs(seen, procedure, p, on, opens, who);
      return opening ? [{ ...opening, p, on }] : [];
    }),
  );
  // From where somebody holds the role who may know of the case; where nobody does it falls to who says it.
  const isHeld = ({ p, opens }: (typeof openings)[number]): boolean =>
    Object.values(opens.roles).every((ours) => holderOf(work, p, ours) !== undefined);
  const last = [...openings.filter((one) => !isHeld(one)), ...openings.filter(isHeld)];
  const once = new Map(last.map((one) => [keyOf(one), one]));
  return { copies: [...new Set(copies)], openings: [...once.values()] };
};

const NOTHING: Called = { copies: [], openings: [] };

/** What this very command has told or ordered already, by what it does. */
const isDone = ({ events }: UnderWay) => ({
  copy: (department: DepartmentId): boolean =>
    events.some(
      (event) =>
        (event.kind === 'step' && event.copies.includes(department)) ||
        (event.kind === 'admission' && event.departments.includes(department)),
    ),
  order: ({ opens: { procedure, command }, subjects = [] }: Opening): boolean =>
    events.some(
      (event) =>
        event.kind === 'follow-up' &&
        event.procedure === procedure &&
        event.command === command &&
        subjects.every((one) => event.subjects?.includes(one)),
    ),
});

/** `before` is the case as it stood before it was said, if there was one. */
export const askAgain = (
  work: UnderWay,
  who: ActingOfficer,
  subject: SubjectId | undefined,
  before: CaseState | null,
): void => {
  const then = before ? calledFor(work, before, who, subject) : NOTHING;
  const now = calledFor(work, caseOf(work), who, subject);
  const done = isDone(work);
  const departments = now.copies.filter(
    (d) => !then.copies.includes(d) && d !== who.department && !isRestricted(work.state, d) && !done.copy(d),
  );
  if (departments.length > 0)
    emit(work, { kind: 'admission', type: 'departments-admitted', by: who.department, departments });
  const known = new Set(then.openings.map(keyOf));
  for (const one of now.openings.filter((opening) => !known.has(keyOf(opening)) && !done.order(opening)))
    openNext(work, procedureOf(work.context.law, one.p), one.p, one.on, one, who);
};

/** Of each that a command named openly for the first time and that is public, or an official, whatever the command was for. */
export const askOfNamed = (work: UnderWay, who: ActingOfficer, before: CaseState | null): void => {
  const { filled } = work.command.body;
  for (const event of [...work.events]) {
    if (event.kind !== 'subject' || event.in !== undefined || !isPublic(event.attributes)) continue;
    const { subject } = event;
    if (before && isNamedOpenly(before, subject)) continue;
    const body = { subjects: [subject], ...(filled ? { filled } : {}) };
    const own: UnderWay = { ...work, command: { ...work.command, body } };
    askAgain(own, who, subject, before);
    work.state = own.state;
  }
};
