// The arrest: asked for and decided on (XS 87 to 91).

import type { Part } from '../part.ts';
import { WHILE_INVESTIGATING } from './measures.ts';
import { ONCE, OPEN, SOUGHT } from './under-way.ts';

const ARREST_DECISION = {
  'approve-arrest': 'arrested',
  'decline-arrest': 'investigating',
  'withdraw-arrest-request': 'investigating',
} as const;

export const ARREST = {
  papers: {
    'arrest-request': ['提请批准逮捕书', 'Request to approve the arrest'],
  },
  conditions: {
    'is-detained': {
      if: { field: { name: 'coerciveMeasure', is: 'detention' } },
      title: ['犯罪嫌疑人已被拘留时', 'while the suspect is detained'],
      refusal: ['没有刑事拘留的记录', 'No detention is on record'],
    },
    'arrest-decision-not-extended': {
      if: { never: { command: 'extend-arrest-decision', since: 'request-arrest-undetained' } },
      title: ['尚未延长时', 'while it was not prolonged'],
      refusal: ['审查批准逮捕期限已经延长', 'The decision on arrest was prolonged already'],
    },
  },
  commands: {
    // XS 91(1), (2).
    'extend-arrest-request': {
      event: 'arrest-request-extended',
      title: ['延长提请批准逮捕期限', 'Prolong the time to request the arrest'],
      by: 'investigator',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'is-detained',
    },
    'request-arrest': {
      event: 'arrest-requested',
      onRecord: ['subjects'],
      title: ['提请批准逮捕（已拘留）', 'Request arrest of one who is detained'],
      by: 'investigator',
      rank: 'head',
      papers: ['arrest-request'],
      copyTo: ['procuratorate'],
      when: ONCE,
      leaves: SOUGHT,
    },
    'request-arrest-undetained': {
      event: 'arrest-requested-undetained',
      onRecord: ['subjects'],
      title: ['提请批准逮捕（未拘留）', 'Request arrest of one who is not detained'],
      by: 'investigator',
      rank: 'head',
      papers: ['arrest-request'],
      copyTo: ['procuratorate'],
      when: ONCE,
      leaves: SOUGHT,
    },
    'withdraw-arrest-request': {
      event: 'arrest-request-withdrawn',
      title: ['撤回提请逮捕', 'Withdraw the request for arrest'],
      by: 'investigator',
      reason: 'required',
      copyTo: ['procuratorate'],
    },
    'extend-arrest-decision': {
      event: 'arrest-decision-extended',
      title: ['延长审查批准逮捕期限', 'Prolong the decision on arrest'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'arrest-decision-not-extended',
    },
    'approve-arrest': {
      event: 'arrest-approved',
      title: ['批准逮捕', 'Approve the arrest'],
      by: 'procuratorate',
      rank: 'head',
      copyTo: ['investigator'],
    },
    // XS 90: with reasons.
    'decline-arrest': {
      event: 'arrest-declined',
      title: ['不批准逮捕', 'Do not approve the arrest'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['investigator'],
    },
  },
  states: {
    'arrest-requested': { title: ['已提请批准逮捕', 'Arrest requested'], marks: OPEN, on: ARREST_DECISION },
    'arrest-requested-undetained': {
      title: ['已提请批准逮捕（未拘留）', 'Arrest requested of one not detained'],
      marks: OPEN,
      on: { ...ARREST_DECISION, 'extend-arrest-decision': null },
    },
    arrested: {
      title: ['已批准逮捕，侦查中', 'Arrest approved, under investigation'],
      marks: OPEN,
      on: { ...WHILE_INVESTIGATING, 'send-for-prosecution': 'sent-for-review' },
    },
  },
  clocks: {
    // Only whom the police want arrested: who is let go on bail is asked for by nobody.
    'pro-arrest-request': {
      startsOn: 'take-measure',
      when: 'coerciveMeasure',
      whenIs: 'detention',
      again: 'goes-on',
      stopsOn: 'request-arrest',
      obliges: 'investigator',
      mootOn: ['lift-measure', 'request-arrest-undetained', 'send-for-prosecution', 'end-investigation'],
      extendsOn: 'extend-arrest-request',
      window: true,
    },
    'pro-arrest-detained': {
      startsOn: 'request-arrest',
      stopsOn: ['approve-arrest', 'decline-arrest'],
      obliges: 'procuratorate',
      mootOn: 'withdraw-arrest-request',
      runsFrom: 'receipt',
    },
    'pro-arrest-undetained': {
      startsOn: 'request-arrest-undetained',
      stopsOn: ['approve-arrest', 'decline-arrest'],
      obliges: 'procuratorate',
      mootOn: 'withdraw-arrest-request',
      extendsOn: 'extend-arrest-decision',
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
