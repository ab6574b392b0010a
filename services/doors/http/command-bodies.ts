// What each command of each procedure takes, as JSON Schema and procedure by procedure, for the descriptions of the doors: whoever
// has these alone knows what to send before there is a case. What repeats stands once.
import * as z from 'zod';
import { NOT_OF_PROCEDURES } from '../../../case/refuse-astray.ts';
import { CASE_COMMANDS } from '../../../law/case-commands.ts';
import type { Law } from '../../../law/law.ts';
import { remember } from '../../../law/remember.ts';
import { GENERAL_COMMANDS } from '../../../law/titles.ts';
import { type Field, writtenAs } from '../../../schemas/field.ts';
import type { Bilingual } from '../../../schemas/ids.ts';
import type { Procedure, ProcedureCommand } from '../../../schemas/procedure.ts';
import { caseBodySchema, casePartySchema, caseSchemaName } from './case-bodies.ts';
import {
  asksValues,
  commandsSent,
  conditionsOf,
  fieldsOf,
  type NamedField,
  papersOf,
  schemaNameOf,
  sharedOf,
  statesOf,
  valuesOf,
} from './command-demands.ts';

type Schema = Readonly<Record<string, unknown>>;

const both = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

const valueSchema = (name: string, field: Field): Schema => {
  const { $schema: _, ...shape } = z.toJSONSchema(writtenAs(field), { io: 'input', unrepresentable: 'any' });
  const codes = Object.entries(field.options ?? {}).map(([code, title]) => `${code}: ${both(title)}`);
  const described = [...(field.class === 'open' ? [] : [`At /fields/${name}`]), ...codes];
  return {
    ...shape,
    title: both(field.title),
    ...(described.length > 0 ? { description: described.join('; ') } : {}),
    'x-kind': field.list ? `list of ${field.kind}` : field.kind,
    'x-class': field.class,
  };
};

