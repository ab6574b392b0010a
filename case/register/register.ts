// The register: departments, keys, officers, calendars and settled questions of all regions, folded from its entries.
// Pure; every value is shared structurally, so that a state of the past costs nothing to keep.
import { isTimeLimit, timeLimits } from '../../law/time-limits.ts';
import type { ErrorCode } from '../../schemas/errors.ts';
import { type Body, type DepartmentId, type Rank, type Region, regionOf } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { RegisterChange, RegisterCommand } from '../../schemas/register.ts';
import type { CalendarRecord, RegionSettings } from '../../schemas/time-limit.ts';
import { noSettings } from '../due/settled-limit.ts';
import { rawKeyOfNkey } from './nkey.ts';

export type Department = {
  department: DepartmentId;
  name: string;
  connectKey: string;
  addedAt: Instant;
  retiredAt?: Instant;
  simulated?: boolean;
};
export type KeyGrant = {
  key: string;
  holder: { department: DepartmentId } | { service: string };
  use: 'sign' | 'seal' | 'ledger';
  publicKey: string;
  grantedAt: Instant;
  revokedAt?: Instant;
};
type Appointment = { ranks: readonly Rank[]; from: Instant; until?: Instant };
export type Token = { token: string; department: DepartmentId; officer: string; revokedAt?: Instant };

export type Register = {
  /** Ledger sequence of the last register entry folded; `registerAt` of what is decided on it. */
  at: number;
  departments: Readonly<Record<DepartmentId, Department>>;
  /** Appointments one after the other: ranks are those of the day something happened. */
  officers: Readonly<Record<string, readonly Appointment[]>>;
  keys: Readonly<Record<string, KeyGrant>>;
  tokens: Readonly<Record<string, Token>>;
  routing: Readonly<Record<string, DepartmentId>>;
  settings: Readonly<Record<Region, RegionSettings>>;
  calendarRecords: readonly CalendarRecord[];
  /** Command ids taken, per region: the same change twice is taken once. */
  commands: Readonly<Record<string, number>>;
};

export const emptyRegister: Register = {
  at: 0,
  departments: {},
  officers: {},
  keys: {},
  tokens: {},
  routing: {},
  settings: {},
  calendarRecords: [],
  commands: {},
};

const officerKey = (department: DepartmentId, officer: string) => `${department}/${officer}`;

/** Region, its prefecture, its province, the country: nearest first. */
export const regionChain = (region: Region): Region[] => [
  ...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '100000']),
];

export const departmentOf = (register: Register, department: DepartmentId): Department | undefined =>
  register.departments[department];
export const isActive = (register: Register, department: DepartmentId): boolean => {
  const found = register.departments[department];
  return found !== undefined && found.retiredAt === undefined;
};
export const departmentsOf = (register: Register): Department[] => Object.values(register.departments);
export const keyOf = (register: Register, key: string): KeyGrant | undefined => register.keys[key];
export const tokenOf = (register: Register, sha256: string): Token | undefined => register.tokens[sha256];

/** Ranks an officer held at an instant; empty when not appointed then. */
export const ranksOf = (
  register: Register,
  department: DepartmentId,
  officer: string,
  at: Instant,
): readonly Rank[] =>
  register.officers[officerKey(department, officer)]?.findLast(
    (a) => a.from <= at && (a.until === undefined || at < a.until),
  )?.ranks ?? [];

/** Ranks of the day it happened; what is older than the officer's registration is recorded with the ranks of now. */
export const ranksWhen = (
  register: Register,
  department: DepartmentId,
  officer: string,
  occurredAt: Instant,
  now: Instant,
): readonly Rank[] => {
  const first = register.officers[officerKey(department, officer)]?.[0];
  return ranksOf(register, department, officer, first && occurredAt < first.from ? now : occurredAt);
};

/** Officers of a department with their ranks now. */
export const officersOf = (register: Register, department: DepartmentId) =>
  Object.entries(register.officers)
    .filter(([key]) => key.startsWith(`${department}/`))
    .flatMap(([key, appointments]) => {
      const last = appointments.at(-1);
      return last && last.until === undefined
        ? [{ officer: key.slice(department.length + 1), ranks: last.ranks }]
        : [];
    });

/** The department of a body that answers for a region: its own, the one routed to, or that of the region above. */
export const routeTo = (register: Register, region: Region, body: Body): DepartmentId | undefined => {
  for (const at of regionChain(region)) {
    const own: DepartmentId = `${at}/${body}`;
    if (isActive(register, own)) return own;
    const routed = register.routing[`${at}/${body}`];
    if (routed && isActive(register, routed)) return routed;
  }
  return undefined;
};

/** The same body one level up, where it is registered. */
export const superiorOf = (register: Register, department: DepartmentId): DepartmentId | undefined =>
  regionChain(regionOf(department))
    .slice(1)
    .map((region) => `${region}/${department.slice(7)}`)
    .find((id) => id !== department && isActive(register, id));

/** What a region settled, each question answered by the nearest region that settled it. */
export const settingsOf = (register: Register, region: Region): RegionSettings => {
  const chain = regionChain(region)
    .map((r) => register.settings[r])
    .filter((s) => s !== undefined);
  const merged: RegionSettings = { limits: {}, pauses: {}, agreed: {} };
  for (const own of chain.toReversed()) {
    Object.assign(merged, own, {
      limits: Object.assign({}, merged.limits, own.limits),
      pauses: Object.assign({}, merged.pauses, own.pauses),
      agreed: Object.assign({}, merged.agreed, own.agreed),
    });
  }
  return merged;
};

