// What one department may say and hear on the bus: its commands, clues and the consumers of its inbox out, its replies in. Pure.
// The consumer verbs `CREATE`, `LIST` …, everything of `STREAM` and `DIRECT` stay closed: NATS does not check
// what a consumer's creator may read, nor where a push consumer delivers (nats-server issues 3295, 8274).
import * as z from 'zod';
import { Body, departmentId, Kebab, Region } from '../../../schemas/ids.ts';
import {
  commandSubject,
  filterConsumer,
  INBOX_CONSUMER,
  inboxPrefix,
  inboxStream,
} from '../../../schemas/subjects.ts';

/** JetStream's API as departments see it: under its own name it answers "JetStream not enabled for account". */
export const departmentApiPrefix = 'bus.API';

/** How one department connects: who it is, its connection key, and the secret that ends its reply prefix. */
export const DepartmentConnection = z.strictObject({
  region: Region,
  body: Body,
  /** Public nkey of the connection; never the key that signs commands. */
  connectKey: z.string().regex(/^U[A-Z2-7]{55}$/),
  /** Keeps others from addressing its reply prefix; at least 128 bits. */
  inboxSecret: z.string().regex(/^[A-Za-z0-9]{22,64}$/),
  /** Names of the filters of its inbox: each is one consumer more that it may read. */
  filters: z.array(Kebab).optional(),
});
export type DepartmentConnection = z.infer<typeof DepartmentConnection>;

/** The reply prefix the department's client must be configured with (`connect({ inboxPrefix })`). */
export const departmentInboxPrefix = ({ region, body, inboxSecret }: DepartmentConnection): string =>
  inboxPrefix(departmentId(region, body), inboxSecret);

/** The subjects one department may publish to and subscribe to, and no others. */
export function departmentPermissions(department: DepartmentConnection): {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
} {
  const id = departmentId(department.region, department.body);
  const consumers = [INBOX_CONSUMER, ...(department.filters ?? []).map(filterConsumer)].map(
    (consumer) => `${inboxStream(id)}.${consumer}`,
  );
  return {
    publish: [
      commandSubject(id),
      `clue.${department.region}.${department.body}.>`,
      ...consumers.flatMap((consumer) => [
        `${departmentApiPrefix}.CONSUMER.INFO.${consumer}`,
        `${departmentApiPrefix}.CONSUMER.MSG.NEXT.${consumer}`,
        `$JS.ACK.${consumer}.>`,
      ]),
    ],
    subscribe: [`${departmentInboxPrefix(department)}.>`],
  };
}
