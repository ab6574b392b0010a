// Exports the ledger, or one case with all it depends on, as lines that verify off-line (export-format.ts).
// The stream is the truth; the mirror's files serve where no server runs, and may end up to a second earlier after a kill.
import { createHash } from 'node:crypto';
import type { NatsConnection } from 'nats';
import type { CaseId, DepartmentId } from '../../../schemas/ids.ts';
import { caseSubject, GENESIS_SUBJECT } from '../../../schemas/subjects.ts';
import { signCheckpoint } from '../../proof/checkpoint.ts';
import {
  type ExportEnd,
  type ExportHeader,
  type ExportLeaves,
  type ExportRecord,
  MOST_LEAVES,
} from '../../proof/export-format.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../proof/merkle.ts';
import { leafOf, parseRecord } from '../../proof/record.ts';
import { type SigningKey, sign } from '../../proof/signature.ts';
import { LedgerFault } from '../ledger/ledger-fault.ts';
import { readMirror } from '../ledger/mirror-files.ts';
import { refuseOlderFormat } from '../ledger/older-format.ts';
import type { StoredMessage } from '../ledger/read.ts';
import { readWhole } from '../ledger/read-whole.ts';
import { bodiesFor } from './bodies-for.ts';

/** Where an export reads from. */
export type LedgerSource = {
  readonly name: ExportHeader['source'];
  /** All messages in order; `null` for a damaged one. */
  messages(): AsyncIterable<StoredMessage | null>;
};

/** The running ledger, up to its head when reading begins. */
export const streamSource = (nc: NatsConnection): LedgerSource => ({
  name: 'stream',
  messages: () => readWhole(nc),
});

/** The mirror of a ledger at rest. */
export const mirrorSource = (mirrorDir: string): LedgerSource => ({
  name: 'mirror',
  messages: () => readMirror(mirrorDir),
});

export type ExportOptions = {
  readonly source: LedgerSource;
  /** The ledger's key: signs the checkpoint, and the selection of one case. */
  readonly key: SigningKey;
  /** Only this case, with genesis, law and registers. */
  readonly caseId?: CaseId;
  /** Leave the encrypted party values out. */
  readonly removeEnvelopes?: boolean;
  /** For a department: without the cases it knows nothing of, the bodies it may not see, and envelopes. */
  readonly for?: DepartmentId;
};

/** Which messages are written, and how much of each. */
type Kept = {
  readonly entry: (message: StoredMessage) => boolean;
  readonly envelopes: boolean;
  readonly body: (message: StoredMessage) => boolean;
};

const CASES = 'ledger.case.';
const isOfCase = ({ subject }: StoredMessage): boolean => subject.startsWith(CASES);

const damaged = (sequence: number) =>
  new LedgerFault(
    'LEDGER_DAMAGED',
    `第 ${sequence} 条记录读不出，账本已损坏，请先执行 xianjie repair`,
    `entry ${sequence} cannot be read: the ledger is damaged, run xianjie repair first`,
  );

/** Every message, each exactly one after the former. */
async function* complete(source: LedgerSource): AsyncGenerator<StoredMessage> {
  let expected = 1;
  for await (const message of source.messages()) {
    if (message?.sequence !== expected) throw damaged(expected);
    expected += 1;
    yield message;
  }
  if (expected === 1) throw damaged(1);
}

const headerOf = (first: StoredMessage, options: ExportOptions): ExportHeader => {
  refuseOlderFormat(first);
  const { command } = parseRecord(first.data).body;
  if (first.subject !== GENESIS_SUBJECT || command.format !== 'xianjie.genesis.v1') throw damaged(1);
  return {
    format: 'xianjie.export.v2',
    origin: command.origin,
    rootKey: command.rootKey,
    clock: command.clock,
    scope: options.caseId === undefined ? 'all' : 'case',
    ...(options.caseId === undefined ? {} : { case: options.caseId }),
    envelopes: options.removeEnvelopes || options.for ? 'removed' : 'kept',
    bodies: options.for ? 'some' : 'all',
    ...(options.for ? { for: options.for } : {}),
    source: options.source.name,
  };
};

const recordText = (message: StoredMessage, kept: Kept): string => {
  const hasBody = kept.body(message);
  if (kept.envelopes && hasBody) return Buffer.from(message.data).toString('utf8');
  const record = parseRecord(message.data);
  const less: ExportRecord['record'] = { ...record, envelope: null, body: hasBody ? record.body : null };
  return JSON.stringify(less);
};

const lineOf = (message: StoredMessage, kept: Kept): string =>
  `{"sequence":${message.sequence},"subject":${JSON.stringify(message.subject)},"record":${recordText(message, kept)}}`;

