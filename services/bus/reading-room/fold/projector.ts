// The ledger read into SQL, in order, once in effect: rows and position are written in one transaction.
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Register } from '../../../../case/register/register.ts';
import { type FoldedLaw, foldLaw } from '../../../../law/fold-law.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { LawCommand } from '../../../../schemas/law.ts';
import type { GenesisCommand } from '../../../../schemas/register.ts';
import type { Batch } from '../../ledger/following.ts';
import type { Parked } from '../../ledger/parked-cases.ts';
import type { StoredMessage } from '../../ledger/read.ts';
import { remove, upsert } from '../sql/schema.ts';
import { type Rows, type TableName, tables } from '../sql/tables.ts';
import { type BatchRows, emptyBatch, put, rowsOf } from './batch-rows.ts';
import { foldCaseEntry } from './fold-case-entry.ts';
import { foldRegisterEntry } from './fold-register-entry.ts';
import type { KnownCase } from './known-case.ts';
import { type OpenedMessage, openMessage } from './ledger-message.ts';
import { loadCases, loadLaw, loadRegister } from './load-cases.ts';

/**
 * How far the ledger was read. `hash` is of the entry at `sequence`, `recordedAt` of the last one taken; all null before the first.
 * `parked` are cases whose later entries are not in the tables.
 */
export type Position = {
  readonly sequence: number;
  readonly hash: string | null;
  readonly recordedAt: Instant | null;
  readonly clock: GenesisCommand['clock'] | null;
  readonly parked: readonly Parked[];
};

/** Where a batch ends, and how many of it are of cases that are passed over. */
export type BatchEnd = Pick<Batch, 'passedOver' | 'parked'> & {
  readonly sequence: number;
  readonly hash: string;
};

/** Messages that do not follow what was read: the source skipped one, or this is another ledger. */
class LedgerGapError extends Error {
  override readonly name = 'LedgerGapError';
  readonly expected: number;
  readonly found: number;
  constructor(expected: number, found: number) {
    super(`expected ledger sequence ${expected}, found ${found}`);
    this.expected = expected;
    this.found = found;
  }
}

export type Projector = {
  position(): Position;
  /**
   * Folds messages that follow the position; what was read before is passed over.
   * @param end where the batch ends, if not with the last of these messages
   * @throws LedgerGapError
   */
  apply(messages: readonly StoredMessage[], end?: BatchEnd): Promise<Position>;
  /** Folds an entry before the position, of a case that was passed over from there on. Seen again, it changes nothing. */
  applyParked(message: StoredMessage): Promise<void>;
  /** Notes which cases are passed over. */
  noteParked(parked: readonly Parked[]): Promise<void>;
  /** Begins anew after the tables were emptied. */
  forget(): Promise<void>;
};

/** Cases kept in memory; others are read back from their rows when an entry comes. */
const CASES_IN_MEMORY = 20_000;

const NOWHERE: Position = { sequence: 0, hash: null, recordedAt: null, clock: null, parked: [] };

const readPosition = async (db: Kysely<Rows>): Promise<Position> => {
  const row = await db.selectFrom('progress').selectAll().executeTakeFirst();
  if (!row) return NOWHERE;
  const rows = await db.selectFrom('parked').selectAll().orderBy('from_sequence').execute();
  const parked = rows.map(({ subject, from_sequence: from, code }): Parked => ({ subject, from, code }));
  const clock = row.clock as Position['clock'];
  return { sequence: row.position, hash: row.hash, recordedAt: row.recorded_at, clock, parked };
};

const writeParked = async (db: Kysely<Rows>, parked: readonly Parked[]): Promise<void> => {
  await db.deleteFrom('parked').execute();
  await upsert(
    db,
    'parked',
    parked.map(({ subject, from, code }) => ({ subject, from_sequence: from, code })),
  );
};

const isSame = (one: readonly Parked[], other: readonly Parked[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const write = async (
  db: Kysely<Rows>,
  batch: BatchRows,
  position: Position,
  before: Position,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const { table, key } of batch.dropped) await remove(tx, table, key);
    for (const name of Object.keys(tables) as TableName[]) await upsert(tx, name, rowsOf(batch, name));
    if (!isSame(position.parked, before.parked)) await writeParked(tx, position.parked);
    const { sequence, hash, recordedAt, clock } = position;
    await tx
      .updateTable('progress')
      .set({ position: sequence, hash, recorded_at: recordedAt, clock })
      .execute();
  });

