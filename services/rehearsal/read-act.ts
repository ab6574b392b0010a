// Rule 11 for one fact: its row in the table, whose act it is, whom it may name, and which person it is about. Pure.
import type { Law } from '../../law/law.ts';
import {
  type Body,
  bodyOf,
  type DepartmentId,
  departmentId,
  type Region,
  regionOf,
} from '../../schemas/ids.ts';
import { type ActRow, rowOf, type Wording } from './act-rows.ts';
import type { Step } from './implied-transfer.ts';
import type { Act, Does } from './planned-fact.ts';

/** Around a fact: where its case is at home, the facts of its file in order, and its own place among them. */
export type Around = {
  readonly home: Region;
  readonly file: readonly Step[];
  readonly at: number;
  /** Day it is played on. */
  readonly day: string;
  readonly law: Law;
  /** An amount of the case's own was published with it. */
  readonly hasAmount: boolean;
};

/** What it is and whose; `isClue` where it is passed on as a clue to those it names. */
export type ReadAct = {
  readonly does: Does;
  readonly actor: DepartmentId | 'publisher';
  readonly isClue: boolean;
};

const UPHELD = /维持原判/;

/** Text and measure; an appeal that upholds says again what it upholds. */
const saidIn = (step: Step, { file, at }: Around): string => {
  const own = `${step.text} ${step.measure ?? ''}`;
  const before = UPHELD.test(own)
    ? file.slice(0, at).findLast(({ action }) => action === 'judged')
    : undefined;
  return before === undefined ? own : `${own} ${before.text}`;
};

const wordingOf = (step: Step, around: Around, by: Body | undefined): Wording => ({
  action: step.action,
  said: saidIn(step, around),
  by,
  hasAmount: around.hasAmount,
  day: around.day,
});

const NAME = /[\u4e00-\u9fa5]某(?:某|[甲乙丙丁])?/g;

/** The one person a text speaks of, as it calls them. */
export const personIn = (text: string): string | undefined => {
  const [name, ...others] = new Set(text.match(NAME));
  return others.length === 0 ? name : undefined;
};

const subjectOf = (step: Step): { subject?: string } => {
  const subject = personIn(step.text);
  return subject === undefined ? {} : { subject };
};

const kebab = (action: string): string => action.replaceAll('_', '-');

/** Whom a fact of the procuratorate is about before it says so: whoever gets its later suggestion, else the bureau at home. */
const laterSuggested = ({ file, at, home }: Around): DepartmentId[] => {
  const later = file.slice(at).find(({ action }) => action === 'procuratorial_suggestion');
  return later?.receivers.slice(0, 1) ?? [departmentId(home, 'medical-insurance')];
};

/** What was found and passed on went to whoever takes it up next. */
const nextActor = ({ file, at }: Around): DepartmentId[] =>
  file
    .slice(at + 1)
    .flatMap(({ actor }) => (actor === 'publisher' ? [] : [actor]))
    .slice(0, 1);

const addressed = (row: ActRow, step: Step, around: Around): DepartmentId[] => {
  const named = [...step.receivers, ...step.partners];
  if (named.length > 0 || row.to === undefined) return named;
  if (row.to === 'later-suggestion') return laterSuggested(around);
  return row.to === 'next-actor' ? nextActor(around) : [departmentId(around.home, row.to)];
};

const actorFor = (row: ActRow, step: Step, { home }: Around): DepartmentId | 'publisher' => {
  if (row.actor === undefined || row.actor === 'receiver')
    return step.actor === 'publisher' ? (step.receivers[0] ?? step.actor) : step.actor;
  return departmentId(step.actor === 'publisher' ? home : regionOf(step.actor), row.actor);
};

const waysOf = ({ ways = [] }: Pick<ActRow, 'ways'>): Act['ways'] =>
  ways.map((way) => {
    const [procedure = '', command = ''] = way.split('.');
    return { procedure, command };
  });

const eachOf = ({ each, fields }: Pick<ActRow, 'each' | 'fields'>, wording: Wording): Act['each'] =>
  each?.(wording) ?? [fields?.(wording) ?? {}];

const actOf = (row: ActRow, wording: Wording, step: Step, around: Around): Act => {
  return {
    kind: 'act',
    ways: waysOf(row),
    ...(row.inOpenOnly ? { inOpenOnly: { reason: row.reason ?? 'unknown' } } : {}),
    ...(row.oldest ? { oldest: true as const } : {}),
    to: addressed(row, step, around),
    ...subjectOf(step),
    each: eachOf(row, wording),
    ...(row.and
      ? {
          and: {
            kind: 'act',
            ways: waysOf(row.and),
            to: [],
            ...subjectOf(step),
            each: eachOf(row.and, wording),
          },
        }
      : {}),
  };
};

/** The table speaks of organs as they are today. */
const kindOf = (law: Law, department: DepartmentId): Body =>
  law.formerBody(bodyOf(department))?.successor ?? bodyOf(department);

/** Nobody's fact that reached an organ is that organ's receipt; a row for nobody goes before. */
const readingOf = (step: Step, around: Around): { row: ActRow | undefined; wording: Wording } => {
  const by = step.actor === 'publisher' ? undefined : kindOf(around.law, step.actor);
  const wording = wordingOf(step, around, by);
  const row = rowOf(wording);
  const [receiver] = step.receivers;
  if (by !== undefined || receiver === undefined || row?.by === 'nobody') return { row, wording };
  const received = wordingOf(step, around, kindOf(around.law, receiver));
  return { row: rowOf(received), wording: received };
};

/** What the table makes of a fact. */
export const readAct = (step: Step, around: Around): ReadAct => {
  const { row, wording } = readingOf(step, around);
  const told = [...step.receivers, ...step.partners];
  const stays = (reason: ActRow['reason']): ReadAct => ({
    does: { kind: 'fact', fact: kebab(step.action), told, reason: reason ?? 'unknown' },
    actor: step.actor,
    isClue: false,
  });
  if (row === undefined) return stays(step.actor === 'publisher' ? 'not-named' : 'unknown');
  if (row.conduct !== undefined)
    return {
      does: { kind: 'conduct', conduct: row.conduct, told, ...subjectOf(step) },
      actor: step.actor,
      isClue: false,
    };
  if (row.ways === undefined && row.isClue !== true) return stays(row.reason);
  const actor = actorFor(row, step, around);
  if (actor === 'publisher') return stays('not-named');
  const act = actOf(row, wording, step, around);
  if (act.each.length === 0) return stays('unknown');
  const others = act.to.filter((department) => department !== actor);
  return { does: { ...act, to: others }, actor, isClue: row.isClue === true };
};
