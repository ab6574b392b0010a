// Every command of a list is written with words and options that the terminal takes.
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { CASE_COMMANDS } from '../../../law/case-commands.ts';
import { law } from '../../../law/law.ts';
import { caseForm } from '../../../services/cli/case-forms.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { commandListText } from '../../../services/cli/text/command-list-text.ts';
import { commandList } from '../../../services/doors/http/command-list.ts';

const xianjie = await wholeProgram(law);
const longs = (command: Command | undefined) => command?.options.map(({ long }) => long) ?? [];
const submit = xianjie.commands.find((one) => one.name() === 'submit');

/** The command that words lead to. */
const leadsTo = (words: readonly string[], from: Command = xianjie): Command => {
  const [first, ...rest] = words;
  const next = from.commands.find((one) => one.name() === first);
  return next ? leadsTo(rest, next) : from;
};
const optionsIn = (text: string) => [...text.matchAll(/--[a-z-]+/g)].map(([option]) => option);

describe('what a list of commands says to type', () => {
  it.each(Object.keys(CASE_COMMANDS))(
    '%s goes by a command of the terminal, with its own options',
    (command) => {
      const form = caseForm(command, '653023-k7m2qd5x3ab6ycfe');
      const meant = leadsTo(form.split(' '));
      expect(meant).not.toBe(xianjie);
      expect(form).not.toContain('命令文件');
      expect(longs(meant)).toEqual(expect.arrayContaining(optionsIn(form)));
    },
  );

  it('of every procedure has no option that `submit` does not take', () => {
    const { commands } = commandList(law, '2026-11-27');
    const ofProcedures = commands.filter(({ procedure }) => procedure !== 'case');
    const text = commandListText({ commands: ofProcedures }, 200);
    expect([...new Set(optionsIn(text))].filter((option) => !longs(submit).includes(option))).toEqual([]);
  });

  it('says that a case is opened again once it is closed, and that a major one is unmarked at any time', () => {
    const text = commandListText(commandList(law, '2026-11-27', 'case'), 80);
    const whenOf = (command: string) =>
      /何时 {2}(.+)/.exec(text.split('\n\n').find((block) => block.startsWith(`${command} `)) ?? '')?.[1];
    expect(whenOf('reopen-case')).toBe('办结后');
    expect(whenOf('unmark-major')).toBe('列为重大案件后，办结前后随时');
    expect(whenOf('close-case')).toBe('办结前随时');
  });
});
