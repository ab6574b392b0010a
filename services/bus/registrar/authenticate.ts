// Who is behind a command: the key that signed it, the department it belongs to, and the connection it came by.
// The actor is never believed from the body alone.
import {
  grantAt,
  isActive,
  type KeyGrant,
  type Register,
  speaksFor,
} from '../../../case/register/register.ts';
import { disclosureFault, type SignedCommand } from '../../../schemas/command.ts';
import type { Attestation, Refusal, SessionMethod } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { checkDisclosures } from '../../proof/commitment.ts';
import { verifyBytesLater } from '../../proof/signature.ts';

/** What the door knows of the sender: the department of its subject, or the token of its session. */
export type Origin =
  | { readonly department: DepartmentId }
  | {
      readonly department: DepartmentId;
      readonly officer: string;
      readonly token: string;
      readonly method: SessionMethod;
      readonly at: Instant;
    }
  | { readonly service: string };

export type Authenticated = { ok: true; attestation: Attestation } | { ok: false; refusal: Refusal };
const no = (...args: Parameters<typeof refusal>): Authenticated => ({ ok: false, refusal: refusal(...args) });

/** Whether the actor is who the key and the connection say. */
const vouchedFor = (
  register: Register,
  { command: { actor }, signature }: SignedCommand,
  grant: KeyGrant,
  origin: Origin,
): Authenticated => {
  const { holder } = grant;
  if ('service' in actor) {
    const own = 'service' in holder && holder.service === actor.service;
    return own && 'service' in origin && origin.service === actor.service
      ? { ok: true, attestation: { by: 'service', signature } }
      : no('ACTOR_MISMATCH');
  }
  if ('service' in origin || origin.department !== actor.department) return no('ACTOR_MISMATCH');
  if (!isActive(register, actor.department)) return no('UNKNOWN_DEPARTMENT');
  if ('department' in holder) {
    return speaksFor(grant, actor)
      ? { ok: true, attestation: { by: 'department-key', signature } }
      : no('ACTOR_MISMATCH');
  }
  // Signed by the gateway for an officer's session; the session must be that officer's.
  if (holder.service !== 'gateway' || !('token' in origin) || origin.officer !== actor.officer) {
    return no('ACTOR_MISMATCH');
  }
  const session = { token: origin.token, at: origin.at, method: origin.method };
  return { ok: true, attestation: { by: 'gateway-session', signature, session } };
};

/**
 * Checks signature, key, actor and disclosures of a command against the register, and the shape of what it discloses. The signature is checked on the thread
 * pool: it is the largest part of taking a command.
 * @param bytes what was signed: the context line and the canonical command
 * @param at `recordedAt` of the entry it will be: the key must count then
 */
export const authenticate = async (
  register: Register,
  signed: SignedCommand,
  bytes: Uint8Array,
  origin: Origin,
  at: Instant,
): Promise<Authenticated> => {
  const { command, signature, disclosures } = signed;
  const key = grantAt(register, signature.key, at);
  if (key?.use !== 'sign') return no('UNKNOWN_KEY');
  const genuine = verifyBytesLater(key.publicKey, bytes, signature.value);
  const faults = checkDisclosures(command, disclosures);
  if (!(await genuine)) return no('BAD_SIGNATURE');
  // Whatever door it came by: what is committed to is shown to others later, and must be what they can take.
  const unfit = disclosures.flatMap((disclosure, place) => disclosureFault(disclosure, place) ?? []);
  if (unfit.length > 0) return no('SCHEMA_MISMATCH', unfit);
  return faults.length > 0 ? no('COMMITMENT_MISMATCH', faults) : vouchedFor(register, signed, key, origin);
};
