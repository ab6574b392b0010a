// Rule 2, second half, and rule 7: which organ the text of a fact names, at which level, and whether it acts.
import { parentRegion, provinceOf, regionNames, UNDISCLOSED_REGION } from '../../law/regions.ts';
import type { Body, Region } from '../../schemas/ids.ts';
import { NATIONAL } from '../../schemas/subjects.ts';
import {
  AFTER_ACTOR,
  BEFORE_OBJECT,
  JOINS_LIST,
  LEVEL_OF_LIST,
  NATIONAL_ORGANS,
  ORDINAL,
  ORGANS,
} from './organ-words.ts';

export type OrganMention = {
  body: Body;
  /** Where the organ's name begins and ends; `from` is where its place or level does. */
  at: number;
  end: number;
  from: number;
  /** Absent where the text gives the organ neither a place nor a level. */
  region?: Region;
  /** The second organ where two levels are named at once: 省市卫健, 国家和省级. */
  also?: Region;
  isObject: boolean;
  acts: boolean;
};

const isCounty = (region: Region): boolean => !region.endsWith('00');

/** 市 said in a county or district means the prefecture (or municipality) above; a county-level city means itself. */
const cityOf = (home: Region): Region =>
  isCounty(home) && !regionNames.get(home)?.endsWith('市') ? (parentRegion(home) ?? home) : home;

/** The prefecture or municipality above a county or district, `null` above anything else. */
export const cityAbove = (home: Region): Region | null => {
  const above = isCounty(home) ? parentRegion(home) : null;
  const isCity = above !== null && (!above.endsWith('0000') || regionNames.get(above)?.endsWith('市'));
  return isCity ? above : null;
};

type Level = (home: Region) => { region: Region; also?: Region };

const at =
  (levelOf: (home: Region) => Region): Level =>
  (home) => ({ region: levelOf(home) });
const provinceLevel = at(provinceOf);
const cityLevel = at(cityOf);
const own = at((home) => home);
const national = at(() => NATIONAL);
/** 省市卫健 are two organs: the province's and the city's. */
const provinceAndCity: Level = (home) => ({ region: provinceOf(home), also: cityAbove(home) ?? home });

/** Level words, longest first. */
const LEVELS: readonly (readonly [string, Level])[] = [
  ['自治区', provinceLevel],
  ['国家', national],
  ['中央', national],
  ['省级', provinceLevel],
  ['省市', provinceAndCity],
  ['市级', cityLevel],
  ['县级', own],
  ['区级', own],
  ['当地', own],
  ['省', provinceLevel],
  ['市', cityLevel],
  ['县', own],
  ['区', own],
  ['州', cityLevel],
];

/** 黄陂 for 黄陂区, 湘西 for 湘西土家族苗族自治州, 广东 for 广东省. */
const isCalled = (name: string, called: string): boolean =>
  name === called ||
  (called.length >= 2 &&
    name.startsWith(called) &&
    (/^[省市县区州盟旗]$/.test(name.slice(called.length)) || /自治[州县旗区]$/.test(name)));

const sharedDigits = (a: Region, b: Region): number => {
  for (const digits of [6, 4, 2]) if (a.slice(0, digits) === b.slice(0, digits)) return digits;
  return 0;
};

/** The division of the home's province that is called so; the nearest to home where several are. */
const placeCalled = (called: string, home: Region): Region | null => {
  if (home === UNDISCLOSED_REGION || home === NATIONAL) return null;
  let best: Region | null = null;
  for (const [code, name] of regionNames) {
    if (!code.startsWith(home.slice(0, 2)) || !isCalled(name, called)) continue;
    const municipality = name === regionNames.get(provinceOf(code));
    const candidate = municipality ? provinceOf(code) : code;
    if (best === null || sharedDigits(candidate, home) > sharedDigits(best, home)) best = candidate;
  }
  return best;
};

type Qualifier = { region?: Region; also?: Region; length: number };

