// `xianjie submit --help`: where commands are found; with a command named, what that one takes and nothing of the others.
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { families } from '../../../law/procedures/registry.ts';
import { startedAs } from '../../../services/cli/hint.ts';
import { inFamilies } from '../../../services/cli/procedure-families.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { anyCommandHelp, namedCommandHelp } from '../../../services/cli/text/submit-help.ts';

const submit = (await wholeProgram(law)).commands.find((command) => command.name() === 'submit');
/** All that is printed. */
const shown = (...args: string[]): string => {
  if (!submit) throw new Error('no submit');
  let text = '';
  submit.args = args;
  submit.configureOutput({
    writeOut: (said) => {
      text += said;
    },
    getOutHelpWidth: () => 80,
  });
  submit.outputHelp();
  return text;
};
const DAY = '2026-11-27';

describe('submit --help', () => {
  it('names every procedure with the commands that open it, in 80 columns', () => {
    const text = anyCommandHelp(inFamilies(law.newest, families), 80);
    const joined = text.replaceAll(/\n +/g, '');
    for (const { procedure, title, opensOn } of law.newest) {
      expect(text).toContain(`  ${procedure} `);
      expect(joined).toContain(`${title.zh}：${Object.keys(opensOn).join('、')}`);
    }
    // Where the program stands may be longer than any line.
    const lines = text.split('\n').filter((line) => !line.includes(startedAs()));
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  it('is a page or two, not a list of every field of every procedure', () => {
    const text = shown();
    expect(text).toContain('各程序，及启动它的命令');
    expect(text).not.toContain('--fraud-band');
    expect(text.split('\n').length).toBeLessThan(140);
  });

  it('with a command shows its fields, its papers and who may send it', () => {
    const text = shown('hand-over');
    expect(text).toContain('--fraud-band <value>');
    expect(text).not.toContain('--topic');
    expect(text).toContain('由谁  移送机关');
    expect(text).toContain('--paper transfer-letter=涉嫌犯罪案件移送书.pdf');
    expect(text).not.toContain('各程序，及启动它的命令');
  });

  it('with a command that several procedures have says it of each', () => {
    const text = namedCommandHelp('file-penalty', law, DAY, 80) ?? '';
    for (const procedure of ['insurance-penalty', 'market-penalty', 'health-penalty', 'drug-penalty'])
      expect(text).toContain(`${procedure}  `);
  });

  it('with a command of the case itself says who may send it, and with none there is says where to look', () => {
    expect(namedCommandHelp('close-case', law, DAY, 80)).toContain('立卷部门或者联席会议办公室的负责人');
    expect(namedCommandHelp('no-such', law, DAY, 80)).toBeNull();
    expect(shown('no-such')).toContain('各程序，及启动它的命令');
  });
});
