// A clock that ran ahead, put right by a statement: verification takes that one fall, says it, and no other.
import { describe, expect, it } from 'vitest';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { collect, DEPARTMENTS, given, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';

const [, POLICE = ''] = DEPARTMENTS;
const WRONG = '2031-11-03T09:00:00+08:00';
const RIGHT = '2026-11-03T09:00:00+08:00';
const verified = async (ledger: MemoryLedger) =>
  verifyExport(given(await collect(exportLedger({ source: ledger.source, key: ledger.key('ledger') }))), {
    rootKey: ledger.root.publicKey,
  });
const stated = (ledger: MemoryLedger): void =>
  ledger.change('100000', [{ change: 'clock-stated', says: RIGHT, basis: '授时中心' }]);

/** A case with its first entries in the wrong time, and the clock put right. */
const repaired = (): { ledger: MemoryLedger; caseId: string } => {
  const ledger = memoryLedger({ clock: 'real' });
  ledger.setClock(WRONG);
  const caseId = ledger.clue();
  ledger.setClock(RIGHT);
  return { ledger, caseId };
};

describe('a ledger whose clock was put right', () => {
  it('verifies, its case going on in the right time, and says where the time falls', async () => {
    const { ledger, caseId } = repaired();
    stated(ledger);
    ledger.submit({ by: POLICE, command: 'record-fact', case: caseId, body: { fact: 'interview-held' } });
    ledger.clue();
    const found = await verified(ledger);
    expect(found).toMatchObject({ ok: true, notRerun: {} });
    expect(found.ok && found.clockRepairs).toEqual([
      { sequence: 8, from: expect.stringMatching(/^2031-11-03T09:30/), to: RIGHT },
    ]);
  });

  it('does not without the statement', async () => {
    const { ledger, caseId } = repaired();
    ledger.submit({ by: POLICE, command: 'record-fact', case: caseId, body: { fact: 'interview-held' } });
    expect(await verified(ledger)).toMatchObject({ ok: false, code: 'CLOCK_BACKWARDS', sequence: 8 });
    const other = repaired().ledger;
    other.clue();
    expect(await verified(other)).toMatchObject({ ok: false, code: 'LEDGER_CLOCK_BACKWARDS', sequence: 8 });
  });

  it('falls once for each statement and no more', async () => {
    const { ledger, caseId } = repaired();
    stated(ledger);
    ledger.submit({ by: POLICE, command: 'record-fact', case: caseId, body: { fact: 'interview-held' } });
    ledger.submit({
      by: POLICE,
      command: 'record-fact',
      case: caseId,
      body: { fact: 'site-visited' },
      after: -5,
    });
    expect(await verified(ledger)).toMatchObject({ ok: false, code: 'CLOCK_BACKWARDS', sequence: 10 });
  });

  it('that was right says of no repair, though the time was stated', async () => {
    const ledger = memoryLedger({ clock: 'real' });
    ledger.clue();
    ledger.setClock(RIGHT);
    stated(ledger);
    expect(await verified(ledger)).toMatchObject({ ok: true, clockRepairs: [] });
  });
});
