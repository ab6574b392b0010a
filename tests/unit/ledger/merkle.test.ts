// Trees, proofs and checkpoints against vectors made by Go's sumdb/tlog and sumdb/note, and against each other.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCheckpoint, signCheckpoint, signerOf } from '../../../services/proof/checkpoint.ts';
import { createHashTree } from '../../../services/proof/hash-tree.ts';
import { appendLeaf, emptyFrontier, leafHash, rootOf } from '../../../services/proof/merkle.ts';
import { generateSigningKey } from '../../../services/proof/signature.ts';
import { signingKeyFromSeed } from '../../support/seed-key.ts';
import { verifyInclusion } from '../../support/verify-inclusion.ts';

type Proof = { Index: number; Size: number; Proof: string[] };
const vectors = JSON.parse(
  readFileSync(new URL('../../fixtures/ledger/note-vectors.json', import.meta.url), 'utf8'),
) as {
  origin: string;
  seed: string;
  verifierKey: string;
  roots: string[];
  checkpoints: string[];
  inclusion: Proof[];
};
const most = vectors.roots.length - 1;
/** Verifier key in the form Go's sumdb/note takes: `<name>+<first four bytes of SHA-256(name ‖ LF ‖ 1 ‖ key)>+<1 ‖ key>`. */
const noteVerifierKey = (origin: string, publicKey: string): string => {
  const typed = Buffer.concat([Buffer.from([1]), Buffer.from(publicKey, 'base64url')]);
  const named = createHash('sha256').update(`${origin}\n`).update(typed).digest('hex');
  return `${origin}+${named.slice(0, 8)}+${typed.toString('base64')}`;
};
const leaf = (index: number) => leafHash(Buffer.from(`entry ${index + 1}`));
const hashes = (proof: string[]) => proof.map((text) => Buffer.from(text, 'base64'));
const tree = createHashTree();
for (let index = 0; index < most; index += 1) tree.append(leaf(index));

describe('against Go', () => {
  it('every root, by the frontier and by the tree', () => {
    let frontier = emptyFrontier;
    for (const [size, root] of vectors.roots.entries()) {
      expect(rootOf(frontier).toString('base64')).toBe(root);
      expect(tree.root(size).toString('base64')).toBe(root);
      frontier = appendLeaf(frontier, leaf(size));
    }
  });

  it('every inclusion proof', () => {
    for (const { Index, Size, Proof } of vectors.inclusion) {
      expect(tree.inclusionProof(Index, Size)).toEqual(hashes(Proof));
      expect(verifyInclusion(Index, Size, leaf(Index), hashes(Proof), tree.root(Size))).toBe(true);
    }
  });

  it('every checkpoint, byte for byte, and the key an outsider verifies it with', () => {
    const key = signingKeyFromSeed('ledger', Buffer.from(vectors.seed, 'hex'));
    expect(noteVerifierKey(vectors.origin, key.publicKey)).toBe(vectors.verifierKey);
    for (const [size, text] of vectors.checkpoints.entries()) {
      expect(signCheckpoint(key, vectors.origin, size, tree.root(size))).toBe(text);
      const parsed = parseCheckpoint(text);
      expect(parsed).toMatchObject({ origin: vectors.origin, size, root: tree.root(size) });
      expect(parsed && signerOf(parsed, [generateSigningKey('ledger').publicKey, key.publicKey])).toBe(
        key.publicKey,
      );
    }
  });
});

describe('proofs', () => {
  it('hold in trees of any size, and for no other leaf, place, size or root', () => {
    const grown = createHashTree();
    for (let index = 0; index < 300; index += 1) grown.append(leaf(index));
    const size = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (of, a, b) => {
        const index = a % of;
        const other = b % of;
        const proof = grown.inclusionProof(index, of);
        expect(verifyInclusion(index, of, leaf(index), proof, grown.root(of))).toBe(true);
        if (other !== index) {
          expect(verifyInclusion(other, of, leaf(index), proof, grown.root(of))).toBe(false);
          expect(verifyInclusion(index, of, leaf(other), proof, grown.root(of))).toBe(false);
        }
        expect(verifyInclusion(index, of, leaf(index), [...proof, leaf(0)], grown.root(of))).toBe(false);
        if (proof.length > 0) {
          expect(verifyInclusion(index, of, leaf(index), proof.slice(1), grown.root(of))).toBe(false);
        }
      }),
    );
  });

  it('are refused for places that are not there', () => {
    expect(() => tree.inclusionProof(most, most)).toThrow(RangeError);
    expect(() => tree.root(most + 1)).toThrow(RangeError);
    expect(verifyInclusion(-1, 3, leaf(0), [], tree.root(3))).toBe(false);
  });
});

describe('a checkpoint text', () => {
  const text = vectors.checkpoints[7] as string;
  it.each([
    ['another size', text.replace('\n7\n', '\n8\n'), 'unsigned'],
    ['another origin', text.replaceAll('653023', '653024'), 'unsigned'],
    ['a signature line of another name only', text.replace('\u2014 xianjie', '\u2014 other'), 'unsigned'],
    ['an extension line', text.replace('\n\n', '\nmore\n\n'), 'not one'],
    ['a size with a zero before it', text.replace('\n7\n', '\n07\n'), 'not one'],
    ['no signature', text.slice(0, text.indexOf('\n\n') + 2), 'not one'],
    ['no end of line', text.trimEnd(), 'not one'],
    ['nothing', '', 'not one'],
  ])('with %s is %s', (_name, changed, found) => {
    const key = signingKeyFromSeed('ledger', Buffer.from(vectors.seed, 'hex'));
    const parsed = parseCheckpoint(changed);
    expect(
      parsed === null ? 'not one' : signerOf(parsed, [key.publicKey]) === null ? 'unsigned' : 'signed',
    ).toBe(found);
  });

  it('is not made for an origin that cannot name a key', () => {
    const key = generateSigningKey('ledger');
    expect(() => signCheckpoint(key, 'two words', 0, tree.root(0))).toThrow(TypeError);
    expect(() => signCheckpoint(key, 'a+b', 0, tree.root(0))).toThrow(TypeError);
  });
});
