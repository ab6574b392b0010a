// What goes along when a case is handed to another department: the values entered before, so that nobody receives an empty
// case. A reporter never does, nor where a clue came from and whom to call, and reasons of steps stay with those who took them.

/** Paths of party values, for `passes`. Titles of papers lie under `/papers`, names of subjects under `/subjects`. */
export const CASE_CONTENT = [
  '/title',
  '/summary',
  '/offence',
  '/amountFen',
  '/amountSource',
  '/subjects',
  '/papers',
] as const;
