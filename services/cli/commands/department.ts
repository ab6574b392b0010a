// `xianjie department add|list|retire|filter`: which departments are on the bus, and how they read their inboxes apart.
import { Command } from 'commander';
import * as z from 'zod';
import { bodyOf, Rank } from '../../../schemas/ids.ts';
import { filterConsumer, inboxStream } from '../../../schemas/subjects.ts';
import { whenText } from '../../words/instants.ts';
import { rankTitle } from '../../words/roles.ts';
import { commandLines, hintAt } from '../hint.ts';
import { operatorHttp } from '../http.ts';
import { departmentTitle } from '../names.ts';
import {
  type PlaceOptions,
  requireDepartment,
  requireOfficer,
  requireRegisterRegion,
  withPlace,
} from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { usage } from '../problem.ts';
import { table } from '../text/table.ts';

type Options = PlaceOptions & JsonOption;
type AddOptions = Options & { name?: string; simulated?: boolean; divisionBasis?: string } & Partial<
    Record<Rank, string[]>
  >;

const Added = z.object({ receipt: z.object({ ledgerSequence: z.int() }), file: z.string() });
const Listed = z.object({
  departments: z.array(
    z.object({
      department: z.string(),
      name: z.string(),
      addedAt: z.string(),
      retiredAt: z.string().optional(),
      simulated: z.boolean().optional(),
    }),
  ),
});

/** `--officer a --head a --head b` → a with two ranks, b with one. */
const officersFrom = (options: AddOptions): { officer: string; ranks: Rank[] }[] => {
  const ranks = new Map<string, Rank[]>();
  for (const rank of Rank.options) {
    for (const officer of options[rank] ?? []) ranks.set(officer, [...(ranks.get(officer) ?? []), rank]);
  }
  return [...ranks].map(([officer, held]) => ({ officer, ranks: held }));
};

/** The same one named twice is one. */
const gather = (value: string, all: string[] = []): string[] => [...new Set([...all, requireOfficer(value)])];

const add = async (text: string, options: AddOptions): Promise<void> => {
  const department = requireDepartment(text);
  const officers = officersFrom(options);
  const name = options.name ?? departmentTitle(department);
  const body = {
    department,
    name,
    officers,
    ...(options.simulated ? { simulated: true } : {}),
    ...(options.divisionBasis === undefined ? {} : { divisionBasis: options.divisionBasis }),
  };
  const answer = await (await operatorHttp(options)).post('/v1/operator/departments', body);
  const { receipt, file } = Added.parse(answer);
  const titles = (ranks: readonly Rank[]) =>
    ranks.map((rank) => rankTitle(rank, bodyOf(department))).join('、');
  print(options, answer, () =>
    [
      `已登记 ${department} ${name} （账本第 ${receipt.ledgerSequence} 条）`,
      `  凭据 credentials  ${file}`,
      `  经办人 officers   ${officers.map((o) => `${o.officer} ${titles(o.ranks)}`).join('  ') || '无 none'}`,
      '凭据含私钥，只交给该部门 / the file holds private keys: give it to that department alone',
      ...(officers.length > 0
        ? []
        : ['任命经办人 appoint one:', ...commandLines('  ', hintAt(`officer appoint ${department} o-1`))]),
    ].join('\n'),
  );
};

const list = async (options: Options): Promise<void> => {
  const { departments } = Listed.parse(await (await operatorHttp(options)).get('/v1/departments'));
  print(options, { departments }, () =>
    table(
      ['部门', '名称', '登记时间', '状态'],
      departments.map((d) => [
        d.department,
        d.name,
        whenText(d.addedAt),
        d.retiredAt ? `已注销 ${whenText(d.retiredAt)}` : d.simulated ? '在册（演练）' : '在册',
      ]),
      `尚无部门，请先登记 / no departments yet: ${hintAt('department add 653023/medical-insurance')}`,
    ),
  );
};

const retire = async (text: string, options: Options): Promise<void> => {
  const department = requireDepartment(text);
  const answer = await (await operatorHttp(options)).post('/v1/operator/departments/retire', { department });
  print(options, answer, () => `已注销 ${department}，密钥已撤销，连接已断开 / retired`);
};

