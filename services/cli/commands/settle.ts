// `xianjie settle REGION`: questions the law leaves open, settled by a region with the basis it relies on.
import { Command, Option } from 'commander';
import type * as z from 'zod';
import type { Law } from '../../../law/law.ts';
import { bandsAbove } from '../../../schemas/amount-scale.ts';
import { Receipt } from '../../../schemas/entry.ts';
import { Body } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import type { RegisterItemKind } from '../../../schemas/register-item.ts';
import { RegionSettings } from '../../../schemas/time-limit.ts';
import { realClock } from '../../clock.ts';
import { requireDate } from '../command-options.ts';
import { operatorHttp } from '../http.ts';
import { offlineLaw } from '../offline-law.ts';
import { type PlaceOptions, requireDepartment, requireRegisterRegion, withPlace } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { usage } from '../problem.ts';
import { runningOn } from '../still-by-the-old.ts';
import { fenOf } from '../typed-values.ts';

/** What a region may settle an unsettled day to be. */
const UNIT = RegionSettings.shape.unsettledUnit.unwrap().shape.unit;

type Options = PlaceOptions &
  JsonOption & {
    basis: string;
    unit?: z.infer<typeof UNIT>;
    localDays?: 'count' | 'ignore';
    limitOn?: string;
    limitOff?: string;
    pause?: string;
    route?: string;
    agreed?: string;
    results?: string;
    procedure?: string;
    body?: Body;
    amounts?: string;
    from?: string;
  };

const spanOf = (
  text: string,
): { calendarDays: number } | { workingDays: number } | { hours: number } | null => {
  const [, amount = '', unit] = /^(\d+)(d|wd|h)$/.exec(text) ?? [];
  const n = Number(amount);
  if (n <= 0) return null;
  return unit === 'wd' ? { workingDays: n } : unit === 'h' ? { hours: n } : { calendarDays: n };
};

/** `fraud=5000,50000,500000`: where each band of a scale begins, lowest first, in yuan. */
export const amountStandardFrom = (
  text: string,
  basis: string,
  from: Instant,
  law: Law,
): Extract<RegisterChange, { change: 'item-set' }> => {
  const [id = '', amounts = ''] = text.split('=');
  const bands = bandsAbove(law.amountScale(id)?.bands ?? []);
  const yuan = amounts.split(',').filter((one) => one !== '');
  if (bands.length === 0 || yuan.length !== bands.length)
    throw usage(
      `“${text}”应写作 金额类别=各档起点（元，由低到高），如 fraud=5000,50000,500000`,
      `"${text}" should be scale=amounts, where each band begins in yuan, lowest first, e.g. fraud=5000,50000,500000`,
    );
  const begins = bands.map((band, n) => ({ band, atLeast: fenOf(yuan[n] ?? '') }));
  return { change: 'item-set', kind: 'amount-standard', id, data: { begins }, basis, from };
};

/**
 * The question that the options settle, `null` for each that they leave out; results are told from `now` on.
 * @throws CliProblem for an option that is not written as it should be
 */
export const changesOf = ({ basis, ...o }: Options, now: Instant, law: Law): (RegisterChange | null)[] => {
  const [body, department] = o.route?.split('=') ?? [];
  const [limit, length] = o.agreed?.split('=') ?? [];
  const span = length ? spanOf(length) : null;
  if (o.agreed !== undefined && !span) {
    throw usage(
      `“${o.agreed}”应写作 期限=时长，如 agr-hand-off-receipt=3wd(d 日、wd 工作日、h 小时)`,
      `"${o.agreed}" should be limit=span, e.g. agr-hand-off-receipt=3wd (d, wd or h)`,
    );
  }
  const [told, members] = o.results?.split('=') ?? [];
  if (o.results !== undefined && !(told && members !== undefined)) {
    throw usage(
      `“${o.results}”应写作 程序=部门（多个以逗号分隔），如 insurance-penalty=653023/finance,653023/health；等号后留空即不再告知`,
      `"${o.results}" should be procedure=department,department; nothing after = ends it`,
    );
  }
  if (o.route !== undefined && !(body && department)) {
    throw usage(
      `“${o.route}”应写作 部门类别=部门，如 procuratorate=653000/procuratorate`,
      `"${o.route}" should be body=department, e.g. procuratorate=653000/procuratorate`,
    );
  }
  if (o.agreed === undefined && (o.procedure ?? o.body) !== undefined) {
    throw usage(
      '--procedure 和 --body 只限定 --agreed 所约定的期限',
      '--procedure and --body narrow what --agreed agrees on',
    );
  }
  return [
    o.unit ? { change: 'unit-settled', unit: o.unit, basis } : null,
    o.localDays ? { change: 'local-days-settled', count: o.localDays === 'count', basis } : null,
    o.limitOn ? { change: 'limit-switched', limit: o.limitOn, active: true, basis } : null,
    o.limitOff ? { change: 'limit-switched', limit: o.limitOff, active: false, basis } : null,
    o.pause ? { change: 'pause-allowed', limit: o.pause, basis } : null,
    body && department
      ? { change: 'routing-set', body: body as never, department: requireDepartment(department), basis }
      : null,
    told && members !== undefined
      ? {
          change: 'item-set',
          kind: 'results-told' satisfies RegisterItemKind,
          id: told,
          data: { to: members.split(',').filter(Boolean).map(requireDepartment) },
          basis,
          from: now,
        }
      : null,
    limit && span
      ? {
          change: 'agreed-limit-set',
          limit,
          span,
          ...(o.procedure === undefined ? {} : { procedure: o.procedure }),
          ...(o.body === undefined ? {} : { body: o.body }),
          basis,
        }
      : null,
    o.amounts === undefined
      ? null
      : amountStandardFrom(o.amounts, basis, o.from ? `${requireDate(o.from)}T00:00:00+08:00` : now, law),
  ];
};

