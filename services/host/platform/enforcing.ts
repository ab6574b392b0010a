// Puts Temporal's side on the bus: worker, relay, roll-call, rebuild. In a rehearsal the dockets are stepped by hand.
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import type { NextMoment } from '../../../activities/roll-call.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { clockIndex } from '../../bus/enforcement/clock-index.ts';
import { handOffInLedger, inboxOnly } from '../../bus/enforcement/hand-off-ports.ts';
import { casesInLedger } from '../../bus/enforcement/ledger-cases.ts';
import { watchMachineReceipts } from '../../bus/enforcement/machine-receipts.ts';
import { type Rebuilt, rebuild } from '../../bus/enforcement/rebuild.ts';
import { callRollDaily } from '../../bus/enforcement/roll-call-schedule.ts';
import { type Stepped, steppedDockets } from '../../bus/enforcement/stepped-dockets.ts';
import { momentSubmitter } from '../../bus/enforcement/submit-moments.ts';
import { startEnforcement } from '../../bus/enforcement/worker.ts';
import { lastSequence } from '../../bus/ledger/read.ts';
import type { ReadingRoom } from '../../bus/reading-room/reading-room.ts';
import { startTemporalRelay } from '../../bus/relay/to-temporal.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { serverCacheFolder } from '../stack/find-server.ts';
import { temporalNamespace } from '../stack/temporal-server.ts';
import type { Bus } from './bus.ts';

export type Enforcing = {
  /** Resolves when the worker polls for the first time. */
  readonly ready: Promise<void>;
  running(): boolean;
  /** Entries Temporal does not know of yet. */
  pending(): Promise<number>;
  /** Ledger sequence up to which Temporal knows. */
  toldUpTo(): number;
  /** Arms every running clock and every open hand-off again. */
  rebuild(): Promise<Rebuilt>;
  /** Rehearsals: does all that time does at `now`, again until nothing new is recorded. */
  step(now: Instant): Promise<Stepped>;
  /** Rehearsals: the next instant at which time will do something, or `null`. */
  nearest(): Instant | null;
  /** Tells open hand-offs whose receiver has emptied its inbox; done now and then by itself. */
  lookForMachineReceipts(): Promise<void>;
  stop(): Promise<void>;
};

export const startEnforcing = async (deps: {
  readonly address: string;
  readonly bus: Bus;
  readonly room: ReadingRoom;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<Enforcing> => {
  const { address, bus, room, clock, log } = deps;
  const { relay } = bus.connections;
  const stepped = clock.kind === 'rehearsal';
  const index = clockIndex();

  const inReadingRoom = async function* (until: Instant): AsyncGenerator<readonly NextMoment[]> {
    yield await room.nextMoments(until);
  };
  const nextMoments = stepped ? index.nextMoments : inReadingRoom;

  const enforcement = startEnforcement({
    address,
    namespace: temporalNamespace,
    ports: {
      submitMoments: momentSubmitter(bus.registrar, log),
      handOffInLedger: handOffInLedger(bus.cases),
      pushToReceiver: inboxOnly(log),
      nextMoments,
    },
    clock,
    log,
    bundleFolder: join(serverCacheFolder(), 'bundles'),
    enterMoments: (moments) => enterMoments(moments),
  });
  const dockets = steppedDockets({
    door: enforcement.door,
    nextMoments,
    settled: async () => {
      await bus.followUpsTaken();
      await room.idle(await lastSequence(relay));
      await told.idle();
    },
  });
  const enterMoments = stepped ? dockets.enterMoments : enforcement.door.enterMoments;
  const told = await startTemporalRelay({
    nc: relay,
    cases: bus.cases,
    door: { ...enforcement.door, enterMoments },
    clock,
    log,
    giveWay: bus.giveWay,
    ...(stepped ? { onCase: index.note } : {}),
  });

  const receipts = watchMachineReceipts({
    js: jetstream(relay),
    openHandOffs: () => room.openHandOffs({ asOf: clock.now() }),
    undelivered: bus.inboxes.pending,
    door: enforcement.door,
    clock,
    log,
  });

  return {
    ready: enforcement.ready,
    running: enforcement.running,
    pending: told.pending,
    toldUpTo: told.done,
    rebuild: async () => {
      // The schedule was in the lost database too; a rehearsal has none.
      if (!stepped) await callRollDaily(enforcement.client);
      const cases = (await casesInLedger(relay)).values();
      return rebuild({ cases, door: { ...enforcement.door, enterMoments }, now: clock.now() });
    },
    step: (now) => dockets.stepDockets({ now }),
    nearest: index.nearest,
    lookForMachineReceipts: receipts.look,
    stop: async () => {
      await receipts.stop();
      await told.stop();
      await enforcement.stop();
    },
  };
};
