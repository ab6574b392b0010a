// The Merkle tree of RFC 6962: leaves and nodes hashed apart, so that neither can pass for the other.
// `Frontier` grows with the logarithm of the tree and gives its root; proofs need `HashTree` (hash-tree.ts).
import { hash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256Of = (...parts: Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');

/** SHA-256(0x00 ‖ bytes). */
export const leafHash = (bytes: Uint8Array): Buffer => sha256Of(LEAF, bytes);

/** SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256Of(NODE, left, right);

/** Root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Buffer => sha256Of();

/** The complete subtrees of a tree, largest first. */
export type Frontier = { readonly size: number; readonly hashes: readonly Buffer[] };

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

/** The frontier after one more leaf. */
export const appendLeaf = ({ size, hashes }: Frontier, leaf: Buffer): Frontier => {
  const kept = [...hashes];
  let last = leaf;
  // As many complete subtrees merge as the size has ones at its end.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    last = nodeHash(kept.pop() as Buffer, last);
  }
  kept.push(last);
  return { size: size + 1, hashes: kept };
};

export const rootOf = ({ hashes }: Frontier): Buffer =>
  hashes.length === 0 ? emptyRoot() : hashes.reduceRight((right, left) => nodeHash(left, right));

/** Largest power of two smaller than `size` (size > 1): where RFC 6962 splits a tree. */
export const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

const sameHash = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Whether `proof` shows that leaf number `index` (from 0) is in the tree of `size` with this root (RFC 9162 §2.1.3.2). */
export const verifyInclusion = (
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean => {
  if (!(index >= 0 && index < size)) return false;
  let [node, last] = [index, size - 1];
  let found: Buffer = Buffer.from(leaf);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      found = nodeHash(sibling, found);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      found = nodeHash(found, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && sameHash(found, root);
};
