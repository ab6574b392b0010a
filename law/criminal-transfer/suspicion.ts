// A crime is suspected, and two officers are named to look into it (O310 5(1)).
import { CRIME_SUSPECTED } from '../clue-verification.ts';
import type { Part } from '../part.ts';
import { AMOUNT_BAND_NAMES } from '../shared-fields.ts';

export const SUSPICION = {
  commands: {
    'suspect-crime': {
      event: 'crime-suspected',
      title: ['发现涉嫌犯罪，指定办案人员', 'A crime is suspected; the team is named'],
      by: 'sender',
      officers: 2,
      takes: ['obvious', 'penaltyDecidedOn', ...AMOUNT_BAND_NAMES],
      when: 'no-transfer-open',
      leaves: [CRIME_SUSPECTED],
    },
  },
  states: {
    'team-formed': {
      title: ['已成立专案组', 'Team formed'],
      on: { 'submit-transfer-report': 'awaiting-head-decision' },
    },
  },
  clocks: {
    'fwd-form-team': { startsOn: 'suspect-crime', stopsOn: 'submit-transfer-report', obliges: 'sender' },
    'fwd-obvious-crime': {
      startsOn: 'suspect-crime',
      stopsOn: 'hand-over',
      obliges: 'sender',
      mootOn: 'close-refused',
      reopensOn: 'take-back-transfer',
      when: 'obvious',
    },
  },
} as const satisfies Part;
