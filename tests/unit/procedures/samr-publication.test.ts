// What market regulation publishes of a penalty, where, and for how long (SJGS 9, 10, 13). Calendar of 2024.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { begun, by, DRUG, head, papers, reviewed } from '../../support/measure-story.ts';
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
    [
      'three years, where it is about food, devices or the like',
      { ofListedField: true },
      'pub-period-samr-three-years',
      '2027-05-07',
    ],
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
  const decided = (fields: OpenBody['fields'], story = market): CaseDriver =>
    story.begun(
      story.conclude('2024-04-01'),
      story.notify('2024-04-02', { ...fields, hearingDue: true }),
      story.told('2024-05-06', 'decide-without-fine', { fields }, 'penalty-decision'),
    );
  const since2026 = (
    fields: OpenBody['fields'],
    story = market,
    said: OpenBody['fields'] = {},
  ): CaseDriver => {
    const c = decided(fields, story);
    c.must(story.told('2026-01-05', 'publish-decision', { fields: said }));
    return c;
  };

  const PRICE = { penaltyMatters: ['price'] };
  const REVOKED = { penaltyKinds: ['licence-revoked'], issuedHere: true as const };

  it.each<[string, OpenBody['fields'], string, string]>([
    [
      'three months where it is public criticism alone',
      { penaltyKinds: ['public-criticism'], ...PRICE },
      'pub-period-samr-minor',
      '2026-04-06',
    ],
    ['one year', { penaltyKinds: ['confiscation'], ...PRICE }, 'pub-period-samr', '2027-01-06'],
    ['three years where a licence is revoked', REVOKED, 'pub-period-samr-three-years', '2029-01-06'],
    [
      'three years where it is about drugs',
      { penaltyKinds: ['confiscation'], penaltyMatters: ['drug-channel'] },
      'pub-period-samr-three-years',
      '2029-01-06',
    ],
  ])('what is published from 25 December 2025 on stays for %s (SJGS 13 to 15)', (_, fields, limit, over) => {
    expect(running(since2026(fields))).toEqual([[limit, over]]);
  });

  it.each<[string, OpenBody['fields'], string, string]>([
    ['three months', { penaltyKinds: ['confiscation'], ...PRICE }, '2026-04-05', '2026-04-06'],
    [
      'a year where it is about drugs',
      { penaltyKinds: ['confiscation'], penaltyMatters: ['drug-channel'] },
      '2027-01-05',
      '2027-01-06',
    ],
    ['three years where a licence is revoked (14(3))', REVOKED, '2029-01-05', '2029-01-06'],
    [
      'three years where a business is closed (14(3))',
      { penaltyKinds: ['business-closed'], ...PRICE },
      '2029-01-05',
      '2029-01-06',
    ],
    [
      'three years where nobody said when the bar ends',
      { penaltyKinds: ['trade-barred'], ...PRICE },
      '2029-01-05',
      '2029-01-06',
    ],
  ])('is not taken off before %s, and the refusal says the day (SJGS 14, 15)', (_, fields, before, over) => {
    const c = since2026(fields);
    expect(c.tell(end(before))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['published-long-enough', `from: ${over}T00:00:00+08:00`],
    });
    expect(c.answer(end(over))).toBe('ok');
  });

  it.each([
    ['a year where the bar was over before', '2026-06-30', '2027-01-05', '2027-01-06'],
    ['the bar is over', '2030-01-01', '2029-01-06', '2030-01-02'],
  ])('a bar is not taken off before %s (SJGS 14(2))', (_, publishedUntil, before, over) => {
    const c = since2026({ penaltyKinds: ['trade-barred'], ...PRICE }, market, { publishedUntil });
    expect(c.tell(end(before))).toMatchObject({
      details: ['published-long-enough', `from: ${over}T00:00:00+08:00`],
    });
    expect(c.answer(end(over))).toBe('ok');
  });

  it('is minor only where it is public criticism or a low fine, and nothing beside (SJGS 13)', () => {
    for (const fields of [REVOKED, { penaltyKinds: ['trade-barred'], ...PRICE }]) {
      const c = decided(fields);
      expect(
        c.tell(told('2026-01-05', 'publish-decision', { fields: { minorPenalty: true } })),
      ).toMatchObject({
        details: ['minor-as-the-law-has-it'],
      });
    }
    const c = market.served();
    const minor = { minorPenalty: true as const, publishedUntil: '2027-01-01' };
    expect(c.tell(told('2024-05-06', 'publish-decision', { fields: minor }))).toMatchObject({
      details: ['minor-as-the-law-has-it'],
    });
  });

  it('a minor one is not taken off before its three months are over', () => {
    const c = published({ minorPenalty: true });
    expect(c.tell(end('2024-08-06'))).toMatchObject({
      details: ['published-long-enough', 'from: 2024-08-07T00:00:00+08:00'],
    });
  });

  it('of the drug regulator for three years, whatever it is about, but for public criticism alone (SJGS 14(1))', () => {
    const drug = penaltyStory('653023/drug-regulation', 'drug-penalty');
    expect(running(since2026({ penaltyKinds: ['confiscation'] }, drug))).toEqual([
      ['pub-period-samr-three-years', '2029-01-06'],
    ]);
    expect(running(since2026({ penaltyKinds: ['public-criticism'] }, drug))).toEqual([
      ['pub-period-samr-minor', '2026-04-06'],
    ]);
  });
});

describe('药品经营资格处理的公示', () => {
  const publish = (day: string, fields: OpenBody['fields'] = {}): Told =>
    by(DRUG, day, 'publish-decision', { body: { fields } });
  const over = (day: string): Told => by(DRUG, day, 'end-publication');
  const taken = (command: string, more: Partial<Told> = {}): CaseDriver =>
    begun(
      by(DRUG, '2026-01-05', 'begin-measure', {
        procedure: 'drug-business',
        body: { newSubjects: [{ subject: 's1', kind: 'institution' }], team: ['o-1', 'o-2'] },
      }),
      by(DRUG, '2026-01-06', 'inform-party', { body: { papers: papers('rights-notice') } }),
      by(DRUG, '2026-01-07', 'record-statement'),
      ...reviewed(DRUG, '2026-01-08'),
      head(DRUG, '2026-01-09T09:00:00+08:00', 'discuss-collectively', {
        body: { papers: papers('collective-discussion-record') },
      }),
      head(DRUG, '2026-01-09', command, {
        ...more,
        body: { ...more.body, papers: papers('measure-decision') },
      }),
    );

  it('a licence that was revoked stays published for three years (SJGS 14(3), 21)', () => {
    const c = taken('revoke-drug-licence', { body: { fields: { issuedHere: true } } });
    c.must(publish('2026-01-12'));
    expect(c.tell(over('2027-01-13'))).toMatchObject({
      details: ['measure-published-long-enough', 'from: 2029-01-13T00:00:00+08:00'],
    });
    expect(c.answer(over('2029-01-13'))).toBe('ok');
  });

  it('business that was stopped for a year at least, and until it may go on (SJGS 14(2), 21)', () => {
    const c = taken('stop-drug-business');
    c.must(publish('2026-01-12', { publishedUntil: '2026-07-31' }));
    expect(c.tell(over('2027-01-12'))).toMatchObject({
      details: ['measure-published-long-enough', 'from: 2027-01-13T00:00:00+08:00'],
    });
    expect(c.answer(over('2027-01-13'))).toBe('ok');
  });
});
