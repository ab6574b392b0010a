// A command to type next, written so that it can be typed as it stands: the way this process was started, on the platform and for the
// officer that were named to it. Never `npx xianjie` outside this project: elsewhere npx asks a public registry for it.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { Body, CaseId } from '../../schemas/ids.ts';
import { environment } from '../environment.ts';
import { EXAMPLES } from './examples.ts';
import { DEEPER, screenWidth } from './text/wrap-text.ts';

/** What a process knows of how it was started. */
export type Started = {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The running Node. */
  readonly node: string;
};

const BIN = fileURLToPath(new URL('./xianjie.js', import.meta.url));
const PROJECT = resolve(dirname(BIN), '..', '..');

const here: Started = {
  argv: process.argv.slice(2),
  environment: environment(),
  cwd: process.cwd(),
  node: process.execPath,
};

/** As a shell takes it for one word. */
export const word = (text: string): string =>
  /^[\p{L}\p{N}_./:@=,+%-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

const realOf = (path: string): string | null => (existsSync(path) ? realpathSync(path) : null);

/** The first of this name on the path that a shell has by itself; npm puts folders of its own before it. */
const onPath = (name: string, { environment }: Started): string | null => {
  const folders = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !/(^|[\\/])(node_modules[\\/]\.bin|node-gyp-bin)$/.test(folder));
  return folders.map((folder) => realOf(join(folder, name))).find((path) => path !== null) ?? null;
};

const isInProject = (folder: string): boolean => {
  const path = relative(PROJECT, folder);
  return path === '' || !(path === '..' || path.startsWith(`..${sep}`) || path.startsWith(sep));
};

/** By npm, within this project: there `npx xianjie` is this program. */
const isByNpm = ({ environment, cwd }: Started): boolean =>
  environment['npm_execpath'] !== undefined && [cwd, environment['INIT_CWD'] ?? cwd].every(isInProject);

/** What is typed for `xianjie` here. */
export const startedAs = (started: Started = here): string => {
  if (onPath('xianjie', started) === realOf(BIN)) return 'xianjie';
  if (isByNpm(started)) return 'npx xianjie';
  return `${onPath('node', started) === null ? word(started.node) : 'node'} ${word(BIN)}`;
};

/** The value of an option of the command that runs. */
const typed = (name: string, { argv }: Started): string | undefined => {
  const flag = `--${name}`;
  const at = argv.indexOf(flag);
  if (at >= 0) return argv[at + 1];
  return argv.find((one) => one.startsWith(`${flag}=`))?.slice(flag.length + 1);
};

/** The same, or of the variable that says it. */
const typedOrSet = (name: string, started: Started): string | undefined =>
  typed(name, started) ?? started.environment[`XIANJIE_${name.toUpperCase()}`];

const PLACE: readonly (readonly [option: string, isPath: boolean])[] = [
  ['data', true],
  ['keys', true],
  ['http', false],
];

const optionsOf = (names: readonly string[], started: Started, from = typed): string =>
  PLACE.filter(([name]) => names.includes(name))
    .flatMap(([name, isPath]) => {
      const value = from(name, started);
      return value === undefined ? [] : [` --${name} ${word(isPath ? resolve(started.cwd, value) : value)}`];
    })
    .join('');

/** A command that needs no platform, or names its own. */
export const hint = (words: string, started: Started = here): string => `${startedAs(started)} ${words}`;

/** A command on the platform that this one was told of. */
export const hintAt = (words: string, started: Started = here): string =>
  `${hint(words, started)}${optionsOf(['data', 'keys', 'http'], started)}`;

/** The same in another terminal, which does not have the variables of this one. */
export const hintElsewhere = (words: string, started: Started = here): string =>
  `${hint(words, started)}${optionsOf(['data', 'keys'], started, typedOrSet)}`;

/** Starting that platform, which has no address yet. */
export const hintServe = (started: Started = here): string =>
  `${hint('serve', started)}${optionsOf(['data', 'keys'], started)}`;

/** The same for the officer who speaks, or for the one named. */
export const hintAs = (words: string, as?: string, started: Started = here): string =>
  `${hintAt(words, started)} --as ${word(as ?? typed('as', started) ?? '区划/部门/经办人')}`;

/** The case that the running command is about, where it names one. */
export const caseTyped = ({ argv }: Started = here): string =>
  argv.flatMap((one) => one.split('=')).find((one) => CaseId.safeParse(one).success) ?? '案件编号';

/** Commands that an officer gives, and those that need no platform; all others are the operator's. */
const OF_AN_OFFICER = /^(clue|submit|inbox|outbox|commands|case|dead)\b/;
const ALONE = /^(verify|rehearse|serve|due-date|procedures|limits)\b/;

const MENTIONED = new RegExp(
  `\\bxianjie (${Object.keys(EXAMPLES)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![a-z-])`,
  'g',
);

/** Kind of the department that the typed command is of; none where none was named. */
export const bodyTyped = (started: Started = here): Body | undefined =>
  Body.safeParse(typed('as', started)?.split('/')[1]).data;

/** A text from below the command line, with `xianjie …` in it as it is typed here. */
export const typeable = (text: string): string =>
  text.replaceAll(MENTIONED, (_, path: string) =>
    ALONE.test(path) ? hint(path) : OF_AN_OFFICER.test(path) ? hintAs(path) : hintAt(path),
  );

/** An example of a command, which names its own place and officer. */
export const exampleOf = (line: string): string => line.replace(/^xianjie /, () => `${startedAs()} `);

/** A command on lines of its own, each ended as a shell goes on, none wider than `width` where its words allow it. */
export const commandLines = (lead: string, command: string, width = screenWidth()): string[] => {
  // Within quotes a line cannot be ended so.
  if (command.includes("'")) return [`${lead}${command}`];
  const lines: string[] = [];
  for (const one of command.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && stringWidth(`${line} ${one} \\`) <= width)
      lines[lines.length - 1] = `${line} ${one}`;
    else lines.push(`${line === undefined ? lead : ' '.repeat(lead.length + DEEPER)}${one}`);
  }
  return lines.map((line, n) => (n < lines.length - 1 ? `${line} \\` : line));
};
