// From the service of the judgment over appeal and second instance to the judgment that takes effect (XS 227 to 259).
import { takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import type { Part } from './part.ts';
import { NOT_FINED, OPEN } from './under-way.ts';

/** O310 11, CF 35: whether a criminal fine was imposed decides whether an administrative one may still be. */
const BY_PUNISHMENT = {
  to: 'effective-with-fine',
  when: 'fine-was-imposed',
  else: 'effective-without-fine',
} as const;
/** XS 227(3), 228, 230: each has its ten days, whatever the other did in its own. */
const LODGED_TOO = { 'lodge-appeal': null, 'lodge-protest': null } as const;
const LODGED_LATER = { ...LODGED_TOO, 'pass-on-later-appeal': null } as const;

export const APPEAL = {
  fields: {
    servedOn: { kind: 'date', title: ['送达日期', 'day of service'] },
  },
  papers: {
    'appeal-paper': ['上诉状', 'Appeal'],
    protest: ['抗诉书', 'Protest'],
    'appeal-judgment': ['第二审判决书、裁定书', 'Judgment or ruling of second instance'],
    'effective-judgment': ['生效裁判文书', 'Judgment in effect'],
  },
  conditions: {
    // XS 259(2)(1).
    'appeal-days-have-passed': {
      if: {
        allOf: [
          { happened: { command: 'serve-judgment', since: 'judge-with-fine' } },
          { happened: { command: 'serve-judgment', since: 'judge-without-fine' } },
          { passed: ['pro-appeal', 'pro-protest'] },
        ],
      },
      title: [
        '判决送达、上诉和抗诉期限届满后',
        'once the judgment was served and the days to appeal and to protest have passed',
      ],
      refusal: [
        '判决尚未送达，或者上诉、抗诉期限尚未届满，判决未生效',
        'The judgment was not served, or the days to appeal or to protest have not passed; it is not in effect',
      ],
      basis: [{ act: 'XS', article: '259' }],
    },
    'fine-was-imposed': {
      if: { happened: { command: 'judge-with-fine', since: 'judge-without-fine' } },
      title: ['判处罚金时', 'where a fine was imposed'],
      refusal: ['未判处罚金', 'No fine was imposed'],
    },
  },
  commands: {
    'serve-judgment': {
      event: 'judgment-served',
      title: ['送达判决书', 'Serve the judgment'],
      by: 'court',
      needs: ['servedOn'],
      copyTo: ['procuratorate'],
    },
    'lodge-appeal': {
      event: 'appeal-lodged',
      title: ['登记上诉', 'Register an appeal'],
      by: 'court',
      papers: ['appeal-paper'],
      copyTo: ['procuratorate'],
    },
    'lodge-protest': {
      event: 'protest-lodged',
      title: ['提出抗诉', 'Protest against the judgment'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['protest'],
      copyTo: ['court'],
    },
    'forward-appeal': {
      event: 'appeal-forwarded',
      title: ['移送第二审人民法院', 'Pass to the court of second instance'],
      by: 'court',
      handsTo: 'appeal-court',
      passes: CASE_CONTENT,
    },
    // XS 231(1), 232: what comes once the file is gone goes after it.
    'pass-on-later-appeal': {
      event: 'later-appeal-passed-on',
      title: ['补送后到的上诉状、抗诉书', 'Pass on an appeal or protest that came after the file had gone'],
      by: 'court',
      copyTo: ['appeal-court'],
    },
    'take-back-appeal': takenBack('court', 'appeal-taken-back', [
      '收回误送的案卷',
      'Take back a file sent by mistake',
    ]),
    'accept-appeal': {
      event: 'appeal-accepted',
      title: ['受理上诉、抗诉案件', 'Accept the appeal or protest'],
      by: 'appeal-court',
      closesHandOff: 'received',
      copyTo: ['court', 'procuratorate'],
    },
    'return-appeal': {
      event: 'appeal-returned',
      title: ['退回原审人民法院', 'Return it to the court of first instance'],
      by: 'appeal-court',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['court'],
    },
    'prolong-second-instance': {
      event: 'second-instance-prolonged',
      title: [
        '经高级法院批准延长第二审期限',
        'Prolong the second instance with the approval of the high court',
      ],
      by: 'appeal-court',
      rank: 'head',
      reason: 'required',
    },
    // XS 236, 244: upheld or changed, what is imposed in the end is said again.
    'decide-appeal-with-fine': {
      event: 'appeal-decided-with-fine',
      title: ['第二审裁判（判处罚金、没收财产）', 'Decide at second instance, with a fine or confiscation'],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
    },
    'decide-appeal-without-fine': {
      event: 'appeal-decided-without-fine',
      title: ['第二审裁判（未判处罚金）', 'Decide at second instance, without a fine'],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      needs: ['verdict'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
    },
    'remand-for-retrial': {
      event: 'remanded-for-retrial',
      title: ['发回重新审判', 'Remand for retrial'],
      by: 'appeal-court',
      reason: 'required',
      copyTo: ['court', 'procuratorate', 'sender'],
    },
    'confirm-effect': {
      event: 'effect-confirmed',
      title: ['判决生效', 'The judgment takes effect'],
      by: 'court',
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: 'appeal-days-have-passed',
    },
    'send-effective-judgment': {
      event: 'effective-judgment-sent',
      title: ['通报结果和生效文书', 'Send result and judgment in effect'],
      by: ['court', 'appeal-court'],
      papers: ['effective-judgment'],
      copyTo: ['sender', 'procuratorate', 'investigator'],
    },
  },
  states: {
    judged: {
      title: ['第一审已判决，未生效', 'Judged at first instance, not in effect'],
      marks: OPEN,
      on: {
        'serve-judgment': null,
        'lodge-appeal': 'appealed',
        'lodge-protest': 'appealed',
        'confirm-effect': BY_PUNISHMENT,
      },
    },
    appealed: {
      title: ['已上诉、抗诉，待移送案卷', 'Appealed or protested, file to be passed on'],
      marks: OPEN,
      on: { 'serve-judgment': null, ...LODGED_TOO, 'forward-appeal': 'appeal-forwarded' },
    },
    'appeal-forwarded': {
      title: ['已移送第二审法院，待受理', 'Passed to the court of second instance'],
      marks: OPEN,
      on: {
        'accept-appeal': 'second-instance',
        'return-appeal': 'appealed',
        'take-back-appeal': 'appealed',
        ...LODGED_LATER,
      },
    },
    'second-instance': {
      title: ['第二审审理中', 'At second instance'],
      marks: OPEN,
      on: {
        'prolong-second-instance': null,
        'decide-appeal-with-fine': 'effective-with-fine',
        'decide-appeal-without-fine': 'effective-without-fine',
        'remand-for-retrial': 'on-trial',
        ...LODGED_LATER,
      },
    },
    // O310 11(3), CF 35.
    'effective-with-fine': {
      title: ['裁判已生效（判处罚金）', 'In effect, with a fine'],
      terminal: true,
      marks: ['criminally-fined'],
      on: { 'send-effective-judgment': null },
    },
    'effective-without-fine': {
      title: ['裁判已生效（未处罚金）', 'In effect, without a fine'],
      terminal: true,
      marks: NOT_FINED,
      on: { 'send-effective-judgment': null },
    },
  },
  clocks: {
    'pro-appeal': {
      startsOn: 'serve-judgment',
      startsAt: 'servedOn',
      again: 'goes-on',
      stopsOn: 'lodge-appeal',
      obliges: 'subject',
      mootOn: ['confirm-effect', 'remand-for-retrial'],
      window: true,
    },
    'pro-protest': {
      startsOn: 'serve-judgment',
      startsAt: 'servedOn',
      again: 'goes-on',
      stopsOn: 'lodge-protest',
      obliges: 'procuratorate',
      mootOn: ['confirm-effect', 'remand-for-retrial'],
      window: true,
    },
    // XS 231: each appeal is passed on within its three days.
    'pro-appeal-forward': {
      startsOn: 'lodge-appeal',
      again: 'each',
      stopsOn: ['forward-appeal', 'pass-on-later-appeal'],
      obliges: 'court',
      mootOn: 'remand-for-retrial',
    },
    'agr-appeal-receipt': {
      startsOn: 'forward-appeal',
      stopsOn: ['accept-appeal', 'return-appeal'],
      obliges: 'appeal-court',
      mootOn: 'take-back-appeal',
      receipt: true,
    },
    'pro-second-instance': {
      startsOn: 'accept-appeal',
      stopsOn: ['decide-appeal-with-fine', 'decide-appeal-without-fine', 'remand-for-retrial'],
      obliges: 'appeal-court',
      mootOn: 'prolong-second-instance',
    },
    'pro-result-notice': {
      startsOn: ['confirm-effect', 'decide-appeal-with-fine', 'decide-appeal-without-fine'],
      stopsOn: 'send-effective-judgment',
      obliges: 'court',
    },
  },
} as const satisfies Part;
