// Shapes that are received take what a later version adds; shapes that are sent do not. One that is both is written twice.

type Schemas = Readonly<Record<string, unknown>>;

const POINTER = /"#\/components\/schemas\/([^"]+)"/g;
/** Names of the shapes that a part of a description points at. */
export const pointedAt = (schema: unknown): string[] =>
  [...JSON.stringify(schema).matchAll(POINTER)].map(([, name]) => name ?? '');

/** The named shapes and all below them. */
const below = (schemas: Schemas, names: readonly string[]): Set<string> => {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    pointedAt(schemas[name]).forEach(visit);
  };
  names.forEach(visit);
  return found;
};

const isClosed = (schema: unknown): boolean =>
  JSON.stringify(schema).includes('"additionalProperties":false');
const opened = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema), function (this: Record<string, unknown>, key, value) {
    return key === 'additionalProperties' && value === false ? undefined : value;
  });

type Opened = {
  readonly schemas: Record<string, unknown>;
  /** What is received and has no name of its own, opened too. */
  readonly forReaders: (schema: unknown) => unknown;
};

/**
 * Without `additionalProperties: false` in what is received.
 * @param received names of shapes a department is sent
 * @param sent names of shapes it sends: below them all stays closed; what is below both is there again as `Received.<name>`
 */
export const openToMore = (
  schemas: Schemas,
  received: readonly string[],
  sent: readonly string[],
): Opened => {
  const [incoming, outgoing] = [below(schemas, received), below(schemas, sent)];
  const isBoth = (name: string): boolean =>
    incoming.has(name) &&
    outgoing.has(name) &&
    [...below(schemas, [name])].some((under) => isClosed(schemas[under]));
  const forReaders = (schema: unknown): unknown =>
    JSON.parse(
      JSON.stringify(opened(schema)).replaceAll(POINTER, (pointer, name: string) =>
        isBoth(name) ? `"#/components/schemas/Received.${name}"` : pointer,
      ),
    );
  const named = Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]): [string, unknown][] => {
      if (isBoth(name))
        return [
          [name, schema],
          [`Received.${name}`, forReaders(schema)],
        ];
      return [[name, incoming.has(name) ? forReaders(schema) : schema]];
    }),
  );
  return { schemas: named, forReaders };
};
