// The description of the HTTP door, tidied: every named shape once, none that nothing refers to, and only pointers that point;
// answers that leave room for more; and what the law lets a department send through it, command by command.
import type { Law } from '../../../law/law.ts';
import { BODIES } from '../../../schemas/ids.ts';
import { describedCommands } from './command-bodies.ts';
import { openToMore, pointedAt } from './open-to-more.ts';
import type { HttpServer } from './server.ts';

type Described = {
  components?: { schemas?: Record<string, unknown> };
  [part: string]: unknown;
};

/** What the generator of JSON Schemas puts shapes without a name under, and its pointers to them. */
const SHARED = '__shared';
const SHARED_POINTER = `#/components/schemas/${SHARED}#/$defs/`;
const pointerTo = (name: string): string => `"#/components/schemas/${name}"`;

/** With a name for every shape that many share; the first of them is any JSON value. */
export const withoutShared = (document: Described): Described => {
  const schemas = document.components?.schemas ?? {};
  const { [SHARED]: shared, ...named } = schemas;
  const definitions = Object.entries(
    (shared as { $defs?: Record<string, unknown> } | undefined)?.$defs ?? {},
  );
  const names = new Map(
    definitions.map(([key], index) => [key, index === 0 ? 'JsonValue' : `JsonValue${index + 1}`]),
  );
  const all = Object.fromEntries(definitions.map(([key, value]) => [names.get(key) ?? key, value]));
  const whole = { ...document, components: { ...document.components, schemas: { ...named, ...all } } };
  let text = JSON.stringify(whole);
  for (const [key, name] of names) {
    text = text.replaceAll(`"${SHARED_POINTER}${key}"`, pointerTo(name));
  }
  return JSON.parse(text) as Described;
};

/** Drops shapes that nothing names, until none is left. */
const withoutUnused = (document: Described): Described => {
  for (;;) {
    const schemas = document.components?.schemas ?? {};
    const text = JSON.stringify(document);
    const used = Object.entries(schemas).filter(([name]) => text.includes(pointerTo(name)));
    if (used.length === Object.keys(schemas).length) return document;
    document = { ...document, components: { ...document.components, schemas: Object.fromEntries(used) } };
  }
};

type Operation = { readonly responses?: unknown; readonly [part: string]: unknown };

/** Whoever reads an answer leaves alone what a later version adds to it; what is sent stays closed. */
const withOpenAnswers = (document: Described): Described => {
  const paths = (document['paths'] ?? {}) as Record<string, Record<string, Operation>>;
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const sent = [
    operations.map(({ responses: _, ...asked }) => asked),
    document['x-procedures'],
    document['x-case-commands'],
  ];
  const { schemas, forReaders } = openToMore(
    document.components?.schemas ?? {},
    pointedAt(operations.map(({ responses }) => responses ?? {})),
    pointedAt(sent),
  );
  const opened = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        { ...operation, responses: forReaders(operation.responses) },
      ]),
    ),
  ]);
  return {
    ...document,
    paths: Object.fromEntries(opened),
    components: { ...document.components, schemas },
  };
};

/** OpenAPI 3.1 of a server that is ready, under a law; its procedures and their commands stand under `x-procedures`, commands on the case itself
 * under `x-case-commands`. */
export const openapiDocument = (app: HttpServer, law: Law): Described => {
  const { schemas, procedures, onCase } = describedCommands(law);
  const document = withoutShared(app.swagger() as unknown as Described);
  const all = { ...document.components?.schemas, ...schemas };
  return withOpenAnswers(
    withoutUnused({
      ...document,
      'x-bodies': BODIES,
      'x-procedures': procedures,
      'x-case-commands': onCase,
      components: { ...document.components, schemas: all },
    }),
  );
};
