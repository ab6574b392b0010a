// Who is told of an entry, and whether with the values or in the open form only. The one policy of NATS, HTTP and reports.
// Closed by default: a department that is not named here learns nothing, not even that the case exists.
import type { CaseCommand } from '../schemas/command.ts';
import type { Entry } from '../schemas/entry.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { DepartmentId } from '../schemas/ids.ts';
import { type Register, routeTo } from './register/register.ts';
import type { CaseState } from './state.ts';

/** `procedure` and `event` name the notice: `xianjie.<procedure>.<event>.v1`. */
export type Recipient = { department: DepartmentId; disclose: boolean; procedure: string; event: string };

/** Events of the case itself, beside its procedures, are notices of this name. */
export const CASE_PROCEDURE = 'case';

const concerned = (
  state: CaseState,
  event: CaseEvent,
): { full: readonly DepartmentId[]; open: readonly DepartmentId[] } => {
  switch (event.kind) {
    case 'step': {
      const p = state.proceedings[event.proceeding];
      return { full: [event.by, ...(p?.participants ?? []), ...event.copies], open: [] };
    }
    case 'hand-off':
      return { full: [event.from, event.to], open: [] };
    case 'moment':
      return { full: [], open: event.addressees.map((a) => a.department) };
    case 'draft':
      return { full: [event.for, ...event.visibleTo], open: [] };
    case 'fact':
      return { full: [...(event.by === 'publisher' ? [] : [event.by]), ...event.told], open: [] };
    case 'admission':
      return { full: [event.by, ...event.departments], open: [] };
    case 'clock': {
      const clock = state.clocks[event.clock];
      const p = clock && state.proceedings[clock.proceeding];
      return event.type === 'clock-recalculated'
        ? { full: [], open: p?.participants ?? [] }
        : { full: [], open: [] };
    }
    default:
      return { full: [], open: [] };
  }
};

const procedureNameOf = (state: CaseState, event: CaseEvent): string => {
  if ('proceeding' in event) return state.proceedings[event.proceeding]?.procedure ?? CASE_PROCEDURE;
  if (event.kind === 'clock') {
    const clock = state.clocks[event.clock];
    return (clock && state.proceedings[clock.proceeding]?.procedure) ?? CASE_PROCEDURE;
  }
  return CASE_PROCEDURE;
};

const HEADLINES: readonly CaseEvent['kind'][] = [
  'step',
  'draft',
  'moment',
  'fact',
  'admission',
  'link',
  'clock',
];

/** The event that names an entry in notices and timelines: what was done, not what followed from it. */
export const headlineOf = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  HEADLINES.map((kind) => events.find((e) => e.kind === kind)).find((e) => e !== undefined) ?? events[0];

/** Departments to tell of an entry; `state` is the case after it. The joint-meeting office sees the open part of all. */
export const recipientsOf = (state: CaseState, entry: Entry, register: Register): Recipient[] => {
  const headline = headlineOf(entry.events);
  if (!headline) return [];
  const procedure = procedureNameOf(state, headline);
  const event = headline.type;
  // Who submitted it is told of what was taken, also where no event names it (a link).
  const { actor } = entry.command as CaseCommand;
  const full = new Set<DepartmentId>('department' in actor ? [actor.department] : []);
  const open = new Set<DepartmentId>();
  for (const e of entry.events) {
    const who = concerned(state, e);
    for (const d of who.full) full.add(d);
    for (const d of who.open) open.add(d);
  }
  const office = routeTo(register, state.region, 'joint-meeting-office');
  if (office) open.add(office);
  return [
    ...[...full].map((department) => ({ department, disclose: true, procedure, event })),
    ...[...open]
      .filter((d) => !full.has(d))
      .map((department) => ({ department, disclose: false, procedure, event })),
  ];
};
