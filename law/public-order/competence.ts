// Which police organ is competent may not be clear at once (JBA 8(4)).
import type { Part } from '../part.ts';

export const COMPETENCE = {
  conditions: {
    'competence-not-noted-unclear': {
      if: { never: { command: 'note-competence-unclear', since: 'sign-for-public-order-case' } },
      title: ['尚未登记管辖不明时', 'before it was noted'],
      refusal: ['已登记管辖不明', 'That was noted already'],
    },
  },
  commands: {
    // JBA 8(4).
    'note-competence-unclear': {
      event: 'competence-unclear',
      title: ['登记不能当场确定管辖', 'Note that competence is not clear at once'],
      by: 'police',
      when: 'competence-not-noted-unclear',
    },
  },
  clocks: {
    'po-sort-competence': {
      startsOn: 'note-competence-unclear',
      again: 'anew',
      stopsOn: [
        'file-public-order-case',
        'find-no-violation',
        'forward-public-order-case',
        'return-public-order-case',
      ],
      obliges: 'police',
    },
  },
} as const satisfies Part;
