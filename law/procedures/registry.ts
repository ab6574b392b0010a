// Every procedure there is. Adding one is its file and one line here.
import type { Procedure } from '../../schemas/procedure.ts';
import { clueNotice } from './clue-notice.ts';
import { consultation } from './consultation.ts';
import { criminalTransfer } from './criminal-transfer.ts';
import { drugPenalty } from './drug-penalty.ts';
import { evidenceMeasure, evidenceMeasure2027 } from './evidence-measure.ts';
import { filingSupervision } from './filing-supervision.ts';
import { healthPenalty } from './health-penalty.ts';
import { insurancePenalty } from './insurance-penalty.ts';
import { marketPenalty } from './market-penalty.ts';
import { penaltyRemedy } from './penalty-remedy.ts';
import { verifiedFinding } from './verified-finding.ts';

export const procedures: readonly Procedure[] = [
  clueNotice,
  criminalTransfer,
  filingSupervision,
  consultation,
  insurancePenalty,
  marketPenalty,
  healthPenalty,
  drugPenalty,
  evidenceMeasure,
  evidenceMeasure2027,
  penaltyRemedy,
  verifiedFinding,
];
