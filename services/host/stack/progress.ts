// Says at the start how long a slow step usually takes, then that it is still going: silence looks like a hang, and a page of
// lines hides what matters. On a terminal one line is rewritten; elsewhere there is a line now and then.
import stringWidth from 'string-width';

/** Receives a line to show to a person, without a line end. */
export type OnProgress = {
  (line: string): void;
  /** Shows a line in place of the last one shown so; `''` takes it away. Only a terminal can. */
  readonly instead?: (line: string) => void;
};

type Screen = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
};

/** Back to the beginning of the line, and away with it. */
const ERASED = '\r\u001b[K';

/** What fits on one line: a wrapped one could not be rewritten. */
const cutTo = (width: number, text: string): string => {
  let cut = '';
  for (const letter of text) {
    if (stringWidth(cut + letter) >= width) return cut;
    cut += letter;
  }
  return cut;
};

export const progressOn = (screen: Screen): OnProgress => {
  if (!screen.isTTY) return (line) => void screen.write(`${line}\n`);
  return Object.assign((line: string) => void screen.write(`${ERASED}${line}\n`), {
    instead: (line: string) => void screen.write(`${ERASED}${cutTo(screen.columns ?? 80, line)}`),
  });
};

/** The default: standard error, so that standard output stays clean for pipes. */
export const toStderr: OnProgress = progressOn(process.stderr);

const EVERY_MS = { onTerminal: 1_000, elsewhere: 30_000 };

/** Calls back again and again until it is told to stop. */
export type Ticker = (tick: () => void, everyMs: number) => () => void;
const timer: Ticker = (tick, everyMs) => {
  const running = setInterval(tick, everyMs);
  return () => clearInterval(running);
};

/** Runs `step`, saying what it is at once, that it still goes on, and how long it took. */
export const withProgress = async <T>(
  onProgress: OnProgress,
  what: { zh: string; en: string; usually: { zh: string; en: string } },
  step: () => Promise<T>,
  ticker: Ticker = timer,
): Promise<T> => {
  const { instead } = onProgress;
  const startedAt = performance.now();
  const seconds = (): number => Math.round((performance.now() - startedAt) / 1_000);
  const first = `${what.zh}，通常需要${what.usually.zh}…… / ${what.en}, usually takes ${what.usually.en} …`;
  const goingOn = (): string =>
    `${what.zh}，已用 ${seconds()} 秒，通常需要${what.usually.zh} / ${what.en}: ${seconds()} s so far`;
  (instead ?? onProgress)(first);
  const stop = ticker(
    () => (instead ?? onProgress)(goingOn()),
    instead ? EVERY_MS.onTerminal : EVERY_MS.elsewhere,
  );
  try {
    const result = await step();
    onProgress(`${what.zh}，用时 ${seconds()} 秒 / ${what.en}: took ${seconds()} s`);
    return result;
  } catch (error) {
    instead?.('');
    throw error;
  } finally {
    stop();
  }
};
