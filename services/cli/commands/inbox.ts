// `xianjie inbox`: what a department was told, checked against the ledger's signature, and acknowledged once shown.
import { Command } from 'commander';
import { headlineOf } from '../../../case/who-is-told.ts';
import { paperTitle } from '../../../law/paper-titles.ts';
import { eventTitle, procedureTitle } from '../../../law/titles.ts';
import type { Notice } from '../../../schemas/entry.ts';
import type { Precision } from '../../../schemas/instant.ts';
import { connectDepartment } from '../../client/department-client.ts';
import { clockLines } from '../../words/clock-events.ts';
import { whenKnownRemarked, whenText } from '../../words/instants.ts';
import { valueLines } from '../../words/party-values.ts';
import { officerHttp } from '../http.ts';
import { actorTitle, departmentTitle, learnNames } from '../names.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs, withAs } from '../place.ts';
import { type JsonOption, printLine } from '../print.ts';

type Options = PlaceOptions & AsOption & JsonOption & { follow?: boolean; keep?: boolean };

const actorOf = ({ data }: Notice): string => {
  const { actor } = data.entry.command;
  return 'department' in actor
    ? `${actorTitle(actor.department)} ${actor.officer}`
    : actorTitle(`service:${actor.service}`);
};

const precisionOf = ({ command }: Notice['data']['entry']): Precision =>
  'precision' in command ? command.precision : 'instant';

const paperLine = ({ data }: Notice): string[] => {
  const papers = 'body' in data.entry.command ? (data.entry.command.body.papers ?? []) : [];
  return papers.length === 0
    ? []
    : [
        `文书：${papers.map((p) => `${paperTitle(p.code).zh}${p.explained ? '(未附，已说明)' : ''}`).join('、')}`,
      ];
};

const noticeText = (notice: Notice): string => {
  const { entry, ledgerSequence, disclosures } = notice.data;
  const [, procedure = ''] = notice.type.split('.');
  const headline = headlineOf(entry.events);
  const title = headline ? eventTitle(headline.type, procedure).zh : notice.type;
  return [
    `${whenText(entry.recordedAt)}  ${procedureTitle(procedure).zh} · ${title}  来自 ${actorOf(notice)}`,
    `    案件 ${entry.id}  发生 ${whenKnownRemarked(entry.occurredAt, precisionOf(entry))}  账本第 ${ledgerSequence} 条`,
    ...[...clockLines(entry.events, departmentTitle), ...paperLine(notice), ...valueLines(disclosures)].map(
      (line) => `    ${line}`,
    ),
  ].join('\n');
};

const inbox = async (options: Options): Promise<void> => {
  const { department, officer } = requireAs(options);
  const { credentials, folder } = await credentialsOf(placeOf(options), department);
  const client = await connectDepartment({ credentials, folder });
  if (!options.json) await learnNames(await officerHttp(options, `${department}/${officer}`));
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  let count = 0;
  const kept: (() => void)[] = [];
  try {
    for await (const notice of client.notices({ signal: stopping.signal, untilEmpty: !options.follow })) {
      const { ack, later, ...plain } = notice;
      printLine(options, plain, () => noticeText(plain));
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
