// Reconsideration of a penalty, or a suit against the organ that imposed it, as the bus sees it: accepted, answered, decided, appealed
// by either side to the court above, carried out. The penalty is not put off by it (CF 73, N4 53(3)). Over by the authority and the court; the organ carries out what they decide.
import { defineProcedure } from '../define-procedure.ts';
import { PENALTIES } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';

/** The judgment of first instance stands where no appeal is left. */
const WITHDRAWN = { to: 'undone', when: 'organ-had-lost', else: 'upheld' } as const;

const ANSWER = {
  startsOn: 'accept-reconsideration',
  stopsOn: 'answer-reconsideration',
  mootOn: ['uphold-penalty', 'undo-penalty', 'end-reconsideration'],
  obliges: 'organ',
  runsFrom: 'receipt',
} as const;

export const penaltyRemedy = defineProcedure({
  procedure: 'penalty-remedy',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['处罚的行政复议和行政诉讼', 'Reconsideration of and suit against a penalty'],
  basis: [
    { act: 'FY', article: '62' },
    { act: 'SS', article: '46' },
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
      bodies: ['medical-insurance', 'market-regulation', 'health', 'drug-regulation', 'public-security'],
      cast: 'to',
      side: 'receiving',
    },
  },
  fields: {
    simplified: { kind: 'flag', title: ['适用简易程序', 'simple procedure'] },
    servedOn: { kind: 'date', title: ['送达日期', 'day of service'] },
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
      takes: ['simplified'],
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
      title: ['维持处罚决定', 'Uphold the penalty'],
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
    'accept-suit': {
      event: 'suit-accepted',
      ofParty: true,
      title: ['行政诉讼立案', 'File the suit'],
      by: 'court',
      papers: ['suit-papers'],
      needs: ['to'],
      copyTo: ['organ'],
    },
    'answer-suit': { event: 'suit-answered', title: ['提交答辩状和证据', 'Answer the suit with the evidence'], by: 'organ', papers: ['suit-answer'] },
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
      also: PENALTIES.map((procedure) => ({ procedure, command: 'note-annulment' })),
    },
    'carry-out-change': {
      event: 'change-carried-out',
      title: ['执行变更的决定、判决', 'Carry out the change'],
      by: 'organ',
      rank: 'head',
      papers: ['remedy-decision'],
      also: PENALTIES.map((procedure) => ({ procedure, command: 'note-change' })),
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
        'uphold-penalty': 'upheld',
        'undo-penalty': 'undone',
        'end-reconsideration': 'ended',
      },
    },
    'in-suit': {
      title: ['行政诉讼中', 'In suit'],
      on: { 'answer-suit': null, 'judge-for-organ': 'won', 'judge-against-organ': 'lost', 'end-suit': 'ended' },
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
    'rem-decide': {
      startsOn: 'accept-reconsideration',
      unless: 'simplified',
      stopsOn: ['uphold-penalty', 'undo-penalty', 'end-reconsideration'],
      extendsOn: 'extend-reconsideration',
      obliges: 'authority',
    },
    'rem-decide-simple': {
      startsOn: 'accept-reconsideration',
      stopsOn: ['uphold-penalty', 'undo-penalty', 'end-reconsideration'],
      when: 'simplified',
      obliges: 'authority',
    },
    'rem-suit-answer': {
      startsOn: 'accept-suit',
      stopsOn: 'answer-suit',
      mootOn: ['judge-for-organ', 'judge-against-organ', 'end-suit'],
      obliges: 'organ',
      runsFrom: 'receipt',
    },
    'rem-judge': { startsOn: ['accept-suit', 'remand-suit'], stopsOn: ['judge-for-organ', 'judge-against-organ', 'end-suit'], obliges: 'court' },
    'rem-suit-appeal': {
      startsOn: 'serve-suit-judgment',
      startsAt: 'servedOn',
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
      { id: 'penalty-remedies', title: ['行政复议和行政诉讼', 'Remedies against penalties'], of: ['accept-reconsideration', 'accept-suit'] },
      { id: 'penalties-undone', title: ['被变更或者撤销', 'Penalties undone'], of: ['undo-penalty', 'judge-against-organ'] },
      { id: 'suits-on-appeal', title: ['行政诉讼二审', 'Suits at second instance'], of: 'accept-suit-appeal' },
    ],
  },
});
