// 5,000 deadlines at one instant: approvals of yesterday, so that 24 hours for handing over end a few seconds from now.
import { setTimeout as pause } from 'node:timers/promises';
import { instantFromMillis, plusMillis } from '../schemas/instant.ts';
import { approve, type County, reportedCases } from './cases.ts';
import type { PlatformProcess } from './control.ts';
import type { StormFigures } from './figures.ts';

const COUNT = 5_000;
const DAY_MS = 24 * 3_600_000;
/** Room between the last approval and the instant, for the dockets to be told. */
const TOLD_WITHIN_MS = 10_000;
const GIVE_UP_MS = 90_000;

export const measureStorm = async (
  platform: PlatformProcess,
  counties: readonly County[],
  say: (line: string) => void,
): Promise<StormFigures> => {
  say(`storm: ${COUNT} cases are opened and reported`);
  const begin = Date.now();
  const cases = await reportedCases(counties, COUNT, instantFromMillis(begin - 2 * DAY_MS));
  const from = (await platform.ask('settled', null)) + 1;
  // An approval is half of what a report took; the instant is a whole second, as deadlines are.
  const approving = Date.now() - begin;
  const at = Math.ceil((Date.now() + approving + TOLD_WITHIN_MS) / 1_000) * 1_000;
  say(`storm: approved yesterday, all due in ${Math.round((at - Date.now()) / 1_000)} s`);
  await approve(cases, plusMillis(instantFromMillis(at), -DAY_MS));
  await platform.ask('settled', null);
  const ahead = at - Date.now();
  say(ahead > 0 ? `storm: all in their dockets, ${ahead} ms ahead` : `storm: dockets told ${-ahead} ms LATE`);
  await pause(Math.max(0, at - Date.now()) + 1_000);
  for (;;) {
    const found = await platform.ask('storm', { from, at });
    if (found.count >= COUNT || Date.now() > at + GIVE_UP_MS) return found;
    await pause(1_000);
  }
};
