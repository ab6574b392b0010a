// The one logger: JSON, pretty on a terminal. Ids and sizes only; a payload has no way in, because callers pass fields by name.
import pino, { type Logger } from 'pino';

export type Log = Logger;

const toStderr = (pretty: boolean) => {
  const stream = pretty
    ? pino.transport({
        target: 'pino-pretty',
        options: { destination: 2, ignore: 'pid,hostname', colorize: true },
      })
    : pino.destination({ dest: 2, sync: true });
  // A log that cannot be written, on a full disk or a closed pipe, must not end what it tells of.
  return stream.on('error', () => undefined);
};

/** `level` from the configuration; `silent` in tests. Logs go to stderr, so that stdout stays the command's own. */
export const createLog = ({ level, pretty }: { level: string; pretty: boolean }): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, toStderr(pretty));

/** Where an unexpected error arose: frames only, because its message may quote what was sent. */
export const placeOf = (error: unknown): string[] =>
  (error instanceof Error ? (error.stack ?? '') : '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
    .map((line) => line.trim());

/** The kind of an error, for logs and states: its code, or its name. Never its message, which may quote what was sent. */
export const codeOf = (error: unknown): string => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const kind = typeof code === 'string' || typeof code === 'number' ? `${code}` : `${name ?? 'unknown'}`;
  return /^[\w.-]{1,60}$/.test(kind) ? kind : 'unknown';
};
