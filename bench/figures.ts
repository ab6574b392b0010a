// What the benchmark measures, in the shape it is printed in, and how a percentile is taken.

/** One in-flight number. Rates are hand-offs a second, where one hand-off is two signed commands or two bare appends. */
export type HandOffFigures = {
  readonly inFlight: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly floorPerSecond: number;
  readonly ratio: number;
  /** Processor time of one hand-off over all processes of the platform, with what follows it; `null` where it cannot be told. */
  readonly processorMs: number | null;
};

/** Times are of `recordedAt`, after the instant all moments were planned for. */
export type StormFigures = {
  readonly count: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly early: number;
  readonly twice: number;
};

export type RelayFigures = { readonly inboxP99Ms: number; readonly temporalP99Ms: number };

export type Figures = {
  readonly handOffs: readonly HandOffFigures[];
  readonly storm: StormFigures;
  readonly relay: RelayFigures;
};

/** Nearest rank: the smallest value that so many per cent of the values do not exceed. `NaN` of nothing. */
export const percentile = (values: readonly number[], percent: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)] ??
  Number.NaN;

export const rounded = (value: number, decimals = 0): number => Number(value.toFixed(decimals));
