// Where the published cases lie that are shipped with the rehearsal; reading the file is the caller's.

/** 84 published cases with their sources, one JSON object a line. */
export const shippedCases = new URL('./cases/published-cases.jsonl', import.meta.url);
