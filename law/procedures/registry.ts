// Every procedure there is. Adding one is its file and one line here.
import type { Procedure } from '../../schemas/procedure.ts';
import { assistance } from './assistance.ts';
import { clueNotice } from './clue-notice.ts';
import { consultation } from './consultation.ts';
import { criminalTransfer } from './criminal-transfer.ts';
import { disciplineCase } from './discipline-case.ts';
import { disciplineOutbound } from './discipline-outbound.ts';
import { disciplineReferral } from './discipline-referral.ts';
import { filingSupervision } from './filing-supervision.ts';
import { fundFinding } from './fund-finding.ts';
import { handlingRecommendation } from './handling-recommendation.ts';
import { majorIncidentReport } from './major-incident-report.ts';
import { peerTransfer } from './peer-transfer.ts';
import { supervisorySuggestion } from './supervisory-suggestion.ts';

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
];
