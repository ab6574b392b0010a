// The laws of liability, by code and act: what punishes, one after the other. Each punishes from the day it took effect until the next
// of its line did (law/acts.ts).
import { acts } from '../acts.ts';

export const LAWS = {
  'social-insurance-law': 'SB',
  'order-735': 'O735',
  'medical-security-law': 'YBF',
  'price-penalties': 'JGWF',
  'competition-law-1993': 'FBZ1993',
  'competition-law-2017': 'FBZ2017',
  'competition-law': 'FBZ',
  'drug-law-2001': 'YP2001',
  'drug-law': 'YP',
  'physicians-law-1998': 'YJ1998',
  'physicians-law': 'YJ',
  'institutions-regulation': 'YLJG',
} as const satisfies Record<string, keyof typeof acts>;
export type LawCode = keyof typeof LAWS;

/** Of fraud and breaches against the insurance funds. */
export const OF_THE_FUNDS = [
  'social-insurance-law',
  'order-735',
  'medical-security-law',
] as const satisfies LawCode[];

const LINES: readonly (readonly LawCode[])[] = [
  OF_THE_FUNDS,
  ['price-penalties'],
  ['competition-law-1993', 'competition-law-2017', 'competition-law'],
  ['drug-law-2001', 'drug-law'],
  ['physicians-law-1998', 'physicians-law'],
  ['institutions-regulation'],
];

/** The laws of the line before and after it. */
export const besideInLine = (law: LawCode): { before?: LawCode; after?: LawCode } => {
  const line = LINES.find((one) => one.includes(law)) ?? [];
  const at = line.indexOf(law);
  const [before, after] = [line[at - 1], line[at + 1]];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
};

export const fromOf = (law: LawCode): string => acts[LAWS[law]].from;

export const isFromMemory = (law: LawCode): boolean => acts[LAWS[law]].source === 'from-memory';

export const titleOf = (law: LawCode): { zh: string; en: string } => acts[LAWS[law]].title;
