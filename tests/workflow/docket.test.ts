// A docket against a real server: waits for the nearest, never early, each moment once, ends and starts again.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateOf, instantFromMillis, millisOf, plusMillis } from '../../schemas/instant.ts';
import { docketId } from '../../services/bus/enforcement/workflow-ids.ts';
import type { docket } from '../../workflows/docket.ts';
import { advanceUpdate, entriesQuery } from '../../workflows/messages.ts';
import {
  insurance,
  momentOf,
  police,
  portsWith,
  recordingRegistrar,
  startUnderTest,
  type UnderTest,
} from '../support/enforcement-under-test.ts';

const registrar = recordingRegistrar();
const left: string[] = [];
let failures = 0;
let isThere = true;
let under: UnderTest;

const submitMoments: typeof registrar.submitMoments = async (commands) => {
  if (failures > 0) {
    failures -= 1;
    throw new Error('the ledger is away');
  }
  return registrar.submitMoments(commands);
};

const handleOf = (day: string, department = police) =>
  under.enforcement.client.workflow.getHandle<typeof docket>(docketId(department, day));

beforeAll(async () => {
  under = await startUnderTest({
    ports: portsWith({
      submitMoments,
      ledgerTakes: async () => isThere,
      leaveToSweep: (command, code) => left.push(`${command.case} ${code}`),
    }),
  });
});
afterAll(() => under?.stop());
beforeEach(() => {
  registrar.taken.length = 0;
  registrar.calls.length = 0;
  registrar.answerWith(() => 'take');
});

const taken = () => registrar.taken.map(({ case: caseId }) => caseId);

describe('a docket with moments to come', () => {
  it('submits the nearest when it has come, never early, and goes on holding the others', async () => {
    const soon = instantFromMillis(Date.now() + 1_500);
    const later = plusMillis(soon, 3_600_000 * 24 * 400);
    // Entered in this order the first timer is for the far one: the near one must wake it.
    await under.enforcement.door.enterMoments([momentOf(1, later, { obliged: insurance })]);
    const far = handleOf(dateOf(later), insurance);
    expect((await far.query(entriesQuery)).held).toHaveLength(1);

    const day = dateOf(later);
    await under.enforcement.client.workflow
      .getHandle(docketId(insurance, day))
      .signal('enter', { moments: [{ ...momentOf(2, soon), obliged: undefined }] });
    await vi.waitFor(() => expect(taken()).toEqual([momentOf(2, soon).case]), { timeout: 20_000 });
    expect(registrar.taken[0]?.takenAt).toBeGreaterThanOrEqual(millisOf(soon));
    // What was taken is let go when its activity has been heard of.
    const held = async () => (await far.query(entriesQuery)).held.map(({ at }) => at);
    await vi.waitFor(async () => expect(await held()).toEqual([later]), { timeout: 20_000 });
    await far.terminate();
  });

  it('asks again when the registrar’s clock says it is early, and records it once', async () => {
    let asked = 0;
    registrar.answerWith(() => (++asked === 1 ? registrar.refuse('MOMENT_TOO_EARLY') : 'take'));
    await under.enforcement.door.enterMoments([momentOf(3, '2024-03-01T00:00:00+08:00')]);
    await expect(handleOf('2024-03-01').result()).resolves.toEqual({ recorded: 1 });
    expect(taken()).toEqual([momentOf(3, '').case]);
  });
});

describe('a docket with a case that cannot be decided', () => {
  const at = '2024-03-02T00:00:00+08:00';
  const all = Array.from({ length: 299 }, (_, n) => momentOf(20_000 + n, at));
  const culprit = all[64]?.case;

  it('records all others, leaves it to the sweep by name, and ends', async () => {
    registrar.answerWith(({ case: caseId }) =>
      caseId === culprit ? registrar.refuse('OUTCOME_UNKNOWN') : 'take',
    );
    await under.enforcement.door.enterMoments(all);
    await expect(handleOf('2024-03-02').result()).resolves.toMatchObject({ recorded: 298 });
    expect(new Set(taken())).toEqual(new Set(all.map((m) => m.case).filter((id) => id !== culprit)));
    expect(left).toEqual([`${culprit} OUTCOME_UNKNOWN`]);
  });

  it('waits with all of them while the ledger takes nothing', async () => {
    isThere = false;
    let asked = 0;
    registrar.answerWith(() => {
      asked += 1;
      return asked > 4 ? 'take' : registrar.refuse('LEDGER_UNAVAILABLE');
    });
    const waiting = momentOf(21_000, '2024-03-03T00:00:00+08:00');
    await under.enforcement.door.enterMoments([waiting]);
    await expect(handleOf('2024-03-03').result()).resolves.toEqual({ recorded: 1 });
    expect(taken()).toEqual([waiting.case]);
    expect(left).toHaveLength(1);
    isThere = true;
  });
});

