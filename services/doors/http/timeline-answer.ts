// The entries of a case, one after the other: the shape of the answer, and how it is made of what its reader is shown.
import * as z from 'zod';
import { CASE_PROCEDURE, STATUS_CHANGED } from '../../../case/who-is-told.ts';
import { actorKey } from '../../../schemas/command.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { Bilingual, BUS, CaseId, OfficerId } from '../../../schemas/ids.ts';
import { Instant, Precision } from '../../../schemas/instant.ts';
import { isByBus } from '../../words/departments.ts';
import type { Words } from '../../words/words.ts';
import { LinkAnswer, StatusAnswer, statusLine, Value } from './answer-parts.ts';
import { linksOf, type OpenedEntry } from './case-file.ts';

const TimelineEntry = z.strictObject({
  ledgerSequence: z.int(),
  sequence: z.int(),
  headline: z.string(),
  procedure: z.string(),
  title: Bilingual,
  occurredAt: Instant,
  precision: Precision,
  recordedAt: Instant,
  /** `null` where no more than a status word is shown; `occurredAt` is then when it was recorded. */
  actor: z.string().nullable(),
  officer: OfficerId.nullable(),
  filled: z.boolean(),
  /** Recorded before the caller took part, and shown because the case was handed over. */
  backfill: z.boolean(),
  hash: z.string(),
  events: z.array(CaseEvent),
  links: z.array(LinkAnswer),
  statuses: z.array(StatusAnswer),
  values: z.array(Value),
});
type TimelineEntry = z.infer<typeof TimelineEntry>;

export const TimelineAnswer = z.strictObject({
  case: CaseId,
  entries: z.array(TimelineEntry),
  next: z.int().nullable().describe('`after` of the next page; null where there is none'),
});
export type TimelineAnswer = z.infer<typeof TimelineAnswer>;

/** An entry of which no more than status words is shown: not what was done, nor by whom, nor when. */
const barely = ({ entry, words: told }: OpenedEntry, words: Words) => {
  const statuses = told.map((status) => statusLine(status, words));
  return {
    headline: STATUS_CHANGED,
    procedure: statuses[0]?.procedure ?? CASE_PROCEDURE,
    occurredAt: entry.recordedAt,
    precision: 'instant' as const,
    actor: null,
    officer: null,
    filled: false,
    events: [],
    links: [],
    statuses,
    values: [],
  };
};

const wholly = (shown: OpenedEntry) => {
  const { headline, procedure, values, entry } = shown;
  const { actor, precision, body } = entry.command;
  return {
    headline,
    procedure,
    occurredAt: entry.occurredAt,
    precision,
    // What the bus did by itself was not the doing of whatever service took it there.
    actor: isByBus(entry.events) ? BUS : actorKey(actor),
    officer: 'department' in actor ? actor.officer : null,
    filled: body.filled === true,
    events: [...entry.events],
    links: [...linksOf(shown)],
    statuses: [],
    values: values.map((value) => ({ ...value, entry: entry.sequence })),
  };
};

export const timelineEntry = (shown: OpenedEntry, words: Words): TimelineEntry => {
  const { entry, ledgerSequence, hash, backfill } = shown;
  const said = shown.sees === 'status' ? barely(shown, words) : wholly(shown);
  return {
    ledgerSequence,
    sequence: entry.sequence,
    recordedAt: entry.recordedAt,
    hash,
    backfill,
    ...said,
    title: words.eventTitle(said.headline, said.procedure),
  };
};
