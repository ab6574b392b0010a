// Submitting for an officer from the terminal: through the outbox, so that neither a lost answer nor Ctrl-C loses a command.
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import type { CaseId } from '../../schemas/ids.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import type { ClientError } from '../client/client-error.ts';
import {
  type Asked,
  type By,
  connectDepartment,
  type DepartmentClient,
} from '../client/department-client.ts';
import { realClock } from '../clock.ts';
import { digestOf } from '../proof/canonical.ts';
import { openedCaseId } from '../proof/case-id.ts';
import { whenText } from '../words/instants.ts';
import { noWords, type Words } from '../words/words.ts';
import { officerHttp } from './http.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs } from './place.ts';
import { platformWords } from './platform-law.ts';
import { type JsonOption, print } from './print.ts';
import { CliProblem, refused } from './problem.ts';
import { askAtTerminal, confirmDates } from './said-when.ts';
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

const receiptText = (command: string, receipt: Receipt, { commandTitle, eventTitle }: Words): string => {
  const counted = Map.groupBy(receipt.events, (event) => eventTitle(event).zh);
  const events = [...counted].map(([title, all]) => (all.length > 1 ? `${title}×${all.length}` : title));
  return [
    `已受理 accepted  ${commandTitle(command).zh}${receipt.repeated ? '(此前已受理，这是首次的回执)' : ''}`,
    `  案件 case      ${receipt.case}${receipt.proceedings.length > 0 ? `  程序 ${receipt.proceedings.join(' ')}` : ''}`,
    `  记录 entry     本案第 ${receipt.sequence} 条，账本第 ${receipt.ledgerSequence} 条，${whenText(receipt.recordedAt)}`,
    `  事件 events    ${events.join('、')}`,
    `  回执 receipt   ${receipt.hash} (签名 ${receipt.signature.key})`,
  ].join('\n');
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

/** Today is now, whenever it is typed: sent again, a command of a day happened when it was first said to. */
const asFirstSaid = (asked: Asked, first: SignedCommand | undefined): Asked => {
  const said = first?.command;
  return said &&
    asked.occurredAt &&
    asked.precision === 'day' &&
    dateOf(said.occurredAt) === dateOf(asked.occurredAt)
    ? { ...asked, occurredAt: said.occurredAt }
    : asked;
};

/** Puts commands into the outbox of a client and hears what becomes of them. */
const sender = () => {
  const heard = new Map<string, (answer: Answer) => void>();
  return {
    onAnswer: (signed: SignedCommand, answer: Answer) => heard.get(digestOf(signed.command))?.(answer),
    /** The command is on the disk when this resolves. */
    put: async (client: DepartmentClient, signed: SignedCommand): Promise<{ answered: Promise<Answer> }> => {
      const digest = digestOf(signed.command);
      const answered = new Promise<Answer>((resolve) => void heard.set(digest, resolve));
      await client.outbox().put(signed);
      // The very same command may have been answered in an earlier run.
      const known = await client.outbox().known(signed.command.commandId);
      if (known?.answer && digestOf(known.signed.command) === digest) heard.get(digest)?.(known.answer);
      return { answered };
    },
  };
};

const stillWaiting = async (client: DepartmentClient, commandId: string, as: string): Promise<CliProblem> => {
  const reason = await client.reach(1).then(
    () => '平台没有应答 / no answer yet',
    (error: ClientError) => error.message,
  );
  const [zh, en = ''] = reason.split(' / ');
  return new CliProblem(
    'IN_OUTBOX',
    `${zh}；命令 ${commandId} 已存入发件箱，恢复后执行 xianjie outbox --as ${as} 发出`,
    `${en}; command ${commandId} is kept in the outbox: run xianjie outbox --as ${as} when the bus is back`,
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
  const { credentials, folder } = await credentialsOf(placeOf(options), department);
  const wait = Number(options.wait ?? '15') * 1_000;
  const { onAnswer, put } = sender();
  const client = await connectDepartment({
    credentials,
    folder,
    connectWithin: 0,
    answerWithin: 5_000,
    onAnswer,
    onUnreadable: sayUnreadable(folder),
  });
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  try {
    const first = asked.commandId ? await client.outbox().known(asked.commandId) : null;
    const signed = client.sign(asFirstSaid(asked, first?.signed), { officer, ...by });
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
    const words = options.json
      ? noWords
      : await platformWords(await officerHttp(options, `${department}/${officer}`));
    if (!answer.ok) throw refused(answer, words);
    print(options, answer, () => [receiptText(asked.command, answer, words), ...next(answer)].join('\n'));
    for (const one of following) {
      const after = await answerWithin(wait, (await put(client, one)).answered, interrupted);
      const { command, case: of = '', commandId: id } = one.command;
      const title = `${words.commandTitle(command).zh} ${of}`;
      if (after?.ok) {
        if (!options.json) process.stdout.write(`已受理 accepted  ${title}\n`);
        continue;
      }
      const left = after ? refused(after, words) : await stillWaiting(client, id, `${department}/${officer}`);
      process.stderr.write(`${title}：${left.code}: ${left.message}\n`);
    }
  } finally {
    await client.close();
  }
};
