// What a breach on record does, and what falls with another: a ladder opens only what there is, for limits that a breach is counted of; and the commands of the bus
// bring nothing that an officer would have to bring, nor do what only an officer does.
import { BUS } from '../../schemas/ids.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import type { TimeLimit } from '../../schemas/time-limit.ts';
import type { LawData } from '../law-of.ts';
import { checkBasis } from './names.ts';
import type { Say } from './table.ts';

/** Parts of a command that somebody must answer for. */
const OF_AN_OFFICER = [
  'rank',
  'papers',
  'reason',
  'officers',
  'needs',
  'handsTo',
  'closesHandOff',
  'opens',
  'also',
] as const satisfies readonly (keyof ProcedureCommand)[];

/** Whether what another command undoes takes it along. */
const falls = (p: Procedure, name: string, { procedures }: LawData): boolean =>
  procedures.some(({ commands }) =>
    Object.values(commands).some(({ also = [] }) =>
      also.some((one) => one.falls && one.procedure === p.procedure && one.command === name),
    ),
  );

const checkBusCommand = (
  p: Procedure,
  name: string,
  command: ProcedureCommand,
  data: LawData,
  say: Say,
): void => {
  const { opens, lifted } = p.byBreach ?? {};
  if (name !== opens && name !== lifted && !falls(p, name, data))
    say(`command ${name} is of the bus, and neither a breach takes it nor does it fall with another`);
  if (command.by.length > 1) say(`command ${name} is of the bus and of others`);
  for (const part of OF_AN_OFFICER)
    if (command[part] !== undefined) say(`command ${name} is of the bus and has ${part}`);
};

/** What the bus takes in a procedure, and nobody else does. */
export const checkByBreach = (p: Procedure, data: LawData, say: Say): void => {
  if (Object.hasOwn(p.roles, BUS)) say(`role ${BUS} is the name of the bus`);
  for (const [name, command] of Object.entries(p.commands))
    if (command.by.includes(BUS)) checkBusCommand(p, name, command, data, say);
  if (!p.byBreach) return;
  const { opens, lifted, fields = {} } = p.byBreach;
  for (const name of [opens, lifted])
    if (!p.commands[name]?.by.includes(BUS)) say(`a breach takes ${name}, which is no command of the bus`);
  if (!Object.hasOwn(p.opensOn, opens)) say(`a breach opens it by ${opens}, which it does not open on`);
  if (p.per === 'receiver' || p.per === 'subject')
    say(`a breach opens it, though it is one for each ${p.per}`);
  if (Object.values(p.roles).filter(({ cast }) => cast === 'actor').length !== 1)
    say('a breach opens it, and not one role is cast as whoever opens it');
  for (const name of Object.keys(fields))
    if (!p.commands[opens]?.takes?.includes(name)) say(`a breach says ${name}, which ${opens} does not take`);
};

/** What the ladder of a limit opens: a procedure that a breach opens, on an act there is; what is merely agreed opens nothing. */
export const checkOpening = ({ ladder, kind }: TimeLimit, data: LawData, say: Say): void => {
  for (const { opens } of data.ladders[ladder] ?? []) {
    if (!opens) continue;
    const { procedure, basis } = opens;
    const theirs = data.procedures.filter((p) => p.procedure === procedure);
    if (theirs.length === 0) say(`its ladder opens unknown procedure ${procedure}`);
    else if (theirs.every(({ byBreach }) => byBreach === undefined))
      say(`its ladder opens ${procedure}, which no breach opens`);
    if (kind === 'agreed') say(`is agreed, and its ladder opens ${procedure}`);
    checkBasis(basis, data, say);
  }
};
