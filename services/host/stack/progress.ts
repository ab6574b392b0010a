// Says at the start how long a slow step usually takes, then that it is still going: silence looks like a hang.

/** Receives one line to show to a person, without a line end. */
export type OnProgress = (line: string) => void;

/** The default: standard error, so that standard output stays clean for pipes. */
export const toStderr: OnProgress = (line) => {
  process.stderr.write(`${line}\n`);
};

const everySeconds = 5;

/** Runs `step`, telling its name at once and the elapsed seconds every five seconds. */
export async function withProgress<T>(
  onProgress: OnProgress,
  what: { zh: string; en: string; usually: { zh: string; en: string } },
  step: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  onProgress(`${what.zh}，通常需要${what.usually.zh}…… / ${what.en}, usually takes ${what.usually.en} …`);
  const ticker = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    onProgress(`${what.zh}：已用 ${seconds} 秒 / ${what.en}: ${seconds} s so far`);
  }, everySeconds * 1000);
  try {
    return await step();
  } finally {
    clearInterval(ticker);
  }
}
