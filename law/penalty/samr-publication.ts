// Publication by market and drug regulation (SJGS, SJGS 21): no mere warning; to the home province where the party is registered in
// another; and for as long as `publication-period.ts` says.
import type { MattersOf } from '../liability/matters.ts';
import { publicationCommands } from '../publication.ts';
import { PUBLISHED_KINDS } from './imposed-kinds.ts';
import type { On, PenaltyLaw } from './penalty-law.ts';
import { isOneOf, publishedFor } from './publication-period.ts';

const DECIDED = ['decide-fine', 'decide-without-fine'] as const;
const UNDONE = ['note-annulment', 'note-order-to-redo'] as const;

const SENT: On = { 'send-to-home-province': null };
const PUBLISHING = publicationCommands('organ');

/** @param organ begins the names of what goes by its own matters */
export const bySjgs = (organ: string, matters: MattersOf) => {
  const period = publishedFor(organ, matters, UNDONE);
  return {
    fields: {
      ...period.fields,
      ofAnotherProvince: {
        kind: 'flag',
        title: ['当事人登记地在外省', 'the party is registered in another province'],
      },
    },
    conditions: {
      ...period.conditions,
      'more-than-a-warning': {
        if: {
          anyOf: [{ field: { name: 'penaltyKinds', absent: true } }, ...isOneOf(PUBLISHED_KINDS)],
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
    },
    commands: {
      'publish-decision': {
        ...PUBLISHING['publish-decision'],
        takes: Object.keys(period.fields),
        when: 'minor-as-the-law-has-it',
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
      ...period.clocks,
      'pub-send-home-province': {
        startsOn: DECIDED,
        where: ['more-than-a-warning', 'party-of-another-province'],
        stopsOn: 'send-to-home-province',
        mootOn: UNDONE,
        obliges: 'organ',
      },
    },
  } as const satisfies PenaltyLaw['own'];
};
