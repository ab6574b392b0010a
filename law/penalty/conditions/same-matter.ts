// One matter is punished once: what a penalty asks of the criminal side, of a court's fine and of other cases of the organ.
import type { Literal } from '../penalty-law.ts';
import { WAS_HANDED_OVER } from './ended-by-hand-over.ts';

export const SAME_MATTER = {
  // CF 57: the police, the procuratorate or a court have it; a fine waits for the end of that. O310 11 and CF 35 forbid the penalty
  // in place of a transfer and the fine after a criminal one; that all fines wait is how the two are kept, and a region may see it otherwise.
  // Whoever decides on the transfer has decided on no penalty (CF 57(1)). Of another party than was handed over nothing is decided by it.
  'no-criminal-side-open': {
    if: {
      allOf: [
        { noneMarked: { mark: 'criminal-open', of: 'subject', joined: true } },
        { noneMarked: { mark: 'transfer-decided', of: 'subject', joined: true } },
      ],
    },
    title: ['刑事程序未开始或者已终结时', 'while no criminal side is open'],
    code: 'CRIMINAL_SIDE_OPEN',
    refusal: [
      '案件已决定移送或者已移送司法机关，刑事程序终结前不得作出罚款决定；可以作出不含罚款的处罚决定（decide-without-fine）',
      'The case is or will be with the criminal side; no fine is decided before that has ended, a penalty without one may be (decide-without-fine)',
    ],
    basis: [
      { act: 'O310', article: '11' },
      { act: 'CF', article: '35' },
      { act: 'CF', article: '57(1)4' },
    ],
    switchable: true,
  },
  // O310 11(3), CF 35(2): whoever was fined by a court is not fined by an organ for the same.
  'not-fined-by-a-court': {
    if: {
      allOf: [
        { noneMarked: { mark: 'criminally-fined', of: 'subject' } },
        { never: { command: 'note-criminal-fine' } },
      ],
    },
    title: ['人民法院未判处罚金时', 'where no court has imposed a fine'],
    code: 'CRIMINAL_FINE_IMPOSED',
    refusal: [
      '人民法院已判处罚金，不得再给予罚款',
      'A court has imposed a criminal fine; no fine may be added',
    ],
    basis: [
      { act: 'O310', article: '11(3)' },
      { act: 'CF', article: '35(2)' },
    ],
  },
  // CF 29: one act is fined once, whichever organs may; where several laws are broken, by the one that fines most.
  'not-fined-for-the-same-act': {
    if: {
      anyOf: [
        { field: { name: 'anotherAct', now: true } },
        { noneMarked: { mark: 'administratively-fined', of: 'subject' } },
      ],
    },
    title: ['该当事人未因同一违法行为被罚款时', 'where the party was not fined for the same act'],
    code: 'FINED_ALREADY',
    refusal: [
      '该当事人在本案中已被行政机关罚款，对同一违法行为不得再次罚款；不是同一违法行为的，请载明',
      'The party was fined by an organ in this case; one act is not fined twice. Say so where it is another act',
    ],
    basis: [{ act: 'CF', article: '29' }],
  },
  // XS 259: what the bus holds as judged and open to appeal, or as not judged, is no judgment in effect.
  'judgment-in-effect': {
    if: { noneMarked: { mark: 'criminal-open', procedure: 'criminal-process', of: 'subject' } },
    title: [
      '平台上没有该当事人未终结的刑事诉讼时',
      'while the bus holds no open criminal process of the party',
    ],
    code: 'JUDGMENT_NOT_IN_EFFECT',
    refusal: [
      '该当事人的刑事诉讼尚未终结，没有生效裁判',
      'The criminal process of the party has not ended; no judgment is in effect',
    ],
    basis: [{ act: 'XS', article: '259' }],
  },
  // O310 11(3), CF 35(2): the fine of another bars none of this party and is set off against none.
  'fined-is-the-party': {
    if: { party: 'named' },
    title: ['被判处罚金的是本案当事人时', 'where the party of the case is whom the court fined'],
    code: 'ANOTHER_PARTY',
    refusal: [
      '被判处罚金的不是本案当事人；应当在该当事人的案件中登记',
      'Whom the court fined is not the party of this case; it is noted in the case of that party',
    ],
    basis: [
      { act: 'O310', article: '11(3)' },
      { act: 'CF', article: '35(2)' },
    ],
  },
  // What the bus holds as ended otherwise is no judgment with a fine, save where a later process of the same party ended with one.
  'not-ended-without-a-fine': {
    if: {
      anyOf: [
        {
          noneMarked: {
            mark: 'ended-without-criminal-fine',
            procedure: 'criminal-process',
            of: 'subject',
            same: true,
          },
        },
        { marked: { mark: 'criminally-fined', procedure: 'criminal-process', of: 'subject', same: true } },
      ],
    },
    title: [
      '平台上该当事人的刑事诉讼没有以未判处罚金终结时',
      'unless the criminal process of the party ended without a fine',
    ],
    code: 'NO_CRIMINAL_FINE',
    refusal: [
      '该当事人的刑事诉讼已终结，人民法院没有判处罚金',
      'The criminal process of the party has ended, and no court has fined it',
    ],
    basis: [{ act: 'O310', article: '11(3)' }],
  },
  'fined-by-a-court': {
    if: {
      anyOf: [
        { marked: { mark: 'criminally-fined', of: 'subject' } },
        { happened: { command: 'note-criminal-fine' } },
      ],
    },
    title: ['人民法院已判处罚金时', 'where a court has imposed a fine'],
    refusal: ['没有人民法院判处罚金的记录', 'No criminal fine is on record'],
  },
  'was-fined': {
    if: { never: { command: 'decide-without-fine', since: 'decide-anew' } },
    title: ['处罚决定含罚款时', 'where the penalty is a fine'],
    refusal: ['处罚决定不含罚款', 'The penalty is no fine'],
    basis: [{ act: 'CF', article: '72' }],
  },
  'not-set-off-yet': {
    if: { never: { command: 'set-off-fine', since: 'decide-fine' } },
    title: ['罚款尚未折抵时', 'while the fine was not set off'],
    refusal: ['该罚款已经折抵罚金', 'This fine was set off already'],
    basis: [{ act: 'O310', article: '11(3)' }],
  },
  // CF 29, 54: one matter is one case of an organ, however it came.
  'no-other-case-under-way': {
    if: { noneMarked: { mark: 'penalty-under-way', of: 'subject', own: true } },
    title: ['本机关对同一当事人没有在办的处罚案件时', 'while the organ has no such case of the same party'],
    code: 'CASE_UNDER_WAY',
    refusal: [
      '本机关对同一当事人已有在办的处罚案件，请在该案中办理',
      'The organ has a case of the same party under way; go on in that',
    ],
  },
  // The points of a person outlive whatever else is found; what came of them is of the same case. What was published stands as it was.
  'in-no-case-of-eligibility': {
    if: {
      anyOf: [
        { rehearsed: true },
        { happened: { command: 'verify-lead' } },
        { noneOpen: { procedure: 'payment-eligibility', of: 'case', source: true } },
      ],
    },
    title: ['不在支付资格管理案件中另行立案时', 'where the case is not that of somebody’s eligibility'],
    code: 'CASE_OF_ITS_OWN',
    refusal: [
      '支付资格按人员单独立卷，处罚请不指明案件另行提交，再以 link-case 关联',
      'This is the case of a person’s eligibility: submit the penalty naming no case, and link the two',
    ],
    basis: [{ act: 'ZF48J', article: '27' }],
  },
  // N4 47(2): with the hand-over, not before it; who did it not then may do it whatever became of the criminal side.
  'handed-to-criminal-side': {
    if: {
      anyOf: [{ marked: { mark: 'criminal-open', of: 'subject', joined: true } }, WAS_HANDED_OVER],
    },
    title: ['案件移交司法机关后', 'once the case was handed over'],
    refusal: ['案件尚未移交司法机关', 'The case was not handed over yet'],
  },
} as const satisfies Literal['conditions'];
