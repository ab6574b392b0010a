// The figures of a rehearsal, out of what was played, what the ledger has and what the inboxes held. Pure.

import type { Wrong } from '../bus/verify/fault.ts';
import type { Verified } from '../bus/verify/verify-export.ts';
import { countClocks, type RecordedCase } from './collect.ts';
import { countUndetermined, decidedClocks } from './decided-by.ts';
import type { Plan } from './planned-fact.ts';
import type { Played } from './play.ts';
import type { Became } from './play-fact.ts';
import type { RehearsalOutput } from './rehearsal-output.ts';
import type { ReadInboxes } from './simulated-departments.ts';

/** @param entries of the whole ledger */
export const outputOf = (
  plan: Plan,
  played: Played,
  cases: readonly RecordedCase[],
  inboxes: ReadInboxes,
  verified: Verified | Wrong,
  entries: number,
): RehearsalOutput => {
  const published = played.facts.filter(({ fact }) => fact.filled !== true);
  const recorded = published.filter(({ answer }) => answer.ok);
  const became = (kind: Became['kind']): number =>
    recorded.filter((played) => played.became.kind === kind).length;
  const isInvented = ({ id }: Pick<RecordedCase, 'id'>): boolean => id === played.inventedCase;
  const invented = cases.filter(isInvented);
  const real = cases.filter((recorded) => !isInvented(recorded));
  const files = new Map([...played.files.values()].map(({ caseId, filedUnder }) => [caseId, filedUnder]));
  const nameOf = ({ id }: RecordedCase): string => files.get(id) ?? id;
  return {
    cases: plan.cases.length,
    facts: {
      published: published.length,
      recorded: recorded.length,
      asCommands: became('command'),
      conduct: became('conduct'),
      factsOnly: recorded.flatMap(({ fact, became: as }) =>
        as.kind === 'fact' ? [{ case: fact.case, fact: fact.fact, reason: as.reason.zh }] : [],
      ),
      rejected: published.flatMap(({ fact, answer }) =>
        answer.ok
          ? []
          : [
              {
                case: fact.case,
                fact: fact.fact,
                code: answer.code,
                reason: [answer.message.zh, ...answer.details].join('；'),
              },
            ],
      ),
    },
    filledSteps: played.filledSteps,
    corrections: plan.corrections.length,
    clocks: countClocks(real),
    clocksDecided: decidedClocks(real, nameOf),
    whyUndetermined: countUndetermined(real),
    invented: {
      cases: invented.length,
      steps: {
        given: played.invented.length,
        recorded: played.invented.filter(({ answer }) => answer.ok).length,
      },
      entries: invented.reduce((sum, { entries: own }) => sum + own.length, 0),
      notices: invented.reduce((sum, { id }) => sum + (inboxes.noticesOf.get(id) ?? 0), 0),
      clocks: countClocks(invented),
    },
    entries,
    notices: [...inboxes.noticesOf.values()].reduce((sum, count) => sum + count, 0),
    verify: verified.ok
      ? { ok: true, entries: verified.entries, head: verified.head }
      : { ok: false, entries: 0, head: null },
  };
};
