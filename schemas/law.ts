// The law as it stands in the ledger: items of acts, limits, ladders, procedures, papers and calendars, each in versions,
// and the command that publishes them.
import * as z from 'zod';
import { AmountScale } from './amount-scale.ts';
import { Bilingual, Body, CommandId, Kebab, OperatorId, RegisterRegion } from './ids.ts';
import { CivilDate, Instant } from './instant.ts';
import { OpenJson } from './open-text.ts';
import { Procedure } from './procedure.ts';
import { LegalBasis, LimitSource, LocalRegime, TimeLimit } from './time-limit.ts';

/** The one service that publishes law; the root key grants its key. */
export const LAW_PUBLISHER = 'law-publisher';

/**
 * An act. `until` is exclusive; `source` says how its text was seen, not how good the act is. `cites: 'item'`: a notice or
 * opinion, cited by part and item (`3(1)` is 三（一）), not by article and paragraph.
 */
export const Act = z.strictObject({
  title: Bilingual,
  number: z.string(),
  from: CivilDate,
  until: CivilDate.optional(),
  source: LimitSource,
  cites: z.literal('item').optional(),
});
export type Act = z.infer<typeof Act>;

/** Whom a step of a ladder addresses, seen from the clock: the obliged department's head, its liaison, the other side … */
export const Addressee = z.enum([
  'obliged-head',
  'obliged-liaison',
  'sender',
  'receiver',
  'joint-meeting-office',
  'procuratorate',
  'superior',
  'government-office',
  'superior-government',
  'supervisory-organ',
  'justice',
]);
export type Addressee = z.infer<typeof Addressee>;

/**
 * What a limit broken on record opens by itself (`byBreach` of that procedure): for the first of these that is registered, who decides
 * what becomes of it; since the day the act orders it.
 */
export const OpenedByBreach = z.strictObject({
  procedure: Kebab,
  for: z.array(Addressee).min(1).readonly(),
  from: CivilDate,
  basis: z.array(LegalBasis).min(1).readonly(),
});
export type OpenedByBreach = z.infer<typeof OpenedByBreach>;

/** `workingDaysAfter` is counted from `latestDueAt`, for every step. `moment` is the name of the moment it makes. */
export const LadderStep = z.strictObject({
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  moment: z.enum(['due', 'escalate-2', 'escalate-3']),
  workingDaysAfter: z.int().nonnegative(),
  to: z.array(Addressee).readonly(),
  /** Opened with this step, where the limit still counts as broken. */
  opens: OpenedByBreach.optional(),
});
export type LadderStep = z.infer<typeof LadderStep>;

/** The divisions there are, by their codes of six digits: nowhere else is a department registered without a basis of its own. */
export const Divisions = z.strictObject({ source: Bilingual, codes: z.array(RegisterRegion).min(1) });
export type Divisions = z.infer<typeof Divisions>;

/** A kind of organ that is no more. `until` is exclusive; whoever took over is a kind there is. */
export const FormerBody = z.strictObject({
  from: CivilDate.optional(),
  until: CivilDate,
  successor: Body,
  basis: z.array(LegalBasis).min(1),
});
export type FormerBody = z.infer<typeof FormerBody>;

/** A kind of organ that there was not always: who did before, among other things, what it does. `until` is exclusive. */
export const LaterBody = z.strictObject({
  from: CivilDate,
  predecessor: Body,
  until: CivilDate,
  basis: z.array(LegalBasis).min(1),
});
export type LaterBody = z.infer<typeof LaterBody>;

/** Parts of a procedure in the order its author wrote them: canonical JSON sorts names, and people read them in this order. */
export const ProcedureOrder = z.strictObject({
  roles: z.array(z.string()),
  fields: z.array(z.string()),
  commands: z.array(z.string()),
  states: z.array(z.string()),
  clocks: z.array(z.string()),
});

/** What `data` of an item is, by kind and model. What reads otherwise is a new model; a build knows all it was made with. */
export const LAW_MODELS = {
  act: { 1: Act },
  'amount-scale': { 1: AmountScale },
  'calendar-regimes': { 1: z.strictObject({ regimes: z.array(LocalRegime) }) },
  divisions: { 1: Divisions },
  'former-body': { 1: FormerBody },
  'later-body': { 1: LaterBody },
  ladder: { 1: z.strictObject({ steps: z.array(LadderStep) }) },
  paper: { 1: z.strictObject({ title: Bilingual }) },
  limit: { 1: TimeLimit },
  procedure: { 1: Procedure.extend({ order: ProcedureOrder }) },
} as const;
export type LawKind = keyof typeof LAW_MODELS;

/**
 * A piece of the law in one version, which never changes once it is published. `model` names the shape of `data` for its
 * kind. Kinds and models are left open here: whoever folds an item says by name which it does not know.
 */
export const LawItem = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  version: z.int().positive(),
  model: z.int().positive(),
  data: OpenJson,
});
export type LawItem = z.infer<typeof LawItem>;

/** One part of a publication. Its items count once the last part is in the ledger, all at once. */
export const LawCommand = z
  .strictObject({
    format: z.literal('xianjie.law.v1'),
    commandId: CommandId,
    /** The operator's name where a person published it; none where a platform began its ledger. */
    actor: z.strictObject({ service: z.literal(LAW_PUBLISHER), operator: OperatorId.optional() }),
    /** 1 … `parts`, one entry each, in order. */
    part: z.int().positive(),
    parts: z.int().positive().max(1_000),
    items: z.array(LawItem).min(1),
    occurredAt: Instant,
  })
  .refine(({ part, parts }) => part <= parts, { path: ['part'], message: 'beyond parts' });
export type LawCommand = z.infer<typeof LawCommand>;
