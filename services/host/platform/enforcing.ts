// Puts Temporal's side on the bus: worker, relay, roll-call, rebuild. In a rehearsal the dockets are stepped by hand.
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import type { Instant } from '../../../schemas/instant.ts';
import { clockIndex } from '../../bus/enforcement/clock-index.ts';
import { dueMoments } from '../../bus/enforcement/due-moments.ts';
import { handOffInLedger, inboxOnly } from '../../bus/enforcement/hand-off-ports.ts';
import { casesInLedger } from '../../bus/enforcement/ledger-cases.ts';
import { watchMachineReceipts } from '../../bus/enforcement/machine-receipts.ts';
import { type Rebuilt, rebuild } from '../../bus/enforcement/rebuild.ts';
import { callRoll, callRollDaily, ensureRollCall } from '../../bus/enforcement/roll-call-schedule.ts';
import { type Stepped, steppedDockets } from '../../bus/enforcement/stepped-dockets.ts';
import { momentSubmitter } from '../../bus/enforcement/submit-moments.ts';
import { SWEEP, type SweepPace, startSweep } from '../../bus/enforcement/sweep.ts';
import { startEnforcement } from '../../bus/enforcement/worker.ts';
import type { Standing } from '../../bus/ledger/following.ts';
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
  /** How the telling of Temporal stands. */
  told(): Standing;
  /** Whether every moment that was due when it was last looked had been recorded. */
  isAllRecorded(): boolean;
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
  readonly sweep?: SweepPace;
}): Promise<Enforcing> => {
  const { address, bus, room, clock, log, sweep: pace = SWEEP } = deps;
  const { relay } = bus.connections;
  const stepped = clock.kind === 'rehearsal';
  const index = clockIndex();

  const due = dueMoments({ nc: relay, room, cases: bus.cases });
  const nextMoments = stepped ? index.nextMoments : due.nextMoments;
  const submitMoments = momentSubmitter(bus.registrar, log);
  const ledgerTakes = async (): Promise<boolean> =>
    bus.closedBecause() === null &&
    (await lastSequence(relay).then(
      () => true,
      () => false,
    ));

  const enforcement = startEnforcement({
    address,
    namespace: temporalNamespace,
    ports: {
      submitMoments,
      ledgerTakes,
      leaveToSweep: ({ case: caseId, commandId }, code) =>
        log.error({ case: caseId, commandId, code }, 'moments of a case are left to the sweep'),
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
    works: enforcement.door.works,
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

  // In a rehearsal time stands still between its steps, and every step is waited for.
  const sweep = stepped
    ? undefined
    : startSweep({
        clock,
        pace,
        nextMoments: due.nextMomentsNow(pace.every),
        submitMoments,
        ensureRollCall: () => enforcement.door.within(() => ensureRollCall(enforcement.client)),
        callRoll: () => enforcement.door.within(() => callRoll(enforcement.client)),
        log,
      });

  return {
    ready: enforcement.ready,
    running: enforcement.running,
    pending: told.pending,
    told: told.standing,
    isAllRecorded: () => sweep?.isAllRecorded() ?? true,
    rebuild: async () => {
      // The schedule was in the lost database too; a rehearsal has none.
      if (!stepped) await callRollDaily(enforcement.client);
      const { cases, unreadable } = await casesInLedger(relay);
      return rebuild({
        cases: cases.values(),
        unreadable,
        door: { ...enforcement.door, enterMoments },
        now: clock.now(),
      });
    },
    step: (now) => dockets.stepDockets({ now }),
    nearest: index.nearest,
    lookForMachineReceipts: receipts.look,
    stop: async () => {
      await sweep?.stop();
      await receipts.stop();
      await told.stop();
      await enforcement.stop();
    },
  };
};
