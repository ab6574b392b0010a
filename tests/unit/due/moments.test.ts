// What time does to a running clock, as a liaison officer would expect it.
import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../../case/due/moments.ts';
import { law } from '../../../law/law.ts';
import { AHEQI, asked, limitOf, shipped, WUXI } from './asked.ts';

const moments = (id: string, from: string, region = WUXI) =>
  momentsOf({
    due: asked(id, from, { region }),
    from,
    limit: limitOf(id),
    ladder: law.ladderOf(limitOf(id).ladder),
    calendar: shipped,
    region,
  });

describe('moments', () => {
  it('24 hours: reminders at half and four fifths, due a millisecond after the last instant, then the ladder', () => {
    expect(moments('fwd-handover', '2024-10-09T10:00:00+08:00')).toEqual([
      { moment: 'remind-1', at: '2024-10-09T22:00:00+08:00' },
      { moment: 'remind-2', at: '2024-10-10T05:12:00+08:00' },
      { moment: 'due', at: '2024-10-10T10:00:00.001+08:00' },
      // Due on Thursday 10; Friday 11, make-up Saturday 12, Monday 14.
      { moment: 'escalate-2', at: '2024-10-15T00:00:00+08:00' },
      { moment: 'escalate-3', at: '2024-10-17T00:00:00+08:00' },
    ]);
  });

  it('unsettled days: a strict due of its own before the due', () => {
    expect(moments('fwd-head-decision', '2024-10-17T10:00:00+08:00').slice(2, 4)).toEqual([
      { moment: 'strict-due', at: '2024-10-22T00:00:00+08:00' },
      { moment: 'due', at: '2024-10-23T00:00:00+08:00' },
    ]);
  });

  it('where strict and latest agree there is only the due', () => {
    const names = moments('fwd-filing-review', '2024-10-08T10:00:00+08:00').map(({ moment }) => moment);
    expect(names).toEqual(['remind-1', 'remind-2', 'due', 'escalate-2', 'escalate-3']);
  });

  it('days: escalation counts from the last day itself, not from the midnight after it', () => {
    // Last day Friday 11 October; make-up Saturday 12, Monday 14, Tuesday 15 are the three working days.
    const all = moments('fwd-filing-review', '2024-10-08T10:00:00+08:00');
    expect(all.find(({ moment }) => moment === 'escalate-2')?.at).toBe('2024-10-16T00:00:00+08:00');
    expect(all.find(({ moment }) => moment === 'escalate-3')?.at).toBe('2024-10-18T00:00:00+08:00');
  });

  it('an agreed limit never goes beyond the joint-meeting office', () => {
    const names = moments('agr-clue-triage', '2024-10-08T10:00:00+08:00').map(({ moment }) => moment);
    expect(names).toContain('escalate-2');
    expect(names).not.toContain('escalate-3');
  });

  it('a right that lapses is not escalated, and what is to be done at once has no moments', () => {
    const names = moments('fwd-reconsider-request', '2024-10-08T10:00:00+08:00').map(({ moment }) => moment);
    expect(names.filter((name) => name.startsWith('escalate'))).toEqual([]);
    expect(moments('fwd-form-team', '2024-10-08T10:00:00+08:00')).toEqual([]);
  });

  it('escalation counts working days with the local days off', () => {
    // Corban 2023 in Xinjiang: 28 to 30 June off.
    const at = (region: string) =>
      moments('fwd-handover', '2023-06-26T10:00:00+08:00', region).find((m) => m.moment === 'escalate-2')?.at;
    expect(at(WUXI)).toBe('2023-07-01T00:00:00+08:00');
    expect(at(AHEQI)).toBe('2023-07-06T00:00:00+08:00');
  });

  it('reminders are rounded down to the second', () => {
    const first = moments('fwd-filing-review', '2024-10-08T10:00:00.123+08:00')[0];
    expect(first?.at).toMatch(/:\d{2}\+08:00$/);
  });
});
