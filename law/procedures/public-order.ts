// A public-order case (治安案件): an administrative organ hands to the police what is no crime but a violation of public order (N7,
// from 2027 YBF 53), or the police find it themselves. There is no review of filing: the police file at once, or say why it is no
// violation (ZA 90). What is filed before 2026 goes on under the law of then, which is the first version.
// Rank `head` where the law wants the head of a police organ of county level or above.
import type { LegalBasis } from '../../schemas/time-limit.ts';
import { acts } from '../acts.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { HEAVY_PAPERS, heavyDecisionCommands, reviewedByAnother } from '../heavy-decision.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { cashToBank, cashToHandIn } from '../penalty/cash.ts';
import { FINED } from '../penalty/fined.ts';
import { FINE_CONDITIONS, NO_FINE_BESIDE, NO_FINE_ON_THE_SPOT, SAYS_A_FINE } from '../public-order/fines.ts';
import { ANOTHER_ACT } from '../shared-fields.ts';

const { 'discuss-collectively': _, ...LEGAL_REVIEW } = heavyDecisionCommands('police', 'public-order-reviewed-by-another');
const ON_THE_SPOT = ['warn-public-order-on-the-spot', 'fine-public-order-on-the-spot'] as const;
const BY_FINE = { to: 'public-order-fined', when: 'a-fine-is-decided', else: 'public-order-decided' } as const;
const ONCE_DECIDED = { 'serve-public-order-decision': null, 'report-spot-penalty': null } as const;
const DECISIONS = ['decide-public-order-penalty', 'decide-heavy-public-order-penalty', 'decide-no-public-order-penalty'] as const;

/** What a version of the law says of its own: from which fine on a hearing must be offered, and what is not counted in the thirty days. */
type PublicOrderLaw = {
  version: number;
  inForce: { from: string; until?: string };
  basis: readonly LegalBasis[];
  /** Where it has the hearing, and what is decided on the spot. */
  hearing: LegalBasis;
  onTheSpot: LegalBasis;
  largeFine: readonly [zh: string, en: string];
  leavesOut: Partial<typeof LEFT_OUT>;
};

const LEFT_OUT = {
  appraisal: { from: 'begin-public-order-appraisal', to: 'end-public-order-appraisal' },
  hearing: { from: 'begin-public-order-hearing', to: 'end-public-order-hearing' },
} as const;

