// Bands of a case that do not fit the amounts its reader is shown, entry by entry, with the amounts as they were corrected since: a band
// that was right and is not any more shows too. Pure.
import * as z from 'zod';
import { type BandRule, rulesOf } from '../../../schemas/band-rule.ts';
import { FieldName } from '../../../schemas/field.ts';
import { Region } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { bandDoubts } from '../../proof/amount-bands.ts';
import type { OpenedEntry } from './case-file.ts';

export const BandDoubtAnswer = z.strictObject({
  entry: z.int().describe('Sequence of the entry that says the band, within the case'),
  path: z.string().describe('Of the amount'),
  field: FieldName,
  said: z.string(),
  fits: z.array(z.string()).describe('What the amount makes: one band, or all that a range leaves open'),
  standardOf: Region,
});
export type BandDoubtAnswer = z.infer<typeof BandDoubtAnswer>;

/** `rulesAt`: how bands are made in the region of the case as of an instant. */
export const bandDoubtsIn = (
  entries: readonly OpenedEntry[],
  rulesAt: (at: Instant) => readonly BandRule[],
): BandDoubtAnswer[] =>
  entries.flatMap(({ entry, values }) => {
    if (values.length === 0) return [];
    const rules = rulesOf(rulesAt(entry.occurredAt), entry.command.actor);
    return bandDoubts(entry.command, values, rules).map((doubt) => ({
      ...doubt,
      fits: [...doubt.fits],
      entry: entry.sequence,
    }));
  });
