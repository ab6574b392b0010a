// Room in an inbox. It keeps what was acknowledged until that ages; before it counts as full, what all consumers of the department
// have acknowledged is purged.
import { jetstreamManager, type StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { DepartmentId } from '../../../schemas/ids.ts';
import { INBOX_CONSUMER, inboxStream, noticeFilter } from '../../../schemas/subjects.ts';

export type InboxRoom = Awaited<ReturnType<typeof inboxRoom>>;

/** Needs a connection that may purge inboxes. */
export const inboxRoom = async (nc: NatsConnection) => {
  const jsm = await jetstreamManager(nc, { checkAPI: false });

  /** Sequence in the stream up to which nobody of the department needs a notice any more. */
  const acknowledgedUpTo = async (stream: string): Promise<number> => {
    // Before the consumers: what comes meanwhile is pending with them, and not purged.
    const { state } = await jsm.streams.info(stream);
    let lowest = state.last_seq;
    let isRead = false;
    for await (const { name, num_pending, num_ack_pending, ack_floor } of jsm.consumers.list(stream)) {
      isRead ||= name === INBOX_CONSUMER;
      // One with nothing before it has acknowledged all that concerns it.
      if (num_pending + num_ack_pending > 0) lowest = Math.min(lowest, ack_floor.stream_seq);
    }
    return isRead ? lowest : 0;
  };

  const underWay = new Map<DepartmentId, Promise<void>>();
  const purge = async (department: DepartmentId): Promise<void> => {
    const stream = inboxStream(department);
    const upTo = await acknowledgedUpTo(stream);
    if (upTo > 0) await jsm.streams.purge(stream, { seq: upTo + 1 });
  };

  return {
    /** Purges what all have acknowledged; once for all who ask meanwhile. */
    make: (department: DepartmentId): Promise<void> => {
      const purging =
        underWay.get(department) ?? purge(department).finally(() => underWay.delete(department));
      underWay.set(department, purging);
      return purging;
    },
    /** The oldest notice that the department has not acknowledged, or `null`. */
    firstUnacknowledged: async (department: DepartmentId): Promise<StoredMsg | null> => {
      const stream = inboxStream(department);
      const { num_pending, num_ack_pending, ack_floor } = await jsm.consumers.info(stream, INBOX_CONSUMER);
      if (num_pending + num_ack_pending === 0) return null;
      return jsm.direct.getMessage(stream, {
        seq: ack_floor.stream_seq + 1,
        next_by_subj: noticeFilter(department),
      });
    },
    /** Takes everything out; whoever does so has noted from where to deliver it again. */
    clear: async (department: DepartmentId): Promise<void> => {
      await jsm.streams.purge(inboxStream(department));
    },
  };
};
