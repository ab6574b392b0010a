// When something happened, as it is typed: a day or an instant, nothing coarser. What lies far back is confirmed before it is
// sent: a wrong year would count against another department within the second.
import { createInterface } from 'node:readline';
import { isRealDate } from '../../case/due/civil-day.ts';
import { LONG_AGO_MS } from '../../case/register/register.ts';
import {
  dateOf,
  type Instant,
  millisOf,
  type Precision,
  parseInstant,
  plusMillis,
} from '../../schemas/instant.ts';
import { CliProblem, usage } from './problem.ts';

const DAY_MS = 24 * 3_600_000;

/** `2024-10-08 09:30` is Beijing time, as everything here is shown. */
const withOffset = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/.test(text) ? `${text.replace(' ', 'T')}+08:00` : text;

/** A day, which is its noon in Beijing, or an instant; `null` for what is neither. */
export const dayOrInstant = (
  text: string,
): { at: Instant; precision: Extract<Precision, 'day' | 'instant'> } | null => {
  if (isRealDate(text)) return { at: `${text}T12:00:00+08:00`, precision: 'day' };
  const at = isRealDate(text.slice(0, 10)) ? parseInstant(withOffset(text)) : null;
  return at === null ? null : { at, precision: 'instant' };
};

/** Today is now, any other day its noon, both known to the day. */
export const occurredFrom = (
  text: string,
  now: Instant,
): { occurredAt: Instant; precision: Extract<Precision, 'day' | 'instant'> } => {
  const said = dayOrInstant(text);
  if (said?.precision === 'day' && text === dateOf(now)) return { occurredAt: now, precision: 'day' };
  if (said) return { occurredAt: said.at, precision: said.precision };
  throw usage(
    `时间“${text}”应写作日期 2024-10-08，或北京时间 2024-10-08 09:30；只知年月的不受理`,
    `"${text}" should be a date, or an instant like 2024-10-08T09:30:00+08:00; a month or a year is not taken`,
  );
};

/** Days from the earliest of these to now, where that is more than can pass unasked. */
const farBack = (dates: readonly Instant[], now: Instant): { at: Instant; days: number } | undefined => {
  const [at] = dates.toSorted();
  return at !== undefined && at < plusMillis(now, -LONG_AGO_MS)
    ? { at, days: Math.floor((millisOf(now) - millisOf(at)) / DAY_MS) }
    : undefined;
};

/** Who can be asked; `undefined` where nobody sits at a terminal. */
export type Ask = ((question: string) => Promise<string>) | undefined;

export const askAtTerminal: Ask =
  process.stdin.isTTY && process.stderr.isTTY
    ? (question) =>
        new Promise((resolve) => {
          const line = createInterface({ input: process.stdin, output: process.stderr });
          line.once('close', () => resolve(''));
          line.question(question, (answer) => {
            resolve(answer);
            line.close();
          });
        })
    : undefined;

/** @throws CliProblem DATE_NOT_CONFIRMED where an act lies far back and nobody says that this is meant */
export const confirmDates = async (
  dates: readonly Instant[],
  now: Instant,
  { yes = false, ask }: { yes?: boolean | undefined; ask: Ask },
): Promise<void> => {
  const far = farBack(dates, now);
  if (!far || yes) return;
  const zh = `所报发生时间 ${dateOf(far.at)} 早于当前 ${far.days} 天`;
  const en = `dated ${far.days} days back, to ${dateOf(far.at)}`;
  if (!ask)
    throw new CliProblem(
      'DATE_NOT_CONFIRMED',
      `${zh}，未提交；确认无误请加 --yes，并用 --reason 说明理由；补录多步请用 --file 一次提交，以免两步之间出现逾期`,
      `${en}; nothing was sent: add --yes if it is right, and --reason to say why; several steps go together with --file, or limits run out between them`,
    );
  const answer = await ask(`${zh}，确认无误？ / ${en}: is that right? [y/N] `);
  if (!/^(y|yes|是)$/i.test(answer.trim()))
    throw new CliProblem('DATE_NOT_CONFIRMED', `${zh}，未提交`, `${en}; nothing was sent`);
};
