// Shared by the rehearsal tests: the shipped cases, read and planned once.

import { readFileSync } from 'node:fs';
import { law } from '../../../law/law.ts';
import { planCases } from '../../../services/rehearsal/plan.ts';
import type { PlannedFact } from '../../../services/rehearsal/planned-fact.ts';
import { type PublishedCase, parseCases } from '../../../services/rehearsal/published-case.ts';
import { shippedCases } from '../../../services/rehearsal/shipped-cases.ts';

export const text = readFileSync(shippedCases, 'utf8');
export const { cases, problems } = parseCases(text);
export const plan = planCases(cases, law);

/** The planned fact published as `RC-001#3`. */
export const fact = (published: string): PlannedFact => {
  const found = plan.facts.find((planned) => planned.published === published && !planned.filled);
  if (found === undefined) throw new Error(`no fact ${published}`);
  return found;
};

/** A small case of one's own; what is not said is a hospital in Wuxi. */
export const caseOf = (
  events: readonly Partial<PublishedCase['events'][number]>[],
  rest: Partial<PublishedCase> = {},
): PublishedCase => ({
  id: 'T-1',
  title: '某案',
  region: '江苏省无锡市',
  source: { site: '某站', title: '某文', url: 'https://example.org/a' },
  subjectType: 'hospital',
  behaviours: [],
  amountYuan: null,
  clueOrigin: 'unknown',
  departments: ['insurance'],
  events: events.map((event) => ({
    date: null,
    from: null,
    to: null,
    action: 'incident',
    text: '某事',
    ...event,
  })),
  richness: 'thin',
  ...rest,
});
