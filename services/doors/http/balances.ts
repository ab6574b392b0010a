// Money demanded and what came back of it, for whoever may open every amount that counts: nobody is shown a sum of some of them. Pure.
import * as z from 'zod';
import { Fen } from '../../../schemas/amount-scale.ts';
import { ProceedingId } from '../../../schemas/ids.ts';
import type { BalanceRule } from '../../../schemas/procedure.ts';
import type { OpenedEntry } from './case-file.ts';

const Doubt = z.enum([
  'more-than-told',
  'more-than-owed',
  'not-all',
  'more-than-surplus',
  'change-without-amount',
]);

export const BalanceAnswer = z.strictObject({
  proceedings: z.array(ProceedingId).describe('Several where one demand is about them together'),
  owedFen: Fen.nullable().describe('null where no amount was demanded'),
  paidFen: Fen,
  doubts: z
    .array(Doubt)
    .describe(
      'More was decided than the party was told before; more came back than is owed; all is said to be back and the parts make less; more was returned than the surplus; the last change said no amount',
    ),
});
export type BalanceAnswer = z.infer<typeof BalanceAnswer>;

type RuleOf = (proceeding: ProceedingId) => BalanceRule | undefined;
const WAYS = ['owes', 'raises', 'told', 'adds', 'pays', 'clears', 'voids', 'returns'] as const;
type As = (typeof WAYS)[number];

type Counted = {
  readonly as: As;
  readonly proceeding: ProceedingId;
  /** Where the amount stands: of one command that moves several proceedings it counts once. */
  readonly said: string;
  /** `null` where none was said, `undefined` where the reader may not open it. */
  readonly fen: bigint | null | undefined;
};

const countedAs = (rule: BalanceRule, command: string): As | undefined =>
  WAYS.find((as) => rule[as]?.includes(command));

const saysWhatIsOwed = (as: As): boolean => as === 'owes' || as === 'raises' || as === 'told';
const PAYMENTS: ReadonlySet<As> = new Set(['adds', 'pays', 'clears', 'returns']);

/** `ruleOf`: the balance of the procedure that a proceeding follows, where it has one and the reader is shown it. */
const countedIn = (entries: readonly OpenedEntry[], ruleOf: RuleOf): Counted[] =>
  entries.flatMap(({ entry, values }) =>
    entry.events.flatMap((event): Counted[] => {
      if (event.kind !== 'step') return [];
      const { proceeding, command, place } = event;
      const rule = ruleOf(proceeding);
      const as = rule && countedAs(rule, command);
      if (!as) return [];
      const field = saysWhatIsOwed(as) && rule.owedIn ? `fields/${rule.owedIn}` : 'amountFen';
      const path = `${place === undefined ? '' : `/steps/${place}`}/${field}`;
      const { data } = Fen.safeParse(values.findLast((value) => value.path === path)?.value);
      const isSaid = Object.hasOwn(entry.command.commitments, path);
      const fen = data === undefined ? (isSaid ? undefined : null) : BigInt(data);
      return [{ as, proceeding, said: `${entry.sequence}${path}`, fen }];
    }),
  );

/** Where amounts stand that are paid on what is owed, given back or come on top of it: their entry and path. */
export const paymentsIn = (entries: readonly OpenedEntry[], ruleOf: RuleOf): ReadonlySet<string> =>
  new Set(countedIn(entries, ruleOf).flatMap(({ as, said }) => (PAYMENTS.has(as) ? [said] : [])));

type Balance = {
  readonly owed: bigint | null;
  readonly paid: bigint;
  /** What the party was told last. */
  readonly told: bigint | null;
  readonly isMoreThanTold: boolean;
  readonly isCleared: boolean;
  /** More was returned than was paid beyond what is owed. */
  readonly isMoreThanSurplus: boolean;
  /** What is owed was changed last by somebody who said no amount. */
  readonly isUnsaid: boolean;
};
const NOTHING: Balance = {
  owed: null,
  paid: 0n,
  told: null,
  isMoreThanTold: false,
  isCleared: false,
  isMoreThanSurplus: false,
  isUnsaid: false,
};