/** What of the ledger an export has: its messages up to where it was looked who may see them, and how much of each. */
const chosenBy = async (
  options: ExportOptions,
): Promise<{ messages: AsyncIterable<StoredMessage>; kept: Kept }> => {
  const { caseId, for: department } = options;
  const messages = complete(options.source);
  const isAsked = (one: StoredMessage): boolean =>
    caseId === undefined || one.subject === caseSubject(caseId);
  if (!department) {
    const entry = (one: StoredMessage): boolean => !isOfCase(one) || isAsked(one);
    return { messages, kept: { entry, envelopes: !options.removeEnvelopes, body: () => true } };
  }
  const { known, visible, upTo } = await bodiesFor(messages, department, caseId);
  const subjects = new Set([...known].map(caseSubject));
  const kept: Kept = {
    entry: (one) => !isOfCase(one) || (isAsked(one) && subjects.has(one.subject)),
    envelopes: false,
    body: (one) => !isOfCase(one) || visible.has(one.sequence),
  };
  // What came meanwhile is not in it.
  return { messages: until(complete(options.source), upTo), kept };
};

async function* until(messages: AsyncIterable<StoredMessage>, last: number): AsyncGenerator<StoredMessage> {
  for await (const message of messages) {
    yield message;
    if (message.sequence === last) return;
  }
}

/** Lines of leaf hashes. */
function* leavesOf(hashes: readonly Buffer[]): Generator<string> {
  for (let from = 0; from < hashes.length; from += MOST_LEAVES) {
    const leaves = hashes.slice(from, from + MOST_LEAVES).map((leaf) => leaf.toString('base64url'));
    yield JSON.stringify({ leaves } satisfies ExportLeaves);
  }
}

/** The lines between the first and the last, and what the last one says of them. */
const linesWritten = (kept: Kept) => {
  const digest = createHash('sha256');
  let [frontier, entries] = [emptyFrontier, 0];
  let others: Buffer[] = [];
  const flush = (): string[] => {
    const lines = [...leavesOf(others)];
    others = [];
    return lines;
  };
  return {
    /** Lines that can be written once the message is there: of what is left out many make one. */
    take(message: StoredMessage): string[] {
      const leaf = leafOf(message.data);
      frontier = appendLeaf(frontier, leaf);
      if (!kept.entry(message)) {
        others.push(leaf);
        return others.length === MOST_LEAVES ? flush() : [];
      }
      digest.update(leaf);
      entries += 1;
      return [...flush(), lineOf(message, kept)];
    },
    end({ key, caseId, for: department }: ExportOptions, origin: string): string[] {
      const { size } = frontier;
      const checkpoint = signCheckpoint(key, origin, size, rootOf(frontier));
      const lines = flush();
      if (caseId === undefined && department === undefined)
        return [...lines, JSON.stringify({ checkpoint } satisfies ExportEnd)];
      const statement = {
        format: 'xianjie.selection.v1' as const,
        ...(caseId === undefined ? {} : { case: caseId }),
        ...(department === undefined ? {} : { for: department }),
        size,
        entries,
        digest: digest.digest('base64url'),
      };
      const signature = sign(key, statement.format, statement);
      const end: ExportEnd = { checkpoint, selection: { statement, signature } };
      return [...lines, JSON.stringify(end)];
    },
  };
};

async function* linesOf(options: ExportOptions): AsyncGenerator<string> {
  const { messages, kept } = await chosenBy(options);
  const written = linesWritten(kept);
  let origin = '';
  for await (const message of messages) {
    if (message.sequence === 1) {
      const header = headerOf(message, options);
      origin = header.origin;
      yield JSON.stringify(header);
    }
    yield* written.take(message);
  }
  yield* written.end(options, origin);
}

/** One case is small, and nothing is written before it is known to be there: 46 bytes an entry of another wait with it. */
async function* linesOfCase(options: ExportOptions, caseId: CaseId): AsyncGenerator<string> {
  const lines: string[] = [];
  for await (const line of linesOf(options)) lines.push(line);
  const isThere = `"subject":${JSON.stringify(caseSubject(caseId))},`;
  if (!lines.some((line) => line.startsWith('{"sequence"') && line.includes(isThere)))
    throw new LedgerFault('NO_SUCH_CASE', `账本中没有案件 ${caseId}`, `the ledger has no case ${caseId}`);
  yield* lines;
}

/**
 * Lines of an export, without line ends. For a department a case that it knows nothing of is not there.
 * @throws LedgerFault LEDGER_DAMAGED naming the first entry that cannot be read, NO_SUCH_CASE
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const exportLedger = (options: ExportOptions): AsyncGenerator<string> =>
  options.caseId === undefined ? linesOf(options) : linesOfCase(options, options.caseId);
