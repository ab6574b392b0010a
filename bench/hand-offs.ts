// Hand-offs through the NATS front door in a closed loop, beside the bare appends of the same machine in the same minute.
import pMap from 'p-map';
import type { OpenCase } from './cases.ts';
import { handOffOf } from './cases.ts';
import { type HandOffFigures, percentile, rounded } from './figures.ts';
import type { Floor } from './floor.ts';

/** In flight → hand-offs measured. */
export const MEASURED: readonly { readonly inFlight: number; readonly count: number }[] = [
  { inFlight: 1, count: 400 },
  { inFlight: 16, count: 2_000 },
  { inFlight: 64, count: 4_000 },
];

export const measureHandOffs = async (
  cases: readonly OpenCase[],
  inFlight: number,
  floor: Floor,
): Promise<Omit<HandOffFigures, 'processorMs'>> => {
  const handOffs = cases.map((open) => handOffOf(open));
  const floorPerSecond = await floor.perSecond(handOffs, inFlight);
  const took: number[] = [];
  const begin = performance.now();
  await pMap(
    handOffs,
    async ({ county, over, receipt }) => {
      const sent = performance.now();
      await county.sender.send(over);
      await county.receiver.send(receipt);
      took.push(performance.now() - sent);
    },
    { concurrency: inFlight },
  );
  const perSecond = (handOffs.length * 1_000) / (performance.now() - begin);
  return {
    inFlight,
    perSecond: rounded(perSecond),
    p50Ms: rounded(percentile(took, 50), 1),
    p99Ms: rounded(percentile(took, 99), 1),
    floorPerSecond: rounded(floorPerSecond),
    ratio: rounded(perSecond / floorPerSecond, 2),
  };
};
