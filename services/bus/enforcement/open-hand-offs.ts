// Open hand-overs of a case, as workflows know them. Pure.
import type { CaseState, HandOff } from '../../../case/state.ts';
import type { HandOffInput } from '../../../workflows/messages.ts';

const inputOf = (state: CaseState, handOff: HandOff): HandOffInput => ({
  case: state.id,
  proceeding: handOff.proceeding,
  hop: handOff.hop,
  from: handOff.from,
  to: handOff.to,
  since: handOff.startedAt,
});

/** Hand-overs neither signed for nor returned. */
export const openHandOffsOf = (state: CaseState): HandOffInput[] =>
  Object.values(state.handOffs)
    .filter(({ outcome }) => outcome === undefined)
    .map((handOff) => inputOf(state, handOff));

/** The open one of a proceeding, or `null`; there is at most one. */
export const openHandOffIn = (state: CaseState, proceeding: string): HandOffInput | null =>
  openHandOffsOf(state).find((handOff) => handOff.proceeding === proceeding) ?? null;
