// What keeps a case from being closed, and whose turn it is: read off the case, for whoever closes it and whoever looks at it.
import type { Law } from '../../law/law.ts';
import type { CaseId, DepartmentId, ProceedingId } from '../../schemas/ids.ts';
import { isDepartment } from '../clocks/clock-times.ts';
import { isOver } from '../decision-under-way.ts';
import type { CaseState, Clock, Proceeding } from '../state.ts';
import { isClosed } from '../who-is-told.ts';

/** A proceeding that has not ended, a limit of a department that runs, a hand-over nobody signed for, an order not taken, a joined case. */
export type StillOpen =
  | { readonly what: 'proceeding'; readonly proceeding: ProceedingId }
  | { readonly what: 'clock'; readonly proceeding: ProceedingId; readonly clock: string }
  | { readonly what: 'hand-off'; readonly proceeding: ProceedingId; readonly hop: number }
  | { readonly what: 'follow-up'; readonly proceeding: ProceedingId }
  | { readonly what: 'joined'; readonly case: CaseId };

/** Who sees a status word only can neither wait for such a proceeding nor end it: it goes on by itself, whatever becomes of the case. */
const concernsAll = (law: Law, p: Proceeding | undefined): boolean => {
  const procedure = p && law.procedure(p.procedure, p.version);
  return procedure !== undefined && !isClosed(procedure);
};

const isOwed = ({ status, obliged }: Clock): boolean => status !== 'stopped' && isDepartment(obliged);

/** Everything that must end first, in the order of proceedings; nothing where the case can be closed. */
export const stillOpen = (state: CaseState, law: Law): readonly StillOpen[] => {
  const concerned = Object.values(state.proceedings).filter((p) => concernsAll(law, p));
  const joined = Object.entries(state.joinedCases).flatMap(([id, open]): StillOpen[] =>
    open ? [{ what: 'joined', case: id }] : [],
  );
  const own = concerned.flatMap((p): StillOpen[] => {
    const { proceeding } = p;
    const mine = (one: { readonly proceeding: ProceedingId }): boolean => one.proceeding === proceeding;
    return [
      ...(isOver(law, p) ? [] : [{ what: 'proceeding', proceeding } as const]),
      ...Object.values(state.clocks)
        .filter((clock) => mine(clock) && isOwed(clock))
        .map(({ clock }) => ({ what: 'clock', proceeding, clock }) as const),
      ...Object.values(state.handOffs)
        .filter((handOff) => mine(handOff) && handOff.outcome === undefined)
        .map(({ hop }) => ({ what: 'hand-off', proceeding, hop }) as const),
      ...state.followUps
        .filter(({ from }) => from === proceeding)
        .map(() => ({ what: 'follow-up', proceeding }) as const),
    ];
  });
  return [...own, ...joined];
};

/** What is owed and runs: a right that only lapses is owed by nobody, and what stands still may wait. */
export const mustBeKept = (clock: Clock): boolean =>
  isOwed(clock) && clock.status === 'running' && clock.window === undefined;

/** Those to be done at once come first, then by their latest due instant; of two on one instant the one by law. */
const byUrgency = (a: Clock, b: Clock): number =>
  (a.times.latestDueAt ?? '').localeCompare(b.times.latestDueAt ?? '') ||
  Number(a.limitKind === 'agreed') - Number(b.limitKind === 'agreed') ||
  a.clock.localeCompare(b.clock);

/** The limit that each department must keep next, the most urgent of all first: that one is critical. What only lapses is none. */
export const nextObligations = (state: CaseState): readonly Clock[] => {
  const owed = Object.values(state.clocks).filter(mustBeKept).toSorted(byUrgency);
  const first = new Map<DepartmentId, Clock>();
  for (const clock of owed) if (!first.has(clock.obliged)) first.set(clock.obliged, clock);
  return [...first.values()];
};