const fieldsSchema = (fields: readonly NamedField[], needs: readonly string[]): Schema => {
  const required = fields.flatMap(([name]) => (needs.includes(name) ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, valueSchema(name, field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
};

type Asked = {
  readonly open: readonly NamedField[];
  readonly needs: readonly string[];
  readonly papers: readonly { readonly code: string; readonly title: Bilingual }[];
  readonly officers: number | undefined;
  readonly shared: readonly string[];
};
const NOTHING: Asked = { open: [], needs: [], papers: [], officers: undefined, shared: [] };

const askedOf = (law: Law, p: Procedure, c: ProcedureCommand): Asked => ({
  open: fieldsOf(p, c).filter(([, field]) => field.class === 'open'),
  needs: c.needs ?? [],
  papers: papersOf(law, p, c),
  officers: c.officers,
  shared: sharedOf(p, c),
});

const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** What every command of a procedure may say. */
const OF_PROCEDURE = 'Body.of-procedure';
const ofProcedure: Schema = {
  description: 'What every command of a procedure may say; the other fields of OpenBody are refused in it',
  allOf: [refTo('OpenBody')],
  type: 'object',
  properties: Object.fromEntries(NOT_OF_PROCEDURES.map((name) => [name, false])),
};

const bodySchema = ({ open, needs, papers, officers, shared }: Asked): Schema => {
  const fields = fieldsSchema(open, needs);
  const required = [...shared, ...(fields['required'] ? ['fields'] : [])];
  return {
    allOf: [refTo(OF_PROCEDURE)],
    type: 'object',
    properties: {
      ...(papers.length > 0
        ? {
            papers: {
              type: 'array',
              allOf: papers.map(({ code, title }) => ({
                contains: {
                  type: 'object',
                  properties: { code: { const: code, title: both(title) } },
                  required: ['code'],
                },
              })),
            },
          }
        : {}),
      ...(officers ? { team: { type: 'array', minItems: officers } } : {}),
      fields,
    },
    ...(required.length > 0 ? { required } : {}),
  };
};

/** Values of a party: sealed from the bus, committed to under their paths; `undefined` where none is asked for. */
const partySchema = (p: Procedure, c: ProcedureCommand): Schema | undefined => {
  const fields = fieldsOf(p, c).filter(([, field]) => field.class !== 'open');
  const shared = valuesOf(c);
  if (!asksValues(p, c)) return undefined;
  const values = fieldsSchema(fields, c.needs ?? []);
  const required = [...shared, ...(c.reason ? ['reason'] : []), ...(values['required'] ? ['fields'] : [])];
  return {
    description:
      'Values the command asks for, each committed to at the path named; those of PartyBody may go with every command',
    type: 'object',
    properties: {
      ...Object.fromEntries(shared.map((name) => [name, { type: 'string', description: `At /${name}` }])),
      ...(c.reason ? { reason: { type: 'string', title: '理由 / reason', description: 'At /reason' } } : {}),
      ...(fields.length > 0 ? { fields: { ...values, description: 'Each at /fields/<name>' } } : {}),
    },
    ...(required.length > 0 ? { required } : {}),
  };
};

/** What asks for nothing beside what every command may say. */
const PLAIN = 'Body.plain';

type Shapes = {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** By its own name, the name of the schema that says what it asks: of the first command that asks the same. */
  readonly nameOf: (own: string) => string | undefined;
};

/** What the commands of a law ask for, each shape once. */
const shapesOf = remember((law: Law): Shapes => {
  const plain = bodySchema(NOTHING);
  const schemas: Record<string, Schema> = { [OF_PROCEDURE]: ofProcedure, [PLAIN]: plain };
  const byLetters = new Map([[JSON.stringify(plain), PLAIN]]);
  const names = new Map<string, string>();
  const add = (own: string, schema: Schema): void => {
    const letters = JSON.stringify(schema);
    const name = byLetters.get(letters) ?? own;
    byLetters.set(letters, name);
    names.set(own, name);
    schemas[name] = schema;
  };
  for (const p of law.procedures)
    for (const [name, c] of commandsSent(p)) {
      add(schemaNameOf(law, p, name, 'Body'), bodySchema(askedOf(law, p, c)));
      const party = partySchema(p, c);
      if (party) add(schemaNameOf(law, p, name, 'Party'), party);
    }
  for (const [name, rule] of Object.entries(CASE_COMMANDS)) {
    add(caseSchemaName('Body', name), caseBodySchema(rule));
    if (rule.values.length > 0) add(caseSchemaName('Party', name), casePartySchema(rule));
  }
  return { schemas, nameOf: (own) => names.get(own) };
});

/** Names of the schemas of a command’s body and of its party values, `null` where it asks for none. */
export const schemasOf = (law: Law, p: Procedure, name: string): { body: string; party: string | null } => {
  const { nameOf } = shapesOf(law);
  return {
    body: nameOf(schemaNameOf(law, p, name, 'Body')) ?? PLAIN,
    party: nameOf(schemaNameOf(law, p, name, 'Party')) ?? null,
  };
};

/** The same of a command on the case itself. */
export const schemasOnCase = (law: Law, name: string): { body: string; party: string | null } => {
  const { nameOf } = shapesOf(law);
  const own = caseSchemaName('Body', name);
  return { body: nameOf(own) ?? own, party: nameOf(caseSchemaName('Party', name)) ?? null };
};

/** What is in a list, where anything is. */
const some = (name: string, list: readonly unknown[]): Schema => (list.length > 0 ? { [name]: list } : {});

const commandOf = (law: Law, p: Procedure, name: string, c: ProcedureCommand): Schema => {
  const { body, party } = schemasOf(law, p, name);
  return {
    title: c.title,
    event: c.event,
    by: c.by,
    ...(c.rank ? { rank: c.rank } : {}),
    ...(Object.hasOwn(p.opensOn, name) ? { opens: true } : {}),
    ...some('in', statesOf(p, name)),
    ...(p.always && Object.hasOwn(p.always, name) ? { always: true } : {}),
    // Named in `to` where nobody holds the role yet; a role that is cast by routing is found by the region’s register.
    ...(c.handsTo ? { receiver: { role: c.handsTo, cast: p.roles[c.handsTo]?.cast ?? null } } : {}),
    ...some('papers', c.papers ?? []),
    ...some(
      'conditions',
      conditionsOf(p, name, c).map(({ id }) => id),
    ),
    body: refTo(body),
    ...(party ? { party: refTo(party) } : {}),
  };
};

const titlesOf = (named: Readonly<Record<string, { readonly title: Bilingual }>>) =>
  Object.fromEntries(Object.entries(named).map(([name, { title }]) => [name, title]));

/** A procedure with its commands; roles, states, papers and conditions, which commands name, have their words here, once. */
const procedureOf = (law: Law, p: Procedure): Schema => {
  const commands = commandsSent(p);
  return {
    procedure: p.procedure,
    version: p.version,
    inForce: p.inForce,
    per: p.per,
    title: p.title,
    roles: titlesOf(p.roles),
    states: titlesOf(p.states),
    papers: Object.fromEntries(
      commands.flatMap(([, c]) => papersOf(law, p, c)).map(({ code, title }) => [code, title]),
    ),
    conditions: Object.fromEntries(
      commands
        .flatMap(([name, c]) => conditionsOf(p, name, c))
        .map(({ id, ...condition }) => [id, condition]),
    ),
    commands: Object.fromEntries(commands.map(([name, c]) => [name, commandOf(law, p, name, c)])),
  };
};

/** A command on the case itself, which belongs to no procedure. */
const onCaseOf = (law: Law, name: string): Schema => {
  const rule = CASE_COMMANDS[name];
  const { body, party } = schemasOnCase(law, name);
  return {
    title: GENERAL_COMMANDS[name],
    by: rule?.by,
    ...(rule?.when ? { when: rule.when } : {}),
    ...(rule?.names ? { names: rule.names } : {}),
    body: refTo(body),
    ...(party ? { party: refTo(party) } : {}),
  };
};

type Described = {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Every version of every procedure. */
  readonly procedures: readonly Schema[];
  /** Commands on the case itself, by name. */
  readonly onCase: Readonly<Record<string, Schema>>;
};

/** Schemas `Body.<procedure>.<command>` and `Party.…`, of commands on the case `Body.case.<command>`, of an older version `Body.<procedure>.v1.<command>`; what several ask alike is there once. */
export const describedCommands = (law: Law): Described => ({
  schemas: shapesOf(law).schemas,
  procedures: law.procedures.map((p) => procedureOf(law, p)),
  onCase: Object.fromEntries(Object.keys(CASE_COMMANDS).map((name) => [name, onCaseOf(law, name)])),
});
