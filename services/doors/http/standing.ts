// How what follows the ledger stands, as it is said over HTTP: how far it is, and what it passed over. Places in the ledger and kinds
// of fault, no case by name: anyone may ask.
import * as z from 'zod';
import type { Standing } from '../../bus/ledger/following.ts';
import type { Lag } from '../../bus/reading-room/queries/lag.ts';

const Fault = z.strictObject({ entry: z.int(), code: z.string() });

export const FollowerAnswer = z.strictObject({
  /** Ledger sequence up to which all is acted on. */
  readTo: z.int(),
  /** Entries after it; `null` where the ledger does not answer. */
  behind: z.int().nullable(),
  /** Entries it could not take, at which a case each was set aside; the first twenty. */
  parked: z.array(Fault),
  parkedCases: z.int(),
  /** What holds it up just now. */
  failing: Fault.nullable(),
});
export type FollowerAnswer = z.infer<typeof FollowerAnswer>;

const LISTED = 20;

/** @param last sequence of the ledger's last entry, where it is known */
export const followerAnswer = (
  { sequence, parked, failing }: Standing,
  last: number | null,
): FollowerAnswer => {
  const behind = last === null ? null : Math.max(0, last - sequence);
  return {
    readTo: sequence,
    behind,
    parked: parked.slice(0, LISTED).map(({ from, code }) => ({ entry: from, code })),
    parkedCases: parked.length,
    failing: failing && behind !== 0 ? { entry: failing.sequence, code: failing.code } : null,
  };
};

/** Of an answer out of tables that lack something of the ledger; `null` where they have all of it. */
export const Lagging = z
  .strictObject({
    readTo: z.int().describe('ledger sequence up to which the tables go'),
    behind: z.int().nullable().describe('entries after it; null where the ledger does not answer'),
    parked: z.int().describe('cases of which the tables lack entries before it'),
  })
  .nullable()
  .meta({
    description:
      '查询库落后于账本时的说明，结果可能不全；null 为不落后 / how far the tables are behind the ledger, so that something may be missing; null where they are not',
  });

/** Header of answers that are no JSON: the same in JSON. */
export const LAGGING_HEADER = 'xianjie-lagging';
export const laggingHeader = (lag: Lag | null): Readonly<Record<string, string>> =>
  lag === null ? {} : { [LAGGING_HEADER]: JSON.stringify(lag) };
