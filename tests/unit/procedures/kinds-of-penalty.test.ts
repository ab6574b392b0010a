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
    ['services-stopped', bureau, 'ok'],
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
});
