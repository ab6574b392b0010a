// What audit and finance find about the fund, to whoever must deal with it, and the result back (S0 3.6): a clue of fraud, a problem to be
// put right, or a duty of supervision that is urged. A clue is verified under N4 14 like all that other departments transfer.
import type { Body } from '../../schemas/ids.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { verificationClock } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';

const receivers: Body[] = [...administrativeOrgans, 'insurance-agency', 'public-security'];

export const fundFinding = defineProcedure({
  procedure: 'fund-finding',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['审计和财政发现问题移送', 'Finding of audit or finance'],
  basis: [
    { act: 'AGREED', article: '阿政办发〔2021〕14号三（六）' },
    { act: 'N4', article: '14' },
  ],
  roles: {
    finder: { title: ['审计、财政部门', 'audit or finance'], bodies: ['audit', 'finance'], cast: 'actor', side: 'sending', confirms: true },
    responsible: { title: ['责任部门', 'department that must act'], bodies: receivers, cast: 'to', side: 'receiving', confirms: true },
  },
  fields: {
    findingKind: {
      kind: 'code',
      title: ['问题类别', 'kind of finding'],
      options: {
        'fraud-clue': ['欺诈骗保线索', 'clue of fraud'],
        'fund-balance': ['基金收支问题', 'income and spending of the fund'],
        'internal-control': ['内部控制问题', 'internal control'],
        'policy-tracking': ['政策落实跟踪审计', 'how policy is carried out'],
      },
    },
    findingResult: {
      kind: 'code',
      title: ['处理结果', 'result'],
      options: {
        rectified: ['已整改', 'put right'],
        penalised: ['已查处', 'dealt with by a penalty'],
        recovered: ['已追回', 'money recovered'],
        transferred: ['已移送其他机关', 'transferred on'],
        'not-filed': ['不予立案', 'not filed'],
      },
    },
  },
  conditions: {
    ...filesPenaltyOf('responsible'),
    'is-no-clue-of-fraud': {
      if: {
        anyOf: ['fund-balance', 'internal-control', 'policy-tracking'].map((is) => ({ field: { name: 'findingKind', is } })),
      },
      title: ['不是欺诈骗保线索时', 'where it is no clue of fraud'],
      code: 'FILING_UNDECIDED',
      refusal: ['欺诈骗保线索应当核查并决定是否立案，不得径行列入整改', 'A clue of fraud is verified, and filed or declined: it is not merely put on the list'],
      basis: [{ act: 'N4', article: '14' }],
    },
  },
  papers: { 'finding-letter': ['问题移送函', 'Letter about the finding'] },
  commands: {
    'send-finding': {
      event: 'finding-sent',
      title: ['移送发现的问题', 'Send the finding'],
      by: 'finder',
      papers: ['finding-letter'],
      needs: ['to', 'findingKind'],
      handsTo: 'responsible',
      passes: CASE_CONTENT,
    },
    'take-back-finding': takenBack('finder', 'finding-taken-back', ['收回误送的问题', 'Take it back']),
    'sign-finding': { event: 'finding-signed-for', title: ['签收', 'Sign for it'], by: 'responsible', closesHandOff: 'received' },
    'return-finding': sentBack('responsible', 'finding-returned', ['不属本部门职责，退回', 'Not its business: return it']),
    'send-finding-elsewhere': {
      event: 'finding-sent-elsewhere',
      title: ['另行移送', 'Send it elsewhere'],
      by: 'finder',
      papers: ['finding-letter'],
      needs: ['to', 'findingKind'],
      handsTo: 'responsible',
      passes: CASE_CONTENT,
    },
    'take-on-finding': { event: 'finding-taken-on', title: ['受理', 'Take it on'], by: 'responsible' },
    'extend-finding-verification': {
      event: 'finding-verification-extended',
      title: ['批准延长核查期限', 'Prolong the verification'],
      by: 'responsible',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'file-finding-case': {
      event: 'finding-case-filed',
      title: ['行政立案', 'File an administrative case'],
      by: 'responsible',
      officers: 2,
      opens: opensPenaltyOf('responsible'),
    },
    'decline-finding-filing': { event: 'finding-not-filed', title: ['不予立案', 'Do not file'], by: 'responsible', reason: 'required' },
    'rectify-finding': { event: 'finding-rectifying', title: ['列入整改', 'Put it on the list to be put right'], by: 'responsible', when: 'is-no-clue-of-fraud' },
    'give-finding-progress': { event: 'finding-progress-given', title: ['反馈进展', 'Report progress'], by: 'responsible' },
    'urge-finding': { event: 'finding-urged', title: ['督促履行监管职责', 'Urge the duty of supervision'], by: 'finder' },
    'report-finding-result': {
      event: 'finding-result-reported',
      title: ['反馈处理结果', 'Report the result'],
      by: 'responsible',
      needs: ['findingResult'],
    },
    'send-back-finding-result': {
      event: 'finding-result-sent-back',
      title: ['整改不到位，退回继续整改', 'Not enough: send the result back'],
      by: 'finder',
      reason: 'required',
    },
    'close-fund-finding': { event: 'fund-finding-closed', title: ['办结', 'Close'], by: 'finder' },
  },
  results: ['report-finding-result'],
  opensOn: { 'send-finding': 'sent' },
  per: 'receiver',
  states: {
    sent: {
      title: ['已移送，待签收', 'Sent'],
      on: { 'sign-finding': 'signed-for', 'return-finding': 'returned', 'take-back-finding': 'returned' },
    },
    'signed-for': { title: ['已签收，待受理', 'Signed for'], on: { 'take-on-finding': 'taken-on', 'return-finding': 'returned' } },
    returned: { title: ['已退回或者收回', 'Returned or taken back'], on: { 'send-finding-elsewhere': 'sent', 'close-fund-finding': 'closed' } },
    'taken-on': {
      title: ['已受理，核查中', 'Taken on'],
      on: {
        'extend-finding-verification': null,
        'give-finding-progress': null,
        'urge-finding': null,
        'file-finding-case': 'handling',
        'decline-finding-filing': 'handling',
        'rectify-finding': 'handling',
      },
    },
    handling: {
      title: ['处理中', 'Being dealt with'],
      on: { 'give-finding-progress': null, 'urge-finding': null, 'report-finding-result': 'reported' },
    },
    reported: { title: ['已反馈结果', 'Result reported'], on: { 'close-fund-finding': 'closed', 'send-back-finding-result': 'handling' } },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: ['send-finding', 'send-finding-elsewhere'],
      stopsOn: ['sign-finding', 'return-finding'],
      obliges: 'responsible',
      mootOn: 'take-back-finding',
      receipt: true,
    },
    'agr-fund-finding-accept': { startsOn: 'sign-finding', stopsOn: ['take-on-finding', 'return-finding'], obliges: 'responsible' },
    // N4 14, where it is a matter of a penalty; what is to be put right has no such days.
    ...verificationClock({
      receiver: 'responsible',
      sends: ['send-finding', 'send-finding-elsewhere'],
      decides: ['file-finding-case', 'decline-finding-filing'],
      ends: ['return-finding', 'take-back-finding', 'rectify-finding'],
      prolongs: 'extend-finding-verification',
    }),
    'agr-fund-finding-first-feedback': {
      startsOn: 'take-on-finding',
      stopsOn: ['give-finding-progress', 'report-finding-result'],
      obliges: 'responsible',
    },
    'agr-fund-finding-result': {
      startsOn: ['take-on-finding', 'send-back-finding-result'],
      stopsOn: 'report-finding-result',
      obliges: 'responsible',
    },
    'agr-fund-finding-response': {
      startsOn: 'report-finding-result',
      stopsOn: ['close-fund-finding', 'send-back-finding-result'],
      obliges: 'finder',
    },
    'agr-fund-finding-reroute': {
      startsOn: 'returned',
      stopsOn: ['send-finding-elsewhere', 'close-fund-finding'],
      obliges: 'finder',
    },
  },
  report: {
    counts: [
      { id: 'findings', title: ['审计财政移送问题', 'Findings of audit and finance'], of: ['send-finding', 'send-finding-elsewhere'] },
      { id: 'finding-results', title: ['问题反馈结果', 'Findings with a result'], of: 'report-finding-result' },
    ],
    durations: [
      {
        id: 'finding-result',
        title: ['受理问题至反馈结果', 'Finding taken on to its result'],
        from: 'take-on-finding',
        to: 'report-finding-result',
      },
    ],
  },
});
