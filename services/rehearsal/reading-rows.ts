// What people found on reading the published cases: corrections.json (rule 8) and linked-facts.json (rule 9). A row quotes the
// text it was read from and holds only for a fact with that very text, so another file with the same ids is left alone.
import * as z from 'zod';
import { Bilingual, Body } from '../../schemas/ids.ts';
import { DepartmentWord } from './bodies.ts';
import correctionRows from './corrections.json' with { type: 'json' };
import linkedRows from './linked-facts.json' with { type: 'json' };
import type { PublishedFact } from './published-case.ts';

const place = { case: z.string(), fact: z.int().positive(), text: z.string(), reason: Bilingual };
const Receiver = z.union([DepartmentWord, Body]);

/** A contradiction between a field and the text; `old` is the field as published, `new` as the text has it. */
export const Correction = z.discriminatedUnion('field', [
  z.strictObject({
    ...place,
    field: z.literal('from'),
    old: DepartmentWord.nullable(),
    new: DepartmentWord.nullable(),
  }),
  z.strictObject({
    ...place,
    field: z.literal('to'),
    old: DepartmentWord.nullable(),
    new: z.array(Receiver).min(1),
  }),
  z.strictObject({ ...place, field: z.literal('action'), old: z.string(), new: z.string() }),
]);
export type Correction = z.infer<typeof Correction>;

/** A fact about somebody else: it hangs on the linked case `<case>/<linked>`. */
export const LinkedFact = z.strictObject({ ...place, linked: z.int().min(2), title: z.string() });
export type LinkedFact = z.infer<typeof LinkedFact>;

export const corrections: readonly Correction[] = z.array(Correction).parse(correctionRows);
const linkedFacts: readonly LinkedFact[] = z.array(LinkedFact).parse(linkedRows);

type Row = { case: string; fact: number; text: string };
const isAbout = (row: Row, caseId: string, position: number, fact: PublishedFact): boolean =>
  row.case === caseId && row.fact === position && row.text === fact.text;

/** Corrections that hold for this fact: same place, same text, and the field still as it was. */
export const correctionsOf = (caseId: string, position: number, fact: PublishedFact): Correction[] =>
  corrections.filter((row) => isAbout(row, caseId, position, fact) && fact[row.field] === row.old);

/** The linked case a fact belongs to, if it is about somebody else. */
export const linkOf = (caseId: string, position: number, fact: PublishedFact): LinkedFact | undefined =>
  linkedFacts.find((row) => isAbout(row, caseId, position, fact));
