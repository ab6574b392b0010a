// A region and all below it, as a range of codes: 653023 is 653023 to 653023999, 653000 is 653000 to 653099999. Codes are
// compared as text, where a county stands before its townships and after those of the county before it.
import { type Region, registerRegionOf } from '../../../../schemas/ids.ts';
import { NATIONAL } from '../../../../schemas/subjects.ts';

/** First and last code of a division and what lies in it; the whole country is every code. */
export const regionRange = (region: Region): readonly [Region, Region] => {
  if (region === NATIONAL) return ['000000', '999999999'];
  if (region !== registerRegionOf(region)) return [region, region];
  const stem = region.endsWith('0000')
    ? region.slice(0, 2)
    : region.endsWith('00')
      ? region.slice(0, 4)
      : region;
  return [region, stem.padEnd(9, '9')];
};
