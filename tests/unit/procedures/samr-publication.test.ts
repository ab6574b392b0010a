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

  it.each([
    ['three years', {}, 'pub-period-samr', '2027-05-07'],
    ['three months, where it is minor', { minorPenalty: true }, 'pub-period-samr-minor', '2024-08-07'],
    ['as long as a longer ban', { publishedUntil: '2034-04-09' }, 'pub-period-samr-ban', '2034-04-10'],
  ] as const)('lasts %s (SJGS 13), and is ended then', (_, fields, limit, over) => {
    const c = published(fields);
    const running = Object.values(c.state.clocks).filter(({ limit: of }) => of.startsWith('pub-period'));
    expect(running.map((clock) => [clock.limit, clock.times.latestDueAt?.slice(0, 10)])).toEqual([
      [limit, over],
    ]);
    expect(c.clock(limit)?.status).toBe('running');
    c.must(end(over));
    expect(c.clock(limit)?.status).toBe('stopped');
    // Nothing is left to be withdrawn where the decision falls afterwards (CF 48(2)).
    expect(c.answer({ ...told(over, 'withdraw-publication'), with: ['reason'] })).not.toBe('ok');
  });
});
