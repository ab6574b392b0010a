// The sweep beside Temporal: what is due and not recorded is recorded and said aloud, whatever became of workflows and schedule.
import { afterEach, describe, expect, it } from 'vitest';
import type { MomentsOfCase } from '../../../activities/moments-by-case.ts';
import type { NextMoment } from '../../../activities/roll-call.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import { plusMillis } from '../../../schemas/instant.ts';
import { type Sweep, startSweep } from '../../../services/bus/enforcement/sweep.ts';
import { steppedClock } from '../../../services/clock.ts';
import { eventually } from '../../support/eventually.ts';
import { logLines } from '../../support/log-lines.ts';

const NOW = '2024-10-08T12:00:00+08:00';
const GRACE = 20_000;
/** Never by itself: the test says when it looks. */
const EVERY = 86_400_000;
const moment = (letter: string, at: string, name = 'due'): NextMoment => ({
  case: `653023-${letter.repeat(16)}`,
  clock: 'p1/fwd-filing-review/1',
  moment: name,
  at,
  obliged: '653023/public-security',
});

let running: Sweep | undefined;
afterEach(() => running?.stop());

/** A ledger that records what it is asked to, save of some cases, and a Temporal that is there or not. */
const world = (due: NextMoment[]) => {
  const { log, lines } = logLines();
  const clock = steppedClock(NOW);
  const state = {
    scheduled: true,
    asked: 0,
    called: 0,
    isAway: false,
    isBlind: false,
    answering: Promise.resolve(),
  };
  const recorded: string[] = [];
  const refusing = new Map<string, string>();
  let left = due;
  const sweep = startSweep({
    clock,
    pace: { every: EVERY, grace: GRACE },
    nextMoments: async function* () {
      if (state.isBlind) throw new Error('tables lag');
      yield left;
    },
    submitMoments: async (commands: readonly MomentsOfCase[]): Promise<readonly Answer[]> =>
      commands.map((command) => {
        const code = refusing.get(command.case);
        if (code) return refusal(code);
        recorded.push(...command.moments.map((m) => `${command.case.at(-1)} ${m.moment}`));
        left = left.filter((m) => m.case !== command.case || m.at !== command.at);
        return { ok: true } as Answer;
      }),
    ensureRollCall: async () => {
      state.asked += 1;
      await state.answering;
      if (state.isAway) throw new Error('temporal is away');
      const wasGone = !state.scheduled;
      state.scheduled = true;
      return wasGone;
    },
    callRoll: async () => {
      state.called += 1;
    },
    log,
  });
  running = sweep;
  const alarms = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    sweep,
    clock,
    state,
    recorded,
    refusing,
    add: (more: NextMoment) => {
      left = [...left, more];
    },
    alarms: () => alarms().filter(({ level }) => level === 50),
  };
};

describe('the sweep', () => {
  it('says nothing and asks nothing while every due moment is recorded', async () => {
    const { sweep, recorded, state, alarms } = world([
      moment('a', plusMillis(NOW, 60_000)),
      moment('b', plusMillis(NOW, -GRACE + 1)),
    ]);
    await sweep.look();
    expect([recorded, state.called, alarms(), sweep.isAllRecorded()]).toEqual([[], 0, [], true]);
  });

  it('records what is due and was not, with an alarm; it is red until a look finds nothing missing', async () => {
    const { sweep, recorded, state, alarms } = world([
      moment('a', plusMillis(NOW, -GRACE)),
      moment('b', plusMillis(NOW, -86_400_000)),
      moment('c', plusMillis(NOW, 1)),
    ]);
    await sweep.look();
    expect(recorded.toSorted()).toEqual(['a due', 'b due']);
    expect(alarms()).toMatchObject([{ code: 'MOMENTS_MISSED', moments: 2 }]);
    expect([sweep.isAllRecorded(), state.called]).toEqual([false, 1]);
    await sweep.look();
    expect([sweep.isAllRecorded(), state.called]).toEqual([true, 1]);
  });

  it('goes on to the next rung in the same look', async () => {
    const { sweep, recorded } = world(
      ['due', 'escalate-2', 'escalate-3'].map((name, n) => moment('a', plusMillis(NOW, -90_000 + n), name)),
    );
    await sweep.look();
    expect(recorded).toEqual(['a due', 'a escalate-2', 'a escalate-3']);
  });

  it('names once a case that cannot be recorded, stays red, and records the others', async () => {
    const { sweep, recorded, refusing, alarms } = world([
      moment('a', plusMillis(NOW, -60_000)),
      moment('b', plusMillis(NOW, -60_000)),
    ]);
    refusing.set(moment('a', NOW).case, 'OUTCOME_UNKNOWN');
    await sweep.look();
    await sweep.look();
    expect(recorded).toEqual(['b due']);
    const named = alarms().filter((line) => line['case'] === moment('a', NOW).case);
    expect(named).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }]);
    expect(sweep.isAllRecorded()).toBe(false);
    refusing.clear();
    await sweep.look();
    await sweep.look();
    expect([recorded, sweep.isAllRecorded()]).toEqual([['b due', 'a due'], true]);
  });

  it('takes what a docket recorded meanwhile for no miss', async () => {
    const { sweep, refusing, alarms } = world([moment('a', plusMillis(NOW, -60_000))]);
    refusing.set(moment('a', NOW).case, 'MOMENT_STALE');
    await sweep.look();
    expect([alarms(), sweep.isAllRecorded()]).toEqual([[], true]);
  });

  it('once stopped, asks nothing more of a Temporal that does not answer, however many looks wait for it', async () => {
    const { sweep, state } = world([]);
    let answer = (): void => {};
    state.answering = new Promise((resolve) => {
      answer = resolve;
    });
    const looks = [sweep.look(), sweep.look(), sweep.look()];
    await eventually(async () => state.asked > 0);
    const stopped = sweep.stop();
    answer();
    await Promise.all([...looks, stopped]);
    expect(state.asked).toBe(1);
  });

  it('makes the schedule again and calls the roll, also where no moment is missing', async () => {
    const { sweep, state, alarms } = world([]);
    state.scheduled = false;
    await sweep.look();
    expect(state).toMatchObject({ scheduled: true, called: 1 });
    expect(alarms()).toMatchObject([{ code: 'ROLL_CALL_GONE' }]);
  });

  it('records while Temporal is away', async () => {
    const { sweep, recorded, state } = world([moment('a', plusMillis(NOW, -60_000))]);
    state.isAway = true;
    await sweep.look();
    expect(recorded).toEqual(['a due']);
  });

  it('is red once it has not been able to look for three looks', async () => {
    const { sweep, clock, state } = world([]);
    state.isBlind = true;
    await sweep.look();
    expect(sweep.isAllRecorded()).toBe(true);
    clock.step(plusMillis(NOW, 3 * (EVERY + GRACE) + 1));
    await sweep.look();
    expect(sweep.isAllRecorded()).toBe(false);
    state.isBlind = false;
    await sweep.look();
    expect(sweep.isAllRecorded()).toBe(true);
  });
});
