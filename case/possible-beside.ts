// What an officer may set off in a case beside what is under way: proceedings it may open, and commands on the case as a whole. Each is
// tried as decide would take it, as `possibleCommands` tries those of running proceedings.
import { CASE_COMMANDS } from '../law/case-commands.ts';
import type { Law } from '../law/law.ts';
import type { CaseCommand, OpenBody } from '../schemas/command.ts';
import type { Body, Rank } from '../schemas/ids.ts';
import { dateOf } from '../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../schemas/procedure.ts';
import { decide, refuseApart } from './decide.ts';
import { type Context, rejectionOf, type UnderWay } from './decision-under-way.ts';
import { isSaid, mayActIn, type PossibleCommand, SAYABLE } from './possible.ts';
import { isOfKind } from './register/former-body.ts';
import { officerKey, type Register } from './register/register.ts';
import { type CaseState, joinedInto } from './state.ts';
import { isOfTheBus } from './steps/offered.ts';
import { openWith } from './steps/perform.ts';
import type { ActingOfficer } from './steps/take-step.ts';

/** A command that opens a proceeding in the case. */
export type PossibleOpening = Omit<PossibleCommand, 'proceeding'>;

/** A command on the case as a whole. */
export type PossibleOnCase = {
  readonly command: string;
  readonly needs: readonly string[];
  /** Paths of the values that it must commit to. */
  readonly values: readonly string[];
  readonly missingRank: Rank | null;
};

type Asked = { readonly state: CaseState; readonly context: Context; readonly who: ActingOfficer };

const SOME_DIGEST = 'x'.repeat(43);

const commandOf = (
  { context, who: { department, officer } }: Asked,
  command: string,
  more: Partial<CaseCommand> = {},
): CaseCommand => ({
  format: 'xianjie.command.v1',
  commandId: 'possible',
  actor: { department, officer },
  case: context.caseId,
  command,
  occurredAt: context.at,
  precision: 'instant',
  body: {},
  commitments: {},
  ...more,
});

/** Whom an opening may be about: whoever follows without being named; all that the case names; somebody named anew. */
const aboutWhom = ({ state }: Asked): readonly CaseState['subjects'][] => {
  const another = `s${Object.keys(state.subjects).length + 1}-anew`;
  return [{}, state.subjects, { [another]: { kind: 'person' } }];
};

/** Whether an opening may go on about somebody, its conditions aside that turn on what it says. */
const mayOpen = (
  asked: Asked,
  procedure: Procedure,
  name: string,
  command: ProcedureCommand,
  about: CaseState['subjects'],
): boolean => {
  const { state, context, who } = asked;
  const when = (command.when ?? []).filter((id) => !isSaid(procedure, command, id));
  const commands = { ...procedure.commands, [name]: { ...command, when } };
  const named = Object.keys(about);
  const work: UnderWay = {
    command: commandOf(asked, name, named.length > 0 ? { body: { subjects: named } } : {}),
    context,
    events: [],
    state: { ...state, subjects: { ...state.subjects, ...about } },
  };
  try {
    openWith(work, { ...procedure, commands }, name, who, {}, {});
    refuseApart(work);
    return true;
  } catch (error) {
    const refused = rejectionOf(error);
    if (!refused) throw error;
    return SAYABLE.has(refused.code) && !refused.details.includes('subjects');
  }
};

const couldBe = (law: Law, { department }: ActingOfficer, bodies: readonly Body[] | undefined): boolean =>
  bodies === undefined || isOfKind(law, department, bodies);

/** What the department may open in the case, of the procedures in force at the instant. */
export const possibleOpenings = (
  state: CaseState,
  context: Context,
  who: ActingOfficer,
): readonly PossibleOpening[] => {
  if (!mayActIn(state, context, who) || state.closed) return [];
  const { law, at } = context;
  const inForce = law.newest.flatMap((p) => law.procedureOn(p.procedure, dateOf(at)) ?? []);
  return inForce.flatMap((procedure) =>
    Object.keys(procedure.opensOn).flatMap((name): PossibleOpening[] => {
      const command = procedure.commands[name];
      if (
        !command ||
        isOfTheBus(command) ||
        !command.by.some((role) => couldBe(law, who, procedure.roles[role]?.bodies))
      )
        return [];
      const asked: Asked = { state, context, who };
      const way = aboutWhom(asked).findIndex((subjects) =>
        mayOpen(asked, procedure, name, command, subjects),
      );
      if (way === -1) return [];
      return [
        {
          procedure: procedure.procedure,
          version: procedure.version,
          command: name,
          title: command.title,
          papers: command.papers ?? [],
          needs: [...(command.needs ?? []), ...(way > 0 ? ['subjects'] : [])],
          takes: command.takes ?? [],
          reason: command.reason === 'required',
          officers: command.officers ?? 0,
          conditions: (command.when ?? []).filter((id) => isSaid(procedure, command, id)),
          missingRank: command.rank && !who.ranks.includes(command.rank) ? command.rank : null,
        },
      ];
    }),
  );
};

