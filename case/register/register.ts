// The register: departments, keys, officers, calendars and settled questions of all regions, and what it answers.
// Pure; every value is shared structurally, so that a state of the past costs nothing to keep.

import { remember } from '../../law/remember.ts';
import {
  type Body,
  bodyOf,
  type DepartmentId,
  type OfficerId,
  type Rank,
  type Region,
  type RegisterRegion,
  regionOf,
  registerRegionOf,
} from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { KeyHolder, KeySuite, KeyUse } from '../../schemas/register.ts';
import { REGISTER_ITEMS } from '../../schemas/register-item.ts';
import type { CalendarRecord, RegionSettings } from '../../schemas/time-limit.ts';
import { noSettings } from '../due/settled-limit.ts';
import { itemAt, type RegisterItems } from './items.ts';

export type Department = {
  department: DepartmentId;
  name: string;
  connectKey: string;
  addedAt: Instant;
  retiredAt?: Instant;
  simulated?: boolean;
  divisionBasis?: string;
};
export type KeyGrant = {
  key: string;
  holder: KeyHolder;
  use: KeyUse;
  suite: KeySuite;
  publicKey: string;
  from: Instant;
  until?: Instant;
  revokedAt?: Instant;
};
/** `since`: when the officer came into office; ranks given later in the same term leave it as it is. */
export type Appointment = { ranks: readonly Rank[]; since: Instant; from: Instant; until?: Instant };
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
  settings: Readonly<Record<RegisterRegion, RegionSettings>>;
  calendarRecords: readonly CalendarRecord[];
  items: RegisterItems;
  /** Ledger sequence of the entry that stated the clock last, 0 for none: time counts from there. */
  clockStatedAt: number;
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
  items: {},
  clockStatedAt: 0,
  commands: {},
};

export const officerKey = (department: DepartmentId, officer: string) => `${department}/${officer}`;

/** Region, its county where it is a township or zone, its prefecture, its province, the country: nearest first. */
export const regionChain = (region: Region): Region[] => [
  ...new Set([
    region,
    registerRegionOf(region),
    `${region.slice(0, 4)}00`,
    `${region.slice(0, 2)}0000`,
    '100000',
  ]),
];

export const departmentOf = (register: Register, department: DepartmentId): Department | undefined =>
  register.departments[department];
export const isActive = (register: Register, department: DepartmentId): boolean => {
  const found = register.departments[department];
  return found !== undefined && found.retiredAt === undefined;
};
export const departmentsOf = (register: Register): Department[] => Object.values(register.departments);
export const keyOf = (register: Register, key: string): KeyGrant | undefined =>
  Object.hasOwn(register.keys, key) ? register.keys[key] : undefined;

/** The grant of a key that counts at an instant: begun, not run out, and not taken back as far as this register knows. */
export const grantAt = (register: Register, key: string, at: Instant): KeyGrant | undefined => {
  const grant = keyOf(register, key);
  if (!grant || grant.revokedAt !== undefined) return undefined;
  return grant.from <= at && (grant.until === undefined || at < grant.until) ? grant : undefined;
};

const sealKeys = remember(({ keys }: Register) =>
  Map.groupBy(
    Object.values(keys).filter(({ use }) => use === 'seal'),
    ({ holder }) => ('department' in holder && holder.officer === undefined ? holder.department : undefined),
  ),
);

/** The key that opens what is sealed for a department at an instant: of several the one granted last. */
export const sealKeyOf = (register: Register, department: DepartmentId, at: Instant): KeyGrant | undefined =>
  sealKeys(register)
    .get(department)
    ?.filter(({ key }) => grantAt(register, key, at) !== undefined)
    .reduce<KeyGrant | undefined>((last, key) => (last && last.from > key.from ? last : key), undefined);

/** Whether a key speaks for an officer: it is the department's, whose word it is then, or the officer's own. */
export const speaksFor = (
  { holder }: KeyGrant,
  actor: { readonly department: DepartmentId; readonly officer: OfficerId },
): boolean =>
  'department' in holder &&
  holder.department === actor.department &&
  (holder.officer === undefined || holder.officer === actor.officer);

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

/**
 * The term an officer is serving: since when, and when a former one of the same id ended, never later than that, though the
 * clock was set back between. `undefined` out of office.
 */
export const termOf = (
  register: Register,
  department: DepartmentId,
  officer: string,
): { readonly since: Instant; readonly leftBefore: Instant | undefined } | undefined => {
  const appointments = register.officers[officerKey(department, officer)] ?? [];
  const last = appointments.at(-1);
  if (last === undefined || last.until !== undefined) return undefined;
  const { since } = last;
  const left = appointments.findLast((former) => former.since !== since)?.until;
  return { since, leftBefore: left !== undefined && left > since ? since : left };
};

/** Whether something happened before the register knew the officer. */
export const isBeforeAppointment = (
  register: Register,
  department: DepartmentId,
  officer: string,
  occurredAt: Instant,
): boolean => occurredAt < (register.officers[officerKey(department, officer)]?.[0]?.from ?? '');

/** Older than this, what is recorded needs a reason; and of what is older than the register the head's word. */
export const LONG_AGO_MS = 7 * 86_400_000;

/** Whether it is so much older than the officer’s registration that whenever it is recorded only a head may enter it. */
export const isLongBeforeAppointment = (
  register: Register,
  department: DepartmentId,
  officer: string,
  occurredAt: Instant,
): boolean => isBeforeAppointment(register, department, officer, plusMillis(occurredAt, LONG_AGO_MS));

/** Ranks of the day it happened; what is older than the officer's registration is recorded with the ranks of now. */
export const ranksWhen = (
  register: Register,
  department: DepartmentId,
  officer: string,
  occurredAt: Instant,
  now: Instant,
): readonly Rank[] => {
  const isOlder = isBeforeAppointment(register, department, officer, occurredAt);
  return ranksOf(register, department, officer, isOlder ? now : occurredAt);
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
    .map((region): DepartmentId => `${region}/${bodyOf(department)}`)
    .find((id) => id !== department && isActive(register, id));

/** Members of a region, and of those above it, that are told what came of a procedure at an instant. */
export const toldResults = (
  register: Register,
  region: Region,
  procedure: string,
  at: Instant,
): readonly DepartmentId[] =>
  regionChain(region)
    .map((one) => itemAt(register, one, 'results-told', procedure, at))
    .flatMap((item) => (item ? REGISTER_ITEMS['results-told'].parse(item.data).to : []))
    .filter((department) => isActive(register, department));

/** What a region settled, each question answered by the nearest region that settled it. */
export const settingsOf = (register: Register, region: Region): RegionSettings => {
  const chain = regionChain(region)
    .map((r) => register.settings[r])
    .filter((s) => s !== undefined);
  const merged: RegionSettings = { ...noSettings };
  for (const own of chain.toReversed()) {
    Object.assign(merged, own, {
      limits: Object.assign({}, merged.limits, own.limits),
      pauses: Object.assign({}, merged.pauses, own.pauses),
      agreed: Object.assign({}, merged.agreed, own.agreed),
      agreedFor: Object.assign({}, merged.agreedFor, own.agreedFor),
      conditions: Object.assign({}, merged.conditions, own.conditions),
    });
  }
  return merged;
};
