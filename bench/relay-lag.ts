// Ledger to inbox and ledger to Temporal at a steady rate: each hand-over is signed for half a second later, while every
// department empties its inbox. From `recordedAt` to the receiver's hand, on one clock.
import { setTimeout as pause } from 'node:timers/promises';
import { millisOf } from '../schemas/instant.ts';
import { type HandOff, handOffOf, type OpenCase } from './cases.ts';
import type { PlatformProcess } from './control.ts';
import { type Department, whileReceiving } from './departments.ts';
import { percentile, type RelayFigures, rounded } from './figures.ts';

const PER_SECOND = 100;
export const RELAYED = 1_000;
const SIGNED_FOR_AFTER_MS = 500;

/** An open loop: one begins every so often, however long the others take. */
const steadily = async (handOffs: readonly HandOff[]): Promise<void> => {
  const begin = performance.now();
  const running: Promise<unknown>[] = [];
  for (const [n, { county, over, receipt }] of handOffs.entries()) {
    const ahead = begin + (n * 1_000) / PER_SECOND - performance.now();
    if (ahead > 1) await pause(ahead);
    const handing = county.sender
      .send(over)
      .then(() => pause(SIGNED_FOR_AFTER_MS))
      .then(() => county.receiver.send(receipt));
    handing.catch(() => undefined);
    running.push(handing);
  }
  await Promise.all(running);
};

export const measureRelayLag = async (
  platform: PlatformProcess,
  departments: readonly Department[],
  cases: readonly OpenCase[],
): Promise<RelayFigures> => {
  const handOffs = cases.map((open) => handOffOf(open));
  const lags: number[] = [];
  const settled = () => platform.ask('settled', null);
  const told = await whileReceiving(
    departments,
    settled,
    async () => {
      await platform.ask('watch', null);
      await steadily(handOffs);
      return platform.ask('told', null);
    },
    // What a hand-over shows its receiver of earlier entries was recorded long before.
    ({ time, backfill }) => {
      if (!backfill) lags.push(Date.now() - millisOf(time));
    },
  );
  return { inboxP99Ms: rounded(percentile(lags, 99)), temporalP99Ms: rounded(percentile(told, 99)) };
};
