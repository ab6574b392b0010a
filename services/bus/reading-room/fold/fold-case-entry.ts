// One entry of a case → the case after it and the rows that say so. Pure: the same entries give the same rows.
import type { Register } from '../../../../case/register/register.ts';
import { recipientsOf } from '../../../../case/who-is-told.ts';
import type { Law } from '../../../../law/law.ts';
import type { CaseCommand } from '../../../../schemas/command.ts';
import type { Entry } from '../../../../schemas/entry.ts';
import type { CaseEvent } from '../../../../schemas/event.ts';
import { type BatchRows, drop, put } from './batch-rows.ts';
import { clockRow, earlierSpanRow } from './clock-row.ts';
import {
  afterEntry,
  afterEvent,
  ENDS_A_SPAN,
  handOffRow,
  type KnownCase,
  proceedingRow,
} from './known-case.ts';

/** An entry of kind `case` with its place in the ledger. */
type CaseEntry = { readonly sequence: number; readonly entry: Entry };

type Ground = { readonly law: Law; readonly register: Register };

/** What changed beside the case itself; keys of the rows to write again. */
type Touched = { proceedings: Set<string>; clocks: Set<string>; handOffs: Set<string> };

/** Rows that say what one event did: steps, moments, restrictions. */
const putEvent = (batch: BatchRows, known: KnownCase, of: CaseEntry, event: CaseEvent, n: number): void => {
  const { entry, sequence } = of;
  const { state } = known;
  const key = `${sequence}/${n}`;
  const place = { sequence, n, case_id: state.id };
  if (event.kind === 'step')
    put(batch, 'steps', key, {
      ...place,
      region: state.region,
      proceeding: event.proceeding,
      procedure: state.proceedings[event.proceeding]?.procedure ?? '',
      command: event.command,
      event: event.type,
      by_department: event.by,
      to_department: handedTo(entry.events, event.proceeding),
      from_state: event.from,
      to_state: event.to,
      occurred_at: event.at,
      precision: event.precision,
      filled: event.filled === true,
    });
  else if (event.kind === 'restriction')
    put(batch, 'restrictions', `${state.id} ${event.department}`, {
      case_id: state.id,
      department: event.department,
      lifted: event.type === 'restriction-lifted',
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
};

const handedTo = (events: readonly CaseEvent[], proceeding: string): string | null => {
  const started = events.find(
    (e) => e.kind === 'hand-off' && e.proceeding === proceeding && e.type === 'hand-off-started',
  );
  return started?.kind === 'hand-off' ? started.to : null;
};

const touch = (touched: Touched, event: CaseEvent): void => {
  if ('proceeding' in event && event.proceeding !== undefined) touched.proceedings.add(event.proceeding);
  if (event.kind === 'hand-off') touched.handOffs.add(`${event.proceeding}/${event.hop}`);
  if (event.kind === 'clock' || event.kind === 'moment') touched.clocks.add(event.clock);
  if (event.kind === 'arrival') for (const { clock } of event.carried.clocks) touched.clocks.add(clock);
};

/** The stretch of a clock that an event ends. */
const putEndedSpan = (batch: BatchRows, known: KnownCase | null, event: CaseEvent): void => {
  if (known === null || event.kind !== 'clock' || !ENDS_A_SPAN.includes(event.type)) return;
  const { state } = known;
  const clock = state.clocks[event.clock];
  const from = known.clockFrom[event.clock] ?? event.at;
  const until = clock?.stoppedAt ?? event.at;
  if (clock && from < until)
    put(
      batch,
      'earlier_spans',
      `${state.id} ${event.clock} ${from}`,
      earlierSpanRow(state, clock, from, until),
    );
};

/** Clocks that go on in another case: until then they stand in the lists of the past here, from then on there. */
const dropMoved = (batch: BatchRows, known: KnownCase | null, event: CaseEvent): void => {
  if (known === null || event.kind !== 'move') return;
  const { state } = known;
  for (const clock of Object.values(state.clocks).filter(
    ({ proceeding }) => proceeding === event.proceeding,
  )) {
    const key = `${state.id} ${clock.clock}`;
    const from = known.clockFrom[clock.clock] ?? clock.startedAt;
    const until = clock.stoppedAt ?? event.at;
    if (from < until)
      put(batch, 'earlier_spans', `${key} ${from}`, earlierSpanRow(state, clock, from, until));
    drop(batch, 'clocks', key, { case_id: state.id, clock: clock.clock });
  }
};

/** Folds an entry into what is known of its case and puts every row that changes. */
export const foldCaseEntry = (
  batch: BatchRows,
  before: KnownCase | null,
  of: CaseEntry,
  { law, register }: Ground,
): KnownCase => {
  const { entry, sequence } = of;
  const touched: Touched = { proceedings: new Set(), clocks: new Set(), handOffs: new Set() };
  let folding = before;
  entry.events.forEach((event, n) => {
    putEndedSpan(batch, folding, event);
    dropMoved(batch, folding, event);
    folding = afterEvent(folding, event, entry.id);
    putEvent(batch, folding, of, event, n);
    touch(touched, event);
  });
  const after = afterEntry(folding, {
    id: entry.id,
    sequence: entry.sequence,
    ledgerSequence: sequence,
    events: [],
  });
  const { state } = after;
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
  const recipients = recipientsOf(state, { events: entry.events, command }, register, law);
  put(batch, 'entries', `${sequence}`, {
    sequence,
    case_id: state.id,
    case_sequence: entry.sequence,
    events: entry.events,
    voids: entry.events.some(({ type }) => type === 'case-voided'),
  });
  const { actor } = command;
  const submitter = 'department' in actor ? actor.department : undefined;
  for (const { department, sees } of recipients)
    put(batch, 'entry_readers', `${sequence} ${department}`, {
      sequence,
      department,
      case_id: state.id,
      sees,
      own: department === submitter,
    });
  return after;
};
