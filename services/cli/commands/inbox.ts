// `xianjie inbox`: what a department was told, checked against the ledger's signature, and acknowledged once shown.
import { Command } from 'commander';
import type { Disclosure } from '../../../schemas/command.ts';
import type { Body, OpenedNotice } from '../../../schemas/entry.ts';
import type { Precision } from '../../../schemas/instant.ts';
import { connectDepartment } from '../../client/department-client.ts';
import { whenKnownRemarked, whenText } from '../../words/instants.ts';
import { valueLines } from '../../words/party-values.ts';
import { noWords, type Words } from '../../words/words.ts';
import { officerHttp } from '../http.ts';
import { actorTitle, departmentTitle, learnNames } from '../names.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, printLine } from '../print.ts';

type Options = PlaceOptions & AsOption & JsonOption & { follow?: boolean; keep?: boolean };

const actorOf = ({ command: { actor } }: Body): string =>
  'department' in actor
    ? `${actorTitle(actor.department)} ${actor.officer}`
    : actorTitle(`service:${actor.service}`);

const precisionOf = ({ command }: Body): Precision =>
  'precision' in command ? command.precision : 'instant';

const paperLine = ({ command }: Body, { paperTitle }: Words): string[] => {
  const papers = 'body' in command ? (command.body.papers ?? []) : [];
  return papers.length === 0
    ? []
    : [
        `文书：${papers.map((p) => `${paperTitle(p.code).zh}${p.explained ? '(未附，已说明)' : ''}`).join('、')}`,
      ];
};

/** A status word comes as its code. */
const inWords = (
  procedure: string,
  { path, value }: Disclosure,
  words: Words,
): Pick<Disclosure, 'path' | 'value'> =>
  path.startsWith('/shows/')
    ? { path, value: words.statusWordTitle(procedure, String(value)).zh }
    : { path, value };

const noticeText = (notice: OpenedNotice, words: Words): string => {
  const { procedureTitle, eventTitle, clockLines } = words;
  const { head, body, ledgerSequence, disclosures } = notice.data;
  const [, procedure = '', event = ''] = notice.type.split('.');
  const from = body ? `  来自 ${actorOf(body)}` : '';
  const earlier = notice.backfill ? '（移交前的记录）' : '';
  const occurred = body ? `  发生 ${whenKnownRemarked(body.command.occurredAt, precisionOf(body))}` : '';
  return [
    `${whenText(head.recordedAt)}  ${procedureTitle(procedure).zh} · ${eventTitle(event, procedure).zh}${earlier}${from}`,
    `    案件 ${head.id}${occurred}  账本第 ${ledgerSequence} 条`,
    ...[
      ...(body ? [...clockLines(body.events, departmentTitle), ...paperLine(body, words)] : []),
      ...valueLines(disclosures.map((shown) => inWords(procedure, shown, words))),
    ].map((line) => `    ${line}`),
  ].join('\n');
};

const inbox = async (options: Options): Promise<void> => {
  const { department, officer } = requireAs(options);
  const { credentials, folder } = await credentialsOf(placeOf(options), department);
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
      printLine(options, plain, () => noticeText(plain, words));
      count += 1;
      if (options.keep) kept.push(later);
      else await ack();
    }
    // Given back only now: at once they would come round again.
    for (const giveBack of kept) giveBack();
    if (options.json || options.follow) return;
    process.stdout.write(
      count === 0
        ? '没有新的通报 / nothing new\n'
        : `可办事项 what to do: xianjie commands 案件编号 --as ${department}/${officer}\n`,
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
