// A planned fact and its case as it stands → the next command for the bus: a filled-in step, or the fact itself. Pure; asked
// again after each answer, so it always goes by what the case is now and not by what was expected of it.
import { isOfKind } from '../../case/register/former-body.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import type { Law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import type { CommandId, DepartmentId } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { aboutSubject, actStep } from './act-step.ts';
import type { Act, PlannedFact } from './planned-fact.ts';
import { pathTo } from './step-path.ts';
import {
  type About,
  given,
  type NextStep,
  onFile,
  type Situation,
  toward,
  type Wanted,
} from './toward-command.ts';

/** The procedure of a hand-over to the police and of what follows it. */
const TRANSFER = 'criminal-transfer';
const CLUE = 'clue-notice';

/** Whoever worked on the case last brings the departments in. */
const admission = (situation: Situation, state: CaseState, newcomers: readonly DepartmentId[]): NextStep => {
  const { lastActor } = situation.file;
  const by = lastActor && state.parties.includes(lastActor) ? lastActor : state.openedBy;
  return given(situation, { actor: by, command: 'admit-departments', to: newcomers, isFact: false });
};

/** The transfer a fact led to, wherever it stands now. */
const transferOn = (situation: Situation, published: string): Proceeding | undefined =>
  onFile(situation, published).findLast(({ procedure }) => procedure === TRANSFER);

/** A command of a parent's procedure that opens this procedure, e.g. a clue that becomes a transfer. */
const upgradeIn = (law: Law, parent: Proceeding, procedure: string): string | undefined =>
  Object.entries(law.procedure(parent.procedure, parent.version)?.commands ?? {}).find(([, { opens = [] }]) =>
    opens.some((opened) => opened.procedure === procedure),
  )?.[0];

/** Opens a proceeding for the fact, out of the one it grew from where there is one. */
const opening = (
  situation: Situation,
  procedure: Procedure,
  actor: DepartmentId,
  to: readonly DepartmentId[],
  parent: Proceeding | undefined,
): NextStep => {
  const upgrade = parent && upgradeIn(situation.law, parent, procedure.procedure);
  if (parent && upgrade) {
    return toward(situation, parent.procedure, {
      command: upgrade,
      actor,
      to,
      isFact: false,
      proceeding: parent,
    });
  }
  const mayOpen = (name: string): boolean =>
    (procedure.commands[name]?.by ?? []).some((role) => {
      const bodies = procedure.roles[role]?.bodies;
      return bodies === undefined || isOfKind(situation.law, actor, bodies);
    });
  const openings = Object.keys(procedure.opensOn);
  const name = openings.find(mayOpen) ?? openings[0] ?? '';
  const step = given(situation, { actor, command: name, procedure, to, isFact: false });
  return { ...step, procedure: procedure.procedure };
};

/** Opens and is the fact: a clue, a supervision. */
const openingFact = (
  situation: Situation,
  procedureName: string,
  command: string,
  actor: DepartmentId,
  to: readonly DepartmentId[],
  { more = {}, isFact = true }: { more?: OpenBody; isFact?: boolean } = {},
): NextStep => {
  const procedure = situation.law.newestProcedure(procedureName);
  return {
    ...given(situation, { actor, command, procedure, to, isFact, more }),
    procedure: procedureName,
  };
};

/** The proceeding among those a fact led to in which this department plays the part the command asks for. */
const whereActing = (
  situation: Situation,
  published: string,
  actor: DepartmentId,
): Proceeding | undefined => {
  const all = onFile(situation, published);
  return all.find(({ roles }) => Object.values(roles).some((held) => held.includes(actor))) ?? all[0];
};

/** A transfer that must have been filed for this fact to be possible, and is not yet. */
const filingBefore = (situation: Situation): NextStep | null => {
  const { presumesFilingOf } = situation.fact;
  if (presumesFilingOf === undefined || situation.direct === true) return null;
  const transfer = transferOn(situation, presumesFilingOf);
  const actor = transfer?.roles['receiver']?.[0];
  if (!transfer || !actor) return null;
  const procedure = situation.law.procedure(transfer.procedure, transfer.version);
  const command = 'file-case';
  const isBefore = procedure && pathTo(procedure, transfer, command, actor) !== null;
  const wanted: Wanted = { command, actor, to: [], isFact: false, proceeding: transfer };
  return isBefore ? toward(situation, transfer.procedure, wanted) : null;
};

const transferStep = (
  situation: Situation,
  actor: DepartmentId,
  does: Extract<PlannedFact['does'], { kind: 'transfer' }>,
): NextStep => {
  const { fact, law, direct } = situation;
  const procedure = law.newestProcedure(TRANSFER);
  if (!procedure) throw new Error(`there is no procedure ${TRANSFER}`);
  const mine = transferOn(situation, fact.published);
  const parent = does.upgrades === undefined ? undefined : whereActing(situation, does.upgrades, actor);
  if (!mine && direct !== true)
    return opening(situation, procedure, actor, [does.to, does.supervisor], parent);
  return toward(situation, procedure.procedure, {
    command: 'hand-over',
    actor,
    to: [does.to],
    isFact: true,
    ...(mine ? { proceeding: mine } : {}),
  });
};

