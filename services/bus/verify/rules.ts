// The rules a verification re-runs: every decider this version has. One that was released stays here for ever, for the entries it
// decided are decided again by it.
import { DECIDER, decide } from '../../../case/decide.ts';
import { applyEntry } from '../../../case/evolve.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';

export type Decider = {
  readonly decide: typeof decide;
  readonly decideRegister: typeof decideRegister;
};

export type Rules = {
  /** Decider number → decider. */
  readonly deciders: Readonly<Record<number, Decider>>;
  readonly applyEntry: typeof applyEntry;
};

export const currentRules: Rules = { deciders: { [DECIDER]: { decide, decideRegister } }, applyEntry };
