// What `xianjie rehearse --json` prints: exactly this and nothing else.
import * as z from 'zod';
import { Digest } from '../../schemas/command.ts';

const Count = z.int().nonnegative();

/**
 * `cases` and `facts` are those of the file; the invented case is played beside them and is in neither. `entries`, `notices`,
 * `clocks` and `verify` are of the whole ledger.
 */
export const RehearsalOutput = z.strictObject({
  cases: Count,
  facts: z.strictObject({
    published: Count,
    recorded: Count,
    /** `published` is `recorded` and these, nothing else. */
    rejected: z.array(
      z.strictObject({ case: z.string(), fact: z.int().positive(), code: z.string(), reason: z.string() }),
    ),
  }),
  /** Steps taken by simulated officers so that a published fact could be recorded; none is a published fact. */
  filledSteps: Count,
  /** Contradictions between a field and its text that were corrected before playing. */
  corrections: Count,
  /** Of cases and registers, the genesis included. */
  entries: Count,
  /** Received by a department from its inbox and found right. */
  notices: Count,
  /** Each clock in one of these at most; those that became pointless or whose right lapsed are only in `started`. */
  clocks: z.strictObject({
    started: Count,
    met: Count,
    breached: Count,
    undetermined: Count,
    open: Count,
  }),
  verify: z.strictObject({
    ok: z.boolean(),
    entries: Count,
    /** Hash of the last entry verified; `null` where the export did not verify. */
    head: z.strictObject({ sequence: Count, hash: Digest }).nullable(),
  }),
});
export type RehearsalOutput = z.infer<typeof RehearsalOutput>;
