// A change of the register → the register after it. Nothing is checked here: what was entered was decided before.
import type { RegisterRegion } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { RegisterChange, RegisterCommand } from '../../schemas/register.ts';
import type { RegionSettings } from '../../schemas/time-limit.ts';
import { noSettings } from '../due/settled-limit.ts';
import { type Department, type KeyGrant, officerKey, type Register } from './register.ts';

/** The keys once an officer has left: its own are taken back, so that they do not return with the id. */
const keysWithout = (register: Register, officer: string, at: Instant): Register['keys'] =>
  Object.fromEntries(
    Object.entries(register.keys).map(([id, grant]) => {
      const { holder, revokedAt } = grant;
      const isOwn =
        'department' in holder &&
        holder.officer !== undefined &&
        officerKey(holder.department, holder.officer) === officer;
      return [id, isOwn && revokedAt === undefined ? { ...grant, revokedAt: at } : grant];
    }),
  );

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
      return {
        ...register,
        departments: { ...register.departments, [change.department]: { ...old, retiredAt: at } },
      };
    }
    case 'key-granted': {
      const { change: _, ...grant } = change;
      return { ...register, keys: { ...register.keys, [change.key]: grant as KeyGrant } };
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
      const officers = { ...register.officers, [key]: [...before, ...appointed] };
      const leaves = change.change === 'officer-retired';
      return { ...register, officers, keys: leaves ? keysWithout(register, key, at) : register.keys };
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
    case 'condition-switched':
      return settings((old) => ({
        ...old,
        conditions: {
          ...old.conditions,
          [change.condition]: { active: change.active, basis: change.basis },
        },
      }));
    case 'item-set':
      return register;
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
    commands: { ...after.commands, [`${command.region} ${command.commandId}`]: ledgerSequence },
  };
};
