// Salted commitments: a party's value stands in the signed command only as a hash, and can be shown later, or never.
// commitment = SHA-256(canonical JSON of [salt, path, value]); without the salt a name would be found by trying.
// The value is committed to as it was sent, character for character: nothing on the way normalises a text, neither its
// composition (NFC, NFD) nor compatibility characters, so whoever sent it can always make its commitment again.
import { randomBytes } from 'node:crypto';
import type { CaseCommand, Disclosure } from '../../schemas/command.ts';
import { ContractError } from '../../schemas/errors.ts';
import { canonical, sha256 } from './canonical.ts';

const SALT_BYTES = 16;

/** The commitment to a disclosed value. */
export const commit = ({ path, salt, value }: Disclosure): string => sha256(canonical([salt, path, value]));

/** What a command carries openly, and what travels in its envelope. */
export type Concealed = {
  readonly commitments: Record<string, string>;
  readonly disclosures: Disclosure[];
};

/** Commits to each field of `values` (undefined ones are left out) under `/<name>`, with a fresh salt each. */
export const conceal = (values: Readonly<Record<string, unknown>>): Concealed => {
  const disclosures = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({
      path: `/${name}`,
      salt: randomBytes(SALT_BYTES).toString('base64url'),
      value: value as Disclosure['value'],
    }));
  return {
    commitments: Object.fromEntries(disclosures.map((disclosure) => [disclosure.path, commit(disclosure)])),
    disclosures,
  };
};

/** None where JSON cannot say the value: half of a character. */
const commitmentOf = (disclosure: Disclosure): string | undefined => {
  try {
    return commit(disclosure);
  } catch (error) {
    if (error instanceof ContractError) return undefined;
    throw error;
  }
};

const faultOf = (
  disclosure: Disclosure,
  commitments: Readonly<Record<string, string>>,
  seen: Set<string>,
): string[] => {
  const { path, salt } = disclosure;
  if (seen.has(path)) return [`${path}: disclosed twice`];
  seen.add(path);
  const bytes = Buffer.from(salt, 'base64url');
  if (bytes.length < SALT_BYTES) return [`${path}: salt shorter than 16 bytes`];
  if (bytes.toString('base64url') !== salt) return [`${path}: salt with spare bits`];
  if (!Object.hasOwn(commitments, path)) return [`${path}: no such commitment`];
  return commitments[path] === commitmentOf(disclosure) ? [] : [`${path}: does not fit its commitment`];
};

/**
 * Whether disclosures belong to a command. At submission (`complete`) every commitment must be disclosed;
 * a notice may disclose fewer.
 * @returns what is wrong, one line each, naming paths and never values; empty when all is well
 */
export const checkDisclosures = (
  command: Pick<CaseCommand, 'commitments'>,
  disclosures: readonly Disclosure[],
  complete = true,
): string[] => {
  const seen = new Set<string>();
  const faults = disclosures.flatMap((disclosure) => faultOf(disclosure, command.commitments, seen));
  if (!complete) return faults;
  const undisclosed = Object.keys(command.commitments).filter((path) => !seen.has(path));
  return [...faults, ...undisclosed.map((path) => `${path}: not disclosed`)];
};
