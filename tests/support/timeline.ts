// What a case came to, as a clerk reads it in the file: every step with its day, its department and where the proceeding then stood;
// and every limit with its last day and how it was kept. For stories whose course is written before they are played.
import { law } from '../../law/law.ts';
import { bodyOf } from '../../schemas/ids.ts';
import type { CaseDriver } from './case-driver.ts';

/** `2024-03-05 public-security 签收回执 → 已接受`; several proceedings in the order in which things were recorded. */
export const timelineOf = (c: CaseDriver): string[] =>
  c.entries.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.kind !== 'step') return [];
      const p = c.state.proceedings[event.proceeding];
      const procedure = p && law.procedure(p.procedure, p.version);
      const does = procedure?.commands[event.command]?.title.zh;
      return [
        `${event.at.slice(0, 10)} ${bodyOf(event.by)} ${does} → ${procedure?.states[event.to]?.title.zh}`,
      ];
    }),
  );

/** `fwd-handover medical-insurance 2024-03-06T09:00 met`: until when, read latest, in the order in which they began. */
export const limitsOf = (c: CaseDriver, ...limits: readonly string[]): string[] =>
  Object.values(c.state.clocks).flatMap(({ limit, obliged, times, outcome, status }) => {
    const who = obliged.includes('/') ? bodyOf(obliged as `${string}/${string}`) : obliged;
    return limits.length > 0 && !limits.includes(limit)
      ? []
      : [`${limit} ${who} ${times.latestDueAt?.slice(0, 16) ?? '—'} ${outcome ?? status}`];
  });
