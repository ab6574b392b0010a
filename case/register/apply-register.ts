// A change of the register → the register after it. Nothing is checked here: what was entered was decided before.
import type { DepartmentId, OfficerId, RegisterRegion } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { type RegisterChange, type RegisterCommand, statesClock } from '../../schemas/register.ts';
import type { RegionSettings } from '../../schemas/time-limit.ts';
import { noSettings } from '../due/settled-limit.ts';
import {
  type Appointment,
  type Department,
  type KeyGrant,
  officerKey,
  type Register,
  type Token,
} from './register.ts';

/** Whom a leaving takes along: a department whole, or one officer of it. */
type Leaving = { readonly department: DepartmentId; readonly officer?: OfficerId };

const ended = (appointments: readonly Appointment[], at: Instant): Appointment[] =>
  appointments.map((a) => (a.until === undefined ? { ...a, until: at } : a));

/**
 * The register once a department or an officer has left: appointments end, keys and tokens are taken back, so that nothing
 * returns with the id when it is entered again.
 */
const without = (register: Register, leaving: Leaving, at: Instant): Register => {
  const isTheirs = (of: object): boolean =>
    'department' in of &&
    of.department === leaving.department &&
    (leaving.officer === undefined || ('officer' in of && of.officer === leaving.officer));
  const officers =
    leaving.officer === undefined
      ? `${leaving.department}/`
      : officerKey(leaving.department, leaving.officer);
  const each = <T>(all: Readonly<Record<string, T>>, edit: (one: T, id: string) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, edit(one, id)]));
  return {
    ...register,
    officers: each(register.officers, (appointments, id) =>
      (leaving.officer === undefined ? id.startsWith(officers) : id === officers)
        ? ended(appointments, at)
        : appointments,
    ),
    keys: each(register.keys, (grant) => (isTheirs(grant.holder) ? { revokedAt: at, ...grant } : grant)),
    tokens: each(register.tokens, (token) => (isTheirs(token) ? { revokedAt: at, ...token } : token)),
  };
};

/** What is entered in a place where something was taken back stays taken back. */
const stillRevoked = <T extends object>(
  entered: T,
  before: { readonly revokedAt?: Instant } | undefined,
): T => (before?.revokedAt === undefined ? entered : { ...entered, revokedAt: before.revokedAt });

/** `at` is the instant of the command: appointments and retirements count from there. */
export const applyChange = (
  register: Register,
  region: RegisterRegion,
  change: RegisterChange,
  at: Instant,
): Register => {
  const settings = (edit: (old: RegionSettings) => RegionSettings): Register => ({
    ...register,
    settings: { ...register.settings, [region]: edit(register.settings[region] ?? noSettings) },
  });
  switch (change.change) {
    case 'department-added': {
      const { change: _, ...added } = change;
      const department: Department = { ...added, addedAt: at } as Department;
      return { ...register, departments: { ...register.departments, [change.department]: department } };
    }
    case 'department-retired': {
      const old = register.departments[change.department];
      if (!old) return register;
      const left = without(register, { department: change.department }, at);
      return {
        ...left,
        departments: { ...left.departments, [change.department]: { ...old, retiredAt: at } },
      };
    }
    case 'key-granted': {
      const { change: _, ...grant } = change;
      const entered = stillRevoked(grant as KeyGrant, register.keys[change.key]);
      return { ...register, keys: { ...register.keys, [change.key]: entered } };
    }
    case 'key-revoked': {
      const old = register.keys[change.key];
      return old
        ? { ...register, keys: { ...register.keys, [change.key]: { ...old, revokedAt: at } } }
        : register;
    }
    case 'officer-appointed': {
      const key = officerKey(change.department, change.officer);
      const known = register.officers[key] ?? [];
      const serving = known.at(-1)?.until === undefined ? known.at(-1) : undefined;
      const before = ended(known, at);
      const appointed = { ranks: change.ranks, since: serving?.since ?? at, from: at };
      return { ...register, officers: { ...register.officers, [key]: [...before, appointed] } };
    }
    case 'officer-retired':
      return without(register, { department: change.department, officer: change.officer }, at);
    case 'token-issued': {
      const { token, department, officer, sha256 } = change;
      const issued = stillRevoked<Token>({ token, department, officer }, register.tokens[sha256]);
      return { ...register, tokens: { ...register.tokens, [sha256]: issued } };
    }
    case 'token-revoked':
      return {
        ...register,
        tokens: Object.fromEntries(
          Object.entries(register.tokens).map(([sha, t]) =>
            t.token === change.token ? [sha, { ...t, revokedAt: at }] : [sha, t],
          ),
        ),
      };
    case 'calendar-published':
      return { ...register, calendarRecords: [...register.calendarRecords, ...change.records] };
    case 'routing-set':
      return {
        ...register,
        routing: { ...register.routing, [`${region}/${change.body}`]: change.department },
      };
    case 'unit-settled':
      return settings((old) => ({ ...old, unsettledUnit: { unit: change.unit, basis: change.basis } }));
    case 'local-days-settled':
      return settings((old) => ({ ...old, localDaysOff: { count: change.count, basis: change.basis } }));
    case 'pause-allowed':
      return settings((old) => ({
        ...old,
        pauses: { ...old.pauses, [change.limit]: { basis: change.basis } },
      }));
    case 'limit-switched':
      return settings((old) => ({
        ...old,
        limits: { ...old.limits, [change.limit]: { active: change.active, basis: change.basis } },
      }));
    case 'agreed-limit-set':
      return settings((old) => ({
        ...old,
        agreed: { ...old.agreed, [change.limit]: { span: change.span, basis: change.basis } },
      }));
    case 'condition-switched':
      return settings((old) => ({
        ...old,
        conditions: {
          ...old.conditions,
          [change.condition]: { active: change.active, basis: change.basis },
        },
      }));
    // Where it stands counts, not what it says: `applyRegister` knows that.
    case 'clock-stated':
      return register;
    case 'item-set': {
      const { kind, id, data, basis, from, until } = change;
      const own = register.items[region] ?? {};
      const key = `${kind} ${id}`;
      const item = { data, basis, from, ...(until ? { until } : {}) };
      return {
        ...register,
        items: { ...register.items, [region]: { ...own, [key]: [...(own[key] ?? []), item] } },
      };
    }
  }
};

/** The register after an entry at `ledgerSequence`. */
export const applyRegister = (
  register: Register,
  command: RegisterCommand,
  ledgerSequence: number,
): Register => {
  const after = command.changes.reduce(
    (state, change) => applyChange(state, command.region, change, command.occurredAt),
    register,
  );
  return {
    ...after,
    at: ledgerSequence,
    clockStatedAt: statesClock(command) ? ledgerSequence : after.clockStatedAt,
    commands: { ...after.commands, [`${command.region} ${command.commandId}`]: ledgerSequence },
  };
};
