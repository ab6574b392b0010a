// The law and the calendars this version was made with: for what needs no platform (due-date, submit --help, what is generated),
// and where a platform cannot be asked for its own. Loaded by whoever asks for it: most commands never do.
import type { Law } from '../../law/law.ts';
import type { LawItem } from '../../schemas/law.ts';
import type { CalendarRecord } from '../../schemas/time-limit.ts';
import type { Family } from './procedure-families.ts';

export const offlineLaw = async (): Promise<Law> => (await import('../../law/law.ts')).law;

export const offlineItems = async (): Promise<readonly LawItem[]> =>
  (await import('../../law/law.ts')).lawItems;

export const offlineFamilies = async (): Promise<readonly Family[]> =>
  (await import('../../law/procedures/registry.ts')).families;

export const offlineCalendars = async (): Promise<readonly CalendarRecord[]> => {
  const [national, statutory, local] = await Promise.all([
    import('../../law/calendars/national.ts'),
    import('../../law/calendars/statutory.ts'),
    import('../../law/calendars/local.ts'),
  ]);
  return [...national.nationalCalendar, ...statutory.statutoryCalendar, ...local.localCalendars];
};
