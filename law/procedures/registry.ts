// Every procedure there is. Adding one is its file and one line here.
import type { Procedure } from '../../schemas/procedure.ts';
import { clueNotice } from './clue-notice.ts';
import { consultation } from './consultation.ts';
import { criminalProcess } from './criminal-process.ts';
import { criminalTransfer } from './criminal-transfer.ts';
import { filingSupervision } from './filing-supervision.ts';
import { procuratorialSuggestion } from './procuratorial-suggestion.ts';
import { publicInterestSuit } from './public-interest-suit.ts';
import { publicOrder } from './public-order.ts';
import { reverseReferral } from './reverse-referral.ts';

export const procedures: readonly Procedure[] = [
  clueNotice,
  criminalTransfer,
  filingSupervision,
  consultation,
  criminalProcess,
  publicOrder,
  reverseReferral,
  procuratorialSuggestion,
  publicInterestSuit,
];
