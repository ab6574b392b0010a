// From which day a clock starts: the act, its record or receipt, a date that is said, or what another proceeding was brought to carry; and
// of which day the law binds.
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { ClockRule } from '../../schemas/procedure.ts';
import type { TimeLimit } from '../../schemas/time-limit.ts';
import { procedureOf, type UnderWay } from '../decision-under-way.ts';
import type { Proceeding } from '../state.ts';
import { dated, declared, served } from './clock-dates.ts';
import { isDepartment } from './clock-times.ts';
import { markedSince } from './marked-since.ts';
import type { Dated } from './outcome.ts';

/** The date a limit is measured by: the command's own where it takes one, else as it was recorded before. */
export const dateSetBy = (
  work: UnderWay,
  p: Proceeding,
  { setBy }: ClockRule,
  command: string,
): string | undefined => {
  if (setBy === undefined) return undefined;
  const { fields, commands } = procedureOf(work.context.law, p);
  const { needs = [], takes = [] } = commands[command] ?? {};
  const isSent = fields[setBy]?.counted === undefined;
  const isOwn = isSent && (needs.includes(setBy) || takes.includes(setBy));
  const value = isOwn ? work.command.body.fields?.[setBy] : p.fields[setBy];
  return typeof value === 'string' ? value.slice(0, 10) : undefined;
};

/** What a clock starts by: of which proceeding, its rule, whom it obliges, who acts, and the date said or marked that starts it. */
type Starting = {
  readonly p: Proceeding;
  readonly rule: ClockRule;
  readonly obliged: string;
  readonly actor: DepartmentId;
  readonly since: Dated | undefined;
};

const isOfAnother = ({ obliged, actor }: Pick<Starting, 'obliged' | 'actor'>): boolean =>
  isDepartment(obliged) && obliged !== actor;

/** On the record the limit of another starts by its recording or service: no other department dates it back. */
const startsByRecord = ({ context }: UnderWay, starting: Starting): boolean =>
  context.clock === 'real' && isOfAnother(starting);

/** The date that starts it: declared, else when what it is about was done in another proceeding. */
export const startsAt = (
  work: UnderWay,
  { p, rule, obliged }: Pick<Starting, 'p' | 'rule' | 'obliged'>,
): Dated | undefined => {
  if (rule.startsAt === undefined) return undefined;
  const said = declared(work, rule.startsAt);
  if (said !== undefined || rule.startsAtMark === undefined || !isDepartment(obliged)) return said;
  return markedSince(work, p, rule.startsAtMark, obliged);
};

/** The day whose law binds: that on which it starts. Of what is recorded of another, the day of the record. */
export const lawOf = (work: UnderWay, starting: Starting): Instant =>
  startsByRecord(work, starting) ? work.context.at : (starting.since?.from ?? work.command.occurredAt);

/**
 * When a clock starts; none where a declared date that starts it was not given. Whoever acted itself has received by its act,
 * whose date is its own word. Of a published fact the day of a receipt is what nobody published.
 */
export const startsFrom = (work: UnderWay, starting: Starting, limit: TimeLimit): Dated | undefined => {
  const { command, context } = work;
  const { rule } = starting;
  // What may be done from some day on convicts nobody, and is put off by nobody's late word.
  if (startsByRecord(work, starting) && limit.may !== true) return served(work);
  if (rule.startsAt !== undefined) return starting.since;
  if (!isOfAnother(starting) || rule.runsFrom !== 'receipt') return dated(work, limit);
  return command.body.published === undefined
    ? { from: context.at }
    : { undetermined: 'receipt-unknown', ...dated(work, limit) };
};
