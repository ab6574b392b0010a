// The police send it for prosecution, which opens the criminal process where that was not told of, and note its end where nobody else can
// (XS 162).
import type { Part } from '../part.ts';
import { CRIMINAL_OPEN } from './criminal-open.ts';

/** Where the police have sent it on they speak of whom they sent: the others are not prosecuted. Nobody on the bus may follow it up. */
export const AS_WHO_WAS_SENT = { procedure: 'criminal-process' } as const;

export const SENT_FOR_PROSECUTION = {
  papers: {
    'criminal-outcome': [
      '不起诉决定书、生效裁判文书等结果文书',
      'Decision not to prosecute, effective judgment or the like',
    ],
  },
  conditions: {
    // Whatever the police reported first has opened the criminal process already.
    'no-process-yet': {
      if: {
        allOf: [
          { never: { command: 'report-investigation', in: 'children' } },
          { never: { command: 'take-measure', in: 'children' } },
          { never: { command: 'request-arrest', in: 'children' } },
          { never: { command: 'request-arrest-undetained', in: 'children' } },
          { never: { command: 'send-for-prosecution', in: 'children' } },
          { never: { command: 'prosecute', in: 'children' } },
          { never: { command: 'judge-with-fine', in: 'children' } },
          { never: { command: 'judge-without-fine', in: 'children' } },
        ],
      },
      title: ['刑事诉讼进程尚未通报时', 'while no criminal process was reported'],
      refusal: ['刑事诉讼进程已经通报', 'The criminal process was reported already'],
    },
    // Where no procuratorate is registered nobody could sign for the case: it is only told that it was sent.
    'procuratorate-is-known': {
      if: { role: { role: 'supervisor', bodies: ['procuratorate'] } },
      title: ['检察机关已登记时', 'where a procuratorate is registered'],
      refusal: ['没有登记的检察机关', 'No procuratorate is registered'],
    },
    'criminal-end-not-noted': {
      if: { never: { command: 'note-criminal-end' } },
      title: ['尚未登记刑事程序终结时', 'before the end of the criminal side was noted'],
      refusal: ['刑事程序终结已经登记', 'The end of the criminal side was noted already'],
    },
  },
  commands: {
    // The rank is GA127 289, from memory.
    'send-for-prosecution': {
      event: 'sent-for-prosecution',
      title: ['移送审查起诉', 'Send for prosecution'],
      by: 'receiver',
      rank: 'head',
      // XS 162.
      papers: ['prosecution-opinion'],
      onRecord: ['offence'],
      copyTo: ['supervisor'],
      leaves: ['arrest-or-prosecution-sought'],
      opens: {
        procedure: 'criminal-process',
        command: 'send-for-prosecution',
        roles: { investigator: 'receiver', procuratorate: 'supervisor', sender: 'sender' },
        when: ['no-process-yet', 'no-other-process-under-way', 'procuratorate-is-known'],
      },
      also: [{ procedure: 'criminal-process', command: 'send-for-prosecution', each: true }],
    },
    // Where the course of the criminal side is not on the bus, nobody but the police can say that it is over; where it is, that says so.
    'note-criminal-end': {
      event: 'criminal-end-noted',
      title: ['登记刑事程序终结', 'Note that the criminal side has ended'],
      by: 'receiver',
      rank: 'head',
      papers: ['criminal-outcome'],
      copyTo: ['supervisor'],
      when: 'criminal-end-not-noted',
      lifts: CRIMINAL_OPEN,
    },
  },
  states: {
    // O310 12 asks for the property within three days of the notice of filing, however fast the police are: the duty goes on.
    'sent-with-property-due': {
      title: ['已移送审查起诉，待移交涉案物品', 'Sent for prosecution, property still to be handed over'],
      marks: CRIMINAL_OPEN,
      marksPassTo: AS_WHO_WAS_SENT,
      on: {
        'hand-over-property': 'sent-for-prosecution',
        'declare-no-property': 'sent-for-prosecution',
        'note-criminal-end': null,
        'receive-moved-case': null,
        'notify-jurisdiction-change': null,
      },
    },
  },
} as const satisfies Part;
