// Acts, ladders, papers and local calendars that were changed after they had been published: `kind id` → version. What is not
// named here is in its first version. Procedures and limits carry their version themselves.
import type { Revisions } from './law-items.ts';

export const revisions: Revisions = {};
