// When what a command does to a limit happened: as it was said, as it was served on paper, or as it was recorded.
import { dateOf, type Instant, startOfDay } from '../../schemas/instant.ts';
import type { Span, TimeLimit } from '../../schemas/time-limit.ts';
import { Rejection, servedOn, type UnderWay } from '../decision-under-way.ts';
import { dayOf } from '../due/civil-day.ts';
import { isLate } from '../due/due-date.ts';
import { endOfDay, startRange } from '../due/start-range.ts';
import type { Clock } from '../state.ts';
import type { Dated } from './outcome.ts';

const unitOf = (span: Span): 'hour' | 'day' => ('hours' in span ? 'hour' : 'day');

/** Where a step without a date lies between two that were published: the first and the last instant it can have happened. */
const bounds = ({ occurredAt, body: { within } }: UnderWay['command']): Pick<Dated, 'from' | 'fromLatest'> =>
  within === undefined
    ? { from: occurredAt }
    : { from: startOfDay(within.from), fromLatest: endOfDay(dayOf(within.to)) };

/**
 * On the record a date coarser than the limit's unit spans what is possible, and stops no clock from being kept. In a
 * rehearsal only exactly published facts decide.
 */
export const dated = ({ command, context }: UnderWay, limit: TimeLimit): Dated => {
  const { occurredAt, precision, body } = command;
  if (body.filled === true) return { ...bounds(command), undetermined: 'filled' };
  if (precision === 'undated') return { ...bounds(command), undetermined: 'undated' };
  const unit = unitOf(limit.span);
  if (precision === 'instant' || (precision === 'day' && unit === 'day')) return { from: occurredAt };
  const range = startRange(occurredAt, precision, context.clock === 'real' ? context.at : undefined);
  return context.clock === 'real' ? range : { ...range, undetermined: 'coarser-than-unit' };
};

/** Served on paper at the latest when it was recorded; the day is the sender's word until the receiver confirms it. */
export const served = (work: UnderWay): Dated => {
  const { at } = work.context;
  const [first] = servedOn(work).toSorted();
  return first === undefined ? { from: at } : { from: startOfDay(first), fromLatest: at };
};

/** A date that the starting command declares, never after the command; of a step filled in it was made up with it. */
export const declared = ({ command }: UnderWay, name: string): Dated | undefined => {
  const value = command.body.fields?.[name];
  if (typeof value !== 'string') return undefined;
  if (value > dateOf(command.occurredAt)) throw new Rejection('FIELD_REFUSED', [name]);
  return {
    from: startOfDay(value),
    ...(command.body.filled === true ? { undetermined: 'filled' as const } : {}),
  };
};

/** When what a command does was done, for a right that runs out: as recorded, or as it was served in time. */
export const exercisedAt = (work: UnderWay, clock: Clock): Instant => {
  const { command, context } = work;
  if (context.clock !== 'real') return command.occurredAt;
  const inTime = servedOn(work)
    .map(startOfDay)
    .find((from) => !isLate(clock.times, from, 'latest'));
  return inTime ?? context.at;
};
