// The criminal process as the bus tracks it: each suspect (or the case as a whole) from the investigation to the judgment that
// takes effect, or to one of its other ends. What happens is the business of the criminal organs; here it is told, and what they
// owe one another and the organ that sent the case has its clock.
// Rank `head` where the law wants the chief procurator (JG2019 285(3), 365, 367, 370, 424) or the head of the police (GA127 187).
// Each stage stands in a file of its own (law/criminal/); here is what they have in common.
import { administrativeOrgans } from '../administrative-organs.ts';
import { APPEAL } from '../criminal/appeal.ts';
import { ARREST } from '../criminal/arrest.ts';
import { CUSTODY } from '../criminal/custody.ts';
import { DETAINED_FIRST } from '../criminal/detained-first.ts';
import { DIRECT_SUIT } from '../criminal/direct-suit.ts';
import { FAST_TRACK_REVIEW } from '../criminal/fast-track-review.ts';
import { IN_EFFECT } from '../criminal/in-effect.ts';
import { MEASURES } from '../criminal/measures.ts';
import { NON_PROSECUTION } from '../criminal/non-prosecution.ts';
import { NON_PROSECUTION_EXAMINED } from '../criminal/non-prosecution-examined.ts';
import { REVIEW } from '../criminal/review.ts';
import { SECOND_INSTANCE } from '../criminal/second-instance.ts';
import { SHORT_TRIAL } from '../criminal/short-trial.ts';
import { SUPPLEMENT } from '../criminal/supplement.ts';
import { JUDGED, TRIAL } from '../criminal/trial.ts';
import { WITHDRAWN_APPEAL } from '../criminal/withdrawn-appeal.ts';
import { defineProcedure } from '../define-procedure.ts';
import { ONE_PROCESS } from '../one-process.ts';

