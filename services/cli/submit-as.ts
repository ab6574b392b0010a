// Submitting for an officer from the terminal: through the outbox, so that neither a lost answer nor Ctrl-C loses a command.
import { type BandRule, rulesOf } from '../../schemas/band-rule.ts';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import type { CaseId } from '../../schemas/ids.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import type { ClientError } from '../client/client-error.ts';
import type { Asked, By, DepartmentClient } from '../client/department-client.ts';
import type { Given } from '../client/outbox-folder.ts';
import { realClock } from '../clock.ts';
import { TimelineAnswer } from '../doors/http/timeline-answer.ts';
import { openedCaseId } from '../proof/case-id.ts';
import { elsewhereLines } from '../words/elsewhere.ts';
import { noWords, type Words, wordsOf } from '../words/words.ts';
import { bandsForCommand, requireFitting, saysAmount, withBandsOf } from './bands.ts';
import { hintAs } from './hint.ts';
import { type Http, officerHttp } from './http.ts';
import { departmentTitle, learnNames } from './names.ts';
import { offlineLaw } from './offline-law.ts';
import { type Answered, outboxSender } from './outbox-sender.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs } from './place.ts';
import { platformWords } from './platform-law.ts';
import { type JsonOption, print, show, tell } from './print.ts';
import { CliProblem, refused } from './problem.ts';
import { askAtTerminal, confirmDates } from './said-when.ts';
import { type Did, NOTHING_SAID, receiptText } from './text/receipt-text.ts';
import { refusalWords } from './text/refusal-text.ts';
import { sayUnreadable } from './unreadable.ts';

export type SubmitOptions = PlaceOptions &
  AsOption &
  JsonOption & { readonly wait?: string; readonly yes?: boolean };

export type Follow = {
  /** What goes after it, once it is taken, or behind it into the outbox where it waits. */
  readonly also?: (of: { readonly case: CaseId; readonly commandId: string }) => readonly Asked[];
  /** What a person reads below the receipt. */
  readonly next?: (receipt: Receipt) => readonly string[];
};

/** Waits for an answer while everything that waits is sent in order. `null` when time is up. */
const answerWithin = async (
  millis: number,
  answered: Promise<Answer>,
  interrupted: Promise<void>,
): Promise<Answer | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), millis);
  });
  try {
    return await Promise.race([answered, late, interrupted.then(() => null)]);
  } finally {
    clearTimeout(timer);
  }
};

/** Every instant that the command gives an act. */
const datesIn = ({ occurredAt, body = {} }: Asked): Instant[] =>
  [occurredAt, body.corrects?.occurredAt, ...(body.steps ?? []).map((step) => step.occurredAt)].filter(
    (at) => at !== undefined,
  );

/**
 * Now is when it was first typed: sent again without a date, or with the day it was sent on, a command happened when it was
 * first said to. What was refused never happened.
 */
const asFirstSaid = async (asked: Asked, first: Given | null): Promise<Asked> => {
  if (!first || first.answer?.ok === false) return asked;
  const { occurredAt, precision } = first.signed.command;
  const again = withBandsOf(asked, first, await offlineLaw());
  if (asked.occurredAt === undefined) return { ...again, occurredAt, precision };
  return asked.precision === 'day' && dateOf(occurredAt) === dateOf(asked.occurredAt)
    ? { ...again, occurredAt }
    : again;
};

/** How the bands of its amounts are made; a person is told where nobody can say. */
const bandsOfCommand = async (
  options: SubmitOptions,
  { department, officer }: ReturnType<typeof requireAs>,
  asked: Asked,
  { party }: Omit<By, 'officer'>,
): Promise<readonly BandRule[]> => {
  if (!saysAmount(party)) return [];
  const http = await officerHttp(options, `${department}/${officer}`).catch(() => null);
  const rules = http && (await bandsForCommand(http, department, asked));
  if (!rules)
    tell(
      '无法向平台查询金额标准，本命令未附金额档次；恢复后可用 case amount 补充 / the standard of amounts cannot be asked of the platform: sent without bands, which `case amount` adds later',
    );
  requireFitting(
    asked,
    party ?? {},
    rulesOf(rules ?? [], { department, officer }),
    wordsOf(await offlineLaw()),
  );
  return rules ?? [];
};

/** What a command of an earlier run came to, which nobody waits for any more. */
const otherText = ({ signed: { command }, answer }: Answered, words: Words): string => {
  const what = `发件箱中先前的“${words.commandTitle(command.command).zh}”${command.case ?? ''}（命令 ${command.commandId}）`;
  if (answer.ok) return `${what}已受理 / a command that waited was taken`;
  const { zh, en } = refusalWords(answer, words);
  return `${what}被拒绝 ${answer.code}：${zh} / a command that waited was refused: ${en}`;
};

