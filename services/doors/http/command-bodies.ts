// What each command of each procedure takes, as JSON Schema and as a list, for the descriptions of the doors: whoever has these
// alone knows what to send before there is a case.
import * as z from 'zod';
import type { Law } from '../../../law/law.ts';
import { type Field, writtenAs } from '../../../schemas/field.ts';
import type { Bilingual } from '../../../schemas/ids.ts';
import type { Procedure, ProcedureCommand } from '../../../schemas/procedure.ts';
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

const bodySchema = (law: Law, p: Procedure, c: ProcedureCommand): Schema => {
  const { needs = [], officers } = c;
  const papers = papersOf(law, p, c);
  const open = fieldsOf(p, c).filter(([, field]) => field.class === 'open');
  const fields = fieldsSchema(open, needs);
  const required = [...sharedOf(p, c), ...(fields['required'] ? ['fields'] : [])];
  return {
    title: `${both(c.title)} · body`,
    allOf: [{ $ref: '#/components/schemas/OpenBody' }],
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
    title: `${both(c.title)} · party`,
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

type Described = {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** A line for each command of each version of each procedure. */
  readonly commands: readonly Schema[];
};

const lineOf = (law: Law, p: Procedure, name: string, c: ProcedureCommand): Schema => ({
  procedure: p.procedure,
  version: p.version,
  command: name,
  title: c.title,
  event: c.event,
  by: c.by.map((role) => ({ role, title: p.roles[role]?.title })),
  ...(c.rank ? { rank: c.rank } : {}),
  ...(Object.hasOwn(p.opensOn, name) ? { opens: true } : {}),
  in: statesOf(p, name),
  ...(p.always && Object.hasOwn(p.always, name) ? { always: true } : {}),
  // Named in `to` where nobody holds the role yet; a role that is cast by routing is found by the region’s register.
  ...(c.handsTo
    ? {
        receiver: {
          role: c.handsTo,
          title: p.roles[c.handsTo]?.title,
          cast: p.roles[c.handsTo]?.cast ?? null,
        },
      }
    : {}),
  papers: papersOf(law, p, c),
  conditions: conditionsOf(p, name, c),
});

/** Schemas `Body.<procedure>.<command>` and `Party.…`; of an older version `Body.<procedure>.v1.<command>`. */
export const describedCommands = (law: Law): Described => {
  const schemas: Record<string, Schema> = {};
  const commands = law.procedures.flatMap((p) =>
    commandsSent(p).map(([name, c]): Schema => {
      const refTo = (part: 'Body' | 'Party', schema: Schema): Schema => {
        const key = schemaNameOf(law, p, name, part);
        schemas[key] = schema;
        return { $ref: `#/components/schemas/${key}` };
      };
      const party = partySchema(p, c);
      return {
        ...lineOf(law, p, name, c),
        body: refTo('Body', bodySchema(law, p, c)),
        ...(party ? { party: refTo('Party', party) } : {}),
      };
    }),
  );
  return { schemas, commands };
};
