// Transfer of a case between administrative organs (行行衔接): what one finds is another's to handle. A medical-insurance department that
// holds the case not to be its own either may neither send it on nor back: it agrees within seven working days, or the common superior
// designates (N4 10, 12(2)). Between organs of different kinds CF 25 says the same without days, and a second return is one too many.

import type { Body } from '../../schemas/ids.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { answerClocks } from '../answers.ts';
import { verificationClock } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { BEFORE_N4, CAME_BACK, FOR_SUPERIOR, sentAnew, sentOn, sentOnOnce, WITH_RECEIVER } from '../sent-on.ts';
import { ANOTHER_MATTER, OBVIOUS, PENALTY_DECIDED_ON, TOPIC } from '../shared-fields.ts';

const otherOrgans = administrativeOrgans.filter((body) => body !== 'medical-insurance');

/** A case comes back once; what is designated, or between medical-insurance departments, does not come back. */
const RETURN = { to: 'awaiting-peer-designation', when: 'peer-returned-before', else: 'returned' } as const;

/** Among departments of one kind both are to agree; the one that disputes is the one that must report (N4 10, 12(2); SAMR2 14). */
const DISPUTED = {
  startsOn: 'dispute-jurisdiction',
  stopsOn: ['accept-peer-case', 'resume-own-handling', 'report-for-designation'],
  obliges: 'receiver',
  mootOn: ['designate-peer-receiver', 'designate-peer-sender'],
} as const;

type Words = readonly [zh: string, en: string];

const between = (bodies: readonly Body[], title: Words, refusal: Words) => ({
  if: { allOf: [{ role: { role: 'sender', bodies } }, { role: { role: 'receiver', bodies } }] },
  title,
  refusal,
});

