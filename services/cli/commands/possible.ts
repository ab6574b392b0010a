// `xianjie commands CASE`: what this officer may do in a case now, and what each command still needs. With `--procedure`: every
// command of a procedure, before there is a case.
import { Command } from 'commander';
import { CaseAnswer } from '../../doors/http/case-answer.ts';
import { CommandList } from '../../doors/http/command-list.ts';
import { CommandsAnswer } from '../../doors/http/commands-answer.ts';
import { hintAt } from '../hint.ts';
import { eitherHttp, officerHttp } from '../http.ts';
import { type AsOption, type PlaceOptions, requireAs, requireCase, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, print } from '../print.ts';
import { usage } from '../problem.ts';
import { commandListText } from '../text/command-list-text.ts';
import { mendingText } from '../text/mending-text.ts';
import { possibleText } from '../text/possible-text.ts';
import { terminalWidth } from '../text/wrap-text.ts';

type Options = PlaceOptions & AsOption & JsonOption & { readonly procedure?: string };

const list = async (options: Options, procedure: string): Promise<void> => {
  const http = await eitherHttp(options);
  const found = CommandList.parse(await http.get('/v1/commands', { procedure }));
  print(options, found, () => commandListText(found, terminalWidth()));
};

const possible = async (id: string | undefined, options: Options): Promise<void> => {
  if (options.procedure !== undefined && id === undefined) return list(options, options.procedure);
  if (options.procedure !== undefined || id === undefined)
    throw usage(
      '请写案件编号，或用 --procedure 写程序，二者取其一；查看有哪些程序',
      'give a case, or a procedure with --procedure, not both; see which procedures there are',
      hintAt('law show'),
    );
  const { department, officer } = requireAs(options);
  const http = await officerHttp(options, `${department}/${officer}`);
  const path = `/v1/cases/${encodeURIComponent(id)}`;
  const found = CommandsAnswer.parse(await http.get(`${path}/commands`));
  if (options.json) return print(options, found, () => '');
  const seen = CaseAnswer.parse(await http.get(path));
  const running = seen.clocks.filter(({ status }) => status === 'running');
  const words = await platformWords(http);
  print(options, found, () =>
    [
      possibleText(found, running, `${department}/${officer}`, words, terminalWidth()),
      ...mendingText(seen, { department, officer }, words),
    ].join('\n'),
  );
};

export const possibleCommand = (): Command =>
  withAs(
    new Command('commands')
      .argument('[case]', '案件编号 / the case', requireCase)
      .option(
        '--procedure <procedure>',
        '列出该程序的全部命令；case 为案件本身的命令 / list its commands; `case` for those of the case itself',
      ),
  ).action(possible);
