// What is decided: a penalty, with a right to a hearing or not, one on the spot, none, or that it goes another way (ZA 113, 119, 120).
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { Part } from '../part.ts';
import { FINED } from '../penalty/fined.ts';
import { ANOTHER_ACT } from '../shared-fields.ts';
import { NO_FINE_BESIDE, NO_FINE_ON_THE_SPOT, SAYS_A_FINE } from './fines.ts';

/** What a version of the law says of it: where it has a penalty on the spot, and from which fine on a hearing must be offered. */
export type DecisionLaw = { onTheSpot: LegalBasis; largeFine: readonly [zh: string, en: string] };

const ONCE_DECIDED = { 'serve-public-order-decision': null, 'report-spot-penalty': null } as const;

export const ON_THE_SPOT = ['warn-public-order-on-the-spot', 'fine-public-order-on-the-spot'] as const;
export const DECISIONS = [
  'decide-public-order-penalty',
  'decide-heavy-public-order-penalty',
  'decide-no-public-order-penalty',
] as const;

export const decisionBy = ({ onTheSpot, largeFine }: DecisionLaw) =>
  ({
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
      'public-order-decision': ['治安管理处罚决定书', 'Public-order penalty decision'],
      'no-penalty-decision': ['不予处罚决定书', 'Decision not to penalise'],
    },
    conditions: {
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
    },
    commands: {
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
        when: [
          ...NO_FINE_BESIDE,
          'hearing-right-was-told',
          'hearing-was-had',
          'public-order-reviewed-after-hearing',
        ],
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
        opens: {
          procedure: 'criminal-process',
          command: 'report-investigation',
          roles: { investigator: 'police', sender: 'sender' },
        },
      },
      'refer-other-violation': {
        event: 'other-violation-referred',
        title: ['其他违法行为，移送主管机关', 'Another unlawful act: hand it to the competent organ'],
        by: 'police',
        needs: ['to'],
        copyTo: ['sender'],
        opens: { procedure: 'reverse-referral', command: 'refer-for-liability', roles: { police: 'police' } },
      },
    },
    states: {
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
    },
    clocks: {
      'po-spot-report': { startsOn: ON_THE_SPOT, stopsOn: 'report-spot-penalty', obliges: 'police' },
    },
  }) as const satisfies Part;
