// A platform in a process of its own, to be killed in the middle. Its parent asks over the IPC channel; when the parent is
// gone it stops, and its servers with it.

import type { RegisterChange } from '../../schemas/register.ts';
import { realClock } from '../../services/clock.ts';
import { type PlatformOptions, startPlatform } from '../../services/host/platform/start.ts';
import { createLog } from '../../services/log.ts';
import { OFFICERS } from './test-platform.ts';

export type ChildOptions = Pick<PlatformOptions, 'dataDir' | 'keysDir' | 'ports' | 'inboxBytes'> & {
  readonly logLevel: string;
};

/** What the parent may ask; each is answered with plain JSON. */
export type ChildQuestions = {
  servers(): Promise<{ nats: number; temporal: number; natsUrl: string; temporalAddress: string }>;
  addDepartment(id: string): Promise<unknown>;
  /** A register entry, asked as JSON of `{ region, changes }`. */
  enter(asked: string): Promise<boolean>;
  enforcing(): Promise<boolean>;
  pending(): Promise<{ inboxes: number; temporal: number }>;
};

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const platform = await startPlatform({
  ...options,
  temporalAddress: undefined,
  databaseUrl: undefined,
  clock: realClock(),
  log: createLog({ level: options.logLevel, pretty: false }),
  onProgress: () => undefined,
});

const answers: ChildQuestions = {
  servers: async () => ({
    nats: platform.nats.current().pid,
    temporal: platform.temporal.server?.current().pid ?? 0,
    natsUrl: platform.natsUrl,
    temporalAddress: platform.temporal.address,
  }),
  addDepartment: async (id) =>
    (await platform.operator.addDepartment(id, id, { officers: OFFICERS })).credentials,
  enter: async (asked) => {
    const { region, changes } = JSON.parse(asked) as { region: string; changes: RegisterChange[] };
    return (await platform.operator.enter(region, changes)).ok;
  },
  enforcing: async () => {
    await platform.enforcing.ready;
    return true;
  },
  pending: async () => ({
    inboxes: await platform.bus.inboxes.pending(),
    temporal: await platform.enforcing.pending(),
  }),
};

const stop = async (): Promise<void> => {
  await platform.stop();
  process.exit(0);
};
process.on('disconnect', () => void stop());
process.on('message', (asked: { call: number; question: keyof ChildQuestions | 'stop'; about: string }) => {
  if (asked.question === 'stop') return void stop();
  answers[asked.question](asked.about).then(
    (value) => process.send?.({ call: asked.call, value }),
    (error: unknown) => process.send?.({ call: asked.call, error: String(error) }),
  );
});
process.send?.({ call: 0, value: 'ready' });
