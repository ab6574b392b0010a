// Conditions: each is asked somewhere and asks about what there is.
import { type Condition, type Test, testsIn } from '../../schemas/condition.ts';
import { ERRORS } from '../../schemas/errors.ts';
import { type Field, writtenAs } from '../../schemas/field.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { LawData } from '../law-of.ts';
import { marksOf, rowsOf, type Say } from './table.ts';

type Asked = Extract<Test, { field: unknown }>['field'];
type Sum = Extract<Test, { sum: unknown }>['sum'];

/** `decide` reads open fields only, and compares numbers, days, and bands of one scale. */
const checkField = (
  p: Procedure,
  { name, is, has, only = [], atLeast, from, before, upTo, lowered, apart, come, founded }: Asked,
  data: LawData,
  say: Say,
): void => {
  const field = p.fields[name];
  if (!field) {
    say(`asks for unknown field ${name}`);
    return;
  }
  if (field.class !== 'open') say(`asks for field ${name}, which is not open`);
  if (is !== undefined && !writtenAs(field).safeParse(is).success)
    say(`asks field ${name} for a value that it cannot have`);
  const held = [...(has === undefined ? [] : [has]), ...only];
  if (held.some((one) => !(field.list && writtenAs(field).safeParse([one]).success)))
    say(`asks whether field ${name} has a value that it cannot hold`);
  if (typeof atLeast === 'number' && (field.list || !['count', 'amount', 'serial'].includes(field.kind)))
    say(`compares field ${name}, which is no number`);
  if ((from !== undefined || before !== undefined || come) && (field.list || field.kind !== 'date'))
    say(`asks when field ${name} is, which is no date`);
  if (upTo !== undefined && [field, p.fields[upTo]].some((one) => one?.kind !== 'date' || one.list))
    say(`asks whether field ${name} is up to ${upTo}, which are not two dates`);
  if (lowered && (field.list || field.kind !== 'count'))
    say(`asks whether field ${name} is lowered, which is no count`);
  if (apart !== undefined && (field.list || field.kind !== 'region'))
    say(`asks where field ${name} lies, which is no region`);
  if (founded && field.scale === undefined) say(`asks on what field ${name} is founded, which is no band`);
  const bands = data.amountScales?.[field.scale ?? '']?.bands ?? [];
  if (typeof atLeast === 'string' && !bands.some(({ band }) => band === atLeast))
    say(`compares field ${name} with ${atLeast}, which is no band of its scale`);
};

/** What was counted may have been said of another proceeding, which grew out of this one or this one out of it. */
const checkSum = ({ field, less, dated = [] }: Sum, { procedures }: LawData, say: Say): void => {
  const isSomewhere = (name: string, kind: Field['kind']): boolean =>
    procedures.some(({ fields: { [name]: one } }) => one?.kind === kind && one.class === 'open' && !one.list);
  for (const name of [field, ...(less === undefined ? [] : [less])])
    if (!isSomewhere(name, 'count')) say(`adds up field ${name}, which is no open count`);
  for (const name of dated)
    if (!isSomewhere(name, 'date')) say(`counts by field ${name}, which is no open date`);
};

/** What a question goes by beside the field itself. */
const commandsNamed = ({ within, saidBy }: Asked): readonly string[] =>
  [within, saidBy].filter((one) => one !== undefined);

/** Limits whose clocks a test looks at. */
const limitsAsked = (test: Test): readonly string[] => {
  if ('overdue' in test) return test.overdue;
  if ('passed' in test) return test.passed;
  if ('within' in test) return test.within;
  if ('ended' in test) return test.ended;
  return 'endOf' in test ? test.endOf.limits : [];
};

