// Everything that is called something by a law: its words, made once for each law. Who speaks of a platform's cases takes the
// law of that platform.

import { emptyLaw } from '../../law/fold-law.ts';
import type { Law } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import { titlesOf } from '../../law/titles.ts';
import { basisWords } from './basis.ts';
import { clockWords } from './clock-events.ts';
import { fieldWords } from './fields.ts';
import { limitWords } from './limits.ts';
import { valueWords } from './party-values.ts';
import { roleWords } from './roles.ts';

export const wordsOf = remember((law: Law) => {
  const named = { ...titlesOf(law), ...limitWords(law), ...fieldWords(law) };
  return {
    law,
    ...named,
    ...clockWords(named),
    ...basisWords(law),
    ...roleWords(law),
    ...valueWords(named),
  };
});
export type Words = ReturnType<typeof wordsOf>;

/** Where no law is known: every id is its own title. */
export const noWords: Words = wordsOf(emptyLaw.law);
