// Reconsideration of a decision, or a suit against the organ that made it, as the bus sees it: accepted, answered, decided, appealed by
// either side to the court above, carried out by the organ. The decision, a penalty, a measure or an order to pay back, is not put off
// by it (CF 73, N4 53(3)); what undoes it undoes what was contested and nothing beside.
import { defineProcedure } from '../define-procedure.ts';
import { MEASURES } from '../measure/measures.ts';
import { PENALTIES } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';

/** The judgment of first instance stands where no appeal is left. */
const WITHDRAWN = { to: 'undone', when: 'organ-had-lost', else: 'upheld' } as const;

/** What the organ carries out is done to what was contested; where a published case leaves that unsaid, to whatever there is. */
const contested = (what: string, zh: string, en: string) => ({
  if: {
    anyOf: [{ field: { name: 'contested', has: what } }, { field: { name: 'contested', absent: true as const } }],
  },
  title: [`被复议、被诉的有${zh}时`, `where ${en} is contested`] as const,
  refusal: [`被复议、被诉的没有${zh}`, `No ${en} is contested`] as const,
});

const ANSWER = {
  startsOn: 'accept-reconsideration',
  stopsOn: 'answer-reconsideration',
  mootOn: ['uphold-penalty', 'undo-penalty', 'end-reconsideration', 'file-suit-after-reconsideration'],
  obliges: 'organ',
  runsFrom: 'receipt',
} as const;

const REVIEW = {
  startsOn: 'accept-reconsideration',
  stopsOn: ['uphold-penalty', 'undo-penalty', 'end-reconsideration'],
  mootOn: 'file-suit-after-reconsideration',
  obliges: 'authority',
} as const;

