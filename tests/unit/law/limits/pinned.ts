// A limit as a row of the tables beside this file: what a clerk holds against the act.
import { administrativeOrgans } from '../../../../law/administrative-organs.ts';
import { presentBodies } from '../../../../law/former-bodies.ts';
import { Body } from '../../../../schemas/ids.ts';
import type { Extension, LegalBasis, Span, TimeLimitRow } from '../../../../schemas/time-limit.ts';

const citedBy = (basis: readonly LegalBasis[]): string =>
  basis.map(({ act, article }) => [act, article].filter(Boolean).join(' ')).join(', ');

/** The unit as the act has it; plain `days` where it leaves the unit open. */
export const lengthOf = (span: Span): string => {
  if ('hours' in span) return `${span.hours} hours`;
  if ('calendarDays' in span) return `${span.calendarDays} calendar days`;
  if ('workingDays' in span) return `${span.workingDays} working days`;
  if ('workingDaysBefore' in span) return `${span.workingDaysBefore} working days before`;
  if ('unsettledDays' in span) return `${span.unsettledDays} days`;
  if ('months' in span) return `${span.months} months`;
  if ('every' in span) return `every ${span.every}`;
  if ('atOnce' in span) return 'at once';
  return span.orElse ? `set by the paper, else ${span.orElse.months} months` : 'set by the paper';
};

const ANYBODY = presentBodies(Body.options).join(' ');
const ORGANS = administrativeOrgans.join(' ');
const whoOf = ({ obliges }: TimeLimitRow): string => {
  const who = obliges.join(' ');
  return who === '' ? 'the person concerned' : who === ANYBODY ? 'anybody' : who.replace(ORGANS, 'organs');
};

const reach = (extension: Extension): string =>
  'by' in extension
    ? `${lengthOf(extension.by)} more`
    : `${extension.upTo ? 'up to' : 'to'} ${lengthOf(extension.to)}`;
const prolongation = (extension: Extension): string => {
  const { approver, after, basis } = extension;
  return `${reach(extension)} by ${approver}${after ? ` after ${after}` : ''} (${citedBy(basis)})`;
};

/** What most limits have not, said one by one. */
const besides = (row: TimeLimitRow, ends: string | undefined): readonly string[] => [
  ...(row.kind === 'local' ? ['local'] : []),
  ...(row.active ? [] : ['off']),
  ...(ends ? [`ends ${ends}`] : []),
  ...row.extensions.map(prolongation),
  ...(row.pause ? [`stands still (${citedBy(row.pause.basis)})`] : []),
  ...(row.lapses ? ['lapses'] : []),
  ...(row.may ? ['may act after it'] : []),
  ...(row.startingHour ? ['first hour left out at the latest'] : []),
  ...(row.monthEnd ? ['month end to month end'] : []),
  ...(row.lastDay === 'stays' ? ['ends on a rest day too'] : []),
  ...(row.lastDay === 'stays-of-a-measure' ? ['lasts to its last day, a rest day too'] : []),
  ...(row.lastDay === 'stays-in-strict' ? ['ends on a rest day too when read strictly'] : []),
  ...(row.lastDay === 'stays-in-custody' ? ['ends on a rest day too in custody'] : []),
  ...(row.remindAtPerMille.join() === '500,800' ? [] : [`reminds at ${row.remindAtPerMille.join(', ')} ‰`]),
];

/** The columns of a row; `next` is the version after it, whose first day ends this one. */
export const pinOf = (row: TimeLimitRow, next: TimeLimitRow | undefined): string =>
  [
    row.id,
    row.from,
    lengthOf(row.span),
    whoOf(row),
    citedBy(row.basis),
    row.source,
    row.ladder,
    besides(row, row.until === next?.from ? undefined : row.until).join('; '),
  ].join(' | ');

/** The rows of a table in Markdown, without its head, in one spelling of blanks. */
export const pinsIn = (markdown: string): readonly string[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    );
