// Departments of the benchmark: real connections with their own keys, real signatures, commands of 2 KB with party fields.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection, nkeyAuthenticator, TimeoutError } from 'nats';
import type { CaseCommand } from '../schemas/command.ts';
import type { Credentials } from '../schemas/credentials.ts';
import type { Answer, Notice, Receipt } from '../schemas/entry.ts';
import { type DepartmentId, departmentId } from '../schemas/ids.ts';
import { commandSubject, INBOX_CONSUMER, inboxPrefix, inboxStream } from '../schemas/subjects.ts';
import { conceal } from '../services/proof/commitment.ts';
import { byPath } from '../services/proof/sign-command.ts';
import { type SigningKey, sign, signingKeyFromPem } from '../services/proof/signature.ts';

/** Counties of the pilot prefecture; each has a sender, a receiver and a supervisor. */
export const REGIONS = ['653001', '653022', '653023', '653024'] as const;
const BODIES = ['medical-insurance', 'public-security', 'procuratorate'] as const;
export const DEPARTMENTS: readonly DepartmentId[] = REGIONS.flatMap((region) =>
  BODIES.map((body) => departmentId(region, body)),
);

/** Size of every command as sent. */
export const COMMAND_BYTES = 2_048;

export type Department = {
  readonly id: DepartmentId;
  readonly nc: NatsConnection;
  /** A signed command of exactly `COMMAND_BYTES`, as it goes over the wire. */
  signed(officer: string, command: string, rest: Partial<CaseCommand>): Uint8Array;
  /** @throws Error with the code of a refusal */
  send(message: Uint8Array): Promise<Receipt>;
  /** Takes what comes into the inbox. `stop` first takes what lies there. */
  receive(onNotice: (notice: Notice) => void): Promise<{ stop(): Promise<void> }>;
};

const PARTY = {
  title: '涉嫌欺诈骗取医疗保障基金案',
  offence: '诈骗',
  amountFen: '12345600',
  subjects: { s1: { name: '某某' } },
};

const messageOf = (key: SigningKey, form: Omit<CaseCommand, 'commitments'>): Uint8Array => {
  const build = (summary: string): Buffer => {
    const { commitments, disclosures } = conceal(byPath({ ...PARTY, summary }));
    const command: CaseCommand = { ...form, commitments };
    return Buffer.from(
      JSON.stringify({ command, signature: sign(key, command.format, command), disclosures }),
    );
  };
  return build('x'.repeat(COMMAND_BYTES - build('').byteLength));
};

export const connectDepartment = async (credentials: Credentials): Promise<Department> => {
  const { department: id, inboxSecret } = credentials;
  const key = signingKeyFromPem(id, credentials.signKeyPem);
  const nc = await connect({
    servers: credentials.url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(credentials.connectSeed)),
    inboxPrefix: inboxPrefix(id, inboxSecret),
    noAsyncTraces: true,
  });
  return {
    id,
    nc,
    signed: (officer, command, rest) =>
      messageOf(key, {
        format: 'xianjie.command.v1',
        commandId: randomBytes(12).toString('hex'),
        actor: { department: id, officer },
        command,
        occurredAt: '',
        precision: 'instant',
        body: {},
        ...rest,
      }),
    send: async (message) => {
      for (;;) {
        // No answer, or not now: the same bytes again, as a department's software does; the time counts.
        const answer = await nc.request(commandSubject(id), message, { timeout: 10_000 }).then(
          (reply) => reply.json<Answer>(),
          (error: unknown) => {
            if (!(error instanceof TimeoutError)) throw error;
          },
        );
        if (answer?.ok) return answer;
        if (answer && !answer.retryable) {
          throw new Error(`${id}: ${answer.code} ${answer.details.join(', ')}`);
        }
      }
    },
    receive: async (onNotice) => {
      const js = jetstream(nc, { apiPrefix: 'bus.API' });
      const consumer = await js.consumers.get(inboxStream(id), INBOX_CONSUMER);
      const messages = await consumer.consume({
        max_messages: 200,
        callback: (message) => {
          onNotice(message.json<Notice>());
          message.ack();
        },
      });
      const left = async (): Promise<number> => {
        const { num_pending, num_ack_pending } = await consumer.info();
        return num_pending + num_ack_pending;
      };
      return {
        stop: async () => {
          while ((await left()) > 0) await pause(50);
          await messages.close();
        },
      };
    },
  };
};

/** Has every department empty its inbox while something is done, until `settled` says that nothing waits anywhere. */
export const whileReceiving = async <T>(
  departments: readonly Department[],
  settled: () => Promise<unknown>,
  work: () => Promise<T>,
  onNotice: (notice: Notice) => void = () => undefined,
): Promise<T> => {
  const receiving = await Promise.all(departments.map((department) => department.receive(onNotice)));
  const done = await work();
  await settled();
  await Promise.all(receiving.map((one) => one.stop()));
  return done;
};
