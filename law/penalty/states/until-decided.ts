// Where a penalty may stand until it is decided, and what may be done there.
import type { Literal, On, PenaltyLaw } from '../penalty-law.ts';
import { LEAD, offering, UNDER_WAY } from './offering.ts';

/** Until it is decided the case may go to the criminal side or to another organ, or come to nothing. */
const PENDING = {
  'terminate-on-hand-over': 'terminated',
  'terminate-investigation': 'terminated',
  'transfer-elsewhere': 'transferred',
} as const satisfies On;

export const untilDecided = (law: PenaltyLaw): Literal['states'] => {
  const { isSuspended, decision, legalReview } = law;
  const prolonged: On = decision.isExtended ? { 'extend-decision': null } : {};
  const on = offering(law);
  return {
    verifying: {
      title: ['线索核查中', 'Lead under verification'],
      marks: LEAD,
      on: on('verifying', {
        'record-investigation': null,
        'file-penalty': 'investigating',
        'decline-filing': 'not-filed',
        // Nothing was filed that could be closed; what comes back is a lead of its own.
        'terminate-on-hand-over': {
          to: 'closed-without-penalty',
          title: ['移送司法机关，结束线索核查', 'End the lead: handed to the criminal side'],
        },
        'transfer-elsewhere': 'transferred',
      }),
    },
    investigating: {
      title: ['调查中', 'Under investigation'],
      marks: UNDER_WAY,
      on: on('investigating', {
        ...PENDING,
        ...prolonged,
        'record-investigation': null,
        'order-correction': null,
        'begin-appraisal': null,
        'end-appraisal': null,
        ...(isSuspended ? { 'suspend-investigation': 'suspended' } : {}),
        'conclude-investigation': 'concluded',
        'decide-no-penalty': 'no-penalty',
      }),
    },
    ...(isSuspended
      ? {
          suspended: {
            title: ['中止调查', 'Suspended'],
            marks: UNDER_WAY,
            on: on('suspended', {
              ...PENDING,
              ...prolonged,
              'end-appraisal': null,
              'resume-investigation': 'investigating',
            }),
          } as const,
        }
      : {}),
    concluded: {
      title: ['调查终结', 'Investigation concluded'],
      marks: UNDER_WAY,
      on: on('concluded', {
        ...PENDING,
        ...prolonged,
        'investigate-further': 'investigating',
        'submit-to-legal-review': 'under-legal-review',
        'give-penalty-notice': { to: 'notified', when: 'not-the-reviewer' },
        'decide-no-penalty': 'no-penalty',
      }),
    },
    'under-legal-review': {
      title: ['法制审核中', 'Under legal review'],
      marks: UNDER_WAY,
      on: on('under-legal-review', {
        ...PENDING,
        ...prolonged,
        'end-appraisal': null,
        'pass-legal-review': { to: 'notified', when: 'penalty-notice-given', else: 'concluded' },
        'return-from-legal-review': 'investigating',
        ...(legalReview ? { 'extend-legal-review': null } : {}),
      }),
    },
    notified: {
      title: ['已告知，听取陈述申辩', 'Party told; its defence is heard'],
      marks: UNDER_WAY,
      on: on('notified', {
        ...PENDING,
        ...prolonged,
        'begin-appraisal': null,
        'end-appraisal': null,
        'give-penalty-notice': {
          to: null,
          title: ['重新告知', 'Tell the party anew'],
          when: 'not-the-reviewer',
        },
        'record-defence': { to: null, when: 'not-the-reviewer' },
        'begin-public-notice': null,
        'end-public-notice': null,
        'note-hearing-waived': null,
        'request-hearing': 'hearing-requested',
        'submit-to-legal-review': { to: 'under-legal-review', when: 'public-notice-over' },
        'investigate-further': { to: 'investigating', when: 'public-notice-over' },
        'discuss-collectively': null,
        'decide-fine': 'fine-decided',
        'decide-without-fine': 'decided',
        'decide-no-penalty': 'no-penalty',
        'note-criminal-fine': { to: 'criminal-fine-noted', when: 'public-notice-over' },
      }),
    },
    'hearing-requested': {
      title: ['待听证', 'Hearing to be held'],
      marks: UNDER_WAY,
      on: on('hearing-requested', {
        ...PENDING,
        ...prolonged,
        // What is disputed there may have to be appraised, or appraised again.
        'begin-appraisal': null,
        'end-appraisal': null,
        'set-hearing': null,
        'serve-hearing-notice': null,
        'end-public-notice': null,
        'end-hearing': 'notified',
      }),
    },
    'criminal-fine-noted': {
      title: ['已判处罚金，不得再罚款', 'Fined by a court; no fine may be added'],
      marks: UNDER_WAY,
      on: on('criminal-fine-noted', {
        ...PENDING,
        ...prolonged,
        'end-appraisal': null,
        // What is left beside the fine may not have been told yet.
        'give-penalty-notice': {
          to: 'notified',
          title: ['重新告知', 'Tell the party anew'],
          when: 'not-the-reviewer',
        },
        'discuss-collectively': null,
        'decide-without-fine': 'decided',
        'decide-no-penalty': 'no-penalty',
      }),
    },
  };
};
