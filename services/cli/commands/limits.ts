// `xianjie limits`: every time limit of the law, or one in detail; by the law and the register of the platform where one runs, else by
// the law shipped here, and says so.
import { Command } from 'commander';
import { settledLimit } from '../../../case/due/settled-limit.ts';
import type { Law } from '../../../law/law.ts';
import { type CivilDate, dateOf } from '../../../schemas/instant.ts';
import type { LadderStep } from '../../../schemas/law.ts';
import type { RegionSettings, TimeLimit } from '../../../schemas/time-limit.ts';
import { realClock } from '../../clock.ts';
import { wordsOf } from '../../words/words.ts';
import { type Ground, groundFor, lawGround, requireKnown, tellShipped } from '../ground.ts';
import { nothingCalled } from '../near-ids.ts';
import { type AsOption, type PlaceOptions, requireRegion, withAs } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { limitListText, limitText } from '../text/limit-text.ts';
import { terminalWidth } from '../text/wrap-text.ts';

/** A line of the list. */
export type LimitLine = Pick<
  TimeLimit,
  'title' | 'duty' | 'span' | 'obliges' | 'kind' | 'source' | 'active' | 'basis' | 'from' | 'until'
> & { readonly limit: string };

/** What a region's register says of a limit. */
type Settled = {
  readonly switched?: RegionSettings['limits'][string];
  readonly pause?: RegionSettings['pauses'][string];
  readonly agreed?: RegionSettings['agreed'][string];
};

export type LimitAnswer = {
  /** As it is on the day, and as the region left it. */
  readonly limit: TimeLimit;
  readonly ladder: readonly LadderStep[];
  /** What it was before, and what it will be. */
  readonly others: readonly TimeLimit[];
  readonly region?: string;
  /** Absent where no platform could be asked. */
  readonly settled?: Settled;
};

const LIMIT = { zh: '期限', en: 'time limit' };

const idsOf = (law: Law): readonly string[] => [...new Set(law.timeLimits.map(({ id }) => id))];

/** The version of the day; of a limit that is not in force on it, the newest. */
const versionOn = (id: string, day: CivilDate, law: Law): TimeLimit | undefined =>
  law.timeLimitOn(id, day) ?? law.versionsOf(id).at(-1);

export const limitLines = (
  { law, settings }: Pick<Ground, 'law' | 'settings'>,
  day: CivilDate,
): LimitLine[] =>
  idsOf(law).flatMap((id) => {
    const found = versionOn(id, day, law);
    if (!found) return [];
    const settled = settledLimit(found, settings);
    const { title, duty, span, obliges, kind, source, active, basis, from, until } = settled;
    const inForce = until === undefined ? { from } : { from, until };
    return [{ limit: id, title, duty, span, obliges, kind, source, active, basis, ...inForce }];
  });

const settledOf = (id: string, { limits, pauses, agreed }: RegionSettings): Settled => ({
  ...(limits[id] ? { switched: limits[id] } : {}),
  ...(pauses[id] ? { pause: pauses[id] } : {}),
  ...(agreed[id] ? { agreed: agreed[id] } : {}),
});

/** @throws CliProblem USAGE naming the nearest, where there is no such limit */
export const limitAnswer = (
  id: string,
  { law, settings, by }: Pick<Ground, 'law' | 'settings' | 'by'>,
  day: CivilDate,
  region?: string,
): LimitAnswer => {
  const found = versionOn(id, day, law);
  if (!found) throw nothingCalled(LIMIT, id, idsOf(law));
  return {
    limit: settledLimit(found, settings),
    ladder: law.ladderOf(found.ladder),
    others: law.versionsOf(id).filter((one) => one !== found),
    ...(region === undefined ? {} : { region }),
    ...(region !== undefined && by === 'platform' ? { settled: settledOf(id, settings) } : {}),
  };
};

type Options = PlaceOptions & AsOption & JsonOption & { readonly region?: string };

const run = async (id: string | undefined, options: Options): Promise<void> => {
  const { region } = options;
  const ground = await (region === undefined
    ? lawGround(options)
    : groundFor(options, requireRegion(region)));
  const day = dateOf(realClock().now());
  const by = { lawFrom: ground.by };
  if (id === undefined) {
    const limits = limitLines(ground, day);
    print(options, { limits, ...by }, () => limitListText(limits, wordsOf(ground.law), terminalWidth()));
  } else {
    await requireKnown(ground, LIMIT, id, idsOf);
    const answer = limitAnswer(id, ground, day, region);
    print(options, { ...answer, ...by }, () => limitText(answer, wordsOf(ground.law), terminalWidth()));
  }
  tellShipped(ground);
};

/** The command `limits`, to be added to the program. */
export const limitsCommand = (): Command =>
  withAs(
    new Command('limits')
      .argument('[id]', '期限编号，如 fwd-filing-review / id of the time limit')
      .option('--region <code>', '按该区划确定的口径 / as this division settled it'),
  ).action(run);
