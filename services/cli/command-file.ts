// The JSON file of `submit --file`: one command as the client library asks for it, or several steps in the words of the options.
import { AskedCommand } from '../../schemas/asked-command.ts';
import type { Asked, By } from '../client/department-client.ts';
import { StepsFile } from './steps-file.ts';
import { readJson } from './text-file.ts';

export type CommandFile =
  | { readonly steps: StepsFile }
  | { readonly asked: Asked; readonly by: Omit<By, 'officer'> };

const isSteps = (value: unknown): boolean =>
  Array.isArray(value) || (typeof value === 'object' && value !== null && 'steps' in value);

/** The command id is left to us where a command has none. */
const oneCommand = (value: unknown): CommandFile => {
  const { party, sealed, ...asked } = AskedCommand.partial({ commandId: true }).parse(value);
  return {
    asked: asked as Asked,
    by: { ...(party ? { party } : {}), ...(sealed ? { sealed } : {}) },
  };
};

export const readCommandFile = async (file: string): Promise<CommandFile> => {
  const value = await readJson(file);
  if (!isSteps(value)) return oneCommand(value);
  return { steps: StepsFile.parse(Array.isArray(value) ? { steps: value } : value) };
};