type FilterOptions = Options & {
  procedure?: string[];
  event?: string[];
  region?: string[];
  end?: boolean;
  basis?: string;
};
const Filters = z.object({
  filters: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});

const filterList = async (department: string, options: FilterOptions): Promise<void> => {
  const path = `/v1/operator/filters?department=${encodeURIComponent(department)}`;
  const { filters } = Filters.parse(await (await operatorHttp(options)).get(path));
  print(options, { filters }, () =>
    table(
      ['筛选', '消费者', '程序', '事件', '案件所在县级区划'],
      Object.entries(filters).map(([name, { procedures, events, regions }]) => [
        name,
        filterConsumer(name),
        ...[procedures, events, regions].map((all) => all?.join(' ') ?? '全部'),
      ]),
      '尚无筛选 / no filters yet',
    ),
  );
};

const filter = async (text: string, name: string | undefined, options: FilterOptions): Promise<void> => {
  const department = requireDepartment(text);
  if (name === undefined) return filterList(department, options);
  const { procedure, event, region, end, basis } = options;
  if (basis === undefined) throw usage('请用 --basis 写明依据', 'say on what basis: --basis');
  const narrowed = {
    ...(procedure ? { procedures: procedure } : {}),
    ...(event ? { events: event } : {}),
    ...(region ? { regions: region } : {}),
  };
  if (end === Object.keys(narrowed).length > 0) {
    throw usage(
      '请给出 --procedure、--event、--region 之一，或者用 --end 撤销',
      'give --procedure, --event or --region, or --end alone to end it',
    );
  }
  const http = await operatorHttp(options);
  const body = { department, name, basis };
  const answer = await (end
    ? http.post('/v1/operator/filters/end', body)
    : http.post('/v1/operator/filters', { ...body, filter: narrowed }));
  const consumer = `${inboxStream(department)} ${filterConsumer(name)}`;
  print(options, answer, () => (end ? `已撤销 ${consumer} / ended` : `已设立 ${consumer} / set`));
};

/** Repeatable, each once. */
const several = (value: string, all: string[] = []): string[] => [...new Set([...all, value])];
const severalRegions = (value: string, all: string[] = []): string[] =>
  several(requireRegisterRegion(value), all);

export const departmentCommand = (): Command => {
  const command = new Command('department');
  command.addCommand(
    withPlace(
      new Command('add')
        .description('登记部门并生成凭据 / register a department and make its credentials')
        .argument('<department>', '区划/部门类别 / region/body')
        .option('--name <name>', '名称 / name')
        .option('--officer <id>', '经办人，可重复 / officer, repeatable', gather)
        .option('--head <id>', '正职负责人，可重复 / head, repeatable', gather)
        .option('--liaison <id>', '联络员，可重复 / liaison, repeatable', gather)
        .option('--auditor <id>', '审计人员，可重复 / auditor, repeatable', gather)
        .option('--simulated', '演练用 / for a rehearsal')
        .option(
          '--division-basis <text>',
          '区划代码表中尚无的新设区划：批准设立的文件 / of a division newer than the list: the paper that set it up',
        ),
    ).action(add),
  );
  command.addCommand(withPlace(new Command('list').description('列出部门 / list departments')).action(list));
  command.addCommand(
    withPlace(
      new Command('retire')
        .description('注销部门 / retire a department')
        .argument('<department>', '区划/部门类别 / region/body'),
    ).action(retire),
  );
  command.addCommand(
    withPlace(
      new Command('filter')
        .description(
          '收件箱的筛选：部门另一程序只收其中一部分；不写名称则列出 / a filtered consumer of an inbox; without a name, list them',
        )
        .argument('<department>', '区划/部门类别 / region/body')
        .argument('[name]', '筛选名称，消费者为 f-名称 / its name; the consumer is f-<name>')
        .option('--procedure <id>', '程序，可重复 / procedure, repeatable', several)
        .option('--event <id>', '事件，可重复 / event, repeatable', several)
        .option(
          '--region <code>',
          '案件所在县级区划，可重复 / county of the case, repeatable',
          severalRegions,
        )
        .option('--end', '撤销 / end it', false)
        .option('--basis <text>', '依据 / the basis relied on'),
    ).action(filter),
  );
  return command;
};
