// Assistance with an inquiry (协查): a letter to a medical-insurance department of another region, which has fifteen days and says before
// they end if it takes longer or cannot be done (N4 34); or to another organ, which helps as far as its powers go (CF 26).
import { Body } from '../../schemas/ids.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';

const askers: Body[] = [...administrativeOrgans, 'public-security', 'procuratorate', 'discipline-inspection', 'insurance-agency'];
const asked = Body.options.filter((body) => body !== 'publisher');

/** The same of each organ by its own rule (N4 34; SAMR2 45). */
const WITHIN_THE_LETTER = {
  startsOn: ['ask-for-assistance', 'ask-another-for-assistance'],
  stopsOn: ['give-assistance', 'decline-assistance', 'announce-assistance-delay'],
  obliges: 'assistant',
  mootOn: ['take-back-assistance-letter', 'withdraw-assistance-request'],
  runsFrom: 'receipt',
} as const;

export const assistance = defineProcedure({
  procedure: 'assistance',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['协助调查', 'Assistance with an inquiry'],
  basis: [
    { act: 'N4', article: '34' },
    { act: 'CF', article: '26' },
  ],
  roles: {
    requester: { title: ['请求协查机关', 'organ that asks'], bodies: askers, cast: 'actor', side: 'sending', confirms: true },
    assistant: { title: ['协查机关', 'organ that is asked'], bodies: asked, cast: 'to', side: 'receiving', confirms: true },
  },
  fields: {
    assistanceUntil: { kind: 'date', title: ['延期完成日期', 'day it will be done by'] },
    assistanceKind: {
      kind: 'code',
      title: ['协查事项', 'what is asked for'],
      options: {
        evidence: ['调查取证', 'taking evidence'],
        data: ['调取数据', 'data'],
        verification: ['核实情况', 'verification'],
        appraisal: ['技术鉴定', 'appraisal'],
        service: ['送达文书', 'service of documents'],
      },
    },
  },
  papers: {
    'assistance-letter': ['协助调查函', 'Letter asking for assistance'],
    'assistance-reply-letter': ['协查回函', 'Reply on the inquiry'],
  },
  commands: {
    'ask-for-assistance': {
      event: 'assistance-asked-for',
      title: ['发出协助调查函', 'Ask for assistance'],
      by: 'requester',
      papers: ['assistance-letter'],
      needs: ['to', 'assistanceKind'],
      handsTo: 'assistant',
      passes: CASE_CONTENT,
    },
    'take-back-assistance-letter': takenBack('requester', 'assistance-letter-taken-back', ['收回协查函', 'Take the letter back']),
    'sign-assistance-letter': { event: 'assistance-letter-signed-for', title: ['签收', 'Sign for it'], by: 'assistant', closesHandOff: 'received' },
    'announce-assistance-delay': {
      event: 'assistance-delay-announced',
      title: ['告知需要延期', 'Say that it takes longer'],
      by: 'assistant',
      reason: 'required',
      needs: ['assistanceUntil'],
    },
    'decline-assistance': {
      event: 'assistance-declined',
      title: ['告知无法协助', 'Say that it cannot be done'],
      by: 'assistant',
      reason: 'required',
    },
    'give-assistance': {
      event: 'assistance-given',
      title: ['回复协查结果', 'Give the result'],
      by: 'assistant',
      papers: ['assistance-reply-letter'],
    },
    'ask-for-more-assistance': {
      event: 'more-assistance-asked-for',
      title: ['要求补充协查', 'Ask for more'],
      by: 'requester',
      needs: ['summary'],
    },
    'ask-another-for-assistance': {
      event: 'another-asked-for-assistance',
      title: ['另行请求其他机关协查', 'Ask another organ'],
      by: 'requester',
      papers: ['assistance-letter'],
      needs: ['to', 'assistanceKind'],
      handsTo: 'assistant',
      passes: CASE_CONTENT,
    },
    'withdraw-assistance-request': { event: 'assistance-request-withdrawn', title: ['撤回请求', 'Withdraw the request'], by: 'requester' },
    'close-assistance': { event: 'assistance-closed', title: ['办结', 'Close'], by: 'requester' },
  },
  opensOn: { 'ask-for-assistance': 'asked-for' },
  per: 'receiver',
  states: {
    'asked-for': {
      title: ['已发函，待签收', 'Asked for'],
      on: { 'sign-assistance-letter': 'assisting', 'take-back-assistance-letter': 'taken-back', 'decline-assistance': 'declined' },
    },
    'taken-back': {
      title: ['已收回', 'Taken back'],
      on: { 'ask-another-for-assistance': 'asked-for', 'close-assistance': 'closed' },
    },
    assisting: {
      title: ['协查中', 'Inquiry under way'],
      on: {
        'announce-assistance-delay': 'delayed',
        'decline-assistance': 'declined',
        'give-assistance': 'given',
        'withdraw-assistance-request': 'closed',
      },
    },
    delayed: {
      title: ['已告知延期', 'Delay announced'],
      on: {
        'announce-assistance-delay': { to: null, title: ['再次告知延期', 'Say again that it takes longer'] },
        'decline-assistance': 'declined',
        'give-assistance': 'given',
        'withdraw-assistance-request': 'closed',
      },
    },
    declined: {
      title: ['无法协助', 'Declined'],
      on: { 'ask-another-for-assistance': 'asked-for', 'close-assistance': 'closed' },
    },
    given: {
      title: ['已回复协查结果', 'Result given'],
      on: { 'ask-for-more-assistance': 'assisting', 'close-assistance': 'closed' },
    },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: ['ask-for-assistance', 'ask-another-for-assistance'],
      stopsOn: ['sign-assistance-letter', 'decline-assistance'],
      obliges: 'assistant',
      mootOn: 'take-back-assistance-letter',
      receipt: true,
    },
    // N4 34: who says in time that it takes longer has until the day it names; that day is its own word and no limit of law.
    'ast-request': WITHIN_THE_LETTER,
    'smr-assistance': WITHIN_THE_LETTER,
    'agr-assistance-reply': {
      startsOn: ['ask-for-assistance', 'ask-another-for-assistance', 'ask-for-more-assistance'],
      stopsOn: ['give-assistance', 'decline-assistance', 'announce-assistance-delay'],
      obliges: 'assistant',
      mootOn: ['take-back-assistance-letter', 'withdraw-assistance-request'],
      runsFrom: 'receipt',
    },
    'agr-assistance-until': {
      startsOn: 'announce-assistance-delay',
      again: 'anew',
      stopsOn: ['give-assistance', 'decline-assistance'],
      obliges: 'assistant',
      mootOn: 'withdraw-assistance-request',
      setBy: 'assistanceUntil',
    },
  },
  report: {
    counts: [
      { id: 'assistance', title: ['协查请求', 'Requests for assistance'], of: ['ask-for-assistance', 'ask-another-for-assistance'] },
      { id: 'assistance-given', title: ['协查完成', 'Assistance given'], of: 'give-assistance' },
      { id: 'assistance-declined', title: ['无法协助', 'Assistance declined'], of: 'decline-assistance' },
    ],
    durations: [
      {
        id: 'assistance',
        title: ['发出协查函至回复', 'Letter to the result'],
        from: ['ask-for-assistance', 'ask-another-for-assistance'],
        to: 'give-assistance',
      },
    ],
  },
});
