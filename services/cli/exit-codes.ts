// What a command ends with, for scripts: done, refused or found wrong, not even tried, or answered with what may not be all.

export const OK = 0;
/** The bus refused, or a check failed. */
export const REFUSED = 1;
/** Wrong usage, or the platform cannot be reached. */
export const NOT_TRIED = 2;
/** Answered, out of tables that are behind the ledger: something may be missing. */
export const LAGGING = 3;
