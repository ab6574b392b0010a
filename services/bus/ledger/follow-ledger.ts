// Follows the whole ledger in order, in batches of whatever has come, from a cursor its owner keeps. The one way to do so.
// A batch that fails is tried again. Where it fails again and again although all the follower needs is there, its entries are
// taken one by one, and the case of the one that cannot be taken is parked by name: one culprit holds up nobody else.
// A gap is an error, never a skip.
import { EventEmitter, once } from 'node:events';
import { backOff } from '../../back-off.ts';
import { codeOf, placeOf } from '../../log.ts';
import type { Batch, Following, FollowOptions, Place, Standing } from './following.ts';
import { EntryMissing, type Give, READ_AHEAD, READ_AHEAD_BYTES, type ReadMessage } from './ledger-source.ts';
import { type Parked, parkedCases, tryParked } from './parked-cases.ts';
import { lastSequence, type StoredMessage } from './read.ts';

/** Entries in one batch at most: large enough to catch up fast, small enough for others to get a turn in between. */
export const LARGEST_BATCH = 500;
/** Bytes of a batch, but for a single larger entry. */
const LARGEST_BATCH_BYTES = 8 * 1_048_576;
const PAUSES = { first: 100, longest: 5_000 };
/** Failures in a row, some three seconds, before it is asked whose fault it is. */
const PATIENCE = 5;

