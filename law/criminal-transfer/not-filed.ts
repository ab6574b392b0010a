// Where the police do not file: the complainant is told, the sender accepts it or asks for reconsideration and supervision (O310 9, 10, 13).
import { opensLeadOf } from '../opens-penalty.ts';
import type { Part } from '../part.ts';
import { CRIMINAL_OPEN } from './criminal-open.ts';
import { ENDS_SUPERVISION, FILES_ONCE, ONCE_SUPERVISED } from './filing.ts';

/** The sender closes it where the police do not file. */
const ACCEPTED = { to: 'back-to-admin', ...ONCE_SUPERVISED } as const;

export const NOT_FILED = {
  conditions: {
    // O310 9(2), JG2019 562: the police did not decide on the reconsideration in time.
    'reconsideration-is-overdue': {
      if: { overdue: ['fwd-reconsider-decision'] },
      title: ['复议决定逾期后', 'once the decision on reconsideration is overdue'],
      refusal: ['复议决定期限尚未届满', 'The decision on reconsideration is not overdue yet'],
    },
  },
  commands: {
    // GA127 178, O310 13: owed from the refusal on, also while reconsideration or supervision goes on about it.
    'serve-complainant': {
      event: 'complainant-served',
      title: ['送达控告人', 'Serve the complainant'],
      by: 'receiver',
    },
    'request-reconsideration': {
      event: 'reconsideration-requested',
      title: ['提请复议', 'Ask for reconsideration'],
      by: 'sender',
      papers: ['reconsideration-request'],
    },
    // O310 10: dealt with by the organ itself.
    'accept-non-filing': {
      event: 'non-filing-accepted',
      title: ['接受不予立案', 'Accept the non-filing'],
      by: 'sender',
      opens: opensLeadOf('sender'),
    },
    'uphold-non-filing': {
      event: 'non-filing-upheld',
      title: ['复议维持不予立案', 'Uphold the non-filing'],
      by: 'receiver',
      rank: 'head',
      papers: ['reconsideration-decision'],
      reason: 'required',
      copyTo: ['supervisor'],
    },
    'file-after-reconsideration': {
      event: 'filed-after-reconsideration',
      title: ['复议改为立案', 'File after reconsideration'],
      by: 'receiver',
      rank: 'head',
      papers: ['reconsideration-decision', 'filing-notice'],
      copyTo: ['supervisor'],
      ...FILES_ONCE,
      also: ENDS_SUPERVISION,
    },
  },
  states: {
    'not-filed': {
      title: ['不予立案', 'Not filed'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': 'under-supervision',
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'request-reconsideration': 'under-reconsideration',
        'accept-non-filing': ACCEPTED,
      },
    },
    'under-reconsideration': {
      title: ['复议中', 'Under reconsideration'],
      marks: CRIMINAL_OPEN,
      on: {
        'request-supervision': {
          to: null,
          when: ['reconsideration-is-overdue', 'no-supervision-open'],
          title: ['复议逾期未决，建议立案监督', 'Reconsideration overdue: propose filing supervision'],
        },
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'uphold-non-filing': 'non-filing-confirmed',
        'file-after-reconsideration': 'filed',
      },
    },
    'non-filing-confirmed': {
      title: ['复议维持不予立案', 'Non-filing confirmed'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': 'under-supervision',
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'accept-non-filing': ACCEPTED,
      },
    },
    'under-supervision': {
      title: ['立案监督中', 'Under filing supervision'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'accept-non-filing': ACCEPTED,
      },
    },
  },
  clocks: {
    'fwd-notfile-notice-complainant': {
      startsOn: 'refuse-filing',
      stopsOn: 'serve-complainant',
      obliges: 'receiver',
      mootOn: ['file-case', 'file-after-reconsideration'],
      when: 'complainant',
    },
    'fwd-return-admin-liability': {
      startsOn: ['refuse-filing', 'withdraw-case'],
      stopsOn: 'return-for-admin-liability',
      obliges: 'receiver',
      mootOn: ['file-case', 'file-after-reconsideration'],
      when: 'adminLiability',
    },
    // Only reconsideration lapses: supervision may be proposed at any time (JG2019 557, 562).
    'fwd-reconsider-request': {
      startsOn: 'refuse-filing',
      stopsOn: 'request-reconsideration',
      obliges: 'sender',
      mootOn: ['request-supervision', 'accept-non-filing', 'file-case'],
      window: true,
      runsFrom: 'receipt',
    },
    'fwd-reconsider-decision': {
      startsOn: 'request-reconsideration',
      stopsOn: ['uphold-non-filing', 'file-after-reconsideration'],
      obliges: 'receiver',
      runsFrom: 'receipt',
    },
    'fwd-supervision-request': {
      startsOn: 'uphold-non-filing',
      stopsOn: 'request-supervision',
      obliges: 'sender',
      mootOn: ['accept-non-filing', 'file-case'],
      window: true,
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
