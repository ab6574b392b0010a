// A decision under way: what was asked, under which law, and the events decided so far with the case as they leave it.

import type { Law } from '../law/law.ts';
import { remember } from '../law/remember.ts';
import type { CaseCommand } from '../schemas/command.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { Bilingual, CaseId, Rank, Region } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import type { Procedure } from '../schemas/procedure.ts';
import type { RegionSettings } from '../schemas/time-limit.ts';
import { type Calendar, foldCalendar } from './due/calendar.ts';
import { DueDateError } from './due/due-date-error.ts';
import { startRange } from './due/start-range.ts';
import { evolve } from './evolve.ts';
import { type Register, settingsOf } from './register/register.ts';
import type { CaseState, Proceeding } from './state.ts';

/** What decide() may look at beside the case and the command. `at` is the registrar's clock. */
export type Context = {
  at: Instant;
  caseId: string;
  register: Register;
  law: Law;
  /** The ledger's clock; absent where no ledger stands behind the decision. */
  clock?: 'real' | 'rehearsal';
  /** The id that a case split off by this very command gets. */
  splitInto?: CaseId | undefined;
  /** The case that the command's `from` names, as its own chain has it; of that a command is never believed. */
  other?: CaseState | null | undefined;
};

/**
 * The rules said no. `code` is one of schemas/errors.ts or a condition's own, which brings its words. Details name fields,
 * papers or limits, never a party's value.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly code: string;
  readonly details: string[];
  readonly words: Bilingual | undefined;
  constructor(code: string, details: string[] = [], words?: Bilingual) {
    super(code);
    this.code = code;
    this.details = details;
    this.words = words;
  }
}

export type UnderWay = {
  readonly command: CaseCommand;
  readonly context: Context;
  readonly events: CaseEvent[];
  state: CaseState | null;
  /** Which of several steps recorded together, from 1. */
  readonly place?: number;
};

/** The command cut to one receiver or subject, where it does the same for each. */
export const narrowed = (work: UnderWay, body: Partial<CaseCommand['body']>): UnderWay => ({
  ...work,
  command: { ...work.command, body: { ...work.command.body, ...body } },
});

type Undated<E> = E extends CaseEvent ? Omit<E, 'at'> : never;

/** Adds an event, dated as the command is, and moves the case with it. */
export const emit = (work: UnderWay, event: Undated<CaseEvent>): void => {
  const dated = { ...event, at: work.command.occurredAt } as CaseEvent;
  work.events.push(dated);
  work.state = evolve(work.state, dated, work.context.caseId);
};

/**
 * What follows, mends, confirms or gathers what happened did not happen before it. What lies after now was dated by a clock that has
 * been put right since: nothing need come after it.
 */
export const refuseBefore = ({ command, context }: UnderWay, instant: Instant): void => {
  const { from, fromLatest = from } = startRange(command.occurredAt, command.precision);
  if (fromLatest < instant && instant <= context.at)
    throw new Rejection('OCCURRED_BEFORE_PREVIOUS', [instant]);
};

/** Days on which papers of the command were served by hand. */
export const servedOn = ({ command }: Pick<UnderWay, 'command'>): string[] =>
  (command.body.papers ?? []).flatMap(({ servedOn: day }) => day ?? []);

/** The case, which is there once something was opened. */
export const caseOf = (work: UnderWay): CaseState => {
  if (work.state === null) throw new Rejection('CASE_NOT_FOUND');
  return work.state;
};

export const proceedingOf = (work: UnderWay, id: string): Proceeding => {
  const found = caseOf(work).proceedings[id];
  if (!found) throw new Rejection('PROCEEDING_NOT_FOUND', [id]);
  return found;
};

/** The version of the procedure a proceeding was opened under. */
export const procedureOf = (law: Law, p: Pick<Proceeding, 'procedure' | 'version'>): Procedure => {
  const procedure = law.procedure(p.procedure, p.version);
  if (!procedure) throw new Rejection('UNKNOWN_PROCEDURE', [`${p.procedure}@${p.version}`]);
  return procedure;
};

/** Whether nothing more is to come of it here: it reached an end, was waived, or goes on in another case. */
export const isOver = (law: Law, p: Proceeding): boolean =>
  p.waived !== undefined ||
  p.moved !== undefined ||
  law.procedure(p.procedure, p.version)?.states[p.state]?.terminal === true;

/** What goes on in another case takes nothing more here. */
export const refuseMoved = ({ proceeding, moved }: Proceeding): void => {
  if (moved) throw new Rejection('PROCEEDING_MOVED', [proceeding, moved.to]);
};

/** What is done to the case as a whole is a head's to do, and says why. */
export const requireHead = (work: UnderWay, { ranks }: { readonly ranks: readonly Rank[] }): void => {
  if (!ranks.includes('head')) throw new Rejection('RANK_TOO_LOW', ['head']);
  if (!work.command.commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
};

/** The earliest that the last dated step of the case can have happened. */
export const lastActOf = (work: UnderWay): string =>
  Object.values(caseOf(work).proceedings)
    .map(({ lastOccurredAt = '' }) => lastOccurredAt)
    .reduce((one, other) => (one > other ? one : other), '');

const folded = remember((regimes: Law['regimes']) =>
  remember((records: Register['calendarRecords']) => foldCalendar(records, regimes)),
);
const settingsByRegion = remember((_: Register['settings']) => new Map<Region, RegionSettings>());

/** The calendar of a register's records under the law's local regimes; folded once for each state of both. */
export const calendarOf = (register: Register, law: Law): Calendar =>
  folded(law.regimes)(register.calendarRecords);

/** What a region settled, remembered beside the register's settings. */
export const regionSettings = (register: Register, region: Region): RegionSettings => {
  const known = settingsByRegion(register.settings);
  const found = known.get(region);
  if (found) return found;
  const settings = settingsOf(register, region);
  known.set(region, settings);
  return settings;
};

/** What is thrown to leave `decide` as a refusal; a due date that cannot be computed is one too. `undefined` for a fault of ours. */
export const rejectionOf = (error: unknown): Rejection | undefined => {
  if (error instanceof Rejection) return error;
  if (!(error instanceof DueDateError)) return undefined;
  switch (error.code) {
    case 'LIMIT_NOT_IN_FORCE':
      return new Rejection('LIMIT_NOT_IN_FORCE', [...error.details]);
    case 'OUT_OF_RANGE':
      return new Rejection('DUE_DATE_OUT_OF_RANGE', [...error.details]);
    default:
      return new Rejection('GUARD_REFUSED', [error.code]);
  }
};
