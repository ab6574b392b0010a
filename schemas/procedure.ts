// Shape of a procedure: pure data, printable and hashable. decide() interprets it; nothing about a procedure is written anywhere else.
import * as z from 'zod';
import { Bilingual, Body, Rank } from './ids.ts';
import { LegalBasis } from './time-limit.ts';

const Kebab = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** Part a department plays in a proceeding. */
export const Role = Kebab;
export type Role = z.infer<typeof Role>;

/** What a command does in a state. Without `to` the state stays. */
export const Transition = z.strictObject({
  /** Event that records it, past tense. */
  event: Kebab,
  title: Bilingual,
  by: z.union([Role, z.array(Role).min(1)]),
  rank: Rank.optional(),
  to: Kebab.optional(),
  /** Another state where a guard finds its condition met. */
  instead: z.strictObject({ when: Kebab, to: Kebab }).optional(),
  /** Codes of documents that must be attached; `explained` in the body may replace one. */
  papers: z.array(Kebab).optional(),
  /** A refusal or return needs a reason code (open) and a text (party). */
  reason: z.literal('required').optional(),
  /** At least so many officers of the acting department must be named. */
  officers: z.int().positive().optional(),
  /** Open fields of the body that must be there. */
  needs: z.array(z.string()).optional(),
  /** Roles told with a copy beside those who take part. */
  copyTo: z.array(Role).optional(),
  /** Names of guards in case/guards.ts. */
  guards: z.array(Kebab).optional(),
  /** Role whose department receives the case: starts a hand-off. */
  handsTo: Role.optional(),
  /** This is the office receipt, or the return, of the open hand-off. */
  closesHandOff: z.enum(['received', 'returned']).optional(),
  /** Opens another procedure in the same case, with roles taken from this proceeding's. */
  opens: z.strictObject({ procedure: Kebab, roles: z.record(Role, Role) }).optional(),
  /** Moves the other open proceeding of a procedure in this case by the command named (e.g. police file under supervision). */
  also: z.array(z.strictObject({ procedure: Kebab, command: Kebab })).optional(),
});
export type Transition = z.infer<typeof Transition>;

export const State = z.strictObject({
  title: Bilingual,
  terminal: z.boolean().optional(),
  on: z.record(Kebab, Transition).optional(),
});
export type State = z.infer<typeof State>;

/** Which commands start, stop, pause and resume a clock of the limit with this id; who is obliged. */
export const ClockRule = z.strictObject({
  startsOn: z.union([Kebab, z.array(Kebab).min(1)]),
  stopsOn: z.union([Kebab, z.array(Kebab).min(1)]),
  /** Role that is obliged and answers for it. */
  obliges: Role,
  /** Role that what keeps it must reach. Where nobody holds it, the bus cannot tell whether it was kept. */
  reaches: Role.optional(),
  /** Commands that make it pointless: it ends as neither met nor breached. */
  mootOn: z.array(Kebab).optional(),
  /** Only acting late is a breach; letting it pass is none (a right, or a duty that arises only if something is found). */
  window: z.boolean().optional(),
  /** Open field of the starting command that must be true. */
  when: z.string().optional(),
  pausesOn: z.array(Kebab).optional(),
  resumesOn: z.array(Kebab).optional(),
  /** Commands that prolong it by the extension of the limit they name. */
  extendsOn: z.array(Kebab).optional(),
  /** Commands that defy the duty: those of the last step of its ladder are told at once. */
  escalatesOn: z.array(Kebab).optional(),
  /** When this clock is overdue, draft a document for a role and let others see it. */
  onOverdue: z.strictObject({ draft: Kebab, event: Kebab, for: Role, visibleTo: z.array(Role) }).optional(),
});
export type ClockRule = z.infer<typeof ClockRule>;

export const Procedure = z.strictObject({
  procedure: Kebab,
  version: z.int().positive(),
  title: Bilingual,
  basis: z.array(LegalBasis).min(1),
  /** Which bodies may hold each role; an empty list means any body. */
  roles: z.record(Role, z.array(Body)),
  /** How each role finds its department at opening: the actor, one named in `to`, or (named or else) by the region's routing. */
  cast: z.record(Role, z.enum(['actor', 'to', 'routing', 'common-superior'])),
  /** Command that opens a proceeding (and a case where there is none), with its rules. */
  opensOn: z.record(Kebab, Transition),
  opensIn: Kebab,
  /** One proceeding for each receiver named in `to`. */
  perReceiver: z.boolean().optional(),
  states: z.record(Kebab, State),
  /** Commands taken in every state that is not terminal. */
  always: z.record(Kebab, Transition).optional(),
  clocks: z.record(z.string(), ClockRule),
});
export type Procedure = z.infer<typeof Procedure>;

/** Keeps the literal and checks its shape when the module loads. */
export const defineProcedure = <const P extends z.input<typeof Procedure>>(literal: P): Procedure =>
  Procedure.parse(literal);
