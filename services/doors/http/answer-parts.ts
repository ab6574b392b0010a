// What the answers about a case and about its entries have in common: status words, values, links.
import * as z from 'zod';
import type { StatusWord } from '../../../case/visible-case.ts';
import { Disclosure } from '../../../schemas/command.ts';
import { Bilingual, CaseId, ProceedingId } from '../../../schemas/ids.ts';
import type { Words } from '../../words/words.ts';

/** A party's value: with its path and salt it gives the commitment at that path of the command of its entry. */
export const Value = Disclosure.extend({ entry: z.int() });

export const LinkAnswer = z.strictObject({ case: CaseId, relation: z.string() });

/** The status word of a proceeding of which the caller sees no more. */
export const StatusAnswer = z.strictObject({
  proceeding: ProceedingId,
  procedure: z.string(),
  procedureTitle: Bilingual,
  word: z.string(),
  title: Bilingual,
});

export const statusLine = (
  { proceeding, procedure, version, word }: StatusWord,
  { law, procedureTitle }: Words,
) => ({
  proceeding,
  procedure,
  procedureTitle: procedureTitle(procedure),
  word,
  title: law.procedure(procedure, version)?.statusWords[word] ?? { zh: word, en: word },
});
