// The enforcement service: the worker that runs dockets, hand-offs and the roll-call. Temporal may come late or go away:
// this part tries on and catches up, and nothing else waits for it.
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { type ActivityPorts, createActivities } from '../../../activities/activities.ts';
import { backOff } from '../../back-off.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { temporalClient } from './client.ts';
import { callRollDaily } from './roll-call-schedule.ts';
import { type TemporalDoor, temporalDoor } from './temporal-door.ts';
import { installTemporalLog } from './temporal-log.ts';
import { workflowBundle } from './workflow-bundle.ts';
import { TASK_QUEUE } from './workflow-ids.ts';

export type EnforcementOptions = {
  readonly address: string;
  readonly namespace: string;
  /** The ledger's side; the clock and the way into the dockets are added here. */
  readonly ports: Omit<ActivityPorts, 'now' | 'enterMoments'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the workflow bundle is kept between starts. */
  readonly bundleFolder: string;
  /** Rehearsals: how the roll-call enters moments, if not through the door itself. */
  readonly enterMoments?: ActivityPorts['enterMoments'];
};

export type Enforcement = {
  /** Usable at once; calls fail while Temporal is away. */
  readonly client: Client;
  readonly door: TemporalDoor;
  /** Resolves when the worker polls for the first time. */
  readonly ready: Promise<void>;
  running(): boolean;
  stop(): Promise<void>;
};

const PAUSES = { first: 500, longest: 15_000 };

/** Two cores, shared with the registrar and the servers: enough in flight to keep them busy, no more. */
const FOR_TWO_CORES = {
  maxConcurrentWorkflowTaskExecutions: 20,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentWorkflowTaskPolls: 4,
  maxConcurrentActivityTaskPolls: 4,
  // Beyond, a signal replays its workflow from the beginning; hand-offs stay open for days and are small.
  maxCachedWorkflows: 1_500,
} as const;

/** Starts trying; returns before Temporal has answered. */
export const startEnforcement = (options: EnforcementOptions): Enforcement => {
  const { address, namespace, clock, log, bundleFolder } = options;
  installTemporalLog(log);
  const { client, close } = temporalClient({ address, namespace });
  const stepped = clock.kind === 'rehearsal';
  const door = temporalDoor(client, { stepped });
  const activities = createActivities({
    ...options.ports,
    now: clock.now,
    enterMoments: options.enterMoments ?? door.enterMoments,
  });

  let worker: Worker | undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  const pauses = backOff(PAUSES);
  let isReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  const work = async (): Promise<void> => {
    const codePath = await workflowBundle(bundleFolder);
    const connection = await NativeConnection.connect({ address });
    let running: Promise<void> = Promise.resolve();
    try {
      worker = await Worker.create({
        connection,
        namespace,
        taskQueue: TASK_QUEUE,
        activities,
        workflowBundle: { codePath },
        shutdownGraceTime: '5 seconds',
        shutdownForceTime: '15 seconds',
        ...FOR_TWO_CORES,
      });
      if (signal.aborted) return;
      running = worker.run();
      running.catch(() => undefined);
      // A rehearsal calls the roll itself, at each step. Not awaited before polling: the schedule needs no worker.
      if (!stepped) await Promise.race([callRollDaily(client), running]);
      isReady();
      pauses.reset();
      await running;
    } finally {
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      await connection.close().catch(() => undefined);
    }
  };

  const trying = (async () => {
    while (!signal.aborted) {
      try {
        await work();
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error }, 'temporal is away; trying on');
      }
      if (!signal.aborted) await pauses.pause(signal);
    }
  })();

  return {
    client,
    door,
    ready,
    running: () => worker?.getState() === 'RUNNING',
    stop: async () => {
      stopping.abort();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await trying;
      await close();
    },
  };
};
