// Can a procedure be played? Asked when the law is put together, so that a name that does not exist stops the start and not a
// case: roles, states, commands, papers, conditions, limits, fields; states reached and left; clocks started and stopped.
import type { Condition, Test } from '../schemas/condition.ts';
import { type Procedure, type ProcedureCommand, SHARED_FIELDS, type Target } from '../schemas/procedure.ts';
import type { LawData } from './law-of.ts';

/** Errors that a refusal may be given beside the condition's own code are those of schemas/errors.ts. */
type Say = (what: string) => void;

const offered = (p: Procedure): [state: string, command: string, target: Target][] =>
  Object.entries(p.states).flatMap(([state, { on = {}, terminal }]) =>
    Object.entries({ ...(terminal ? {} : p.always), ...on }).map(
      ([command, target]) => [state, command, target] as [string, string, Target],
    ),
  );

const testsIn = (test: Test): readonly Test[] => {
  if ('allOf' in test) return test.allOf.flatMap(testsIn);
  return 'anyOf' in test ? test.anyOf.flatMap(testsIn) : [test];
};

const checkStates = (p: Procedure, say: Say): void => {
  const rows = offered(p);
  const targets = (state: string, { to, else: other }: Target): string[] => [
    to ?? state,
    ...(other === undefined ? [] : [other ?? state]),
  ];
  for (const [state, command, target] of rows) {
    if (!Object.hasOwn(p.commands, command)) say(`state ${state} offers unknown command ${command}`);
    for (const to of targets(state, target))
      if (!Object.hasOwn(p.states, to)) say(`${command} leads from ${state} to unknown state ${to}`);
    if (target.else !== undefined && !target.when) say(`${command} in ${state} has an else without a when`);
  }
  for (const [command, state] of Object.entries(p.opensOn)) {
    if (!Object.hasOwn(p.commands, command)) say(`opens on unknown command ${command}`);
    if (!Object.hasOwn(p.states, state)) say(`opens in unknown state ${state}`);
  }
  if (Object.keys(p.opensOn).length === 0) say('nothing opens it');
  const reached = new Set(Object.values(p.opensOn));
  for (const state of reached)
    for (const [from, , target] of rows)
      if (from === state) for (const to of targets(state, target)) reached.add(to);
  const leaves = (state: string) =>
    rows.some(([from, , target]) => from === state && targets(state, target).some((to) => to !== state));
  for (const [state, { terminal, shows }] of Object.entries(p.states)) {
    if (!reached.has(state)) say(`state ${state} cannot be reached`);
    if (!terminal && !leaves(state)) say(`state ${state} cannot be left`);
    if (shows !== undefined && !Object.hasOwn(p.statusWords, shows))
      say(`state ${state} shows unknown word ${shows}`);
  }
  const used = new Set([...Object.keys(p.opensOn), ...rows.map(([, command]) => command)]);
  for (const command of Object.keys(p.commands))
    if (!used.has(command)) say(`command ${command} is offered nowhere`);
};

const checkCommand = (p: Procedure, name: string, c: ProcedureCommand, data: LawData, say: Say): void => {
  const roles = [
    ...c.by,
    ...(c.copyTo ?? []),
    ...(c.handsTo ? [c.handsTo] : []),
    ...Object.values(c.opens?.roles ?? {}),
  ];
  for (const role of roles)
    if (!Object.hasOwn(p.roles, role)) say(`command ${name} names unknown role ${role}`);
  for (const field of [...(c.needs ?? []), ...(c.takes ?? [])])
    if (!Object.hasOwn(p.fields, field) && !(SHARED_FIELDS as readonly string[]).includes(field))
      say(`command ${name} names unknown field ${field}`);
  for (const paper of c.papers ?? [])
    if (!Object.hasOwn(p.papers, paper) && !Object.hasOwn(data.papers, paper))
      say(`command ${name} asks for unknown paper ${paper}`);
  const theirs = (procedure: string) => data.procedures.filter((other) => other.procedure === procedure);
  if (c.opens) {
    const { procedure, command, roles: given } = c.opens;
    const others = theirs(procedure);
    if (others.length === 0) say(`command ${name} opens unknown procedure ${procedure}`);
    for (const other of others) {
      if (!Object.hasOwn(other.opensOn, command))
        say(`command ${name} opens ${procedure}, which does not open on ${command}`);
      for (const role of Object.keys(given))
        if (!Object.hasOwn(other.roles, role))
          say(`command ${name} gives unknown role ${role} of ${procedure}`);
    }
  }
  for (const { procedure, command } of c.also ?? []) {
    const others = theirs(procedure);
    if (others.length === 0) say(`command ${name} also moves unknown procedure ${procedure}`);
    if (others.length > 0 && !others.some((other) => Object.hasOwn(other.commands, command)))
      say(`command ${name} also takes unknown command ${command} of ${procedure}`);
  }
};

