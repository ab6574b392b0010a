// Scales of amounts: bands one above the other, and at which amount each begins, by division and time. Bands are open where the
// amount itself is a party's.
import * as z from 'zod';
import { Bilingual, Body, Kebab, Region } from './ids.ts';
import { CivilDate } from './instant.ts';
import { LegalBasis, LimitSource } from './time-limit.ts';

/** An amount in fen, as a string, for it may pass 2^53. */
export const Fen = z.string().regex(/^\d{1,20}$/);
export type Fen = z.infer<typeof Fen>;

/** Where a band begins; `atMost` where no more is known than the range in which a division sets it. */
export const BandStart = z.strictObject({ band: Kebab, atLeast: Fen, atMost: Fen.optional() });
export type BandStart = z.infer<typeof BandStart>;

const latestStart = ({ atLeast, atMost = atLeast }: BandStart): bigint => BigInt(atMost);

/** One above the other: each begins later than the one before it, at its earliest and at its latest. */
export const BandStarts = z
  .array(BandStart)
  .min(1)
  .refine(
    (starts) =>
      starts.every((start, n) => {
        const before = starts[n - 1];
        const isRange = latestStart(start) >= BigInt(start.atLeast);
        return (
          isRange &&
          BigInt(start.atLeast) > (before ? BigInt(before.atLeast) : 0n) &&
          (!before || latestStart(start) > latestStart(before))
        );
      }),
    { message: 'each band begins above the one before it' },
  );
export type BandStarts = z.infer<typeof BandStarts>;

/** What a division and all below it go by, where nobody nearer says otherwise. `until` is exclusive. */
export const AmountStandard = z.strictObject({
  region: Region,
  from: CivilDate,
  until: CivilDate.optional(),
  /** Kinds of department that go by it; all where not said. */
  bodies: z.array(Body).min(1).optional(),
  /** Of every band but the lowest, in their order. */
  begins: BandStarts,
  basis: z.array(LegalBasis).min(1),
  source: LimitSource,
});
export type AmountStandard = z.infer<typeof AmountStandard>;

export const Bands = z.array(z.strictObject({ band: Kebab, title: Bilingual })).min(2);
export type Bands = z.infer<typeof Bands>;

/** Every band that has a beginning: all but the lowest. */
export const bandsAbove = (bands: Bands): string[] => bands.slice(1).map(({ band }) => band);

/** Whether a standard says where each band begins that has a beginning, in their order. */
export const beginsEach = (begins: BandStarts, bands: Bands): boolean =>
  begins.map(({ band }) => band).join() === bandsAbove(bands).join();

export const AmountScale = z
  .strictObject({
    title: Bilingual,
    /** Lowest first. */
    bands: Bands,
    standards: z.array(AmountStandard),
  })
  .refine(({ bands, standards }) => standards.every(({ begins }) => beginsEach(begins, bands)), {
    message: 'a standard names every band but the lowest, in their order',
  });
export type AmountScale = z.infer<typeof AmountScale>;

/** The bands an amount may stand in, lowest first: one, or all that the ranges leave open. */
export const bandsOf = (
  amount: Fen,
  { bands, begins }: { readonly bands: Bands; readonly begins: BandStarts },
): string[] => {
  const reaching = (start: (one: BandStart) => bigint): number =>
    begins.filter((one) => BigInt(amount) >= start(one)).length;
  const lowest = reaching(latestStart);
  const highest = reaching(({ atLeast }) => BigInt(atLeast));
  return bands.slice(lowest, highest + 1).map(({ band }) => band);
};
