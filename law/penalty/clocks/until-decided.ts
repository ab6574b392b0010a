// The limits of a penalty until it is decided: the lead, the review, the hearing, the ninety days.
import { linkedAnswers } from '../../answers.ts';
import { DECIDED_BY_TRANSFER } from '../../clue-verification.ts';
import { ALL_DECISIONS, type Clocks, LEFT_OUT, type PenaltyLaw, TERMINATIONS } from '../penalty-law.ts';

const leftOut = (names: readonly (keyof typeof LEFT_OUT)[]) =>
  Object.fromEntries(names.map((name) => [name, LEFT_OUT[name]]));

export const clocksUntilDecided = ({ verify, legalReview, decision }: PenaltyLaw): Clocks => ({
  // N4 14, SAMR2 18: from the day the material is received.
  [verify.limit]: {
    startsOn: 'verify-lead',
    // O310 3: a crime that is found goes to the police, which decides on the lead as filing does, unless the transfer comes to nothing.
    stopsOn: ['file-penalty', 'decline-filing'],
    mootOn: 'transfer-elsewhere',
    obliges: 'organ',
    ...DECIDED_BY_TRANSFER,
    ...(verify.isExtended ? { extendsOn: 'extend-lead-verification' } : {}),
    ...(verify.leavesOut ? { pauses: leftOut(verify.leavesOut) } : {}),
  },
  ...(legalReview
    ? {
        [legalReview]: {
          startsOn: 'submit-to-legal-review',
          stopsOn: ['pass-legal-review', 'return-from-legal-review'],
          mootOn: [...TERMINATIONS, 'transfer-elsewhere'],
          extendsOn: 'extend-legal-review',
          obliges: 'organ',
        },
      }
    : {}),
  // CF 44, 64: what is told anew may be heard anew.
  'pen-hearing-request': {
    startsOn: 'give-penalty-notice',
    again: 'anew',
    stopsOn: 'request-hearing',
    mootOn: [
      'note-hearing-waived',
      ...ALL_DECISIONS,
      ...TERMINATIONS,
      'transfer-elsewhere',
      'note-criminal-fine',
    ],
    when: 'hearingDue',
    obliges: 'subject',
  },
  // CF 64: seven days before the hearing, on whatever day it is set now.
  'pen-hearing-notice': {
    startsOn: 'set-hearing',
    again: 'anew',
    stopsOn: 'serve-hearing-notice',
    mootOn: ['end-hearing', ...TERMINATIONS, 'transfer-elsewhere'],
    setBy: 'hearingDate',
    obliges: 'organ',
  },
  [decision.limit]: {
    startsOn: 'file-penalty',
    stopsOn: [...ALL_DECISIONS, 'transfer-elsewhere'],
    mootOn: TERMINATIONS,
    obliges: 'organ',
    pauses: leftOut(decision.leavesOut),
    ...(decision.madeBy ? { stopsOnMark: decision.madeBy } : {}),
    ...(decision.isExtended ? { extendsOn: 'extend-decision' } : {}),
  },
  ...linkedAnswers({
    owner: 'organ',
    answers: [...ALL_DECISIONS, 'decline-filing', 'transfer-elsewhere'],
    ends: [...TERMINATIONS, 'close-penalty'],
  }),
});
