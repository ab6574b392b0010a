// Reconsideration of a penalty, or a suit against the organ that imposed it, as the bus sees it: accepted, answered, decided, carried
// out. The penalty is not put off by it (CF 73, N4 53(3)). Over by the authority and the court; the organ carries out what they decide.
import { defineProcedure } from '../define-procedure.ts';
import { PENALTIES } from '../opens-penalty.ts';

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
    { act: 'CF', article: '7' },
  ],
  roles: {
    authority: { title: ['行政复议机关', 'reconsideration authority'], bodies: ['justice', 'government-office'], cast: 'routing', side: 'sending', confirms: true },
    court: { title: ['人民法院', 'court'], bodies: ['court'], cast: 'routing', side: 'sending', confirms: true },
    organ: {
      title: ['被申请人（被告）', 'organ that is answered for'],
      bodies: ['medical-insurance', 'market-regulation', 'health', 'drug-regulation'],
      cast: 'to',
      side: 'receiving',
    },
  },
  fields: { simplified: { kind: 'flag', title: ['适用简易程序', 'simple procedure'] } },
  papers: {
    'remedy-acceptance-notice': ['行政复议受理通知书', 'Notice that it is accepted'],
    'suit-papers': ['起诉状副本', 'Copy of the statement of claim'],
    'remedy-answer': ['行政复议答复书', 'Answer in reconsideration'],
    'suit-answer': ['答辩状', 'Answer to the suit'],
    'reconsideration-outcome': ['行政复议决定书', 'Decision on reconsideration'],
    'administrative-judgment': ['行政判决书、裁定书', 'Administrative judgment or ruling'],
  },
  conditions: {
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
  results: ['uphold-penalty', 'undo-penalty', 'judge-for-organ', 'judge-against-organ'],
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
      on: { 'answer-suit': null, 'judge-for-organ': 'upheld', 'judge-against-organ': 'lost', 'end-suit': 'ended' },
    },
    // SS 85: an appeal keeps the judgment from taking effect.
    lost: {
      title: ['判决不利，待执行', 'Judged against the organ'],
      on: { 'appeal-judgment': 'on-appeal', 'carry-out-annulment': 'carried-out', 'carry-out-change': 'carried-out' },
    },
    'on-appeal': {
      title: ['上诉中', 'On appeal'],
      on: { 'judge-for-organ': 'upheld', 'judge-against-organ': 'undone', 'end-suit': 'undone' },
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
    'rem-judge': { startsOn: 'accept-suit', stopsOn: ['judge-for-organ', 'judge-against-organ', 'end-suit'], obliges: 'court' },
  },
  report: {
    counts: [
      { id: 'penalty-remedies', title: ['行政复议和行政诉讼', 'Remedies against penalties'], of: ['accept-reconsideration', 'accept-suit'] },
      { id: 'penalties-undone', title: ['被变更或者撤销', 'Penalties undone'], of: ['undo-penalty', 'judge-against-organ'] },
    ],
  },
});
