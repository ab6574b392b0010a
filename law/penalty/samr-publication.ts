// Publication by market and drug regulation (SJGS, SJGS 21): no mere warning; to the home province where the party is registered in
// another; and for how long: never less than three months, or a year where it is serious (SJGS 14, 15: after that credit may be repaired);
// at the most three months where it is minor, one year otherwise (until 25 December 2025 three), three years where it is
// about food or drugs, stops, revokes or bars, and until a ban is over where that lasts longer.
import type { Test } from '../../schemas/condition.ts';
import type { MattersOf } from '../liability/matters.ts';
import { publicationCommands } from '../publication.ts';
import { KINDS } from './hearing-scope.ts';
import { PUBLISHED_KINDS } from './imposed-kinds.ts';
import type { On, PenaltyLaw } from './penalty-law.ts';

const DECIDED = ['decide-fine', 'decide-without-fine'] as const;
const UNDONE = ['note-annulment', 'note-order-to-redo'] as const;

const said = (name: string, is: boolean) => ({
  field: { name, saidBy: 'publish-decision', ...(is ? {} : { absent: true as const }) },
});
/** SJGS 14. */
const THREE_YEAR_KINDS = ['business-stopped', 'licence-revoked', 'trade-barred'];
/** Those that are not about drugs. */
const ONE_YEAR_MATTERS = ['price', 'commercial-bribery', 'other'];
const NOT_MINOR: Test = { anyOf: [said('minorPenalty', false), said('publishedUntil', true)] };
/** Nothing said, or none but these. */
const none = (name: string, only: readonly string[]): Test => ({
  anyOf: [{ field: { name, absent: true } }, { field: { name, only } }],
});
/** What must be over before it is taken off: of a minor one all of its days. */
const LEAST = ['pub-least-samr', 'pub-least-samr-serious', 'pub-period-samr-minor'] as const;
/** From the publication on; `where` says which of them it is. */
const period = (where: string, setBy?: string) => ({
  startsOn: 'publish-decision',
  again: 'anew' as const,
  where,
  ...(setBy ? { setBy } : {}),
  stopsOn: 'end-publication',
  mootOn: ['withdraw-publication', ...UNDONE],
  window: true as const,
  obliges: 'organ',
});

const SENT: On = { 'send-to-home-province': null };
const PUBLISHING = publicationCommands('organ');

const isLong = (matter: string): boolean => !ONE_YEAR_MATTERS.includes(matter);
const mattersOf = ({ fields }: MattersOf): string[] => Object.keys(fields['penaltyMatters']?.options ?? {});

