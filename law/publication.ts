// A decision on a penalty is published (CF 48(1)), and taken off when it was published long enough; where it falls or changes, what was
// published is withdrawn (CF 48(2)).
import type { ConditionLiteral } from './define-procedure.ts';

export const publicationCommands = <const R extends string>(organ: R) =>
  ({
    'publish-decision': {
      event: 'penalty-published',
      title: ['公开处罚决定', 'Publish the decision'],
      by: organ,
    },
    'withdraw-publication': {
      event: 'publication-withdrawn',
      title: ['撤回或者变更公开信息', 'Withdraw or change the publication'],
      by: organ,
      reason: 'required',
      when: 'is-published',
    },
    'end-publication': {
      event: 'publication-ended',
      title: ['公示期满，停止公示', 'Stop publishing it'],
      by: organ,
      when: 'is-published',
    },
  }) as const;

/** Once it is decided, carried out or not. */
export const PUBLICATION = {
  'publish-decision': null,
  'withdraw-publication': null,
  'end-publication': null,
} as const;

const ENDS = ['withdraw-publication', 'end-publication'] as const;

export const PUBLICATION_CONDITIONS = {
  // CF 48(2): that it was published stands on record, and nobody has to say so again where the decision falls.
  'is-published': {
    if: { allOf: ENDS.map((since) => ({ happened: { command: 'publish-decision', since } })) },
    title: ['处罚决定已公开、尚未撤回时', 'while the decision is published'],
    refusal: ['没有尚未撤回的公开信息', 'Nothing is published that was not withdrawn'],
    basis: [{ act: 'CF', article: '48(2)' }],
  },
  // CF 48(2): what was published of a decision that is gone does not stay while the case is decided anew.
  'publication-withdrawn': {
    if: { anyOf: ENDS.map((since) => ({ never: { command: 'publish-decision', since } })) },
    title: ['已公开的处罚信息撤回后', 'once what was published is withdrawn'],
    refusal: ['已公开的处罚信息尚未撤回', 'What was published is not withdrawn yet'],
  },
} as const satisfies Record<string, ConditionLiteral>;
