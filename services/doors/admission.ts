// How much one department may have at the doors: so many taken up at once, so many waiting behind them, so much in a while.
// Beyond that it is told when to come again. Each department has its own lane, so that no other waits behind a flood.
import { LARGEST_BODY } from '../../schemas/command.ts';
import type { DepartmentId } from '../../schemas/ids.ts';

type Amount = { readonly messages: number; readonly bytes: number };

const MIB = 1_048_576;
/** Taken up at once: as much as the ledger is at its best with, and less of what is large, for each is parsed in one go. */
const AT_ONCE: Amount = { messages: 64, bytes: 8 * LARGEST_BODY };
/** Waiting behind it. */
const WAITING: Amount = { messages: 512, bytes: 16 * MIB };
/** A second, and saved up at most: several times what a county's busiest department sends in a day. */
const A_SECOND: Amount = { messages: 1_000, bytes: 8 * MIB };
const SAVED_UP: Amount = { messages: 10_000, bytes: 32 * MIB };
/** Seconds until a full queue is looked at again. */
const QUEUE_AGAIN = 1;

/** A place in the lane: `turn` settles when it is one's turn, at once where it is absent; `leave` gives the place back. */
export type Seat = { readonly turn: Promise<void> | undefined; leave(): void };
export type Admission = {
  /** `retryAfter`: whole seconds until it is worth trying again. */
  enter(department: DepartmentId, bytes: number): Seat | { readonly retryAfter: number };
};

type Place = { readonly bytes: number; start: () => void; isLeft: boolean };

const one = (bytes: number): Amount => ({ messages: 1, bytes });
const plus = (a: Amount, b: Amount): Amount => ({
  messages: a.messages + b.messages,
  bytes: a.bytes + b.bytes,
});
const minus = (a: Amount, b: Amount): Amount => ({
  messages: a.messages - b.messages,
  bytes: a.bytes - b.bytes,
});
const fits = ({ messages, bytes }: Amount, most: Amount): boolean =>
  messages <= most.messages && bytes <= most.bytes;

/** One department's lane. */
const openLane = (seconds: () => number) => {
  const queue: Place[] = [];
  let working: Amount = { messages: 0, bytes: 0 };
  let waiting: Amount = { messages: 0, bytes: 0 };
  let saved = SAVED_UP;
  let savedAt = seconds();

  /** Seconds until what is saved up suffices; 0 when it does now. */
  const lacking = (asked: Amount): number => {
    const since = seconds() - savedAt;
    savedAt += since;
    saved = {
      messages: Math.min(SAVED_UP.messages, saved.messages + since * A_SECOND.messages),
      bytes: Math.min(SAVED_UP.bytes, saved.bytes + since * A_SECOND.bytes),
    };
    return Math.max(
      (asked.messages - saved.messages) / A_SECOND.messages,
      (asked.bytes - saved.bytes) / A_SECOND.bytes,
      0,
    );
  };
  const mayStart = (bytes: number): boolean =>
    working.messages === 0 || fits(plus(working, one(bytes)), AT_ONCE);
  const startNext = (): void => {
    for (let next = queue[0]; next && mayStart(next.bytes); next = queue[0]) {
      queue.shift();
      waiting = minus(waiting, one(next.bytes));
      working = plus(working, one(next.bytes));
      next.start();
    }
  };
  const leave = (place: Place): void => {
    const at = queue.indexOf(place);
    if (at < 0) {
      working = minus(working, one(place.bytes));
      startNext();
      return;
    }
    queue.splice(at, 1);
    waiting = minus(waiting, one(place.bytes));
    place.start();
  };
  return (bytes: number): Seat | { readonly retryAfter: number } => {
    const asked = one(bytes);
    const wait = lacking(asked);
    if (wait > 0) return { retryAfter: Math.ceil(wait) };
    const isFree = queue.length === 0 && mayStart(bytes);
    if (!isFree && !fits(plus(waiting, asked), WAITING)) return { retryAfter: QUEUE_AGAIN };
    saved = minus(saved, asked);
    const place: Place = { bytes, start: () => undefined, isLeft: false };
    if (isFree) working = plus(working, asked);
    else waiting = plus(waiting, asked);
    const turn = isFree
      ? undefined
      : new Promise<void>((resolve) => {
          place.start = resolve;
          queue.push(place);
        });
    return {
      turn,
      leave: () => {
        if (!place.isLeft) leave(place);
        place.isLeft = true;
      },
    };
  };
};

/** One for both doors of a platform. @param seconds a clock that never goes back */
export const openAdmission = (seconds: () => number): Admission => {
  const lanes = new Map<DepartmentId, ReturnType<typeof openLane>>();
  return {
    enter: (department, bytes) => {
      let lane = lanes.get(department);
      if (!lane) {
        lane = openLane(seconds);
        lanes.set(department, lane);
      }
      return lane(bytes);
    },
  };
};
