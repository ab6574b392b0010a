// Cases that a follower of the ledger has set aside: an entry of theirs it could not take, though all it needs was there. Named,
// said aloud, and tried again by and by from that entry on; everything else goes on meanwhile.
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { caseOfSubject } from '../../../schemas/subjects.ts';
import { backOff } from '../../back-off.ts';
import { codeOf, type Log } from '../../log.ts';
import { readLedger, type StoredMessage } from './read.ts';

/** A case, or a register: its subject in the ledger, the entry it stands at, by its ledger sequence, and the kind of fault. */
export const Parked = z.strictObject({
  subject: z.string(),
  from: z.int().positive(),
  code: z.string(),
});
export type Parked = z.infer<typeof Parked>;

/** Between two tries of what is parked. */
const PAUSES = { first: 5_000, longest: 600_000 };
/** So many are no fault of theirs: the follower itself stands still then. */
const MOST = 1_000;

/** `653023-k7m2qd5x3ab6ycfe`, or `register 653023`. */
const nameOf = (subject: string): string =>
  caseOfSubject(subject) ?? subject.split('.').slice(1, 3).join(' ');

export type ParkedCases = ReturnType<typeof parkedCases>;

export const parkedCases = (follower: string, log: Log) => {
  let parked = new Map<string, Parked>();
  let heard = (): void => undefined;
  return {
    /** What was noted when this follower last ran, or by another of the same tables. */
    load: (known: readonly Parked[]): void => {
      parked = new Map(known.map((each) => [each.subject, { ...each }]));
    },
    has: (subject: string): boolean => parked.has(subject),
    from: (subject: string): number | undefined => parked.get(subject)?.from,
    list: (): readonly Parked[] => [...parked.values()],
    mayPark: (): boolean => parked.size < MOST,
    park: (subject: string, from: number, error: unknown): void => {
      const code = codeOf(error);
      parked.set(subject, { subject, from, code });
      log.error(
        { follower, case: nameOf(subject), sequence: from, code },
        'an entry cannot be taken: its case is parked, the others go on',
      );
      heard();
    },
    /** It got so far, and no further. Of one that was parked anew meanwhile nothing is known. */
    moveOn: (was: Parked, from: number, error: unknown): void => {
      const { subject } = was;
      if (parked.get(subject) === was) parked.set(subject, { subject, from, code: codeOf(error) });
    },
    release: (was: Parked): void => {
      const { subject } = was;
      if (parked.get(subject) !== was) return;
      parked.delete(subject);
      log.info({ follower, case: nameOf(subject) }, 'a parked case goes on');
    },
    /** Resolves when some case is parked, or the signal aborts. */
    any: async (signal: AbortSignal): Promise<void> => {
      while (parked.size === 0 && !signal.aborted)
        await new Promise<void>((resolve) => {
          heard = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
    },
  };
};

/**
 * Tries what is parked at the start, for a new version may take it, and again by and by; until the signal aborts.
 * @param of.begun ledger sequence up to which batches were begun: what comes later is taken in its order once nothing is parked
 */
export const tryParked = async (of: {
  readonly nc: NatsConnection;
  readonly parked: ParkedCases;
  readonly begun: () => number;
  /** What comes after an entry that cannot be taken is tried as well. */
  readonly oneByOne: boolean;
  readonly take: (message: StoredMessage) => Promise<void>;
  /** What is parked has changed. */
  readonly noted: () => void;
  readonly signal: AbortSignal;
  readonly pauses?: { readonly first: number; readonly longest: number };
}): Promise<void> => {
  const { nc, parked, begun, oneByOne, take, noted, signal } = of;

  /** Through what was passed over of one case; released in the very turn in which nothing of it is left. */
  const goThrough = async (was: Parked): Promise<void> => {
    const { subject, from } = was;
    let until = 0;
    let first: { readonly sequence: number; readonly error: unknown } | undefined;
    for (let next = from; until < begun(); next = until + 1) {
      until = begun();
      for await (const message of readLedger(nc, { from: next, to: until, subject })) {
        if (signal.aborted) return;
        try {
          await take(message);
        } catch (error) {
          first ??= { sequence: message.sequence, error };
          if (!oneByOne) break;
        }
      }
      if (first && !oneByOne) break;
    }
    if (first) parked.moveOn(was, first.sequence, first.error);
    else parked.release(was);
    noted();
  };

  const pauses = backOff(of.pauses ?? PAUSES);
  for (;;) {
    await parked.any(signal);
    if (signal.aborted) return;
    const before = parked.list();
    for (const each of before) await goThrough(each).catch(() => undefined);
    if (parked.list().length < before.length) pauses.reset();
    await pauses.pause(signal);
  }
};
