// Kinds of items a register may hold by `item-set`: each with the shape of its data. One more kind is one line here.
import * as z from 'zod';
import { BandStarts } from './amount-scale.ts';
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
  /** From which amounts on a region speaks of each band. The item's id is a scale of the law; every band but the lowest is named. */
  'amount-standard': z.strictObject({ begins: BandStarts }),
} as const;
export type RegisterItemKind = keyof typeof REGISTER_ITEMS;

export const isRegisterItemKind = (kind: string): kind is RegisterItemKind =>
  Object.hasOwn(REGISTER_ITEMS, kind);
