// The gate before every append: shut while the ledger is not known to hold all that its mirror remembers.
// Checked at start, each minute, and whenever the connection comes back, for a server may restart under a running service.
import type { NatsConnection } from 'nats';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { backOff } from '../../back-off.ts';
import { checkAgainstMirror, type MirrorCheck } from './mirror-check.ts';
import type { MirrorFiles } from './mirror-files.ts';

export type MirrorGate = {
  /**
   * Call before each append.
   * @throws InfrastructureError LEDGER_BEHIND_MIRROR (stays until repaired), LEDGER_UNAVAILABLE (being checked, or held)
   */
  requireOpen(): void;
  /** Compares now. */
  check(): Promise<MirrorCheck>;
  /** Closes the gate while the mirror cannot be written, and opens it again. */
  hold(held: boolean): void;
  /** Shuts the gate for good, e.g. because mirroring failed. */
  shut(reason: unknown): void;
  stop(): void;
};

const MINUTE = 60_000;
const PAUSES = { first: 100, longest: 2_000 };

/**
 * Watches the ledger against its mirror. Returns after the first full comparison.
 * @param onAlarm called once when the gate shuts for good
 * @throws InfrastructureError LEDGER_UNAVAILABLE where the first comparison cannot be made
 */
export const startMirrorGate = async (
  nc: NatsConnection,
  mirror: MirrorFiles,
  onAlarm: (reason: unknown) => void,
): Promise<MirrorGate> => {
  let state: 'open' | 'checking' | 'shut' = 'checking';
  let why: unknown;
  let held = false;

  const shut = (reason: unknown) => {
    if (state === 'shut') return;
    state = 'shut';
    why = reason;
    onAlarm(reason);
  };
  const check = async (depth: 'head' | 'all' = 'head') => {
    const found = await checkAgainstMirror(nc, mirror, depth);
    if (!found.ok) shut(found);
    else if (state === 'checking') state = 'open';
    return found;
  };
  await check('all');

  const timer = setInterval(() => void check().catch(() => undefined), MINUTE);
  timer.unref();
  const stopping = new AbortController();
  const { signal } = stopping;
  let checking = false;
  /** Until one comparison is made, for a server that came back is not ready at once and nothing is taken meanwhile. */
  const checkSoon = async (): Promise<void> => {
    const pauses = backOff(PAUSES);
    while (!signal.aborted && state === 'checking') {
      const made = await check().then(
        () => true,
        () => false,
      );
      if (!made) await pauses.pause(signal);
    }
  };
  const reconnects = async () => {
    for await (const status of nc.status()) {
      if (signal.aborted) return;
      if (status.type !== 'disconnect' && status.type !== 'reconnect') continue;
      if (state === 'open') state = 'checking';
      if (checking) continue;
      checking = true;
      void checkSoon().finally(() => {
        checking = false;
      });
    }
  };
  void reconnects();

  return {
    requireOpen() {
      if (state === 'open' && !held) return;
      throw new InfrastructureError(state === 'shut' ? 'LEDGER_BEHIND_MIRROR' : 'LEDGER_UNAVAILABLE', why);
    },
    check: () => check(),
    hold: (now) => {
      held = now;
    },
    shut,
    stop() {
      stopping.abort();
      clearInterval(timer);
    },
  };
};
