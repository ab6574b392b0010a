// A clue about a public official, referred to discipline inspection: the letter and its way to the commission that is competent. Both
// sides see it all; everybody else sees a status word. What becomes of the clue is a proceeding of its own (discipline-case), of which
// the referring organ too sees a word only. The one window takes it in, checks who is competent, keeps it, forwards it in five working
// days, keeps a part of it, or returns it (JCT 201, 202).

import { Body } from '../../schemas/ids.ts';
import { answerOnReceipt } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { DISCIPLINE_NATURE, DISCIPLINE_SOURCE, RESPONSIBILITY_KIND } from '../shared-fields.ts';

const referrers = Body.options.filter((body) => body !== 'publisher' && body !== 'discipline-inspection');

/** Nobody competent has it: it is owed as before. */
const CAME_BACK = ['take-back-discipline-referral', 'return-discipline-referral'] as const;
const GIVEN_UP = ['close-unreferred', 'give-up-returned-referral'] as const;
const FOUND = ['identify-discipline-clue', 'note-official-involved', 'note-breach-on-record'] as const;

/** The part that is its own goes on as a case of discipline inspection. */
const OWN = {
  procedure: 'discipline-case',
  command: 'register-discipline-clue',
  roles: { discipline: 'discipline', referrer: 'referrer' },
} as const;

