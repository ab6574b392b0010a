// The short token with which a department's software asks over HTTP for one of its officers (RFC 7519, EdDSA).
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { SigningKey } from './signature.ts';

export const TOKEN_AUDIENCE = 'xianjie';
/** Seconds; the front door takes none that lives longer. */
export const LONGEST_TOKEN = 120;

/** `nowSeconds` is wall-clock time since the epoch, also in a rehearsal. */
export const officerToken = (
  key: SigningKey,
  department: DepartmentId,
  officer: string,
  nowSeconds: number,
  seconds = 60,
): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: key.id })
    .setIssuer(department)
    .setSubject(officer)
    .setAudience(TOKEN_AUDIENCE)
    .setJti(randomUUID())
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + seconds)
    .sign(key.privateKey);
