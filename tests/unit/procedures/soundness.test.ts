// Every registered procedure must make sense by itself, before any case runs through it.
import { describe, expect, it } from 'vitest';
import { guards } from '../../../case/guards.ts';
import { acts } from '../../../law/acts.ts';
import { ladderOf } from '../../../law/ladders.ts';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import { OpenBody } from '../../../schemas/command.ts';
import { Procedure } from '../../../schemas/procedure.ts';
import {
  commandsOf,
  listOf,
  offeredIn,
  rolesThatAct,
  rowsOf,
  targetsOf,
  transitionsOf,
} from '../../support/procedure-table.ts';

const openFields = Object.keys(OpenBody.shape);

describe.each(procedures.map((p) => [p.procedure, p] as const))('程序 %s', (_name, procedure) => {
  const states = Object.keys(procedure.states);
  const openers = Object.keys(procedure.opensOn);
  const commands = [...openers, ...commandsOf(procedure)];
  const transitions = transitionsOf(procedure);

  it('can be reached in every state from its opening', () => {
    const reached = new Set([procedure.opensIn]);
    for (const state of reached)
      for (const transition of Object.values(offeredIn(procedure, state)))
        for (const target of targetsOf(state, transition)) reached.add(target);
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it.each(states)('can leave %s, or ends there', (state) => {
    const leaves = Object.values(offeredIn(procedure, state)).some((t) =>
      targetsOf(state, t).some((target) => target !== state),
    );
    expect(leaves).toBe(procedure.states[state]?.terminal !== true);
  });

  it.each(states)('comes to an end from %s', (state) => {
    const ahead = new Set([state]);
    for (const s of ahead)
      for (const t of Object.values(offeredIn(procedure, s)))
        for (const target of targetsOf(s, t)) ahead.add(target);
    expect([...ahead].some((s) => procedure.states[s]?.terminal)).toBe(true);
  });

  it('takes nothing where it has ended', () => {
    for (const [state, { terminal, on }] of Object.entries(procedure.states))
      if (terminal) expect(Object.keys(on ?? {}), state).toEqual([]);
  });

  it('moves only to states it has', () => {
    for (const { state, transition } of rowsOf(procedure))
      for (const target of targetsOf(state, transition)) expect(states).toContain(target);
    expect(states).toContain(procedure.opensIn);
  });

  it('uses no name for both a state and a command, so that a clock can start on either', () => {
    expect(states.filter((state) => commands.includes(state))).toEqual([]);
  });

  it('lets nobody act, be told or be handed the case in a role it does not have', () => {
    const roles = Object.keys(procedure.roles);
    const named = [
      ...transitions.flatMap(({ transition: t }) => [
        ...rolesThatAct(t),
        ...(t.copyTo ?? []),
        ...(t.handsTo ? [t.handsTo] : []),
        ...Object.values(t.opens?.roles ?? {}),
      ]),
      ...Object.values(procedure.clocks).flatMap(({ obliges, reaches, onOverdue }) => [
        obliges,
        ...(reaches ? [reaches] : []),
        ...(onOverdue ? [onOverdue.for, ...onOverdue.visibleTo] : []),
      ]),
      ...Object.keys(procedure.cast),
    ];
    expect([...new Set(named)].filter((role) => !roles.includes(role))).toEqual([]);
  });

  it('finds somebody for every role that must act', () => {
    const handed = new Set(transitions.flatMap(({ transition }) => transition.handsTo ?? []));
    const filled = (role: string) =>
      role in procedure.cast || handed.has(role) || handed.has(role.replace(/^former-/, ''));
    const acting = new Set(transitions.flatMap(({ transition }) => rolesThatAct(transition)));
    expect([...acting].filter((role) => !filled(role))).toEqual([]);
    // The register routes by kind of department, so a routed role needs one.
    const routed = Object.entries(procedure.cast).filter(([, how]) => how === 'routing');
    expect(routed.filter(([role]) => procedure.roles[role]?.length === 0)).toEqual([]);
  });

  it('opens by a role that can open it', () => {
    for (const transition of Object.values(procedure.opensOn))
      for (const role of rolesThatAct(transition)) expect(procedure.cast).toHaveProperty(role);
  });

  it('opens without conditions that only a running proceeding could meet', () => {
    for (const { guards: named, instead, to, closesHandOff } of Object.values(procedure.opensOn))
      expect([named, instead, to, closesHandOff]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('names guards that exist', () => {
    const named = transitions.flatMap(({ transition: t }) => [
      ...(t.guards ?? []),
      ...(t.instead ? [t.instead.when] : []),
    ]);
    expect(named.filter((name) => !Object.hasOwn(guards, name))).toEqual([]);
  });

  it('asks only for open fields that a command can carry', () => {
    const asked = [
      ...transitions.flatMap(({ transition }) => transition.needs ?? []),
      ...Object.values(procedure.clocks).flatMap(({ when }) => when ?? []),
    ];
    expect(asked.filter((field) => !openFields.includes(field))).toEqual([]);
  });

  it('opens and moves only procedures and commands that exist', () => {
    for (const { transition } of transitions) {
      if (transition.opens) {
        const opened = law.procedure(transition.opens.procedure);
        expect(Object.keys(opened?.roles ?? {})).toEqual(
          expect.arrayContaining(Object.keys(transition.opens.roles)),
        );
      }
      for (const { procedure: name, command } of transition.also ?? []) {
        const moved = law.procedure(name);
        expect(moved && commandsOf(moved)).toContain(command);
      }
    }
  });

  it('shows the same event for the same command everywhere', () => {
    const events = Map.groupBy(transitions, ({ command }) => command);
    for (const [command, all] of events)
      expect(new Set(all.map(({ transition }) => transition.event)).size, command).toBe(1);
  });

  it('says who decides in writing: every refusal by the head gives its reason', () => {
    for (const { command, transition } of transitions)
      if (/refuse|return-report|decline|object/.test(command) && transition.rank !== undefined)
        expect(transition.reason, command).toBe('required');
  });

  it.each(Object.entries(procedure.clocks))(
    'clock %s rests on a limit and on things that happen',
    (id, rule) => {
      const limits = timeLimits.filter((limit) => limit.id === id);
      expect(limits.length, 'a limit of this id').toBeGreaterThan(0);
      const happens = [...commands, ...states];
      expect(listOf(rule.startsOn).filter((name) => !happens.includes(name))).toEqual([]);
      for (const list of [rule.stopsOn, rule.mootOn, rule.pausesOn, rule.resumesOn, rule.extendsOn])
        expect(listOf(list).filter((name) => !commands.includes(name))).toEqual([]);
      expect(listOf(rule.mootOn).filter((name) => listOf(rule.stopsOn).includes(name))).toEqual([]);
      // Some department in the obliged role must be one the limit obliges, or the clock never runs.
      const bodies = procedure.roles[rule.obliges] ?? [];
      expect(
        bodies.length === 0 || limits.some((limit) => limit.obliges.some((body) => bodies.includes(body))),
      ).toBe(true);
    },
  );

  it.each(Object.keys(procedure.clocks))(
    'clock %s reminds inside its limit and its ladder ends at somebody',
    (id) => {
      for (const limit of timeLimits.filter((l) => l.id === id)) {
        expect(limit.remindAtPerMille.every((part) => part > 0 && part < 1000)).toBe(true);
        if (limit.ladder === 'none') continue;
        const steps = ladderOf(limit.ladder);
        expect(steps[0]?.moment).toBe('due');
        expect(steps.at(-1)?.to.length).toBeGreaterThan(0);
        expect(steps.map(({ level }) => level)).toEqual(steps.map((_, index) => index + 1));
      }
    },
  );

  // Where its end cannot be told yet, something else must come first; each such state is looked at by hand.
  const MAY_NOT_STOP: Readonly<Record<string, readonly string[]>> = {
    'clue-verify': ['acknowledged'],
    'agr-clue-final-feedback': ['verifying'],
    'fwd-obvious-crime': ['team-formed', 'awaiting-head-decision', 'refused-by-head'],
    'sup-urge-transfer': ['team-formed'],
  };

  it.each(Object.entries(procedure.clocks))(
    'clock %s can be kept in every state in which it may run',
    (id, rule) => {
      const ends = [...listOf(rule.stopsOn), ...listOf(rule.mootOn)];
      const starts = listOf(rule.startsOn);
      const running = new Set([
        ...states.filter((state) => starts.includes(state)),
        ...openers.filter((command) => starts.includes(command)).map(() => procedure.opensIn),
        ...rowsOf(procedure)
          .filter(({ command }) => starts.includes(command))
          .flatMap(({ state, transition }) => targetsOf(state, transition)),
      ]);
      for (const state of running)
        for (const [command, transition] of Object.entries(offeredIn(procedure, state)))
          if (!ends.includes(command)) for (const target of targetsOf(state, transition)) running.add(target);
      const stuck = [...running].filter(
        (state) =>
          !procedure.states[state]?.terminal &&
          !listOf(rule.stopsOn).some((command) => command in offeredIn(procedure, state)),
      );
      expect(stuck).toEqual((MAY_NOT_STOP[id] ?? []).filter((state) => states.includes(state)));
    },
  );

  it('cites acts that are known', () => {
    expect(procedure.basis.filter(({ act }) => !Object.hasOwn(acts, act))).toEqual([]);
  });

  it('is the same after a journey through JSON, and fits its schema', () => {
    const copy: unknown = JSON.parse(JSON.stringify(procedure));
    expect(copy).toEqual(procedure);
    expect(Procedure.parse(copy)).toEqual(procedure);
  });
});

it('registers each procedure and version once', () => {
  const keys = procedures.map((p) => `${p.procedure}@${p.version}`);
  expect(keys).toEqual([...new Set(keys)]);
});
