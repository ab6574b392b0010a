// An appeal or protest withdrawn (XSJS 378(2), 383; 385 and 386 from memory). Within its days whoever lodged it does so of its own will,
// and the judgment takes effect as they end, if nothing else stands; after them the court of second instance says whether it may.
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { Part } from '../part.ts';

const APPEALS = {
  command: 'lodge-appeal',
  less: ['withdraw-appeal', 'allow-appeal-withdrawal'],
  since: 'remand-for-retrial',
} as const;
const PROTESTS = {
  command: 'lodge-protest',
  less: ['withdraw-protest', 'allow-protest-withdrawal'],
  since: 'remand-for-retrial',
} as const;

const LAST_APPEAL = { allOf: [{ never: { ...APPEALS, times: 2 } }, { never: PROTESTS }] } as const;
const LAST_PROTEST = { allOf: [{ never: { ...PROTESTS, times: 2 } }, { never: APPEALS }] } as const;

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
  { act: 'XSJS', article: '386' },
];

const AT_THEIR_END = [
  '期限已经届满：已全部撤回的，判决自届满之日起生效；其余由第二审人民法院裁定是否准许撤回',
  'The days are over: where all is withdrawn the judgment took effect as they ended, else the court of second instance rules on a withdrawal',
] as const;
const OF_ITS_OWN_WILL = [
  '期限尚未届满，撤回的由上诉人、人民检察院自行决定',
  'The days run still; whoever lodged it withdraws it of its own will',
] as const;

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
      if: LAST_APPEAL,
      title: ['没有其他上诉、抗诉时', 'where no other appeal and no protest stands'],
      refusal: ['尚有其他上诉或者抗诉', 'Another appeal or a protest stands'],
    },
    'last-protest-standing': {
      if: LAST_PROTEST,
      title: ['没有上诉和其他抗诉时', 'where no appeal and no other protest stands'],
      refusal: ['尚有上诉或者其他抗诉', 'An appeal or another protest stands'],
    },
    // XSJS 383: each is ruled on for itself.
    'one-stands': {
      if: { anyOf: [LAST_APPEAL, LAST_PROTEST] },
      title: ['只剩一件上诉或者抗诉时', 'where no more than one appeal or protest stands'],
      refusal: [
        '尚有其他上诉或者抗诉，逐件裁定准许撤回',
        'Others stand beside it: each withdrawal is ruled on for itself',
      ],
      basis: BY_THEN,
    },
    'others-stand': {
      if: {
        anyOf: [
          { happened: { ...APPEALS, times: 2 } },
          { happened: { ...PROTESTS, times: 2 } },
          { allOf: [{ happened: APPEALS }, { happened: PROTESTS }] },
        ],
      },
      title: ['尚有其他上诉或者抗诉时', 'where others stand beside it'],
      refusal: [
        '没有其他上诉、抗诉，准许撤回即终结第二审',
        'No other stands: with the withdrawal the second instance ends',
      ],
      basis: BY_THEN,
    },
    'days-to-appeal-run': {
      if: { within: ['pro-appeal'] },
      title: ['上诉期限内', 'within the days to appeal'],
      refusal: AT_THEIR_END,
      basis: BY_THEN,
    },
    'days-to-protest-run': {
      if: { within: ['pro-protest'] },
      title: ['抗诉期限内', 'within the days to protest'],
      refusal: AT_THEIR_END,
      basis: BY_THEN,
    },
    'days-to-appeal-are-over': {
      if: { passed: ['pro-appeal'] },
      title: ['上诉期限届满后', 'once the days to appeal are over'],
      refusal: OF_ITS_OWN_WILL,
      basis: BY_THEN,
    },
    'days-to-protest-are-over': {
      if: { passed: ['pro-protest'] },
      title: ['抗诉期限届满后', 'once the days to protest are over'],
      refusal: OF_ITS_OWN_WILL,
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
      when: ['an-appeal-stands', 'days-to-appeal-run'],
    },
    'withdraw-protest': {
      event: 'protest-withdrawn',
      title: ['抗诉期限内撤回抗诉', 'Withdraw the protest within its days'],
      by: 'procuratorate',
      rank: 'head',
      copyTo: ['court', 'appeal-court'],
      when: ['a-protest-stands', 'days-to-protest-run'],
    },
    'allow-appeal-withdrawal': {
      event: 'appeal-withdrawal-allowed',
      title: ['裁定准许撤回其中一件上诉', 'Allow one of several appeals to be withdrawn'],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      copyTo: ['court', 'procuratorate'],
      when: ['days-to-appeal-are-over', 'an-appeal-stands', 'others-stand'],
    },
    'allow-protest-withdrawal': {
      event: 'protest-withdrawal-allowed',
      title: [
        '裁定准许撤回抗诉，其他上诉继续审理',
        'Allow a protest to be withdrawn beside which others stand',
      ],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      copyTo: ['court', 'procuratorate'],
      when: ['days-to-protest-are-over', 'a-protest-stands', 'others-stand'],
    },
    'allow-withdrawal': {
      event: 'withdrawal-allowed',
      title: [
        '裁定准许撤回最后一件上诉、抗诉并送达',
        'Allow what stands last to be withdrawn, and serve the ruling',
      ],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
      when: ['days-to-appeal-are-over', 'days-to-protest-are-over', 'one-stands'],
    },
  },
} as const satisfies Part;
