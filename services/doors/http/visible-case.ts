// A case cut to what one department was told of it. Only proceedings of which it got an entry are there; one in which it
// takes no part stands as it was when it was last told. Whoever takes part is told of every step, and sees it as it is.
import type { CaseState, Proceeding } from '../../../case/state.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { DepartmentId, ProceedingId } from '../../../schemas/ids.ts';
import type { CaseView } from '../../bus/reading-room/queries/case-view.ts';
import type { TimelineEntry } from './case-answers.ts';

type Told = Pick<TimelineEntry, 'sequence' | 'ledgerSequence' | 'occurredAt' | 'actor'> & {
  readonly events: readonly CaseEvent[];
};

const proceedingOf = (event: CaseEvent, state: CaseState): ProceedingId | undefined => {
  if ('proceeding' in event) return event.proceeding;
  return event.kind === 'clock' ? state.clocks[event.clock]?.proceeding : undefined;
};

/** Departments a told event names: whoever is told of it may know that they are in it. */
const namedIn = (event: CaseEvent): readonly DepartmentId[] => {
  switch (event.kind) {
    case 'case':
      return [event.openedBy];
    case 'step':
      return [event.by, ...event.copies];
    case 'hand-off':
      return [event.from, event.to];
    case 'fact':
      return [...(event.by === 'publisher' ? [] : [event.by]), ...event.told];
    case 'admission':
      return [event.by, ...event.departments];
    default:
      return [];
  }
};

/** `told`: the department's timeline, oldest first. `seesAll`: the joint-meeting office, which is told of everything. */
export const visibleCase = (
  view: CaseView,
  told: readonly Told[],
  department: DepartmentId,
  seesAll: boolean,
): CaseView => {
  if (seesAll) return view;
  const { state } = view;
  const events = told.flatMap((entry) => entry.events.map((event) => ({ entry, event })));
  const takesPart = (p: Proceeding | undefined): boolean =>
    p !== undefined &&
    (p.participants.includes(department) ||
      Object.values(state.clocks).some((c) => c.proceeding === p.proceeding && c.obliged === department));
  const known = new Set(events.map(({ event }) => proceedingOf(event, state)));
  const visible = Object.values(state.proceedings).filter((p) => known.has(p.proceeding));

  const since: Record<string, { at: string; by: string | null }> = {};
  const proceedings = visible.map((p): Proceeding => {
    const now = view.since[p.proceeding];
    if (takesPart(p)) {
      if (now) since[p.proceeding] = now;
      return p;
    }
    const steps = events.filter(({ event }) => event.kind === 'step' && event.proceeding === p.proceeding);
    const last = steps.at(-1);
    if (last?.event.kind !== 'step') return p;
    since[p.proceeding] = { at: last.entry.occurredAt, by: last.event.by };
    return { ...p, state: last.event.to };
  });
  const ours = new Set(visible.filter(takesPart).map((p) => p.proceeding));
  const clocks = Object.fromEntries(
    Object.entries(state.clocks).filter(([, c]) => ours.has(c.proceeding) || c.obliged === department),
  );
  const last = told.at(-1);
  const parties = new Set<DepartmentId>([
    department,
    ...events.flatMap(({ event }) => namedIn(event)),
    ...visible.filter(takesPart).flatMap((p) => [...p.participants]),
  ]);
  const facts = events.flatMap(({ event, entry }) =>
    event.kind === 'fact' ? [{ fact: event.fact, occurredAt: entry.occurredAt }] : [],
  );
  return {
    ...view,
    state: {
      ...state,
      sequence: last?.sequence ?? 0,
      proceedings: Object.fromEntries(proceedings.map((p) => [p.proceeding, p])),
      clocks,
      handOffs: Object.fromEntries(Object.entries(state.handOffs).filter(([, h]) => ours.has(h.proceeding))),
      parties: state.parties.filter((party) => parties.has(party)),
    },
    ledgerSequence: last?.ledgerSequence ?? 0,
    since,
    reached: view.reached.filter((moment) => Object.hasOwn(clocks, moment.clock)),
    facts: view.facts.filter((f) =>
      facts.some((seen) => seen.fact === f.fact && seen.occurredAt === f.occurredAt),
    ),
  };
};
