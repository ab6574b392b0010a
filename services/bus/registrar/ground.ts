// What an entry stands on besides its own id: register and law, folded up to now, and the time it is recorded at.
import type { NatsConnection } from 'nats';
import type { Register } from '../../../case/register/register.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import type { Clock } from '../../clock.ts';
import type { LawReader } from './law-reader.ts';
import { type ClockDoubt, ledgerTime } from './ledger-time.ts';
import type { RegisterReader } from './register-reader.ts';

/** Register and law folded longer ago are brought up to date first, so that no key revoked elsewhere is honoured for long. */
const FOLDED_AGE_MS = 500;
/** The same by the clock, which may jump: far below the minute within which verification lets them be overtaken. */
const ASKED_AGE_MS = 20_000;

export type Ground = ReturnType<typeof groundOf>;

export const groundOf = (deps: {
  readonly nc: NatsConnection;
  readonly clock: Clock;
  readonly registers: RegisterReader;
  readonly laws: LawReader;
  readonly onClockDoubt: (why: ClockDoubt) => void;
}) => {
  const { nc, clock, registers, laws } = deps;
  const time = ledgerTime(nc, clock, deps.onClockDoubt);
  /** What register and law know of the ledger's time; since the clock was stated, where it was. */
  const noteFolded = (): void => {
    const { clockStatedAt } = registers.current();
    time.stated(clockStatedAt);
    time.note(registers.lastRecordedAt(clockStatedAt));
    time.note(laws.lastRecordedAt(clockStatedAt));
  };
  /** Until when what this registrar itself asked of the ledger counts, by the clock it records with. */
  let askedUntil: Instant | undefined;
  const refreshed = async (): Promise<Register> => {
    const asked = clock.now();
    const [register] = await Promise.all([registers.refresh(), laws.refresh()]);
    askedUntil = plusMillis(asked, ASKED_AGE_MS);
    return register;
  };
  let asking: Promise<Register> | undefined;

  return {
    registers,
    laws,
    time,
    now: clock.now,
    /** Register and law as the ledger has them now. @throws InfrastructureError LEDGER_UNAVAILABLE, LAW_UNREADABLE */
    refreshed,
    /**
     * Register and law as they were half a second ago or later, asked of the ledger together. A machine that slept does not see it by
     * its timers, but by the clock: verification refuses what is recorded long after what it was decided on was overtaken.
     * @throws InfrastructureError LEDGER_UNAVAILABLE, LAW_UNREADABLE
     */
    recent: async (): Promise<Register> => {
      if (askedUntil === undefined || clock.now() > askedUntil) {
        asking ??= refreshed().finally(() => {
          asking = undefined;
        });
        return asking;
      }
      return (await Promise.all([registers.recent(FOLDED_AGE_MS), laws.recent(FOLDED_AGE_MS)]))[0];
    },
    /** When the entry after a former one of its id is recorded. @throws InfrastructureError CLOCK_DOUBTED */
    timeAfter: (
      former: { readonly ledgerSequence: number; readonly recordedAt: Instant } | null,
    ): Instant => {
      noteFolded();
      return time.after(former);
    },
    /** @throws InfrastructureError CLOCK_DOUBTED */
    requireClock: (): void => {
      noteFolded();
      time.requireSure();
    },
    /** Why nothing is recorded by this clock now, or `null`. */
    clockDoubt: () => {
      noteFolded();
      return time.doubt();
    },
  };
};
