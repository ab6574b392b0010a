// States: known, reached from an opening, left again, and led to an end, from which nothing leads but to another end.
import type { Procedure } from '../../schemas/procedure.ts';
import { ahead, leadsTo, rowsOf, type Say } from './table.ts';

export const checkStates = (p: Procedure, say: Say): void => {
  const rows = rowsOf(p);
  for (const row of rows) {
    const { state, command, target } = row;
    if (!Object.hasOwn(p.commands, command)) say(`state ${state} offers unknown command ${command}`);
    for (const to of leadsTo(row))
      if (!Object.hasOwn(p.states, to)) say(`${command} leads from ${state} to unknown state ${to}`);
    if (target.else !== undefined && !target.when) say(`${command} in ${state} has an else without a when`);
    if (p.states[state]?.terminal && leadsTo(row).some((to) => p.states[to]?.terminal === undefined))
      say(`state ${state} is the end and ${command} leads on`);
  }
  for (const command of Object.keys(p.always ?? {}))
    if (!Object.hasOwn(p.commands, command)) say(`always offers unknown command ${command}`);
  for (const [command, state] of Object.entries(p.opensOn)) {
    if (!Object.hasOwn(p.commands, command)) say(`opens on unknown command ${command}`);
    if (!Object.hasOwn(p.states, state)) say(`opens in unknown state ${state}`);
  }
  if (Object.keys(p.opensOn).length === 0) say('nothing opens it');
  const reached = new Set(Object.values(p.opensOn));
  for (const state of reached)
    for (const row of rows) if (row.state === state) for (const to of leadsTo(row)) reached.add(to);
  const leaves = (state: string) =>
    rows.some((row) => row.state === state && leadsTo(row).some((to) => to !== state));
  const ends = Object.keys(p.states).filter((state) => p.states[state]?.terminal);
  const toAnEnd = ahead(rows, ends);
  for (const [state, { terminal, owed, shows }] of Object.entries(p.states)) {
    if (terminal && owed) say(`state ${state} is the end and something is owed in it`);
    if (!reached.has(state)) say(`state ${state} cannot be reached`);
    if (!terminal && !leaves(state)) say(`state ${state} cannot be left`);
    else if (!toAnEnd.has(state)) say(`state ${state} leads to no end`);
    if (shows !== undefined && !Object.hasOwn(p.statusWords, shows))
      say(`state ${state} shows unknown word ${shows}`);
  }
  const used = new Set([...Object.keys(p.opensOn), ...rows.map(({ command }) => command)]);
  for (const command of Object.keys(p.commands))
    if (!used.has(command)) say(`command ${command} is offered nowhere`);
};
