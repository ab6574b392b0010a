// May a register command be entered? Each of its changes is checked on the register that the former ones leave.
import type { Law } from '../../law/law.ts';
import { bandsAbove } from '../../schemas/amount-scale.ts';
import type { ErrorCode } from '../../schemas/errors.ts';
import {
  type DepartmentId,
  type OfficerId,
  type RegisterRegion,
  regionOf,
  registerRegionOf,
} from '../../schemas/ids.ts';
import { type Instant, millisOf } from '../../schemas/instant.ts';
import { KEY_SUITES, type RegisterChange, type RegisterCommand } from '../../schemas/register.ts';
import { isRegisterItemKind, REGISTER_ITEMS } from '../../schemas/register-item.ts';
import { NATIONAL } from '../../schemas/subjects.ts';
import { applyChange } from './apply-register.ts';
import { rawKeyOfNkey } from './nkey.ts';
import { departmentsOf, isActive, keyOf, officerKey, type Register } from './register.ts';

type Checked = { ok: true } | { ok: false; code: ErrorCode; details: string[] };
const no = (code: ErrorCode, ...details: string[]): Checked => ({ ok: false, code, details });

/**
 * Whether there is a division of this code, or one whose code begins so: in the law's list, or one in which a department was
 * registered on a basis of its own.
 */
const isKnownDivision = (register: Register, { divisions }: Law, code: string): boolean =>
  divisions === undefined ||
  [...divisions].some((known) => known.startsWith(code)) ||
  departmentsOf(register).some(({ department }) => department.startsWith(code));

const isInOffice = (register: Register, department: DepartmentId, officer: OfficerId): boolean => {
  const appointment = register.officers[officerKey(department, officer)]?.at(-1);
  return appointment !== undefined && appointment.until === undefined;
};

/**
 * Connect, sign and seal key of a department must differ: its client signs any nonce a server sends it. A key that was
 * revoked stays revoked, and a key id never comes to mean another key.
 */
const checkGrant = (
  register: Register,
  change: Extract<RegisterChange, { change: 'key-granted' }>,
): Checked => {
  const { key, publicKey, holder, use, suite, from, until } = change;
  if (suite !== KEY_SUITES[use]) return no('KEY_GRANT_WRONG', `suite: ${use} ${KEY_SUITES[use]}`);
  if (until !== undefined && until <= from) return no('KEY_GRANT_WRONG', 'until');
  if ('department' in holder) {
    const { department, officer } = holder;
    if (!isActive(register, department)) return no('UNKNOWN_DEPARTMENT', department);
    if (officer !== undefined && !isInOffice(register, department, officer))
      return no('UNKNOWN_OFFICER', officerKey(department, officer));
    const connectKey = register.departments[department]?.connectKey;
    if (connectKey && rawKeyOfNkey(connectKey) === publicKey) return no('EQUAL_KEYS', department);
  }
  return Object.values(register.keys).some((old) => old.publicKey === publicKey || old.key === key)
    ? no('EQUAL_KEYS', key)
    : { ok: true };
};

/** How far the clock may be off what a person says: somebody typed it. */
const STATED_WITHIN_MS = 10 * 60_000;

/** A statement of the time stands alone, and agrees with the clock it is about. */
const checkClock = ({ region, changes }: RegisterCommand, at: Instant): Checked => {
  for (const change of changes) {
    if (change.change !== 'clock-stated') continue;
    if (region !== NATIONAL) return no('FIELD_REFUSED', 'region');
    if (changes.length > 1) return no('FIELD_REFUSED', 'changes');
    const off = Math.abs(millisOf(change.says) - millisOf(at));
    if (off > STATED_WITHIN_MS) return no('CLOCK_NOT_AS_STATED', at);
  }
  return { ok: true };
};

/** An item of a kind the law knows, in the shape of its kind; a standard of amounts names the bands of its scale. */
const checkItem = (change: Extract<RegisterChange, { change: 'item-set' }>, law: Law): Checked => {
  const { kind, id, data, from, until } = change;
  if (!isRegisterItemKind(kind)) return no('UNKNOWN_ITEM_KIND', kind);
  if (!REGISTER_ITEMS[kind].safeParse(data).success) return no('FIELD_REFUSED', kind);
  if (until !== undefined && until <= from) return no('FIELD_REFUSED', 'until');
  if (kind !== 'amount-standard') return { ok: true };
  const { begins } = REGISTER_ITEMS[kind].parse(data);
  const scale = law.amountScale(id);
  return scale && begins.map(({ band }) => band).join() === bandsAbove(scale.bands).join()
    ? { ok: true }
    : no('FIELD_REFUSED', kind, id);
};

const checkChange = (
  register: Register,
  region: RegisterRegion,
  change: RegisterChange,
  law: Law,
): Checked => {
  switch (change.change) {
    case 'department-added': {
      const { department } = change;
      if (registerRegionOf(regionOf(department)) !== region) return no('UNKNOWN_DEPARTMENT', department);
      if (isActive(register, department)) return no('DUPLICATE_DEPARTMENT', department);
      if (!change.divisionBasis && !change.simulated && !isKnownDivision(register, law, region))
        return no('UNKNOWN_DIVISION', region);
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
      return isInOffice(register, department, officer)
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
      if (law.versionsOf(change.limit).length === 0) return no('UNKNOWN_LIMIT', change.limit);
      // A date set by a document would leave those clocks without an end wherever there is no such document.
      return law.versionsOf(change.limit).some((l) => l.kind !== 'agreed') || 'setByDocument' in change.span
        ? no('LIMIT_NOT_AGREED', change.limit)
        : { ok: true };
    case 'routing-set':
      return isActive(register, change.department)
        ? { ok: true }
        : no('UNKNOWN_DEPARTMENT', change.department);
    case 'calendar-published': {
      const astray = change.records.find(({ region: prefix }) => !isKnownDivision(register, law, prefix));
      return astray ? no('UNKNOWN_DIVISION', astray.region) : { ok: true };
    }
    case 'condition-switched':
      return law.procedures.some((p) => p.conditions[change.condition]?.switchable)
        ? { ok: true }
        : no('UNKNOWN_CONDITION', change.condition);
    case 'limit-switched':
    case 'pause-allowed':
      return law.versionsOf(change.limit).length > 0 ? { ok: true } : no('UNKNOWN_LIMIT', change.limit);
    case 'item-set':
      return checkItem(change, law);
    default:
      return { ok: true };
  }
};

/** Register and command → whether it may be entered at `at`, the registrar's instant. A department may enter nothing. */
export const decideRegister = (
  register: Register,
  command: RegisterCommand,
  at: Instant,
  law: Law,
): Checked => {
  if ('department' in command.actor) return no('NOT_PERMITTED', command.actor.department);
  if (command.occurredAt > at) return no('OCCURRED_IN_FUTURE', `now: ${at}`);
  const added = command.changes.some(({ change }) => change === 'department-added');
  if (!added && !isKnownDivision(register, law, command.region))
    return no('UNKNOWN_DIVISION', command.region);
  const clock = checkClock(command, at);
  if (!clock.ok) return clock;
  let state = register;
  for (const change of command.changes) {
    const checked = checkChange(state, command.region, change, law);
    if (!checked.ok) return checked;
    state = applyChange(state, command.region, change, at);
  }
  return { ok: true };
};
