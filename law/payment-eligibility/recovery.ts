// Recovery is applied for, assessed, and granted or refused (ZF48J 39); a registration may be cancelled.
import type { Part } from '../part.ts';

export const RECOVERY = {
  papers: {
    'recovery-application': ['资格恢复申请书', 'Application for recovery'],
  },
  commands: {
    'apply-for-recovery': {
      event: 'recovery-applied-for',
      title: ['受理资格恢复申请', 'Take the application for recovery'],
      by: 'agency',
      papers: ['recovery-application'],
    },
    // ZF48J 39(1): assessed before the suspension ends; what was found counts from its end on.
    'pass-assessment': {
      event: 'recovery-assessment-passed',
      title: ['评估通过', 'Pass the assessment'],
      by: 'agency',
      rank: 'head',
      copyTo: ['bureau'],
    },
    'restore-eligibility': {
      event: 'eligibility-restored',
      title: ['恢复医保支付资格', 'Restore eligibility'],
      by: 'agency',
      rank: 'head',
      copyTo: ['bureau'],
    },
    'refuse-recovery': {
      event: 'recovery-refused',
      title: ['评估未通过', 'Refuse the recovery'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
    },
    'cancel-registration': {
      event: 'registration-cancelled',
      title: ['取消登记备案', 'Cancel the registration'],
      by: 'agency',
      reason: 'required',
    },
  },
  clocks: {
    'elig-recovery-assessment': {
      startsOn: 'apply-for-recovery',
      stopsOn: ['pass-assessment', 'restore-eligibility', 'refuse-recovery'],
      mootOn: 'establish-responsibility',
      obliges: 'agency',
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
