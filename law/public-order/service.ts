// The decision is served.
import type { Part } from '../part.ts';

export const SERVICE = {
  conditions: {
    'not-served-yet': {
      if: { never: { command: 'serve-public-order-decision' } },
      title: ['尚未送达时', 'before it was served'],
      refusal: ['决定书已送达', 'The decision was served already'],
    },
  },
  commands: {
    'serve-public-order-decision': {
      event: 'public-order-decision-served',
      title: ['送达治安处罚决定书', 'Serve the decision'],
      by: 'police',
      when: 'not-served-yet',
    },
  },
  clocks: {
    'po-service': {
      startsOn: ['decide-public-order-penalty', 'decide-heavy-public-order-penalty'],
      stopsOn: 'serve-public-order-decision',
      obliges: 'police',
      when: 'offenderAbsent',
    },
  },
} as const satisfies Part;
