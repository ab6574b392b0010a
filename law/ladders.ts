// Escalation ladders: who hears of an overdue limit, and when. Addressees are symbols; the register turns them into departments.
// A limit on ladder `none` is never a breach: a right that lapses (`lapses`), or a mark in time after which somebody may act (`may`).
// A step may open a proceeding by itself (`opens`), where an act orders that for the limits on that ladder and for no others: it opens
// once that step has come and the limit still counts as broken, so never for what is agreed, 来源待核 or undetermined, nor for what is
// by then done and claimed to have been in time. Who opens it is the bus; what becomes of it a head decides.
import type { Addressee, LadderStep, OpenedByBreach } from '../schemas/law.ts';

const first: LadderStep = {
  level: 1,
  moment: 'due',
  workingDaysAfter: 0,
  to: ['obliged-head', 'obliged-liaison'],
};
/** Where the other side waits for what is owed, it is told at once that it does not come. */
const firstWithReceiver: LadderStep = { ...first, to: [...first.to, 'receiver'] };
const second: LadderStep = {
  level: 2,
  moment: 'escalate-2',
  workingDaysAfter: 3,
  to: ['sender', 'joint-meeting-office'],
};
const third = (to: readonly Addressee[]): LadderStep => ({
  level: 3,
  moment: 'escalate-3',
  workingDaysAfter: 5,
  to,
});

/** O310 14, 16, of an organ that does not transfer: procuratorate, superior, government of the same level, supervisory organ. */
const failingToTransfer = third(['procuratorate', 'superior', 'government-office', 'supervisory-organ']);

/** O310 17: procuratorate, governments of the same level and above; superior police by line of command. */
const policeFailing = third(['procuratorate', 'superior', 'government-office', 'superior-government']);

/** Whoever may ask for a sanction refers it to the supervisory organ. Nobody refers itself where another is there to do it. */
const toDiscipline = (act: string, article: string, from: string): OpenedByBreach => ({
  procedure: 'discipline-referral',
  for: ['superior', 'government-office', 'obliged-head'],
  from,
  basis: [{ act, article }],
});

/**
 * O310 18, as revised in 2020: where what 16 and 17 name asks for a sanction, the organ, its superior or the government concerned refers
 * it to the supervisory organ. S0 2.2c asks no more than that the law is applied.
 */
const referredToDiscipline = toDiscipline('O310', '18', '2020-08-07');
/** CF 76(2), since its revision: a case that is to be filed and is not filed in time is sanctioned, whom the superior or another names. */
const notFiledInTime = toDiscipline('CF', '76(2)', '2021-07-15');

/** CF 76, of an organ slow in its own penalty case: its superior and the supervisory organ. */
const penaltyOrganFailing = third(['superior', 'supervisory-organ']);

/** Ladders by the kind of body obliged and of the duty. */
export const ladders = {
  /** An organ that does not transfer. */
  'admin-organ': [first, second, failingToTransfer],
  /** O310 16: it does not decide on the transfer, or does not hand the case over, in time. */
  'transfer-overdue': [first, second, { ...failingToTransfer, opens: referredToDiscipline }],
  /** An organ slow to supply what the police wait for has transferred all the same: its superior, and no charge of O310 16. */
  'admin-organ-to-police': [firstWithReceiver, second, third(['superior'])],
  /** CF 76: an organ slow in its own penalty case answers to its superior and to the supervisory organ, to nobody else. */
  'penalty-organ': [first, second, penaltyOrganFailing],
  /** CF 76(2): it neither files nor declines in time what it was told of. */
  'verification-overdue': [first, second, { ...penaltyOrganFailing, opens: notFiledInTime }],
  /** GJ2021 7, 11: an organ that leaves an opinion of the procuratorate without an answer. */
  'procuratorial-opinion': [first, second, third(['procuratorate', 'justice', 'superior'])],
  /** O310 7, 17: not accepting, or what goes with it. */
  police: [first, second, policeFailing],
  /** O310 17: no decision to file or not to file in time, on the transfer or on its reconsideration. */
  'filing-overdue': [first, second, { ...policeFailing, opens: referredToDiscipline }],
  /** What the police owe beside accepting and deciding: procuratorate and superior, no government (O310 17 speaks of those two). */
  'police-duty': [first, second, third(['procuratorate', 'superior'])],
  /** The next higher procuratorate. */
  procuratorate: [first, second, third(['superior'])],
  /** A court answers to the next higher one. */
  court: [first, second, third(['superior'])],
  /** JCJY 25: one that leaves a suggestion without an answer; the superior procuratorate and its own superior are told. */
  'procuratorial-suggestion': [first, second, third(['procuratorate', 'superior'])],
  /** Police or procuratorate that leave a consultation without an answer. */
  consulted: [first, second, third(['superior'])],
  /** Whoever answers to its superior alone: medical-insurance departments among themselves (N4 10, 34), a supervisory commission (JC 10). */
  superior: [first, second, third(['superior'])],
  /** N2 39(2), ZF48J 49: the agency answers to who stands above it; the bureau it works for takes part in the proceeding. */
  agency: [first, second, third(['superior'])],
  /** Agreed limits never leave those who agreed them. */
  agreed: [first, second],
  /** What the departments of a region agreed on for a case of several: at last the government that has them agree. */
  'agreed-in-region': [first, second, third(['government-office'])],
  none: [],
} as const satisfies Record<string, readonly LadderStep[]>;

/** Key of a ladder. */
export type LadderKey = keyof typeof ladders;

/** Steps of the ladder with this key; none for an unknown key. */
export const ladderOf = (key: string): readonly LadderStep[] =>
  Object.hasOwn(ladders, key) ? ladders[key as LadderKey] : [];