/** Milliseconds; what is told beside a receipt keeps nobody waiting. */
const WITHIN = 3_000;

/** Events whose receipt says more than their names. */
const SAYS_MORE = /^(clock-|limit-urged|proceeding-moved|case-(joined|parted|restricted)|restriction-lifted)/;

/** What a command just taken did to limits, each by its name with its due date, and where it led; nothing where that cannot be read now. */
const didOf = async (http: Http, receipt: Receipt, words: Words): Promise<Did> => {
  if (!receipt.events.some((event) => SAYS_MORE.test(event))) return NOTHING_SAID;
  const path = `/v1/cases/${encodeURIComponent(receipt.case)}/timeline`;
  const [answer] = await Promise.all([
    http.get(path, { after: String(receipt.sequence - 1) }, WITHIN).catch(() => null),
    learnNames(http),
  ]);
  const found = TimelineAnswer.safeParse(answer).data?.entries.find(({ hash }) => hash === receipt.hash);
  return found
    ? {
        limits: words.clockLines(found.events, departmentTitle),
        elsewhere: elsewhereLines(found.events, departmentTitle),
      }
    : NOTHING_SAID;
};

const stillWaiting = async (client: DepartmentClient, commandId: string, as: string): Promise<CliProblem> => {
  const reason = await client.reach(1).then(
    () => '平台没有应答 / no answer yet',
    (error: ClientError) => error.message,
  );
  const [zh, en = ''] = reason.split(' / ');
  return new CliProblem(
    'IN_OUTBOX',
    `${zh}；命令 ${commandId} 已存入发件箱，恢复后再发出`,
    `${en}; command ${commandId} is kept in the outbox and is sent from there once the bus is back`,
    { next: hintAs('outbox', as) },
  );
};

/**
 * Signs and sends; prints the receipt.
 * @throws CliProblem for a refusal, for a date far back that nobody confirms, and where the command waits in the outbox
 */
export const submitAs = async (
  options: SubmitOptions,
  asked: Asked,
  by: Omit<By, 'officer'>,
  { also = () => [], next = () => [] }: Follow = {},
): Promise<void> => {
  const { department, officer } = requireAs(options);
  await confirmDates(datesIn(asked), realClock().now(), { yes: options.yes, ask: askAtTerminal });
  const { credentials, folder, url } = await credentialsOf(placeOf(options), department);
  const wait = Number(options.wait ?? '15') * 1_000;
  const { onAnswer, others, put } = outboxSender();
  const rules = await bandsOfCommand(options, { department, officer }, asked, by);
  let isNew = true;
  // Loaded here, so that commands that only read need no client of the bus.
  const { connectDepartment } = await import('../client/department-client.ts');
  const client = await connectDepartment({
    credentials,
    url,
    folder,
    connectWithin: 0,
    answerWithin: 5_000,
    onAnswer,
    onUnreadable: sayUnreadable(folder),
    bandsOf: () => (isNew ? rules : []),
  });
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  let words = noWords;
  try {
    const first = asked.commandId ? await client.outbox().known(asked.commandId) : null;
    isNew = first === null || first.answer?.ok === false;
    const signed = client.sign(await asFirstSaid(asked, first), { officer, ...by });
    const { answered } = await put(client, signed);
    const answer = await answerWithin(wait, answered, interrupted);
    const { commandId, case: onCase = openedCaseId(signed.command) } = signed.command;
    const following =
      answer?.ok === false
        ? []
        : also({ case: onCase, commandId }).map((one) => client.sign(one, { officer }));
    if (!answer) {
      for (const one of following) await put(client, one);
      throw await stillWaiting(client, commandId, `${department}/${officer}`);
    }
    const http = options.json ? undefined : await officerHttp(options, `${department}/${officer}`);
    if (http) words = await platformWords(http);
    if (!answer.ok) throw refused(answer, words);
    const did = http ? await didOf(http, answer, words) : NOTHING_SAID;
    print(options, answer, () =>
      [receiptText(asked.command, answer, did, words), ...next(answer)].join('\n'),
    );
    for (const one of following) {
      const after = await answerWithin(wait, (await put(client, one)).answered, interrupted);
      const { command, case: of = '', commandId: id } = one.command;
      const title = `${words.commandTitle(command).zh} ${of}`;
      if (after?.ok) {
        if (!options.json) show(`已受理 accepted  ${title}`);
        continue;
      }
      const left = after ? refused(after, words) : await stillWaiting(client, id, `${department}/${officer}`);
      tell(`${title}：${left.code}: ${left.line}`, left.next);
      process.exitCode = left.exitCode;
    }
  } finally {
    await client.close();
    for (const other of others()) tell(otherText(other, words));
  }
};
