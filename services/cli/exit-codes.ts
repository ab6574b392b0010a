// What a command ends with, for scripts: done, refused or found wrong, or not even tried.

export const OK = 0;
/** The bus refused, or a check failed. */
export const REFUSED = 1;
/** Wrong usage, or the platform cannot be reached. */
export const NOT_TRIED = 2;
