// An appeal or protest withdrawn (XSJS 378(2), 383; 385 and 386 from memory). Within its days whoever lodged it does so of its own will,
// and the judgment takes effect as they end, if nothing else stands; after them the court of second instance says whether it may.
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { Part } from '../part.ts';

const APPEALS = { command: 'lodge-appeal', less: 'withdraw-appeal', since: 'remand-for-retrial' } as const;
const PROTESTS = { command: 'lodge-protest', less: 'withdraw-protest', since: 'remand-for-retrial' } as const;

/** What still stands goes on: of several appeals, of an appeal and a protest, each is withdrawn for itself. */
const withdrawn = <const S extends string>(to: S) =>
  ({
    'withdraw-appeal': { to, when: 'last-appeal-standing', else: null },
    'withdraw-protest': { to, when: 'last-protest-standing', else: null },
  }) as const;

export const ENDS_IN_ITS_DAYS = withdrawn('judged');
/** The file has gone up and nobody has taken it up. */
export const ENDS_ON_THE_WAY = withdrawn('file-to-come-back');

const BY_THEN: LegalBasis[] = [
  { act: 'XSJS', article: '383' },
  { act: 'XSJS', article: '385' },
];

export const WITHDRAWN_APPEAL = {
  conditions: {
    'an-appeal-stands': {
      if: { happened: APPEALS },
      title: ['有尚未撤回的上诉时', 'where an appeal was lodged and not withdrawn'],
      refusal: ['没有可以撤回的上诉', 'There is no appeal to withdraw'],
    },
    'a-protest-stands': {
      if: { happened: PROTESTS },
      title: ['有尚未撤回的抗诉时', 'where a protest was lodged and not withdrawn'],
      refusal: ['没有可以撤回的抗诉', 'There is no protest to withdraw'],
    },
    'last-appeal-standing': {
      if: { allOf: [{ never: { ...APPEALS, times: 2 } }, { never: PROTESTS }] },
      title: ['没有其他上诉、抗诉时', 'where no other appeal and no protest stands'],
      refusal: ['尚有其他上诉或者抗诉', 'Another appeal or a protest stands'],
    },
    'last-protest-standing': {
      if: { allOf: [{ never: { ...PROTESTS, times: 2 } }, { never: APPEALS }] },
      title: ['没有上诉和其他抗诉时', 'where no appeal and no other protest stands'],
      refusal: ['尚有上诉或者其他抗诉', 'An appeal or another protest stands'],
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
      papers: ['appeal-withdrawal'],
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
