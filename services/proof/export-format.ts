// The file of an export: JSON lines. First the header, then one line a record, last the checkpoint of its exact size.
// Whoever has the file and the root key can verify it off-line.
import * as z from 'zod';
import { Digest, Signature } from '../../schemas/command.ts';
import { LedgerRecord } from '../../schemas/entry.ts';
import { CaseId, DepartmentId } from '../../schemas/ids.ts';

/** Leaf hashes of a line. */
export const MOST_LEAVES = 10_000;

export const ExportHeader = z.strictObject({
  format: z.literal('xianjie.export.v2'),
  /** Name of the log, as in its checkpoints. */
  origin: z.string(),
  /** Root key by which the ledger says it begins; trust the one you were given by other means. */
  rootKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  clock: z.enum(['real', 'rehearsal']),
  /** One case comes with genesis and all law and register entries, which its decisions depend on. */
  scope: z.enum(['all', 'case']),
  case: CaseId.optional(),
  /** `removed`: without the encrypted party values; everything still verifies. */
  envelopes: z.enum(['kept', 'removed']),
  /** `some`: entries of cases may be bare heads, whose bodies the receiver may not see; all else still verifies. */
  bodies: z.enum(['all', 'some']),
  /** The department that may see the bodies that are here, and knows of the cases that are here. */
  for: DepartmentId.optional(),
  /** Read from the stream itself, or from its mirror, which may end up to a second earlier after a kill. */
  source: z.enum(['stream', 'mirror']),
});
export type ExportHeader = z.infer<typeof ExportHeader>;

/** Events are compared with what the decider decides again, so their shape is not looked at here. */
const AnyEvent = z.looseObject({ kind: z.string(), type: z.string() });
const AnyBody = LedgerRecord.shape.body.extend({ events: z.array(AnyEvent) });

export const ExportRecord = z.strictObject({
  sequence: z.int().positive(),
  subject: z.string().max(200),
  /** Without its body it is a bare head, and has no envelope either. */
  record: LedgerRecord.extend({ body: AnyBody.nullable() }),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

/**
 * In an export of one case, or for a department, at their place: the leaf hashes of entries that are not in it. With them the tree is whole,
 * so that it too can be held against any checkpoint seen before; they tell nothing of what was hashed.
 */
export const ExportLeaves = z.strictObject({ leaves: z.array(Digest).min(1).max(MOST_LEAVES) });
export type ExportLeaves = z.infer<typeof ExportLeaves>;

/** What the ledger says belongs to an export that leaves cases out, signed, so that no last entry can be left out unseen. */
const Selection = z.strictObject({
  format: z.literal('xianjie.selection.v1'),
  /** The one case of it. */
  case: CaseId.optional(),
  /** The department it was made for. */
  for: DepartmentId.optional(),
  /** Size of the checkpoint. */
  size: z.int(),
  entries: z.int(),
  /** SHA-256 over the leaf hashes of the entries, in order. */
  digest: Digest,
});

export const ExportEnd = z.strictObject({
  checkpoint: z.string().max(10_000),
  selection: z.strictObject({ statement: Selection, signature: Signature }).optional(),
});
export type ExportEnd = z.infer<typeof ExportEnd>;
