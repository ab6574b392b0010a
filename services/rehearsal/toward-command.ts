// From a planned fact's file as it stands toward a command of one of its proceedings: the step before it that is still
// missing, or the command with all that its procedure demands. Pure; names no procedure.
import { holds } from '../../case/conditions.ts';
import { emptyRegister } from '../../case/register/register.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import { type Offered, offeredIn } from '../../case/steps/offered.ts';
import type { Law } from '../../law/law.ts';
import type { OpenBody, PartyBody } from '../../schemas/command.ts';
import type { Test } from '../../schemas/condition.ts';
import type { FieldValues } from '../../schemas/field.ts';
import type { Bilingual, DepartmentId, OfficerId, ProceedingId, SubjectId } from '../../schemas/ids.ts';
import type { Precision } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { betweenSteps } from './between.ts';
import type { CaseFile, SubjectKind } from './case-files.ts';
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
  /** The subject it is about, by its name. */
  readonly about?: readonly [name: string, subject: SubjectId];
};

/** What of a procedure a fact is: the command it gives, and how to come by a proceeding to give it in. */
export type Wanted = {
  readonly command: string;
  readonly actor: DepartmentId;
  readonly isFact: boolean;
  readonly to: readonly DepartmentId[];
  readonly proceeding?: Proceeding;
  readonly fields?: FieldValues;
};

export type Situation = {
  readonly fact: PlannedFact;
  readonly file: CaseFile;
  readonly state: CaseState | null;
  readonly law: Law;
  /** A filled-in step was refused: give the fact itself, so that the bus says what it thinks of it. */
  readonly direct?: boolean;
  /** Which of the several commands of the fact, from 0. */
  readonly part?: number;
  /** The bus did not take it as a command, for this reason: it is recorded as a fact. */
  readonly fallback?: Bilingual;
};

/** A command to give, and how. Of no procedure: one on the case itself. */
export type Giving = {
  readonly actor: DepartmentId | 'publisher';
  readonly command: string;
  readonly procedure?: Procedure | undefined;
  readonly to?: readonly DepartmentId[];
  /** As the fact itself, else as a filled-in step before it. */
  readonly isFact: boolean;
  readonly fields?: FieldValues;
  readonly more?: OpenBody;
  readonly about?: About;
  /** The proceeding whose next step it is. */
  readonly after?: Proceeding;
};

/** A subject by its name, and whether it is named for the first time. */
export type About = { readonly name: string; readonly subject: SubjectId; readonly kind?: SubjectKind };

const aboutBody = ({ subject, kind }: About): OpenBody =>
  kind === undefined ? { subjects: [subject] } : { newSubjects: [{ subject, kind }] };

/** The command with all its procedure demands. */
export const given = ({ fact }: Situation, giving: Giving): NextStep => {
  const { actor, command, procedure, to = [], isFact, fields = {}, more = {}, about, after } = giving;
  const demandedBy = procedure?.commands[command];
  const isFilled = !isFact || fact.filled === true;
  const demanded =
    demandedBy === undefined ? {} : demandedBody(demandedBy, fact, to, isFilled ? procedure?.fields : {});
  const within = isFact ? fact.within : betweenSteps(fact, after);
  const said = { ...demanded.fields, ...fields, ...more.fields };
  return {
    actor,
    officer: officerFor(demandedBy ?? {}, procedure?.conditions ?? {}),
    command,
    precision: isFact ? fact.precision : 'undated',
    body: {
      ...(demandedBy === undefined && to.length > 0 ? { to: [...to] } : demanded),
      ...more,
      ...(about === undefined ? {} : aboutBody(about)),
      ...(Object.keys(said).length > 0 ? { fields: said } : {}),
      published: fact.published,
      ...(isFilled ? { filled: true } : {}),
      ...(within === undefined ? {} : { within }),
    },
    party: {
      ...(demandedBy === undefined ? {} : demandedParty(demandedBy)),
      ...(isFact ? fact.party : {}),
    },
    isFact,
    ...(about === undefined ? {} : { about: [about.name, about.subject] }),
  };
};

/** Proceedings a published fact led to, as they stand. */
export const onFile = ({ file, state }: Situation, published: string): Proceeding[] =>
  (file.proceedings.get(published) ?? []).flatMap((id) => state?.proceedings[id] ?? []);

/** Tests that must all hold, taken out of what they stand in. */
const each = (test: Test): readonly Test[] => ('allOf' in test ? test.allOf.flatMap(each) : [test]);

/** A step of the same proceeding that a condition asks for first and that was not taken yet. */
const askedFirst = (
  { state, law, fact }: Situation,
  procedure: Procedure,
  p: Proceeding,
  { command, target }: Pick<Offered, 'command' | 'target'>,
): string | undefined => {
  const ids = [...(command.when ?? []), ...(target.else === undefined ? (target.when ?? []) : [])];
  const by = { department: p.participants[0] ?? '', officer: '' };
  // What a step asks for first is read off the steps alone.
  const asked = {
    state,
    procedure,
    proceeding: p,
    named: [],
    law,
    register: emptyRegister,
    occurredAt: fact.at,
    by,
    fields: {},
  };
  return ids
    .flatMap((id) => each(procedure.conditions[id]?.if ?? { allOf: [] }))
    .flatMap((test) =>
      'happened' in test && test.happened.in === undefined && !holds(test, asked)
        ? [test.happened.command]
        : [],
    )[0];
};

/** The next step on the way to a command of a running proceeding, or the command itself. */
export const toward = (situation: Situation, procedureName: string, wanted: Wanted): NextStep => {
  const { law } = situation;
  const { proceeding: p, command, actor, to, isFact, fields } = wanted;
  const procedure = p ? law.procedure(p.procedure, p.version) : law.newestProcedure(procedureName);
  if (p && procedure && situation.direct !== true) {
    const [first] = pathTo(procedure, p, command, actor) ?? [];
    const next = first?.offered ?? offeredIn(procedure, p.state, command);
    const before = next && askedFirst(situation, procedure, p, next);
    const [by] = procedure.commands[before ?? '']?.by.flatMap((role) => p.roles[role] ?? []) ?? [];
    if (before !== undefined && by !== undefined && before !== command)
      return toward(situation, procedureName, {
        command: before,
        actor: by,
        to: [],
        isFact: false,
        proceeding: p,
      });
    if (first) {
      const step = given(situation, {
        actor: first.by,
        command: first.offered.name,
        procedure,
        to: first.handsToActor ? [actor] : [],
        isFact: false,
        after: p,
      });
      return { ...step, proceeding: p.proceeding };
    }
  }
  // On offer now, or nowhere to be reached: the bus answers for itself.
  const step = given(situation, {
    actor,
    command,
    procedure,
    to,
    isFact,
    ...(fields ? { fields } : {}),
    ...(p ? { after: p } : {}),
  });
  return { ...step, ...(p ? { proceeding: p.proceeding } : {}) };
};
