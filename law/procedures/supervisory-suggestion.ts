// A supervisory suggestion (监察建议) to the unit of those under supervision: the unit puts right what it says and answers by the day the
// letter names, or says why not; a refusal without good reason goes to the unit's superior, which orders it followed (JC 52(5), 71).
import { Body } from '../../schemas/ids.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';

const units = Body.options.filter((body) => body !== 'publisher' && body !== 'discipline-inspection');

export const supervisorySuggestion = defineProcedure({
  procedure: 'supervisory-suggestion',
  version: 1,
  inForce: { from: '2018-03-20' },
  title: ['监察建议', 'Supervisory suggestion'],
  basis: [
    { act: 'JC', article: '52(5)' },
    { act: 'JC', article: '71' },
    { act: 'JC2018', article: '45(5)' },
    { act: 'JC2018', article: '62' },
  ],
  roles: {
    supervisory: {
      title: ['监察机关', 'supervisory organ'],
      bodies: ['discipline-inspection'],
      cast: 'actor',
      side: 'sending',
      confirms: true,
    },
    unit: { title: ['被建议单位', 'unit it is addressed to'], bodies: units, cast: 'to', side: 'receiving', confirms: true },
    'unit-superior': { title: ['主管部门、上级机关', 'superior of the unit'], bodies: units, above: 'unit' },
  },
  fields: {
    suggestionReplyBy: { kind: 'date', title: ['反馈期限', 'date to answer by'] },
    suggestionTopic: {
      kind: 'code',
      title: ['建议事项', 'what it is about'],
      options: {
        'clean-government': ['廉政建设', 'clean government'],
        supervision: ['监督管理', 'supervision and management'],
        duties: ['履行职责', 'performance of duties'],
        rules: ['制度执行', 'keeping of rules'],
      },
    },
  },
  papers: {
    'supervisory-suggestion-letter': ['监察建议书', 'Supervisory suggestion'],
    'rectification-feedback': ['整改情况报告', 'Report on what was put right'],
    'refusal-report': ['拒不采纳监察建议情况通报', 'Report of the refusal'],
  },
  conditions: {
    'suggestion-answer-is-overdue': {
      if: { overdue: ['agr-supervisory-reply'] },
      title: ['反馈逾期后', 'once the answer is overdue'],
      refusal: ['反馈期限尚未届满', 'The answer is not overdue yet'],
    },
  },
  commands: {
    'issue-supervisory-suggestion': {
      event: 'supervisory-suggestion-issued',
      title: ['发出监察建议书', 'Issue the suggestion'],
      by: 'supervisory',
      rank: 'head',
      papers: ['supervisory-suggestion-letter'],
      needs: ['to', 'suggestionReplyBy'],
      takes: ['suggestionTopic'],
      handsTo: 'unit',
      passes: CASE_CONTENT,
    },
    'withdraw-supervisory-suggestion': takenBack('supervisory', 'supervisory-suggestion-withdrawn', ['收回监察建议', 'Take the suggestion back']),
    'sign-supervisory-suggestion': {
      event: 'supervisory-suggestion-signed-for',
      title: ['签收', 'Sign for it'],
      by: 'unit',
      closesHandOff: 'received',
    },
    'report-suggestion-followed': {
      event: 'suggestion-followed',
      title: ['反馈采纳和整改情况', 'Report what was put right'],
      by: 'unit',
      papers: ['rectification-feedback'],
    },
    'decline-supervisory-suggestion': {
      event: 'supervisory-suggestion-declined',
      title: ['不予采纳并说明理由', 'Decline, with reasons'],
      by: 'unit',
      reason: 'required',
    },
    'accept-rectification': { event: 'rectification-accepted', title: ['认可整改', 'Accept what was put right'], by: 'supervisory' },
    'send-back-rectification': {
      event: 'rectification-sent-back',
      title: ['整改不到位，要求继续整改', 'Not enough: it goes on'],
      by: 'supervisory',
      reason: 'required',
      needs: ['suggestionReplyBy'],
    },
    'accept-suggestion-declined': { event: 'declining-accepted', title: ['认为不采纳理由成立', 'Accept the reasons'], by: 'supervisory' },
    'press-supervisory-suggestion': {
      event: 'supervisory-suggestion-pressed',
      title: ['督促采纳', 'Press for it'],
      by: 'supervisory',
      needs: ['suggestionReplyBy'],
    },
    // JC 71: without good reason.
    'report-refusal-to-superior': {
      event: 'refusal-reported-to-superior',
      title: ['通报主管部门、上级机关', 'Report the refusal to the superior'],
      by: 'supervisory',
      papers: ['refusal-report'],
      reason: 'required',
      needs: ['to'],
      handsTo: 'unit-superior',
      passes: CASE_CONTENT,
    },
    'sign-refusal-report': { event: 'refusal-report-signed-for', title: ['签收', 'Sign for it'], by: 'unit-superior', closesHandOff: 'received' },
    'order-suggestion-followed': {
      event: 'suggestion-ordered-followed',
      title: ['责令改正', 'Order it followed'],
      by: 'unit-superior',
      needs: ['suggestionReplyBy'],
    },
    'find-refusal-justified': {
      event: 'refusal-found-justified',
      title: ['认为有正当理由', 'Find the refusal justified'],
      by: 'unit-superior',
      reason: 'required',
    },
    'close-supervisory-suggestion': {
      event: 'supervisory-suggestion-closed',
      title: ['终结', 'End it'],
      by: 'supervisory',
      reason: 'required',
    },
  },
  results: ['accept-rectification'],
  opensOn: { 'issue-supervisory-suggestion': 'issued' },
  per: 'receiver',
  states: {
    issued: {
      title: ['已发出，待签收', 'Issued'],
      on: { 'sign-supervisory-suggestion': 'to-be-followed', 'withdraw-supervisory-suggestion': 'closed' },
    },
    'to-be-followed': {
      title: ['待反馈整改情况', 'To be followed and answered'],
      on: {
        'report-suggestion-followed': 'answered',
        'decline-supervisory-suggestion': 'declined',
        'report-refusal-to-superior': { to: 'with-superior', when: 'suggestion-answer-is-overdue' },
        'close-supervisory-suggestion': 'closed',
      },
    },
    answered: {
      title: ['已反馈，待审查', 'Answered, under review'],
      on: { 'accept-rectification': 'closed', 'send-back-rectification': 'to-be-followed' },
    },
    declined: {
      title: ['不予采纳', 'Declined'],
      on: {
        'accept-suggestion-declined': 'closed',
        'press-supervisory-suggestion': 'to-be-followed',
        'report-refusal-to-superior': 'with-superior',
      },
    },
    'with-superior': {
      title: ['已通报主管部门、上级机关', 'With the superior of the unit'],
      on: {
        'sign-refusal-report': null,
        'report-suggestion-followed': 'answered',
        'order-suggestion-followed': 'to-be-followed',
        'find-refusal-justified': 'declined',
        'close-supervisory-suggestion': 'closed',
      },
    },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: 'issue-supervisory-suggestion',
      stopsOn: 'sign-supervisory-suggestion',
      obliges: 'unit',
      mootOn: 'withdraw-supervisory-suggestion',
      receipt: true,
    },
    'agr-supervisory-reply': {
      startsOn: ['issue-supervisory-suggestion', 'send-back-rectification', 'press-supervisory-suggestion', 'order-suggestion-followed'],
      again: 'anew',
      stopsOn: ['report-suggestion-followed', 'decline-supervisory-suggestion'],
      obliges: 'unit',
      mootOn: ['withdraw-supervisory-suggestion', 'close-supervisory-suggestion'],
      setBy: 'suggestionReplyBy',
      runsFrom: 'receipt',
    },
    'agr-supervisory-review': {
      startsOn: ['report-suggestion-followed', 'decline-supervisory-suggestion', 'find-refusal-justified'],
      stopsOn: ['accept-rectification', 'send-back-rectification', 'accept-suggestion-declined', 'press-supervisory-suggestion', 'report-refusal-to-superior'],
      obliges: 'supervisory',
    },
    'agr-supervisory-superior': {
      startsOn: 'report-refusal-to-superior',
      stopsOn: ['order-suggestion-followed', 'find-refusal-justified'],
      obliges: 'unit-superior',
      mootOn: ['report-suggestion-followed', 'close-supervisory-suggestion'],
      runsFrom: 'receipt',
    },
  },
  report: {
    counts: [
      { id: 'supervisory-suggestions', title: ['监察建议', 'Supervisory suggestions'], of: 'issue-supervisory-suggestion' },
      { id: 'suggestions-followed', title: ['监察建议已整改', 'Suggestions put right'], of: 'accept-rectification' },
      { id: 'suggestions-declined', title: ['监察建议未采纳', 'Suggestions declined'], of: 'decline-supervisory-suggestion' },
    ],
    durations: [
      {
        id: 'supervisory-suggestion',
        title: ['监察建议至认可整改', 'Suggestion to its acceptance'],
        from: 'issue-supervisory-suggestion',
        to: 'accept-rectification',
      },
    ],
  },
});
