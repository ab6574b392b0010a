// One notice into the inbox of its receiver.
import { JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { regionOfCase, registerRegionOf } from '../../../schemas/ids.ts';
import { noticeSubject } from '../../../schemas/subjects.ts';
import type { RelayCursor } from './cursor.ts';
import type { InboxRoom } from './inbox-room.ts';
import { type Letter, noticeOf } from './notice.ts';
import type { sealing } from './seal-values.ts';

/** 10077: the stream holds as many bytes as it may. 10023: no room left for any stream. */
const isFull = (error: unknown): boolean =>
  error instanceof JetStreamApiError && [10_077, 10_023].includes(error.code);

/** What the last server had not synced may be gone: what follows it must not be given to this one alone. */
export const otherServer = () => new InfrastructureError('LEDGER_UNAVAILABLE', 'another server answers');

export const delivering =
  (deps: {
    readonly js: JetStreamClient;
    readonly cursor: Pick<RelayCursor, 'server'>;
    readonly room: Pick<InboxRoom, 'make'>;
    readonly sealed: ReturnType<typeof sealing>;
  }) =>
  /**
   * @param to the server that all before it was given to
   * @param publication what the server knows a repetition by; the notice's id where not given
   * @throws InfrastructureError LEDGER_UNAVAILABLE where another server answers
   */
  async (letter: Letter, to: string, publication?: (id: string) => string): Promise<'delivered' | 'full'> => {
    const { js, cursor, room, sealed } = deps;
    const notice = noticeOf(letter, sealed(letter));
    const { department, procedure, event } = letter.recipient;
    const county = registerRegionOf(regionOfCase(notice.subject));
    const subject = noticeSubject(department, procedure, event, county);
    const text = JSON.stringify(notice);
    const msgID = publication?.(notice.id) ?? notice.id;
    const publish = async (): Promise<'delivered' | 'full'> => {
      if (cursor.server() !== to) throw otherServer();
      try {
        await js.publish(subject, text, { msgID, timeout: 5_000 });
        return 'delivered';
      } catch (error) {
        if (isFull(error)) return 'full';
        throw error;
      }
    };
    if ((await publish()) === 'delivered') return 'delivered';
    await room.make(department);
    return publish();
  };
