// Cases out of their rows, for entries of cases that are not in memory.
import type { Kysely } from 'kysely';
import type { Register } from '../../../../case/register/register.ts';
import { emptyRegister } from '../../../../case/register/register.ts';
import type { Rows } from '../sql/tables.ts';
import { foldChanges } from './fold-register-entry.ts';
import { caseFromRows, type KnownCase } from './known-case.ts';

/** The cases of these ids that the reading room has. */
export const loadCases = async (db: Kysely<Rows>, ids: readonly string[]): Promise<KnownCase[]> => {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('cases').selectAll().where('case_id', 'in', ids).execute();
  const proceedings = await db.selectFrom('proceedings').selectAll().where('case_id', 'in', ids).execute();
  const clocks = await db.selectFrom('clocks').selectAll().where('case_id', 'in', ids).execute();
  const handOffs = await db.selectFrom('hand_offs').selectAll().where('case_id', 'in', ids).execute();
  const of = <R extends { case_id: string }>(all: readonly R[]) => Map.groupBy(all, (r) => r.case_id);
  const [p, c, h] = [of(proceedings), of(clocks), of(handOffs)];
  return rows.map((row) =>
    caseFromRows({
      row,
      proceedings: p.get(row.case_id) ?? [],
      clocks: c.get(row.case_id) ?? [],
      handOffs: h.get(row.case_id) ?? [],
    }),
  );
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
