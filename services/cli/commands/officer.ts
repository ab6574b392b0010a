// `xianjie officer appoint|retire|list`: who acts for a department, and with which rank.
import { Command, Option } from 'commander';
import * as z from 'zod';
import { bodyOf, Rank } from '../../../schemas/ids.ts';
import { rankTitle } from '../../words/roles.ts';
import { REFUSED } from '../exit-codes.ts';
import { operatorHttp } from '../http.ts';
import { type PlaceOptions, requireDepartment, requireOfficer, withPlace } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { CliProblem } from '../problem.ts';
import { table } from '../text/table.ts';

type Options = PlaceOptions & JsonOption;
const Listed = z.object({ officers: z.array(z.object({ officer: z.string(), ranks: z.array(Rank) })) });

const appoint = async (text: string, officer: string, options: Options & { rank: Rank[] }): Promise<void> => {
  const department = requireDepartment(text);
  const body = { department, officer, ranks: options.rank };
  const answer = await (await operatorHttp(options)).post('/v1/operator/officers', body);
  const titles = options.rank.map((rank) => rankTitle(rank, bodyOf(department)));
  print(options, answer, () => `已任命 ${department}/${officer}：${titles.join('、')}`);
};

const retire = async (text: string, officer: string, options: Options): Promise<void> => {
  const department = requireDepartment(text);
  const http = await operatorHttp(options);
  // The register takes a leave of anybody; a slip of the pen should not pass for one.
  const { officers } = Listed.parse(await http.get('/v1/operator/officers', { department }));
  if (!officers.some((o) => o.officer === officer)) {
    throw new CliProblem(
      'UNKNOWN_OFFICER',
      `${department} 没有在任的 ${officer}，在任人员有：${officers.map((o) => o.officer).join('、') || '无'}`,
      `${officer} is no officer of ${department}; those in office: ${officers.map((o) => o.officer).join(', ') || 'none'}`,
      { exitCode: REFUSED },
    );
  }
  const answer = await http.post('/v1/operator/officers/retire', { department, officer });
  print(options, answer, () => `${department}/${officer} 已离任 / has left`);
};

const list = async (text: string, options: Options): Promise<void> => {
  const department = requireDepartment(text);
  const found = Listed.parse(
    await (await operatorHttp(options)).get('/v1/operator/officers', { department }),
  );
  print(options, found, () =>
    table(
      ['经办人', '职级'],
      found.officers.map((o) => [
        o.officer,
        o.ranks.map((rank) => rankTitle(rank, bodyOf(department))).join('、'),
      ]),
      `${department} 没有在任人员 / no officers`,
    ),
  );
};

export const officerCommand = (): Command => {
  const command = new Command('officer');
  const rank = new Option('--rank <rank...>', '职级，可多个 / one or more ranks')
    .choices(Rank.options)
    .default(['officer']);
  command.addCommand(
    withPlace(
      new Command('appoint')
        .description('任命经办人或变更职级 / appoint an officer, or change the ranks')
        .argument('<department>', '区划/部门类别 / region/body')
        .argument('<officer>', '经办人编号，不用姓名 / id, never a name', requireOfficer)
        .addOption(rank),
    ).action(appoint),
  );
  command.addCommand(
    withPlace(
      new Command('retire')
        .description('经办人离任 / an officer leaves')
        .argument('<department>', '区划/部门类别 / region/body')
        .argument('<officer>', '经办人编号 / id'),
    ).action(retire),
  );
  command.addCommand(
    withPlace(
      new Command('list')
        .description('列出在任人员 / list officers')
        .argument('<department>', '区划/部门类别 / region/body'),
    ).action(list),
  );
  return command;
};
