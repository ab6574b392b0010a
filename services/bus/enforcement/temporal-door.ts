// Everything the platform tells its workflows. Sent twice, each message changes nothing the second time.

import { type Client, WithStartWorkflowOperation, WorkflowNotFoundError } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import pMap from 'p-map';
import type { HandOffOutcome } from '../../../activities/hand-off-status.ts';
import type { NextMoment } from '../../../activities/roll-call.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { docket } from '../../../workflows/docket.ts';
import type { handOff } from '../../../workflows/hand-off.ts';
import {
  advanceUpdate,
  type Chase,
  chasedSignal,
  closedSignal,
  enterSignal,
  type HandOffInput,
  type HandOffKey,
  machineReceiptSignal,
} from '../../../workflows/messages.ts';
import { byDocket, type DocketMoments, docketId, handOffId, TASK_QUEUE } from './workflow-ids.ts';

export type TemporalDoor = ReturnType<typeof temporalDoor>;

/** Some 65 kB. A run takes 10,000 signals in all, so moments travel together. */
const MOMENTS_IN_A_SIGNAL = 500;
/** Calls under way at once: the embedded server has one SQLite file behind it. */
const AT_ONCE = 16;
/** Without an answer for so long the call has failed; the relay tries again, for ever. */
const ANSWER_WITHIN_MS = 20_000;

const keyword = (name: string, value: string) => ({
  key: defineSearchAttributeKey(`Xianjie${name}`, 'KEYWORD'),
  value,
});

export const temporalDoor = (client: Client, options: { readonly stepped: boolean }) => {
  const { workflow } = client;
  const within = <R>(call: () => Promise<R>): Promise<R> =>
    client.withDeadline(Date.now() + ANSWER_WITHIN_MS, call);

  const docketStart = ({ department, day }: DocketMoments) => ({
    workflowId: docketId(department, day),
    taskQueue: TASK_QUEUE,
    args: [{ department, day, stepped: options.stepped }] as Parameters<typeof docket>,
    typedSearchAttributes: new TypedSearchAttributes([
      keyword('Department', department),
      keyword('Day', day),
    ]),
  });

  const enterDocket = (group: DocketMoments) =>
    within(() =>
      workflow.signalWithStart<typeof docket, [{ readonly moments: DocketMoments['moments'] }]>('docket', {
        ...docketStart(group),
        signal: enterSignal,
        signalArgs: [{ moments: group.moments }],
      }),
    );

  /** A hand-off that has ended, or never had to start, has nothing to be told. */
  const ifRunning = (call: () => Promise<void>): Promise<boolean> =>
    within(call).then(
      () => true,
      (error: unknown) => {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      },
    );

  return {
    stepped: options.stepped,
    /** A call that is given up where Temporal does not answer it. */
    within,
    /** Rejects while Temporal, or the database behind it, is away. */
    works: async (): Promise<void> => {
      await within(() => client.workflowService.describeNamespace({ namespace: client.options.namespace }));
    },
    /** Enters moments into their dockets, which start, or start again, where they do not run. */
    enterMoments: async (moments: readonly NextMoment[]): Promise<void> => {
      await pMap(byDocket(moments, MOMENTS_IN_A_SIGNAL), enterDocket, { concurrency: AT_ONCE });
    },
    /** Rehearsals: the docket takes the moments, submits all that is due at `now`, and says when it is recorded. */
    advance: (
      group: DocketMoments,
      now: Instant,
    ): Promise<{ readonly recorded: number; readonly held: number }> =>
      workflow.executeUpdateWithStart(advanceUpdate, {
        args: [{ now, moments: group.moments }],
        startWorkflowOperation: new WithStartWorkflowOperation<typeof docket>('docket', {
          ...docketStart(group),
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      }),
    startHandOff: async (input: HandOffInput): Promise<void> => {
      await within(() =>
        workflow.start<typeof handOff>('handOff', {
          workflowId: handOffId(input),
          taskQueue: TASK_QUEUE,
          args: [input],
          workflowIdConflictPolicy: 'USE_EXISTING',
          typedSearchAttributes: new TypedSearchAttributes([
            keyword('Case', input.case),
            keyword('Proceeding', input.proceeding),
            keyword('Receiver', input.to),
          ]),
        }),
      );
    },
    /** @returns false where no such hand-off runs */
    closeHandOff: (key: HandOffKey, outcome: HandOffOutcome): Promise<boolean> =>
      ifRunning(() => workflow.getHandle(handOffId(key)).signal(closedSignal, { outcome })),
    /** The receiver's software took the notice out of its inbox. */
    noteMachineReceipt: (key: HandOffKey, at: Instant): Promise<boolean> =>
      ifRunning(() => workflow.getHandle(handOffId(key)).signal(machineReceiptSignal, { at })),
    /** A limit on the receipt was reminded of, passed or escalated. */
    noteChase: (key: HandOffKey, chase: Chase): Promise<boolean> =>
      ifRunning(() => workflow.getHandle(handOffId(key)).signal(chasedSignal, chase)),
  };
};