const checkTest = (p: Procedure, id: string, test: Test, data: LawData, say: Say): void => {
  const everywhere = new Set(data.procedures.flatMap((other) => Object.keys(other.commands)));
  const own = (command: string): boolean => Object.hasOwn(p.commands, command);
  for (const one of testsIn(test)) {
    const taken = 'happened' in one ? one.happened : 'never' in one ? one.never : undefined;
    if (taken) {
      for (const command of [taken.command, ...(taken.since ? [taken.since] : [])])
        if (taken.in ? !everywhere.has(command) : !own(command))
          say(`condition ${id} asks for unknown command ${command}`);
    }
    if ('notSameOfficerAs' in one && !own(one.notSameOfficerAs))
      say(`condition ${id} asks for unknown command ${one.notSameOfficerAs}`);
    const limits = 'overdue' in one ? one.overdue : 'passed' in one ? one.passed : [];
    for (const limit of limits)
      if (!Object.hasOwn(p.clocks, limit))
        say(`condition ${id} asks for limit ${limit}, of which it has no clock`);
    if ('field' in one && !Object.hasOwn(p.fields, one.field.name))
      say(`condition ${id} asks for unknown field ${one.field.name}`);
    const procedure =
      'noneOpen' in one ? one.noneOpen.procedure : 'children' in one ? one.children.procedure : undefined;
    const others = data.procedures.filter((other) => other.procedure === procedure);
    if (procedure !== undefined && others.length === 0)
      say(`condition ${id} asks for unknown procedure ${procedure}`);
    if ('children' in one)
      for (const state of one.children.in)
        if (others.length > 0 && !others.some((other) => Object.hasOwn(other.states, state)))
          say(`condition ${id} asks for unknown state ${state} of ${procedure}`);
    if ('noneMarked' in one) {
      const { mark } = one.noneMarked;
      if (
        !data.procedures.some((other) =>
          Object.values(other.states).some((state) => state.marks?.includes(mark)),
        )
      )
        say(`condition ${id} asks for mark ${mark}, which no state carries`);
    }
  }
};

const checkConditions = (p: Procedure, data: LawData, say: Say): void => {
  const named = [
    ...Object.values(p.commands).flatMap((c) => c.when ?? []),
    ...offered(p).flatMap(([, , target]) => target.when ?? []),
  ];
  for (const id of new Set(named)) if (!Object.hasOwn(p.conditions, id)) say(`unknown condition ${id}`);
  for (const [id, condition] of Object.entries(p.conditions) as [string, Condition][]) {
    if (!named.includes(id)) say(`condition ${id} is asked nowhere`);
    checkTest(p, id, condition.if, data, say);
  }
};

const checkClocks = (p: Procedure, data: LawData, say: Say): void => {
  const happens = (name: string): boolean => Object.hasOwn(p.commands, name);
  for (const [limit, clock] of Object.entries(p.clocks)) {
    const versions = data.timeLimits.filter(({ id }) => id === limit);
    if (versions.length === 0) say(`clock of unknown limit ${limit}`);
    for (const name of clock.startsOn)
      if (!happens(name) && !Object.hasOwn(p.states, name)) say(`clock ${limit} starts on unknown ${name}`);
    const others = [
      ...clock.stopsOn,
      ...(clock.mootOn ?? []),
      ...(clock.extendsOn ?? []),
      ...(clock.escalatesOn ?? []),
      ...Object.values(clock.pauses ?? {}).flatMap(({ from, to }) => [from, to]),
    ];
    for (const name of others) if (!happens(name)) say(`clock ${limit} waits for unknown command ${name}`);
    if (clock.obliges === 'subject' ? p.per !== 'subject' : !Object.hasOwn(p.roles, clock.obliges))
      say(`clock ${limit} obliges unknown ${clock.obliges}`);
    const roles = [...(clock.reaches ? [clock.reaches] : []), ...(clock.onOverdue?.visibleTo ?? [])];
    for (const role of roles)
      if (!Object.hasOwn(p.roles, role)) say(`clock ${limit} names unknown role ${role}`);
    if (clock.when !== undefined && p.fields[clock.when]?.kind !== 'flag')
      say(`clock ${limit} asks for unknown flag ${clock.when}`);
    if (clock.setBy !== undefined && !['date', 'instant'].includes(p.fields[clock.setBy]?.kind ?? ''))
      say(`clock ${limit} is set by unknown date ${clock.setBy}`);
    for (const { span, kind, obliges } of versions) {
      const needsDate = 'setByDocument' in span || 'workingDaysBefore' in span;
      if (needsDate !== (clock.setBy !== undefined))
        say(`clock ${limit} ${needsDate ? 'needs' : 'has no use for'} setBy`);
      const bodies = p.roles[clock.obliges]?.bodies;
      if (bodies && kind !== 'agreed' && !bodies.some((body) => obliges.includes(body)))
        say(`clock ${limit} obliges ${clock.obliges}, whom the limit does not`);
    }
  }
};

