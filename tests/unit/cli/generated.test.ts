// What is generated for departments: every pointer points, and every event and document of the law has words for people.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { PAPER_TITLES } from '../../../law/paper-titles.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import { GENERAL_EVENTS, titlesOf } from '../../../law/titles.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { BODIES } from '../../../schemas/ids.ts';
import { asyncapi } from '../../../services/cli/generate/asyncapi.ts';
import { openapi } from '../../../services/cli/generate/openapi.ts';
import { commandsSent } from '../../../services/doors/http/command-demands.ts';

const ON_THE_BUS = asyncapi(law);
const OVER_HTTP = await openapi(law);

const pointers = (document: object): string[] =>
  [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, pointer]) => pointer ?? '');
const resolves = (document: object, pointer: string): boolean => {
  let here: unknown = document;
  for (const part of pointer.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = (here as Record<string, unknown>)[key];
  }
  return pointer.startsWith('#/');
};

describe('the generated documents', () => {
  it('point only at what is in them', () => {
    for (const document of [ON_THE_BUS, OVER_HTTP]) {
      expect(pointers(document).length).toBeGreaterThan(10);
      expect(pointers(document).filter((pointer) => !resolves(document, pointer))).toEqual([]);
    }
  });

  it('are the same each time they are made', async () => {
    expect(asyncapi(law)).toEqual(ON_THE_BUS);
    expect(await openapi(law)).toEqual(OVER_HTTP);
  });

  it('have only patterns that every reader of a JSON Schema knows', () => {
    for (const document of [ON_THE_BUS, OVER_HTTP]) {
      const patterns: string[] = [];
      JSON.stringify(document, (key, value: unknown) => {
        if (key === 'pattern' && typeof value === 'string') patterns.push(value);
        if (key === 'patternProperties') patterns.push(...Object.keys(value as object));
        return value;
      });
      expect(patterns.length).toBeGreaterThan(50);
      expect(patterns.filter((pattern) => /\\p\{|\(\?[<!=]|\\k</i.test(pattern))).toEqual([]);
    }
  });

  type Schemas = Record<string, unknown>;
  /** Names of the shapes below one that take nothing more. */
  const closedIn =
    (schemas: Schemas) =>
    (name: string, seen = new Set<string>()): string[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      return [...(isClosed(schemas[name]) ? [name] : []), ...closedUnder(schemas, schemas[name], seen)];
    };
  const isClosed = (schema: unknown): boolean =>
    JSON.stringify(schema).includes('"additionalProperties":false');
  const closedUnder = (schemas: Schemas, schema: unknown, seen = new Set<string>()): string[] =>
    pointers(schema as object).flatMap((pointer) => closedIn(schemas)(pointer.split('/').at(-1) ?? '', seen));

  it('leave open what is received, and closed what is sent', () => {
    const { components } = ON_THE_BUS as { components: { schemas: Schemas } };
    const { schemas } = components;
    const closedBelow = closedIn(schemas);
    for (const name of ['Answer', 'Notice', 'NoticeData', 'Head', 'Body', 'Receipt', 'Refusal'])
      expect(closedBelow(name)).toEqual([]);
    expect(closedBelow('Received.Disclosure')).toEqual([]);
    for (const name of ['SignedCommand', 'CaseCommand', 'OpenBody', 'Disclosure', 'Signature', 'PartyBody'])
      expect(closedBelow(name)).toContain(name);
  });

  it('leave open every answer over HTTP, and closed every request', () => {
    const { paths, components } = OVER_HTTP as {
      paths: Record<string, Record<string, { requestBody?: object; responses: object }>>;
      components: { schemas: Schemas };
    };
    const all = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
    expect(all.length).toBeGreaterThan(20);
    for (const { name, responses } of all)
      expect([name, isClosed(responses), closedUnder(components.schemas, responses)]).toEqual([
        name,
        false,
        [],
      ]);
    const sent = all.filter(({ requestBody }) => requestBody);
    for (const { name, requestBody = {} } of sent) {
      const closed = isClosed(requestBody) || closedUnder(components.schemas, requestBody).length > 0;
      expect([name, closed]).toEqual([name, true]);
    }
    expect(closedIn(components.schemas)('Body.clue-notice.send-clue')).toContain('OpenBody');
  });

  it('say of every question over HTTP what it means, and of every instant how it is written', () => {
    type Parameter = { in: string; name: string; description?: string; schema: { title?: string } };
    const { paths, components } = OVER_HTTP as {
      paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
      components: { schemas: Record<string, { properties?: Record<string, { description?: string }> }> };
    };
    const questions = Object.values(paths).flatMap((path) =>
      Object.values(path).flatMap(({ parameters = [] }) => parameters),
    );
    // A name of the house (Region, CaseId …) explains itself; how many are wanted, too.
    const silent = questions.filter(
      (asked) => asked.in === 'query' && !(asked.description || asked.schema.title || asked.name === 'limit'),
    );
    expect(silent).toEqual([]);
    expect(questions.find(({ name }) => name === 'voided')?.description).toContain('Voided cases too');
    expect(components.schemas['Head']?.properties?.['recordedAt']?.description).toContain('Beijing time');
  });

  it('say where the doors are, who may enter, how long a notice waits, and which kinds of department there are', () => {
    const bus = ON_THE_BUS as Record<string, Record<string, Record<string, unknown>>>;
    expect(bus['servers']?.['bus']).toMatchObject({ protocol: 'nats', security: [{}] });
    const inbox = bus['channels']?.['inbox'] as {
      description: string;
      parameters: { body: { enum: string[] } };
    };
    expect(inbox.description).toMatch(/ack_wait.*max_ack_pending/s);
    expect(inbox.description).toContain('data.head alone is signed');
    expect(inbox.parameters.body.enum).toEqual(Object.keys(BODIES));
    const http = OVER_HTTP as {
      servers: unknown[];
      paths: Record<string, Record<string, unknown>>;
    };
    expect(http.servers).toHaveLength(1);
    for (const [path, methods] of Object.entries(http.paths)) {
      const isOpen = ['/health', '/ready'].includes(path);
      for (const operation of Object.values(methods))
        expect([path, 'security' in (operation as object)]).toEqual([path, !isOpen]);
    }
    for (const document of [bus, http]) expect(document).toMatchObject({ 'x-bodies': BODIES });
  });

  it('describe a notice for every event of every procedure, and those of all procedures once', () => {
    const { channels } = ON_THE_BUS as {
      channels: {
        inbox: { messages: Record<string, { payload: { allOf: [object, { properties: object }] } }> };
      };
    };
    const { messages } = channels.inbox;
    for (const p of procedures)
      for (const { event } of Object.values(p.commands)) {
        const type = `xianjie.${p.procedure}.${event}.v1`;
        expect(messages[type]?.payload.allOf[1].properties).toEqual({ type: { const: type } });
      }
    const overdue = messages['limit-overdue']?.payload.allOf[1].properties;
    const { type } = overdue as { type: { pattern: string } };
    for (const { procedure } of procedures)
      expect(`xianjie.${procedure}.limit-overdue.v1`).toMatch(new RegExp(type.pattern));
    expect('xianjie.clue-notice.limit-reminded.v1').not.toMatch(new RegExp(type.pattern));
  });

  type Pointer = { $ref: string };
  type Told = {
    title: object;
    by: string[];
    in?: string[];
    papers?: string[];
    conditions?: string[];
    body: Pointer;
    party?: Pointer;
  };
  type Procedures = {
    procedure: string;
    version: number;
    commands: Record<string, Told>;
    [words: string]: unknown;
  }[];
  type Asks = { required?: string[]; properties?: Record<string, Asks> };
  const documents = () =>
    [ON_THE_BUS, OVER_HTTP] as unknown as {
      'x-procedures': Procedures;
      components: { schemas: Record<string, Asks> };
    }[];

  it('say of every command of every procedure who may send it, where, and what, in words that are there', async () => {
    for (const { 'x-procedures': told } of documents()) {
      expect(told.map(({ procedure, version }) => [procedure, version])).toEqual(
        law.procedures.map(({ procedure, version }) => [procedure, version]),
      );
      for (const p of told) {
        const own = law.procedure(p.procedure, p.version);
        expect(Object.keys(p.commands)).toEqual(own ? commandsSent(own).map(([name]) => name) : []);
        const worded = (kind: string, names: readonly string[] = []): string[] =>
          names.filter((name) => !Object.hasOwn(p[kind] as object, name));
        for (const c of Object.values(p.commands))
          expect([
            ...worded('roles', c.by),
            ...worded('states', c.in),
            ...worded('papers', c.papers),
            ...worded('conditions', c.conditions),
          ]).toEqual([]);
      }
    }
  });

  it('answer what may be sent: the pointer of a command leads to what it asks, whoever else asks the same', async () => {
    for (const { 'x-procedures': told, components } of documents()) {
      const asked = (procedure: string, command: string, part: 'body' | 'party' = 'body') => {
        const pointer = told.find((p) => p.procedure === procedure)?.commands[command]?.[part]?.$ref ?? '';
        return components.schemas[pointer.split('/').at(-1) ?? ''];
      };
      const clue = asked('clue-notice', 'send-clue');
      expect(clue?.required).toEqual(['to', 'fields']);
      expect(clue?.properties?.['fields']?.required).toEqual(['topic']);
      const returned = asked('clue-notice', 'return-clue', 'party');
      expect(returned?.required).toEqual(['reason']);
      expect(asked('clue-notice', 'object-to-result', 'party')).toBe(returned);
      expect(asked('market-penalty', 'verify-lead')).toBe(asked('health-penalty', 'verify-lead'));
      expect(asked('clue-notice', 'accept-clue')?.properties).toEqual({
        fields: { type: 'object', properties: {}, additionalProperties: false },
      });
    }
  });

  it('have no two schemas of commands that say the same', async () => {
    for (const { components } of documents()) {
      const shapes = Object.entries(components.schemas).filter(([name]) => /^(Body|Party)\./.test(name));
      const letters = shapes.map(([, schema]) => JSON.stringify(schema));
      expect(letters.length).toBeGreaterThan(50);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });
});

describe('words for people', () => {
  const { commandTitle, eventTitle } = titlesOf(law);
  const commands = procedures.flatMap((p) =>
    Object.entries(p.commands).map(([name, command]) => ({ procedure: p, name, command })),
  );
  it('exist for every event and command of every procedure', () => {
    for (const { procedure, name, command } of commands) {
      expect(eventTitle(command.event, procedure.procedure).zh).toMatch(/\p{Script=Han}/u);
      expect(commandTitle(name).zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('exist for every document that a procedure asks for or drafts, and for no other', () => {
    const drafted = procedures.flatMap((p) =>
      Object.values(p.clocks).flatMap((c) => c.onOverdue?.draft ?? []),
    );
    const asked = commands.flatMap(({ command }) => command.papers ?? []);
    const own = procedures.flatMap((p) => Object.keys(p.papers));
    const titled = new Set([...Object.keys(PAPER_TITLES), ...own]);
    expect([...titled].sort()).toEqual([...new Set([...asked, ...drafted])].sort());
  });

  it('exist for every event outside the procedures', () => {
    const types = JSON.stringify(CaseEvent.toJSONSchema()).matchAll(
      /"type":\{"type":"string","(?:const|enum)":("[^"]*"|\[[^\]]*\])/g,
    );
    const named = [...types].flatMap(([, value]) => [JSON.parse(value ?? '""')].flat());
    expect(named.length).toBeGreaterThan(15);
    for (const type of named) expect(Object.keys(GENERAL_EVENTS)).toContain(type);
  });
});
