// A random but lawful life of a case: at each step some department does something it may, or a moment comes.
import { possibleCommands } from '../../case/possible.ts';
import { law } from '../../law/law.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { caseDriver, Told } from './case-driver.ts';
import { sayingsFor, toldFor } from './clerk.ts';

type Driver = ReturnType<typeof caseDriver>;

/** One step of a walk: which of the possible commands, after how many hours. */
export type Choice = { readonly pick: number; readonly hours: number };

const HOUR_MS = 3_600_000;

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
      possibleCommands(driver.state, driver.contextAt(at), {
        department,
        officer: 'o-1',
        ranks: ['head', 'officer'],
      }).map((c) => ({ department, ...c })),
    );
    const chosen = offered[pick % Math.max(1, offered.length)];
    if (!chosen) continue;
    const p = driver.state.proceedings[chosen.proceeding];
    const procedure = law.procedure(chosen.procedure, chosen.version);
    const command = procedure?.commands[chosen.command];
    if (!p || !procedure || !command) continue;
    const sayings = sayingsFor(procedure, command);
    const said = sayings[pick % sayings.length];
    const told = toldFor(
      procedure,
      chosen.command,
      command,
      driver.state,
      p,
      chosen.department,
      at,
      law,
      said,
    );
    const to = departments[pick % departments.length] as string;
    driver.tell(told.body?.to ? { ...told, body: { ...told.body, to: [to] } } : told);
  }
  return at;
};
