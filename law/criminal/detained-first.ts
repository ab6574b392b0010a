// Whom the supervisory organ held in 留置 the procuratorate detains first, and decides on a measure of its own (XS 170(2)).

import type { Part } from '../part.ts';
import { OPEN } from './under-way.ts';

/** XS 170(2): until the measure is decided on, the days are none of the review. */
export const NO_REVIEW = { 'own-measure': { from: 'detain-first', to: 'decide-own-measure' } } as const;

export const DETAINED_FIRST = {
  conditions: {
    // XS 170(2): the supervisory organ holds in 留置, which ends with a detention that the procuratorate decides on.
    'held-by-the-supervisory-organ': {
      if: {
        allOf: [
          { role: { role: 'investigator', bodies: ['discipline-inspection'] } },
          { never: { command: 'detain-first' } },
        ],
      },
      title: [
        '监察机关移送起诉、尚未先行拘留的',
        'where the supervisory organ sent it and nobody was detained first yet',
      ],
      refusal: [
        '只适用于监察机关移送起诉、尚未先行拘留的案件',
        'It is for what the supervisory organ sent, once',
      ],
      basis: [{ act: 'XS', article: '170(2)' }],
    },
  },
  commands: {
    // XS 170(2), JG2019 142, 143.
    'detain-first': {
      event: 'detained-first',
      title: ['对采取留置措施的犯罪嫌疑人先行拘留', 'Detain first whom the supervisory organ held'],
      by: 'procuratorate',
      copyTo: ['investigator'],
      when: 'held-by-the-supervisory-organ',
    },
    'extend-own-measure': {
      event: 'own-measure-extended',
      title: ['延长决定强制措施的时间', 'Prolong the decision on the measure'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'decide-own-measure': {
      event: 'own-measure-decided',
      title: ['决定逮捕、取保候审或者监视居住', 'Decide on arrest, bail or residential surveillance'],
      by: 'procuratorate',
      rank: 'head',
      needs: ['coerciveMeasure'],
      copyTo: ['investigator'],
    },
  },
  states: {
    'detained-by-procuratorate': {
      title: ['已先行拘留，待决定强制措施', 'Detained first, a measure to be decided on'],
      marks: OPEN,
      on: { 'extend-own-measure': null, 'decide-own-measure': 'under-review' },
    },
  },
  clocks: {
    'pro-own-measure': {
      startsOn: 'detain-first',
      stopsOn: 'decide-own-measure',
      obliges: 'procuratorate',
      extendsOn: 'extend-own-measure',
    },
  },
} as const satisfies Part;
