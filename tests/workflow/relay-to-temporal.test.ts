// The relay from a real ledger stream: what is told to Temporal, that nothing is skipped while Temporal is away, and that a
// restart goes on where it stopped. Temporal's door is a double that writes down what it was told.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { NextMoment } from '../../activities/roll-call.ts';
import type { Entry } from '../../schemas/entry.ts';
import { caseSubject } from '../../schemas/subjects.ts';
import { append } from '../../services/bus/ledger/append.ts';
import type { Following } from '../../services/bus/ledger/following.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { caseReader } from '../../services/bus/registrar/case-reader.ts';
import { ensureCursors } from '../../services/bus/relay/cursor.ts';
import { startTemporalRelay } from '../../services/bus/relay/to-temporal.ts';
import { steppedClock } from '../../services/clock.ts';
import { createLog } from '../../services/log.ts';
import { canonical } from '../../services/proof/canonical.ts';
import type { CaseDriver } from '../support/case-driver.ts';
import { caseNumber } from '../support/enforcement-under-test.ts';
import { acknowledge, clueSent } from '../support/folded-cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { recordOf } from '../support/unsigned-record.ts';

let stack: TestStack;
let registrar: NatsConnection;
let relayConnection: NatsConnection;
let relay: Following | undefined;
const clock = steppedClock('2024-10-08T12:00:00+08:00');
const last = new Map<string, number>();

const record = async (entry: Entry): Promise<void> => {
  const subject = caseSubject(entry.id);
  const bytes = Buffer.from(canonical(recordOf(entry)));
  const stored = await append(jetstream(registrar), subject, bytes, last.get(subject) ?? 0);
  if (!stored.ok) throw new Error('conflict');
  last.set(subject, stored.ledgerSequence);
};
const recordAll = async (driver: CaseDriver, from = 0): Promise<void> => {
  for (const entry of driver.entries.slice(from)) await record(entry);
};

/** What Temporal was told, and whether it is there. */
const temporal = () => {
  const told = {
    moments: [] as NextMoment[],
    started: [] as string[],
    closed: [] as string[],
    chased: [] as string[],
  };
  let away = false;
  let refused = 0;
  const orThrow = () => {
    if (!away) return;
    refused += 1;
    throw new Error('unavailable');
  };
  return {
    told,
    refused: () => refused,
    away: (now: boolean) => {
      away = now;
    },
    door: {
      works: async () => {
        if (away) throw new Error('unavailable');
      },
      enterMoments: async (moments: readonly NextMoment[]) => {
        orThrow();
        told.moments.push(...moments);
      },
      startHandOff: async (input: { readonly case: string }) => {
        orThrow();
        told.started.push(input.case);
      },
      closeHandOff: async (key: { readonly case: string }, outcome: string) => {
        orThrow();
        told.closed.push(`${key.case} ${outcome}`);
        return true;
      },
      noteChase: async (key: { readonly case: string }, chase: { readonly moment: string }) => {
        told.chased.push(`${key.case} ${chase.moment}`);
        return true;
      },
    },
  };
};

const start = async (door: ReturnType<typeof temporal>['door']): Promise<void> => {
  relay = await startTemporalRelay({
    nc: relayConnection,
    cases: caseReader(relayConnection),
    door,
    works: door.works,
    clock,
    log: createLog({ level: 'silent', pretty: false }),
  });
};
const allTold = () => vi.waitFor(async () => expect(await relay?.pending()).toBe(0), { timeout: 20_000 });

beforeAll(async () => {
  stack = await startTestStack();
  const operator = await jetstreamManager(await stack.connectService('operator'));
  await ensureStreams(operator);
  await ensureCursors(operator);
  registrar = await stack.connectService('registrar');
  relayConnection = await stack.connectService('relay');
});
afterEach(async () => {
  await relay?.stop();
  relay = undefined;
});
afterAll(() => stack?.stop());

it('starts the hand-off and arms what falls within 48 hours, in the docket of whom it obliges', async () => {
  const { door, told } = temporal();
  await start(door);
  const driver = clueSent(1, '2024-10-08T09:30:00+08:00');
  await recordAll(driver);
  await allTold();
  expect(told.started).toEqual([caseNumber(1)]);
  expect(told.moments.length).toBeGreaterThan(0);
  for (const moment of told.moments) {
    expect(moment.obliged).toBe(driver.state.clocks[moment.clock]?.obliged);
    expect(moment.at <= '2024-10-10T12:00:00+08:00').toBe(true);
  }
});

it('does not start what is over when it comes to it, and never loses what came while Temporal was away', async () => {
  const { door, told, away, refused } = temporal();
  away(true);
  await start(door);
  const over = clueSent(2, '2024-10-08T09:30:00+08:00');
  acknowledge(over, '2024-10-08T10:00:00+08:00');
  const open = clueSent(3, '2024-10-08T09:30:00+08:00');
  await recordAll(over);
  await recordAll(open);
  await vi.waitFor(() => expect(refused()).toBeGreaterThan(0), { timeout: 30_000 });
  expect(await relay?.pending()).toBe(3);
  away(false);
  await allTold();
  expect(told.started).toEqual([caseNumber(3)]);
  expect(told.closed).toEqual([`${caseNumber(2)} received`]);
  const armed = told.moments.filter((m) => m.case === caseNumber(2));
  expect(armed.every((m) => over.state.clocks[m.clock]?.status === 'running')).toBe(true);
});

it('goes on after a restart with what was recorded meanwhile, and chases the receiver of an open hand-over', async () => {
  const before = temporal();
  before.away(true);
  await start(before.door);
  const driver = clueSent(5, '2024-10-08T09:30:00+08:00');
  await recordAll(driver);
  await vi.waitFor(() => expect(before.refused()).toBeGreaterThan(0), { timeout: 30_000 });
  await relay?.stop();

  const [receiptClock] = Object.values(driver.state.clocks).filter((c) => c.limit === 'agr-clue-acknowledge');
  const remind = receiptClock?.times.moments[0];
  if (!receiptClock || !remind) throw new Error('the clue is not reminded of');
  driver.must({
    as: 'docket',
    at: remind.at,
    command: 'reach-moment',
    body: { moments: [{ clock: receiptClock.clock, moment: remind.moment }] },
  });
  await recordAll(driver, 1);
  const { door, told } = temporal();
  await start(door);
  await allTold();
  expect(told.started).toEqual([caseNumber(5)]);
  expect(told.chased).toEqual([`${caseNumber(5)} ${remind.moment}`]);
});
