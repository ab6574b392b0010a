// The relay from the ledger to Temporal: entries in, moments into dockets, hand-offs started, chased and closed.
// Temporal may be away for hours: the batch is tried again for ever, and nothing else of the platform waits for it.
import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { CaseState } from '../../case/state.ts';
import { InfrastructureError } from '../../schemas/errors.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Clock } from '../clock.ts';
import { inParallel } from '../enforcement/in-parallel.ts';
import type { TemporalDoor } from '../enforcement/temporal-door.ts';
import { parseRecord } from '../ledger/record.ts';
import type { Log } from '../log.ts';
import type { Pressure } from '../pressure.ts';
import type { CaseReader } from '../registrar/case-reader.ts';
import { holdMessages } from './to-temporal-consumer.ts';
import { type CaseNews, messagesOf } from './to-temporal-messages.ts';

export type TemporalRelayOptions = {
  /** Connection of service `relay`. */
  readonly nc: NatsConnection;
  readonly cases: Pick<CaseReader, 'get' | 'refresh'>;
  readonly door: Pick<TemporalDoor, 'enterMoments' | 'startHandOff' | 'closeHandOff' | 'noteChase'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Waited for before each batch, with the time its oldest entry was stored. */
  readonly giveWay?: Pressure['giveWay'];
  /** Told of every case with news, as it stands at the head of the ledger; a rehearsal keeps its clocks by this. */
  readonly onCase?: (state: CaseState) => void;
};

export type TemporalRelay = {
  /** Entries of which Temporal does not know yet. 0: all told. */
  pending(): Promise<number>;
  /** Resolves when Temporal knows of every entry; a rehearsal waits for it before time goes on. */
  idle(): Promise<void>;
  status(): {
    readonly entries: number;
    readonly moments: number;
    readonly handOffs: number;
    /** Since when Temporal has refused or not answered, or `null`. */
    readonly failingSince: Instant | null;
  };
  stop(): Promise<void>;
};

const BATCH = 500;
const FOLDS_AT_ONCE = 32;
const CALLS_AT_ONCE = 16;
const RETRY_FIRST_MS = 200;
const RETRY_LAST_MS = 15_000;
/**
 * After a batch that was not full, what comes next is gathered for so long: a docket is told of hundreds of moments as
 * cheaply as of one, and a hand-off signed for meanwhile need not start.
 */
const GATHER_MS = 200;

/** Starts relaying; returns when the durable consumer is there. */
export const startTemporalRelay = async (options: TemporalRelayOptions): Promise<TemporalRelay> => {
  const { nc, cases, door, clock, log, giveWay, onCase } = options;
  const messages = await holdMessages(nc);
  const count = { entries: 0, moments: 0, handOffs: 0 };
  let failingSince: Instant | null = null;
  let stopped = false;
  let hurry = (): void => {};
  // A rehearsal waits for each step to be told; nothing else is going on in it.
  const gathers = clock.kind === 'real';

  const newsOf = async (batch: readonly JsMsg[]): Promise<CaseNews[]> => {
    const news = new Map<string, { events: CaseEvent[]; upTo: number }>();
    for (const { data, seq } of batch) {
      const { entry } = parseRecord(data);
      const before = news.get(entry.id)?.events ?? [];
      news.set(entry.id, { events: [...before, ...entry.events], upTo: seq });
    }
    return inParallel([...news], FOLDS_AT_ONCE, async ([caseId, { events, upTo }]) => {
      const known = await cases.get(caseId);
      // After an outage much may have been undone: what is told then is looked up, not remembered.
      const isEnough = known && known.ledgerSequence >= upTo && !failingSince;
      const head = isEnough ? known : await cases.refresh(caseId);
      if (!head) throw new InfrastructureError('LEDGER_UNAVAILABLE', `case ${caseId} could not be read`);
      return { state: head.state, events };
    });
  };

  const relay = async (batch: readonly JsMsg[]): Promise<void> => {
    const news = await newsOf(batch);
    const { moments, started, closed, chased } = messagesOf(news, clock.now());
    await door.enterMoments(moments);
    await inParallel(started, CALLS_AT_ONCE, door.startHandOff);
    await inParallel(chased, CALLS_AT_ONCE, ({ key, chase }) => door.noteChase(key, chase));
    await inParallel(closed, CALLS_AT_ONCE, ({ key, outcome }) => door.closeHandOff(key, outcome));
    for (const { state } of news) onCase?.(state);
    count.entries += batch.length;
    count.moments += moments.length;
    count.handOffs += started.length;
  };

  const pause = (millis: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const untilTold = async (batch: readonly JsMsg[]): Promise<void> => {
    for (let wait = RETRY_FIRST_MS; !stopped; wait = Math.min(wait * 2, RETRY_LAST_MS)) {
      try {
        await relay(batch);
        if (failingSince) log.info({ since: failingSince }, 'temporal is told again');
        failingSince = null;
        messages.done(batch);
        return;
      } catch (error) {
        if (!failingSince)
          log.warn({ entries: batch.length, err: error }, 'temporal cannot be told; trying on');
        failingSince ??= clock.now();
        await pause(wait);
      }
    }
  };

  const running = (async () => {
    while (!stopped) {
      const [oldest] = await messages.batch(1);
      if (!oldest) return;
      await giveWay?.(oldest.time.getTime());
      const batch = await messages.batch(BATCH);
      if (batch.length > 0) await untilTold(batch);
      if (!stopped && gathers && batch.length < BATCH) await pause(GATHER_MS);
    }
  })();

  return {
    pending: messages.pending,
    idle: messages.idle,
    status: () => ({ ...count, failingSince }),
    stop: async () => {
      stopped = true;
      hurry();
      await messages.stop();
      await running;
    },
  };
};
