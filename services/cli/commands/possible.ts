// `xianjie commands CASE`: what this officer may do in a case now, and what each command still needs.
import { Command } from 'commander';
import * as z from 'zod';
import { paperTitle } from '../../../law/paper-titles.ts';
import { procedureTitle } from '../../../law/titles.ts';
import { Bilingual } from '../../../schemas/ids.ts';
import { officerHttp } from '../http.ts';
import { type AsOption, type PlaceOptions, requireAs, withAs } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { table } from '../table.ts';
import { rankTitle } from '../words.ts';

const Possible = z.object({
  case: z.string(),
  commands: z.array(
    z.object({
      proceeding: z.string(),
      procedure: z.string(),
      command: z.string(),
      title: Bilingual,
      papers: z.array(z.string()),
      needs: z.array(z.string()),
      reason: z.boolean(),
      officers: z.int(),
      guards: z.array(z.string()),
      missingRank: z.string().nullable(),
    }),
  ),
});

const OPTION: Readonly<Record<string, string>> = {
  to: '--to 部门',
  topic: '--topic 主题',
  replyBy: '--reply-by 日期',
  extension: '--extension 编号',
  approver: '--approver 批准人',
  basis: '--basis 依据',
  fact: '--fact 种类',
};

const possible = async (id: string, options: PlaceOptions & AsOption & JsonOption): Promise<void> => {
  const { department, officer } = requireAs(options);
  const http = await officerHttp(options, `${department}/${officer}`);
  const found = Possible.parse(await http.get(`/v1/cases/${encodeURIComponent(id)}/commands`));
  print(options, found, () =>
    table(
      ['程序', '命令', '事项', '需要'],
      found.commands.map((c) => [
        `${c.proceeding} ${procedureTitle(c.procedure).zh}`,
        c.command,
        c.title.zh,
        [
          ...c.papers.map((paper) => `--paper ${paper}=${paperTitle(paper).zh}`),
          ...c.needs.map((need) => OPTION[need] ?? need),
          ...(c.reason ? ['--reason-code 代码 --reason 理由'] : []),
          ...(c.officers > 0 ? [`--team ${c.officers} 名经办人`] : []),
          ...(c.missingRank ? [`(须由${rankTitle(c.missingRank)}办理)`] : []),
        ].join(' '),
      ]),
      '本部门目前没有可办理的事项 / nothing for this department to do now',
    ),
  );
};

export const possibleCommand = (): Command =>
  withAs(
    new Command('commands')
      .description('案件当前可用的命令 / what can be done in a case now')
      .argument('<case>', '案件编号 / the case'),
  ).action(possible);
