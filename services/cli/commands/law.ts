// `xianjie law show|publish`: the law a platform decides by, version by version, and what a new version of the program brings.
import { Command } from 'commander';
import * as z from 'zod';
import { nameOfItem } from '../../../law/fold-law.ts';
import { OperatorId } from '../../../schemas/ids.ts';
import { LawAnswer } from '../../doors/http/law.ts';
import { lawItemHash } from '../../proof/law-item-hash.ts';
import { commandLines, hintAt } from '../hint.ts';
import { eitherHttp, operatorHttp } from '../http.ts';
import { offlineItems } from '../offline-law.ts';
import { type AsOption, type PlaceOptions, withAs, withPlace } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { usage } from '../problem.ts';
import { table } from '../text/table.ts';

const KINDS: Readonly<Record<string, string>> = {
  act: '法令',
  'calendar-regimes': '地方放假制度',
  ladder: '督办阶梯',
  paper: '文书',
  limit: '期限',
  procedure: '程序',
};

type Line = Pick<LawAnswer['items'][number], 'kind' | 'id' | 'version' | 'hash'>;

const rowOf = ({ kind, id, version, hash }: Line, remark = ''): string[] => [
  KINDS[kind] ?? kind,
  id,
  String(version),
  hash,
  remark,
];

const HEADINGS = ['种类', '编号', '版本', '摘要 hash', ''];

const show = async (options: PlaceOptions & AsOption & JsonOption): Promise<void> => {
  const found = LawAnswer.parse(await (await eitherHttp(options)).get('/v1/law'));
  const published = new Map(found.items.map((item) => [nameOfItem(item), item.hash]));
  const here = (await offlineItems()).map((item) => ({ ...item, hash: lawItemHash(item) }));
  const unpublished = here.filter((item) => !published.has(nameOfItem(item)));
  const built = new Map(here.map((item) => [nameOfItem(item), item.hash]));
  const remark = (item: Line & { model: number; data: unknown }): string => {
    const mine = built.get(`${item.kind} ${item.id}@${item.version}`);
    return mine === undefined || mine === item.hash ? '' : `本程序中不同 differs here: ${mine}`;
  };
  print(options, found, () =>
    [
      `已公布的法律，截至账本第 ${found.at} 条 / published, up to ledger entry ${found.at}`,
      table(
        HEADINGS,
        found.items.map((item) => rowOf(item, remark(item))),
        '尚未公布 / none published',
      ),
      ...(unpublished.length === 0
        ? []
        : [
            '本程序有而尚未公布 in this version and not published:',
            ...commandLines('  ', hintAt('law publish --operator op-1')),
            table(
              HEADINGS,
              unpublished.map((item) => rowOf(item)),
              '',
            ),
          ]),
    ].join('\n'),
  );
};

const Published = z.object({
  published: z.array(
    z.object({ kind: z.string(), id: z.string(), version: z.int(), model: z.int(), hash: z.string() }),
  ),
});

const requireOperator = (text: string): string => {
  if (OperatorId.safeParse(text).success) return text;
  throw usage(
    `运维人员代号“${text}”应如 op-1，不写姓名`,
    `"${text}" should be an id such as op-1, never a person's name`,
  );
};

const publish = async (options: PlaceOptions & JsonOption & { operator: string }): Promise<void> => {
  const http = await operatorHttp(options);
  const answer = await http.post('/v1/operator/law', { operator: options.operator });
  const { published } = Published.parse(answer);
  print(options, answer, () =>
    published.length === 0
      ? '账本中已有本平台版本的全部法律，无可公布 / nothing to publish: the ledger has all of it'
      : [
          `已公布 ${published.length} 项 / published`,
          table(
            HEADINGS,
            published.map((item) => rowOf(item)),
            '',
          ),
        ].join('\n'),
  );
};

export const lawCommand = (): Command => {
  const command = new Command('law');
  command.addCommand(
    withAs(
      new Command('show').description(
        '列出已公布的法律及其摘要；不用 --as 时以运维身份 / what is published, with its hashes',
      ),
    ).action(show),
  );
  command.addCommand(
    withPlace(
      new Command('publish')
        .description('公布平台新版本带来的法律 / publish what a new version of the platform brings')
        .requiredOption('--operator <id>', '公布人代号，如 op-1 / who publishes it', requireOperator),
    ).action(publish),
  );
  return command;
};
