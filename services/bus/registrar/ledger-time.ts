// When an entry says it was recorded: now by this process's clock, yet never before the entry it follows, nor more than five
// seconds before any entry this registrar knows of. A clock that is set back, or runs behind another registrar's, cannot make
// a ledger in which time falls; one that is far off makes none at all, until it is put right or a person states the time.
import type { NatsConnection } from 'nats';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { type Instant, millisOf, plusMillis } from '../../../schemas/instant.ts';
import type { Clock } from '../../clock.ts';
import { parseRecord } from '../../proof/record.ts';
import { lastSequence, messageAt } from '../ledger/read.ts';

/** Milliseconds by which time may fall from one entry of the ledger to a later one: clocks of several registrars differ. */
const MAY_FALL_MS = 5_000;

/** How far the clock may be behind the ledger, or step in a day from how long the machine ran meanwhile, its sleep counted. */
const MAY_STEP_MS = 10 * 60_000;
/** So long the clock is held against the same instant: several small steps are one. A clock that is merely inexact drifts far less. */
const ONE_STEP_WITHIN_MS = 86_400_000;

/**
 * How long before its start the ledger may have been written last. A machine that was off for a month starts as ever; after two
 * months, or with a clock that is years ahead, somebody says what time it is.
 */
const MAY_REST_MS = 60 * 86_400_000;

/** Where the clock is looked at again at once: it went on by more than the time that passed since. */
const LOOK_EVERY_MS = 1_000;

/** Why nothing is recorded by this clock. */
export type ClockDoubt = 'behind-the-ledger' | 'far-ahead-of-the-ledger' | 'stepped';

/** Where an entry stands, and when it was recorded. */
type Recorded = { readonly ledgerSequence: number; readonly recordedAt: Instant };

/** @param onDoubt told once when the clock begins to be doubted */
export const ledgerTime = (nc: NatsConnection, clock: Clock, onDoubt: (why: ClockDoubt) => void) => {
  /** Place of the entry that stated the clock last: what was recorded before it binds nobody. */
  let since = 0;
  let latest: Instant = '';
  /** Nothing is recorded before this. */
  let floor: Instant = '';
  let begun: Promise<void> | undefined;
  /** The ledger's last entry at the start. */
  let found: Recorded | undefined;
  /** The clock, and how long the machine had run, when they last agreed. */
  let agreed: { readonly now: number; readonly ran: number } | undefined;
  let looked = { now: 0, at: Number.NEGATIVE_INFINITY };

  const raise = (at: Instant): void => {
    if (at > floor) floor = at;
  };
  const look = async (): Promise<void> => {
    const head = await lastSequence(nc);
    if (head === 0) return;
    const last = await messageAt(nc, head);
    if (!last) throw new InfrastructureError('LEDGER_UNAVAILABLE');
    found = { ledgerSequence: head, recordedAt: parseRecord(last.data).head.recordedAt };
    begin();
  };
  const begin = (): void => {
    if (!found || found.ledgerSequence < since) return;
    // An entry before it may be dated as much later as time may fall: so nothing goes below the last one itself.
    if (found.recordedAt > latest) latest = found.recordedAt;
    raise(found.recordedAt);
  };

  const note = (recordedAt: Instant): void => {
    if (recordedAt <= latest) return;
    latest = recordedAt;
    raise(plusMillis(recordedAt, -MAY_FALL_MS));
  };

  const wrong = (): ClockDoubt | null => {
    if (clock.kind === 'rehearsal') return null;
    const now = millisOf(clock.now());
    if (latest !== '' && now < millisOf(latest) - MAY_STEP_MS) return 'behind-the-ledger';
    const at = performance.now();
    if (at - looked.at < LOOK_EVERY_MS && Math.abs(now - looked.now) < LOOK_EVERY_MS) return null;
    const ran = clock.ran();
    if (!agreed && latest !== '' && now > millisOf(latest) + MAY_REST_MS) return 'far-ahead-of-the-ledger';
    if (agreed && Math.abs(now - agreed.now - (ran - agreed.ran)) > MAY_STEP_MS) return 'stepped';
    if (!agreed || ran - agreed.ran > ONE_STEP_WITHIN_MS) agreed = { now, ran };
    looked = { now, at };
    return null;
  };
  let doubted = false;
  const doubt = (): ClockDoubt | null => {
    const why = wrong();
    if (why && !doubted) onDoubt(why);
    doubted = why !== null;
    return why;
  };
  /** @throws InfrastructureError CLOCK_DOUBTED */
  const requireSure = (): void => {
    const why = doubt();
    if (why) throw new InfrastructureError('CLOCK_DOUBTED', new Error(why));
  };

  return {
    /** Looks once where the ledger stands. @throws InfrastructureError LEDGER_UNAVAILABLE */
    ready: (): Promise<void> => {
      begun ??= look().catch((error: unknown) => {
        begun = undefined;
        throw error;
      });
      return begun;
    },
    /** An entry at that place stated the time: from there on it counts anew, whatever was recorded before. */
    stated: (place: number): void => {
      if (place <= since) return;
      since = place;
      latest = '';
      floor = '';
      agreed = undefined;
      looked = { now: 0, at: Number.NEGATIVE_INFINITY };
      begin();
    },
    /** An entry written, or folded, by this registrar. */
    note,
    doubt,
    requireSure,
    /** For the entry after a former one. @throws InfrastructureError CLOCK_DOUBTED */
    after: (former: Recorded | null): Instant => {
      requireSure();
      const before = former && former.ledgerSequence >= since ? former.recordedAt : '';
      note(before);
      return [clock.now(), floor, before].reduce((one, other) => (one > other ? one : other));
    },
    /** Whether an entry of that instant may still be written. */
    allows: (recordedAt: Instant): boolean => recordedAt >= floor,
  };
};
