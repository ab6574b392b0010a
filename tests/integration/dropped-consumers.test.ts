// A server drops the consumers of whoever it did not hear for a while, a paused machine say, and tells nobody: everything that follows
// the ledger finds out by itself and goes on.
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LEDGER_STREAM } from '../../schemas/subjects.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { eventually } from '../support/eventually.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

let test: TestBus;
let bureau: TestDepartment;
let police: TestDepartment;
beforeAll(async () => {
  test = await startTestBus();
  bureau = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
});
afterAll(() => test?.stop());

const clue = () =>
  bureau.send('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fraud' } },
    party: { summary: '虚假住院' },
  });

it('commands are taken, notices come and checkpoints follow, with nobody’s help', async () => {
  expect(await clue()).toMatchObject({ ok: true });
  await police.notices(1);

  const jsm = await jetstreamManager(test.bus.connections.operator);
  let dropped = 0;
  for await (const { name } of jsm.consumers.list(LEDGER_STREAM)) {
    await jsm.consumers.delete(LEDGER_STREAM, name);
    dropped += 1;
  }
  expect(dropped).toBeGreaterThan(3);

  const taken = await clue();
  expect(taken).toMatchObject({ ok: true });
  const [notice] = await police.notices(1);
  expect(notice?.subject).toBe(taken.ok ? taken.head.id : '');
  const last = await lastSequence(test.bus.connections.registrar);
  await eventually(async () => test.bus.checkpoints.size() >= last);
  expect(test.bus.closedBecause()).toBeNull();
});
