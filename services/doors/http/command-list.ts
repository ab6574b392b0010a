// GET /v1/commands: every command there is, with its fields, papers and conditions, before there is a case to send it to.
import * as z from 'zod';
import { CASE_COMMANDS } from '../../../law/case-commands.ts';
import type { Law } from '../../../law/law.ts';
import { ContractError } from '../../../schemas/errors.ts';
import { FieldClass, FieldKind, FieldName } from '../../../schemas/field.ts';
import { Bilingual, Body, Rank } from '../../../schemas/ids.ts';
import { type CivilDate, dateOf } from '../../../schemas/instant.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import { type Words, wordsOf } from '../../words/words.ts';
import { schemasOf, schemasOnCase } from './command-bodies.ts';
import {
  commandsSent,
  conditionsOf,
  fieldsOf,
  papersOf,
  sharedOf,
  statesOf,
  valuesOf,
} from './command-demands.ts';
import type { HttpPorts } from './ports.ts';
import { problems } from './problem.ts';
import type { HttpServer } from './server.ts';

const Coded = z.strictObject({ code: z.string(), title: Bilingual });

const CommandLine = z.strictObject({
  procedure: z.string().describe('`case` for commands on the case itself'),
  version: z.int(),
  procedureTitle: Bilingual,
  command: z.string(),
  title: Bilingual,
  by: z
    .array(z.strictObject({ role: z.string(), title: Bilingual, bodies: z.array(Body) }))
    .describe(
      'Who may send it: any of these roles, each held by these kinds of department; none for any kind',
    ),
  rank: Rank.nullable().describe('Rank its officer must hold'),
  opens: z.boolean().describe('It opens a proceeding, and a case where none is named'),
  states: z
    .array(z.strictObject({ state: z.string(), title: Bilingual }))
    .describe('States in which it may be sent; none where `always`, or where it only opens'),
  always: z.boolean().describe('In every state that is not the end'),
  when: Bilingual.nullable().describe(
    'When one on the case itself is taken; null for whenever the case is open',
  ),
  receiver: z
    .strictObject({ role: z.string(), title: Bilingual })
    .nullable()
    .describe('Role it hands the case to: `to` names the department where nobody holds it yet'),
  body: z.array(z.string()).describe('Fields of the body it must carry, of those every command shares'),
  fields: z.array(
    z.strictObject({
      name: FieldName,
      title: Bilingual,
      kind: FieldKind,
      list: z.boolean(),
      class: FieldClass.describe('`open`: in body.fields; `party`, `sealed`: committed to at /fields/<name>'),
      required: z.boolean(),
      least: z.int().nullable().describe('Of a count: what it is at least'),
      most: z.int().nullable().describe('Of a count: what it is at most'),
      options: z.array(Coded).describe('The codes there are; none where any is taken'),
    }),
  ),
  values: z.array(z.string()).describe('Paths of the party values it must commit to'),
  papers: z.array(Coded).describe('Documents it must carry, or explain'),
  officers: z.int().describe('At least so many in body.team'),
  conditions: z.array(
    z.strictObject({ id: z.string(), title: Bilingual, code: z.string(), refusal: Bilingual }),
  ),
  schemas: z
    .strictObject({ body: z.string(), party: z.string().nullable() })
    .describe('Names of its JSON Schemas under components/schemas of /openapi.json'),
});
type CommandLine = z.infer<typeof CommandLine>;

export const CommandList = z.strictObject({ commands: z.array(CommandLine) });
export type CommandList = z.infer<typeof CommandList>;

const linesOf = (law: Law, p: Procedure, words: Words): CommandLine[] =>
  commandsSent(p).map(([name, c]) => {
    const roleOf = (role: string) => ({ role, title: p.roles[role]?.title ?? { zh: role, en: role } });
    const needs = c.needs ?? [];
    return {
      procedure: p.procedure,
      version: p.version,
      procedureTitle: words.procedureTitle(p.procedure),
      command: name,
      title: c.title,
      by: c.by.map((role) => ({ ...roleOf(role), bodies: [...(p.roles[role]?.bodies ?? [])] })),
      rank: c.rank ?? null,
      opens: Object.hasOwn(p.opensOn, name),
      states: statesOf(p, name).map((state) => ({ state, title: p.states[state]?.title ?? c.title })),
      always: p.always !== undefined && Object.hasOwn(p.always, name),
      when: null,
      receiver: c.handsTo === undefined ? null : roleOf(c.handsTo),
      body: sharedOf(p, c),
      fields: fieldsOf(p, c).map(
        ([field, { title, kind, list = false, class: of, options = {}, ...range }]) => ({
          name: field,
          title,
          kind,
          list,
          class: of,
          required: needs.includes(field),
          least: range.least ?? null,
          most: range.most ?? null,
          options: Object.entries(options).map(([code, said]) => ({ code, title: said })),
        }),
      ),
      values: [...valuesOf(c).map((value) => `/${value}`), ...(c.reason ? ['/reason'] : [])],
      papers: papersOf(law, p, c),
      officers: c.officers ?? 0,
      conditions: conditionsOf(p, name, c),
      schemas: schemasOf(law, p, name),
    };
  });

const CASE = 'case';

const caseLines = (law: Law, words: Words): CommandLine[] =>
  Object.entries(CASE_COMMANDS).map(([command, { needs, values, by, when = null }]) => ({
    procedure: CASE,
    version: 1,
    procedureTitle: words.procedureTitle(CASE),
    command,
    title: words.commandTitle(command),
    by: [{ role: 'party', title: by, bodies: [] }],
    rank: null,
    opens: false,
    states: [],
    always: when === null,
    when,
    receiver: null,
    body: [...needs],
    fields: [],
    values: [...values],
    papers: [],
    officers: 0,
    conditions: [],
    schemas: schemasOnCase(law, command),
  }));

/**
 * Commands of the procedures in force on a day, or of the one that is named; those on the case itself last.
 * @throws ContractError UNKNOWN_PROCEDURE
 */
export const commandList = (law: Law, on: CivilDate, procedure?: string): CommandList => {
  const words = wordsOf(law);
  const inForce = law.newest.flatMap((p) => law.procedureOn(p.procedure, on) ?? []);
  const commands = [...inForce.flatMap((p) => linesOf(law, p, words)), ...caseLines(law, words)];
  const named = commands.filter((line) => procedure === undefined || line.procedure === procedure);
  if (named.length === 0) {
    const known = [...new Set(commands.map((line) => line.procedure))];
    throw new ContractError('UNKNOWN_PROCEDURE', [
      ...(procedure === undefined ? [] : [procedure]),
      `known: ${known.join(', ')}`,
    ]);
  }
  return { commands: named };
};

export const commandListRoutes = (app: HttpServer, { registrar, clock }: HttpPorts): void => {
  app.get(
    '/v1/commands',
    {
      config: { audience: 'officer-or-operator' },
      schema: {
        summary:
          '命令一览 / every command of the procedures in force, with its fields, papers and conditions',
        security: [{ bearer: [] }],
        querystring: z.strictObject({
          procedure: z
            .string()
            .max(60)
            .optional()
            .describe('Of this procedure alone; `case`: of the case itself'),
        }),
        response: { 200: CommandList, ...problems },
      },
    },
    async (request) => commandList(registrar.law().law, dateOf(clock.now()), request.query.procedure),
  );
};
