// Temporal is watched, not trusted: whoever ends workflows and deletes the schedule keeps no breach from being recorded.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantFromMillis } from '../../schemas/instant.ts';
import { type TemporalClient, temporalClient } from '../../services/bus/enforcement/client.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { eventually } from '../support/eventually.ts';
import { approval, inLanes, openTransfers, sender } from '../support/hand-off-load.ts';
import { ledgerReading, momentsIn } from '../support/ledger-audit.ts';
import { logLines } from '../support/log-lines.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const DAY_MS = 24 * 3_600_000;
const MANY = 12;

let test: TestPlatform;
let insurance: TestDepartment;
let watching: TemporalClient;
const { log, seen } = logLines('info');

beforeAll(async () => {
  // A look every two seconds for moments that are one second late: what takes a minute in earnest.
  test = await startTestPlatform({ log, sweep: { every: 2_000, grace: 1_000 } });
  insurance = await test.department('653023/medical-insurance');
  await test.department('653023/public-security');
  await test.platform.enforcing.ready;
  watching = temporalClient({ address: test.platform.temporal.address, namespace: temporalNamespace });
});
afterAll(async () => {
  await watching?.close();
  await test?.stop();
});

const ready = async () => (await fetch(`${test.platform.httpUrl}/ready`)).status;
const dockets = async (): Promise<string[]> => {
  const ids: string[] = [];
  const query = `WorkflowType = 'docket' and ExecutionStatus = 'Running'`;
  for await (const { workflowId } of watching.client.workflow.list({ query })) ids.push(workflowId);
  return ids;
};
const schedules = async (): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { scheduleId } of watching.client.schedule.list()) ids.push(scheduleId);
  return ids;
};

it('records every breach although all dockets were ended and the schedule was deleted, and says so', async () => {
  expect(await ready()).toBe(200);
  const silence = async (): Promise<void> => {
    for (const id of await dockets())
      await watching.client.workflow
        .getHandle(id)
        .terminate('silenced')
        .catch(() => undefined);
    await watching.client.schedule.getHandle('roll-call').delete();
  };
  const load = sender();
  let cases: string[] = [];
  // Approved so that the day for the hand-over ends soon; on a slow machine with more of it before it does.
  for (let lead = 10_000; ; lead *= 2) {
    cases = await openTransfers(load, insurance, MANY, instantFromMillis(Date.now() - 2 * DAY_MS));
    const due = Date.now() + lead;
    const occurredAt = instantFromMillis(due - DAY_MS);
    await inLanes(cases, 8, (caseId) => load.send(insurance, approval(insurance, caseId, { occurredAt })));
    await eventually(async () => (await test.platform.enforcing.pending()) === 0);
    await silence();
    if (Date.now() < due) break;
  }

  const entries = ledgerReading(test.platform.bus.connections.relay);
  const breached = async () =>
    momentsIn(await entries()).moments.filter(
      ({ type, clock }) => type === 'limit-overdue' && clock.includes('/fwd-handover/'),
    );
  await eventually(async () => {
    const those = (await breached()).map((m) => m.case);
    return cases.every((id) => those.includes(id));
  });
  await seen(({ code }) => code === 'ROLL_CALL_GONE');
  await eventually(async () => JSON.stringify(await schedules()) === '["roll-call"]');
  // What waits for a later day is in its docket again.
  await eventually(async () => (await dockets()).length > 0);
  const { early, twice } = momentsIn(await entries());
  expect([early, twice]).toEqual([[], []]);
  await eventually(async () => (await ready()) === 200);
});

it('is red while a due moment is missing, with an alarm, and green when it is recorded', async () => {
  const load = sender();
  const [caseId = ''] = await openTransfers(load, insurance, 1, instantFromMillis(Date.now() - 2 * DAY_MS));
  // Temporal is gone altogether: nobody but the sweep acts.
  await test.platform.temporal.server?.stop();
  const red = eventually(async () => !test.platform.enforcing.isAllRecorded());
  await load.send(
    insurance,
    approval(insurance, caseId, { occurredAt: instantFromMillis(Date.now() - DAY_MS - 60_000) }),
  );
  await Promise.all([red, seen(({ code }) => code === 'MOMENTS_MISSED')]);
  const entries = ledgerReading(test.platform.bus.connections.relay);
  await eventually(async () =>
    momentsIn(await entries()).moments.some((m) => m.case === caseId && m.type === 'limit-overdue'),
  );
  await eventually(async () => (await ready()) === 200);
});
