// The whole plan on the rules alone: every published fact is recorded or listed, in the published order, and what is filled in
// says so.
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../schemas/command.ts';
import { countClocks, standingOf } from '../../../services/rehearsal/collect.ts';
import { unmetExpectations } from '../../../services/rehearsal/expectations.ts';
import { inventedCase } from '../../../services/rehearsal/invented-case.ts';
import { outputOf } from '../../../services/rehearsal/output-of.ts';
import { playedInMemory } from '../../support/played-in-memory.ts';
import { caseOf, cases } from './shipped.ts';

const all = await playedInMemory(cases);
const published = all.played.facts.filter(({ fact }) => fact.filled !== true);
const commands = all.cases.flatMap(({ entries }) => entries).map(({ command }) => command as CaseCommand);
const commandOf = (id: string): CaseCommand | undefined => commands.find(({ commandId }) => commandId === id);
const fileOf = (id: string) =>
  all.cases.find(({ id: caseId }) => caseId === all.played.files.get(id)?.caseId);

describe('the shipped cases', () => {
  it('are recorded, every published fact once', () => {
    expect(published.filter(({ answer }) => !answer.ok)).toEqual([]);
    expect(new Set(published.map(({ fact }) => fact.published)).size).toBe(350);
    expect(all.played.refusedSteps).toEqual([]);
  });

  it('keep the published order within a case', () => {
    const order = all.plan.facts.map(({ published: name, filled }) => `${name}${filled ?? ''}`);
    expect(all.played.facts.map(({ fact }) => `${fact.published}${fact.filled ?? ''}`)).toEqual(order);
  });

  it('are recorded by the department that acted, or by the publisher where nobody is named', () => {
    const actors = published.map(({ fact }) => fact.actor);
    const recorded = published.map(({ fact }) => {
      const actor = commandOf(fact.published.replace('#', '-'))?.actor;
      return actor && 'department' in actor ? actor.department : actor?.service;
    });
    expect(recorded).toEqual(actors);
  });

  it('mark every step that was filled in, and no published fact', () => {
    const filled = commands.filter(({ body }) => body.filled === true);
    expect(filled.length).toBe(all.played.filledSteps);
    expect(filled.every(({ precision }) => precision === 'undated')).toBe(true);
    expect(published.every(({ fact }) => !commandOf(fact.published.replace('#', '-'))?.body.filled)).toBe(
      true,
    );
  });

  it('fill in what RC-001 leaves out before the police file', () => {
    const entries = fileOf('RC-001')?.entries ?? [];
    const transfer = Object.values(fileOf('RC-001')?.state.proceedings ?? {}).find(
      ({ procedure }) => procedure === 'criminal-transfer',
    );
    const filled = entries
      .filter(({ command }) => (command as CaseCommand).body.filled === true)
      .flatMap(({ events }) => events.filter((event) => event.kind === 'step'))
      .filter(({ proceeding }) => proceeding === transfer?.proceeding)
      .map(({ command }) => command);
    expect(filled).toEqual([
      'suspect-crime',
      'submit-transfer-report',
      'approve-transfer',
      'hand-over',
      'sign-receipt',
    ]);
  });

  it('let a clue grow into a transfer where the same department passes it on (RC-017)', () => {
    const { proceedings = {} } = fileOf('RC-017')?.state ?? {};
    expect(Object.values(proceedings).map(({ procedure, state }) => [procedure, state])).toEqual([
      ['clue-notice', 'concluded'],
      ['criminal-transfer', 'sent-with-property-due'],
      ['criminal-process', 'sent-for-review'],
    ]);
    expect(proceedings['p2']?.parent).toBe('p1');
  });

  it('tie a linked case to its main one, both ways', () => {
    const links = commands.filter(({ command }) => command === 'link-case');
    expect(links.length).toBe(2 * all.plan.cases.flatMap(({ linked }) => linked).length);
  });

  it('find nobody late by what was filled in, undated or too coarse, and in time only within published days', () => {
    const clocks = all.cases.flatMap(({ state }) => Object.values(state.clocks));
    const undetermined = clocks.filter((clock) => clock.undetermined !== undefined);
    expect(undetermined.length).toBeGreaterThan(50);
    expect(undetermined.filter(({ outcome }) => outcome === 'breached')).toEqual([]);
    const met = undetermined.filter(({ outcome }) => outcome === 'met');
    expect(met.filter((clock) => clock.undetermined !== 'receipt-unknown' && !clock.startedAtLatest)).toEqual(
      [],
    );
  });

  it('say of no published case that somebody was late: none of them shows both ends of a limit to the day', () => {
    const real = all.cases.filter(({ id }) => id !== all.played.inventedCase);
    expect(countClocks(real).breached).toBe(0);
  });

  it('end when no clock has a moment left, or at the horizon', () => {
    expect(all.played.left === null || all.played.left > all.played.until).toBe(true);
  });
});

