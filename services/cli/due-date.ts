// `xianjie due-date`: the due date of one limit with its working, out of the law and the calendars shipped here. Needs no server.
import { Command } from 'commander';
import { type Calendar, foldCalendar } from '../../case/clocks/calendar.ts';
import { isRealDate } from '../../case/clocks/civil-day.ts';
import { dueDate } from '../../case/clocks/due-date.ts';
import { DueDateError } from '../../case/clocks/due-date-error.ts';
import { noSettings } from '../../case/clocks/settled-limit.ts';
import { startRange } from '../../case/clocks/start-range.ts';
import { localCalendars } from '../../law/calendars/local.ts';
import { nationalCalendar } from '../../law/calendars/national.ts';
import { isTimeLimit, timeLimitOn, timeLimits } from '../../law/time-limits.ts';
import { Region } from '../../schemas/ids.ts';
import { dateOf, type Instant, type Precision, parseInstant } from '../../schemas/instant.ts';
import { DueDate, type TimeLimit } from '../../schemas/time-limit.ts';
import { closeIds } from './close-ids.ts';
import { dueDateText } from './due-date-text.ts';

/** Options as typed. */
export type DueDateOptions = { limit: string; from: string; region: string; replyBy?: string };

/** What is printed with `--json`; `ends` of a due date stays inside. */
export const DueDateOutput = DueDate.omit({ ends: true });

/** A question that cannot be answered, in one bilingual line that says what to do. */
export type Unanswered = { problem: string };

const shippedCalendar = (): Calendar => foldCalendar([...nationalCalendar, ...localCalendars]);

/** `YYYY-MM-DD` is noon in Beijing, known to the day; otherwise any ISO 8601 instant with an offset. */
const parseFrom = (text: string): { at: Instant; precision: Precision } | null => {
  if (!isRealDate(text.slice(0, 10))) return null;
  if (text.length === 10) return { at: `${text}T12:00:00+08:00`, precision: 'day' };
  const at = parseInstant(text);
  return at === null ? null : { at, precision: 'instant' };
};

const unknownLimit = (id: string): Unanswered => {
  const close = closeIds(
    id,
    timeLimits.map((limit) => limit.id),
  );
  return {
    problem: `没有期限“${id}”，相近的有：${close.join('、')} / no time limit "${id}"; try one of: ${close.join(', ')}`,
  };
};

/** Answers a question, or says in one line why not. Pure but for the law it reads. */
export const answerDueDate = (
  options: DueDateOptions,
): { limit: TimeLimit; output: Omit<DueDate, 'ends'> } | Unanswered => {
  if (!isTimeLimit(options.limit)) return unknownLimit(options.limit);
  if (!Region.safeParse(options.region).success)
    return {
      problem: `区划代码“${options.region}”应为6位数字，例如 653023 / region must be six digits, e.g. 653023`,
    };
  const start = parseFrom(options.from);
  if (start === null)
    return {
      problem: `起算时间“${options.from}”无法识别，请写 2024-10-08 或 2024-10-08T09:30:00+08:00 / --from must be a real date or an ISO instant with an offset`,
    };
  const limit = timeLimitOn(options.limit, dateOf(start.at));
  if (limit === undefined) {
    const first = timeLimits.find((candidate) => candidate.id === options.limit);
    return {
      problem: `期限“${options.limit}”在 ${dateOf(start.at)} 不在施行期间（${first?.from} 起施行），请改用施行期间内的日期 / the limit is not in force on that date (from ${first?.from}); give a later one`,
    };
  }
  if (options.replyBy !== undefined && !isRealDate(options.replyBy))
    return {
      problem: `回复日期“${options.replyBy}”应写作 2024-10-08 / --reply-by must be a real date, e.g. 2024-10-08`,
    };
  try {
    const due = dueDate({
      limit,
      ...startRange(start.at, start.precision),
      region: options.region,
      calendar: shippedCalendar(),
      settings: noSettings,
      ...(options.replyBy === undefined ? {} : { replyBy: options.replyBy }),
    });
    const { ends: _, ...output } = due;
    return { limit, output: { ...output, from: start.at } };
  } catch (error) {
    if (!(error instanceof DueDateError)) throw error;
    const hint =
      error.code === 'REPLY_BY_MISSING'
        ? '；请加 --reply-by 日期 / add --reply-by DATE as the document sets it'
        : '';
    return { problem: `${options.limit}：${error.message}${hint}` };
  }
};

/** The command `due-date`, to be added to the program. Exit code 2 for a question that cannot be answered. */
export const dueDateCommand = (): Command =>
  new Command('due-date')
    .description('计算一个期限的到期日并列出计算过程 / compute a due date and show its working')
    .requiredOption('--limit <id>', '期限编号，如 fwd-filing-review / id of the time limit')
    .requiredOption('--from <instant>', '起算时间：日期或 ISO 时间 / date, or ISO instant with offset')
    .requiredOption('--region <code>', '6位行政区划代码 / six-digit division code')
    .option('--reply-by <date>', '文书自己载明的回复日期 / reply date set in the document')
    .option('--json', '以 JSON 输出 / print JSON')
    .action((options: DueDateOptions & { json?: boolean }) => {
      const answer = answerDueDate(options);
      if ('problem' in answer) {
        process.stderr.write(`${answer.problem}\n`);
        process.exitCode = 2;
        return;
      }
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify(answer.output, null, 2)}\n`
          : dueDateText(answer.limit, answer.output),
      );
    });