const checkTest = (p: Procedure, test: Test, data: LawData, say: Say): void => {
  const anywhere = (command: string): boolean =>
    data.procedures.some((other) => Object.hasOwn(other.commands, command));
  const own = (command: string): boolean => Object.hasOwn(p.commands, command);
  for (const one of testsIn(test)) {
    const taken = 'happened' in one ? one.happened : 'never' in one ? one.never : undefined;
    if (taken)
      for (const command of [taken.command, taken.since ?? [], taken.less ?? []].flat())
        if (!(taken.in ? anywhere : own)(command)) say(`asks for unknown command ${command}`);
    if ('notSameOfficerAs' in one)
      for (const command of one.notSameOfficerAs)
        if (!(one.of ? anywhere : own)(command)) say(`asks for unknown command ${command}`);
    const ends = 'endOf' in one ? one.endOf : undefined;
    for (const limit of limitsAsked(one))
      if (!Object.hasOwn(p.clocks, limit)) say(`asks for limit ${limit}, of which it has no clock`);
    if ('field' in one) {
      checkField(p, one.field, data, say);
      for (const command of commandsNamed(one.field).filter((named) => !own(named)))
        say(`asks for unknown command ${command}`);
    }
    if (ends && (p.fields[ends.field]?.kind !== 'date' || p.fields[ends.field]?.class !== 'open'))
      say(`asks whether field ${ends.field} ends a limit, which is no open date`);
    for (const name of 'elapsed' in one ? [one.elapsed.from, one.elapsed.to] : [])
      if (p.fields[name]?.kind !== 'date' || p.fields[name]?.class !== 'open')
        say(`asks how long it was to or from field ${name}, which is no open date`);
    if ('sum' in one) checkSum(one.sum, data, say);
    const { asOf = [], told = [], of } = 'sum' in one ? one.sum : {};
    for (const command of [...asOf, ...(of === 'parent' ? [] : told)])
      if (!own(command)) say(`asks for unknown command ${command}`);
    for (const command of of === 'parent' ? told : [])
      if (!anywhere(command)) say(`asks for unknown command ${command}`);
    const roles =
      'role' in one
        ? [one.role.role, one.role.under, one.role.within, one.role.apart]
        : 'noneOpen' in one
          ? [one.noneOpen.held]
          : 'field' in one
            ? [one.field.apart]
            : [];
    const where = 'role' in one ? one.role.where : undefined;
    const region = where === undefined ? undefined : p.fields[where];
    if (where !== undefined && (region?.kind !== 'region' || region.class !== 'open' || region.list))
      say(`asks who lies in field ${where}, which is no open region`);
    for (const role of roles)
      if (role !== undefined && !Object.hasOwn(p.roles, role)) say(`asks for unknown role ${role}`);
    const procedure =
      'noneOpen' in one
        ? (one.noneOpen.procedure ?? p.procedure)
        : 'children' in one
          ? one.children.procedure
          : undefined;
    const others = data.procedures.filter((other) => other.procedure === procedure);
    if (procedure !== undefined && others.length === 0) say(`asks for unknown procedure ${procedure}`);
    if ('children' in one)
      for (const name of [one.children.since, one.children.until, one.children.told].flatMap(
        (all = []) => all,
      ))
        if (!own(name)) say(`asks for unknown command ${name}`);
    const states =
      'noneOpen' in one ? (one.noneOpen.besides ?? []) : 'children' in one ? one.children.in : [];
    for (const state of states)
      if (others.length > 0 && !others.some((other) => Object.hasOwn(other.states, state)))
        say(`asks for unknown state ${state} of ${procedure}`);
    const asked = 'noneMarked' in one ? one.noneMarked : 'marked' in one ? one.marked : undefined;
    if (asked) {
      const { mark, procedure: of, held = {}, role, since } = asked;
      if (since !== undefined && !own(since)) say(`asks for unknown command ${since}`);
      const carriers = data.procedures.filter(
        (other) => (of === undefined || other.procedure === of) && marksOf(other).includes(mark),
      );
      if (carriers.length === 0)
        say(`asks for mark ${mark}, which no state${of === undefined ? '' : ` of ${of}`} carries`);
      for (const ours of Object.values(held))
        if (!Object.hasOwn(p.roles, ours)) say(`asks for unknown role ${ours}`);
      for (const theirs of [...Object.keys(held), ...(role ? [role.role] : [])])
        if (carriers.some((other) => !Object.hasOwn(other.roles, theirs)))
          say(`asks for role ${theirs} where mark ${mark} is carried, which is unknown there`);
    }
  }
};

/** A code of the registry is a condition's only where it means the same: that another officer must act. */
const isItsOwn = ({ code, if: test }: Condition): boolean =>
  code === 'GUARD_REFUSED' ||
  !Object.hasOwn(ERRORS, code) ||
  (code === 'SAME_OFFICER' && 'notSameOfficerAs' in test);

export const checkConditions = (p: Procedure, data: LawData, say: Say): void => {
  const named = [
    ...Object.values(p.commands).flatMap((c) => [
      ...(c.when ?? []),
      ...(c.opens ?? []).flatMap((opened) => opened.when ?? []),
      ...(c.copyWhere ?? []).flatMap((copied) => copied.when),
      ...(c.also ?? []).flatMap((moved) => moved.when ?? []),
    ]),
    ...rowsOf(p).flatMap(({ target }) => target.when ?? []),
    ...Object.values(p.clocks).flatMap((clock) => clock.where ?? []),
  ];
  for (const id of new Set(named)) if (!Object.hasOwn(p.conditions, id)) say(`unknown condition ${id}`);
  for (const [id, condition] of Object.entries(p.conditions) as [string, Condition][]) {
    if (!named.includes(id)) say(`condition ${id} is asked nowhere`);
    if (!isItsOwn(condition))
      say(`condition ${id} takes code ${condition.code}, which means something else everywhere`);
    checkTest(p, condition.if, data, (what) => say(`condition ${id} ${what}`));
  }
};
