// Notice, hearing and the decision (CF 44 to 64).
import { AMOUNT_BAND_NAMES } from '../../shared-fields.ts';
import { FINED, PENALTY_FELL, PENALTY_UNDONE } from '../fined.ts';
import { PENALTY_SAID, PENALTY_WITHOUT_FINE_SAID } from '../hearing-scope.ts';
import type { Literal } from '../penalty-law.ts';
import { TIME_BAR_SAID } from '../time-bar.ts';

export const DECISION_COMMANDS = {
  'give-penalty-notice': {
    event: 'penalty-notice-given',
    title: ['告知拟处罚内容和陈述、申辩、听证权利', 'Tell the party of penalty and rights'],
    by: 'organ',
    papers: ['penalty-notice'],
    // CF 44, 63: which penalty is in prospect, and the hearing where that gives a right to one.
    takes: ['hearingDue', 'collectiveDue', 'legalReviewDue', ...PENALTY_SAID],
    onRecord: ['penaltyKinds'],
    when: 'hearing-offered',
  },
  'record-defence': {
    event: 'defence-recorded',
    title: ['听取陈述、申辩并复核', 'Hear the defence and check it'],
    by: 'organ',
  },
  'note-hearing-waived': {
    event: 'hearing-waived',
    title: ['登记当事人放弃听证', 'Note that the hearing is waived'],
    by: 'organ',
  },
  'request-hearing': {
    event: 'hearing-requested',
    title: ['登记当事人要求听证', 'Note that a hearing is asked for'],
    by: 'organ',
    when: 'hearing-not-held',
  },
  'set-hearing': {
    event: 'hearing-set',
    title: ['确定听证日期', 'Set the hearing'],
    by: 'organ',
    needs: ['hearingDate'],
  },
  'serve-hearing-notice': {
    event: 'hearing-notice-served',
    title: ['送达听证通知书', 'Serve the notice of the hearing'],
    by: 'organ',
    papers: ['hearing-notice'],
  },
  'end-hearing': {
    event: 'hearing-ended',
    title: ['听证结束', 'End the hearing'],
    by: 'organ',
    needs: ['hearingOutcome'],
    when: ['hearing-notified', 'held-on-its-day'],
  },
  'decide-fine': {
    event: 'fine-decided',
    title: ['作出处罚决定（含罚款）', 'Decide on a penalty with a fine'],
    lifts: PENALTY_UNDONE,
    by: 'organ',
    rank: 'head',
    papers: ['penalty-decision'],
    takes: ['liability', ...TIME_BAR_SAID, ...AMOUNT_BAND_NAMES, ...PENALTY_SAID, 'anotherAct'],
    // What is paid later is held against what was decided.
    onRecord: ['fineFen'],
    leaves: FINED,
    when: [
      'not-time-barred',
      'no-criminal-side-open',
      'not-fined-by-a-court',
      'not-fined-for-the-same-act',
      'legally-reviewed',
      'collectively-discussed',
      'fine-was-told',
      'hearing-on-the-fine-was-offered',
      'hearing-days-over',
      'public-notice-over',
      'appraisal-over',
      'reviewed-after-the-hearing',
    ],
  },
  'decide-without-fine': {
    event: 'penalty-without-fine-decided',
    title: ['作出处罚决定（不含罚款）', 'Decide on a penalty without a fine'],
    lifts: PENALTY_UNDONE,
    by: 'organ',
    rank: 'head',
    papers: ['penalty-decision'],
    takes: ['liability', ...TIME_BAR_SAID, ...AMOUNT_BAND_NAMES, ...PENALTY_WITHOUT_FINE_SAID],
    when: [
      'not-time-barred',
      'holds-no-fine',
      'legally-reviewed',
      'collectively-discussed',
      'penalty-was-told',
      'hearing-was-offered',
      'hearing-days-over',
      'public-notice-over',
      'appraisal-over',
      'reviewed-after-the-hearing',
    ],
  },
  'decide-no-penalty': {
    event: 'no-penalty-decided',
    title: ['决定不予处罚', 'Decide on no penalty'],
    lifts: PENALTY_FELL,
    by: 'organ',
    rank: 'head',
    papers: ['no-penalty-decision'],
    reason: 'required',
    needs: ['noPenaltyGround'],
    when: ['legally-reviewed', 'collectively-discussed'],
  },
  'note-criminal-fine': {
    event: 'criminal-fine-noted',
    title: ['登记人民法院判处罚金', 'Note that a court has imposed a fine'],
    by: 'organ',
    papers: ['effective-judgment'],
    needs: ['subjects'],
    // The judgment is known on paper only: what it bars is barred all the same, whatever is decided here.
    leaves: ['criminally-fined'],
    when: ['fined-is-the-party', 'judgment-in-effect', 'not-ended-without-a-fine'],
  },
} as const satisfies Literal['commands'];
