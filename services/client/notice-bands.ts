// Bands of amounts in a notice that do not fit the amounts it discloses.
import { type BandRule, rulesOf } from '../../schemas/band-rule.ts';
import type { OpenedNotice } from '../../schemas/entry.ts';
import { type Region, regionOfCase } from '../../schemas/ids.ts';
import { type BandDoubt, bandDoubts } from '../proof/amount-bands.ts';

/** How bands are made in a region: what GET /v1/bands answers of it. None where that is not known. */
export type BandsOf = (region: Region) => readonly BandRule[];

/** None where the notice has no body, or discloses no amount. */
export const doubtsOfNotice = (
  { data: { head, body, disclosures } }: Pick<OpenedNotice, 'data'>,
  bandsOf: BandsOf,
): readonly BandDoubt[] =>
  body !== null && 'commitments' in body.command
    ? bandDoubts(body.command, disclosures, rulesOf(bandsOf(regionOfCase(head.id)), body.command.actor))
    : [];
