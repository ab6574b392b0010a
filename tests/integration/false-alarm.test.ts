// Nothing is called damage that is none: a server that stands still, or answers short, is unavailable.
import { jetstream } from '@nats-io/jetstream';
import { headers } from 'nats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseSubject, LEDGER_STREAM } from '../../schemas/subjects.ts';
import { startMirroring } from '../../services/bus/ledger/mirror.ts';
import { checkAgainstMirror } from '../../services/bus/ledger/mirror-check.ts';
import { type MirrorFiles, openMirror } from '../../services/bus/ledger/mirror-files.ts';
import { startMirrorGate } from '../../services/bus/ledger/mirror-gate.ts';
import { readSubject, type StoredMessage } from '../../services/bus/ledger/read.ts';
import { readWhole } from '../../services/bus/ledger/read-whole.ts';
import { caseReader } from '../../services/bus/registrar/case-reader.ts';
import { eventually } from '../support/eventually.ts';
import { type LedgerStack, startLedgerStack } from '../support/ledger-stack.ts';
import { whileStandingStill } from '../support/stand-still.ts';

const ENTRIES = 300;
let ledger: LedgerStack;
let files: MirrorFiles;
beforeEach(async () => {
  ledger = await startLedgerStack();
  files = await openMirror(ledger.mirrorDir);
  const mirroring = await startMirroring(ledger.js, files, { onFailure: () => undefined });
  await mirroring.caughtUp(await ledger.fill(ENTRIES));
  await mirroring.stop();
});
afterEach(async () => {
  await files.close();
  await ledger.stack.stop();
});

describe('a server that stands still', () => {
  it('makes no ledger damaged, at a start or later, and all is well when it goes on', async () => {
    const { pid } = ledger.stack.nats;
    const alarms: unknown[] = [];
    const gate = await startMirrorGate(ledger.nc, files, (reason) => alarms.push(reason));
    await whileStandingStill(pid, async () => {
      await expect(gate.check()).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
      await expect(startMirrorGate(ledger.nc, files, (reason) => alarms.push(reason))).rejects.toMatchObject({
        code: 'LEDGER_UNAVAILABLE',
      });
    });
    expect(alarms).toEqual([]);
    expect(await eventually(() => gate.check())).toEqual({ ok: true, ledger: ENTRIES, mirror: ENTRIES });
    gate.requireOpen();
    gate.stop();
  });
});

describe('a server that answers a read short', () => {
  /** Direct gets are answered that there is nothing there, so many times; then by the server itself again. */
  const nothingThere = async (times: number): Promise<void> => {
    const liar = await ledger.stack.connectService('relay');
    const notFound = headers(404, 'Message Not Found');
    let left = times;
    for (const asked of [`$JS.API.DIRECT.GET.${LEDGER_STREAM}`, `$JS.API.DIRECT.GET.${LEDGER_STREAM}.>`]) {
      liar.subscribe(asked, {
        callback: (_, message) => {
          left -= 1;
          const lie = () => message.respond('', { headers: notFound });
          // The server answers itself again before the last lie is told.
          if (left === 0) void ledger.jsm.streams.update(LEDGER_STREAM, { allow_direct: true }).then(lie);
          else if (left > 0) lie();
        },
      });
    }
    await liar.flush();
    await ledger.jsm.streams.update(LEDGER_STREAM, { allow_direct: false });
  };
  const whole = async (): Promise<(StoredMessage | null)[]> => {
    const found: (StoredMessage | null)[] = [];
    for await (const message of readWhole(ledger.nc)) found.push(message);
    return found;
  };
  const subject = caseSubject(`653023-${'k'.repeat(16)}`);

  it('has lost nothing: what one read does not find another does', async () => {
    await nothingThere(2 * ENTRIES);
    const found = await whole();
    expect(found.map((message) => message?.sequence)).toEqual(
      Array.from({ length: ENTRIES }, (_, n) => n + 1),
    );
  });

  it('makes no mirror differ', async () => {
    await nothingThere(2);
    expect(await checkAgainstMirror(ledger.nc, files, 'all')).toMatchObject({ ok: true });
  });

  it('gives a case whole at the next look', async () => {
    await nothingThere(2);
    expect(await readSubject(ledger.nc, subject)).toHaveLength(ENTRIES / 10);
  });

  it('is unavailable where it goes on so, and a case is never taken for one that does not exist', async () => {
    await nothingThere(100);
    await expect(readSubject(ledger.nc, subject)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await expect(caseReader(ledger.nc).refresh(`653023-${'k'.repeat(16)}`)).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
  });
});

describe('the mirror', () => {
  it('goes on by itself after its server was away, and fails for nothing', async () => {
    const failures: unknown[] = [];
    const mirroring = await startMirroring(jetstream(ledger.nc), files, {
      onFailure: (error) => failures.push(error),
    });
    await ledger.stack.restartNats('kill9');
    const last = await eventually(() => ledger.fill(10));
    await mirroring.caughtUp(last);
    // Its consumer goes, as one does that nobody asked for five minutes.
    for await (const { name } of ledger.jsm.consumers.list(LEDGER_STREAM)) {
      await ledger.jsm.consumers.delete(LEDGER_STREAM, name);
    }
    const next = await ledger.fill(10);
    await mirroring.caughtUp(next);
    expect(failures).toEqual([]);
    await mirroring.stop();
  });
});
