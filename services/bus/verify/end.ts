// The last line against all that came before it: size, root, signer, the proofs of a selection, and an older checkpoint.
import { hash } from 'node:crypto';
import type { Instant } from '../../../schemas/instant.ts';
import { type Checkpoint, parseCheckpoint, signerOf } from '../../proof/checkpoint.ts';
import type { ExportEnd, ExportHeader } from '../../proof/export-format.ts';
import { appendLeaf, emptyFrontier, rootOf, verifyInclusion } from '../../proof/merkle.ts';
import { verifySignature } from '../../proof/signature.ts';
import { VerifyFault } from './fault.ts';
import type { RegisterHistory } from './register-history.ts';

type Leaf = {
  readonly sequence: number;
  readonly subject: string;
  readonly leaf: Buffer;
  readonly proof: Buffer[];
};

export type TreeChecks = {
  take(sequence: number, subject: string, leaf: Buffer, proof: readonly string[] | undefined): void;
  /** @param recordedAt of the last entry @returns the checkpoint @throws VerifyFault */
  end(line: ExportEnd, recordedAt: Instant): Checkpoint;
};

const whole = (code: ConstructorParameters<typeof VerifyFault>[0], detail = '') =>
  new VerifyFault(code, { sequence: null }, detail);

/** @throws VerifyFault where `atLeast` cannot serve */
const readAtLeast = (header: ExportHeader, text: string | undefined): Checkpoint | null => {
  if (text === undefined) return null;
  const parsed = parseCheckpoint(text);
  if (parsed?.origin !== header.origin) throw whole('AT_LEAST_UNREADABLE');
  if (header.scope !== 'all') throw whole('AT_LEAST_NEEDS_ALL');
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
  const selected: Leaf[] = [];
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

  const checkSelection = (line: ExportEnd, { size, root }: Checkpoint, keys: readonly string[]) => {
    for (const { sequence, subject, leaf, proof } of selected) {
      if (!verifyInclusion(sequence - 1, size, leaf, proof, root)) {
        throw new VerifyFault('PROOF_WRONG', { sequence, subject });
      }
    }
    const { statement, signature } = line.selection ?? {};
    const leaves = Buffer.concat(selected.map(({ leaf }) => leaf));
    const fits =
      statement !== undefined &&
      signature !== undefined &&
      statement.case === header.case &&
      statement.size === size &&
      statement.entries === selected.length &&
      statement.digest === hash('sha256', leaves, 'base64url') &&
      keys.some((key) => verifySignature(key, statement.format, statement, signature));
    if (!fits) throw whole('SELECTION_WRONG');
  };

  const checkAll = ({ size, root }: Checkpoint) => {
    if (size > frontier.size) throw new VerifyFault('ENTRY_MISSING', { sequence: frontier.size + 1 });
    if (size < frontier.size) throw new VerifyFault('CHECKPOINT_WRONG', { sequence: size + 1 });
    if (!rootOf(frontier).equals(root)) throw whole('CHECKPOINT_WRONG');
  };

  return {
    take(sequence, subject, leaf, proof) {
      if (header.scope === 'case') {
        selected.push({
          sequence,
          subject,
          leaf,
          proof: (proof ?? []).map((text) => Buffer.from(text, 'base64')),
        });
        return;
      }
      frontier = appendLeaf(frontier, leaf);
      if (frontier.size === atLeast?.size) rootThen = rootOf(frontier);
    },
    end(line, recordedAt) {
      const keys = grantedAfter(recordedAt);
      const checkpoint = parseCheckpoint(line.checkpoint);
      if (checkpoint?.origin !== header.origin) throw whole('CHECKPOINT_WRONG');
      // First what is missing, which names an entry; then who signed.
      if (header.scope === 'all') checkAll(checkpoint);
      if (!signerOf(checkpoint, keys)) throw whole('CHECKPOINT_FORGED');
      if (header.scope === 'case') checkSelection(line, checkpoint, keys);
      checkAtLeast();
      return checkpoint;
    },
  };
};
