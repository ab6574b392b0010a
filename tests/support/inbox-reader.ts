// A department's software that reads its inbox for as long as it is let: what came, in which order, and how often.
import { createHash } from 'node:crypto';
import { type ConsumerMessages, type JsMsg, jetstream } from '@nats-io/jetstream';
import type { OpenedNotice } from '../../schemas/entry.ts';
import { INBOX_CONSUMER, inboxStream } from '../../schemas/subjects.ts';
import { checkNotice } from '../../services/client/check-notice.ts';
import { sealingKeyOfJwk } from '../../services/proof/seal.ts';
import type { TestDepartment } from './test-platform.ts';

export type InboxReader = {
  /** Each notice once, in the order of its first coming. */
  readonly notices: readonly OpenedNotice[];
  /** Ids that came more than once; a redelivery under the same id is allowed. */
  repeated(): number;
  /** Ids that came with two contents, and notices that do not verify with the ledger's public key: never allowed. */
  readonly faults: readonly string[];
  /** Settles when the predicate holds, looked at with every notice. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
};

/** `onNotice` runs once for each id, before it is acknowledged. */
export const readInbox = async (
  department: TestDepartment,
  onNotice: (notice: OpenedNotice) => void = () => undefined,
): Promise<InboxReader> => {
  const { id, nc, credentials } = department;
  const seen = new Map<string, { content: string; times: number }>();
  const notices: OpenedNotice[] = [];
  const faults: string[] = [];
  const waiting = new Set<() => void>();
  const consumer = await jetstream(nc, { apiPrefix: 'bus.API' }).consumers.get(
    inboxStream(id),
    INBOX_CONSUMER,
  );
  const { ledgerKeys, sealKey } = credentials;
  const receiver = { department: id, ledgerKeys, sealKey: sealingKeyOfJwk(sealKey) };
  const take = async (message: JsMsg): Promise<void> => {
    const checked = await checkNotice(message.data, receiver);
    if (!checked.ok) faults.push(...checked.faults);
    else {
      const { notice } = checked;
      // Opened: each sealing of the same values is another text.
      const content = createHash('sha256').update(JSON.stringify(notice)).digest('hex');
      const known = seen.get(notice.id);
      if (known && known.content !== content) faults.push(`${notice.id}: came with two contents`);
      seen.set(notice.id, { content, times: (known?.times ?? 0) + 1 });
      if (!known) {
        notices.push(notice);
        onNotice(notice);
      }
    }
    message.ack();
    for (const look of waiting) look();
  };
  // One after the other, in the order they come.
  let taken: Promise<void> = Promise.resolve();
  const messages: ConsumerMessages = await consumer.consume({
    max_messages: 500,
    expires: 2_000,
    callback: (message) => {
      taken = taken.then(() => take(message));
    },
  });
  return {
    notices,
    faults,
    repeated: () => [...seen.values()].filter(({ times }) => times > 1).length,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      await messages.close();
      await taken;
      await nc.flush();
    },
  };
};

/** Notices of a case that came before an earlier one of the same case. */
export const outOfOrder = (notices: readonly OpenedNotice[]): string[] => {
  const last = new Map<string, number>();
  return notices.flatMap(({ id, data: { head } }) => {
    const before = last.get(head.id) ?? 0;
    last.set(head.id, Math.max(before, head.sequence));
    return head.sequence < before ? [id] : [];
  });
};
