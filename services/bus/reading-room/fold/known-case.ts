// A case as the projector keeps it: the fold, without what only decisions need (commands taken, papers), and since when things are so.
import type { CaseState, Proceeding } from '../../../../case/state.ts';
import type { Law } from '../../../../law/law.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';
import { clockFromRow } from './clock-row.ts';

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

const isTerminal = (law: Law, p: Proceeding): boolean =>
  law.procedure(p.procedure, p.version)?.states[p.state]?.terminal === true;

export const caseRow = ({ state, openedAt, sequence }: KnownCase): Rows['cases'] => ({
  case_id: state.id,
  region: state.region,
  opened_by: state.openedBy,
  opened_at: openedAt,
  case_sequence: state.sequence,
  sequence,
  parties: [...state.parties],
  facts: state.facts,
});

export const proceedingRow = (known: KnownCase, p: Proceeding, law: Law): Rows['proceedings'] => ({
  case_id: known.state.id,
  proceeding: p.proceeding,
  region: known.state.region,
  procedure: p.procedure,
  version: p.version,
  state: p.state,
  closed: isTerminal(law, p),
  roles: p.roles as Record<string, string[]>,
  parent: p.parent ?? null,
  participants: [...p.participants],
  history: [...p.history],
  opened_at: p.openedAt,
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

export type RowsOfCase = {
  readonly row: Rows['cases'];
  readonly proceedings: readonly Rows['proceedings'][];
  readonly clocks: readonly Rows['clocks'][];
  readonly handOffs: readonly Rows['hand_offs'][];
};

const proceedingFromRow = (p: Rows['proceedings']): Proceeding => ({
  proceeding: p.proceeding,
  procedure: p.procedure,
  version: p.version,
  state: p.state,
  roles: p.roles,
  ...(p.parent === null ? {} : { parent: p.parent }),
  participants: p.participants,
  history: p.history,
  papers: [],
  openedAt: p.opened_at,
});

/** The case again after a restart, out of its rows. */
export const caseFromRows = ({ row, proceedings, clocks, handOffs }: RowsOfCase): KnownCase => ({
  state: {
    id: row.case_id,
    region: row.region,
    openedBy: row.opened_by,
    sequence: row.case_sequence,
    proceedings: Object.fromEntries(proceedings.map((p) => [p.proceeding, proceedingFromRow(p)])),
    clocks: Object.fromEntries(clocks.map((c) => [c.clock, clockFromRow(c)])),
    handOffs: Object.fromEntries(
      handOffs.map((h) => [
        `${h.proceeding}/${h.hop}`,
        {
          proceeding: h.proceeding,
          hop: h.hop,
          from: h.from_department,
          to: h.to_department,
          startedAt: h.started_at,
          ...(h.closed_at === null ? {} : { closedAt: h.closed_at }),
          ...(h.outcome === null ? {} : { outcome: h.outcome as 'received' }),
        },
      ]),
    ),
    commands: {},
    parties: row.parties,
    facts: row.facts,
  },
  openedAt: row.opened_at,
  sequence: row.sequence,
  since: Object.fromEntries(proceedings.map((p) => [p.proceeding, { at: p.since, by: p.last_by }])),
  clockFrom: Object.fromEntries(clocks.map((c) => [c.clock, c.from_at])),
});
