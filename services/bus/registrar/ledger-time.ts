// When an entry says it was recorded: now by this process's clock, yet never before the entry it follows, nor more than five
// seconds before any entry this registrar knows of. A clock that is set back, or runs behind another registrar's, cannot make
// a ledger in which time falls.
import type { NatsConnection } from 'nats';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import type { Clock } from '../../clock.ts';
import { parseRecord } from '../../proof/record.ts';
import { lastSequence, messageAt } from '../ledger/read.ts';

/** Milliseconds by which time may fall from one entry of the ledger to a later one: clocks of several registrars differ. */
const MAY_FALL_MS = 5_000;

export const ledgerTime = (nc: NatsConnection, clock: Clock) => {
  let latest: Instant = '';
  /** Nothing is recorded before this. */
  let floor: Instant = '';
  let begun: Promise<void> | undefined;

  const raise = (at: Instant): void => {
    if (at > floor) floor = at;
  };
  const begin = async (): Promise<void> => {
    const head = await lastSequence(nc);
    const last = head === 0 ? null : await messageAt(nc, head);
    // An entry before it may be dated as much later as time may fall: so nothing goes below the last one itself.
    if (last) raise(parseRecord(last.data).head.recordedAt);
  };

  const note = (recordedAt: Instant): void => {
    if (recordedAt <= latest) return;
    latest = recordedAt;
    raise(plusMillis(recordedAt, -MAY_FALL_MS));
  };

  return {
    /** Looks once where the ledger stands. @throws InfrastructureError LEDGER_UNAVAILABLE */
    ready: (): Promise<void> => {
      begun ??= begin().catch((error: unknown) => {
        begun = undefined;
        throw error;
      });
      return begun;
    },
    /** An entry written, or folded, by this registrar. */
    note,
    /** For the entry after one recorded at `former`. */
    after: (former: Instant = ''): Instant => {
      note(former);
      return [clock.now(), floor, former].reduce((one, other) => (one > other ? one : other));
    },
    /** Whether an entry of that instant may still be written. */
    allows: (recordedAt: Instant): boolean => recordedAt >= floor,
  };
};
