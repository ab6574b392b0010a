// The trial at first instance, until judgment or until the indictment is withdrawn (XS 202 to 208; JG2019 424).

import type { Part } from '../part.ts';
import { ONCE, OPEN } from './under-way.ts';

export const JUDGED = ['judge-with-fine', 'judge-without-fine'] as const;

export const TRIAL = {
  fields: {
    pronouncedInCourt: { kind: 'flag', title: ['当庭宣告', 'pronounced in court'] },
    verdict: {
      kind: 'code',
      title: ['判决结果', 'verdict'],
      options: {
        punished: ['判处刑罚，未处罚金', 'punished, without a fine'],
        'fine-undisclosed': ['判处刑罚，是否处罚金未公开', 'punished; whether fined was not published'],
        exempted: ['免予刑事处罚', 'guilty, exempted from punishment'],
        acquitted: ['宣告无罪', 'acquitted'],
      },
      // Whether a fine was imposed decides on whether an organ may add one (CF 35(2)): the court knows.
      unpublished: ['fine-undisclosed'],
    },
  },
  papers: {
    judgment: ['刑事判决书', 'Criminal judgment'],
  },
  conditions: {
    'third-month-not-granted': {
      if: { never: { command: 'extend-trial', since: 'remand-for-retrial' } },
      title: ['尚未延长至三个月时', 'before the third month was granted'],
      refusal: ['审理期限已延长至三个月', 'The trial was prolonged to three months already'],
    },
  },
  commands: {
    'accept-for-trial': {
      event: 'accepted-for-trial',
      title: ['受理公诉案件', 'Accept the case for trial'],
      by: 'court',
      takes: ['trialTrack'],
      closesHandOff: 'received',
    },
    'return-indictment': {
      event: 'indictment-returned',
      title: ['退回人民检察院', 'Return it to the procuratorate'],
      by: 'court',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['procuratorate'],
    },
    'withdraw-indictment': {
      event: 'indictment-withdrawn',
      title: ['撤回起诉', 'Withdraw the indictment'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      closesHandOff: 'taken-back',
      copyTo: ['court', 'investigator'],
    },
    'suspend-trial': {
      event: 'trial-suspended',
      title: ['中止审理', 'Suspend the trial'],
      by: 'court',
      reason: 'required',
      copyTo: ['procuratorate'],
    },
    'resume-trial': {
      event: 'trial-resumed',
      title: ['恢复审理', 'Resume the trial'],
      by: 'court',
      copyTo: ['procuratorate'],
    },
    'extend-trial': {
      event: 'trial-extended',
      title: ['审理期限延至三个月', 'Take the third month for the trial'],
      by: 'court',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'third-month-not-granted',
    },
    // XS 208(1), 243(1): by a court above, for grave cases.
    'prolong-trial': {
      event: 'trial-prolonged',
      title: ['经上级法院批准延长审理期限', 'Prolong the trial with the approval of a higher court'],
      by: 'court',
      rank: 'head',
      reason: 'required',
    },
    'judge-with-fine': {
      event: 'judged-with-fine',
      onRecord: ['subjects'],
      title: [
        '第一审判决（并处或者单处罚金、没收财产）',
        'Judge at first instance, with a fine or confiscation',
      ],
      by: 'court',
      papers: ['judgment'],
      takes: ['pronouncedInCourt'],
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: ONCE,
    },
    'judge-without-fine': {
      event: 'judged-without-fine',
      onRecord: ['subjects'],
      title: ['第一审判决（未判处罚金）', 'Judge at first instance, without a fine'],
      by: 'court',
      papers: ['judgment'],
      needs: ['verdict'],
      takes: ['pronouncedInCourt'],
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: ONCE,
    },
  },
  states: {
    indicted: {
      title: ['已提起公诉，待受理', 'Indicted, to be accepted'],
      marks: OPEN,
      on: {
        'accept-for-trial': 'on-trial',
        'return-indictment': 'under-review',
        'withdraw-indictment': 'indictment-withdrawn',
      },
    },
    'indictment-withdrawn': {
      title: ['已撤回起诉', 'Indictment withdrawn'],
      marks: OPEN,
      on: { 'decide-non-prosecution': 'non-prosecuted' },
    },
    'on-trial': {
      title: ['第一审审理中', 'On trial'],
      marks: OPEN,
      on: {
        'suspend-trial': 'trial-suspended',
        'extend-trial': null,
        'extend-short-trial': null,
        'turn-to-ordinary-trial': null,
        'adjourn-for-supplement': 'trial-adjourned',
        'prolong-trial': 'on-prolonged-trial',
        'judge-with-fine': 'judged',
        'judge-without-fine': 'judged',
        'withdraw-indictment': 'indictment-withdrawn',
      },
    },
    'trial-suspended': {
      title: ['第一审中止审理', 'Trial suspended'],
      marks: OPEN,
      on: { 'resume-trial': 'on-trial', 'withdraw-indictment': 'indictment-withdrawn' },
    },
    'on-prolonged-trial': {
      title: ['第一审审理中（经批准延长）', 'On trial, prolonged with approval'],
      marks: OPEN,
      on: {
        'judge-with-fine': 'judged',
        'judge-without-fine': 'judged',
        'withdraw-indictment': 'indictment-withdrawn',
      },
    },
  },
  clocks: {
    'pro-decision-after-withdrawal': {
      startsOn: 'withdraw-indictment',
      stopsOn: 'decide-non-prosecution',
      obliges: 'procuratorate',
    },
    'agr-trial-receipt': {
      startsOn: 'prosecute',
      stopsOn: ['accept-for-trial', 'return-indictment'],
      obliges: 'court',
      mootOn: 'withdraw-indictment',
      receipt: true,
    },
    // XS 208(1) from acceptance; XS 241 anew after a remand.
    'pro-trial': {
      startsOn: ['accept-for-trial', 'turn-to-ordinary-trial', 'hand-in-supplement', 'remand-for-retrial'],
      // Turned to the ordinary procedure, supplemented or sent back for retrial, it is counted anew (XS 204, 208, 241).
      again: 'anew',
      unless: 'trialTrack',
      stopsOn: JUDGED,
      obliges: 'court',
      mootOn: ['withdraw-indictment', 'prolong-trial', 'adjourn-for-supplement'],
      pauses: { suspension: { from: 'suspend-trial', to: 'resume-trial' } },
      extendsOn: 'extend-trial',
    },
    'pro-judgment-service': {
      startsOn: JUDGED,
      stopsOn: ['serve-judgment', 'serve-on-party'],
      obliges: 'court',
      when: 'pronouncedInCourt',
      mootOn: ['lodge-appeal', 'lodge-protest'],
    },
  },
} as const satisfies Part;
