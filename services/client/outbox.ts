// Sends what waits in the outbox, one after the other, for as long as it takes: a command that got no answer is sent again,
// the same bytes, before the next one goes.
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer } from '../../schemas/entry.ts';
import { backOff } from '../back-off.ts';
import type { OutboxFolder } from './outbox-folder.ts';

export type OutboxOptions = {
  readonly folder: OutboxFolder;
  /** Rejects when no answer came. */
  readonly send: (signed: SignedCommand) => Promise<Answer>;
  /** Told of every answer that settles a command. */
  readonly onAnswer?: (signed: SignedCommand, answer: Answer) => void;
  /** Milliseconds before a command without answer goes again: first and longest pause. */
  readonly pauses?: { readonly first: number; readonly longest: number };
};

export type Outbox = ReturnType<typeof startOutbox>;

const settles = (answer: Answer): boolean => answer.ok || !answer.retryable;

/** Runs until stopped. What was left by an earlier run is sent first. */
export const startOutbox = (options: OutboxOptions) => {
  const { folder, send, onAnswer, pauses = { first: 200, longest: 10_000 } } = options;
  const stopping = new AbortController();
  const idle = new Set<() => void>();
  let news = true;
  let wake = (): void => undefined;
  const backing = backOff(pauses);

  const rest = (millis: number | null): Promise<void> =>
    new Promise((resolve) => {
      const timer = millis === null ? undefined : setTimeout(done, millis);
      function done(): void {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', done);
        resolve();
      }
      wake = done;
      stopping.signal.addEventListener('abort', done);
      if (stopping.signal.aborted) done();
    });

  /** `true` when nothing waits any more. */
  const sendAll = async (): Promise<boolean> => {
    for (;;) {
      const items = await folder.waiting();
      if (items.length === 0) return true;
      for (const item of items) {
        if (stopping.signal.aborted) return false;
        const answer = await send(item.signed).catch(() => null);
        if (!answer || !settles(answer)) return false;
        await folder.settle(item, answer);
        onAnswer?.(item.signed, answer);
        backing.reset();
      }
    }
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      news = false;
      // A full disk is no reason to give up: it is tried again like a bus that is away.
      const done = await sendAll().catch(() => false);
      if (stopping.signal.aborted) return;
      if (done && !news) {
        for (const tell of idle) tell();
        idle.clear();
        await rest(null);
      } else if (!done) {
        await rest(backing.next());
      }
    }
  };
  const running = run();

  const nudge = (): void => {
    news = true;
    wake();
  };

  return {
    /** The command is on the disk when this resolves; it will be sent however often this process ends. */
    put: async (signed: SignedCommand): Promise<void> => {
      await folder.put(signed);
      nudge();
    },
    /** Try now instead of after the pause: the bus is back. */
    nudge,
    /** Resolves when nothing waits. */
    idle: async (): Promise<void> => {
      const empty = new Promise<void>((resolve) => idle.add(resolve));
      nudge();
      return empty;
    },
    waiting: folder.waiting,
    known: folder.known,
    answerTo: folder.answerTo,
    settled: folder.settled,
    unreadable: folder.unreadable,
    stop: async (): Promise<void> => {
      stopping.abort();
      await running;
    },
  };
};
