// `xianjie dead`: what could not be taken, for the joint-meeting office, which also lets go of it. Reasons and sizes; the content
// stays sealed.
import { Command } from 'commander';
import * as z from 'zod';
import { Digest } from '../../../schemas/command.ts';
import { ERRORS, type ErrorCode } from '../../../schemas/errors.ts';
import { whenText } from '../../words/instants.ts';
import { hintAs } from '../hint.ts';
import { type Http, officerHttp, operatorHttp } from '../http.ts';
import { departmentTitle, learnNames } from '../names.ts';
import {
  type AsOption,
  type PlaceOptions,
  parseAs,
  requireCount,
  requireDepartment,
  withAs,
} from '../place.ts';
import { type JsonOption, pour, print } from '../print.ts';
import { usage } from '../problem.ts';
import { table } from '../text/table.ts';

const Dead = z.object({
  letters: z.array(
    z.object({
      receivedAt: z.string(),
      door: z.string(),
      department: z.string(),
      code: z.string(),
      details: z.array(z.string()),
      size: z.int(),
      sha256: z.string(),
      number: z.int(),
    }),
  ),
  total: z.int(),
  next: z.int().nullable(),
});

const requireId = (text: string): string => {
  if (Digest.safeParse(text).success) return text;
  throw usage(
    `来件编号“${text}”不对，可先列出来件`,
    `"${text}" is no id of a letter: list them`,
    hintAs('dead'),
  );
};

const requireNumber = (text: string): string => {
  if (/^[1-9]\d{0,14}$/.test(text)) return text;
  throw usage(`“${text}”应为来件的序号`, `"${text}" should be the number of a letter`);
};

/** The operator alone opens one, with the key that lies beside the platform's other keys. */
const openOne = async (options: PlaceOptions, sha256: string): Promise<void> => {
  const answer = await (await operatorHttp(options)).post('/v1/operator/dead/open', { sha256 });
  const { base64 } = z.object({ base64: z.string() }).parse(answer);
  pour(Buffer.from(base64, 'base64'));
};

type Options = PlaceOptions &
  AsOption &
  JsonOption & {
    open?: string;
    limit?: string;
    before?: string;
    clear?: string;
    upTo?: string;
    reason?: string;
  };

const clear = async (http: Http, options: Options): Promise<void> => {
  const { clear: department, upTo, reason } = options;
  if (upTo === undefined || reason === undefined)
    throw usage('清理来件须写明 --up-to 和 --reason', 'to let go of letters say --up-to and --reason');
  const answer = await http.post('/v1/dead/clear', { department, upTo: Number(upTo), reason });
  const { ledgerSequence } = z.object({ ledgerSequence: z.int() }).parse(answer);
  print(
    options,
    answer,
    () =>
      `已清理 ${department} 第 ${upTo} 号及以前的来件，记入账本第 ${ledgerSequence} 条 / cleared, with an entry`,
  );
};

const list = async (http: Http, options: Options): Promise<void> => {
  const { limit, before } = options;
  const [answer] = await Promise.all([
    http.get('/v1/dead', { limit, before }),
    options.json ? undefined : learnNames(http),
  ]);
  const found = Dead.parse(answer);
  print(options, found, () =>
    [
      table(
        ['序号', '收到时间', '来自', '原因', '字段', '字节', '编号'],
        found.letters.map((l) => [
          String(l.number),
          whenText(l.receivedAt),
          departmentTitle(l.department),
          `${ERRORS[l.code as ErrorCode]?.zh ?? ''} ${l.code}`.trim(),
          l.details.slice(0, 2).join('; '),
          String(l.size),
          l.sha256,
        ]),
        '没有未能受理的来件 / no dead letters',
      ),
      ...(found.next === null
        ? []
        : [`共 ${found.total} 件，续见 --before ${found.next} / more with --before`]),
    ].join('\n'),
  );
};

const dead = async (options: Options): Promise<void> => {
  if (options.open) {
    await openOne(options, options.open);
    return;
  }
  if (options.as === undefined) {
    throw usage(
      '来件由联席会议办公室查看，请用 --as，如 --as 653023/joint-meeting-office/o-1',
      'dead letters are read by the joint-meeting office: give --as, e.g. --as 653023/joint-meeting-office/o-1',
    );
  }
  const { department, officer } = parseAs(options.as);
  const http = await officerHttp(options, `${department}/${officer}`);
  await (options.clear === undefined ? list(http, options) : clear(http, options));
};

export const deadCommand = (): Command =>
  withAs(
    new Command('dead')
      .option(
        '--open <id>',
        '以运维身份打开一件来件的内容 / as the operator, print the content of one',
        requireId,
      )
      .option('--limit <n>', '每页件数 / letters of a page', requireCount)
      .option('--before <number>', '只列此序号以前的 / those before this number', requireNumber)
      .option(
        '--clear <department>',
        '清理一个部门的来件，记入账本 / let go of a department’s',
        requireDepartment,
      )
      .option('--up-to <number>', '清理到此序号（含） / up to and with this number', requireNumber)
      .option('--reason <text>', '清理的理由 / why'),
  ).action(dead);
