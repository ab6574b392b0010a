// A Temporal dev server of its own, and the enforcement service over ports that the test holds: no registrar, no ledger.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ActivityPorts } from '../../activities/activities.ts';
import type { MomentsOfCase } from '../../activities/moments-by-case.ts';
import type { NextMoment } from '../../activities/roll-call.ts';
import type { Answer } from '../../schemas/entry.ts';
import { refusal } from '../../schemas/errors.ts';
import { type Enforcement, startEnforcement } from '../../services/bus/enforcement/worker.ts';
import { type Clock, realClock } from '../../services/clock.ts';
import { findServer, serverCacheFolder } from '../../services/host/stack/find-server.ts';
import { startTemporal, type TemporalServer } from '../../services/host/stack/temporal-server.ts';
import { createLog } from '../../services/log.ts';

export const police = '653023/public-security';
export const insurance = '653023/medical-insurance';

/** The `n`-th case of a test. */
export const caseNumber = (n: number): string =>
  `653023-${n
    .toString(4)
    .padStart(16, '0')
    .replace(/\d/g, (digit) => 'abcd'[Number(digit)] as string)}`;

export const momentOf = (n: number, at: string, more: Partial<NextMoment> = {}): NextMoment => ({
  case: caseNumber(n),
  clock: 'p1/fwd-filing-review/1',
  moment: 'due',
  at,
  obliged: police,
  ...more,
});

const receipt = (command: MomentsOfCase): Answer => ({
  ok: true,
  head: {
    format: 'xianjie.entry.v2',
    kind: 'case',
    region: command.case.slice(0, 6),
    id: command.case,
    sequence: 1,
    previous: null,
    body: '',
    shows: {},
    registerAt: 0,
    lawAt: 0,
    decider: 1,
    recordedAt: command.at,
    envelope: null,
  },
  case: command.case,
  sequence: 1,
  ledgerSequence: 1,
  hash: '',
  signature: { key: '', value: '' },
  recordedAt: command.at,
  events: [],
  proceedings: [],
  repeated: false,
});

/** A registrar that takes everything, remembers it, and can be told to answer otherwise. */
export const recordingRegistrar = () => {
  const taken: (MomentsOfCase & { readonly takenAt: number })[] = [];
  const calls: number[] = [];
  let answer: (command: MomentsOfCase) => Answer | 'take' = () => 'take';
  return {
    taken,
    /** Commands in each call of the port. */
    calls,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    refuse: refusal,
    submitMoments: async (commands: readonly MomentsOfCase[]): Promise<readonly Answer[]> => {
      calls.push(commands.length);
      return commands.map((command) => {
        const answered = answer(command);
        if (answered !== 'take') return answered;
        taken.push({ ...command, takenAt: Date.now() });
        return receipt(command);
      });
    },
  };
};

export type UnderTest = {
  readonly temporal: TemporalServer;
  readonly enforcement: Enforcement;
  /** kill −9 of Temporal and a new start on the same database and port. */
  restartTemporal(): Promise<void>;
  stop(): Promise<void>;
};

export const startUnderTest = async (options: {
  readonly ports: Omit<ActivityPorts, 'now' | 'enterMoments'>;
  readonly clock?: Clock;
  readonly dynamicConfig?: Readonly<Record<string, unknown>>;
}): Promise<UnderTest> => {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-workflow-'));
  const binary = (await findServer('temporal')).path;
  const start = (port: number) =>
    startTemporal({
      binary,
      dataDir: folder,
      port,
      onProgress: () => {},
      ...(options.dynamicConfig ? { dynamicConfig: options.dynamicConfig } : {}),
    });
  let temporal = await start(0);
  const enforcement = startEnforcement({
    address: temporal.address,
    namespace: temporal.namespace,
    ports: options.ports,
    clock: options.clock ?? realClock(),
    log: createLog({ level: 'silent', pretty: false }),
    bundleFolder: join(dirname(serverCacheFolder()), 'bundles'),
  });
  await enforcement.ready;
  return {
    get temporal() {
      return temporal;
    },
    enforcement,
    restartTemporal: async () => {
      const { port } = temporal;
      await temporal.kill9();
      temporal = await start(port);
    },
    stop: async () => {
      await enforcement.stop();
      await temporal.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Ports of which a test uses only some. */
export const portsWith = (
  ports: Partial<Omit<ActivityPorts, 'now' | 'enterMoments'>>,
): Omit<ActivityPorts, 'now' | 'enterMoments'> => ({
  submitMoments: async (commands) => commands.map(receipt),
  ledgerTakes: async () => true,
  leaveToSweep: () => {},
  handOffInLedger: async () => ({ open: true }),
  pushToReceiver: async () => [],
  nextMoments: async function* () {},
  ...ports,
});
