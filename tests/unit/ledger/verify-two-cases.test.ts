// What one case hands on to another is verified against that other: a chain that invents where it came from is found.
import { describe, expect, it } from 'vitest';
import type { Entry, LedgerRecord } from '../../../schemas/entry.ts';
import { exportLedger } from '../../../services/bus/export/export-ledger.ts';
import { orderedBy } from '../../../services/bus/relay/ordered-commands.ts';
import { verifyExport } from '../../../services/bus/verify/verify-export.ts';
import { parseRecord, sealRecord } from '../../../services/proof/record.ts';
import { collect, DEPARTMENTS, given, type MemoryLedger, memoryLedger } from '../../support/memory-ledger.ts';

const [BUREAU = '', POLICE = '', HEALTH = ''] = DEPARTMENTS;
const verified = async (ledger: MemoryLedger, only?: string) =>
  verifyExport(
    given(
      await collect(
        exportLedger({ source: ledger.source, key: ledger.key('ledger'), ...(only ? { caseId: only } : {}) }),
      ),
    ),
    { rootKey: ledger.root.publicKey },
  );
const relay = (ledger: MemoryLedger, entry: Entry): Entry[] =>
  orderedBy(entry).flatMap(({ occurredAt: _, case: id = '', proceeding = '', body, ...ordered }) => {
    const step = { ...ordered, by: 'relay', body, case: id, ...(proceeding ? { proceeding } : {}) };
    try {
      return ledger.submit(step);
    } catch (error) {
      // It leads to nothing there.
      if (String(error).includes('MOMENT_STALE')) return [];
      throw error;
    }
  });

/** A clue to two departments, of which the second goes on in a new case. */
const splitLedger = () => {
  const ledger = memoryLedger();
  const { id } = ledger.submit({
    by: BUREAU,
    command: 'send-clue',
    body: { to: [POLICE, HEALTH], fields: { topic: 'fraud', noticeType: 'info' } },
  });
  ledger.submit({ by: HEALTH, command: 'acknowledge', case: id });
  const split = ledger.submit({
    by: BUREAU,
    command: 'split-case',
    case: id,
    body: { proceedings: ['p2'] },
    party: { reason: '另案处理' },
  });
  const [arrival] = relay(ledger, split);
  if (!arrival) throw new Error('nothing arrived');
  return { ledger, id, arrival };
};
/** The last entry changed and signed again with the ledger's own key. */
const forged = (ledger: MemoryLedger, edit: (record: LedgerRecord) => void) => {
  const last = ledger.messages.at(-1) as (typeof ledger.messages)[0];
  const record = parseRecord(last.data);
  edit(record);
  ledger.messages[ledger.messages.length - 1] = {
    ...last,
    data: sealRecord(ledger.key('ledger'), record, record.envelope).bytes,
  };
  return verified(ledger);
};

describe('a split', () => {
  it('verifies as a whole with every decision made again, what the new case does later too', async () => {
    const { ledger, id, arrival } = splitLedger();
    expect(arrival.id).not.toBe(id);
    ledger.submit({ by: HEALTH, command: 'note-for-information', case: arrival.id });
    expect(await verified(ledger)).toMatchObject({ ok: true, cases: 2, notRerun: {} });
  });

  it('of the new case alone the one decision that leans on the other is counted as not made again', async () => {
    const { ledger, arrival, id } = splitLedger();
    expect(await verified(ledger, arrival.id)).toMatchObject({
      ok: true,
      notRerun: { 'without the other case': 1 },
    });
    expect(await verified(ledger, id)).toMatchObject({ ok: true, notRerun: {} });
  });

  it('a proceeding that arrives otherwise than it left is found, though the ledger itself signed it', async () => {
    const { ledger } = splitLedger();
    const found = await forged(ledger, ({ body }) => {
      const arrival = body.events.find((event) => event.kind === 'arrival');
      const clock = arrival?.kind === 'arrival' ? arrival.carried.clocks[0] : undefined;
      if (!clock) throw new Error('no limit came along');
      clock.times = { ...clock.times, latestDueAt: '2199-01-01T00:00:00+08:00' };
    });
    expect(found).toMatchObject({ ok: false, code: 'DECISION_DIFFERS' });
  });

  it('nothing is taken over that no entry handed on', () => {
    const { ledger, id, arrival } = splitLedger();
    const receive = (proceeding: string, sequence: number, to: string) =>
      ledger.submit({
        by: 'relay',
        command: 'receive-proceeding',
        case: to,
        proceeding,
        body: { from: { case: id, sequence } },
      });
    expect(() => receive('p1', 3, arrival.id)).toThrow('CASE_NOT_FOUND');
    expect(() => receive('p2', 2, '653023-cccccccccccccccc')).toThrow('CASE_NOT_FOUND');
    expect(() => receive('p2', 3, '653023-cccccccccccccccc')).toThrow('CASE_NOT_FOUND');
  });
});

describe('joined cases', () => {
  it('verify with every decision made again, the closing of both', async () => {
    const { ledger, id, arrival } = splitLedger();
    relay(
      ledger,
      ledger.submit({
        by: BUREAU,
        command: 'merge-case',
        case: arrival.id,
        body: { into: id },
        party: { reason: '并案' },
      }),
    );
    expect(await verified(ledger)).toMatchObject({ ok: true, notRerun: {} });
  });
});
