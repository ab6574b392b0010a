// A person has one status nationwide (ZF48J 34), and several proceedings may be about it: what each brought about is asked of by all that
// would give it back. What ended by time, by a repair or by an objection is waited for no longer, and no two wait for one another.
import type { Test } from '../../schemas/condition.ts';
import type { Part } from '../part.ts';
import { BAR_PASSED } from './bars.ts';
import { TAKEN_OFF } from './points-of-the-year.ts';

const BASIS = [
  { act: 'ZF48J', article: '29' },
  { act: 'ZF48J', article: '34' },
];

/** Asked of each other one: that it did not bring this about, or gave it back, or may give it back by now. */
const inNoOther = (command: string, since: readonly string[], passed: readonly Test[]): Test => ({
  others: { anyOf: [...since.map((one) => ({ never: { command, since: one } })), ...passed] },
});

export const SUSPENSION_PASSED = { passed: ['elig-suspension'] } as const;

export const ONE_PERSON = {
  conditions: {
    'not-barred-elsewhere': {
      if: inNoOther(
        'terminate-eligibility',
        ['restore-eligibility', 'suspend-eligibility'],
        [BAR_PASSED, TAKEN_OFF],
      ),
      title: [
        '该人员没有另一程序中尚未届满的终止期限时',
        'while no bar of another proceeding about the person stands',
      ],
      code: 'BARRED_ELSEWHERE',
      refusal: [
        '该人员在本案另一程序中的终止期限尚未届满，期满后方可恢复',
        'A bar of another proceeding about the person stands; it is restored once that has passed',
      ],
      basis: BASIS,
    },
    'not-suspended-elsewhere': {
      if: inNoOther('suspend-eligibility', ['restore-eligibility'], [SUSPENSION_PASSED, TAKEN_OFF]),
      title: [
        '该人员没有另一程序中尚未届满的暂停期限时',
        'while no suspension of another proceeding about the person stands',
      ],
      code: 'SUSPENDED_ELSEWHERE',
      refusal: [
        '该人员在本案另一程序中的暂停期限尚未届满，期满后方可恢复',
        'A suspension of another proceeding about the person stands; it is restored once that has ended',
      ],
      basis: BASIS,
    },
  },
} as const satisfies Part;

export const FREE_ELSEWHERE = ['not-barred-elsewhere', 'not-suspended-elsewhere'] as const;
