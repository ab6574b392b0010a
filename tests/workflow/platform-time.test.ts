// Time through the whole platform, stepped: a clue nobody answers is reminded of, overdue and escalated, each at its instant.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { CaseEvent } from '../../schemas/event.ts';
import type { Instant } from '../../schemas/instant.ts';
import { caseSubject } from '../../schemas/subjects.ts';
import { temporalClient } from '../../services/bus/enforcement/client.ts';
import { handOffId } from '../../services/bus/enforcement/workflow-ids.ts';
import { readSubject } from '../../services/bus/ledger/read.ts';
import { steppedClock } from '../../services/clock.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { entryOf, parseRecord } from '../../services/proof/record.ts';
import { statusQuery } from '../../workflows/messages.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

// The Tuesday after the National Day week of 2024.
const clock = steppedClock('2024-10-08T09:30:00+08:00');
let test: TestPlatform;
let insurance: TestDepartment;
let police: TestDepartment;

beforeAll(async () => {
  test = await startTestPlatform({ clock });
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  await test.platform.enforcing.ready;
});
afterAll(() => test?.stop());

type Moment = Extract<CaseEvent, { kind: 'moment' }>;

const momentsOf = async (caseId: string): Promise<(Moment & { recordedAt: Instant })[]> => {
  const messages = await readSubject(test.platform.bus.connections.relay, caseSubject(caseId));
  return messages
    .map(({ data }) => entryOf(parseRecord(data)))
    .flatMap(({ events, recordedAt }) =>
      events.flatMap((event) => (event.kind === 'moment' ? [{ ...event, recordedAt }] : [])),
    );
};

/** Steps to each next instant at which time does something, up to `end`. */
const stepTo = async (end: Instant): Promise<void> => {
  const { enforcing } = test.platform;
  await enforcing.step(clock.now());
  for (let next = enforcing.nearest(); next !== null && next <= end; next = enforcing.nearest()) {
    clock.step(next);
    await enforcing.step(next);
  }
  clock.step(end);
  await enforcing.step(end);
};

const sendClue = async (): Promise<string> => {
  const answer = await insurance.send('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud', noticeType: 'verify-and-reply' } },
    party: { title: '住院虚假结算线索', summary: '内容' },
  });
  if (!answer.ok) throw new Error(answer.code);
  return answer.case;
};

it('does at its very instant, once and in order, what a clock is to make happen', async () => {
  const caseId = await sendClue();
  await stepTo('2024-11-30T00:00:00+08:00');
  const happened = await momentsOf(caseId);
  expect(happened.every(({ plannedAt, recordedAt, late }) => plannedAt === recordedAt && !late)).toBe(true);
  expect(new Set(happened.map(({ clock: key, moment }) => `${key} ${moment}`)).size).toBe(happened.length);
  const acknowledge = happened.filter(({ clock: key }) => key === 'p1/agr-clue-acknowledge/1');
  // Two working days from Tuesday 8 October end with Thursday the 10th; the ladder of agreed limits follows.
  expect(acknowledge.map(({ moment }) => moment).slice(0, 3)).toEqual(['remind-1', 'remind-2', 'due']);
  expect(acknowledge[2]?.plannedAt).toBe('2024-10-11T00:00:00+08:00');

  const temporal = temporalClient({ address: test.platform.temporal.address, namespace: temporalNamespace });
  const handOff = temporal.client.workflow.getHandle(handOffId({ case: caseId, proceeding: 'p1', hop: 1 }));
  await vi.waitFor(
    async () => {
      const { open, chases } = await handOff.query(statusQuery);
      expect(open).toBe(true);
      expect(chases.map(({ moment }) => moment)).toEqual(acknowledge.map(({ moment }) => moment));
    },
    { timeout: 20_000 },
  );
  await temporal.close();
});
