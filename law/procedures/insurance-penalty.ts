// Administrative penalty by the medical-insurance bureau: N4 for its procedure, O735 and from 2027 on the Medical Security Law for
// what is punished. Before O735 the Social Insurance Law was what a fine rested on; no limit of those years was found.

import { NOT_FOUND_ALREADY } from '../found-already.ts';
import { HANDED_OVER } from '../hand-over-ends.ts';
import { OF_MEDICAL_INSURANCE } from '../liability/matters-of-organs.ts';
import { EXECUTION_COMMANDS } from '../penalty/commands/execution.ts';
import { INVESTIGATION_COMMANDS } from '../penalty/commands/investigation.ts';
import { PUBLICATION_AND_REMEDY_COMMANDS } from '../penalty/commands/publication-and-remedy.ts';
import { ENDED_BY_HAND_OVER } from '../penalty/conditions/ended-by-hand-over.ts';
import { FINED } from '../penalty/fined.ts';
import { OF_THE_BUREAU, STOPPED_UNTIL } from '../penalty/imposed-kinds.ts';
import { ALL_DECISIONS, type On, TERMINATIONS } from '../penalty/penalty-law.ts';
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';
import { AMOUNT_BAND_NAMES, MEASURE_NAMES, MEASURES_AGAINST, PERSONS_AGAINST } from '../shared-fields.ts';

const { 'verify-lead': LEAD } = INVESTIGATION_COMMANDS;
const REFUND = { 'order-refund': null } as const;

/** What goes on beside the execution of a decision, and after it. */
const AFTERWARDS = { 'find-gravity': null, 'reward-reporter': null } as const;
/** What was found grave with a penalty falls with it; of a penalty that was changed the head looks at it anew. */
const FINDING_FALLS = [{ procedure: 'verified-finding', command: 'withdraw-finding', each: true, when: 'gravity-was-found' }] as const;
/** What was stopped goes on once the decision was served and the months are over. */
const STOPPED = { 'end-stop': null } as const;
/** A penalty on the spot is reported wherever its fine stands by then. */
const REPORTED = { 'report-summary-penalty': null } as const;
/** What stands still by an order from the investigation on, goes on again and is confirmed wherever the case stands by then. */
const SETTLEMENT = { 'lift-settlement-suspension': null, 'confirm-settlement-order': null } as const;
const AFTER_DECISION = { ...AFTERWARDS, ...REFUND, ...SETTLEMENT } as const;
const IN_EXECUTION = { ...REPORTED, ...SETTLEMENT } as const;

