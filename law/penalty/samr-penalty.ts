// The penalty procedure of market regulation (SAMR Order 2), which the national and provincial drug regulators follow as well (SAMR2
// 85(1)): the county's drug matters are market regulation's own. Both publish by SJGS (SJGS 21).

import { HANDED_OVER } from '../hand-over-ends.ts';
import type { MattersOf } from '../liability/matters.ts';
import { CASH_BY_CF } from './cash.ts';
import { ENDED_BY_HAND_OVER } from './conditions/ended-by-hand-over.ts';
import { OF_A_LICENSOR } from './imposed-kinds.ts';
import type { PenaltyLaw } from './penalty-law.ts';
import { bySjgs } from './samr-publication.ts';

/** What was charged too much is paid back first (JGWF 16); what cannot be paid back is confiscated. */
const PRICE_REFUND = {
  'order-price-refund': {
    event: 'price-refund-ordered',
    title: ['责令退还多付价款', 'Order what was charged too much to be paid back'],
    by: 'organ',
    papers: ['price-refund-notice'],
    when: 'price-refund-over',
  },
  'end-price-refund': {
    event: 'price-refund-ended',
    title: ['退还多付价款期满', 'The days to pay it back end'],
    by: 'organ',
  },
} as const;

/** @param matters what the organ punishes: by it goes how long a penalty is published, in conditions whose names the organ begins */
export const underSamr2 = (organ: string, matters: MattersOf) => {
  const published = bySjgs(organ, matters);
  return {
    matters,
    kinds: OF_A_LICENSOR,
    // SAMR2 18(2).
    verify: { limit: 'smr-verify', isExtended: true, leavesOut: ['appraisal'] },
    decision: {
      limit: 'smr-decision',
      isExtended: true,
      // SAMR2 64(2) names the suspension too, and the time to pay back what was charged too much.
      leavesOut: ['appraisal', 'hearing', 'public-notice', 'suspension', 'price-refund'],
      // SAMR2 60(1)5: to hand it over is one of the decisions that 64(1) asks for.
      madeBy: HANDED_OVER,
    },
    isSuspended: true,
    legalReview: 'smr-legal-review',
    serve: 'smr-serve',
    publish: 'pub-penalty-samr',
    publishWhere: ['more-than-a-warning', 'party-of-this-province'],
    withdrawPublication: 'cfp-withdraw-publication',
    // SAMR2 73 says the same.
    cash: CASH_BY_CF,
    close: 'smr-close',
    own: {
      ...published,
      handledBy: ['order-price-refund', 'end-price-refund'],
      papers: { 'price-refund-notice': ['责令退款通知书', 'Notice to pay back'] },
      conditions: {
        ...published.conditions,
        ...ENDED_BY_HAND_OVER,
        'price-refund-over': {
          if: {
            anyOf: [
              { never: { command: 'order-price-refund' } },
              { happened: { command: 'end-price-refund', since: 'order-price-refund' } },
            ],
          },
          title: ['退还多付价款期满后', 'once the days to pay it back are over'],
          refusal: ['退还多付价款的期限尚未届满', 'The days to pay it back are not over yet'],
        },
      },
      commands: { ...published.commands, ...PRICE_REFUND },
      // Whether what is no fine may be decided beside the criminal side is another question than how the case ends.
      decidesWhen: {
        'decide-fine': ['was-not-handed-over'],
        'decide-no-penalty': ['was-not-handed-over'],
      },
      // Its decisions say where the party is registered.
      decides: ['ofAnotherProvince'],
      on: {
        ...published.on,
        investigating: {
          'order-price-refund': null,
          'end-price-refund': null,
          'conclude-investigation': { to: 'concluded', when: 'price-refund-over' },
        },
      },
    },
  } as const satisfies Partial<PenaltyLaw>;
};
