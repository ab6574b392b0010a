// The law with a model procedure beside our own: `model-plan`, in no version, in its first, or in two, of which the second is in
// force from 2 November 2026 on. Each as what a build of the program would bring.
import { lawData } from '../../law/law.ts';
import { lawItemsOf } from '../../law/law-items.ts';
import type { LawItem } from '../../schemas/law.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import type { TimeLimit } from '../../schemas/time-limit.ts';
import { modelLimits } from '../fixtures/procedures/limits.ts';
import { planOf2017, planOf2021 } from '../fixtures/procedures/yearly-plan.ts';

const SECOND_FROM = '2026-11-02';

const [first, second] = modelLimits.filter(({ id }) => id === 'model-yearly-plan') as [TimeLimit, TimeLimit];
const { until: _, ...withoutEnd } = first;

const versions: readonly { readonly procedure: Procedure; readonly limit: TimeLimit }[] = [
  { procedure: { ...planOf2017, inForce: { from: '2017-01-01' } }, limit: withoutEnd },
  {
    procedure: { ...planOf2021, inForce: { from: SECOND_FROM } },
    limit: { ...second, from: SECOND_FROM },
  },
];

/** What a build brings that has so many versions of the plan. */
export const buildWithPlans = (count: 0 | 1 | 2): LawItem[] =>
  lawItemsOf({
    ...lawData,
    procedures: [...lawData.procedures, ...versions.slice(0, count).map(({ procedure }) => procedure)],
    timeLimits: [...lawData.timeLimits, ...versions.slice(0, count).map(({ limit }) => limit)],
  });

/** What version `n` adds to the builds before it. */
export const planItems = (n: 1 | 2): LawItem[] => {
  const before = new Set(buildWithPlans(n === 1 ? 0 : 1).map(({ id, version }) => `${id}@${version}`));
  return buildWithPlans(n).filter(({ id, version }) => !before.has(`${id}@${version}`));
};
