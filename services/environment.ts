// The environment of this process, read here and by what starts servers, and nowhere else.
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Its variables; an empty one is how a shell unsets one for a command, and is none. */
export const environment = (): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));

/** The folder that a variable of the desktop names; a relative one is ignored, as their specification demands. */
const folderIn = (name: string, otherwise: readonly string[]): string => {
  const named = environment()[name];
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), ...otherwise);
};

/** Where the data of a user's programs lies. */
export const dataHome = (): string => folderIn('XDG_DATA_HOME', ['.local', 'share']);

/** Where they keep what can be made again. */
export const cacheHome = (): string => folderIn('XDG_CACHE_HOME', ['.cache']);
