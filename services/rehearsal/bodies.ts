// Rule 1: the words a published case uses for departments, and the bodies they stand for.
import * as z from 'zod';
import type { Body } from '../../schemas/ids.ts';

/** Word of a published case → body. An agency named in the text is told apart in organs.ts. */
export const BODY_OF_WORD = {
  insurance: 'medical-insurance',
  police: 'public-security',
  procuratorate: 'procuratorate',
  court: 'court',
  discipline: 'discipline-inspection',
  health: 'health',
  market: 'market-regulation',
  drug: 'drug-regulation',
  audit: 'audit',
  finance: 'finance',
  tax: 'tax',
  civilAffairs: 'civil-affairs',
  justice: 'justice',
} as const satisfies Record<string, Body>;

export const DepartmentWord = z.enum(
  Object.keys(BODY_OF_WORD) as [keyof typeof BODY_OF_WORD, ...(keyof typeof BODY_OF_WORD)[]],
);
export type DepartmentWord = z.infer<typeof DepartmentWord>;

export const bodyOfWord = (word: DepartmentWord): Body => BODY_OF_WORD[word];
