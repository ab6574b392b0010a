// What the ledger says about a storm: read back entry by entry, so that nothing is believed from whoever caused it.
import type { NatsConnection } from 'nats';
import type { CaseEvent } from '../schemas/event.ts';
import { millisOf } from '../schemas/instant.ts';
import { readLedger } from '../services/bus/ledger/read.ts';
import { entryOf, parseRecord } from '../services/proof/record.ts';
import type { StormFigures } from './figures.ts';

/** @param at milliseconds since the epoch; a limit in hours is broken from the next millisecond on */
export const stormInLedger = async (
  nc: NatsConnection,
  { from, at }: { readonly from: number; readonly at: number },
): Promise<StormFigures> => {
  const seen = new Set<string>();
  const after: number[] = [];
  let early = 0;
  let twice = 0;
  for await (const { data } of readLedger(nc, { from, subject: 'ledger.case.>' })) {
    const entry = entryOf(parseRecord(data));
    const recordedAt = millisOf(entry.recordedAt);
    const moments = entry.events.filter(
      (event): event is Extract<CaseEvent, { kind: 'moment' }> => event.kind === 'moment',
    );
    for (const { clock, moment, plannedAt } of moments) {
      if (millisOf(plannedAt) !== at + 1) continue;
      const key = `${entry.id} ${clock} ${moment}`;
      if (seen.has(key)) twice += 1;
      seen.add(key);
      if (recordedAt < millisOf(plannedAt)) early += 1;
      after.push(recordedAt - at);
    }
  }
  const firstMs = after.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY);
  const lastMs = after.reduce((most, ms) => Math.max(most, ms), Number.NEGATIVE_INFINITY);
  return { count: seen.size, firstMs, lastMs, early, twice };
};