describe('the invented case', () => {
  it('shows what it says, played among the others', () => {
    expect(unmetExpectations(inventedCase, all.played, all.cases)).toEqual([]);
  });

  it('is counted apart from the published ones: its steps, clocks and notices are in no other count', () => {
    const id = all.played.inventedCase ?? '';
    const noticesOf = new Map([
      ['another', 5],
      [id, 7],
    ]);
    const verified = { ok: true, entries: 9, head: { sequence: 9, hash: 'h' } } as never;
    const output = outputOf(all.plan, all.played, all.cases, { noticesOf, faults: [] }, verified, 9);
    const own = all.cases.filter((recorded) => recorded.id === id);
    const others = all.cases.filter((recorded) => recorded.id !== id);
    expect(output.clocks).toEqual(countClocks(others));
    expect(output.invented).toEqual({
      cases: 1,
      steps: { given: inventedCase.steps.length, recorded: inventedCase.steps.length },
      entries: own.flatMap(({ entries }) => entries).length,
      notices: 7,
      clocks: countClocks(own),
    });
    for (const { started, ...each } of [output.clocks, output.invented.clocks])
      expect(Object.values(each).reduce((sum, count) => sum + count, 0)).toBe(started);
    expect(output.notices).toBe(12);
    expect(output.invented.clocks.met).toBeGreaterThan(0);
  });

  it('is missed where a step is refused or a clock differs', () => {
    const other = {
      ...inventedCase,
      expects: inventedCase.expects.map((e) => ({ ...e, outcome: 'breached' as const })),
    };
    const others = inventedCase.expects.filter(({ outcome }) => outcome !== 'breached');
    expect(unmetExpectations(other, all.played, all.cases).length).toBe(others.length);
  });
});

describe('a small file', () => {
  it('lists what the bus does not take, with its code, and goes on', async () => {
    const odd = caseOf([
      { date: '2024-03-01', from: 'insurance', action: 'fine', text: '罚款' },
      { date: '2024-03-05', from: 'insurance', to: 'tax', action: 'clue_transferred', text: '移交线索' },
      { date: '2024-03-09', from: 'insurance', action: 'fund_recovered', text: '追回' },
    ]);
    const { plan, played, cases: recorded } = await playedInMemory([odd], ['320200/tax']);
    const verified = { ok: true, entries: 9, head: { sequence: 9, hash: 'h' } } as never;
    const output = outputOf(plan, played, recorded, { noticesOf: new Map(), faults: [] }, verified, 9);
    expect(output.facts).toEqual({
      published: 3,
      recorded: 2,
      asCommands: 2,
      conduct: 0,
      factsOnly: [],
      rejected: [
        { case: 'T-1', fact: 2, code: 'UNKNOWN_DEPARTMENT', reason: '部门未登记或已注销；320200/tax' },
      ],
    });
  });

  it('ends between two instants when it is asked to', async () => {
    const odd = caseOf([{ date: '2024-03-01', from: 'insurance', action: 'fine', text: '罚款' }]);
    const asked = AbortSignal.abort(new Error('asked to stop'));
    await expect(playedInMemory([odd], [], asked)).rejects.toThrow('asked to stop');
  });

  it('keeps two facts of one instant in their order', async () => {
    const same = caseOf([
      { date: '2024-03-01', from: 'insurance', action: 'fine', text: '先' },
      { date: '2024-03-01', from: 'insurance', action: 'fund_recovered', text: '后' },
    ]);
    const { played } = await playedInMemory([same]);
    expect(played.facts.map(({ fact }) => fact.fact)).toEqual([1, 2]);
    expect(played.facts.map(({ fact }) => fact.at)[0]).toBe(played.facts[1]?.fact.at);
  });
});

describe('how a clock stands', () => {
  const clock = { status: 'running', times: {}, undetermined: undefined } as never as Parameters<
    typeof standingOf
  >[0];
  it('is open until it is stopped, however late: that nothing was published proves nothing', () => {
    expect(standingOf({ ...clock, reached: ['due'] })).toBe('open');
  });
  it('is met where bounds alone show it, whatever else is not known', () => {
    expect(standingOf({ ...clock, undetermined: 'filled', status: 'stopped', outcome: 'met' })).toBe('met');
  });
  it('is else undetermined for ever once it is undetermined', () => {
    expect(standingOf({ ...clock, undetermined: 'filled', status: 'stopped', outcome: 'moot' })).toBe(
      'undetermined',
    );
    expect(standingOf({ ...clock, status: 'stopped', outcome: 'undetermined' })).toBe('undetermined');
  });
  it('is late only where it was stopped late', () => {
    expect(standingOf({ ...clock, status: 'stopped', outcome: 'breached' })).toBe('breached');
    expect(standingOf({ ...clock, status: 'stopped', outcome: 'lapsed' })).toBe('lapsed');
  });
});
