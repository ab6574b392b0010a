// `xianjie token issue|revoke`: HTTP tokens of officers. A token is shown once; the register keeps its hash.
import { Command } from 'commander';
import * as z from 'zod';
import { commandLines, hintAt } from '../hint.ts';
import { operatorHttp } from '../http.ts';
import { type PlaceOptions, parseAs, requireDepartment, withPlace } from '../place.ts';
import { type JsonOption, print } from '../print.ts';

type Options = PlaceOptions & JsonOption;
const Issued = z.object({ id: z.string(), token: z.string() });

const issue = async (text: string, options: Options): Promise<void> => {
  const who = parseAs(text);
  const { id, token } = Issued.parse(await (await operatorHttp(options)).post('/v1/operator/tokens', who));
  print(options, { id, token, ...who }, () =>
    [
      `${who.department}/${who.officer} 的令牌 token，只显示这一次 shown this once:`,
      `  ${token}`,
      '用法 use: curl -H "Authorization: Bearer <token>" …',
      `编号 id ${id}；撤销 to revoke:`,
      ...commandLines('  ', hintAt(`token revoke ${who.department} ${id}`)),
    ].join('\n'),
  );
};

const revoke = async (text: string, token: string, options: Options): Promise<void> => {
  const department = requireDepartment(text);
  const answer = await (await operatorHttp(options)).post('/v1/operator/tokens/revoke', {
    department,
    token,
  });
  print(options, answer, () => `令牌 ${token} 已撤销 / revoked`);
};

export const tokenCommand = (): Command => {
  const command = new Command('token');
  command.addCommand(
    withPlace(
      new Command('issue')
        .description('给经办人签发令牌 / issue a token to an officer')
        .argument('<department/officer>', '如 653023/public-security/o-1'),
    ).action(issue),
  );
  command.addCommand(
    withPlace(
      new Command('revoke')
        .description('撤销令牌 / revoke a token')
        .argument('<department>', '区划/部门类别 / region/body')
        .argument('<id>', '令牌编号 t-… / id of the token'),
    ).action(revoke),
  );
  return command;
};
