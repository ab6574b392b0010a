// How the open band of an amount is made at one place and time: what a department's software needs to send a band beside an amount,
// and to see whether one that it is told fits. Answered by GET /v1/bands.
import * as z from 'zod';
import { BandStarts, Bands } from './amount-scale.ts';
import type { Actor } from './command.ts';
import { FieldName } from './field.ts';
import { Bilingual, Body, bodyOf, Kebab, Region } from './ids.ts';
import { LegalBasis, LimitSource } from './time-limit.ts';

export const BandRule = z.strictObject({
  /** Declared field that the band goes to, under `body.fields`. */
  field: FieldName,
  title: Bilingual,
  of: FieldName.describe('The amount it is the band of: at /amountFen, or at /fields/<of>'),
  scale: Kebab,
  bands: Bands.describe('Lowest first'),
  begins: BandStarts.describe(
    'In fen; where a range is all that is known, the earliest beginning makes the band, and a band fits that any number of the range makes',
  ),
  bodies: z
    .array(Body)
    .optional()
    .describe('Kinds of department that go by this one, before one of the same field that names none'),
  standardOf: Region.describe('Division whose standard this is: the nearest that has one'),
  basis: z.array(LegalBasis),
  /** How the numbers were checked; `null` for those a region entered itself. */
  source: LimitSource.nullable(),
  /** Paper that a region’s own numbers rest on. */
  deed: z.string().nullable(),
  commands: z.array(Kebab).describe('Commands that take the field'),
});
export type BandRule = z.infer<typeof BandRule>;

/** By which rules whoever acts makes bands: of one field that of its own kind of department, else that of all. A service makes none. */
export const rulesOf = (rules: readonly BandRule[], actor: Actor): readonly BandRule[] => {
  if ('service' in actor) return [];
  const own = rules.filter(({ bodies }) => bodies?.includes(bodyOf(actor.department)));
  const taken = new Set(own.map(({ field }) => field));
  return rules.filter((rule) => own.includes(rule) || (!rule.bodies && !taken.has(rule.field)));
};
