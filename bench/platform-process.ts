// The platform as `xianjie serve` runs it, in a process of its own, with a few questions answered over IPC.
import { setTimeout as pause } from 'node:timers/promises';
import type { Credentials } from '../schemas/credentials.ts';
import type { DepartmentId } from '../schemas/ids.ts';
import { lastSequence } from '../services/bus/ledger/read.ts';
import { realClock } from '../services/clock.ts';
import { type Platform, startPlatform } from '../services/host/platform/start.ts';
import { createLog } from '../services/log.ts';
import type { Ask, Control } from './control.ts';
import { stormInLedger } from './storm-census.ts';
import { watchTelling } from './temporal-lag.ts';

const folder = process.argv[2];
if (!folder || !process.send) throw new Error('started by bench/main.ts');

const platform: Platform = await startPlatform({
  dataDir: `${folder}/data`,
  keysDir: `${folder}/keys`,
  ports: { nats: 0, http: 0, temporal: 0, temporalUi: 0 },
  temporalAddress: undefined,
  databaseUrl: undefined,
  clock: realClock(),
  log: createLog({ level: 'warn', pretty: false }),
  onProgress: () => undefined,
});
await platform.enforcing.ready;

const OFFICERS = [
  { officer: 'o-1', ranks: ['officer' as const] },
  { officer: 'o-2', ranks: ['officer' as const] },
  { officer: 'head', ranks: ['head' as const] },
];
const { relay } = platform.bus.connections;
let watching: ReturnType<typeof watchTelling> | undefined;

const answers: { [K in keyof Control]: (given: Control[K]['given']) => Promise<Control[K]['answer']> } = {
  departments: async (ids) => {
    const all: Credentials[] = [];
    for (const id of ids as readonly DepartmentId[]) {
      const options = { officers: OFFICERS, later: true };
      all.push((await platform.operator.addDepartment(id, id, options)).credentials);
    }
    await platform.bus.applyDepartments();
    return all;
  },
  settled: async () => {
    const behind = async () => (await platform.bus.inboxes.pending()) + (await platform.enforcing.pending());
    while ((await behind()) > 0) await pause(100);
    const last = await lastSequence(relay);
    await platform.room.idle(last);
    return last;
  },
  storm: (given) => stormInLedger(relay, given),
  watch: async () => {
    watching = watchTelling(relay, () => platform.enforcing.told().sequence);
    return null;
  },
  told: async () => (await watching?.end()) ?? [],
  stop: async () => {
    await platform.stop();
    return null;
  },
};

process.on('message', async ({ id, ask, given }: Ask) => {
  try {
    process.send?.({ id, answer: await answers[ask](given as never) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
  if (ask === 'stop') process.exit(0);
});
// Its parent was killed: nobody will ask any more.
process.on('disconnect', () => void platform.stop().finally(() => process.exit(1)));