/** Nothing is held, and nobody’s settlement stands still, once it has ended. */
const ENDS_WHEN = ['no-measure-open', 'settlement-goes-on'];
/** N5 12(2): once the filing was decided, wherever the case stands by then. */
const FILED_OR_NOT = [
  ...['investigating', 'suspended', 'concluded', 'under-legal-review', 'notified', 'hearing-requested', 'criminal-fine-noted'],
  ...['fine-decided', 'decided', 'fine-due', 'in-force', 'executed', 'closed', 'no-penalty', 'terminated', 'transferred', 'not-filed'],
] as const;
const tellingTheReporter = (on: Readonly<Record<string, On>>): Readonly<Record<string, On>> => ({
  ...on,
  ...Object.fromEntries(FILED_OR_NOT.map((state) => [state, { ...on[state], 'inform-reporter': null }])),
});

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
  kinds: OF_THE_BUREAU,
  matters: OF_MEDICAL_INSURANCE,
  verify: { limit: 'clue-verify', isExtended: true },
  decision: {
    limit: 'pen-decision',
    isExtended: true,
    // N4 45(4); a suspension of N4 42 is not among them.
    leavesOut: ['expert-review', 'appraisal', 'hearing', 'public-notice'],
    // N4 43(5): to hand it over is one of the decisions that 45 asks for; 45(4) leaves out no time with the police, and none is counted.
    madeBy: HANDED_OVER,
  },
  isSuspended: true,
  legalReview: 'pen-legal-review',
  serve: 'pen-serve',
  publish: 'pub-penalty-credit',
  withdrawPublication: 'pen-withdraw-publication',
  cash: { toOrgan: 'pen-cash-to-organ', toBank: 'pen-cash-to-bank' },
  own: {
    roles: {
      agency: { title: ['医保经办机构', 'insurance agency'], bodies: ['insurance-agency'], cast: 'routing' },
    },
    papers: { 'settlement-suspension-order': ['暂停医保基金结算通知', 'Order to stop settlement'] },
    fields: {
      measuresAgainst: MEASURES_AGAINST,
      ...PERSONS_AGAINST,
      reportedByName: { kind: 'flag', title: ['实名举报', 'reported by name'] },
      dueOn: { kind: 'date', title: ['退回期限', 'day to pay back by'] },
      findingGrade: {
        kind: 'code',
        title: ['情节认定', 'gravity found'],
        options: {
          serious: ['情节严重', 'serious'],
          'especially-serious': ['情节特别严重', 'especially serious'],
        },
      },
    },
    // N4 43: to hand it over was the decision, and the case has no other.
    decidesWhen: {
      'decide-fine': ['was-not-handed-over'],
      'decide-without-fine': ['was-not-handed-over'],
      'decide-no-penalty': ['was-not-handed-over'],
    },
    conditions: {
      ...ENDED_BY_HAND_OVER,
      'no-recovery-open': {
        if: { noneOpen: { procedure: 'fund-recovery', of: 'subject' } },
        title: ['没有未结的基金追回时', 'while no recovery is open'],
        refusal: ['已有未结的基金追回，不得重复责令退回', 'A recovery is open already; nothing is demanded twice'],
      },
      'summary-to-be-reported': {
        if: { allOf: [{ happened: { command: 'penalise-on-the-spot' } }, { never: { command: 'report-summary-penalty' } }] },
        title: ['当场处罚尚未报备时', 'where it was penalised on the spot and not reported yet'],
        refusal: ['不是当场处罚，或者已经报备', 'It was not penalised on the spot, or was reported already'],
        basis: [{ act: 'N4', article: '51' }],
      },
      'reported-by-name': {
        if: { field: { name: 'reportedByName' } },
        title: ['实名举报时', 'where it was reported by name'],
        refusal: ['不是实名举报', 'It was not reported by name'],
        basis: [{ act: 'N5', article: '12(2)' }],
      },
      'settlement-stands-still': {
        if: { happened: { command: 'order-settlement-suspension', since: 'lift-settlement-suspension' } },
        title: ['已责令暂停结算、尚未解除时', 'while settlement stands still by an order'],
        refusal: ['没有尚未解除的暂停结算', 'Settlement stands still by no order'],
        basis: [{ act: 'O735', article: '30' }],
      },
      'settlement-goes-on': {
        if: { never: { command: 'order-settlement-suspension', since: 'lift-settlement-suspension' } },
        title: ['没有尚未解除的暂停结算时', 'while settlement stands still by no order'],
        refusal: [
          '暂停结算尚未解除；作出认定后应当先解除暂停结算，再行结案',
          'Settlement stands still; an order to stop it ends with the finding, so let it go on first',
        ],
        basis: [{ act: 'O735', article: '30' }],
      },
      'settlement-order-unconfirmed': {
        if: {
          anyOf: [
            { happened: { command: 'order-settlement-suspension', since: 'confirm-settlement-order' } },
            { happened: { command: 'lift-settlement-suspension', since: 'confirm-settlement-order' } },
          ],
        },
        title: ['有尚未反馈的暂停或者恢复结算通知时', 'while an order about settlement waits to be confirmed'],
        refusal: ['没有待反馈的暂停或者恢复结算通知', 'No order to stop settlement or to let it go on waits'],
      },
      'expert-review-over': {
        if: {
          anyOf: [{ never: { command: 'begin-expert-review' } }, { happened: { command: 'end-expert-review', since: 'begin-expert-review' } }],
        },
        title: ['没有专家评审在进行时', 'while no expert review goes on'],
        refusal: ['专家评审尚未结束', 'The expert review is still going on'],
      },
      'services-are-stopped': {
        if: { allOf: [{ field: { name: 'penaltyKinds', has: 'services-stopped' } }, { field: { name: 'servicesStoppedMonths' } }] },
        title: ['处罚含暂停医药服务时', 'where services are stopped'],
        refusal: ['处罚不含暂停医药服务', 'No services are stopped'],
      },
      'settlement-is-stopped': {
        if: { allOf: [{ field: { name: 'penaltyKinds', has: 'settlement-stopped' } }, { field: { name: 'settlementStoppedMonths' } }] },
        title: ['处罚含暂停联网结算时', 'where settlement is stopped'],
        refusal: ['处罚不含暂停联网结算', 'No settlement is stopped'],
      },
      'something-was-stopped': {
        if: {
          allOf: [
            {
              anyOf: [
                { field: { name: 'penaltyKinds', has: 'services-stopped' } },
                { field: { name: 'penaltyKinds', has: 'settlement-stopped' } },
                // Of a penalty that was published the kind may not be.
                { field: { name: 'penaltyKinds', absent: true } },
              ],
            },
            { happened: { command: 'serve-decision', since: 'end-stop' } },
          ],
        },
        title: ['处罚含暂停服务或者结算、尚未登记期满时', 'where services or settlement were stopped and do not go on yet'],
        refusal: ['处罚不含暂停服务或者结算、决定尚未送达，或者已登记期满', 'Nothing was stopped, the decision was not served, or it goes on already'],
      },
      'stop-is-over': {
        if: { passed: ['pen-services-stopped', 'pen-settlement-stopped'] },
        title: ['暂停期限届满后', 'once the months are over'],
        refusal: ['暂停期限尚未届满', 'The months are not over yet'],
        basis: [
          { act: 'O735', article: '38' },
          { act: 'O735', article: '41' },
        ],
      },
      ...NOT_FOUND_ALREADY,
      'gravity-was-found': {
        if: { happened: { command: 'find-gravity' } },
        title: ['已就本处罚认定情节的', 'where its gravity was found with this penalty'],
        refusal: ['未就本处罚认定情节', 'No gravity was found with this penalty'],
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
    handledBy: ['begin-expert-review', 'end-expert-review'],
    commands: {
      'serve-decision': { ...EXECUTION_COMMANDS['serve-decision'], takes: STOPPED_UNTIL },
      'close-penalty': { ...PUBLICATION_AND_REMEDY_COMMANDS['close-penalty'], when: ENDS_WHEN },
      'note-annulment': { ...PUBLICATION_AND_REMEDY_COMMANDS['note-annulment'], also: FINDING_FALLS },
      'note-order-to-redo': { ...PUBLICATION_AND_REMEDY_COMMANDS['note-order-to-redo'], also: FINDING_FALLS },
      'give-up-enforcement': { ...EXECUTION_COMMANDS['give-up-enforcement'], when: ENDS_WHEN },
      'begin-expert-review': {
        event: 'expert-review-begun',
        title: ['组织专家评审', 'Begin the expert review'],
        by: 'organ',
        when: 'expert-review-over',
      },
      'end-expert-review': { event: 'expert-review-ended', title: ['收到专家评审意见', 'Receive the experts’ opinion'], by: 'organ' },
      // O735 38, 40, 41: no penalty but what is owed to the fund; it waits for no criminal side.
      'order-refund': {
        event: 'refund-ordered',
        title: ['责令退回医保基金', 'Order the money back into the fund'],
        by: 'organ',
        rank: 'head',
        takes: ['dueOn'],
        onRecord: ['dueOn'],
        when: 'no-recovery-open',
        opens: {
          procedure: 'fund-recovery',
          command: 'demand-repayment',
          roles: { recoverer: 'organ' },
          says: { recoveryGround: 'order' },
        },
      },
      // O735 30: the main head may stop settlement with who refuses to cooperate, until the finding.
      'order-settlement-suspension': {
        event: 'settlement-suspension-ordered',
        title: ['责令暂停医保基金结算', 'Order to stop settlement'],
        by: 'organ',
        rank: 'head',
        approvedBy: 'main-head',
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
        when: 'settlement-stands-still',
      },
      'confirm-settlement-order': {
        event: 'settlement-order-confirmed',
        title: ['反馈暂停或者恢复结算情况', 'Confirm that settlement stands still or goes on'],
        by: 'agency',
        when: 'settlement-order-unconfirmed',
      },
      'find-gravity': {
        event: 'gravity-found',
        title: ['认定欺诈骗保情节并通报有关部门', 'Find how serious the fraud is and tell the departments'],
        by: 'organ',
        rank: 'head',
        needs: ['findingGrade'],
        takes: ['conductEndedOn', ...MEASURE_NAMES, ...AMOUNT_BAND_NAMES],
        when: 'gravity-not-found-already',
        opens: [
          { procedure: 'verified-finding', command: 'find-serious', roles: { finder: 'organ' }, when: 'found-serious' },
          { procedure: 'verified-finding', command: 'find-especially-serious', roles: { finder: 'organ' }, when: 'found-especially-serious' },
        ],
      },
      'end-stop': {
        event: 'stop-ended',
        title: ['登记暂停期满，恢复服务或者结算', 'Note that what was stopped goes on'],
        by: 'organ',
        when: ['something-was-stopped', 'stop-is-over'],
      },
      // O735 35: who reports what is verified is rewarded.
      'reward-reporter': { event: 'reporter-rewarded', title: ['发放举报奖励', 'Reward who reported it'], by: 'organ' },
      'penalise-on-the-spot': {
        event: 'penalised-on-the-spot',
        ofParty: true,
        title: ['当场作出处罚决定', 'Penalise on the spot'],
        by: 'organ',
        officers: 2,
        papers: ['penalty-decision'],
        takes: ['anotherAct', 'fineFen', 'conductEndedOn', ...OF_MEDICAL_INSURANCE.decided],
        onRecord: ['fineFen', ...OF_MEDICAL_INSURANCE.told],
        leaves: FINED,
        when: [
          'in-no-case-of-eligibility',
          'no-other-case-under-way',
          'no-criminal-side-open',
          'not-fined-by-a-court',
          'not-fined-for-the-same-act',
          ...OF_MEDICAL_INSURANCE.whenDecided,
          ...OF_MEDICAL_INSURANCE.whenFined,
        ],
      },
      'verify-lead': { ...LEAD, takes: [...LEAD.takes, 'reportedByName'] },
      // N5 12(2), 16: who that is stands nowhere on the bus.
      'inform-reporter': {
        event: 'reporter-informed',
        title: ['告知实名举报人是否立案', 'Tell the reporter whether it is filed'],
        by: 'organ',
      },
      'report-summary-penalty': {
        event: 'summary-penalty-reported',
        title: ['报所属部门备案', 'Report it to the department'],
        by: 'organ',
        when: 'summary-to-be-reported',
      },
    },
    results: ['penalise-on-the-spot'],
    fines: ['penalise-on-the-spot'],
    // Delivered as it was made (CF 52, N4 49): the days to pay (CF 53, 67(3)) and those of the remedies run from then.
    opensOn: { 'penalise-on-the-spot': 'fine-due' },
    on: tellingTheReporter({
      concluded: { ...REFUND, ...SETTLEMENT },
      'under-legal-review': SETTLEMENT,
      notified: { ...REFUND, ...SETTLEMENT },
      'hearing-requested': SETTLEMENT,
      'criminal-fine-noted': SETTLEMENT,
      'in-instalments': { ...REFUND, ...IN_EXECUTION },
      unperformed: { ...REFUND, ...IN_EXECUTION },
      'enforcement-applied-for': IN_EXECUTION,
      'under-enforcement': IN_EXECUTION,
      'to-decide-anew': SETTLEMENT,
      'no-penalty': SETTLEMENT,
      terminated: SETTLEMENT,
      transferred: SETTLEMENT,
      annulled: SETTLEMENT,
      investigating: {
        ...REFUND,
        ...SETTLEMENT,
        'begin-expert-review': null,
        'end-expert-review': null,
        'order-settlement-suspension': null,
        'conclude-investigation': { to: 'concluded', when: 'expert-review-over' },
      },
      suspended: { ...SETTLEMENT, 'end-expert-review': null, 'order-settlement-suspension': null },
      'fine-decided': AFTER_DECISION,
      decided: AFTER_DECISION,
      'fine-due': { ...AFTER_DECISION, ...STOPPED, ...REPORTED },
      'in-force': { ...AFTER_DECISION, ...STOPPED },
      executed: { ...AFTER_DECISION, ...STOPPED, ...REPORTED },
      closed: { ...AFTERWARDS, ...STOPPED, ...REPORTED },
    }),
    counts: [{ id: 'reporters-rewarded', title: ['举报奖励', 'Reporters rewarded'], of: 'reward-reporter' }],
    clocks: {
      // What is ordered last is what is carried out.
      'agr-settlement-stop': {
        startsOn: ['order-settlement-suspension', 'lift-settlement-suspension'],
        again: 'anew',
        stopsOn: 'confirm-settlement-order',
        mootOn: ['terminate-on-hand-over', 'terminate-investigation', 'transfer-elsewhere'],
        obliges: 'agency',
        runsFrom: 'receipt',
      },
      // O735 30: it lasts while the organ investigates, and ends with the finding.
      'pen-suspend-settlement': {
        startsOn: [...ALL_DECISIONS, ...TERMINATIONS, 'transfer-elsewhere'],
        again: 'goes-on',
        where: 'settlement-stands-still',
        stopsOn: 'lift-settlement-suspension',
        obliges: 'organ',
      },
      // Over by itself on the day it ends; until then who is meant may not give, or settle, what the fund pays for.
      'pen-services-stopped': {
        startsOn: 'serve-decision',
        where: 'services-are-stopped',
        setBy: 'servicesStoppedUntil',
        stopsOn: 'end-stop',
        mootOn: ['note-annulment', 'note-order-to-redo'],
        window: true,
        obliges: 'subject',
      },
      'pen-settlement-stopped': {
        startsOn: 'serve-decision',
        where: 'settlement-is-stopped',
        setBy: 'settlementStoppedUntil',
        stopsOn: 'end-stop',
        mootOn: ['note-annulment', 'note-order-to-redo'],
        window: true,
        obliges: 'subject',
      },
      'rep-realname-filing-notice': {
        startsOn: ['file-penalty', 'decline-filing'],
        where: 'reported-by-name',
        stopsOn: 'inform-reporter',
        obliges: 'organ',
      },
      'pen-summary-file': {
        startsOn: 'penalise-on-the-spot',
        stopsOn: 'report-summary-penalty',
        mootOn: ['note-annulment', 'note-order-to-redo'],
        obliges: 'organ',
      },
    },
  },
});
