// Which departments the acts of one file need beside those that act: who opens, who takes the steps between, to whom it is handed.
// By the procedures' own tables, so that a rehearsal registers nobody in vain. Pure.
import type { Law } from '../../law/law.ts';
import type { DepartmentId, Region } from '../../schemas/ids.ts';
import type { Procedure, Role } from '../../schemas/procedure.ts';
import type { Act, PlannedFact } from './planned-fact.ts';
import { type PathStep, pathTo } from './step-path.ts';
import { wayIn } from './way-in.ts';

type Use = {
  readonly procedure: Procedure;
  readonly command: string;
  readonly actor: DepartmentId;
  readonly others: readonly DepartmentId[];
};

const actsIn = (does: PlannedFact['does']): readonly Act[] => {
  if (does.kind === 'receipt') return does.begins ? [does.begins] : [];
  if (does.kind !== 'act') return [];
  return does.and ? [does, does.and] : [does];
};

const usesIn = (facts: readonly PlannedFact[], law: Law): Use[] =>
  facts.flatMap(({ actor, does }) => {
    if (actor === 'publisher') return [];
    return actsIn(does).flatMap((act) =>
      act.ways.flatMap(({ procedure: name, command }) => {
        const procedure = law.newestProcedure(name);
        return procedure ? [{ procedure, command, actor, others: act.to }] : [];
      }),
    );
  });

/** States a command may lead to. */
const statesAfter = ({ opensOn, states }: Procedure, command: string): string[] => [
  ...(opensOn[command] === undefined ? [] : [opensOn[command]]),
  ...Object.entries(states).flatMap(([state, { on }]) =>
    on?.[command] === undefined ? [] : [on[command].to ?? state],
  ),
];

type Roles = Readonly<Record<Role, readonly DepartmentId[]>>;

const receiving = ({ commands }: Procedure, roles: Roles, names: readonly string[]): DepartmentId[] =>
  names.flatMap((name) => {
    const handsTo = commands[name]?.handsTo;
    return handsTo === undefined ? [] : (roles[handsTo] ?? []);
  });

const onPath = ({ procedure, command }: Use, roles: Roles, path: readonly PathStep[]): DepartmentId[] => [
  ...path.map(({ by }) => by),
  ...receiving(procedure, roles, [...path.map(({ offered }) => offered.name), command]),
];

/** Those one use needs, opened for it or going on from what an earlier use left. */
const neededBy = (use: Use, before: readonly Use[], home: Region, law: Law): DepartmentId[] => {
  const { procedure, command, actor, others } = use;
  const way = wayIn(procedure, { command, actor, others, home, law });
  const first = before[0] ?? use;
  const roles =
    wayIn(procedure, { command: first.command, actor: first.actor, others: first.others, home, law })
      ?.roles ?? {};
  const goingOn = before.flatMap((earlier) =>
    statesAfter(procedure, earlier.command).flatMap((state) =>
      onPath(use, roles, pathTo(procedure, { state, roles }, command, actor) ?? []),
    ),
  );
  return [...(way ? [way.by, ...way.to, ...onPath(use, way.roles, way.path)] : []), ...goingOn];
};

/** @param facts of one file, in order */
export const departmentsOfActs = (
  facts: readonly PlannedFact[],
  law: Law,
  home: Region,
): readonly DepartmentId[] => {
  const uses = usesIn(facts, law);
  return [
    ...new Set(
      uses.flatMap((use, at) =>
        neededBy(
          use,
          uses.slice(0, at).filter(({ procedure }) => procedure === use.procedure),
          home,
          law,
        ),
      ),
    ),
  ];
};
