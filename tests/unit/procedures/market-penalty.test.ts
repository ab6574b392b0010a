// The life of a penalty case of market regulation, as a clerk would check it against SAMR2 and CF. Calendar of 2024; 10 April is a day
// off of Xinjiang, 4 to 6 April are Qingming, Sunday 7 and 28 April and Saturday 11 May are worked.
import { describe, expect, it } from 'vitest';
import { caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { MARKET } from '../../support/referral-story.ts';
import { timelineOf } from '../../support/timeline.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const story = penaltyStory(MARKET, 'market-penalty');
const { stateOf, told } = story;

describe('市场监管行政处罚', () => {
  it('goes from filing to closing, each step in its days', () => {
    const c = story.served();
    c.must(told('2024-05-06', 'publish-decision'), story.paid('2024-05-13'), story.close('2024-06-03'));
    expect(timelineOf(c)).toEqual([
      '2024-03-04 market-regulation 行政立案 → 调查中',
      '2024-04-01 market-regulation 案件调查终结 → 调查终结',
      '2024-04-02 market-regulation 告知拟处罚内容和陈述、申辩、听证权利 → 已告知，听取陈述申辩',
      '2024-04-08 market-regulation 作出处罚决定（含罚款） → 已决定罚款，待送达',
      '2024-04-09 market-regulation 送达处罚决定书 → 已送达，待缴纳罚款',
      '2024-05-06 market-regulation 公开处罚决定 → 已送达，待缴纳罚款',
      '2024-05-13 market-regulation 登记缴清罚款 → 已履行，待结案',
      '2024-06-03 market-regulation 结案 → 已结案',
    ]);
    // Served in seven, published in twenty, closed in fifteen working days of the payment (SAMR2 81, SJGS 9, SAMR2 77).
    expect([dueOf(c, 'smr-serve'), dueOf(c, 'pub-penalty-samr'), dueOf(c, 'smr-close')]).toEqual([
      '2024-04-19',
      '2024-05-10',
      '2024-06-04',
    ]);
    for (const limit of ['smr-decision', 'smr-serve', 'pub-penalty-samr', 'smr-close'])
      expect(c.clock(limit)?.outcome).toBe('met');
    // Paid after fifteen days: 24 April.
    expect([dueOf(c, 'pen-pay'), c.clock('pen-pay')?.outcome]).toEqual(['2024-04-25', 'breached']);
  });

  it('owes the public no mere warning, but public criticism, and what stands beside a warning', () => {
    const publishing = (...penaltyKinds: string[]) => {
      const c = story.begun(story.conclude('2024-04-01'), story.notify('2024-04-02', { penaltyKinds }));
      c.must(told('2024-04-22', 'decide-without-fine', { fields: { penaltyKinds } }, 'penalty-decision'));
      return c.clock('pub-penalty-samr')?.status;
    };
    expect(publishing('warning')).toBeUndefined();
    expect(publishing('public-criticism')).toBe('running');
    expect(publishing('warning', 'licence-suspended')).toBe('running');
  });

  it('verifies a lead in fifteen working days, thirty where the head approves (SAMR2 18)', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must({ ...told('2024-03-04', 'verify-lead'), procedure: 'market-penalty' });
    expect(dueOf(c, 'smr-verify')).toBe('2024-03-26');
    c.must(
      story.longer('2024-03-20', 'extend-lead-verification', {
        extension: 'smr-verify-extension',
        approver: 'head',
      }),
    );
    // Nineteen in March; then 1 to 3, 7 to 9, 11, 12 and 15 to 17 April.
    expect(dueOf(c, 'smr-verify')).toBe('2024-04-18');
  });

  it('leaves out of the ninety days what SAMR2 64 names, the suspension too', () => {
    const c = story.begun(
      story.longer('2024-03-11', 'suspend-investigation', { papers: papers('suspension-decision') }),
    );
    expect(c.clock('smr-decision')?.status).toBe('paused');
    c.must(told('2024-03-20', 'resume-investigation'));
    // 11 to 20 March are ten days: 12 June.
    expect(dueOf(c, 'smr-decision')).toBe('2024-06-13');
  });

  it('is prolonged by the head to 120 days, then by those in charge as long as they say', () => {
    const c = story.begun();
    const together = story.longer('2024-05-21', 'extend-decision', {
      extension: 'smr-decision-second-extension',
      approver: 'collective',
      extensionTo: 200,
    });
    expect(c.answer(together)).toBe('EXTENSION_NOT_ALLOWED');
    c.must(
      story.longer('2024-05-20', 'extend-decision', {
        extension: 'smr-decision-extension',
        approver: 'head',
      }),
    );
    expect(dueOf(c, 'smr-decision')).toBe('2024-07-03');
    c.must(together);
    // 200 days of 4 March: 20 September.
    expect(dueOf(c, 'smr-decision')).toBe('2024-09-21');
  });

  it('leaves out the days in which what was charged too much is paid back (SAMR2 64(2))', () => {
    const c = story.begun(told('2024-03-11', 'order-price-refund', {}, 'price-refund-notice'));
    expect(c.clock('smr-decision')?.status).toBe('paused');
    expect(c.tell(story.conclude('2024-03-18'))).toMatchObject({ details: ['price-refund-over'] });
    c.must(told('2024-03-25', 'end-price-refund'), story.conclude('2024-04-01'));
    // Ninety days end on 2 June; the 11th to the 25th of March, fifteen days, are added: 17 June, with which the 古尔邦节 of
    // Xinjiang begins: Thursday 20 June.
    expect(dueOf(c, 'smr-decision')).toBe('2024-06-21');
  });

  it('knows no expert review, no stop of settlement and no finding of gravity: those are of medical insurance', () => {
    const c = story.begun();
    for (const command of [
      'begin-expert-review',
      'order-settlement-suspension',
      'find-gravity',
      'order-refund',
    ])
      expect(c.answer(told('2024-03-05', command))).toBe('NOT_YOUR_ROLE');
  });

  it('is reviewed by its legal unit in ten working days where that is owed, by another officer (SAMR2 55)', () => {
    const c = story.begun(
      by(
        MARKET,
        '2024-04-01',
        'conclude-investigation',
        { team: ['o-1', 'o-2'], fields: { legalReviewDue: true } },
        { officer: 'o-1', paper: 'investigation-conclusion' },
      ),
      told('2024-04-08', 'submit-to-legal-review'),
    );
    expect(dueOf(c, 'smr-legal-review')).toBe('2024-04-24');
    const pass = (officer: string) =>
      by(MARKET, '2024-04-15', 'pass-legal-review', {}, { officer, paper: 'legal-review-opinion' });
    expect(c.answer(pass('o-1'))).toBe('SAME_OFFICER');
    c.must(pass('o-3'), story.notify('2024-04-16'), story.fine('2024-04-28'));
    expect(stateOf(c)).toBe('fine-decided');
  });

  it('is imposed by market regulation alone', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    expect(c.answer({ ...story.file(), as: `${BUREAU}/head` })).toBe('NOT_YOUR_ROLE');
  });
});
