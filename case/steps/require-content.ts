// What must be said on the record: whoever opens a proceeding and hands it over in one step sends all that its receiver gets, so
// there is something in it; and a date by which another must act lies ahead. A rehearsal plays what was published, which may say less.
import type { CaseCommand } from '../../schemas/command.ts';
import type { SubjectId } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import { isStated, type Procedure, type ProcedureCommand, STATED_AS } from '../../schemas/procedure.ts';
import { Rejection, servedOn, type UnderWay } from '../decision-under-way.ts';
import { type Proceeding, statedKey } from '../state.ts';
import { aboutOf } from './about-whom.ts';
import { COMMITTED, fieldsOf } from './demands.ts';

/** A value of a party other than a reason, or a paper that is attached. */
const saysSomething = ({ commitments, body }: CaseCommand): boolean =>
  Object.keys(commitments).some((path) => path !== '/reason') ||
  (body.papers ?? []).some(({ explained }) => explained !== true);

/** Why an opening says too little, or `undefined`. */
export const lackingContent = (work: UnderWay, { handsTo }: ProcedureCommand): Rejection | undefined =>
  work.context.clock === 'real' && handsTo !== undefined && !saysSomething(work.command)
    ? new Rejection('CONTENT_REQUIRED')
    : undefined;

const namesSubjects = ({ body }: CaseCommand): boolean =>
  (body.subjects ?? body.newSubjects ?? []).length > 0;

/** Stated by this very command, or before: of the case as a whole, or of each whom it is about. */
const isStatedOf = (work: UnderWay, name: keyof typeof STATED_AS, p: Proceeding | undefined): boolean => {
  if (Object.hasOwn(work.command.commitments, `/${name}`)) return true;
  const { stated = {} } = work.state ?? {};
  const isThere = (subject?: SubjectId): boolean =>
    Object.hasOwn(stated, statedKey(STATED_AS[name], subject));
  const about = aboutOf(work, p);
  return isThere() || (about.length > 0 && about.every(isThere));
};

/**
 * Why a command says too little of what its procedure wants on the record, or `undefined`. Whom a proceeding is about is asked as it
 * is opened; a command of one that is under way is about whom that is about.
 */
export const unsaidOnRecord = (
  work: UnderWay,
  { onRecord = [] }: ProcedureCommand,
  p?: Proceeding,
): Rejection | undefined => {
  const { context, command } = work;
  const isSaid = (name: string): boolean => {
    if (name === 'subjects') return p !== undefined || namesSubjects(command);
    if (isStated(name)) return isStatedOf(work, name, p);
    return (
      command.body.fields?.[name] !== undefined || Object.hasOwn(command.commitments, `${COMMITTED}${name}`)
    );
  };
  const unsaid = onRecord.filter((name) => !isSaid(name));
  return context.clock === 'real' && unsaid.length > 0 ? new Rejection('FIELD_REQUIRED', unsaid) : undefined;
};

/**
 * Why a date that measures a limit begun here cannot be set, or `undefined`: its day is over. Where a paper of the command was served
 * by hand, its receiver has known of the date since; then it must not lie before the act.
 */
export const passedDate = (
  work: UnderWay,
  procedure: Procedure,
  demanded: ProcedureCommand,
): Rejection | undefined => {
  const { command, context } = work;
  if (context.clock !== 'real') return undefined;
  const { fields = {} } = command.body;
  const isServed = servedOn(work).length > 0;
  const since = dateOf(isServed ? command.occurredAt : context.at);
  const started = Object.values(procedure.clocks).filter(({ startsOn }) =>
    startsOn.includes(command.command),
  );
  const measuring = new Set(started.flatMap(({ setBy }) => setBy ?? []));
  const passed = fieldsOf(procedure, demanded).flatMap(([name]) => {
    const value = fields[name];
    return measuring.has(name) && typeof value === 'string' && dateOf(value) < since ? [name] : [];
  });
  return passed.length > 0 ? new Rejection('DATE_PASSED', [...passed, `now: ${context.at}`]) : undefined;
};
