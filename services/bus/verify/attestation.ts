// Who vouches for a command, judged by the register it was decided on: the right key, valid then, of the right holder.
import { grantAt, type Register, speaksFor, type Token } from '../../../case/register/register.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { LAW_PUBLISHER } from '../../../schemas/law.ts';
import { ROOT_KEY } from '../../proof/signature.ts';
import type { FaultCode } from './fault.ts';

/** The public key that must have signed the command, or what is wrong with who signed. */
export type Attested = { readonly publicKey: string } | FaultCode;

const tokensById = new WeakMap<Register, Map<string, Token>>();
const tokenById = (register: Register, id: string): Token | undefined => {
  const known =
    tokensById.get(register) ??
    new Map(Object.values(register.tokens).map((token) => [token.token, token] as const));
  tokensById.set(register, known);
  return known.get(id);
};

const SELF_SIGNED = /^jwt:[A-Za-z0-9_-]{22}$/;

const sessionFits = (entry: Entry, register: Register): boolean => {
  const { attestation, command } = entry;
  if (attestation.by !== 'gateway-session' || !('department' in command.actor)) return false;
  const { token: id, at, method, reauthenticatedAt = at } = attestation.session;
  if (at > reauthenticatedAt || reauthenticatedAt > entry.recordedAt) return false;
  // What is not in the register the gateway vouches for: of a token the department signed itself it keeps a hash.
  if (method !== 'token') return method !== 'jwt' || SELF_SIGNED.test(id);
  const token = tokenById(register, id);
  return (
    token !== undefined &&
    token.department === command.actor.department &&
    token.officer === command.actor.officer &&
    (token.revokedAt === undefined || token.revokedAt > at)
  );
};

/** Root speaks for itself, and in registers only. */
const attestedByRoot = (entry: Entry, rootKey: string): Attested =>
  entry.attestation.signature.key === ROOT_KEY && (entry.kind === 'genesis' || entry.kind === 'register')
    ? { publicKey: rootKey }
    : 'ATTESTATION_WRONG';

export const attestedBy = (entry: Entry, register: Register, rootKey: string): Attested => {
  const { attestation, command } = entry;
  if (attestation.by === 'root') return attestedByRoot(entry, rootKey);
  if (entry.kind === 'genesis') return 'ATTESTATION_WRONG';
  const key = grantAt(register, attestation.signature.key, entry.recordedAt);
  if (key?.use !== 'sign') return 'COMMAND_KEY_UNKNOWN';
  const { actor } = command;
  const service = 'service' in key.holder ? key.holder.service : undefined;
  // Registers are changed by the operator alone, the law by its publisher alone, who does nothing else.
  const isCase = entry.kind === 'case';
  const only = { register: 'operator', law: LAW_PUBLISHER, case: undefined }[entry.kind];
  const fits = {
    'department-key': isCase && 'department' in actor && speaksFor(key, actor),
    'gateway-session': isCase && service === 'gateway' && sessionFits(entry, register),
    service:
      'service' in actor &&
      service === actor.service &&
      (only === undefined ? service !== LAW_PUBLISHER : service === only),
  }[attestation.by];
  return fits ? { publicKey: key.publicKey } : 'ATTESTATION_WRONG';
};
