// A judgment in effect, and its result sent to whoever waits for it (XS 259; FF6 24).
import type { Part } from '../part.ts';
import { NOT_FINED } from './under-way.ts';

/** O310 11, CF 35: whether a criminal fine was imposed decides whether an administrative one may still be. */
export const BY_PUNISHMENT = {
  to: 'effective-with-fine',
  when: 'fine-was-imposed',
  else: 'effective-without-fine',
} as const;

export const IN_EFFECT = {
  papers: {
    'effective-judgment': ['生效裁判文书', 'Judgment in effect'],
  },
  conditions: {
    'fine-was-imposed': {
      if: { happened: { command: 'judge-with-fine', since: 'judge-without-fine' } },
      title: ['判处罚金时', 'where a fine was imposed'],
      refusal: ['未判处罚金', 'No fine was imposed'],
    },
  },
  commands: {
    'send-effective-judgment': {
      event: 'effective-judgment-sent',
      title: ['通报结果和生效文书', 'Send result and judgment in effect'],
      by: ['court', 'appeal-court'],
      papers: ['effective-judgment'],
      copyTo: ['sender', 'procuratorate', 'investigator'],
    },
  },
  states: {
    // O310 11(3), CF 35.
    'effective-with-fine': {
      title: ['裁判已生效（判处罚金）', 'In effect, with a fine'],
      terminal: true,
      marks: ['criminally-fined'],
      on: { 'send-effective-judgment': null },
    },
    'effective-without-fine': {
      title: ['裁判已生效（未处罚金）', 'In effect, without a fine'],
      terminal: true,
      marks: NOT_FINED,
      on: { 'send-effective-judgment': null },
    },
  },
  clocks: {
    'pro-result-notice': {
      startsOn: [
        'confirm-effect',
        'decide-appeal-with-fine',
        'decide-appeal-without-fine',
        'allow-withdrawal',
      ],
      stopsOn: 'send-effective-judgment',
      obliges: 'court',
    },
  },
} as const satisfies Part;
