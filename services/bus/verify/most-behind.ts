// How far behind an entry may say that the law or the register was on which it was decided: what was overtaken must not go on
// being decided by, nor a revoked key be honoured.

import { type Instant, millisOf } from '../../../schemas/instant.ts';
import type { ExportHeader } from '../../proof/export-format.ts';

/** Where an entry stands in the ledger, and when it says it was recorded. */
export type Place = { readonly sequence: number; readonly recordedAt: Instant };

const MOST_ENTRIES = 1_000;

/** A registrar folds within half a second, clocks differ by five, an append may take five: the rest is for a machine that stalls. */
const MOST_MS = 60_000;

/**
 * Whether an entry was decided too long after `next` had overtaken what it names. In a rehearsal time is stepped, and may go on
 * by days within the half second in which a registrar folds: there entries alone count.
 */
export const isTooFarBehind = (clock: ExportHeader['clock'], next: Place, entry: Place): boolean =>
  entry.sequence - next.sequence > MOST_ENTRIES ||
  (clock === 'real' && millisOf(entry.recordedAt) - millisOf(next.recordedAt) > MOST_MS);
