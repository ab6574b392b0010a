// `xianjie commands CASE`: what this officer may do in a case now, and what each command still needs.
import { Command } from 'commander';
import { CaseAnswer, CommandsAnswer } from '../../doors/http/case-answers.ts';
import { officerHttp } from '../http.ts';
import { type AsOption, type PlaceOptions, requireAs, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, print } from '../print.ts';
import { mendingText } from '../text/mending-text.ts';
import { possibleText } from '../text/possible-text.ts';

const possible = async (id: string, options: PlaceOptions & AsOption & JsonOption): Promise<void> => {
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
      possibleText(found, running, `${department}/${officer}`, words),
      ...mendingText(seen, { department, officer }, words),
    ].join('\n'),
  );
};

export const possibleCommand = (): Command =>
  withAs(
    new Command('commands')
      .description('案件当前可用的命令 / what can be done in a case now')
      .argument('<case>', '案件编号 / the case'),
  ).action(possible);
