// The law of one procedure alone: what it opens and moves beside is left out, what it asks of others too, and so are the limits it does
// not watch. What reads a whole ledger need not read thirty procedures that nobody in it takes a step of.
import { lawItems } from '../../law/law.ts';
import type { LawItem } from '../../schemas/law.ts';

type Named = Readonly<Record<string, object>>;
type Literal = { readonly conditions?: Named; readonly clocks: Named };

/** Whether a literal speaks of another procedure anywhere: asks about it. */
const speaksOfOthers = (literal: object, own: string): boolean =>
  [...JSON.stringify(literal).matchAll(/"procedure":"([a-z0-9-]+)"/g)].some(([, named]) => named !== own);

/** Its commands open and move nothing beside; conditions that speak of another are left out, wherever they are named. */
const alone = (item: LawItem): LawItem => {
  const { conditions = {} } = item.data as Literal;
  const beyond = new Set(
    Object.entries(conditions)
      .filter(([, literal]) => speaksOfOthers(literal, item.id))
      .map(([name]) => name),
  );
  const within = (name: string, value: unknown): unknown => {
    // Only another procedure carries the mark that ends a clock.
    if (beyond.has(name) || ['stopsOnMark', 'opens', 'also'].includes(name)) return undefined;
    if (!Array.isArray(value)) return value;
    const left = value.filter((one) => !beyond.has(one));
    return left.length === 0 && value.length > 0 ? undefined : left;
  };
  return { ...item, data: JSON.parse(JSON.stringify(item.data, within)) };
};

/** A ladder whose steps open no procedure. */
const opensNothing = (item: LawItem): LawItem => ({
  ...item,
  data: JSON.parse(JSON.stringify(item.data, (name, value) => (name === 'opens' ? undefined : value))),
});

/** Items of our law in their order: of the procedures this one, of the limits those it watches, and all the rest. */
export const lawAlone = (procedure: string): readonly LawItem[] => {
  const own = lawItems.filter(({ kind, id }) => kind === 'procedure' && id === procedure);
  const watched = new Set(own.flatMap(({ data }) => Object.keys((data as Literal).clocks)));
  return lawItems.flatMap((item) => {
    if (item.kind === 'procedure') return item.id === procedure ? [alone(item)] : [];
    if (item.kind === 'ladder') return [opensNothing(item)];
    return item.kind !== 'limit' || watched.has(item.id) ? [item] : [];
  });
};
