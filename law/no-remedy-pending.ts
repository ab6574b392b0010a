// QZ 53, SS 97: what a reconsideration or a suit may still undo is enforced by no court.
import type { ConditionLiteral } from './define-procedure.ts';

export const NO_REMEDY_PENDING = {
  'no-remedy-pending': {
    if: { noneOpen: { procedure: 'penalty-remedy', of: 'subject', own: true } },
    title: ['没有未结的行政复议、行政诉讼时', 'while no reconsideration or suit is pending'],
    refusal: ['行政复议、行政诉讼尚未终结', 'A reconsideration or suit is still pending'],
    basis: [{ act: 'QZ', article: '53' }],
  },
} as const satisfies Readonly<Record<string, ConditionLiteral>>;
