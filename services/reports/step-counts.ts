// What was done in the period: every event of every procedure counted, and the few that a meeting asks for, by region.
import type { Law } from '../../law/law.ts';
import { eventTitle } from '../../law/titles.ts';
import type { Bilingual, Region } from '../../schemas/ids.ts';
import type { StepRow } from '../bus/reading-room/queries/progress.ts';

/** The columns of the table by region. */
export const MAIN_COUNTS = [
  { id: 'clues', title: { zh: '线索通报', en: 'Clue notices' }, events: ['clue-sent'] },
  { id: 'transfers', title: { zh: '案件移送', en: 'Transfers' }, events: ['handed-over'] },
  {
    id: 'filings',
    title: { zh: '公安立案', en: 'Filed by the police' },
    events: ['case-filed', 'filed-after-reconsideration'],
  },
  { id: 'nonFilings', title: { zh: '不予立案', en: 'Not filed' }, events: ['filing-refused'] },
  {
    id: 'supervision',
    title: { zh: '立案监督', en: 'Filing supervision' },
    events: ['supervision-applied-for', 'supervision-begun'],
  },
] as const;
export type MainCount = (typeof MAIN_COUNTS)[number]['id'];

/** `filled`: of these, steps that a rehearsal filled in and nobody published. */
export type Count = { readonly count: number; readonly filled: number };
export type EventCount = Count & {
  readonly procedure: string;
  readonly event: string;
  readonly title: Bilingual;
};
export type RegionCounts = { readonly region: Region } & Readonly<Record<MainCount, Count>>;

const countOf = (steps: readonly StepRow[]): Count => ({
  count: steps.length,
  filled: steps.filter((s) => s.filled).length,
});

/** Every event of every procedure, in the order of its text. */
const eventsInOrder = (law: Law): string[] => [
  ...new Set(
    law.procedures.flatMap((p) =>
      [p.opensOn, ...Object.values(p.states).map((state) => state.on ?? {}), p.always ?? {}].flatMap((on) =>
        Object.values(on).map(({ event }) => `${p.procedure} ${event}`),
      ),
    ),
  ),
];

/** Events in the order of the procedures' own text, those that happened only. */
export const eventCounts = (steps: readonly StepRow[], law: Law): EventCount[] => {
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

/** The main counts of these steps. */
export const mainCounts = (steps: readonly StepRow[]): Record<MainCount, Count> =>
  Object.fromEntries(
    MAIN_COUNTS.map(({ id, events }) => [
      id,
      countOf(steps.filter((s) => (events as readonly string[]).includes(s.event))),
    ]),
  ) as Record<MainCount, Count>;

/** One line for each region that had any, by code. */
export const regionCounts = (steps: readonly StepRow[]): RegionCounts[] =>
  [...Map.groupBy(steps, (s) => s.region)]
    .map(([region, all]) => ({ region, ...mainCounts(all) }))
    .filter((line) => MAIN_COUNTS.some(({ id }) => line[id].count > 0))
    .toSorted((a, b) => (a.region < b.region ? -1 : 1));