/** @param organ begins the names of what goes by its own matters */
export const bySjgs = (organ: string, matters: MattersOf) =>
  ({
    fields: {
      ofAnotherProvince: {
        kind: 'flag',
        title: ['当事人登记地在外省', 'the party is registered in another province'],
      },
      minorPenalty: { kind: 'flag', title: ['处罚较轻，公示三个月', 'minor: published for three months'] },
      publishedUntil: { kind: 'date', title: ['限制从业期满日', 'day the ban ends'] },
      ofFood: { kind: 'flag', title: ['涉及食品', 'about food'] },
    },
    conditions: {
      'more-than-a-warning': {
        if: {
          anyOf: [
            { field: { name: 'penaltyKinds', absent: true } },
            ...PUBLISHED_KINDS.map((has) => ({ field: { name: 'penaltyKinds', has } })),
          ],
        },
        title: ['处罚不止警告时', 'where it is more than a warning'],
        refusal: ['仅给予警告的处罚不予公示', 'A mere warning is not published'],
        basis: [{ act: 'SJGS', article: '2(2)' }],
      },
      'party-of-another-province': {
        if: { field: { name: 'ofAnotherProvince' } },
        title: ['当事人登记地在外省时', 'where the party is registered in another province'],
        refusal: ['当事人登记地不在外省', 'The party is registered in this province'],
        basis: [{ act: 'SJGS', article: '10' }],
      },
      // SJGS 9: what the home province is sent is published there.
      'party-of-this-province': {
        if: { field: { name: 'ofAnotherProvince', absent: true } },
        title: ['当事人登记地在本省时', 'where the party is registered in this province'],
        refusal: ['当事人登记地在外省', 'The party is registered in another province'],
        basis: [{ act: 'SJGS', article: '9' }],
      },
      [`${organ}-published-for-three-years`]: {
        if: {
          allOf: [
            NOT_MINOR,
            {
              anyOf: [
                said('publishedUntil', true),
                said('ofFood', true),
                { role: { role: 'organ', bodies: ['drug-regulation'] } },
                ...mattersOf(matters)
                  .filter(isLong)
                  .map((has) => ({ field: { name: 'penaltyMatters', has } })),
                ...THREE_YEAR_KINDS.map((has) => ({ field: { name: 'penaltyKinds', has } })),
              ],
            },
          ],
        },
        title: [
          '涉及食品、药品或者停业、吊销、限制从业时',
          'where it is about food or drugs, stops, revokes or bars',
        ],
        refusal: ['公示期不是三年', 'It is not published for three years'],
        basis: [{ act: 'SJGS', article: '14' }],
      },
      [`${organ}-published-as-most-are`]: {
        if: {
          allOf: [
            said('minorPenalty', false),
            said('publishedUntil', false),
            said('ofFood', false),
            { role: { role: 'organ', bodies: ['market-regulation'] } },
            none(
              'penaltyMatters',
              mattersOf(matters).filter((matter) => !isLong(matter)),
            ),
            none(
              'penaltyKinds',
              Object.keys(KINDS).filter((kind) => !THREE_YEAR_KINDS.includes(kind)),
            ),
          ],
        },
        title: ['其他处罚', 'any other penalty'],
        refusal: ['公示期为三个月或者三年', 'It is published for three months or three years'],
      },
      'published-for-three-months': {
        if: { allOf: [said('minorPenalty', true), said('publishedUntil', false)] },
        title: ['公示期为三个月时', 'where it is published for three months'],
        refusal: ['公示期不是三个月', 'It is not published for three months'],
      },
      'published-long-enough': {
        if: { passed: LEAST },
        title: ['最短公示期届满后', 'once it was published for as long as it must be'],
        refusal: ['最短公示期尚未届满，不得停止公示', 'It was not published yet for as long as it must be'],
        basis: [
          { act: 'SJGS', article: '14' },
          { act: 'SJGS', article: '15' },
        ],
      },
      'published-while-barred': {
        if: said('publishedUntil', true),
        title: ['公示至限制期满时', 'where it is published until a ban ends'],
        refusal: ['没有载明更长的限制期', 'No longer ban is said'],
      },
    },
    commands: {
      'publish-decision': {
        ...PUBLISHING['publish-decision'],
        takes: ['minorPenalty', 'ofFood', 'publishedUntil'],
      },
      'end-publication': {
        ...PUBLISHING['end-publication'],
        when: [PUBLISHING['end-publication'].when, 'published-long-enough'],
      },
      'send-to-home-province': {
        event: 'penalty-sent-to-home-province',
        title: ['推送当事人登记地市场监管部门', 'Send the penalty to the home province'],
        by: 'organ',
      },
    },
    on: Object.fromEntries(
      [
        'fine-decided',
        'decided',
        'fine-due',
        'in-instalments',
        'in-force',
        'unperformed',
        'enforcement-applied-for',
        'under-enforcement',
        'executed',
        'closed',
      ].map((state) => [state, SENT]),
    ),
    clocks: {
      'pub-send-home-province': {
        startsOn: DECIDED,
        where: ['more-than-a-warning', 'party-of-another-province'],
        stopsOn: 'send-to-home-province',
        mootOn: UNDONE,
        obliges: 'organ',
      },
      'pub-least-samr': period(`${organ}-published-as-most-are`),
      'pub-least-samr-serious': period(`${organ}-published-for-three-years`),
      'pub-period-samr': period(`${organ}-published-as-most-are`),
      'pub-period-samr-three-years': period(`${organ}-published-for-three-years`),
      'pub-period-samr-minor': period('published-for-three-months'),
      'pub-period-samr-ban': period('published-while-barred', 'publishedUntil'),
    },
  }) as const satisfies PenaltyLaw['own'];
