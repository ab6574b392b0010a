// How long nobody is registered anew after a termination: a year, or three where twelve points were given at once (ZF48J 29).
import type { Part } from '../part.ts';

/** ZF48J 38: the agency shortened the bar of the last termination. */
export const BAR_SHORTENED = {
  happened: { command: 'shorten-bar', since: 'terminate-eligibility' },
} as const;

export const BAR_PASSED = {
  anyOf: [
    { passed: ['elig-bar-one-year', 'elig-bar-three-years'] },
    { allOf: [BAR_SHORTENED, { passed: ['elig-bar-repaired'] }] },
  ],
} as const;

export const BARS = {
  conditions: {
    'bar-has-passed': {
      if: BAR_PASSED,
      title: ['不得再次登记备案的期限届满后', 'once the bar to registration has passed'],
      refusal: ['不得再次登记备案的期限尚未届满', 'The bar to a new registration has not passed yet'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
  },
  clocks: {
    'elig-bar-one-year': {
      startsOn: 'terminated-one-year',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['suspend-eligibility', 'cancel-registration'],
      window: true,
    },
    'elig-bar-three-years': {
      startsOn: 'terminated-three-years',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['suspend-eligibility', 'cancel-registration'],
      window: true,
    },
  },
} as const satisfies Part;