describe('a docket whose day has passed', () => {
  it('submits every moment, however many signals they came in, in calls of 500 at most', async () => {
    const at = '2024-03-04T00:00:00+08:00';
    const all = Array.from({ length: 1_200 }, (_, n) => momentOf(100 + n, at));
    await under.enforcement.door.enterMoments([...all, ...all.slice(0, 300)]);
    await vi.waitFor(() => expect(new Set(taken()).size).toBe(1_200), { timeout: 20_000 });
    await handleOf('2024-03-04').result();
    // Only what is entered after it was recorded is asked for again; the registrar would call it stale.
    expect(taken().length).toBeLessThanOrEqual(1_500);
    expect(Math.max(...registrar.calls)).toBeLessThanOrEqual(500);
  });

  it('puts moments of one case and instant into one command, under an id that does not change', async () => {
    const at = '2024-03-05T00:00:00+08:00';
    const both = [momentOf(4, at), momentOf(4, at, { clock: 'p1/agr-hand-off-receipt/1' })];
    await under.enforcement.door.enterMoments(both);
    await handleOf('2024-03-05').result();
    await under.enforcement.door.enterMoments(both);
    await handleOf('2024-03-05').result();
    const ids = registrar.taken.map(({ commandId }) => commandId);
    expect(registrar.taken.map(({ moments }) => moments.length)).toEqual([2, 2]);
    expect(ids[0]).toMatch(/^moment-[A-Za-z0-9_-]{43}$/);
    expect(new Set(ids).size).toBe(1);
  });

  it('ends when all is recorded, and starts again under the same id when a moment comes later', async () => {
    const at = '2024-03-06T00:00:00+08:00';
    await under.enforcement.door.enterMoments([momentOf(5, at)]);
    await expect(handleOf('2024-03-06').result()).resolves.toEqual({ recorded: 1 });
    const first = (await handleOf('2024-03-06').describe()).runId;
    await under.enforcement.door.enterMoments([momentOf(6, at)]);
    await expect(handleOf('2024-03-06').result()).resolves.toEqual({ recorded: 1 });
    expect((await handleOf('2024-03-06').describe()).runId).not.toBe(first);
    expect(taken()).toEqual([momentOf(5, at).case, momentOf(6, at).case]);
  });

  it('lets go of a moment that no longer applies', async () => {
    registrar.answerWith(() => registrar.refuse('MOMENT_STALE'));
    await under.enforcement.door.enterMoments([momentOf(7, '2024-03-07T00:00:00+08:00')]);
    await expect(handleOf('2024-03-07').result()).resolves.toEqual({ recorded: 0 });
  });

  it('tries on while the ledger is away', async () => {
    failures = 3;
    await under.enforcement.door.enterMoments([momentOf(8, '2024-03-08T00:00:00+08:00')]);
    await expect(handleOf('2024-03-08').result()).resolves.toEqual({ recorded: 1 });
    expect(taken()).toEqual([momentOf(8, '').case]);
  });
});

describe('a docket that keeps time itself', () => {
  it('refuses to be advanced, and can be found by department and day', async () => {
    const later = instantFromMillis(Date.now() + 3_600_000 * 24 * 300);
    await under.enforcement.door.enterMoments([momentOf(9, later)]);
    const handle = handleOf(dateOf(later));
    await expect(handle.executeUpdate(advanceUpdate, { args: [{ now: later }] })).rejects.toThrow();
    const query = `XianjieDepartment = '${police}' and XianjieDay = '${dateOf(later)}'`;
    await vi.waitFor(
      async () => {
        expect((await under.enforcement.client.workflow.count(query)).count).toBe(1);
      },
      { timeout: 30_000 },
    );
    await handle.terminate();
  });
});
