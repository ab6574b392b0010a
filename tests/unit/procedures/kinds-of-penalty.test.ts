// Which kinds of penalty an organ may impose (CF 9, 17; O735 38, 40; YP 139): the bureau revokes nothing and closes nobody, only it stops
// the services the fund pays for, and whoever revokes a licence has issued it.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { penaltyStory } from '../../support/penalty-story.ts';

const bureau = penaltyStory('653023/medical-insurance', 'insurance-penalty');
const market = penaltyStory('653023/market-regulation', 'market-penalty');
const health = penaltyStory('653023/health', 'health-penalty');
const drug = penaltyStory('653023/drug-regulation', 'drug-penalty');

const notice = (kind: string, more: OpenBody['fields'] = {}) => ({
  penaltyKinds: [kind],
  hearingDue: true as const,
  ...more,
});
const told = (own: typeof bureau, kind: string, more: OpenBody['fields'] = {}): string =>
  own.begun(own.conclude('2024-04-01')).answer(own.notify('2024-04-02', notice(kind, more)));

describe('处罚种类', () => {
  it.each(['licence-suspended', 'licence-revoked', 'business-stopped'])(
    'no bureau imposes %s, which is for the owner of the licence (O735 40)',
    (kind) => {
      expect(told(bureau, kind)).toBe('KIND_NOT_ITS_OWN');
    },
  );

  it.each([
    ['services-stopped', bureau, 'MONTHS_NOT_SAID'],
    ['settlement-stopped', bureau, 'MONTHS_NOT_SAID'],
    ['settlement-stopped', market, 'KIND_NOT_ITS_OWN'],
    ['services-stopped', market, 'KIND_NOT_ITS_OWN'],
    ['services-stopped', health, 'KIND_NOT_ITS_OWN'],
    ['services-stopped', drug, 'KIND_NOT_ITS_OWN'],
    ['business-stopped', market, 'ok'],
    ['business-stopped', health, 'ok'],
    ['licence-suspended', drug, 'ok'],
  ] as const)('%s is announced by whom a law gives it: %#', (kind, own, answer) => {
    expect(told(own, kind)).toBe(answer);
  });

  it.each([
    ['market', market],
    ['health', health],
    ['drug', drug],
  ] as const)('%s regulation revokes where it issued the licence, and says so (YP 139)', (_, own) => {
    expect(told(own, 'licence-revoked')).toBe('REVOKED_BY_THE_ISSUER');
    expect(told(own, 'licence-revoked', { issuedHere: true })).toBe('ok');
  });

  it('nor is one revoked by the decision that the notice did not speak of as issued here', () => {
    const c = market.begun(
      market.conclude('2024-04-01'),
      market.notify('2024-04-02', notice('licence-revoked', { issuedHere: true })),
    );
    const decide = market.told(
      '2024-04-22',
      'decide-without-fine',
      { fields: { penaltyKinds: ['licence-revoked'] } },
      'penalty-decision',
    );
    expect(c.answer(decide)).toBe('ok');
  });

  describe('暂停的期限（O735 38、41）', () => {
    const stopped = (kind: string, field: string, months: number) =>
      bureau.begun(
        bureau.conclude('2024-04-01'),
        bureau.notify('2024-04-02', notice(kind, { [field]: months })),
        bureau.told('2024-04-22', 'decide-without-fine', {}, 'penalty-decision'),
        bureau.serve('2024-04-24'),
      );

    it.each([
      ['services-stopped', 'servicesStoppedMonths', 5, 13],
      ['settlement-stopped', 'settlementStoppedMonths', 2, 13],
    ])('%s is for no fewer and no more months than the law has', (kind, field, ...months) => {
      for (const one of months) expect(told(bureau, kind, { [field]: one })).toBe('FIELD_REFUSED');
    });

    it.each([
      ['services-stopped', 'servicesStoppedMonths', 6, 'pen-services-stopped', '2024-10-25'],
      ['settlement-stopped', 'settlementStoppedMonths', 3, 'pen-settlement-stopped', '2024-07-25'],
    ])(
      '%s ends so many months after the service, and is noted as over then',
      (kind, field, months, limit, end) => {
        const c = stopped(kind, field, months);
        const clocks = Object.values(c.state.clocks).filter((one) => /-stopped$/.test(one.limit));
        expect(clocks.map((one) => [one.limit, one.times.latestDueAt?.slice(0, 10), one.obliged])).toEqual([
          [limit, end, 's1'],
        ]);
        const [year, month, day] = end.split('-').map(Number) as [number, number, number];
        const before = `${year}-${String(month).padStart(2, '0')}-${day - 1}`;
        expect(c.tell(bureau.told(before, 'end-stop'))).toMatchObject({
          details: ['stop-is-over', `from: ${end}T00:00:00+08:00`],
        });
        expect(c.answer(bureau.told(end, 'end-stop'))).toBe('ok');
      },
    );

    it('a warning stops nothing', () => {
      const c = bureau.begun(
        bureau.conclude('2024-04-01'),
        bureau.notify('2024-04-02', notice('warning')),
        bureau.told('2024-04-22', 'decide-without-fine', {}, 'penalty-decision'),
        bureau.serve('2024-04-24'),
      );
      expect(c.clock('pen-services-stopped')).toBeUndefined();
      expect(c.tell(bureau.told('2024-05-06', 'end-stop'))).toMatchObject({
        details: ['something-was-stopped'],
      });
    });

    it('is noted as over once, and not before it began', () => {
      const c = bureau.begun(
        bureau.conclude('2024-04-01'),
        bureau.notify('2024-04-02', notice('settlement-stopped', { settlementStoppedMonths: 3 })),
        bureau.told('2024-04-22', 'decide-without-fine', {}, 'penalty-decision'),
      );
      const over = (day: string) => bureau.told(day, 'end-stop');
      expect(c.answer(over('2024-04-23'))).toBe('NOT_ALLOWED_IN_STATE');
      c.must(bureau.serve('2024-04-24'), over('2024-07-25'));
      expect(c.tell(over('2024-07-26'))).toMatchObject({ details: ['something-was-stopped'] });
    });
  });
});