/** Recorded on the case; where it opens the case and names nobody, whoever works on it first is told. */
const recorded = (
  situation: Situation,
  fact: string,
  told: readonly DepartmentId[],
  about?: About,
): NextStep => {
  const { fact: planned, file, state } = situation;
  const isKept = planned.actor === 'publisher' && state === null && told.length === 0;
  return given(situation, {
    actor: planned.actor,
    command: 'record-fact',
    to: isKept ? [file.keeper] : told,
    isFact: true,
    more: {
      fact,
      ...(isKept ? { basis: '演练：公开信息未写明告知何部门，归该案最先办理的部门' } : {}),
    },
    ...(about ? { about } : {}),
  });
};

const conductStep = (
  situation: Situation,
  does: Extract<PlannedFact['does'], { kind: 'conduct' }>,
): NextStep => {
  const { subject = '', conduct, told } = does;
  const kind = subject === '' ? situation.file.subjectKind : 'person';
  return recorded(situation, conduct, told, aboutSubject(situation, subject, kind, situation.fact.actor));
};

/** Those an act names beside its own roles are brought in before it; so is whoever takes a step and is no party yet. */
const withAdmission = (situation: Situation, act: Act, step: NextStep): NextStep => {
  const { state } = situation;
  if (state === null) return step;
  const named = new Set(step.body.to);
  const wanted = [
    ...(step.actor === 'publisher' ? [] : [step.actor]),
    ...(step.isFact ? act.to.filter((department) => !named.has(department)) : []),
  ];
  const newcomers = wanted.filter((department) => !state.parties.includes(department));
  return newcomers.length === 0 || situation.direct === true ? step : admission(situation, state, newcomers);
};

const toAct = (situation: Situation, act: Act, actor: DepartmentId): NextStep => {
  const { part = 0 } = situation;
  if (act.and && part >= act.each.length)
    return toAct({ ...situation, part: part - act.each.length }, act.and, actor);
  const step = situation.fallback === undefined ? actStep(situation, act, actor) : undefined;
  return step === undefined
    ? recorded(situation, act.ways.at(-1)?.command ?? 'act', act.to)
    : withAdmission(situation, act, step);
};

/** What came is signed for; where the receiver starts upon it, it begins a case of its own and takes the clue into that. */
const receiptStep = (
  situation: Situation,
  does: Extract<PlannedFact['does'], { kind: 'receipt' }>,
  actor: DepartmentId,
): NextStep => {
  const { fact, part = 0, fallback } = situation;
  if (fallback !== undefined) return recorded(situation, 'receipt', [does.from]);
  if (does.begins && part === 1) return toAct(situation, does.begins, actor);
  const clue = onFile(situation, fact.published).find(
    ({ procedure, roles }) => procedure === CLUE && roles['receiver']?.includes(actor),
  );
  if (clue === undefined)
    return openingFact(situation, CLUE, 'send-clue', does.from, does.to, {
      more: { fields: { topic: does.topic } },
      isFact: false,
    });
  const command = part === 0 ? 'acknowledge' : 'merge-clue';
  return toward(situation, CLUE, { command, actor, to: [], isFact: true, proceeding: clue });
};

/** The next command of a planned fact. */
export const nextStep = (situation: Situation): NextStep => {
  const { fact, state } = situation;
  const { does, actor } = fact;
  const filing = filingBefore(situation);
  if (filing) return filing;
  if (actor === 'publisher') {
    if (does.kind === 'conduct') return conductStep(situation, does);
    if (does.kind !== 'fact') throw new Error(`${fact.published}: the publisher only records facts`);
    return recorded(situation, does.fact, does.told);
  }
  const first = does.kind === 'receipt' ? does.from : actor;
  if (state !== null && !state.parties.includes(first) && situation.direct !== true)
    return admission(situation, state, [first]);
  switch (does.kind) {
    case 'fact':
      return recorded(situation, does.fact, does.told);
    case 'conduct':
      return conductStep(situation, does);
    case 'act':
      return toAct(situation, does, actor);
    case 'clue':
      return openingFact(situation, CLUE, 'send-clue', actor, does.to, {
        more: { fields: { topic: does.topic } },
      });
    case 'receipt':
      return receiptStep(situation, does, actor);
    case 'supervise':
      return openingFact(situation, 'filing-supervision', 'begin-supervision', actor, [does.of]);
    case 'transfer':
      return transferStep(situation, actor, does);
    case 'file': {
      const proceeding = transferOn(situation, does.transfer);
      return toward(situation, TRANSFER, {
        command: 'file-case',
        actor,
        to: [],
        isFact: true,
        ...(proceeding ? { proceeding } : {}),
      });
    }
    case 'clue-step': {
      const proceeding = whereActing(situation, does.clue, actor);
      return toward(situation, CLUE, {
        command: does.command,
        actor,
        to: [],
        isFact: true,
        ...(proceeding ? { proceeding } : {}),
      });
    }
  }
};

/** Whether it is one of several commands of a fact, and not the first. */
export const isFurtherPart = (commandId: CommandId): boolean => /\.part-\d+$/.test(commandId);

/** Ids follow from the fact, so that a command sent twice is one. `before` counts the filled-in steps of the fact so far. */
export const commandIdOf = (fact: PlannedFact, isFact: boolean, before: number, part = 0): CommandId => {
  const place = `${fact.published.replace('#', '-')}${fact.filled ? '.implied' : ''}`;
  if (!isFact) return `${place}.${before + 1}`;
  return part === 0 ? place : `${place}.part-${part + 1}`;
};
