// What bars a second fine for the same act (CF 29): left by a fine, and gone with it.
export const FINED = ['administratively-fined'] as const;
/** What was published of it is withdrawn in three days (CF 48(2)), by whoever published it. */
export const PENALTY_FELL = ['penalty-fell'] as const;
/** And nothing of it is left, unless it is decided anew: it is not told of as a penalty. */
export const PENALTY_UNDONE = [...PENALTY_FELL, 'penalty-undone'] as const;
