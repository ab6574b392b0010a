// nats-server goes away in the middle: whoever asks is told to send the same command again, nothing is half done, and
// afterwards each command has led to exactly one entry.
import { connect, nkeyAuthenticator } from 'nats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import { ERRORS, InfrastructureError } from '../../schemas/errors.ts';
import { KEYS_STREAM } from '../../schemas/subjects.ts';
import { lastSequence, readLedger } from '../../services/bus/ledger/read.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { type NatsServer, startNats } from '../../services/host/stack/nats-server.ts';
import { eventually } from '../support/eventually.ts';
import { inLanes } from '../support/hand-off-load.ts';
import { doubledIn, ledgerReading, missingIn, verifiedExport } from '../support/ledger-audit.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const IN_FLIGHT = 200;
const WHILE_AWAY = 60;
/** What a sender may be told while the bus is away; both mean: the same command again. */
const RETRYABLE = ['LEDGER_UNAVAILABLE', 'OUTCOME_UNKNOWN'] as const;

let test: TestPlatform;
let nats: NatsServer | undefined;
let insurance: TestDepartment;
let police: TestDepartment;
let token: string;

beforeAll(async () => {
  test = await startTestPlatform();
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  const issued = await test.platform.operator.issueToken(insurance.id, 'o-1');
  token = issued.token;
});
afterAll(async () => {
  await test?.stop();
  await nats?.stop();
});

const clue = (n: number): SignedCommand =>
  insurance.signed('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud' } },
    party: { title: `线索 ${n}` },
  });

/** A receipt, or the code of an error that says: send it again. Anything else fails the test. */
const submit = async (signed: SignedCommand): Promise<Receipt | string> => {
  try {
    const answer = await test.platform.bus.registrar.submit(signed, { department: insurance.id });
    if (!answer.ok) throw new Error(answer.code);
    return answer;
  } catch (error) {
    if (error instanceof InfrastructureError && ERRORS[error.code].retryable) return error.code;
    throw error;
  }
};

const post = async (
  signed: SignedCommand,
): Promise<{ status: number; answer: { code?: string; retryable?: boolean } }> => {
  const response = await fetch(`${test.platform.httpUrl}/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(signed),
  });
  return {
    status: response.status,
    answer: (await response.json()) as { code?: string; retryable?: boolean },
  };
};

const startNatsAgain = async (): Promise<void> => {
  const { dataDir, keysDir } = test.options;
  const port = Number(new URL(test.platform.natsUrl).port);
  const binary = (await findServer('nats-server')).path;
  nats = await startNats({ binary, dataDir, keysDir, port, onProgress: () => undefined });
  const { bus } = test.platform;
  bus.useServer(nats);
  await eventually(async () => {
    await bus.applyDepartments();
    return true;
  });
};

const tally = (answers: readonly (Receipt | string)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const name = typeof answer === 'string' ? answer : 'receipt';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

it('tells senders to send again while nats-server is away, and has one entry for each command afterwards', async () => {
  const inFlight = Array.from({ length: IN_FLIGHT }, (_, n) => clue(n));
  const first = new Map<SignedCommand, Receipt | string>();
  let taken = 0;
  let tellHalf = (): void => undefined;
  const half = new Promise<void>((resolve) => {
    tellHalf = resolve;
  });
  const sending = inLanes(inFlight, 32, async (signed) => {
    first.set(signed, await submit(signed));
    taken += 1;
    if (taken === IN_FLIGHT / 4) tellHalf();
  });
  await half;
  const { pid, exited } = test.platform.nats.current();
  void test.platform.nats.stop();
  process.kill(pid, 'SIGKILL');
  await exited;
  await sending;

  const away = Array.from({ length: WHILE_AWAY }, (_, n) => clue(IN_FLIGHT + n));
  await inLanes(away, 32, async (signed) => {
    first.set(signed, await submit(signed));
  });
  const overHttp = await Promise.all(away.slice(0, 5).map(post));
  for (const { status, answer } of overHttp) {
    expect([503, 504]).toContain(status);
    expect(RETRYABLE).toContain(answer.code);
    expect(answer.retryable).toBe(true);
  }
  const outcomes = tally([...first.values()]);
  expect(Object.keys(outcomes).toSorted()).toEqual(
    ['receipt', ...RETRYABLE].filter((name) => outcomes[name]).toSorted(),
  );
  expect(away.map((signed) => typeof first.get(signed))).toEqual(away.map(() => 'string'));

  await startNatsAgain();
  const all = [...inFlight, ...away];
  const last = new Map<SignedCommand, Receipt>();
  await inLanes(all, 32, async (signed) => {
    const receipt = await eventually(async () => {
      const answer = await submit(signed);
      return typeof answer === 'string' ? null : answer;
    });
    last.set(signed, receipt);
  });
  for (const [signed, before] of first) {
    // Who had a receipt has the same one again.
    if (typeof before !== 'string') expect(last.get(signed)).toEqual({ ...before, repeated: true });
  }

  const { bus, room, enforcing, keys } = test.platform;
  const written = await ledgerReading(bus.connections.relay)();
  const caseEntries = written.filter(({ entry }) => entry.kind === 'case');
  expect(caseEntries).toHaveLength(all.length);
  expect(doubledIn(written)).toEqual([]);
  expect(missingIn(written, [...last.values()])).toEqual([]);
  const keysMade: string[] = [];
  for await (const { subject } of readLedger(bus.connections.registrar, { stream: KEYS_STREAM }))
    keysMade.push(subject);
  expect(new Set(keysMade).size).toBe(keysMade.length);
  expect(keysMade).toHaveLength(all.length);
  expect(await verifiedExport(bus.connections.relay, keys)).toMatchObject({
    ok: true,
    entries: written.length,
  });

  // Everything that hangs on the bus is back by itself.
  const head = await lastSequence(bus.connections.relay);
  await eventually(async () => (await bus.inboxes.pending()) === 0);
  await eventually(async () => (await enforcing.pending()) === 0);
  expect(await room.idle(head)).toMatchObject({ sequence: head });
  expect(bus.closedBecause()).toBeNull();
  console.log(
    `nats-server away: ${all.length} commands, first time ${JSON.stringify(outcomes)}; sent again: entries ${caseEntries.length}, ` +
      `missing 0, doubled 0, case keys ${keysMade.length}, export verifies`,
  );
});

it('lets a plain client of a department reconnect and go on by itself', async () => {
  const { credentials } = insurance;
  const plain = await connect({
    servers: credentials.url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(credentials.connectSeed)),
    inboxPrefix: `_INBOX_653023_medical-insurance_${credentials.inboxSecret}`,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 20,
  });
  for (let round = 0; round < 3; round += 1) {
    await nats?.kill9();
    await startNatsAgain();
    const answer = await eventually(async () => {
      if (plain.isClosed()) return 'cut off for good';
      const message = await plain.request('command.653023.medical-insurance', JSON.stringify(clue(round)), {
        timeout: 2_000,
      });
      const given = message.json<Answer>();
      return given.ok ? 'receipt' : null;
    });
    expect(answer).toBe('receipt');
  }
  await plain.close();
  console.log('nats-server killed 3 times: a plain client was answered after each, cut off 0');
});
