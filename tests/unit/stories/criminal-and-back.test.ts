// Two courses that no published case shows: the police do not file and the organ asks them to reconsider; the procuratorate returns a
// case twice for more evidence and does not prosecute. Each comes back to the bureau as a case of its own. Written before it was played.
import { describe, expect, it } from 'vitest';
import { caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { limitsOf, timelineOf } from '../../support/timeline.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };
const county = () => caseDriver(registerWith([...COUNTY, ...ABOVE]));

describe('不予立案后复议', () => {
  /** March 2024: the 9th and 10th are a weekend. */
  const played = () => {
    const c = county();
    c.must(
      by(
        BUREAU,
        '2024-02-26',
        'file-penalty',
        { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
        { procedure: 'insurance-penalty', paper: 'case-filing-form' },
      ),
      by(BUREAU, '2024-03-04T09:00:00+08:00', 'find-crime', TWO),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
      by(BUREAU, '2024-03-05T10:30:00+08:00', 'terminate-on-hand-over'),
      steps.sign('2024-03-05T11:00:00+08:00'),
      steps.review('2024-03-05T14:00:00+08:00'),
      steps.refuse('2024-03-06T10:00:00+08:00'),
      steps.reconsider('2024-03-07T10:00:00+08:00'),
      steps.uphold('2024-03-12T10:00:00+08:00'),
      by(BUREAU, '2024-03-14', 'accept-non-filing'),
      by(
        BUREAU,
        '2024-03-20',
        'file-penalty',
        { ...TWO, subjects: ['s1'] },
        { paper: 'case-filing-form', proceeding: 'p3' },
      ),
    );
    return c;
  };

  it('goes from the bureau to the police and back, and begins there afresh', () => {
    expect(timelineOf(played())).toEqual([
      '2024-02-26 medical-insurance 行政立案 → 调查中',
      '2024-03-04 medical-insurance 发现涉嫌犯罪，启动移送 → 调查中',
      '2024-03-04 medical-insurance 发现涉嫌犯罪，指定办案人员 → 已成立专案组',
      '2024-03-04 medical-insurance 提交移送报告 → 待正职审批',
      '2024-03-05 medical-insurance 批准移送 → 待移交',
      '2024-03-05 medical-insurance 移交公安机关 → 已送达，待签收',
      '2024-03-05 medical-insurance 移送司法机关，终止案件调查 → 已终止调查，待结案',
      '2024-03-05 public-security 签收回执 → 已接受',
      '2024-03-05 public-security 开始立案审查 → 立案审查中',
      '2024-03-06 public-security 决定不予立案 → 不予立案',
      '2024-03-07 medical-insurance 提请复议 → 复议中',
      '2024-03-12 public-security 复议维持不予立案 → 复议维持不予立案',
      '2024-03-14 medical-insurance 接受不予立案 → 退回行政处理',
      '2024-03-14 medical-insurance 收到线索，开始核查 → 线索核查中',
      '2024-03-20 medical-insurance 行政立案 → 调查中',
    ]);
  });

  it('in the three days of O310 each time, read in working days at the latest, and of N4 14 at the end', () => {
    const LIMITS = [
      'pen-decision',
      'fwd-head-decision',
      'fwd-handover',
      'fwd-filing-review',
      'fwd-reconsider-request',
      'fwd-reconsider-decision',
      'fwd-supervision-request',
      'clue-verify',
    ];
    expect(limitsOf(played(), ...LIMITS)).toEqual([
      // Decided by the hand-over within the ninety days of the first filing: 26 May is a Sunday.
      'pen-decision medical-insurance 2024-05-28T00:00 met',
      'fwd-head-decision medical-insurance 2024-03-08T00:00 met',
      'fwd-handover medical-insurance 2024-03-06T09:00 met',
      'fwd-filing-review public-security 2024-03-09T00:00 met',
      // Received on 6 March: three working days end on Monday 11 March.
      'fwd-reconsider-request medical-insurance 2024-03-12T00:00 met',
      // Asked for on 7 March: three working days (GA133 28) are 8, 11 and 12 March.
      'fwd-reconsider-decision public-security 2024-03-13T00:00 met',
      // Told on 12 March: 13, 14, 15 March. Supervision is not asked for.
      'fwd-supervision-request medical-insurance 2024-03-16T00:00 moot',
      // Given back on 14 March: the fifteenth working day is Sunday 7 April, worked for Qingming.
      'clue-verify medical-insurance 2024-04-08T00:00 met',
      // Ninety days of the second filing: 18 June, in the 古尔邦节 of Xinjiang (17 to 19 June), hence 20 June.
      'pen-decision medical-insurance 2024-06-21T00:00 running',
    ]);
  });
});

describe('二次退回补充侦查', () => {
  const again = (day: string, reason: string) =>
    reasoned(
      PROCURATORATE,
      day,
      'return-for-supplement',
      { reasonCode: reason },
      { paper: 'supplement-decision' },
    );
  const played = () => {
    const c = county();
    c.must(
      by(
        POLICE,
        '2025-02-20',
        'report-investigation',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        { procedure: 'criminal-process' },
      ),
      by(POLICE, '2025-03-03', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }),
      by(PROCURATORATE, '2025-03-04', 'accept-for-review'),
      again('2025-03-24', 'evidence'),
      by(POLICE, '2025-04-22', 'send-again-after-supplement'),
      again('2025-05-12', 'evidence'),
      by(POLICE, '2025-06-10', 'send-again-after-supplement'),
    );
    expect(c.tell(again('2025-06-20', 'evidence'))).toMatchObject({ details: ['returned-less-than-twice'] });
    c.must(
      reasoned(
        PROCURATORATE,
        '2025-07-01',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'insufficient-evidence' } },
        { paper: 'non-prosecution-decision' },
      ),
      by(PROCURATORATE, '2025-07-03', 'refer-for-penalty-review'),
      by(
        PROCURATORATE,
        '2025-07-15',
        'issue-penalty-opinion',
        { to: [BUREAU], fields: { replyBy: '2025-10-15' } },
        { paper: 'procuratorial-opinion' },
      ),
      by(BUREAU, '2025-07-16', 'sign-for-referral'),
      by(BUREAU, '2025-07-17', 'accept-referral'),
      by(BUREAU, '2025-07-25', 'open-administrative-case', TWO),
      by(BUREAU, '2025-08-11', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
      by(BUREAU, '2025-08-12', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
      by(BUREAU, '2025-08-25', 'decide-fine', {}, { paper: 'penalty-decision' }),
      by(
        BUREAU,
        '2025-09-01',
        'reply-with-result',
        { fields: { result: 'penalised' } },
        { paper: 'opinion-reply' },
      ),
      by(PROCURATORATE, '2025-09-03', 'close-referral'),
    );
    return c;
  };

  it('is returned twice and no third time, not prosecuted, and penalised by the bureau on the opinion of the procuratorate', () => {
    const c = played();
    expect(timelineOf(c)).toEqual([
      '2025-02-20 public-security 通报立案侦查 → 侦查中',
      '2025-03-03 public-security 移送审查起诉 → 已移送起诉，待受理',
      '2025-03-04 procuratorate 受理审查起诉 → 审查起诉中',
      '2025-03-24 procuratorate 退回补充侦查（补充调查） → 补充侦查（补充调查）中',
      '2025-04-22 public-security 补充侦查完毕，重新移送起诉 → 审查起诉中',
      '2025-05-12 procuratorate 退回补充侦查（补充调查） → 补充侦查（补充调查）中',
      '2025-06-10 public-security 补充侦查完毕，重新移送起诉 → 审查起诉中',
      '2025-07-01 procuratorate 决定不起诉 → 已不起诉',
      '2025-07-03 procuratorate 移送行政检察部门审查是否需要行政处罚 → 已不起诉',
      '2025-07-03 procuratorate 登记反向衔接审查 → 反向衔接审查中',
      '2025-07-15 procuratorate 提出给予行政处罚的检察意见 → 检察意见已送达，待签收',
      '2025-07-16 medical-insurance 签收 → 已签收，待受理',
      '2025-07-17 medical-insurance 受理 → 已受理，核查中',
      '2025-07-25 medical-insurance 行政立案 → 已行政立案',
      '2025-07-25 medical-insurance 行政立案 → 调查中',
      '2025-08-11 medical-insurance 案件调查终结 → 调查终结',
      '2025-08-12 medical-insurance 告知拟处罚内容和陈述、申辩、听证权利 → 已告知，听取陈述申辩',
      '2025-08-25 medical-insurance 作出处罚决定（含罚款） → 已决定罚款，待送达',
      '2025-09-01 medical-insurance 书面回复处理结果 → 已回复结果',
      '2025-09-03 procuratorate 办结 → 已办结',
    ]);
    // It stays the matter of one person all the way.
    expect(Object.values(c.state.proceedings).map(({ subject }) => subject)).toEqual(['s1', 's1', 's1']);
  });

  it('has a month for each review and each supplement (XS 172, 175), ten working days for the opinion, its own day for the reply', () => {
    expect(
      limitsOf(
        played(),
        'pro-review',
        'pro-supplement',
        'rev-internal-transfer',
        'rev-review',
        'rev-organ-reply',
        'clue-verify',
      ),
    ).toEqual([
      // A month of receiving the case on 3 March.
      'pro-review procuratorate 2025-04-04T00:00 moot',
      'pro-supplement public-security 2025-04-25T00:00 met',
      'pro-review procuratorate 2025-05-23T00:00 moot',
      'pro-supplement public-security 2025-06-13T00:00 met',
      'pro-review procuratorate 2025-07-11T00:00 met',
      'rev-internal-transfer procuratorate 2025-07-05T00:00 met',
      'rev-review procuratorate 2025-07-18T00:00 met',
      'rev-organ-reply medical-insurance 2025-10-16T00:00 met',
      // Fifteen working days of receipt: 5 August.
      'clue-verify medical-insurance 2025-08-06T00:00 met',
    ]);
  });
});

describe('公安立案后撤案', () => {
  it('the case handed back for administrative liability is a case of its own beside the terminated one (O310 13, GA127 189)', () => {
    const c = county();
    c.must(
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
      steps.sign('2024-03-05T11:00:00+08:00'),
      steps.review('2024-03-05T14:00:00+08:00'),
      steps.file('2024-03-06T10:00:00+08:00'),
      by(BUREAU, '2024-03-07', 'declare-no-property'),
      reasoned(POLICE, '2024-05-06', 'withdraw-case', { fields: { adminLiability: true } }),
      reasoned(POLICE, '2024-05-07', 'return-for-admin-liability'),
      by(POLICE, '2024-05-08', 'notify-withdrawal', {}, { paper: 'case-withdrawal-decision' }),
      by(BUREAU, '2024-05-09', 'sign-for-referral'),
      by(BUREAU, '2024-05-10', 'accept-referral'),
      by(BUREAU, '2024-05-20', 'open-administrative-case', TWO),
    );
    expect(timelineOf(c).slice(8)).toEqual([
      '2024-05-06 public-security 撤销案件 → 已撤案，待告知',
      '2024-05-07 public-security 移送追究行政责任 → 已撤案，待告知',
      '2024-05-07 public-security 公安机关移送追究行政责任 → 已移送行政机关，待签收',
      '2024-05-08 public-security 告知撤案并退还材料 → 退回行政处理',
      '2024-05-09 medical-insurance 签收 → 已签收，待受理',
      '2024-05-10 medical-insurance 受理 → 已受理，核查中',
      '2024-05-20 medical-insurance 行政立案 → 已行政立案',
      '2024-05-20 medical-insurance 行政立案 → 调查中',
    ]);
    expect(c.answer(by(BUREAU, '2024-05-21', 'decide-fine', { papers: papers('penalty-decision') }))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
  });
});
