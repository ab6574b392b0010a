// What a rehearsal led to, read from the ledger afterwards: every case as it stands, its entries, and the clocks counted.
import type { CaseState, Clock } from '../../case/state.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { CaseId } from '../../schemas/ids.ts';
import type { ClockCounts } from './rehearsal-output.ts';

/** One case of the ledger: its entries in order, and the case after the last. */
export type RecordedCase = {
  readonly id: CaseId;
  readonly state: CaseState;
  readonly entries: readonly Entry[];
};

/** How a clock stands, as a rehearsal may say it. */
export type ClockStanding = 'met' | 'breached' | 'undetermined' | 'lapsed' | 'moot' | 'open';

/**
 * Rule 4: only what was published to the day decides, or what two such days bound: then it was kept whatever the day between, and nothing
 * is ever late by that. A clock that has not been stopped is open however late it is, for that nothing was published proves nothing;
 * one that was filled in, undated or too coarse is else neither met nor breached, nor is one of which nobody has confirmed what was
 * said of it.
 */
export const standingOf = ({ status, outcome, undetermined }: Clock): ClockStanding => {
  if (status === 'stopped' && outcome === 'met') return 'met';
  if (undetermined !== undefined) return 'undetermined';
  if (status !== 'stopped') return 'open';
  return outcome === undefined || outcome === 'claimed-in-time' ? 'undetermined' : outcome;
};

/** Each clock in `started` and in one count beside it. */
export const countClocks = (cases: readonly RecordedCase[]): ClockCounts => {
  const clocks = cases.flatMap(({ state }) => Object.values(state.clocks));
  const count = (standing: ClockStanding): number =>
    clocks.filter((clock) => standingOf(clock) === standing).length;
  return {
    started: clocks.length,
    met: count('met'),
    breached: count('breached'),
    undetermined: count('undetermined'),
    open: count('open'),
    lapsed: count('lapsed'),
    moot: count('moot'),
  };
};
