// What marks a process that is under way, and that a suspect has one at a time (law/one-process.ts).

export const OPEN = ['criminal-open'] as const;
/** No court has fined whom it is about, nor will in it. */
export const NOT_FINED = ['ended-without-criminal-fine'] as const;
/** A decision not to prosecute stands. */
export const NOT_PROSECUTED = 'not-prosecuted';
/** Whether it stays unprosecuted is not settled: reconsidered, reviewed, petitioned against, or sued upon by the victim (FX2024 13). */
export const IN_QUESTION = 'prosecution-in-question';
/** JG2019 559(2): from here on a filing is not asked about. */
export const SOUGHT = ['arrest-or-prosecution-sought'] as const;
export const ONCE = 'no-other-process-under-way';
