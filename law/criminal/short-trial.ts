// The trial in simplified procedure or on the fast track, and the turn to the ordinary one (XS 214 to 226).

import type { Part } from '../part.ts';
import { JUDGED } from './trial.ts';

/** XS 220, 225. What is adjourned for a supplementary investigation is tried in the ordinary procedure afterwards. */
const SHORTLY = {
  startsOn: 'accept-for-trial',
  when: 'trialTrack',
  stopsOn: JUDGED,
  obliges: 'court',
  mootOn: ['withdraw-indictment', 'prolong-trial', 'turn-to-ordinary-trial', 'adjourn-for-supplement'],
  pauses: { suspension: { from: 'suspend-trial', to: 'resume-trial' } },
  extendsOn: 'extend-short-trial',
} as const;

export const SHORT_TRIAL = {
  fields: {
    trialTrack: {
      kind: 'code',
      title: ['审理程序', 'procedure of the trial'],
      options: { summary: ['简易程序', 'simplified'], 'fast-track': ['速裁程序', 'fast track'] },
    },
  },
  conditions: {
    'is-tried-shortly': {
      if: {
        allOf: [
          {
            anyOf: [
              { field: { name: 'trialTrack', is: 'summary' } },
              { field: { name: 'trialTrack', is: 'fast-track' } },
            ],
          },
          { never: { command: 'turn-to-ordinary-trial', since: 'accept-for-trial' } },
          { never: { command: 'adjourn-for-supplement', since: 'accept-for-trial' } },
          { never: { command: 'remand-for-retrial', since: 'accept-for-trial' } },
        ],
      },
      title: ['适用简易、速裁程序时', 'while it is tried in simplified procedure or on the fast track'],
      refusal: ['未适用简易程序、速裁程序', 'It is not tried in simplified procedure or on the fast track'],
    },
  },
  commands: {
    // XS 220, 225: where more than three years, or more than one, may be imposed.
    'extend-short-trial': {
      event: 'short-trial-extended',
      title: ['延长简易、速裁程序审理期限', 'Prolong the trial in simplified procedure or on the fast track'],
      by: 'court',
      needs: ['extension', 'approver'],
      when: 'is-tried-shortly',
    },
    // XS 221, 226.
    'turn-to-ordinary-trial': {
      event: 'turned-to-ordinary-trial',
      title: ['转为普通程序审理', 'Turn to the ordinary procedure'],
      by: 'court',
      reason: 'required',
      copyTo: ['procuratorate'],
      when: 'is-tried-shortly',
    },
  },
  clocks: {
    'pro-trial-summary': { ...SHORTLY, whenIs: 'summary' },
    'pro-trial-fast-track': { ...SHORTLY, whenIs: 'fast-track' },
  },
} as const satisfies Part;
