// Shape of a procedure in its normal form: pure data, printable and hashable, as it stands in the ledger. decide() interprets
// it; nothing about a procedure is written anywhere else. law/define-procedure.ts makes it from what an author writes.
import * as z from 'zod';
import { SubjectAttributes } from './command.ts';
import { Condition } from './condition.ts';
import { Field, FieldName, FieldValue } from './field.ts';
import { Bilingual, Body, Kebab, Rank } from './ids.ts';
import { CivilDate } from './instant.ts';
import { Approver, LegalBasis } from './time-limit.ts';

const Names = z.array(Kebab).min(1);

/** Part a department plays in a proceeding. */
export const Role = Kebab;
export type Role = z.infer<typeof Role>;

/** How much of a proceeding a role sees: with the values, the open form only, a status word only. */
export const Sight = z.enum(['all', 'open', 'status']);
export type Sight = z.infer<typeof Sight>;

export const RoleRule = z.strictObject({
  title: Bilingual,
  /** Which bodies may hold it; absent: any. */
  bodies: z.array(Body).min(1).optional(),
  /**
   * How it finds its department: the actor, one named in `to`, (named or else) by the region's routing, of those `involved` only one
   * that takes part in the case already; absent: later.
   */
  cast: z.enum(['actor', 'to', 'routing', 'involved', 'common-superior']).optional(),
  /** Held only by who stands above the holder of this role: its superior, its government, or whoever directs it. */
  above: Role.optional(),
  /** Held only by a department of another kind than the holder of this role, and the one that answers for its region. */
  counterpartOf: Role.optional(),
  /** Never held by who holds this role. */
  otherThan: Role.optional(),
  sees: Sight,
  /** Which side of a matter it is, where a ladder speaks of the sending or the receiving one. */
  side: z.enum(['sending', 'receiving']).optional(),
  /** Settles what another department claims to have done in time. */
  confirms: z.literal(true).optional(),
  /** Who passes this role on keeps `former-<role>`, for what it still owes. */
  keepsFormer: z.literal(true).optional(),
});
export type RoleRule = z.infer<typeof RoleRule>;

/** What every command shares beside the fields of its procedure; `needs` may name these too, and the values of `PartyBody`. */
export const SHARED_FIELDS = ['to', 'reasonCode', 'extension', 'approver', 'basis', 'subjects'] as const;

/** Values of a party of which the case keeps versions, and what states them. */
export const STATED_AS = { offence: 'charge-stated', amountFen: 'amount-stated' } as const;
export const isStated = (name: string): name is keyof typeof STATED_AS => Object.hasOwn(STATED_AS, name);

