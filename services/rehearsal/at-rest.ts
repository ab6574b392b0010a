// Waiting for a platform to come to rest.
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../schemas/instant.ts';
import type { Platform } from '../host/platform/start.ts';
import { RehearsalStuck } from './rehearsal-stuck.ts';

const POLL_MS = 2;
/** Far beyond what a slow machine needs. */
const READY_WITHIN_MS = 300_000;
const SETTLED_WITHIN_MS = 180_000;

const within = async <T>(millis: number, work: Promise<T>, late: () => RehearsalStuck): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), millis);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/** The worker of Temporal polls. @throws RehearsalStuck */
export const untilReady = ({ enforcing }: Platform): Promise<void> =>
  within(
    READY_WITHIN_MS,
    enforcing.ready,
    () => new RehearsalStuck('Temporal 工作进程没有就绪', 'the worker of Temporal did not come up'),
  );

/**
 * Nothing is pending between the ledger, the reading room, Temporal and the inboxes, and time has done all it does at this
 * instant. @throws RehearsalStuck
 */
export const untilSettled = ({ enforcing, bus }: Platform, at: Instant): Promise<void> => {
  const settle = async (): Promise<void> => {
    await enforcing.step(at);
    while ((await bus.inboxes.pending()) > 0) await pause(POLL_MS);
  };
  return within(
    SETTLED_WITHIN_MS,
    settle(),
    () =>
      new RehearsalStuck(
        `演练时间 ${at} 的记录未能全部送达`,
        `what was recorded at ${at} did not all arrive`,
      ),
  );
};
