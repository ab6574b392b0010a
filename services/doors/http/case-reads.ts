// Reading one case for one department: first that the reading room knows what the ledger knows, then what may be seen of it.
import { passingOn } from '../../../case/backfill.ts';
import { type VisibleCase, visibleCase, wordsTold } from '../../../case/visible-case.ts';
import { CASE_PROCEDURE, STATUS_CHANGED } from '../../../case/who-is-told.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { CaseId, type DepartmentId, regionOfCase } from '../../../schemas/ids.ts';
import type { CaseView } from '../../bus/reading-room/queries/case-view.ts';
import { wordsOf } from '../../words/words.ts';
import { statusLine, type TimelineEntry, type Value } from './case-answers.ts';
import { isSecretariatOf } from './may.ts';
import type { HttpPorts } from './ports.ts';

/** Milliseconds a read waits for the reading room to catch up with the case asked for. */
const CATCH_UP_WITHIN = 5_000;

/** Resolves once the reading room has this ledger sequence. @throws InfrastructureError READING_ROOM_BEHIND */
const caughtUp = async (room: HttpPorts['room'], sequence: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new InfrastructureError('READING_ROOM_BEHIND')), CATCH_UP_WITHIN);
  });
  try {
    await Promise.race([room.idle(sequence), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** What is seen of a case, with the moments of its visible clocks. */
export type SeenCase = VisibleCase<CaseView['facts'][number]> & Pick<CaseView, 'openedAt' | 'reached'>;

/** An entry of which no more than status words is shown: not what was done, nor by whom, nor when. */
const barely = (entry: TimelineEntry, statuses: ReturnType<typeof statusLine>[]) => ({
  ...entry,
  headline: STATUS_CHANGED,
  procedure: statuses[0]?.procedure ?? CASE_PROCEDURE,
  occurredAt: entry.recordedAt,
  precision: 'instant' as const,
  actor: null,
  filled: false,
  events: [],
  statuses,
  values: [],
});

/** What a department was told at the time, and what it was shown later; in the order of the ledger. */
const withShownLater = (
  told: readonly TimelineEntry[],
  later: readonly TimelineEntry[],
): readonly TimelineEntry[] =>
  [...new Map([...told, ...later].map((entry) => [entry.sequence, entry])).values()].sort(
    (a, b) => a.sequence - b.sequence,
  );

/** Every answer is `null` for a case that does not exist, and for one the department was never told of. */
export const caseReads = (ports: HttpPorts) => {
  const { room, registrar, disclosuresAt, shownLater } = ports;

  const told = async (caseId: string, department: DepartmentId): Promise<readonly TimelineEntry[] | null> => {
    if (!CaseId.safeParse(caseId).success) return null;
    const head = await registrar.caseHead(caseId);
    if (!head) return null;
    await caughtUp(room, head.ledgerSequence);
    const entries = await room.caseTimeline(caseId, department);
    const isHanded = entries?.some(({ events }) => passingOn(events).some(({ to }) => to === department));
    return entries && isHanded ? withShownLater(entries, await shownLater(caseId, department)) : entries;
  };

  const cut = async (
    caseId: string,
    department: DepartmentId,
    entries: readonly TimelineEntry[],
  ): Promise<SeenCase | null> => {
    const view = await room.caseView(caseId, department);
    if (!view) return null;
    const seesAll = isSecretariatOf(registrar.register(), department, regionOfCase(caseId));
    const seen = visibleCase(registrar.law().law, view, entries, department, seesAll);
    const { openedAt } = view;
    const reached = view.reached.filter((moment) => Object.hasOwn(seen.state.clocks, moment.clock));
    return { ...seen, openedAt, reached };
  };

  /** The values an entry shows its reader; none where the case's key was erased. */
  const valuesOf = async ({
    sees,
    passed = [],
    ledgerSequence,
    sequence,
  }: TimelineEntry): Promise<Value[]> => {
    if (sees !== 'all' && passed.length === 0) return [];
    return (await disclosuresAt(ledgerSequence))
      .filter(({ path }) => sees === 'all' || passed.includes(path))
      .map(({ path, value }) => ({ path, value, entry: sequence }));
  };

  return {
    view: async (caseId: string, department: DepartmentId) => {
      const entries = await told(caseId, department);
      const view = entries && (await cut(caseId, department, entries));
      return view && { view, values: (await Promise.all(entries.map(valuesOf))).flat() };
    },
    timeline: async (caseId: string, department: DepartmentId) => {
      const entries = await told(caseId, department);
      const state = entries && (await room.caseView(caseId, department))?.state;
      if (!state) return null;
      return Promise.all(
        entries.map(async (entry) => {
          const { law } = registrar.law();
          const words = wordsTold(law, state, entry.events, department).map((told) =>
            statusLine(told, wordsOf(law)),
          );
          return entry.sees === 'status'
            ? barely(entry, words)
            : { ...entry, statuses: [], values: await valuesOf(entry) };
        }),
      );
    },
    /** The case cut to what the department may see, without values. */
    seen: async (caseId: string, department: DepartmentId) => {
      const entries = await told(caseId, department);
      return entries && cut(caseId, department, entries);
    },
  };
};
