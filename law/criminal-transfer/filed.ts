// Once it is filed: the property, the move to another police organ, the withdrawal (O310 12; GA127 184).
import type { Part } from '../part.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { CRIMINAL_OPEN } from './criminal-open.ts';
import { MATTER_FILED } from './filing.ts';

/** JG2019 563: withdrawing is what the supervision of a filing asks for. */
const ENDS_SUPERVISION_OF_FILING = [
  { procedure: 'filing-supervision', command: 'withdraw-under-supervision', each: true },
] as const;

/**
 * The police tell of each suspect by himself (XS 162), and may do so before they end the transfer: it stands as the last of them does.
 * An institution is not tried for fraud (刑法 266, 30), and who is suspected is a person.
 */
const AS_EACH_SUSPECT = { procedure: 'criminal-process', each: { kind: 'person' } } as const;

export const FILED = {
  conditions: {
    'hand-off-is-open': {
      if: { happened: { command: 'move-jurisdiction', since: 'receive-moved-case' } },
      title: ['移交尚未签收时', 'while the hand-over is not signed for'],
      refusal: ['没有待签收的移送', 'Nothing moved here waits for a signature'],
    },
  },
  commands: {
    'hand-over-property': {
      event: 'property-handed-over',
      title: ['移交涉案物品', 'Hand over the property'],
      by: 'sender',
      papers: ['property-handover-list'],
    },
    'declare-no-property': {
      event: 'no-property-declared',
      title: ['声明无涉案物品', 'State that there is no property'],
      by: 'sender',
    },
    // GA127 184: the case goes to another police organ, which signs for it; the one that moved it tells the sender.
    'move-jurisdiction': {
      event: 'jurisdiction-moved',
      title: ['移送其他公安机关管辖或者并案', 'Move to another police organ'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['to'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'receive-moved-case': {
      event: 'moved-case-received',
      title: ['签收移送管辖的案件', 'Sign for the case moved here'],
      by: 'receiver',
      closesHandOff: 'received',
      when: 'hand-off-is-open',
    },
    'notify-jurisdiction-change': {
      event: 'jurisdiction-change-notified',
      title: ['告知移送机关管辖变更', 'Tell the sender of the move'],
      by: 'former-receiver',
      papers: ['jurisdiction-transfer-notice'],
    },
    'withdraw-case': {
      event: 'case-withdrawn',
      title: ['撤销案件', 'Withdraw the case'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      takes: ['adminLiability'],
      copyTo: ['supervisor'],
      lifts: MATTER_FILED,
      also: [
        ...ENDS_SUPERVISION_OF_FILING,
        { procedure: 'criminal-process', command: 'end-investigation', each: true },
      ],
    },
  },
  states: {
    filed: {
      title: ['已立案', 'Filed'],
      marks: [...CRIMINAL_OPEN, 'filing-told'],
      marksPassTo: AS_EACH_SUSPECT,
      on: {
        'hand-over-property': 'under-criminal-investigation',
        'declare-no-property': 'under-criminal-investigation',
        'move-jurisdiction': null,
        'receive-moved-case': null,
        'notify-jurisdiction-change': null,
        'withdraw-case': 'withdrawn',
        'send-for-prosecution': 'sent-with-property-due',
      },
    },
    'under-criminal-investigation': {
      title: ['刑事侦查中', 'Under criminal investigation'],
      marks: CRIMINAL_OPEN,
      marksPassTo: AS_EACH_SUSPECT,
      on: {
        'move-jurisdiction': null,
        'receive-moved-case': null,
        'notify-jurisdiction-change': null,
        'withdraw-case': 'withdrawn',
        'send-for-prosecution': 'sent-for-prosecution',
      },
    },
  },
  clocks: {
    'fwd-property-handover': {
      startsOn: ['file-case', 'file-after-reconsideration'],
      stopsOn: ['hand-over-property', 'declare-no-property'],
      obliges: 'sender',
      mootOn: 'withdraw-case',
      runsFrom: 'receipt',
    },
    'fwd-police-jurisdiction-change': {
      startsOn: 'move-jurisdiction',
      stopsOn: 'notify-jurisdiction-change',
      obliges: 'former-receiver',
    },
  },
} as const satisfies Part;
