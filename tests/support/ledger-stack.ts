// A nats-server with the ledger's streams, and what faults need: the block file under the ledger, a kill and a restart.
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { LEDGER_STREAM } from '../../schemas/subjects.ts';
import { append } from '../../services/bus/ledger/append.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { startTestStack, type TestStack } from './test-stack.ts';

export type LedgerStack = {
  readonly stack: TestStack;
  /** The registrar: writes the ledger. */
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  /** The provisioning identity: makes and removes streams. */
  readonly jsm: JetStreamManager;
  readonly mirrorDir: string;
  /** Appends `count` messages of about 2 KB in turn to ten subjects; says what the server acknowledged. */
  fill(count: number): Promise<number>;
  /** kill −9, damage to the files of a stream, and a restart. */
  damage(how: (file: string) => Promise<void>, ending?: 'kill9' | 'stop', stream?: string): Promise<void>;
  /** All block files of a stream, as they lie on the disk. */
  blocks(stream: string): Promise<Buffer>;
};

const reconnecting = { reconnectTimeWait: 50, maxReconnectAttempts: -1 };

export const startLedgerStack = async (): Promise<LedgerStack> => {
  const stack = await startTestStack();
  const nc = await stack.connectService('registrar', reconnecting);
  const js = jetstream(nc);
  const jsm = await jetstreamManager(await stack.connectService('operator', reconnecting));
  await ensureStreams(jsm);
  const lastOfSubject = new Map<string, number>();

  const blockFiles = async (stream: string) => {
    const dir = join(stack.dataDir, 'nats', 'jetstream', 'BUS', 'streams', stream, 'msgs');
    return (await readdir(dir)).filter((name) => name.endsWith('.blk')).map((name) => join(dir, name));
  };

  return {
    stack,
    nc,
    js,
    jsm,
    mirrorDir: join(stack.folder, 'mirror'),
    async fill(count) {
      let last = 0;
      for (let n = 0; n < count; n += 1) {
        const subject = `ledger.case.653023.653023-${'klmnopqrst'[n % 10]?.repeat(16)}`;
        const data = Buffer.from(JSON.stringify({ n, text: 'x'.repeat(2_000) }));
        const done = await append(js, subject, data, lastOfSubject.get(subject) ?? 0);
        if (!done.ok) throw new Error('nobody else writes here');
        last = done.ledgerSequence;
        lastOfSubject.set(subject, last);
      }
      return last;
    },
    async damage(how, ending = 'kill9', stream = LEDGER_STREAM) {
      await (ending === 'kill9' ? stack.nats.kill9() : stack.nats.stop());
      await how((await blockFiles(stream))[0] as string);
      await stack.restartNats('kill9');
      for (let back = false; !back; ) {
        back = await Promise.all([nc.flush(), jsm.getAccountInfo()]).then(
          () => true,
          () => pause(50, false),
        );
      }
    },
    blocks: async (stream) =>
      Buffer.concat(await Promise.all((await blockFiles(stream)).map((f) => readFile(f)))),
  };
};

/** Turns one bit over at a part of the file, 0 to 1. */
export const flipBit = (part: number) => async (file: string) => {
  const bytes = await readFile(file);
  const at = Math.floor((bytes.length - 1) * part);
  bytes[at] = (bytes[at] as number) ^ 1;
  await writeFile(file, bytes);
};

/** Cuts the file off at a part of its length. */
export const cutTo = (part: number) => async (file: string) => {
  await truncate(file, Math.floor((await readFile(file)).length * part));
};
