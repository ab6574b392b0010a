// What was entered in a case, as far as its reader is shown it: every value with who said it and when, the newest of its kind
// marked; each step with its officer and its reason; papers, facts, linked cases. Whatever it says names its entry. Pure.
import {
  actorKey,
  type CaseCommand,
  type Disclosure,
  type SubjectAttributes,
} from '../../../schemas/command.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { FieldValues } from '../../../schemas/field.ts';
import type { OfficerId, ProceedingId, SubjectId } from '../../../schemas/ids.ts';
import { type Instant, inBeijing, type Precision } from '../../../schemas/instant.ts';
import type { ShownEntry } from './case-shown.ts';

/** Who said or did something, and when: `entry` is its sequence within the case. */
export type Attributed = {
  readonly entry: number;
  /** Department, or `service:<name>`. */
  readonly by: string;
  readonly officer: OfficerId | null;
  readonly at: Instant;
  readonly precision: Precision;
  readonly recordedAt: Instant;
};

/** A shown entry with the values it shows. */
export type OpenedEntry = ShownEntry & { readonly values: readonly Disclosure[] };

type StepEvent = Extract<CaseEvent, { kind: 'step' }>;

/** A command that was taken: of an entry, or one of several recorded together, whose values stand under `/steps/<n>`. */
type Act = {
  readonly prefix: string;
  readonly command: string;
  readonly said: Attributed;
  readonly body: Pick<CaseCommand['body'], 'links'>;
};

const UNDER_STEP = /^\/steps\/(\d+)(?=\/)/;

/** The path of a value without the step it was entered with: two values of one name are versions of one another. */
export const ownPath = (path: string): string => path.replace(UNDER_STEP, '');

/** What an entry did, in order: its command, or each of its steps. */
const actsOf = ({ entry }: ShownEntry): readonly Act[] => {
  const { command, sequence, recordedAt, occurredAt: at } = entry;
  const { actor, body, precision } = command;
  const by = actorKey(actor);
  const officer = 'department' in actor ? actor.officer : null;
  const own = { entry: sequence, by, officer, at, precision, recordedAt };
  if (!body.steps) return [{ prefix: '', command: command.command, said: own, body }];
  return body.steps.map((step, n) => ({
    prefix: `/steps/${n + 1}`,
    command: step.command,
    said: { ...own, officer: step.officer, at: inBeijing(step.occurredAt), precision: step.precision },
    body: step.body,
  }));
};

/** The act a value was entered with. */
const actOf = (acts: readonly Act[], path: string): Act => {
  const [prefix = ''] = UNDER_STEP.exec(path) ?? [];
  return (acts.find((act) => act.prefix === prefix) ?? acts[0]) as Act;
};

/** Steps an entry took, each with the act that it is of; what an act moves beside its own is of it too. */
const stepsWithActs = (shown: ShownEntry): readonly (readonly [StepEvent, Act])[] => {
  const acts = actsOf(shown);
  return shown.entry.events.flatMap((event): (readonly [StepEvent, Act])[] =>
    event.kind === 'step' ? [[event, acts[(event.place ?? 1) - 1] as Act]] : [],
  );
};

export type FileValue = Disclosure &
  Attributed & {
    /** The command it was entered with. */
    readonly command: string;
    /** Whose amount or charge it is, where it was stated of one subject. */
    readonly subject: SubjectId | null;
    /** Bands that were stated with it. */
    readonly fields: FieldValues;
    /** Why there is another version. */
    readonly reason: Disclosure | null;
    /** Paid on what is owed, or on top of it. */
    readonly payment: boolean;
    /** No later value of its kind is shown. What is said of a fact is the fact's alone, what is paid the payment's. */
    readonly newest: boolean;
  };

export type FileStep = Attributed & {
  /** Who recorded it, where that was another officer. */
  readonly recordedBy: OfficerId | null;
  readonly proceeding: ProceedingId;
  readonly command: string;
  readonly event: string;
  readonly state: string;
  readonly fields: FieldValues;
  readonly reasonCode: string | null;
  /** In words, where it is shown; of the command itself, never of what it moved beside. */
  readonly reason: Disclosure | null;
  /** What its department said later of when it happened. */
  readonly corrected: Pick<Attributed, 'entry' | 'at' | 'precision'> | null;
  readonly filled: boolean;
};

export type FilePaper = Attributed &
  NonNullable<StepEvent['papers']>[number] & {
    readonly proceeding: ProceedingId;
    readonly title: Disclosure | null;
  };

export type FileFact = Attributed & { readonly fact: string; readonly reason: Disclosure | null };

export type FileLink = Attributed & { readonly case: string; readonly relation: string };

const valueAt = (values: readonly Disclosure[], path: string): Disclosure | null =>
  values.find((value) => value.path === path) ?? null;

const RECORD_FACT = 'record-fact';

type VersionEvent = Extract<CaseEvent, { kind: 'version' }>;
const REASON = '/reason';

/** What an entry states anew, if it does: a version, or a correction of what was said before. */
const versionIn = ({
  entry: { events },
}: OpenedEntry): Pick<VersionEvent, 'subject' | 'fields'> | undefined => {
  const version = events.find((event): event is VersionEvent => event.kind === 'version');
  return version ?? (events.some(({ kind }) => kind === 'correction') ? {} : undefined);
};