type Checked = { ok: true } | { ok: false; code: ErrorCode; details: string[] };
const no = (code: ErrorCode, ...details: string[]): Checked => ({ ok: false, code, details });

/**
 * Connect, sign and seal key of a department must differ: its client signs any nonce a server sends it. A key that was
 * revoked stays revoked, and a key id never comes to mean another key.
 */
const checkGrant = (
  register: Register,
  change: Extract<RegisterChange, { change: 'key-granted' }>,
): Checked => {
  const { key, publicKey } = change;
  if ('department' in change.holder) {
    const holder = change.holder.department;
    if (!isActive(register, holder)) return no('UNKNOWN_DEPARTMENT', holder);
    const connectKey = register.departments[holder]?.connectKey;
    if (connectKey && rawKeyOfNkey(connectKey) === publicKey) return no('EQUAL_KEYS', holder);
  }
  return Object.values(register.keys).some((old) => old.publicKey === publicKey || old.key === key)
    ? no('EQUAL_KEYS', key)
    : { ok: true };
};

const checkChange = (register: Register, region: Region, change: RegisterChange): Checked => {
  switch (change.change) {
    case 'department-added': {
      const { department } = change;
      if (regionOf(department) !== region) return no('UNKNOWN_DEPARTMENT', department);
      if (isActive(register, department)) return no('DUPLICATE_DEPARTMENT', department);
      const connectKey = rawKeyOfNkey(change.connectKey);
      return Object.values(register.keys).some((grant) => grant.publicKey === connectKey)
        ? no('EQUAL_KEYS', department)
        : { ok: true };
    }
    case 'department-retired':
    case 'officer-appointed':
      return isActive(register, change.department)
        ? { ok: true }
        : no('UNKNOWN_DEPARTMENT', change.department);
    case 'officer-retired':
    case 'token-issued': {
      const { department, officer } = change;
      if (!isActive(register, department)) return no('UNKNOWN_DEPARTMENT', department);
      const appointment = register.officers[officerKey(department, officer)]?.at(-1);
      return appointment && appointment.until === undefined
        ? { ok: true }
        : no('UNKNOWN_OFFICER', officerKey(department, officer));
    }
    case 'token-revoked':
      return Object.values(register.tokens).some(({ token }) => token === change.token)
        ? { ok: true }
        : no('UNKNOWN_TOKEN', change.token);
    case 'key-granted':
      return checkGrant(register, change);
    case 'key-revoked':
      return keyOf(register, change.key) ? { ok: true } : no('UNKNOWN_KEY', change.key);
    case 'agreed-limit-set':
      if (!isTimeLimit(change.limit)) return no('UNKNOWN_LIMIT', change.limit);
      // A date set by a document would leave those clocks without an end wherever there is no such document.
      return timeLimits.some((l) => l.id === change.limit && l.kind !== 'agreed') ||
        'setByDocument' in change.span
        ? no('LIMIT_NOT_AGREED', change.limit)
        : { ok: true };
    case 'limit-switched':
    case 'pause-allowed':
      return isTimeLimit(change.limit) ? { ok: true } : no('UNKNOWN_LIMIT', change.limit);
    default:
      return { ok: true };
  }
};

/** May this change be entered? Changes are checked one after the other, each on what the former left. */
export const decideRegister = (register: Register, command: RegisterCommand, at: Instant): Checked => {
  if (command.occurredAt > at) return no('OCCURRED_IN_FUTURE');
  let state = register;
  for (const change of command.changes) {
    const checked = checkChange(state, command.region, change);
    if (!checked.ok) return checked;
    state = applyChange(state, command.region, change, at);
  }
  return { ok: true };
};

const applyChange = (register: Register, region: Region, change: RegisterChange, at: Instant): Register => {
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
      return {
        ...register,
        departments: { ...register.departments, [change.department]: { ...old, retiredAt: at } },
      };
    }
    case 'key-granted': {
      const { change: _, ...grant } = change;
      return { ...register, keys: { ...register.keys, [change.key]: { ...grant, grantedAt: at } } };
    }
    case 'key-revoked': {
      const old = register.keys[change.key];
      return old
        ? { ...register, keys: { ...register.keys, [change.key]: { ...old, revokedAt: at } } }
        : register;
    }
    case 'officer-appointed':
    case 'officer-retired': {
      const key = officerKey(change.department, change.officer);
      const before = (register.officers[key] ?? []).map((a) =>
        a.until === undefined ? { ...a, until: at } : a,
      );
      const appointed = change.change === 'officer-appointed' ? [{ ranks: change.ranks, from: at }] : [];
      return { ...register, officers: { ...register.officers, [key]: [...before, ...appointed] } };
    }
    case 'token-issued':
      return {
        ...register,
        tokens: {
          ...register.tokens,
          [change.sha256]: { token: change.token, department: change.department, officer: change.officer },
        },
      };
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
  }
};

/** The register after an entry at `ledgerSequence`. Appointments and grants count from the change's own instant. */
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
    commands: { ...after.commands, [`${command.region} ${command.commandId}`]: ledgerSequence },
  };
};
