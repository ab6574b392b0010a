// A published (procedure, version) never changes: cases keep the one they were opened under. To pin a new version, or before
// the first release a changed one: npm run test:unit -- tests/unit/procedures -u, and read the diff of the hashes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import canonicalize from 'canonicalize';
import { expect, it } from 'vitest';
import { procedures } from '../../../law/procedures/registry.ts';

const PINNED = './published-hashes.json';

/** SHA-256 of RFC 8785 JSON, base64url. */
const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('base64url');

it('每个已发布的程序版本保持不变 (a change is a new version)', async () => {
  const hashes = Object.fromEntries(procedures.map((p) => [`${p.procedure}@${p.version}`, hashOf(p)]));
  await expect(`${JSON.stringify(hashes, null, 2)}\n`).toMatchFileSnapshot(PINNED);
});

it('没有删除已发布的程序版本 (what was published stays in the registry)', () => {
  const pinned: unknown = JSON.parse(readFileSync(fileURLToPath(new URL(PINNED, import.meta.url)), 'utf8'));
  const known = procedures.map((p) => `${p.procedure}@${p.version}`);
  expect(Object.keys(pinned as object).filter((key) => !known.includes(key))).toEqual([]);
});
