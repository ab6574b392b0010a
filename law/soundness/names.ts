// Names: one name, one thing. Roles are held by somebody and have something to do; fields, conditions and versions are no
// other's; a report counts what there is.
import { OpenBody, PartyBody, SealedBody } from '../../schemas/command.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { LawData } from '../law-of.ts';
import type { Say } from './table.ts';

/** What every command carries under these names is no procedure's own. */
const TAKEN = new Set([OpenBody, PartyBody, SealedBody].flatMap(({ shape }) => Object.keys(shape)));

const checkRoles = (p: Procedure, data: LawData, say: Say): void => {
  const commands = Object.values(p.commands);
  const acts = new Set(commands.flatMap((c) => c.by));
  const given = new Set([
    ...commands.flatMap((c) => [c.handsTo, ...(c.copyTo ?? []), ...(c.copyWhere ?? []).map(({ to }) => to)]),
    ...Object.values(p.clocks).map((clock) => clock.obliges),
  ]);
  const handed = new Set(commands.flatMap((c) => c.handsTo ?? []));
  // Held from the opening on: by whoever opens it, or given by the proceeding that does.
  const atOpening = new Set([
    ...Object.keys(p.opensOn).flatMap((command) => p.commands[command]?.by ?? []),
    ...data.procedures
      .flatMap((other) => Object.values(other.commands))
      .flatMap(({ opens = [] }) => opens)
      .flatMap((opened) => (opened.procedure === p.procedure ? Object.keys(opened.roles) : [])),
  ]);
  for (const [role, { cast, sees, above, counterpartOf, otherThan }] of Object.entries(p.roles)) {
    if (role === 'subject') say('role subject is the name of the subject');
    if (above !== undefined && !Object.hasOwn(p.roles, above))
      say(`role ${role} stands above unknown role ${above}`);
    if (counterpartOf !== undefined && !Object.hasOwn(p.roles, counterpartOf))
      say(`role ${role} is the counterpart of unknown role ${counterpartOf}`);
    if (otherThan !== undefined && !Object.hasOwn(p.roles, otherThan))
      say(`role ${role} is held by another than unknown role ${otherThan}`);
    if (role.startsWith('former-')) continue;
    if (cast === undefined && !handed.has(role) && !atOpening.has(role)) say(`nobody is cast as ${role}`);
    if (!acts.has(role) && !given.has(role) && sees !== 'status') say(`role ${role} has nothing to do`);
    if ((cast === 'routing' || cast === 'involved') && !p.roles[role]?.bodies)
      say(`role ${role} is routed to no kind of department`);
  }
};

const checkFields = (p: Procedure, data: LawData, say: Say): void => {
  for (const [name, { kind, list, class: sort }] of Object.entries(p.fields)) {
    if (TAKEN.has(name)) say(`field ${name} has the name of what every command may carry`);
    const other = data.procedures.find((q) => {
      const theirs = q.fields[name];
      return theirs && (theirs.kind !== kind || theirs.list !== list || theirs.class !== sort);
    });
    if (other) say(`field ${name} is of another kind in ${other.procedure}@${other.version}`);
  }
};

/** A band of a scale has the bands of it, and is the band of an amount that is a party's. */
const checkBands = (p: Procedure, data: LawData, say: Say): void => {
  for (const [name, { scale, of = '', options = {} }] of Object.entries(p.fields)) {
    if (scale === undefined) continue;
    const bands = data.amountScales?.[scale]?.bands.map(({ band }) => band);
    if (bands === undefined) say(`field ${name} is of unknown scale ${scale}`);
    else if (bands.toSorted().join() !== Object.keys(options).toSorted().join())
      say(`field ${name} has other bands than scale ${scale}`);
    const amount = p.fields[of];
    const isAmount = amount?.kind === 'amount' && amount.class === 'party' && !amount.list;
    if (of !== 'amountFen' && !isAmount)
      say(`field ${name} is the band of ${of}, which is no amount of a party`);
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

/** What is cited is known. */
export const checkBasis = (basis: readonly LegalBasis[], data: LawData, say: Say): void => {
  for (const { act } of basis) if (!Object.hasOwn(data.acts, act)) say(`cites unknown act ${act}`);
};

type InForce = { readonly from?: string | undefined; readonly until?: string | undefined };

/** Whether one had ended by when the other began. */
const isNeverAtOnce = (one: InForce, other: InForce = {}): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([first, second]) => (first?.until ?? '9999') <= (second?.from ?? ''));

export const checkNames = (p: Procedure, data: LawData, say: Say): void => {
  checkRoles(p, data, say);
  checkFields(p, data, say);
  checkBands(p, data, say);
  checkReport(p, say);
  // A clock may start on either.
  for (const state of Object.keys(p.states))
    if (Object.hasOwn(p.commands, state)) say(`${state} is both a state and a command`);
  for (const [state, { marks, marksPassTo: heir }] of Object.entries(p.states)) {
    const theirs = data.procedures.filter(({ procedure }) => procedure === heir?.procedure);
    if (
      heir &&
      !theirs.some((q) => Object.values(q.states).some((s) => s.marks?.some((m) => marks?.includes(m))))
    )
      say(`state ${state} passes its marks to ${heir.procedure}, which carries none of them`);
  }
  for (const [id, condition] of Object.entries(p.conditions)) {
    const text = JSON.stringify(condition);
    const other = data.procedures.find(
      (q) => q.procedure !== p.procedure && q.conditions[id] && JSON.stringify(q.conditions[id]) !== text,
    );
    if (other) say(`condition ${id} says something else in ${other.procedure}`);
  }
  for (const basis of [p.basis, ...Object.values(p.conditions).map((c) => c.basis ?? [])]) {
    checkBasis(basis, data, say);
    for (const { act } of basis)
      if (isNeverAtOnce(p.inForce, data.acts[act])) say(`cites ${act}, which is not in force while it is`);
  }
  const same = data.procedures.filter((q) => q.procedure === p.procedure && q.version === p.version);
  if (same.length > 1) say('is there twice');
  if (p.inForce.until !== undefined && p.inForce.until <= p.inForce.from) say('is never in force');
};
