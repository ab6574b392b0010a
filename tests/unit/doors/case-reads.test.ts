// A case is folded once for all who read it: more entries are added to the fold, another register begins it anew.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { PlacedEntry } from '../../../services/bus/ledger/case-entries.ts';
import { caseReads } from '../../../services/doors/http/case-reads.ts';
import { pageOf } from '../../../services/doors/http/page.ts';
import type { HttpPorts } from '../../../services/doors/http/ports.ts';
import { changed } from '../../support/case-driver.ts';
import { BUREAU, countyRegister, delivered, OFFICE, POLICE, steps } from '../../support/transfer-story.ts';

const placedOf = (c: ReturnType<typeof delivered>): PlacedEntry[] =>
  c.entries.map((entry, n) => ({
    entry: entry as PlacedEntry['entry'],
    ledgerSequence: n + 101,
    hash: `hash-${n}`,
  }));

describe('reading a case again', () => {
  const c = delivered();
  let register = countyRegister();
  const reads = caseReads({
    registrar: { register: () => register, law: () => ({ law, at: 3 }) },
    entriesOf: async (id: string) => (id === c.state.id ? placedOf(c) : []),
    disclosuresAt: async () => [],
  } as unknown as HttpPorts);

  it('is the very same fold while nothing came', async () => {
    const first = await reads.read(c.state.id, POLICE);
    expect(first?.shown.entries.length).toBe(4);
    expect((await reads.read(c.state.id, POLICE))?.folded).toBe(first?.folded);
    expect((await reads.read(c.state.id, BUREAU))?.folded).toBe(first?.folded);
    expect((await reads.read(c.state.id, POLICE))?.shown).toBe(first?.shown);
  });

  it('goes on from there when an entry came, and says the same as folded from the beginning', async () => {
    const before = await reads.read(c.state.id, POLICE);
    c.must(steps.sign('2024-03-05T11:00:00+08:00'));
    const after = await reads.read(c.state.id, POLICE);
    expect(after?.folded.view.shown[0]).toBe(before?.folded.view.shown[0]);
    expect(after?.shown.state.proceedings['p1']?.state).toBe('accepted');
    expect(after?.shown.entries.length).toBe(5);
  });

  it('begins anew under another register, which may show a department more or less', async () => {
    expect((await reads.read(c.state.id, OFFICE))?.shown.entries.length).toBe(5);
    register = changed(register, '653023', [{ change: 'department-retired', department: OFFICE }]);
    expect(await reads.read(c.state.id, OFFICE)).toBeNull();
  });

  it('is nothing for a case that does not exist and for an id that is none', async () => {
    expect(await reads.read('653023-aaaaaaaaaaaaaaab', BUREAU)).toBeNull();
    expect(await reads.read('%00', BUREAU)).toBeNull();
  });
});

describe('a page', () => {
  const items = [1, 2, 3, 4, 5];
  it('holds so many items at most and says what the next one begins with', async () => {
    expect(await pageOf(items, 2, (n) => n * 10)).toEqual({ answers: [10, 20], rest: 3 });
    expect(await pageOf(items, 5, (n) => n)).toEqual({ answers: items, rest: undefined });
    expect(await pageOf([], 5, (n) => n)).toEqual({ answers: [], rest: undefined });
  });

  it('ends early where its items are large, and always has one', async () => {
    const large = (n: number) => String(n).repeat(1_500_000);
    const { answers, rest } = await pageOf(items, 5, large);
    expect([answers.length, rest]).toEqual([2, 3]);
    expect((await pageOf([7], 5, (n) => String(n).repeat(9_000_000))).answers).toHaveLength(1);
  });
});
