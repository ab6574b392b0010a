// What the registrar refuses of a publication, whoever hands it in: what does not follow, and what could not be played.
import { describe, expect, it } from 'vitest';
import { emptyLaw, foldLaw } from '../../../law/fold-law.ts';
import type { LawCommand, LawItem } from '../../../schemas/law.ts';
import { lawRefusal } from '../../../services/bus/registrar/law-refusal.ts';
import { buildWithPlans, planItems } from '../../support/plan-law.ts';

const command = (items: readonly LawItem[], part = 1, parts = 1): LawCommand => ({
  format: 'xianjie.law.v1',
  commandId: `law-${part}`,
  actor: { service: 'law-publisher' },
  part,
  parts,
  items: [...items],
  occurredAt: '2026-11-02T09:00:00+08:00',
});
const here = foldLaw(emptyLaw, command(buildWithPlans(0)), 1);
const only = (kind: LawItem['kind']) => planItems(1).filter((item) => item.kind === kind);

describe('a part of a publication', () => {
  it('is entered where the law can be played with it', () => {
    expect(lawRefusal(here, command(planItems(1)))).toBeNull();
  });

  it('is refused where it is the last and the law could not be played', () => {
    const clock = 'model-plan@1: clock of unknown limit model-yearly-plan';
    expect(lawRefusal(here, command(only('procedure')))).toMatchObject({
      code: 'LAW_UNSOUND',
      details: [clock],
    });
    expect(lawRefusal(here, command(only('procedure'), 1, 2))).toBeNull();
    const half = foldLaw(here, command(only('procedure'), 1, 2), 2);
    expect(lawRefusal(half, command(only('limit'), 2, 2))).toBeNull();
    expect(lawRefusal(half, command([], 2, 2))).toMatchObject({ code: 'LAW_UNSOUND' });
  });

  it('is refused where it does not follow what is there', () => {
    expect(lawRefusal(here, command(planItems(1), 2, 2))).toMatchObject({ code: 'LAW_PART_WRONG' });
    expect(lawRefusal(here, command(buildWithPlans(0)))).toMatchObject({ code: 'LAW_ITEM_REFUSED' });
  });
});
