// By what a clock was decided, and why not where it was not: the two steps that began and ended it, as exactly as they are known.
import type { Clock } from '../../case/state.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { type RecordedCase, standingOf } from './collect.ts';
import type { ClocksDecided, WhyUndetermined } from './rehearsal-output.ts';

const STARTS: Readonly<Record<NonNullable<Clock['undetermined']>, keyof WhyUndetermined>> = {
  filled: 'startFilled',
  undated: 'startUndated',
  'coarser-than-unit': 'startCoarse',
  'receipt-unknown': 'receiptUnknown',
  'source-unverified': 'sourceUnverified',
};

export const WHY_TITLES: Readonly<Record<keyof WhyUndetermined, Bilingual>> = {
  startFilled: { zh: '起点为补记', en: 'start filled in' },
  startUndated: { zh: '起点无日期', en: 'start undated' },
  startCoarse: { zh: '起点不够精确', en: 'start coarse' },
  receiptUnknown: { zh: '收到日期未公开', en: 'receipt unknown' },
  sourceUnverified: { zh: '期限来源待核', en: 'source unverified' },
  endFilled: { zh: '止点为补记', en: 'end filled in' },
  endUndated: { zh: '止点无日期', en: 'end undated' },
  endCoarse: { zh: '止点不够精确', en: 'end coarse' },
  reachedNobody: { zh: '办结无人收到', en: 'reached nobody' },
};

const endOf = ({ entries }: RecordedCase, { stoppedIn }: Clock): keyof WhyUndetermined | undefined => {
  const ending = entries.find(({ sequence }) => sequence === stoppedIn)?.command as CaseCommand | undefined;
  if (ending === undefined) return undefined;
  if (ending.body.filled === true) return 'endFilled';
  if (ending.precision === 'undated') return 'endUndated';
  return ending.precision === 'month' || ending.precision === 'year' ? 'endCoarse' : undefined;
};

/** What of a clock was not published to the day, its start before its end; else that what ended it reached nobody. */
export const whyUndetermined = (recorded: RecordedCase, clock: Clock): keyof WhyUndetermined =>
  clock.undetermined === undefined ? (endOf(recorded, clock) ?? 'reachedNobody') : STARTS[clock.undetermined];

/** Whether it was kept whatever the day was of an end that has none. */
export const isByBounds = (recorded: RecordedCase, clock: Clock): boolean =>
  clock.undetermined !== undefined || endOf(recorded, clock) !== undefined;

const clocksOf = (cases: readonly RecordedCase[]) =>
  cases.flatMap((recorded) => Object.values(recorded.state.clocks).map((clock) => ({ recorded, clock })));

/** How many are undetermined, by why. */
export const countUndetermined = (cases: readonly RecordedCase[]): WhyUndetermined => {
  const why = clocksOf(cases)
    .filter(({ clock }) => standingOf(clock) === 'undetermined')
    .map(({ recorded, clock }) => whyUndetermined(recorded, clock));
  const count = (one: keyof WhyUndetermined): number => why.filter((other) => other === one).length;
  return {
    startFilled: count('startFilled'),
    startUndated: count('startUndated'),
    startCoarse: count('startCoarse'),
    receiptUnknown: count('receiptUnknown'),
    sourceUnverified: count('sourceUnverified'),
    endFilled: count('endFilled'),
    endUndated: count('endUndated'),
    endCoarse: count('endCoarse'),
    reachedNobody: count('reachedNobody'),
  };
};

/**
 * Each clock that is met or late.
 * @param nameOf what the file is called that a case was played from
 */
export const decidedClocks = (
  cases: readonly RecordedCase[],
  nameOf: (recorded: RecordedCase) => string,
): ClocksDecided =>
  clocksOf(cases).flatMap(({ recorded, clock }) => {
    const outcome = standingOf(clock);
    if (outcome !== 'met' && outcome !== 'breached') return [];
    const by = isByBounds(recorded, clock) ? 'bounds' : 'dates';
    return [{ case: nameOf(recorded), limit: clock.limit, kind: clock.limitKind, outcome, by }];
  });
