// The law and the calendars this version was made with: for what needs no platform (due-date, help, submit --help, what is
// generated), and where a platform cannot be asked for its own.
import { localCalendars } from '../../law/calendars/local.ts';
import { nationalCalendar } from '../../law/calendars/national.ts';
import { statutoryCalendar } from '../../law/calendars/statutory.ts';
import type { CalendarRecord } from '../../schemas/time-limit.ts';

export { law as offlineLaw, lawItems as offlineItems } from '../../law/law.ts';
export { families as offlineFamilies } from '../../law/procedures/registry.ts';

export const offlineCalendars: readonly CalendarRecord[] = [
  ...nationalCalendar,
  ...statutoryCalendar,
  ...localCalendars,
];
