// Dockets of a rehearsal: no timers, time comes with `advance`; and the driver's step over all of them.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { NextMoment } from '../../activities/roll-call.ts';
import { plusMillis } from '../../schemas/instant.ts';
import { steppedDockets } from '../../services/bus/enforcement/stepped-dockets.ts';
import { docketId } from '../../services/bus/enforcement/workflow-ids.ts';
import { steppedClock } from '../../services/clock.ts';
import { entriesQuery } from '../../workflows/messages.ts';
import {
  insurance,
  momentOf,
  police,
  portsWith,
  recordingRegistrar,
  startUnderTest,
  type UnderTest,
} from '../support/enforcement-under-test.ts';

const clock = steppedClock('2015-01-01T00:00:00+08:00');
const registrar = recordingRegistrar();
/** The ledger of this test: next moments of running clocks. */
let next: NextMoment[] = [];
let under: UnderTest;

beforeAll(async () => {
  under = await startUnderTest({ ports: portsWith({ submitMoments: registrar.submitMoments }), clock });
});
afterAll(() => under?.stop());
beforeEach(() => {
  registrar.taken.length = 0;
  registrar.answerWith(() => 'take');
  next = [];
});

const docketOf = (day: string, moments: readonly NextMoment[]) => ({ department: police, day, moments });

it('records nothing before its instant and everything at it, and ends when it holds nothing', async () => {
  const at = '2016-02-29T00:00:00+08:00';
  const { door, client } = under.enforcement;
  await door.enterMoments([momentOf(1, at), momentOf(2, plusMillis(at, 1))]);
  const early = plusMillis(at, -1);
  clock.step(early);
  await expect(door.advance(docketOf('2016-02-29', []), early)).resolves.toEqual({ recorded: 0, held: 2 });
  clock.step(at);
  await expect(door.advance(docketOf('2016-02-29', []), at)).resolves.toEqual({ recorded: 1, held: 1 });
  const handle = client.workflow.getHandle(docketId(police, '2016-02-29'));
  expect((await handle.query(entriesQuery)).held).toHaveLength(1);
  clock.step(plusMillis(at, 1));
  await expect(door.advance(docketOf('2016-02-29', []), clock.now())).resolves.toEqual({
    recorded: 1,
    held: 0,
  });
  await expect(handle.result()).resolves.toEqual({ recorded: 2 });
});

it('starts again when a moment comes with the advance', async () => {
  clock.step('2016-03-01T12:00:00+08:00');
  const late = momentOf(3, '2016-02-29T00:00:00+08:00');
  const { door } = under.enforcement;
  await expect(door.advance(docketOf('2016-02-29', [late]), clock.now())).resolves.toEqual({
    recorded: 1,
    held: 0,
  });
});

it('steps through every docket that holds something due, until nothing new is recorded', async () => {
  const at = '2017-05-02T00:00:00+08:00';
  const ladder = ['due', 'escalate-2', 'escalate-3'];
  next = [momentOf(4, at), momentOf(5, at, { obliged: insurance }), momentOf(6, plusMillis(at, 86_400_000))];
  // As the ledger does: a reached moment makes the next one of its clock visible; here at the same instant.
  registrar.answerWith((command) => {
    next = next.flatMap((m) => {
      if (m.case !== command.case) return [m];
      const after = ladder[ladder.indexOf(m.moment) + 1];
      return after ? [{ ...m, moment: after }] : [];
    });
    return 'take';
  });
  const dockets = steppedDockets({
    door: under.enforcement.door,
    nextMoments: async function* (until) {
      yield next.filter((m) => m.at <= until);
    },
    settled: async () => {},
  });
  clock.step('2017-05-01T23:59:59+08:00');
  expect(await dockets.stepDockets({ now: clock.now() })).toEqual({ rounds: 0, dockets: 0, recorded: 0 });
  clock.step(at);
  expect(await dockets.stepDockets({ now: at })).toEqual({ rounds: 3, dockets: 6, recorded: 6 });
  expect(next.map((m) => m.case)).toEqual([momentOf(6, '').case]);
  expect(new Set(registrar.taken.map(({ commandId }) => commandId)).size).toBe(6);
});
