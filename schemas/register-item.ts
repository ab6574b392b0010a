// Kinds of items a register may hold by `item-set`: each with the shape of its data. One more kind is one line here.
import * as z from 'zod';
import { BandStarts } from './amount-scale.ts';
import { DepartmentId, Kebab, OfficerId, RegisterRegion } from './ids.ts';

const Several = <T extends z.ZodType>(one: T) =>
  z
    .array(one)
    .min(1)
    .max(60)
    .refine((all) => new Set(all).size === all.length, { message: 'twice' });

/** Which notices of its inbox a department wants apart: whatever is not named is not narrowed; a region is a whole county. */
export const InboxFilter = z
  .strictObject({
    procedures: Several(Kebab).optional(),
    events: Several(Kebab).optional(),
    regions: Several(RegisterRegion).optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, { message: 'nothing is narrowed' });
export type InboxFilter = z.infer<typeof InboxFilter>;

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
  /** A filtered consumer of an inbox. The item's id is the department and the filter's name: `653023/health/licences`. */
  'inbox-filter': InboxFilter,
  /**
   * Members that are told the results of a procedure (S0 5.1, S2 5.1): in the open form, or by the status word where it shows
   * others no more. The item's id is the procedure; none named ends it.
   */
  'results-told': z.strictObject({ to: z.array(DepartmentId).max(50) }),
  /** From which amounts on a region speaks of each band. The item's id is a scale of the law; every band but the lowest is named. */
  'amount-standard': z.strictObject({ begins: BandStarts }),
} as const;
export type RegisterItemKind = keyof typeof REGISTER_ITEMS;

export const isRegisterItemKind = (kind: string): kind is RegisterItemKind =>
  Object.hasOwn(REGISTER_ITEMS, kind);
