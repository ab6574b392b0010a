// Rule 2, first half: the text of a case's region → the code of the division it names.
import { provinceOf, regionNames, UNDISCLOSED_REGION } from '../../law/regions.ts';
import type { Region } from '../../schemas/ids.ts';
import { NATIONAL } from '../../schemas/subjects.ts';

/** `unplaced` is what of the text no division code stands for, e.g. 某县级市; the code is then that of the level above. */
export type RegionReading = { code: Region; unplaced?: string };

const PROVINCE_ENDING = /(省|市|(维吾尔|壮族|回族)?自治区|特别行政区)$/;
/** The long form of an autonomous prefecture ends in its peoples' names: 临夏回族自治州, 黔东南苗族侗族自治州. */
const AUTONOMOUS = '自治州';

const provinces = [...regionNames].filter(([code]) => code.endsWith('0000') && !/^[10]00000$/.test(code));

/** Length of the part at the start of `text` that names this division, 0 when none does. `甘孜州` is 甘孜藏族自治州. */
const namedLength = (text: string, name: string): number => {
  if (text.startsWith(name)) return name.length;
  if (!name.endsWith(AUTONOMOUS)) return 0;
  const short = /^(.{2,4}?)州/.exec(text);
  return short?.[1] !== undefined && name.startsWith(short[1]) ? short[0].length : 0;
};

const longest = (text: string, among: readonly (readonly [Region, string])[]): [Region, number] | null => {
  let best: [Region, number] | null = null;
  for (const [code, name] of among) {
    const length = namedLength(text, name);
    if (length > (best?.[1] ?? 0)) best = [code, length];
  }
  return best;
};

const namedProvince = (text: string): [Region, number] | null =>
  longest(text, provinces) ??
  longest(
    text,
    provinces.map(([code, name]) => [code, name.replace(PROVINCE_ENDING, '')] as const),
  );

/** Divisions below one. From the province down a county may be named without its prefecture. */
const below = (code: Region): (readonly [Region, string])[] => {
  if (!code.endsWith('00')) return [];
  const prefix = code.endsWith('0000') ? code.slice(0, 2) : code.slice(0, 4);
  return [...regionNames].filter(
    ([other, name]) =>
      other.startsWith(prefix) && other !== code && name !== regionNames.get(provinceOf(code)),
  );
};

/**
 * Reads a region text such as `四川省甘孜州丹巴县`. Of several regions the first is the home of the case; 地区未公开 is
 * `000000`. `null` when the text does not begin with a province.
 */
export const readRegion = (text: string): RegionReading | null => {
  const first = (text.split(/[、,，;；]/)[0] ?? '').trim().replace(/等(地|多地)?$/, '');
  if (/未公开|不详/.test(first)) return { code: UNDISCLOSED_REGION };
  if (/^(全国|国家)$/.test(first)) return { code: NATIONAL };
  const province = namedProvince(first);
  if (province === null) return null;
  let [code, length] = province;
  let rest = first.slice(length);
  while (rest !== '') {
    const next = longest(rest, below(code));
    if (next === null) return { code, unplaced: rest };
    [code, length] = next;
    rest = rest.slice(length);
  }
  return { code };
};
