// What may come wherever the police hold the case: they file it, or the sender proposes supervision of the filing (O310 8; JG2019 560, 562).
import type { Part } from '../part.ts';

/** JG2019 560, 563: filing is what supervision asks for, whichever proceeding the police file it in. */
export const ENDS_SUPERVISION = [
  { procedure: 'filing-supervision', command: 'file-under-supervision', each: true },
] as const;

/** JG2019 562: not decided in time, however far the police had come. */
export const ONCE_OVERDUE = {
  to: null,
  when: ['review-is-overdue', 'no-supervision-open'],
  title: ['逾期未决，建议立案监督', 'Overdue: propose filing supervision'],
} as const;

/** What is asked about is not closed under who asks: the sender waits for the end of the supervision, or takes part in it. */
export const ONCE_SUPERVISED = { when: 'no-supervision-open' } as const;

/** O310 8: one decision on one matter. It is filed once, upon whichever transfer of it, until that filing is withdrawn. */
export const MATTER_FILED = ['matter-filed'] as const;
export const FILES_ONCE = { when: 'not-filed-elsewhere', leaves: MATTER_FILED } as const;

export const FILING = {
  conditions: {
    // JG2019 562: the police did not decide within the limit.
    'review-is-overdue': {
      if: {
        overdue: [
          'fwd-filing-review',
          'fwd-filing-review-econ',
          'fwd-filing-review-general',
          'fwd-filing-review-2006',
        ],
      },
      title: ['立案审查逾期后', 'once the filing review is overdue'],
      refusal: ['立案审查期限尚未届满', 'The filing review is not overdue yet'],
    },
    'no-supervision-open': {
      if: { noneOpen: { procedure: 'filing-supervision', of: 'children' } },
      title: ['没有未结的立案监督时', 'while no supervision is open'],
      refusal: ['已有未结的立案监督', 'A supervision of this transfer is open'],
    },
  },
  commands: {
    // The police may file wherever they hold the case, also one they first did not file (GA127 178(3)); supervision makes use of that.
    'file-case': {
      event: 'case-filed',
      title: ['决定立案', 'File the case'],
      by: 'receiver',
      rank: 'head',
      papers: ['filing-notice'],
      copyTo: ['supervisor'],
      ...FILES_ONCE,
      also: ENDS_SUPERVISION,
    },
    'request-supervision': {
      event: 'supervision-requested',
      title: ['建议立案监督', 'Propose filing supervision'],
      by: 'sender',
      papers: ['filing-supervision-suggestion'],
      copyTo: ['supervisor'],
      opens: {
        procedure: 'filing-supervision',
        command: 'apply-for-supervision',
        roles: { applicant: 'sender', police: 'receiver', supervisor: 'supervisor' },
      },
    },
  },
} as const satisfies Part;
