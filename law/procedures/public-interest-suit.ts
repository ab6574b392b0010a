// An administrative suit in the public interest (行政公益诉讼): the procuratorate first asks the organ to do its duty, which answers
// within two months, or within fifteen days where the damage keeps growing; otherwise it sues (GYJS 21, which covers state property).
// GYJS knows no return: what is said to be misdirected stays owed until the procuratorate agrees, by closing the case or issuing it anew.

import { acts } from '../acts.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { addresses, FORMER_PROCURATORATE, PASSED_MATTER_RECEIPT, passedOn, passedTo } from '../matching-procuratorate.ts';
import { CASE_CONTENT } from '../passed-on.ts';

const UNSIGNED = {
  'sign-for-pre-suit-suggestion': 'pre-suit-signed',
  'sue-in-public-interest': { to: 'sued', when: 'answer-to-procuratorate-overdue' },
} as const;

const ISSUED_AGAIN = {
  'issue-pre-suit-suggestion': 'pre-suit-sent',
  'issue-urgent-pre-suit-suggestion': 'pre-suit-sent',
  'close-public-interest-case': 'public-interest-closed',
} as const;

export const publicInterestSuit = defineProcedure({
  procedure: 'public-interest-suit',
  version: 1,
  inForce: { from: '2017-07-01' },
  title: ['行政公益诉讼', 'Public-interest suit'],
  basis: [
    { act: 'GYJS', article: '21' },
    { act: 'JCJY', article: '10' },
  ],
  roles: {
    procuratorate: {
      title: ['人民检察院', 'procuratorate'],
      bodies: ['procuratorate'],
      cast: 'actor',
      side: 'sending',
      confirms: true,
      keepsFormer: FORMER_PROCURATORATE,
    },
    organ: { title: ['行政机关', 'administrative organ'], bodies: administrativeOrgans, cast: 'to', side: 'receiving', confirms: true },
    court: { title: ['人民法院', 'court'], bodies: ['court'], cast: 'routing', confirms: true },
  },
  fields: {
    suitResult: {
      kind: 'code',
      title: ['裁判结果', 'judgment'],
      options: {
        upheld: ['支持诉讼请求', 'for the procuratorate'],
        dismissed: ['驳回诉讼请求', 'dismissed'],
        ended: ['终结、撤回诉讼', 'ended or withdrawn'],
      },
    },
  },
  papers: {
    'pre-suit-suggestion': ['公益诉讼检察建议书', 'Suggestion before a public-interest suit'],
    'pre-suit-reply': ['依法履职情况回复函', 'Reply on what was done'],
    'suit-indictment': ['公益诉讼起诉书', 'Statement of claim'],
    'suit-judgment': ['行政判决书、裁定书', 'Judgment or ruling'],
  },
  conditions: {
    'organ-is-of-its-own-place': addresses('organ', [{ act: 'JCJY', article: '3' }], { day: { before: acts.JCJY.from } }),
    'answer-to-procuratorate-overdue': {
      if: { overdue: ['pis-reply', 'pis-reply-urgent'] },
      title: ['逾期未回复后', 'once the reply is overdue'],
      refusal: ['行政机关履职和回复的期限尚未届满', 'The organ still has time to act and to answer'],
      basis: [{ act: 'GYJS', article: '21' }],
    },
    'organ-answered': {
      if: { happened: { command: 'reply-on-duty' } },
      title: ['行政机关已回复时', 'where the organ answered'],
      refusal: ['行政机关尚未回复', 'The organ has not answered'],
    },
    // Those days are for doing the duty, not for the answer alone: whoever answers early has the rest of them to do it.
    'days-to-act-have-passed': {
      if: { passed: ['pis-reply', 'pis-reply-urgent'] },
      title: ['依法履职期限届满后', 'once the days to do the duty have passed'],
      refusal: ['行政机关依法履职的期限尚未届满', 'The organ still has time to do its duty'],
      basis: [{ act: 'GYJS', article: '21' }],
    },
  },
  commands: {
    // JCJY 10, GYJS 21: found on duty; no number of days was seen for deciding on it.
    'register-public-interest-clue': {
      event: 'public-interest-clue-registered',
      title: ['登记公益诉讼线索', 'Register a matter of public interest'],
      by: 'procuratorate',
      needs: ['to'],
    },
    'drop-public-interest-clue': {
      event: 'public-interest-clue-dropped',
      title: ['不予公益诉讼立案', 'Do not file it'],
      by: 'procuratorate',
      reason: 'required',
    },
    ...passedOn('public-interest-matter'),
    'file-public-interest-case': {
      event: 'public-interest-case-filed',
      title: ['公益诉讼立案', 'File the public-interest case'],
      by: 'procuratorate',
      rank: 'head',
      needs: ['to'],
      copyTo: ['organ'],
    },
    'consult-with-organ': { event: 'consulted-with-organ', title: ['磋商', 'Consult with the organ'], by: 'procuratorate', copyTo: ['organ'] },
    'hold-public-interest-hearing': { event: 'public-interest-hearing-held', title: ['听证（公益诉讼）', 'Hold a hearing'], by: 'procuratorate', copyTo: ['organ'] },
    'issue-pre-suit-suggestion': {
      event: 'pre-suit-suggestion-issued',
      title: ['提出公益诉讼检察建议', 'Issue the suggestion before the suit'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['pre-suit-suggestion'],
      handsTo: 'organ',
      passes: CASE_CONTENT,
      when: 'organ-is-of-its-own-place',
    },
    // GYJS 21(2): where the damage keeps growing.
    'issue-urgent-pre-suit-suggestion': {
      event: 'urgent-pre-suit-suggestion-issued',
      title: ['损害继续扩大，提出公益诉讼检察建议', 'Issue it where the damage keeps growing'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['pre-suit-suggestion'],
      handsTo: 'organ',
      passes: CASE_CONTENT,
      when: 'organ-is-of-its-own-place',
    },
    'take-back-pre-suit-suggestion': takenBack('procuratorate', 'pre-suit-suggestion-taken-back', ['收回误送的公益诉讼检察建议', 'Take it back']),
    'sign-for-pre-suit-suggestion': {
      event: 'pre-suit-suggestion-signed-for',
      title: ['签收公益诉讼检察建议', 'Sign for it'],
      by: 'organ',
      closesHandOff: 'received',
    },
    'return-pre-suit-suggestion': {
      event: 'pre-suit-suggestion-returned',
      title: ['认为误送，退回公益诉讼检察建议', 'Return it as misdirected'],
      by: 'organ',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['procuratorate'],
    },
    'report-duty-progress': { event: 'duty-progress-reported', title: ['通报履职进展', 'Report the progress'], by: 'organ', copyTo: ['procuratorate'] },
    'reply-on-duty': {
      event: 'duty-replied',
      title: ['书面回复依法履职情况', 'Answer what was done'],
      by: 'organ',
      papers: ['pre-suit-reply'],
      copyTo: ['procuratorate'],
    },
    'close-public-interest-case': {
      event: 'public-interest-case-closed',
      title: ['公益得到保护，终结案件', 'Close: the public interest is protected'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['organ'],
    },
    'sue-in-public-interest': {
      event: 'sued-in-public-interest',
      title: ['提起行政公益诉讼', 'Sue in the public interest'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['suit-indictment'],
      copyTo: ['organ'],
      handsTo: 'court',
      passes: CASE_CONTENT,
    },
    'accept-suit': {
      event: 'suit-accepted',
      title: ['受理公益诉讼', 'Accept the suit'],
      by: 'court',
      closesHandOff: 'received',
      copyTo: ['organ', 'procuratorate'],
    },
    'reject-suit': {
      event: 'suit-rejected',
      title: ['不予受理', 'Do not accept it'],
      by: 'court',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['organ', 'procuratorate'],
    },
    'withdraw-suit': {
      event: 'suit-withdrawn',
      title: ['撤回起诉（公益诉讼）', 'Withdraw the suit'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      closesHandOff: 'taken-back',
      copyTo: ['organ', 'court'],
    },
    'judge-suit': {
      event: 'suit-judged',
      title: ['公益诉讼裁判', 'Judge the suit'],
      by: 'court',
      papers: ['suit-judgment'],
      needs: ['suitResult'],
      copyTo: ['organ', 'procuratorate'],
    },
  },
  results: ['reply-on-duty', 'judge-suit', 'withdraw-suit', 'close-public-interest-case'],
  opensOn: { 'register-public-interest-clue': 'public-interest-clue', 'file-public-interest-case': 'public-interest-filed' },
  per: 'receiver',
  states: {
    'public-interest-clue': {
      title: ['线索已登记，待决定立案', 'Registered, to be decided'],
      on: {
        'file-public-interest-case': 'public-interest-filed',
        'drop-public-interest-clue': 'public-interest-dropped',
        'pass-to-matching-procuratorate': 'public-interest-clue-passed-on',
      },
    },
    'public-interest-clue-passed-on': passedTo('public-interest-clue'),
    'public-interest-passed-on': passedTo('public-interest-filed'),
    'public-interest-filed': {
      title: ['已立案', 'Filed'],
      on: {
        'consult-with-organ': null,
        'hold-public-interest-hearing': null,
        'issue-pre-suit-suggestion': 'pre-suit-sent',
        'issue-urgent-pre-suit-suggestion': 'pre-suit-sent',
        'close-public-interest-case': 'public-interest-closed',
        'pass-to-matching-procuratorate': 'public-interest-passed-on',
      },
    },
    'pre-suit-sent': {
      title: ['检察建议已发出，待签收', 'Suggestion sent, to be signed for'],
      on: { ...UNSIGNED, 'return-pre-suit-suggestion': 'pre-suit-returned', 'take-back-pre-suit-suggestion': 'pre-suit-taken-back' },
    },
    'pre-suit-returned': { title: ['已退回，待检察院决定', 'Returned, for the procuratorate to decide'], on: { ...UNSIGNED, ...ISSUED_AGAIN } },
    'pre-suit-taken-back': { title: ['已收回', 'Taken back'], on: ISSUED_AGAIN },
    'pre-suit-signed': {
      title: ['行政机关履职中', 'The organ acts'],
      on: {
        'report-duty-progress': null,
        'reply-on-duty': 'duty-answered',
        'hold-public-interest-hearing': null,
        'sue-in-public-interest': { to: 'sued', when: 'answer-to-procuratorate-overdue' },
        'close-public-interest-case': 'public-interest-closed',
      },
    },
    // GYJS 21(3): it answers and still does not do its duty.
    'duty-answered': {
      title: ['已回复，审查中', 'Answered, being examined'],
      on: {
        'hold-public-interest-hearing': null,
        'sue-in-public-interest': { to: 'sued', when: 'days-to-act-have-passed', title: ['仍不依法履职，提起行政公益诉讼', 'The duty is still not done: sue'] },
        'close-public-interest-case': 'public-interest-closed',
      },
    },
    // It may still answer; what it was to do by then it has not done.
    'duty-unanswered': {
      title: ['法院不予受理，行政机关未回复', 'Suit not accepted, the organ has not answered'],
      on: {
        'report-duty-progress': null,
        'reply-on-duty': 'duty-answered',
        'hold-public-interest-hearing': null,
        'sue-in-public-interest': { to: 'sued', when: 'days-to-act-have-passed' },
        'close-public-interest-case': 'public-interest-closed',
      },
    },
    sued: {
      title: ['已起诉，待受理', 'Sued, to be accepted'],
      on: {
        'accept-suit': 'suit-on-trial',
        'reject-suit': { to: 'duty-answered', when: 'organ-answered', else: 'duty-unanswered' },
        'withdraw-suit': 'public-interest-closed',
      },
    },
    'suit-on-trial': { title: ['公益诉讼审理中', 'Suit on trial'], on: { 'judge-suit': 'suit-ended', 'withdraw-suit': 'public-interest-closed' } },
    'suit-ended': { title: ['公益诉讼已裁判', 'Suit judged'], terminal: true },
    'public-interest-dropped': { title: ['不予立案', 'Not filed'], terminal: true },
    'public-interest-closed': { title: ['已终结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-passed-review-receipt': PASSED_MATTER_RECEIPT,
    'agr-hand-off-receipt': {
      startsOn: ['issue-pre-suit-suggestion', 'issue-urgent-pre-suit-suggestion'],
      stopsOn: ['sign-for-pre-suit-suggestion', 'return-pre-suit-suggestion'],
      obliges: 'organ',
      mootOn: ['take-back-pre-suit-suggestion', 'sue-in-public-interest'],
      receipt: true,
    },
    'pis-reply': {
      startsOn: 'issue-pre-suit-suggestion',
      stopsOn: 'reply-on-duty',
      obliges: 'organ',
      mootOn: ['take-back-pre-suit-suggestion', 'issue-urgent-pre-suit-suggestion', 'close-public-interest-case', 'sue-in-public-interest'],
      runsFrom: 'receipt',
    },
    'pis-reply-urgent': {
      startsOn: 'issue-urgent-pre-suit-suggestion',
      stopsOn: 'reply-on-duty',
      obliges: 'organ',
      mootOn: ['take-back-pre-suit-suggestion', 'issue-pre-suit-suggestion', 'close-public-interest-case', 'sue-in-public-interest'],
      runsFrom: 'receipt',
    },
    'agr-suit-answer': { startsOn: 'reply-on-duty', stopsOn: ['close-public-interest-case', 'sue-in-public-interest'], obliges: 'procuratorate' },
    'agr-trial-receipt': { startsOn: 'sue-in-public-interest', stopsOn: ['accept-suit', 'reject-suit'], obliges: 'court', mootOn: 'withdraw-suit', receipt: true },
  },
  report: {
    counts: [
      { id: 'public-interest-clues', title: ['公益诉讼线索', 'Matters of public interest'], of: 'register-public-interest-clue' },
      { id: 'public-interest-cases', title: ['公益诉讼立案', 'Public-interest cases'], of: 'file-public-interest-case' },
      {
        id: 'duty-progress',
        title: ['履职进展通报', 'Progress reported by the organ'],
        of: 'report-duty-progress',
      },
      { id: 'public-interest-suits', title: ['提起公益诉讼', 'Public-interest suits'], of: 'sue-in-public-interest' },
    ],
    durations: [
      {
        id: 'public-interest-reply',
        title: ['公益诉讼检察建议至回复', 'Suggestion before the suit to the answer'],
        from: ['issue-pre-suit-suggestion', 'issue-urgent-pre-suit-suggestion'],
        to: 'reply-on-duty',
      },
    ],
  },
});
