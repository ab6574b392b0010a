// A record's bytes: what is hashed, signed and the leaf of the tree is read out of the message as it lies there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Body, Envelope } from '../../../schemas/entry.ts';
import { canonical, digestOf, sha256, signedBytes } from '../../../services/proof/canonical.ts';
import { leafHash } from '../../../services/proof/merkle.ts';
import { type Decided, newEntry } from '../../../services/proof/new-entry.ts';
import {
  bodyDigest,
  entryHashOf,
  entryOf,
  leafOf,
  parseRecord,
  sealRecord,
  sealRecordLater,
} from '../../../services/proof/record.ts';
import { generateSigningKey, verifySignature } from '../../../services/proof/signature.ts';
import { AT, BUREAU, signedSample } from '../../support/signed-samples.ts';

const key = generateSigningKey('ledger');
const decided = (command: Body['command'], text: string): Decided => ({
  kind: 'case',
  region: '653023',
  id: '653023-aaaaaaaaaaaaaaaa',
  command,
  attestation: { by: 'department-key', signature: { key: text, value: 'v' } },
  events: [
    { kind: 'fact', type: 'fact-recorded', at: AT, precision: 'day', fact: text, by: BUREAU, told: [] },
  ],
  registerAt: 3,
  lawAt: 2,
  decider: 1,
  recordedAt: AT,
});

/** Texts that try to look like the marks between head and signature. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }).filter((t) => t.isWellFormed()),
  fc.constantFrom(',"head":{', '","head":', ',"signature":', '}","signature":{"key":"', '\\,"head":'),
);

describe('a record', () => {
  it('gives hash and leaf of its head out of its bytes, whatever its texts say', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (said, sealed) => {
        const { command } = signedSample('c-1');
        const made = newEntry(decided(command, said), null, null);
        const envelope: Envelope | null = sealed
          ? { parts: [{ key: 'case', nonce: said, ciphertext: said }] }
          : null;
        const { record, bytes, hash } = sealRecord(key, made, envelope);
        expect(parseRecord(bytes)).toEqual(JSON.parse(JSON.stringify(record)));
        expect(bytes.toString()).toBe(canonical(record));
        expect(entryHashOf(bytes)).toBe(digestOf(record.head));
        expect(hash).toBe(digestOf(record.head));
        expect(leafOf(bytes)).toEqual(leafHash(Buffer.from(canonical(record.head))));
        expect(record.head.body).toBe(sha256(signedBytes('xianjie.body.v1', record.body)));
        expect(bodyDigest(record.body)).toBe(record.head.body);
        expect(verifySignature(key.publicKey, 'xianjie.entry.v2', record.head, record.signature)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is read the same where a message is laid out otherwise', () => {
    const { record } = sealRecord(key, newEntry(decided(signedSample('c-1').command, 'x'), null, null), null);
    const { head, ...rest } = record;
    const bytes = Buffer.from(JSON.stringify({ head, ...rest }, null, 1));
    expect(entryHashOf(bytes)).toBe(digestOf(head));
    expect(leafOf(bytes)).toEqual(leafHash(Buffer.from(canonical(head))));
  });

  it('is the same signed at once or on the thread pool, and names the former of its id', async () => {
    const made = newEntry(decided(signedSample('c-1').command, 'x'), { sequence: 4, hash: 'h' }, null);
    const [now, later] = [sealRecord(key, made, null), await sealRecordLater(key, made, null)];
    expect(later.bytes).toEqual(now.bytes);
    expect(now.record.head).toMatchObject({ sequence: 5, previous: 'h', lawAt: 2 });
  });

  it('has a salt of its own, so that no body is found by trying', () => {
    const same = decided(signedSample('c-1').command, 'x');
    const digests = Array.from(
      { length: 50 },
      () => sealRecord(key, newEntry(same, null, null), null).record,
    );
    expect(new Set(digests.map(({ head }) => head.body)).size).toBe(50);
    for (const { body } of digests) expect(Buffer.from(body.salt, 'base64url')).toHaveLength(16);
  });

  it('is one entry for those who may see all of it', () => {
    const { record } = sealRecord(key, newEntry(decided(signedSample('c-1').command, 'x'), null, null), null);
    const { body: digest, ...head } = record.head;
    const entry = entryOf(record);
    expect(entry).toEqual({ ...head, ...record.body, occurredAt: record.body.command.occurredAt });
    expect(JSON.stringify(entry)).not.toContain(digest);
  });
});
