// What a proceeding has counted in a period, and what was taken off since by what grew out of it.
import type { Test } from '../schemas/condition.ts';
import type { FieldValues } from '../schemas/field.ts';
import type { Instant } from '../schemas/instant.ts';
import { childrenOf, ofSubject, parentOf, type Situation, stepBefore } from './situation.ts';
import type { Proceeding } from './state.ts';

type Sum = Extract<Test, { sum: unknown }>['sum'];
type Counted = { readonly at: Instant; readonly fields?: FieldValues | undefined };

const countOf = (name: string | undefined, fields: FieldValues = {}): number =>
  name === undefined ? 0 : Number(fields[name] ?? 0);

/** The period each step counts in: the year, or the round, of the day that it or the last before it says; else of its own day. */
const periodsOf = (steps: readonly Counted[], { in: within, dated = [] }: Sum): readonly string[] => {
  let round = 0;
  let day: string | undefined;
  return steps.map(({ at, fields = {} }) => {
    const said = dated.map((name) => fields[name]).find((value) => typeof value === 'string');
    if (said !== undefined) [round, day] = [round + 1, said];
    if (within === undefined) return '';
    return within === 'round' ? String(round) : (day ?? at).slice(0, 4);
  });
};

/** The period in which a command counts that comes after these steps. */
const periodOfNext = (p: Proceeding | undefined, next: Counted, sum: Sum): string =>
  periodsOf([...(p?.steps ?? []), next], sum).at(-1) ?? '';

/** The period in which the last of these commands was taken. */
const periodOfLast = (
  p: Proceeding | undefined,
  commands: readonly string[],
  sum: Sum,
): string | undefined => {
  const last = p?.steps.findLastIndex(({ command }) => commands.includes(command)) ?? -1;
  return p && last >= 0 ? periodsOf(p.steps, sum)[last] : undefined;
};

/** The period of a proceeding in which another grew out of it, or of which it had been told by then. */
const periodOfOpening = (p: Proceeding, child: Proceeding, sum: Sum): string =>
  periodsOf(p.steps, sum)[stepBefore(p, child, sum.told)] ?? '';

/** What counts in a period: of its own steps, less what they and those that grew out of it in that period took off. */
const countedIn = (p: Proceeding, children: readonly Proceeding[], sum: Sum, period: string): number => {
  const { field, less } = sum;
  const periods = periodsOf(p.steps, sum);
  const own = p.steps
    .filter((_, n) => periods[n] === period)
    .reduce((all, { fields }) => all + countOf(field, fields) - countOf(less, fields), 0);
  const off = children
    .filter((child) => periodOfOpening(p, child, sum) === period)
    .flatMap(({ steps }) => steps)
    .reduce((all, { fields }) => all + countOf(less, fields), 0);
  return own - off;
};

/** What the command itself adds. */
const added = (fields: FieldValues, { field, less }: Sum): number =>
  countOf(field, fields) - countOf(less, fields);

/** What the command itself says is added to what was said before. */
const sumOf = (s: Situation, sum: Sum): number => {
  const { proceeding: p, fields, occurredAt: at } = s;
  const now = added(fields, sum);
  if (sum.of === 'parent') {
    const parent = parentOf(s);
    if (!p || !parent) return now;
    return now + countedIn(parent, childrenOf(s, parent), sum, periodOfOpening(parent, p, sum));
  }
  const period = periodOfLast(p, sum.asOf ?? [], sum) ?? periodOfNext(p, { at, fields }, sum);
  const counted = sum.of === 'subject' ? ofSubject(s) : p ? [p] : [];
  return counted.reduce((total, one) => total + countedIn(one, childrenOf(s, one), sum, period), now);
};

/** Whether what was counted lies where it is asked to. */
export const isCounted = (s: Situation, sum: Sum): boolean => {
  const total = sumOf(s, sum);
  return total >= (sum.atLeast ?? total) && total < (sum.below ?? Number.POSITIVE_INFINITY);
};
