// The bureau recommends to the competent administration what to do about the head of an institution (S1 4.3): the administration takes
// it on, returns it as none of its business, or declines with reasons, and says what came of it. No act sets it a day.
import { administrativeOrgans } from '../administrative-organs.ts';
import { answerClocks } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';

export const handlingRecommendation = defineProcedure({
  procedure: 'handling-recommendation',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['处理建议', 'Recommendation on how to deal with the head of an institution'],
  basis: [
    { act: 'AGREED', article: '渠府发〔2021〕7号四（三）' },
    { act: 'O735', article: '43' },
  ],
  roles: {
    proposer: { title: ['建议部门', 'organ that recommends'], bodies: ['medical-insurance'], cast: 'actor', side: 'sending', confirms: true },
    competent: { title: ['行政主管部门', 'competent administration'], bodies: administrativeOrgans, cast: 'to', side: 'receiving', confirms: true },
  },
  fields: {
    recommendedMeasure: {
      kind: 'code',
      title: ['建议措施', 'what is recommended'],
      options: {
        talk: ['约谈', 'a talk'],
        admonish: ['诫勉或者批评', 'admonition'],
        'adjust-post': ['调整职务', 'another post'],
        'remove-post': ['免职或者撤职', 'removal'],
        sanction: ['给予处分', 'a sanction'],
        'practice-ban': ['限制从业', 'a ban on practice'],
      },
    },
    recommendationResult: {
      kind: 'code',
      title: ['办理结果', 'result'],
      options: {
        followed: ['已按建议处理', 'dealt with as recommended'],
        otherwise: ['已另行处理', 'dealt with otherwise'],
        'not-dealt-with': ['经查不予处理', 'examined, nothing to do'],
      },
    },
  },
  papers: { 'handling-recommendation-letter': ['处理建议书', 'Letter of recommendation'] },
  commands: {
    'send-recommendation': {
      event: 'recommendation-sent',
      title: ['提出处理建议', 'Recommend'],
      by: 'proposer',
      papers: ['handling-recommendation-letter'],
      needs: ['to', 'recommendedMeasure'],
      handsTo: 'competent',
      passes: CASE_CONTENT,
    },
    'take-back-recommendation': takenBack('proposer', 'recommendation-taken-back', ['收回处理建议', 'Take the recommendation back']),
    'sign-recommendation': { event: 'recommendation-signed-for', title: ['签收', 'Sign for it'], by: 'competent', closesHandOff: 'received' },
    'return-recommendation': sentBack('competent', 'recommendation-returned', ['不属本机关主管，退回', 'Not competent: return it']),
    'take-on-recommendation': { event: 'recommendation-taken-on', title: ['受理', 'Take it on'], by: 'competent' },
    'decline-recommendation': {
      event: 'recommendation-declined',
      title: ['不予采纳并说明理由', 'Decline, with reasons'],
      by: 'competent',
      reason: 'required',
    },
    'report-recommendation-result': {
      event: 'recommendation-result-reported',
      title: ['反馈办理结果', 'Report the result'],
      by: 'competent',
      needs: ['recommendationResult'],
    },
    'send-recommendation-elsewhere': {
      event: 'recommendation-sent-elsewhere',
      title: ['改送其他主管部门', 'Send it to another administration'],
      by: 'proposer',
      papers: ['handling-recommendation-letter'],
      needs: ['to', 'recommendedMeasure'],
      handsTo: 'competent',
      passes: CASE_CONTENT,
    },
    'object-to-recommendation-result': {
      event: 'recommendation-result-objected',
      title: ['提出异议', 'Object'],
      by: 'proposer',
      reason: 'required',
    },
    'close-recommendation': { event: 'recommendation-closed', title: ['办结', 'Close'], by: 'proposer' },
  },
  results: ['report-recommendation-result', 'decline-recommendation'],
  opensOn: { 'send-recommendation': 'sent' },
  per: 'receiver',
  states: {
    sent: {
      title: ['已提出，待签收', 'Sent'],
      on: { 'sign-recommendation': 'signed-for', 'return-recommendation': 'returned', 'take-back-recommendation': 'returned' },
    },
    'signed-for': {
      title: ['已签收，待研究', 'Signed for'],
      on: { 'take-on-recommendation': 'handling', 'return-recommendation': 'returned', 'decline-recommendation': 'answered' },
    },
    returned: {
      title: ['已退回或者收回', 'Returned or taken back'],
      on: { 'send-recommendation-elsewhere': 'sent', 'close-recommendation': 'closed' },
    },
    handling: {
      title: ['办理中', 'Being dealt with'],
      on: { 'report-recommendation-result': 'answered', 'decline-recommendation': 'answered' },
    },
    answered: {
      title: ['已答复', 'Answered'],
      on: { 'report-recommendation-result': null, 'close-recommendation': 'closed', 'object-to-recommendation-result': 'objected' },
    },
    objected: {
      title: ['有异议', 'Objected to'],
      on: {
        'take-on-recommendation': { to: 'handling', title: ['重新办理', 'Take it up again'] },
        'decline-recommendation': { to: 'answered', title: ['维持原答复', 'Keep to the answer'] },
        'close-recommendation': 'closed',
      },
    },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    ...answerClocks({
      owner: 'competent',
      received: ['sign-recommendation'],
      answers: ['report-recommendation-result', 'decline-recommendation'],
      ends: ['return-recommendation', 'close-recommendation'],
    }),
    'agr-hand-off-receipt': {
      startsOn: ['send-recommendation', 'send-recommendation-elsewhere'],
      stopsOn: ['sign-recommendation', 'return-recommendation'],
      obliges: 'competent',
      mootOn: 'take-back-recommendation',
      receipt: true,
    },
    'agr-recommendation-accept': {
      startsOn: ['sign-recommendation', 'object-to-recommendation-result'],
      stopsOn: ['take-on-recommendation', 'return-recommendation', 'decline-recommendation'],
      obliges: 'competent',
      mootOn: 'close-recommendation',
    },
    'agr-recommendation-result': {
      startsOn: 'take-on-recommendation',
      stopsOn: ['report-recommendation-result', 'decline-recommendation'],
      obliges: 'competent',
    },
    'agr-recommendation-response': {
      startsOn: ['returned', 'answered'],
      stopsOn: ['close-recommendation', 'object-to-recommendation-result', 'send-recommendation-elsewhere'],
      obliges: 'proposer',
    },
  },
  report: {
    counts: [
      { id: 'recommendations', title: ['处理建议', 'Recommendations'], of: ['send-recommendation', 'send-recommendation-elsewhere'] },
      { id: 'recommendation-results', title: ['处理建议有结果', 'Recommendations with a result'], of: 'report-recommendation-result' },
    ],
    durations: [
      {
        id: 'recommendation',
        title: ['处理建议至反馈结果', 'Recommendation to its result'],
        from: ['send-recommendation', 'send-recommendation-elsewhere'],
        to: 'report-recommendation-result',
      },
    ],
  },
});