/** All that is left, or as some say it the whole. */
const clearedBy = ({ owed, paid }: Balance, last: bigint): bigint =>
  owed !== null && last === owed && paid <= owed ? owed : paid + last;

/** What each says of the balance as the former left it; an amount that is not said moves nothing. */
const MOVES: Readonly<Record<As, (before: Balance, fen: bigint) => Partial<Balance>>> = {
  told: (_, told) => ({ told }),
  owes: ({ told }, owed) => ({ owed, isMoreThanTold: told !== null && owed > told, isUnsaid: false }),
  raises: (before, owed) => ({ ...MOVES.owes(before, owed), isCleared: false }),
  adds: ({ owed }, more) => ({ owed: owed === null ? null : owed + more }),
  pays: ({ paid }, part) => ({ paid: paid + part }),
  clears: (before, last) => ({ paid: clearedBy(before, last), isCleared: true }),
  voids: ({ owed }) =>
    owed === null ? {} : { owed: 0n, isMoreThanTold: false, isCleared: false, isUnsaid: false },
  returns: ({ owed, paid, isMoreThanSurplus }, back) => ({
    paid: paid > back ? paid - back : 0n,
    isMoreThanSurplus: isMoreThanSurplus || paid - back < (owed ?? 0n),
  }),
};

const moved = (before: Balance, { as, fen }: Counted): Balance => {
  if (typeof fen === 'bigint' || as === 'voids') return { ...before, ...MOVES[as](before, fen ?? 0n) };
  if (as === 'told') return { ...before, told: null };
  return saysWhatIsOwed(as) && before.owed !== null ? { ...before, isUnsaid: true } : before;
};

const doubtsOf = ({
  owed,
  paid,
  isMoreThanTold,
  isCleared,
  isMoreThanSurplus,
  isUnsaid,
}: Balance): BalanceAnswer['doubts'] => [
  ...(isMoreThanTold ? (['more-than-told'] as const) : []),
  ...(owed !== null && paid > owed ? (['more-than-owed'] as const) : []),
  ...(owed !== null && paid < owed && isCleared ? (['not-all'] as const) : []),
  ...(isMoreThanSurplus ? (['more-than-surplus'] as const) : []),
  ...(isUnsaid ? (['change-without-amount'] as const) : []),
];

/** Whether it can be counted: what the party was told may be hidden, and what is owed may be left unsaid. */
const isKnown = ({ as, fen }: Counted): boolean =>
  as === 'told' || as === 'voids' || (saysWhatIsOwed(as) ? fen !== undefined : typeof fen === 'bigint');

const balanceOf = (group: readonly Counted[]): BalanceAnswer[] => {
  const each = [...new Map(group.map((one) => [one.said, one])).values()];
  if (!each.every(isKnown)) return [];
  const balance = each.reduce(moved, NOTHING);
  const { owed, paid } = balance;
  const isPaidOn = each.some(({ as }) => as === 'pays' || as === 'clears');
  if (owed === null && !isPaidOn) return [];
  return [
    {
      proceedings: [...new Set(group.map(({ proceeding }) => proceeding))],
      owedFen: owed === null ? null : String(owed),
      paidFen: String(paid),
      doubts: doubtsOf(balance),
    },
  ];
};

/** One for each demand, in the order they came. What was paid on a demand that the reader was not told is left out. */
export const balancesIn = (entries: readonly OpenedEntry[], ruleOf: RuleOf): BalanceAnswer[] => {
  const counted = countedIn(entries, ruleOf);
  const demandOf = new Map<ProceedingId, string>();
  for (const { as, proceeding, said } of counted)
    if (as === 'owes' && !demandOf.has(proceeding)) demandOf.set(proceeding, said);
  const known = counted.filter(({ proceeding }) => demandOf.has(proceeding));
  return [...Map.groupBy(known, ({ proceeding }) => demandOf.get(proceeding)).values()].flatMap(balanceOf);
};
