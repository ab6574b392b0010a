// The parent's side of a platform in its own process: start, ask, kill −9, start again on the same folder and ports.
import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endLeftOver } from '../../services/host/stack/child-process.ts';
import { dataFolderPlan } from '../../services/host/stack/data-folder.ts';
import { freePort } from '../../services/host/stack/free-port.ts';
import type { ChildOptions, ChildQuestions } from './platform-child.ts';

export type PlatformProcess = {
  readonly pid: number;
  /** Rejects when the process is gone before it answers. */
  ask<Q extends keyof ChildQuestions>(question: Q, about?: string): ReturnType<ChildQuestions[Q]>;
  /** SIGKILL; its servers live on, as they would. Settles when it is gone. */
  kill9(): Promise<void>;
  stop(): Promise<void>;
};

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const program = fileURLToPath(new URL('./platform-child.ts', import.meta.url));

/** Ports that were free just now, the same for every start of one folder. */
export const freePorts = async (): Promise<ChildOptions['ports']> => ({
  nats: await freePort(0),
  http: await freePort(0),
  temporal: await freePort(0),
  temporalUi: await freePort(0),
});

/** Resolves when the platform is ready. Its log lies in `<folder>/child.log`. */
export const startPlatformProcess = async (
  folder: string,
  ports: ChildOptions['ports'],
  more: Partial<Pick<ChildOptions, 'logLevel' | 'inboxBytes'>> = {},
): Promise<PlatformProcess> => {
  await mkdir(folder, { recursive: true });
  const options: ChildOptions = {
    dataDir: join(folder, 'data'),
    keysDir: join(folder, 'keys'),
    ports,
    logLevel: 'info',
    ...more,
  };
  const log = openSync(join(folder, 'child.log'), 'a');
  const child = fork(program, [JSON.stringify(options)], {
    execArgv: [],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error('the platform process is gone'));
      waiting.clear();
      resolve();
    });
  });
  child.on('message', (answer: { call: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(answer.call);
    waiting.delete(answer.call);
    if (answer.error === undefined) asked?.resolve(answer.value);
    else asked?.reject(new Error(answer.error));
  });
  const answerTo = (call: number): Promise<unknown> =>
    new Promise((resolve, reject) => waiting.set(call, { resolve, reject }));
  await answerTo(0);
  return {
    pid: child.pid as number,
    ask: (question, about = '') => {
      calls += 1;
      const answer = answerTo(calls);
      child.send({ call: calls, question, about });
      return answer as never;
    },
    kill9: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      if (child.connected) child.send({ call: 0, question: 'stop', about: '' });
      await exited;
    },
  };
};

/** Ends the servers of a folder whose platform was killed and not started again. */
export const endServersOf = async (folder: string): Promise<void> => {
  const dataDir = join(folder, 'data');
  const plan = dataFolderPlan(dataDir);
  await endLeftOver(join(plan.run, 'nats-server.pid'), dataDir, plan.natsConfig);
  await endLeftOver(join(plan.run, 'temporal.pid'), dataDir, plan.temporalDatabase);
};
