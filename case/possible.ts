// What an officer may do now in a case, and what each command still demands.
import type { Law } from '../law/law.ts';
import { type Bilingual, bodyOf, type DepartmentId, type ProceedingId, type Rank } from '../schemas/ids.ts';
import type { ProcedureCommand } from '../schemas/procedure.ts';
import type { CaseState, Proceeding } from './state.ts';
import { allOffered, holdsRole } from './steps/offered.ts';

export type PossibleCommand = {
  proceeding: ProceedingId;
  procedure: string;
  version: number;
  command: string;
  title: Bilingual;
  /** What the command must carry. */
  papers: readonly string[];
  needs: readonly string[];
  /** Declared fields it may carry. */
  takes: readonly string[];
  reason: boolean;
  officers: number;
  /** Ids of the conditions that must hold. */
  conditions: readonly string[];
  /** Rank it takes where the officer does not hold it; `null` when nothing is in the way. */
  missingRank: Rank | null;
};

/** Whether those who would take roles in what the command opens can hold them, e.g. police cannot send a transfer. */
const canOpen = (law: Law, p: Proceeding, { opens }: ProcedureCommand): boolean =>
  Object.entries(opens?.roles ?? {}).every(([theirs, ours]) => {
    const opened = law.newest.find(({ procedure }) => procedure === opens?.procedure);
    const bodies = opened?.roles[theirs]?.bodies;
    const holder = p.roles[ours]?.[0];
    return bodies === undefined || !holder || bodies.includes(bodyOf(holder));
  });

/** Commands the department may submit in the present state of each proceeding. */
export const possibleCommands = (
  state: CaseState,
  law: Law,
  department: DepartmentId,
  ranks: readonly Rank[],
): PossibleCommand[] => {
  if (state.voided || !state.parties.includes(department) || ranks.every((rank) => rank === 'auditor'))
    return [];
  return Object.values(state.proceedings).flatMap((p) => {
    const procedure = law.procedure(p.procedure, p.version);
    if (!procedure) return [];
    return allOffered(procedure, p.state)
      .filter(({ command }) => holdsRole(p, command, department) && canOpen(law, p, command))
      .map(({ name, command, target }) => ({
        proceeding: p.proceeding,
        procedure: p.procedure,
        version: p.version,
        command: name,
        title: target.title ?? command.title,
        papers: command.papers ?? [],
        needs: [...(command.needs ?? []), ...(command.handsTo && !p.roles[command.handsTo] ? ['to'] : [])],
        takes: command.takes ?? [],
        reason: command.reason === 'required',
        officers: command.officers ?? 0,
        conditions: [...(command.when ?? []), ...(target.else === undefined ? (target.when ?? []) : [])],
        missingRank: command.rank && !ranks.includes(command.rank) ? command.rank : null,
      }));
  });
};
