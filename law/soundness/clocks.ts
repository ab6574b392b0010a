// Clocks: of a limit there is, on things that happen, for somebody whom the limit obliges; and wherever one may run, the table
// leads on to a command that ends it.
import type { ClockRule, Procedure } from '../../schemas/procedure.ts';
import type { LawData } from '../law-of.ts';
import { ahead, leadsTo, marksOf, type Row, rowsOf, type Say } from './table.ts';

/** States that are reached without any of these commands. */
const before = (p: Procedure, commands: readonly string[]): string[] => {
  const rows = rowsOf(p);
  const reached = new Set(Object.values(p.opensOn));
  for (const state of reached)
    for (const row of rows)
      if (row.state === state && !commands.includes(row.command))
        for (const to of leadsTo(row)) reached.add(to);
  return [...reached];
};

/**
 * States in which a clock may run: where it starts or is reopened, and whatever follows without ending it; where a mark of another
 * proceeding starts it, all that are reached before what ends it was done. What is terminal ends it, save where what it waits for is
 * offered there still, and so does a state that makes it pointless.
 */
const runsIn = (
  p: Procedure,
  { startsOn, startsOnMark = [], stopsOn, mootOn = [], reopensOn = [] }: ClockRule,
): ReadonlySet<string> => {
  const rows = rowsOf(p);
  const isOwed = (state: string): boolean =>
    stopsOn.some((command) => Object.hasOwn(p.states[state]?.on ?? {}, command));
  const goesOn = (states: readonly string[]) =>
    states.filter((state) => !mootOn.includes(state) && (!p.states[state]?.terminal || isOwed(state)));
  const running = new Set(
    goesOn([
      ...(startsOnMark.length > 0 ? before(p, stopsOn) : []),
      ...startsOn.filter((name) => Object.hasOwn(p.states, name)),
      ...startsOn.flatMap((name) => (Object.hasOwn(p.opensOn, name) ? (p.opensOn[name] ?? []) : [])),
      ...rows.filter(({ command }) => [...startsOn, ...reopensOn].includes(command)).flatMap(leadsTo),
    ]),
  );
  for (const state of running)
    for (const row of rows)
      if (row.state === state && ![...stopsOn, ...mootOn].includes(row.command))
        for (const to of goesOn(leadsTo(row))) running.add(to);
  return running;
};

const checkCourse = (p: Procedure, limit: string, clock: ClockRule, say: Say): void => {
  const running = runsIn(p, clock);
  if (running.size === 0) say(`clock ${limit} never runs`);
  const ends = [...clock.stopsOn, ...(clock.mootOn ?? [])];
  const rows = rowsOf(p);
  const ending = rows
    .filter((row) => ends.includes(row.command) || leadsTo(row).some((to) => ends.includes(to)))
    .map(({ state }) => state);
  const stoppable = ahead(rows, ending);
  for (const state of running)
    if (!stoppable.has(state)) say(`clock ${limit} cannot be stopped from state ${state} on`);
};

/** Commands that start a clock again while it runs, for whom it obliges already: with a hand-over each holder has its own. */
const startsAgain = (p: Procedure, clock: ClockRule): string[] => {
  const running = runsIn(p, clock);
  const ends = [...clock.stopsOn, ...(clock.mootOn ?? [])];
  const handsOn = (role: string | undefined): boolean => [role, `former-${role}`].includes(clock.obliges);
  const isStart = (row: Row): boolean =>
    !handsOn(p.commands[row.command]?.handsTo) &&
    (clock.startsOn.includes(row.command) ||
      leadsTo(row).some((to) => to !== row.state && clock.startsOn.includes(to)));
  const rows = rowsOf(p).filter(
    (row) => running.has(row.state) && !ends.includes(row.command) && isStart(row),
  );
  return [...new Set(rows.map(({ command }) => command))];
};

/** Nobody ends a limit of law by doing again what starts it, unless the law says so. */
const checkAgain = (p: Procedure, limit: string, clock: ClockRule, data: LawData, say: Say): void => {
  const isOfLaw = data.timeLimits.some(({ id, kind }) => id === limit && kind === 'statutory');
  const again = startsAgain(p, clock);
  if (again.length > 0 && isOfLaw && clock.again === undefined)
    say(`clock ${limit} is started again by ${again.join(', ')} and does not say what then`);
  const isHandedOn = clock.startsOn.some((name) => p.commands[name]?.handsTo === clock.obliges);
  if (again.length === 0 && clock.again !== undefined && clock.startsOnMark === undefined && !isHandedOn)
    say(`clock ${limit} says what comes of a start that cannot come again`);
};