export const peerTransfer = defineProcedure({
  procedure: 'peer-transfer',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['行政机关间移送', 'Transfer between administrative organs'],
  basis: [
    { act: 'N4', article: '12' },
    { act: 'N4', article: '43(4)' },
    { act: 'CF', article: '25' },
    { act: 'SB', article: '82(2)' },
  ],
  roles: {
    sender: { title: ['移送机关', 'organ that transfers'], bodies: administrativeOrgans, cast: 'actor', side: 'sending', confirms: true },
    // That the sender handles it is said by a command of its own.
    receiver: {
      title: ['受移送机关', 'organ it is transferred to'],
      bodies: administrativeOrgans,
      cast: 'to',
      otherThan: 'sender',
      side: 'receiving',
      confirms: true,
    },
    designator: { title: ['共同上级', 'common superior'], cast: 'common-superior' },
  },
  fields: {
    topic: TOPIC,
    obvious: OBVIOUS,
    penaltyDecidedOn: PENALTY_DECIDED_ON,
    anotherMatter: ANOTHER_MATTER,
    peerGround: {
      kind: 'code',
      title: ['移送理由', 'ground of the transfer'],
      options: {
        'no-jurisdiction': ['不属本机关管辖', 'outside its own jurisdiction'],
        'other-law': ['同时违反其他法律', 'breaks another law as well'],
        'care-place': ['属就医地或者参保地管辖', 'for the place of care or of insurance'],
        'higher-level': ['应由上级机关管辖', 'for a higher level'],
      },
    },
    peerResult: {
      kind: 'code',
      title: ['处理结果', 'result'],
      options: {
        penalised: ['已行政处罚', 'penalised'],
        'not-penalised': ['不予行政处罚', 'not penalised'],
        'not-filed': ['不予立案', 'not filed'],
        corrected: ['已责令改正', 'ordered to correct'],
        'licence-measure': ['已采取许可措施', 'measure on the licence'],
        'to-police': ['已移送公安机关', 'transferred to the police'],
      },
    },
  },
  papers: {
    'peer-transfer-letter': ['案件移送函', 'Letter of transfer'],
    'jurisdiction-report': ['指定管辖请示', 'Request to designate'],
    'jurisdiction-designation': ['指定管辖通知书', 'Notice of designation'],
  },
  conditions: {
    ...filesPenaltyOf('receiver'),
    ...sentOnOnce({ procedure: 'peer-transfer', notTo: administrativeOrgans }),
    'not-between-insurance-departments': {
      if: {
        anyOf: [BEFORE_N4, { role: { role: 'sender', bodies: otherOrgans } }, { role: { role: 'receiver', bodies: otherOrgans } }],
      },
      title: ['不在医疗保障部门之间移送时', 'where it is not between medical-insurance departments'],
      code: 'NO_SECOND_TRANSFER',
      refusal: [
        '受移送的医疗保障部门不得再自行移送，有异议的报请共同上级指定管辖',
        'A medical-insurance department may not transfer it again; one that objects asks the common superior to designate',
      ],
      basis: [{ act: 'N4', article: '12(2)' }],
    },
    'between-insurance-departments': between(
      ['medical-insurance'],
      ['在医疗保障部门之间移送的', 'between medical-insurance departments'],
      ['不在医疗保障部门之间移送', 'It is not between medical-insurance departments'],
    ),
    // Drug regulators go by the same procedure (SAMR2 85).
    'between-market-regulators': between(
      ['market-regulation', 'drug-regulation'],
      ['在市场监督管理、药品监督管理部门之间移送的', 'between market and drug regulators'],
      ['不在市场监督管理、药品监督管理部门之间移送', 'It is not between market and drug regulators'],
    ),
    'peer-not-designated': {
      if: { never: { command: 'designate-peer-receiver' } },
      title: ['非共同上级指定管辖时', 'unless the common superior designated the organ'],
      code: 'SECOND_RETURN',
      refusal: ['已由共同上级指定管辖，不得退回、收回或者再提异议', 'The common superior designated who handles it; it is neither returned nor disputed'],
    },
    // The objection may be right: what was not filed is filed after all.
    'peer-was-not-filed': {
      if: { happened: { command: 'decline-peer-filing', since: 'file-peer-case' } },
      title: ['曾决定不予立案时', 'where it was not filed'],
      refusal: ['该案件已经立案', 'The case was filed already'],
    },
    'peer-returned-before': {
      if: { happened: { command: 'return-peer-case' } },
      title: ['曾被退回时', 'when it came back before'],
      refusal: ['该案件未曾退回', 'The case did not come back before'],
    },
  },
  commands: {
    'send-peer-case': {
      event: 'peer-case-sent',
      title: ['移送案件', 'Transfer the case'],
      by: 'sender',
      papers: ['peer-transfer-letter'],
      needs: ['to', 'peerGround'],
      takes: ['anotherMatter'],
      when: sentAnew('peer-transfer'),
      leaves: [WITH_RECEIVER],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'take-back-peer-case': {
      event: 'peer-case-taken-back',
      title: ['收回误移送的案件', 'Take back what was misdirected'],
      by: 'sender',
      closesHandOff: 'taken-back',
      when: 'peer-not-designated',
      lifts: [WITH_RECEIVER],
    },
    'sign-peer-case': { event: 'peer-case-signed-for', title: ['签收', 'Sign for it'], by: 'receiver', closesHandOff: 'received' },
    'return-peer-case': {
      event: 'peer-case-returned',
      title: ['退回移送机关', 'Return it'],
      by: 'receiver',
      reason: 'required',
      copyTo: ['designator'],
      closesHandOff: 'returned',
      when: ['peer-not-designated', 'not-between-insurance-departments'],
      leaves: [CAME_BACK],
      lifts: [WITH_RECEIVER],
    },
    'accept-peer-case': { event: 'peer-case-accepted', title: ['接受移送', 'Accept the transfer'], by: 'receiver' },
    // N4 10, CF 25(2).
    'dispute-jurisdiction': {
      event: 'jurisdiction-disputed',
      title: ['提出管辖异议', 'Dispute the jurisdiction'],
      by: 'receiver',
      reason: 'required',
      when: 'peer-not-designated',
    },
    'resume-own-handling': {
      event: 'own-handling-resumed',
      title: ['协商由移送机关办理', 'Agreed: the sender handles it'],
      by: 'sender',
      leaves: [CAME_BACK],
      lifts: [WITH_RECEIVER],
    },
    'report-for-designation': {
      event: 'designation-asked-for',
      title: ['报请共同上级指定管辖', 'Ask the common superior to designate'],
      by: ['receiver', 'sender'],
      papers: ['jurisdiction-report'],
      copyTo: ['designator'],
    },
    'designate-peer-receiver': {
      event: 'peer-receiver-designated',
      title: ['指定管辖', 'Designate who handles it'],
      by: 'designator',
      papers: ['jurisdiction-designation'],
      leaves: [WITH_RECEIVER, FOR_SUPERIOR],
      needs: ['to'],
      copyTo: ['sender'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'designate-peer-sender': {
      event: 'peer-sender-designated',
      title: ['指定由移送机关办理', 'Designate the sender'],
      by: 'designator',
      papers: ['jurisdiction-designation'],
      leaves: [FOR_SUPERIOR],
      lifts: [WITH_RECEIVER],
      copyTo: ['sender'],
    },
    'send-peer-case-elsewhere': {
      event: 'peer-case-sent-elsewhere',
      title: ['移送其他机关', 'Transfer to another organ'],
      by: 'sender',
      papers: ['peer-transfer-letter'],
      needs: ['to', 'peerGround'],
      when: sentOn('peer-transfer'),
      leaves: [WITH_RECEIVER],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'keep-peer-case': { event: 'peer-case-kept', title: ['撤回移送，自行处理', 'Withdraw the transfer and handle it'], by: 'sender' },
    'extend-peer-verification': {
      event: 'peer-verification-extended',
      title: ['批准延长核查期限', 'Prolong the verification'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'file-peer-case': {
      event: 'peer-case-filed',
      title: ['行政立案', 'File an administrative case'],
      by: 'receiver',
      officers: 2,
      opens: opensPenaltyOf('receiver'),
    },
    'decline-peer-filing': { event: 'peer-case-not-filed', title: ['不予立案', 'Do not file'], by: 'receiver', reason: 'required' },
    'transfer-peer-case-to-police': {
      event: 'peer-case-upgraded',
      title: ['转为涉嫌犯罪案件移送', 'Upgrade to a transfer to the police'],
      by: 'receiver',
      officers: 2,
      takes: ['obvious', 'penaltyDecidedOn'],
      opens: { procedure: 'criminal-transfer', command: 'suspect-crime', roles: { sender: 'receiver' } },
    },
    'give-peer-progress': { event: 'peer-progress-given', title: ['反馈办理进展', 'Report progress'], by: 'receiver' },
    'report-peer-result': { event: 'peer-result-reported', title: ['反馈处理结果', 'Report the result'], by: 'receiver', needs: ['peerResult'] },
    'close-peer-transfer': { event: 'peer-transfer-closed', title: ['办结', 'Close'], by: 'sender' },
    'object-to-peer-result': {
      event: 'peer-result-objected',
      title: ['对处理结果提出异议', 'Object to the result'],
      by: 'sender',
      reason: 'required',
    },
  },
  results: ['report-peer-result', 'decline-peer-filing'],
  opensOn: { 'send-peer-case': 'sent' },
  per: 'receiver',
  states: {
    sent: {
      title: ['已移送，待签收', 'Transferred, receipt pending'],
      on: { 'sign-peer-case': 'signed-for', 'return-peer-case': RETURN, 'take-back-peer-case': 'taken-back' },
    },
    'taken-back': { title: ['已收回', 'Taken back'], on: { 'send-peer-case-elsewhere': 'sent', 'keep-peer-case': 'kept' } },
    'signed-for': {
      title: ['已签收，待审核', 'Signed for'],
      on: { 'accept-peer-case': 'accepted', 'return-peer-case': RETURN, 'dispute-jurisdiction': 'disputed' },
    },
    returned: { title: ['已退回', 'Returned'], on: { 'send-peer-case-elsewhere': 'sent', 'keep-peer-case': 'kept' } },
    disputed: {
      title: ['管辖争议协商中', 'Jurisdiction disputed'],
      on: {
        'accept-peer-case': { to: 'accepted', title: ['协商后接受移送', 'Accept after consultation'] },
        'resume-own-handling': 'kept',
        'report-for-designation': 'awaiting-peer-designation',
        // N4 10: the common superior may also designate at once.
        'designate-peer-receiver': 'sent',
        'designate-peer-sender': 'kept',
      },
    },
    'awaiting-peer-designation': {
      title: ['待共同上级指定管辖', 'Awaiting designation'],
      marks: [FOR_SUPERIOR],
      on: { 'designate-peer-receiver': 'sent', 'designate-peer-sender': 'kept' },
    },
    accepted: {
      title: ['已接受，核查中', 'Accepted, being verified'],
      on: {
        'extend-peer-verification': null,
        'give-peer-progress': null,
        'file-peer-case': 'handling',
        'decline-peer-filing': 'not-filed',
        'transfer-peer-case-to-police': 'handling',
      },
    },
    handling: {
      title: ['已立案，办理中', 'Filed, being handled'],
      on: { 'give-peer-progress': null, 'transfer-peer-case-to-police': null, 'report-peer-result': 'reported' },
    },
    'not-filed': { title: ['不予立案，待反馈', 'Not filed, result due'], on: { 'report-peer-result': 'reported' } },
    reported: { title: ['已反馈结果', 'Result reported'], on: { 'report-peer-result': null, 'close-peer-transfer': 'closed', 'object-to-peer-result': 'objected' } },
    objected: {
      title: ['对结果有异议', 'Result objected to'],
      on: {
        'report-peer-result': { to: 'reported', title: ['答复异议', 'Answer the objection'] },
        'file-peer-case': { to: 'handling', when: 'peer-was-not-filed', title: ['采纳异议，行政立案', 'Follow the objection and file it'] },
        'transfer-peer-case-to-police': 'handling',
        'close-peer-transfer': 'closed',
      },
    },
    kept: { title: ['由移送机关办理', 'Handled by the sender'], terminal: true },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    ...answerClocks({
      owner: 'receiver',
      received: ['sign-peer-case'],
      answers: ['report-peer-result'],
      ends: ['return-peer-case', 'take-back-peer-case', 'keep-peer-case', 'designate-peer-receiver', 'designate-peer-sender'],
    }),
    'agr-hand-off-receipt': {
      startsOn: ['send-peer-case', 'send-peer-case-elsewhere', 'designate-peer-receiver'],
      stopsOn: ['sign-peer-case', 'return-peer-case'],
      obliges: 'receiver',
      mootOn: 'take-back-peer-case',
      receipt: true,
    },
    'agr-peer-accept': {
      startsOn: 'sign-peer-case',
      stopsOn: ['accept-peer-case', 'return-peer-case', 'dispute-jurisdiction'],
      obliges: 'receiver',
    },
    'jur-dispute': { ...DISPUTED, where: 'between-insurance-departments' },
    'smr-jur-dispute': { ...DISPUTED, where: 'between-market-regulators' },
    // N4 14 counts from the day the material of another department is received.
    ...verificationClock({
      receiver: 'receiver',
      sends: ['send-peer-case', 'send-peer-case-elsewhere', 'designate-peer-receiver'],
      decides: ['file-peer-case', 'decline-peer-filing', 'transfer-peer-case-to-police'],
      ends: ['return-peer-case', 'take-back-peer-case', 'resume-own-handling', 'designate-peer-sender'],
      prolongs: 'extend-peer-verification',
    }),
    'agr-peer-first-feedback': { startsOn: 'accept-peer-case', stopsOn: ['give-peer-progress', 'report-peer-result'], obliges: 'receiver' },
    'agr-peer-result': { startsOn: 'accept-peer-case', stopsOn: 'report-peer-result', obliges: 'receiver' },
    'agr-peer-reroute': { startsOn: 'returned', stopsOn: ['send-peer-case-elsewhere', 'keep-peer-case'], obliges: 'sender' },
    'agr-peer-designation': {
      startsOn: 'awaiting-peer-designation',
      stopsOn: ['designate-peer-receiver', 'designate-peer-sender'],
      obliges: 'designator',
    },
    'agr-peer-response': { startsOn: 'report-peer-result', stopsOn: ['close-peer-transfer', 'object-to-peer-result'], obliges: 'sender' },
    'agr-peer-objection': {
      startsOn: 'object-to-peer-result',
      stopsOn: ['report-peer-result', 'file-peer-case', 'transfer-peer-case-to-police'],
      obliges: 'receiver',
      mootOn: 'close-peer-transfer',
    },
  },
  report: {
    counts: [
      { id: 'peer-transfers', title: ['行政机关间移送', 'Transfers between organs'], of: 'send-peer-case' },
      { id: 'peer-returns', title: ['行政移送被退回', 'Transfers returned'], of: 'return-peer-case' },
      { id: 'peer-results', title: ['行政移送反馈结果', 'Results of transfers'], of: 'report-peer-result' },
    ],
    durations: [
      {
        id: 'peer-result',
        title: ['接受行政移送至反馈结果', 'Transfer accepted to its result'],
        from: 'accept-peer-case',
        to: 'report-peer-result',
      },
    ],
    attention: [
      {
        id: 'peer-jurisdiction',
        title: ['管辖待指定', 'Jurisdiction to be designated'],
        when: { state: 'awaiting-peer-designation' },
      },
    ],
  },
});
