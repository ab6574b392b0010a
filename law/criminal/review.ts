// The review for prosecution: sent, accepted, passed on, prolonged, until it is prosecuted (XS 162, 172, 176).
import { takenBack } from '../hand-over-ends.ts';
import type { Part } from '../part.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { NO_REVIEW } from './detained-first.ts';
import { ONCE, OPEN, SOUGHT } from './under-way.ts';

export const REVIEW = {
  papers: {
    indictment: ['起诉书', 'Indictment'],
  },
  conditions: {
    'review-not-prolonged': {
      if: {
        anyOf: [
          { never: { command: 'prolong-review', since: 'send-again-after-supplement' } },
          { happened: { command: 'pass-to-competent-procuratorate', since: 'prolong-review' } },
        ],
      },
      title: ['本次审查起诉尚未延长时', 'while this review was not prolonged'],
      refusal: ['本次审查起诉期限已经延长', 'This review was prolonged already'],
    },
  },
  commands: {
    'send-for-prosecution': {
      event: 'process-sent-for-prosecution',
      onRecord: ['subjects', 'offence'],
      title: ['移送审查起诉', 'Send for prosecution'],
      by: 'investigator',
      rank: 'head',
      papers: ['prosecution-opinion'],
      handsTo: 'procuratorate',
      passes: CASE_CONTENT,
      when: ONCE,
      leaves: SOUGHT,
    },
    'take-back-from-review': takenBack('investigator', 'taken-back-from-review', [
      '收回误送的移送起诉',
      'Take back what was sent by mistake',
    ]),
    'accept-for-review': {
      event: 'accepted-for-review',
      title: ['受理审查起诉', 'Accept it for review'],
      by: 'procuratorate',
      closesHandOff: 'received',
    },
    'return-to-investigator': {
      event: 'returned-to-investigator',
      title: ['不予受理，退回', 'Return it unaccepted'],
      by: 'procuratorate',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['investigator'],
    },
    'find-no-jurisdiction': {
      event: 'no-jurisdiction-found',
      title: ['发现不属于本院管辖', 'Find that another procuratorate is competent'],
      by: 'procuratorate',
    },
    // JG2019 328: what another court tries, or a higher one, another procuratorate reviews; the month begins anew with it (XS 172(2)).
    'pass-to-competent-procuratorate': {
      event: 'review-passed-on',
      title: ['报送、移送有管辖权的人民检察院', 'Pass it to the competent procuratorate'],
      by: 'procuratorate',
      needs: ['to'],
      copyTo: ['investigator'],
      handsTo: 'procuratorate',
      passes: CASE_CONTENT,
    },
    // XS 172(1) adds fifteen days to the month.
    'prolong-review': {
      event: 'review-prolonged',
      title: ['重大、复杂，延长审查起诉十五日', 'Prolong the review by fifteen days'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'review-not-prolonged',
    },
    'hold-hearing': {
      event: 'hearing-held',
      title: ['公开听证', 'Hold a public hearing'],
      by: 'procuratorate',
    },
    // JG2019 348: within the time of the review.
    'investigate-itself': {
      event: 'investigated-itself',
      title: ['自行补充侦查', 'Supplement the investigation itself'],
      by: 'procuratorate',
    },
    prosecute: {
      event: 'prosecuted',
      onRecord: ['subjects', 'offence'],
      title: ['提起公诉', 'Prosecute'],
      by: 'procuratorate',
      papers: ['indictment'],
      copyTo: ['investigator', 'sender'],
      handsTo: 'court',
      passes: CASE_CONTENT,
      when: ONCE,
    },
  },
  states: {
    'sent-for-review': {
      title: ['已移送起诉，待受理', 'Sent for prosecution, to be accepted'],
      marks: OPEN,
      on: {
        'accept-for-review': 'under-review',
        'accept-for-fast-track': 'under-review',
        'return-to-investigator': 'investigating',
        'take-back-from-review': 'investigating',
      },
    },
    'under-review': {
      title: ['审查起诉中', 'Under review for prosecution'],
      marks: OPEN,
      on: {
        'prolong-review': null,
        'extend-fast-track': null,
        'hold-hearing': null,
        'investigate-itself': null,
        'return-for-supplement': 'supplementing',
        'find-no-jurisdiction': null,
        'detain-first': 'detained-by-procuratorate',
        'pass-to-competent-procuratorate': 'passed-to-procuratorate',
        prosecute: 'indicted',
        'decide-non-prosecution': 'non-prosecuted',
      },
    },
    // Who is not competent either passes it on, to whom it came from too.
    'passed-to-procuratorate': {
      title: ['已报送、移送其他检察院，待受理', 'Passed to another procuratorate, to be accepted'],
      marks: OPEN,
      on: {
        'accept-for-review': 'under-review',
        'accept-for-fast-track': 'under-review',
        'pass-to-competent-procuratorate': {
          to: 'passed-to-procuratorate',
          title: ['再次移送有管辖权的人民检察院', 'Pass it on again'],
        },
      },
    },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: ['send-for-prosecution', 'pass-to-competent-procuratorate'],
      stopsOn: ['accept-for-review', 'accept-for-fast-track', 'return-to-investigator'],
      obliges: 'procuratorate',
      mootOn: ['take-back-from-review', 'pass-to-competent-procuratorate'],
      receipt: true,
    },
    // XS 172(2): of a case that changes jurisdiction, anew with whoever gets it.
    'pro-review': {
      startsOn: ['send-for-prosecution', 'send-again-after-supplement', 'pass-to-competent-procuratorate'],
      again: 'anew',
      stopsOn: ['prosecute', 'decide-non-prosecution'],
      obliges: 'procuratorate',
      mootOn: [
        'return-for-supplement',
        'return-to-investigator',
        'take-back-from-review',
        'pass-to-competent-procuratorate',
      ],
      extendsOn: 'prolong-review',
      pauses: NO_REVIEW,
      runsFrom: 'receipt',
    },
    'pro-pass-on-review': {
      startsOn: 'find-no-jurisdiction',
      again: 'goes-on',
      stopsOn: 'pass-to-competent-procuratorate',
      obliges: 'procuratorate',
      mootOn: ['prosecute', 'decide-non-prosecution', 'return-for-supplement'],
    },
  },
} as const satisfies Part;
