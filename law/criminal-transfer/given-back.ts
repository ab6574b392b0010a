// What comes back to the organ: a case withdrawn, with its papers, and what is left of administrative liability (GA127 187; O310 10).
import type { Part } from '../part.ts';

export const GIVEN_BACK = {
  conditions: {
    'not-handed-back-yet': {
      if: { never: { command: 'return-for-admin-liability' } },
      title: ['尚未移送追究行政责任时', 'before it was handed back for administrative liability'],
      refusal: ['已移送追究行政责任', 'It was handed back for administrative liability already'],
    },
  },
  commands: {
    'notify-withdrawal': {
      event: 'withdrawal-notified',
      title: ['告知撤案并退还材料', 'Tell the sender and return the papers'],
      by: 'receiver',
      papers: ['case-withdrawal-decision'],
      copyTo: ['supervisor'],
    },
    'return-for-admin-liability': {
      event: 'returned-for-admin-liability',
      title: ['移送追究行政责任', 'Return for administrative liability'],
      by: 'receiver',
      reason: 'required',
      opens: {
        procedure: 'reverse-referral',
        command: 'refer-for-liability',
        roles: { police: 'receiver', organ: 'sender' },
        when: 'not-handed-back-yet',
      },
    },
  },
  states: {
    withdrawn: {
      title: ['已撤案，待告知', 'Withdrawn, sender to be told'],
      on: {
        'notify-jurisdiction-change': null,
        'notify-withdrawal': 'back-to-admin',
        'return-for-admin-liability': null,
      },
    },
  },
  clocks: {
    'fwd-case-withdrawn-notice': {
      startsOn: 'withdraw-case',
      stopsOn: 'notify-withdrawal',
      obliges: 'receiver',
    },
  },
} as const satisfies Part;
