// Plays one planned fact: the steps before it, then the fact, each by its own department through the port it is given.
// Says what became of it; nothing is dropped silently.
import type { CaseState } from '../../case/state.ts';
import type { Law } from '../../law/law.ts';
import type { AskedCommand } from '../../schemas/asked-command.ts';
import type { Answer, Receipt, Refusal } from '../../schemas/entry.ts';
import type { Bilingual, CaseId, DepartmentId, OfficerId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { REASONS } from './act-rows.ts';
import type { CaseFile } from './case-files.ts';
import { commandIdOf, nextStep } from './next-step.ts';
import type { PlannedFact } from './planned-fact.ts';
import type { NextStep } from './toward-command.ts';

/** The bus as the player sees it: a department's front door, the publisher's, and the case as it is after the last answer. */
export type Bus = {
  submit(asked: AskedCommand, actor: DepartmentId, officer: OfficerId): Promise<Answer>;
  /** A fact nobody is named for, by the service `publisher`. */
  publish(asked: AskedCommand): Promise<Answer>;
  caseState(caseId: CaseId): Promise<CaseState | null>;
};

/** A command of a procedure, conduct of the subject, or a fact for a reason. */
export type Became =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'conduct' }
  /** `refusal` where the bus did not take what it was as a command. */
  | { readonly kind: 'fact'; readonly reason: Bilingual; readonly refusal?: Refusal };

export type PlayedFact = {
  readonly fact: PlannedFact;
  /** The case it is in, where there is one. */
  readonly caseId?: CaseId;
  readonly answer: Answer;
  /** What it became; of several commands the last. */
  readonly became: Became;
  /** Filled-in steps taken before it. */
  readonly filled: number;
  /** A filled-in step that was not taken. */
  readonly refusedStep?: { readonly command: string; readonly refusal: Refusal };
};

const RECORD_FACT = 'record-fact';

/** Steps before one fact; the longest way through any procedure is far shorter. */
const MOST_STEPS = 40;

const askedOf = (
  fact: PlannedFact,
  step: NextStep,
  caseId: CaseId | undefined,
  before: number,
  part: number,
): AskedCommand => ({
  commandId: commandIdOf(fact, step.isFact, before, part),
  ...(caseId === undefined ? {} : { case: caseId }),
  ...(step.procedure === undefined ? {} : { procedure: step.procedure }),
  ...(step.proceeding === undefined ? {} : { proceeding: step.proceeding }),
  command: step.command,
  occurredAt: fact.at,
  precision: step.precision,
  body: step.body,
  party: step.party,
});

const noteReceipt = (file: CaseFile, fact: PlannedFact, step: NextStep, receipt: Receipt): void => {
  file.caseId ??= receipt.case;
  if (step.actor !== 'publisher') file.lastActor = step.actor;
  const [name, subject] = step.about ?? [];
  if (name !== undefined && subject)
    file.subjects.set(name, [...new Set([...(file.subjects.get(name) ?? []), subject])]);
  const known = file.proceedings.get(fact.published) ?? [];
  file.proceedings.set(fact.published, [...new Set([...known, ...receipt.proceedings])]);
};

const reasonOf = ({ code, message, details }: Refusal): Bilingual => ({
  zh: `按规则没有作为命令受理：${message.zh}（${[code, ...details].join('；')}）`,
  en: `not taken as a command: ${message.en} (${[code, ...details].join('; ')})`,
});

const becameOf = ({ does }: PlannedFact, step: NextStep, refusal: Refusal | undefined): Became => {
  if (does.kind === 'conduct') return { kind: 'conduct' };
  if (does.kind === 'fact') return { kind: 'fact', reason: REASONS[does.reason] };
  if (step.command !== RECORD_FACT) return { kind: 'command', command: step.command };
  if (refusal) return { kind: 'fact', reason: reasonOf(refusal), refusal };
  const reason = does.kind === 'act' ? does.inOpenOnly?.reason : undefined;
  return { kind: 'fact', reason: REASONS[reason ?? 'not-reachable'] };
};

/** How many commands it is: one for each person, and what was told with it; of a receipt with what it starts, signing, beginning and taking it into that. */
const partsOf = ({ does }: PlannedFact): number => {
  if (does.kind === 'act') return does.each.length + (does.and?.each.length ?? 0);
  return does.kind === 'receipt' && does.begins ? 3 : 1;
};

/** Plays a fact on its file, which is moved along. An act that the bus does not take is recorded as a fact, with the reason. */
export const playFact = async (
  bus: Bus,
  law: Law,
  fact: PlannedFact,
  file: CaseFile,
): Promise<PlayedFact> => {
  const isAct = fact.does.kind === 'act' || fact.does.kind === 'receipt';
  let filled = 0;
  let part = 0;
  let refusedStep: PlayedFact['refusedStep'];
  let refusal: Refusal | undefined;
  for (;;) {
    const state = file.caseId === undefined ? null : await bus.caseState(file.caseId);
    const direct = refusedStep !== undefined || filled >= MOST_STEPS;
    const step = nextStep({
      fact,
      file,
      state,
      law,
      direct,
      part,
      ...(refusal ? { fallback: reasonOf(refusal) } : {}),
    });
    const asked = askedOf(fact, step, file.caseId, filled, part);
    const answer =
      step.actor === 'publisher'
        ? await bus.publish(asked)
        : await bus.submit(asked, step.actor, step.officer);
    if (answer.ok) noteReceipt(file, fact, step, answer);
    else if (isAct && refusal === undefined) {
      refusal = answer;
      if (!step.isFact) refusedStep = { command: step.command, refusal: answer };
      continue;
    }
    if (step.isFact) {
      part += 1;
      if (answer.ok && refusal === undefined && part < partsOf(fact)) continue;
      // A transfer known only from its copy is itself filled in.
      const own = fact.filled && answer.ok ? 1 : 0;
      return {
        fact,
        ...(file.caseId === undefined ? {} : { caseId: file.caseId }),
        answer,
        became: becameOf(fact, step, refusal),
        filled: filled + own,
        ...(refusedStep ? { refusedStep } : {}),
      };
    }
    if (answer.ok) filled += 1;
    else refusedStep = { command: step.command, refusal: answer };
  }
};

/** Ties a linked file and its main one together, by a party of each, once both are open. Two filled-in steps. */
export const linkFiles = async (
  bus: Bus,
  main: CaseFile,
  linked: CaseFile,
  at: Instant,
): Promise<readonly Answer[]> => {
  const link = async (from: CaseFile, to: CaseFile, relation: string): Promise<Answer[]> => {
    const state = from.caseId === undefined ? null : await bus.caseState(from.caseId);
    if (state === null || to.caseId === undefined) return [];
    const by = from.lastActor && state.parties.includes(from.lastActor) ? from.lastActor : state.openedBy;
    const asked: AskedCommand = {
      commandId: `${linked.filedUnder.replace('/', '-')}.${relation}`,
      case: state.id,
      command: 'link-case',
      occurredAt: at,
      precision: 'undated',
      body: { links: [{ case: to.caseId, relation }], filled: true },
    };
    return [await bus.submit(asked, by, 'o-1')];
  };
  return [...(await link(linked, main, 'grew-out-of')), ...(await link(main, linked, 'gave-rise-to'))];
};
