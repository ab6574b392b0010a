// Supplementary investigation: of a case under review, which goes back for it, and of one on trial, which is adjourned (XS 175, 205).

import type { Part } from '../part.ts';
import { WHILE_INVESTIGATING } from './measures.ts';
import { OPEN } from './under-way.ts';

export const SUPPLEMENT = {
  papers: {
    'supplement-decision': ['补充侦查（调查）决定书', 'Decision to return for supplementary investigation'],
  },
  conditions: {
    // XS 175(3): twice at most, before and after a change of procuratorate together (JG2019 350).
    'returned-less-than-twice': {
      if: { never: { command: 'return-for-supplement', times: 2 } },
      title: ['退回补充侦查不满二次时', 'while it was returned less than twice'],
      refusal: [
        '已退回补充侦查二次，不得再退回；证据仍然不足的，应当不起诉',
        'It was returned twice already; if the evidence does not suffice, it is not prosecuted',
      ],
      basis: [{ act: 'XS', article: '175(3)' }],
    },
    // JG2019 421(2).
    'adjourned-less-than-twice': {
      if: { never: { command: 'adjourn-for-supplement', since: 'remand-for-retrial', times: 2 } },
      title: ['因补充侦查延期审理不满二次时', 'while it was adjourned for that less than twice'],
      refusal: [
        '建议延期审理补充侦查不得超过两次',
        'It is adjourned for a supplementary investigation twice at most',
      ],
      basis: [{ act: 'JG2019', article: '421(2)' }],
    },
  },
  commands: {
    'return-for-supplement': {
      event: 'returned-for-supplement',
      title: ['退回补充侦查（补充调查）', 'Return for supplementary investigation'],
      by: 'procuratorate',
      reason: 'required',
      papers: ['supplement-decision'],
      copyTo: ['investigator'],
      when: 'returned-less-than-twice',
    },
    'send-again-after-supplement': {
      event: 'sent-again-after-supplement',
      title: ['补充侦查完毕，重新移送起诉', 'Send again after supplementing'],
      by: 'investigator',
      copyTo: ['procuratorate'],
    },
    // XS 204(2), 205: proposed by the procuratorate, within a month of its own.
    'adjourn-for-supplement': {
      event: 'trial-adjourned-for-supplement',
      title: ['延期审理，由检察机关补充侦查', 'Adjourn the trial for a supplementary investigation'],
      by: 'court',
      reason: 'required',
      copyTo: ['procuratorate'],
      when: 'adjourned-less-than-twice',
    },
    'hand-in-supplement': {
      event: 'supplement-handed-in',
      title: ['补充侦查完毕，提请恢复审理', 'Hand in the supplement; the trial goes on'],
      by: 'procuratorate',
      copyTo: ['court'],
    },
  },
  states: {
    supplementing: {
      title: ['补充侦查（补充调查）中', 'Being supplemented'],
      marks: OPEN,
      on: { ...WHILE_INVESTIGATING, 'send-again-after-supplement': 'under-review' },
    },
    'trial-adjourned': {
      title: ['延期审理，补充侦查中', 'Trial adjourned, being supplemented'],
      marks: OPEN,
      on: { 'hand-in-supplement': 'on-trial', 'withdraw-indictment': 'indictment-withdrawn' },
    },
  },
  clocks: {
    'pro-supplement': {
      startsOn: 'return-for-supplement',
      stopsOn: 'send-again-after-supplement',
      obliges: 'investigator',
      mootOn: 'end-investigation',
      runsFrom: 'receipt',
    },
    'pro-trial-supplement': {
      startsOn: 'adjourn-for-supplement',
      stopsOn: 'hand-in-supplement',
      obliges: 'procuratorate',
      mootOn: 'withdraw-indictment',
    },
  },
} as const satisfies Part;
