// What an officer may do now in a case, and what each command still demands. Each command is tried as decide would take it, by the
// same conditions and clocks; only what the command itself must say is not asked for.

import type { OpenBody } from '../schemas/command.ts';
import { asksAnother, type Test, testsIn } from '../schemas/condition.ts';
import type { Bilingual, ProceedingId, Rank } from '../schemas/ids.ts';
import type { Procedure, ProcedureCommand } from '../schemas/procedure.ts';
import { refuseApart } from './decide.ts';
import {
  type Context,
  isOver,
  procedureOf,
  type Rejection,
  rejectionOf,
  type UnderWay,
} from './decision-under-way.ts';
import { isRestricted } from './restricting/is-restricted.ts';
import type { CaseState, Proceeding } from './state.ts';
import { succeededRoles } from './steps/casting.ts';
import { allOffered, holdsRole, type Offered } from './steps/offered.ts';
import { broughtAlong } from './steps/opens-beside.ts';
import { type ActingOfficer, takeOffered, withVacantRoles } from './steps/take-step.ts';

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
  /** Ids of conditions that hold or not by what the command says or who sends it; all others hold. */
  conditions: readonly string[];
  /** Rank it takes where the officer does not hold it; `null` when nothing is in the way. */
  missingRank: Rank | null;
};

/** Refusals that another thing said, or another department named, would have mended. */
export const SAYABLE: ReadonlySet<string> = new Set([
  'FIELD_REQUIRED',
  'FIELD_REFUSED',
  'RECEIVER_REQUIRED',
  'RECEIVER_NOT_FITTING',
  'HELD_BEFORE',
  'PAPERS_MISSING',
  'TEAM_TOO_SMALL',
]);

const isAny = ({ conditions }: Procedure, id: string, is: (test: Test) => boolean): boolean => {
  const condition = conditions[id];
  return condition !== undefined && testsIn(condition.if).some(is);
};

/** Whether a condition turns on what the command itself says. */
export const isSaid = (
  procedure: Procedure,
  { needs = [], takes = [] }: ProcedureCommand,
  id: string,
): boolean =>
  isAny(procedure, id, (test) => {
    if ('noneOpen' in test && test.noneOpen.held !== undefined) return true;
    const asked =
      'role' in test && test.role.named
        ? ['to']
        : 'field' in test && test.field.saidBy === undefined
          ? [test.field.name]
          : 'endOf' in test
            ? [test.endOf.field]
            : 'elapsed' in test
              ? [test.elapsed.from, test.elapsed.to]
              : 'sum' in test
                ? [test.sum.field, test.sum.less ?? '']
                : 'party' in test
                  ? ['subjects']
                  : [];
    return asked.some((name) => [...needs, ...takes].includes(name));
  });

type Asked = {
  readonly state: CaseState;
  readonly context: Context;
  readonly procedure: Procedure;
  readonly p: Proceeding;
  readonly offered: Offered;
  readonly who: ActingOfficer;
};

/** Prolongations that the clocks of the proceeding know; `undefined` where the command prolongs none. */
const prolongations = ({
  state,
  context: { law },
  p,
  offered: { command },
}: Asked): readonly OpenBody[] | undefined =>
  command.needs?.includes('extension')
    ? Object.values(state.clocks).flatMap((clock) =>
        clock.proceeding !== p.proceeding || clock.status === 'stopped'
          ? []
          : (law.timeLimit(clock.limit, clock.version)?.extensions ?? []).map((extension) => ({
              extension: extension.id,
              approver: extension.approver,
              ...('to' in extension && extension.upTo
                ? { extensionTo: Number(Object.values(extension.to)[0]) }
                : {}),
            })),
      )
    : undefined;

/** The command as it would be sent. */
const workOf = ({ state, context, p, offered, who }: Asked, body: OpenBody): UnderWay => ({
  command: {
    format: 'xianjie.command.v1',
    commandId: 'possible',
    actor: { department: who.department, officer: who.officer },
    case: context.caseId,
    proceeding: p.proceeding,
    command: offered.name,
    occurredAt: context.at,
    precision: 'instant',
    body,
    commitments: {},
  },
  context,
  events: [],
  state,
});

/** Why a command that says no more would be refused, leaving some conditions aside: by another, a clock, or what it sets off. */
const refusalOf = (asked: Asked, aside: readonly string[], body: OpenBody): Rejection | undefined => {
  const { procedure, p, offered, who } = asked;
  const when = (ids: readonly string[] | undefined) =>
    ids ? { when: ids.filter((id) => !aside.includes(id)) } : {};
  const { command, target } = offered;
  const tried: Offered = {
    name: offered.name,
    command: { ...command, ...when(command.when) },
    target: target.else === undefined ? { ...target, ...when(target.when) } : target,
  };
  const work = workOf(asked, body);
  try {
    takeOffered(work, procedure, p, tried, who);
    refuseApart(work);
    return undefined;
  } catch (error) {
    const refused = rejectionOf(error);
    if (!refused) throw error;
    return refused;
  }
};

