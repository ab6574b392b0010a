// What market regulation publishes of a penalty, where, and for how long (SJGS 9, 10, 13). Calendar of 2024.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import type { CaseDriver } from '../../support/case-driver.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { MARKET } from '../../support/referral-story.ts';

const market = penaltyStory(MARKET, 'market-penalty');
const { told } = market;

/** Served on 9 April and published on Monday 6 May 2024. */
const published = (fields: OpenBody['fields'] = {}): CaseDriver => {
  const c = market.served();
  c.must(told('2024-05-06', 'publish-decision', { fields }), market.paid('2024-05-07'));
  return c;
};
const end = (day: string) => told(day, 'end-publication');

describe('行政处罚信息公示', () => {
  it('goes to the home province in ten working days where the party is registered in another (SJGS 10)', () => {
    const c = market.begun(market.conclude('2024-04-01'), market.notify('2024-04-02'));
    const decide = told(
      '2024-04-08',
      'decide-fine',
      { fields: { ofAnotherProvince: true } },
      'penalty-decision',
    );
    c.must(decide);
    // Monday 8 April; Wednesday the 10th is off in Xinjiang: the tenth working day is Tuesday the 23rd.
    expect(dueOf(c, 'pub-send-home-province')).toBe('2024-04-24');
    // SJGS 9 is for a party of the same province: what is sent home is published there.
    expect(c.clock('pub-penalty-samr')).toBeUndefined();
    c.must(told('2024-04-23', 'send-to-home-province'));
    expect(c.clock('pub-send-home-province')?.outcome).toBe('met');
  });

  it('stays in the province where the party does', () => {
    const c = market.served();
    expect(c.clock('pub-send-home-province')).toBeUndefined();
  });

  const running = (c: CaseDriver) =>
    Object.values(c.state.clocks)
      .filter(({ limit, status }) => limit.startsWith('pub-period') && status === 'running')
      .map(({ limit, times }) => [limit, times.latestDueAt?.slice(0, 10)]);

  it.each([
    ['three years', {}, 'pub-period-samr', '2027-05-07'],
    ['three months, where it is minor', { minorPenalty: true }, 'pub-period-samr-minor', '2024-08-07'],
    ['three years, where it is about food', { ofFood: true }, 'pub-period-samr-three-years', '2027-05-07'],
  ] as const)('lasts %s (SJGS 13), and is ended then', (_, fields, limit, over) => {
    const c = published(fields);
    expect(running(c)).toEqual([[limit, over]]);
    c.must(end(over));
    expect(c.clock(limit)?.status).toBe('stopped');
    // Nothing is left to be withdrawn where the decision falls afterwards (CF 48(2)).
    expect(c.answer({ ...told(over, 'withdraw-publication'), with: ['reason'] })).not.toBe('ok');
  });

  it.each([
    ['longer', '2034-04-09', '2034-04-10'],
    ['shorter', '2025-04-08', '2025-04-09'],
  ])('lasts three years and until the ban is over, where that is %s', (_, publishedUntil, over) => {
    const c = published({ publishedUntil });
    expect(running(c)).toEqual([
      ['pub-period-samr-three-years', '2027-05-07'],
      ['pub-period-samr-ban', over],
    ]);
  });

  // SJGS as amended on 25 December 2025: what was decided before and published late in 2026.
  const since2026 = (fields: OpenBody['fields'], story = market): CaseDriver => {
    const c = story.begun(
      story.conclude('2024-04-01'),
      story.notify('2024-04-02', { ...fields, hearingDue: true }),
      story.told('2024-05-06', 'decide-without-fine', { fields }, 'penalty-decision'),
    );
    c.must(story.told('2026-01-05', 'publish-decision'));
    return c;
  };

  it.each<[string, OpenBody['fields'], string, string]>([
    [
      'one year',
      { penaltyKinds: ['public-criticism'], penaltyMatters: ['price'] },
      'pub-period-samr',
      '2027-01-06',
    ],
    [
      'three years where a licence is revoked',
      { penaltyKinds: ['licence-revoked'], issuedHere: true },
      'pub-period-samr-three-years',
      '2029-01-06',
    ],
    [
      'three years where it is about drugs',
      { penaltyKinds: ['confiscation'], penaltyMatters: ['drug-channel'] },
      'pub-period-samr-three-years',
      '2029-01-06',
    ],
  ])('what is published from 25 December 2025 on stays for %s (SJGS 14, 15)', (_, fields, limit, over) => {
    expect(running(since2026(fields))).toEqual([[limit, over]]);
  });

  it.each<[string, OpenBody['fields'], string, string]>([
    [
      'three months',
      { penaltyKinds: ['public-criticism'], penaltyMatters: ['price'] },
      '2026-04-05',
      '2026-04-06',
    ],
    [
      'a year where it is about drugs',
      { penaltyKinds: ['confiscation'], penaltyMatters: ['drug-channel'] },
      '2027-01-05',
      '2027-01-06',
    ],
  ])('is not taken off before %s, and the refusal says the day (SJGS 14, 15)', (_, fields, before, over) => {
    const c = since2026(fields);
    expect(c.tell(end(before))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['published-long-enough', `from: ${over}T00:00:00+08:00`],
    });
    expect(c.answer(end(over))).toBe('ok');
  });

  it('a minor one is not taken off before its three months are over', () => {
    const c = published({ minorPenalty: true });
    expect(c.tell(end('2024-08-06'))).toMatchObject({
      details: ['published-long-enough', 'from: 2024-08-07T00:00:00+08:00'],
    });
  });

  it('of the drug regulator for three years, whatever it is about', () => {
    const drug = penaltyStory('653023/drug-regulation', 'drug-penalty');
    expect(running(since2026({ penaltyKinds: ['public-criticism'] }, drug))).toEqual([
      ['pub-period-samr-three-years', '2029-01-06'],
    ]);
  });
});
