// A random but lawful life of a case: at each step some department does something it may, or a moment comes.
import { possibleCommands } from '../../case/possible.ts';
import { law } from '../../law/law.ts';
import type { OpenBody } from '../../schemas/command.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { caseDriver, Told } from './case-driver.ts';

type Driver = ReturnType<typeof caseDriver>;

/** One step of a walk: which of the possible commands, after how many hours. */
export type Choice = { readonly pick: number; readonly hours: number };

const HOUR_MS = 3_600_000;

/** Values of declared fields, by name. */
const DECLARED = { topic: 'fraud', replyBy: '2025-01-10' };

const bodyFor = (
  needs: readonly string[],
  papers: readonly string[],
  officers: number,
  reason: boolean,
  to: string,
): OpenBody => ({
  fields: Object.fromEntries(Object.entries(DECLARED).filter(([name]) => needs.includes(name))),
  ...(papers.length > 0 ? { papers: papers.map((code) => ({ code, id: code })) } : {}),
  ...(officers > 0 ? { team: ['o-1', 'o-2'] } : {}),
  ...(reason ? { reasonCode: 'other' } : {}),
  ...(needs.includes('to') ? { to: [to] } : {}),
  ...(needs.includes('basis') ? { basis: 'R' } : {}),
  ...(needs.includes('reasonCode') ? { reasonCode: 'other' } : {}),
  ...(needs.includes('extension') ? { extension: 'complex', approver: 'head' } : {}),
});

/** Moments that have come by `at`, as the docket would submit them. */
const dueMoments = (driver: Driver, at: Instant) =>
  Object.values(driver.state.clocks).flatMap((clock) =>
    clock.status === 'running'
      ? clock.times.moments
          .filter((m) => m.at <= at && !clock.reached.includes(m.moment))
          .map(({ moment }) => ({ clock: clock.clock, moment }))
      : [],
  );

/** Opens a case by `opening` and walks on; refusals are passed over. Returns the instant it ended at. */
export const walk = (
  driver: Driver,
  opening: Told,
  departments: readonly string[],
  choices: readonly Choice[],
): Instant => {
  driver.tell(opening);
  let at = opening.at;
  for (const { pick, hours } of choices) {
    at = plusMillis(at, hours * HOUR_MS);
    const moments = dueMoments(driver, at);
    if (moments.length > 0) driver.tell({ as: 'docket', at, command: 'reach-moment', body: { moments } });
    const offered = departments.flatMap((department) =>
      possibleCommands(driver.state, law, department, ['head', 'officer']).map((c) => ({ department, ...c })),
    );
    const chosen = offered[pick % Math.max(1, offered.length)];
    if (!chosen) continue;
    const to = departments[pick % departments.length] as string;
    driver.tell({
      as: `${chosen.department}/head`,
      at,
      command: chosen.command,
      proceeding: chosen.proceeding,
      body: bodyFor(chosen.needs, chosen.papers, chosen.officers, chosen.reason, to),
      with: ['reason'],
    });
  }
  return at;
};
