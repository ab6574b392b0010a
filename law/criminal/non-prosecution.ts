// Non-prosecution: decided, served, passed on to see whether a penalty is due, and final (XS 175(4), 177, 178, 180, 181).
import { ONE_REVIEW, UNDER_PENALTY_REVIEW } from '../one-review.ts';
import type { Part } from '../part.ts';
import { NOT_FINED, NOT_PROSECUTED } from './under-way.ts';

export const NON_PROSECUTION = {
  fields: {
    nonProsecutionKind: {
      kind: 'code',
      title: ['不起诉种类', 'kind of non-prosecution'],
      options: {
        statutory: ['法定不起诉', 'no crime, or none that is pursued (XS 177(1))'],
        discretionary: ['酌定（相对）不起诉', 'minor circumstances (XS 177(2))'],
        'insufficient-evidence': ['存疑不起诉', 'insufficient evidence (XS 175(4))'],
      },
    },
    hasVictim: { kind: 'flag', title: ['有被害人', 'there is a victim'] },
  },
  papers: {
    'non-prosecution-decision': ['不起诉决定书', 'Decision not to prosecute'],
  },
  conditions: {
    ...ONE_REVIEW,
    // JG2019 367: insufficient evidence only after the case was returned once at least.
    'evidence-was-supplemented': {
      if: {
        anyOf: [
          { field: { name: 'nonProsecutionKind', is: 'statutory' } },
          { field: { name: 'nonProsecutionKind', is: 'discretionary' } },
          { happened: { command: 'return-for-supplement' } },
          { happened: { command: 'withdraw-indictment' } },
        ],
      },
      title: ['存疑不起诉的，已退回补充侦查', 'for insufficient evidence only once the case was returned'],
      refusal: [
        '未经退回补充侦查，不得以证据不足作出不起诉决定',
        'Without a return for supplementary investigation the evidence is not found insufficient',
      ],
      basis: [{ act: 'JG2019', article: '367' }],
    },
    'not-yet-referred': {
      if: {
        allOf: [
          { happened: { command: 'decide-non-prosecution' } },
          { never: { command: 'refer-for-penalty-review', since: 'decide-non-prosecution' } },
        ],
      },
      title: [
        '不起诉尚未移送行政检察部门时',
        'before the non-prosecution went to the administrative department',
      ],
      refusal: [
        '没有不起诉决定，或者本次不起诉已移送行政检察部门审查',
        'There is no non-prosecution, or it is with the administrative department already',
      ],
    },
    // XS 180, 181, JG2019 377: who may petition may so from service on.
    'petition-days-have-passed': {
      if: {
        allOf: [
          { happened: { command: 'serve-non-prosecution', since: 'decide-non-prosecution' } },
          {
            anyOf: [
              { field: { name: 'hasVictim', absent: true } },
              { happened: { command: 'serve-victim', since: 'decide-non-prosecution' } },
            ],
          },
          { passed: ['pro-petition', 'pro-victim-petition'] },
        ],
      },
      title: [
        '不起诉决定书送达、申诉期限届满后',
        'once the decision was served and the days to petition have passed',
      ],
      refusal: [
        '不起诉决定书尚未送达，或者被不起诉人、被害人的申诉期限尚未届满',
        'The decision was not served yet, or the days of the person or the victim to petition have not passed',
      ],
      basis: [
        { act: 'XS', article: '180' },
        { act: 'XS', article: '181' },
        { act: 'JG2019', article: '377' },
      ],
    },
  },
  commands: {
    'decide-non-prosecution': {
      event: 'not-prosecuted',
      title: ['决定不起诉', 'Decide not to prosecute'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      papers: ['non-prosecution-decision'],
      needs: ['nonProsecutionKind'],
      takes: ['hasVictim'],
      copyTo: ['investigator', 'sender'],
      when: 'evidence-was-supplemented',
    },
    'serve-non-prosecution': {
      event: 'non-prosecution-served',
      title: ['送达不起诉决定书', 'Serve the decision not to prosecute'],
      by: 'procuratorate',
      needs: ['servedOn'],
    },
    'serve-victim': {
      event: 'non-prosecution-served-on-victim',
      title: ['向被害人送达不起诉决定书', 'Serve the decision not to prosecute on the victim'],
      by: 'procuratorate',
      needs: ['servedOn'],
    },
    // FX2024: every non-prosecution goes to the administrative department, which says whether a penalty is due.
    'refer-for-penalty-review': {
      event: 'referred-for-penalty-review',
      title: [
        '移送行政检察部门审查是否需要行政处罚',
        'Hand to the administrative department to see whether a penalty is due',
      ],
      by: 'procuratorate',
      opens: {
        procedure: 'reverse-referral',
        command: 'register-review',
        roles: { procuratorate: 'procuratorate' },
        when: 'no-review-under-way',
      },
      when: 'not-yet-referred',
    },
    'conclude-non-prosecution': {
      event: 'non-prosecution-concluded',
      title: ['不起诉程序终结', 'Conclude the non-prosecution'],
      by: 'procuratorate',
      when: 'petition-days-have-passed',
    },
  },
  states: {
    'non-prosecuted': {
      title: ['已不起诉', 'Not prosecuted'],
      marks: [NOT_PROSECUTED],
      on: {
        'serve-non-prosecution': null,
        'serve-victim': null,
        'refer-for-penalty-review': null,
        'petition-against-non-prosecution': 'non-prosecution-examined',
        'note-victim-petition': 'non-prosecution-examined',
        'ask-to-reconsider-non-prosecution': 'non-prosecution-examined',
        'ask-to-review-non-prosecution': 'non-prosecution-examined',
        // JG2019 388: also where the procuratorate itself finds it wrong.
        'revoke-non-prosecution': 'under-review',
        'note-direct-suit': 'directly-sued',
        'conclude-non-prosecution': 'non-prosecution-final',
      },
    },
    // What FX2024 asks for is owed to the other department however the non-prosecution was concluded.
    'non-prosecution-final': {
      title: ['不起诉已确定', 'Non-prosecution final'],
      terminal: true,
      marks: [...NOT_FINED, NOT_PROSECUTED],
      on: { 'refer-for-penalty-review': null },
    },
  },
  clocks: {
    // Revoked and decided again, it is the new decision that is passed on (FX2024).
    'rev-internal-transfer': {
      startsOn: 'decide-non-prosecution',
      again: 'anew',
      stopsOn: 'refer-for-penalty-review',
      stopsOnMark: UNDER_PENALTY_REVIEW,
      obliges: 'procuratorate',
      mootOn: 'revoke-non-prosecution',
    },
    // Only the one of minor circumstances petitions to the procuratorate itself; for whom it is no right it is nobody’s breach.
    'pro-petition': {
      startsOn: 'serve-non-prosecution',
      startsAt: 'servedOn',
      again: 'goes-on',
      stopsOn: 'petition-against-non-prosecution',
      obliges: 'subject',
      mootOn: ['revoke-non-prosecution', 'note-direct-suit'],
      window: true,
    },
    // A mark in time: the victim has these days, and only after them it is concluded.
    // Each victim has its own days.
    'pro-victim-petition': {
      startsOn: 'serve-victim',
      startsAt: 'servedOn',
      again: 'each',
      stopsOn: 'note-victim-petition',
      obliges: 'procuratorate',
      mootOn: ['revoke-non-prosecution', 'note-direct-suit'],
      window: true,
    },
  },
} as const satisfies Part;
