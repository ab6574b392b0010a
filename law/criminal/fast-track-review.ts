// The review of who admits guilt, on the fast track (XS 172(1); JG2019 273).

import type { Part } from '../part.ts';
import { NO_REVIEW } from './detained-first.ts';

export const FAST_TRACK_REVIEW = {
  conditions: {
    'is-on-fast-track': {
      if: {
        allOf: [
          { happened: { command: 'accept-for-fast-track' } },
          { never: { command: 'return-for-supplement' } },
          { never: { command: 'extend-fast-track' } },
        ],
      },
      title: ['适用速裁程序、尚未延长时', 'on the fast track, not prolonged yet'],
      refusal: ['未适用速裁程序，或者期限已经延长', 'Not on the fast track, or prolonged already'],
    },
  },
  commands: {
    // JG2019 273; where the fast track turns out not to apply, the month of the ordinary review counts.
    'accept-for-fast-track': {
      event: 'accepted-for-fast-track',
      title: ['受理审查起诉（认罪认罚，适用速裁程序）', 'Accept it for review on the fast track'],
      by: 'procuratorate',
      closesHandOff: 'received',
    },
    'extend-fast-track': {
      event: 'fast-track-extended',
      title: ['延长速裁案件审查期限', 'Prolong the review on the fast track'],
      by: 'procuratorate',
      rank: 'head',
      needs: ['extension', 'approver'],
      when: 'is-on-fast-track',
    },
  },
  clocks: {
    'pro-review-fast-track': {
      startsOn: 'accept-for-fast-track',
      stopsOn: ['prosecute', 'decide-non-prosecution'],
      obliges: 'procuratorate',
      mootOn: ['return-for-supplement', 'prolong-review', 'pass-to-competent-procuratorate'],
      extendsOn: 'extend-fast-track',
      pauses: NO_REVIEW,
    },
  },
} as const satisfies Part;
