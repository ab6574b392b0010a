// From published cases to a plan: every fact once, in order, with who acts, when, and what the bus is told. Pure.
import type { Law } from '../../law/law.ts';
import { regionFullName, UNDISCLOSED_REGION } from '../../law/regions.ts';
import { type DepartmentId, departmentId, type Region, regionOf } from '../../schemas/ids.ts';
import { dateOf, millisOf } from '../../schemas/instant.ts';
import { amountOf, sourcesText, sourceText } from './amounts.ts';
import { betweenNeighbours } from './between.ts';
import { decideDoes, publishedAs } from './decide-does.ts';
import { departmentsOfActs } from './departments-of-acts.ts';
import { withImpliedTransfer } from './implied-transfer.ts';
import { orderFacts, placeFacts } from './order.ts';
import type { Plan, PlannedCase, PlannedFact } from './planned-fact.ts';
import type { PublishedCase } from './published-case.ts';
import { boundsOf, noonOf } from './published-date.ts';
import { type ReadFact, readFacts } from './read-fact.ts';
import { readRegion } from './regions.ts';

/** Where a file of cases has no date at all, its facts lie before this day, well inside the calendars. */
const WITHOUT_ANY_DATE = '2024-06-03T12:00:00+08:00';

/** Noon of the last dated fact of the file: what is undated was published by then. */
const asOfFile = (cases: readonly PublishedCase[]): number => {
  const latest = cases
    .flatMap(({ events }) => events.map(({ date }) => boundsOf(date)))
    .reduce((max, bound) => (bound.precision === 'undated' ? max : Math.max(max, bound.earliest)), -Infinity);
  return millisOf(latest === -Infinity ? WITHOUT_ANY_DATE : noonOf(latest));
};

const homeOf = (published: PublishedCase) => readRegion(published.region) ?? { code: UNDISCLOSED_REGION };

const planFacts = (
  published: PublishedCase,
  facts: readonly ReadFact[],
  home: Region,
  asOf: number,
  law: Law,
): PlannedFact[] => {
  const steps = withImpliedTransfer(orderFacts(facts), home);
  const placed = placeFacts(steps, asOf);
  const amounts = placed.map(({ fact: step }) => amountOf(published, step.amountYuan, step.text));
  const decided = decideDoes(
    placed.map(({ fact: step, at }, index) => ({
      step,
      day: dateOf(at),
      hasAmount: amounts[index]?.amountFen !== undefined,
    })),
    home,
    law,
  );
  const neighbours = placed.map(({ fact: { filedUnder, position }, at, precision }) => ({
    filedUnder,
    position,
    at,
    precision,
  }));
  const source = sourcesText(published);
  const titled = new Set<string>();
  return placed.flatMap(({ fact: step, at, precision }, index) => {
    const decision = decided[index];
    if (decision === undefined) return [];
    const isFirst = !titled.has(step.filedUnder);
    titled.add(step.filedUnder);
    const within = step.implied ? undefined : betweenNeighbours(neighbours, index);
    return [
      {
        case: published.id,
        fact: step.position,
        actor: decision.actor,
        at,
        precision,
        does: decision.does,
        filedUnder: step.filedUnder,
        party: {
          ...(isFirst ? { title: step.linkedTitle ?? published.title } : {}),
          summary: step.text,
          ...(step.measure === undefined ? {} : { measure: step.measure }),
          ...amounts[index],
          source,
        },
        published: publishedAs(step),
        ...(step.implied ? { filled: true as const } : {}),
        ...(within === undefined ? {} : { within }),
        ...(decision.presumesFilingOf === undefined ? {} : { presumesFilingOf: decision.presumesFilingOf }),
        why: decision.why,
      },
    ];
  });
};

const planCase = (published: PublishedCase, facts: readonly ReadFact[]): PlannedCase => {
  const home = homeOf(published);
  const linked = new Map(
    facts.flatMap(({ filedUnder, linkedTitle }) =>
      linkedTitle === undefined ? [] : [[filedUnder, linkedTitle] as const],
    ),
  );
  return {
    id: published.id,
    title: published.title,
    region: home.code,
    regionName: regionFullName(home.code),
    regionText: published.region,
    ...(home.unplaced === undefined ? {} : { regionUnplaced: home.unplaced }),
    source: sourceText(published.source),
    subjectType: published.subjectType,
    behaviours: published.behaviours,
    clueOrigin: published.clueOrigin,
    ...amountOf(published, published.amountYuan, ''),
    ...(published.amountNote === undefined ? {} : { amountNote: published.amountNote }),
    linked: [...linked].map(([id, title]) => ({ id, title })),
    facts: facts.length,
  };
};

/** Those who act or receive in a fact, and those its procedure casts beside them. */
const departmentsOf = ({ actor, does }: PlannedFact): DepartmentId[] => {
  const acting = actor === 'publisher' ? [] : [actor];
  const office = acting.map((department) => departmentId(regionOf(department), 'joint-meeting-office'));
  switch (does.kind) {
    case 'clue':
      return [...acting, ...does.to, ...office];
    case 'receipt':
      return [...acting, does.from, ...does.to, ...office];
    case 'transfer':
      return [...acting, does.to, does.supervisor, ...office];
    case 'supervise':
      return [...acting, does.of, departmentId(regionOf(does.of), 'medical-insurance'), ...office];
    case 'act':
      return [...acting, ...does.to];
    case 'conduct':
    case 'fact':
      return [...acting, ...does.told];
    case 'file':
    case 'clue-step':
      return acting;
  }
};

/**
 * Plans published cases for a rehearsal: every published fact appears exactly once (a transfer that is only implied is added
 * and marked `filled`), merged by date over all cases. The same cases give the same plan under the same law.
 */
export const planCases = (cases: readonly PublishedCase[], law: Law): Plan => {
  const asOf = asOfFile(cases);
  const read = cases.map((published) => ({
    published,
    facts: readFacts(published, homeOf(published).code, law),
  }));
  const homes = new Map(cases.map((published) => [published.id, homeOf(published).code]));
  const facts = read
    .flatMap((one) => planFacts(one.published, one.facts, homeOf(one.published).code, asOf, law))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const files = Map.groupBy(facts, ({ filedUnder }) => filedUnder);
  const ofActs = [...files.values()].flatMap((own) =>
    departmentsOfActs(own, law, homes.get(own[0]?.case ?? '') ?? UNDISCLOSED_REGION),
  );
  return {
    cases: read.map((one) => planCase(one.published, one.facts)),
    facts,
    departments: [...new Set([...facts.flatMap(departmentsOf), ...ofActs])].sort(),
    corrections: read.flatMap((one) => one.facts.flatMap((fact) => fact.corrections)),
  };
};
