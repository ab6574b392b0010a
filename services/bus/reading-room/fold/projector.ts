// The ledger read into SQL, in order, once in effect: rows and position are written in one transaction.
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Register } from '../../../../case/register/register.ts';
import { type FoldedLaw, foldLaw } from '../../../../law/fold-law.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { LawCommand } from '../../../../schemas/law.ts';
import type { GenesisCommand } from '../../../../schemas/register.ts';
import type { StoredMessage } from '../../ledger/read.ts';
import { upsert } from '../sql/schema.ts';
import { type Rows, type TableName, tables } from '../sql/tables.ts';
import { type BatchRows, emptyBatch, put, rowsOf } from './batch-rows.ts';
import { foldCaseEntry } from './fold-case-entry.ts';
import { foldRegisterEntry } from './fold-register-entry.ts';
import type { KnownCase } from './known-case.ts';
import { type OpenedMessage, openMessage } from './ledger-message.ts';
import { loadCases, loadLaw, loadRegister } from './load-cases.ts';

/** How far the ledger was read. `hash` and `recordedAt` are of the entry at `sequence`; all null before the first. */
export type Position = {
  readonly sequence: number;
  readonly hash: string | null;
  readonly recordedAt: Instant | null;
  readonly clock: GenesisCommand['clock'] | null;
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
  /** Folds messages that follow the position; what was read before is passed over. @throws LedgerGapError */
  apply(messages: readonly StoredMessage[]): Promise<Position>;
  /** Begins anew after the tables were emptied. */
  forget(): Promise<void>;
};

/** Cases kept in memory; others are read back from their rows when an entry comes. */
const CASES_IN_MEMORY = 20_000;

const NOWHERE: Position = { sequence: 0, hash: null, recordedAt: null, clock: null };

const readPosition = async (db: Kysely<Rows>): Promise<Position> => {
  const row = await db.selectFrom('progress').selectAll().executeTakeFirst();
  if (!row) return NOWHERE;
  const clock = row.clock as Position['clock'];
  return { sequence: row.position, hash: row.hash, recordedAt: row.recorded_at, clock };
};

const write = async (db: Kysely<Rows>, batch: BatchRows, position: Position): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const name of Object.keys(tables) as TableName[]) await upsert(tx, name, rowsOf(batch, name));
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
    const fresh = new Set(entries.filter(({ sequence }) => sequence === 1).map(({ id }) => id));
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
      const ground = { law: folded.law, register };
      known.set(entry.id, foldCaseEntry(batch, known.get(entry.id) ?? null, message, ground));
    }
  };

  const after = (opened: readonly OpenedMessage[]): Position => {
    const last = opened.at(-1) as OpenedMessage;
    const genesis = opened.find(({ entry }) => entry.kind === 'genesis');
    const clock = genesis ? (genesis.entry.command as GenesisCommand).clock : position.clock;
    return { sequence: last.sequence, hash: last.hash, recordedAt: last.entry.recordedAt, clock };
  };

  const apply = async (messages: readonly StoredMessage[]): Promise<Position> => {
    const news = messages.filter((m) => m.sequence > position.sequence);
    news.forEach((m, n) => {
      const expected = position.sequence + 1 + n;
      if (m.sequence !== expected) throw new LedgerGapError(expected, m.sequence);
    });
    if (news.length === 0) return position;
    const opened = news.map(openMessage);
    try {
      const known = await casesOf(opened);
      const batch = emptyBatch();
      for (const message of opened) fold(batch, known, message);
      const next = after(opened);
      await write(db, batch, next);
      position = next;
      for (const [id, now] of known) cases.set(id, now);
    } catch (error) {
      // What is in memory ran ahead of the tables.
      await forget().catch(() => undefined);
      throw error;
    }
    return position;
  };

  return { position: () => position, apply, forget };
};
