// Moments → commands: one for each case and instant, under an id that is the same whenever the same moments are asked.
// One instant a command, so that an early moment can never hide behind a recorded one. Pure.
import { createHash } from 'node:crypto';
import type { CaseId, CommandId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';

/** A moment of a clock, to be reached at an instant. `clock` is its key in the case, e.g. `p1/fwd-filing-review/1`. */
export type ArmedMoment = {
  readonly case: CaseId;
  readonly clock: string;
  readonly moment: string;
  readonly at: Instant;
};

/** What the registrar is asked for in one command `reach-moment`; `at` is the planned instant of all its moments. */
export type MomentsOfCase = {
  readonly case: CaseId;
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly moments: readonly { readonly clock: string; readonly moment: string }[];
};

/** The schema's bound on the moments of one command. */
const IN_ONE_COMMAND = 200;

const commandIdOf = (caseId: CaseId, at: Instant, moments: MomentsOfCase['moments']): CommandId => {
  const named = moments.map(({ clock, moment }) => `${clock} ${moment}`).join('\n');
  return `moment-${createHash('sha256').update(`${caseId}\n${at}\n${named}`).digest('base64url')}`;
};

/** Earliest first. */
export const momentsByCase = (armed: readonly ArmedMoment[]): MomentsOfCase[] => {
  const groups = new Map<string, { case: CaseId; at: Instant; names: Set<string> }>();
  for (const { case: caseId, at, clock, moment } of armed) {
    const key = `${at} ${caseId}`;
    const group = groups.get(key) ?? { case: caseId, at, names: new Set() };
    group.names.add(`${clock} ${moment}`);
    groups.set(key, group);
  }
  const commands: MomentsOfCase[] = [];
  for (const [, { case: caseId, at, names }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const moments = [...names].sort().map((name) => {
      const [clock = '', moment = ''] = name.split(' ');
      return { clock, moment };
    });
    for (let i = 0; i < moments.length; i += IN_ONE_COMMAND) {
      const some = moments.slice(i, i + IN_ONE_COMMAND);
      commands.push({ case: caseId, at, moments: some, commandId: commandIdOf(caseId, at, some) });
    }
  }
  return commands;
};

const apart = ({ case: caseId, at }: MomentsOfCase, moments: MomentsOfCase['moments']): MomentsOfCase => ({
  case: caseId,
  at,
  moments,
  commandId: commandIdOf(caseId, at, moments),
});

/** The same moments apart by proceeding (a clock's key begins with it): not all of a case may be recorded together. */
export const momentsByProceeding = (asked: MomentsOfCase): MomentsOfCase[] =>
  [...Map.groupBy(asked.moments, ({ clock }) => clock.split('/')[0]).values()].map((some) =>
    apart(asked, some),
  );

/** The same moments in two commands: where together they could not be decided, one of them may be the reason. */
export const momentsInHalves = (asked: MomentsOfCase): MomentsOfCase[] => {
  const middle = Math.ceil(asked.moments.length / 2);
  return [asked.moments.slice(0, middle), asked.moments.slice(middle)].map((some) => apart(asked, some));
};
