// A docket that has grown continues as new; nothing it holds is lost, and it still knows what it recorded.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { plusMillis } from '../../schemas/instant.ts';
import { docketId } from '../../services/bus/enforcement/workflow-ids.ts';
import type { docket } from '../../workflows/docket.ts';
import { advanceUpdate, enterSignal, entriesQuery } from '../../workflows/messages.ts';
import {
  momentOf,
  police,
  portsWith,
  startUnderTest,
  type UnderTest,
} from '../support/enforcement-under-test.ts';

let under: UnderTest;

beforeAll(async () => {
  under = await startUnderTest({
    ports: portsWith({}),
    // 4,096 events by default: some forty signals must do here.
    dynamicConfig: { 'limit.historyCount.suggestContinueAsNew': 30 },
  });
});
afterAll(() => under?.stop());

const at = '2199-03-01T00:00:00+08:00';

const enterOneByOne = async (id: string, howMany: number): Promise<void> => {
  const handle = under.enforcement.client.workflow.getHandle(id);
  for (let n = 1; n < howMany; n += 1) {
    await handle.signal(enterSignal, { moments: [{ ...momentOf(n, plusMillis(at, n)) }] });
  }
};

it('carries every moment into the next run', async () => {
  const id = docketId(police, '2199-03-01');
  const handle = under.enforcement.client.workflow.getHandle<typeof docket>(id);
  await under.enforcement.door.enterMoments([momentOf(0, at)]);
  const first = (await handle.describe()).runId;
  await enterOneByOne(id, 60);
  await vi.waitFor(
    async () => {
      expect((await handle.describe()).runId).not.toBe(first);
      const { held } = await handle.query(entriesQuery);
      expect(held.map((m) => m.at).sort()).toEqual(Array.from({ length: 60 }, (_, n) => plusMillis(at, n)));
    },
    { timeout: 30_000 },
  );
  await handle.terminate();
});

it('carries what a rehearsal’s docket holds, and what it recorded before', async () => {
  const id = docketId(police, '2024-05-06');
  const { workflow } = under.enforcement.client;
  const day = '2024-05-06T00:00:00+08:00';
  const run = await workflow.start<typeof docket>('docket', {
    workflowId: id,
    taskQueue: 'xianjie',
    args: [{ department: police, day: '2024-05-06', stepped: true }],
  });
  const handle = workflow.getHandle<typeof docket>(id);
  for (let n = 0; n < 60; n += 1) {
    await handle.signal(enterSignal, { moments: [momentOf(n, plusMillis(day, n))] });
  }
  await vi.waitFor(async () => expect((await handle.describe()).runId).not.toBe(run.firstExecutionRunId), {
    timeout: 30_000,
  });
  const advance = (millis: number) =>
    handle.executeUpdate(advanceUpdate, { args: [{ now: plusMillis(day, millis) }] });
  await expect(advance(9)).resolves.toEqual({ recorded: 10, held: 50 });
  await expect(advance(59)).resolves.toEqual({ recorded: 50, held: 0 });
  await expect(handle.result()).resolves.toEqual({ recorded: 60 });
});
