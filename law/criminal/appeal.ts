// From the service of the judgment to an appeal or protest that goes up to the court above (XS 227 to 232).
import { takenBack } from '../hand-over-ends.ts';
import type { Part } from '../part.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { BY_PUNISHMENT } from './in-effect.ts';
import { OPEN } from './under-way.ts';
import { ENDS_IN_ITS_DAYS } from './withdrawn-appeal.ts';

/** XS 227(3), 228, 230: each has its ten days, whatever the other did in its own. */
const LODGED_TOO = { 'lodge-appeal': null, 'lodge-protest': null } as const;
/** XS 231(1), 232: what comes once the file is gone goes after it. */
export const LODGED_LATER = { ...LODGED_TOO, 'pass-on-later-appeal': null } as const;

/** XS 230: whom the judgment reaches later has its days from then on, wherever the file is. */
export const SERVED_TOO = { 'serve-on-party': null, 'serve-on-procuratorate': null } as const;
const SERVED = { 'serve-judgment': null, ...SERVED_TOO } as const;

/** XS 202: on the parties and on the procuratorate. */
const servedSince = (since: string) =>
  ({
    anyOf: [
      { happened: { command: 'serve-judgment', since } },
      {
        allOf: [
          { happened: { command: 'serve-on-party', since } },
          { happened: { command: 'serve-on-procuratorate', since } },
        ],
      },
    ],
  }) as const;

export const APPEAL = {
  fields: {
    servedOn: { kind: 'date', title: ['送达日期', 'day of service'] },
  },
  papers: {
    'appeal-paper': ['上诉状', 'Appeal'],
    protest: ['抗诉书', 'Protest'],
    'appeal-withdrawal': ['撤回上诉申请书', 'Request to withdraw the appeal'],
  },
  conditions: {
    // XS 259(2)(1).
    'appeal-days-have-passed': {
      if: {
        allOf: [
          servedSince('judge-with-fine'),
          servedSince('judge-without-fine'),
          { passed: ['pro-appeal', 'pro-protest'] },
        ],
      },
      title: [
        '判决送达当事人和检察院、上诉和抗诉期限均届满后',
        'once the judgment was served on parties and procuratorate and the days of each to appeal or to protest have passed',
      ],
      refusal: [
        '判决尚未送达当事人和检察院，或者其中一方的上诉、抗诉期限尚未届满，判决未生效',
        'The judgment was not served on parties and procuratorate, or the days of one to appeal or to protest have not passed; it is not in effect',
      ],
      basis: [{ act: 'XS', article: '259' }],
    },
  },
  commands: {
    'serve-judgment': {
      event: 'judgment-served',
      ofParty: true,
      title: ['送达判决书', 'Serve the judgment'],
      by: 'court',
      needs: ['servedOn'],
      copyTo: ['procuratorate'],
    },
    'serve-on-party': {
      event: 'judgment-served-on-party',
      ofParty: true,
      title: ['送达判决书（一名有上诉权的当事人）', 'Serve the judgment on one who may appeal'],
      by: 'court',
      needs: ['servedOn'],
      copyTo: ['procuratorate', 'appeal-court'],
    },
    'serve-on-procuratorate': {
      event: 'judgment-served-on-procuratorate',
      title: ['送达判决书（检察院）', 'Serve the judgment on the procuratorate'],
      by: 'court',
      needs: ['servedOn'],
      copyTo: ['procuratorate', 'appeal-court'],
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
    'confirm-effect': {
      event: 'effect-confirmed',
      title: ['判决生效', 'The judgment takes effect'],
      by: 'court',
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: 'appeal-days-have-passed',
    },
  },
  states: {
    judged: {
      title: ['第一审已判决，未生效', 'Judged at first instance, not in effect'],
      marks: OPEN,
      on: {
        ...SERVED,
        'lodge-appeal': 'appealed',
        'lodge-protest': 'appealed',
        'confirm-effect': BY_PUNISHMENT,
      },
    },
    appealed: {
      title: ['已上诉、抗诉，待移送案卷', 'Appealed or protested, file to be passed on'],
      marks: OPEN,
      on: {
        ...SERVED,
        ...LODGED_TOO,
        ...ENDS_IN_ITS_DAYS,
        'forward-appeal': 'appeal-forwarded',
      },
    },
  },
  clocks: {
    // XS 230: each whom it is served on has its own days; it takes effect as the last of them end.
    'pro-appeal': {
      startsOn: ['serve-judgment', 'serve-on-party'],
      startsAt: 'servedOn',
      again: 'each',
      stopsOn: 'lodge-appeal',
      obliges: 'subject',
      mootOn: ['confirm-effect', 'remand-for-retrial'],
      reopensOn: 'withdraw-appeal',
      window: true,
    },
    'pro-protest': {
      startsOn: ['serve-judgment', 'serve-on-procuratorate'],
      startsAt: 'servedOn',
      again: 'goes-on',
      stopsOn: 'lodge-protest',
      obliges: 'procuratorate',
      mootOn: ['confirm-effect', 'remand-for-retrial'],
      reopensOn: 'withdraw-protest',
      window: true,
    },
    // XS 231: each appeal is passed on within its three days.
    'pro-appeal-forward': {
      startsOn: 'lodge-appeal',
      again: 'each',
      stopsOn: ['forward-appeal', 'pass-on-later-appeal'],
      obliges: 'court',
      mootOn: 'remand-for-retrial',
      mootsFirst: ['withdraw-appeal', 'allow-appeal-withdrawal'],
    },
  },
} as const satisfies Part;
