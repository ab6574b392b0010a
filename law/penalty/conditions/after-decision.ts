// What carrying a decision out, a remedy against it and closing wait for.
import { ENFORCEMENT_CONDITIONS, FROM_INSTALMENTS } from '../../enforcement.ts';
import { NO_REMEDY_PENDING } from '../../no-remedy-pending.ts';
import { PUBLICATION_CONDITIONS } from '../../publication.ts';
import { REMEDIES_EXHAUSTED, REMEDY_CONDITIONS } from '../../remedy.ts';
import { cashToBank, cashToHandIn } from '../cash.ts';
import type { Literal } from '../penalty-law.ts';

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
  'cash-to-hand-in': cashToHandIn('collect-cash', 'hand-in-cash'),
  'cash-to-bank': cashToBank('hand-in-cash', 'bank-cash'),
  ...REMEDY_CONDITIONS,
  // CF 73(3): from when the organ knows of it; what came before and comes after is added.
  'no-remedy-goes-on': {
    if: {
      allOf: [
        NO_REMEDY_PENDING['no-remedy-pending'].if,
        { anyOf: [{ never: { command: 'note-remedy', since: 'serve-decision' } }, REMEDIES_EXHAUSTED] },
      ],
    },
    title: ['没有行政复议、行政诉讼在进行时', 'while no reconsideration or suit goes on'],
    refusal: [
      '行政复议、行政诉讼期间不计算加处罚款；终结后登记再加处',
      'Nothing is added for the time of a reconsideration or a suit; note its end first',
    ],
    basis: [{ act: 'CF', article: '73(3)' }],
  },
  ...ENFORCEMENT_CONDITIONS,
  ...FROM_INSTALMENTS,
  ...PUBLICATION_CONDITIONS,
  // N4 33, QZ 28: what is decided is not closed over sealed or preserved property.
  'no-measure-open': {
    if: { noneOpen: { procedure: 'evidence-measure', of: 'subject' } },
    title: ['证据保全和强制措施解除后', 'once nothing is preserved, sealed or seized'],
    refusal: [
      '先行登记保存、封存、查封、扣押尚未处理或者解除',
      'Something is still preserved, sealed or seized',
    ],
  },
} as const satisfies Literal['conditions'];
