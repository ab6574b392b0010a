// A case exposed to the public, after names are taken out and another officer has checked it (O735 34, S0 3.7c); corrected or taken down
// where it was wrong, and within three days where the penalty it tells of was changed (CF 48(2)).

import { defineProcedure } from '../define-procedure.ts';
import { PENALTY_FELL } from '../penalty/fined.ts';

/** What fell after it was told of; what is drafted later tells the penalty as it was changed. */
const AS_IT_WAS_DRAFTED = { noneMarked: { mark: 'penalty-fell', of: 'subject', since: 'anonymise-draft' } } as const;
const BASIS = [{ act: 'CF', article: '48(2)' }];
const NOT_AS_IT_IS = { 'refuse-exposure': 'refused', 'return-draft': 'proposed' } as const;
/** They publish what they did themselves, whatever became of a penalty. */
const OF_THE_CRIMINAL_SIDE = ['public-security', 'procuratorate', 'court', 'discipline-inspection'] as const;

export const publicity = defineProcedure({
  procedure: 'publicity',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['典型案例曝光', 'Exposure of a case'],
  basis: [
    { act: 'O735', article: '34' },
    { act: 'O735', article: '32' },
    { act: 'CF', article: '48' },
    { act: 'S0', article: '3.7c' },
    { act: 'S2', article: '3.8d' },
  ],
  roles: {
    exposer: {
      title: ['曝光部门', 'who exposes it'],
      // Those who handled it publish what they did: police, procuratorate, court and discipline inspection their own cases too.
      bodies: [
        'medical-insurance',
        'insurance-agency',
        'health',
        'market-regulation',
        'drug-regulation',
        'joint-meeting-office',
        'civil-affairs',
        ...OF_THE_CRIMINAL_SIDE,
      ],
      cast: 'actor',
      side: 'receiving',
    },
  },
  fields: {
    publishedOn: { kind: 'date', title: ['公布日期', 'day of publication'] },
  },
  papers: {
    'exposure-draft': ['去标识化曝光稿', 'Draft without names'],
    'exposure-correction': ['更正说明', 'Correction'],
    'withdrawal-statement': ['撤回说明', 'Statement of withdrawal'],
  },
  conditions: {
    'another-officer-checks': {
      if: { notSameOfficerAs: ['anonymise-draft'] },
      title: ['复核人不是起草人时', 'where another officer wrote the draft'],
      code: 'SAME_OFFICER',
      refusal: ['曝光稿须由起草人以外的人员复核', 'Another officer than the author checks the draft'],
    },
    'a-request-waits': {
      if: { happened: { command: 'take-correction-request', since: 'refuse-correction' } },
      title: ['收到更正请求后', 'once a correction was asked for'],
      refusal: ['没有待处理的更正请求', 'No request for correction waits'],
    },
    // CF 48(2): what fell is not taken down in silence.
    'penalty-stands': {
      if: AS_IT_WAS_DRAFTED,
      title: ['所公布的处罚未被撤销、变更时', 'while the penalty told of stands'],
      refusal: ['所公布的处罚已被撤销或者变更，须撤回并公开说明理由', 'The penalty told of fell: withdraw it and say why in public'],
      basis: BASIS,
    },
    'penalty-as-drafted': {
      if: AS_IT_WAS_DRAFTED,
      title: ['起草后处罚未被撤销、变更时', 'while the penalty stands as it was drafted'],
      code: 'PENALTY_CHANGED_SINCE',
      refusal: [
        '起草后所涉处罚已被撤销或者变更，应当退回重新起草，或者不予曝光',
        'The penalty fell or changed since the draft: return the draft, or refuse the exposure',
      ],
      basis: BASIS,
    },
    // Another penalty of the party may be told of.
    'penalty-not-annulled': {
      if: {
        anyOf: [
          { role: { role: 'exposer', bodies: OF_THE_CRIMINAL_SIDE } },
          { noneMarked: { mark: 'penalty-undone', of: 'subject' } },
          { marked: { mark: 'penalty-decided', of: 'subject' } },
        ],
      },
      title: ['该当事人的处罚未被撤销，或者另有有效处罚时', 'while no penalty of the party was annulled, or another one stands'],
      code: 'PENALTY_ANNULLED',
      refusal: [
        '该当事人的处罚决定已被撤销，不得曝光；已提出的，不予批准（refuse-exposure）',
        'The penalty of the party was annulled and is not exposed; what was proposed is refused (refuse-exposure)',
      ],
      basis: BASIS,
    },
    'exposure-is-published': {
      if: { happened: { command: 'publish-exposure' } },
      title: ['已公布的', 'where it is published'],
      refusal: ['尚未公布', 'It is not published'],
    },
  },
  commands: {
    'propose-exposure': { event: 'exposure-proposed', title: ['提出曝光', 'Propose to expose it'], by: 'exposer', when: 'penalty-not-annulled' },
    'anonymise-draft': {
      event: 'exposure-draft-anonymised',
      title: ['去除个人信息和商业秘密', 'Take names and secrets out'],
      by: 'exposer',
      papers: ['exposure-draft'],
    },
    'return-draft': { event: 'exposure-draft-returned', title: ['退回修改', 'Return the draft'], by: 'exposer', reason: 'required' },
    'approve-exposure': {
      event: 'exposure-approved',
      title: ['复核并批准曝光', 'Check the draft and approve the exposure'],
      by: 'exposer',
      rank: 'head',
      when: ['another-officer-checks', 'penalty-not-annulled', 'penalty-as-drafted'],
    },
    'refuse-exposure': { event: 'exposure-refused', title: ['不批准曝光', 'Refuse the exposure'], by: 'exposer', rank: 'head', reason: 'required' },
    'publish-exposure': {
      event: 'exposure-published',
      title: ['向社会公布', 'Publish it'],
      by: 'exposer',
      takes: ['publishedOn'],
      when: ['penalty-not-annulled', 'penalty-as-drafted'],
    },
    'take-correction-request': { event: 'exposure-correction-asked', title: ['收到更正请求', 'A correction is asked for'], by: 'exposer' },
    'correct-exposure': { event: 'exposure-corrected', title: ['公开更正', 'Correct it in public'], by: 'exposer', papers: ['exposure-correction'] },
    'refuse-correction': {
      event: 'exposure-correction-refused',
      title: ['不予更正并说明理由', 'Refuse the correction'],
      by: 'exposer',
      reason: 'required',
      when: 'a-request-waits',
    },
    'learn-penalty-changed': { event: 'published-penalty-changed', title: ['所公布的处罚决定被变更或者撤销', 'The penalty told of was changed'], by: 'exposer' },
    'withdraw-exposure': {
      event: 'exposure-withdrawn',
      title: ['撤回并公开说明理由', 'Withdraw it and say why in public'],
      by: 'exposer',
      papers: ['withdrawal-statement'],
      reason: 'required',
    },
    'end-exposure': { event: 'exposure-ended', title: ['曝光期满撤下', 'Take it down at its end'], by: 'exposer' },
  },
  results: ['publish-exposure', 'correct-exposure', 'withdraw-exposure'],
  opensOn: { 'propose-exposure': 'proposed' },
  per: 'subject-or-case',
  states: {
    proposed: { title: ['待去标识化', 'Proposed'], on: { 'anonymise-draft': 'drafted', 'refuse-exposure': 'refused' } },
    drafted: {
      title: ['待复核批准', 'To be checked and approved'],
      on: { 'approve-exposure': 'approved', ...NOT_AS_IT_IS },
    },
    approved: { title: ['待公布', 'To be published'], on: { 'publish-exposure': 'published', ...NOT_AS_IT_IS } },
    published: {
      title: ['已公布', 'Published'],
      on: {
        'take-correction-request': null,
        'correct-exposure': null,
        'refuse-correction': null,
        'learn-penalty-changed': 'withdrawal-due',
        'withdraw-exposure': 'withdrawn',
        'end-exposure': { to: 'ended', when: 'penalty-stands' },
      },
    },
    'withdrawal-due': { title: ['处罚已变更，待撤回', 'Penalty changed, to be withdrawn'], on: { 'withdraw-exposure': 'withdrawn' } },
    refused: { title: ['不予曝光', 'Not exposed'], terminal: true },
    withdrawn: { title: ['已撤回', 'Withdrawn'], terminal: true },
    ended: { title: ['期满撤下', 'Taken down at its end'], terminal: true },
  },
  clocks: {
    'pub-withdraw': {
      startsOn: 'learn-penalty-changed',
      startsOnMark: PENALTY_FELL,
      again: 'goes-on',
      where: 'exposure-is-published',
      stopsOn: 'withdraw-exposure',
      obliges: 'exposer',
      runsFrom: 'receipt',
    },
    'agr-publicity-objection': {
      startsOn: 'take-correction-request',
      stopsOn: ['correct-exposure', 'refuse-correction', 'withdraw-exposure'],
      obliges: 'exposer',
      mootOn: ['learn-penalty-changed', 'end-exposure'],
    },
  },
  report: {
    counts: [
      { id: 'exposures', title: ['曝光案例', 'Cases exposed'], of: 'publish-exposure' },
      { id: 'exposures-corrected', title: ['更正或者撤回曝光', 'Exposures corrected or withdrawn'], of: ['correct-exposure', 'withdraw-exposure'] },
    ],
    durations: [{ id: 'exposure', title: ['提出至公布', 'Proposed to published'], from: 'propose-exposure', to: 'publish-exposure' }],
  },
});
