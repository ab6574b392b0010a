// A suggestion of the procuratorate (检察建议, JCJY): whoever receives it acts and answers within two months, or by the day that an
// urgent one names. What is asked for before a suit in the public interest is another procedure (GYJS 21).
// The rules know an objection (JCJY 23) and no return: what is said to be misdirected stays owed until the procuratorate agrees, by
// withdrawing it or issuing it to another.
import { acts } from '../acts.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { addresses, FORMER_PROCURATORATE, PASSED_MATTER_RECEIPT, passedOn, passedTo } from '../matching-procuratorate.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { REPLY_BY } from '../shared-fields.ts';

const UNSIGNED = { 'sign-for-suggestion': 'suggestion-signed', 'return-suggestion': 'suggestion-returned', 'take-back-suggestion': 'suggestion-withdrawn' } as const;

/** Whoever answered meanwhile has answered. */
const REVIEWED = { to: 'suggestion-replied', when: 'was-answered-meanwhile', else: 'suggestion-signed' } as const;

const ISSUED = ['issue-suggestion', 'issue-urgent-suggestion'] as const;

export const procuratorialSuggestion = defineProcedure({
  procedure: 'procuratorial-suggestion',
  version: 1,
  // The rules of 2009, on trial, came before those of 2019.
  inForce: { from: '2009-11-13' },
  title: ['检察建议', 'Procuratorial suggestion'],
  basis: [
    { act: 'JCJY', article: '11' },
    { act: 'JCJY', article: '19' },
    { act: 'JCJY', article: '25' },
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
    receiver: { title: ['被建议单位', 'receiver of the suggestion'], cast: 'to', side: 'receiving', confirms: true },
  },
  fields: { replyBy: REPLY_BY, followUpBy: { kind: 'date', title: ['跟进答复期限', 'day that the follow-up names'] } },
  papers: {
    'suggestion-reply': ['检察建议回复函', 'Reply to the suggestion'],
    'suggestion-objection': ['异议书', 'Objection'],
  },
  conditions: {
    'receiver-is-of-its-own-place': addresses('receiver', [{ act: 'JCJY', article: '3' }], { day: { before: acts.JCJY.from } }),
    'suggestion-is-overdue': {
      if: { overdue: ['sug-reply', 'sug-reply-urgent', 'agr-follow-up-reply'] },
      title: ['逾期未回复后', 'once the reply is overdue'],
      refusal: ['检察建议的回复期限尚未届满', 'The reply to the suggestion is not overdue yet'],
    },
    // JCJY 25: after urging, without a good reason.
    'was-urged': {
      if: { happened: { command: 'urge-suggestion' } },
      title: ['督促之后', 'after urging'],
      refusal: ['尚未督促，不得报告上级或者通报', 'It was not urged yet; nothing is reported upward before'],
      basis: [{ act: 'JCJY', article: '25' }],
    },
    'was-answered-meanwhile': {
      if: { happened: { command: 'reply-to-suggestion', since: 'object-to-suggestion' } },
      title: ['异议复核期间已书面回复的', 'where it was answered while the objection waited'],
      refusal: ['异议复核期间尚未书面回复', 'It was not answered while the objection waited'],
    },
    'not-filed-upward': {
      if: {
        anyOf: [
          { never: { command: 'file-suggestion-upward', since: 'issue-suggestion' } },
          { never: { command: 'file-suggestion-upward', since: 'issue-urgent-suggestion' } },
        ],
      },
      title: ['尚未备案时', 'before it was reported for the record'],
      refusal: ['已报上一级人民检察院备案', 'It was reported to the higher procuratorate already'],
    },
  },
  commands: {
    // What was found on duty is verified first, and the unit may be heard (articles 13 and 14 of JCJY, from memory; no limit is set here).
    'find-suggestion-matter': {
      event: 'suggestion-matter-found',
      title: ['履职中发现线索，决定调查核实', 'Find a matter on duty and verify it'],
      by: 'procuratorate',
      needs: ['to'],
    },
    'verify-suggestion-matter': { event: 'suggestion-matter-verified', title: ['调查核实', 'Verify it'], by: 'procuratorate' },
    'hear-suggested-unit': {
      event: 'suggested-unit-heard',
      title: ['与被建议单位磋商、听证', 'Consult with the unit, or hear it'],
      by: 'procuratorate',
      copyTo: ['receiver'],
    },
    ...passedOn('suggestion-matter'),
    'drop-suggestion-matter': {
      event: 'suggestion-matter-dropped',
      title: ['不提出检察建议，终结', 'End it without a suggestion'],
      by: 'procuratorate',
      reason: 'required',
    },
    'issue-suggestion': {
      event: 'suggestion-issued',
      title: ['提出检察建议', 'Issue the suggestion'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['procuratorial-suggestion'],
      needs: ['to'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
      when: 'receiver-is-of-its-own-place',
    },
    // JCJY 19: where it is urgent the suggestion names the day itself.
    'issue-urgent-suggestion': {
      event: 'urgent-suggestion-issued',
      title: ['提出检察建议（情况紧急，另定回复期限）', 'Issue an urgent suggestion with a day of its own'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['procuratorial-suggestion'],
      needs: ['to', 'replyBy'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
      when: 'receiver-is-of-its-own-place',
    },
    'take-back-suggestion': takenBack('procuratorate', 'suggestion-taken-back', ['收回误送的检察建议', 'Take back a suggestion sent by mistake']),
    'file-suggestion-upward': {
      event: 'suggestion-filed-upward',
      title: ['报上一级检察院备案', 'Report it to the higher procuratorate'],
      by: 'procuratorate',
      when: 'not-filed-upward',
    },
    'sign-for-suggestion': { event: 'suggestion-signed-for', title: ['签收检察建议', 'Sign for it'], by: 'receiver', closesHandOff: 'received' },
    'return-suggestion': {
      event: 'suggestion-returned',
      title: ['认为误送，退回检察建议', 'Return it as misdirected'],
      by: 'receiver',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['procuratorate'],
    },
    'object-to-suggestion': {
      event: 'suggestion-objected',
      title: ['对检察建议提出异议', 'Object to it'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      papers: ['suggestion-objection'],
      copyTo: ['procuratorate'],
    },
    // JCJY 23.
    'maintain-suggestion': {
      event: 'suggestion-maintained',
      title: ['异议不成立，说明理由', 'The objection fails, with reasons'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['receiver'],
    },
    'change-suggestion': {
      event: 'suggestion-changed',
      title: ['修改检察建议', 'Change it'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['procuratorial-suggestion'],
      copyTo: ['receiver'],
    },
    'withdraw-suggestion': {
      event: 'suggestion-withdrawn',
      title: ['撤回检察建议', 'Withdraw it'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['receiver'],
    },
    'report-suggestion-progress': {
      event: 'suggestion-progress-reported',
      title: ['通报落实进展', 'Report the progress'],
      by: 'receiver',
      copyTo: ['procuratorate'],
    },
    'reply-to-suggestion': {
      event: 'suggestion-replied',
      title: ['书面回复检察建议', 'Answer it in writing'],
      by: 'receiver',
      papers: ['suggestion-reply'],
      copyTo: ['procuratorate'],
    },
    'urge-suggestion': { event: 'suggestion-urged', title: ['督促落实', 'Urge'], by: 'procuratorate', copyTo: ['receiver'] },
    'report-suggestion-upward': {
      event: 'suggestion-reported-upward',
      title: ['报告上级检察院，通报其上级机关或者主管部门', 'Report it upward'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['receiver'],
      when: ['was-urged', 'suggestion-is-overdue'],
    },
    'find-insufficient': {
      event: 'reply-found-insufficient',
      title: ['整改不到位，要求继续落实', 'Not enough was done: ask for more'],
      by: 'procuratorate',
      reason: 'required',
      needs: ['followUpBy'],
      copyTo: ['receiver'],
    },
    'close-suggestion': { event: 'suggestion-closed', title: ['办结', 'Close'], by: 'procuratorate', copyTo: ['receiver'] },
  },
  results: ['reply-to-suggestion'],
  opensOn: { 'find-suggestion-matter': 'suggestion-verifying', 'issue-suggestion': 'suggestion-sent', 'issue-urgent-suggestion': 'suggestion-sent' },
  per: 'receiver',
  states: {
    'suggestion-verifying': {
      title: ['调查核实中', 'Being verified'],
      on: {
        'verify-suggestion-matter': null,
        'hear-suggested-unit': null,
        'issue-suggestion': 'suggestion-sent',
        'issue-urgent-suggestion': 'suggestion-sent',
        'drop-suggestion-matter': 'suggestion-dropped',
        'pass-to-matching-procuratorate': 'suggestion-matter-passed-on',
      },
    },
    'suggestion-matter-passed-on': passedTo('suggestion-verifying'),
    'suggestion-sent': {
      title: ['已发出，待签收', 'Sent, to be signed for'],
      on: { ...UNSIGNED, 'file-suggestion-upward': null, 'urge-suggestion': null, 'report-suggestion-upward': null },
    },
    'suggestion-signed': {
      title: ['已签收，落实中', 'Signed for, being acted on'],
      on: {
        'object-to-suggestion': 'suggestion-objected',
        'file-suggestion-upward': null,
        'withdraw-suggestion': 'suggestion-withdrawn',
        'report-suggestion-progress': null,
        'reply-to-suggestion': 'suggestion-replied',
        'urge-suggestion': null,
        'report-suggestion-upward': null,
      },
    },
    'suggestion-objected': {
      title: ['异议复核中', 'Objection under review'],
      on: {
        'file-suggestion-upward': null,
        // The days to answer run on meanwhile.
        'report-suggestion-progress': null,
        'reply-to-suggestion': null,
        'urge-suggestion': null,
        'report-suggestion-upward': null,
        'maintain-suggestion': REVIEWED,
        'change-suggestion': REVIEWED,
        'withdraw-suggestion': 'suggestion-withdrawn',
      },
    },
    'suggestion-replied': {
      title: ['已回复', 'Answered'],
      on: { 'file-suggestion-upward': null, 'find-insufficient': 'suggestion-signed', 'close-suggestion': 'suggestion-closed' },
    },
    'suggestion-returned': {
      title: ['已退回，待检察院决定', 'Returned, for the procuratorate to decide'],
      on: {
        'issue-suggestion': { to: 'suggestion-sent', title: ['同意退回，改向其他单位提出', 'Agreed: issue it to another'] },
        'issue-urgent-suggestion': { to: 'suggestion-sent', title: ['同意退回，改向其他单位提出（情况紧急）', 'Agreed: issue it to another, urgently'] },
        'withdraw-suggestion': 'suggestion-withdrawn',
        'maintain-suggestion': { to: 'suggestion-sent', title: ['退回不成立，说明理由', 'It was not misdirected, with reasons'] },
        'sign-for-suggestion': 'suggestion-signed',
        'file-suggestion-upward': null,
        'urge-suggestion': null,
        'report-suggestion-upward': null,
      },
    },
    'suggestion-withdrawn': { title: ['已撤回', 'Withdrawn'], terminal: true },
    'suggestion-dropped': { title: ['未提出建议，已终结', 'Ended without a suggestion'], terminal: true },
    'suggestion-closed': { title: ['已办结', 'Closed'], terminal: true, on: { 'file-suggestion-upward': null } },
  },
  clocks: {
    'agr-passed-review-receipt': PASSED_MATTER_RECEIPT,
    // Issued to another after a return, it is that one which is reported.
    'sug-report-upward': {
      startsOn: ISSUED,
      again: 'anew',
      stopsOn: 'file-suggestion-upward',
      obliges: 'procuratorate',
      mootOn: ['take-back-suggestion', 'withdraw-suggestion'],
    },
    'agr-hand-off-receipt': {
      startsOn: ISSUED,
      stopsOn: ['sign-for-suggestion', 'return-suggestion'],
      obliges: 'receiver',
      mootOn: 'take-back-suggestion',
      receipt: true,
    },
    'sug-reply': {
      startsOn: 'issue-suggestion',
      stopsOn: 'reply-to-suggestion',
      obliges: 'receiver',
      mootOn: ['take-back-suggestion', 'withdraw-suggestion', 'issue-urgent-suggestion'],
      runsFrom: 'receipt',
    },
    'sug-reply-urgent': {
      startsOn: 'issue-urgent-suggestion',
      stopsOn: 'reply-to-suggestion',
      obliges: 'receiver',
      mootOn: ['take-back-suggestion', 'withdraw-suggestion', 'issue-suggestion'],
      setBy: 'replyBy',
    },
    'agr-follow-up-reply': {
      startsOn: 'find-insufficient',
      stopsOn: 'reply-to-suggestion',
      obliges: 'receiver',
      mootOn: 'withdraw-suggestion',
      setBy: 'followUpBy',
    },
    'sug-objection': {
      startsOn: 'object-to-suggestion',
      stopsOn: ['maintain-suggestion', 'change-suggestion', 'withdraw-suggestion'],
      obliges: 'procuratorate',
    },
  },
  report: {
    counts: [
      { id: 'suggestions', title: ['检察建议', 'Procuratorial suggestions'], of: ISSUED },
      {
        id: 'suggestion-matters',
        title: ['检察建议线索核实、听证', 'Matters verified, units heard'],
        of: ['find-suggestion-matter', 'verify-suggestion-matter', 'hear-suggested-unit'],
      },
      { id: 'suggestion-replies', title: ['检察建议已回复', 'Suggestions answered'], of: 'reply-to-suggestion' },
    ],
    durations: [{ id: 'suggestion', title: ['检察建议至书面回复', 'Suggestion to the answer'], from: ISSUED, to: 'reply-to-suggestion' }],
    attention: [
      { id: 'suggestion-reported-upward', title: ['检察建议已报告上级', 'Suggestion reported upward'], when: { command: 'report-suggestion-upward', times: 1 } },
    ],
  },
});
