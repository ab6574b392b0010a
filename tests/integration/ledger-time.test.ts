// Recorded time never falls by more than five seconds over the ledger, whatever a registrar's clock does.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Receipt } from '../../schemas/entry.ts';
import { millisOf, plusMillis } from '../../schemas/instant.ts';
import { type Clock, realClock } from '../../services/clock.ts';
import { digestOf } from '../../services/proof/canonical.ts';
import { verifySignature } from '../../services/proof/signature.ts';
import { ledgerReading, verifiedExport } from '../support/ledger-audit.ts';
import { openRegistrar } from '../support/registrar-process.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

/** Less than the clock may be off before nothing is recorded by it. */
const OFF = 9 * 60_000;
let offset = 0;
const wall = realClock();
/** A clock that somebody sets. */
const clock: Clock = { ...wall, now: () => plusMillis(wall.now(), offset) };

let test: TestBus;
let insurance: TestDepartment;
let police: TestDepartment;
beforeAll(async () => {
  test = await startTestBus({ clock });
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
});
afterAll(() => test?.stop());

const clue = () =>
  insurance.signed('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud' } },
    party: { title: '线索', summary: '内容' },
  });
const taken = async (): Promise<Receipt> => {
  const answer = await test.bus.registrar.submit(clue(), { department: insurance.id });
  if (!answer.ok) throw new Error(answer.code);
  return answer;
};
const fallFrom = (before: Receipt, after: Receipt): number =>
  millisOf(before.recordedAt) - millisOf(after.recordedAt);

it('a receipt is checked with its head and the ledger’s key alone', async () => {
  const { head, hash, signature, recordedAt, sequence } = await taken();
  const key = test.keys.services.ledger;
  expect(hash).toBe(digestOf(head));
  expect(verifySignature(key.publicKey, 'xianjie.entry.v2', head, signature)).toBe(true);
  expect(head).toMatchObject({ recordedAt, sequence, lawAt: test.bus.laws.current().at });
});

it('a clock set back under a running registrar dates entries five seconds back at most', async () => {
  offset = OFF;
  const before = await taken();
  offset = 0;
  const [first, second] = [await taken(), await taken()];
  expect(fallFrom(before, first)).toBe(5_000);
  expect(fallFrom(before, second)).toBe(5_000);
  const change = await test.operator.enter('653023', [
    { change: 'officer-appointed', department: police.id, officer: 'o-9', ranks: ['officer'] },
  ]);
  expect(change.ok && fallFrom(before, change)).toBe(5_000);
  offset = OFF;
  expect(fallFrom(before, await taken())).toBeLessThanOrEqual(0);
});

it('one that is behind at start does not go back behind the last entry', async () => {
  const before = await taken();
  offset = 0;
  await test.restart();
  expect(fallFrom(before, await taken())).toBe(0);
});

it('another registrar that is behind keeps up with what it finds', async () => {
  offset = OFF;
  const behind = await openRegistrar(test.nats.url, join(test.folder, 'keys'), wall);
  try {
    const before = await taken();
    const fact = insurance.signed('o-1', 'record-fact', {
      case: before.case,
      occurredAt: wall.now(),
      body: { fact: 'interview-held' },
    });
    const answer = await behind.submit(fact, insurance.id);
    expect(answer.ok && fallFrom(before, answer)).toBe(0);
    // What its clock says has not happened yet it refuses, rather than date it wrong.
    const ahead = insurance.signed('o-1', 'send-clue', {
      occurredAt: plusMillis(wall.now(), OFF + 6_000),
      body: { to: [police.id], fields: { topic: 'fund-fraud' } },
      party: { title: '线索', summary: '内容' },
    });
    expect(await behind.submit(ahead, insurance.id)).toMatchObject({ code: 'OCCURRED_IN_FUTURE' });
  } finally {
    await behind.stop();
  }
});

it('and the ledger verifies', async () => {
  const { relay } = test.bus.connections;
  expect(await verifiedExport(relay, test.keys)).toMatchObject({ ok: true, bareHeads: 0, notRerun: {} });
  const times = (await ledgerReading(relay)()).map(({ entry }) => millisOf(entry.recordedAt));
  let latest = 0;
  for (const time of times) {
    expect(latest - time).toBeLessThanOrEqual(5_000);
    latest = Math.max(latest, time);
  }
});
