// A step in the words of the record: where it leads, who is told with a copy, who joins the case by it, what it said.
import { BUS, type DepartmentId } from '../../schemas/ids.ts';
import type { Procedure, Role } from '../../schemas/procedure.ts';
import { caseOf, emit, type UnderWay } from '../decision-under-way.ts';
import { type Doer, type Proceeding, takenBy } from '../state.ts';
import { becomesAbout } from './about-whom.ts';
import { fieldsFor } from './demands.ts';
import { nameAgain, namedInFields, saidIn } from './name-subjects.ts';
import { allOffered, type Offered } from './offered.ts';
import { areMet, situationOf } from './step-conditions.ts';

export const stateAfter = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, target }: Offered,
  who: Doer,
): string => {
  const { to, when = [], else: other } = target;
  const holds = () => areMet(work, procedure, when, situationOf(work, procedure, name, who, p));
  return (other === undefined || holds() ? to : other) ?? p.state;
};

/**
 * Departments that may act in the new state and took no part in the case before: whoever may act is told. Of what the bus did, all who
 * may act: nobody else tells them.
 */
const joining = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  to: string,
  [doer, ...copies]: readonly DepartmentId[],
  handsTo: Role | undefined,
): DepartmentId[] => {
  const except = [doer, ...copies, ...(doer === BUS ? [] : caseOf(work).parties)];
  const acting = new Set(
    allOffered(procedure, to)
      .flatMap(({ command }) => command.by)
      .filter((role) => role !== handsTo),
  );
  const holders = [...acting].flatMap((role) => p.roles[role] ?? []);
  return [...new Set(holders)].filter((d) => !except.includes(d));
};

/** Departments told with a copy: always, and as the case stands. */
const copiesOf = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command: { copyTo = [], copyWhere = [] } }: Pick<Offered, 'name' | 'command'>,
  who: Doer,
): DepartmentId[] => {
  const situation = situationOf(work, procedure, name, who, p);
  const where = copyWhere.filter(({ when }) => areMet(work, procedure, when, situation)).map(({ to }) => to);
  const holders = [...copyTo, ...where].flatMap((role) => p.roles[role] ?? []);
  return [...new Set(holders)].filter((d) => d !== who.department);
};

export const emitStep = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command }: Offered,
  who: Doer,
  from: string | null,
  to: string,
): void => {
  const { body, precision } = work.command;
  const { department } = who;
  const copies = copiesOf(work, procedure, p, { name, command }, who);
  const joins = joining(work, procedure, p, to, [department, ...copies], command.handsTo);
  const fields = fieldsFor(procedure, name, work.command, p);
  const before = from === null ? undefined : procedure.states[from]?.shows;
  const shows = procedure.states[to]?.shows;
  const spokenOf = [
    ...(body.subjects ?? []),
    ...(from === null && p.subject ? [p.subject] : []),
    ...namedInFields(work, procedure, fields ?? {}),
  ];
  nameAgain(work, spokenOf, saidIn(work, [p]));
  const about = from === null ? undefined : becomesAbout(work, p, command);
  emit(work, {
    kind: 'step',
    type: command.event,
    precision,
    proceeding: p.proceeding,
    command: name,
    ...takenBy(who),
    ...(who.recordedBy ? { recordedBy: who.recordedBy } : {}),
    ...(body.team ? { team: body.team } : {}),
    from,
    to,
    copies,
    ...(joins.length > 0 ? { joins } : {}),
    ...(fields ? { fields } : {}),
    ...(body.papers ? { papers: body.papers } : {}),
    ...(body.subjects ? { subjects: body.subjects } : {}),
    ...(about === undefined ? {} : { about }),
    ...(body.reasonCode ? { reasonCode: body.reasonCode } : {}),
    ...(body.filled ? { filled: true } : {}),
    ...(work.place === undefined ? {} : { place: work.place }),
    ...(shows !== undefined && shows !== before ? { shows } : {}),
  });
};
