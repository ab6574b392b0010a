// What a command demands of itself: rank, reason, papers, fields of their declared kinds, officers. The first thing missing is
// the reason to refuse.

import { remember } from '../../law/remember.ts';
import { type CaseCommand, PartyBody } from '../../schemas/command.ts';
import {
  type Field,
  FieldName,
  type FieldValue,
  type FieldValues,
  isGiven,
  writtenAs,
} from '../../schemas/field.ts';
import type { Rank } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import { Rejection, type UnderWay } from '../decision-under-way.ts';
import { addMonths, dateOfDay, dayOfInstant } from '../due/civil-day.ts';
import { ranksWhen } from '../register/register.ts';
import type { Proceeding } from '../state.ts';

/** Papers of one proceeding: a drafted request lists them all, and must fit into one entry. */
const MOST_PAPERS = 500;

const shapeOf = remember(writtenAs);

/** Declared fields that a command needs or takes. */
export const fieldsOf = (procedure: Procedure, command: ProcedureCommand): [name: string, field: Field][] =>
  [...(command.needs ?? []), ...(command.takes ?? [])].flatMap((name) => {
    const field = procedure.fields[name];
    return field ? [[name, field] as [string, Field]] : [];
  });

const orNone = (values: readonly (readonly [string, FieldValue])[]): FieldValues | undefined =>
  values.length > 0 ? Object.fromEntries(values) : undefined;

