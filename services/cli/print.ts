// What goes to stdout: text for people, or JSON and nothing else with `--json`.

export type JsonOption = { readonly json?: boolean };

/** Prints one answer; the text is only made where it is shown. */
export const print = (options: JsonOption, value: unknown, text: () => string): void => {
  process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : ensureEnd(text()));
};

/** One line of a sequence that may never end: a JSON object a line, or text. */
export const printLine = (options: JsonOption, value: unknown, text: () => string): void => {
  process.stdout.write(options.json ? `${JSON.stringify(value)}\n` : ensureEnd(text()));
};

const ensureEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
