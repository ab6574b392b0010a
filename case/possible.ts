// What an officer may do now in a case, and what each command still demands.
import type { Law } from '../law/law.ts';
import { type Bilingual, bodyOf, type DepartmentId, type ProceedingId, type Rank } from '../schemas/ids.ts';
import type { Transition } from '../schemas/procedure.ts';
import type { CaseState, Proceeding } from './state.ts';
import { holdsRole } from './steps/take-step.ts';

export type PossibleCommand = {
  proceeding: ProceedingId;
  procedure: string;
  command: string;
  title: Bilingual;
  /** What the command must carry. */
  papers: readonly string[];
  needs: readonly string[];
  reason: boolean;
  officers: number;
  guards: readonly string[];
  /** Rank it takes where the officer does not hold it; `null` when nothing is in the way. */
  missingRank: Rank | null;
};

/** Whether those who would take roles in what the command opens can hold them, e.g. police cannot send a transfer. */
const canOpen = (law: Law, p: Proceeding, { opens }: Transition): boolean =>
  Object.entries(opens?.roles ?? {}).every(([theirs, ours]) => {
    const bodies = (opens && law.procedure(opens.procedure)?.roles[theirs]) ?? [];
    const holder = p.roles[ours]?.[0];
    return bodies.length === 0 || !holder || bodies.includes(bodyOf(holder));
  });

/** Commands the department may submit in the present state of each proceeding. */
export const possibleCommands = (
  state: CaseState,
  law: Law,
  department: DepartmentId,
  ranks: readonly Rank[],
): PossibleCommand[] => {
  if (!state.parties.includes(department) || ranks.every((rank) => rank === 'auditor')) return [];
  return Object.values(state.proceedings).flatMap((p) => {
    const procedure = law.procedure(p.procedure, p.version);
    const here = procedure?.states[p.state];
    if (!procedure || !here) return [];
    const offered = { ...(here.terminal ? {} : procedure.always), ...here.on };
    return Object.entries(offered)
      .filter(([, t]) => holdsRole(p, t, department) && canOpen(law, p, t))
      .map(([command, t]) => ({
        proceeding: p.proceeding,
        procedure: p.procedure,
        command,
        title: t.title,
        papers: t.papers ?? [],
        needs: [...(t.needs ?? []), ...(t.handsTo && !p.roles[t.handsTo] ? ['to'] : [])],
        reason: t.reason === 'required',
        officers: t.officers ?? 0,
        guards: t.guards ?? [],
        missingRank: t.rank && !ranks.includes(t.rank) ? t.rank : null,
      }));
  });
};
