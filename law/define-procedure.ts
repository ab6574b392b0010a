// What an author writes of a procedure, and its normal form: names that do not exist do not compile, and what is short to
// write is expanded, so that whoever reads a procedure (decide, the ledger, a diagram) reads one shape only.
import type { PartyBody } from '../schemas/command.ts';
import type { Condition } from '../schemas/condition.ts';
import type { Field, FieldClass, FieldValues } from '../schemas/field.ts';
import type { Bilingual, Body, BUS, Rank } from '../schemas/ids.ts';
import type {
  ClockRule,
  Procedure,
  ProcedureCommand,
  RoleRule,
  SHARED_FIELDS,
  Sight,
  STATED_AS,
  State,
} from '../schemas/procedure.ts';
import type { Approver, LegalBasis } from '../schemas/time-limit.ts';

/** Chinese, and the English beside it. */
type Words = readonly [zh: string, en: string];
type OneOrMore<T> = T | readonly T[];

type RoleLiteral = {
  title: Words;
  bodies?: readonly Body[];
  cast?: NonNullable<RoleRule['cast']>;
  above?: string;
  counterpartOf?: string;
  otherThan?: string;
  /** `all` where not said. */
  sees?: Sight;
  side?: 'sending' | 'receiving';
  confirms?: true;
  /** What a former holder is called: whoever passes the role on keeps `former-<role>`. */
  keepsFormer?: Words;
};

/** A field as it is written; also what several procedures share (law/shared-fields.ts). */
export type FieldLiteral = Omit<Field, 'class' | 'title' | 'options'> & {
  title: Words;
  options?: Readonly<Record<string, Words>>;
  /** `open` where not said. */
  class?: FieldClass;
};

/** A condition as it is written; also what several procedures share. */
export type ConditionLiteral = Omit<Condition, 'title' | 'refusal' | 'code'> & {
  title: Words;
  refusal: Words;
  /** `GUARD_REFUSED` where not said. */
  code?: string;
};

type CommandLiteral<R extends string, F extends string> = {
  event: string;
  title: Words;
  by: OneOrMore<R> | typeof BUS;
  rank?: Rank;
  approvedBy?: Approver;
  papers?: readonly string[];
  reason?: 'required';
  officers?: number;
  needs?: readonly (F | (typeof SHARED_FIELDS)[number] | keyof PartyBody)[];
  takes?: readonly F[];
  onRecord?: readonly (F | 'subjects' | keyof typeof STATED_AS)[];
  ofParty?: true;
  copyTo?: readonly R[];
  copyWhere?: readonly { to: R; when: OneOrMore<string> }[];
  when?: OneOrMore<string>;
  leaves?: readonly string[];
  lifts?: readonly string[];
  handsTo?: R;
  passes?: readonly string[];
  closesHandOff?: NonNullable<ProcedureCommand['closesHandOff']>;
  givesBack?: R;
  opens?: OneOrMore<{
    procedure: string;
    command: string;
    roles: Readonly<Record<string, OneOrMore<R>>>;
    about?: F;
    asks?: true;
    says?: FieldValues;
    when?: OneOrMore<string>;
  }>;
  also?: readonly {
    procedure: string;
    command: string;
    each?: true;
    falls?: true;
    when?: OneOrMore<string>;
  }[];
};

type TargetLiteral<S extends string> =
  | S
  | null
  | { to: S | null; when?: OneOrMore<string>; else?: S | null; title?: Words };

type StateLiteral<C extends string, S extends string, W extends string> = {
  title: Words;
  terminal?: true;
  owed?: true;
  marks?: readonly string[];
  marksPassTo?: NonNullable<State['marksPassTo']>;
  shows?: W;
  on?: { readonly [name in C]?: TargetLiteral<S> };
};

