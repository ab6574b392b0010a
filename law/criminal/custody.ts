// The custody of the investigation: two months from the arrest, prolonged, and counted again (XS 149, 156, 158 to 160).
import type { Part } from '../part.ts';

/** Bail and the like end it once the arrest is said to be lifted. */
const HELD = {
  stopsOn: ['send-for-prosecution', 'send-again-after-supplement'],
  extendsOn: 'extend-custody',
  obliges: 'investigator',
  // XS 149.
  pauses: {
    'psychiatric-appraisal': { from: 'begin-psychiatric-appraisal', to: 'end-psychiatric-appraisal' },
  },
} as const;
const LET_GO = ['end-investigation', 'lift-measure'] as const;

export const CUSTODY = {
  fields: {
    identityUnknown: { kind: 'flag', title: ['身份不明', 'the identity is not known'] },
    recountGround: {
      kind: 'code',
      title: ['重新计算侦查羁押期限的事由', 'why the custody is counted again'],
      options: {
        'another-crime': ['发现另有重要罪行', 'another major crime was found'],
        'identity-established': ['查清身份', 'the identity was established'],
      },
    },
    foundOn: { kind: 'date', title: ['发现、查清日期', 'day it was found'] },
  },
  conditions: {
    'is-in-custody': {
      if: {
        allOf: [
          { field: { name: 'coerciveMeasure', is: 'arrest' } },
          { never: { command: 'lift-measure', since: 'take-measure' } },
        ],
      },
      title: ['犯罪嫌疑人在押时', 'while the suspect is in custody'],
      refusal: ['没有执行逮捕的记录，或者已经解除', 'No arrest is on record, or it was lifted'],
    },
  },
  commands: {
    // It hands on what the procuratorate above it, or that of the province, has approved.
    'extend-custody': {
      event: 'custody-extended',
      title: ['延长侦查羁押期限', 'Prolong the custody of the investigation'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      copyTo: ['investigator'],
    },
    // XS 160: from the day another major crime was found, or the identity was established.
    'recount-custody': {
      event: 'custody-recounted',
      title: ['重新计算侦查羁押期限', 'Count the custody of the investigation again'],
      by: 'investigator',
      rank: 'head',
      reason: 'required',
      needs: ['recountGround', 'foundOn'],
      copyTo: ['procuratorate'],
      when: 'is-in-custody',
    },
    'begin-psychiatric-appraisal': {
      event: 'psychiatric-appraisal-begun',
      title: ['委托精神病鉴定', 'Begin a psychiatric appraisal'],
      by: 'investigator',
    },
    'end-psychiatric-appraisal': {
      event: 'psychiatric-appraisal-ended',
      title: ['收到精神病鉴定意见', 'End the psychiatric appraisal'],
      by: 'investigator',
    },
  },
  clocks: {
    // XS 156 counts from the arrest: who is arrested already is not arrested again, and its days go on. Of whom nobody knows who he is
    // they have not begun (XS 160(2)).
    'pro-custody': {
      ...HELD,
      startsOn: 'take-measure',
      when: 'coerciveMeasure',
      whenIs: 'arrest',
      unless: 'identityUnknown',
      again: 'goes-on',
      mootOn: [...LET_GO, 'recount-custody'],
    },
    'pro-custody-recounted': {
      ...HELD,
      startsOn: 'recount-custody',
      startsAt: 'foundOn',
      again: 'anew',
      mootOn: LET_GO,
    },
  },
} as const satisfies Part;
