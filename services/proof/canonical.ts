// The one spelling of a value that is hashed and signed: RFC 8785 JSON behind a context line, SHA-256, base64url.
// Re-serialising is safe only because this spelling is unique: never sign or hash other bytes.
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { ContractError } from '../../schemas/errors.ts';

/** Whether every object in a value already names its fields in the order of RFC 8785, as what was read back does. */
const isSorted = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' || typeof value === 'boolean' || value === null;
  if (Array.isArray(value)) return value.every(isSorted);
  if ('toJSON' in value) return false;
  let before: string | undefined;
  for (const name of Object.keys(value)) {
    if (before !== undefined && before >= name) return false;
    if (!isSorted((value as Record<string, unknown>)[name])) return false;
    before = name;
  }
  return true;
};

const UNORDERED = /^(\d|__proto__$)/;

/** The same with every object's fields in order, or `undefined` where the slow way must judge: what is no plain JSON. */
const sorted = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || 'toJSON' in value) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    return items.includes(undefined) ? undefined : items;
  }
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const field = (value as Record<string, unknown>)[name];
    // A field left undefined is no field.
    if (field === undefined) continue;
    const inOrder = sorted(field);
    // JavaScript puts names that are numbers first, whatever the order they were given in, and `__proto__` nowhere.
    if (inOrder === undefined || UNORDERED.test(name)) return undefined;
    fields[name] = inOrder;
  }
  return fields;
};

/** RFC 8785 is what JSON.stringify writes, with fields in order and no lone surrogate: a third of the time. */
const sortedText = (value: unknown): string | undefined => {
  const inOrder = isSorted(value) ? value : sorted(value);
  if (inOrder === undefined) return undefined;
  const text = JSON.stringify(inOrder);
  // A lone surrogate is written as an escape; so is a backslash before "ud", which is then simply done the slow way.
  return text.includes('\\ud') ? undefined : text;
};

/**
 * RFC 8785 text of a JSON value.
 * @throws ContractError SCHEMA_MISMATCH for what I-JSON cannot say: lone surrogates, NaN, infinity, nothing at all
 */
export const canonical = (value: unknown): string => {
  let text: string | undefined;
  try {
    text = sortedText(value) ?? canonicalize(value);
  } catch (error) {
    throw new ContractError('SCHEMA_MISMATCH', [error instanceof Error ? error.message : String(error)]);
  }
  if (text === undefined) throw new ContractError('SCHEMA_MISMATCH', ['not a JSON value']);
  return text;
};

/** UTF-8 of `<format>\n<canonical JSON>`; the context line keeps a signature over one kind from serving as another. */
export const signedBytes = (format: string, value: unknown): Buffer =>
  Buffer.from(`${format}\n${canonical(value)}`);

/** SHA-256, base64url without padding, 43 characters. */
export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'base64url');

/** Digest of anything that names its own format: a command's digest, a head's hash. */
export const digestOf = (value: { readonly format: string }): string =>
  sha256(signedBytes(value.format, value));

/** Bytes of base64url text, or `null` where the text is not the one spelling of them. */
export const bytesOfBase64Url = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
};
