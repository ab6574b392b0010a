// Whatever shape reaches the ledger takes its strings from one rule: no string of a command, a register, the law's publication or an
// entry can hold NUL, a control, a bidi mark or half a character. Walked through the schemas themselves.
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import { Disclosure, SignedCommand } from '../../../schemas/command.ts';
import { Body, Head } from '../../../schemas/entry.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { LawCommand } from '../../../schemas/law.ts';
import { OpenJson } from '../../../schemas/open-text.ts';
import { GenesisCommand, RegisterCommand } from '../../../schemas/register.ts';

const BAD = ['\u0000', '\u001b', '\r', '\u007f', '\u009b', '\u061c', '\u200f', '\u202e', '\u2067', '\ud800'];
/** Long and short, so that no least or greatest length hides the rule. */
const PREFIXES = ['', 'a', 'A1', 'p1', 's1', '653023', 'x'.repeat(22), 'x'.repeat(43), '1'.repeat(16)];

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
};

const NO_STRING = ['literal', 'enum', 'boolean', 'number', 'int', 'null', 'undefined', 'never'];

/** Strings reachable from a shape that take what none may hold, by where they stand. */
const looseIn = (root: z.ZodType): string[] => {
  const seen = new Set<z.ZodType>();
  const loose: string[] = [];
  const visit = (schema: z.ZodType, path: string): void => {
    // The rule of an open JSON is on the whole. A disclosed value is any JSON to who reads it; who takes it asks for the shape of its
    // field (`disclosureFault`), which is one of those that an officer asks with.
    if (seen.has(schema) || schema === OpenJson || schema === Disclosure.shape.value) return;
    seen.add(schema);
    const def = schema._zod.def as unknown as Def;
    if (def.type === 'string') {
      const takes = BAD.filter((bad) =>
        PREFIXES.some((prefix) => schema.safeParse(`${prefix}${bad}`).success),
      );
      if (takes.length > 0) loose.push(`${path} takes ${JSON.stringify(takes)}`);
      return;
    }
    const inner: [string, z.ZodType | undefined][] = [
      ...Object.entries(def.shape ?? {}).map(([name, field]): [string, z.ZodType] => [
        `${path}.${name}`,
        field,
      ]),
      ...(def.options ?? []).map((option): [string, z.ZodType] => [path, option]),
      [`${path}[]`, def.element],
      [path, def.innerType],
      [`${path}{name}`, def.keyType],
      [`${path}{}`, def.valueType],
      [path, def.getter?.()],
      [path, def.in],
      [path, def.out],
    ];
    const there = inner.filter((one): one is [string, z.ZodType] => one[1] !== undefined);
    if (there.length === 0 && !NO_STRING.includes(def.type))
      loose.push(`${path} is ${def.type}, which nobody looked into`);
    for (const [where, next] of there) visit(next, where);
  };
  visit(root, '');
  return loose;
};

describe('每个字符串', () => {
  it.each<[string, z.ZodType]>([
    ['a signed command', SignedCommand],
    ['what an officer asks for', AskedCommand],
    ['a register command', RegisterCommand],
    ['a publication of law', LawCommand],
    ['a genesis', GenesisCommand],
    ['an event', CaseEvent],
    ['a head', Head],
    ['a body', Body],
  ])('of %s refuses controls, NUL, bidi marks and half characters', (_, shape) => {
    expect(looseIn(shape)).toEqual([]);
  });
});
