// A part of a procedure that stands in a file of its own: what is said of one stage, beside the articles it rests on.
import type { ProcedureLiteral } from './define-procedure.ts';

type Literal = ProcedureLiteral<string, string, string, string, string>;

export type Part = Partial<
  Pick<Literal, 'fields' | 'papers' | 'conditions' | 'commands' | 'states' | 'clocks'>
>;