/** A command, said once; a state says where it leads. */
export const ProcedureCommand = z.strictObject({
  /** Event that records it, past tense. */
  event: Kebab,
  title: Bilingual,
  /** Roles that may take it; `bus` for what only a breach on record does (`byBreach`), or what another takes along as it undoes (`also`, `falls`). */
  by: z.array(Role).min(1),
  rank: Rank.optional(),
  /** Whose approval must be on record, where a rank of the register does not say it. */
  approvedBy: Approver.optional(),
  /** Codes of documents that must be attached; `explained` in the body may replace one. */
  papers: Names.optional(),
  /** A refusal or return needs a reason code (open) and a text (party). */
  reason: z.literal('required').optional(),
  /** At least so many officers of the acting department must be named. */
  officers: z.int().positive().optional(),
  /** What must be there: declared fields, fields or values of a party of those every command shares. */
  needs: z.array(z.string()).min(1).optional(),
  /** Declared fields that may be there. */
  takes: z.array(FieldName).min(1).optional(),
  /**
   * Of these, those that must be there on the record, in the open or as a value of a party; `subjects` where it may not open a proceeding
   * about nobody; a value of a party that versions state (`STATED_AS`), with the command or before it. What was published and is
   * rehearsed may say less.
   */
  onRecord: z.array(FieldName).min(1).optional(),
  /**
   * From here on somebody has the rights of a party. On the record it is about whom the command names, or its proceeding is about, or
   * the only subject of the case, and refused where that is nobody; what was published and is rehearsed may name none.
   */
  ofParty: z.literal(true).optional(),
  /** Roles told with a copy beside those who take part. */
  copyTo: z.array(Role).min(1).optional(),
  /** Roles told with a copy where these conditions hold as the command is taken; nothing is refused by them. */
  copyWhere: z
    .array(z.strictObject({ to: Role, when: Names }))
    .min(1)
    .optional(),
  /** Conditions that must hold in every state. */
  when: Names.optional(),
  /** Marks that its proceeding carries from then on, whatever state it comes to. */
  leaves: Names.optional(),
  /** Marks that it carries no more from then on. */
  lifts: Names.optional(),
  /** Role whose department receives the case: starts a hand-off. */
  handsTo: Role.optional(),
  /** Paths of party values of earlier entries that a new receiver gets with it, e.g. `/title`. */
  passes: z.array(z.string().regex(/^\/[a-zA-Z0-9/.-]+$/)).optional(),
  /** This is the office receipt, or the return, of the open hand-off, or takes it back. */
  closesHandOff: z.enum(['received', 'returned', 'taken-back']).optional(),
  /** With what is sent or taken back, this role goes back to whoever passed it on and kept `former-<role>`. */
  givesBack: Role.optional(),
  /** Opens other procedures in the same case by a command of each, with roles taken from this proceeding's. */
  opens: z
    .array(
      z.strictObject({
        procedure: Kebab,
        command: Kebab,
        /** Its roles by those here that hold them: of several the first that somebody holds. */
        roles: z.record(Role, z.array(Role).min(1)),
        /** Declared subjects that the command names, whom it is opened about; where it names none it is not opened. */
        about: FieldName.optional(),
        /** Fields of the opening that follow from what opens it, and are asked of nobody. */
        says: z.record(FieldName, FieldValue).optional(),
        /** On the record it brings along the papers and officers that the command asks for by which that one is opened. */
        asks: z.literal(true).optional(),
        /** Opened only where these conditions hold as the command is taken; nothing is refused by them. */
        when: Names.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Moves a related open proceeding of a procedure in this case by the command named, or `each` of them, where these conditions hold. */
  also: z
    .array(
      z.strictObject({
        procedure: Kebab,
        command: Kebab,
        each: z.literal(true).optional(),
        /** It rests on this one and falls with it, whoever holds its roles by then. */
        falls: z.literal(true).optional(),
        when: Names.optional(),
      }),
    )
    .min(1)
    .optional(),
});
export type ProcedureCommand = z.infer<typeof ProcedureCommand>;

/** Where a command leads from a state; `null` stays. */
export const Target = z.strictObject({
  to: Kebab.nullable(),
  /** Conditions that must hold here; with `else` they choose between the two instead. */
  when: Names.optional(),
  else: Kebab.nullable().optional(),
  /** What it is called here, where that differs. */
  title: Bilingual.optional(),
});
export type Target = z.infer<typeof Target>;

export const State = z.strictObject({
  title: Bilingual,
  terminal: z.literal(true).optional(),
  /** What was demanded or decided is still to be performed: it is not waived, it ends by a command of its own. */
  owed: z.literal(true).optional(),
  /** What conditions of other proceedings may ask about. */
  marks: Names.optional(),
  /**
   * It carries them no longer than the proceedings of this procedure that grew out of it do, once there is one; where it says `each`,
   * once there is one for each subject of the case that is like this, or one about no single one.
   */
  marksPassTo: z
    .strictObject({
      procedure: Kebab,
      each: SubjectAttributes.omit({ region: true, members: true }).optional(),
    })
    .optional(),
  /** Status word of those who may see no more; a key of `statusWords`. */
  shows: Kebab.optional(),
  on: z.record(Kebab, Target).optional(),
});
export type State = z.infer<typeof State>;

/** Which commands start, stop, pause and resume a clock of the limit with this id; who is obliged. */
export const ClockRule = z.strictObject({
  /** A command, or a state entered where one command leads to different ones; none where only marks start it. */
  startsOn: z.array(Kebab),
  /**
   * Marks: it starts once another proceeding of the case comes to carry one, unless what stops it was done already. Where others carried
   * one before, it starts for each, while what stops it is offered. With `again: each` a mark that stands when the proceeding is opened
   * starts it too.
   */
  startsOnMark: Names.optional(),
  /**
   * What starts it, taken again while it runs for the same: `goes-on` (where not said) leaves it owed from its first start, `anew` puts a
   * new one in its place, `each` runs one more beside it, and what ends it ends all.
   */
  again: z.enum(['goes-on', 'anew', 'each']).optional(),
  stopsOn: Names,
  /**
   * Marks: it ends as kept too once another proceeding, about the same or about no one subject, comes to carry one by what the obliged
   * department does, and goes on where the mark is lifted. What is closed is left as it is: nothing of it stands beside what others see.
   */
  stopsOnMark: Names.optional(),
  /** Role that is obliged and answers for it, or the `subject` of the proceeding, who is shown and never chased. */
  obliges: Role,
  /** Role that what keeps it must reach. Where nobody holds it, the bus cannot tell whether it was kept. */
  reaches: Role.optional(),
  /** Commands, or states entered, that make it pointless: it ends as neither met nor breached. */
  mootOn: Names.optional(),
  /**
   * Commands that take back what started one of several: which of them it was nobody says. Where more run than still stands, the one
   * that began first is pointless.
   */
  mootsFirst: Names.optional(),
  /** Only acting late is a breach; letting it pass is none (a right, or a duty that arises only if something is found). */
  window: z.literal(true).optional(),
  /** Declared field of the starting command that must be there; with `whenIs` it must have this value. */
  when: FieldName.optional(),
  whenIs: Kebab.optional(),
  /** Declared field of the starting command that must not be there. */
  unless: FieldName.optional(),
  /** Conditions that must hold where it would start. */
  where: Names.optional(),
  /** Stops of the clock that may overlap: it runs when none is open. */
  pauses: z.record(Kebab, z.strictObject({ from: Kebab, to: Names })).optional(),
  /** Commands that prolong it by the extension of the limit they name. */
  extendsOn: Names.optional(),
  /** Commands that defy the duty: those of the last step of its ladder are told at once. */
  escalatesOn: Names.optional(),
  /** Declared date that the limit is measured by: the reply date of a letter, the day of a hearing. */
  setBy: FieldName.optional(),
  /** Declared date of the starting command from which it runs, instead of the act itself. */
  startsAt: FieldName.optional(),
  /** Where no such date is said: from when the obliged department brought another proceeding about the same to carry this mark. */
  startsAtMark: Kebab.optional(),
  /** Commands that undo what had ended it: it goes on as if it had never stopped. */
  reopensOn: Names.optional(),
  /** `receipt`: from the act where the obliged department acted itself, else from the instant it was recorded. */
  runsFrom: z.enum(['act', 'receipt']).optional(),
  /** It is about the office receipt of the open hand-over: its moments chase the receiver. */
  receipt: z.literal(true).optional(),
  /** When this clock is overdue, draft a document for a role and let others see it. */
  onOverdue: z
    .strictObject({
      draft: Kebab,
      event: Kebab,
      title: Bilingual,
      for: Role,
      visibleTo: z.array(Role),
    })
    .optional(),
});
export type ClockRule = z.infer<typeof ClockRule>;

const Figure = { id: Kebab, title: Bilingual };

/** What the progress report counts of this procedure. */
export const ReportRule = z.strictObject({
  /** Columns of the table by region: how often one of these commands was taken. */
  counts: z.array(z.strictObject({ ...Figure, of: Names })).optional(),
  /** From the latest of the first commands before it to each of the second. */
  durations: z.array(z.strictObject({ ...Figure, from: Names, to: Names })).optional(),
  /** What a joint meeting should look at: open ones, those in a state, those that took a command so many times. */
  attention: z
    .array(
      z.strictObject({
        ...Figure,
        when: z.union([
          z.strictObject({ open: z.literal(true) }),
          z.strictObject({ state: Kebab }),
          z.strictObject({ command: Kebab, times: z.int().positive() }),
        ]),
      }),
    )
    .optional(),
});
export type ReportRule = z.infer<typeof ReportRule>;

/** How a limit broken on record moves a procedure, by commands of the bus that nobody sends. */
export const ByBreach = z.strictObject({
  /** Opens it. */
  opens: Kebab,
  /** Says that the limit counts as broken no more: it was settled otherwise, or ends later. */
  lifted: Kebab,
  /** What the opening says of itself. */
  fields: z.record(FieldName, FieldValue).optional(),
});
export type ByBreach = z.infer<typeof ByBreach>;

/** Money that is demanded and comes back in parts, by commands whose `amountFen` says how much: who may open it all sees what is left. */
export const BalanceRule = z.strictObject({
  /** Of several the last counts. */
  owes: Names,
  /** Says that more is owed than before: what is back is not all of it. */
  raises: Names.optional(),
  /** Declared amount of a party in which they say it, instead of `amountFen`. */
  owedIn: FieldName.optional(),
  /** Told the party before, in the same field, how much it might be. */
  told: Names.optional(),
  /** Come on top of it. */
  adds: Names.optional(),
  pays: Names,
  /** Say that nothing is left, with the last payment or with the whole. */
  clears: Names,
  /** Undo what is owed. */
  voids: Names.optional(),
  /** Give back what was paid. */
  returns: Names.optional(),
});
export type BalanceRule = z.infer<typeof BalanceRule>;

export const Procedure = z.strictObject({
  procedure: Kebab,
  version: z.int().positive(),
  /** An opening takes the highest version in force when it happened; `until` is exclusive. */
  inForce: z.strictObject({ from: CivilDate, until: CivilDate.optional() }),
  title: Bilingual,
  basis: z.array(LegalBasis).min(1),
  roles: z.record(Role, RoleRule),
  fields: z.record(FieldName, Field),
  /** Its own documents; those of several procedures stand in law/paper-titles.ts. */
  papers: z.record(Kebab, Bilingual),
  /** What must hold, by the name its commands ask it under. */
  conditions: z.record(Kebab, Condition),
  statusWords: z.record(Kebab, Bilingual),
  commands: z.record(Kebab, ProcedureCommand),
  /** Commands that say what came of it: told to members that a region registered for the results. */
  results: Names.optional(),
  /** Command that opens a proceeding (and a case where there is none), and the state it begins in. */
  opensOn: z.record(Kebab, Kebab),
  byBreach: ByBreach.optional(),
  /** One proceeding for each receiver named in `to`, for each subject named (or one where none need be), or one. */
  per: z.enum(['receiver', 'subject', 'subject-or-case', 'case']),
  states: z.record(Kebab, State),
  /** Commands taken in every state that is not terminal. */
  always: z.record(Kebab, Target).optional(),
  clocks: z.record(z.string(), ClockRule),
  balance: BalanceRule.optional(),
  report: ReportRule.optional(),
});
export type Procedure = z.infer<typeof Procedure>;
