// Plays published cases and the invented one on the bus in memory.
import { law } from '../../law/law.ts';
import { caseFiles } from '../../services/rehearsal/case-files.ts';
import { inventedCase } from '../../services/rehearsal/invented-case.ts';
import { planCases } from '../../services/rehearsal/plan.ts';
import { play } from '../../services/rehearsal/play.ts';
import type { PublishedCase } from '../../services/rehearsal/published-case.ts';
import { memoryBus } from './memory-bus.ts';

/** @param unregistered departments the register does not know */
export const playedInMemory = async (
  cases: readonly PublishedCase[],
  unregistered: readonly string[] = [],
  signal?: AbortSignal,
) => {
  const plan = planCases(cases, law);
  const keepers = [...caseFiles(plan.facts, plan.cases).values()].map(({ keeper }) => keeper);
  const invented = inventedCase.departments.map(({ department }) => department);
  const { bus, time, recorded } = memoryBus(
    [...new Set([...plan.departments, ...keepers, ...invented])].filter((id) => !unregistered.includes(id)),
    '2001-01-02T00:00:00+08:00',
  );
  const played = await play({ plan, invented: inventedCase, bus, time, law, ...(signal ? { signal } : {}) });
  return { plan, played, cases: recorded() };
};
