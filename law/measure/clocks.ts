// The limits that a measure of another owner is watched by.
import { answerClocks } from '../answers.ts';
import { remedyClocks } from '../remedy.ts';
import type { Decisions } from './states.ts';

/** Commands that end a hearing without holding it. */
const GIVEN_UP = ['withdraw-hearing-request', 'waive-hearing'] as const;

/** It is taken up again only where no decision stands. */
const FALLEN = ['annul-decision', 'accept-request'] as const;

/** Where the owner's own law lets the ninety days be prolonged, and leaves the hearing out of them. */
export const PROLONGED = {
  extendsOn: 'prolong-decision',
  pauses: { hearing: { from: 'take-hearing-request', to: ['hold-hearing', ...GIVEN_UP] } },
} as const;

/** A decision that was late is late whichever it was, and each of them is a result. */
export const measureClocks = <const D extends Decisions>(decisions: D) => {
  const decides = Object.keys(decisions) as (keyof D & string)[];
  const heavy = decides.filter((name) => decisions[name] === 'hearing');
  const penalties = decides.filter((name) => decisions[name] !== 'nothing');
  const DECIDED = {
    startsOn: ['accept-request', 'begin-measure'],
    stopsOn: [...decides, 'decline-measure'],
    obliges: 'owner',
  } as const;
  return {
    decided: DECIDED,
    results: [...decides, 'decline-measure', 'annul-decision', 'note-change', 'report-back'] as const,
    // Each by the limit of its kind of owner.
    published: {
      startsOn: penalties,
      stopsOn: 'publish-decision',
      mootOn: FALLEN,
      obliges: 'owner',
    },
    /** A mere warning is not published by market and drug regulation (law/penalty/samr-publication.ts). */
    publishedBySamr: {
      startsOn: heavy,
      stopsOn: 'publish-decision',
      mootOn: FALLEN,
      obliges: 'owner',
    },
    withdrawn: {
      startsOn: ['annul-decision', 'note-change'],
      where: 'is-published',
      again: 'goes-on',
      stopsOn: 'withdraw-publication',
      mootOn: 'inform-party',
      obliges: 'owner',
    },
    /** Where the owner's own law sets days for the legal review (N4 40, SAMR2 55). */
    reviewed: {
      startsOn: 'submit-to-legal-review',
      stopsOn: ['pass-legal-review', 'return-from-legal-review'],
      extendsOn: 'extend-legal-review',
      obliges: 'owner',
    },
    shared: {
      ...answerClocks({
        owner: 'owner',
        received: ['receive-request'],
        answers: ['report-back'],
        ends: ['return-request', 'pass-to-issuer', 'withdraw-request'],
      }),
      'agr-hand-off-receipt': {
        startsOn: ['request-measure', 'send-request-again', 'pass-to-issuer'],
        stopsOn: ['receive-request', 'return-request'],
        obliges: 'owner',
        mootOn: 'take-back-request',
        receipt: true,
      },
      'agr-measure-acceptance': {
        startsOn: 'receive-request',
        stopsOn: ['accept-request', 'return-request', 'pass-to-issuer', 'decline-measure'],
        obliges: 'owner',
      },
      'agr-measure-resend': {
        startsOn: 'request-returned',
        stopsOn: ['send-request-again', 'withdraw-request'],
        obliges: 'requester',
      },
      'agr-measure-first-feedback': {
        startsOn: 'accept-request',
        stopsOn: ['give-measure-progress', 'report-back'],
        obliges: 'owner',
        mootOn: 'pass-to-issuer',
      },
      'mea-hearing-request': {
        startsOn: 'inform-party',
        stopsOn: 'take-hearing-request',
        obliges: 'subject',
        mootOn: ['record-statement', 'decline-measure', ...decides],
        window: true,
      },
      'mea-hearing-notice': {
        startsOn: 'set-hearing',
        stopsOn: 'notify-hearing',
        obliges: 'owner',
        mootOn: GIVEN_UP,
        setBy: 'hearingDate',
      },
      'mea-service': {
        startsOn: [...decides],
        stopsOn: 'serve-decision',
        obliges: 'owner',
        mootOn: 'annul-decision',
      },
      // FY 20, SS 46.
      ...remedyClocks(['serve-decision'], FALLEN),
      'agr-measure-execution': {
        startsOn: 'serve-decision',
        stopsOn: 'carry-out-measure',
        obliges: 'owner',
        mootOn: 'annul-decision',
      },
      'agr-measure-report': {
        startsOn: ['carry-out-measure', 'annul-decision', 'decline-measure'],
        stopsOn: 'report-back',
        obliges: 'owner',
        mootOn: 'inform-party',
      },
      'agr-measure-response': {
        startsOn: ['report-back', 'answer-measure-objection'],
        stopsOn: ['close-measure', 'object-to-measure'],
        obliges: 'requester',
        mootOn: ['annul-decision', 'close-unobjected-measure'],
        runsFrom: 'receipt',
      },
      'agr-measure-objection': {
        startsOn: 'object-to-measure',
        stopsOn: ['answer-measure-objection', 'accept-request'],
        obliges: 'owner',
        runsFrom: 'receipt',
      },
    },
  } as const;
};
