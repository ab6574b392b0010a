// Temporal goes away, and loses its database: commands are taken all the same, and time catches up, late and marked late.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ARMED_WITHIN_MS } from '../../activities/roll-call.ts';
import { nextMomentsOf } from '../../case/next-moments.ts';
import { instantFromMillis, plusMillis } from '../../schemas/instant.ts';
import { type TemporalClient, temporalClient } from '../../services/bus/enforcement/client.ts';
import { openHandOffsOf } from '../../services/bus/enforcement/open-hand-offs.ts';
import { handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import { dataFolderPlan } from '../../services/host/stack/data-folder.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import {
  startTemporal,
  type TemporalServer,
  temporalNamespace,
} from '../../services/host/stack/temporal-server.ts';
import { entriesQuery } from '../../workflows/messages.ts';
import { eventually } from '../support/eventually.ts';
import { approval, handOver, inLanes, openTransfers, sender } from '../support/hand-off-load.ts';
import { foldedCases, ledgerReading, momentsIn } from '../support/ledger-audit.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const DAY_MS = 24 * 3_600_000;
const MISSED = 40;
const OPEN = 40;

let test: TestPlatform;
let temporal: TemporalServer | undefined;
let watching: TemporalClient;
let insurance: TestDepartment;
let entries: ReturnType<typeof ledgerReading>;

beforeAll(async () => {
  test = await startTestPlatform();
  insurance = await test.department('653023/medical-insurance');
  await test.department('653023/public-security');
  await test.department('653023/procuratorate');
  await test.platform.enforcing.ready;
  entries = ledgerReading(test.platform.bus.connections.relay);
  watching = temporalClient({ address: test.platform.temporal.address, namespace: temporalNamespace });
});
afterAll(async () => {
  await watching?.close();
  await test?.stop();
  await temporal?.stop();
});

const stopTemporal = async (): Promise<void> => {
  if (temporal) await temporal.stop();
  else await test.platform.temporal.server?.stop();
};
const startTemporalAgain = async (): Promise<void> => {
  const binary = (await findServer('temporal')).path;
  const port = Number(test.platform.temporal.address.split(':')[1]);
  temporal = await startTemporal({
    binary,
    dataDir: test.options.dataDir,
    port,
    onProgress: () => undefined,
  });
};

/** Ids of running workflows of a type; what Temporal lists follows what it does by a moment. */
const running = async (type: string): Promise<string[]> => {
  const ids: string[] = [];
  const query = `WorkflowType = '${type}' and ExecutionStatus = 'Running'`;
  for await (const { workflowId } of watching.client.workflow.list({ query })) ids.push(workflowId);
  return ids;
};

/** Everything armed in dockets, one line each. */
const armed = async (): Promise<string[]> => {
  const lines: string[] = [];
  for (const id of await running('docket')) {
    const { held } = await watching.client.workflow.getHandle(id).query(entriesQuery);
    lines.push(...held.map((m) => `${m.case} ${m.clock} ${m.moment} ${m.at}`));
  }
  return lines.toSorted();
};

/** What ought to be armed and open, by the ledger alone. */
const owedByTime = async () => {
  const states = [...foldedCases(await entries()).values()];
  const next = states.flatMap(nextMomentsOf);
  const until = plusMillis(instantFromMillis(Date.now()), ARMED_WITHIN_MS);
  return {
    clocks: next.length,
    moments: next
      .filter(({ at }) => at <= until)
      .map((m) => `${m.case} ${m.clock} ${m.moment} ${m.at}`)
      .toSorted(),
    handOffs: states.flatMap(openHandOffsOf).map(handOffId).toSorted(),
  };
};

