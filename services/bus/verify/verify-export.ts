// Verifies an export off-line with nothing but the root key: signatures, chains, tree, registers, law, and every decision
// again under the law that decided it.
// Reads line by line; what it keeps is the folded cases and one hash an id. Names the first wrong entry.
import { ContractError } from '../../../schemas/errors.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { bytesOfBase64Url } from '../../proof/canonical.ts';
import { ExportEnd, ExportHeader, ExportLeaves, ExportRecord } from '../../proof/export-format.ts';
import { verifyBytesLater } from '../../proof/signature.ts';
import { leavesOut, treeChecks } from './end.ts';
import { type ClockRepair, entryChecks, type SignatureCheck } from './entry.ts';
import { jsonOfLine, lineOf } from './export-lines.ts';
import { VerifyFault, type Wrong } from './fault.ts';
import { lawHistory } from './law-history.ts';
import { registerHistory } from './register-history.ts';
import { currentRules, type Rules } from './rules.ts';

export type Verified = {
  readonly ok: true;
  readonly scope: ExportHeader['scope'];
  readonly case?: string;
  /** The department it was made for, by its own word. */
  readonly for?: string;
  readonly origin: string;
  readonly clock: ExportHeader['clock'];
  readonly envelopes: ExportHeader['envelopes'];
  /** Entries in the file. */
  readonly entries: number;
  readonly cases: number;
  /** Last entry in the file, and when it was recorded: an export made earlier verifies too. */
  readonly head: { readonly sequence: number; readonly hash: string; readonly recordedAt: Instant };
  /** Entries of the whole ledger when the file was made. */
  readonly size: number;
  /** The checkpoint; keep it, and give it as `atLeast` next time. */
  readonly checkpoint: string;
  /** Entries without their bodies: signature, chain, tree and head are verified, and nothing the body says. */
  readonly bareHeads: number;
  /** Entries with their bodies whose decision could not be run again, by reason; everything else about them is verified. */
  readonly notRerun: Readonly<Record<string, number>>;
  /** Where the ledger's time falls because a person stated the right one. */
  readonly clockRepairs: readonly ClockRepair[];
};

export type VerifyOptions = {
  /** 32 bytes base64url, from where you trust it: not from the file. */
  readonly rootKey: string;
  /** Text of a checkpoint seen before: the ledger must contain it. */
  readonly atLeast?: string;
  /** Count what a decider decided that this version lacks, instead of refusing the file; all else is verified. */
  readonly allowUnknownDeciders?: boolean;
  readonly rules?: Rules;
};

/** Signatures under way at once: enough to keep the thread pool busy, few enough to keep little in memory. */
const UNDER_WAY = 512;

/** Signatures on the thread pool. They are answered in any order; the first fault is the first one asked about. */
const signatureQueue = () => {
  const underWay: Promise<VerifyFault | undefined>[] = [];
  let first: VerifyFault | undefined;
  const settle = async (count: number) => {
    const faults = await Promise.all(underWay.splice(0, count));
    first ??= faults.find((fault) => fault !== undefined);
  };
  return {
    add({ publicKey, bytes, value, fault }: SignatureCheck) {
      underWay.push(verifyBytesLater(publicKey, bytes, value).then((fits) => (fits ? undefined : fault())));
    },
    /** @throws VerifyFault */
    room: async () => {
      if (underWay.length >= UNDER_WAY) await settle(UNDER_WAY / 2);
      if (first) throw first;
    },
    /** @throws VerifyFault of the lowest sequence: of a signature, or `found`, which came after the signatures of its entry */
    async finish(found?: VerifyFault) {
      await settle(underWay.length);
      const sequenceOf = (fault: VerifyFault) => fault.wrong.sequence ?? Number.POSITIVE_INFINITY;
      if (first && found && sequenceOf(found) < sequenceOf(first)) throw found;
      if (first ?? found) throw first ?? found;
    },
  };
};

const isOlder = (header: unknown): boolean =>
  typeof header === 'object' &&
  header !== null &&
  'format' in header &&
  header.format === 'xianjie.export.v1';

/** @throws VerifyFault EXPORT_FORMAT_OLD for one from before head and body, NOT_AN_EXPORT */
const headerOf = (text: string): ExportHeader => {
  let read: unknown = null;
  try {
    read = jsonOfLine(text, null);
  } catch (error) {
    if (!(error instanceof VerifyFault)) throw error;
  }
  if (isOlder(read)) throw new VerifyFault('EXPORT_FORMAT_OLD', { sequence: null });
  const { success, data } = ExportHeader.safeParse(read);
  const fits =
    success &&
    (data.scope === 'case') === (data.case !== undefined) &&
    // Who it was made for is said of what was left out for that reader.
    (data.for === undefined || data.bodies === 'some');
  if (!fits) throw new VerifyFault('NOT_AN_EXPORT', { sequence: null });
  return data;
};