const checkNames = (p: Procedure, limit: string, clock: ClockRule, data: LawData, say: Say): void => {
  const happens = (name: string): boolean => Object.hasOwn(p.commands, name);
  const isReached = (name: string): boolean => Object.hasOwn(p.states, name);
  for (const name of clock.startsOn)
    if (!happens(name) && !isReached(name)) say(`clock ${limit} starts on unknown ${name}`);
  const isMark = (mark: string): boolean => data.procedures.some((one) => marksOf(one).includes(mark));
  for (const mark of clock.startsOnMark ?? [])
    if (!isMark(mark)) say(`clock ${limit} starts on mark ${mark}, which no state carries`);
  for (const mark of clock.startsAtMark === undefined ? [] : [clock.startsAtMark])
    if (!isMark(mark)) say(`clock ${limit} starts at mark ${mark}, which no state carries`);
  for (const mark of clock.stopsOnMark ?? [])
    if (!isMark(mark)) say(`clock ${limit} ends on mark ${mark}, which no state carries`);
  // What starts it would stand in one entry with it.
  if (clock.startsOnMark && Object.values(p.roles).some(({ sees }) => sees === 'status'))
    say(`clock ${limit} starts on a mark, in a procedure that shows some no more than a status word`);
  const others = [
    ...clock.stopsOn,
    ...(clock.mootOn ?? []).filter((name) => !isReached(name)),
    ...(clock.mootsFirst ?? []),
    ...(clock.reopensOn ?? []),
    ...(clock.extendsOn ?? []),
    ...(clock.escalatesOn ?? []),
    ...Object.values(clock.pauses ?? {}).flatMap(({ from, to }) => [from, ...to]),
  ];
  for (const name of others) if (!happens(name)) say(`clock ${limit} waits for unknown command ${name}`);
  if (clock.mootsFirst && clock.again !== 'each')
    say(`clock ${limit} has no more than one that could be pointless first`);
  for (const name of [...(clock.mootOn ?? []), ...(clock.mootsFirst ?? [])])
    if (clock.stopsOn.includes(name)) say(`clock ${limit} is kept and pointless on ${name}`);
  const { onOverdue: overdue } = clock;
  const roles = [
    ...(clock.obliges === 'subject' ? [] : [clock.obliges]),
    ...(clock.reaches ? [clock.reaches] : []),
    ...(overdue ? [overdue.for, ...overdue.visibleTo] : []),
  ];
  for (const role of roles)
    if (!Object.hasOwn(p.roles, role)) say(`clock ${limit} names unknown role ${role}`);
  if (overdue && !Object.hasOwn(p.papers, overdue.draft) && !Object.hasOwn(data.papers, overdue.draft))
    say(`clock ${limit} drafts unknown paper ${overdue.draft}`);
  const { when, whenIs, unless, setBy, startsAt, startsAtMark } = clock;
  const isOpen = (name: string, kinds: readonly string[]): boolean => {
    const field = p.fields[name];
    return field?.class === 'open' && !field.list && kinds.includes(field.kind);
  };
  for (const asked of [when, unless])
    if (asked !== undefined && p.fields[asked]?.class !== 'open')
      say(`clock ${limit} asks for unknown field ${asked}`);
  if (whenIs !== undefined && !Object.hasOwn(p.fields[when ?? '']?.options ?? {}, whenIs))
    say(`clock ${limit} asks field ${when} for a value that it cannot have`);
  if (setBy !== undefined && !isOpen(setBy, ['date', 'instant']))
    say(`clock ${limit} is set by unknown date ${setBy}`);
  if (startsAt !== undefined && !isOpen(startsAt, ['date']))
    say(`clock ${limit} starts at unknown date ${startsAt}`);
  if (startsAtMark !== undefined && startsAt === undefined)
    say(`clock ${limit} starts at a mark, and by no date that could be said instead`);
};

const checkLimit = (p: Procedure, limit: string, clock: ClockRule, data: LawData, say: Say): void => {
  const versions = data.timeLimits.filter(({ id }) => id === limit);
  if (versions.length === 0) say(`clock of unknown limit ${limit}`);
  for (const { span, kind, obliges } of versions) {
    const needsDate = 'setByDocument' in span || 'workingDaysBefore' in span;
    if (needsDate !== (clock.setBy !== undefined))
      say(`clock ${limit} ${needsDate ? 'needs' : 'has no use for'} setBy`);
    const isSubjects = clock.obliges === 'subject';
    if (isSubjects && !p.per.startsWith('subject'))
      say(`clock ${limit} obliges a subject, of whom it is not about one`);
    const bodies = p.roles[clock.obliges]?.bodies;
    const isObliged = isSubjects
      ? obliges.length === 0
      : bodies === undefined || kind === 'agreed' || bodies.some((body) => obliges.includes(body));
    if (p.roles[clock.obliges]?.sees === 'status')
      say(`clock ${limit} obliges ${clock.obliges}, who sees a status word only`);
    if (!isObliged) say(`clock ${limit} obliges ${clock.obliges}, whom the limit does not`);
  }
};

export const checkClocks = (p: Procedure, data: LawData, say: Say): void => {
  for (const [limit, clock] of Object.entries(p.clocks)) {
    checkNames(p, limit, clock, data, say);
    checkLimit(p, limit, clock, data, say);
    checkCourse(p, limit, clock, say);
    checkAgain(p, limit, clock, data, say);
  }
};
