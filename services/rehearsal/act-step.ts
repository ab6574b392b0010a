// Rule 11 at play: an act and its case as it stands → the next command. A proceeding that is open and takes it comes first; else
// one is opened for it, with what lies between filled in. Pure; names no procedure.
import { isOfKind } from '../../case/register/former-body.ts';
import type { Proceeding } from '../../case/state.ts';
import { knowsSubject } from '../../case/who-is-told.ts';
import type { Law } from '../../law/law.ts';
import type { DepartmentId, SubjectId } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { SubjectKind } from './case-files.ts';
import type { Act } from './planned-fact.ts';
import { pathTo } from './step-path.ts';
import { type About, given, type NextStep, type Situation, toward } from './toward-command.ts';
import { reasonsIn, wayIn } from './way-in.ts';

/** Which person an act is about: by name, or the one counted so where several are not named. */
const personOf = ({ subject }: Act, part: number, isPerSubject: boolean): string | undefined =>
  subject ?? (isPerSubject ? `#${part + 1}` : undefined);

/** Both are about the same subject, or one of them is about none in particular. */
const agree = (p: Proceeding, numbers: readonly SubjectId[], isNamed: boolean): boolean =>
  !isNamed || p.subject === undefined || numbers.includes(p.subject);

type Taking = { readonly procedure: Procedure; readonly command: string; readonly proceeding: Proceeding };

/** The proceeding that takes the act with the fewest steps between; of equals the newest, or the oldest. */
const taking = (situation: Situation, act: Act, actor: DepartmentId): Taking | undefined => {
  const { state, law, file } = situation;
  const opened = Object.values(state?.proceedings ?? {});
  const all = act.oldest ? opened : opened.toReversed();
  for (const { procedure: name, command } of act.ways) {
    const found = all.flatMap((proceeding) => {
      const procedure = law.procedure(proceeding.procedure, proceeding.version);
      if (procedure?.procedure !== name) return [];
      const person = personOf(act, situation.part ?? 0, procedure.per === 'subject');
      const numbers = file.subjects.get(person ?? '') ?? [];
      if (!agree(proceeding, numbers, person !== undefined)) return [];
      const path = pathTo(procedure, proceeding, command, actor);
      // Nobody is made to refuse, revoke or return anything that was not published.
      return path !== null && reasonsIn(path) === 0
        ? [{ procedure, command, proceeding, steps: path.length }]
        : [];
    });
    const [nearest] = found.toSorted((a, b) => a.steps - b.steps);
    if (nearest) return nearest;
  }
  return undefined;
};

/** Of those the fact names, whom the command must name: the role it hands to, or whoever it needs. */
const namedBy = (
  law: Law,
  procedure: Procedure,
  command: string,
  others: readonly DepartmentId[],
): DepartmentId[] => {
  const { handsTo, needs = [] } = procedure.commands[command] ?? {};
  const bodies = handsTo === undefined ? undefined : procedure.roles[handsTo]?.bodies;
  const fitting = others.filter((department) => bodies === undefined || isOfKind(law, department, bodies));
  return handsTo !== undefined || needs.includes('to') ? fitting.slice(0, 1) : [];
};

/** The subject by its name, numbered where it is named for the first time, or to who acts there is none yet. */
export const aboutSubject = (
  { file, state, law }: Situation,
  name: string,
  kind: SubjectKind,
  by: DepartmentId | 'publisher',
): About => {
  const known = file.subjects
    .get(name)
    ?.find((subject) => by === 'publisher' || (state && knowsSubject(state, law, subject, by)));
  return known === undefined
    ? { name, subject: `s${Object.keys(state?.subjects ?? {}).length + 1}`, kind }
    : { name, subject: known };
};

/** The person a proceeding is opened for, where it is for one. */
const aboutPerson = (
  situation: Situation,
  { per }: Procedure,
  act: Act,
  by: DepartmentId,
): About | undefined => {
  if (per !== 'subject' && per !== 'subject-or-case') return undefined;
  const person = personOf(act, situation.part ?? 0, per === 'subject');
  return person === undefined ? undefined : aboutSubject(situation, person, 'person', by);
};

const openingFor = (situation: Situation, act: Act, actor: DepartmentId): NextStep | undefined => {
  const { law, file, part = 0 } = situation;
  const last = act.ways.at(-1);
  const procedure = last && law.newestProcedure(last.procedure);
  if (!last || !procedure || act.inOpenOnly) return undefined;
  const way = wayIn(procedure, {
    command: last.command,
    actor,
    others: act.to,
    home: file.home,
    law: situation.law,
  });
  if (!way) return undefined;
  const isFact = way.opening === last.command;
  const about = aboutPerson(situation, procedure, act, way.by);
  const step = given(situation, {
    actor: way.by,
    command: way.opening,
    procedure,
    to: way.to,
    isFact,
    ...(isFact ? { fields: act.each[part] ?? {} } : {}),
    ...(about ? { about } : {}),
  });
  return { ...step, procedure: procedure.procedure };
};

/** Toward the act's command, or `undefined` where nothing takes it. */
export const actStep = (situation: Situation, act: Act, actor: DepartmentId): NextStep | undefined => {
  const found = taking(situation, act, actor);
  if (!found) return openingFor(situation, act, actor);
  const { procedure, command, proceeding } = found;
  return toward(situation, procedure.procedure, {
    command,
    actor,
    to: namedBy(situation.law, procedure, command, act.to),
    isFact: true,
    proceeding,
    fields: act.each[situation.part ?? 0] ?? {},
  });
};
