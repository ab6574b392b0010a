// Who asks over HTTP: an officer by token, an officer vouched for by the department's own key (JWT), or the operator.
// Nothing in a request says who it is from but its bearer token; what is not known is nobody.
import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from 'jose';
import {
  grantAt,
  isActive,
  type KeyGrant,
  type Register,
  ranksOf,
  speaksFor,
  termOf,
  tokenOf,
} from '../../../case/register/register.ts';
import { type DepartmentId, OfficerId, type Rank } from '../../../schemas/ids.ts';
import { CLOCK_TOLERANCE_MS, type Instant, instantFromMillis, millisOf } from '../../../schemas/instant.ts';
import { sha256 } from '../../proof/canonical.ts';
import { LONGEST_TOKEN, TOKEN_AUDIENCE } from '../../proof/officer-token.ts';

export type Officer = {
  readonly kind: 'officer';
  readonly department: DepartmentId;
  readonly officer: string;
  readonly ranks: readonly Rank[];
  /** Id of the token, or hash of the JWT: the evidence of the session. Never the token itself. */
  readonly token: string;
  readonly method: 'token' | 'jwt';
};
export type Caller = Officer | { readonly kind: 'operator' };
/** Nobody who is known. `faults` name the part that is wrong and the kind of fault, never a value. */
export type Nobody = { readonly kind: 'nobody'; readonly faults: readonly string[] };

const nobody = (...faults: string[]): Nobody => ({ kind: 'nobody', faults });
const nowIs = (wall: Date): string => `now: ${instantFromMillis(wall.getTime())}`;

const BEARER = /^bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i;
/** The bearer token of an `Authorization` header, or `undefined`. The scheme's case does not matter (RFC 9110 §11.1). */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  BEARER.exec(authorization ?? '')?.[1];
/** Signed by a department, not a secret of the register that could be guessed. */
export const isJwt = (token: string): boolean => token.split('.').length === 3;

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(left, right);
};

const officerOf = (
  register: Register,
  department: DepartmentId,
  officer: string,
  { token, method }: Pick<Officer, 'token' | 'method'>,
  at: Instant,
): Officer | Nobody => {
  if (!isActive(register, department)) return nobody('department: retired');
  const ranks = ranksOf(register, department, officer, at);
  return ranks.length === 0
    ? nobody('officer: not in office')
    : { kind: 'officer', department, officer, ranks, token, method };
};

const faultsOf = (error: unknown, wall: Date): Nobody => {
  if (error instanceof errors.JWTExpired) return nobody(`${error.claim}: passed`, nowIs(wall));
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.reason === 'missing') return nobody(`${error.claim}: missing`);
    const isTime = ['iat', 'nbf', 'exp'].includes(error.claim) && error.reason === 'check_failed';
    return isTime ? nobody(`${error.claim}: in the future`, nowIs(wall)) : nobody(`${error.claim}: wrong`);
  }
  return error instanceof errors.JWSSignatureVerificationFailed
    ? nobody('signature: wrong')
    : nobody('jwt: malformed');
};

/** Claims that bound the life of a token; all of them are signed. */
const livesWrongly = (
  register: Register,
  department: DepartmentId,
  { sub = '', iat = 0, exp = 0 }: JWTPayload,
  wall: Date,
): Nobody | undefined => {
  if (!Number.isInteger(iat) || !Number.isInteger(exp)) return nobody('iat, exp: not whole seconds');
  if (exp <= iat) return nobody('exp: not after iat');
  if (exp - iat > LONGEST_TOKEN) return nobody(`exp: more than ${LONGEST_TOKEN} s after iat`);
  const term = termOf(register, department, sub);
  if (!term) return undefined;
  // Bound to the appointment: what was signed for whoever had the id before stays dead, whichever clock was how far off.
  const { since, leftBefore } = term;
  const issued = iat * 1_000;
  const isTooOld =
    issued < millisOf(since) - CLOCK_TOLERANCE_MS ||
    (leftBefore !== undefined && issued <= millisOf(leftBefore) + CLOCK_TOLERANCE_MS);
  return isTooOld ? nobody('iat: not within this appointment', nowIs(wall)) : undefined;
};

const signingKeyOf = (register: Register, kid: string | undefined, at: Instant): KeyGrant | undefined => {
  const key = kid === undefined ? undefined : grantAt(register, kid, at);
  return key?.use === 'sign' ? key : undefined;
};

const byJwt = async (register: Register, jwt: string, at: Instant, wall: Date): Promise<Officer | Nobody> => {
  try {
    const { kid, alg } = decodeProtectedHeader(jwt);
    if (alg !== 'EdDSA') return nobody('alg: wrong');
    const key = signingKeyOf(register, kid, at);
    if (!key || !('department' in key.holder)) return nobody('kid: no signing key in force');
    const { department } = key.holder;
    const publicKey = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, 'EdDSA');
    const { payload } = await jwtVerify(jwt, publicKey, {
      algorithms: ['EdDSA'],
      issuer: department,
      audience: TOKEN_AUDIENCE,
      currentDate: wall,
      clockTolerance: CLOCK_TOLERANCE_MS / 1_000,
      maxTokenAge: LONGEST_TOKEN,
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const { sub = '' } = payload;
    if (!OfficerId.safeParse(sub).success || !speaksFor(key, { department, officer: sub }))
      return nobody('sub: wrong');
    const evidence = { token: `jwt:${sha256(jwt).slice(0, 22)}`, method: 'jwt' } as const;
    return (
      livesWrongly(register, department, payload, wall) ?? officerOf(register, department, sub, evidence, at)
    );
  } catch (error) {
    return faultsOf(error, wall);
  }
};

/**
 * The caller behind an `Authorization` header, or nobody and why.
 * @param at instant by the ledger's clock, for ranks; `wall` is real time also in a rehearsal, for the life of a JWT
 */
export const callerOf = async (
  authorization: string | undefined,
  register: Register,
  operatorToken: string,
  at: Instant,
  wall: Date,
): Promise<Caller | Nobody> => {
  const token = bearerOf(authorization);
  if (token === undefined) return nobody('authorization: no bearer token');
  if (sameText(token, operatorToken)) return { kind: 'operator' };
  if (isJwt(token)) return byJwt(register, token, at, wall);
  const known = tokenOf(register, sha256(token));
  if (!known) return nobody('token: unknown');
  if (known.revokedAt !== undefined) return nobody('token: revoked');
  const evidence = { token: known.token, method: 'token' } as const;
  return officerOf(register, known.department, known.officer, evidence, at);
};
