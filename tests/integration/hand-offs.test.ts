// A hand-off is visible in Temporal by case and receiver, and knows when the receiver's software took the notice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TemporalClient, temporalClient } from '../../services/bus/enforcement/client.ts';
import { handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { statusQuery } from '../../workflows/messages.ts';
import { eventually } from '../support/eventually.ts';
import { cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

let test: TestPlatform;
let watching: TemporalClient;
let insurance: TestDepartment;
let police: TestDepartment;
let xianjie: ReturnType<typeof cliFor>;

beforeAll(async () => {
  test = await startTestPlatform();
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  await test.department('653023/audit');
  xianjie = cliFor(test.options);
  await test.platform.enforcing.ready;
  watching = temporalClient({ address: test.platform.temporal.address, namespace: temporalNamespace });
});
afterAll(async () => {
  await watching?.close();
  await test?.stop();
});

it('runs from the hand-over to the office receipt, with the machine receipt between', async () => {
  const sent = await insurance.send('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fraud' } },
    party: { title: '线索', summary: '内容' },
  });
  if (!sent.ok) throw new Error(sent.code);
  const handle = watching.client.workflow.getHandle(handOffId({ case: sent.case, proceeding: 'p1', hop: 1 }));
  const status = await eventually(() => handle.query(statusQuery));
  expect(status).toMatchObject({ open: true, to: police.id, machineReceiptAt: null });

  const query = `XianjieReceiver = '${police.id}' and XianjieCase = '${sent.case}'`;
  const found = await eventually(async () => {
    for await (const { workflowId } of watching.client.workflow.list({ query })) return workflowId;
    return null;
  });
  expect(found).toBe(handle.workflowId);

  // While the notice lies in the inbox there is no machine receipt, however often one looks.
  await test.platform.enforcing.lookForMachineReceipts();
  expect(await handle.query(statusQuery)).toMatchObject({ machineReceiptAt: null });

  await police.notices(1);
  await eventually(async () => {
    await test.platform.enforcing.lookForMachineReceipts();
    return (await handle.query(statusQuery)).machineReceiptAt !== null;
  });

  const taken = await police.send('o-1', 'acknowledge', { case: sent.case });
  expect(taken.ok).toBe(true);
  expect(await handle.result()).toMatchObject({ outcome: 'received' });
});

it('has its machine receipt too where an officer of the receiver has read of it, without any software', async () => {
  const sent = await insurance.send('o-1', 'send-clue', {
    body: { to: ['653023/audit'], fields: { topic: 'fraud' } },
    party: { title: '线索', summary: '内容' },
  });
  if (!sent.ok) throw new Error(sent.code);
  const handle = watching.client.workflow.getHandle(handOffId({ case: sent.case, proceeding: 'p1', hop: 1 }));
  await eventually(() => handle.query(statusQuery));
  await test.platform.enforcing.lookForMachineReceipts();
  expect(await handle.query(statusQuery)).toMatchObject({ machineReceiptAt: null });
  await test.platform.room.idle(sent.ledgerSequence);
  expect(await xianjie('inbox', '--as', '653023/audit/o-1')).toMatchObject({ code: 0 });
  await eventually(async () => {
    await test.platform.enforcing.lookForMachineReceipts();
    return (await handle.query(statusQuery)).machineReceiptAt !== null;
  });
});

it('ends when the receiver returns what it was sent, and a new one runs for whoever is sent it next', async () => {
  const health = await test.department('653023/health');
  const sent = await insurance.send('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fraud' } },
    party: { title: '线索', summary: '内容' },
  });
  if (!sent.ok) throw new Error(sent.code);
  const hop = (n: number) =>
    watching.client.workflow.getHandle(handOffId({ case: sent.case, proceeding: 'p1', hop: n }));
  await eventually(() => hop(1).query(statusQuery));
  const returned = await police.send('o-1', 'return-clue', {
    case: sent.case,
    body: { reasonCode: 'not-competent' },
    party: { reason: '不属于本部门职责' },
  });
  expect(returned.ok).toBe(true);
  expect(await hop(1).result()).toEqual({ outcome: 'returned' });
  const rerouted = await insurance.send('o-1', 'reroute-clue', {
    case: sent.case,
    body: { to: [health.id] },
  });
  expect(rerouted.ok).toBe(true);
  expect(await eventually(() => hop(2).query(statusQuery))).toMatchObject({ open: true, to: health.id });
});