const checkRoles = (p: Procedure, data: LawData, say: Say): void => {
  const acts = new Set(Object.values(p.commands).flatMap((c) => c.by));
  const given = new Set([
    ...Object.values(p.commands).flatMap((c) => [c.handsTo, ...(c.copyTo ?? [])]),
    ...Object.values(p.clocks).map((clock) => clock.obliges),
  ]);
  // Held from the opening on: by whoever opens it, or given by the proceeding that does.
  const atOpening = new Set([
    ...Object.keys(p.opensOn).flatMap((command) => p.commands[command]?.by ?? []),
    ...data.procedures
      .flatMap((other) => Object.values(other.commands))
      .flatMap(({ opens }) => (opens?.procedure === p.procedure ? Object.keys(opens.roles) : [])),
  ]);
  const handed = new Set(Object.values(p.commands).flatMap((c) => c.handsTo ?? []));
  for (const [role, { cast }] of Object.entries(p.roles)) {
    if (cast === undefined && !role.startsWith('former-') && !handed.has(role) && !atOpening.has(role))
      say(`nobody is cast as ${role}`);
    if (
      !acts.has(role) &&
      !given.has(role) &&
      p.roles[role]?.sees !== 'status' &&
      !role.startsWith('former-')
    )
      say(`role ${role} has nothing to do`);
  }
};

const checkReport = (p: Procedure, say: Say): void => {
  const { counts = [], durations = [], attention = [] } = p.report ?? {};
  const commands = [
    ...counts.flatMap(({ of }) => of),
    ...durations.flatMap(({ from, to }) => [...from, ...to]),
    ...attention.flatMap(({ when }) => ('command' in when ? [when.command] : [])),
  ];
  for (const name of commands)
    if (!Object.hasOwn(p.commands, name)) say(`report counts unknown command ${name}`);
  for (const { when } of attention)
    if ('state' in when && !Object.hasOwn(p.states, when.state))
      say(`report looks at unknown state ${when.state}`);
};

/** Everything that would keep a procedure from being played, each fault with the procedure it is in; none where all is sound. */
export const soundnessFaults = (data: LawData): string[] => {
  const faults: string[] = [];
  const owners = new Map<string, string>();
  for (const p of data.procedures) {
    const say: Say = (what) => void faults.push(`${p.procedure}@${p.version}: ${what}`);
    checkStates(p, say);
    for (const [name, command] of Object.entries(p.commands)) checkCommand(p, name, command, data, say);
    checkConditions(p, data, say);
    checkClocks(p, data, say);
    checkRoles(p, data, say);
    checkReport(p, say);
    for (const id of Object.keys(p.conditions)) {
      const owner = owners.get(id) ?? p.procedure;
      if (
        owner !== p.procedure &&
        JSON.stringify(p.conditions[id]) !== JSON.stringify(conditionOf(data, owner, id))
      )
        say(`condition ${id} says something else in ${owner}`);
      owners.set(id, owner);
    }
  }
  for (const limit of data.timeLimits)
    if (!Object.hasOwn(data.ladders, limit.ladder))
      faults.push(`${limit.id}@${limit.version}: unknown ladder ${limit.ladder}`);
  return faults;
};

const conditionOf = (data: LawData, procedure: string, id: string): Condition | undefined =>
  data.procedures.find((p) => p.procedure === procedure)?.conditions[id];