it('takes and receipts commands while Temporal is away, and acts late, and once, on what fell due meanwhile', async () => {
  await stopTemporal();
  const load = sender();
  const cases = await openTransfers(
    load,
    insurance,
    MISSED + OPEN,
    instantFromMillis(Date.now() - 2 * DAY_MS),
  );
  const missed = cases.slice(0, MISSED);
  // Approved a day and two minutes ago: overdue for two minutes by now.
  const occurredAt = instantFromMillis(Date.now() - DAY_MS - 120_000);
  await inLanes(missed, 16, (caseId) => load.send(insurance, approval(insurance, caseId, { occurredAt })));
  await inLanes(cases.slice(MISSED), 16, async (caseId) => {
    await load.send(insurance, approval(insurance, caseId));
    await load.send(insurance, handOver(insurance, caseId));
  });
  expect([load.refusals, load.count.retryable + load.count.unanswered]).toEqual([[], 0]);
  const acted = async () =>
    momentsIn(await entries()).moments.filter(
      ({ type, clock }) => type === 'limit-overdue' && clock.includes('/fwd-handover/'),
    );
  expect(await acted()).toEqual([]);

  await startTemporalAgain();
  await eventually(async () => (await acted()).length >= MISSED);
  await eventually(async () => (await test.platform.enforcing.pending()) === 0);
  const { early, twice, wronglyMarked, moments } = momentsIn(await entries());
  const overdue = await acted();
  expect(overdue.map((m) => m.case).toSorted()).toEqual(missed.toSorted());
  expect(overdue.every(({ late }) => late)).toBe(true);
  expect([early, twice, wronglyMarked]).toEqual([[], [], []]);
  const { handOffs } = await owedByTime();
  expect(handOffs).toHaveLength(OPEN);
  await eventually(async () => (await running('handOff')).length === OPEN);
  console.log(
    `temporal away: ${load.receipts.length} commands receipted, refused 0; missed ${MISSED}, acted on ${overdue.length}, ` +
      `marked late ${overdue.length}, moments in all ${moments.length}, early 0, twice 0; hand-offs seen through ${OPEN}`,
  );
});

it('arms every running clock and every open hand-off again when the database of Temporal is lost', async () => {
  const soon = sender();
  const due = instantFromMillis(Date.now() + 12_000);
  const fallingDue = await openTransfers(soon, insurance, MISSED, instantFromMillis(Date.now() - 2 * DAY_MS));
  await inLanes(fallingDue, 16, (caseId) =>
    soon.send(insurance, approval(insurance, caseId, { occurredAt: plusMillis(due, -DAY_MS) })),
  );
  // One falls due in an hour: however long the restart takes, something is owed then.
  const [later = ''] = await openTransfers(soon, insurance, 1, instantFromMillis(Date.now() - 2 * DAY_MS));
  const inAnHour = instantFromMillis(Date.now() - DAY_MS + 3_600_000);
  await soon.send(insurance, approval(insurance, later, { occurredAt: inAnHour }));
  await eventually(async () => (await test.platform.enforcing.pending()) === 0);
  await stopTemporal();
  const { temporalDatabase } = dataFolderPlan(test.options.dataDir);
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${temporalDatabase}${end}`, { force: true });
  await startTemporalAgain();
  expect(await running('docket')).toEqual([]);

  const rebuilt = await test.platform.enforcing.rebuild();
  const again = await test.platform.enforcing.rebuild();
  const owed = await owedByTime();
  expect(rebuilt).toMatchObject({ clocks: owed.clocks, handOffs: owed.handOffs.length });
  expect(again).toMatchObject({ clocks: owed.clocks, handOffs: owed.handOffs.length });
  await eventually(async () => (await running('handOff')).length === owed.handOffs.length);
  expect((await running('handOff')).toSorted()).toEqual(owed.handOffs);
  expect(owed.moments.length).toBeGreaterThan(0);
  await eventually(async () => {
    const [have, want] = [await armed(), (await owedByTime()).moments];
    return JSON.stringify(have) === JSON.stringify(want);
  });

  await eventually(async () => {
    const reached = momentsIn(await entries()).moments.filter(
      ({ case: id, moment }) => moment === 'due' && fallingDue.includes(id),
    );
    return reached.length >= MISSED;
  });
  const { early, twice, wronglyMarked, moments } = momentsIn(await entries());
  expect([early, twice, wronglyMarked]).toEqual([[], [], []]);
  // The roll-call is a schedule in that database: without it, clocks of weeks would not be armed in their time.
  const schedules: string[] = [];
  for await (const { scheduleId } of watching.client.schedule.list()) schedules.push(scheduleId);
  expect(schedules).toEqual(['roll-call']);
  console.log(
    `database of Temporal lost: clocks ${owed.clocks} armed again ${rebuilt.clocks}, within 48 hours ${owed.moments.length}, ` +
      `hand-offs ${owed.handOffs.length} open again ${rebuilt.handOffs}, moments ${moments.length}, early 0, twice 0`,
  );
});
