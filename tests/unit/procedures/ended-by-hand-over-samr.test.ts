// To hand a matter over to the police is one of the decisions that end a case of market or drug regulation (SAMR2 60(1)5, 64(1), 77(1)4).
// Of health the Penalties Law alone says nothing of the kind.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { HEALTH, MARKET } from '../../support/referral-story.ts';
import { POLICE, steps } from '../../support/transfer-story.ts';

const DRUG = '653023/drug-regulation';
const inP = <T extends object>(proceeding: string, told: T): T => ({ ...told, proceeding });
/** Filed on 4 March 2024, handed over on 3 April. */
const handedOver = (organ: string, procedure: string): CaseDriver => {
  const as = (told: Told): Told => inP('p2', { ...told, as: `${organ}/${told.as.split('/').at(-1)}` });
  return penaltyStory(organ, procedure).begun(
    by(organ, '2024-04-02T15:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
    as(steps.report('2024-04-02T16:00:00+08:00')),
    as(steps.approve('2024-04-03T09:00:00+08:00')),
    as(steps.handOver('2024-04-03T10:00:00+08:00')),
  );
};

describe('市场、药品监管案件移送司法机关', () => {
  describe.each([
    [MARKET, 'market-penalty'],
    [DRUG, 'drug-penalty'],
  ])('%s', (organ, procedure) => {
    it('the hand-over is the decision of the ninety days; taken back, they go on', () => {
      const c = handedOver(organ, procedure);
      expect(c.clock('smr-decision')?.outcome).toBe('met');
      c.must(inP('p2', by(organ, '2024-04-03T12:00:00+08:00', 'take-back-transfer')));
      expect([c.clock('smr-decision')?.status, dueOf(c, 'smr-decision')]).toEqual(['running', '2024-06-04']);
    });

    it('what comes back is a lead of its own, and the case that ended is decided no otherwise', () => {
      const c = handedOver(organ, procedure);
      c.must(
        inP('p2', steps.sign('2024-04-03T11:00:00+08:00')),
        inP('p2', steps.review('2024-04-03T12:00:00+08:00')),
        inP('p2', steps.refuse('2024-04-05T10:00:00+08:00')),
        inP('p2', by(organ, '2024-04-06T10:00:00+08:00', 'accept-non-filing')),
      );
      expect(c.clock('smr-verify')).toMatchObject({ proceeding: 'p3', status: 'running' });
      c.onRecord();
      const none = reasoned(
        organ,
        '2024-04-12',
        'decide-no-penalty',
        { fields: { noPenaltyGround: 'not-established' } },
        { paper: 'no-penalty-decision' },
      );
      expect(c.tell(inP('p1', none))).toMatchObject({ code: 'ENDED_BY_HAND_OVER' });
      // 77(1)4: once it is said to have ended, it is closed in fifteen working days.
      c.must(inP('p1', by(organ, '2024-04-12', 'terminate-on-hand-over')));
      expect(c.clock('smr-close')?.status).toBe('running');
    });
  });

  it('of health the ninety days run on, and a receipt that is refused changes nothing', () => {
    const c = handedOver(HEALTH, 'health-penalty');
    c.must(inP('p2', reasoned(POLICE, '2024-04-04T09:00:00+08:00', 'refuse-receipt')));
    expect(c.clock('cfp-decision')?.status).toBe('running');
  });
});
