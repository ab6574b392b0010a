// Checkpoints of a running ledger, exports out of stream and mirror, and erasure that breaks no proof.
import { mkdir, rmdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHECKPOINT_STREAM } from '../../schemas/subjects.ts';
import { exportLedger, mirrorSource, streamSource } from '../../services/bus/export/export-ledger.ts';
import { append } from '../../services/bus/ledger/append.ts';
import { createCaseKeys } from '../../services/bus/ledger/case-keys.ts';
import { startCheckpoints } from '../../services/bus/ledger/checkpoint-keeper.ts';
import { type LastCheckpoint, lastCheckpoint } from '../../services/bus/ledger/last-checkpoint.ts';
import { startMirroring } from '../../services/bus/ledger/mirror.ts';
import { openMirror } from '../../services/bus/ledger/mirror-files.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { verifyExport } from '../../services/bus/verify/verify-export.ts';
import { parseCheckpoint } from '../../services/proof/checkpoint.ts';
import { type LedgerStack, startLedgerStack } from '../support/ledger-stack.ts';
import { collect, given, type MemoryLedger, memoryLedger, ORIGIN } from '../support/memory-ledger.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';

let stack: LedgerStack;
let ledger: MemoryLedger;
let written = 0;
beforeEach(async () => {
  stack = await startLedgerStack();
  ledger = memoryLedger();
  written = 0;
});
afterEach(() => stack.stack.stop());

/** Puts what is new in the memory ledger, up to a sequence, into the real one. */
const publish = async (upTo = ledger.messages.length) => {
  const lastOfSubject = new Map<string, number>();
  for (const { subject, data, sequence } of ledger.messages) {
    if (sequence > upTo) break;
    if (sequence > written) {
      const done = await append(stack.js, subject, data, lastOfSubject.get(subject) ?? 0);
      expect(done).toEqual({ ok: true, ledgerSequence: sequence });
    }
    lastOfSubject.set(subject, sequence);
  }
  written = upTo;
};
const failures: unknown[] = [];
const start = (more: { everyEntries?: number; everyMilliseconds?: number; apart?: LastCheckpoint } = {}) =>
  startCheckpoints({
    nc: stack.nc,
    js: stack.js,
    key: ledger.key('ledger'),
    origin: ORIGIN,
    onFailure: (error) => failures.push(error),
    ...more,
  });

describe('checkpoints', () => {
  it('are written every so many entries and each interval with news, and prove every entry', async () => {
    await publish();
    const checkpoints = await start({ everyEntries: 3, everyMilliseconds: 1e9 });
    expect(checkpoints.size()).toBe(4);
    expect(checkpoints.inclusionProof(1)).toBeNull();
    ledger.clue();
    await publish(5);
    await expect.poll(() => parseCheckpoint(checkpoints.latest() ?? '')?.size).toBe(5);
    await publish();
    await checkpoints.caughtUp(7);
    expect(parseCheckpoint(checkpoints.latest() ?? '')?.size).toBe(5);
    expect(checkpoints.inclusionProof(6)).toBeNull();
    await Promise.all([checkpoints.write(), checkpoints.write()]);
    expect(parseCheckpoint(checkpoints.latest() ?? '')?.size).toBe(7);
    expect(await lastSequence(stack.nc, CHECKPOINT_STREAM)).toBe(2);
    expect(checkpoints.inclusionProof(6)).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 5\n/);
    expect(checkpoints.inclusionProof(6)).toContain(checkpoints.latest());
    expect(checkpoints.inclusionProof(8)).toBeNull();
    await checkpoints.stop();

    const minutely = await start({ everyMilliseconds: 20 });
    expect(minutely.latest()).toBe(checkpoints.latest());
    ledger.clue();
    await publish();
    await expect.poll(() => parseCheckpoint(minutely.latest() ?? '')?.size, { timeout: 5_000 }).toBe(10);
    await minutely.stop();
    expect(failures).toEqual([]);
  });

  it('say so while the one beside the keys cannot be written, and write it once it can be, with no news', () =>
    inTemporaryFolder(async (folder) => {
      await publish();
      const apart = lastCheckpoint(folder);
      const checkpoints = await start({ apart, everyMilliseconds: 1e9 });
      await mkdir(apart.file);
      await expect(checkpoints.write()).rejects.toMatchObject({ code: 'EISDIR' });
      expect(checkpoints.isCurrent()).toBe(false);
      await rmdir(apart.file);
      await checkpoints.write();
      expect(checkpoints.isCurrent()).toBe(true);
      expect((await apart.read())?.size).toBe(4);
      await checkpoints.stop();
    }));

  it('refuse to go on with a ledger that does not begin with the last one', async () => {
    ledger.clue();
    await publish();
    const checkpoints = await start();
    await checkpoints.write();
    await checkpoints.stop();
    await stack.jsm.streams.delete('LEDGER');
    await ensureStreams(stack.jsm);
    ledger = memoryLedger();
    written = 0;
    await publish();
    await expect(start()).rejects.toMatchObject({ code: 'LEDGER_ROLLED_BACK' });
  });
});

describe('an export', () => {
  it('is the same out of stream and mirror, and verifies after a case’s key is erased', async () => {
    const keys = createCaseKeys({ nc: stack.nc, js: stack.js, masterKey: Buffer.alloc(32, 3) });
    const caseId = ledger.clue();
    await keys.ensureKey(caseId, 'case');
    await publish();
    const files = await openMirror(stack.mirrorDir);
    const mirroring = await startMirroring(stack.js, files, { onFailure: (error) => failures.push(error) });
    await mirroring.caughtUp(7);
    await mirroring.stop();
    await files.close();
    await keys.eraseCaseKey(caseId, { reason: '保存期限届满', at: '2026-11-22T10:00:00+08:00' }, stack.jsm);
    expect(await keys.ensureKey(caseId, 'case')).toMatchObject({ state: 'erased' });

    const key = ledger.key('ledger');
    const running = await collect(exportLedger({ source: streamSource(stack.nc), key }));
    const atRest = await collect(exportLedger({ source: mirrorSource(stack.mirrorDir), key }));
    expect(atRest.slice(1)).toEqual(running.slice(1));
    for (const lines of [running, atRest]) {
      expect(await verifyExport(given(lines), { rootKey: ledger.root.publicKey })).toMatchObject({
        ok: true,
        entries: 7,
      });
    }
    const one = await collect(exportLedger({ source: streamSource(stack.nc), key, caseId }));
    expect(await verifyExport(given(one), { rootKey: ledger.root.publicKey })).toMatchObject({
      ok: true,
      scope: 'case',
    });
  });
});
