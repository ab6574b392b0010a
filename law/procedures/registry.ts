// Every procedure there is. Adding one is its file and one line here.
import type { Procedure } from '../../schemas/procedure.ts';
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
import { fundFinding } from './fund-finding.ts';
import { fundRecovery } from './fund-recovery.ts';
import { handlingRecommendation } from './handling-recommendation.ts';
import { healthPenalty } from './health-penalty.ts';
import { insurancePenalty } from './insurance-penalty.ts';
import { majorIncidentReport } from './major-incident-report.ts';
import { marketPenalty } from './market-penalty.ts';
import { paymentEligibility } from './payment-eligibility.ts';
import { peerTransfer } from './peer-transfer.ts';
import { penaltyRemedy } from './penalty-remedy.ts';
import { practiceLicence } from './practice-licence.ts';
import { practitioner } from './practitioner.ts';
import { procuratorialSuggestion } from './procuratorial-suggestion.ts';
import { publicInterestSuit } from './public-interest-suit.ts';
import { publicOrder } from './public-order.ts';
import { publicity } from './publicity.ts';
import { reverseReferral } from './reverse-referral.ts';
import { staffAndFunding } from './staff-and-funding.ts';
import { supervisorySuggestion } from './supervisory-suggestion.ts';
import { verifiedFinding } from './verified-finding.ts';

export const procedures: readonly Procedure[] = [
  clueNotice,
  criminalTransfer,
  filingSupervision,
  consultation,
  peerTransfer,
  disciplineReferral,
  disciplineCase,
  disciplineOutbound,
  supervisorySuggestion,
  handlingRecommendation,
  assistance,
  majorIncidentReport,
  fundFinding,
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
  insurancePenalty,
  marketPenalty,
  healthPenalty,
  drugPenalty,
  evidenceMeasure,
  evidenceMeasure2027,
  penaltyRemedy,
  verifiedFinding,
  criminalProcess,
  publicOrder,
  reverseReferral,
  procuratorialSuggestion,
  publicInterestSuit,
];
