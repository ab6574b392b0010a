// An act of a published case as the command that tells it, filled in by the clerk: the same in memory and on a platform.
import type { CaseState, Proceeding } from '../../case/state.ts';
import { CASE_COMMANDS } from '../../law/case-commands.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import { type Body, type DepartmentId, departmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { Told } from './case-driver.ts';
import { toldFor } from './clerk.ts';

/**
 * Day, who (a body of the region of the case, or a department of another), `procedure command` or `procedure:subject command`, the
 * state it leads to, and what the text says of it. A command on the case itself leads to no state of a proceeding: `known`.
 */
export type Act = readonly [day: string, who: string, step: string, state: string, body?: OpenBody];

export const lineOf = (day: string, who: string, step: string, state: string): string =>
  `${day} ${who} ${step} → ${state}`;
export const nameOf = ({ procedure, subject }: { procedure: string; subject?: string | undefined }): string =>
  `${procedure}${subject ? `:${subject}` : ''}`;
export const fullName = (region: string, who: string): DepartmentId =>
  who.includes('/') ? (who as DepartmentId) : departmentId(region, who as Body);
export const shortName = (region: string, department: string): string =>
  department.startsWith(`${region}/`) ? department.slice(region.length + 1) : department;

const procedureOf = (name: string, day: string): Procedure => {
  const found = law.procedures.findLast(
    (p) => p.procedure === name && p.inForce.from <= day && (p.inForce.until ?? '9999') > day,
  );
  if (!found) throw new Error(`${name} was not in force on ${day}`);
  return found;
};

const offers = (p: Proceeding, command: string): boolean =>
  Object.hasOwn(law.procedure(p.procedure, p.version)?.states[p.state]?.on ?? {}, command);

const proceedingOf = (
  state: CaseState | null,
  name: string,
  subject: string | undefined,
  command: string,
): Proceeding | undefined =>
  Object.values(state?.proceedings ?? {}).findLast(
    (p) =>
      p.procedure === name &&
      p.moved === undefined &&
      offers(p, command) &&
      (subject === undefined || p.subject === subject),
  );

/** The command, and the proceeding it moves where there is one already. */
export const toldOfAct = (
  [day, who, step, , body = {}]: Act,
  state: CaseState | null,
  region: string,
  at: Instant,
): { told: Told; found: Proceeding | undefined } => {
  const [target = '', command = ''] = step.split(' ');
  const [name = '', subject] = target.split(':');
  const actor = fullName(region, who);
  const said = {
    ...body,
    ...(body.to ? { to: body.to.map((to) => fullName(region, to)) } : {}),
    ...(subject ? { subjects: [subject] } : {}),
  };
  if (name === 'case') {
    const values = CASE_COMMANDS[command]?.values.map((path) => path.slice(1)) ?? [];
    return { found: undefined, told: { as: `${actor}/head`, at, command, body: said, with: values } };
  }
  const found = proceedingOf(state, name, subject, command);
  const procedure = (found && law.procedure(found.procedure, found.version)) ?? procedureOf(name, day);
  const rule = procedure.commands[command];
  if (!rule) throw new Error(`${name} has no ${command}`);
  const filled = toldFor(procedure, command, rule, state, found, actor, at);
  return {
    found,
    told: {
      ...filled,
      body: { ...filled.body, ...said, fields: { ...filled.body?.fields, ...body.fields } },
    },
  };
};
