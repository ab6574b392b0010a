// For how long market and drug regulation publish a penalty: three months where it is minor (SJGS 13); one year otherwise (until 25 December
// 2025 three), of which three months at least (15); three years where it is about food, drugs and the like, stops, revokes or bars, of which
// one at least, all of them where it revokes or closes, and until a restriction is over where that lasts longer (14).
import type { Test } from '../../schemas/condition.ts';
import type { MattersOf } from '../liability/matters.ts';
import {
  inFull,
  PUBLISHED_IN_FULL,
  PUBLISHED_UNTIL,
  PUBLISHED_WHILE_BARRED,
  publicationPeriod,
  publishedLongEnough,
  saidAtPublication as said,
} from '../publication-terms.ts';
import { KINDS } from './hearing-scope.ts';
import type { PenaltyLaw } from './penalty-law.ts';

/** SJGS 14(3). */
const FOR_GOOD = ['licence-revoked', 'business-closed'];
/** SJGS 14(2). */
const RESTRICTING = ['business-stopped', 'trade-barred'];
const THREE_YEAR_KINDS = [...FOR_GOOD, ...RESTRICTING];
/** SJGS 13; a warning beside is not published. */
const CRITICISM = ['warning', 'public-criticism'];
const kindsBut = (kinds: readonly string[]) => Object.keys(KINDS).filter((kind) => !kinds.includes(kind));
export const isOneOf = (kinds: readonly string[]): Test[] =>
  kinds.map((has) => ({ field: { name: 'penaltyKinds', has } }));
/** Those that are not about drugs. */
const ONE_YEAR_MATTERS = ['price', 'commercial-bribery', 'other'];
/** Nothing but public criticism: no word of anybody makes it minor. */
const MORE_THAN_CRITICISM: Test = {
  anyOf: [{ field: { name: 'penaltyKinds', absent: true } }, ...isOneOf(kindsBut(CRITICISM))],
};
const NOT_MINOR: Test = {
  anyOf: [said('publishedUntil', true), { allOf: [said('minorPenalty', false), MORE_THAN_CRITICISM] }],
};
const MINOR: Test = {
  allOf: [
    said('publishedUntil', false),
    { anyOf: [said('minorPenalty', true), { field: { name: 'penaltyKinds', only: CRITICISM } }] },
  ],
};
/** Nothing said, or none but these. */
const none = (name: string, only: readonly string[]): Test => ({
  anyOf: [{ field: { name, absent: true } }, { field: { name, only } }],
});
/** What must be over before it is taken off: of a minor one all of its days. */
const LEAST = [
  'pub-least-samr',
  'pub-least-samr-serious',
  'pub-least-samr-in-full',
  'pub-period-samr-minor',
  'pub-period-samr-ban',
];

const isLong = (matter: string): boolean => !ONE_YEAR_MATTERS.includes(matter);
const mattersOf = ({ fields }: MattersOf): string[] => Object.keys(fields['penaltyMatters']?.options ?? {});

/**
 * @param organ begins the names of what goes by its own matters
 * @param undone by what the decision is gone
 */
export const publishedFor = (
  organ: string,
  matters: MattersOf,
  undone: readonly ('note-annulment' | 'note-order-to-redo')[],
) => {
  const period = publicationPeriod('organ', undone);
  return {
    fields: {
      minorPenalty: {
        kind: 'flag',
        title: ['较低数额罚款，公示三个月', 'a low fine: published for three months'],
      },
      ...PUBLISHED_UNTIL,
      // SJGS 14(1).
      ofListedField: {
        kind: 'flag',
        title: [
          '涉及食品、药品、医疗器械、化妆品、特种设备、重点工业产品',
          'about food, drugs, medical devices, cosmetics, special equipment or key industrial products',
        ],
      },
    },
    conditions: {
      [`${organ}-published-for-three-years`]: {
        if: {
          allOf: [
            NOT_MINOR,
            {
              anyOf: [
                said('publishedUntil', true),
                said('ofListedField', true),
                { role: { role: 'organ', bodies: ['drug-regulation'] } },
                ...mattersOf(matters)
                  .filter(isLong)
                  .map((has) => ({ field: { name: 'penaltyMatters', has } })),
                ...isOneOf(THREE_YEAR_KINDS),
              ],
            },
          ],
        },
        title: [
          '涉及食品、药品等，或者停业、关闭、吊销、限制从业时',
          'where it is about food, drugs and the like, stops, closes, revokes or bars',
        ],
        refusal: ['公示期不是三年', 'It is not published for three years'],
        basis: [{ act: 'SJGS', article: '14' }],
      },
      [`${organ}-published-as-most-are`]: {
        if: {
          allOf: [
            said('minorPenalty', false),
            MORE_THAN_CRITICISM,
            said('publishedUntil', false),
            said('ofListedField', false),
            { role: { role: 'organ', bodies: ['market-regulation'] } },
            none(
              'penaltyMatters',
              mattersOf(matters).filter((matter) => !isLong(matter)),
            ),
            none('penaltyKinds', kindsBut(THREE_YEAR_KINDS)),
          ],
        },
        title: ['其他处罚', 'any other penalty'],
        refusal: ['公示期为三个月或者三年', 'It is published for three months or three years'],
      },
      'published-for-three-months': {
        if: MINOR,
        title: ['公示期为三个月时', 'where it is published for three months'],
        refusal: ['公示期不是三个月', 'It is not published for three months'],
        basis: [{ act: 'SJGS', article: '13' }],
      },
      'minor-as-the-law-has-it': {
        if: {
          anyOf: [
            { field: { name: 'minorPenalty', absent: true, now: true } },
            {
              allOf: [
                { field: { name: 'publishedUntil', absent: true, now: true } },
                none('penaltyKinds', [...CRITICISM, 'fine']),
              ],
            },
          ],
        },
        title: ['仅受到通报批评或者较低数额罚款时', 'where it is public criticism or a low fine alone'],
        refusal: [
          '仅受到通报批评或者较低数额罚款的，方可公示三个月',
          'Only public criticism or a low fine, and nothing beside, is published for three months',
        ],
        basis: [{ act: 'SJGS', article: '13' }],
      },
      'published-in-full': {
        ...PUBLISHED_IN_FULL,
        if: inFull(isOneOf(FOR_GOOD), isOneOf(RESTRICTING)),
      },
      'published-long-enough': publishedLongEnough(LEAST),
      ...PUBLISHED_WHILE_BARRED,
    },
    clocks: {
      'pub-least-samr': period(`${organ}-published-as-most-are`),
      'pub-least-samr-serious': period(`${organ}-published-for-three-years`),
      'pub-least-samr-in-full': period('published-in-full'),
      'pub-period-samr': period(`${organ}-published-as-most-are`),
      'pub-period-samr-three-years': period(`${organ}-published-for-three-years`),
      'pub-period-samr-minor': period('published-for-three-months'),
      'pub-period-samr-ban': period('published-while-barred', 'publishedUntil'),
    },
  } as const satisfies PenaltyLaw['own'];
};
