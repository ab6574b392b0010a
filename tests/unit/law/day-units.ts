// What "日" means in each act, to hold the spans of the limits against: calendar days, working days, or left open.
import type { ActKey } from '../../../law/acts.ts';
import type { Body } from '../../../schemas/ids.ts';

/** `workingDays`: these numbers are working days, all others calendar. `open`: the act has no unit clause. */
type DayUnitRule =
  | { workingDays: readonly number[]; article: string }
  | { workingUpTo: number; article: string }
  | { explicit: true; article: string }
  | { open: true; article: string }
  | { calendar: true; article: string }
  | { working: true; article: string };

/**
 * Unit of plain "日" per act. CF 85, QZ 69 and FY 88 speak only of their own act. O310 has no unit clause: open
 * where an administrative organ is obliged, calendar days for police and procuratorate (read with XS 105).
 */
const dayUnits = {
  CF: { workingDays: [2, 3, 5, 7], article: '85' },
  QZ: { workingUpTo: 10, article: '69' },
  FY: { workingDays: [3, 5, 7, 10], article: '88' },
  N4: { explicit: true, article: '14' },
  O310: { open: true, article: '5' },
  GA127: { calendar: true, article: '180' },
  GA2012: { calendar: true, article: '177' },
  GA133: { working: true, article: '28' },
  GT16: { calendar: true, article: '2' },
  GT25: { calendar: true, article: '16' },
  GT32: { calendar: true, article: '' },
  GJ2006: { calendar: true, article: '1' },
  GJ2010: { calendar: true, article: '7' },
  LB2012: { calendar: true, article: '18' },
  JG2012: { calendar: true, article: '' },
  GJ2021: { calendar: true, article: '13' },
  JG2019: { calendar: true, article: '560' },
  XS: { calendar: true, article: '105' },
} as const satisfies Partial<Record<ActKey, DayUnitRule>>;

/** The unit that an act gives to so many plain days; `explicit` where the act prints the unit itself. */
export const dayUnitOf = (
  act: string,
  days: number,
  obliges: readonly Body[],
): 'working' | 'calendar' | 'unsettled' | 'explicit' => {
  const rule: DayUnitRule | undefined = Object.hasOwn(dayUnits, act)
    ? dayUnits[act as keyof typeof dayUnits]
    : undefined;
  if (rule === undefined || 'explicit' in rule) return 'explicit';
  if ('workingDays' in rule) return rule.workingDays.includes(days) ? 'working' : 'calendar';
  if ('workingUpTo' in rule) return days <= rule.workingUpTo ? 'working' : 'calendar';
  if ('calendar' in rule) return 'calendar';
  if ('working' in rule) return 'working';
  return obliges.every((body) => body === 'public-security' || body === 'procuratorate')
    ? 'calendar'
    : 'unsettled';
};
