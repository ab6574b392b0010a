// What was done in the period: every event of every procedure counted, and the few that a meeting asks for, by region.
import type { Law } from '../../law/law.ts';
import type { Bilingual, Region } from '../../schemas/ids.ts';
import type { StepRow } from '../bus/reading-room/queries/progress.ts';
import type { Words } from '../words/words.ts';

type Column = {
  readonly id: string;
  readonly title: Bilingual;
  readonly procedure: string;
  readonly of: readonly string[];
};

const isOf = ({ procedure, of }: Column, step: StepRow): boolean =>
  step.procedure === procedure && of.includes(step.command);

/** The columns of the table by region, as the procedures name them: those alone in which there is anything. */
const columnsOf = (steps: readonly StepRow[], law: Law): Column[] =>
  law.newest
    .flatMap((p) => (p.report?.counts ?? []).map((count) => ({ ...count, procedure: p.procedure })))
    .filter((column) => steps.some((step) => isOf(column, step)));

/** `filled`: of these, steps that a rehearsal filled in and nobody published. */
export type Count = { readonly count: number; readonly filled: number };
export type EventCount = Count & {
  readonly procedure: string;
  readonly event: string;
  readonly title: Bilingual;
};
/** A figure a procedure counts; another procedure may give one of its own the same title. */
export type MainCount = Count & {
  readonly procedure: string;
  readonly id: string;
  readonly title: Bilingual;
};
export type RegionCounts = { readonly region: Region; readonly counts: readonly Count[] };

const countOf = (steps: readonly StepRow[]): Count => ({
  count: steps.length,
  filled: steps.filter((s) => s.filled).length,
});

/** Every event of every procedure, in the order of its text. */
const eventsInOrder = (law: Law): string[] => [
  ...new Set(
    law.procedures.flatMap((p) => Object.values(p.commands).map(({ event }) => `${p.procedure} ${event}`)),
  ),
];

/** Events in the order of the procedures' own text, those that happened only. */
export const eventCounts = (steps: readonly StepRow[], { law, eventTitle }: Words): EventCount[] => {
  const groups = Map.groupBy(steps, (s) => `${s.procedure} ${s.event}`);
  const places = new Map(eventsInOrder(law).map((event, place) => [event, place]));
  const placeOf = ({ procedure, event }: EventCount): number =>
    places.get(`${procedure} ${event}`) ?? places.size;
  return [...groups.values()]
    .flatMap((all) => {
      const [first] = all;
      if (!first) return [];
      const { procedure, event } = first;
      return [{ procedure, event, title: eventTitle(event, procedure), ...countOf(all) }];
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.event < b.event ? -1 : a.event > b.event ? 1 : 0));
};

const countIn = (steps: readonly StepRow[], column: Column): Count =>
  countOf(steps.filter((step) => isOf(column, step)));

/** The figures of these steps that the procedures name; what is not among them did not happen. */
export const mainCounts = (steps: readonly StepRow[], law: Law): MainCount[] =>
  columnsOf(steps, law).map((column) => {
    const { procedure, id, title } = column;
    return { procedure, id, title, ...countIn(steps, column) };
  });

/** One line for each region that had any, by code; figures in the order of `mainCounts`. */
export const regionCounts = (steps: readonly StepRow[], law: Law): RegionCounts[] => {
  const columns = columnsOf(steps, law);
  return [...Map.groupBy(steps, (s) => s.region)]
    .map(([region, all]) => ({ region, counts: columns.map((column) => countIn(all, column)) }))
    .filter(({ counts }) => counts.some(({ count }) => count > 0))
    .toSorted((a, b) => (a.region < b.region ? -1 : 1));
};
