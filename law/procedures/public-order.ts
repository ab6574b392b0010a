// A public-order case (治安案件): an administrative organ hands to the police what is no crime but a violation of public order (N7,
// from 2027 YBF 53), or the police find it themselves. There is no review of filing: the police file at once, or say why it is no
// violation (ZA 90). What is filed before 2026 goes on under the law of then, which is the first version.
// Rank `head` where the law wants the head of a police organ of county level or above.
import type { Test } from '../../schemas/condition.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { ANOTHER_ACT } from '../shared-fields.ts';

const DECISIONS = ['decide-public-order-penalty', 'decide-heavy-public-order-penalty', 'decide-no-public-order-penalty'] as const;

/** What the decision says holds no fine. */
const WITHOUT_FINE: Test = {
  allOf: [
    {
      anyOf: [
        { field: { name: 'publicOrderPenalty', absent: true, now: true } },
        { field: { name: 'publicOrderPenalty', only: ['warning', 'detention'], now: true } },
      ],
    },
    {
      anyOf: [{ field: { name: 'heavyPenalty', absent: true, now: true } }, { field: { name: 'heavyPenalty', only: ['licence-revocation', 'closure'], now: true } }],
    },
  ],
};

/** A fine beside a criminal one, unless it is for something else that was done. */
const unlessFined = (...tests: readonly Test[]): Test => ({
  anyOf: [WITHOUT_FINE, { field: { name: 'anotherAct', now: true } }, { allOf: tests }],
});

/** What a version of the law says of its own: from which fine on a hearing must be offered, and what is not counted in the thirty days. */
type PublicOrderLaw = {
  version: number;
  inForce: { from: string; until?: string };
  basis: readonly LegalBasis[];
  largeFine: readonly [zh: string, en: string];
  leavesOut: Partial<typeof LEFT_OUT>;
};

const LEFT_OUT = {
  appraisal: { from: 'begin-public-order-appraisal', to: 'end-public-order-appraisal' },
  hearing: { from: 'begin-public-order-hearing', to: 'end-public-order-hearing' },
} as const;

