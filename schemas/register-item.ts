// Kinds of items a register may hold by `item-set`: each with the shape of its data. One more kind is one line here.
import * as z from 'zod';
import { DepartmentId, OfficerId } from './ids.ts';

export const REGISTER_ITEMS = {
  /**
   * Dead letters that the joint-meeting office let go of. The item's id is the department they came from; `upTo` the number of
   * the last, `letters` how many there were, `by` the officer of the office.
   */
  'cleared-dead-letters': z.strictObject({
    upTo: z.int().positive(),
    letters: z.int().positive(),
    by: z.strictObject({ department: DepartmentId, officer: OfficerId }),
  }),
  /**
   * Members that are told the results of a procedure (S0 5.1, S2 5.1): in the open form, or by the status word where it shows
   * others no more. The item's id is the procedure; none named ends it.
   */
  'results-told': z.strictObject({ to: z.array(DepartmentId).max(50) }),
} as const;
export type RegisterItemKind = keyof typeof REGISTER_ITEMS;

export const isRegisterItemKind = (kind: string): kind is RegisterItemKind =>
  Object.hasOwn(REGISTER_ITEMS, kind);
