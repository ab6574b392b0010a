// What a docket holds: each moment once, the nearest at hand, and nothing lost when it is carried over.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArmedMoment, momentsByCase } from '../../../activities/moments-by-case.ts';
import { CommandId } from '../../../schemas/ids.ts';
import { instantFromMillis, startOfDay } from '../../../schemas/instant.ts';
import { endOfDay, instantAt } from '../../../workflows/beijing.ts';
import { heldMoments } from '../../../workflows/held-moments.ts';

const instants = fc.integer({ min: 0, max: 40 }).map((n) => instantFromMillis(1_728_350_000_000 + n * 500));
const moment: fc.Arbitrary<ArmedMoment> = fc.record({
  case: fc.constantFrom('653023-aaaaaaaaaaaaaaaa', '653023-bbbbbbbbbbbbbbbb', '653023-cccccccccccccccc'),
  clock: fc.constantFrom('p1/fwd-filing-review/1', 'p1/agr-hand-off-receipt/1', 'p2/fwd-handover/2'),
  moment: fc.constantFrom('remind-1', 'due', 'escalate-2'),
  at: instants,
});
const moments = fc.array(moment, { maxLength: 60 });
const sorted = (list: readonly ArmedMoment[]) => list.map((m) => JSON.stringify(m)).sort();
const distinct = (list: readonly ArmedMoment[]) => [
  ...new Set(list.map(({ case: c, clock, moment: m, at }) => `${c} ${clock} ${m} ${at}`)),
];

describe('what a docket holds', () => {
  it('is each moment once, and the nearest is the earliest of them', () => {
    fc.assert(
      fc.property(moments, moments, (some, more) => {
        const held = heldMoments();
        held.enter(some);
        held.enter(more);
        held.enter(some);
        expect(held.size()).toBe(distinct([...some, ...more]).length);
        const earliest = [...some, ...more].map(({ at }) => at).sort()[0] ?? null;
        expect(held.nearest()).toBe(earliest);
      }),
    );
  });

  it('is submitted when due and not before, and what is dropped is gone', () => {
    fc.assert(
      fc.property(moments, instants, (all, now) => {
        const held = heldMoments();
        held.enter(all);
        const due = held.due(now);
        expect(due.every(({ at }) => at <= now)).toBe(true);
        held.drop(due);
        expect(held.list().every(({ at }) => at > now)).toBe(true);
        expect(due.length + held.size()).toBe(distinct(all).length);
        expect(held.nearest()).toBe(
          held
            .list()
            .map(({ at }) => at)
            .sort()[0] ?? null,
        );
      }),
    );
  });

  it('is carried into the next run as plain JSON, whole', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const held = heldMoments();
        held.enter(all);
        const next = heldMoments(JSON.parse(JSON.stringify(held.carry())));
        expect(sorted(next.list())).toEqual(sorted(held.list()));
        expect(next.nearest()).toBe(held.nearest());
      }),
    );
  });

  it('fits into the input of a run at its bound', () => {
    const held = heldMoments();
    const at = '2024-10-12T00:00:00.001+08:00';
    for (let n = 0; n < 25_000; n += 1) {
      const caseId = `653023-${String(n).padStart(16, 'a')}`;
      held.enter([{ case: caseId, clock: 'p12/fwd-no-jurisdiction-police/12', moment: 'escalate-3', at }]);
    }
    expect(Buffer.byteLength(JSON.stringify(held.carry()))).toBeLessThan(2_000_000);
  });
});

describe('instants inside a workflow', () => {
  it('are spelled as everywhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (millis) => {
        expect(instantAt(millis)).toBe(instantFromMillis(millis));
      }),
    );
    expect(instantAt(endOfDay('2024-02-29'))).toBe(startOfDay('2024-03-01'));
  });
});

describe('commands for moments', () => {
  it('hold each moment once, one case and one instant each, earliest first, under lawful ids', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const commands = momentsByCase(all);
        const named = commands.flatMap((c) =>
          c.moments.map((m) => `${c.case} ${m.clock} ${m.moment} ${c.at}`),
        );
        expect(named.sort()).toEqual(distinct(all).sort());
        expect(new Set(commands.map((c) => `${c.case} ${c.at}`)).size).toBe(commands.length);
        const instantsAsked = commands.map(({ at }) => at);
        expect(instantsAsked).toEqual([...instantsAsked].sort());
        for (const { commandId } of commands) CommandId.parse(commandId);
      }),
    );
  });

  it('have the same ids whatever the order they were armed in', () => {
    fc.assert(
      fc.property(moments, (all) => {
        expect(momentsByCase([...all].reverse())).toEqual(momentsByCase(all));
      }),
    );
  });

  it('hold 200 moments at most', () => {
    const at = '2024-10-12T00:00:00+08:00';
    const all = Array.from({ length: 450 }, (_, n) => ({
      case: '653023-aaaaaaaaaaaaaaaa',
      clock: `p${n + 1}/fwd-handover/1`,
      moment: 'due',
      at,
    }));
    expect(momentsByCase(all).map((c) => c.moments.length)).toEqual([200, 200, 50]);
  });
});
