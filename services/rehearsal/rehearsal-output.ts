// What `xianjie rehearse --json` prints: exactly this and nothing else.
import * as z from 'zod';
import { Digest } from '../../schemas/command.ts';
import { LimitId } from '../../schemas/ids.ts';
import { Instant } from '../../schemas/instant.ts';
import { LimitKind } from '../../schemas/time-limit.ts';

const Count = z.int().nonnegative();

/** `started` is all the others together: each clock is in one of them. */
const ClockCounts = z.strictObject({
  started: Count,
  met: Count,
  breached: Count,
  undetermined: Count,
  open: Count,
  /** A right that was not used in time. */
  lapsed: Count,
  /** It came to nothing before it ended. */
  moot: Count,
});
export type ClockCounts = z.infer<typeof ClockCounts>;

/** Why a clock is undetermined: what of it was not published to the day, its start before its end. */
const WhyUndetermined = z.strictObject({
  startFilled: Count,
  startUndated: Count,
  startCoarse: Count,
  receiptUnknown: Count,
  sourceUnverified: Count,
  endFilled: Count,
  endUndated: Count,
  endCoarse: Count,
  reachedNobody: Count,
});
export type WhyUndetermined = z.infer<typeof WhyUndetermined>;

const ClocksDecided = z.array(
  z.strictObject({
    /** The file, `RC-061/2` where it is a linked one. */
    case: z.string(),
    limit: LimitId,
    kind: LimitKind,
    outcome: z.enum(['met', 'breached']),
    /** Two published days; or what they bound, so that it was kept whatever the day between. */
    by: z.enum(['dates', 'bounds']),
  }),
);
export type ClocksDecided = z.infer<typeof ClocksDecided>;

/**
 * `cases`, `facts`, `filledSteps` and `clocks` are those of the file. The invented case is played beside them and counted in
 * `invented` alone; only `entries`, `notices` and `verify` are of the whole ledger, its share of them included.
 */
export const RehearsalOutput = z.strictObject({
  cases: Count,
  facts: z.strictObject({
    published: Count,
    recorded: Count,
    /** Of those recorded: commands of a procedure, and conduct of a subject, dated. */
    asCommands: Count,
    conduct: Count,
    /** The rest of those recorded, each with the reason why it is a fact only. */
    factsOnly: z.array(z.strictObject({ case: z.string(), fact: z.int().positive(), reason: z.string() })),
    /** `published` is `recorded` and these, nothing else. */
    rejected: z.array(
      z.strictObject({ case: z.string(), fact: z.int().positive(), code: z.string(), reason: z.string() }),
    ),
  }),
  /** Steps taken by simulated officers so that a published fact could be recorded; none is a published fact. */
  filledSteps: Count,
  /** Contradictions between a field and its text that were corrected before playing. */
  corrections: Count,
  clocks: ClockCounts,
  /** Those of `clocks` that are met or late, one by one. */
  clocksDecided: ClocksDecided,
  /** `undetermined` of `clocks` is these together. */
  whyUndetermined: WhyUndetermined,
  /** Ours, and no fact about anybody. */
  invented: z.strictObject({
    cases: Count,
    steps: z.strictObject({ given: Count, recorded: Count }),
    /** Of its case, with what time did to it. */
    entries: Count,
    notices: Count,
    clocks: ClockCounts,
  }),
  /** Of cases and registers, the genesis and the law included. */
  entries: Count,
  /** Received by a department from its inbox and found right. */
  notices: Count,
  verify: z.strictObject({
    ok: z.boolean(),
    entries: Count,
    /** The last entry verified; `null` where the export did not verify. */
    head: z.strictObject({ sequence: Count, hash: Digest, recordedAt: Instant }).nullable(),
  }),
});
export type RehearsalOutput = z.infer<typeof RehearsalOutput>;
