// All hashes of a Merkle tree in memory, 64 bytes an entry, so that any proof is a few look-ups.
import { emptyRoot, nodeHash, splitOf } from './merkle.ts';

const HASH_BYTES = 32;

/** A growing run of 32-byte hashes in one buffer. */
const hashRun = () => {
  let bytes = Buffer.alloc(64 * HASH_BYTES);
  let length = 0;
  return {
    length: () => length,
    push(hash: Buffer) {
      if ((length + 1) * HASH_BYTES > bytes.length)
        bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
      hash.copy(bytes, length * HASH_BYTES);
      length += 1;
    },
    at: (index: number): Buffer => Buffer.from(bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)),
  };
};

export type HashTree = {
  size(): number;
  append(leaf: Buffer): void;
  /** Root of the first `size` leaves. */
  root(size?: number): Buffer;
  /** Proof that leaf `index` (from 0) is among the first `size`. */
  inclusionProof(index: number, size?: number): Buffer[];
};

export const createHashTree = (): HashTree => {
  /** Level 0 holds leaves; level n the roots of complete subtrees of 2^n leaves. */
  const levels = [hashRun()];
  const leaves = () => levels[0]?.length() ?? 0;

  const range = (from: number, to: number): Buffer => {
    const width = to - from;
    const level = Math.log2(width);
    if (Number.isInteger(level) && from % width === 0) {
      const run = levels[level];
      if (run && from / width < run.length()) return run.at(from / width);
    }
    const split = splitOf(width);
    return nodeHash(range(from, from + split), range(from + split, to));
  };

  const path = (index: number, from: number, to: number): Buffer[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...path(index, from, middle), range(middle, to)]
      : [...path(index, middle, to), range(from, middle)];
  };

  const within = (size: number) => {
    if (!(Number.isInteger(size) && size >= 0 && size <= leaves()))
      throw new RangeError(`no tree of ${size}`);
    return size;
  };

  return {
    size: leaves,
    append(leaf) {
      let hash = leaf;
      for (let level = 0; ; level += 1) {
        levels[level] ??= hashRun();
        const run = levels[level] as ReturnType<typeof hashRun>;
        run.push(hash);
        if (run.length() % 2 === 1) return;
        hash = nodeHash(run.at(run.length() - 2), hash);
      }
    },
    root: (size = leaves()) => (within(size) === 0 ? emptyRoot() : range(0, size)),
    inclusionProof(index, size = leaves()) {
      if (!(index >= 0 && index < within(size))) throw new RangeError(`no leaf ${index} among ${size}`);
      return path(index, 0, size);
    },
  };
};
