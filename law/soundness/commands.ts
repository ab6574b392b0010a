// Commands: their roles, fields and papers are known, and what they set off in other procedures can be taken there.
import { PartyBody } from '../../schemas/command.ts';
import { writtenAs } from '../../schemas/field.ts';
import { BUS } from '../../schemas/ids.ts';
import { isStated, type Procedure, type ProcedureCommand, SHARED_FIELDS } from '../../schemas/procedure.ts';
import type { LawData } from '../law-of.ts';
import { marksOf, type Say } from './table.ts';

const isPartyValue = (name: string): boolean => Object.hasOwn(PartyBody.shape, name);

/** Declared fields and values that a command taken along with another needs, the other needs too: nobody else is asked for them. */
const fieldsLacking = (c: ProcedureCommand, theirs: Procedure, name: string): readonly string[] =>
  (theirs.commands[name]?.needs ?? []).filter(
    (need) => (Object.hasOwn(theirs.fields, need) || isPartyValue(need)) && !c.needs?.includes(need),
  );

const takesField = ({ needs = [], takes = [] }: ProcedureCommand, field: string): boolean =>
  [...needs, ...takes].includes(field);

/** Closed to whoever sees no more than a status word. */
const isClosed = ({ roles }: Procedure): boolean =>
  Object.values(roles).some(({ sees }) => sees === 'status');

const isTaken = (theirs: Procedure, name: string, field: string, value: unknown): boolean => {
  const command = theirs.commands[name];
  const declared = theirs.fields[field];
  return (
    declared?.class === 'open' &&
    command !== undefined &&
    takesField(command, field) &&
    writtenAs(declared).safeParse(value).success
  );
};

const checkResults = (p: Procedure, say: Say): void => {
  for (const name of p.results ?? [])
    if (!Object.hasOwn(p.commands, name)) say(`unknown command ${name} is a result`);
};

const checkBalance = ({ balance, commands, fields }: Procedure, say: Say): void => {
  if (!balance) return;
  const { owedIn, ...counted } = balance;
  for (const name of Object.values(counted).flatMap((names) => names ?? []))
    if (!Object.hasOwn(commands, name)) say(`the balance counts unknown command ${name}`);
  if (owedIn === undefined) return;
  if (fields[owedIn]?.kind !== 'amount' || fields[owedIn]?.class !== 'party')
    say(`the balance counts field ${owedIn}, which is no amount of a party`);
  for (const name of [...balance.owes, ...(balance.told ?? [])])
    if (!commands[name]?.takes?.includes(owedIn))
      say(`the balance counts field ${owedIn}, which ${name} does not take`);
};

const checkCommand = (p: Procedure, name: string, c: ProcedureCommand, data: LawData, say: Say): void => {
  const roles = [
    ...c.by,
    ...(c.copyTo ?? []),
    ...(c.copyWhere ?? []).map(({ to }) => to),
    ...(c.handsTo ? [c.handsTo] : []),
    ...(c.opens ?? []).flatMap((opened) => Object.values(opened.roles).flat()),
  ];
  for (const role of roles)
    if (role !== BUS && !Object.hasOwn(p.roles, role)) say(`command ${name} names unknown role ${role}`);
  if (c.handsTo && p.roles[c.handsTo]?.sees === 'status')
    say(`command ${name} hands the case to ${c.handsTo}, who sees a status word only`);
  if (c.givesBack && !(p.roles[c.givesBack]?.keepsFormer && c.closesHandOff))
    say(`command ${name} gives ${c.givesBack} back, which nobody passes on`);
  const isKnown = (field: string): boolean =>
    Object.hasOwn(p.fields, field) ||
    (SHARED_FIELDS as readonly string[]).includes(field) ||
    isPartyValue(field);
  for (const field of [...(c.needs ?? []), ...(c.takes ?? [])])
    if (!isKnown(field)) say(`command ${name} names unknown field ${field}`);
  for (const field of (c.onRecord ?? []).filter((one) => one !== 'subjects' && !isStated(one)))
    if (!c.takes?.includes(field) || (p.fields[field]?.class ?? 'sealed') === 'sealed')
      say(`command ${name} wants ${field} on the record, which is no field it takes, or sealed`);
  for (const mark of (c.lifts ?? []).filter((one) => !marksOf(p).includes(one)))
    say(`command ${name} lifts mark ${mark}, which it never carries`);
  for (const paper of c.papers ?? [])
    if (!Object.hasOwn(p.papers, paper) && !Object.hasOwn(data.papers, paper))
      say(`command ${name} asks for unknown paper ${paper}`);
  const versionsOf = (procedure: string) => data.procedures.filter((other) => other.procedure === procedure);
  for (const { procedure, command, roles: given, about, says = {} } of c.opens ?? []) {
    const others = versionsOf(procedure);
    const named = about === undefined ? undefined : p.fields[about];
    if (about !== undefined && !(named?.kind === 'subject' && named.class === 'open' && takesField(c, about)))
      say(`command ${name} opens ${procedure} about ${about}, which is no open subject it takes`);
    const opened = others.filter((other) => Object.hasOwn(other.opensOn, command));
    if (others.length === 0) say(`command ${name} opens unknown procedure ${procedure}`);
    else if (opened.length === 0)
      say(`command ${name} opens ${procedure}, which does not open on ${command}`);
    for (const other of opened) {
      if (about !== undefined && (!other.per.startsWith('subject') || isClosed(other)))
        say(
          `command ${name} opens ${procedure} about ${about}, which is closed or about nobody in particular`,
        );
      for (const role of Object.keys(given))
        if (!Object.hasOwn(other.roles, role))
          say(`command ${name} gives unknown role ${role} of ${procedure}`);
      for (const [field, value] of Object.entries(says))
        if (!isTaken(other, command, field, value))
          say(`command ${name} says ${field} of ${procedure}, which ${command} does not take so`);
      for (const field of fieldsLacking(c, other, command))
        say(`command ${name} opens ${procedure} without field ${field}`);
    }
  }
  for (const { procedure, command } of c.also ?? []) {
    const others = versionsOf(procedure);
    const moved = others.filter((other) => Object.hasOwn(other.commands, command));
    if (others.length === 0) say(`command ${name} also moves unknown procedure ${procedure}`);
    else if (moved.length === 0) say(`command ${name} also takes unknown command ${command} of ${procedure}`);
    for (const other of moved)
      for (const field of fieldsLacking(c, other, command))
        say(`command ${name} also takes ${command} of ${procedure} without field ${field}`);
  }
};

export const checkCommands = (p: Procedure, data: LawData, say: Say): void => {
  checkResults(p, say);
  checkBalance(p, say);
  for (const [name, command] of Object.entries(p.commands)) checkCommand(p, name, command, data, say);
  const byEvent = Map.groupBy(Object.entries(p.commands), ([, { event }]) => event);
  for (const [event, all] of byEvent)
    if (all.length > 1) say(`event ${event} is of commands ${all.map(([name]) => name).join(' and ')}`);
};