export const criminalProcess = defineProcedure({
  procedure: 'criminal-process',
  version: 1,
  inForce: { from: '2013-01-01' },
  title: ['刑事诉讼进程', 'Criminal process'],
  basis: [{ act: 'XS' }, { act: 'XS2012' }, { act: 'JG2019' }, { act: 'GA127', article: '187' }, { act: 'FF6', article: '24' }],
  roles: {
    // XS 170: the supervisory organ sends for prosecution what it has investigated itself.
    investigator: { title: ['侦查（调查）机关', 'investigating organ'], bodies: ['public-security', 'discipline-inspection'], cast: 'routing', confirms: true },
    procuratorate: { title: ['人民检察院', 'procuratorate'], bodies: ['procuratorate'], cast: 'routing', confirms: true },
    court: { title: ['第一审人民法院', 'court of first instance'], bodies: ['court'], cast: 'routing', confirms: true },
    'appeal-court': { title: ['第二审人民法院', 'court of second instance'], bodies: ['court'], confirms: true },
    // FF6 24(2) copies to who sent the case: a trial that nobody in the case sent is none of its business.
    sender: { title: ['移送机关', 'organ that sent the case'], bodies: administrativeOrgans, cast: 'involved', side: 'sending' },
  },
  fields: {
    ...MEASURES.fields,
    ...CUSTODY.fields,
    ...NON_PROSECUTION.fields,
    ...DIRECT_SUIT.fields,
    ...TRIAL.fields,
    ...SHORT_TRIAL.fields,
    ...APPEAL.fields,
  },
  papers: {
    ...ARREST.papers,
    ...REVIEW.papers,
    ...SUPPLEMENT.papers,
    ...NON_PROSECUTION.papers,
    ...NON_PROSECUTION_EXAMINED.papers,
    ...DIRECT_SUIT.papers,
    ...TRIAL.papers,
    ...APPEAL.papers,
    ...SECOND_INSTANCE.papers,
    ...IN_EFFECT.papers,
  },
  conditions: {
    ...ONE_PROCESS,
    ...ARREST.conditions,
    ...CUSTODY.conditions,
    ...REVIEW.conditions,
    ...FAST_TRACK_REVIEW.conditions,
    ...DETAINED_FIRST.conditions,
    ...SUPPLEMENT.conditions,
    ...NON_PROSECUTION.conditions,
    ...NON_PROSECUTION_EXAMINED.conditions,
    ...DIRECT_SUIT.conditions,
    ...TRIAL.conditions,
    ...SHORT_TRIAL.conditions,
    ...APPEAL.conditions,
    ...WITHDRAWN_APPEAL.conditions,
    ...IN_EFFECT.conditions,
  },
  commands: {
    ...MEASURES.commands,
    ...ARREST.commands,
    ...CUSTODY.commands,
    ...REVIEW.commands,
    ...FAST_TRACK_REVIEW.commands,
    ...DETAINED_FIRST.commands,
    ...SUPPLEMENT.commands,
    ...NON_PROSECUTION.commands,
    ...NON_PROSECUTION_EXAMINED.commands,
    ...DIRECT_SUIT.commands,
    ...TRIAL.commands,
    ...SHORT_TRIAL.commands,
    ...APPEAL.commands,
    ...WITHDRAWN_APPEAL.commands,
    ...SECOND_INSTANCE.commands,
    ...IN_EFFECT.commands,
  },
  results: [
    'prosecute',
    'withdraw-indictment',
    'decide-non-prosecution',
    'revoke-non-prosecution',
    'end-investigation',
    'judge-with-fine',
    'judge-without-fine',
    'decide-appeal-with-fine',
    'decide-appeal-without-fine',
    'allow-withdrawal',
    'confirm-effect',
  ],
  opensOn: {
    'report-investigation': 'investigating',
    'take-measure': 'investigating',
    'request-arrest': 'arrest-requested',
    'request-arrest-undetained': 'arrest-requested-undetained',
    'send-for-prosecution': 'sent-for-review',
    prosecute: 'indicted',
    'judge-with-fine': 'judged',
    'judge-without-fine': 'judged',
    'note-direct-suit': 'directly-sued',
  },
  per: 'subject-or-case',
  states: {
    ...MEASURES.states,
    ...ARREST.states,
    ...REVIEW.states,
    ...DETAINED_FIRST.states,
    ...SUPPLEMENT.states,
    ...NON_PROSECUTION.states,
    ...NON_PROSECUTION_EXAMINED.states,
    ...DIRECT_SUIT.states,
    ...TRIAL.states,
    ...APPEAL.states,
    ...SECOND_INSTANCE.states,
    ...IN_EFFECT.states,
  },
  clocks: {
    ...ARREST.clocks,
    ...CUSTODY.clocks,
    ...REVIEW.clocks,
    ...FAST_TRACK_REVIEW.clocks,
    ...DETAINED_FIRST.clocks,
    ...SUPPLEMENT.clocks,
    ...NON_PROSECUTION.clocks,
    ...NON_PROSECUTION_EXAMINED.clocks,
    ...DIRECT_SUIT.clocks,
    ...TRIAL.clocks,
    ...SHORT_TRIAL.clocks,
    ...APPEAL.clocks,
    ...SECOND_INSTANCE.clocks,
    ...IN_EFFECT.clocks,
  },
  report: {
    counts: [
      { id: 'coercive-measures', title: ['刑事强制措施', 'Coercive measures'], of: ['take-measure', 'approve-arrest'] },
      { id: 'investigation-findings', title: ['侦查进展通报', 'Findings of investigations'], of: 'report-finding' },
      { id: 'property-seized', title: ['查封、扣押、冻结', 'Property sealed, seized or frozen'], of: 'seize-property' },
      { id: 'early-interventions', title: ['提前介入', 'Early interventions'], of: ['ask-to-join-early', 'join-early'] },
      { id: 'procuratorate-hearings', title: ['检察听证', 'Hearings of the procuratorate'], of: 'hold-hearing' },
      { id: 'sent-for-review', title: ['移送审查起诉', 'Sent for prosecution'], of: 'send-for-prosecution' },
      { id: 'prosecutions', title: ['提起公诉', 'Prosecuted'], of: 'prosecute' },
      { id: 'non-prosecutions', title: ['不起诉', 'Not prosecuted'], of: 'decide-non-prosecution' },
      { id: 'judgments', title: ['第一审判决', 'Judged at first instance'], of: JUDGED },
      { id: 'direct-suits', title: ['被害人直接起诉', 'Suits of victims'], of: 'note-direct-suit' },
      { id: 'ended-investigations', title: ['撤案或者终止侦查', 'Investigations ended'], of: 'end-investigation' },
    ],
    durations: [
      {
        id: 'prosecution-review',
        title: ['移送起诉至起诉或者不起诉', 'Sent for prosecution to the decision'],
        from: ['send-for-prosecution', 'send-again-after-supplement'],
        to: ['prosecute', 'decide-non-prosecution'],
      },
      { id: 'trial', title: ['提起公诉至第一审判决', 'Prosecuted to judged'], from: 'prosecute', to: JUDGED },
    ],
    attention: [{ id: 'supplemented-twice', title: ['二次退回补充侦查', 'Returned twice for supplement'], when: { command: 'return-for-supplement', times: 2 } }],
  },
});
