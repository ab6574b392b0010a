// An appeal or protest withdrawn (XSJS 378(2), 383; 385 and 386 from memory). Within its days whoever lodged it does so of its own will,
// and the judgment takes effect as they end, if nothing else was lodged; after them the court of second instance says whether it may.
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { Part } from './part.ts';

/** Not withdrawn since, nor lodged against a judgment that was set aside. */
const isStanding = (lodge: string, withdraw: string) =>
  ({
    allOf: [
      { happened: { command: lodge, since: withdraw } },
      { happened: { command: lodge, since: 'remand-for-retrial' } },
    ],
  }) as const;
const isNotStanding = (lodge: string, withdraw: string) =>
  ({
    anyOf: [
      { never: { command: lodge, since: withdraw } },
      { never: { command: lodge, since: 'remand-for-retrial' } },
    ],
  }) as const;

/** Where the other still stands, nothing has ended. */
export const ENDS_IN_ITS_DAYS = {
  'withdraw-appeal': { to: 'judged', when: 'no-protest-stands', else: null },
  'withdraw-protest': { to: 'judged', when: 'no-appeal-stands', else: null },
} as const;

const BY_THEN: LegalBasis[] = [
  { act: 'XSJS', article: '383' },
  { act: 'XSJS', article: '385' },
];

export const WITHDRAWN_APPEAL = {
  conditions: {
    'an-appeal-stands': {
      if: isStanding('lodge-appeal', 'withdraw-appeal'),
      title: ['有尚未撤回的上诉时', 'where an appeal was lodged and not withdrawn'],
      refusal: ['没有可以撤回的上诉', 'There is no appeal to withdraw'],
    },
    'a-protest-stands': {
      if: isStanding('lodge-protest', 'withdraw-protest'),
      title: ['有尚未撤回的抗诉时', 'where a protest was lodged and not withdrawn'],
      refusal: ['没有可以撤回的抗诉', 'There is no protest to withdraw'],
    },
    'no-appeal-stands': {
      if: isNotStanding('lodge-appeal', 'withdraw-appeal'),
      title: ['没有其他上诉时', 'where no appeal stands beside it'],
      refusal: ['尚有上诉', 'An appeal stands'],
    },
    'no-protest-stands': {
      if: isNotStanding('lodge-protest', 'withdraw-protest'),
      title: ['没有抗诉时', 'where no protest stands beside it'],
      refusal: ['尚有抗诉', 'A protest stands'],
    },
    'within-the-days-to-appeal': {
      if: { within: ['pro-appeal', 'pro-protest'] },
      title: ['上诉、抗诉期限内', 'within the days to appeal and to protest'],
      refusal: [
        '上诉、抗诉期限已经届满，由第二审人民法院裁定是否准许撤回',
        'The days to appeal and to protest are over; the court of second instance rules on the withdrawal',
      ],
      basis: BY_THEN,
    },
    'days-to-appeal-are-over': {
      if: { passed: ['pro-appeal', 'pro-protest'] },
      title: ['上诉、抗诉期限届满后', 'once the days to appeal and to protest are over'],
      refusal: [
        '上诉、抗诉期限尚未届满，撤回的由上诉人、人民检察院自行决定',
        'The days to appeal or to protest run still; whoever lodged it withdraws it of its own will',
      ],
      basis: BY_THEN,
    },
  },
  commands: {
    'withdraw-appeal': {
      event: 'appeal-withdrawn',
      title: ['登记上诉期限内撤回上诉', 'Note that the appeal is withdrawn within its days'],
      by: 'court',
      copyTo: ['procuratorate', 'appeal-court'],
      when: ['an-appeal-stands', 'within-the-days-to-appeal'],
    },
    'withdraw-protest': {
      event: 'protest-withdrawn',
      title: ['抗诉期限内撤回抗诉', 'Withdraw the protest within its days'],
      by: 'procuratorate',
      rank: 'head',
      copyTo: ['court', 'appeal-court'],
      when: ['a-protest-stands', 'within-the-days-to-appeal'],
    },
    // Whatever was lodged: what stands beside is decided on.
    'allow-withdrawal': {
      event: 'withdrawal-allowed',
      title: [
        '裁定准许撤回全部上诉、抗诉并送达',
        'Allow all appeals and protests to be withdrawn, and serve the ruling',
      ],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
      when: 'days-to-appeal-are-over',
    },
  },
} as const satisfies Part;