/** Whether another thing said would have mended a refusal: what the command asks for, or what it opens. */
const isSayable = ({ context, offered }: Asked, { code, details: [id = ''] }: Rejection): boolean =>
  SAYABLE.has(code) ||
  (offered.command.opens ?? []).some((opens) => {
    const opened = context.law.newestProcedure(opens.procedure);
    const opening = opened?.commands[opens.command];
    return opened !== undefined && opening !== undefined && isSaid(opened, opening, id);
  });

const asksAboutWhom = (refused: Rejection | undefined): boolean =>
  refused?.code === 'FIELD_REQUIRED' && refused.details.includes('subjects');

type Way = {
  /** Conditions that hold or not by what the command says, or by which officer sends it. */
  readonly conditions: readonly string[];
  /** It must name whom it is about, for nothing else says it. */
  readonly isAboutSomebody: boolean;
};

/** How it may be taken with these conditions left aside; `undefined` where it is refused whatever it says. */
const wayWithout = (asked: Asked, conditions: readonly string[]): Way | undefined => {
  const plain = refusalOf(asked, conditions, {});
  const refusals = prolongations(asked)?.map((body) => refusalOf(asked, conditions, body)) ?? [plain];
  return refusals.some((refused) => refused === undefined || isSayable(asked, refused))
    ? { conditions, isAboutSomebody: asksAboutWhom(plain) }
    : undefined;
};

const wayOf = (asked: Asked): Way | undefined => {
  const { procedure, offered } = asked;
  const { command, target } = offered;
  const all = [...(command.when ?? []), ...(target.else === undefined ? (target.when ?? []) : [])];
  const said = all.filter((id) => isSaid(procedure, command, id));
  const personal = all.filter((id) => asksAnother(procedure.conditions[id]));
  return (
    wayWithout(asked, said) ?? (personal.length > 0 ? wayWithout(asked, [...said, ...personal]) : undefined)
  );
};

/** Whether the department takes part in a case at all, by an officer who may do more than read. */
export const mayActIn = (
  state: CaseState,
  context: Context,
  { department, ranks }: ActingOfficer,
): boolean => {
  if (state.voided || isRestricted(state, department) || ranks.every((rank) => rank === 'auditor'))
    return false;
  return (
    state.parties.includes(department) ||
    Object.values(state.proceedings).some((p) =>
      Object.values(succeededRoles({ context }, p, context.at))
        .flat()
        .includes(department),
    )
  );
};

/**
 * Commands the officer may submit in the present state of each proceeding, those for which another rank is needed among them.
 * @param state the whole case, as decide takes it
 * @param shown proceedings that the department may see
 */
export const possibleCommands = (
  state: CaseState,
  context: Context,
  who: ActingOfficer,
  shown: readonly ProceedingId[] = Object.keys(state.proceedings),
): PossibleCommand[] => {
  const { department, ranks } = who;
  if (!mayActIn(state, context, who)) return [];
  return shown.flatMap((id) => {
    const p = state.proceedings[id];
    if (p?.waived || p?.moved || (state.closed && p && isOver(context.law, p))) return [];
    if (!p || !context.law.procedure(p.procedure, p.version)) return [];
    const procedure = procedureOf(context.law, p);
    const cast = withVacantRoles({ context, state }, p, context.at);
    return allOffered(procedure, p.state).flatMap((offered): PossibleCommand[] => {
      const { name, command, target } = offered;
      const asked: Asked = { state, context, procedure, p, offered, who };
      const way = holdsRole(cast, command, department) ? wayOf(asked) : undefined;
      if (way === undefined) return [];
      const brought = [command, ...broughtAlong(workOf(asked, {}), procedure, p, offered, who)];
      const possible = {
        proceeding: p.proceeding,
        procedure: p.procedure,
        version: p.version,
        command: name,
        title: target.title ?? command.title,
        papers: [...new Set(brought.flatMap(({ papers = [] }) => papers))],
        needs: [
          ...(command.needs ?? []),
          ...(command.approvedBy ? ['approver'] : []),
          ...(context.clock === 'real' ? (command.onRecord ?? []) : []).filter((name) => name !== 'subjects'),
          ...(way.isAboutSomebody ? ['subjects'] : []),
          ...(command.handsTo && !p.roles[command.handsTo] ? ['to'] : []),
        ],
        takes: command.takes ?? [],
        reason: command.reason === 'required',
        officers: Math.max(...brought.map(({ officers = 0 }) => officers)),
        conditions: way.conditions,
        missingRank: command.rank && !ranks.includes(command.rank) ? command.rank : null,
      };
      return [possible];
    });
  });
};
