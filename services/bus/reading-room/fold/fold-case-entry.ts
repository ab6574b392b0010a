// One entry of a case → the case after it and the rows that say so. Pure: the same entries give the same rows.
import { evolve } from '../../../../case/fold.ts';
import type { Register } from '../../../../case/register/register.ts';
import { headlineOf, recipientsOf } from '../../../../case/who-is-told.ts';
import type { Law } from '../../../../law/law.ts';
import type { CaseCommand } from '../../../../schemas/command.ts';
import type { Entry } from '../../../../schemas/entry.ts';
import type { CaseEvent } from '../../../../schemas/event.ts';
import { type BatchRows, put } from './batch-rows.ts';
import { clockRow, earlierSpanRow } from './clock-row.ts';
import { caseRow, handOffRow, type KnownCase, proceedingRow } from './known-case.ts';

/** An entry of kind `case` with its place in the ledger and its hash. */
export type CaseEntry = { readonly sequence: number; readonly entry: Entry; readonly hash: string };

type Ground = { readonly law: Law; readonly register: Register };

const ENDS_A_SPAN: readonly string[] = [
  'clock-paused',
  'clock-resumed',
  'clock-extended',
  'clock-recalculated',
];

/** What changed beside the case itself; keys of the rows to write again. */
type Touched = { proceedings: Set<string>; clocks: Set<string>; handOffs: Set<string> };

const actorOf = (command: CaseCommand): { actor: string; officer: string | null } =>
  'service' in command.actor
    ? { actor: `service:${command.actor.service}`, officer: null }
    : { actor: command.actor.department, officer: command.actor.officer };

/** Rows that are only ever added: steps, moments, facts. */
const putEvent = (batch: BatchRows, known: KnownCase, of: CaseEntry, event: CaseEvent, n: number): void => {
  const { entry, sequence } = of;
  const { state } = known;
  const key = `${sequence}/${n}`;
  const place = { sequence, n, case_id: state.id };
  const command = entry.command as CaseCommand;
  if (event.kind === 'step')
    put(batch, 'steps', key, {
      ...place,
      region: state.region,
      proceeding: event.proceeding,
      procedure: state.proceedings[event.proceeding]?.procedure ?? '',
      event: event.type,
      by_department: event.by,
      to_department: handedTo(entry.events, event.proceeding),
      from_state: event.from,
      to_state: event.to,
      occurred_at: entry.occurredAt,
      precision: command.precision,
      filled: command.body.filled === true,
    });
  else if (event.kind === 'moment')
    put(batch, 'moments', key, {
      ...place,
      clock: event.clock,
      moment: event.moment,
      type: event.type,
      level: event.level ?? null,
      planned_at: event.plannedAt,
      recorded_at: entry.recordedAt,
      late: event.late,
    });
  else if (event.kind === 'fact')
    put(batch, 'facts', key, {
      ...place,
      region: state.region,
      fact: event.fact,
      by_department: event.by,
      told: event.told,
      occurred_at: entry.occurredAt,
      precision: command.precision,
    });
};

const handedTo = (events: readonly CaseEvent[], proceeding: string): string | null => {
  const started = events.find(
    (e) => e.kind === 'hand-off' && e.proceeding === proceeding && e.type === 'hand-off-started',
  );
  return started?.kind === 'hand-off' ? started.to : null;
};

const touch = (touched: Touched, event: CaseEvent): void => {
  if ('proceeding' in event) touched.proceedings.add(event.proceeding);
  if (event.kind === 'hand-off') touched.handOffs.add(`${event.proceeding}/${event.hop}`);
  if (event.kind === 'clock' || event.kind === 'moment') touched.clocks.add(event.clock);
};

/** The case after one event, with since when its state and its clocks' times hold; ended spans are put down. */
const step = (batch: BatchRows, known: KnownCase | null, event: CaseEvent, of: CaseEntry): KnownCase => {
  const { entry, sequence } = of;
  const at = entry.occurredAt;
  const before = known?.state ?? null;
  const state = evolve(before, event, { id: entry.id, occurredAt: at });
  const old = known ?? { state, openedAt: at, sequence, since: {}, clockFrom: {} };
  const next: KnownCase = { ...old, state };
  if (event.kind === 'proceeding')
    return { ...next, since: { ...old.since, [event.proceeding]: { at, by: null } } };
  if (event.kind === 'step') {
    const stays = before?.proceedings[event.proceeding]?.state === event.to;
    const since = { at: stays ? (old.since[event.proceeding]?.at ?? at) : at, by: event.by };
    return { ...next, since: { ...old.since, [event.proceeding]: since } };
  }
  if (event.kind !== 'clock') return next;
  if (event.type === 'clock-started')
    return { ...next, clockFrom: { ...old.clockFrom, [event.clock]: event.startedAt } };
  if (!ENDS_A_SPAN.includes(event.type)) return next;
  const clock = before?.clocks[event.clock];
  const from = old.clockFrom[event.clock] ?? at;
  if (before && clock && from < at)
    put(
      batch,
      'earlier_spans',
      `${before.id} ${event.clock} ${from}`,
      earlierSpanRow(before, clock, from, at),
    );
  return { ...next, clockFrom: { ...old.clockFrom, [event.clock]: at } };
};

/** Folds an entry into what is known of its case and puts every row that changes. */
export const foldCaseEntry = (
  batch: BatchRows,
  before: KnownCase | null,
  of: CaseEntry,
  { law, register }: Ground,
): KnownCase => {
  const { entry, sequence, hash } = of;
  const touched: Touched = { proceedings: new Set(), clocks: new Set(), handOffs: new Set() };
  let folding = before;
  entry.events.forEach((event, n) => {
    folding = step(batch, folding, event, of);
    putEvent(batch, folding, of, event, n);
    touch(touched, event);
  });
  if (folding === null) throw new Error(`entry ${sequence} of ${entry.id} opens nothing`);
  const after: KnownCase = {
    ...(folding as KnownCase),
    sequence,
    state: { ...(folding as KnownCase).state, sequence: entry.sequence },
  };
  const { state } = after;
  put(batch, 'cases', state.id, caseRow(after));
  for (const id of touched.proceedings) {
    const p = state.proceedings[id];
    if (p) put(batch, 'proceedings', `${state.id} ${id}`, proceedingRow(after, p, law));
  }
  for (const id of touched.clocks) {
    const clock = state.clocks[id];
    if (clock)
      put(
        batch,
        'clocks',
        `${state.id} ${id}`,
        clockRow(state, clock, after.clockFrom[id] ?? clock.startedAt),
      );
  }
  for (const key of touched.handOffs) {
    const row = handOffRow(after, key);
    if (row) put(batch, 'hand_offs', `${state.id} ${key}`, row);
  }
  const command = entry.command as CaseCommand;
  const recipients = recipientsOf(state, entry, register);
  put(batch, 'entries', `${sequence}`, {
    sequence,
    case_id: state.id,
    case_sequence: entry.sequence,
    region: state.region,
    headline: headlineOf(entry.events)?.type ?? '',
    procedure: recipients[0]?.procedure ?? '',
    recorded_at: entry.recordedAt,
    occurred_at: entry.occurredAt,
    precision: command.precision,
    ...actorOf(command),
    filled: command.body.filled === true,
    events: entry.events,
    hash,
  });
  for (const { department, disclose } of recipients)
    put(batch, 'entry_readers', `${sequence} ${department}`, {
      sequence,
      department,
      case_id: state.id,
      disclose,
    });
  return after;
};
