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