/** What stands directly before an organ's name: a place, a level, or neither; and how long it is. */
const qualifierOf = (before: string, home: Region): Qualifier => {
  for (let length = Math.min(before.length, 11); length >= 2; length--) {
    const region = placeCalled(before.slice(-length), home);
    if (region !== null) return { region, length };
  }
  const level = LEVELS.find(([word]) => before.endsWith(word));
  if (level !== undefined) return { ...level[1](home), length: level[0].length };
  const shared = LEVEL_OF_LIST.exec(before)?.[1];
  const ofList = LEVELS.find(([word]) => word === shared);
  return ofList === undefined ? { length: 0 } : { ...ofList[1](home), length: 0 };
};

const mentionAt = (text: string, body: Body, start: number, organ: string, home: Region): OrganMention => {
  const before = text.slice(0, start);
  const ordinal = body === 'court' ? (ORDINAL.exec(before)?.[0].length ?? 0) : 0;
  const place = before.slice(0, start - ordinal);
  const { region, also, length } = qualifierOf(place, home);
  const isProvincial = /^(高院|高级人民法院|.*厅)$/.test(organ);
  const isIntermediate = /^中/.test(organ) && region === undefined;
  const level = isProvincial ? provinceOf(home) : isIntermediate ? courtAbove(home) : region;
  const from = place.length - length;
  return {
    body,
    at: start,
    end: start + organ.length,
    from,
    ...(level === undefined ? {} : { region: level }),
    ...(also === undefined || also === level ? {} : { also }),
    isObject: BEFORE_OBJECT.test(place.slice(0, from)),
    acts: AFTER_ACTOR.test(text.slice(start + organ.length)),
  };
};

const nationalMention = (text: string, body: Body, home: Region): OrganMention[] => {
  const found = NATIONAL_ORGANS[body]?.exec(text);
  if (!found) return [];
  const { index, 0: organ } = found;
  return [
    {
      body,
      at: index,
      end: index + organ.length,
      from: index,
      region: NATIONAL,
      ...(organ.endsWith('和省级') ? { also: provinceOf(home) } : {}),
      isObject: BEFORE_OBJECT.test(text.slice(0, index)),
      acts: true,
    },
  ];
};

/** Every mention of an organ of this body, in order. */
export const mentionsOf = (text: string, body: Body, home: Region): OrganMention[] => {
  const organs = ORGANS[body];
  const found = organs
    ? [...text.matchAll(organs)].map((match) => mentionAt(text, body, match.index, match[0], home))
    : [];
  return [...nationalMention(text, body, home), ...found].sort((a, b) => a.at - b.at);
};

const BODIES_NAMED = Object.keys(ORGANS) as Body[];

/**
 * Organs that stand in one list with this one, `市场监管、药监`, in the order of the text: what is said of one is said of all.
 * Without those of its own body.
 */
export const listedWith = (text: string, mention: OrganMention, home: Region): OrganMention[] => {
  const all = BODIES_NAMED.flatMap((body) => mentionsOf(text, body, home));
  const isNext = (left: OrganMention, right: OrganMention): boolean =>
    left.end < right.from && JOINS_LIST.test(text.slice(left.end, right.from));
  const list = new Set([mention]);
  // A set hands out what is added to it while it is walked.
  for (const one of list) {
    for (const other of all) if (isNext(one, other) || isNext(other, one)) list.add(other);
  }
  return [...list].filter(({ body }) => body !== mention.body).sort((a, b) => a.at - b.at);
};

/** The court that hears appeals from a county's or district's court. */
export const courtAbove = (home: Region): Region => (isCounty(home) ? (parentRegion(home) ?? home) : home);

/** The organ that acts in a text nobody is named the sender of, or nothing (rule 7). */
export const actorInText = (text: string, home: Region): OrganMention | undefined =>
  BODIES_NAMED.flatMap((body) => mentionsOf(text, body, home))
    .filter((mention) => mention.acts && !mention.isObject)
    .sort((a, b) => a.at - b.at)[0];
