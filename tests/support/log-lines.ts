// A log that a test reads: every line of every level, as it would be written, and a promise for one that is awaited.
import pino from 'pino';
import type { Log } from '../../services/log.ts';

export type LogLines = {
  readonly log: Log;
  readonly lines: readonly string[];
  /** Settles when a line, past or coming, fits. */
  seen(fits: (line: Record<string, unknown>) => boolean, from?: number): Promise<void>;
};

export const logLines = (level = 'trace'): LogLines => {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const log = pino(
    { level, base: null },
    {
      write: (line: string) => {
        lines.push(line);
        for (const look of waiting) look();
      },
    },
  );
  return {
    log,
    lines,
    seen: (fits, from = 0) =>
      new Promise((resolve) => {
        let next = from;
        const look = () => {
          while (next < lines.length) {
            const line = JSON.parse(lines[next] as string) as Record<string, unknown>;
            next += 1;
            if (!fits(line)) continue;
            waiting.delete(look);
            resolve();
            return;
          }
        };
        waiting.add(look);
        look();
      }),
  };
};
