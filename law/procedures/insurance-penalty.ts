// Administrative penalty by the medical-insurance bureau: N4 for its procedure, O735 and from 2027 on the Medical Security Law for
// what is punished. Before O735 the Social Insurance Law was what a fine rested on; no limit of those years was found.
import { penaltyProcedure } from '../penalty-bones.ts';
import { AMOUNT_BAND_NAMES } from '../shared-fields.ts';

export const insurancePenalty = penaltyProcedure({
  procedure: 'insurance-penalty',
  title: ['医疗保障行政处罚', 'Medical-insurance penalty'],
  inForce: { from: '2011-07-01' },
  basis: [
    { act: 'N4' },
    { act: 'O735', article: '38' },
    { act: 'O735', article: '40' },
    { act: 'O735', article: '41' },
    { act: 'YBF', article: '48' },
    { act: 'YBF', article: '49' },
    { act: 'SB', article: '87' },
    { act: 'CF' },
  ],
  organ: 'medical-insurance',
  verify: { limit: 'clue-verify', isExtended: true },
  decision: {
    limit: 'pen-decision',
    isExtended: true,
    // N4 45(4); a suspension of N4 42 is not among them.
    leavesOut: ['expert-review', 'appraisal', 'hearing', 'public-notice'],
  },
  isSuspended: true,
  legalReview: 'pen-legal-review',
  serve: 'pen-serve',
  publish: 'pub-penalty-credit',
  withdrawPublication: 'pen-withdraw-publication',
  own: {
    roles: {
      agency: { title: ['医保经办机构', 'insurance agency'], bodies: ['insurance-agency'], cast: 'routing' },
    },
    papers: { 'settlement-suspension-order': ['暂停医保基金结算通知', 'Order to stop settlement'] },
    fields: {
      findingGrade: {
        kind: 'code',
        title: ['情节认定', 'gravity found'],
        options: {
          serious: ['情节严重', 'serious'],
          'especially-serious': ['情节特别严重', 'especially serious'],
        },
      },
    },
    conditions: {
      'expert-review-over': {
        if: {
          anyOf: [{ never: { command: 'begin-expert-review' } }, { happened: { command: 'end-expert-review', since: 'begin-expert-review' } }],
        },
        title: ['专家评审结束后', 'once the expert review is over'],
        refusal: ['专家评审尚未结束', 'The expert review is still going on'],
      },
      'found-serious': {
        if: { field: { name: 'findingGrade', is: 'serious' } },
        title: ['情节严重时', 'where it is serious'],
        refusal: ['未认定情节严重', 'It was not found serious'],
      },
      'found-especially-serious': {
        if: { field: { name: 'findingGrade', is: 'especially-serious' } },
        title: ['情节特别严重时', 'where it is especially serious'],
        refusal: ['未认定情节特别严重', 'It was not found especially serious'],
      },
    },
    commands: {
      'begin-expert-review': {
        event: 'expert-review-begun',
        title: ['组织专家评审', 'Begin the expert review'],
        by: 'organ',
        when: 'expert-review-over',
      },
      'end-expert-review': { event: 'expert-review-ended', title: ['收到专家评审意见', 'Receive the experts’ opinion'], by: 'organ' },
      // O735 30: the main head may stop settlement with who refuses to cooperate, until the finding.
      'order-settlement-suspension': {
        event: 'settlement-suspension-ordered',
        title: ['责令暂停医保基金结算', 'Order to stop settlement'],
        by: 'organ',
        rank: 'head',
        papers: ['settlement-suspension-order'],
        reason: 'required',
        copyTo: ['agency'],
      },
      'lift-settlement-suspension': {
        event: 'settlement-suspension-lifted',
        title: ['解除暂停结算', 'Let settlement go on'],
        by: 'organ',
        rank: 'head',
        copyTo: ['agency'],
      },
      'confirm-settlement-order': {
        event: 'settlement-order-confirmed',
        title: ['反馈暂停或者恢复结算情况', 'Confirm that settlement stands still or goes on'],
        by: 'agency',
      },
      'find-gravity': {
        event: 'gravity-found',
        title: ['认定欺诈骗保情节并通报有关部门', 'Find how serious the fraud is and tell the departments'],
        by: 'organ',
        rank: 'head',
        needs: ['findingGrade'],
        takes: AMOUNT_BAND_NAMES,
        opens: [
          { procedure: 'verified-finding', command: 'find-serious', roles: { finder: 'organ' }, when: 'found-serious' },
          { procedure: 'verified-finding', command: 'find-especially-serious', roles: { finder: 'organ' }, when: 'found-especially-serious' },
        ],
      },
      'penalise-on-the-spot': {
        event: 'penalised-on-the-spot',
        title: ['当场作出处罚决定', 'Penalise on the spot'],
        by: 'organ',
        officers: 2,
        papers: ['penalty-decision'],
        when: ['no-criminal-side-open', 'not-fined-by-a-court'],
      },
      'report-summary-penalty': { event: 'summary-penalty-reported', title: ['报所属部门备案', 'Report it to the department'], by: 'organ' },
    },
    opensOn: { 'penalise-on-the-spot': 'penalised-at-once' },
    states: {
      // Delivered as it was made (N4 49); CF 67(3) counts from then.
      'penalised-at-once': {
        title: ['已当场处罚，待备案', 'Penalised on the spot, to be reported'],
        marks: ['penalty-decided'],
        on: { 'report-summary-penalty': 'fine-due' },
      },
    },
    on: {
      investigating: {
        'begin-expert-review': null,
        'end-expert-review': null,
        'order-settlement-suspension': null,
        'conclude-investigation': { to: 'concluded', when: 'expert-review-over' },
      },
      suspended: { 'end-expert-review': null, 'order-settlement-suspension': null },
      'fine-decided': { 'find-gravity': null },
      decided: { 'find-gravity': null },
      'fine-due': { 'find-gravity': null },
      'in-force': { 'find-gravity': null },
      executed: { 'find-gravity': null },
      closed: { 'find-gravity': null },
    },
    always: { 'lift-settlement-suspension': null, 'confirm-settlement-order': null },
    clocks: {
      'agr-settlement-stop': {
        startsOn: ['order-settlement-suspension', 'lift-settlement-suspension'],
        stopsOn: 'confirm-settlement-order',
        mootOn: ['terminate-on-hand-over', 'terminate-investigation', 'transfer-elsewhere'],
        obliges: 'agency',
        runsFrom: 'receipt',
      },
      'pen-summary-file': { startsOn: 'penalise-on-the-spot', stopsOn: 'report-summary-penalty', obliges: 'organ' },
    },
  },
});
