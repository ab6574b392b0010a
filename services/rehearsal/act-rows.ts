// Rule 11: an act of an organ is a command of a procedure. One table from what a fact is called and worded as to that command; the
// first row that fits counts. What no row knows stays a fact.
import type { FieldValues } from '../../schemas/field.ts';
import type { Bilingual, Body } from '../../schemas/ids.ts';
import { measuresEach, monthsEnd, personsConcerned, pointsEach } from './act-fields.ts';

/** `procedure.command`. */
type Way = `${string}.${string}`;

/** A fact as the table reads it. */
export type Wording = {
  readonly action: string;
  /** Text and measure in one; of an appeal that upholds, what it upholds as well. */
  readonly said: string;
  /** Kind of who acts, or nobody. */
  readonly by: Body | undefined;
  /** An amount of the case's own. */
  readonly hasAmount: boolean;
  /** Day it is played on. */
  readonly day: string;
};

export type ActRow = {
  readonly action: string;
  readonly by?: Body | 'nobody';
  readonly says?: RegExp;
  readonly hasAmount?: false;
  /** All but the last only where such a proceeding is open and takes it; the last may open one, unless `inOpenOnly`. */
  readonly ways?: readonly Way[];
  readonly inOpenOnly?: true;
  /** Of several proceedings that take it the one opened first: what is undone came first. */
  readonly oldest?: true;
  /** Whose act it is where it is not the named sender's: whoever receives it, or the organ of this kind beside the sender. */
  readonly actor?: 'receiver' | Body;
  /** What the same sentence tells as well, of the same organ: 追回并处罚金. */
  readonly and?: Pick<ActRow, 'fields' | 'each'> & { readonly ways: readonly Way[] };
  /** Passed on to those named as a clue. */
  readonly isClue?: true;
  /** What who is accused did: dated conduct of the subject, by this code. */
  readonly conduct?: string;
  /** Stays a fact. */
  readonly reason?: Reason;
  /** Who is addressed where the fact names nobody: whoever gets the later suggestion, or takes it up next, or this kind of organ. */
  readonly to?: 'later-suggestion' | 'next-actor' | Body;
  readonly fields?: (wording: Wording) => FieldValues;
  /** Several persons or measures, each with fields of their own: one command for each. */
  readonly each?: (wording: Wording) => readonly FieldValues[];
};

/** Why a fact is no command. `no-organ`: nobody who acted is an organ. */
export const REASONS = {
  'no-organ': {
    zh: '作出者不是机关（媒体报道、医院内部处理）',
    en: 'no organ acted: a report of the press, a hospital’s own affair',
  },
  'not-named': {
    zh: '正文没有写明由哪一机关作出，或者处于哪一环节',
    en: 'the text names neither the organ nor the stage',
  },
  'not-listed': {
    zh: '作出者是党委政府，不是本平台的部门',
    en: 'the county itself acted, which is no department',
  },
  total: {
    zh: '地区或专项的合计，不是本案的一步',
    en: 'a total of a region or campaign, no step of this case',
  },
  'before-filing': {
    zh: '只是发现或接到线索，未见移送、立案，此时还没有在办的程序',
    en: 'a lead found or received, with neither transfer nor filing: no proceeding yet',
  },
  'outcome-unknown': { zh: '结果未公布，不能登记为某一结果', en: 'the outcome was not published' },
  'not-of-the-case': {
    zh: '制度建设或宣传教育，不是本案程序的一步',
    en: 'a plan, a system or a meeting, no step of a proceeding',
  },
  'evidence-for-others': {
    zh: '为他人程序提供的审计数额，未见由谁委托、向谁移送',
    en: 'an audit figure; who asked for it and who received it is not said',
  },
  'hearing-only': {
    zh: '第二审开庭，不推进程序，也不起止期限',
    en: 'a hearing of the court of second instance, which moves no state and no limit',
  },
  'not-reachable': {
    zh: '本案没有可以走到这一步的程序（如一、二审法院公开信息中不能区分）',
    en: 'no proceeding of the case leads there: the two courts cannot be told apart',
  },
  unknown: { zh: '对照表没有这种行为', en: 'the table knows no such act' },
} as const satisfies Record<string, Bilingual>;
export type Reason = keyof typeof REASONS;

