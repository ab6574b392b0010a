// At second instance: taken up, decided, remanded, or ended because all that was lodged is withdrawn (XS 233 to 244).

import type { Part } from '../part.ts';
import { LODGED_LATER, SERVED_TOO } from './appeal.ts';
import { BY_PUNISHMENT } from './in-effect.ts';
import { OPEN } from './under-way.ts';
import { ENDS_IN_ITS_DAYS, ENDS_ON_THE_WAY } from './withdrawn-appeal.ts';

/** What ends it. */
const ENDS = [
  'decide-appeal-with-fine',
  'decide-appeal-without-fine',
  'remand-for-retrial',
  'allow-withdrawal',
] as const;

export const SECOND_INSTANCE = {
  papers: {
    'appeal-judgment': ['第二审判决书、裁定书', 'Judgment or ruling of second instance'],
  },
  commands: {
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
  },
  states: {
    'appeal-forwarded': {
      title: ['已移送第二审法院，待受理', 'Passed to the court of second instance'],
      marks: OPEN,
      on: {
        'accept-appeal': 'second-instance',
        'return-appeal': 'appealed',
        'take-back-appeal': 'appealed',
        ...ENDS_ON_THE_WAY,
        ...LODGED_LATER,
        ...SERVED_TOO,
      },
    },
    // XSJS 378(2): the last word within the days counts, so that it may go on.
    'file-to-come-back': {
      title: [
        '上诉、抗诉已全部撤回，案卷待退回',
        'All appeals and protests withdrawn, the file to come back',
      ],
      marks: OPEN,
      on: {
        'return-appeal': 'judged',
        'take-back-appeal': { to: 'judged', title: ['收回案卷', 'Take the file back'] },
        'lodge-appeal': { to: 'appeal-forwarded', when: 'days-to-appeal-run' },
        'lodge-protest': { to: 'appeal-forwarded', when: 'days-to-protest-run' },
        ...SERVED_TOO,
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
        'allow-appeal-withdrawal': null,
        'allow-protest-withdrawal': null,
        'allow-withdrawal': BY_PUNISHMENT,
        ...ENDS_IN_ITS_DAYS,
        ...LODGED_LATER,
        ...SERVED_TOO,
      },
    },
  },
  clocks: {
    'agr-appeal-receipt': {
      startsOn: 'forward-appeal',
      stopsOn: ['accept-appeal', 'return-appeal'],
      obliges: 'appeal-court',
      mootOn: 'take-back-appeal',
      receipt: true,
    },
    'pro-second-instance': {
      startsOn: 'accept-appeal',
      stopsOn: ENDS,
      obliges: 'appeal-court',
      mootOn: ['prolong-second-instance', 'judged'],
    },
  },
} as const satisfies Part;
