// `xianjie outbox`: sends what waits, in order, and shows what became of every command.
import { Command } from 'commander';
import type { SignedCommand } from '../../../schemas/command.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { inBeijing } from '../../../schemas/instant.ts';
import { whenText } from '../../words/instants.ts';
import { noWords, type Words } from '../../words/words.ts';
import { NOT_TRIED, REFUSED } from '../exit-codes.ts';
import { officerHttp } from '../http.ts';
import {
  type AsOption,
  credentialsOf,
  type PlaceOptions,
  placeOf,
  requireAs,
  requireCount,
  withAs,
} from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, print, tell } from '../print.ts';
import { refusalWords } from '../text/refusal-text.ts';
import { table } from '../text/table.ts';
import { sayUnreadable } from '../unreadable.ts';

type Options = PlaceOptions & AsOption & JsonOption & { wait: string; all?: boolean };

const line = ({ command }: SignedCommand, status: string, { commandTitle }: Words): string[] => [
  whenText(inBeijing(command.occurredAt)),
  commandTitle(command.command).zh,
  command.case ?? '（新案件）',
  command.commandId,
  status,
];
const statusOf = (answer: Answer, words: Words): string =>
  answer.ok
    ? `已受理，账本第 ${answer.ledgerSequence} 条`
    : `被拒绝 ${answer.code}：${refusalWords(answer, words).zh}`;

const outbox = async (options: Options): Promise<void> => {
  const { department, officer } = requireAs(options);
  const { credentials, folder, url } = await credentialsOf(placeOf(options), department);
  const answered: { signed: SignedCommand; answer: Answer }[] = [];
  const { connectDepartment } = await import('../../client/department-client.ts');
  const client = await connectDepartment({
    credentials,
    url,
    folder,
    connectWithin: 0,
    answerWithin: 5_000,
    onAnswer: (signed, answer) => void answered.push({ signed, answer }),
  });
  try {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      client.outbox().idle(),
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Number(options.wait) * 1_000);
      }),
    ]);
    clearTimeout(timer);
    const waiting = await client.outbox().waiting();
    const settled = options.all
      ? [...(await client.outbox().settled('receipts')), ...(await client.outbox().settled('refused'))]
      : answered;
    const unreadable = await client.outbox().unreadable();
    const value = {
      waiting: waiting.map(({ signed }) => signed.command),
      unreadable,
      answered: settled.map(({ signed, answer }) => ({ command: signed.command, answer })),
    };
    const words = options.json
      ? noWords
      : await platformWords(await officerHttp(options, `${department}/${officer}`));
    print(options, value, () =>
      table(
        ['发生时间', '事项', '案件', '命令编号', '状态'],
        [
          ...settled.map(({ signed, answer }) => line(signed, statusOf(answer, words), words)),
          ...waiting.map(({ signed }) => line(signed, '等待发送', words)),
        ],
        '发件箱是空的 / the outbox is empty',
      ),
    );
    for (const name of unreadable)
      sayUnreadable(folder)({ name, commandId: name.replace(/^\d+-|\.json$/g, '') });
    if (unreadable.length > 0) process.exitCode = NOT_TRIED;
    if (waiting.length > 0) {
      const reason = await client.reach(1).then(
        () => '平台没有应答 / no answer',
        (error: Error) => error.message,
      );
      tell(`${waiting.length} 件尚未发出 ${waiting.length} waiting: ${reason}`);
    }
    if (answered.some(({ answer }) => !answer.ok)) process.exitCode = REFUSED;
    else if (waiting.length > 0) process.exitCode = NOT_TRIED;
  } finally {
    await client.close();
  }
};

export const outboxCommand = (): Command =>
  withAs(
    new Command('outbox')
      .option('--all', '也列出以前的结果 / also what was answered before')
      .option('--wait <seconds>', '最多等待的秒数 / seconds to try', requireCount, '15'),
  ).action(outbox);
