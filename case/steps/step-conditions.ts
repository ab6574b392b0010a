// The conditions of a command: what they look at, and which of them keeps it from going on.
import { regionOfCase, type SubjectId } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { holds } from '../conditions.ts';
import { Rejection, regionSettings, type UnderWay } from '../decision-under-way.ts';
import type { Situation } from '../situation.ts';
import type { Doer, Proceeding } from '../state.ts';
import { waitsUntil } from '../waits-until.ts';
import { becomesAbout, namedSubjects } from './about-whom.ts';
import { fieldsFor } from './demands.ts';
import type { Offered } from './offered.ts';

/** What a command of a procedure looks at; `p` is absent while it opens one. */
export const situationOf = (
  work: UnderWay,
  procedure: Procedure,
  name: string,
  who: Doer,
  p: Proceeding | undefined,
  subject?: SubjectId,
): Situation => ({
  state: work.state,
  proceeding: p,
  procedure,
  subject,
  named: namedSubjects(work),
  receivers: work.command.body.to,
  law: work.context.law,
  register: work.context.register,
  clock: work.context.clock,
  occurredAt: work.command.occurredAt,
  by: who,
  fields: fieldsFor(procedure, name, work.command, p) ?? {},
});

/** A condition of a procedure, unless the region of the case does without it. */
const isMet = (work: UnderWay, procedure: Procedure, id: string, s: Situation): boolean => {
  const condition = procedure.conditions[id];
  if (!condition) throw new Error(`${procedure.procedure} names condition ${id}, which it does not have`);
  if (condition.switchable) {
    const region = work.state?.region ?? regionOfCase(work.context.caseId);
    const settled = regionSettings(work.context.register, region).conditions[id];
    if (settled?.active === false) return true;
  }
  return holds(condition.if, s);
};

type Asked = [work: UnderWay, procedure: Procedure, ids: readonly string[], s: Situation];

const unmet = (...[work, procedure, ids, s]: Asked): string | undefined =>
  ids.find((one) => !isMet(work, procedure, one, s));

/** Whether all of these conditions hold. */
export const areMet = (...asked: Asked): boolean => unmet(...asked) === undefined;

/** The first condition that keeps a command from going on, as the refusal with its code and words, and from when on it would not. */
export const refusedBy = (...asked: Asked): Rejection | undefined => {
  const [, procedure, , s] = asked;
  const id = unmet(...asked);
  const condition = id === undefined ? undefined : procedure.conditions[id];
  if (id === undefined || condition === undefined) return undefined;
  const from = waitsUntil(condition.if, s);
  return new Rejection(condition.code, [id, ...(from ? [`from: ${from}`] : [])], condition.refusal);
};

/** Why the conditions of an offered command keep it from being taken, or `undefined`. */
export const conditionRefusing = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command, target }: Offered,
  who: Doer,
): Rejection | undefined =>
  refusedBy(
    work,
    procedure,
    [...(command.when ?? []), ...(target.else === undefined ? (target.when ?? []) : [])],
    situationOf(work, procedure, name, who, p, becomesAbout(work, p, command)),
  );
