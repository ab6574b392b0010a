// `xianjie inbox`: what came for a department, opened with its key and checked against the ledger's signature, and marked as read
// by this officer once shown. Its colleagues, and the department's software on the bus, are told of it all the same.
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { Notice, OpenedNotice } from '../../../schemas/entry.ts';
import { regionOfCase } from '../../../schemas/ids.ts';
import { checkNotice, type NoticeReceiver } from '../../client/check-notice.ts';
import { doubtsOfNotice } from '../../client/notice-bands.ts';
import { InboxAnswer } from '../../doors/http/inbox-answer.ts';
import { sealingKeyOfJwk } from '../../proof/seal.ts';
import { noWords } from '../../words/words.ts';
import { knownBands } from '../bands.ts';
import { REFUSED } from '../exit-codes.ts';
import { commandLines, hintAs } from '../hint.ts';
import { officerHttp } from '../http.ts';
import { sayLag } from '../lagging.ts';
import { learnNames } from '../names.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs, withAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { type JsonOption, printLine, show } from '../print.ts';
import { CliProblem } from '../problem.ts';
import { noticeText, readByText } from '../text/notice-text.ts';
import { terminalWidth } from '../text/wrap-text.ts';

type Options = PlaceOptions &
  AsOption &
  JsonOption & { follow?: boolean; keep?: boolean; all?: boolean; own?: boolean };
type Received = InboxAnswer['notices'][number];

/** Milliseconds between two looks while following. */
const LOOK_AGAIN = 2_000;

const untrusted = (all: readonly string[]): CliProblem =>
  new CliProblem(
    'NOTICE_UNTRUSTED',
    '收到的通报未通过核验，未显示，仍列为未阅，请联系平台运维人员',
    'notices failed their check, were not shown and stay unread: call the operator of the platform',
    { exitCode: REFUSED, details: all },
  );

/** The notices that came with one, and that one, opened; or what is wrong with them. */
const openedOf = async (
  { notice, earlier }: Received,
  receiver: NoticeReceiver,
): Promise<{ opened: OpenedNotice[]; faults: string[] }> => {
  const checkOne = (one: Notice) => checkNotice(Buffer.from(JSON.stringify(one)), receiver);
  const checked = await Promise.all([...earlier, notice].map(checkOne));
  return {
    opened: checked.flatMap((one) => (one.ok ? [one.notice] : [])),
    faults: checked.flatMap((one) => (one.ok ? [] : one.faults.map((fault) => `${notice.id}: ${fault}`))),
  };
};

const nothingNew = ({ own }: Options): string =>
  own
    ? '没有未阅的本部门事项；阅过的加 --all / nothing new of this department’s own; --all shows what was read'
    : '没有新的通报；阅过的加 --all，本部门自己办理的加 --own / nothing new; --all shows what was read, --own what this department did';

const inbox = async (options: Options): Promise<void> => {
  const { department, officer } = requireAs(options);
  const as = `${department}/${officer}`;
  const { credentials } = await credentialsOf(placeOf(options), department);
  const { ledgerKeys, sealKey } = credentials;
  const receiver = { department, ledgerKeys, sealKey: sealingKeyOfJwk(sealKey) };
  const http = await officerHttp(options, as);
  const [words] = await Promise.all([
    options.json ? noWords : platformWords(http),
    options.json ? undefined : learnNames(http),
  ]);
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const bands = knownBands(http);
  const shown = new Set<string>();
  const faults: string[] = [];

  /** Whether it may be marked as read: shown now, and trusted. */
  const showOne = async (received: Received): Promise<boolean> => {
    const { own, readBy, notice } = received;
    const { opened, faults: wrong } = await openedOf(received, receiver);
    shown.add(notice.id);
    faults.push(...wrong);
    if (wrong.length > 0) return false;
    await bands.learn(
      opened.flatMap(({ data }) => (data.disclosures.length > 0 ? [regionOfCase(data.head.id)] : [])),
    );
    for (const one of opened)
      printLine(options, { ...one, own, readBy, bandDoubts: doubtsOfNotice(one, bands.of) }, () =>
        [
          noticeText(one, terminalWidth(), words, bands.of),
          ...(one.id === notice.id ? readByText(readBy, officer, terminalWidth()) : []),
        ].join('\n'),
      );
    return true;
  };
  /** Every page there is now. */
  const showAll = async (): Promise<void> => {
    let after: string | undefined;
    do {
      const [all, own] = [options.all, options.own].map((is) => (is ? 'true' : undefined));
      const { lagging, notices, next } = InboxAnswer.parse(await http.get('/v1/inbox', { after, all, own }));
      sayLag(lagging);
      const read: string[] = [];
      for (const received of notices) {
        const { notice, readBy } = received;
        const isNew = !shown.has(notice.id) && (await showOne(received));
        if (isNew && !readBy.some((reading) => reading.officer === officer)) read.push(notice.id);
      }
      if (read.length > 0 && !options.keep) await http.post('/v1/inbox/read', { notices: read });
      after = next ?? undefined;
    } while (after !== undefined && !stopping.signal.aborted);
  };

  await showAll();
  while (options.follow && !stopping.signal.aborted) {
    await pause(LOOK_AGAIN, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (!stopping.signal.aborted) await showAll();
  }
  if (faults.length > 0) throw untrusted(faults);
  if (options.json || options.follow) return;
  show(
    shown.size === 0
      ? nothingNew(options)
      : ['可办事项 what to do:', ...commandLines('  ', hintAs('commands 案件编号'))].join('\n'),
  );
};

export const inboxCommand = (): Command =>
  withAs(
    new Command('inbox')
      .option('--all', '已阅的也列出 / what was read, too')
      .option('--own', '只列本部门自己办理的事项 / what this department did itself, instead')
      .option('--follow', '持续接收，直到 Ctrl-C / go on until Ctrl-C')
      .option('--keep', '只看，不标为已阅 / look without marking as read'),
  ).action(inbox);
