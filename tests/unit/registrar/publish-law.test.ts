// What of a build's law a ledger lacks or has otherwise, and how it is divided into entries.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLaw, foldLaw, nameOfItem } from '../../../law/fold-law.ts';
import { lawItems } from '../../../law/law.ts';
import type { LawItem } from '../../../schemas/law.ts';
import { differingFrom, lackingIn, partsOf } from '../../../services/bus/registrar/publish-law.ts';
import { canonical } from '../../../services/proof/canonical.ts';
import { lawItemHash } from '../../../services/proof/law-item-hash.ts';
import { buildWithPlans, planItems } from '../../support/plan-law.ts';

const ledgerWith = (...publications: (readonly LawItem[])[]) =>
  publications.reduce(
    (folded, items, n) =>
      foldLaw(
        folded,
        {
          format: 'xianjie.law.v1',
          commandId: `law-${n + 1}`,
          actor: { service: 'law-publisher' },
          part: 1,
          parts: 1,
          items: JSON.parse(canonical(items)),
          occurredAt: '2026-11-02T09:00:00+08:00',
        },
        n + 1,
      ),
    emptyLaw,
  );

describe('a build', () => {
  it('lacks nothing in a ledger that has its law, and nothing of it is otherwise', () => {
    const ledger = ledgerWith(lawItems);
    expect(lackingIn(ledger, lawItems)).toEqual([]);
    expect(differingFrom(ledger, lawItems)).toEqual([]);
  });

  it('brings later versions, and does not bring back what was overtaken', () => {
    const ledger = ledgerWith(buildWithPlans(1));
    expect(lackingIn(ledger, buildWithPlans(2))).toEqual(planItems(2));
    expect(lackingIn(ledgerWith(buildWithPlans(1), planItems(2)), buildWithPlans(1))).toEqual([]);
    expect(lackingIn(ledgerWith(planItems(2)), planItems(1))).toEqual([]);
  });

  it('is told item by item what reads otherwise, with both hashes', () => {
    const [first, ...others] = lawItems as [LawItem, ...LawItem[]];
    for (const edited of [
      { ...first, data: { ...(first.data as object), number: '另一文号' } },
      { ...first, model: 2 },
    ] as LawItem[])
      expect(differingFrom(ledgerWith(lawItems), [edited, ...others])).toEqual([
        { item: nameOfItem(first), published: lawItemHash(first), built: lawItemHash(edited) },
      ]);
  });
});

describe('parts', () => {
  it('hold every item once, in order, and no more bytes than they may, save a large item alone', () => {
    fc.assert(
      fc.property(fc.subarray([...lawItems]), fc.integer({ min: 200, max: 40_000 }), (items, bytes) => {
        const parts = partsOf(items, bytes);
        expect(parts.flat()).toEqual(items);
        for (const part of parts)
          expect(part.length === 1 || Buffer.byteLength(canonical(part)) <= bytes + 2).toBe(true);
      }),
    );
  });

  it('are as few as there need be: no two that follow one another would fit into one', () => {
    const sizes = partsOf(lawItems).map((part) => Buffer.byteLength(canonical(part)));
    for (const [n, size] of sizes.entries())
      expect(size + (sizes[n + 1] ?? 190_000)).toBeGreaterThan(190_000);
    expect(partsOf([])).toEqual([]);
  });
});
