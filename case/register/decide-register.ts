// May a register command be entered? Each of its changes is checked on the register that the former ones leave.
import type { Law } from '../../law/law.ts';
import {
  type DepartmentId,
  type OfficerId,
  type RegisterRegion,
  regionOf,
  registerRegionOf,
} from '../../schemas/ids.ts';
import { type Instant, millisOf } from '../../schemas/instant.ts';
import { KEY_SUITES, type RegisterChange, type RegisterCommand } from '../../schemas/register.ts';
import { NATIONAL } from '../../schemas/subjects.ts';
import { applyChange } from './apply-register.ts';
import { checkItem } from './check-item.ts';
import { type Checked, no } from './checked.ts';
import { noMoreAt } from './former-body.ts';
import { rawKeyOfNkey } from './nkey.ts';
import { departmentsOf, isActive, keyOf, officerKey, type Register, type Token } from './register.ts';

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

/** An agreement is about an agreed limit; where it is for some only, about one that binds those. */
const checkAgreed = (
  { limit, span, procedure, body }: Extract<RegisterChange, { change: 'agreed-limit-set' }>,
  law: Law,
): Checked => {
  const versions = law.versionsOf(limit);
  if (versions.length === 0) return no('UNKNOWN_LIMIT', limit);
  // A date set by a document would leave those clocks without an end wherever there is no such document.
  if (versions.some(({ kind }) => kind !== 'agreed') || 'setByDocument' in span)
    return no('LIMIT_NOT_AGREED', limit);
  if (body !== undefined && !versions.some(({ obliges }) => obliges.includes(body)))
    return no('FIELD_REFUSED', `body: ${body}`);
  if (procedure === undefined) return { ok: true };
  const own = law.procedures.filter((p) => p.procedure === procedure);
  if (own.length === 0) return no('UNKNOWN_PROCEDURE', procedure);
  const binds = own.some(({ clocks, roles }) => {
    const role = clocks[limit]?.obliges;
    const bodies = role === undefined ? [] : roles[role]?.bodies;
    return bodies === undefined || (body === undefined ? role !== undefined : bodies.includes(body));
  });
  return binds ? { ok: true } : no('FIELD_REFUSED', `procedure: ${procedure}`);
};

/** One that stands, of the department that is named. */
const isRevocable = (
  { token, department, revokedAt }: Token,
  revoked: Extract<RegisterChange, { change: 'token-revoked' }>,
): boolean =>
  token === revoked.token &&
  revokedAt === undefined &&
  (revoked.department === undefined || department === revoked.department);

const checkChange = (
  register: Register,
  region: RegisterRegion,
  change: RegisterChange,
  at: Instant,
  law: Law,
): Checked => {
  switch (change.change) {
    case 'department-added': {
      const { department } = change;
      if (registerRegionOf(regionOf(department)) !== region) return no('UNKNOWN_DEPARTMENT', department);
      if (isActive(register, department)) return no('DUPLICATE_DEPARTMENT', department);
      if (!change.divisionBasis && !change.simulated && !isKnownDivision(register, law, region))
        return no('UNKNOWN_DIVISION', region);
      // A rehearsal plays any day, and its departments are no others'.
      const noMore = change.simulated ? undefined : noMoreAt(law, department, at);
      if (noMore !== undefined) return no('BODY_NO_MORE', noMore);
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
      return Object.values(register.tokens).some((one) => isRevocable(one, change))
        ? { ok: true }
        : no('UNKNOWN_TOKEN', change.token);
    case 'key-granted':
      return checkGrant(register, change);
    case 'key-revoked':
      return keyOf(register, change.key) ? { ok: true } : no('UNKNOWN_KEY', change.key);
    case 'agreed-limit-set':
      return checkAgreed(change, law);
    case 'routing-set':
      return isActive(register, change.department)
        ? { ok: true }
        : no('UNKNOWN_DEPARTMENT', change.department);
    case 'calendar-published': {
      const astray = change.records.find(({ region: prefix }) => !isKnownDivision(register, law, prefix));
      if (astray) return no('UNKNOWN_DIVISION', astray.region);
      // Its own days are entered where the department is, and are no days of any other place.
      const owned = change.records.find(
        ({ department, region: of }) =>
          department !== undefined &&
          !(
            isActive(register, department) &&
            of === region &&
            registerRegionOf(regionOf(department)) === region
          ),
      );
      return owned?.department === undefined ? { ok: true } : no('UNKNOWN_DEPARTMENT', owned.department);
    }
    case 'condition-switched':
      return law.procedures.some((p) => p.conditions[change.condition]?.switchable)
        ? { ok: true }
        : no('UNKNOWN_CONDITION', change.condition);
    case 'limit-switched':
    case 'pause-allowed':
      return law.versionsOf(change.limit).length > 0 ? { ok: true } : no('UNKNOWN_LIMIT', change.limit);
    case 'item-set':
      return checkItem(register, region, change, law);
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
    const checked = checkChange(state, command.region, change, at, law);
    if (!checked.ok) return checked;
    state = applyChange(state, command.region, change, at);
  }
  return { ok: true };
};