const publicOrderBy = ({ version, inForce, basis, hearing, onTheSpot, largeFine, leavesOut }: PublicOrderLaw) =>
  defineProcedure({
    procedure: 'public-order',
    version,
    inForce,
    title: ['治安案件', 'Public-order case'],
    basis: [...basis, { act: 'O735', article: '48' }, { act: 'CF', article: '35(2)' }, { act: 'CF', article: '64' }],
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
      'legal-review-opinion': HEAVY_PAPERS['legal-review-opinion'],
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
        basis: [hearing],
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
        basis: [{ act: 'CF', article: '64(1)' }, hearing],
      },
      'hearing-not-asked-for': {
        if: { never: { command: 'request-public-order-hearing', since: 'tell-hearing-right' } },
        title: ['当事人尚未要求听证时', 'where no hearing was asked for yet'],
        refusal: ['当事人已要求听证', 'A hearing was asked for already'],
      },
      ...FINE_CONDITIONS,
      // CF 58(1)2, ZA 114: what was heard is not decided before another officer reviewed it.
      'public-order-reviewed-after-hearing': {
        if: {
          anyOf: [
            { rehearsed: true },
            { day: { before: acts.CF.from } },
            { never: { command: 'end-public-order-hearing', since: 'tell-hearing-right' } },
            { happened: { command: 'pass-legal-review', since: 'end-public-order-hearing' } },
          ],
        },
        title: ['经过听证的，法制审核通过后', 'for what was heard, once a legal review after it was passed'],
        refusal: ['经过听证的案件，未经法制审核或者审核未通过，不得作出决定', 'The case was heard: it is not decided before a legal review was passed'],
        basis: [{ act: 'CF', article: '58(1)2' }],
      },
      'public-order-reviewed-by-another': reviewedByAnother(
        'file-public-order-case',
        'begin-public-order-appraisal',
        'end-public-order-appraisal',
        'tell-hearing-right',
        'begin-public-order-hearing',
        'end-public-order-hearing',
        'submit-to-legal-review',
      ),
      'public-order-cash-to-hand-in': cashToHandIn('collect-public-order-cash', 'hand-in-public-order-cash'),
      'public-order-cash-to-bank': cashToBank('hand-in-public-order-cash', 'bank-public-order-cash'),
      // On the spot it is a command of its own, that says no kind.
      'there-is-a-fine': {
        if: {
          anyOf: [
            ...SAYS_A_FINE,
            {
              allOf: [
                ...['publicOrderPenalty', 'heavyPenalty'].map((name) => ({ field: { name, absent: true as const } })),
                ...['warn-public-order-on-the-spot', 'decide-no-public-order-penalty'].map((command) => ({ never: { command } })),
              ],
            },
          ],
        },
        title: ['处以罚款的', 'where there is a fine'],
        refusal: ['未处以罚款', 'There is no fine'],
      },
      'a-fine-is-decided': {
        if: { anyOf: SAYS_A_FINE },
        title: ['决定罚款时', 'where it holds a fine'],
        refusal: ['未决定罚款', 'It holds no fine'],
      },
      // ZA 120.
      'spot-penalty-to-be-reported': {
        if: {
          allOf: [
            {
              anyOf: ON_THE_SPOT.map((command) => ({ happened: { command } })),
            },
            { never: { command: 'report-spot-penalty' } },
          ],
        },
        title: ['当场处罚尚未报备时', 'where it was penalised on the spot and not reported yet'],
        refusal: ['不是当场处罚，或者已经报备', 'It was not penalised on the spot, or was reported already'],
        basis: [onTheSpot],
      },
      'fine-not-paid-yet': {
        if: { never: { command: 'note-public-order-payment' } },
        title: ['罚款尚未缴纳时', 'before the fine was paid'],
        refusal: ['罚款已缴纳', 'The fine was paid already'],
      },
      'competence-not-noted-unclear': {
        if: { never: { command: 'note-competence-unclear', since: 'sign-for-public-order-case' } },
        title: ['尚未登记管辖不明时', 'before it was noted'],
        refusal: ['已登记管辖不明', 'That was noted already'],
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
      ...LEGAL_REVIEW,
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
        leaves: ['penalty-decided'],
        copyTo: ['sender'],
        when: NO_FINE_BESIDE,
      },
      // ZA 119, 120: the officer decides on the spot and reports it.
      'warn-public-order-on-the-spot': {
        event: 'public-order-warned-on-the-spot',
        ofParty: true,
        title: ['当场警告', 'Warn on the spot'],
        by: 'police',
        papers: ['public-order-decision'],
      },
      'fine-public-order-on-the-spot': {
        event: 'public-order-fined-on-the-spot',
        ofParty: true,
        title: ['当场罚款', 'Fine on the spot'],
        by: 'police',
        papers: ['public-order-decision'],
        takes: ['anotherAct'],
        when: NO_FINE_ON_THE_SPOT,
      },
      'report-spot-penalty': {
        event: 'spot-penalty-reported',
        title: ['当场处罚报所属公安机关备案', 'Report it to the police organ'],
        by: 'police',
        when: 'spot-penalty-to-be-reported',
      },
      'decide-heavy-public-order-penalty': {
        event: 'heavy-public-order-penalty-decided',
        title: ['作出应当告知听证的治安处罚决定', 'Decide a penalty with a right to a hearing'],
        by: 'police',
        rank: 'head',
        papers: ['public-order-decision'],
        needs: ['heavyPenalty'],
        takes: ['publicOrderPenalty', 'personsConcerned', 'offenderAbsent', 'anotherAct'],
        leaves: ['penalty-decided'],
        copyTo: ['sender'],
        when: [...NO_FINE_BESIDE, 'hearing-right-was-told', 'hearing-was-had', 'public-order-reviewed-after-hearing'],
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
        when: 'fine-not-paid-yet',
      },
      // ZA 124.
      'collect-public-order-cash': {
        event: 'public-order-cash-collected',
        title: ['当场收缴罚款（治安案件）', 'Take the public-order fine in cash'],
        by: 'police',
      },
      'hand-in-public-order-cash': {
        event: 'public-order-cash-handed-in',
        title: ['当场收缴的罚款交至公安机关', 'Hand the cash in'],
        by: 'police',
        when: 'public-order-cash-to-hand-in',
      },
      'bank-public-order-cash': {
        event: 'public-order-cash-banked',
        title: ['当场收缴的罚款缴付银行（治安案件）', 'Pay the public-order cash into the bank'],
        by: 'police',
        when: 'public-order-cash-to-bank',
      },
      // JBA 8(4).
      'note-competence-unclear': {
        event: 'competence-unclear',
        title: ['登记不能当场确定管辖', 'Note that competence is not clear at once'],
        by: 'police',
        when: 'competence-not-noted-unclear',
      },
    },
    results: ['decide-public-order-penalty', ...ON_THE_SPOT, 'decide-heavy-public-order-penalty', 'decide-no-public-order-penalty', 'find-no-violation'],
    // What the police find themselves, beside a crime for one, nobody hands to them.
    opensOn: {
      'transfer-public-order-case': 'handed-to-police',
      'file-public-order-case': 'public-order-investigation',
      'warn-public-order-on-the-spot': 'public-order-decided',
      'fine-public-order-on-the-spot': 'public-order-fined',
    },
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
          'note-competence-unclear': null,
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
          'submit-to-legal-review': 'public-order-legal-review',
          'prolong-public-order-case': null,
          'decide-public-order-penalty': BY_FINE,
          'decide-heavy-public-order-penalty': BY_FINE,
          'decide-no-public-order-penalty': 'public-order-decided',
          'turn-into-criminal-case': 'turned-criminal',
          'refer-other-violation': null,
        },
      },
      'public-order-appraisal': { title: ['鉴定中', 'Being appraised'], on: { 'end-public-order-appraisal': 'public-order-investigation' } },
      'public-order-legal-review': {
        title: ['法制审核中', 'Under legal review'],
        on: { 'pass-legal-review': 'public-order-investigation', 'return-from-legal-review': 'public-order-investigation' },
      },
      'public-order-hearing': { title: ['听证中', 'Being heard'], on: { 'end-public-order-hearing': 'public-order-investigation' } },
      'public-order-decided': {
        title: ['已作出决定', 'Decided'],
        terminal: true,
        on: ONCE_DECIDED,
      },
      // CF 29: whoever fines after it is told.
      'public-order-fined': {
        title: ['已作出罚款决定', 'Decided, with a fine'],
        terminal: true,
        marks: FINED,
        on: {
          ...ONCE_DECIDED,
          'note-public-order-payment': null,
          'collect-public-order-cash': null,
          'hand-in-public-order-cash': null,
          'bank-public-order-cash': null,
        },
      },
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
      'po-sort-competence': {
        startsOn: 'note-competence-unclear',
        again: 'anew',
        stopsOn: ['file-public-order-case', 'find-no-violation', 'forward-public-order-case', 'return-public-order-case'],
        obliges: 'police',
      },
      'po-spot-report': { startsOn: ON_THE_SPOT, stopsOn: 'report-spot-penalty', obliges: 'police' },
      'po-cash': { startsOn: 'collect-public-order-cash', again: 'goes-on', stopsOn: 'hand-in-public-order-cash', obliges: 'police' },
      'po-cash-to-bank': { startsOn: 'hand-in-public-order-cash', again: 'goes-on', stopsOn: 'bank-public-order-cash', obliges: 'police' },
      // From receipt: as it is announced, or when it was served.
      'po-pay': {
        startsOn: ['public-order-fined', 'serve-public-order-decision'],
        again: 'goes-on',
        unless: 'offenderAbsent',
        where: 'there-is-a-fine',
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
          of: ['decide-public-order-penalty', ...ON_THE_SPOT, 'decide-heavy-public-order-penalty'],
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
  hearing: { act: 'ZA2005', article: '98' },
  // Its article was not read.
  onTheSpot: { act: 'ZA2005' },
  largeFine: ['二千元以上罚款', 'fine of 2,000 yuan or more'],
  leavesOut: { appraisal: LEFT_OUT.appraisal },
});

/** ZA 117, 118: four thousand yuan; neither appraisal nor hearing is counted. */
export const publicOrder2026 = publicOrderBy({
  version: 2,
  inForce: { from: '2026-01-01' },
  basis: [{ act: 'ZA', article: '90' }, { act: 'ZA', article: '117' }, { act: 'ZA', article: '118' }, { act: 'N7' }, { act: 'YBF', article: '53' }],
  hearing: { act: 'ZA', article: '117' },
  onTheSpot: { act: 'ZA', article: '120' },
  largeFine: ['四千元以上罚款', 'fine of 4,000 yuan or more'],
  leavesOut: LEFT_OUT,
});
