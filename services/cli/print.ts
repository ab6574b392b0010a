// Everything that `xianjie` says goes through here: what comes from data is made visible, and a terminal is given lines that
// fit it. With `--json` stdout holds JSON and nothing else.
import { type OnProgress, progressOn } from '../host/stack/progress.ts';
import { visible, visibleJson, visibleLine } from '../words/visible.ts';
import { commandLines, typeable } from './hint.ts';
import { folded } from './text/wrap-text.ts';

export type JsonOption = { readonly json?: boolean };

/** The part of a stream that is written to. */
type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };

const ensureEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** A pipe gets lines as they are; on a terminal none runs on into the next where it would cut a number in two. */
export const write = (screen: Screen, text: string): void => {
  const shown = visible(text);
  screen.write(screen.isTTY && screen.columns ? folded(shown, screen.columns) : shown);
};

/** Text for people, on stdout. */
export const show = (text: string): void => write(process.stdout, ensureEnd(text));

/** A line with the command to type next at its end; on a terminal on lines of its own, which a shell reads as one. */
export const writeLine = (screen: Screen, line: string, next?: string): void => {
  const said = visibleLine(line.trimEnd());
  if (next === undefined) write(screen, `${said}\n`);
  else if (screen.isTTY)
    write(screen, [`${said}:`, ...commandLines('  ', next, screen.columns), ''].join('\n'));
  else write(screen, `${said}: ${next}\n`);
};

/** One line for people beside the output, on stderr. */
export const tell = (line: string, next?: string): void => writeLine(process.stderr, line, next);

const shown = (line: string): string => visibleLine(typeable(line));
const screen = progressOn(process.stderr);

/** What a long start is about, line by line on stderr; on a terminal in one place. */
export const progress: OnProgress = Object.assign((line: string) => screen(shown(line)), {
  ...(screen.instead ? { instead: (line: string) => screen.instead?.(shown(line)) } : {}),
});

const json = (value: unknown, indent?: number): void =>
  void process.stdout.write(`${visibleJson(JSON.stringify(value, null, indent))}\n`);

/** Prints one answer; the text is only made where it is shown. */
export const print = (options: JsonOption, value: unknown, text: () => string): void => {
  if (options.json) json(value, 2);
  else show(text());
};

/** One line of a sequence that may never end: a JSON object a line, or text. */
export const printLine = (options: JsonOption, value: unknown, text: () => string): void => {
  if (options.json) json(value);
  else show(text());
};

/** Content as it is, for a file or a pipe; on a terminal, what of it can be seen. */
export const pour = (bytes: Uint8Array): void => {
  if (process.stdout.isTTY) show(Buffer.from(bytes).toString('utf8'));
  else process.stdout.write(bytes);
};
