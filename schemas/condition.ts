// What must hold for a command to go on, as data: read off the steps, clocks, fields and neighbours of a proceeding.
import * as z from 'zod';
import { SubjectAttributes } from './command.ts';
import { FieldName, FieldValue } from './field.ts';
import { Bilingual, Body, Kebab } from './ids.ts';
import { CivilDate } from './instant.ts';
import { LegalBasis } from './time-limit.ts';

/** A step of this proceeding, of the one it grew out of, or of any that grew out of it. */
const Taken = z.strictObject({
  command: Kebab,
  /** Only steps after the last of this command count. */
  since: Kebab.optional(),
  /** Each step of one of these commands takes one of them off: what was lodged less what was withdrawn. */
  less: z.array(Kebab).min(1).optional(),
  /** At least so many; 1 where not given. */
  times: z.int().positive().optional(),
  in: z.enum(['parent', 'children']).optional(),
});

/** Whose neighbours: those that grew out of it, those that concern the same subject, or anybody, all of the case. */
const Of = z.enum(['children', 'subject', 'case']);

/** A mark of a state, of any procedure where none is named. */
const Mark = z.strictObject({
  mark: Kebab,
  procedure: Kebab.optional(),
  of: Of,
  /** Only of proceedings in which the department that acts has a role. */
  own: z.literal(true).optional(),
  /** Only of proceedings in which each of these roles is held by who holds this one of ours; within the case, for nobody says so elsewhere. */
  held: z.record(Kebab, Kebab).optional(),
  /** Only of proceedings in which this role is held by a department of one of these kinds. */
  role: z.strictObject({ role: Kebab, bodies: z.array(Body).min(1) }).optional(),
  /** Only of those about the very same subject, or like it about no single one. */
  same: z.literal(true).optional(),
  /** Only where a step left it after the last of this command here; in another case nobody says when it was left. */
  since: Kebab.optional(),
  /** Also of joined cases, in which nobody says who is who; of all of a case it always is. */
  joined: z.literal(true).optional(),
  /** Only of those that a split took from this case. */
  moved: z.literal(true).optional(),
});

type Taken = Omit<z.infer<typeof Taken>, 'less'> & { less?: readonly string[] | undefined };

export type Test =
  | { happened: Taken }
  | { never: Taken }
  | { overdue: readonly string[] }
  | { passed: readonly string[] }
  | { within: readonly string[] }
  | { ended: readonly string[] }
  | { endOf: { field: string; limits: readonly string[] } }
  | { elapsed: { from: string; to: string; months: number } }
  | {
      field: {
        name: string;
        is?: FieldValue | undefined;
        has?: string | undefined;
        only?: readonly string[] | undefined;
        absent?: true | undefined;
        atLeast?: number | string | undefined;
        from?: string | undefined;
        before?: string | undefined;
        upTo?: string | undefined;
        lowered?: true | undefined;
        within?: string | undefined;
        apart?: string | undefined;
        come?: true | undefined;
        founded?: true | undefined;
        now?: true | undefined;
        saidBy?: string | undefined;
      };
    }
  | {
      sum: {
        field: string;
        less?: string | undefined;
        atLeast?: number | undefined;
        below?: number | undefined;
        asOf?: readonly string[] | undefined;
        in?: 'year' | 'round' | undefined;
        dated?: readonly string[] | undefined;
        told?: readonly string[] | undefined;
        of?: 'parent' | 'subject' | undefined;
      };
    }
  | {
      role: {
        role: string;
        bodies?: readonly z.infer<typeof Body>[] | undefined;
        named?: true | undefined;
        under?: string | undefined;
        within?: string | undefined;
        apart?: string | undefined;
        where?: string | undefined;
        provincial?: true | undefined;
      };
    }
  | {
      subject: Omit<SubjectAttributes, 'region' | 'members'> & {
        every?: true | undefined;
        none?: true | undefined;
      };
    }
  | {
      noneOpen: {
        procedure?: string | undefined;
        of: z.infer<typeof Of>;
        own?: true | undefined;
        held?: string | undefined;
        source?: true | undefined;
        ever?: true | undefined;
        besides?: readonly string[] | undefined;
      };
    }
  | { noneMarked: z.infer<typeof Mark> }
  | { marked: z.infer<typeof Mark> }
  | {
      children: {
        procedure: string;
        are: 'all' | 'some';
        in: readonly string[];
        since?: readonly string[] | undefined;
        until?: readonly string[] | undefined;
        told?: readonly string[] | undefined;
      };
    }
  | { party: 'named' }
  | { alone: true }
  | { others: Test }
  | { notSameOfficerAs: readonly string[]; of?: 'subject' | undefined }
  | { day: { from: string } | { before: string } }
  | { rehearsed: true }
  | { allOf: readonly Test[] }
  | { anyOf: readonly Test[] };