/** Runs until stopped. */
export const followLedger = async (options: FollowOptions): Promise<Following> => {
  const { nc, name, source, cursor, log, onBatch, beforeBatch, oneByOne } = options;
  /** Entries that could not be taken, where each stands for itself. */
  const atFault = new Set<number>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const progress = new EventEmitter();
  const parked = parkedCases(name, log);
  const start = await cursor.at();
  parked.load(start.parked);
  let done = start.sequence;
  let received = done;
  /** Ledger sequence up to which batches were begun. */
  let taken = done;
  /** What was read and not yet acted on, and what the server has beyond. */
  let waiting: ReadMessage[] = [];
  let waitingBytes = 0;
  let pending = 0;
  let failing: Standing['failing'] = null;
  let wake = (): void => undefined;
  let drained = (): void => undefined;
  /** Times it began again elsewhere: what was begun before is not carried on. */
  let turn = 0;
  let life = new AbortController();
  const readAgain = (): void => {
    life.abort();
    drained();
  };
  signal.addEventListener('abort', () => {
    wake();
    readAgain();
  });

  const give: Give = (message, beyond) => {
    if (message.sequence !== received + 1) throw new EntryMissing(received + 1);
    received = message.sequence;
    pending = beyond;
    waiting.push(message);
    waitingBytes += message.data.byteLength;
    wake();
    return hasRoom();
  };
  const hasRoom = (): boolean => waiting.length < READ_AHEAD && waitingBytes < READ_AHEAD_BYTES;
  const room = (): Promise<void> =>
    new Promise((resolve) => {
      drained = resolve;
      if (hasRoom() || life.signal.aborted) resolve();
    });
  const goTo = (at: Place): void => {
    turn += 1;
    parked.load(at.parked);
    waiting = [];
    waitingBytes = 0;
    done = at.sequence;
    received = at.sequence;
    taken = at.sequence;
    progress.emit('batch');
    readAgain();
  };
  const isOwedMore = ({ subject, from }: Parked): boolean =>
    from < (parked.from(subject) ?? Number.POSITIVE_INFINITY);
  const read = async (): Promise<void> => {
    const pauses = backOff(PAUSES);
    while (!signal.aborted) {
      let from = received;
      const own = new AbortController();
      try {
        // A server that came back may have lost what was done last.
        const at = await cursor.at();
        if (at.sequence < done || at.parked.some(isOwedMore)) goTo(at);
        from = received;
        life = own;
        // What a life that was ended still has under way is read again.
        const given: Give = (message, beyond) => own.signal.aborted || give(message, beyond);
        await source.read(from, given, room, own.signal);
      } catch (error) {
        if (signal.aborted) return;
        failing = { sequence: received + 1, code: codeOf(error) };
        log.warn({ follower: name, code: codeOf(error), at: placeOf(error) }, 'ledger is read again');
      }
      // What the server had to give is not known any more: what is here must do.
      pending = 0;
      wake();
      if (received > from) pauses.reset();
      if (!signal.aborted) await pauses.pause(signal);
    }
  };

  const reach = (sequence: number): void => {
    done = sequence;
    failing = null;
    cursor.note({ sequence, parked: parked.list() });
    progress.emit('batch');
  };
  const batchOf = (messages: readonly StoredMessage[], open: readonly StoredMessage[]): Batch => ({
    last: messages.at(-1) as StoredMessage,
    passedOver: messages.length - open.length,
    parked: parked.list(),
    left: () => ({ waiting: waiting.length, pending }),
    signal,
  });
  const act = (messages: readonly StoredMessage[]): Promise<void> => {
    const open = messages.filter(
      ({ subject, sequence }) => !parked.has(subject) || (oneByOne === true && !atFault.has(sequence)),
    );
    return onBatch(open, batchOf(messages, open));
  };
  /** Whether all that this follower needs is there, so that what fails is the fault of what it was given. */
  const works = async (): Promise<boolean> => {
    try {
      await cursor.prove();
      await options.works?.();
      return true;
    } catch {
      return false;
    }
  };
  /** After a failure: `true` where the cursor is not before this entry, and reading begins again from there. */
  const isElsewhere = async (next: StoredMessage): Promise<boolean> => {
    const at = await cursor.at();
    if (at.sequence + 1 === next.sequence) return false;
    goTo(at);
    return true;
  };

  /** Passes an entry over that cannot be taken, where all else is there. */
  const setAside = async ({ subject, sequence }: StoredMessage, error: unknown): Promise<boolean> => {
    const isParked = parked.has(subject);
    if (isParked ? oneByOne !== true : !parked.mayPark()) return false;
    if (!(await works())) return false;
    atFault.add(sequence);
    if (!isParked) parked.park(subject, sequence, error);
    return true;
  };

  const workOn = async (batch: readonly StoredMessage[]): Promise<void> => {
    const pauses = backOff(PAUSES);
    const begun = turn;
    let rest = batch;
    let failures = 0;
    let hasFailed = false;
    for (let [next] = rest; next && !signal.aborted; [next] = rest) {
      const some = failures < PATIENCE ? rest : [next];
      try {
        if (hasFailed && (await isElsewhere(next))) return;
        hasFailed = false;
        await act(some);
        if (turn !== begun) return;
        rest = rest.slice(some.length);
        reach(some.at(-1)?.sequence ?? done);
      } catch (error) {
        if (turn !== begun) return;
        hasFailed = true;
        failures += 1;
        failing = { sequence: next.sequence, code: codeOf(error) };
        if (failures === 1) log.warn({ follower: name, ...failing }, 'batch is tried again');
        if (some.length === 1 && failures >= PATIENCE && (await setAside(next, error))) continue;
        await pauses.pause(signal);
      }
    }
    if (failures > 0 && !signal.aborted) log.info({ follower: name }, 'batch has succeeded');
  };
  /** A batch is whole when it is full or the server has no more; what has come is not kept waiting by what is to come. */
  const isWhole = (): boolean =>
    waiting.length >= LARGEST_BATCH ||
    waitingBytes >= LARGEST_BATCH_BYTES ||
    (waiting.length > 0 && pending === 0);
  const nextBatch = (): readonly ReadMessage[] => {
    let [count, bytes] = [0, 0];
    for (const { data } of waiting) {
      if (count === LARGEST_BATCH || (count > 0 && bytes + data.byteLength > LARGEST_BATCH_BYTES)) break;
      bytes += data.byteLength;
      count += 1;
    }
    waitingBytes -= bytes;
    return waiting.splice(0, count);
  };
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      if (!isWhole()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted) resolve();
        });
        continue;
      }
      const [oldest] = waiting;
      if (oldest) await beforeBatch?.(oldest.storedAt, signal);
      const batch = nextBatch();
      taken = batch.at(-1)?.sequence ?? taken;
      drained();
      if (!signal.aborted) await workOn(batch);
    }
  };

  const tryingParked = tryParked({
    nc,
    parked,
    begun: () => taken,
    oneByOne: oneByOne === true,
    take: options.onParked ?? ((message) => onBatch([message], batchOf([message], [message]))),
    noted: () => cursor.note({ sequence: done, parked: parked.list() }),
    signal,
    ...(options.tryParked ? { pauses: options.tryParked } : {}),
  });
  const running = Promise.all([read(), work(), tryingParked]);

  return {
    pending: async () => Math.max(0, (await lastSequence(nc)) - done),
    idle: async () => {
      const last = await lastSequence(nc);
      while (done < last && !signal.aborted) await once(progress, 'batch');
    },
    done: () => done,
    standing: () => ({ sequence: done, parked: parked.list(), failing }),
    parkedFrom: parked.from,
    parkIfAtFault: async ({ subject, sequence }, error) => {
      if (parked.has(subject)) return true;
      if (!parked.mayPark() || !(await works())) return false;
      parked.park(subject, sequence, error);
      cursor.note({ sequence: done, parked: parked.list() });
      return true;
    },
    stop: async () => {
      stopping.abort();
      await running;
      progress.emit('batch');
      await cursor.close();
    },
  };
};