/** A projector over an opened database, at the position found there. */
export const createProjector = async (db: Kysely<Rows>): Promise<Projector> => {
  let position = await readPosition(db);
  let register: Register = await loadRegister(db);
  let folded: FoldedLaw = await loadLaw(db);
  const cases = new LRUCache<string, KnownCase>({ max: CASES_IN_MEMORY });

  const forget = async (): Promise<void> => {
    cases.clear();
    position = await readPosition(db);
    register = await loadRegister(db);
    folded = await loadLaw(db);
  };

  /** The cases these messages are of, as they stand in memory or in their rows; not those that begin here. */
  const casesOf = async (opened: readonly OpenedMessage[]): Promise<Map<string, KnownCase>> => {
    const entries = opened.flatMap(({ entry }) => (entry.kind === 'case' ? [entry] : []));
    const known = new Map<string, KnownCase>();
    const missing = new Set<string>();
    const fresh = new Set(
      opened.flatMap(({ entry, sequence }) =>
        entry.sequence === 1 && sequence > position.sequence ? [entry.id] : [],
      ),
    );
    for (const { id } of entries) {
      const here = cases.get(id);
      if (here) known.set(id, here);
      else if (!fresh.has(id)) missing.add(id);
    }
    for (const read of await loadCases(db, [...missing])) known.set(read.state.id, read);
    return known;
  };

  const fold = (batch: BatchRows, known: Map<string, KnownCase>, message: OpenedMessage): void => {
    const { entry, sequence } = message;
    if (entry.kind === 'register') register = foldRegisterEntry(batch, register, sequence, entry);
    if (entry.kind === 'law') {
      const command = entry.command as LawCommand;
      folded = foldLaw(folded, command, sequence);
      put(batch, 'law_parts', `${sequence}`, { sequence, command });
    }
    if (entry.kind === 'case') {
      const before = known.get(entry.id) ?? null;
      if (before && before.sequence >= sequence) return;
      const ground = { law: folded.law, register };
      known.set(entry.id, foldCaseEntry(batch, before, message, ground));
    }
  };

  const after = (opened: readonly OpenedMessage[], end: BatchEnd): Position => {
    const genesis = opened.find(({ entry }) => entry.kind === 'genesis');
    const clock = genesis ? (genesis.entry.command as GenesisCommand).clock : position.clock;
    const recordedAt = opened.at(-1)?.entry.recordedAt ?? position.recordedAt;
    const { sequence, hash, parked } = end;
    return { sequence, hash, recordedAt, clock, parked };
  };

  /** What they lead to, written and then kept. */
  const take = async (opened: readonly OpenedMessage[], next: () => Position): Promise<void> => {
    try {
      const known = await casesOf(opened);
      const batch = emptyBatch();
      for (const message of opened) fold(batch, known, message);
      const to = next();
      await write(db, batch, to, position);
      position = to;
      for (const [id, now] of known) cases.set(id, now);
    } catch (error) {
      // What is in memory ran ahead of the tables.
      await forget().catch(() => undefined);
      throw error;
    }
  };

  const apply = async (messages: readonly StoredMessage[], end?: BatchEnd): Promise<Position> => {
    const news = messages.filter((m) => m.sequence > position.sequence);
    const [first] = news;
    const through = end?.sequence ?? news.at(-1)?.sequence ?? position.sequence;
    const expected = position.sequence + news.length + (end?.passedOver ?? 0);
    const isInOrder = news.every((m, n) => n === 0 || m.sequence > (news[n - 1]?.sequence ?? 0));
    if (through !== expected || !isInOrder) throw new LedgerGapError(expected, first?.sequence ?? through);
    if (through === position.sequence) return position;
    const opened = news.map(openMessage);
    const hash = end?.hash ?? opened.at(-1)?.hash ?? '';
    const { passedOver = 0, parked = position.parked } = end ?? {};
    await take(opened, () => after(opened, { sequence: through, hash, passedOver, parked }));
    return position;
  };

  return {
    position: () => position,
    apply,
    applyParked: async (message) => take([openMessage(message)], () => position),
    noteParked: async (parked) => {
      if (isSame(parked, position.parked)) return;
      await db.transaction().execute((tx) => writeParked(tx, parked));
      position = { ...position, parked };
    },
    forget,
  };
};
