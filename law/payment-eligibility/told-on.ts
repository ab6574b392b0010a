// A measure is locked nationwide, and the authority of the trade is told (ZF48 2, ZF48J 34, 52).
import type { Part } from '../part.ts';

export const TOLD_ON = {
  commands: {
    'lock-nationwide': {
      event: 'status-locked-nationwide',
      title: ['登记备案状态全国联动', 'Lock the status nationwide'],
      by: 'agency',
    },
    // ZF48 2, ZF48J 52: health for institutions, drug regulation for pharmacies; each deals with it by its own law and answers.
    'tell-industry': {
      event: 'industry-told',
      title: ['通报行业主管部门', 'Tell the authority of the trade'],
      by: 'agency',
      needs: ['to', 'topic', 'summary'],
      takes: ['noticeType', 'replyBy'],
      opens: { procedure: 'clue-notice', command: 'send-clue', roles: { sender: 'agency' } },
    },
  },
  states: {
    'suspension-served': {
      title: ['暂停已送达，待全国联动', 'Suspension served, to be locked nationwide'],
      on: { 'lock-nationwide': 'suspended' },
    },
    'termination-served': {
      title: ['终止已送达，待全国联动', 'Termination served, to be locked nationwide'],
      on: { 'lock-nationwide': 'terminated' },
    },
  },
  clocks: {
    // Each of them is told.
    'elig-tell-industry': {
      startsOn: [
        'suspend-eligibility',
        'terminate-eligibility',
        'issue-points-notice',
        'suspend-with-agreement',
        'terminate-with-agreement',
      ],
      again: 'each',
      stopsOn: 'tell-industry',
      obliges: 'agency',
      mootOn: ['restore-eligibility', 'restore-with-agreement', 'cancel-registration'],
    },
    'elig-national-lock': {
      startsOn: [
        'suspend-eligibility',
        'terminate-eligibility',
        'suspend-with-agreement',
        'terminate-with-agreement',
      ],
      again: 'goes-on',
      stopsOn: 'lock-nationwide',
      obliges: 'agency',
      mootOn: ['restore-eligibility', 'restore-with-agreement', 'cancel-registration'],
    },
  },
} as const satisfies Part;