const PENALTY_LEAD = ['insurance-penalty.record-investigation', 'insurance-penalty.verify-lead'] as const;
const PROGRESS = [
  'public-interest-suit.report-duty-progress',
  'procuratorial-suggestion.report-suggestion-progress',
] as const;
const FLYING = /飞行?检/;
/** 将飞检问题交办县局: what it found, to the bureau of the place. */
const HANDED_DOWN = /飞行?检.{0,8}(交办|移交|交由)/;
const FINED = /罚金|没收财产|没收个人/;
const FINING: Pick<ActRow, 'says'> = { says: FINED };
/** Published that somebody was punished, and not whether fined. */
const VERDICT = () => ({ verdict: 'fine-undisclosed' });

/** In the order they are tried. */
export const ACT_ROWS: readonly ActRow[] = [
  // What the offender did, and what it did in court.
  { action: 'incident', conduct: 'conduct' },
  { action: 'admin_litigation', by: 'nobody', conduct: 'suit-brought' },

  // A lead.
  { action: 'clue_found', by: 'public-security', says: /联合研判/, isClue: true },
  { action: 'clue_found', by: 'public-security', reason: 'before-filing' },
  {
    action: 'clue_found',
    by: 'audit',
    ways: ['fund-finding.send-finding'],
    to: 'next-actor',
    fields: () => ({ findingKind: 'fraud-clue' }),
  },
  {
    action: 'clue_transferred',
    by: 'audit',
    says: /线索/,
    ways: ['fund-finding.send-finding'],
    fields: () => ({ findingKind: 'fraud-clue' }),
  },
  // A claim of an insured person is no matter of an agreement: it is the bureau's (JY 44).
  {
    action: 'clue_found',
    by: 'insurance-agency',
    says: /报销/,
    ways: ['agency-hand-over.note-matter'],
  },
  { action: 'clue_found', by: 'insurance-agency', ways: ['agreement-handling.open-agreement-handling'] },
  // What the national bureau screens out of its data it inspects or hands down: it is no lead that it decides on itself.
  {
    action: 'clue_found',
    by: 'medical-insurance',
    says: /国家(医疗保障|医保)?局/,
    ways: ['flying-inspection.choose-inspection-target'],
  },
  { action: 'clue_found', by: 'medical-insurance', ways: ['insurance-penalty.verify-lead'] },
  {
    action: 'clue_found',
    by: 'procuratorate',
    says: /公益诉讼/,
    ways: ['public-interest-suit.register-public-interest-clue'],
    to: 'later-suggestion',
  },
  {
    action: 'clue_found',
    by: 'procuratorate',
    ways: [
      'procuratorial-suggestion.verify-suggestion-matter',
      'procuratorial-suggestion.find-suggestion-matter',
    ],
    to: 'later-suggestion',
  },
  {
    action: 'clue_found',
    by: 'discipline-inspection',
    says: /患者/,
    ways: ['discipline-outbound.find-outbound-matter'],
  },
  {
    action: 'clue_found',
    by: 'discipline-inspection',
    says: /举报/,
    ways: ['discipline-case.register-report'],
    actor: 'receiver',
  },
  { action: 'clue_found', by: 'discipline-inspection', ways: ['discipline-case.register-discipline-clue'] },

  // Inspection and investigation, alone or together.
  // A flying inspection verifies no lead: what it finds is handed to the bureau of the place (N6 23).
  {
    action: 'inspection',
    by: 'medical-insurance',
    says: FLYING,
    ways: ['flying-inspection.begin-flying-inspection'],
  },
  {
    action: 'clue_transferred',
    by: 'medical-insurance',
    says: HANDED_DOWN,
    ways: ['flying-inspection.hand-over-findings'],
  },
  { action: 'inspection', by: 'medical-insurance', ways: PENALTY_LEAD },
  { action: 'joint_investigation', by: 'nobody', reason: 'not-listed' },
  { action: 'joint_investigation', says: /截至|累计/, ways: PROGRESS, inOpenOnly: true, reason: 'total' },
  { action: 'joint_investigation', by: 'medical-insurance', ways: PENALTY_LEAD },
  {
    action: 'joint_investigation',
    by: 'health',
    ways: ['health-penalty.record-investigation', 'health-penalty.verify-lead'],
  },
  {
    action: 'joint_investigation',
    by: 'public-security',
    says: /专案组/,
    ways: ['criminal-process.report-investigation'],
  },
  {
    action: 'joint_investigation',
    by: 'public-security',
    says: /查实/,
    ways: ['criminal-process.report-finding'],
    fields: () => ({ progress: 'finding' }),
  },
  { action: 'joint_investigation', by: 'public-security', says: /发现/, isClue: true },
  { action: 'joint_action_plan', reason: 'not-of-the-case' },
  {
    action: 'investigation_finding',
    by: 'medical-insurance',
    says: /调查(结束|终结)/,
    ways: ['insurance-penalty.conclude-investigation'],
  },
  { action: 'investigation_finding', by: 'medical-insurance', ways: PENALTY_LEAD },
  {
    action: 'investigation_finding',
    by: 'public-security',
    ways: ['criminal-process.report-finding'],
    fields: () => ({ progress: 'finding' }),
  },

  // Administrative penalty, and what belongs to it.
  // On what a flying inspection handed over, where that waits; else by hand.
  {
    action: 'admin_filing',
    by: 'medical-insurance',
    ways: ['flying-inspection.file-findings-case', 'insurance-penalty.file-penalty'],
  },
  {
    action: 'fine',
    by: 'medical-insurance',
    says: /另行行政处罚/,
    ways: ['insurance-penalty.decide-without-fine'],
  },
  // Fined apart for what else was done (CF 29).
  {
    action: 'fine',
    by: 'medical-insurance',
    says: /一案两档/,
    ways: ['insurance-penalty.decide-fine'],
    fields: () => ({ anotherAct: true }),
  },
  { action: 'fine', by: 'medical-insurance', ways: ['insurance-penalty.decide-fine'] },
  { action: 'whistleblower_reward', by: 'medical-insurance', ways: ['insurance-penalty.reward-reporter'] },
  { action: 'payment_suspended', says: /联网结算/, ways: ['insurance-penalty.decide-without-fine'] },
  {
    action: 'licence_revoked',
    by: 'health',
    ways: ['practice-licence.revoke-practice-licence'],
    fields: () => ({ issuedHere: true }),
  },
  {
    action: 'licence_deregistered',
    by: 'health',
    ways: ['practice-licence.cancel-practice-licence'],
    fields: () => ({ issuedHere: true }),
  },
  { action: 'business_suspended', by: 'health', ways: ['practice-licence.stop-business'] },
  { action: 'individual_sanction', by: 'health', ways: ['practitioner.begin-measure'] },
  { action: 'individual_sanction', says: /内部处分/, reason: 'no-organ' },

  // The agreement is the agency's (O735 13), whichever office the report calls 医保.
  {
    action: 'agreement_terminated',
    ways: ['agreement-handling.terminate-agreement'],
    actor: 'insurance-agency',
  },
  {
    action: 'agreement_suspended',
    says: /中止或解除/,
    ways: ['agreement-handling.claw-back'],
    actor: 'insurance-agency',
  },
  {
    action: 'agreement_suspended',
    says: /个月/,
    ways: ['agreement-handling.suspend-services'],
    actor: 'insurance-agency',
    fields: (wording) => ({ suspendedScope: 'department', suspendedUntil: monthsEnd(wording) }),
  },
  { action: 'payment_suspended', ways: ['agreement-handling.suspend-payment'], actor: 'insurance-agency' },
  {
    action: 'decision_revoked',
    ways: ['agreement-handling.revoke-agreement-decision'],
    actor: 'insurance-agency',
    oldest: true,
  },
  {
    action: 'penalty_points',
    ways: ['payment-eligibility.record-points'],
    actor: 'insurance-agency',
    each: pointsEach,
  },

  // Money back to the fund.
  {
    action: 'fund_recovered',
    by: 'public-security',
    ways: ['criminal-process.report-finding'],
    fields: () => ({ progress: 'finding' }),
  },
  { action: 'fund_recovered', says: /截至|累计/, ways: PROGRESS, inOpenOnly: true, reason: 'total' },
  {
    action: 'fund_recovered',
    says: /拒付/,
    ways: ['agreement-handling.refuse-payment'],
    actor: 'insurance-agency',
  },
  {
    action: 'fund_recovered',
    by: 'medical-insurance',
    says: /责令退/,
    ways: ['fund-recovery.demand-repayment'],
  },
  {
    action: 'fund_recovered',
    by: 'medical-insurance',
    says: /并处罚(金|款)/,
    hasAmount: false,
    ways: ['fund-recovery.demand-repayment'],
    and: { ways: ['insurance-penalty.decide-fine'] },
  },
  {
    action: 'fund_recovered',
    by: 'medical-insurance',
    hasAmount: false,
    ways: ['fund-recovery.demand-repayment'],
  },
  {
    action: 'fund_recovered',
    by: 'insurance-agency',
    hasAmount: false,
    ways: ['fund-recovery.demand-repayment'],
  },
  { action: 'fund_recovered', by: 'medical-insurance', ways: ['fund-recovery.record-full-repayment'] },
  { action: 'fund_recovered', by: 'insurance-agency', ways: ['fund-recovery.record-full-repayment'] },
  { action: 'restitution_ordered', ways: ['fund-recovery.demand-repayment'] },

  // Criminal process.
  {
    action: 'police_filing',
    by: 'public-security',
    says: /强制措施/,
    ways: ['criminal-process.report-investigation'],
    and: { ways: ['criminal-process.take-measure'], each: measuresEach },
  },
  {
    action: 'police_filing',
    by: 'public-security',
    ways: ['criminal-process.report-investigation'],
    fields: personsConcerned,
  },
  {
    action: 'coercive_measure',
    by: 'public-security',
    ways: ['criminal-process.take-measure'],
    each: measuresEach,
  },
  { action: 'asset_frozen', by: 'public-security', ways: ['criminal-process.seize-property'] },
  {
    action: 'fugitive',
    by: 'public-security',
    ways: ['criminal-process.report-finding'],
    fields: () => ({ progress: 'fugitive-sought' }),
  },
  {
    action: 'charge_disputed',
    says: /侦查中/,
    ways: ['criminal-process.report-finding'],
    actor: 'public-security',
    fields: () => ({ progress: 'charge-disputed' }),
  },
  {
    action: 'self_surrender',
    by: 'public-security',
    ways: ['criminal-process.report-finding'],
    fields: () => ({ progress: 'surrender' }),
  },
  {
    action: 'self_surrender',
    by: 'discipline-inspection',
    ways: ['discipline-case.register-discipline-clue'],
    fields: () => ({ disciplineSource: 'self-surrender' }),
  },
  { action: 'early_intervention', by: 'public-security', ways: ['criminal-process.ask-to-join-early'] },
  { action: 'arrest_approved', by: 'procuratorate', ways: ['criminal-process.approve-arrest'] },
  {
    action: 'transfer_for_prosecution',
    by: 'public-security',
    ways: ['criminal-transfer.send-for-prosecution', 'criminal-process.send-for-prosecution'],
  },
  {
    action: 'transfer_for_prosecution',
    by: 'discipline-inspection',
    ways: ['discipline-case.send-to-procuratorate'],
  },
  { action: 'reviewing', by: 'procuratorate', ways: ['criminal-process.accept-for-review'] },
  { action: 'public_hearing', by: 'procuratorate', says: /不起诉/, ways: ['criminal-process.hold-hearing'] },
  {
    action: 'public_hearing',
    by: 'procuratorate',
    ways: ['procuratorial-suggestion.hear-suggested-unit'],
    to: 'later-suggestion',
  },
  {
    action: 'not_prosecuted',
    by: 'procuratorate',
    says: /相对不起诉/,
    ways: ['criminal-process.decide-non-prosecution'],
    fields: () => ({ nonProsecutionKind: 'discretionary' }),
  },
  { action: 'prosecuted', by: 'procuratorate', ways: ['criminal-process.prosecute'] },
  { action: 'judged', by: 'court', ...FINING, ways: ['criminal-process.judge-with-fine'] },
  { action: 'judged', by: 'court', ways: ['criminal-process.judge-without-fine'], fields: VERDICT },
  { action: 'appeal_hearing', by: 'court', ways: ['criminal-process.accept-appeal'] },
  { action: 'appeal_judged', by: 'court', says: /二审审结/, reason: 'outcome-unknown' },
  { action: 'appeal_judged', by: 'court', ...FINING, ways: ['criminal-process.decide-appeal-with-fine'] },
  {
    action: 'appeal_judged',
    by: 'court',
    ways: ['criminal-process.decide-appeal-without-fine'],
    fields: VERDICT,
  },
  { action: 'criminal_liability', reason: 'not-named' },

  // The suit of the party against the organ.
  { action: 'admin_litigation', by: 'court', says: /二审/, reason: 'hearing-only' },
  { action: 'admin_litigation', by: 'court', ways: ['penalty-remedy.accept-suit'], to: 'medical-insurance' },

  // Procuratorate, discipline inspection, audit.
  {
    action: 'public_interest_filing',
    by: 'procuratorate',
    ways: ['public-interest-suit.file-public-interest-case'],
    to: 'later-suggestion',
  },
  {
    action: 'procuratorial_suggestion',
    by: 'procuratorate',
    ways: ['public-interest-suit.issue-pre-suit-suggestion', 'procuratorial-suggestion.issue-suggestion'],
  },
  {
    action: 'supervisory_suggestion',
    by: 'discipline-inspection',
    ways: ['supervisory-suggestion.issue-supervisory-suggestion'],
    // Until when it was to be answered was not published; the clock is undetermined, for nobody published its receipt either.
    fields: ({ day }) => ({ suggestionReplyBy: day }),
  },
  {
    action: 'rectification',
    says: /专项治理/,
    ways: ['supervisory-suggestion.report-suggestion-followed'],
    inOpenOnly: true,
    reason: 'not-of-the-case',
  },
  {
    action: 'rectification',
    says: /约谈/,
    ways: ['agreement-handling.talk-to-institution'],
    actor: 'insurance-agency',
  },
  { action: 'rectification', reason: 'not-of-the-case' },
  { action: 'discipline_filing', says: /留置/, ways: ['discipline-case.take-into-custody'] },
  { action: 'discipline_filing', ways: ['discipline-case.file-duty-case'] },
  { action: 'discipline_investigation', ways: ['discipline-case.register-discipline-clue'] },
  {
    action: 'discipline_sanction',
    says: /开除公职/,
    ways: ['discipline-case.impose-sanction'],
    fields: () => ({ sanctionKind: 'dismissed' }),
  },
  { action: 'discipline_sanction', says: /问责/, ways: ['discipline-case.hold-leader-accountable'] },
  { action: 'data_shared', by: 'audit', ways: ['assistance.give-assistance'] },
  { action: 'audit_quantified', reason: 'evidence-for-others' },

  // Made public.
  { action: 'status_notice', by: 'nobody', reason: 'no-organ' },
  { action: 'status_notice', says: /重作处理决定/, reason: 'outcome-unknown' },
  {
    action: 'status_notice',
    by: 'medical-insurance',
    says: /处罚决定书/,
    ways: ['insurance-penalty.publish-decision'],
  },
  { action: 'status_notice', ways: ['publicity.publish-exposure'] },

  // Whatever is left and nobody's.
  { action: 'business_suspended', by: 'nobody', reason: 'not-named' },
  { action: 'individual_investigation', by: 'nobody', reason: 'not-named' },
];

const fits = (row: ActRow, { action, said, by, hasAmount }: Wording): boolean =>
  row.action === action &&
  (row.by === undefined || row.by === (by ?? 'nobody')) &&
  (row.says?.test(said) ?? true) &&
  (row.hasAmount === undefined || row.hasAmount === hasAmount);

/** The row of a fact, or `undefined` where the table has none. */
export const rowOf = (wording: Wording): ActRow | undefined => ACT_ROWS.find((row) => fits(row, wording));
