// The client that a department's own software uses: commands out with receipts, notices in with their proofs, and an outbox
// for when the bus is away. Everything here can be done in any language with the two generated documents and the README.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AskedCommand } from '../../schemas/asked-command.ts';
import { rulesOf } from '../../schemas/band-rule.ts';
import type { OpenBody, SignedCommand } from '../../schemas/command.ts';
import type { Credentials } from '../../schemas/credentials.ts';
import type { Answer } from '../../schemas/entry.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { OfficerId, regionOf, regionOfCase } from '../../schemas/ids.ts';
import { type Clock, realClock } from '../clock.ts';
import { makePrivateFolder, writeDurably } from '../durable-file.ts';
import { withBands } from '../proof/amount-bands.ts';
import { saltSecretOf } from '../proof/conceal-fields.ts';
import { signCommand } from '../proof/sign-command.ts';
import { signingKeyFromPem } from '../proof/signature.ts';
import { type Acknowledged, acknowledgedInMemory, acknowledgedOnDisk } from './acknowledged.ts';
import { keepConnected } from './bus-connection.ts';
import { ClientError } from './client-error.ts';
import type { BandsOf } from './notice-bands.ts';
import { type NoticesOptions, type ReceivedNotice, receiveNotices } from './notices.ts';
import { type Outbox, startOutbox } from './outbox.ts';
import { openOutboxFolder, outboxFolderIn, type Unreadable } from './outbox-folder.ts';
import { sendCommand } from './send-command.ts';

/** A command without what `By` says; `commandId` is made where it is not given. */
export type Asked = Omit<AskedCommand, 'commandId' | 'party' | 'sealed' | 'body'> & {
  readonly commandId?: string;
  readonly body?: OpenBody;
};
/** Which officer asks, and the values that are not open. */
export type By = { readonly officer: string } & Pick<AskedCommand, 'party' | 'sealed'>;
type Clue = Pick<OpenBody, 'links' | 'papers' | 'newSubjects'> & {
  readonly topic: string;
  /** `info`, `verify-and-reply` or `urgent`, and the date to reply by. */
  readonly noticeType?: string;
  readonly replyBy?: string;
  readonly to: readonly DepartmentId[];
} & Pick<Asked, 'commandId' | 'case' | 'occurredAt' | 'precision'>;

export type ConnectOptions = {
  readonly credentials: Credentials;
  /** Instead of the address in the credentials; `null` for nowhere: what is put into the outbox waits. */
  readonly url?: string | null;
  /** Where outbox and the cursor of the inbox lie. Without it there is no outbox, and a restart may show a notice again. */
  readonly folder?: string;
  /** Milliseconds until the bus must be reached; `0` returns at once and goes on trying. Default 5,000. */
  readonly connectWithin?: number;
  /** Milliseconds to wait for an answer at most, default 10,000, and how often the same bytes are sent, default 3. */
  readonly answerWithin?: number;
  readonly attempts?: number;
  /** What `occurredAt` is where a command does not say. */
  readonly clock?: Clock;
  /**
   * How bands of amounts are made in a region (GET /v1/bands): a command that commits to an amount is sent with the bands it takes, and
   * a notice says which of its bands do not fit. Without it neither is done.
   */
  readonly bandsOf?: BandsOf;
  /** Told of every answer to a command of the outbox. */
  readonly onAnswer?: (signed: SignedCommand, answer: Answer) => void;
  /** Told of every file of the outbox that cannot be read: it is set aside, and its command has to be given again. */
  readonly onUnreadable?: (file: Unreadable) => void;
};

export type DepartmentClient = {
  readonly department: DepartmentId;
  /** Whether the bus can be heard right now. */
  isUp(): boolean;
  /** Resolves once the bus is reached. @throws ClientError BUS_UNREACHABLE, NOT_LET_IN after so many milliseconds */
  reach(within: number): Promise<void>;
  /**
   * Conceals, signs, sends, and waits for the answer.
   * @throws UnknownOutcome (then `resend(error.signed)`), ClientError BUS_UNREACHABLE, NOT_LET_IN, COMMAND_INVALID
   */
  submit(asked: Asked, by: By): Promise<Answer>;
  /** Tells other departments of a clue, on `clue.<region>.<body>.<topic>`. Throws as `submit` does. */
  publishClue(clue: Clue, by: By): Promise<Answer>;
  /** Signs without sending. @throws ClientError COMMAND_INVALID */
  sign(asked: Asked, by: By): SignedCommand;
  /** Sends a signed command, also one sent before. Throws as `submit` does. */
  resend(signed: SignedCommand): Promise<Answer>;
  /** Checked notices, for ever or until the signal. A notice acknowledged once is not handed out again. */
  notices(options?: NoticesOptions): AsyncGenerator<ReceivedNotice>;
  /** Commands that must not get lost. @throws ClientError FOLDER_REQUIRED where the client has no folder */
  outbox(): Outbox;
  close(): Promise<void>;
};

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What is wrong and where, in one of the two languages where it is said in both. */
const saidIn = (issues: readonly Issue[], language: 'zh' | 'en'): string =>
  issues
    .map(({ path, message }) => {
      const [zh = message, en = zh] = message.split(' / ');
      return `${path.join('.')}: ${language === 'zh' ? zh : en}`;
    })
    .join('; ');

