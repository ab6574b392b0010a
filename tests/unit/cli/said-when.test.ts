// When something happened, as it is typed, and the question that is asked of a date far back.
import { describe, expect, it } from 'vitest';
import { confirmDates, occurredFrom } from '../../../services/cli/said-when.ts';

const NOW = '2026-11-27T09:10:42+08:00';

describe('when an act happened', () => {
  it('is a day known to the day, or an instant as it is', () => {
    expect(occurredFrom('2024-10-08', NOW)).toEqual({
      occurredAt: '2024-10-08T12:00:00+08:00',
      precision: 'day',
    });
    expect(occurredFrom('2024-10-08T01:30:00Z', NOW)).toEqual({
      occurredAt: '2024-10-08T09:30:00+08:00',
      precision: 'instant',
    });
  });

  it('is now where today is typed, so that today is never in the future', () => {
    expect(occurredFrom('2026-11-27', NOW)).toEqual({ occurredAt: NOW, precision: 'day' });
    expect(occurredFrom('2026-11-26', NOW).occurredAt < NOW).toBe(true);
  });

  it('is Beijing time where it is typed as times are shown', () => {
    const at = { occurredAt: '2026-11-27T09:00:00+08:00', precision: 'instant' };
    expect(occurredFrom('2026-11-27 09:00', NOW)).toEqual(at);
    expect(occurredFrom('2026-11-27T09:00', NOW)).toEqual(at);
  });

  it.each([
    '昨天',
    '2026-11',
    '2026',
    '2026-02-30',
    '2026-02-30 09:00',
    '2026-02-30T09:00:00+08:00',
    '2026-11-27 9:00',
  ])('%s is not taken: neither a day nor an instant', (text) => {
    expect(() => occurredFrom(text, NOW)).toThrow(/2024-10-08 09:30.*只知年月的不受理/);
  });
});

describe('an act dated more than seven days back', () => {
  const ask = (answer: string) => {
    const asked: string[] = [];
    return {
      asked,
      ask: async (question: string) => {
        asked.push(question);
        return answer;
      },
    };
  };
  const FAR = '2016-11-26T12:00:00+08:00';

  it('is asked about in one line that names the date and how many days back it lies', async () => {
    const { asked, ...who } = ask('y');
    await confirmDates([NOW, FAR], NOW, who);
    expect(asked).toEqual([
      '所报发生时间 2016-11-26 早于当前 3652 天，确认无误？ / dated 3652 days back, to 2016-11-26: is that right? [y/N] ',
    ]);
  });

  it.each(['', 'n', 'no', '不'])('is not sent where the answer is “%s”', async (answer) => {
    await expect(confirmDates([FAR], NOW, ask(answer))).rejects.toMatchObject({
      code: 'DATE_NOT_CONFIRMED',
      exitCode: 2,
    });
  });

  it('is sent unasked with --yes, and refused where nobody sits at the terminal, saying what to do', async () => {
    const { asked, ...who } = ask('n');
    await confirmDates([FAR], NOW, { ...who, yes: true });
    expect(asked).toEqual([]);
    await expect(confirmDates([FAR], NOW, { ask: undefined })).rejects.toMatchObject({
      code: 'DATE_NOT_CONFIRMED',
      exitCode: 2,
      zh: '所报发生时间 2016-11-26 早于当前 3652 天，未提交；确认无误请加 --yes，并用 --reason 说明理由；补录多步请用 --file 一次提交，以免两步之间出现逾期',
    });
  });

  it('is one more than seven times 24 hours old; what is younger passes unasked', async () => {
    await confirmDates(['2026-11-20T09:10:42+08:00'], NOW, { ask: undefined });
    await confirmDates([], NOW, { ask: undefined });
    await expect(confirmDates(['2026-11-20T09:10:41+08:00'], NOW, { ask: undefined })).rejects.toThrow(
      '早于当前 7 天',
    );
  });
});