export const penaltyRemedy = defineProcedure({
  procedure: 'penalty-remedy',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['处罚、处理决定的行政复议和行政诉讼', 'Reconsideration of and suit against a decision'],
  basis: [
    { act: 'FY', article: '62' },
    { act: 'SS', article: '45' },
    { act: 'SS', article: '46' },
    { act: 'SS', article: '67' },
    { act: 'SS', article: '81' },
    { act: 'SS', article: '85' },
    { act: 'SS', article: '88' },
    { act: 'CF', article: '7' },
  ],
  roles: {
    authority: { title: ['行政复议机关', 'reconsideration authority'], bodies: ['justice', 'government-office'], cast: 'routing', side: 'sending', confirms: true },
    court: { title: ['人民法院', 'court'], bodies: ['court'], cast: 'routing', side: 'sending', confirms: true },
    'appeal-court': { title: ['第二审人民法院', 'court of second instance'], bodies: ['court'], confirms: true },
    organ: {
      title: ['被申请人（被告）', 'organ that is answered for'],
      bodies: ['medical-insurance', 'market-regulation', 'health', 'drug-regulation', 'human-resources', 'public-security'],
      cast: 'to',
      side: 'receiving',
    },
  },
  fields: {
    contested: {
      kind: 'code',
      list: true,
      title: ['被复议、被诉的决定', 'decisions contested'],
      options: {
        penalty: ['处罚决定', 'a penalty'],
        measure: ['停业、吊销、限制从业等决定', 'a measure about a licence, a practice or a business'],
        'order-to-repay': ['责令退回决定', 'an order to pay back'],
      },
    },
    simplified: { kind: 'flag', title: ['适用简易程序', 'simple procedure'] },
    servedOn: { kind: 'date', title: ['送达日期', 'day of service'] },
    reviewEndedOn: { kind: 'date', title: ['收到复议决定书或者复议期满日期', 'day the decision was received, or the days to decide ended'] },
  },
  papers: {
    'remedy-acceptance-notice': ['行政复议受理通知书', 'Notice that it is accepted'],
    'suit-papers': ['起诉状副本', 'Copy of the statement of claim'],
    'remedy-answer': ['行政复议答复书', 'Answer in reconsideration'],
    'suit-answer': ['答辩状', 'Answer to the suit'],
    'reconsideration-outcome': ['行政复议决定书', 'Decision on reconsideration'],
    'administrative-judgment': ['行政判决书、裁定书', 'Administrative judgment or ruling'],
    'suit-appeal': ['行政上诉状', 'Appeal in the suit'],
  },
  conditions: {
    'penalty-contested': contested('penalty', '处罚决定', 'a penalty'),
    'measure-contested': contested('measure', '停业、吊销、限制从业等决定', 'a measure'),
    'order-contested': contested('order-to-repay', '责令退回决定', 'an order to pay back'),
    'organ-had-lost': {
      if: { happened: { command: 'judge-against-organ', since: 'judge-for-organ' } },
      title: ['一审判决不利于行政机关的', 'where the first instance judged against the organ'],
      refusal: ['一审判决未撤销、变更原行为', 'The first instance did not judge against the organ'],
    },
    // SS 85.
    'suit-appeal-days-have-passed': {
      if: { allOf: [{ happened: { command: 'serve-suit-judgment', since: 'judge-for-organ' } }, { passed: ['rem-suit-appeal'] }] },
      title: ['判决送达、上诉期限届满后', 'once the judgment was served and the days to appeal have passed'],
      refusal: ['判决尚未送达，或者上诉期限尚未届满，判决未生效', 'The judgment was not served, or the days to appeal have not passed; it is not in effect'],
      basis: [{ act: 'SS', article: '85' }],
    },
    // SS 45: where no decision came in time, the days to sue run from that end and from no other day.
    'no-decision-in-time': {
      if: {
        allOf: [{ overdue: ['rem-decide', 'rem-decide-simple'] }, { endOf: { field: 'reviewEndedOn', limits: ['rem-decide', 'rem-decide-simple'] } }],
      },
      title: ['复议期限届满未作决定，且所填日期为届满之日时', 'where the days to decide have ended without a decision, on the day said'],
      refusal: ['复议期限尚未届满，或者所填日期不是届满之日', 'The days to decide have not ended, or not on the day said'],
      basis: [{ act: 'SS', article: '45' }],
    },
    'no-decision-was-noted': {
      if: { happened: { command: 'note-no-decision' } },
      title: ['已登记逾期未作复议决定后', 'once it was noted that no decision came in time'],
      refusal: ['复议机关尚在期限内，或者未登记逾期未作决定', 'The authority still has its days, or it was not noted that they ended'],
      basis: [{ act: 'SS', article: '45' }],
    },
    'days-to-sue-have-passed': {
      if: { allOf: [{ happened: { command: 'serve-reconsideration' } }, { passed: ['rem-suit-after-review'] }] },
      title: ['复议决定送达、起诉期限届满后', 'once the decision was served and the days to sue have passed'],
      refusal: ['复议决定尚未送达，或者起诉期限尚未届满', 'The decision was not served, or the days to sue have not passed'],
      basis: [{ act: 'SS', article: '45' }],
    },
    // FY 62: only the sixty days of the ordinary procedure may be prolonged.
    'in-ordinary-procedure': {
      if: { field: { name: 'simplified', absent: true } },
      title: ['适用普通程序时', 'in ordinary procedure'],
      refusal: ['适用简易程序的，期限不得延长', 'In simple procedure nothing is prolonged'],
      basis: [{ act: 'FY', article: '62' }],
    },
  },
  commands: {
    'accept-reconsideration': {
      event: 'reconsideration-accepted',
      ofParty: true,
      title: ['受理行政复议申请', 'Accept the application'],
      by: 'authority',
      papers: ['remedy-acceptance-notice'],
      needs: ['to'],
      takes: ['contested', 'simplified'],
      onRecord: ['contested'],
      copyTo: ['organ'],
    },
    'answer-reconsideration': {
      event: 'reconsideration-answered',
      title: ['提出答复并提交证据', 'Answer with the evidence'],
      by: 'organ',
      papers: ['remedy-answer'],
    },
    'extend-reconsideration': {
      event: 'reconsideration-extended',
      title: ['批准延长复议期限', 'Prolong the reconsideration'],
      by: 'authority',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'in-ordinary-procedure',
    },
    'uphold-penalty': {
      event: 'penalty-upheld',
      title: ['维持原决定', 'Uphold the decision'],
      by: 'authority',
      rank: 'head',
      papers: ['reconsideration-outcome'],
      copyTo: ['organ'],
    },
    'undo-penalty': {
      event: 'penalty-undone',
      title: ['变更、撤销或者确认违法', 'Change, annul, or hold it unlawful'],
      by: 'authority',
      rank: 'head',
      papers: ['reconsideration-outcome'],
      reason: 'required',
      copyTo: ['organ'],
    },
    'end-reconsideration': {
      event: 'reconsideration-ended',
      title: ['终止行政复议', 'End the reconsideration'],
      by: 'authority',
      reason: 'required',
      copyTo: ['organ'],
    },
    'serve-reconsideration': {
      event: 'reconsideration-outcome-served',
      title: ['送达行政复议决定书', 'Serve the decision on reconsideration'],
      by: 'authority',
      needs: ['reviewEndedOn'],
      copyTo: ['organ'],
    },
    'note-no-decision': {
      event: 'no-reconsideration-decision-noted',
      title: ['登记逾期未作复议决定', 'Note that no decision came in time'],
      by: ['authority', 'organ', 'court'],
      needs: ['reviewEndedOn'],
      when: 'no-decision-in-time',
      copyTo: ['organ'],
    },
    // Against the organ alone where the authority was silent, and beside it where it upheld; who changed the penalty answers for itself (SS 26).
    'file-suit-after-reconsideration': {
      event: 'suit-after-reconsideration-filed',
      title: ['复议后起诉，立案', 'File the suit that follows the reconsideration'],
      by: 'court',
      papers: ['suit-papers'],
      copyTo: ['organ', 'authority'],
    },
    'confirm-no-suit': {
      event: 'no-suit-confirmed',
      title: ['登记期满未起诉', 'Note that nobody sued in time'],
      by: ['authority', 'organ'],
      copyTo: ['organ'],
      when: 'days-to-sue-have-passed',
    },
    'accept-suit': {
      event: 'suit-accepted',
      ofParty: true,
      title: ['行政诉讼立案', 'File the suit'],
      by: 'court',
      papers: ['suit-papers'],
      needs: ['to'],
      takes: ['contested'],
      onRecord: ['contested'],
      copyTo: ['organ'],
    },
    'answer-suit': { event: 'suit-answered', title: ['提交答辩状和证据', 'Answer the suit with the evidence'], by: 'organ', papers: ['suit-answer'] },
    // SS 81: by the high court, the Supreme People’s Court where the high court hears it.
    'prolong-suit': {
      event: 'suit-prolonged',
      title: ['经高级法院批准延长第一审期限', 'Prolong the first instance with the approval of the high court'],
      by: 'court',
      rank: 'head',
      reason: 'required',
      copyTo: ['organ'],
    },
    'judge-for-organ': {
      event: 'judged-for-organ',
      title: ['判决驳回诉讼请求', 'Judge for the organ'],
      by: 'court',
      papers: ['administrative-judgment'],
      copyTo: ['organ'],
    },
    'judge-against-organ': {
      event: 'judged-against-organ',
      title: ['判决撤销、变更或者确认违法', 'Judge against the organ'],
      by: 'court',
      papers: ['administrative-judgment'],
      reason: 'required',
      copyTo: ['organ'],
    },
    'end-suit': {
      event: 'suit-ended',
      title: ['裁定准许撤诉或者驳回起诉', 'End the suit by a ruling'],
      by: 'court',
      papers: ['administrative-judgment'],
      reason: 'required',
      copyTo: ['organ'],
    },
    'appeal-judgment': { event: 'judgment-appealed', title: ['提起上诉', 'Appeal'], by: 'organ', reason: 'required', copyTo: ['court'] },
    // By the other side, or by both (SS 85).
    'register-suit-appeal': {
      event: 'suit-appeal-registered',
      title: ['登记原告上诉', 'Register an appeal of the other side'],
      by: 'court',
      papers: ['suit-appeal'],
      copyTo: ['organ'],
    },
    // On whoever was served last; the days of each run from there.
    'serve-suit-judgment': {
      event: 'suit-judgment-served',
      title: ['送达行政判决书', 'Serve the judgment'],
      by: 'court',
      needs: ['servedOn'],
      copyTo: ['organ'],
    },
    // SS 85: fifteen days after service nobody has appealed.
    'confirm-suit-effect': {
      event: 'suit-judgment-effective',
      title: ['一审判决生效', 'The judgment of first instance takes effect'],
      by: 'court',
      copyTo: ['organ'],
      when: 'suit-appeal-days-have-passed',
    },
    'forward-suit-appeal': {
      event: 'suit-appeal-forwarded',
      title: ['报送第二审人民法院', 'Pass it to the court of second instance'],
      by: 'court',
      needs: ['to'],
      copyTo: ['organ'],
      handsTo: 'appeal-court',
      passes: CASE_CONTENT,
    },
    'accept-suit-appeal': {
      event: 'suit-appeal-accepted',
      title: ['第二审立案', 'Accept the appeal'],
      by: 'appeal-court',
      closesHandOff: 'received',
      copyTo: ['court', 'organ'],
    },
    'return-suit-appeal': {
      event: 'suit-appeal-returned',
      title: ['退回原审人民法院', 'Return it to the court of first instance'],
      by: 'appeal-court',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['court'],
    },
    'hear-suit-appeal': { event: 'suit-appeal-heard', title: ['第二审开庭审理', 'Hear the appeal in court'], by: 'appeal-court', copyTo: ['organ'] },
    // SS 88: by the high court, the Supreme People’s Court where the high court hears it.
    'prolong-suit-appeal': {
      event: 'suit-appeal-prolonged',
      title: ['经高级法院批准延长第二审期限', 'Prolong the second instance with the approval of the high court'],
      by: 'appeal-court',
      rank: 'head',
      reason: 'required',
      copyTo: ['organ'],
    },
    'decide-suit-for-organ': {
      event: 'suit-decided-for-organ',
      title: ['第二审判决维护原行为', 'Decide at second instance for the organ'],
      by: 'appeal-court',
      papers: ['administrative-judgment'],
      copyTo: ['court', 'organ'],
    },
    'decide-suit-against-organ': {
      event: 'suit-decided-against-organ',
      title: ['第二审判决撤销、变更或者确认违法', 'Decide at second instance against the organ'],
      by: 'appeal-court',
      papers: ['administrative-judgment'],
      reason: 'required',
      copyTo: ['court', 'organ'],
    },
    // What the first instance judged stands then.
    'end-suit-appeal': {
      event: 'suit-appeal-ended',
      title: ['准许撤回上诉', 'End the appeal that is withdrawn'],
      by: ['court', 'appeal-court'],
      papers: ['administrative-judgment'],
      reason: 'required',
      copyTo: ['court', 'organ'],
    },
    'remand-suit': {
      event: 'suit-remanded',
      title: ['发回原审人民法院重审', 'Remand it to the court of first instance'],
      by: 'appeal-court',
      papers: ['administrative-judgment'],
      reason: 'required',
      copyTo: ['court', 'organ'],
    },
    'carry-out-annulment': {
      event: 'annulment-carried-out',
      title: ['执行撤销或者确认违法的决定、判决', 'Carry out the annulment'],
      by: 'organ',
      rank: 'head',
      papers: ['remedy-decision'],
      also: [
        ...PENALTIES.map((procedure) => ({ procedure, command: 'note-annulment', when: 'penalty-contested' })),
        ...MEASURES.map((procedure) => ({ procedure, command: 'annul-decision', when: 'measure-contested' })),
        { procedure: 'fund-recovery', command: 'cancel-recovery', when: 'order-contested' },
      ],
    },
    'carry-out-change': {
      event: 'change-carried-out',
      title: ['执行变更的决定、判决', 'Carry out the change'],
      by: 'organ',
      rank: 'head',
      papers: ['remedy-decision'],
      also: [
        ...PENALTIES.map((procedure) => ({ procedure, command: 'note-change', when: 'penalty-contested' })),
        ...MEASURES.map((procedure) => ({ procedure, command: 'note-change', when: 'measure-contested' })),
        { procedure: 'fund-recovery', command: 'note-change', when: 'order-contested' },
      ],
    },
  },
  results: ['uphold-penalty', 'undo-penalty', 'judge-for-organ', 'judge-against-organ', 'decide-suit-for-organ', 'decide-suit-against-organ'],
  opensOn: { 'accept-reconsideration': 'under-reconsideration', 'accept-suit': 'in-suit' },
  per: 'subject-or-case',
  states: {
    'under-reconsideration': {
      title: ['行政复议中', 'Under reconsideration'],
      on: {
        'answer-reconsideration': null,
        'extend-reconsideration': null,
        'uphold-penalty': 'review-upheld',
        'undo-penalty': 'undone',
        'end-reconsideration': 'ended',
        'note-no-decision': null,
        'file-suit-after-reconsideration': { to: 'in-suit', when: 'no-decision-was-noted' },
      },
    },
    'review-upheld': {
      title: ['复议维持，起诉期限内', 'Upheld on reconsideration, the party may sue'],
      on: { 'serve-reconsideration': null, 'file-suit-after-reconsideration': 'in-suit', 'confirm-no-suit': 'upheld' },
    },
    'in-suit': {
      title: ['行政诉讼中', 'In suit'],
      on: { 'answer-suit': null, 'prolong-suit': null, 'judge-for-organ': 'won', 'judge-against-organ': 'lost', 'end-suit': 'ended' },
    },
    // SS 85: an appeal keeps the judgment from taking effect.
    won: {
      title: ['一审判决维护原行为，未生效', 'Judged for the organ, not in effect'],
      on: { 'serve-suit-judgment': null, 'register-suit-appeal': 'on-appeal', 'confirm-suit-effect': 'upheld' },
    },
    lost: {
      title: ['判决不利，待执行', 'Judged against the organ'],
      on: {
        'serve-suit-judgment': null,
        'appeal-judgment': 'on-appeal',
        'register-suit-appeal': 'on-appeal',
        'carry-out-annulment': 'carried-out',
        'carry-out-change': 'carried-out',
      },
    },
    'on-appeal': {
      title: ['已上诉，待报送案卷', 'Appealed, the file to be passed on'],
      on: {
        'appeal-judgment': null,
        'register-suit-appeal': null,
        'forward-suit-appeal': 'appeal-forwarded',
        'end-suit-appeal': WITHDRAWN,
      },
    },
    'appeal-forwarded': {
      title: ['已报送第二审法院，待立案', 'Passed to the court of second instance'],
      on: { 'accept-suit-appeal': 'second-instance', 'return-suit-appeal': 'on-appeal' },
    },
    'second-instance': {
      title: ['第二审审理中', 'At second instance'],
      on: {
        'hear-suit-appeal': null,
        'prolong-suit-appeal': null,
        'decide-suit-for-organ': 'upheld',
        'decide-suit-against-organ': 'undone',
        'end-suit-appeal': WITHDRAWN,
        'remand-suit': 'in-suit',
      },
    },
    undone: {
      title: ['已变更或者撤销，待执行', 'Changed or annulled, to be carried out'],
      on: { 'carry-out-annulment': 'carried-out', 'carry-out-change': 'carried-out' },
    },
    upheld: { title: ['已维持', 'Upheld'], terminal: true },
    'carried-out': { title: ['已执行', 'Carried out'], terminal: true },
    ended: { title: ['已终止', 'Ended'], terminal: true },
  },
  clocks: {
    'rem-answer': { ...ANSWER, unless: 'simplified' },
    'rem-answer-simple': { ...ANSWER, when: 'simplified' },
    'rem-decide': { ...REVIEW, unless: 'simplified', extendsOn: 'extend-reconsideration' },
    'rem-decide-simple': { ...REVIEW, when: 'simplified' },
    // SS 45: since the decision was received, or since the days to decide ended without one.
    'rem-suit-after-review': {
      startsOn: ['serve-reconsideration', 'note-no-decision'],
      startsAt: 'reviewEndedOn',
      again: 'anew',
      stopsOn: 'file-suit-after-reconsideration',
      obliges: 'subject',
      mootOn: ['undo-penalty', 'end-reconsideration', 'confirm-no-suit'],
      window: true,
    },
    'rem-suit-answer': {
      startsOn: ['accept-suit', 'file-suit-after-reconsideration'],
      stopsOn: 'answer-suit',
      mootOn: ['judge-for-organ', 'judge-against-organ', 'end-suit'],
      obliges: 'organ',
      runsFrom: 'receipt',
    },
    'rem-judge': {
      startsOn: ['accept-suit', 'file-suit-after-reconsideration', 'remand-suit'],
      stopsOn: ['judge-for-organ', 'judge-against-organ', 'end-suit'],
      mootOn: 'prolong-suit',
      obliges: 'court',
    },
    'rem-suit-appeal': {
      startsOn: 'serve-suit-judgment',
      startsAt: 'servedOn',
      again: 'goes-on',
      stopsOn: ['register-suit-appeal', 'appeal-judgment'],
      obliges: 'subject',
      mootOn: ['confirm-suit-effect', 'carry-out-annulment', 'carry-out-change'],
      window: true,
    },
    'agr-appeal-receipt': {
      startsOn: 'forward-suit-appeal',
      stopsOn: ['accept-suit-appeal', 'return-suit-appeal'],
      obliges: 'appeal-court',
      receipt: true,
    },
    'rem-second-instance': {
      startsOn: 'accept-suit-appeal',
      stopsOn: ['decide-suit-for-organ', 'decide-suit-against-organ', 'end-suit-appeal', 'remand-suit'],
      obliges: 'appeal-court',
      mootOn: 'prolong-suit-appeal',
    },
  },
  report: {
    counts: [
      { id: 'penalty-remedies', title: ['行政复议和行政诉讼', 'Remedies against decisions'], of: ['accept-reconsideration', 'accept-suit'] },
      { id: 'penalties-undone', title: ['被变更或者撤销', 'Decisions undone'], of: ['undo-penalty', 'judge-against-organ'] },
      { id: 'suits-on-appeal', title: ['行政诉讼二审', 'Suits at second instance'], of: 'accept-suit-appeal' },
    ],
  },
});