const verifyLines = async (lines: AsyncIterable<string>, options: VerifyOptions): Promise<Verified> => {
  const reader = lines[Symbol.asyncIterator]();
  const firstLine = await reader.next();
  const data = headerOf(firstLine.done ? '' : firstLine.value);
  const registers = registerHistory(data.clock);
  const tree = treeChecks(data, options.rootKey, registers, options.atLeast);
  const signatures = signatureQueue();
  const entries = entryChecks({
    header: data,
    rootKey: options.rootKey,
    registers,
    laws: lawHistory(data.clock),
    rules: options.rules ?? currentRules,
    allowUnknownDeciders: options.allowUnknownDeciders ?? false,
    later: signatures.add,
  });
  let [count, last] = [0, 0];
  let head = { sequence: 0, hash: '', recordedAt: '' };
  let end: ExportEnd | undefined;

  const takeEntry = (line: ExportRecord) => {
    try {
      return entries.take(line);
    } catch (error) {
      if (error instanceof ContractError) {
        throw new VerifyFault('SHAPE_WRONG', line, error.details.join('; '));
      }
      throw error;
    }
  };
  const takeRecord = (text: string) => {
    const line = lineOf(ExportRecord, text, last + 1);
    const { sequence, subject, record } = line;
    const place = { sequence, subject, of: record.head.sequence };
    if (sequence <= last) throw new VerifyFault('ENTRY_OUT_OF_PLACE', place);
    if (sequence > last + 1) throw new VerifyFault('ENTRY_MISSING', { sequence: last + 1 });
    const taken = takeEntry(line);
    tree.take(taken.leaf);
    [count, last] = [count + 1, sequence];
    head = { sequence, hash: taken.hash, recordedAt: record.head.recordedAt };
  };
  /** Entries of cases that are not in the file, of which it has the leaf hashes. */
  const passOthers = (text: string) => {
    const { leaves } = lineOf(ExportLeaves, text, last + 1);
    // Without the genesis nothing says whose ledger it is, and the whole ledger leaves nothing out.
    if (!leavesOut(data) || last === 0) throw new VerifyFault('ENTRY_MISSING', { sequence: last + 1 });
    for (const text of leaves) {
      const leaf = bytesOfBase64Url(text);
      if (!leaf) throw new VerifyFault('LINE_AMBIGUOUS', { sequence: last + 1 });
      tree.pass(leaf);
    }
    last += leaves.length;
  };

  try {
    for (let line = await reader.next(); !line.done; line = await reader.next()) {
      const text = line.value;
      if (text === '') continue;
      if (end) throw new VerifyFault('AFTER_THE_END', { sequence: null });
      if (text.startsWith('{"checkpoint"')) end = lineOf(ExportEnd, text, last + 1);
      else if (text.startsWith('{"leaves"')) passOthers(text);
      else takeRecord(text);
      await signatures.room();
    }
    if (!end) throw new VerifyFault('CHECKPOINT_MISSING', { sequence: last });
    await signatures.finish();
    const { checkpoint } = end;
    const { size } = tree.end(end, head.recordedAt);
    return {
      ok: true,
      scope: data.scope,
      ...(data.case === undefined ? {} : { case: data.case }),
      ...(data.for === undefined ? {} : { for: data.for }),
      origin: data.origin,
      clock: data.clock,
      envelopes: data.envelopes,
      entries: count,
      cases: entries.cases(),
      head,
      size,
      checkpoint,
      bareHeads: entries.bareHeads(),
      notRerun: entries.notRerun(),
      clockRepairs: entries.clockRepairs(),
    };
  } catch (error) {
    if (error instanceof VerifyFault) await signatures.finish(error);
    throw error;
  }
};

/**
 * Verifies an export.
 * @param lines the file's lines without line ends
 * @returns what was verified, or the first wrong entry and why; `NOT_AN_EXPORT` for a file of another kind
 */
export const verifyExport = async (
  lines: AsyncIterable<string>,
  options: VerifyOptions,
): Promise<Verified | Wrong> => {
  try {
    return await verifyLines(lines, options);
  } catch (error) {
    if (error instanceof VerifyFault) return error.wrong;
    throw error;
  }
};
