// Measures against a suspect and what the investigation came to, until it ends (XS 66, 163; S4 5).

import type { Part } from '../part.ts';
import { NOT_FINED, ONCE, OPEN } from './under-way.ts';

/** What is told while the case is with those who investigate. */
export const WHILE_INVESTIGATING = {
  'report-finding': null,
  'take-measure': null,
  'lift-measure': null,
  'seize-property': null,
  'extend-custody': null,
  'recount-custody': null,
  'begin-psychiatric-appraisal': null,
  'end-psychiatric-appraisal': null,
  'ask-to-join-early': null,
  'join-early': null,
  'end-investigation': 'investigation-ended',
} as const;

export const MEASURES = {
  fields: {
    coerciveMeasure: {
      kind: 'code',
      title: ['强制措施', 'coercive measure'],
      options: {
        capture: ['抓获', 'captured'],
        detention: ['刑事拘留', 'detained'],
        summons: ['拘传', 'summoned by force'],
        bail: ['取保候审', 'bail'],
        'residential-surveillance': ['监视居住', 'residential surveillance'],
        arrest: ['执行逮捕', 'arrest carried out'],
        undisclosed: ['种类未公开', 'which was not published'],
      },
    },
    progress: {
      kind: 'code',
      title: ['侦查进展', 'what the investigation came to'],
      options: {
        finding: ['查明事实', 'facts found'],
        'fugitive-sought': ['追逃', 'a fugitive is sought'],
        surrender: ['投案', 'the suspect surrendered'],
        'charge-disputed': ['罪名有争议', 'the charge is disputed'],
      },
    },
    personsConcerned: { kind: 'count', title: ['涉及人数', 'number of persons'] },
  },
  commands: {
    'report-investigation': {
      event: 'investigation-reported',
      title: ['通报立案侦查', 'Report the investigation'],
      by: 'investigator',
      takes: ['personsConcerned'],
      copyTo: ['sender'],
      when: ONCE,
    },
    'report-finding': {
      event: 'finding-reported',
      title: ['通报侦查进展', 'Report the progress of the investigation'],
      by: 'investigator',
      needs: ['progress'],
      takes: ['personsConcerned'],
    },
    // XS 66, 87, 162, 176: a measure, an arrest, an opinion that asks for prosecution, an indictment name whom they are about; those that
    // ask for prosecution and that prosecute say of what crime (XS 162, 176).
    'take-measure': {
      event: 'measure-taken',
      onRecord: ['subjects'],
      title: ['采取强制措施', 'Take a coercive measure'],
      by: 'investigator',
      needs: ['coerciveMeasure'],
      takes: ['personsConcerned', 'identityUnknown'],
      when: ONCE,
    },
    'lift-measure': {
      event: 'measure-lifted',
      title: ['解除强制措施，或者解除查封、扣押、冻结', 'Lift a measure, or release property'],
      by: 'investigator',
    },
    'seize-property': {
      event: 'property-seized',
      title: ['查封、扣押、冻结涉案财物', 'Seal, seize or freeze property'],
      by: 'investigator',
    },
    // S4 5: the procuratorate joins the discussion of major cases early.
    'ask-to-join-early': {
      event: 'early-intervention-asked-for',
      title: ['商请检察机关提前介入', 'Ask the procuratorate to join early'],
      by: 'investigator',
      copyTo: ['procuratorate'],
    },
    'join-early': {
      event: 'joined-early',
      title: ['检察机关提前介入', 'The procuratorate joins early'],
      by: 'procuratorate',
    },
    // XS 163, JG2019 287(2): the whole case, or what concerns one suspect.
    'end-investigation': {
      event: 'investigation-ended',
      title: ['撤销案件或者终止侦查', 'Withdraw the case or end the investigation'],
      by: 'investigator',
      rank: 'head',
      reason: 'required',
      copyTo: ['procuratorate', 'sender'],
    },
  },
  states: {
    investigating: {
      title: ['侦查中', 'Under investigation'],
      marks: OPEN,
      on: {
        ...WHILE_INVESTIGATING,
        'extend-arrest-request': null,
        'request-arrest': 'arrest-requested',
        'request-arrest-undetained': 'arrest-requested-undetained',
        'send-for-prosecution': 'sent-for-review',
      },
    },
    'investigation-ended': {
      title: ['已撤案或者终止侦查', 'Withdrawn, or investigation ended'],
      terminal: true,
      marks: NOT_FINED,
    },
  },
} as const satisfies Part;
