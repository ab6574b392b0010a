// The invented case IC-001: our own, so it says its commands outright, with exact instants. Never to be taken for a real one.
import * as z from 'zod';
import { OpenBody, PartyValues } from '../../schemas/command.ts';
import { Outcome } from '../../schemas/event.ts';
import { Bilingual, DepartmentId, OfficerId, ProceedingId, Rank, Region } from '../../schemas/ids.ts';
import { Instant } from '../../schemas/instant.ts';
import file from './cases/invented-case.json' with { type: 'json' };

/** One command, given at its instant. The first opens the case; others name the proceeding they act in or open, save acts on the whole case. */
const InventedStep = z.strictObject({
  step: z.int().positive(),
  at: Instant,
  actor: DepartmentId,
  officer: OfficerId,
  procedure: z.string(),
  proceeding: ProceedingId.optional(),
  /** Opens that proceeding, and does not act in it. */
  opens: z.literal(true).optional(),
  command: z.string(),
  body: OpenBody,
  party: PartyValues.optional(),
  note: Bilingual,
});

/** A clock the walk must show: when it is due, and what became of it. */
const Expectation = z.strictObject({
  proceeding: ProceedingId,
  limit: z.string(),
  latestDueAt: Instant,
  outcome: Outcome,
  note: Bilingual,
});

export const InventedCase = z.strictObject({
  format: z.literal('xianjie.invented-case.v1'),
  invented: z.literal(true),
  id: z.string().regex(/^IC-\d{3}$/),
  title: z.string(),
  region: z.string(),
  regionCode: Region,
  note: Bilingual,
  departments: z.array(
    z.strictObject({
      department: DepartmentId,
      officers: z.array(z.strictObject({ officer: OfficerId, ranks: z.array(Rank).min(1) })).min(1),
    }),
  ),
  steps: z.array(InventedStep).min(1),
  expects: z.array(Expectation),
});
export type InventedCase = z.infer<typeof InventedCase>;

/** From a clue to the closing of a case with eleven proceedings, across the holidays of 2024 and 2025. */
export const inventedCase: InventedCase = InventedCase.parse(file);
