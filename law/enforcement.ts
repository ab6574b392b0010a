// A decision that nobody performs, by a court (QZ 53 to 56): once its party can seek no remedy any more, urged, ten working days later,
// within three months. What is enforced is a fine, what else a penalty orders, or money that is to go back to the fund.
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';
import { CASE_CONTENT } from './passed-on.ts';
import { REMEDIES_EXHAUSTED } from './remedy.ts';

export const ENFORCEMENT_FIELDS = {
  enforceableFrom: {
    kind: 'date',
    title: ['救济或者分期期限届满日期', 'day the remedies or instalments ended'],
  },
} as const satisfies Readonly<Record<string, FieldLiteral>>;

export const ENFORCEMENT_PAPERS = {
  'urging-notice': ['催告书', 'Urging notice'],
  'enforcement-application': ['强制执行申请书', 'Application for enforcement'],
} as const;

export const ENFORCEMENT_CONDITIONS = {
  'remedies-are-over': {
    if: {
      anyOf: [
        {
          allOf: [
            { never: { command: 'note-remedy', since: 'serve-decision' } },
            { passed: ['pen-remedy-review', 'pen-remedy-suit'] },
          ],
        },
        REMEDIES_EXHAUSTED,
      ],
    },
    title: [
      '申请复议和起诉的期限届满后，或者救济已终结时',
      'once no remedy was sought in time, or what was sought has ended',
    ],
    refusal: [
      '申请行政复议或者提起行政诉讼的期限尚未届满，或者已申请的救济尚未终结',
      'The party may still ask for reconsideration or sue, or what it sought has not ended',
    ],
    basis: [{ act: 'QZ', article: '53' }],
  },
  // QZ 54.
  'urged-ten-days-ago': {
    if: { allOf: [{ happened: { command: 'urge-performance' } }, { passed: ['pen-urge-wait'] }] },
    title: ['催告书送达十个工作日后', 'ten working days after the urging'],
    refusal: [
      '尚未催告，或者催告后未满十个工作日',
      'The party was not urged, or less than ten working days ago',
    ],
    basis: [{ act: 'QZ', article: '54' }],
  },
} as const satisfies Readonly<Record<string, ConditionLiteral>>;

const countedFrom = <const L extends string>(...limits: readonly L[]) =>
  ({
    anyOf: [
      { happened: { command: 'note-remedies-exhausted', since: 'serve-decision' } },
      { endOf: { field: 'enforceableFrom', limits } },
    ],
  }) as const;

/** QZ 53: the three months run from the end of the remedies and from no other day. */
export const FROM_REMEDIES = {
  'counted-from-the-last-day-to-sue': {
    if: countedFrom('pen-remedy-suit'),
    title: ['所填日期为起诉期限届满之日时', 'where the day said is the last to sue'],
    refusal: ['应当填写起诉期限届满之日', 'It must be the last day to sue'],
    basis: [{ act: 'QZ', article: '53' }],
  },
} as const satisfies Readonly<Record<string, ConditionLiteral>>;

/** CF 72(2): or from the end of the instalments that were approved. */
export const FROM_INSTALMENTS = {
  'counted-from-their-end': {
    if: countedFrom('pen-remedy-suit', 'pen-instalments'),
    title: [
      '所填日期为起诉期限或者批准的缴款期限届满之日时',
      'where the day said is the last to sue, or of the instalments',
    ],
    refusal: [
      '应当填写起诉期限届满之日；批准暂缓、分期缴纳且届满更晚的，填写该期限届满之日',
      'It must be the last day to sue, or the day the instalments ended where that is later',
    ],
    basis: [
      { act: 'QZ', article: '53' },
      { act: 'CF', article: '72(2)' },
    ],
  },
} as const satisfies Readonly<Record<string, ConditionLiteral>>;

/** What must hold for `note-not-performed`, beside the day that is said. */
export const REMEDIES_OVER = ['no-remedy-pending', 'remedies-are-over'] as const;

export const enforcementCommands = <const R extends string>(organ: R) =>
  ({
    'note-not-performed': {
      event: 'non-performance-noted',
      title: ['登记救济期满未履行', 'Note that it was not carried out'],
      by: organ,
      needs: ['enforceableFrom'],
    },
    'urge-performance': {
      event: 'performance-urged',
      title: ['催告履行', 'Urge the party'],
      by: organ,
      papers: ['urging-notice'],
    },
    'apply-to-court': {
      event: 'enforcement-applied-for',
      title: ['申请人民法院强制执行', 'Apply to the court for enforcement'],
      by: organ,
      rank: 'head',
      papers: ['enforcement-application'],
      when: ['no-remedy-pending', 'urged-ten-days-ago'],
      handsTo: 'court',
      passes: CASE_CONTENT,
    },
    'withdraw-application': {
      event: 'application-withdrawn',
      title: ['撤回强制执行申请', 'Withdraw the application'],
      by: organ,
      closesHandOff: 'taken-back',
    },
    'accept-enforcement': {
      event: 'enforcement-accepted',
      title: ['受理强制执行申请', 'Accept the application'],
      by: 'court',
      closesHandOff: 'received',
    },
    'refuse-enforcement': {
      event: 'enforcement-refused',
      title: ['不予受理强制执行申请', 'Refuse the application'],
      by: 'court',
      reason: 'required',
      closesHandOff: 'returned',
    },
    'end-enforcement': {
      event: 'enforcement-ended',
      title: ['裁定不予执行或者终结执行', 'Rule that it is not, or no longer, enforced'],
      by: 'court',
      reason: 'required',
    },
  }) as const;

/** `ends`: the commands after which nothing is left to enforce. */
export const enforcementClocks = <const R extends string, const C extends string>(
  organ: R,
  ends: readonly C[],
) => {
  const answered = {
    startsOn: 'apply-to-court',
    stopsOn: ['accept-enforcement', 'refuse-enforcement'],
    mootOn: 'withdraw-application',
    obliges: 'court',
  } as const;
  return {
    'pen-urge-wait': {
      startsOn: 'urge-performance',
      again: 'goes-on',
      stopsOn: 'apply-to-court',
      mootOn: ends,
      obliges: organ,
    },
    'pen-court-apply': {
      startsOn: 'note-not-performed',
      startsAt: 'enforceableFrom',
      stopsOn: 'apply-to-court',
      mootOn: ends,
      reopensOn: 'withdraw-application',
      obliges: organ,
    },
    'pen-court-accept': { ...answered, runsFrom: 'receipt' },
    'agr-hand-off-receipt': { ...answered, receipt: true },
  } as const;
};
