// `xianjie inbox`: what a department was told, checked against the ledger's signature, and acknowledged once shown.
import { Command } from 'commander';
import { noWords } from '../../words/words.ts';
import { commandLines, hintAs } from '../hint.ts';
import { officerHttp } from '../http.ts';
import { learnNames } from '../names.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, printLine, show } from '../print.ts';
import { noticeText } from '../text/notice-text.ts';
import { terminalWidth } from '../text/wrap-text.ts';

type Options = PlaceOptions & AsOption & JsonOption & { follow?: boolean; keep?: boolean };

const inbox = async (options: Options): Promise<void> => {
  const { department, officer } = requireAs(options);
  const { credentials, folder } = await credentialsOf(placeOf(options), department);
  const { connectDepartment } = await import('../../client/department-client.ts');
  const client = await connectDepartment({ credentials, folder });
  const http = options.json ? undefined : await officerHttp(options, `${department}/${officer}`);
  const [words] = await Promise.all([
    http ? platformWords(http) : noWords,
    http ? learnNames(http) : undefined,
  ]);
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  let count = 0;
  const kept: (() => void)[] = [];
  try {
    for await (const notice of client.notices({ signal: stopping.signal, untilEmpty: !options.follow })) {
      const { ack, later, ...plain } = notice;
      printLine(options, plain, () => noticeText(plain, terminalWidth(), words));
      count += 1;
      if (options.keep) kept.push(later);
      else await ack();
    }
    // Given back only now: at once they would come round again.
    for (const giveBack of kept) giveBack();
    if (options.json || options.follow) return;
    show(
      count === 0
        ? '没有新的通报 / nothing new'
        : ['可办事项 what to do:', ...commandLines('  ', hintAs('commands 案件编号'))].join('\n'),
    );
  } finally {
    await client.close();
  }
};

export const inboxCommand = (): Command =>
  withAs(
    new Command('inbox')
      .description('收取通报(核验签名后显示并签收) / take the notices of the inbox, checked and acknowledged')
      .option('--follow', '持续接收，直到 Ctrl-C / go on until Ctrl-C')
      .option('--keep', '只看不签收 / look without acknowledging'),
  ).action(inbox);