export const Test: z.ZodType<Test, Test> = z.lazy(() =>
  z.union([
    z.strictObject({ happened: Taken }),
    z.strictObject({ never: Taken }),
    /** A clock of one of these limits that has not ended is past its latest due instant. */
    z.strictObject({ overdue: z.array(Kebab).min(1) }),
    /** The newest clock of each of these limits, of those that run beside one another the one that ends last, is past it; true where there is none. */
    z.strictObject({ passed: z.array(Kebab).min(1) }),
    /** The same clock of each of these limits is not past it yet, whatever ended it; true where there is none. */
    z.strictObject({ within: z.array(Kebab).min(1) }),
    /** No clock of any of these limits runs or stands still. */
    z.strictObject({ ended: z.array(Kebab).min(1) }),
    /** The date said last is the last day of whichever of these limits ends last, read strictly or not; true where there is no clock. */
    z.strictObject({ endOf: z.strictObject({ field: FieldName, limits: z.array(Kebab).min(1) }) }),
    /**
     * From a date said last to another, or where that is not said to the day the proceeding was opened, it was no longer than so many
     * months; true where the first date is not said.
     */
    z.strictObject({
      elapsed: z.strictObject({ from: FieldName, to: FieldName, months: z.int().positive() }),
    }),
    /**
     * The last value recorded, that of the command itself included. A list may hold a value, a count or amount be compared, a band
     * of a scale with another of it, a date lie on or after one day or before another; `only`: the list holds nothing but these;
     * `absent`: nothing is recorded under it; `upTo`: the date, where there is one, is no later than another that the command says;
     * `lowered`: the number is less than what was recorded before; `within`: the list, where there is one, holds nothing but what the
     * last step of a command said; `apart`: the region is none that whoever holds this role lies in, nor one within its own; `come`: the date is no later than the day of the act;
     * `founded`: the band counts only where who acts goes by a standard that is none from memory; `now`: what the command itself says counts, nothing said before; `saidBy`: what the last step of a
     * command said counts, nothing said before or since.
     */
    z.strictObject({
      field: z.strictObject({
        name: FieldName,
        is: FieldValue.optional(),
        has: Kebab.optional(),
        only: z.array(Kebab).min(1).optional(),
        absent: z.literal(true).optional(),
        atLeast: z.union([z.int().nonnegative(), Kebab]).optional(),
        from: CivilDate.optional(),
        before: CivilDate.optional(),
        upTo: FieldName.optional(),
        lowered: z.literal(true).optional(),
        within: Kebab.optional(),
        apart: Kebab.optional(),
        come: z.literal(true).optional(),
        founded: z.literal(true).optional(),
        now: z.literal(true).optional(),
        saidBy: Kebab.optional(),
      }),
    }),
    /**
     * All values of a count added up, those of `less` taken off, of the proceeding and of what grew out of it, that of the command itself
     * included; `subject`: of all proceedings of the procedure about the same subject; `parent`: of the one it grew out of, as that stood
     * then. `year`: those of one calendar year; `round`: those since a date of `dated` was said, until the next one. A step counts by the
     * date said last, the first of `dated` that was; else by its own day. `asOf`: of the period in which the last of these commands was
     * taken, instead of the present one. `told`: what grew out of it counts in the period that the last of these commands before it told
     * of, not in the one that had begun by then.
     */
    z.strictObject({
      sum: z.strictObject({
        field: FieldName,
        less: FieldName.optional(),
        atLeast: z.int().nonnegative().optional(),
        below: z.int().positive().optional(),
        asOf: z.array(Kebab).min(1).optional(),
        in: z.enum(['year', 'round']).optional(),
        dated: z.array(FieldName).min(1).optional(),
        told: z.array(Kebab).min(1).optional(),
        of: z.enum(['parent', 'subject']).optional(),
      }),
    }),
    /**
     * Somebody holds the role, or would by what opens it, and is a department of one of these kinds; `under` which role’s holder it
     * stands, `within` whose place, of its level or below, or `apart` from it, neither in it nor above it; `where`: in a region
     * that a step said in this field; `provincial`: of a province, or of the country; `named`: of those whom the command goes to, where it names any.
     */
    z.strictObject({
      role: z.strictObject({
        role: Kebab,
        bodies: z.array(Body).min(1).optional(),
        named: z.literal(true).optional(),
        under: Kebab.optional(),
        within: Kebab.optional(),
        apart: Kebab.optional(),
        where: FieldName.optional(),
        provincial: z.literal(true).optional(),
      }),
    }),
    /**
     * What everybody may know of the subject: of the proceeding's own, else of one the command names, else of one of the case; of
     * each of them where it says `every`; where it says `none`, of none whom it is about or who is named.
     */
    z.strictObject({
      subject: SubjectAttributes.omit({ region: true, members: true }).extend({
        every: z.literal(true).optional(),
        none: z.literal(true).optional(),
      }),
    }),
    /**
     * None of a procedure, its own where none is named, that has not ended, those aside that stand in one of the states of `besides`; `own`: of those in which the
     * department that acts has a role to act by; `held`: of those in which whoever holds, or is to hold, this role holds it too; `source`: where
     * this one grows out of another, of those that grew out of the same; `ever`: nor any that has ended.
     */
    z.strictObject({
      noneOpen: z.strictObject({
        procedure: Kebab.optional(),
        of: Of,
        own: z.literal(true).optional(),
        held: Kebab.optional(),
        source: z.literal(true).optional(),
        ever: z.literal(true).optional(),
        besides: z.array(Kebab).min(1).optional(),
      }),
    }),
    /** No proceeding stands in a state with this mark; a mark of an ended state counts. */
    z.strictObject({ noneMarked: Mark }),
    z.strictObject({ marked: Mark }),
    /**
     * Proceedings of a procedure that grew out of this one, all of which (and at least one) or some stand there; of those alone that did
     * since the last of these commands, and until the next of those. `told`: each is as old as the last of these commands before it, not
     * as its own opening.
     */
    z.strictObject({
      children: z.strictObject({
        procedure: Kebab,
        are: z.enum(['all', 'some']),
        in: z.array(Kebab).min(1),
        since: z.array(Kebab).min(1).optional(),
        until: z.array(Kebab).min(1).optional(),
        told: z.array(Kebab).min(1).optional(),
      }),
    }),
    /** Whom the command names, each of them, is whom the proceeding concerns: a network and its members are one party. */
    z.strictObject({ party: z.literal('named') }),
    /** In the case there is nothing, of what all of it may know, but proceedings of this procedure and what grew out of them. */
    z.strictObject({ alone: z.literal(true) }),
    /** Each other proceeding of its procedure about the same subject meets this, asked as it stands there and of nothing that is said. */
    z.strictObject({ others: Test }),
    /**
     * Another officer than ever took one of these commands of its department, or was named for it; with `of` also in whatever else of
     * the case concerns the same subject. Of one that asks for a head, its team alone took it: a head
     * approves.
     */
    z.strictObject({ notSameOfficerAs: z.array(Kebab).min(1), of: z.literal('subject').optional() }),
    /** The day of the act is this one or a later one; with `before` an earlier one. */
    z.strictObject({
      day: z.union([z.strictObject({ from: CivilDate }), z.strictObject({ before: CivilDate })]),
    }),
    /** What was published is played, or no ledger stands behind it: less may be said than on a record. */
    z.strictObject({ rehearsed: z.literal(true) }),
    z.strictObject({ allOf: z.array(Test).min(1) }),
    z.strictObject({ anyOf: z.array(Test).min(1) }),
  ]),
);

/** The tests a condition is put together from. */
export const testsIn = (test: Test): readonly Test[] => {
  if ('allOf' in test) return test.allOf.flatMap(testsIn);
  if ('others' in test) return [test, ...testsIn(test.others)];
  return 'anyOf' in test ? test.anyOf.flatMap(testsIn) : [test];
};

export const Condition = z.strictObject({
  if: Test,
  /** When it lets pass, as one says it in a list: 立案审查逾期后. */
  title: Bilingual,
  /** Code and words of the refusal. */
  code: z.string().regex(/^[A-Z][A-Z_]{2,39}$/),
  refusal: Bilingual,
  basis: z.array(LegalBasis).optional(),
  /** The law is unsettled here: a region may do without it, on a basis of its own. */
  switchable: z.literal(true).optional(),
});
export type Condition = z.infer<typeof Condition>;

/** Whether it turns on which officer acts: another may where this one may not. */
export const asksAnother = (condition: Condition | undefined): boolean =>
  condition !== undefined && testsIn(condition.if).some((test) => 'notSameOfficerAs' in test);
