// A case as the projector keeps it: the fold, and since when things are so.
import { isOver } from '../../../../case/decision-under-way.ts';
import { evolve } from '../../../../case/evolve.ts';
import type { CaseState, Proceeding } from '../../../../case/state.ts';
import type { Law } from '../../../../law/law.ts';
import type { CaseEvent } from '../../../../schemas/event.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';

export type KnownCase = {
  readonly state: CaseState;
  readonly openedAt: Instant;
  /** Ledger sequence of its last entry. */
  readonly sequence: number;
  /** By proceeding: when the present state was entered, and who acted last. */
  readonly since: Readonly<Record<string, { at: Instant; by: string | null }>>;
  /** By clock: since when its times hold. */
  readonly clockFrom: Readonly<Record<string, Instant>>;
};

export const proceedingRow = (known: KnownCase, p: Proceeding, law: Law): Rows['proceedings'] => ({
  case_id: known.state.id,
  proceeding: p.proceeding,
  region: known.state.region,
  procedure: p.procedure,
  version: p.version,
  state: p.state,
  closed: isOver(law, p),
  waived_at: p.waived?.at ?? p.moved?.at ?? null,
  roles: p.roles as Record<string, string[]>,
  parent: p.parent ?? null,
  opened_at: p.arrived?.at ?? p.openedAt,
  since: known.since[p.proceeding]?.at ?? p.openedAt,
  last_by: known.since[p.proceeding]?.by ?? null,
});

export const handOffRow = ({ state }: KnownCase, key: string): Rows['hand_offs'] | undefined => {
  const h = state.handOffs[key];
  return (
    h && {
      case_id: state.id,
      proceeding: h.proceeding,
      hop: h.hop,
      region: state.region,
      procedure: state.proceedings[h.proceeding]?.procedure ?? '',
      from_department: h.from,
      to_department: h.to,
      started_at: h.startedAt,
      closed_at: h.closedAt ?? null,
      outcome: h.outcome ?? null,
    }
  );
};

/** Events after which a clock's times hold from another instant on. */
export const ENDS_A_SPAN: readonly string[] = [
  'clock-paused',
  'clock-resumed',
  'clock-extended',
  'clock-recalculated',
  'clock-taken-up',
];

/** The case after one event, with since when its state and its clocks' times hold. */
export const afterEvent = (known: KnownCase | null, event: CaseEvent, id: string): KnownCase => {
  const before = known?.state ?? null;
  const state = evolve(before, event, id);
  const old = known ?? { openedAt: event.at, sequence: 0, since: {}, clockFrom: {} };
  const next: KnownCase = { ...old, state };
  if (event.kind === 'proceeding')
    return { ...next, since: { ...next.since, [event.proceeding]: { at: event.at, by: null } } };
  if (event.kind === 'step') {
    const stays = before?.proceedings[event.proceeding]?.state === event.to;
    const at = stays ? (next.since[event.proceeding]?.at ?? event.at) : event.at;
    return { ...next, since: { ...next.since, [event.proceeding]: { at, by: event.by } } };
  }
  if (event.kind === 'arrival') {
    const { proceeding, clocks } = event.carried;
    const last = proceeding.steps.at(-1);
    const here = { at: last?.at ?? proceeding.openedAt, by: last?.by ?? null };
    const from = Object.fromEntries(clocks.map(({ clock }) => [clock, event.at]));
    return {
      ...next,
      since: { ...next.since, [event.proceeding]: here },
      clockFrom: { ...next.clockFrom, ...from },
    };
  }
  if (event.kind !== 'clock') return next;
  if (event.type === 'clock-started')
    return { ...next, clockFrom: { ...next.clockFrom, [event.clock]: event.startedAt } };
  return ENDS_A_SPAN.includes(event.type)
    ? { ...next, clockFrom: { ...next.clockFrom, [event.clock]: event.at } }
    : next;
};

/** The case after an entry, by its events. */
export const afterEntry = (
  known: KnownCase | null,
  entry: {
    readonly id: string;
    readonly sequence: number;
    readonly ledgerSequence: number;
    readonly events: readonly CaseEvent[];
  },
): KnownCase => {
  const after = entry.events.reduce<KnownCase | null>((k, event) => afterEvent(k, event, entry.id), known);
  if (after === null) throw new Error(`entry ${entry.ledgerSequence} of ${entry.id} opens nothing`);
  const { ledgerSequence: sequence } = entry;
  return { ...after, sequence, state: { ...after.state, sequence: entry.sequence } };
};
