// Local days off as published, out of local-holidays.json: only sourced dates, none computed.
import type { CalendarRecord } from '../../schemas/time-limit.ts';
import published from './local-holidays.json' with { type: 'json' };

/** One record per region prefix, holiday and year; `basis` is the notice and where it was seen. */
export const localCalendars: readonly CalendarRecord[] = published.map((row) => ({
  region: row.region,
  year: row.year,
  name: row.holiday,
  daysOff: row.daysOff,
  makeUpWorkdays: row.makeUpWorkdays,
  basis: `${row.source.title}；${row.source.site}`,
  confidence: row.confidence === 'notice' ? 'notice' : 'reported',
}));
