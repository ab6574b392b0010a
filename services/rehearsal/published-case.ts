// A published case: one line of a file of cases, its shape, and the reading of a whole file. A bad line is reported and left out.
import * as z from 'zod';
import type { Bilingual } from '../../schemas/ids.ts';
import { DepartmentWord } from './bodies.ts';
import { problemOf } from './input-problem.ts';
import { PublishedDate } from './published-date.ts';
import { readRegion } from './regions.ts';

const Word = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'word-form' });

/** In yuan, to the fen at most. Larger than any fund; far below 2^53 fen. */
const AmountYuan = z
  .number()
  .min(0)
  .max(10_000_000_000_000)
  .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 0.001, { error: 'amount-below-fen' });

export const PublishedSource = z.strictObject({
  site: z.string().min(1).max(100),
  title: z.string().min(1).max(200),
  url: z.url().max(500),
});
export type PublishedSource = z.infer<typeof PublishedSource>;

export const PublishedFact = z.strictObject({
  date: PublishedDate.nullable(),
  from: DepartmentWord.nullable(),
  to: DepartmentWord.nullable(),
  action: Word,
  text: z.string().min(1).max(5_000),
  measure: z.string().min(1).max(500).optional(),
  amountYuan: AmountYuan.optional(),
});
export type PublishedFact = z.infer<typeof PublishedFact>;

export const PublishedCase = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,6}-\d{1,6}$/, { error: 'case-id-form' }),
  title: z.string().min(1).max(300),
  region: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => readRegion(text) !== null, { error: 'region-unknown' }),
  source: PublishedSource,
  moreSources: z.array(PublishedSource).max(20).optional(),
  subjectType: Word,
  behaviours: z.array(z.string().min(1).max(100)).max(50),
  behaviourNote: z.string().max(1_000).optional(),
  amountYuan: AmountYuan.nullable(),
  amountNote: z.string().max(1_000).optional(),
  clueOrigin: Word,
  departments: z.array(DepartmentWord).max(20),
  events: z.array(PublishedFact).min(1).max(500),
  richness: z.enum(['rich', 'partial', 'thin']),
});
export type PublishedCase = z.infer<typeof PublishedCase>;

/** `line` counts from 1; `field` is a path such as `events[3].from`, empty where the whole line is meant. */
export type InputProblem = { line: number; field: string; message: Bilingual };

/** Longest line read, in characters; the longest published case has two thousand. */
export const MAX_LINE = 262_144;

const readLine = (text: string): { case: PublishedCase } | { problems: Omit<InputProblem, 'line'>[] } => {
  if (text.length > MAX_LINE) return { problems: [problemOf({ code: 'line-too-long', max: MAX_LINE })] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: [problemOf({ code: 'not-json' })] };
  }
  const read = PublishedCase.safeParse(value, { reportInput: true });
  return read.success
    ? { case: read.data }
    : { problems: read.error.issues.map((issue) => problemOf({ code: 'issue', issue })) };
};

/**
 * Reads a file of published cases, one JSON object a line; blank lines and a byte-order mark are passed over. What cannot
 * be read is a problem with its line and field; the other cases are read all the same.
 */
export const parseCases = (text: string): { cases: PublishedCase[]; problems: InputProblem[] } => {
  const cases: PublishedCase[] = [];
  const problems: InputProblem[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    if (raw.trim() === '') continue;
    const read = readLine(raw);
    if ('problems' in read) {
      problems.push(...read.problems.map((problem) => ({ line, ...problem })));
      continue;
    }
    const first = lineOfId.get(read.case.id);
    if (first !== undefined) {
      problems.push({ line, ...problemOf({ code: 'duplicate-case', id: read.case.id, first }) });
      continue;
    }
    lineOfId.set(read.case.id, line);
    cases.push(read.case);
  }
  return { cases, problems };
};
