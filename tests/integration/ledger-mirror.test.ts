// Damage at rest: found at start against the mirror, and repaired byte for byte. The server itself notices nothing.
import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEDGER_STREAM } from '../../schemas/subjects.ts';
import { append } from '../../services/bus/ledger/append.ts';
import { startMirroring } from '../../services/bus/ledger/mirror.ts';
import { checkAgainstMirror } from '../../services/bus/ledger/mirror-check.ts';
import { openMirror, readMirror } from '../../services/bus/ledger/mirror-files.ts';
import { startMirrorGate } from '../../services/bus/ledger/mirror-gate.ts';
import { readLedger, type StoredMessage } from '../../services/bus/ledger/read.ts';
import { repair } from '../../services/bus/ledger/repair.ts';
import { cutTo, flipBit, type LedgerStack, startLedgerStack } from '../support/ledger-stack.ts';

const ENTRIES = 300;
let ledger: LedgerStack;
beforeEach(async () => {
  ledger = await startLedgerStack();
});
afterEach(() => ledger.stack.stop());

const all = async (messages: AsyncIterable<StoredMessage | null>) => {
  const found: StoredMessage[] = [];
  for await (const message of messages) if (message) found.push(message);
  return found.map(({ sequence, subject, data }) => [
    sequence,
    subject,
    Buffer.from(data).toString('base64'),
  ]);
};

/** 300 acknowledged entries, all in the mirror. */
const filled = async () => {
  const files = await openMirror(ledger.mirrorDir);
  const mirroring = await startMirroring(ledger.js, files, { onFailure: () => undefined });
  await mirroring.caughtUp(await ledger.fill(ENTRIES));
  await mirroring.stop();
  return { files, before: await all(readLedger(ledger.nc)) };
};

describe('the mirror', () => {
  it('holds every message byte for byte and goes on where it ended', async () => {
    const { files, before } = await filled();
    await files.close();
    const again = await openMirror(ledger.mirrorDir);
    expect(again.head()?.sequence).toBe(ENTRIES);
    const mirroring = await startMirroring(ledger.js, again, { onFailure: () => undefined });
    const last = await ledger.fill(0).then(() => ENTRIES);
    await mirroring.caughtUp(last);
    await mirroring.stop();
    expect(await all(readMirror(ledger.mirrorDir))).toEqual(before);
    await again.close();
    expect(await checkAgainstMirror(ledger.nc, again, 'all')).toEqual({
      ok: true,
      ledger: ENTRIES,
      mirror: ENTRIES,
    });
  });

  it('cuts off a line torn by a power cut, and refuses a gap', async () => {
    const { files } = await filled();
    await files.close();
    const [segment = ''] = await readdir(ledger.mirrorDir);
    await appendFile(join(ledger.mirrorDir, segment), '301 ledger.case.653023.x eyJu');
    const again = await openMirror(ledger.mirrorDir);
    expect(again.head()?.sequence).toBe(ENTRIES);
    await expect(
      again.append([{ sequence: ENTRIES + 2, subject: 'ledger.x', data: Buffer.from('') }]),
    ).rejects.toMatchObject({ code: 'MIRROR_DAMAGED' });
    await again.append([{ sequence: ENTRIES + 1, subject: 'ledger.x', data: Buffer.from('{}') }]);
    expect(await all(readMirror(ledger.mirrorDir))).toHaveLength(ENTRIES + 1);
    // The ledger has no entry 301: the mirror remembers more than the stream.
    expect(await checkAgainstMirror(ledger.nc, again)).toMatchObject({ ok: false, found: 'behind' });
    await again.close();
  });
});

describe.each([
  ['one bit turned over in the middle, and a kill', flipBit(0.5), 'kill9', 'behind'],
  ['one bit turned over in the last message, and a kill', flipBit(0.9995), 'kill9', 'behind'],
  ['a file cut to 70 %, and a kill', cutTo(0.7), 'kill9', 'behind'],
  ['one bit turned over in the middle, and a clean stop', flipBit(0.5), 'stop', 'different'],
] as const)('%s', (_name, how, ending, found) => {
  it('is found at start, shuts the gate, and is repaired byte for byte', async () => {
    const { files, before } = await filled();
    expect(before).toHaveLength(ENTRIES);
    await ledger.damage(how, ending);

    const alarms: unknown[] = [];
    const gate = await startMirrorGate(ledger.nc, files, (reason) => alarms.push(reason));
    gate.stop();
    expect(alarms).toMatchObject([{ ok: false, found }]);
    expect(() => gate.requireOpen()).toThrow('LEDGER_BEHIND_MIRROR');

    await files.close();
    const done = await repair(ledger.nc, ledger.jsm, ledger.mirrorDir, { now: 1 });
    expect(done).toMatchObject({ entries: ENTRIES, fromStream: 0 });
    expect(done.restored).toBeGreaterThan(0);
    expect(await all(readLedger(ledger.nc))).toEqual(before);
    const again = await openMirror(ledger.mirrorDir);
    expect(await checkAgainstMirror(ledger.nc, again, 'all')).toMatchObject({ ok: true });
    await again.close();
    // Writing goes on where it ended.
    expect((await ledger.jsm.streams.info(LEDGER_STREAM)).state.last_seq).toBe(ENTRIES);
  });
});

