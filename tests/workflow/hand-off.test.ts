// A hand-off against a real server: asks the ledger first, waits for the receipt, says who was chased.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { HandOffInLedger } from '../../activities/hand-off-status.ts';
import { handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import type { handOff } from '../../workflows/hand-off.ts';
import { type HandOffInput, statusQuery } from '../../workflows/messages.ts';
import {
  caseNumber,
  insurance,
  police,
  portsWith,
  startUnderTest,
  type UnderTest,
} from '../support/enforcement-under-test.ts';

let inLedger: HandOffInLedger = { open: true };
const pushed: string[] = [];
let under: UnderTest;

beforeAll(async () => {
  under = await startUnderTest({
    ports: portsWith({
      handOffInLedger: async () => inLedger,
      pushToReceiver: async ({ to, moment }) => {
        pushed.push(`${to} ${moment}`);
        return ['mail'];
      },
    }),
  });
});
afterAll(() => under?.stop());
beforeEach(() => {
  inLedger = { open: true };
  pushed.length = 0;
});

const since = '2024-10-08T09:30:00+08:00';
const handOver = (n: number): HandOffInput => ({
  case: caseNumber(n),
  proceeding: 'p1',
  hop: 1,
  from: insurance,
  to: police,
  since,
});
const handleOf = (input: HandOffInput) =>
  under.enforcement.client.workflow.getHandle<typeof handOff>(handOffId(input));

it('ends at once when the ledger says that it is closed already', async () => {
  inLedger = { open: false, outcome: 'returned' };
  await under.enforcement.door.startHandOff(handOver(1));
  await expect(handleOf(handOver(1)).result()).resolves.toEqual({ outcome: 'returned' });
});

it('stays open until the receiver signs, and tells what has happened so far', async () => {
  const input = handOver(2);
  const { door } = under.enforcement;
  await door.startHandOff(input);
  await door.startHandOff(input);
  const open = { open: true, to: police, since, machineReceiptAt: null, chases: [], outcome: null };
  await expect(handleOf(input).query(statusQuery)).resolves.toEqual(open);

  await door.noteMachineReceipt(input, '2024-10-08T09:30:01+08:00');
  const chase = {
    clock: 'p1/agr-hand-off-receipt/1',
    moment: 'remind-1',
    at: '2024-10-09T09:30:00+08:00',
  };
  // The relay may tell it twice.
  await door.noteChase(input, chase);
  await door.noteChase(input, chase);
  await vi.waitFor(
    async () =>
      expect(await handleOf(input).query(statusQuery)).toEqual({
        ...open,
        machineReceiptAt: '2024-10-08T09:30:01+08:00',
        chases: [{ ...chase, channels: ['mail'] }],
      }),
    { timeout: 30_000 },
  );
  expect(pushed).toEqual([`${police} remind-1`]);

  await expect(door.closeHandOff(input, 'received')).resolves.toBe(true);
  await expect(handleOf(input).result()).resolves.toEqual({ outcome: 'received' });
});

it('takes no harm from signals that come too late, or for a hand-over never started', async () => {
  const input = handOver(3);
  const { door } = under.enforcement;
  await expect(door.closeHandOff(input, 'received')).resolves.toBe(false);
  inLedger = { open: false, outcome: 'received' };
  await door.startHandOff(input);
  await handleOf(input).result();
  await expect(door.closeHandOff(input, 'received')).resolves.toBe(false);
  await expect(door.noteMachineReceipt(input, since)).resolves.toBe(false);
  await door.startHandOff(input);
  await expect(handleOf(input).result()).resolves.toEqual({ outcome: 'received' });
});

it('can be found by case, proceeding and receiver', async () => {
  const input = handOver(4);
  await under.enforcement.door.startHandOff(input);
  const query = `XianjieCase = '${input.case}' and XianjieProceeding = 'p1' and XianjieReceiver = '${police}'`;
  await vi.waitFor(
    async () => {
      expect((await under.enforcement.client.workflow.count(query)).count).toBe(1);
    },
    { timeout: 30_000 },
  );
  await handleOf(input).terminate();
});
