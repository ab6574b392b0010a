// Which points count together: those of a calendar year, by the day of the decision they rest on (ZF48J 27, 28).

/** An objection is against what was told last before it, whatever has been found since (ZF48J 41). */
export const TOLD = ['serve-points-notice'] as const;

/** ZF48J 27, 28: by the day of the decision; where that was not said, by the day of the agreement decision or of receiving the penalty. */
export const OF_THE_YEAR = {
  field: 'points',
  less: 'pointsTakenOff',
  in: 'year',
  dated: ['decidedOn', 'decisionReceivedOn'],
  told: TOLD,
  of: 'subject',
} as const;

/** Of the year of the measure in force, as it stands by now: what an objection took off is given no more (ZF48J 44). */
export const OF_THE_MEASURE = {
  ...OF_THE_YEAR,
  asOf: ['suspend-eligibility', 'terminate-eligibility'],
} as const;
export const TAKEN_OFF = { sum: { ...OF_THE_MEASURE, below: 9 } } as const;

/** Those given at once, for one finding. */
export const OF_THE_ROUND = {
  field: 'points',
  less: 'pointsTakenOff',
  in: 'round',
  dated: OF_THE_YEAR.dated,
  told: TOLD,
} as const;
