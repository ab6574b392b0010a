// The law of one procedure alone: what it says of others is left out with the commands and conditions that say it, and so are the
// limits it does not watch. What reads a whole ledger need not read thirty procedures that nobody in it takes a step of.
import { lawItems } from '../../law/law.ts';
import type { LawItem } from '../../schemas/law.ts';

type Named = Readonly<Record<string, object>>;
type Literal = { readonly commands: Named; readonly conditions?: Named; readonly clocks: Named };

/** Whether a literal speaks of another procedure anywhere: opens it, moves it, asks about it. */
const speaksOfOthers = (literal: object, own: string): boolean =>
  [...JSON.stringify(literal).matchAll(/"procedure":"([a-z0-9-]+)"/g)].some(([, named]) => named !== own);

type Opens = readonly { readonly when?: readonly string[] }[];

/** A command without what it opens only where a condition that speaks of another holds. */
const without = (command: object, beyond: ReadonlySet<string>): object => {
  const { opens, ...rest } = command as { opens?: Opens };
  const kept = opens?.filter(({ when = [] }) => !when.some((id) => beyond.has(id))) ?? [];
  return kept.length > 0 ? { ...rest, opens: kept } : rest;
};

/** Without its commands and conditions that speak of another, wherever they are named. */
const alone = (item: LawItem): LawItem => {
  const { commands, conditions = {} } = item.data as Literal;
  const beyondOf = (named: Named): ReadonlySet<string> =>
    new Set(
      Object.entries(named)
        .filter(([, literal]) => speaksOfOthers(literal, item.id))
        .map(([name]) => name),
    );
  const asking = beyondOf(conditions);
  const own = Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [name, without(command, asking)]),
  );
  const beyond = new Set([...asking, ...beyondOf(own)]);
  const within = (name: string, value: unknown): unknown => {
    // Only another procedure carries the mark that ends a clock.
    if (beyond.has(name) || name === 'stopsOnMark') return undefined;
    if (!Array.isArray(value)) return value;
    const left = value.filter((one) => !beyond.has(one));
    return left.length > 0 || value.length === 0 ? left : undefined;
  };
  return { ...item, data: JSON.parse(JSON.stringify({ ...(item.data as Literal), commands: own }, within)) };
};

/** A ladder opens nothing of a procedure that is not there. */
const opensOnly =
  (procedure: string) =>
  (name: string, value: unknown): unknown =>
    name === 'opens' && (value as { procedure?: string }).procedure !== procedure ? undefined : value;

/** Items of our law in their order: of the procedures this one, of the limits those it watches, and all the rest. */
export const lawAlone = (procedure: string): readonly LawItem[] => {
  const own = lawItems.filter(({ kind, id }) => kind === 'procedure' && id === procedure);
  const watched = new Set(own.flatMap(({ data }) => Object.keys((data as Literal).clocks)));
  return lawItems.flatMap((item) => {
    if (item.kind === 'procedure') return item.id === procedure ? [alone(item)] : [];
    if (item.kind === 'ladder')
      return [{ ...item, data: JSON.parse(JSON.stringify(item.data, opensOnly(procedure))) }];
    return item.kind !== 'limit' || watched.has(item.id) ? [item] : [];
  });
};
