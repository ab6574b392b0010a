// A penalty that was decided is copied to the police and the procuratorate, whenever it was (GJ2006 1).
import type { Part } from '../part.ts';

export const PENALTY_COPY = {
  commands: {
    'record-penalty': {
      event: 'penalty-recorded',
      title: ['登记行政处罚决定', 'Record the penalty decision'],
      by: 'sender',
      needs: ['penaltyDecidedOn'],
    },
    'send-penalty-copy': {
      event: 'penalty-copy-sent',
      title: ['抄送行政处罚决定书', 'Send a copy of the penalty decision'],
      by: 'sender',
      papers: ['penalty-decision-copy'],
      copyTo: ['receiver', 'supervisor'],
    },
  },
  clocks: {
    // GJ2006 1: ten days from making the penalty decision, whenever the crime was suspected, also of one that stands in this case.
    // Each decision is copied by itself.
    'fwd-late-penalty-copy': {
      startsOn: ['suspect-crime', 'record-penalty'],
      startsAt: 'penaltyDecidedOn',
      startsAtMark: 'penalty-decided',
      again: 'each',
      stopsOn: 'send-penalty-copy',
      obliges: 'sender',
    },
  },
} as const satisfies Part;
