// What the benchmark asks of the platform's process beside commands. Nothing here is on the way of a command.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '../schemas/credentials.ts';
import type { StormFigures } from './figures.ts';

/** Name of a question → what is given with it and what is answered. */
export type Control = {
  /** Departments of the benchmark, able to connect. */
  departments: { given: readonly string[]; answer: readonly Credentials[] };
  /** Ledger sequence of the last entry, once inboxes, Temporal and reading room have all of it. */
  settled: { given: null; answer: number };
  /** What the ledger has of a storm planned for `at`, from a ledger sequence on. */
  storm: { given: { readonly from: number; readonly at: number }; answer: StormFigures };
  /** Milliseconds from `recordedAt` until Temporal was told, of each entry from now until `told`. */
  watch: { given: null; answer: null };
  told: { given: null; answer: readonly number[] };
  stop: { given: null; answer: null };
};
export type Ask = {
  readonly [K in keyof Control]: {
    readonly id: number;
    readonly ask: K;
    readonly given: Control[K]['given'];
  };
}[keyof Control];
export type Reply = { readonly id: number; readonly answer?: unknown; readonly error?: string };

export type PlatformProcess = {
  readonly pid: number;
  ask<K extends keyof Control>(question: K, given: Control[K]['given']): Promise<Control[K]['answer']>;
  stop(): Promise<void>;
};

/** Starts the platform in a process of its own, on a data folder. Its log goes to stderr. */
export const startPlatformProcess = (folder: string): PlatformProcess => {
  const child: ChildProcess = fork(
    fileURLToPath(new URL('./platform-process.ts', import.meta.url)),
    [folder],
    {
      stdio: ['ignore', 2, 2, 'ipc'],
      serialization: 'advanced',
    },
  );
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const { reject } of open.values()) reject(new Error(`the platform's process ended (${code})`));
      open.clear();
      resolve();
    });
  });
  child.on('message', ({ id, answer, error }: Reply) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error === undefined) waiting?.resolve(answer as never);
    else waiting?.reject(new Error(error));
  });
  const ask: PlatformProcess['ask'] = (question, given) =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error('the platform’s process has ended'));
      asked += 1;
      open.set(asked, { resolve, reject });
      child.send({ id: asked, ask: question, given } as Ask);
    });
  return {
    pid: child.pid ?? 0,
    ask,
    stop: async () => {
      if (child.connected) await ask('stop', null).catch(() => undefined);
      await gone;
    },
  };
};
