// Bands of a case that do not fit the amounts its reader is shown, entry by entry, with the amounts as they were corrected since: a band
// that was right and is not any more shows too. Pure.
import * as z from 'zod';
import { type BandRule, rulesOf } from '../../../schemas/band-rule.ts';
import type { Disclosure } from '../../../schemas/command.ts';
import { FieldName } from '../../../schemas/field.ts';
import { Region } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { bandDoubts } from '../../proof/amount-bands.ts';
import type { OpenedEntry } from './case-file.ts';

export const BandDoubtAnswer = z.strictObject({
  entry: z.int().describe('Sequence of the entry that says the band, within the case'),
  path: z.string().describe('Of the amount'),
  amountEntry: z
    .int()
    .describe('Sequence of the entry that says the amount: an earlier one where the band was said without'),
  field: FieldName,
  said: z.string(),
  fits: z.array(z.string()).describe('What the amount makes: one band, or all that a range leaves open'),
  standardOf: Region,
});
export type BandDoubtAnswer = z.infer<typeof BandDoubtAnswer>;

type Stated = { readonly entry: number; readonly fen: string };

/** Paths of the amount of a command, or of each of the steps in it, with the command that says it. */
const amountsOf = ({ command, body }: OpenedEntry['entry']['command']) =>
  body.steps
    ? body.steps.map((step, n) => ({ path: `/steps/${n + 1}/amountFen`, command: step.command }))
    : [{ path: '/amountFen', command }];

const valueAt = (values: readonly Disclosure[], path: string): string | undefined => {
  const value = values.findLast((one) => one.path === path)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** The amount of the case after an entry: that of a command which says it with its band. What is stated of one subject is not the case's. */
const statedAfter = (
  { entry, values }: OpenedEntry,
  rules: readonly BandRule[],
  before: Stated | undefined,
): Stated | undefined => {
  const isOfOne = entry.events.some((event) => event.kind === 'version' && event.subject !== undefined);
  if (isOfOne) return before;
  const own = amountsOf(entry.command)
    .filter(({ command }) =>
      rules.some(({ of, commands }) => of === 'amountFen' && commands.includes(command)),
    )
    .flatMap(({ path }) => valueAt(values, path) ?? []);
  const fen = own.at(-1);
  return fen === undefined ? before : { entry: entry.sequence, fen };
};

/** `rulesAt`: how bands are made in the region of the case as of an instant. A band said without an amount is one of the case's amount. */
export const bandDoubtsIn = (
  entries: readonly OpenedEntry[],
  rulesAt: (at: Instant) => readonly BandRule[],
): BandDoubtAnswer[] => {
  let stated: Stated | undefined;
  return entries.flatMap((opened) => {
    const { entry, values } = opened;
    const { command, sequence } = entry;
    const rules = rulesOf(rulesAt(entry.occurredAt), command.actor);
    const before = stated;
    const supposed = amountsOf(command).flatMap(({ path }) =>
      before && !Object.hasOwn(command.commitments, path) && valueAt(values, path) === undefined
        ? [{ path, value: before.fen }]
        : [],
    );
    stated = statedAfter(opened, rules, before);
    return bandDoubts(command, [...values, ...supposed], rules).map((doubt) => ({
      ...doubt,
      fits: [...doubt.fits],
      entry: sequence,
      amountEntry: before && supposed.some(({ path }) => path === doubt.path) ? before.entry : sequence,
    }));
  });
};
