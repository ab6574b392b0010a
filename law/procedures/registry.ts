// Every procedure there is, family by family. Adding one is its file, and here its import and its place in a family.
import type { Bilingual } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { tellsDiscipline } from '../tells-discipline.ts';
import { agencyHandOver } from './agency-hand-over.ts';
import { agreementHandling } from './agreement-handling.ts';
import { assistance } from './assistance.ts';
import { clueNotice } from './clue-notice.ts';
import { consultation } from './consultation.ts';
import { criminalProcess } from './criminal-process.ts';
import { criminalTransfer } from './criminal-transfer.ts';
import { disciplineCase } from './discipline-case.ts';
import { disciplineOutbound } from './discipline-outbound.ts';
import { disciplineReferral } from './discipline-referral.ts';
import { drugBusiness } from './drug-business.ts';
import { drugPenalty } from './drug-penalty.ts';
import { eligibilityObjection } from './eligibility-objection.ts';
import { evidenceMeasure, evidenceMeasure2027 } from './evidence-measure.ts';
import { filingSupervision } from './filing-supervision.ts';
import { flyingInspection } from './flying-inspection.ts';
import { fundFinding } from './fund-finding.ts';
import { fundRecovery } from './fund-recovery.ts';
import { handlingRecommendation } from './handling-recommendation.ts';
import { healthPenalty } from './health-penalty.ts';
import { insurancePenalty } from './insurance-penalty.ts';
import { jointSanction } from './joint-sanction.ts';
import { majorIncidentReport } from './major-incident-report.ts';
import { marketPenalty } from './market-penalty.ts';
import { paymentEligibility } from './payment-eligibility.ts';
import { peerTransfer } from './peer-transfer.ts';
import { penaltyRemedy } from './penalty-remedy.ts';
import { practiceLicence } from './practice-licence.ts';
import { practitioner } from './practitioner.ts';
import { procuratorialSuggestion } from './procuratorial-suggestion.ts';
import { publicInterestSuit } from './public-interest-suit.ts';
import { publicOrder, publicOrder2026 } from './public-order.ts';
import { publicity } from './publicity.ts';
import { reverseReferral } from './reverse-referral.ts';
import { sanctionOrder } from './sanction-order.ts';
import { staffAndFunding } from './staff-and-funding.ts';
import { supervisorySuggestion } from './supervisory-suggestion.ts';
import { verifiedFinding } from './verified-finding.ts';

type Family = { readonly title: Bilingual; readonly procedures: readonly Procedure[] };

const OWN: readonly Family[] = [
  {
    title: { zh: '线索和涉嫌犯罪案件移送', en: 'Clues and transfers of suspected crimes' },
    procedures: [clueNotice, criminalTransfer, filingSupervision, consultation],
  },
  {
    title: { zh: '部门间移送、协查和纪检监察', en: 'Between departments, and with discipline inspection' },
    procedures: [
      peerTransfer,
      disciplineReferral,
      disciplineCase,
      disciplineOutbound,
      supervisorySuggestion,
      handlingRecommendation,
      assistance,
      majorIncidentReport,
      fundFinding,
      flyingInspection,
    ],
  },
  {
    title: { zh: '协议、资格、许可和基金', en: 'Agreements, eligibility, licences and the fund' },
    procedures: [
      agreementHandling,
      agencyHandOver,
      paymentEligibility,
      eligibilityObjection,
      practiceLicence,
      practitioner,
      drugBusiness,
      fundRecovery,
      staffAndFunding,
      publicity,
    ],
  },
  {
    title: { zh: '行政处罚', en: 'Administrative penalties' },
    procedures: [
      insurancePenalty,
      marketPenalty,
      healthPenalty,
      drugPenalty,
      evidenceMeasure,
      evidenceMeasure2027,
      penaltyRemedy,
      verifiedFinding,
      jointSanction,
      sanctionOrder,
    ],
  },
  {
    title: { zh: '刑事程序、反向移送和检察监督', en: 'Criminal process, what comes back from it, and the procuratorate' },
    procedures: [criminalProcess, publicOrder, publicOrder2026, reverseReferral, procuratorialSuggestion, publicInterestSuit],
  },
];

/** Procedures that belong together: nothing goes by it but the order in which people read them. */
export const families: readonly Family[] = OWN.map(({ title, procedures: own }) => ({ title, procedures: own.map(tellsDiscipline) }));

export const procedures: readonly Procedure[] = families.flatMap((family) => family.procedures);
