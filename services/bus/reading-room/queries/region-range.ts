// A region and all below it, as a range of codes: 653000 is 653000 to 653099, 650000 is 650000 to 659999.
import type { Region } from '../../../../schemas/ids.ts';
import { NATIONAL } from '../../../../schemas/subjects.ts';

/** First and last code of a division and what lies in it; the whole country is every code. */
export const regionRange = (region: Region): readonly [Region, Region] => {
  if (region === NATIONAL) return ['000000', '999999'];
  const stem = region.endsWith('0000')
    ? region.slice(0, 2)
    : region.endsWith('00')
      ? region.slice(0, 4)
      : region;
  return [region, stem.padEnd(6, '9')];
};
