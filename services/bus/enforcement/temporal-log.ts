// Temporal's own log lines and those of workflows go through the platform's logger. Once a process: its runtime is one.
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Log } from '../../log.ts';

let installed = false;

/** Before the first connection of a worker; later calls change nothing. */
export const installTemporalLog = (log: Log): void => {
  if (installed) return;
  installed = true;
  const child = log.child({ part: 'temporal' });
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      const { workflowId, activityType, workflowType, error, ...rest } = meta ?? {};
      const fields = { workflowId, workflowType, activityType, err: error, held: rest['held'] };
      child[level === 'ERROR' ? 'error' : 'warn'](fields, message);
    }),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) },
    },
  });
};
