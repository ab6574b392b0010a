// The last line against all that came before it: size, root, signer, the selection of one case, and an older checkpoint.
import { createHash } from 'node:crypto';
import type { Instant } from '../../../schemas/instant.ts';
import { type Checkpoint, checkpointOfFile, parseCheckpoint, signerOf } from '../../proof/checkpoint.ts';
import type { ExportEnd, ExportHeader } from '../../proof/export-format.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../proof/merkle.ts';
import { verifySignature } from '../../proof/signature.ts';
import { VerifyFault } from './fault.ts';
import type { RegisterHistory } from './register-history.ts';

export type TreeChecks = {
  /** The next leaf, of an entry that is in the file. */
  take(leaf: Buffer): void;
  /** The next leaf, of an entry that is not. */
  pass(leaf: Buffer): void;
  /** @param recordedAt of the last entry @returns the checkpoint @throws VerifyFault */
  end(line: ExportEnd, recordedAt: Instant): Checkpoint;
};

const whole = (code: ConstructorParameters<typeof VerifyFault>[0], detail = '') =>
  new VerifyFault(code, { sequence: null }, detail);

/** Whether there may be entries in the ledger that are not in the file. */
export const leavesOut = ({ scope, for: department }: ExportHeader): boolean =>
  scope === 'case' || department !== undefined;

/** @throws VerifyFault where `atLeast` cannot serve */
const readAtLeast = (header: ExportHeader, text: string | undefined): Checkpoint | null => {
  if (text === undefined) return null;
  const parsed = checkpointOfFile(text);
  if (parsed?.origin !== header.origin) throw whole('AT_LEAST_UNREADABLE');
  return parsed;
};

/** @param rootKey signs for a ledger that has granted no key yet */
export const treeChecks = (
  header: ExportHeader,
  rootKey: string,
  registers: RegisterHistory,
  atLeastText: string | undefined,
): TreeChecks => {
  const atLeast = readAtLeast(header, atLeastText);
  const selected = createHash('sha256');
  let entries = 0;
  let frontier = emptyFrontier;
  let rootThen: Buffer | undefined;

  const everGranted = () => {
    const keys = registers.ledgerKeys();
    return keys.length === 0 ? [rootKey] : keys;
  };
  /** A checkpoint is made after its last entry, and does not say when: its key had not run out by then. */
  const grantedAfter = (recordedAt: Instant) => {
    const valid = Object.values(registers.latest().keys).filter(
      ({ use, until, revokedAt }) =>
        use === 'ledger' && revokedAt === undefined && (until === undefined || recordedAt < until),
    );
    return registers.ledgerKeys().length === 0 ? [rootKey] : valid.map(({ publicKey }) => publicKey);
  };

  const checkAtLeast = () => {
    if (!atLeast) return;
    if (!signerOf(atLeast, everGranted())) throw whole('AT_LEAST_UNREADABLE');
    if (!rootThen?.equals(atLeast.root)) throw whole('ROLLED_BACK', `${frontier.size} < ${atLeast.size}`);
  };

  const checkSelection = (line: ExportEnd, { size }: Checkpoint, keys: readonly string[]) => {
    const { statement, signature } = line.selection ?? {};
    if (!leavesOut(header)) {
      if (statement !== undefined) throw whole('SELECTION_WRONG');
      return;
    }
    const fits =
      statement !== undefined &&
      signature !== undefined &&
      statement.case === header.case &&
      statement.for === header.for &&
      statement.size === size &&
      statement.entries === entries &&
      statement.digest === selected.digest('base64url') &&
      keys.some((key) => verifySignature(key, statement.format, statement, signature));
    if (!fits) throw whole('SELECTION_WRONG');
  };

  const checkTree = ({ size, root }: Checkpoint) => {
    if (size > frontier.size) throw new VerifyFault('ENTRY_MISSING', { sequence: frontier.size + 1 });
    if (size < frontier.size) throw new VerifyFault('CHECKPOINT_WRONG', { sequence: size + 1 });
    if (!rootOf(frontier).equals(root)) throw whole('CHECKPOINT_WRONG');
  };

  const pass = (leaf: Buffer): void => {
    frontier = appendLeaf(frontier, leaf);
    if (frontier.size === atLeast?.size) rootThen = rootOf(frontier);
  };

  return {
    take(leaf) {
      selected.update(leaf);
      entries += 1;
      pass(leaf);
    },
    pass,
    end(line, recordedAt) {
      const keys = grantedAfter(recordedAt);
      const checkpoint = parseCheckpoint(line.checkpoint);
      if (checkpoint?.origin !== header.origin) throw whole('CHECKPOINT_WRONG');
      // First what is missing, which names an entry; then who signed.
      checkTree(checkpoint);
      if (!signerOf(checkpoint, keys)) throw whole('CHECKPOINT_FORGED');
      checkSelection(line, checkpoint, keys);
      checkAtLeast();
      return checkpoint;
    },
  };
};
