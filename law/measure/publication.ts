// How long a measure of market or drug regulation is published (SJGS 14, 21): three years, of which one at least, and whatever was stopped or
// barred until that has ended; what was revoked all of them. Other owners publish by other rules, which set no days.
import type { Test } from '../../schemas/condition.ts';
import type { ConditionLiteral } from '../define-procedure.ts';
import { publicationCommands } from '../publication.ts';
import {
  inFull,
  PUBLISHED_IN_FULL,
  PUBLISHED_UNTIL,
  PUBLISHED_WHILE_BARRED,
  publicationPeriod,
  publishedLongEnough,
} from '../publication-terms.ts';

const LEAST = ['pub-least-samr-serious', 'pub-least-samr-in-full', 'pub-period-samr-ban'];
/** Since the party was told last: what was annulled before counts no more. */
const decided = (command: string): Test => ({ happened: { command, since: 'inform-party' } });

const PUBLISHING = publicationCommands('owner');
const period = publicationPeriod('owner', ['annul-decision']);

/**
 * @param organ begins the names of what goes by its own decisions
 * @param revokes the decisions that revoke
 * @param restricts those that stop or bar
 */
export const publishedBySjgs = (organ: string, revokes: readonly string[], restricts: readonly string[]) => {
  const all = [...revokes, ...restricts].map(decided);
  return {
    fields: PUBLISHED_UNTIL,
    conditions: {
      ...PUBLISHED_WHILE_BARRED,
      'measure-published-long-enough': publishedLongEnough(LEAST),
      [`${organ}-published-for-three-years`]: {
        if: { anyOf: all },
        title: ['停业、吊销或者限制从业时', 'where it stops, revokes or bars'],
        refusal: ['公示期不是三年', 'It is not published for three years'],
        basis: [{ act: 'SJGS', article: '14' }],
      },
      [`${organ}-published-in-full`]: {
        ...PUBLISHED_IN_FULL,
        if: inFull(revokes.map(decided), restricts.map(decided)),
      },
    } satisfies Record<string, ConditionLiteral>,
    commands: {
      'publish-decision': { ...PUBLISHING['publish-decision'], takes: ['publishedUntil'] },
      'end-publication': {
        ...PUBLISHING['end-publication'],
        when: [PUBLISHING['end-publication'].when, 'measure-published-long-enough'],
      },
    },
    clocks: {
      'pub-least-samr-serious': period(`${organ}-published-for-three-years`),
      'pub-least-samr-in-full': period(`${organ}-published-in-full`),
      'pub-period-samr-three-years': period(`${organ}-published-for-three-years`),
      'pub-period-samr-ban': period('published-while-barred', 'publishedUntil'),
    },
  } as const;
};
