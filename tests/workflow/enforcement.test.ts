// The enforcement service as a whole: the roll-call at its start, and Temporal killed under it.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { NextMoment } from '../../activities/roll-call.ts';
import { instantFromMillis, plusMillis } from '../../schemas/instant.ts';
import { rebuild } from '../../services/bus/enforcement/rebuild.ts';
import {
  insurance,
  momentOf,
  police,
  portsWith,
  recordingRegistrar,
  startUnderTest,
  type UnderTest,
} from '../support/enforcement-under-test.ts';
import { casesFolded } from '../support/folded-cases.ts';

const registrar = recordingRegistrar();
const overdue = Array.from({ length: 700 }, (_, n) => momentOf(n, '2024-01-02T00:00:00+08:00'));
const pages: NextMoment[][] = [
  overdue.slice(0, 400),
  [...overdue.slice(400), momentOf(1_000, '2024-01-03T00:00:00+08:00', { obliged: insurance })],
];
const askedUntil: string[] = [];
let under: UnderTest;

beforeAll(async () => {
  under = await startUnderTest({
    ports: portsWith({
      submitMoments: registrar.submitMoments,
      nextMoments: async function* (until) {
        askedUntil.push(until);
        yield* pages;
      },
    }),
  });
});
afterAll(() => under?.stop());

const taken = () => new Set(registrar.taken.map(({ case: caseId }) => caseId));

it('calls the roll when it starts: every moment missed is reached, in the docket of its own day', async () => {
  await vi.waitFor(() => expect(taken().size).toBe(701), { timeout: 30_000 });
  expect(askedUntil[0] && askedUntil[0] > plusMillis(instantFromMillis(Date.now()), 47 * 3_600_000)).toBe(
    true,
  );
  const { client } = under.enforcement;
  await expect(client.workflow.getHandle(`docket/${police}/2024-01-02`).result()).resolves.toBeDefined();
  await expect(client.workflow.getHandle(`docket/${insurance}/2024-01-03`).result()).resolves.toBeDefined();
  const { spec } = await client.schedule.getHandle('roll-call').describe();
  expect(spec.timezone).toBe('Asia/Shanghai');
});

it('reaches a moment that came while Temporal was dead', async () => {
  const soon = instantFromMillis(Date.now() + 300);
  const late = momentOf(2_000, soon);
  await under.enforcement.door.enterMoments([late]);
  await under.restartTemporal();
  await vi.waitFor(() => expect(taken()).toContain(late.case), { timeout: 90_000, interval: 250 });
});

it('arms every running clock and open hand-off again, twice without a difference', async () => {
  const now = '2024-10-08T12:00:00+08:00';
  const cases = casesFolded();
  const { door } = under.enforcement;
  const first = await rebuild({ cases, door, now });
  expect(first.cases).toBe(cases.length);
  expect(first.handOffs).toBeGreaterThan(0);
  expect(first.clocks).toBeGreaterThan(first.moments);
  await expect(rebuild({ cases, door, now })).resolves.toEqual(first);
});