export const disciplineReferral = defineProcedure({
  procedure: 'discipline-referral',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['问题线索移送', 'Referral to discipline inspection'],
  basis: [{ act: 'JC', article: '37' }, { act: 'JCT', article: '201' }, { act: 'O310', article: '18' }, { act: 'CF', article: '76' }, { act: 'JW2019' }],
  roles: {
    referrer: { title: ['移送机关', 'organ that refers'], bodies: referrers, cast: 'actor', side: 'sending', confirms: true },
    discipline: {
      title: ['纪检监察机关', 'discipline inspection'],
      bodies: ['discipline-inspection'],
      cast: 'routing',
      side: 'receiving',
      confirms: true,
      keepsFormer: ['原接收纪检监察机关', 'commission that had it before'],
    },
    office: {
      title: ['联席会议办公室', 'joint-meeting office'],
      bodies: ['joint-meeting-office'],
      cast: 'routing',
      sees: 'status',
    },
  },
  fields: {
    disciplineNature: DISCIPLINE_NATURE,
    disciplineSource: DISCIPLINE_SOURCE,
    responsibilityKind: RESPONSIBILITY_KIND,
  },
  papers: { 'discipline-referral-letter': ['问题线索移送函', 'Letter of referral'] },
  conditions: {
    'nature-is-stated': {
      if: { field: { name: 'disciplineNature' } },
      title: ['已写明问题性质时', 'once the nature of the clue is stated'],
      refusal: ['尚未写明问题性质', 'The nature of the clue is not stated yet'],
    },
    'referral-sent-by-referrer': {
      if: { happened: { command: 'send-discipline-referral', since: 'forward-discipline-referral' } },
      title: ['由移送机关送出时', 'where the referring organ sent it'],
      refusal: ['线索由其他纪检监察机关转送，移送机关不得收回', 'Another commission forwarded it; the referring organ cannot take it back'],
    },
  },
  statusWords: {
    identified: ['待移送', 'to be referred'],
    sent: ['已移送', 'referred'],
    received: ['已接收', 'received'],
    returned: ['已退回', 'returned'],
    answered: ['已反馈', 'answered'],
    ended: ['已办结', 'ended'],
  },
  commands: {
    'identify-discipline-clue': {
      event: 'discipline-clue-identified',
      title: ['发现公职人员问题线索', 'A clue about an official is found'],
      by: 'referrer',
      needs: ['disciplineNature'],
      takes: ['disciplineSource', 'responsibilityKind'],
    },
    // Opened by itself, where a case turns out to be about an official too.
    'note-official-involved': {
      event: 'official-involved-noted',
      title: ['案件涉及公职人员，拟移送', 'An official is involved: to be referred'],
      by: 'referrer',
      takes: ['disciplineNature', 'disciplineSource', 'responsibilityKind'],
    },
    // O310 18, CF 76, S0 2.2c: a limit was broken on record, and whoever answers for the organ decides whether it is referred.
    'note-breach-on-record': {
      event: 'breach-on-record-noted',
      title: ['法定期限逾期在案，拟移送', 'A statutory limit was broken on record: to be referred'],
      by: 'bus',
      takes: ['disciplineSource'],
    },
    'note-breach-lifted': {
      event: 'breach-lifted-noted',
      title: ['逾期记录已变更，不再作逾期', 'The limit counts as broken no more'],
      by: 'bus',
    },
    'approve-discipline-referral': {
      event: 'discipline-referral-approved',
      title: ['批准移送', 'Approve the referral'],
      by: 'referrer',
      rank: 'head',
      takes: ['disciplineNature', 'disciplineSource', 'responsibilityKind'],
      when: 'nature-is-stated',
    },
    'refuse-discipline-referral': {
      event: 'discipline-referral-refused',
      title: ['不批准移送', 'Refuse the referral'],
      by: 'referrer',
      rank: 'head',
      reason: 'required',
    },
    'reopen-discipline-referral': { event: 'discipline-referral-reopened', title: ['重新审查是否移送', 'Look at it again'], by: 'referrer' },
    'close-unreferred': { event: 'clue-closed-unreferred', title: ['不移送办结', 'Close without a referral'], by: 'referrer', reason: 'required' },
    // Local rules: where special circumstances stand in the way, the days run from their end.
    'postpone-discipline-referral': {
      event: 'discipline-referral-postponed',
      title: ['因特殊情况暂缓移送', 'Put the referral off'],
      by: 'referrer',
      reason: 'required',
    },
    'end-referral-postponement': { event: 'referral-postponement-ended', title: ['特殊情况消除', 'What stood in the way has ended'], by: 'referrer' },
    'send-discipline-referral': {
      event: 'discipline-referral-sent',
      title: ['移送问题线索', 'Refer the clue'],
      by: 'referrer',
      papers: ['discipline-referral-letter'],
      handsTo: 'discipline',
      passes: CASE_CONTENT,
    },
    'take-back-discipline-referral': {
      event: 'discipline-referral-taken-back',
      title: ['收回误送的线索', 'Take back what was misdirected'],
      by: 'referrer',
      closesHandOff: 'taken-back',
      when: 'referral-sent-by-referrer',
    },
    'receive-discipline-referral': {
      event: 'discipline-referral-received',
      title: ['归口接收', 'Receive at the single window'],
      by: 'discipline',
      closesHandOff: 'received',
    },
    'take-on-discipline-clue': {
      event: 'discipline-clue-taken-on',
      title: ['属本机关管辖，受理', 'Competent: take it on'],
      by: 'discipline',
      opens: OWN,
    },
    'forward-discipline-referral': {
      event: 'discipline-referral-forwarded',
      title: ['转送有管辖权的监察机关', 'Forward to the competent commission'],
      by: 'discipline',
      needs: ['to'],
      handsTo: 'discipline',
      passes: CASE_CONTENT,
    },
    // JCT 201: the rest goes to the organ that is competent for it, which may be no commission.
    'split-discipline-referral': {
      event: 'discipline-referral-split',
      title: ['部分受理，其余分送', 'Keep a part, send the rest on'],
      by: 'discipline',
      opens: [OWN, { procedure: 'discipline-outbound', command: 'find-outbound-matter', roles: { discipline: 'discipline' } }],
    },
    'return-discipline-referral': sentBack('discipline', 'discipline-referral-returned', ['没有管辖权，退回移送机关', 'Not competent: return it']),
    'ask-for-discipline-material': {
      event: 'discipline-material-asked-for',
      title: ['要求补充材料', 'Ask for more'],
      by: 'discipline',
      needs: ['summary'],
    },
    'supply-discipline-material': { event: 'discipline-material-supplied', title: ['补充材料', 'Supply more'], by: 'referrer' },
    'give-discipline-progress': { event: 'discipline-progress-given', title: ['反馈办理进展', 'Say how it stands'], by: 'discipline' },
    // What may be told is for discipline inspection to say: no field and no paper is asked for.
    'give-discipline-feedback': {
      event: 'discipline-feedback-given',
      title: ['反馈处置情况', 'Give feedback on the disposal'],
      by: 'discipline',
    },
    // JC 37: whoever found the clue still owes it to the commission that is competent, so giving that up is for the head.
    'give-up-returned-referral': {
      event: 'returned-referral-given-up',
      title: ['退回后不再移送，办结', 'Close what was returned without referring it again'],
      by: 'referrer',
      rank: 'head',
      reason: 'required',
    },
    'close-discipline-referral': { event: 'discipline-referral-closed', title: ['办结', 'Close'], by: 'referrer' },
  },
  results: ['give-discipline-feedback'],
  opensOn: {
    'identify-discipline-clue': 'identified',
    'note-official-involved': 'identified',
    'note-breach-on-record': 'identified',
  },
  byBreach: {
    opens: 'note-breach-on-record',
    lifted: 'note-breach-lifted',
    fields: { disciplineSource: 'breach-on-record' },
  },
  per: 'subject-or-case',
  // From when it was sent on, both sides are told that its ground is another; what becomes of it is for discipline inspection to say.
  always: { 'note-breach-lifted': null },
  states: {
    identified: {
      title: ['已发现线索，待审批', 'Identified'],
      shows: 'identified',
      on: {
        'approve-discipline-referral': 'approved',
        'refuse-discipline-referral': 'referral-refused',
        'postpone-discipline-referral': 'postponed',
        // What nobody has decided yet falls with its ground.
        'note-breach-lifted': 'closed',
      },
    },
    postponed: {
      title: ['暂缓移送', 'Put off'],
      shows: 'identified',
      on: { 'end-referral-postponement': 'identified', 'note-breach-lifted': 'closed' },
    },
    'referral-refused': {
      title: ['不批准移送', 'Referral refused'],
      shows: 'identified',
      on: { 'reopen-discipline-referral': 'identified', 'close-unreferred': 'closed', 'note-breach-lifted': 'closed' },
    },
    approved: {
      title: ['待移送', 'Approved, to be sent'],
      shows: 'identified',
      // The head looks at it again.
      on: { 'send-discipline-referral': 'sent', 'note-breach-lifted': 'identified' },
    },
    sent: {
      title: ['已移送，待接收', 'Sent'],
      shows: 'sent',
      on: {
        'receive-discipline-referral': 'received',
        'return-discipline-referral': 'returned',
        'take-back-discipline-referral': 'approved',
      },
    },
    received: {
      title: ['已接收，管辖审核中', 'Received, competence being checked'],
      shows: 'received',
      on: {
        'take-on-discipline-clue': 'taken-on',
        'forward-discipline-referral': 'sent',
        'split-discipline-referral': 'taken-on',
        'return-discipline-referral': 'returned',
        'ask-for-discipline-material': null,
        'supply-discipline-material': null,
      },
    },
    'taken-on': {
      title: ['已受理', 'Taken on'],
      shows: 'received',
      on: {
        'ask-for-discipline-material': null,
        'supply-discipline-material': null,
        'give-discipline-progress': null,
        'give-discipline-feedback': 'answered',
      },
    },
    returned: {
      title: ['已退回', 'Returned'],
      shows: 'returned',
      on: {
        'send-discipline-referral': { to: 'sent', title: ['另行移送', 'Refer it elsewhere'] },
        'give-up-returned-referral': 'closed',
      },
    },
    answered: {
      title: ['已反馈处置情况', 'Feedback given'],
      shows: 'answered',
      on: { 'give-discipline-feedback': null, 'close-discipline-referral': 'closed' },
    },
    closed: { title: ['已办结', 'Closed'], shows: 'ended', terminal: true },
  },
  clocks: {
    'dis-refer': {
      startsOn: FOUND,
      stopsOn: 'send-discipline-referral',
      obliges: 'referrer',
      mootOn: GIVEN_UP,
      reopensOn: CAME_BACK,
    },
    'dis-refer-local-15wd': {
      startsOn: FOUND,
      stopsOn: 'send-discipline-referral',
      obliges: 'referrer',
      mootOn: ['postpone-discipline-referral', ...GIVEN_UP],
      reopensOn: CAME_BACK,
    },
    'dis-refer-local-10wd': {
      startsOn: 'end-referral-postponement',
      stopsOn: 'send-discipline-referral',
      obliges: 'referrer',
      mootOn: ['postpone-discipline-referral', ...GIVEN_UP],
      reopensOn: CAME_BACK,
    },
    'agr-hand-off-receipt': {
      startsOn: ['send-discipline-referral', 'forward-discipline-referral'],
      stopsOn: ['receive-discipline-referral', 'return-discipline-referral'],
      obliges: 'discipline',
      mootOn: 'take-back-discipline-referral',
      receipt: true,
    },
    // Nothing of a closed proceeding stands beside a penalty: it is answered since it was received, and by no mark.
    ...answerOnReceipt({
      owner: 'discipline',
      received: ['receive-discipline-referral'],
      answers: ['give-discipline-feedback', 'return-discipline-referral'],
      ends: ['forward-discipline-referral'],
    }),
    'dis-triage': {
      startsOn: 'receive-discipline-referral',
      stopsOn: ['take-on-discipline-clue', 'split-discipline-referral', 'return-discipline-referral'],
      obliges: 'discipline',
      mootOn: 'forward-discipline-referral',
    },
    // Owed only where another commission is competent; whoever forwards late is late.
    'dis-forward': {
      startsOn: ['send-discipline-referral', 'forward-discipline-referral'],
      stopsOn: 'forward-discipline-referral',
      obliges: 'discipline',
      mootOn: ['take-on-discipline-clue', 'split-discipline-referral', 'return-discipline-referral', 'take-back-discipline-referral'],
      window: true,
      runsFrom: 'receipt',
    },
    'agr-discipline-triage': {
      startsOn: 'receive-discipline-referral',
      stopsOn: ['take-on-discipline-clue', 'split-discipline-referral', 'forward-discipline-referral', 'return-discipline-referral'],
      obliges: 'discipline',
    },
    'agr-discipline-material': {
      startsOn: 'ask-for-discipline-material',
      stopsOn: 'supply-discipline-material',
      obliges: 'referrer',
      mootOn: ['give-discipline-feedback', 'return-discipline-referral', 'forward-discipline-referral'],
      runsFrom: 'receipt',
    },
    'agr-discipline-feedback': {
      startsOn: ['take-on-discipline-clue', 'split-discipline-referral'],
      stopsOn: 'give-discipline-feedback',
      obliges: 'discipline',
    },
    'agr-discipline-reroute': {
      startsOn: 'return-discipline-referral',
      stopsOn: ['send-discipline-referral', 'give-up-returned-referral'],
      obliges: 'referrer',
    },
  },
  report: {
    counts: [
      {
        id: 'discipline-referrals',
        title: ['移送纪检监察', 'Referred to discipline inspection'],
        of: ['send-discipline-referral'],
      },
      {
        id: 'discipline-answers',
        title: ['纪检监察反馈', 'Answered by discipline inspection'],
        of: 'give-discipline-feedback',
      },
    ],
    durations: [
      {
        id: 'discipline-feedback',
        title: ['移送纪检监察至反馈', 'Referral to feedback'],
        from: ['send-discipline-referral'],
        to: 'give-discipline-feedback',
      },
    ],
  },
});
