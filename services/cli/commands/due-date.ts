// `xianjie due-date`: the due date of one limit with its working, by the law and the register of the platform where one runs; else by the
// law and the calendars shipped here, and says so.
import { Command } from 'commander';
import { dueDate } from '../../../case/due/due-date.ts';
import { DueDateError } from '../../../case/due/due-date-error.ts';
import { settledLimit } from '../../../case/due/settled-limit.ts';
import { startRange } from '../../../case/due/start-range.ts';
import type { Law } from '../../../law/law.ts';
import { regionNames } from '../../../law/regions.ts';
import { type Bilingual, registerRegionOf } from '../../../schemas/ids.ts';
import { dateOf, type Instant } from '../../../schemas/instant.ts';
import type { DueDate, TimeLimit } from '../../../schemas/time-limit.ts';
import { wordsOf } from '../../words/words.ts';
import { requireDate } from '../command-options.ts';
import { type Ground, groundFor } from '../ground.ts';
import { nothingCalled } from '../near-ids.ts';
import { type AsOption, type PlaceOptions, requireRegion, withAs } from '../place.ts';
import { type JsonOption, print, tell } from '../print.ts';
import { CliProblem, usage } from '../problem.ts';
import { dayOrInstant } from '../said-when.ts';
import { dueDateText } from '../text/due-date-text.ts';

/** Options as typed. */
export type DueDateOptions = { limit: string; from: string; region: string; setBy?: string };

/** A period of a limit with the act that set it. */
const periodText = ({ from, until, basis: [first] }: TimeLimit, law: Law): Bilingual => {
  const zh = first && wordsOf(law).basisText(first);
  const en = first && law.act(first.act)?.title.en;
  return {
    zh: `${zh} ${from} 起${until === undefined ? '' : `、${until} 止`}`,
    en: `${en} from ${from}${until === undefined ? '' : ` until ${until}`}`,
  };
};

const limitOf = (id: string, at: Instant, law: Law): TimeLimit => {
  const versions = law.versionsOf(id);
  if (versions.length === 0)
    throw nothingCalled(
      { zh: '期限', en: 'time limit' },
      id,
      law.timeLimits.map((limit) => limit.id),
    );
  const date = dateOf(at);
  const limit = law.timeLimitOn(id, date);
  if (limit) return limit;
  // What it was before, and what it became after.
  const neighbours = [
    versions.findLast(({ from }) => from <= date),
    versions.find(({ from }) => from > date),
  ];
  const known = neighbours.flatMap((version) => (version ? [periodText(version, law)] : []));
  throw new CliProblem(
    'LIMIT_NOT_IN_FORCE',
    `期限“${id}”在 ${date} 不在施行期间，所知施行期间为：${known.map(({ zh }) => zh).join('；')}`,
    `the limit was not in force on ${date}; it was: ${known.map(({ en }) => en).join('; ')}`,
  );
};

/**
 * Answers a question by a law and a register; `output` is what is printed with `--json`. A day is its noon in Beijing.
 * @throws CliProblem saying what to ask instead
 */
export const answerDueDate = (
  options: DueDateOptions,
  { law, calendar, settings, by }: Ground,
): { limit: TimeLimit; output: Omit<DueDate, 'ends'> } => {
  const region = requireRegion(options.region);
  if (by === 'program' && !regionNames.has(registerRegionOf(region)))
    throw usage(
      `没有区划 ${region}，请核对代码；2024年以后新设的区划只能由平台计算`,
      `there is no division ${region}: check the code; one set up after 2024 only the platform knows`,
    );
  const start = dayOrInstant(options.from);
  if (start === null) {
    throw usage(
      `起算时间“${options.from}”无法识别，请写日期 2024-10-08，或北京时间 2024-10-08 09:30`,
      '--from must be a real date, or an instant like 2024-10-08T09:30:00+08:00',
    );
  }
  const limit = settledLimit(limitOf(options.limit, start.at, law), settings);
  const setBy = options.setBy === undefined ? {} : { setBy: requireDate(options.setBy) };
  try {
    const { ends: _, ...output } = dueDate({
      limit,
      ...startRange(start.at, start.precision),
      region,
      calendar,
      settings,
      ...setBy,
    });
    return { limit, output: { ...output, from: start.at } };
  } catch (error) {
    if (!(error instanceof DueDateError)) throw error;
    if (error.code !== 'DATE_MISSING') throw usage(`期限“${limit.id}”：${error.words.zh}`, error.words.en);
    throw usage(
      `期限“${limit.id}”由文书载明，请用 --set-by 给出文书上的日期`,
      'the document sets this date: give it with --set-by DATE',
    );
  }
};

const run = async (options: DueDateOptions & PlaceOptions & AsOption & JsonOption): Promise<void> => {
  const ground = await groundFor(options, requireRegion(options.region));
  const answer = answerDueDate(options, ground);
  print(options, { ...answer.output, computedBy: ground.by }, () =>
    dueDateText(answer.limit, answer.output, wordsOf(ground.law)),
  );
  if (ground.by === 'program')
    tell(
      '平台未运行或无法询问：以上按本程序所带的法律和日历离线计算，不含该区划自行确定的口径 / computed off-line by the law and the calendars of this program: no platform could be asked, and what the region settled is left out',
    );
};

/** The command `due-date`, to be added to the program. */
export const dueDateCommand = (): Command =>
  withAs(
    new Command('due-date')
      .requiredOption('--limit <id>', '期限编号，如 fwd-filing-review / id of the time limit')
      .requiredOption('--from <when>', '起算时间：日期或北京时间 / the day or the instant it starts')
      .requiredOption('--region <code>', '6位或9位行政区划代码 / division code of six or nine digits')
      .option('--set-by <date>', '文书载明的回复日期、听证日期等 / the date the limit is measured by'),
  ).action(run);
