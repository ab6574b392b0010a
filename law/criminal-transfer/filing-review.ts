// The filing review: refused, prolonged, or paused (O310 8; GA127 178).
import type { Part } from '../part.ts';
import { CRIMINAL_OPEN } from './criminal-open.ts';
import { ONCE_OVERDUE } from './filing.ts';

/** Every variant of it: which of them run is settled per region. */
const REVIEWED = {
  startsOn: 'sign-receipt',
  stopsOn: ['file-case', 'refuse-filing', 'return-not-police-matter'],
  mootOn: 'forward-to-competent-police',
  extendsOn: 'extend-review',
  pauses: { review: { from: 'pause-review', to: 'resume-review' } },
  obliges: 'receiver',
  onOverdue: {
    draft: 'filing-supervision-suggestion',
    event: 'supervision-request-drafted',
    title: ['建议立案监督函已拟就', 'Supervision request drafted'],
    for: 'sender',
    visibleTo: ['supervisor'],
  },
} as const;

export const FILING_REVIEW = {
  commands: {
    // JG2019 562 asks for a decision or for reasons. That the procuratorate is told of a refusal, of one upheld and of a case
    // withdrawn is known of GJ2006 5 from memory, and of GT16 from those who cite it.
    'refuse-filing': {
      event: 'filing-refused',
      title: ['决定不予立案', 'Decide not to file'],
      by: 'receiver',
      rank: 'head',
      papers: ['non-filing-notice'],
      reason: 'required',
      takes: ['complainant', 'adminLiability'],
      copyTo: ['supervisor'],
      also: [{ procedure: 'filing-supervision', command: 'decide-late', each: true }],
    },
    'extend-review': {
      event: 'review-extended',
      title: ['批准延长审查期限', 'Prolong the review'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'pause-review': {
      event: 'review-paused',
      title: ['中止计时', 'Pause the clock'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['basis'],
    },
    'resume-review': { event: 'review-resumed', title: ['恢复计时', 'Resume the clock'], by: 'receiver' },
  },
  states: {
    'under-filing-review': {
      title: ['立案审查中', 'Under filing review'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': ONCE_OVERDUE,
        // GA127 175: found on review, too.
        'forward-to-competent-police': 'delivered',
        'return-not-police-matter': 'returned-not-police-matter',
        'refuse-filing': 'not-filed',
        'extend-review': null,
        'pause-review': null,
        'resume-review': null,
      },
    },
  },
  clocks: {
    'fwd-filing-review': REVIEWED,
    'fwd-filing-review-econ': REVIEWED,
    'fwd-filing-review-general': REVIEWED,
    'fwd-filing-review-2006': REVIEWED,
  },
} as const satisfies Part;
