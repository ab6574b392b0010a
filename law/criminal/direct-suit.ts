// The victim sues by itself where the police or the procuratorate do not pursue (XS 180, 210(3) to 212; JG2019 384). The bus is told that a
// court took the suit: the process is under way again, so a fine of an organ waits for its end (O310 11, CF 35), and what looked at the
// non-prosecution ends.
import type { Part } from '../part.ts';
import { JUDGED } from './trial.ts';
import { IN_QUESTION, NOT_FINED, ONCE, OPEN } from './under-way.ts';

export const DIRECT_SUIT = {
  fields: {
    suedAgainst: {
      kind: 'code',
      title: ['起诉所针对的决定', 'what the suit answers'],
      options: {
        'non-filing': ['不予立案或者撤销案件', 'not filed, or withdrawn (XS 210(3))'],
        'non-prosecution': ['不起诉', 'not prosecuted (XS 180)'],
      },
    },
  },
  papers: { 'suit-acceptance-notice': ['人民法院受理起诉的通知', 'Notice that the court took the suit'] },
  conditions: {
    'sued-after-non-prosecution': {
      if: { field: { name: 'suedAgainst', is: 'non-prosecution' } },
      title: ['因不起诉直接起诉的', 'where the suit answers a non-prosecution'],
      refusal: ['没有不起诉所依据的案卷材料', 'There is no file of a non-prosecution'],
      basis: [{ act: 'XS', article: '180' }],
    },
  },
  commands: {
    // XS 180: with a petition or without one, and no day ends it.
    'note-direct-suit': {
      event: 'direct-suit-noted',
      onRecord: ['subjects'],
      title: ['登记法院受理被害人直接起诉', 'Note that a court took the suit of the victim'],
      by: ['court', 'procuratorate'],
      papers: ['suit-acceptance-notice'],
      needs: ['suedAgainst'],
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
      when: ONCE,
    },
    'hand-suit-materials': {
      event: 'suit-materials-handed',
      title: ['移送不起诉所依据的案卷材料', 'Hand the court what the non-prosecution rested on'],
      by: 'procuratorate',
      copyTo: ['court'],
      when: 'sued-after-non-prosecution',
    },
    // XS 211, 212(1): withdrawn, or dismissed for want of evidence.
    'end-direct-suit': {
      event: 'direct-suit-ended',
      title: ['撤回自诉或者裁定驳回', 'The suit is withdrawn or dismissed'],
      by: ['court', 'procuratorate'],
      reason: 'required',
      copyTo: ['court', 'procuratorate', 'investigator', 'sender'],
    },
  },
  states: {
    'directly-sued': {
      title: ['被害人直接起诉，法院审理中', 'Sued by the victim, before the court'],
      marks: [...OPEN, IN_QUESTION],
      on: {
        'hand-suit-materials': null,
        'refer-for-penalty-review': null,
        'judge-with-fine': 'judged',
        'judge-without-fine': 'judged',
        'end-direct-suit': 'direct-suit-over',
      },
    },
    'direct-suit-over': {
      title: ['直接起诉已撤回或者驳回', 'The suit was withdrawn or dismissed'],
      terminal: true,
      marks: NOT_FINED,
      on: { 'refer-for-penalty-review': null },
    },
  },
  clocks: {
    'pro-direct-suit': {
      startsOn: 'note-direct-suit',
      stopsOn: JUDGED,
      obliges: 'court',
      mootOn: 'end-direct-suit',
    },
    'pro-suit-materials': {
      startsOn: 'note-direct-suit',
      when: 'suedAgainst',
      whenIs: 'non-prosecution',
      stopsOn: 'hand-suit-materials',
      obliges: 'procuratorate',
      mootOn: ['end-direct-suit', ...JUDGED],
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
