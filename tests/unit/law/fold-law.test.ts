// The law out of its items: the same whatever spelling it was read in, whole publications only, versions that only go up.
import { describe, expect, it } from 'vitest';
import { emptyLaw, type FoldedLaw, faultsWith, foldLaw } from '../../../law/fold-law.ts';
import { type Law, law, lawData, lawItems } from '../../../law/law.ts';
import { lawDataOf, lawItemsOf } from '../../../law/law-items.ts';
import { type LawCommand, LawItem } from '../../../schemas/law.ts';
import { Procedure } from '../../../schemas/procedure.ts';
import { canonical } from '../../../services/proof/canonical.ts';
import { lawItemHash } from '../../../services/proof/law-item-hash.ts';
import { planItems } from '../../support/plan-law.ts';

const command = (items: readonly LawItem[], part = 1, parts = 1): LawCommand => ({
  format: 'xianjie.law.v1',
  commandId: `law-${part}`,
  actor: { service: 'law-publisher' },
  part,
  parts,
  items: [...items],
  occurredAt: '2026-11-02T09:00:00+08:00',
});
const fold = (...commands: LawCommand[]): FoldedLaw =>
  commands.reduce((folded, one, n) => foldLaw(folded, one, n + 1), emptyLaw);
const act = (version: number, title = '某法'): LawItem => ({
  kind: 'act',
  id: 'XX',
  version,
  model: 1,
  data: { title: { zh: title, en: 'an act' }, number: '1', from: '2001-01-01', source: 'notice' },
});
/** As it comes out of the ledger. */
const read = (items: readonly LawItem[]): LawItem[] => JSON.parse(canonical(items));

describe('an item', () => {
  it('is JSON of its shape, known by a hash that no spelling changes', () => {
    for (const item of lawItems) {
      expect(LawItem.parse(read([item])[0])).toEqual(read([item])[0]);
      expect(lawItemHash(read([item])[0] as LawItem)).toBe(lawItemHash(item));
    }
    const names = lawItems.map(({ kind, id, version }) => `${kind} ${id}@${version}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says again what the literals say, in their order, though canonical JSON sorts names', () => {
    const data = lawDataOf(read(lawItems));
    expect(data).toEqual(JSON.parse(JSON.stringify(lawData)));
    data.procedures.forEach((p, n) => {
      const literal = lawData.procedures[n];
      for (const part of ['roles', 'fields', 'commands', 'states', 'clocks'] as const)
        expect(Object.keys(p[part])).toEqual(Object.keys(literal?.[part] ?? {}));
    });
  });

  it('reads to the letter the same from the literals as from the ledger', () => {
    expect(JSON.stringify(lawDataOf(lawItems))).toBe(JSON.stringify(lawDataOf(read(lawItems))));
    const letters = (one: Law): string[] => one.procedures.map((p) => JSON.stringify(Procedure.parse(p)));
    expect(letters(law)).toEqual(letters(fold(command(read(lawItems))).law));
  });

  it.each([
    ['kind', { kind: 'custom' }, 'LAW_ITEM_UNKNOWN'],
    ['model', { model: 2 }, 'LAW_ITEM_UNKNOWN'],
    ['shape of data', { data: { title: '某法' } }, 'LAW_ITEM_REFUSED'],
  ])('of another %s is an error with its code and its name', (_, change, code) => {
    const item = { ...act(1), ...change };
    expect(() => fold(command([item]))).toThrow(
      expect.objectContaining({ code, details: [expect.stringContaining(`${item.kind} XX@1`)] }),
    );
  });
});

describe('a publication', () => {
  const parts = [lawItems.slice(0, 30), lawItems.slice(30)];

  it('counts once its last part is there', () => {
    const half = fold(command(parts[0] ?? [], 1, 2));
    expect(half).toMatchObject({ at: 0, items: [] });
    expect(half.law.act('O310')).toBeUndefined();
    const whole = foldLaw(half, command(parts[1] ?? [], 2, 2), 7);
    expect(whole).toMatchObject({ at: 7, unfinished: [] });
    expect(whole.items).toEqual(lawItems);
    expect(whole.law.newest.map(({ procedure }) => procedure)).toEqual(
      law.newest.map(({ procedure }) => procedure),
    );
  });

  it('that was left unfinished counts for nothing when another begins', () => {
    const folded = fold(command([act(1, '未完')], 1, 2), command([act(1)]));
    expect(folded).toMatchObject({ at: 2, unfinished: [] });
    expect(folded.law.act('XX')?.title.zh).toBe('某法');
  });

  it.each([
    ['without its first part', [command([act(1)], 2, 2)]],
    ['with a part left out', [command([act(1)], 1, 3), command([act(2)], 3, 3)]],
    ['with a part twice', [command([act(1)], 1, 3), command([act(2)], 2, 3), command([act(3)], 2, 3)]],
    ['of another number of parts', [command([act(1)], 1, 3), command([act(2)], 2, 2)]],
  ])('%s is refused', (_, commands) => {
    expect(() => fold(...commands)).toThrow(expect.objectContaining({ code: 'LAW_PART_WRONG' }));
  });

  it.each([
    ['the same version', [command([act(1)]), command([act(1)])]],
    ['an older version', [command([act(2)]), command([act(1)])]],
    ['a version twice', [command([act(1), act(1)])]],
    ['a version twice in two parts', [command([act(1)], 1, 2), command([act(1)], 2, 2)]],
  ])('of %s is refused', (_, commands) => {
    expect(() => fold(...commands)).toThrow(expect.objectContaining({ code: 'LAW_ITEM_REFUSED' }));
  });
});

describe('later versions', () => {
  it('of an act take the place of the earlier, of procedures and limits stand beside them', () => {
    const folded = fold(
      command([...lawItems, act(1), ...planItems(1)]),
      command([act(2, '新法'), ...planItems(2)]),
    );
    const { law: both } = folded;
    expect(both.act('XX')?.title.zh).toBe('新法');
    expect(both.procedure('model-plan', 1)?.title.zh).toContain('2017');
    expect(both.newest.find(({ procedure }) => procedure === 'model-plan')?.version).toBe(2);
    expect(both.procedureOn('model-plan', '2026-11-01')?.version).toBe(1);
    expect(both.procedureOn('model-plan', '2026-11-02')?.version).toBe(2);
    // The first version names no end: the second, once in force, governs all the same.
    expect(both.timeLimitOn('model-yearly-plan', '2026-11-01')?.version).toBe(1);
    expect(both.timeLimitOn('model-yearly-plan', '2026-11-02')?.version).toBe(2);
    expect(both.timeLimit('model-yearly-plan', 1)?.span).toEqual({ workingDays: 10 });
  });

  it('of what has no version in its literal are counted in law/revisions.ts', () => {
    const [before, after] = [lawItemsOf(lawData), lawItemsOf(lawData, { 'ladder police': 3 })];
    const raised = after.filter(({ version }, n) => version !== before[n]?.version);
    expect(raised.map(({ kind, id, version }) => `${kind} ${id}@${version}`)).toEqual(['ladder police@3']);
  });

  it('that do not fit what is there are named before they are published', () => {
    const [procedure] = planItems(1).filter(({ kind }) => kind === 'procedure') as [LawItem];
    expect(faultsWith(fold(command(lawItems)), [procedure])).toEqual([
      'model-plan@1: clock of unknown limit model-yearly-plan',
    ]);
    expect(faultsWith(fold(command(lawItems)), planItems(1))).toEqual([]);
  });
});