const invalid = (issues: readonly Issue[]): ClientError =>
  new ClientError(
    'COMMAND_INVALID',
    `命令内容不符合格式：${saidIn(issues, 'zh')}`,
    `the command does not fit its schema: ${saidIn(issues, 'en')}`,
  );

/** Connects a department. @throws ClientError BUS_UNREACHABLE, NOT_LET_IN */
export const connectDepartment = async (options: ConnectOptions): Promise<DepartmentClient> => {
  const { credentials, folder, clock = realClock(), connectWithin = 5_000 } = options;
  const { answerWithin = 10_000, attempts = 3, bandsOf = () => [] } = options;
  const { department } = credentials;
  const signing = signingKeyFromPem(department, credentials.signKeyPem);
  const keys = { signing, saltSecret: saltSecretOf(signing) };

  let outbox: Outbox | undefined;
  const acknowledged: Acknowledged = folder ? await acknowledgedOnDisk(folder) : acknowledgedInMemory();
  const outboxFolder = folder
    ? await openOutboxFolder(outboxFolderIn(folder), options.onUnreadable)
    : undefined;
  const bus = keepConnected(credentials, options.url === undefined ? credentials.url : options.url, () =>
    outbox?.nudge(),
  );

  const sign = (asked: Asked, by: By): SignedCommand => {
    const { party, sealed, officer } = by;
    const whole = AskedCommand.safeParse({
      ...asked,
      commandId: asked.commandId ?? randomUUID(),
      ...(party ? { party } : {}),
      ...(sealed ? { sealed } : {}),
    });
    if (!whole.success) throw invalid(whole.error.issues);
    const named = OfficerId.safeParse(officer);
    if (!named.success)
      throw invalid(named.error.issues.map(({ message }) => ({ path: ['officer'], message })));
    const { case: onCase } = whole.data;
    const who = { department, officer };
    const rules = bandsOf(onCase === undefined ? regionOf(department) : regionOfCase(onCase));
    return signCommand(withBands(whole.data, rulesOf(rules, who)), who, keys, clock.now());
  };

  const resend = async (signed: SignedCommand): Promise<Answer> =>
    sendCommand(await bus.ready(answerWithin), department, signed, {
      answerWithin,
      attempts,
      whileUp: bus.whileUp,
    });

  const submit = async (asked: Asked, by: By): Promise<Answer> => resend(sign(asked, by));

  /** Nothing is thrown away: what fails its check lies beside the outbox for whoever looks into it. */
  const keepUntrusted = folder
    ? async ({ bytes, faults }: { bytes: Uint8Array; faults: readonly string[] }): Promise<void> => {
        const kept = join(folder, 'untrusted');
        await makePrivateFolder(kept);
        const text = Buffer.from(bytes).toString('base64');
        await writeDurably(
          join(kept, `${randomUUID()}.json`),
          `${JSON.stringify({ faults, bytes: text })}\n`,
        );
      }
    : undefined;

  if (outboxFolder) {
    outbox = startOutbox({
      folder: outboxFolder,
      send: resend,
      ...(options.onAnswer ? { onAnswer: options.onAnswer } : {}),
    });
  }
  const close = async (): Promise<void> => {
    await bus.close();
    await outbox?.stop();
    await acknowledged.close();
  };
  if (connectWithin > 0) {
    await bus.ready(connectWithin).catch(async (error: unknown) => {
      await close();
      throw error;
    });
  }

  return {
    department,
    isUp: bus.isUp,
    reach: async (within) => {
      await bus.ready(within);
    },
    submit,
    publishClue: ({ topic, to, noticeType, replyBy, links, papers, newSubjects, ...rest }, by) =>
      submit(
        {
          ...rest,
          command: 'send-clue',
          body: {
            to: [...to],
            fields: { topic, ...(noticeType ? { noticeType } : {}), ...(replyBy ? { replyBy } : {}) },
            ...(newSubjects ? { newSubjects } : {}),
            ...(links ? { links } : {}),
            ...(papers ? { papers } : {}),
          },
        },
        by,
      ),
    sign,
    resend,
    notices: async function* (noticesOptions = {}) {
      const nc = await bus.ready(answerWithin);
      yield* receiveNotices(nc, credentials, acknowledged, bandsOf, {
        ...(keepUntrusted ? { onUntrusted: keepUntrusted } : {}),
        ...noticesOptions,
      });
    },
    outbox: () => {
      if (outbox) return outbox;
      throw new ClientError(
        'FOLDER_REQUIRED',
        '发件箱需要一个目录，请在连接时给出 folder',
        'an outbox needs a folder: give `folder` when connecting',
      );
    },
    close,
  };
};
