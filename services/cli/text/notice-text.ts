// A notice as its receiver reads it on a terminal: what was done, by whom, and all that it says.
import type { Body, OpenedNotice } from '../../../schemas/entry.ts';
import { BUS } from '../../../schemas/ids.ts';
import { type Instant, inBeijing, type Precision } from '../../../schemas/instant.ts';
import { type BandsOf, doubtsOfNotice } from '../../client/notice-bands.ts';
import { isByBus } from '../../words/departments.ts';
import { elsewhereLines } from '../../words/elsewhere.ts';
import { whenKnownRemarked, whenText } from '../../words/instants.ts';
import { paperLines } from '../../words/papers.ts';
import type { Words } from '../../words/words.ts';
import { actorTitle, departmentTitle } from '../names.ts';
import { hanging } from './wrap-text.ts';

type Notice = Pick<OpenedNotice, 'type' | 'backfill' | 'data'>;

const actorOf = ({ command: { actor }, events }: Body): string => {
  if (isByBus(events)) return actorTitle(BUS);
  return 'department' in actor
    ? `${actorTitle(actor.department)} ${actor.officer}`
    : actorTitle(`service:${actor.service}`);
};

const precisionOf = ({ command }: Body): Precision =>
  'precision' in command ? command.precision : 'instant';

/** Steps of an entry with what they say openly, each thing once. */
const openLines = (
  { command, events }: Body,
  disclosures: Notice['data']['disclosures'],
  words: Words,
): string[] => {
  const steps = events.flatMap((event) => (event.kind === 'step' ? [event] : []));
  const papers = new Map(steps.flatMap((step) => step.papers ?? []).map((paper) => [paper.id, paper]));
  const links = 'commitments' in command ? (command.body.links ?? []) : [];
  return [
    ...new Set(
      steps.flatMap(({ fields = {}, reasonCode }) => [
        ...Object.entries(fields).map(
          ([name, value]) => `${words.fieldTitle(name).zh}：${words.fieldText(name, value)}`,
        ),
        ...(reasonCode ? [`理由代码：${reasonCode}`] : []),
      ]),
    ),
    ...events.flatMap((event) => (event.kind === 'fact' ? [`事实：${event.fact}`] : [])),
    ...links.map(({ case: id, relation }) => `关联案件：${id} ${relation}`),
    ...[...papers.values()].flatMap((paper) => {
      const title = disclosures.find(({ path }) => path.endsWith(`/papers/${paper.id}/title`));
      const [first = '', ...rest] = paperLines(paper, words, title && words.valueText(title));
      return [`文书：${first}`, ...rest.map((line) => `  ${line}`)];
    }),
  ];
};

/** A status word comes as its code. */
const valueLinesOf = (procedure: string, { disclosures }: Notice['data'], words: Words): string[] =>
  words.valueLines(
    disclosures
      .filter(({ path }) => !path.includes('/papers/'))
      .map(({ path, value }) =>
        path.startsWith('/shows/')
          ? { path, value: words.statusWordTitle(procedure, String(value)).zh }
          : { path, value },
      ),
  );

/** Which colleagues have read it; nothing where none has. */
export const readByText = (
  readBy: readonly { readonly officer: string; readonly at: Instant }[],
  officer: string,
  width: number,
): string[] => {
  const others = readBy.filter((reading) => reading.officer !== officer);
  return others.length === 0
    ? []
    : hanging(
        '    同事已阅：',
        others.map((one) => `${one.officer}（${whenText(one.at)}）`).join('、'),
        width,
      );
};

/** At most `width` cells wide where the text allows it. `bandsOf`: how bands are made, to see which do not fit. */
export const noticeText = (
  { type, backfill, data }: Notice,
  width: number,
  words: Words,
  bandsOf: BandsOf = () => [],
): string => {
  const { head, body, ledgerSequence, disclosures } = data;
  const [, procedure = '', event = ''] = type.split('.');
  const title = `${words.procedureTitle(procedure).zh} · ${words.eventTitle(event, procedure).zh}`;
  const from = body ? `  来自 ${actorOf(body)}` : '';
  const occurred = body
    ? `发生 ${whenKnownRemarked(inBeijing(body.command.occurredAt), precisionOf(body))}  `
    : '';
  return [
    ...hanging(
      `${whenText(head.recordedAt)}  `,
      `${title}${backfill ? '（移交前的记录）' : ''}${from}`,
      width,
    ),
    ...[
      `案件 ${head.id}`,
      `${occurred}本案第 ${head.sequence} 条，账本第 ${ledgerSequence} 条`,
      ...valueLinesOf(procedure, data, words),
      ...doubtsOfNotice({ data }, bandsOf).map((doubt) => `⚠ ${words.bandDoubtText(doubt)}`),
      ...(body
        ? [
            ...openLines(body, disclosures, words),
            ...elsewhereLines(body.events, departmentTitle),
            ...words.clockLines(body.events, departmentTitle),
          ]
        : []),
    ].flatMap((line) => hanging('    ', line, width)),
  ].join('\n');
};
