// Money demanded and what came back of it, for whoever may open every amount that counts: nobody is shown a sum of some of them. Pure.
import * as z from 'zod';
import { Fen } from '../../../schemas/amount-scale.ts';
import { ProceedingId } from '../../../schemas/ids.ts';
import type { BalanceRule } from '../../../schemas/procedure.ts';
import type { OpenedEntry } from './case-file.ts';

export const BalanceAnswer = z.strictObject({
  proceedings: z.array(ProceedingId).describe('Several where one demand is about them together'),
  owedFen: Fen.nullable().describe('null where no amount was demanded'),
  paidFen: Fen,
  doubt: z
    .enum(['more-than-owed', 'not-all'])
    .nullable()
    .describe('More came back than was demanded; or all is said to be back and the parts make less'),
});
export type BalanceAnswer = z.infer<typeof BalanceAnswer>;

type Counted = {
  readonly as: keyof BalanceRule;
  readonly proceeding: ProceedingId;
  /** Of one command that moves several proceedings the amount counts once. */
  readonly said: string;
  /** `null` where none was said, `undefined` where the reader may not open it. */
  readonly fen: bigint | null | undefined;
};

const countedAs = (rule: BalanceRule, command: string): keyof BalanceRule | undefined =>
  (['owes', 'pays', 'clears'] as const).find((as) => rule[as].includes(command));

/** `ruleOf`: the balance of the procedure that a proceeding follows, where it has one and the reader is shown it. */
const countedIn = (
  entries: readonly OpenedEntry[],
  ruleOf: (proceeding: ProceedingId) => BalanceRule | undefined,
): Counted[] =>
  entries.flatMap(({ entry, values }) =>
    entry.events.flatMap((event): Counted[] => {
      if (event.kind !== 'step') return [];
      const { proceeding, command, place } = event;
      const rule = ruleOf(proceeding);
      const as = rule && countedAs(rule, command);
      if (!as) return [];
      const path = `${place === undefined ? '' : `/steps/${place}`}/amountFen`;
      const { data } = Fen.safeParse(values.findLast((value) => value.path === path)?.value);
      const isSaid = Object.hasOwn(entry.command.commitments, path);
      const fen = data === undefined ? (isSaid ? undefined : null) : BigInt(data);
      return [{ as, proceeding, said: `${entry.sequence}${path}`, fen }];
    }),
  );

const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n);

/** What came back: the parts, and with them the last or, as some say it, the whole. */
const paidOf = (owed: bigint | null, parts: bigint, last: bigint): bigint =>
  owed !== null && last === owed && parts <= owed ? owed : parts + last;

const doubtOf = (owed: bigint | null, paid: bigint, isCleared: boolean): BalanceAnswer['doubt'] => {
  if (owed === null || paid === owed) return null;
  if (paid > owed) return 'more-than-owed';
  return isCleared ? 'not-all' : null;
};

const balanceOf = (group: readonly Counted[]): BalanceAnswer[] => {
  const each = [...new Map(group.map((one) => [one.said, one])).values()];
  if (each.some(({ as, fen }) => fen === undefined || (fen === null && as !== 'owes'))) return [];
  const of = (wanted: keyof BalanceRule): bigint[] =>
    each.flatMap(({ as, fen }) => (as === wanted && typeof fen === 'bigint' ? [fen] : []));
  const [owes, parts, last] = [of('owes'), of('pays'), of('clears')];
  const owed = owes.length === 0 ? null : sum(owes);
  if (owed === null && parts.length + last.length === 0) return [];
  const paid = paidOf(owed, sum(parts), sum(last));
  return [
    {
      proceedings: [...new Set(group.map(({ proceeding }) => proceeding))],
      owedFen: owed === null ? null : String(owed),
      paidFen: String(paid),
      doubt: doubtOf(owed, paid, last.length > 0),
    },
  ];
};

/** One for each demand, in the order they came. What was paid on a demand that the reader was not told is left out. */
export const balancesIn = (
  entries: readonly OpenedEntry[],
  ruleOf: (proceeding: ProceedingId) => BalanceRule | undefined,
): BalanceAnswer[] => {
  const counted = countedIn(entries, ruleOf);
  const demandOf = new Map<ProceedingId, string>();
  for (const { as, proceeding, said } of counted)
    if (as === 'owes' && !demandOf.has(proceeding)) demandOf.set(proceeding, said);
  const known = counted.filter(({ proceeding }) => demandOf.has(proceeding));
  return [...Map.groupBy(known, ({ proceeding }) => demandOf.get(proceeding)).values()].flatMap(balanceOf);
};
