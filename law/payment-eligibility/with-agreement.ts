// Suspended or terminated with the agreement of the institution, without points and for as long as that is (ZF48J 34(4)).
import type { Part } from '../part.ts';
import { FREE_ELSEWHERE } from './one-person.ts';

const AS_LONG = {
  'restore-with-agreement': { to: 'normal', when: FREE_ELSEWHERE },
  'lock-nationwide': null,
  'tell-industry': null,
  'cancel-registration': 'cancelled',
} as const;

export const WITH_AGREEMENT = {
  papers: {
    'agreement-decision': ['协议处理决定书', 'Decision under the agreement'],
  },
  commands: {
    // ZF48J 34(4): without points, for as long as the agreement is; the institution or one of its departments.
    'suspend-with-agreement': {
      event: 'eligibility-suspended-with-agreement',
      title: [
        '协议中止或者暂停医药服务，一并暂停',
        'Suspend with the agreement, or with the services stopped',
      ],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      copyTo: ['bureau'],
      when: 'stands-in-a-case-of-its-own',
    },
    'terminate-with-agreement': {
      event: 'eligibility-terminated-with-agreement',
      title: ['解除协议，一并终止', 'Terminate with the agreement'],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      copyTo: ['bureau'],
      when: 'stands-in-a-case-of-its-own',
    },
    'restore-with-agreement': {
      event: 'eligibility-restored-with-agreement',
      title: [
        '协议恢复，或者人员不负有责任，恢复正常状态',
        'Restore with the agreement, or where the person is not responsible',
      ],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      copyTo: ['bureau'],
    },
  },
  states: {
    'suspended-with-agreement': {
      title: ['随协议暂停', 'Suspended with the agreement'],
      on: { 'terminate-with-agreement': 'terminated-with-agreement', ...AS_LONG },
    },
    'terminated-with-agreement': { title: ['随协议终止', 'Terminated with the agreement'], on: AS_LONG },
  },
} as const satisfies Part;
