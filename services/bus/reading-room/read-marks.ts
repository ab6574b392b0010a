// Which officer has read which notice: what must last and is neither law nor case. It lies in the fsynced stream READS, a message
// for what an officer read at once, encrypted with a key of the keys folder; SQL has a copy, brought up to date when it is asked.
import { JetStreamApiError, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { Ciphertext } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { type DepartmentId, departmentId, OfficerId, type Region } from '../../../schemas/ids.ts';
import { Instant } from '../../../schemas/instant.ts';
import { READS_STREAM, readsSubject } from '../../../schemas/subjects.ts';
import { inTurns } from '../../in-turn.ts';
import type { Log } from '../../log.ts';
import { canonical } from '../../proof/canonical.ts';
import { decrypt, encrypt } from '../../proof/envelope.ts';
import { lastSequence, readLedger, type StoredMessage } from '../ledger/read.ts';
import type { ReadMark } from './fold/note-reads.ts';
import type { ReadingRoom } from './reading-room.ts';

const FORMAT = 'xianjie.read.v1';
/** Marks written into the copy in one go. */
const AT_ONCE = 500;

const Mark = z.strictObject({
  officer: OfficerId,
  sequences: z.array(z.int().positive()).min(1).max(1_000),
  at: Instant,
});

/** A mark put under another department does not open. */
const additionalFor = (subject: string): string => `${FORMAT} ${subject}`;

const departmentOf = (subject: string): DepartmentId => {
  const [, region, body] = subject.split('.');
  return departmentId(region as Region, body as Parameters<typeof departmentId>[1]);
};

export type ReadMarks = {
  /** How what came for a department stands for one of its officers. @throws InfrastructureError */
  inbox: ReadingRoom['inbox'];
  /**
   * On the disk when this resolves.
   * @returns how many of them the officer had not read before
   * @throws InfrastructureError READS_UNAVAILABLE
   */
  mark(mark: ReadMark): Promise<number>;
};

export const readMarks = (deps: {
  /** Connection that may write them. */
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly room: Pick<ReadingRoom, 'inbox' | 'noteReads' | 'readAlready' | 'readsTo'>;
  readonly log: Log;
}): ReadMarks => {
  const { nc, js, key, room, log } = deps;
  const inTurn = inTurns();

  /** What does not open is nobody's word: it is named and passed over. */
  const opened = ({ subject, sequence, data }: StoredMessage): ReadMark[] => {
    try {
      const sealed = Ciphertext.parse(JSON.parse(new TextDecoder().decode(data)));
      const plain = decrypt(key, sealed, additionalFor(subject)).toString('utf8');
      return [{ department: departmentOf(subject), ...Mark.parse(JSON.parse(plain)) }];
    } catch (error) {
      log.error({ stream: READS_STREAM, sequence, reason: (error as Error).name }, 'mark does not open');
      return [];
    }
  };

  const bringUp = async (): Promise<void> => {
    const last = await lastSequence(nc, READS_STREAM);
    let taken = await room.readsTo();
    // A stream that is shorter than its copy is another one.
    if (taken > last) {
      taken = 0;
      await room.noteReads([], taken);
    }
    let marks: ReadMark[] = [];
    for await (const message of readLedger(nc, { stream: READS_STREAM, from: taken + 1, to: last })) {
      marks.push(...opened(message));
      if (marks.length < AT_ONCE) continue;
      await room.noteReads(marks, message.sequence);
      marks = [];
      taken = message.sequence;
    }
    if (last > taken) await room.noteReads(marks, last);
  };
  const upToDate = (): Promise<void> => inTurn(READS_STREAM, bringUp);

  return {
    inbox: async (question) => {
      await upToDate();
      return room.inbox(question);
    },
    mark: async ({ department, officer, sequences, at }) => {
      await upToDate();
      const known = new Set(await room.readAlready({ department, officer, sequences }));
      const news = sequences.filter((sequence) => !known.has(sequence));
      if (news.length === 0) return 0;
      const subject = readsSubject(department);
      const mark = canonical(Mark.parse({ officer, sequences: news, at }));
      const sealed = encrypt(key, Buffer.from(mark), additionalFor(subject));
      try {
        await js.publish(subject, canonical(sealed));
      } catch (error) {
        if (error instanceof JetStreamApiError)
          log.error({ stream: READS_STREAM, code: error.code }, 'nothing can be marked as read');
        throw new InfrastructureError('READS_UNAVAILABLE', error);
      }
      await upToDate();
      return news.length;
    },
  };
};
