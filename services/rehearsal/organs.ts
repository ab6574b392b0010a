// Rule 2, second half, and rule 7: which organ the text of a fact names, at which level, and whether it acts.
import { parentRegion, provinceOf, regionNames, UNDISCLOSED_REGION } from '../../law/regions.ts';
import type { Body, Region } from '../../schemas/ids.ts';
import { NATIONAL } from '../../schemas/subjects.ts';
import {
  AFTER_ACTOR,
  BEFORE_OBJECT,
  LEVEL_OF_LIST,
  NATIONAL_ORGANS,
  ORDINAL,
  ORGANS,
} from './organ-words.ts';

/** `region` is absent where the text gives the organ neither a place nor a level. */
export type OrganMention = { body: Body; at: number; region?: Region; isObject: boolean; acts: boolean };

const isCounty = (region: Region): boolean => !region.endsWith('00');

/** 市 said in a county or district means the prefecture (or municipality) above; a county-level city means itself. */
const cityOf = (home: Region): Region =>
  isCounty(home) && !regionNames.get(home)?.endsWith('市') ? (parentRegion(home) ?? home) : home;

const provinceLevel = (home: Region): Region => provinceOf(home);
const own = (home: Region): Region => home;

/** Level words, longest first. */
const LEVELS: readonly (readonly [string, (home: Region) => Region])[] = [
  ['自治区', provinceLevel],
  ['国家', () => NATIONAL],
  ['中央', () => NATIONAL],
  ['省级', provinceLevel],
  ['省市', provinceLevel],
  ['市级', cityOf],
  ['县级', own],
  ['区级', own],
  ['当地', own],
  ['省', provinceLevel],
  ['市', cityOf],
  ['县', own],
  ['区', own],
  ['州', cityOf],
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

/** What stands directly before an organ's name: a place, a level, or neither; and how long it is. */
const qualifierOf = (before: string, home: Region): { region?: Region; length: number } => {
  for (let length = Math.min(before.length, 11); length >= 2; length--) {
    const region = placeCalled(before.slice(-length), home);
    if (region !== null) return { region, length };
  }
  const level = LEVELS.find(([word]) => before.endsWith(word));
  if (level !== undefined) return { region: level[1](home), length: level[0].length };
  const shared = LEVEL_OF_LIST.exec(before)?.[1];
  const ofList = LEVELS.find(([word]) => word === shared);
  return ofList === undefined ? { length: 0 } : { region: ofList[1](home), length: 0 };
};

const mentionAt = (text: string, body: Body, at: number, organ: string, home: Region): OrganMention => {
  const before = text.slice(0, at);
  const ordinal = body === 'court' ? (ORDINAL.exec(before)?.[0].length ?? 0) : 0;
  const place = before.slice(0, at - ordinal);
  const { region, length } = qualifierOf(place, home);
  const isProvincial = /^(高院|高级人民法院|.*厅)$/.test(organ);
  const isIntermediate = /^中/.test(organ) && region === undefined;
  const level = isProvincial ? provinceOf(home) : isIntermediate ? courtAbove(home) : region;
  return {
    body,
    at,
    ...(level === undefined ? {} : { region: level }),
    isObject: BEFORE_OBJECT.test(place.slice(0, place.length - length)),
    acts: AFTER_ACTOR.test(text.slice(at + organ.length)),
  };
};

/** Every mention of an organ of this body, in order. */
export const mentionsOf = (text: string, body: Body, home: Region): OrganMention[] => {
  const found: OrganMention[] = [];
  const national = NATIONAL_ORGANS[body]?.exec(text);
  if (national) found.push({ body, at: national.index, region: NATIONAL, isObject: false, acts: true });
  const organs = ORGANS[body];
  if (organs !== undefined) {
    for (const match of text.matchAll(organs)) {
      found.push(mentionAt(text, body, match.index, match[0], home));
    }
  }
  return found.sort((a, b) => a.at - b.at);
};

/** The court that hears appeals from a county's or district's court. */
export const courtAbove = (home: Region): Region => (isCounty(home) ? (parentRegion(home) ?? home) : home);

/** The organ that acts in a text nobody is named the sender of, or `null` (rule 7). */
export const actorInText = (text: string, home: Region): { body: Body; region: Region } | null => {
  const acting = (Object.keys(ORGANS) as Body[])
    .flatMap((body) => mentionsOf(text, body, home))
    .filter((mention) => mention.acts && !mention.isObject)
    .sort((a, b) => a.at - b.at)[0];
  return acting === undefined ? null : { body: acting.body, region: acting.region ?? home };
};
