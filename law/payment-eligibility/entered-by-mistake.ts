// A responsibility entered by mistake is withdrawn by the head before anything is told of it, with the points that were recorded for it;
// once a notice was issued the person objects (ZF48J 41), or it is repaired (ZF48J 38).
import type { Part } from '../part.ts';
import { OF_THE_ROUND } from './points-of-the-year.ts';

export const ENTERED_BY_MISTAKE = {
  conditions: {
    'points-of-it-are-taken-off': {
      if: { sum: { ...OF_THE_ROUND, atLeast: 0, below: 1 } },
      title: ['为其记的分全部减去时', 'where all points recorded for it are taken off'],
      refusal: [
        '减免分值须等于为该责任认定所记的分值；尚未记分的，不填',
        'As many points are taken off as were recorded for it; none where none were',
      ],
    },
  },
  commands: {
    'withdraw-responsibility': {
      event: 'responsibility-withdrawn',
      title: ['撤回误录的责任认定', 'Withdraw a responsibility that was entered by mistake'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      takes: ['pointsTakenOff'],
      copyTo: ['bureau'],
      when: 'points-of-it-are-taken-off',
    },
  },
} as const satisfies Part;

/** Whoever was suspended before it stays so. */
export const WITHDRAWN = {
  'withdraw-responsibility': { to: 'suspended', when: 'is-suspended-still', else: 'normal' },
} as const;
