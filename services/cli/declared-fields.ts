// Fields that procedures declare, as options of `xianjie submit`: made from the declaration, so that a procedure brings its own.
import { Command, Option } from 'commander';
import type { Law } from '../../law/law.ts';
import { type Field, type FieldKind, type FieldValue, isGiven } from '../../schemas/field.ts';
import { requireDate, requireSubject, requireWord, withSubmitOptions } from './command-options.ts';
import { requireCount, requireDepartment } from './place.ts';
import { usage } from './problem.ts';
import { dayOrInstant } from './said-when.ts';
import { optionOf } from './text/refusal-text.ts';
import { type Declared, fenOf } from './typed-values.ts';

/** A declared field, the option that gives it, and the commands that need or take it. */
export type DeclaredOption = {
  readonly name: string;
  readonly field: Field;
  readonly option: Option;
  readonly takers: ReadonlySet<string>;
};

/** Each once, with every code that any version of a procedure knows. What the bus gives is none. */
const declaredFields = (law: Law): ReadonlyMap<string, Field> => {
  const all = law.procedures.flatMap((p) => Object.entries(p.fields));
  const sent = all.filter(([, field]) => !isGiven(field));
  return new Map(
    [...Map.groupBy(sent, ([name]) => name)].flatMap(([name, same]) => {
      const last = same.at(-1)?.[1];
      if (!last) return [];
      const { options: _, ...field } = last;
      const options = same.map(([, one]) => one.options);
      const isAny = options.includes(undefined);
      return [[name, isAny ? field : { ...field, options: Object.assign({}, ...options) }] as const];
    }),
  );
};

const OWN = new Set(['--help', ...withSubmitOptions(new Command()).options.map(({ long }) => long)]);

/** The option of a declared field; `--field-…` where `submit` has an option of that name itself, or `--no-…` would say that there is none. */
export const flagOf = (name: string): string => {
  const flag = optionOf(name);
  return OWN.has(flag) || flag.startsWith('--no-') ? `--field-${flag.slice(2)}` : flag;
};

/** How a value is typed, by its kind. */
const PLACEHOLDER: Readonly<Partial<Record<FieldKind, string>>> = {
  date: 'date',
  instant: 'instant',
  count: 'number',
  amount: 'yuan',
  department: 'department',
  text: 'text',
};

/** Commands that need or take a field. */
const takersOf = (name: string, law: Law): ReadonlySet<string> =>
  new Set(
    law.newest.flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([command, { needs = [], takes = [] }]) =>
        [...needs, ...takes].includes(name) ? [command] : [],
      ),
    ),
  );

const HEADING = '该命令的字段 Its fields:';

/** Options for every field of a law. */
export const declaredOptions = (law: Law): DeclaredOption[] =>
  [...declaredFields(law)].map(([name, field]) => {
    const { title, kind, list, options } = field;
    const value = kind === 'flag' ? '' : ` <${PLACEHOLDER[kind] ?? 'value'}${list ? '...' : ''}>`;
    const option = new Option(`${flagOf(name)}${value}`, `${title.zh} / ${title.en}`).helpGroup(HEADING);
    return {
      name,
      field,
      takers: takersOf(name, law),
      option: options ? option.choices(Object.keys(options)) : option,
    };
  });

const writtenValue = ({ field, option }: DeclaredOption, text: string): string | number => {
  switch (field.kind) {
    case 'date':
      return requireDate(text);
    case 'count':
      return Number(requireCount(text));
    case 'amount':
      return fenOf(text);
    case 'department':
      return requireDepartment(text);
    case 'subject':
      return requireSubject(text);
    case 'instant': {
      const said = dayOrInstant(text);
      if (said?.precision === 'instant') return said.at;
      throw usage(
        `${option.long}“${text}”应写作北京时间 2024-10-08 09:30`,
        `${option.long} "${text}" should be an instant like 2024-10-08T09:30:00+08:00`,
      );
    }
    case 'code':
    case 'band':
      return requireWord(text);
    default:
      return text;
  }
};

/** Values of declared fields out of the options typed, open ones apart from those of a party. */
export const declaredFrom = (
  typed: Readonly<Record<string, unknown>>,
  declared: readonly DeclaredOption[],
): Declared => {
  const open: Declared['open'] = {};
  const party: Declared['party'] = {};
  for (const one of declared) {
    const said = typed[one.option.attributeName()];
    if (said === undefined) continue;
    const value =
      said === true
        ? true
        : Array.isArray(said)
          ? said.map((text: string) => writtenValue(one, text))
          : writtenValue(one, String(said));
    (one.field.class === 'open' ? open : party)[one.name] = value as FieldValue;
  }
  return { open, party };
};
