// What was said anew of a subject or an amount may call for what a proceeding would have called for as a step was taken: a copy to
// whom it concerns now, an order to open what is closed to others. Asked of each in which whoever says it takes part, so that nothing
// hangs on when it was learned. What other proceedings open in the open waits for its next step.
import type { DepartmentId, SubjectId } from '../../schemas/ids.ts';
import { caseOf, emit, narrowed, procedureOf, type UnderWay } from '../decision-under-way.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { CaseState, Proceeding } from '../state.ts';
import { concernedBy } from '../steps/about-whom.ts';
import { openingOn } from '../steps/opening.ts';
import { type Opening, openingAs } from '../steps/opens-beside.ts';
import { isApart } from '../steps/order-follow-up.ts';
import { openNext } from '../steps/perform.ts';
import { areMet, situationOf } from '../steps/step-conditions.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosed } from '../who-is-told.ts';

type Called = {
  readonly copies: readonly DepartmentId[];
  readonly openings: readonly (Opening & { readonly p: Proceeding; readonly on: string })[];
};

const keyOf = ({ opens, subjects = [] }: Opening): string =>
  [opens.procedure, opens.command, ...subjects].join();

/** What the steps taken so far would call for, each once, in a case as it stands. */
const calledFor = (
  work: UnderWay,
  state: CaseState,
  who: ActingOfficer,
  subject: SubjectId | undefined,
): Called => {
  const seen = { ...narrowed(work, { fields: {} }), state };
  const { law } = work.context;
  const steps = Object.values(state.proceedings).flatMap((p) => {
    const procedure = procedureOf(law, p);
    const isAnothers = subject !== undefined && concernedBy(p)?.includes(subject) === false;
    if (isClosed(procedure) || isAnothers || p.moved || !p.participants.includes(who.department)) return [];
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
      if (!isApart(procedure, openingOn(work, opens.procedure))) return [];
      const opening = openingAs(seen, procedure, p, on, opens, who);
      return opening ? [{ ...opening, p, on }] : [];
    }),
  );
  const once = new Map(openings.map((one) => [keyOf(one), one]));
  return { copies: [...new Set(copies)], openings: [...once.values()] };
};

/** `before` is the case as it stood before the version was recorded. */
export const askAgain = (
  work: UnderWay,
  who: ActingOfficer,
  subject: SubjectId | undefined,
  before: CaseState,
): void => {
  const then = calledFor(work, before, who, subject);
  const now = calledFor(work, caseOf(work), who, subject);
  const departments = now.copies.filter(
    (d) => !then.copies.includes(d) && d !== who.department && !isRestricted(work.state, d),
  );
  if (departments.length > 0)
    emit(work, { kind: 'admission', type: 'departments-admitted', by: who.department, departments });
  const known = new Set(then.openings.map(keyOf));
  for (const one of now.openings.filter((opening) => !known.has(keyOf(opening))))
    openNext(work, procedureOf(work.context.law, one.p), one.p, one.on, one, who);
};