const publicOrderBy = ({ version, inForce, basis, largeFine, leavesOut }: PublicOrderLaw) =>
  defineProcedure({
    procedure: 'public-order',
    version,
    inForce,
    title: ['治安案件', 'Public-order case'],
    basis: [...basis, { act: 'O735', article: '48' }, { act: 'CF', article: '35(2)' }, { act: 'CF', article: '64' }, { act: 'N7' }],
    roles: {
      sender: { title: ['移送机关', 'sender'], bodies: administrativeOrgans, side: 'sending', confirms: true },
      police: {
        title: ['公安机关', 'police'],
        bodies: ['public-security'],
        cast: 'routing',
        side: 'receiving',
        confirms: true,
        keepsFormer: ['原受理公安机关', 'police that held it before'],
      },
    },
    fields: {
      publicOrderPenalty: {
        kind: 'code',
        list: true,
        title: ['治安处罚', 'public-order penalty'],
        options: {
          warning: ['警告', 'warning'],
          fine: ['罚款', 'fine'],
          detention: ['行政拘留', 'administrative detention'],
        },
      },
      heavyPenalty: {
        kind: 'code',
        list: true,
        title: ['应当告知听证的处罚', 'penalty with a right to a hearing'],
        options: {
          'large-fine': largeFine,
          'licence-revocation': ['吊销许可证件', 'revocation of a licence'],
          closure: ['责令停业整顿', 'order to stop business'],
        },
      },
      personsConcerned: { kind: 'count', title: ['涉及人数', 'number of persons'] },
      anotherAct: ANOTHER_ACT,
      offenderAbsent: { kind: 'flag', title: ['被处罚人不在场', 'the person penalised is absent'] },
    },
    papers: {
      'public-order-letter': ['违反治安管理案件移送书', 'Letter of transfer of a public-order case'],
      'public-order-filing': ['治安案件立案告知书', 'Notice that the public-order case is filed'],
      'not-a-violation-notice': ['不属于违反治安管理行为告知书', 'Notice that it is no violation'],
      'hearing-right-notice': ['听证权利告知书', 'Notice of the right to a hearing'],
      'public-order-decision': ['治安管理处罚决定书', 'Public-order penalty decision'],
      'no-penalty-decision': ['不予处罚决定书', 'Decision not to penalise'],
    },
    conditions: {
      // ZA 117, ZA2005 98.
      'hearing-right-was-told': {
        if: { happened: { command: 'tell-hearing-right' } },
        title: ['已告知听证权利后', 'once the right to a hearing was told'],
        refusal: [
          '吊销许可证件、较大数额罚款、责令停业整顿，须先告知有权要求听证',
          'A revocation, a large fine and a closure want the right to a hearing told before',
        ],
        basis: [
          { act: 'ZA', article: '117' },
          { act: 'ZA2005', article: '98' },
        ],
      },
      // CF 64(1): five working days to ask; who asked is heard (ZA 117).
      'hearing-was-had': {
        if: {
          anyOf: [
            { happened: { command: 'waive-public-order-hearing', since: 'tell-hearing-right' } },
            { happened: { command: 'end-public-order-hearing', since: 'tell-hearing-right' } },
            {
              allOf: [{ passed: ['pen-hearing-request'] }, { never: { command: 'request-public-order-hearing', since: 'tell-hearing-right' } }],
            },
          ],
        },
        title: ['听证结束、当事人放弃听证或者要求听证的期限届满后', 'once the hearing was held, waived or its days are over'],
        refusal: ['当事人要求听证的期限尚未届满，或者已要求听证而尚未举行', 'The days to ask for a hearing are not over yet, or one was asked for and not held'],
        basis: [
          { act: 'CF', article: '64(1)' },
          { act: 'ZA', article: '117' },
          { act: 'ZA2005', article: '98' },
        ],
      },
      'hearing-not-asked-for': {
        if: { never: { command: 'request-public-order-hearing', since: 'tell-hearing-right' } },
        title: ['当事人尚未要求听证时', 'where no hearing was asked for yet'],
        refusal: ['当事人已要求听证', 'A hearing was asked for already'],
      },
      // CF 35(2) binds every organ: who was fined by a court is not fined for the same, and while that is open nobody knows.
      'no-fine-beside-a-criminal-process': {
        if: unlessFined({ noneMarked: { mark: 'criminal-open', of: 'subject' } }, { noneMarked: { mark: 'transfer-decided', of: 'subject' } }),
        title: ['处以罚款的，同一行为没有未终结的刑事程序时', 'for a fine, while no criminal side of the same act is open'],
        code: 'CRIMINAL_SIDE_OPEN',
        refusal: [
          '同一行为的刑事程序尚未终结，不得处以罚款；不是同一违法行为的，请载明',
          'The criminal side of the same act has not ended; no fine is imposed. Say so where it is another act',
        ],
        basis: [{ act: 'CF', article: '35(2)' }],
      },
      'no-fine-after-a-criminal-one': {
        if: unlessFined({ noneMarked: { mark: 'criminally-fined', of: 'subject' } }),
        title: ['处以罚款的，人民法院未就同一行为判处罚金时', 'for a fine, where no court has imposed one for the same act'],
        code: 'CRIMINAL_FINE_IMPOSED',
        refusal: [
          '人民法院已判处罚金，不得再处以罚款；不是同一违法行为的，请载明',
          'A court has imposed a criminal fine; no fine may be added. Say so where it is another act',
        ],
        basis: [{ act: 'CF', article: '35(2)' }],
      },
      'no-second-administrative-fine': {
        if: unlessFined({ noneMarked: { mark: 'administratively-fined', of: 'subject' } }),
        title: ['处以罚款的，行政机关未就同一行为罚款时', 'for a fine, where no organ has fined the same act'],
        code: 'FINED_ALREADY',
        refusal: [
          '该当事人在本案中已被行政机关罚款，对同一违法行为不得再次罚款；不是同一违法行为的，请载明',
          'The party was fined by an organ in this case; one act is not fined twice. Say so where it is another act',
        ],
        basis: [{ act: 'CF', article: '29' }],
      },
      'a-fine-was-decided': {
        if: {
          anyOf: [{ field: { name: 'publicOrderPenalty', has: 'fine' } }, { field: { name: 'heavyPenalty', has: 'large-fine' } }],
        },
        title: ['决定罚款的', 'where a fine was decided'],
        refusal: ['未决定罚款', 'No fine was decided'],
      },
      'fine-not-paid-yet': {
        if: { never: { command: 'note-public-order-payment' } },
        title: ['罚款尚未缴纳时', 'before the fine was paid'],
        refusal: ['罚款已缴纳', 'The fine was paid already'],
      },
      'not-served-yet': {
        if: { never: { command: 'serve-public-order-decision' } },
        title: ['尚未送达时', 'before it was served'],
        refusal: ['决定书已送达', 'The decision was served already'],
      },
    },
    commands: {
      'transfer-public-order-case': {
        event: 'public-order-case-transferred',
        title: ['移送违反治安管理案件', 'Hand a public-order case to the police'],
        by: 'sender',
        officers: 2,
        papers: ['public-order-letter'],
        handsTo: 'police',
        passes: CASE_CONTENT,
      },
      'take-back-public-order-case': takenBack('sender', 'public-order-case-taken-back', ['收回误送的治安案件', 'Take it back']),
      'transfer-public-order-case-again': {
        event: 'public-order-case-transferred-again',
        title: ['再次移送违反治安管理案件', 'Hand it to the police again'],
        by: 'sender',
        papers: ['public-order-letter'],
        handsTo: 'police',
        passes: CASE_CONTENT,
      },
      'drop-public-order-transfer': { event: 'public-order-transfer-dropped', title: ['不再移送，自行处理', 'Drop the transfer'], by: 'sender', reason: 'required' },
      'sign-for-public-order-case': { event: 'public-order-case-signed-for', title: ['签收治安案件', 'Sign for it'], by: 'police', closesHandOff: 'received' },
      'return-public-order-case': {
        event: 'public-order-case-returned',
        title: ['不属公安职责，退回', 'Return it: not for the police'],
        by: 'police',
        reason: 'required',
        closesHandOff: 'returned',
        copyTo: ['sender'],
      },
      // JBA 8(2): the sender is told; GA125 61(2).
      'forward-public-order-case': {
        event: 'public-order-case-forwarded',
        title: ['移送有管辖权的公安机关', 'Pass to the competent police'],
        by: 'police',
        rank: 'head',
        reason: 'required',
        needs: ['to'],
        copyTo: ['sender'],
        handsTo: 'police',
        passes: CASE_CONTENT,
      },
      'file-public-order-case': {
        event: 'public-order-case-filed',
        title: ['治安案件立案', 'File the public-order case'],
        by: 'police',
        papers: ['public-order-filing'],
        copyTo: ['sender'],
      },
      'find-no-violation': {
        event: 'no-violation-found',
        title: ['告知不属于违反治安管理行为', 'Say that it is no violation'],
        by: 'police',
        reason: 'required',
        papers: ['not-a-violation-notice'],
        copyTo: ['sender'],
      },
      'begin-public-order-appraisal': { event: 'public-order-appraisal-begun', title: ['委托鉴定（治安案件）', 'Begin an appraisal'], by: 'police' },
      'end-public-order-appraisal': { event: 'public-order-appraisal-ended', title: ['收到鉴定意见（治安案件）', 'End the appraisal'], by: 'police' },
      'tell-hearing-right': {
        event: 'hearing-right-told',
        ofParty: true,
        title: ['告知听证权利（治安案件）', 'Tell the right to a hearing'],
        by: 'police',
        papers: ['hearing-right-notice'],
      },
      'request-public-order-hearing': {
        event: 'public-order-hearing-requested',
        title: ['登记当事人要求听证（治安案件）', 'Note that a hearing is asked for'],
        by: 'police',
        when: ['hearing-right-was-told', 'hearing-not-asked-for'],
      },
      'waive-public-order-hearing': {
        event: 'public-order-hearing-waived',
        title: ['登记当事人放弃听证（治安案件）', 'Note that the hearing is waived'],
        by: 'police',
        when: 'hearing-right-was-told',
      },
      'begin-public-order-hearing': {
        event: 'public-order-hearing-begun',
        title: ['听证开始（治安案件）', 'Begin the hearing'],
        by: 'police',
        when: 'hearing-right-was-told',
      },
      'end-public-order-hearing': { event: 'public-order-hearing-ended', title: ['听证结束（治安案件）', 'End the hearing'], by: 'police' },
      'prolong-public-order-case': {
        event: 'public-order-case-prolonged',
        title: ['上一级公安机关批准延长办案期限', 'Prolong with the approval of the police one level up'],
        by: 'police',
        rank: 'head',
        reason: 'required',
        needs: ['extension', 'approver'],
      },
      'decide-public-order-penalty': {
        event: 'public-order-penalty-decided',
        title: ['作出治安管理处罚决定', 'Decide the public-order penalty'],
        by: 'police',
        rank: 'head',
        papers: ['public-order-decision'],
        needs: ['publicOrderPenalty'],
        takes: ['personsConcerned', 'offenderAbsent', 'anotherAct'],
        copyTo: ['sender'],
        when: ['no-fine-beside-a-criminal-process', 'no-fine-after-a-criminal-one', 'no-second-administrative-fine'],
      },
      'decide-heavy-public-order-penalty': {
        event: 'heavy-public-order-penalty-decided',
        title: ['作出应当告知听证的治安处罚决定', 'Decide a penalty with a right to a hearing'],
        by: 'police',
        rank: 'head',
        papers: ['public-order-decision'],
        needs: ['heavyPenalty'],
        takes: ['publicOrderPenalty', 'personsConcerned', 'offenderAbsent', 'anotherAct'],
        copyTo: ['sender'],
        when: ['no-fine-beside-a-criminal-process', 'no-fine-after-a-criminal-one', 'no-second-administrative-fine', 'hearing-right-was-told', 'hearing-was-had'],
      },
      'decide-no-public-order-penalty': {
        event: 'no-public-order-penalty-decided',
        title: ['决定不予治安处罚', 'Decide not to penalise'],
        by: 'police',
        rank: 'head',
        reason: 'required',
        papers: ['no-penalty-decision'],
        copyTo: ['sender'],
      },
      // ZA 113: a crime goes the criminal way; another unlawful act to the organ that is competent for it.
      'turn-into-criminal-case': {
        event: 'turned-into-criminal-case',
        title: ['涉嫌犯罪，转为刑事案件', 'A crime is suspected: turn it into a criminal case'],
        by: 'police',
        rank: 'head',
        copyTo: ['sender'],
        opens: { procedure: 'criminal-process', command: 'report-investigation', roles: { investigator: 'police', sender: 'sender' } },
      },
      'refer-other-violation': {
        event: 'other-violation-referred',
        title: ['其他违法行为，移送主管机关', 'Another unlawful act: hand it to the competent organ'],
        by: 'police',
        needs: ['to'],
        copyTo: ['sender'],
        opens: { procedure: 'reverse-referral', command: 'refer-for-liability', roles: { police: 'police' } },
      },
      'serve-public-order-decision': {
        event: 'public-order-decision-served',
        title: ['送达治安处罚决定书', 'Serve the decision'],
        by: 'police',
        when: 'not-served-yet',
      },
      'note-public-order-payment': {
        event: 'public-order-fine-paid',
        title: ['登记罚款已缴纳（治安案件）', 'Note that the public-order fine was paid'],
        by: 'police',
        when: ['a-fine-was-decided', 'fine-not-paid-yet'],
      },
    },
    results: ['decide-public-order-penalty', 'decide-heavy-public-order-penalty', 'decide-no-public-order-penalty', 'find-no-violation'],
    // What the police find themselves, beside a crime for one, nobody hands to them.
    opensOn: { 'transfer-public-order-case': 'handed-to-police', 'file-public-order-case': 'public-order-investigation' },
    per: 'subject-or-case',
    states: {
      'handed-to-police': {
        title: ['已移送，待签收', 'Handed over, to be signed for'],
        on: {
          'sign-for-public-order-case': 'signed-for',
          'return-public-order-case': 'sent-back',
          'take-back-public-order-case': 'sent-back',
        },
      },
      'sent-back': {
        title: ['已退回或者收回', 'Returned or taken back'],
        on: { 'transfer-public-order-case-again': 'handed-to-police', 'drop-public-order-transfer': 'transfer-dropped' },
      },
      'signed-for': {
        title: ['已签收，待立案', 'Signed for, to be filed'],
        on: {
          'file-public-order-case': 'public-order-investigation',
          'find-no-violation': 'no-violation',
          'return-public-order-case': 'sent-back',
          'forward-public-order-case': 'handed-to-police',
        },
      },
      'public-order-investigation': {
        title: ['已立案，调查中', 'Filed, under investigation'],
        on: {
          'forward-public-order-case': 'handed-to-police',
          'begin-public-order-appraisal': 'public-order-appraisal',
          'tell-hearing-right': null,
          'request-public-order-hearing': null,
          'waive-public-order-hearing': null,
          'begin-public-order-hearing': 'public-order-hearing',
          'prolong-public-order-case': null,
          'decide-public-order-penalty': 'public-order-decided',
          'decide-heavy-public-order-penalty': 'public-order-decided',
          'decide-no-public-order-penalty': 'public-order-decided',
          'turn-into-criminal-case': 'turned-criminal',
          'refer-other-violation': null,
        },
      },
      'public-order-appraisal': { title: ['鉴定中', 'Being appraised'], on: { 'end-public-order-appraisal': 'public-order-investigation' } },
      'public-order-hearing': { title: ['听证中', 'Being heard'], on: { 'end-public-order-hearing': 'public-order-investigation' } },
      'public-order-decided': { title: ['已作出决定', 'Decided'], terminal: true, on: { 'serve-public-order-decision': null, 'note-public-order-payment': null } },
      'no-violation': { title: ['不属于违反治安管理行为', 'No violation'], terminal: true },
      'turned-criminal': { title: ['已转为刑事案件', 'Turned into a criminal case'], terminal: true },
      'transfer-dropped': { title: ['不再移送', 'Transfer dropped'], terminal: true },
    },
    clocks: {
      'agr-hand-off-receipt': {
        startsOn: ['transfer-public-order-case', 'transfer-public-order-case-again', 'forward-public-order-case'],
        stopsOn: ['sign-for-public-order-case', 'return-public-order-case'],
        obliges: 'police',
        mootOn: 'take-back-public-order-case',
        receipt: true,
      },
      'po-filing': {
        startsOn: 'sign-for-public-order-case',
        stopsOn: ['file-public-order-case', 'find-no-violation'],
        obliges: 'police',
        mootOn: ['return-public-order-case', 'forward-public-order-case'],
      },
      'po-forward': {
        startsOn: 'sign-for-public-order-case',
        stopsOn: 'forward-public-order-case',
        obliges: 'police',
        mootOn: ['file-public-order-case', 'find-no-violation', 'return-public-order-case'],
        window: true,
      },
      'po-decision': {
        startsOn: 'file-public-order-case',
        stopsOn: [...DECISIONS, 'turn-into-criminal-case'],
        obliges: 'police',
        mootOn: 'forward-public-order-case',
        pauses: leavesOut,
        extendsOn: 'prolong-public-order-case',
      },
      'pen-hearing-request': {
        startsOn: 'tell-hearing-right',
        again: 'anew',
        stopsOn: ['request-public-order-hearing', 'waive-public-order-hearing', 'begin-public-order-hearing'],
        mootOn: [...DECISIONS, 'turn-into-criminal-case', 'forward-public-order-case'],
        obliges: 'subject',
      },
      'po-service': {
        startsOn: ['decide-public-order-penalty', 'decide-heavy-public-order-penalty'],
        stopsOn: 'serve-public-order-decision',
        obliges: 'police',
        when: 'offenderAbsent',
      },
      // From receipt: as it is announced, or when it was served.
      'po-pay': {
        startsOn: ['decide-public-order-penalty', 'decide-heavy-public-order-penalty', 'serve-public-order-decision'],
        again: 'goes-on',
        unless: 'offenderAbsent',
        where: 'a-fine-was-decided',
        stopsOn: 'note-public-order-payment',
        obliges: 'subject',
      },
    },
    report: {
      counts: [
        { id: 'public-order-transfers', title: ['移送治安案件', 'Public-order transfers'], of: 'transfer-public-order-case' },
        {
          id: 'public-order-decisions',
          title: ['治安处罚决定', 'Public-order penalties'],
          of: ['decide-public-order-penalty', 'decide-heavy-public-order-penalty'],
        },
        { id: 'public-order-returns', title: ['治安案件退回', 'Public-order cases returned'], of: 'return-public-order-case' },
      ],
      durations: [
        {
          id: 'public-order',
          title: ['治安案件立案至决定', 'Public-order case filed to decided'],
          from: 'file-public-order-case',
          to: [...DECISIONS],
        },
      ],
    },
  });

/** ZA2005 98, 99: two thousand yuan; only an appraisal is not counted. */
export const publicOrder = publicOrderBy({
  version: 1,
  inForce: { from: '2013-01-01', until: '2026-01-01' },
  basis: [
    { act: 'ZA2005', article: '98' },
    { act: 'ZA2005', article: '99' },
  ],
  largeFine: ['二千元以上罚款', 'fine of 2,000 yuan or more'],
  leavesOut: { appraisal: LEFT_OUT.appraisal },
});

/** ZA 117, 118: four thousand yuan; neither appraisal nor hearing is counted. */
export const publicOrder2026 = publicOrderBy({
  version: 2,
  inForce: { from: '2026-01-01' },
  basis: [
    { act: 'ZA', article: '90' },
    { act: 'ZA', article: '117' },
    { act: 'ZA', article: '118' },
    { act: 'YBF', article: '53' },
  ],
  largeFine: ['四千元以上罚款', 'fine of 4,000 yuan or more'],
  leavesOut: LEFT_OUT,
});
