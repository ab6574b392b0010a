// The criminal process as the bus tracks it: each suspect (or the case as a whole) from the investigation to the judgment that
// takes effect, or to one of its other ends. What happens is the business of the criminal organs; here it is told, and what they
// owe one another and the organ that sent the case has its clock.
// Rank `head` where the law wants the chief procurator (JG2019 285(3), 365, 367, 370, 424) or the head of the police (GA127 187).
// Over 250 lines because one procedure is one file, read beside the law.
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { ONE_PROCESS } from '../one-process.ts';
import { CASE_CONTENT } from '../passed-on.ts';

/** What is told while the case is with those who investigate. */
const WHILE_INVESTIGATING = {
  'report-finding': null,
  'take-measure': null,
  'lift-measure': null,
  'seize-property': null,
  'extend-custody': null,
  'ask-to-join-early': null,
  'join-early': null,
  'end-investigation': 'investigation-ended',
} as const;

/** O310 11, CF 35: whether a criminal fine was imposed decides whether an administrative one may still be. */
const BY_PUNISHMENT = { to: 'effective-with-fine', when: 'fine-was-imposed', else: 'effective-without-fine' } as const;
/** XS 227(3), 228, 230: each has its ten days, whatever the other did in its own. */
const LODGED_TOO = { 'lodge-appeal': null, 'lodge-protest': null } as const;
const LODGED_LATER = { ...LODGED_TOO, 'pass-on-later-appeal': null } as const;
const JUDGED = ['judge-with-fine', 'judge-without-fine'] as const;
const OPEN = ['criminal-open'] as const;
/** XS 220, 225. What is adjourned for a supplementary investigation is tried in the ordinary procedure afterwards. */
const SHORT_TRIAL = {
  startsOn: 'accept-for-trial',
  when: 'trialTrack',
  stopsOn: JUDGED,
  obliges: 'court',
  mootOn: ['withdraw-indictment', 'prolong-trial', 'turn-to-ordinary-trial', 'adjourn-for-supplement'],
  pauses: { suspension: { from: 'suspend-trial', to: 'resume-trial' } },
  extendsOn: 'extend-short-trial',
} as const;
/** XS 170(2): until the measure is decided on, the days are none of the review. */
const NO_REVIEW = { 'own-measure': { from: 'detain-first', to: 'decide-own-measure' } } as const;
const ONCE = 'no-other-process-under-way';
/** JG2019 559(2): from here on a filing is not asked about. */
const SOUGHT = ['arrest-or-prosecution-sought'] as const;
const ARREST_DECISION = { 'approve-arrest': 'arrested', 'decline-arrest': 'investigating', 'withdraw-arrest-request': 'investigating' } as const;

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
    coerciveMeasure: {
      kind: 'code',
      title: ['强制措施', 'coercive measure'],
      options: {
        capture: ['抓获', 'captured'],
        detention: ['刑事拘留', 'detained'],
        summons: ['拘传', 'summoned by force'],
        bail: ['取保候审', 'bail'],
        'residential-surveillance': ['监视居住', 'residential surveillance'],
        arrest: ['执行逮捕', 'arrest carried out'],
        undisclosed: ['种类未公开', 'which was not published'],
      },
    },
    progress: {
      kind: 'code',
      title: ['侦查进展', 'what the investigation came to'],
      options: {
        finding: ['查明事实', 'facts found'],
        'fugitive-sought': ['追逃', 'a fugitive is sought'],
        surrender: ['投案', 'the suspect surrendered'],
        'charge-disputed': ['罪名有争议', 'the charge is disputed'],
      },
    },
    personsConcerned: { kind: 'count', title: ['涉及人数', 'number of persons'] },
    nonProsecutionKind: {
      kind: 'code',
      title: ['不起诉种类', 'kind of non-prosecution'],
      options: {
        statutory: ['法定不起诉', 'no crime, or none that is pursued (XS 177(1))'],
        discretionary: ['酌定（相对）不起诉', 'minor circumstances (XS 177(2))'],
        'insufficient-evidence': ['存疑不起诉', 'insufficient evidence (XS 175(4))'],
      },
    },
    hasVictim: { kind: 'flag', title: ['有被害人', 'there is a victim'] },
    pronouncedInCourt: { kind: 'flag', title: ['当庭宣告', 'pronounced in court'] },
    verdict: {
      kind: 'code',
      title: ['判决结果', 'verdict'],
      options: {
        punished: ['判处刑罚，未处罚金', 'punished, without a fine'],
        'fine-undisclosed': ['判处刑罚，是否处罚金未公开', 'punished; whether fined was not published'],
        exempted: ['免予刑事处罚', 'guilty, exempted from punishment'],
        acquitted: ['宣告无罪', 'acquitted'],
      },
      // Whether a fine was imposed decides on whether an organ may add one (CF 35(2)): the court knows.
      unpublished: ['fine-undisclosed'],
    },
    trialTrack: {
      kind: 'code',
      title: ['审理程序', 'procedure of the trial'],
      options: { summary: ['简易程序', 'simplified'], 'fast-track': ['速裁程序', 'fast track'] },
    },
    servedOn: { kind: 'date', title: ['送达日期', 'day of service'] },
  },
  papers: {
    'arrest-request': ['提请批准逮捕书', 'Request to approve the arrest'],
    indictment: ['起诉书', 'Indictment'],
    'supplement-decision': ['补充侦查（调查）决定书', 'Decision to return for supplementary investigation'],
    'non-prosecution-decision': ['不起诉决定书', 'Decision not to prosecute'],
    'reconsideration-opinion': ['要求复议（提请复核）意见书', 'Opinion that asks for reconsideration or review'],
    judgment: ['刑事判决书', 'Criminal judgment'],
    'appeal-paper': ['上诉状', 'Appeal'],
    protest: ['抗诉书', 'Protest'],
    'appeal-judgment': ['第二审判决书、裁定书', 'Judgment or ruling of second instance'],
    'effective-judgment': ['生效裁判文书', 'Judgment in effect'],
  },
  conditions: {
    ...ONE_PROCESS,
    'is-detained': {
      if: { field: { name: 'coerciveMeasure', is: 'detention' } },
      title: ['犯罪嫌疑人已被拘留时', 'while the suspect is detained'],
      refusal: ['没有刑事拘留的记录', 'No detention is on record'],
    },
    'arrest-decision-not-extended': {
      if: { never: { command: 'extend-arrest-decision', since: 'request-arrest-undetained' } },
      title: ['尚未延长时', 'while it was not prolonged'],
      refusal: ['审查批准逮捕期限已经延长', 'The decision on arrest was prolonged already'],
    },
    'review-not-prolonged': {
      if: {
        anyOf: [
          { never: { command: 'prolong-review', since: 'send-again-after-supplement' } },
          { happened: { command: 'pass-to-competent-procuratorate', since: 'prolong-review' } },
        ],
      },
      title: ['本次审查起诉尚未延长时', 'while this review was not prolonged'],
      refusal: ['本次审查起诉期限已经延长', 'This review was prolonged already'],
    },
    'is-on-fast-track': {
      if: {
        allOf: [{ happened: { command: 'accept-for-fast-track' } }, { never: { command: 'return-for-supplement' } }, { never: { command: 'extend-fast-track' } }],
      },
      title: ['适用速裁程序、尚未延长时', 'on the fast track, not prolonged yet'],
      refusal: ['未适用速裁程序，或者期限已经延长', 'Not on the fast track, or prolonged already'],
    },
    // XS 170(2): the supervisory organ holds in 留置, which ends with a detention that the procuratorate decides on.
    'held-by-the-supervisory-organ': {
      if: { allOf: [{ role: { role: 'investigator', bodies: ['discipline-inspection'] } }, { never: { command: 'detain-first' } }] },
      title: ['监察机关移送起诉、尚未先行拘留的', 'where the supervisory organ sent it and nobody was detained first yet'],
      refusal: ['只适用于监察机关移送起诉、尚未先行拘留的案件', 'It is for what the supervisory organ sent, once'],
      basis: [{ act: 'XS', article: '170(2)' }],
    },
    // XS 175(3): twice at most, before and after a change of procuratorate together (JG2019 350).
    'returned-less-than-twice': {
      if: { never: { command: 'return-for-supplement', times: 2 } },
      title: ['退回补充侦查不满二次时', 'while it was returned less than twice'],
      refusal: [
        '已退回补充侦查二次，不得再退回；证据仍然不足的，应当不起诉',
        'It was returned twice already; if the evidence does not suffice, it is not prosecuted',
      ],
      basis: [{ act: 'XS', article: '175(3)' }],
    },
    // JG2019 421(2).
    'adjourned-less-than-twice': {
      if: { never: { command: 'adjourn-for-supplement', since: 'remand-for-retrial', times: 2 } },
      title: ['因补充侦查延期审理不满二次时', 'while it was adjourned for that less than twice'],
      refusal: ['建议延期审理补充侦查不得超过两次', 'It is adjourned for a supplementary investigation twice at most'],
      basis: [{ act: 'JG2019', article: '421(2)' }],
    },
    // JG2019 367: insufficient evidence only after the case was returned once at least.
    'evidence-was-supplemented': {
      if: {
        anyOf: [
          { field: { name: 'nonProsecutionKind', is: 'statutory' } },
          { field: { name: 'nonProsecutionKind', is: 'discretionary' } },
          { happened: { command: 'return-for-supplement' } },
          { happened: { command: 'withdraw-indictment' } },
        ],
      },
      title: ['存疑不起诉的，已退回补充侦查', 'for insufficient evidence only once the case was returned'],
      refusal: ['未经退回补充侦查，不得以证据不足作出不起诉决定', 'Without a return for supplementary investigation the evidence is not found insufficient'],
      basis: [{ act: 'JG2019', article: '367' }],
    },
    'petition-not-extended': {
      if: {
        allOf: [
          { happened: { command: 'petition-against-non-prosecution', since: 'uphold-non-prosecution' } },
          { never: { command: 'extend-petition-decision', since: 'petition-against-non-prosecution' } },
        ],
      },
      title: ['申诉复查期间、尚未延长时', 'while a petition is examined and was not prolonged'],
      refusal: ['没有正在复查的申诉，或者复查期限已经延长', 'No petition is examined, or it was prolonged already'],
    },
    'not-yet-referred': {
      if: { never: { command: 'refer-for-penalty-review', since: 'decide-non-prosecution' } },
      title: ['尚未移送行政检察部门时', 'before the case went to the administrative department'],
      refusal: ['本次不起诉已移送行政检察部门审查', 'This non-prosecution is with the administrative department already'],
    },
    // XS 180, 181, JG2019 377: who may petition may so from service on.
    'petition-days-have-passed': {
      if: {
        allOf: [
          { happened: { command: 'serve-non-prosecution', since: 'decide-non-prosecution' } },
          {
            anyOf: [{ field: { name: 'hasVictim', absent: true } }, { happened: { command: 'serve-victim', since: 'decide-non-prosecution' } }],
          },
          { passed: ['pro-petition', 'pro-victim-petition'] },
        ],
      },
      title: ['不起诉决定书送达、申诉期限届满后', 'once the decision was served and the days to petition have passed'],
      refusal: [
        '不起诉决定书尚未送达，或者被不起诉人、被害人的申诉期限尚未届满',
        'The decision was not served yet, or the days of the person or the victim to petition have not passed',
      ],
      basis: [
        { act: 'XS', article: '180' },
        { act: 'XS', article: '181' },
        { act: 'JG2019', article: '377' },
      ],
    },
    'third-month-not-granted': {
      if: { never: { command: 'extend-trial', since: 'remand-for-retrial' } },
      title: ['尚未延长至三个月时', 'before the third month was granted'],
      refusal: ['审理期限已延长至三个月', 'The trial was prolonged to three months already'],
    },
    'is-tried-shortly': {
      if: {
        allOf: [
          { anyOf: [{ field: { name: 'trialTrack', is: 'summary' } }, { field: { name: 'trialTrack', is: 'fast-track' } }] },
          { never: { command: 'turn-to-ordinary-trial', since: 'accept-for-trial' } },
          { never: { command: 'adjourn-for-supplement', since: 'accept-for-trial' } },
          { never: { command: 'remand-for-retrial', since: 'accept-for-trial' } },
        ],
      },
      title: ['适用简易、速裁程序时', 'while it is tried in simplified procedure or on the fast track'],
      refusal: ['未适用简易程序、速裁程序', 'It is not tried in simplified procedure or on the fast track'],
    },
    // XS 259(2)(1).
    'appeal-days-have-passed': {
      if: {
        allOf: [
          { happened: { command: 'serve-judgment', since: 'judge-with-fine' } },
          { happened: { command: 'serve-judgment', since: 'judge-without-fine' } },
          { passed: ['pro-appeal', 'pro-protest'] },
        ],
      },
      title: ['判决送达、上诉和抗诉期限届满后', 'once the judgment was served and the days to appeal and to protest have passed'],
      refusal: [
        '判决尚未送达，或者上诉、抗诉期限尚未届满，判决未生效',
        'The judgment was not served, or the days to appeal or to protest have not passed; it is not in effect',
      ],
      basis: [{ act: 'XS', article: '259' }],
    },
    'fine-was-imposed': {
      if: { happened: { command: 'judge-with-fine', since: 'judge-without-fine' } },
      title: ['判处罚金时', 'where a fine was imposed'],
      refusal: ['未判处罚金', 'No fine was imposed'],
    },
  },
  commands: {
    'report-investigation': {
      event: 'investigation-reported',
      title: ['通报立案侦查', 'Report the investigation'],
      by: 'investigator',
      takes: ['personsConcerned'],
      copyTo: ['sender'],
      when: ONCE,
    },
    'report-finding': {
      event: 'finding-reported',
      title: ['通报侦查进展', 'Report the progress of the investigation'],
      by: 'investigator',
      needs: ['progress'],
      takes: ['personsConcerned'],
    },
    // XS 66, 87, 162, 176: a measure, an arrest, an opinion that asks for prosecution, an indictment name whom they are about; those that
    // ask for prosecution and that prosecute say of what crime (XS 162, 176).
    'take-measure': {
      event: 'measure-taken',
      onRecord: ['subjects'],
      title: ['采取强制措施', 'Take a coercive measure'],
      by: 'investigator',
      needs: ['coerciveMeasure'],
      takes: ['personsConcerned'],
      when: ONCE,
    },
    'lift-measure': { event: 'measure-lifted', title: ['解除强制措施，或者解除查封、扣押、冻结', 'Lift a measure, or release property'], by: 'investigator' },
    'seize-property': { event: 'property-seized', title: ['查封、扣押、冻结涉案财物', 'Seal, seize or freeze property'], by: 'investigator' },
    // S4 5: the procuratorate joins the discussion of major cases early.
    'ask-to-join-early': {
      event: 'early-intervention-asked-for',
      title: ['商请检察机关提前介入', 'Ask the procuratorate to join early'],
      by: 'investigator',
      copyTo: ['procuratorate'],
    },
    'join-early': { event: 'joined-early', title: ['检察机关提前介入', 'The procuratorate joins early'], by: 'procuratorate' },
    // XS 163, JG2019 287(2): the whole case, or what concerns one suspect.
    'end-investigation': {
      event: 'investigation-ended',
      title: ['撤销案件或者终止侦查', 'Withdraw the case or end the investigation'],
      by: 'investigator',
      rank: 'head',
      reason: 'required',
      copyTo: ['procuratorate', 'sender'],
    },
    // XS 91(1), (2).
    'extend-arrest-request': {
      event: 'arrest-request-extended',
      title: ['延长提请批准逮捕期限', 'Prolong the time to request the arrest'],
      by: 'investigator',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'is-detained',
    },
    'request-arrest': {
      event: 'arrest-requested',
      onRecord: ['subjects'],
      title: ['提请批准逮捕（已拘留）', 'Request arrest of one who is detained'],
      by: 'investigator',
      rank: 'head',
      papers: ['arrest-request'],
      copyTo: ['procuratorate'],
      when: ONCE,
      leaves: SOUGHT,
    },
    'request-arrest-undetained': {
      event: 'arrest-requested-undetained',
      onRecord: ['subjects'],
      title: ['提请批准逮捕（未拘留）', 'Request arrest of one who is not detained'],
      by: 'investigator',
      rank: 'head',
      papers: ['arrest-request'],
      copyTo: ['procuratorate'],
      when: ONCE,
      leaves: SOUGHT,
    },
    'withdraw-arrest-request': {
      event: 'arrest-request-withdrawn',
      title: ['撤回提请逮捕', 'Withdraw the request for arrest'],
      by: 'investigator',
      reason: 'required',
      copyTo: ['procuratorate'],
    },
    'extend-arrest-decision': {
      event: 'arrest-decision-extended',
      title: ['延长审查批准逮捕期限', 'Prolong the decision on arrest'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'arrest-decision-not-extended',
    },
    'approve-arrest': { event: 'arrest-approved', title: ['批准逮捕', 'Approve the arrest'], by: 'procuratorate', rank: 'head', copyTo: ['investigator'] },
    // XS 90: with reasons.
    'decline-arrest': {
      event: 'arrest-declined',
      title: ['不批准逮捕', 'Do not approve the arrest'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['investigator'],
    },
    // XS 156, 158, 159, from memory: it hands on what the procuratorate above it, or that of the province, has approved.
    'extend-custody': {
      event: 'custody-extended',
      title: ['延长侦查羁押期限', 'Prolong the custody of the investigation'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      copyTo: ['investigator'],
    },
    'send-for-prosecution': {
      event: 'process-sent-for-prosecution',
      onRecord: ['subjects', 'offence'],
      title: ['移送审查起诉', 'Send for prosecution'],
      by: 'investigator',
      rank: 'head',
      papers: ['prosecution-opinion'],
      handsTo: 'procuratorate',
      passes: CASE_CONTENT,
      when: ONCE,
      leaves: SOUGHT,
    },
    'take-back-from-review': takenBack('investigator', 'taken-back-from-review', ['收回误送的移送起诉', 'Take back what was sent by mistake']),
    'accept-for-review': {
      event: 'accepted-for-review',
      title: ['受理审查起诉', 'Accept it for review'],
      by: 'procuratorate',
      closesHandOff: 'received',
    },
    // JG2019 273; where the fast track turns out not to apply, the month of the ordinary review counts.
    'accept-for-fast-track': {
      event: 'accepted-for-fast-track',
      title: ['受理审查起诉（认罪认罚，适用速裁程序）', 'Accept it for review on the fast track'],
      by: 'procuratorate',
      closesHandOff: 'received',
    },
    'return-to-investigator': {
      event: 'returned-to-investigator',
      title: ['不予受理，退回', 'Return it unaccepted'],
      by: 'procuratorate',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['investigator'],
    },
    'find-no-jurisdiction': { event: 'no-jurisdiction-found', title: ['发现不属于本院管辖', 'Find that another procuratorate is competent'], by: 'procuratorate' },
    // JG2019 328: what another court tries, or a higher one, another procuratorate reviews; the month begins anew with it (XS 172(2)).
    'pass-to-competent-procuratorate': {
      event: 'review-passed-on',
      title: ['报送、移送有管辖权的人民检察院', 'Pass it to the competent procuratorate'],
      by: 'procuratorate',
      needs: ['to'],
      copyTo: ['investigator'],
      handsTo: 'procuratorate',
      passes: CASE_CONTENT,
    },
    // XS 172(1) adds fifteen days to the month.
    'prolong-review': {
      event: 'review-prolonged',
      title: ['重大、复杂，延长审查起诉十五日', 'Prolong the review by fifteen days'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'review-not-prolonged',
    },
    'extend-fast-track': {
      event: 'fast-track-extended',
      title: ['延长速裁案件审查期限', 'Prolong the review on the fast track'],
      by: 'procuratorate',
      rank: 'head',
      needs: ['extension', 'approver'],
      when: 'is-on-fast-track',
    },
    'hold-hearing': { event: 'hearing-held', title: ['公开听证', 'Hold a public hearing'], by: 'procuratorate' },
    // JG2019 348: within the time of the review.
    'investigate-itself': { event: 'investigated-itself', title: ['自行补充侦查', 'Supplement the investigation itself'], by: 'procuratorate' },
    prosecute: {
      event: 'prosecuted',
      onRecord: ['subjects', 'offence'],
      title: ['提起公诉', 'Prosecute'],
      by: 'procuratorate',
      papers: ['indictment'],
      copyTo: ['investigator', 'sender'],
      handsTo: 'court',
      passes: CASE_CONTENT,
      when: ONCE,
    },
    // XS 170(2), JG2019 142, 143.
    'detain-first': {
      event: 'detained-first',
      title: ['对采取留置措施的犯罪嫌疑人先行拘留', 'Detain first whom the supervisory organ held'],
      by: 'procuratorate',
      copyTo: ['investigator'],
      when: 'held-by-the-supervisory-organ',
    },
    'extend-own-measure': {
      event: 'own-measure-extended',
      title: ['延长决定强制措施的时间', 'Prolong the decision on the measure'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'decide-own-measure': {
      event: 'own-measure-decided',
      title: ['决定逮捕、取保候审或者监视居住', 'Decide on arrest, bail or residential surveillance'],
      by: 'procuratorate',
      rank: 'head',
      needs: ['coerciveMeasure'],
      copyTo: ['investigator'],
    },
    'return-for-supplement': {
      event: 'returned-for-supplement',
      title: ['退回补充侦查（补充调查）', 'Return for supplementary investigation'],
      by: 'procuratorate',
      reason: 'required',
      papers: ['supplement-decision'],
      copyTo: ['investigator'],
      when: 'returned-less-than-twice',
    },
    'send-again-after-supplement': {
      event: 'sent-again-after-supplement',
      title: ['补充侦查完毕，重新移送起诉', 'Send again after supplementing'],
      by: 'investigator',
      copyTo: ['procuratorate'],
    },
    // XS 204(2), 205: proposed by the procuratorate, within a month of its own.
    'adjourn-for-supplement': {
      event: 'trial-adjourned-for-supplement',
      title: ['延期审理，由检察机关补充侦查', 'Adjourn the trial for a supplementary investigation'],
      by: 'court',
      reason: 'required',
      copyTo: ['procuratorate'],
      when: 'adjourned-less-than-twice',
    },
    'hand-in-supplement': {
      event: 'supplement-handed-in',
      title: ['补充侦查完毕，提请恢复审理', 'Hand in the supplement; the trial goes on'],
      by: 'procuratorate',
      copyTo: ['court'],
    },
    'decide-non-prosecution': {
      event: 'not-prosecuted',
      title: ['决定不起诉', 'Decide not to prosecute'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      papers: ['non-prosecution-decision'],
      needs: ['nonProsecutionKind'],
      takes: ['hasVictim'],
      copyTo: ['investigator', 'sender'],
      when: 'evidence-was-supplemented',
    },
    'serve-non-prosecution': {
      event: 'non-prosecution-served',
      title: ['送达不起诉决定书', 'Serve the decision not to prosecute'],
      by: 'procuratorate',
      needs: ['servedOn'],
    },
    'serve-victim': {
      event: 'non-prosecution-served-on-victim',
      title: ['向被害人送达不起诉决定书', 'Serve the decision not to prosecute on the victim'],
      by: 'procuratorate',
      needs: ['servedOn'],
    },
    // XS 180, JG2019 381: the victim petitions to the procuratorate above, which holds no role here.
    'note-victim-petition': {
      event: 'victim-petition-noted',
      title: ['登记被害人向上一级检察院申诉，报送案卷', 'Note that the victim petitions to the procuratorate above; pass the file on'],
      by: 'procuratorate',
    },
    'petition-against-non-prosecution': {
      event: 'petition-received',
      title: ['受理对不起诉的申诉', 'Take up a petition against the non-prosecution'],
      by: 'procuratorate',
    },
    'extend-petition-decision': {
      event: 'petition-decision-extended',
      title: ['延长申诉复查期限', 'Prolong the decision on the petition'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'petition-not-extended',
    },
    'ask-to-reconsider-non-prosecution': {
      event: 'non-prosecution-reconsideration-asked',
      title: ['对不起诉要求复议', 'Ask to reconsider the non-prosecution'],
      by: 'investigator',
      rank: 'head',
      papers: ['reconsideration-opinion'],
      copyTo: ['procuratorate'],
    },
    'ask-to-review-non-prosecution': {
      event: 'non-prosecution-review-asked',
      title: ['提请上一级检察院复核不起诉', 'Ask the higher procuratorate to review the non-prosecution'],
      by: 'investigator',
      rank: 'head',
      papers: ['reconsideration-opinion'],
      copyTo: ['procuratorate'],
    },
    'uphold-non-prosecution': {
      event: 'non-prosecution-upheld',
      title: ['维持不起诉决定', 'Uphold the non-prosecution'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['investigator'],
    },
    'revoke-non-prosecution': {
      event: 'non-prosecution-revoked',
      title: ['撤销不起诉决定', 'Revoke the non-prosecution'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      copyTo: ['investigator', 'sender'],
    },
    // FX2024: every non-prosecution goes to the administrative department, which says whether a penalty is due.
    'refer-for-penalty-review': {
      event: 'referred-for-penalty-review',
      title: ['移送行政检察部门审查是否需要行政处罚', 'Hand to the administrative department to see whether a penalty is due'],
      by: 'procuratorate',
      opens: { procedure: 'reverse-referral', command: 'register-review', roles: { procuratorate: 'procuratorate' } },
      when: 'not-yet-referred',
    },
    'conclude-non-prosecution': {
      event: 'non-prosecution-concluded',
      title: ['不起诉程序终结', 'Conclude the non-prosecution'],
      by: 'procuratorate',
      when: 'petition-days-have-passed',
    },
    'accept-for-trial': {
      event: 'accepted-for-trial',
      title: ['受理公诉案件', 'Accept the case for trial'],
      by: 'court',
      takes: ['trialTrack'],
      closesHandOff: 'received',
    },
    'return-indictment': {
      event: 'indictment-returned',
      title: ['退回人民检察院', 'Return it to the procuratorate'],
      by: 'court',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['procuratorate'],
    },
    'withdraw-indictment': {
      event: 'indictment-withdrawn',
      title: ['撤回起诉', 'Withdraw the indictment'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      closesHandOff: 'taken-back',
      copyTo: ['court', 'investigator'],
    },
    'suspend-trial': { event: 'trial-suspended', title: ['中止审理', 'Suspend the trial'], by: 'court', reason: 'required', copyTo: ['procuratorate'] },
    'resume-trial': { event: 'trial-resumed', title: ['恢复审理', 'Resume the trial'], by: 'court', copyTo: ['procuratorate'] },
    'extend-trial': {
      event: 'trial-extended',
      title: ['审理期限延至三个月', 'Take the third month for the trial'],
      by: 'court',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'third-month-not-granted',
    },
    // XS 208(1), 243(1): by a court above, for grave cases.
    'prolong-trial': {
      event: 'trial-prolonged',
      title: ['经上级法院批准延长审理期限', 'Prolong the trial with the approval of a higher court'],
      by: 'court',
      rank: 'head',
      reason: 'required',
    },
    'judge-with-fine': {
      event: 'judged-with-fine',
      onRecord: ['subjects'],
      title: ['第一审判决（并处或者单处罚金、没收财产）', 'Judge at first instance, with a fine or confiscation'],
      by: 'court',
      papers: ['judgment'],
      takes: ['pronouncedInCourt'],
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: ONCE,
    },
    'judge-without-fine': {
      event: 'judged-without-fine',
      onRecord: ['subjects'],
      title: ['第一审判决（未判处罚金）', 'Judge at first instance, without a fine'],
      by: 'court',
      papers: ['judgment'],
      needs: ['verdict'],
      takes: ['pronouncedInCourt'],
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: ONCE,
    },
    // XS 220, 225: where more than three years, or more than one, may be imposed.
    'extend-short-trial': {
      event: 'short-trial-extended',
      title: ['延长简易、速裁程序审理期限', 'Prolong the trial in simplified procedure or on the fast track'],
      by: 'court',
      needs: ['extension', 'approver'],
      when: 'is-tried-shortly',
    },
    // XS 221, 226.
    'turn-to-ordinary-trial': {
      event: 'turned-to-ordinary-trial',
      title: ['转为普通程序审理', 'Turn to the ordinary procedure'],
      by: 'court',
      reason: 'required',
      copyTo: ['procuratorate'],
      when: 'is-tried-shortly',
    },
    'serve-judgment': { event: 'judgment-served', title: ['送达判决书', 'Serve the judgment'], by: 'court', needs: ['servedOn'], copyTo: ['procuratorate'] },
    'lodge-appeal': { event: 'appeal-lodged', title: ['登记上诉', 'Register an appeal'], by: 'court', papers: ['appeal-paper'], copyTo: ['procuratorate'] },
    'lodge-protest': {
      event: 'protest-lodged',
      title: ['提出抗诉', 'Protest against the judgment'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['protest'],
      copyTo: ['court'],
    },
    'forward-appeal': {
      event: 'appeal-forwarded',
      title: ['移送第二审人民法院', 'Pass to the court of second instance'],
      by: 'court',
      handsTo: 'appeal-court',
      passes: CASE_CONTENT,
    },
    // XS 231(1), 232: what comes once the file is gone goes after it.
    'pass-on-later-appeal': {
      event: 'later-appeal-passed-on',
      title: ['补送后到的上诉状、抗诉书', 'Pass on an appeal or protest that came after the file had gone'],
      by: 'court',
      copyTo: ['appeal-court'],
    },
    'take-back-appeal': takenBack('court', 'appeal-taken-back', ['收回误送的案卷', 'Take back a file sent by mistake']),
    'accept-appeal': {
      event: 'appeal-accepted',
      title: ['受理上诉、抗诉案件', 'Accept the appeal or protest'],
      by: 'appeal-court',
      closesHandOff: 'received',
      copyTo: ['court', 'procuratorate'],
    },
    'return-appeal': {
      event: 'appeal-returned',
      title: ['退回原审人民法院', 'Return it to the court of first instance'],
      by: 'appeal-court',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['court'],
    },
    'prolong-second-instance': {
      event: 'second-instance-prolonged',
      title: ['经高级法院批准延长第二审期限', 'Prolong the second instance with the approval of the high court'],
      by: 'appeal-court',
      rank: 'head',
      reason: 'required',
    },
    // XS 236, 244: upheld or changed, what is imposed in the end is said again.
    'decide-appeal-with-fine': {
      event: 'appeal-decided-with-fine',
      title: ['第二审裁判（判处罚金、没收财产）', 'Decide at second instance, with a fine or confiscation'],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
    },
    'decide-appeal-without-fine': {
      event: 'appeal-decided-without-fine',
      title: ['第二审裁判（未判处罚金）', 'Decide at second instance, without a fine'],
      by: 'appeal-court',
      papers: ['appeal-judgment'],
      needs: ['verdict'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
    },
    'remand-for-retrial': {
      event: 'remanded-for-retrial',
      title: ['发回重新审判', 'Remand for retrial'],
      by: 'appeal-court',
      reason: 'required',
      copyTo: ['court', 'procuratorate', 'sender'],
    },
    'confirm-effect': {
      event: 'effect-confirmed',
      title: ['判决生效', 'The judgment takes effect'],
      by: 'court',
      copyTo: ['procuratorate', 'investigator', 'sender'],
      when: 'appeal-days-have-passed',
    },
    'send-effective-judgment': {
      event: 'effective-judgment-sent',
      title: ['通报结果和生效文书', 'Send result and judgment in effect'],
      by: ['court', 'appeal-court'],
      papers: ['effective-judgment'],
      copyTo: ['sender', 'procuratorate', 'investigator'],
    },
  },
  results: [
    'prosecute',
    'decide-non-prosecution',
    'end-investigation',
    'judge-with-fine',
    'judge-without-fine',
    'decide-appeal-with-fine',
    'decide-appeal-without-fine',
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
  },
  per: 'subject-or-case',
  states: {
    investigating: {
      title: ['侦查中', 'Under investigation'],
      marks: OPEN,
      on: {
        ...WHILE_INVESTIGATING,
        'extend-arrest-request': null,
        'request-arrest': 'arrest-requested',
        'request-arrest-undetained': 'arrest-requested-undetained',
        'send-for-prosecution': 'sent-for-review',
      },
    },
    'investigation-ended': { title: ['已撤案或者终止侦查', 'Withdrawn, or investigation ended'], terminal: true },
    'arrest-requested': { title: ['已提请批准逮捕', 'Arrest requested'], marks: OPEN, on: ARREST_DECISION },
    'arrest-requested-undetained': {
      title: ['已提请批准逮捕（未拘留）', 'Arrest requested of one not detained'],
      marks: OPEN,
      on: { ...ARREST_DECISION, 'extend-arrest-decision': null },
    },
    arrested: {
      title: ['已批准逮捕，侦查中', 'Arrest approved, under investigation'],
      marks: OPEN,
      on: { ...WHILE_INVESTIGATING, 'send-for-prosecution': 'sent-for-review' },
    },
    'sent-for-review': {
      title: ['已移送起诉，待受理', 'Sent for prosecution, to be accepted'],
      marks: OPEN,
      on: {
        'accept-for-review': 'under-review',
        'accept-for-fast-track': 'under-review',
        'return-to-investigator': 'investigating',
        'take-back-from-review': 'investigating',
      },
    },
    'under-review': {
      title: ['审查起诉中', 'Under review for prosecution'],
      marks: OPEN,
      on: {
        'prolong-review': null,
        'extend-fast-track': null,
        'hold-hearing': null,
        'investigate-itself': null,
        'return-for-supplement': 'supplementing',
        'find-no-jurisdiction': null,
        'detain-first': 'detained-by-procuratorate',
        'pass-to-competent-procuratorate': 'passed-to-procuratorate',
        prosecute: 'indicted',
        'decide-non-prosecution': 'non-prosecuted',
      },
    },
    // Who is not competent either passes it on, to whom it came from too.
    'passed-to-procuratorate': {
      title: ['已报送、移送其他检察院，待受理', 'Passed to another procuratorate, to be accepted'],
      marks: OPEN,
      on: {
        'accept-for-review': 'under-review',
        'accept-for-fast-track': 'under-review',
        'pass-to-competent-procuratorate': { to: 'passed-to-procuratorate', title: ['再次移送有管辖权的人民检察院', 'Pass it on again'] },
      },
    },
    'detained-by-procuratorate': {
      title: ['已先行拘留，待决定强制措施', 'Detained first, a measure to be decided on'],
      marks: OPEN,
      on: { 'extend-own-measure': null, 'decide-own-measure': 'under-review' },
    },
    supplementing: {
      title: ['补充侦查（补充调查）中', 'Being supplemented'],
      marks: OPEN,
      on: { ...WHILE_INVESTIGATING, 'send-again-after-supplement': 'under-review' },
    },
    'trial-adjourned': {
      title: ['延期审理，补充侦查中', 'Trial adjourned, being supplemented'],
      marks: OPEN,
      on: { 'hand-in-supplement': 'on-trial', 'withdraw-indictment': 'indictment-withdrawn' },
    },
    'non-prosecuted': {
      title: ['已不起诉', 'Not prosecuted'],
      on: {
        'serve-non-prosecution': null,
        'serve-victim': null,
        'refer-for-penalty-review': null,
        'petition-against-non-prosecution': 'non-prosecution-examined',
        'note-victim-petition': 'non-prosecution-examined',
        'ask-to-reconsider-non-prosecution': 'non-prosecution-examined',
        'ask-to-review-non-prosecution': 'non-prosecution-examined',
        // JG2019 388: also where the procuratorate itself finds it wrong.
        'revoke-non-prosecution': 'under-review',
        'conclude-non-prosecution': 'non-prosecution-final',
      },
    },
    'non-prosecution-examined': {
      title: ['不起诉复议、复核或者申诉复查中', 'Non-prosecution under reconsideration, review or petition'],
      on: {
        'serve-non-prosecution': null,
        'serve-victim': null,
        'refer-for-penalty-review': null,
        'extend-petition-decision': null,
        'uphold-non-prosecution': 'non-prosecuted',
        'revoke-non-prosecution': 'under-review',
      },
    },
    // What FX2024 asks for is owed to the other department however the non-prosecution was concluded.
    'non-prosecution-final': { title: ['不起诉已确定', 'Non-prosecution final'], terminal: true, on: { 'refer-for-penalty-review': null } },
    indicted: {
      title: ['已提起公诉，待受理', 'Indicted, to be accepted'],
      marks: OPEN,
      on: { 'accept-for-trial': 'on-trial', 'return-indictment': 'under-review', 'withdraw-indictment': 'indictment-withdrawn' },
    },
    'indictment-withdrawn': {
      title: ['已撤回起诉', 'Indictment withdrawn'],
      marks: OPEN,
      on: { 'decide-non-prosecution': 'non-prosecuted' },
    },
    'on-trial': {
      title: ['第一审审理中', 'On trial'],
      marks: OPEN,
      on: {
        'suspend-trial': 'trial-suspended',
        'extend-trial': null,
        'extend-short-trial': null,
        'turn-to-ordinary-trial': null,
        'adjourn-for-supplement': 'trial-adjourned',
        'prolong-trial': 'on-prolonged-trial',
        'judge-with-fine': 'judged',
        'judge-without-fine': 'judged',
        'withdraw-indictment': 'indictment-withdrawn',
      },
    },
    'trial-suspended': {
      title: ['第一审中止审理', 'Trial suspended'],
      marks: OPEN,
      on: { 'resume-trial': 'on-trial', 'withdraw-indictment': 'indictment-withdrawn' },
    },
    'on-prolonged-trial': {
      title: ['第一审审理中（经批准延长）', 'On trial, prolonged with approval'],
      marks: OPEN,
      on: { 'judge-with-fine': 'judged', 'judge-without-fine': 'judged', 'withdraw-indictment': 'indictment-withdrawn' },
    },
    judged: {
      title: ['第一审已判决，未生效', 'Judged at first instance, not in effect'],
      marks: OPEN,
      on: {
        'serve-judgment': null,
        'lodge-appeal': 'appealed',
        'lodge-protest': 'appealed',
        'confirm-effect': BY_PUNISHMENT,
      },
    },
    appealed: {
      title: ['已上诉、抗诉，待移送案卷', 'Appealed or protested, file to be passed on'],
      marks: OPEN,
      on: { 'serve-judgment': null, ...LODGED_TOO, 'forward-appeal': 'appeal-forwarded' },
    },
    'appeal-forwarded': {
      title: ['已移送第二审法院，待受理', 'Passed to the court of second instance'],
      marks: OPEN,
      on: { 'accept-appeal': 'second-instance', 'return-appeal': 'appealed', 'take-back-appeal': 'appealed', ...LODGED_LATER },
    },
    'second-instance': {
      title: ['第二审审理中', 'At second instance'],
      marks: OPEN,
      on: {
        'prolong-second-instance': null,
        'decide-appeal-with-fine': 'effective-with-fine',
        'decide-appeal-without-fine': 'effective-without-fine',
        'remand-for-retrial': 'on-trial',
        ...LODGED_LATER,
      },
    },
    // O310 11(3), CF 35.
    'effective-with-fine': {
      title: ['裁判已生效（判处罚金）', 'In effect, with a fine'],
      terminal: true,
      marks: ['criminally-fined'],
      on: { 'send-effective-judgment': null },
    },
    'effective-without-fine': { title: ['裁判已生效（未处罚金）', 'In effect, without a fine'], terminal: true, on: { 'send-effective-judgment': null } },
  },
  clocks: {
    // Only whom the police want arrested: who is let go on bail is asked for by nobody.
    // Bail and the like end it once the arrest is said to be lifted.
    'pro-custody': {
      startsOn: 'take-measure',
      when: 'coerciveMeasure',
      whenIs: 'arrest',
      stopsOn: ['send-for-prosecution', 'send-again-after-supplement'],
      mootOn: ['end-investigation', 'lift-measure'],
      extendsOn: 'extend-custody',
      obliges: 'investigator',
    },
    'pro-arrest-request': {
      startsOn: 'take-measure',
      when: 'coerciveMeasure',
      whenIs: 'detention',
      stopsOn: 'request-arrest',
      obliges: 'investigator',
      mootOn: ['lift-measure', 'request-arrest-undetained', 'send-for-prosecution', 'end-investigation'],
      extendsOn: 'extend-arrest-request',
      window: true,
    },
    'pro-arrest-detained': {
      startsOn: 'request-arrest',
      stopsOn: ['approve-arrest', 'decline-arrest'],
      obliges: 'procuratorate',
      mootOn: 'withdraw-arrest-request',
      runsFrom: 'receipt',
    },
    'pro-arrest-undetained': {
      startsOn: 'request-arrest-undetained',
      stopsOn: ['approve-arrest', 'decline-arrest'],
      obliges: 'procuratorate',
      mootOn: 'withdraw-arrest-request',
      extendsOn: 'extend-arrest-decision',
      runsFrom: 'receipt',
    },
    'agr-hand-off-receipt': {
      startsOn: ['send-for-prosecution', 'pass-to-competent-procuratorate'],
      stopsOn: ['accept-for-review', 'accept-for-fast-track', 'return-to-investigator'],
      obliges: 'procuratorate',
      mootOn: ['take-back-from-review', 'pass-to-competent-procuratorate'],
      receipt: true,
    },
    'pro-review': {
      startsOn: ['send-for-prosecution', 'send-again-after-supplement', 'pass-to-competent-procuratorate'],
      stopsOn: ['prosecute', 'decide-non-prosecution'],
      obliges: 'procuratorate',
      mootOn: ['return-for-supplement', 'return-to-investigator', 'take-back-from-review', 'pass-to-competent-procuratorate'],
      extendsOn: 'prolong-review',
      pauses: NO_REVIEW,
      runsFrom: 'receipt',
    },
    'pro-pass-on-review': {
      startsOn: 'find-no-jurisdiction',
      stopsOn: 'pass-to-competent-procuratorate',
      obliges: 'procuratorate',
      mootOn: ['prosecute', 'decide-non-prosecution', 'return-for-supplement'],
    },
    'pro-review-fast-track': {
      startsOn: 'accept-for-fast-track',
      stopsOn: ['prosecute', 'decide-non-prosecution'],
      obliges: 'procuratorate',
      mootOn: ['return-for-supplement', 'prolong-review', 'pass-to-competent-procuratorate'],
      extendsOn: 'extend-fast-track',
      pauses: NO_REVIEW,
    },
    'pro-own-measure': {
      startsOn: 'detain-first',
      stopsOn: 'decide-own-measure',
      obliges: 'procuratorate',
      extendsOn: 'extend-own-measure',
    },
    'pro-supplement': {
      startsOn: 'return-for-supplement',
      stopsOn: 'send-again-after-supplement',
      obliges: 'investigator',
      mootOn: 'end-investigation',
      runsFrom: 'receipt',
    },
    'pro-trial-supplement': {
      startsOn: 'adjourn-for-supplement',
      stopsOn: 'hand-in-supplement',
      obliges: 'procuratorate',
      mootOn: 'withdraw-indictment',
    },
    'rev-internal-transfer': { startsOn: 'decide-non-prosecution', stopsOn: 'refer-for-penalty-review', obliges: 'procuratorate', mootOn: 'revoke-non-prosecution' },
    // Only the one of minor circumstances petitions to the procuratorate itself; for whom it is no right it is nobody’s breach.
    'pro-petition': {
      startsOn: 'serve-non-prosecution',
      startsAt: 'servedOn',
      stopsOn: 'petition-against-non-prosecution',
      obliges: 'subject',
      mootOn: 'revoke-non-prosecution',
      window: true,
    },
    // A mark in time: the victim has these days, and only after them it is concluded.
    'pro-victim-petition': {
      startsOn: 'serve-victim',
      startsAt: 'servedOn',
      stopsOn: 'note-victim-petition',
      obliges: 'procuratorate',
      mootOn: 'revoke-non-prosecution',
      window: true,
    },
    'pro-victim-petition-decision': {
      startsOn: 'note-victim-petition',
      stopsOn: ['uphold-non-prosecution', 'revoke-non-prosecution'],
      obliges: 'procuratorate',
    },
    'pro-petition-decision': {
      startsOn: 'petition-against-non-prosecution',
      stopsOn: ['uphold-non-prosecution', 'revoke-non-prosecution'],
      obliges: 'procuratorate',
      extendsOn: 'extend-petition-decision',
    },
    'pro-reconsider-non-prosecution': {
      startsOn: 'ask-to-reconsider-non-prosecution',
      stopsOn: ['uphold-non-prosecution', 'revoke-non-prosecution'],
      obliges: 'procuratorate',
      runsFrom: 'receipt',
    },
    'pro-review-non-prosecution': {
      startsOn: 'ask-to-review-non-prosecution',
      stopsOn: ['uphold-non-prosecution', 'revoke-non-prosecution'],
      obliges: 'procuratorate',
      runsFrom: 'receipt',
    },
    'pro-decision-after-withdrawal': { startsOn: 'withdraw-indictment', stopsOn: 'decide-non-prosecution', obliges: 'procuratorate' },
    'agr-trial-receipt': {
      startsOn: 'prosecute',
      stopsOn: ['accept-for-trial', 'return-indictment'],
      obliges: 'court',
      mootOn: 'withdraw-indictment',
      receipt: true,
    },
    // XS 208(1) from acceptance; XS 241 anew after a remand.
    'pro-trial': {
      startsOn: ['accept-for-trial', 'turn-to-ordinary-trial', 'hand-in-supplement', 'remand-for-retrial'],
      unless: 'trialTrack',
      stopsOn: JUDGED,
      obliges: 'court',
      mootOn: ['withdraw-indictment', 'prolong-trial', 'adjourn-for-supplement'],
      pauses: { suspension: { from: 'suspend-trial', to: 'resume-trial' } },
      extendsOn: 'extend-trial',
    },
    'pro-judgment-service': {
      startsOn: JUDGED,
      stopsOn: 'serve-judgment',
      obliges: 'court',
      when: 'pronouncedInCourt',
      mootOn: ['lodge-appeal', 'lodge-protest'],
    },
    'pro-trial-summary': { ...SHORT_TRIAL, whenIs: 'summary' },
    'pro-trial-fast-track': { ...SHORT_TRIAL, whenIs: 'fast-track' },
    'pro-appeal': {
      startsOn: 'serve-judgment',
      startsAt: 'servedOn',
      stopsOn: 'lodge-appeal',
      obliges: 'subject',
      mootOn: ['confirm-effect', 'remand-for-retrial'],
      window: true,
    },
    'pro-protest': {
      startsOn: 'serve-judgment',
      startsAt: 'servedOn',
      stopsOn: 'lodge-protest',
      obliges: 'procuratorate',
      mootOn: ['confirm-effect', 'remand-for-retrial'],
      window: true,
    },
    'pro-appeal-forward': { startsOn: 'lodge-appeal', stopsOn: ['forward-appeal', 'pass-on-later-appeal'], obliges: 'court', mootOn: 'remand-for-retrial' },
    'agr-appeal-receipt': {
      startsOn: 'forward-appeal',
      stopsOn: ['accept-appeal', 'return-appeal'],
      obliges: 'appeal-court',
      mootOn: 'take-back-appeal',
      receipt: true,
    },
    'pro-second-instance': {
      startsOn: 'accept-appeal',
      stopsOn: ['decide-appeal-with-fine', 'decide-appeal-without-fine', 'remand-for-retrial'],
      obliges: 'appeal-court',
      mootOn: 'prolong-second-instance',
    },
    'pro-result-notice': {
      startsOn: ['confirm-effect', 'decide-appeal-with-fine', 'decide-appeal-without-fine'],
      stopsOn: 'send-effective-judgment',
      obliges: 'court',
    },
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
