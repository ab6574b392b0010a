// After a termination: the new registration, or a suspension instead where the points were put right (ZF48J 29, 39, 44).
import type { Part } from '../part.ts';
import { BAR_SHORTENED } from './bars.ts';
import { AFTER_OBJECTION, REPAIRED } from './objection-and-repair.ts';
import { FREE_ELSEWHERE } from './one-person.ts';
import { OF_THE_MEASURE } from './points-of-the-year.ts';

const REGISTRATION_REQUEST = {
  stopsOn: 'apply-for-recovery',
  obliges: 'subject',
  mootOn: ['restore-eligibility', 'suspend-eligibility', 'terminate-eligibility', 'cancel-registration'],
  window: true,
} as const;

const SUSPENDED_INSTEAD = {
  to: 'suspension-issued',
  when: 'only-suspended-now',
  title: ['记分调整后改为暂停', 'Suspend instead, as the points were put right'],
} as const;

const REGISTERED_ANEW = {
  to: 'normal',
  when: ['bar-has-passed', ...FREE_ELSEWHERE],
  title: ['重新承诺并登记备案', 'Register anew'],
} as const;

export const TERMINATED = {
  conditions: {
    'registration-may-be-asked-for': {
      if: {
        anyOf: [
          { passed: ['elig-registration-one-year', 'elig-registration-three-years'] },
          { allOf: [BAR_SHORTENED, { passed: ['elig-registration-repaired'] }] },
        ],
      },
      title: ['终止期满前15个工作日起', 'from fifteen working days before the bar ends'],
      refusal: ['距终止期满超过15个工作日，尚不得申请恢复', 'The bar ends in more than fifteen working days'],
      basis: [{ act: 'ZF48J', article: '39(1)' }],
    },
    'only-suspended-now': {
      if: { sum: { ...OF_THE_MEASURE, atLeast: 9, below: 12 } },
      title: ['调整后该年累计记分达到9分、未达12分时', 'where the points of its year are 9 to 11 by now'],
      refusal: [
        '该年累计记分未达到9分，或者仍达到12分',
        'The points of its year do not reach 9, or still reach 12',
      ],
      basis: [
        { act: 'ZF48J', article: '29' },
        { act: 'ZF48J', article: '44' },
      ],
    },
  },
  states: {
    terminated: {
      title: ['本程序终止支付资格', 'Terminated by this proceeding'],
      on: {
        'tell-industry': null,
        ...REPAIRED,
        'shorten-bar': null,
        'restore-eligibility': AFTER_OBJECTION,
        'suspend-eligibility': SUSPENDED_INSTEAD,
        'apply-for-recovery': { to: 'terminated-assessing', when: 'registration-may-be-asked-for' },
        'cancel-registration': 'cancelled',
      },
    },
    'terminated-assessing': {
      title: ['重新登记备案申请评估中', 'New registration under assessment'],
      on: {
        'pass-assessment': 'registration-granted',
        'restore-eligibility': REGISTERED_ANEW,
        'refuse-recovery': 'terminated',
      },
    },
    'registration-granted': {
      title: ['评估通过，待终止期满重新登记备案', 'Assessment passed; registered anew when the bar ends'],
      on: { 'restore-eligibility': REGISTERED_ANEW },
    },
  },
  clocks: {
    'elig-registration-one-year': {
      ...REGISTRATION_REQUEST,
      startsOn: 'terminated-one-year',
      setBy: 'barOneYearUntil',
    },
    'elig-registration-three-years': {
      ...REGISTRATION_REQUEST,
      startsOn: 'terminated-three-years',
      setBy: 'barThreeYearsUntil',
    },
    'elig-registration-repaired': {
      ...REGISTRATION_REQUEST,
      startsOn: 'shorten-bar',
      again: 'anew',
      setBy: 'barredUntil',
    },
    'elig-bar-repaired': {
      startsOn: 'shorten-bar',
      again: 'anew',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['suspend-eligibility', 'terminate-eligibility', 'cancel-registration'],
      window: true,
      setBy: 'barredUntil',
    },
  },
} as const satisfies Part;
