// 曝光典型案例：去标识化、另一人复核、公布；所公布的处罚被撤销的，三个工作日内撤回并公开说明理由。
import { describe, expect, it } from 'vitest';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

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
