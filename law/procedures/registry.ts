// Every procedure there is. Adding one is its file and one line here.
import type { Procedure } from '../../schemas/procedure.ts';
import { clueNotice } from './clue-notice.ts';
import { consultation } from './consultation.ts';
import { criminalTransfer } from './criminal-transfer.ts';
import { filingSupervision } from './filing-supervision.ts';
import { peerTransfer } from './peer-transfer.ts';

export const procedures: readonly Procedure[] = [clueNotice, criminalTransfer, filingSupervision, consultation, peerTransfer];
