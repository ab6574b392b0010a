// The relay from the ledger to Temporal: entries in, moments into dockets, hand-offs started, chased and closed.
// Temporal may be away for hours: the batch is tried again as long, and nothing else of the platform waits for it.

import { setTimeout as pause } from 'node:timers/promises';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import pMap from 'p-map';
import type { CaseState } from '../../../case/state.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import type { TemporalDoor } from '../enforcement/temporal-door.ts';
import { followLedger } from '../ledger/follow-ledger.ts';
import type { Following, FollowOptions } from '../ledger/following.ts';
import { consumedLedger } from '../ledger/ledger-source.ts';
import type { StoredMessage } from '../ledger/read.ts';
import type { CaseReader } from '../registrar/case-reader.ts';
import { openCursor } from './cursor.ts';
import { type CaseNews, messagesOf } from './to-temporal-messages.ts';

export type TemporalRelayOptions = {
  /** Connection of service `relay`. */
  readonly nc: NatsConnection;
  readonly cases: Pick<CaseReader, 'get' | 'refresh'>;
  readonly door: Pick<TemporalDoor, 'enterMoments' | 'startHandOff' | 'closeHandOff' | 'noteChase'>;
  /** Rejects while Temporal is away. */
  readonly works: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Waited for before each batch, with the time its oldest entry was stored. */
  readonly giveWay?: GiveWay;
  /** Told of every case with news, as it stands at the head of the ledger; a rehearsal keeps its clocks by this. */
  readonly onCase?: (state: CaseState) => void;
} & Pick<FollowOptions, 'tryParked'>;

const CASES = 'ledger.case.';
const FOLDS_AT_ONCE = { concurrency: 32 };
const CALLS_AT_ONCE = { concurrency: 16 };
/**
 * What comes within so long is gathered: a docket is told of hundreds of moments as cheaply as of one, and a hand-off
 * signed for meanwhile need not start.
 */
const GATHER_MS = 200;

/** Runs until stopped. A rehearsal waits for `idle` before time goes on. */
export const startTemporalRelay = async (options: TemporalRelayOptions): Promise<Following> => {
  const { nc, cases, door, clock, log, giveWay, onCase } = options;
  /** Whether the last batch could not be told. */
  let failed = false;

  const newsOf = async (batch: readonly StoredMessage[]): Promise<CaseNews[]> => {
    const news = new Map<string, { events: CaseEvent[]; upTo: number }>();
    for (const { subject, data, sequence } of batch) {
      if (!subject.startsWith(CASES)) continue;
      const entry = entryOf(parseRecord(data));
      const before = news.get(entry.id)?.events ?? [];
      news.set(entry.id, { events: [...before, ...entry.events], upTo: sequence });
    }
    return pMap(
      [...news],
      async ([caseId, { events, upTo }]) => {
        const known = await cases.get(caseId);
        // After an outage much may have been undone: what is told then is looked up, not remembered.
        const isEnough = known && known.ledgerSequence >= upTo && !failed;
        const head = isEnough ? known : await cases.refresh(caseId);
        if (!head) throw new InfrastructureError('LEDGER_UNAVAILABLE', `case ${caseId} could not be read`);
        return { state: head.state, events };
      },
      FOLDS_AT_ONCE,
    );
  };

  const tell = async (batch: readonly StoredMessage[]): Promise<void> => {
    const news = await newsOf(batch);
    const { moments, started, closed, chased } = messagesOf(news, clock.now());
    await door.enterMoments(moments);
    await pMap(started, door.startHandOff, CALLS_AT_ONCE);
    await pMap(chased, ({ key, chase }) => door.noteChase(key, chase), CALLS_AT_ONCE);
    await pMap(closed, ({ key, outcome }) => door.closeHandOff(key, outcome), CALLS_AT_ONCE);
    for (const { state } of news) onCase?.(state);
  };

  return followLedger({
    nc,
    name: 'relay-temporal',
    source: consumedLedger(nc),
    works: options.works,
    ...(options.tryParked ? { tryParked: options.tryParked } : {}),
    cursor: await openCursor(nc, jetstream(nc), 'relay-temporal'),
    log,
    onBatch: (batch) =>
      tell(batch).then(
        () => {
          failed = false;
        },
        (error: unknown) => {
          failed = true;
          throw error;
        },
      ),
    beforeBatch: async (since, signal) => {
      await giveWay?.(since);
      // A rehearsal waits for each step to be told; nothing else is going on in it.
      if (clock.kind === 'real') await pause(GATHER_MS, undefined, { signal }).catch(() => undefined);
    },
  });
};
