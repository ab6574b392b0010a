// From a planned fact's file as it stands toward a command of one of its proceedings: the step before it that is still
// missing, or the command with all that its procedure demands. Pure; names no procedure.
import type { CaseState, Proceeding } from '../../case/state.ts';
import type { Law } from '../../law/law.ts';
import type { OpenBody, PartyBody } from '../../schemas/command.ts';
import type { DepartmentId, OfficerId, ProceedingId } from '../../schemas/ids.ts';
import type { Precision } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import type { CaseFile } from './case-files.ts';
import { demandedBody, demandedParty, officerFor } from './filled-step.ts';
import type { PlannedFact } from './planned-fact.ts';
import { pathTo } from './step-path.ts';

/** A command to submit. Without an actor it is the service `publisher`'s. */
export type NextStep = {
  readonly actor: DepartmentId | 'publisher';
  readonly officer: OfficerId;
  readonly command: string;
  readonly procedure?: string;
  readonly proceeding?: ProceedingId;
  readonly precision: Precision;
  readonly body: OpenBody;
  readonly party: PartyBody;
  /** It is the planned fact; otherwise a step before it that a simulated officer fills in. */
  readonly isFact: boolean;
};

/** What of a procedure a fact is: the command it gives, and how to come by a proceeding to give it in. */
export type Wanted = {
  readonly command: string;
  readonly actor: DepartmentId;
  readonly isFact: boolean;
  readonly to: readonly DepartmentId[];
  readonly proceeding?: Proceeding;
};

export type Situation = {
  readonly fact: PlannedFact;
  readonly file: CaseFile;
  readonly state: CaseState | null;
  readonly law: Law;
  /** A filled-in step was refused: give the fact itself, so that the bus says what it thinks of it. */
  readonly direct?: boolean;
};

/** The command with all its procedure demands, as the fact itself or as a filled-in step of it. */
export const given = (
  { fact }: Situation,
  actor: DepartmentId | 'publisher',
  command: string,
  demandedBy: ProcedureCommand | undefined,
  to: readonly DepartmentId[],
  isFact: boolean,
  more: OpenBody = {},
): NextStep => {
  const demanded = demandedBy === undefined ? {} : demandedBody(demandedBy, fact.published, to);
  const isFilled = !isFact || fact.filled === true;
  return {
    actor,
    officer: officerFor(demandedBy?.rank),
    command,
    precision: isFact ? fact.precision : 'undated',
    body: {
      ...(demandedBy === undefined && to.length > 0 ? { to: [...to] } : demanded),
      ...more,
      published: fact.published,
      ...(isFilled ? { filled: true } : {}),
    },
    party: {
      ...(demandedBy === undefined ? {} : demandedParty(demandedBy)),
      ...(isFact ? fact.party : {}),
    },
    isFact,
  };
};

/** The newest version of a procedure. */
export const newestOf = (law: Law, name: string): Procedure | undefined =>
  law.newest.find(({ procedure }) => procedure === name);

/** Proceedings a published fact led to, as they stand. */
export const onFile = ({ file, state }: Situation, published: string): Proceeding[] =>
  (file.proceedings.get(published) ?? []).flatMap((id) => state?.proceedings[id] ?? []);

/** The next step on the way to a command of a running proceeding, or the command itself. */
export const toward = (situation: Situation, procedureName: string, wanted: Wanted): NextStep => {
  const { law } = situation;
  const { proceeding: p, command, actor, to, isFact } = wanted;
  const procedure = p ? law.procedure(p.procedure, p.version) : newestOf(law, procedureName);
  const [first] =
    p && procedure && situation.direct !== true ? (pathTo(procedure, p, command, actor) ?? []) : [];
  if (p && first) {
    const step = given(
      situation,
      first.by,
      first.offered.name,
      first.offered.command,
      first.handsToActor ? [actor] : [],
      false,
    );
    return { ...step, proceeding: p.proceeding };
  }
  // On offer now, or nowhere to be reached: the bus answers for itself.
  const step = given(situation, actor, command, procedure?.commands[command], to, isFact);
  return { ...step, ...(p ? { proceeding: p.proceeding } : {}) };
};
