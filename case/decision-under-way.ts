// A decision in the making: what was asked, under which law, and the events decided so far with the case as they leave it.
import type { Law } from '../law/law.ts';
import type { CaseCommand } from '../schemas/command.ts';
import type { ErrorCode } from '../schemas/errors.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { Region } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import type { RegionSettings } from '../schemas/time-limit.ts';
import { type Calendar, foldCalendar } from './due/calendar.ts';
import { evolve } from './fold.ts';
import { type Register, settingsOf } from './register/register.ts';
import { remember } from './remember.ts';
import type { CaseState } from './state.ts';

/** What decide() may look at beside the case and the command. `at` is the registrar's clock. */
export type Context = {
  at: Instant;
  caseId: string;
  register: Register;
  law: Law;
  /** The ledger's clock; absent where no ledger stands behind the decision. */
  clock?: 'real' | 'rehearsal';
};

/** The rules said no. Details name fields, papers or limits, never a party's value. */
export class Rejection {
  readonly code: ErrorCode;
  readonly details: string[];
  constructor(code: ErrorCode, details: string[] = []) {
    this.code = code;
    this.details = details;
  }
}

export type Draft = {
  readonly command: CaseCommand;
  readonly context: Context;
  readonly events: CaseEvent[];
  state: CaseState | null;
};

/** Adds an event and moves the draft's case with it. */
export const emit = (draft: Draft, event: CaseEvent): void => {
  draft.events.push(event);
  draft.state = evolve(draft.state, event, {
    id: draft.context.caseId,
    occurredAt: draft.command.occurredAt,
  });
};

/** The draft's case, which is there once something was opened. */
export const caseOf = (draft: Draft): CaseState => {
  if (draft.state === null) throw new Rejection('CASE_NOT_FOUND');
  return draft.state;
};

const folded = remember(foldCalendar);
const settingsByRegion = remember((_: Register['settings']) => new Map<Region, RegionSettings>());

/** The calendar a register's records make; folded once for each state of the register's records. */
export const calendarOf = (register: Register): Calendar => folded(register.calendarRecords);

/** What a region settled, remembered beside the register's settings. */
export const regionSettings = (register: Register, region: Region): RegionSettings => {
  const known = settingsByRegion(register.settings);
  const found = known.get(region);
  if (found) return found;
  const settings = settingsOf(register, region);
  known.set(region, settings);
  return settings;
};
