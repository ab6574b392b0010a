// The last line against all that came before it: size, root, signer, the proofs of a selection, and an older checkpoint.
import { hash } from 'node:crypto';
import { type Checkpoint, parseCheckpoint, signerOf } from '../../proof/checkpoint.ts';
import type { ExportEnd, ExportHeader } from '../../proof/export-format.ts';
import { appendLeaf, emptyFrontier, rootOf, verifyInclusion } from '../../proof/merkle.ts';
import { verifySignature } from '../../proof/signature.ts';
import { VerifyFault } from './fault.ts';
import { type RegisterHistory, validKey } from './register-history.ts';

type Leaf = {
  readonly sequence: number;
  readonly subject: string;
  readonly leaf: Buffer;
  readonly proof: Buffer[];
};

export type TreeChecks = {
  take(sequence: number, subject: string, leaf: Buffer, proof: readonly string[] | undefined): void;
  /** @returns the checkpoint @throws VerifyFault */
  end(line: ExportEnd): Checkpoint;
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
  const grantedNow = () => {
    const valid = Object.values(registers.latest().keys).filter(
      ({ key, use }) => use === 'ledger' && validKey(registers.latest(), key),
    );
    return registers.ledgerKeys().length === 0 ? [rootKey] : valid.map(({ publicKey }) => publicKey);
  };

  const checkAtLeast = () => {
    if (!atLeast) return;
    if (!signerOf(atLeast, everGranted())) throw whole('AT_LEAST_UNREADABLE');
    if (!rootThen?.equals(atLeast.root)) throw whole('ROLLED_BACK', `${frontier.size} < ${atLeast.size}`);
  };

  const checkSelection = (line: ExportEnd, { size, root }: Checkpoint) => {
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
      grantedNow().some((key) => verifySignature(key, statement.format, statement, signature));
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
    end(line) {
      const checkpoint = parseCheckpoint(line.checkpoint);
      if (checkpoint?.origin !== header.origin) throw whole('CHECKPOINT_WRONG');
      // First what is missing, which names an entry; then who signed.
      if (header.scope === 'all') checkAll(checkpoint);
      if (!signerOf(checkpoint, grantedNow())) throw whole('CHECKPOINT_FORGED');
      if (header.scope === 'case') checkSelection(line, checkpoint);
      checkAtLeast();
      return checkpoint;
    },
  };
};
