// Salted commitments: a party's value stands in the signed command only as a hash, and can be shown later, or never.
// commitment = SHA-256(canonical JSON of [salt, path, value]); without the salt a name would be found by trying.
import { randomBytes } from 'node:crypto';
import type { CaseCommand, Disclosure } from '../../schemas/command.ts';
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

/**
 * Texts that have a second spelling: lone surrogates and strings not in NFC. They are refused, never normalised,
 * for a normalised value would not fit what was signed.
 * @returns one line for each, naming the place and never the text
 */
export const unicodeFaults = (value: unknown, place = ''): string[] => {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) return [`${place}: lone surrogate`];
    return value.normalize('NFC') === value ? [] : [`${place}: not in NFC`];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => unicodeFaults(item, `${place}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => [
    ...unicodeFaults(name, `${place}/(name)`),
    ...unicodeFaults(item, `${place}/${name}`),
  ]);
};

const faultOf = (
  disclosure: Disclosure,
  commitments: Readonly<Record<string, string>>,
  seen: Set<string>,
): string[] => {
  const { path, salt, value } = disclosure;
  if (seen.has(path)) return [`${path}: disclosed twice`];
  seen.add(path);
  const faults = unicodeFaults(value, path);
  if (faults.length > 0) return faults;
  if (Buffer.from(salt, 'base64url').length < SALT_BYTES) return [`${path}: salt shorter than 16 bytes`];
  if (!Object.hasOwn(commitments, path)) return [`${path}: no such commitment`];
  return commitments[path] === commit(disclosure) ? [] : [`${path}: does not fit its commitment`];
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
