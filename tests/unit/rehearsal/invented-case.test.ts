// The invented case walks from a clue to the notice to file, through the rules as they are.
import { describe, expect, it } from 'vitest';
import { inventedCase } from '../../../services/rehearsal/invented-case.ts';
import { readRegion } from '../../../services/rehearsal/regions.ts';
import { caseDriver, registerWith } from '../../support/case-driver.ts';

const played = () => {
  const driver = caseDriver(registerWith(inventedCase.departments.map(({ department }) => department)));
  const refused: unknown[] = [];
  for (const [index, step] of inventedCase.steps.entries()) {
    const decision = driver.tell({
      as: `${step.actor}/${step.officer}`,
      at: step.at,
      command: step.command,
      body: step.body,
      with: Object.keys(step.party ?? {}),
      ...(index === 0 ? { procedure: step.procedure } : { proceeding: step.proceeding }),
    });
    if (!decision.ok) refused.push([step.step, decision]);
  }
  return { state: driver.state, refused };
};

describe('the invented case', () => {
  it('says that it is invented, where people read it', () => {
    expect(inventedCase.invented).toBe(true);
    expect(inventedCase.title).toContain('虚构');
    expect(inventedCase.note.zh).toContain('虚构');
  });

  it('is at home in Aheqi county', () => {
    expect(readRegion(inventedCase.region)?.code).toBe(inventedCase.regionCode);
  });

  it('goes forward in time, step by step', () => {
    const { steps } = inventedCase;
    expect(steps.map(({ step }) => step)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort());
  });

  it('is taken at every step', () => {
    const { state, refused } = played();
    expect(refused).toEqual([]);
    expect(Object.values(state.proceedings).map(({ procedure, state: at }) => [procedure, at])).toEqual([
      ['clue-notice', 'closed'],
      ['criminal-transfer', 'under-criminal-investigation'],
      ['filing-supervision', 'closed'],
    ]);
  });

  it.each(inventedCase.expects)('$proceeding $limit is due at $latestDueAt and $outcome', (expected) => {
    const clock = Object.values(played().state.clocks).find(
      ({ proceeding, limit }) => proceeding === expected.proceeding && limit === expected.limit,
    );
    expect(clock?.times.latestDueAt).toBe(expected.latestDueAt);
    expect(clock?.outcome).toBe(expected.outcome);
  });
});
