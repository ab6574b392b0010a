// The simulated departments of a rehearsal: registered in bulk, each with its own keys and its own connection, which is opened
// when it first acts or first looks into its inbox.

import { jetstreamManager } from '@nats-io/jetstream';
import pMap from 'p-map';
import type { Credentials } from '../../schemas/credentials.ts';
import type { Answer } from '../../schemas/entry.ts';
import type { CaseId, DepartmentId } from '../../schemas/ids.ts';
import { INBOX_CONSUMER, inboxStream } from '../../schemas/subjects.ts';
import { connectDepartment, type DepartmentClient } from '../client/department-client.ts';
import type { Clock } from '../clock.ts';
import type { Platform } from '../host/platform/start.ts';
import { departmentTitle } from '../words/departments.ts';
import { SIMULATED_OFFICERS } from './filled-step.ts';
import type { Bus } from './play-fact.ts';
import { RehearsalStuck } from './rehearsal-stuck.ts';
import { untilAnswered } from './until-answered.ts';

/** Register entries follow one another; what runs side by side is the writing of key files. */
const REGISTERED_AT_ONCE = 8;
/** Each is a connection; the server takes far more. */
const INBOXES_AT_ONCE = 16;

/** A department's whole inbox; what has not come by then counts as a fault. */
const READ_WITHIN_MS = 60_000;

/** Says what it is, so that nobody takes it for the real one. */
export const simulatedName = (department: DepartmentId): string =>
  `${departmentTitle(department)}（演练模拟）`;

const refusedBy = (answer: Answer): string | undefined => (answer.ok ? undefined : answer.code);

export type ReadInboxes = {
  /** Notices received and found right, by case: signature of the entry, and every value shown against its commitment. */
  readonly noticesOf: ReadonlyMap<CaseId, number>;
  /** `department: fault`, where one was not. */
  readonly faults: readonly string[];
};

export type SimulatedDepartments = Pick<Bus, 'submit'> & {
  /** Takes everything out of every inbox, checking each notice. */
  readInboxes(): Promise<ReadInboxes>;
  close(): Promise<void>;
};

/** Registers the departments with the platform and makes them able to connect. */
export const registerDepartments = async (
  platform: Platform,
  clock: Clock,
  departments: readonly DepartmentId[],
): Promise<SimulatedDepartments> => {
  const { bus, operator } = platform;
  const credentials = new Map<DepartmentId, Credentials>();
  await pMap(
    departments,
    async (department) => {
      const added = await untilAnswered(
        () =>
          operator.addDepartment(department, simulatedName(department), {
            simulated: true,
            officers: SIMULATED_OFFICERS,
            later: true,
          }),
        ({ answer }) => refusedBy(answer),
      );
      if (!added.answer.ok)
        throw new RehearsalStuck(
          `模拟部门 ${department} 未能登记（${added.answer.code}）`,
          `the simulated department ${department} could not be registered (${added.answer.code})`,
        );
      credentials.set(department, added.credentials);
    },
    { concurrency: REGISTERED_AT_ONCE },
  );
  await bus.applyDepartments();

  const { consumers } = await jetstreamManager(bus.connections.operator, { checkAPI: false });
  const clients = new Map<DepartmentId, Promise<DepartmentClient>>();
  const clientOf = (department: DepartmentId): Promise<DepartmentClient> => {
    const own = credentials.get(department);
    if (!own) throw new Error(`${department} was not registered`);
    const client =
      clients.get(department) ?? untilAnswered(() => connectDepartment({ credentials: own, clock }));
    clients.set(department, client);
    return client;
  };

  const readInbox = async (department: DepartmentId): Promise<{ read: CaseId[]; faults: string[] }> => {
    const { num_pending, num_ack_pending } = await consumers.info(inboxStream(department), INBOX_CONSUMER);
    const owed = num_pending + num_ack_pending;
    const faults: string[] = [];
    const read: CaseId[] = [];
    if (owed === 0) return { read, faults };
    const client = await clientOf(department);
    const enough = new AbortController();
    const giveUp = setTimeout(() => enough.abort(), READ_WITHIN_MS);
    const count = (): void => {
      if (read.length + faults.length >= owed) enough.abort();
    };
    const onUntrusted = async (message: { readonly faults: readonly string[] }): Promise<void> => {
      faults.push(`${department}: ${message.faults.join('; ')}`);
      count();
    };
    for await (const notice of client.notices({ onUntrusted, signal: enough.signal })) {
      await notice.ack();
      read.push(notice.correlationid);
      count();
    }
    clearTimeout(giveUp);
    const missing = owed - read.length - faults.length;
    if (missing > 0) faults.push(`${department}: ${missing} of ${owed} notices did not come`);
    return { read, faults };
  };

  return {
    submit: async (asked, actor, officer): Promise<Answer> => {
      const { party, ...open } = asked;
      const client = await clientOf(actor);
      const signed = client.sign(open, { officer, ...(party ? { party } : {}) });
      return untilAnswered(() => client.resend(signed), refusedBy);
    },
    readInboxes: async () => {
      const inboxes = await pMap(departments, readInbox, { concurrency: INBOXES_AT_ONCE });
      const noticesOf = new Map<CaseId, number>();
      for (const id of inboxes.flatMap(({ read }) => read)) noticesOf.set(id, (noticesOf.get(id) ?? 0) + 1);
      return {
        noticesOf,
        faults: inboxes.flatMap(({ faults }) => faults),
      };
    },
    close: async () => {
      for (const client of await Promise.allSettled(clients.values())) {
        if (client.status === 'fulfilled') await client.value.close();
      }
    },
  };
};