/** Of the fields sent, those that another command declares too. */
export const fieldsSent = (procedure: Procedure, command: ProcedureCommand, sent: FieldValues) =>
  orNone(
    fieldsOf(procedure, command).flatMap(([name]) => {
      const value = sent[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/** The day so many months after a step, that of the command itself where it takes it. */
const dayCounted = (
  { months, from }: NonNullable<Field['counted']>,
  name: string,
  at: Instant,
  sent: FieldValues,
  p: Proceeding | undefined,
): string | undefined => {
  const begun = name === from ? at : p?.steps.findLast(({ command }) => command === from)?.at;
  const many = typeof months === 'number' ? months : (sent[months] ?? p?.fields[months]);
  return begun === undefined || typeof many !== 'number'
    ? undefined
    : dateOfDay(addMonths(dayOfInstant(begun), many));
};

/** The fields a command records: of those sent the ones it declares; each serial, one after the last; each day that is counted. */
export const fieldsFor = (
  procedure: Procedure,
  name: string,
  { body: { fields: sent = {} }, occurredAt }: Pick<CaseCommand, 'body' | 'occurredAt'>,
  p: Proceeding | undefined,
): FieldValues | undefined => {
  const command = procedure.commands[name];
  if (!command) return undefined;
  const given = fieldsOf(procedure, command).flatMap(([field, { kind, counted }]): [string, FieldValue][] => {
    if (kind === 'serial') return [[field, Number(p?.fields[field] ?? 0) + 1]];
    const day = counted && dayCounted(counted, name, occurredAt, sent, p);
    return day === undefined ? [] : [[field, day]];
  });
  return orNone([...Object.entries(fieldsSent(procedure, command, sent) ?? {}), ...given]);
};

/** Where a command commits to its declared fields of a party. */
export const COMMITTED = '/fields/';

/** Names of fields that the command does not declare, or that are not of their kind or class. */
const refusedFields = (
  procedure: Procedure,
  command: ProcedureCommand,
  { body, commitments }: CaseCommand,
): string[] => {
  const declared = new Map(fieldsOf(procedure, command));
  const open = Object.entries(body.fields ?? {}).flatMap(([name, value]) => {
    const field = declared.get(name);
    const fits = field?.class === 'open' && !isGiven(field) && shapeOf(field).safeParse(value).success;
    return fits ? [] : [name];
  });
  const concealed = Object.keys(commitments).flatMap((path) => {
    const name = path.startsWith(COMMITTED) ? path.slice(COMMITTED.length) : undefined;
    return name === undefined || (declared.get(name)?.class ?? 'open') !== 'open' ? [] : [name];
  });
  return [...open, ...concealed];
};

/** Names of fields said not to be published, which on the record is no answer. */
const unpublishedFields = (
  { command, context }: UnderWay,
  procedure: Procedure,
  demanded: ProcedureCommand,
): string[] =>
  fieldsOf(procedure, demanded).flatMap(([name, { unpublished = [] }]) =>
    context.clock === 'real' &&
    [command.body.fields?.[name]].flat().some((one) => unpublished.includes(String(one)))
      ? [name]
      : [],
  );

const isThere = (command: CaseCommand, procedure: Procedure, name: string): boolean => {
  const { body, commitments } = command;
  const field = procedure.fields[name];
  if (field)
    return (
      isGiven(field) ||
      (field.class === 'open'
        ? body.fields?.[name] !== undefined
        : Object.hasOwn(commitments, `${COMMITTED}${name}`))
    );
  if (Object.hasOwn(PartyBody.shape, name)) return Object.hasOwn(commitments, `/${name}`);
  const value = (body as Record<string, unknown>)[name];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
};

/** Why the papers and officers that come with a command do not do, or `undefined`. */
export const lacksPapersOrTeam = (
  work: Pick<UnderWay, 'command' | 'context'>,
  { papers: asked = [], officers }: Pick<ProcedureCommand, 'papers' | 'officers'>,
): Rejection | undefined => {
  const { body, actor, occurredAt } = work.command;
  const given = new Set(body.papers?.map((paper) => paper.code));
  const papers = asked.filter((code) => !given.has(code));
  if (papers.length > 0) return new Rejection('PAPERS_MISSING', papers);
  if (!officers || !('department' in actor)) return undefined;
  const team = [...new Set(body.team)];
  if (team.length < officers) return new Rejection('TEAM_TOO_SMALL', [String(officers)]);
  const unknown = team.filter((id) =>
    ranksWhen(work.context.register, actor.department, id, occurredAt, work.context.at).every(
      (rank) => rank === 'auditor',
    ),
  );
  return unknown.length > 0 ? new Rejection('UNKNOWN_OFFICER', unknown) : undefined;
};

/** Why a command cannot be taken as it is, or `undefined`. */
export const missingFrom = (
  work: UnderWay,
  procedure: Procedure,
  demanded: ProcedureCommand,
  ranks: readonly Rank[],
  p?: Proceeding,
): Rejection | undefined => {
  const { command } = work;
  const { body, commitments } = command;
  if (demanded.rank && !ranks.includes(demanded.rank)) return new Rejection('RANK_TOO_LOW', [demanded.rank]);
  if (demanded.approvedBy && body.approver === undefined)
    return new Rejection('FIELD_REQUIRED', ['approver']);
  if (demanded.approvedBy && body.approver !== demanded.approvedBy)
    return new Rejection('RANK_TOO_LOW', [`approver: ${demanded.approvedBy}`]);
  if (demanded.reason && (!body.reasonCode || !commitments['/reason']))
    return new Rejection('REASON_REQUIRED', ['reasonCode', 'reason']);
  const refused = refusedFields(procedure, demanded, command);
  // What is no name of a field might be anything, a person's name too.
  const isName = (name: string): boolean => FieldName.safeParse(name).success;
  if (refused.length > 0) return new Rejection('FIELD_REFUSED', refused.filter(isName));
  const unpublished = unpublishedFields(work, procedure, demanded);
  if (unpublished.length > 0) return new Rejection('REHEARSAL_ONLY', unpublished);
  const fields = (demanded.needs ?? []).filter((name) => !isThere(command, procedure, name));
  if (fields.length > 0) return new Rejection('FIELD_REQUIRED', fields);
  if ((p?.papers.length ?? 0) + (body.papers?.length ?? 0) > MOST_PAPERS)
    return new Rejection('TOO_LARGE', [`papers > ${MOST_PAPERS}`]);
  if (body.papers?.some((paper) => paper.explained) && !commitments['/reason'])
    return new Rejection('REASON_REQUIRED', ['reason']);
  return lacksPapersOrTeam(work, demanded);
};