type ClockLiteral<R extends string, C extends string, S extends string, F extends string> = {
  startsOn: OneOrMore<C | S>;
  startsOnMark?: OneOrMore<string>;
  again?: NonNullable<ClockRule['again']>;
  stopsOn: OneOrMore<C>;
  stopsOnMark?: OneOrMore<string>;
  obliges: R | 'subject';
  reaches?: R;
  mootOn?: OneOrMore<C | S>;
  mootsFirst?: OneOrMore<C>;
  window?: true;
  when?: F;
  whenIs?: string;
  unless?: F;
  where?: OneOrMore<string>;
  pauses?: Readonly<Record<string, { from: C; to: OneOrMore<C> }>>;
  extendsOn?: OneOrMore<C>;
  escalatesOn?: OneOrMore<C>;
  setBy?: F;
  startsAt?: F;
  startsAtMark?: string;
  reopensOn?: OneOrMore<C>;
  runsFrom?: NonNullable<ClockRule['runsFrom']>;
  receipt?: true;
  onOverdue?: { draft: string; event: string; title: Words; for: R; visibleTo: readonly R[] };
};

type Figure = { id: string; title: Words };
type ReportLiteral<C extends string, S extends string> = {
  counts?: readonly (Figure & { of: OneOrMore<C> })[];
  durations?: readonly (Figure & { from: OneOrMore<C>; to: OneOrMore<C> })[];
  attention?: readonly (Figure & { when: { open: true } | { state: S } | { command: C; times: number } })[];
};

/** A procedure as it is written; every name is one of its own. Former holders of a role that is kept play `former-<role>`. */
export type ProcedureLiteral<
  R extends string,
  F extends string,
  C extends string,
  S extends string,
  W extends string,
> = {
  procedure: string;
  version: number;
  inForce: { from: string; until?: string };
  title: Words;
  basis: readonly LegalBasis[];
  roles: Readonly<Record<R, RoleLiteral>>;
  fields?: Readonly<Record<F, FieldLiteral>>;
  papers?: Readonly<Record<string, Words>>;
  conditions?: Readonly<Record<string, ConditionLiteral>>;
  statusWords?: Readonly<Record<W, Words>>;
  commands: Readonly<Record<C, CommandLiteral<NoInfer<R> | `former-${NoInfer<R>}`, NoInfer<F>>>>;
  results?: readonly NoInfer<C>[];
  opensOn: { readonly [name in NoInfer<C>]?: NoInfer<S> };
  byBreach?: { opens: NoInfer<C>; lifted: NoInfer<C>; fields?: FieldValues };
  per?: Procedure['per'];
  states: Readonly<Record<S, StateLiteral<NoInfer<C>, NoInfer<S>, NoInfer<W>>>>;
  always?: { readonly [name in NoInfer<C>]?: TargetLiteral<NoInfer<S>> };
  clocks: Readonly<
    Record<string, ClockLiteral<NoInfer<R> | `former-${NoInfer<R>}`, NoInfer<C>, NoInfer<S>, NoInfer<F>>>
  >;
  balance?: {
    readonly owes: OneOrMore<NoInfer<C>>;
    readonly raises?: OneOrMore<NoInfer<C>>;
    readonly owedIn?: NoInfer<F>;
    readonly told?: OneOrMore<NoInfer<C>>;
    readonly adds?: OneOrMore<NoInfer<C>>;
    readonly pays: OneOrMore<NoInfer<C>>;
    readonly clears: OneOrMore<NoInfer<C>>;
    readonly voids?: OneOrMore<NoInfer<C>>;
    readonly returns?: OneOrMore<NoInfer<C>>;
  };
  report?: ReportLiteral<NoInfer<C>, NoInfer<S>>;
};

const listOf = <T>(names: OneOrMore<T> | undefined): readonly T[] | undefined =>
  names === undefined ? undefined : ((Array.isArray(names) ? names : [names]) as readonly T[]);

const mapped = <T, U>(
  record: Readonly<Record<string, T | undefined>>,
  edit: (value: T) => U,
): Record<string, U> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, edit(value)]])),
  );