const SETTLED: Readonly<Record<string, string>> = {
  'unit-settled': '未定单位的“日”如何计算',
  'local-days-settled': '地方放假日是否计入',
  'limit-switched': '期限的启用或停用',
  'pause-allowed': '允许中止的期限',
  'routing-set': '承办部门',
  'agreed-limit-set': '约定期限',
  'amount-standard': '金额标准',
  'results-told': '办理结果告知的成员单位',
};

/** What was settled, as it was typed: which limit and how long, which department. */
export const askedIn = (o: Omit<Options, 'basis'>): string =>
  [o.unit, o.localDays, o.limitOn, o.limitOff, o.pause, o.route, o.agreed, o.results, o.amounts]
    .filter((said) => said !== undefined)
    .join(' ');

const settle = async (region: string, options: Options): Promise<void> => {
  const changes = changesOf(options, realClock().now(), await offlineLaw()).filter(
    (change) => change !== null,
  );
  const [change] = changes;
  if (!change || changes.length > 1) {
    throw usage('请给出且只给出一个事项，见 --help', 'give exactly one question to settle, see --help');
  }
  const http = await operatorHttp(options);
  const receipt = Receipt.parse(await http.post('/v1/operator/settle', { region, change }));
  const entered = `已记入 ${region} 登记簿：${SETTLED[change.change === 'item-set' ? change.kind : change.change]} ${askedIn(options)}，依据：${options.basis}`;
  const { running, said } = await runningOn(http, region, change);
  print(options, { ...receipt, running }, () => [entered, ...said].join('\n'));
};

export const settleCommand = (): Command =>
  withPlace(
    new Command('settle')
      .argument('<region>', '6位行政区划代码 / six-digit division code', requireRegisterRegion)
      .requiredOption('--basis <text>', '依据 / the basis relied on')
      .addOption(
        new Option('--unit <unit>', '未定单位的“日”按自然日或工作日 / unit of unsettled days').choices(
          UNIT.options,
        ),
      )
      .addOption(
        new Option('--local-days <how>', '地方放假日是否顺延 / whether local days off count').choices([
          'count',
          'ignore',
        ]),
      )
      .option('--limit-on <id>', '启用期限 / switch a limit on')
      .option('--limit-off <id>', '停用期限 / switch a limit off')
      .option('--pause <id>', '允许中止的期限 / a limit that may be paused')
      .option('--route <body=department>', '没有该部门时由谁承办 / who answers for a missing body')
      .option(
        '--results <procedure=department,…>',
        '办理结果告知哪些成员单位 / which members are told the results of a procedure',
      )
      .option('--agreed <id=span>', '约定期限，如 agr-hand-off-receipt=3wd / an agreed limit: d, wd, h')
      .option('--procedure <id>', '约定只用于该程序 / the agreed limit of this procedure only')
      .addOption(
        new Option(
          '--body <kind>',
          '约定只用于该类部门 / the agreed limit of this kind of department only',
        ).choices(Body.options),
      )
      .option(
        '--amounts <scale=yuan,...>',
        '金额标准各档起点（元），如 fraud=5000,50000,500000、public-institution=100000 / where the bands of a scale begin',
      )
      .option('--from <date>', '金额标准施行日期，默认即时 / day the standard of amounts is in force from'),
  ).action(settle);