/** The register in which the officer is a head as well, since appointed. */
const asHead = (register: Register, { department, officer }: ActingOfficer): Register => {
  const key = officerKey(department, officer);
  const appointments = (register.officers[key] ?? []).map((one) => ({
    ...one,
    ranks: [...new Set<Rank>([...one.ranks, 'head'])],
  }));
  return { ...register, officers: { ...register.officers, [key]: appointments } };
};

const anotherThan = (id: string): string => `${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`;

type Rule = (typeof CASE_COMMANDS)[string];

type Said = Partial<CaseCommand>;

/** What a command on the case could say and name: each proceeding, department or subject of it, or another case. */
const namings = (state: CaseState, { needs, values, names }: Rule): Said[] => {
  const other = joinedInto(state)?.case ?? anotherThan(state.id);
  const said: OpenBody = {
    ...(needs.includes('fact') ? { fact: 'stated' } : {}),
    ...(needs.includes('into') ? { into: other } : {}),
    ...(needs.includes('links') ? { links: [{ case: other, relation: 'related' }] } : {}),
  };
  const naming = (more: Said = {}, paths: readonly string[] = []): Said => ({
    body: said,
    commitments: Object.fromEntries([...values, ...paths].map((path) => [path, SOME_DIGEST])),
    ...more,
  });
  if (needs.includes('to')) return state.parties.map((to) => naming({ body: { ...said, to: [to] } }));
  if (needs.includes('subjects'))
    return Object.keys(state.subjects).map((subject) =>
      naming({ body: { ...said, subjects: [subject] } }, [`/subjects/${subject}`]),
    );
  if (names === undefined) return [naming()];
  return Object.keys(state.proceedings).map((proceeding) =>
    naming(names === 'proceeding' ? { proceeding } : { body: { ...said, proceedings: [proceeding] } }),
  );
};

/** Which rank is missing to send it in one of these ways: none, or a head's; `undefined` where it is refused in each. */
const rankMissing = (
  asked: Asked,
  command: string,
  ways: readonly Said[],
): PossibleOnCase['missingRank'] | undefined => {
  const answerIn = (context: Context, said: Said): string => {
    const decision = decide(asked.state, commandOf(asked, command, said), context);
    // A colleague may confirm what this officer asked for.
    return decision.ok || decision.code === 'SAME_OFFICER' ? 'ok' : decision.code;
  };
  const forHeads: Said[] = [];
  for (const said of ways) {
    const answer = answerIn(asked.context, said);
    if (answer === 'ok') return null;
    if (answer === 'RANK_TOO_LOW') forHeads.push(said);
  }
  const headed = { ...asked.context, register: asHead(asked.context.register, asked.who) };
  return forHeads.some((said) => answerIn(headed, said) === 'ok') ? 'head' : undefined;
};

/** What it may send on the case as a whole: those that name a limit or an entry go with that one, and are not among them. */
export const possibleOnCase = (
  state: CaseState,
  context: Context,
  who: ActingOfficer,
): readonly PossibleOnCase[] => {
  const asked: Asked = { state, context: { ...context, splitInto: anotherThan(state.id) }, who };
  return Object.entries(CASE_COMMANDS).flatMap(([command, rule]): PossibleOnCase[] => {
    if (rule.needs.some((need) => ['clock', 'corrects', 'steps'].includes(need))) return [];
    const missingRank = rankMissing(asked, command, namings(state, rule));
    return missingRank === undefined
      ? []
      : [{ command, needs: rule.needs, values: rule.values, missingRank }];
  });
};
