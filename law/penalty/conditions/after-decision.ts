// What carrying a decision out, a remedy against it and closing wait for.
import { NO_REMEDY_PENDING } from '../../no-remedy-pending.ts';
import type { Literal } from '../penalty-law.ts';

const PUBLISHED = { command: 'publish-decision', since: 'withdraw-publication' } as const;

export const AFTER_DECISION = {
  'payment-is-due': {
    if: { passed: ['pen-pay'] },
    title: ['缴款期限届满后', 'once the days to pay are over'],
    refusal: ['缴纳罚款的期限尚未届满', 'The days to pay are not over yet'],
  },
  'instalments-are-due': {
    if: { passed: ['pen-instalments'] },
    title: ['批准的缴款期限届满后', 'once the instalments are over'],
    refusal: ['批准的暂缓或者分期缴款期限尚未届满', 'The instalments approved are not over yet'],
  },
  ...NO_REMEDY_PENDING,
  'remedies-are-over': {
    if: {
      anyOf: [
        {
          allOf: [
            { never: { command: 'note-remedy', since: 'serve-decision' } },
            { passed: ['pen-remedy-review', 'pen-remedy-suit'] },
          ],
        },
        {
          allOf: [
            { happened: { command: 'note-remedies-exhausted', since: 'serve-decision' } },
            { never: { command: 'note-remedy', since: 'note-remedies-exhausted' } },
          ],
        },
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
  // QZ 53, CF 72(2): the three months run from the end of the remedies, or of the instalments approved, and from no other day.
  'counted-from-their-end': {
    if: {
      anyOf: [
        { happened: { command: 'note-remedies-exhausted', since: 'serve-decision' } },
        { endOf: { field: 'enforceableFrom', limits: ['pen-remedy-suit', 'pen-instalments'] } },
      ],
    },
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
  'reconsideration-sought': {
    if: { field: { name: 'remedySought', is: 'reconsideration' } },
    title: ['当事人申请行政复议时', 'where the party asks for reconsideration'],
    refusal: ['当事人未申请行政复议', 'No reconsideration is asked for'],
  },
  'suit-sought': {
    if: { field: { name: 'remedySought', is: 'suit' } },
    title: ['当事人提起行政诉讼时', 'where the party sues'],
    refusal: ['当事人未提起行政诉讼', 'The party does not sue'],
  },
  // CF 48(2): that it was published stands on record, and nobody has to say so again where the decision falls.
  'is-published': {
    if: { happened: PUBLISHED },
    title: ['处罚决定已公开、尚未撤回时', 'while the decision is published'],
    refusal: ['没有尚未撤回的公开信息', 'Nothing is published that was not withdrawn'],
    basis: [{ act: 'CF', article: '48(2)' }],
  },
  // CF 48(2): what was published of a decision that is gone does not stay while the case is decided anew.
  'publication-withdrawn': {
    if: { never: PUBLISHED },
    title: ['已公开的处罚信息撤回后', 'once what was published is withdrawn'],
    refusal: ['已公开的处罚信息尚未撤回', 'What was published is not withdrawn yet'],
  },
  // N4 33, QZ 28: what is decided is not closed over sealed or preserved property.
  'no-measure-open': {
    if: { noneOpen: { procedure: 'evidence-measure', of: 'subject' } },
    title: ['证据保全和强制措施解除后', 'once nothing is preserved, sealed or seized'],
    refusal: [
      '先行登记保存、封存、查封、扣押尚未处理或者解除',
      'Something is still preserved, sealed or seized',
    ],
  },
  // QZ 54.
  'urged-ten-days-ago': {
    if: { allOf: [{ happened: { command: 'urge-performance' } }, { passed: ['pen-urge-wait'] }] },
    title: ['催告书送达十个工作日后', 'ten working days after the urging'],
    refusal: [
      '尚未催告，或者催告后未满十个工作日',
      'The party was not urged, or less than ten working days ago',
    ],
  },
} as const satisfies Literal['conditions'];