describe('repair', () => {
  it('brings stream and mirror together where each has lost something else', async () => {
    const { files, before } = await filled();
    await files.close();
    const [segment = ''] = await readdir(ledger.mirrorDir);
    const file = join(ledger.mirrorDir, segment);
    const bytes = await readFile(file);
    bytes[100] = (bytes[100] as number) ^ 1;
    await writeFile(file, bytes);
    await ledger.damage(cutTo(0.7));
    const done = await repair(ledger.nc, ledger.jsm, ledger.mirrorDir, { now: 1 });
    expect(done).toMatchObject({ entries: ENTRIES, fromStream: 1 });
    expect(await all(readLedger(ledger.nc))).toEqual(before);
  });

  it('refuses where an entry is lost in both, and changes nothing', async () => {
    const { files } = await filled();
    await files.close();
    await rm(ledger.mirrorDir, { recursive: true });
    const short = await openMirror(ledger.mirrorDir);
    const messages: StoredMessage[] = [];
    for await (const message of readLedger(ledger.nc, { to: 250 })) messages.push(message);
    await short.append(messages);
    await short.close();
    const [segment = ''] = await readdir(ledger.mirrorDir);
    const file = join(ledger.mirrorDir, segment);
    const bytes = await readFile(file);
    const at = bytes.lastIndexOf(10, bytes.length - 2) + 50;
    bytes[at] = (bytes[at] as number) ^ 1;
    await writeFile(file, bytes);
    await ledger.damage(flipBit(249.5 / ENTRIES), 'stop');
    await expect(repair(ledger.nc, ledger.jsm, ledger.mirrorDir, { now: 1 })).rejects.toMatchObject({
      code: 'NOT_REPAIRABLE',
      message: expect.stringContaining('250'),
    });
    expect((await ledger.jsm.streams.info(LEDGER_STREAM)).state.last_seq).toBe(ENTRIES);
  });

  it('refuses where a shortened stream took other entries under old numbers, until told that the mirror wins', async () => {
    const { files, before } = await filled();
    await files.close();
    await ledger.damage(cutTo(0.7));
    await append(ledger.js, 'ledger.case.653023.653023-zzzzzzzzzzzzzzzz', Buffer.from('{}'), 0);
    const again = await openMirror(ledger.mirrorDir);
    expect(await checkAgainstMirror(ledger.nc, again)).toMatchObject({ ok: false, found: 'behind' });
    await again.close();
    await expect(repair(ledger.nc, ledger.jsm, ledger.mirrorDir, { now: 1 })).rejects.toMatchObject({
      code: 'NOT_REPAIRABLE',
    });
    await repair(ledger.nc, ledger.jsm, ledger.mirrorDir, { now: 2, forks: 'mirror-wins' });
    expect(await all(readLedger(ledger.nc))).toEqual(before);
  });

  it('cut off between its two renames is finished by the next opening', async () => {
    const { files } = await filled();
    await files.close();
    await rename(ledger.mirrorDir, `${ledger.mirrorDir}.gathered-7`);
    expect((await openMirror(ledger.mirrorDir)).head()?.sequence).toBe(ENTRIES);
  });
});

describe('the gate', () => {
  it('is shut while the server is away and opens when all is there again', async () => {
    const { files } = await filled();
    const gate = await startMirrorGate(ledger.nc, files, () => undefined);
    gate.requireOpen();
    const back = (async () => {
      for await (const { type } of ledger.nc.status()) if (type === 'reconnect') return;
    })();
    await ledger.stack.nats.kill9();
    await expect
      .poll(() => ledger.nc.isClosed() || gateState(gate), { timeout: 10_000 })
      .toBe('LEDGER_UNAVAILABLE');
    await ledger.stack.restartNats('kill9');
    await back;
    await expect.poll(() => gateState(gate), { timeout: 10_000 }).toBe('open');
    gate.stop();
    await files.close();
  });
});

const gateState = (gate: { requireOpen(): void }) => {
  try {
    gate.requireOpen();
    return 'open';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
