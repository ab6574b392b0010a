// A hearing and an appraisal at once, which no published case shows: each stops the ninety days (N4 45(4)), and the days on which both
// go on are left out once. Calendar of 2024. Written before it was played.
import { expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { timelineOf } from '../../support/timeline.ts';
import { BUREAU } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };
const decide = (day: string): Told => by(BUREAU, day, 'decide-fine', {}, { paper: 'penalty-decision' });
/** Filed on 4 March: ninety days end on Sunday 2 June. Told on 2 April; the hearing is asked for on 8 April. */
const heard = (): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(
    by(
      BUREAU,
      '2024-03-04',
      'file-penalty',
      { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
      { procedure: 'insurance-penalty', paper: 'case-filing-form' },
    ),
    by(BUREAU, '2024-04-01', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
    by(
      BUREAU,
      '2024-04-02',
      'give-penalty-notice',
      { fields: { hearingDue: true } },
      { paper: 'penalty-notice' },
    ),
    by(BUREAU, '2024-04-08', 'request-hearing'),
    by(BUREAU, '2024-04-09', 'set-hearing', { fields: { hearingDate: '2024-04-26' } }),
    by(BUREAU, '2024-04-12', 'serve-hearing-notice', {}, { paper: 'hearing-notice' }),
    by(BUREAU, '2024-04-15', 'begin-appraisal'),
    by(BUREAU, '2024-04-26', 'end-hearing', { fields: { hearingOutcome: 'held' } }),
  );
  return c;
};

it('听证与鉴定并行: the days run on only once both are over, and those on which both went on are left out once', () => {
  const c = heard();
  expect(c.clock('pen-decision')?.status).toBe('paused');
  expect(c.tell(decide('2024-04-28'))).toMatchObject({ details: ['appraisal-over'] });
  c.must(by(BUREAU, '2024-05-06', 'end-appraisal'));
  // 8 April to 6 May are twenty-nine days: 2 June and twenty-nine are Monday 1 July.
  expect(c.clock('pen-decision')).toMatchObject({
    status: 'running',
    times: { latestDueAt: '2024-07-02T00:00:00+08:00' },
  });
  c.must(
    by(BUREAU, '2024-05-07', 'submit-to-legal-review'),
    by(
      BUREAU,
      '2024-05-07T15:00:00+08:00',
      'pass-legal-review',
      {},
      { paper: 'legal-review-opinion', officer: 'o-3' },
    ),
    decide('2024-05-08'),
  );
  expect(c.clock('pen-decision')?.outcome).toBe('met');
  expect(timelineOf(c)).toEqual([
    '2024-03-04 medical-insurance 行政立案 → 调查中',
    '2024-04-01 medical-insurance 案件调查终结 → 调查终结',
    '2024-04-02 medical-insurance 告知拟处罚内容和陈述、申辩、听证权利 → 已告知，听取陈述申辩',
    '2024-04-08 medical-insurance 登记当事人要求听证 → 待听证',
    '2024-04-09 medical-insurance 确定听证日期 → 待听证',
    '2024-04-12 medical-insurance 送达听证通知书 → 待听证',
    '2024-04-15 medical-insurance 委托检测检验、鉴定 → 待听证',
    '2024-04-26 medical-insurance 听证结束 → 已告知，听取陈述申辩',
    '2024-05-06 medical-insurance 收到检测检验、鉴定结论 → 已告知，听取陈述申辩',
    '2024-05-07 medical-insurance 送法制审核 → 法制审核中',
    '2024-05-07 medical-insurance 法制审核通过 → 已告知，听取陈述申辩',
    '2024-05-08 medical-insurance 作出处罚决定（含罚款） → 已决定罚款，待送达',
  ]);
});

it('an appraisal that ends before the hearing starts nothing anew', () => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(
    by(BUREAU, '2024-03-04', 'file-penalty', TWO, {
      procedure: 'insurance-penalty',
      paper: 'case-filing-form',
    }),
    by(BUREAU, '2024-04-01', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
    by(
      BUREAU,
      '2024-04-02',
      'give-penalty-notice',
      { fields: { hearingDue: true } },
      { paper: 'penalty-notice' },
    ),
    by(BUREAU, '2024-04-08', 'request-hearing'),
    by(BUREAU, '2024-04-15', 'begin-appraisal'),
    by(BUREAU, '2024-04-22', 'end-appraisal'),
  );
  expect(c.clock('pen-decision')?.status).toBe('paused');
});
