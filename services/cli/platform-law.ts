// The law of the platform a command talks to, and its words: what it says of cases is said by the law that decides them.

import type { Law } from '../../law/law.ts';
import { LawFault } from '../../law/law-fault.ts';
import { lawDataOf } from '../../law/law-items.ts';
import { lawFrom } from '../../law/law-of.ts';
import { LawAnswer } from '../doors/http/law.ts';
import { type Words, wordsOf } from '../words/words.ts';
import type { Http } from './http.ts';
import { offlineLaw } from './offline-law.ts';

/** Milliseconds; words must not keep anybody waiting for what a command has already done. */
const WITHIN = 3_000;

const lawOf = (answer: unknown): Law => lawFrom(lawDataOf(LawAnswer.parse(answer).items));

/** @throws CliProblem PLATFORM_UNREACHABLE; LawFault where it says what this version does not know */
export const platformLaw = async (http: Http): Promise<Law> => lawOf(await http.get('/v1/law'));

/** Words of the platform's law; this version's where it cannot be asked, or says what this version does not know. */
export const platformWords = async (http: Http): Promise<Words> => {
  const answer = await http.get('/v1/law', {}, WITHIN).catch(() => null);
  if (!LawAnswer.safeParse(answer).success) return wordsOf(await offlineLaw());
  try {
    return wordsOf(lawOf(answer));
  } catch (error) {
    if (error instanceof LawFault) return wordsOf(await offlineLaw());
    throw error;
  }
};
