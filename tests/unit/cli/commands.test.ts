// Every command of the terminal says what it does in Chinese first, shows examples, and ends badly with one line and a code.
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../services/cli/examples.ts';
import { problemOf } from '../../../services/cli/problem.ts';
import { program } from '../../../services/cli/program.ts';

const leaves = (command: Command, path = ''): [string, Command][] =>
  command.commands.length === 0
    ? [[path, command]]
    : command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`.trim()));
const all = leaves(program());

const failure = async (...args: string[]) => {
  const failed = await program()
    .parseAsync(['node', 'xianjie', ...args])
    .then(
      () => null,
      (error: unknown) => problemOf(error),
    );
  if (!failed) throw new Error(`${args.join(' ')} did not fail`);
  return failed;
};

describe('every command', () => {
  it.each(all)('%s: Chinese first, English beside it, in the description and each option', (_, command) => {
    const texts = [command.description(), ...command.options.map((o) => o.description)];
    for (const text of texts) expect(text).toMatch(/^[^a-z]*\p{Script=Han}/u);
  });

  it.each(all)('%s has an example that names an existing command and existing options', (path) => {
    expect(EXAMPLES[path]?.length).toBeGreaterThan(0);
    for (const example of EXAMPLES[path] ?? []) {
      expect(example.startsWith(`xianjie ${path}`.trim())).toBe(true);
      const known = all.find(([name]) => name === path)?.[1].options.map((o) => o.long) ?? [];
      for (const [option] of example.matchAll(/--[a-z-]+/g)) expect(known).toContain(option);
    }
  });

  it('has its example, and no example is of a command that is gone', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(all.map(([path]) => path).sort());
  });
});

describe('a command that cannot be run', () => {
  it.each([
    ['no such command', ['fly'], 'USAGE'],
    ['no such option', ['inbox', '--fast'], 'USAGE'],
    ['an argument too few', ['case', 'show'], 'USAGE'],
    ['a required option left out', ['clue', '--to', '653023/public-security'], 'USAGE'],
    ['a choice that is none', ['officer', 'appoint', '653023/court', 'o-1', '--rank', 'king'], 'USAGE'],
    ['nobody named', ['inbox'], 'USAGE'],
    ['somebody who is no officer', ['inbox', '--as', '653023/o-1'], 'USAGE'],
    ['a kind of department that does not exist', ['department', 'retire', '653023/police'], 'USAGE'],
    ['a command of no procedure', ['submit', 'hand-ovr', '--as', '653023/court/o-1'], 'USAGE'],
    ['a day that is none', ['due', '--as-of', '2026-02-30', '--keys', '/nonexistent'], 'USAGE'],
    ['a file that is not there', ['calendar', 'publish', '/nonexistent.json'], 'NO_FILE'],
    [
      'no credentials',
      ['inbox', '--as', '653023/court/o-1', '--keys', '/nonexistent'],
      'CREDENTIALS_MISSING',
    ],
    ['no keys of the platform', ['department', 'list', '--keys', '/nonexistent'], 'NO_OPERATOR_TOKEN'],
  ])('%s: one bilingual line and exit code 2', async (_, args, code) => {
    const problem = await failure(...args);
    expect(problem).toMatchObject({ code, exitCode: 2 });
    expect(problem.message).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    expect(problem.message).not.toContain('\n');
    expect(problem.message).not.toMatch(/\bat .*\.ts:/);
  });

  it('suggests the command that was meant', async () => {
    expect((await failure('submit', 'hand-ovr', '--as', '653023/court/o-1')).message).toContain('hand-over');
  });
});
