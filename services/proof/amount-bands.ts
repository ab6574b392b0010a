// The open band beside an amount: made by whoever commits to the amount, and checked by whoever may open it. Pure.
import { bandsOf } from '../../schemas/amount-scale.ts';
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { BandRule } from '../../schemas/band-rule.ts';
import type { CaseCommand, Disclosure, PartyValues } from '../../schemas/command.ts';
import type { FieldValues } from '../../schemas/field.ts';

const SHARED = 'amountFen';

const amountIn = (values: PartyValues | undefined, of: string): string | undefined => {
  const value = of === SHARED ? values?.amountFen : values?.fields?.[of];
  return typeof value === 'string' ? value : undefined;
};

type Said = { readonly command: string; readonly body?: { readonly fields?: FieldValues | undefined } };

/** Bands of the amounts a command commits to, of those it takes and does not say itself. */
const bandsFor = (
  { command, body }: Said,
  values: PartyValues | undefined,
  rules: readonly BandRule[],
): FieldValues =>
  Object.fromEntries(
    rules.flatMap((rule) => {
      const amount = amountIn(values, rule.of);
      if (amount === undefined || !rule.commands.includes(command)) return [];
      if (body?.fields?.[rule.field] !== undefined) return [];
      // The highest it may stand in: where the number is not known, the earliest counts.
      const band = bandsOf(amount, rule).at(-1);
      return band === undefined ? [] : [[rule.field, band]];
    }),
  );

const withFields = <B extends { fields?: FieldValues | undefined }>(body: B, more: FieldValues): B =>
  Object.keys(more).length === 0 ? body : { ...body, fields: { ...body.fields, ...more } };

/** The command with the band of each amount it commits to; what it says itself stays. */
export const withBands = (asked: AskedCommand, rules: readonly BandRule[]): AskedCommand => {
  const { party } = asked;
  const body = withFields(asked.body, bandsFor(asked, party, rules));
  const steps = body.steps?.map((step, n) => ({
    ...step,
    body: withFields(step.body, bandsFor(step, party?.steps?.[String(n + 1)], rules)),
  }));
  return { ...asked, body: steps ? { ...body, steps } : body };
};

/** A band that the amount beside it does not make. */
export type BandDoubt = {
  /** Of the amount. */
  readonly path: string;
  readonly field: string;
  readonly said: string;
  /** What the amount makes: one band, or all that a range leaves open. */
  readonly fits: readonly string[];
  readonly standardOf: string;
};

/** The bands of a command that do not fit the amounts of it that its reader may open. */
export const bandDoubts = (
  { body }: Pick<CaseCommand, 'body'>,
  values: readonly Pick<Disclosure, 'path' | 'value'>[],
  rules: readonly BandRule[],
): BandDoubt[] => {
  const said = [
    { prefix: '', fields: body.fields },
    ...(body.steps ?? []).map((step, n) => ({ prefix: `/steps/${n + 1}`, fields: step.body.fields })),
  ];
  return said.flatMap(({ prefix, fields = {} }) =>
    rules.flatMap((rule): BandDoubt[] => {
      const band = fields[rule.field];
      const path = `${prefix}${rule.of === SHARED ? '' : '/fields'}/${rule.of}`;
      const amount = values.findLast((value) => value.path === path)?.value;
      if (typeof band !== 'string' || typeof amount !== 'string') return [];
      const fits = bandsOf(amount, rule);
      const { field, standardOf } = rule;
      return fits.includes(band) ? [] : [{ path, field, said: band, fits, standardOf }];
    }),
  );
};
