// The law of the platform a command talks to, and its words: what it says of cases is said by the law that decides them.
import { LawFault } from '../../law/law-fault.ts';
import { lawDataOf } from '../../law/law-items.ts';
import { lawFrom } from '../../law/law-of.ts';
import { LawAnswer } from '../doors/http/law.ts';
import { type Words, wordsOf } from '../words/words.ts';
import type { Http } from './http.ts';
import { offlineLaw } from './offline-law.ts';

/** Milliseconds; words must not keep anybody waiting for what a command has already done. */
const WITHIN = 3_000;

/** Words of the platform's law; this version's where it cannot be asked, or says what this version does not know. */
export const platformWords = async (http: Http): Promise<Words> => {
  const found = LawAnswer.safeParse(await http.get('/v1/law', {}, WITHIN).catch(() => null));
  if (!found.success) return wordsOf(offlineLaw);
  try {
    return wordsOf(lawFrom(lawDataOf(found.data.items)));
  } catch (error) {
    if (error instanceof LawFault) return wordsOf(offlineLaw);
    throw error;
  }
};
