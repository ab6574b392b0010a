// Verification of a clue by the medical-insurance bureau. N4 speaks of working days itself and obliges medical-security departments only.
import type { TimeLimitRow } from '../../schemas/time-limit.ts';

/** `clue-verify`. */
export const clueLimits: TimeLimitRow[] = [
  {
    id: 'clue-verify',
    title: { zh: '线索核查并决定是否立案', en: 'Verify the clue and decide on filing' },
    duty: {
      zh: '自发现线索或者收到材料之日起15个工作日内核查，并决定是否立案',
      en: 'Within 15 working days of the clue or material check it and decide whether to file',
    },
    span: { workingDays: 15 },
    obliges: ['medical-insurance'],
    basis: [{ act: 'N4', article: '14' }],
    kind: 'statutory',
    source: 'primary-text',
    from: '2021-07-15',
    extensions: [
      {
        id: 'clue-verify-extension',
        to: { workingDays: 30 },
        approver: 'main-head',
        basis: [{ act: 'N4', article: '14' }],
      },
    ],
    // Appraisal, hearing and the like are left out of the time for the decision (N4 45), not of this one.
    pause: false,
    remindAtPerMille: [500, 800],
    ladder: 'verification-overdue',
    active: true,
    lapses: false,
  },
];
