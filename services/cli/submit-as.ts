// Submitting for an officer from the terminal: through the outbox, so that neither a lost answer nor Ctrl-C loses a command.
import type { Answer, Receipt } from '../../schemas/entry.ts';
import type { ClientError } from '../client/client-error.ts';
import { type Asked, type By, connectDepartment } from '../client/department-client.ts';
import { whenText } from '../words/instants.ts';
import { noWords, type Words } from '../words/words.ts';
import { officerHttp } from './http.ts';
import { type AsOption, credentialsOf, type PlaceOptions, placeOf, requireAs } from './place.ts';
import { platformWords } from './platform-law.ts';
import { type JsonOption, print } from './print.ts';
import { CliProblem, refused } from './problem.ts';

export type SubmitOptions = PlaceOptions & AsOption & JsonOption & { readonly wait?: string };

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

/** Waits for the answer of one command while everything that waits is sent in order. `null` when time is up. */
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

/** Signs and sends; prints the receipt. @throws CliProblem for a refusal, and where the command waits in the outbox */
export const submitAs = async (
  options: SubmitOptions,
  asked: Asked,
  by: Omit<By, 'officer'>,
): Promise<void> => {
  const { department, officer } = requireAs(options);
  const { credentials, folder } = await credentialsOf(placeOf(options), department);
  const wait = Number(options.wait ?? '15') * 1_000;
  let settle: (answer: Answer) => void = () => undefined;
  const answered = new Promise<Answer>((resolve) => {
    settle = resolve;
  });
  let commandId = '';
  const client = await connectDepartment({
    credentials,
    folder,
    connectWithin: 0,
    answerWithin: 5_000,
    onAnswer: (signed, answer) => {
      if (signed.command.commandId === commandId) settle(answer);
    },
  });
  try {
    const signed = client.sign(asked, { officer, ...by });
    commandId = signed.command.commandId;
    await client.outbox().put(signed);
    // The very same command may have been answered in an earlier run.
    const known = await client.outbox().answerTo(commandId);
    if (known) settle(known);
    const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
    const answer = await answerWithin(wait, answered, interrupted);
    if (!answer) {
      const reason = await client.reach(1).then(
        () => '平台没有应答 / no answer yet',
        (error: ClientError) => error.message,
      );
      throw new CliProblem(
        'IN_OUTBOX',
        `${reason.split(' / ')[0]}；命令 ${commandId} 已存入发件箱，恢复后执行 xianjie outbox --as ${department}/${officer} 发出`,
        `${reason.split(' / ')[1] ?? ''}; command ${commandId} is kept in the outbox: run xianjie outbox --as ${department}/${officer} when the bus is back`,
      );
    }
    const words = options.json
      ? noWords
      : await platformWords(await officerHttp(options, `${department}/${officer}`));
    if (!answer.ok) throw refused(answer, words);
    print(options, answer, () => receiptText(asked.command, answer, words));
  } finally {
    await client.close();
  }
};
