// `xianjie due-date`: the due date of one limit with its working, out of the law and the calendars shipped here. Needs no server.
import { Command } from 'commander';
import { type Calendar, foldCalendar } from '../../../case/due/calendar.ts';
import { isRealDate } from '../../../case/due/civil-day.ts';
import { dueDate } from '../../../case/due/due-date.ts';
import { DueDateError } from '../../../case/due/due-date-error.ts';
import { noSettings } from '../../../case/due/settled-limit.ts';
import { startRange } from '../../../case/due/start-range.ts';
import type { Bilingual } from '../../../schemas/ids.ts';
import { dateOf, type Instant, type Precision, parseInstant } from '../../../schemas/instant.ts';
import type { DueDate, TimeLimit } from '../../../schemas/time-limit.ts';
import { wordsOf } from '../../words/words.ts';
import { requireDate } from '../command-options.ts';
import { closeIds } from '../near-ids.ts';
import { offlineCalendars, offlineLaw } from '../offline-law.ts';
import { requireRegion } from '../place.ts';
import { print } from '../print.ts';
import { CliProblem, usage } from '../problem.ts';
import { dueDateText } from '../text/due-date-text.ts';

/** Options as typed. */
export type DueDateOptions = { limit: string; from: string; region: string; setBy?: string };

const shippedCalendar = (): Calendar => foldCalendar(offlineCalendars, offlineLaw.regimes);

/** `YYYY-MM-DD` is noon in Beijing, known to the day; otherwise any ISO 8601 instant with an offset. */
const parseFrom = (text: string): { at: Instant; precision: Precision } | null => {
  if (!isRealDate(text.slice(0, 10))) return null;
  if (text.length === 10) return { at: `${text}T12:00:00+08:00`, precision: 'day' };
  const at = parseInstant(text);
  return at === null ? null : { at, precision: 'instant' };
};

/** A period of a limit with the act that set it. */
const periodText = ({ from, until, basis: [first] }: TimeLimit): Bilingual => {
  const zh = first && wordsOf(offlineLaw).basisText(first);
  const en = first && offlineLaw.act(first.act)?.title.en;
  return {
    zh: `${zh} ${from} 起${until === undefined ? '' : `、${until} 止`}`,
    en: `${en} from ${from}${until === undefined ? '' : ` until ${until}`}`,
  };
};

const limitOf = (id: string, at: Instant): TimeLimit => {
  const versions = offlineLaw.versionsOf(id);
  if (versions.length === 0) {
    const ids = closeIds(id, [...new Set(offlineLaw.timeLimits.map((limit) => limit.id))]);
    throw usage(
      `没有期限“${id}”，相近的有：${ids.join('、')}`,
      `no time limit "${id}"; try one of: ${ids.join(', ')}`,
    );
  }
  const date = dateOf(at);
  const limit = offlineLaw.timeLimitOn(id, date);
  if (limit) return limit;
  // What it was before, and what it became after.
  const neighbours = [
    versions.findLast(({ from }) => from <= date),
    versions.find(({ from }) => from > date),
  ];
  const known = neighbours.flatMap((version) => (version ? [periodText(version)] : []));
  throw new CliProblem(
    'LIMIT_NOT_IN_FORCE',
    `期限“${id}”在 ${date} 不在施行期间，所知施行期间为：${known.map(({ zh }) => zh).join('；')}`,
    `the limit was not in force on ${date}; it was: ${known.map(({ en }) => en).join('; ')}`,
  );
};

/** Answers a question; `output` is what is printed with `--json`. Pure but for the law it reads. @throws CliProblem saying what to ask instead */
export const answerDueDate = (
  options: DueDateOptions,
): { limit: TimeLimit; output: Omit<DueDate, 'ends'> } => {
  const region = requireRegion(options.region);
  const start = parseFrom(options.from);
  if (start === null) {
    throw usage(
      `起算时间“${options.from}”无法识别，请写 2024-10-08 或 2024-10-08T09:30:00+08:00`,
      '--from must be a real date or an ISO instant with an offset',
    );
  }
  const limit = limitOf(options.limit, start.at);
  const setBy = options.setBy === undefined ? {} : { setBy: requireDate(options.setBy) };
  try {
    const { ends: _, ...output } = dueDate({
      limit,
      ...startRange(start.at, start.precision),
      region,
      calendar: shippedCalendar(),
      settings: noSettings,
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

/** The command `due-date`, to be added to the program. */
export const dueDateCommand = (): Command =>
  new Command('due-date')
    .description('计算一个期限的到期日并列出计算过程 / compute a due date and show its working')
    .requiredOption('--limit <id>', '期限编号，如 fwd-filing-review / id of the time limit')
    .requiredOption('--from <instant>', '起算时间：日期或 ISO 时间 / date, or ISO instant with offset')
    .requiredOption('--region <code>', '6位或9位行政区划代码 / division code of six or nine digits')
    .option('--set-by <date>', '文书载明的回复日期、听证日期等 / the date the limit is measured by')
    .option('--json', '以 JSON 输出 / print JSON')
    .action((options: DueDateOptions & { json?: boolean }) => {
      const answer = answerDueDate(options);
      print(options, answer.output, () => dueDateText(answer.limit, answer.output, wordsOf(offlineLaw)));
    });