/** @param payments where amounts stand that are paid on what is owed, by entry and path */
const valuesIn = (entries: readonly OpenedEntry[], payments: ReadonlySet<string>): FileValue[] => {
  const all = entries.flatMap((shown) => {
    const acts = actsOf(shown);
    const version = versionIn(shown);
    const { corrects } = shown.entry.command.body;
    return shown.values.map((value) => {
      const act = actOf(acts, value.path);
      const { said, command, prefix } = act;
      const path = ownPath(value.path);
      const { subject = null, fields = {} } = path === REASON ? {} : (version ?? {});
      const reason = version && path !== REASON ? reasonOf(shown, act) : null;
      const of = subject === null ? path : `${path} ${subject}`;
      const place = `${corrects?.sequence ?? said.entry}${value.path}`;
      const payment = payments.has(place);
      const own = command === RECORD_FACT ? `${said.entry}${prefix}${path}` : of;
      const kind = payment ? place : own;
      return { kind, value: { ...value, ...said, command, subject, fields, reason, payment } };
    });
  });
  const newest = new Map(all.map(({ kind, value }) => [kind, value]));
  return all.map(({ kind, value }) => ({ ...value, newest: newest.get(kind) === value }));
};

/** Several steps recorded together may share one reason. */
const reasonOf = ({ values }: OpenedEntry, { prefix }: Act): Disclosure | null =>
  valueAt(values, `${prefix}/reason`) ?? valueAt(values, '/reason');

/** The last correction of each entry a department submitted. */
const correctionsIn = (entries: readonly OpenedEntry[]) =>
  new Map(
    entries.flatMap(({ entry }) =>
      entry.events.flatMap((event) => {
        if (event.kind !== 'correction') return [];
        const { occurredAt, precision } = event.after;
        const said = { entry: entry.sequence, at: occurredAt, precision };
        return [[`${event.corrects} ${event.by}`, said] as const];
      }),
    ),
  );

const stepsIn = (entries: readonly OpenedEntry[]): FileStep[] => {
  const corrected = correctionsIn(entries);
  return entries.flatMap((shown) =>
    stepsWithActs(shown).map(([event, act]): FileStep => {
      const { proceeding, command, type, to, by, fields = {} } = event;
      const { officer = null, recordedBy = null, reasonCode = null } = event;
      const isOwn = event.command === act.command;
      return {
        ...act.said,
        by,
        officer,
        recordedBy,
        proceeding,
        command,
        event: type,
        state: to,
        fields,
        reasonCode,
        reason: isOwn ? reasonOf(shown, act) : null,
        corrected: corrected.get(`${act.said.entry} ${by}`) ?? null,
        filled: event.filled === true,
      };
    }),
  );
};

/** Each paper once, where a command moved several proceedings with it. */
const papersIn = (entries: readonly OpenedEntry[]): FilePaper[] =>
  entries.flatMap((shown) => {
    const all = stepsWithActs(shown).flatMap(([event, { said, prefix }]) =>
      (event.papers ?? []).map((paper): FilePaper => {
        const title = valueAt(shown.values, `${prefix}/papers/${paper.id}/title`);
        return {
          ...said,
          by: event.by,
          officer: event.officer ?? null,
          ...paper,
          proceeding: event.proceeding,
          title,
        };
      }),
    );
    return all.filter((paper, n) => all.findIndex(({ id }) => id === paper.id) === n);
  });

const factsIn = (entries: readonly OpenedEntry[]): FileFact[] =>
  entries.flatMap((shown) => {
    const [act] = actsOf(shown);
    return shown.entry.events.flatMap((event) =>
      event.kind === 'fact' && act ? [{ ...act.said, fact: event.fact, reason: reasonOf(shown, act) }] : [],
    );
  });

const linksIn = (entries: readonly OpenedEntry[]): FileLink[] =>
  entries.flatMap((shown) =>
    actsOf(shown).flatMap(({ said, body: { links = [] } }) => links.map((link) => ({ ...said, ...link }))),
  );

/** What everybody of the case may know of a subject, as it was said at one time. */
export type FileSubject = Attributed & {
  readonly subject: SubjectId;
  readonly attributes: SubjectAttributes;
  /** Why it was revised; `null` where it was named. */
  readonly reason: Disclosure | null;
  readonly newest: boolean;
};

const subjectsIn = (entries: readonly OpenedEntry[]): FileSubject[] => {
  const all = entries.flatMap((shown) => {
    const [act] = actsOf(shown);
    return shown.entry.events.flatMap((event): Omit<FileSubject, 'newest'>[] => {
      if (!act) return [];
      if (event.kind === 'subject')
        return [{ ...act.said, subject: event.subject, attributes: event.attributes, reason: null }];
      const { subject, attributes } = event.kind === 'version' ? event : {};
      return subject && attributes
        ? [{ ...act.said, subject, attributes, reason: reasonOf(shown, act) }]
        : [];
    });
  });
  const newest = new Map(all.map((one) => [one.subject, one]));
  return all.map((one) => ({ ...one, newest: newest.get(one.subject) === one }));
};

export type CaseFile = {
  readonly subjects: readonly FileSubject[];
  readonly values: readonly FileValue[];
  readonly steps: readonly FileStep[];
  readonly papers: readonly FilePaper[];
  readonly facts: readonly FileFact[];
  readonly links: readonly FileLink[];
};

/** Oldest first in every list. Of entries that show a status word only there is nothing. */
export const caseFile = (
  entries: readonly OpenedEntry[],
  payments: ReadonlySet<string> = new Set(),
): CaseFile => {
  const open = entries.filter(({ sees }) => sees !== 'status');
  return {
    subjects: subjectsIn(open),
    values: valuesIn(open, payments),
    steps: stepsIn(open),
    papers: papersIn(open),
    facts: factsIn(open),
    links: linksIn(open),
  };
};

/** Cases an entry links to. */
export const linksOf = (shown: ShownEntry): readonly { case: string; relation: string }[] =>
  actsOf(shown).flatMap(({ body }) => body.links ?? []);
