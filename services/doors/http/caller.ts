// Who asks over HTTP: an officer by token, an officer vouched for by the department's own key (JWT), or the operator.
// Nothing in a request says who it is from but its bearer token; what is not known is nobody.
import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import {
  grantAt,
  isActive,
  type Register,
  ranksOf,
  speaksFor,
  tokenOf,
} from '../../../case/register/register.ts';
import { type DepartmentId, OfficerId, type Rank } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
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
): Officer | null => {
  if (!isActive(register, department)) return null;
  const ranks = ranksOf(register, department, officer, at);
  return ranks.length === 0 ? null : { kind: 'officer', department, officer, ranks, token, method };
};

const byJwt = async (register: Register, jwt: string, at: Instant, wall: Date): Promise<Officer | null> => {
  try {
    const { kid, alg } = decodeProtectedHeader(jwt);
    const key = kid === undefined ? undefined : grantAt(register, kid, at);
    if (alg !== 'EdDSA' || key?.use !== 'sign') return null;
    if (!('department' in key.holder)) return null;
    const { department } = key.holder;
    const publicKey = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, 'EdDSA');
    const { payload } = await jwtVerify(jwt, publicKey, {
      algorithms: ['EdDSA'],
      issuer: department,
      audience: TOKEN_AUDIENCE,
      currentDate: wall,
      clockTolerance: 5,
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const { sub = '', iat = 0, exp = 0 } = payload;
    if (exp - iat > LONGEST_TOKEN || !OfficerId.safeParse(sub).success) return null;
    if (!speaksFor(key, { department, officer: sub })) return null;
    const evidence = { token: `jwt:${sha256(jwt).slice(0, 22)}`, method: 'jwt' } as const;
    return officerOf(register, department, sub, evidence, at);
  } catch {
    return null;
  }
};

/**
 * The caller behind an `Authorization` header, or `null`.
 * @param at instant by the ledger's clock, for ranks; `wall` is real time also in a rehearsal, for the life of a JWT
 */
export const callerOf = async (
  authorization: string | undefined,
  register: Register,
  operatorToken: string,
  at: Instant,
  wall: Date,
): Promise<Caller | null> => {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  if (sameText(token, operatorToken)) return { kind: 'operator' };
  if (token.split('.').length === 3) return byJwt(register, token, at, wall);
  const known = tokenOf(register, sha256(token));
  if (!known || known.revokedAt !== undefined) return null;
  const evidence = { token: known.token, method: 'token' } as const;
  return officerOf(register, known.department, known.officer, evidence, at);
};
