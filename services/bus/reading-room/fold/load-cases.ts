// Cases folded again out of their entries' events, for entries of cases that are not in memory and for whoever asks for one;
// and the register and the law as far as they were read.
import type { Kysely } from 'kysely';
import { emptyRegister, type Register } from '../../../../case/register/register.ts';
import { emptyLaw, type FoldedLaw, foldLaw } from '../../../../law/fold-law.ts';
import type { Rows } from '../sql/tables.ts';
import { foldChanges } from './fold-register-entry.ts';
import { afterEntry, type KnownCase } from './known-case.ts';

/** The cases of these ids that the reading room has. */
export const loadCases = async (db: Kysely<Rows>, ids: readonly string[]): Promise<KnownCase[]> => {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('entries')
    .select(['case_id', 'case_sequence', 'sequence', 'events'])
    .where('case_id', 'in', ids)
    .orderBy('sequence')
    .execute();
  const cases = new Map<string, KnownCase>();
  for (const { case_id: id, case_sequence, sequence: ledgerSequence, events } of rows)
    cases.set(id, afterEntry(cases.get(id) ?? null, { id, sequence: case_sequence, ledgerSequence, events }));
  return [...cases.values()];
};

/** The register as far as visibility needs it. */
export const loadRegister = async (db: Kysely<Rows>): Promise<Register> => {
  const rows = await db.selectFrom('register_changes').selectAll().orderBy('sequence').orderBy('n').execute();
  return rows.reduce(
    (register, { region, occurred_at, change, sequence }) =>
      foldChanges(register, region, occurred_at, [change], sequence),
    emptyRegister,
  );
};

/** The law as far as it was read. */
export const loadLaw = async (db: Kysely<Rows>): Promise<FoldedLaw> => {
  const rows = await db.selectFrom('law_parts').selectAll().orderBy('sequence').execute();
  return rows.reduce((law, { command, sequence }) => foldLaw(law, command, sequence), emptyLaw);
};
