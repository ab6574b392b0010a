// The ledger read into SQL, in order, once in effect: rows and position are written in one transaction.
import type { Kysely } from 'kysely';
import type { Register } from '../../../case/register/register.ts';
import type { Law } from '../../../law/law.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { GenesisCommand } from '../../../schemas/register.ts';
import type { StoredMessage } from '../ledger/read.ts';
import { type BatchRows, emptyBatch, rowsOf } from './batch-rows.ts';
import { foldCaseEntry } from './fold-case-entry.ts';
import { foldRegisterEntry } from './fold-register-entry.ts';
import type { KnownCase } from './known-case.ts';
import { type OpenedMessage, openMessage } from './ledger-message.ts';
import { loadCases, loadRegister } from './load-cases.ts';
import { upsert } from './schema.ts';
import { type Rows, type TableName, tables } from './tables.ts';

/** How far the ledger was read. `hash` and `recordedAt` are of the entry at `sequence`; all null before the first. */
export type Position = {
  readonly sequence: number;
  readonly hash: string | null;
  readonly recordedAt: Instant | null;
  readonly clock: 'real' | 'rehearsal' | null;
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
export const createProjector = async (db: Kysely<Rows>, law: Law): Promise<Projector> => {
  let position = await readPosition(db);
  let register: Register = await loadRegister(db);
  const cases = new Map<string, KnownCase>();

  const forget = async (): Promise<void> => {
    cases.clear();
    position = await readPosition(db);
    register = await loadRegister(db);
  };

  /** Least recently touched cases leave first. */
  const remember = (known: KnownCase): void => {
    cases.delete(known.state.id);
    cases.set(known.state.id, known);
  };
  const trim = (): void => {
    for (const id of cases.keys()) {
      if (cases.size <= CASES_IN_MEMORY) return;
      cases.delete(id);
    }
  };

  const fetchMissing = async (opened: readonly OpenedMessage[]): Promise<void> => {
    const fresh = new Set(opened.filter((m) => m.entry.sequence === 1).map((m) => m.entry.id));
    const missing = opened
      .filter(({ entry }) => entry.kind === 'case' && !fresh.has(entry.id) && !cases.has(entry.id))
      .map(({ entry }) => entry.id);
    for (const known of await loadCases(db, [...new Set(missing)])) remember(known);
  };

  const fold = (batch: BatchRows, message: OpenedMessage): void => {
    const { entry, sequence } = message;
    if (entry.kind === 'register') register = foldRegisterEntry(batch, register, sequence, entry);
    if (entry.kind === 'case')
      remember(foldCaseEntry(batch, cases.get(entry.id) ?? null, message, { law, register }));
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
      await fetchMissing(opened);
      const batch = emptyBatch();
      for (const message of opened) fold(batch, message);
      const next = after(opened);
      await write(db, batch, next);
      position = next;
      trim();
    } catch (error) {
      // What is in memory ran ahead of the tables.
      await forget().catch(() => undefined);
      throw error;
    }
    return position;
  };

  return { position: () => position, apply, forget };
};
