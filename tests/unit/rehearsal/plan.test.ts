// The plan as a whole: nothing dropped, nothing twice, everything fit to be submitted.

import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { regionNames } from '../../../law/regions.ts';
import { OpenBody, PartyBody } from '../../../schemas/command.ts';
import { DepartmentId, regionOf } from '../../../schemas/ids.ts';
import { Instant, millisOf } from '../../../schemas/instant.ts';
import { planCases } from '../../../services/rehearsal/plan.ts';
import { boundsOf } from '../../../services/rehearsal/published-date.ts';
import { cases, plan } from './shipped.ts';

const published = plan.facts.filter(({ filled }) => !filled);

describe('the plan of the shipped cases', () => {
  it('holds every one of the 350 facts exactly once', () => {
    const expected = cases.flatMap(({ id, events }) => events.map((_, index) => `${id}#${index + 1}`));
    expect(expected).toHaveLength(350);
    expect(published.map((fact) => fact.published).sort()).toEqual(expected.sort());
  });

  it('counts by kind', () => {
    const counts: Record<string, number> = {};
    for (const { does } of published) counts[does.kind] = (counts[does.kind] ?? 0) + 1;
    expect(counts).toEqual({
      act: 277,
      clue: 25,
      receipt: 1,
      transfer: 9,
      'clue-step': 2,
      file: 1,
      supervise: 1,
      conduct: 20,
      fact: 14,
    });
    // Conduct, and what no organ is named for.
    expect(published.filter(({ actor }) => actor === 'publisher')).toHaveLength(26);
  });

  it.each(
    cases.flatMap(({ id, events }) => events.map((event, index) => [`${id}#${index + 1}`, event] as const)),
  )('%s keeps its text and lies within its date', (name, event) => {
    const planned = published.find((fact) => fact.published === name);
    const bounds = boundsOf(event.date);
    expect(planned?.party.summary).toBe(event.text);
    expect(planned?.precision).toBe(bounds.precision);
    expect(millisOf(planned?.at ?? '')).toBeGreaterThanOrEqual(bounds.earliest);
    expect(millisOf(planned?.at ?? '')).toBeLessThanOrEqual(bounds.latest);
  });

  it('goes forward in time', () => {
    const instants = plan.facts.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(instants.filter((at) => !Instant.safeParse(at).success)).toEqual([]);
  });

  it('keeps each case in its own order: a reference points back', () => {
    const seen = new Set<string>();
    for (const { published: name, does, presumesFilingOf, filled } of plan.facts) {
      const refers = [
        ...(does.kind === 'file' ? [does.transfer] : []),
        ...(does.kind === 'clue-step' ? [does.clue] : []),
        ...(does.kind === 'transfer' && does.upgrades ? [does.upgrades] : []),
        ...(presumesFilingOf ? [presumesFilingOf] : []),
      ];
      for (const reference of refers) expect(seen).toContain(reference);
      if (filled || !seen.has(name)) seen.add(name);
    }
  });

  it('has fields that commands can carry', () => {
    for (const { party, does } of plan.facts) {
      expect(PartyBody.safeParse(party).success).toBe(true);
      const body =
        does.kind === 'fact'
          ? { fact: does.fact, to: does.told }
          : does.kind === 'clue'
            ? { to: does.to, fields: { topic: does.topic } }
            : {};
      expect(OpenBody.safeParse(body).success).toBe(true);
    }
  });

  it('names every file once, on its first fact', () => {
    const titled = plan.facts
      .filter(({ party }) => party.title !== undefined)
      .map(({ filedUnder }) => filedUnder);
    expect(new Set(titled).size).toBe(titled.length);
    expect(titled.sort()).toEqual([...new Set(plan.facts.map(({ filedUnder }) => filedUnder))].sort());
    expect(titled.filter((file) => file.includes('/'))).toEqual(
      plan.cases.flatMap(({ linked }) => linked.map(({ id }) => id)).sort(),
    );
  });

  it('lists every department that acts, receives or supervises, in regions that exist', () => {
    const needed = plan.facts.flatMap(({ actor, does }) => [
      ...(actor === 'publisher' ? [] : [actor]),
      ...(does.kind === 'fact' ? does.told : []),
      ...(does.kind === 'clue' ? does.to : []),
      ...(does.kind === 'receipt' ? [does.from, ...does.to] : []),
      ...(does.kind === 'transfer' ? [does.to, does.supervisor] : []),
      ...(does.kind === 'supervise' ? [does.of] : []),
    ]);
    expect(needed.filter((department) => !plan.departments.includes(department))).toEqual([]);
    expect(plan.departments.filter((department) => !DepartmentId.safeParse(department).success)).toEqual([]);
    expect(plan.departments.filter((department) => !regionNames.has(regionOf(department)))).toEqual([]);
  });

  it('tells nobody of their own act', () => {
    expect(plan.facts.filter(({ actor, does }) => does.kind === 'fact' && does.told.includes(actor))).toEqual(
      [],
    );
  });

  it('is the same each time, and the same for a case on its own where it is dated', () => {
    expect(planCases(cases, law)).toEqual(plan);
    const alone = planCases(
      cases.filter(({ id }) => id === 'RC-001'),
      law,
    ).facts;
    expect(alone).toEqual(plan.facts.filter((planned) => planned.case === 'RC-001'));
  });

  it('of nothing is nothing', () => {
    expect(planCases([], law)).toEqual({ cases: [], facts: [], departments: [], corrections: [] });
  });
});
