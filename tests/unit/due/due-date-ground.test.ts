// By the register of a region that settled nothing a due date is what it is off-line; what a region settled counts.
import { describe, expect, it } from 'vitest';
import { foldCalendar } from '../../../case/due/calendar.ts';
import { DueDateError } from '../../../case/due/due-date-error.ts';
import { noSettings } from '../../../case/due/settled-limit.ts';
import { law } from '../../../law/law.ts';
import type { RegionSettings } from '../../../schemas/time-limit.ts';
import { answerDueDate } from '../../../services/cli/commands/due-date.ts';
import { type Ground, shippedGround } from '../../../services/cli/ground.ts';
import { offlineCalendars } from '../../../services/cli/offline-law.ts';

const shipped = await shippedGround();
const shippedCalendars = await offlineCalendars();

/** What the platform says of a region: the records of the divisions it lies in, and what was settled. */
const groundOf = (region: string, settings: RegionSettings = noSettings): Ground => ({
  law,
  calendar: foldCalendar(
    shippedCalendars.filter((record) => region.startsWith(record.region)),
    law.regimes,
  ),
  settings,
  by: 'platform',
});

const limits = law.timeLimits.filter(({ span }) => !('setByDocument' in span || 'workingDaysBefore' in span));
const DAYS = ['2024-09-30', '2025-12-29', '2026-11-27'];

describe('a due date by the platform', () => {
  it.each(['653023', '320200', '450102', '110101'])(
    'is in %s, which settled nothing, what it is off-line: every limit, instant and line of the working',
    (region) => {
      const ground = groundOf(region);
      let compared = 0;
      for (const { id, from, until } of limits)
        for (const day of DAYS) {
          if (day < from || (until !== undefined && day >= until)) continue;
          const asked = { limit: id, from: day, region };
          try {
            expect(answerDueDate(asked, ground), id).toEqual(answerDueDate(asked, shipped));
            compared += 1;
          } catch (error) {
            if (!(error instanceof DueDateError)) throw error;
          }
        }
      expect(compared).toBeGreaterThan(60);
    },
  );

  it('is counted as the region settled it, and says on what basis', () => {
    const asked = { limit: 'fwd-head-decision', from: '2024-10-17', region: '653023' };
    const basis = '阿医保联〔2026〕3号';
    const settled = groundOf('653023', { ...noSettings, unsettledUnit: { unit: 'working', basis } });
    const { output } = answerDueDate(asked, settled);
    expect(answerDueDate(asked, shipped).output.strictDueAt).toBe('2024-10-22T00:00:00+08:00');
    expect(output.strictDueAt).toBe(output.latestDueAt);
    expect(output.strictDueAt).toBe('2024-10-23T00:00:00+08:00');
    expect(JSON.stringify(output.steps)).toContain(basis);
  });

  it('has the length that was agreed there', () => {
    const asked = { limit: 'agr-clue-triage', from: '2026-11-23', region: '653023' };
    const agreed = { 'agr-clue-triage': { span: { calendarDays: 20 }, basis: '纪要' } };
    const { limit, output } = answerDueDate(asked, groundOf('653023', { ...noSettings, agreed }));
    expect(limit.span).toEqual({ calendarDays: 20 });
    expect(output.latestDueAt).not.toBe(answerDueDate(asked, shipped).output.latestDueAt);
  });
});