/** The same object without the fields that are undefined: a field that says nothing is not there. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const wordsOf = ([zh, en]: Words): Bilingual => ({ zh, en });
const named = <T extends { title: Words }>(value: T) => ({ ...value, title: wordsOf(value.title) });

const targetOf = (target: TargetLiteral<string>) =>
  target === null || typeof target === 'string'
    ? { to: target }
    : given({ ...target, when: listOf(target.when), title: target.title && wordsOf(target.title) });

const balanceOf = ({
  owedIn,
  ...commands
}: NonNullable<ProcedureLiteral<string, string, string, string, string>['balance']>) =>
  given({ ...mapped(commands, listOf), owedIn });

/** Roles, fields and conditions in their normal form, for what is said of several procedures at once. */
export const rolesOf = (roles: Readonly<Record<string, RoleLiteral>>): Procedure['roles'] =>
  Object.fromEntries(
    Object.entries(roles).flatMap(([name, role]) => {
      const { keepsFormer, ...one } = role;
      const rule = named({ ...one, sees: role.sees ?? 'all' });
      if (keepsFormer === undefined) return [[name, rule]];
      const { cast: _, confirms: __, side: ___, ...kept } = rule;
      return [
        [name, { ...rule, keepsFormer: true }],
        [`former-${name}`, { ...kept, title: wordsOf(keepsFormer) }],
      ];
    }),
  ) as Procedure['roles'];

export const fieldsOf = (fields: Readonly<Record<string, FieldLiteral>>): Record<string, Field> =>
  mapped(fields, (field) =>
    given({
      ...named(field),
      class: field.class ?? 'open',
      options: field.options && mapped(field.options, wordsOf),
    }),
  ) as Record<string, Field>;

export const conditionsOf = (
  conditions: Readonly<Record<string, ConditionLiteral>>,
): Record<string, Condition> =>
  mapped(conditions, (condition) => ({
    code: 'GUARD_REFUSED',
    ...named(condition),
    refusal: wordsOf(condition.refusal),
  }));

/**
 * The normal form of a procedure. Whether it fits its model and can be played is asked of what is published and read, and of the
 * literals of this build by a test, not at every start.
 */
export const defineProcedure = <
  const R extends string,
  const C extends string,
  const S extends string,
  const F extends string = never,
  const W extends string = never,
>(
  literal: ProcedureLiteral<R, F, C, S, W>,
): Procedure => {
  const {
    roles,
    fields = {},
    papers = {},
    conditions = {},
    statusWords = {},
    ...rest
  } = literal as ProcedureLiteral<string, string, string, string, string>;
  return given<object>({
    ...rest,
    per: rest.per ?? 'case',
    roles: rolesOf(roles),
    title: wordsOf(rest.title),
    fields: fieldsOf(fields),
    papers: mapped(papers, wordsOf),
    conditions: conditionsOf(conditions),
    statusWords: mapped(statusWords, wordsOf),
    commands: mapped(rest.commands, (command) =>
      given({
        ...named(command),
        by: listOf(command.by),
        when: listOf(command.when),
        copyWhere: command.copyWhere?.map(({ to, when }) => ({ to, when: listOf(when) })),
        opens: listOf(command.opens)?.map((opened) =>
          given({ ...opened, roles: mapped(opened.roles, listOf), when: listOf(opened.when) }),
        ),
        also: command.also?.map((moved) => given({ ...moved, when: listOf(moved.when) })),
      }),
    ),
    states: mapped(rest.states, (state) =>
      given({ ...named(state), on: state.on && mapped(state.on, targetOf) }),
    ),
    always: rest.always && mapped(rest.always, targetOf),
    clocks: mapped(rest.clocks, (clock) =>
      given({
        ...clock,
        startsOn: listOf(clock.startsOn),
        startsOnMark: listOf(clock.startsOnMark),
        stopsOn: listOf(clock.stopsOn),
        stopsOnMark: listOf(clock.stopsOnMark),
        mootOn: listOf(clock.mootOn),
        mootsFirst: listOf(clock.mootsFirst),
        where: listOf(clock.where),
        pauses: clock.pauses && mapped(clock.pauses, ({ from, to }) => ({ from, to: listOf(to) })),
        reopensOn: listOf(clock.reopensOn),
        extendsOn: listOf(clock.extendsOn),
        escalatesOn: listOf(clock.escalatesOn),
        onOverdue: clock.onOverdue && named(clock.onOverdue),
      }),
    ),
    balance: rest.balance && balanceOf(rest.balance),
    report:
      rest.report &&
      given({
        counts: rest.report.counts?.map((count) => ({ ...named(count), of: listOf(count.of) })),
        durations: rest.report.durations?.map((pair) => ({
          ...named(pair),
          from: listOf(pair.from),
          to: listOf(pair.to),
        })),
        attention: rest.report.attention?.map(named),
      }),
  }) as Procedure;
};
