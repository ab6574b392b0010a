// How activities are called: infrastructure errors are retried without limit, so there is no maximum here.

/** For work on many cases: it tells that it is alive, so a killed worker is noticed within the heartbeat time. */
export const inBatches = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
} as const;

/** For a single question or push. */
export const single = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const;
