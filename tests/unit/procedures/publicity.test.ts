// 曝光典型案例：去标识化、另一人复核、公布；所公布的处罚被撤销的，三个工作日内撤回并公开说明理由；尚未公布的，不再公布。
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, COURT, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { MARKET } from '../../support/referral-story.ts';
import { BUREAU, OFFICE, papers } from '../../support/transfer-story.ts';

const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const expose = (day: string) => [
  by(BUREAU, day, 'propose-exposure', { subjects: ['s1'] }, { procedure: 'publicity' }),
  {
    ...by(BUREAU, `${day}T11:00:00+08:00`, 'anonymise-draft', {}, { paper: 'exposure-draft' }),
    as: `${BUREAU}/o-1`,
  },
  by(BUREAU, `${day}T12:00:00+08:00`, 'approve-exposure'),
];
const published = () => {
  const c = bureau.served();
  c.must(...expose('2024-04-10'), by(BUREAU, '2024-04-11', 'publish-exposure'));
  return c;
};
const changed = (day: string) => by(BUREAU, day, 'note-change', { papers: papers('remedy-decision') });
const publish = (day: string) => by(BUREAU, day, 'publish-exposure');
const stateOf = (c: CaseDriver) => c.proceeding('publicity').state;
const annulled = (day: string) => by(BUREAU, day, 'note-annulment', { papers: papers('remedy-decision') });

describe('曝光的处罚被撤销', () => {
  it('whoever published it withdraws it within three working days, told or not (CF 48(2))', () => {
    const c = published();
    expect(c.clock('pub-withdraw')).toBeUndefined();
    c.must(annulled('2024-05-13'));
    expect(c.clock('pub-withdraw')).toMatchObject({
      obliged: BUREAU,
      times: { latestDueAt: '2024-05-17T00:00:00+08:00' },
    });
    expect(c.answer(by(BUREAU, '2024-05-14', 'end-exposure'))).toBe('GUARD_REFUSED');
    c.must(reasoned(BUREAU, '2024-05-15', 'withdraw-exposure', {}, { paper: 'withdrawal-statement' }));
    expect(c.clock('pub-withdraw')?.outcome).toBe('met');
  });

  it('what is not published yet has nothing to withdraw', () => {
    const c = bureau.served();
    c.must(...expose('2024-04-10'), annulled('2024-05-13'));
    expect(c.clock('pub-withdraw')).toBeUndefined();
  });
});

describe('批准后、公布前处罚被撤销、变更', () => {
  const approved = (...more: ReturnType<typeof by>[]): CaseDriver => {
    const c = bureau.served();
    c.must(...expose('2024-04-10'), ...more);
    return c;
  };

  it('is not published, and says what to do with the draft', () => {
    const c = approved(annulled('2024-05-13'));
    expect(c.tell(publish('2024-05-14'))).toMatchObject({ code: 'PENALTY_ANNULLED' });
    expect(stateOf(c)).toBe('approved');
  });

  it('is refused with a reason once approved', () => {
    const c = approved(annulled('2024-05-13'));
    expect(c.answer(by(BUREAU, '2024-05-14', 'refuse-exposure'))).toBe('REASON_REQUIRED');
    c.must(reasoned(BUREAU, '2024-05-14', 'refuse-exposure'));
    expect(stateOf(c)).toBe('refused');
  });

  it('tells the changed penalty only as it was drafted and approved anew', () => {
    const c = approved(changed('2024-05-13'));
    expect(c.tell(publish('2024-05-14'))).toMatchObject({ code: 'PENALTY_CHANGED_SINCE' });
    c.must(reasoned(BUREAU, '2024-05-14', 'return-draft'));
    c.must(...expose('2024-05-15').slice(1), publish('2024-05-16'));
    expect(stateOf(c)).toBe('published');
    expect(c.clock('pub-withdraw')).toBeUndefined();
  });

  it('is not approved as it was drafted before the change', () => {
    const c = bureau.served();
    c.must(...expose('2024-04-10').slice(0, 2), changed('2024-05-13'));
    expect(c.answer(by(BUREAU, '2024-05-14', 'approve-exposure'))).toBe('PENALTY_CHANGED_SINCE');
  });
});

describe('处罚撤销、变更之后提出的曝光', () => {
  const propose = (who: string, day: string) =>
    by(who, day, 'propose-exposure', { subjects: ['s1'] }, { procedure: 'publicity' });

  it('is not proposed of a penalty that was annulled, nor by whoever published others’ cases', () => {
    const c = bureau.served();
    c.must(by(BUREAU, '2024-04-10', 'admit-departments', { to: [OFFICE, COURT] }), annulled('2024-05-13'));
    expect(c.answer(propose(BUREAU, '2024-05-14'))).toBe('PENALTY_ANNULLED');
    expect(c.answer(propose(OFFICE, '2024-05-14'))).toBe('PENALTY_ANNULLED');
    // A court publishes what it judged itself.
    expect(c.answer(propose(COURT, '2024-05-14'))).toBe('ok');
  });

  it('is proposed while another penalty of the same party stands', () => {
    const c = bureau.served();
    const market = penaltyStory(MARKET, 'market-penalty');
    const on = (told: Told): Told => ({ ...told, proceeding: 'p2' });
    const { newSubjects: _, ...filing } = market.file('2024-04-10').body ?? {};
    c.must(
      by(BUREAU, '2024-04-10', 'admit-departments', { to: [MARKET] }),
      { ...market.file('2024-04-10'), body: { ...filing, subjects: ['s1'] } },
      on(market.conclude('2024-04-11')),
      on(market.notify('2024-04-12')),
      on(market.told('2024-05-06', 'decide-without-fine', {}, 'penalty-decision')),
      { ...annulled('2024-05-13'), proceeding: 'p1' },
    );
    expect(c.answer(propose(BUREAU, '2024-05-14'))).toBe('ok');
  });

  it('tells the changed penalty, is published and taken down at its end', () => {
    const c = bureau.served();
    c.must(changed('2024-05-13'), ...expose('2024-05-15'), publish('2024-05-16'));
    c.must(by(BUREAU, '2024-08-16', 'end-exposure'));
    expect(stateOf(c)).toBe('ended');
  });

  it('is taken down in silence no more where the penalty was changed once again after it was drafted', () => {
    const c = bureau.served();
    c.must(changed('2024-05-13'), ...expose('2024-05-15'), publish('2024-05-16'), changed('2024-06-03'));
    expect(c.answer(by(BUREAU, '2024-06-04', 'end-exposure'))).toBe('GUARD_REFUSED');
    expect(c.clock('pub-withdraw')?.status).toBe('running');
  });
});
