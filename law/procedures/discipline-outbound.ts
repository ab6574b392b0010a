// What discipline inspection finds and another organ must handle: a matter of enforcement or of the judiciary, or the part of a clue
// that another commission is competent for, with the result back (JC 38, JCT 201). Both sides see it all, everybody else a status word.
import { Body } from '../../schemas/ids.ts';
import { FILING_DECIDED, verificationClock } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';

const receivers = Body.options.filter((body) => body !== 'publisher');

export const disciplineOutbound = defineProcedure({
  procedure: 'discipline-outbound',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['纪检监察机关移送', 'Referral by discipline inspection'],
  basis: [
    { act: 'JC', article: '38' },
    { act: 'N4', article: '14' },
  ],
  roles: {
    discipline: {
      title: ['纪检监察机关', 'discipline inspection'],
      bodies: ['discipline-inspection'],
      cast: 'actor',
      side: 'sending',
      confirms: true,
    },
    receiver: { title: ['主管机关', 'competent organ'], bodies: receivers, side: 'receiving', confirms: true },
    office: {
      title: ['联席会议办公室', 'joint-meeting office'],
      bodies: ['joint-meeting-office'],
      cast: 'routing',
      sees: 'status',
    },
  },
  fields: {
    outboundResult: {
      kind: 'code',
      title: ['办理结果', 'result'],
      options: {
        penalised: ['已行政处罚', 'penalised'],
        'criminal-case': ['已刑事立案', 'criminal case filed'],
        recovered: ['已追回基金', 'money recovered'],
        corrected: ['已整改', 'put right'],
        'not-filed': ['不予立案', 'not filed'],
      },
    },
  },
  conditions: { ...filesPenaltyOf('receiver'), ...FILING_DECIDED },
  papers: { 'outbound-referral-letter': ['线索移送函', 'Letter of referral'] },
  statusWords: {
    found: ['待移送', 'to be referred'],
    sent: ['已移送', 'referred'],
    handling: ['办理中', 'being handled'],
    ended: ['已办结', 'ended'],
  },
  commands: {
    'find-outbound-matter': {
      event: 'outbound-matter-found',
      title: ['发现应由其他机关处理的问题', 'A matter for another organ is found'],
      by: 'discipline',
    },
    'drop-outbound-matter': { event: 'outbound-matter-dropped', title: ['不移送', 'Do not refer it'], by: 'discipline', reason: 'required' },
    'send-outbound-matter': {
      event: 'outbound-matter-sent',
      title: ['移送主管机关', 'Refer it to the competent organ'],
      by: 'discipline',
      papers: ['outbound-referral-letter'],
      needs: ['to'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'take-back-outbound-matter': takenBack('discipline', 'outbound-matter-taken-back', ['收回误送的线索', 'Take back what was misdirected']),
    'sign-outbound-matter': { event: 'outbound-matter-signed-for', title: ['签收', 'Sign for it'], by: 'receiver', closesHandOff: 'received' },
    'return-outbound-matter': sentBack('receiver', 'outbound-matter-returned', ['不属本机关职责，退回', 'Return it']),
    'accept-outbound-matter': { event: 'outbound-matter-accepted', title: ['受理', 'Accept it'], by: 'receiver' },
    'extend-outbound-verification': {
      event: 'outbound-verification-extended',
      title: ['批准延长核查期限', 'Prolong the verification'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'file-outbound-matter': { event: 'outbound-matter-filed', title: ['立案', 'File a case'], by: 'receiver', opens: opensPenaltyOf('receiver') },
    'decline-outbound-filing': { event: 'outbound-matter-not-filed', title: ['不予立案', 'Do not file'], by: 'receiver', reason: 'required' },
    'give-outbound-progress': { event: 'outbound-progress-given', title: ['反馈办理进展', 'Report progress'], by: 'receiver' },
    'report-outbound-result': {
      event: 'outbound-result-reported',
      title: ['反馈办理结果', 'Report the result'],
      by: 'receiver',
      needs: ['outboundResult'],
    },
    'close-outbound-matter': {
      event: 'outbound-matter-closed',
      title: ['办结', 'Close'],
      by: 'discipline',
      when: 'filing-was-decided',
    },
  },
  results: ['report-outbound-result'],
  opensOn: { 'find-outbound-matter': 'found' },
  states: {
    found: {
      title: ['待移送', 'To be referred'],
      shows: 'found',
      on: { 'send-outbound-matter': 'sent', 'drop-outbound-matter': 'closed' },
    },
    sent: {
      title: ['已移送，待签收', 'Referred, receipt pending'],
      shows: 'sent',
      on: { 'sign-outbound-matter': 'signed-for', 'return-outbound-matter': 'returned', 'take-back-outbound-matter': 'found' },
    },
    'signed-for': {
      title: ['已签收，待审核', 'Signed for'],
      shows: 'sent',
      on: { 'accept-outbound-matter': 'accepted', 'return-outbound-matter': 'returned' },
    },
    returned: {
      title: ['已退回', 'Returned'],
      shows: 'found',
      on: { 'send-outbound-matter': { to: 'sent', title: ['另行移送', 'Refer it elsewhere'] }, 'drop-outbound-matter': 'closed' },
    },
    accepted: {
      title: ['已受理，核查中', 'Accepted, being verified'],
      shows: 'handling',
      on: {
        'extend-outbound-verification': null,
        'give-outbound-progress': null,
        'file-outbound-matter': 'handling',
        'decline-outbound-filing': 'handling',
        'report-outbound-result': 'reported',
      },
    },
    handling: {
      title: ['已有立案结论，待反馈', 'Decided on filing, result due'],
      shows: 'handling',
      on: { 'give-outbound-progress': null, 'report-outbound-result': 'reported' },
    },
    reported: {
      title: ['已反馈结果', 'Result reported'],
      shows: 'handling',
      // A result decides nothing on filing, which whoever is bound by N4 14 still owes before it is closed.
      on: {
        'report-outbound-result': null,
        'file-outbound-matter': 'handling',
        'decline-outbound-filing': 'handling',
        'close-outbound-matter': 'closed',
      },
    },
    closed: { title: ['已办结', 'Closed'], shows: 'ended', terminal: true },
  },
  clocks: {
    'dis-outbound-local': {
      startsOn: 'find-outbound-matter',
      stopsOn: 'send-outbound-matter',
      obliges: 'discipline',
      mootOn: 'drop-outbound-matter',
      reopensOn: 'take-back-outbound-matter',
    },
    'agr-hand-off-receipt': {
      startsOn: 'send-outbound-matter',
      stopsOn: ['sign-outbound-matter', 'return-outbound-matter'],
      obliges: 'receiver',
      mootOn: 'take-back-outbound-matter',
      receipt: true,
    },
    'agr-outbound-accept': {
      startsOn: 'sign-outbound-matter',
      stopsOn: ['accept-outbound-matter', 'return-outbound-matter'],
      obliges: 'receiver',
    },
    'agr-outbound-reroute': {
      startsOn: 'return-outbound-matter',
      stopsOn: ['send-outbound-matter', 'drop-outbound-matter'],
      obliges: 'discipline',
    },
    ...verificationClock({
      receiver: 'receiver',
      sends: ['send-outbound-matter'],
      decides: ['file-outbound-matter', 'decline-outbound-filing'],
      ends: ['return-outbound-matter', 'take-back-outbound-matter'],
      prolongs: 'extend-outbound-verification',
    }),
    'agr-outbound-result': { startsOn: 'accept-outbound-matter', stopsOn: 'report-outbound-result', obliges: 'receiver' },
  },
  report: {
    counts: [
      { id: 'discipline-outbound', title: ['纪检监察移送', 'Referred by discipline inspection'], of: 'send-outbound-matter' },
      { id: 'discipline-outbound-results', title: ['向纪检监察反馈', 'Results to discipline inspection'], of: 'report-outbound-result' },
    ],
  },
});
