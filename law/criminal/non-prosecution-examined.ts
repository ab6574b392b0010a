// A non-prosecution looked at again: petitions, reconsideration and review, until it is upheld or revoked (XS 179 to 181; JG2019 379 to 388).
import type { Part } from '../part.ts';
import { IN_QUESTION, NOT_PROSECUTED, OPEN } from './under-way.ts';

/** JG2019 384: once a court took the suit of the victim, the non-prosecution is looked at no further. */
const EXAMINED = {
  stopsOn: ['uphold-non-prosecution', 'revoke-non-prosecution'],
  mootOn: 'note-direct-suit',
  obliges: 'procuratorate',
} as const;

export const NON_PROSECUTION_EXAMINED = {
  papers: {
    'reconsideration-opinion': [
      '要求复议（提请复核）意见书',
      'Opinion that asks for reconsideration or review',
    ],
  },
  conditions: {
    'petition-not-extended': {
      if: {
        allOf: [
          { happened: { command: 'petition-against-non-prosecution', since: 'uphold-non-prosecution' } },
          { never: { command: 'extend-petition-decision', since: 'petition-against-non-prosecution' } },
        ],
      },
      title: ['申诉复查期间、尚未延长时', 'while a petition is examined and was not prolonged'],
      refusal: [
        '没有正在复查的申诉，或者复查期限已经延长',
        'No petition is examined, or it was prolonged already',
      ],
    },
  },
  commands: {
    // XS 180, JG2019 381: the victim petitions to the procuratorate above, which holds no role here.
    'note-victim-petition': {
      event: 'victim-petition-noted',
      title: [
        '登记被害人向上一级检察院申诉，报送案卷',
        'Note that the victim petitions to the procuratorate above; pass the file on',
      ],
      by: 'procuratorate',
    },
    'petition-against-non-prosecution': {
      event: 'petition-received',
      title: ['受理对不起诉的申诉', 'Take up a petition against the non-prosecution'],
      by: 'procuratorate',
    },
    'extend-petition-decision': {
      event: 'petition-decision-extended',
      title: ['延长申诉复查期限', 'Prolong the decision on the petition'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'petition-not-extended',
    },
    'ask-to-reconsider-non-prosecution': {
      event: 'non-prosecution-reconsideration-asked',
      title: ['对不起诉要求复议', 'Ask to reconsider the non-prosecution'],
      by: 'investigator',
      rank: 'head',
      papers: ['reconsideration-opinion'],
      copyTo: ['procuratorate'],
    },
    'ask-to-review-non-prosecution': {
      event: 'non-prosecution-review-asked',
      title: ['提请上一级检察院复核不起诉', 'Ask the higher procuratorate to review the non-prosecution'],
      by: 'investigator',
      rank: 'head',
      papers: ['reconsideration-opinion'],
      copyTo: ['procuratorate'],
    },
    'uphold-non-prosecution': {
      event: 'non-prosecution-upheld',
      title: ['维持不起诉决定', 'Uphold the non-prosecution'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['investigator'],
    },
    'revoke-non-prosecution': {
      event: 'non-prosecution-revoked',
      title: ['撤销不起诉决定', 'Revoke the non-prosecution'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['investigator', 'sender'],
      // What rested on it falls with it: it is prosecuted after all, or not prosecuted anew.
      also: [
        { procedure: 'reverse-referral', command: 'fall-with-non-prosecution', each: true, falls: true },
      ],
    },
  },
  states: {
    'non-prosecution-examined': {
      title: ['不起诉复议、复核或者申诉复查中', 'Non-prosecution under reconsideration, review or petition'],
      // The criminal side has not ended.
      marks: [...OPEN, IN_QUESTION, NOT_PROSECUTED],
      on: {
        'serve-non-prosecution': null,
        'serve-victim': null,
        'refer-for-penalty-review': null,
        'extend-petition-decision': null,
        'uphold-non-prosecution': 'non-prosecuted',
        'revoke-non-prosecution': 'under-review',
        'note-direct-suit': 'directly-sued',
      },
    },
  },
  clocks: {
    'pro-victim-petition-decision': {
      startsOn: 'note-victim-petition',
      ...EXAMINED,
    },
    'pro-petition-decision': {
      startsOn: 'petition-against-non-prosecution',
      ...EXAMINED,
      extendsOn: 'extend-petition-decision',
    },
    'pro-reconsider-non-prosecution': {
      startsOn: 'ask-to-reconsider-non-prosecution',
      ...EXAMINED,
      runsFrom: 'receipt',
    },
    'pro-review-non-prosecution': {
      startsOn: 'ask-to-review-non-prosecution',
      ...EXAMINED,
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
