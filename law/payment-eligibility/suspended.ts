// While a suspension lasts, and how it ends (ZF48J 29, 39, 44).
import type { Part } from '../part.ts';
import { AFTER_OBJECTION, REPAIRED } from './objection-and-repair.ts';
import { FREE_ELSEWHERE, SUSPENSION_PASSED } from './one-person.ts';
import { TAKEN_OFF } from './points-of-the-year.ts';

const RESTORED = { to: 'normal', when: ['suspension-has-ended', ...FREE_ELSEWHERE] } as const;

export const SUSPENDED = {
  conditions: {
    // ZF48J 39(1).
    'recovery-may-be-asked-for': {
      if: { passed: ['elig-recovery-request'] },
      title: ['暂停期满前15个工作日起', 'from fifteen working days before the suspension ends'],
      refusal: [
        '距暂停期满超过15个工作日，尚不得申请恢复',
        'The suspension ends in more than fifteen working days',
      ],
      basis: [{ act: 'ZF48J', article: '39(1)' }],
    },
    'suspension-has-ended': {
      if: { anyOf: [SUSPENSION_PASSED, TAKEN_OFF] },
      title: [
        '暂停期满后，或者调整后累计记分不足9分时',
        'once the suspension has ended, or its points were taken off',
      ],
      refusal: ['暂停期限尚未届满', 'The suspension has not ended yet'],
      basis: [
        { act: 'ZF48J', article: '29' },
        { act: 'ZF48J', article: '39' },
      ],
    },
  },
  states: {
    suspended: {
      title: ['本程序暂停支付资格', 'Suspended by this proceeding'],
      on: {
        'establish-responsibility': 'found',
        'tell-industry': null,
        ...REPAIRED,
        'shorten-suspension': null,
        'restore-eligibility': AFTER_OBJECTION,
        'apply-for-recovery': { to: 'suspended-assessing', when: 'recovery-may-be-asked-for' },
        'cancel-registration': 'cancelled',
      },
    },
    'suspended-assessing': {
      title: ['暂停恢复申请评估中', 'Recovery from suspension under assessment'],
      on: {
        'establish-responsibility': 'found',
        'pass-assessment': 'recovery-granted',
        'restore-eligibility': RESTORED,
        'refuse-recovery': 'suspended',
      },
    },
    'recovery-granted': {
      title: ['评估通过，待暂停期满恢复', 'Assessment passed; restored when the suspension ends'],
      on: {
        'establish-responsibility': 'found',
        'restore-eligibility': RESTORED,
      },
    },
  },
  clocks: {
    // Of a suspension that is shortened, or ordered again, the last day is the one said last.
    'elig-suspension': {
      startsOn: ['suspend-eligibility', 'shorten-suspension'],
      again: 'anew',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['terminate-eligibility', 'cancel-registration'],
      window: true,
      setBy: 'suspendedUntil',
    },
    'elig-recovery-request': {
      startsOn: ['suspend-eligibility', 'shorten-suspension'],
      again: 'anew',
      stopsOn: 'apply-for-recovery',
      obliges: 'subject',
      mootOn: ['restore-eligibility', 'terminate-eligibility', 'cancel-registration'],
      window: true,
      setBy: 'suspendedUntil',
    },
  },
} as const satisfies Part;
