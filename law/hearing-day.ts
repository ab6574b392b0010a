// A hearing is held on the day that the party was told of (CF 64(2)), not before it.
import type { Test } from '../schemas/condition.ts';
import type { ConditionLiteral } from './define-procedure.ts';

/** @param unless what else lets a hearing end */
export const onItsDay = (...unless: readonly Test[]) =>
  ({
    if: { anyOf: [...unless, { field: { name: 'hearingDate', come: true } }] },
    title: ['确定的听证日期已到时', 'once the day set for the hearing has come'],
    refusal: ['确定的听证日期尚未到', 'The day set for the hearing has not come yet'],
    basis: [{ act: 'CF', article: '64(2)' }],
  }) as const satisfies ConditionLiteral;
