// The rules a verification re-runs: what this version of the product decides, and by which law.
// An entry of another decider is checked in every other way, and counted as not decided again.
import { DECIDER, type Decision, decide } from '../../../case/decide.ts';
import type { Context } from '../../../case/decision-under-way.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';

export type Rules = {
  /** Decider number → decider. */
  readonly deciders: Readonly<
    Record<number, (state: CaseState | null, command: CaseCommand, context: Context) => Decision>
  >;
  readonly applyEntry: (state: CaseState | null, entry: Entry) => CaseState;
  readonly law: Context['law'];
};

export const currentRules: Rules = {
  deciders: { [DECIDER]: decide },
  applyEntry,
  law,
};
