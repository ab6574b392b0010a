// The fine beside the criminal case, which no published case shows: one that came first is set off and none is added; one that came too
// late is refused while the licence is dealt with all the same. Calendar of 2024. Written before it was played.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, COURT, reasoned } from '../../support/criminal-story.ts';
import { reviewed } from '../../support/measure-story.ts';
import { HEALTH } from '../../support/referral-story.ts';
import { limitsOf, timelineOf } from '../../support/timeline.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };
const county = () => caseDriver(registerWith([...COUNTY, ...ABOVE]));
const notified: Told[] = [
  by(
    BUREAU,
    '2024-03-04',
    'file-penalty',
    { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
    { procedure: 'insurance-penalty', paper: 'case-filing-form' },
  ),
  by(BUREAU, '2024-03-11', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
  by(BUREAU, '2024-03-12', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
];
const decide = (day: string, command = 'decide-fine'): Told =>
  by(BUREAU, day, command, {}, { paper: 'penalty-decision', proceeding: 'p1' });
const handedOver: Told[] = [
  by(BUREAU, '2024-04-22T09:00:00+08:00', 'find-crime', TWO),
  steps.report('2024-04-22T10:00:00+08:00'),
  steps.approve('2024-04-22T11:00:00+08:00'),
  steps.handOver('2024-04-22T12:00:00+08:00'),
];
const filed: Told[] = [
  steps.sign('2024-04-22T15:00:00+08:00'),
  steps.review('2024-04-22T16:00:00+08:00'),
  steps.file('2024-04-24T10:00:00+08:00'),
  by(BUREAU, '2024-04-25', 'declare-no-property'),
];

describe('罚款折抵罚金', () => {
  const played = (): CaseDriver => {
    const c = county();
    c.must(
      ...notified,
      decide('2024-03-20'),
      by(BUREAU, '2024-03-21', 'serve-decision', {}, { paper: 'service-return' }),
      by(BUREAU, '2024-04-01', 'note-payment', {}, { with: ['amountFen'] }),
      ...handedOver,
      ...filed,
      by(
        POLICE,
        '2024-06-17',
        'send-for-prosecution',
        { subjects: ['s1'] },
        { paper: 'prosecution-opinion', proceeding: 'p2' },
      ),
      by(PROCURATORATE, '2024-06-18', 'accept-for-review'),
      by(PROCURATORATE, '2024-07-08', 'prosecute', {}, { paper: 'indictment' }),
      by(COURT, '2024-07-10', 'accept-for-trial'),
      by(COURT, '2024-08-26', 'judge-with-fine', {}, { paper: 'judgment' }),
      by(COURT, '2024-08-28', 'serve-judgment', { fields: { servedOn: '2024-08-28' } }),
    );
    return c;
  };

  it('is set off against the criminal fine once the judgment is in effect, and the court hears of it', () => {
    const c = played();
    const setOff = (day: string): Told => by(BUREAU, day, 'set-off-fine');
    expect(c.tell(setOff('2024-09-02'))).toMatchObject({ details: ['fined-by-a-court'] });
    // Nor is a paper taken for a judgment in effect that the bus holds as open to appeal.
    const noted = by(
      BUREAU,
      '2024-09-02',
      'note-criminal-fine',
      { subjects: ['s1'] },
      { paper: 'effective-judgment', proceeding: 'p1' },
    );
    expect(c.tell(noted)).toMatchObject({ code: 'JUDGMENT_NOT_IN_EFFECT' });
    // Served on 28 August: ten days end on Saturday 7 September, hence on Monday 9 September (XS 230, 105).
    expect(limitsOf(c, 'pro-appeal')).toEqual(['pro-appeal s1 2024-09-10T00:00 running']);
    expect(c.tell(by(COURT, '2024-09-09', 'confirm-effect'))).toMatchObject({
      details: ['appeal-days-have-passed', 'from: 2024-09-10T00:00:00+08:00'],
    });
    c.must(
      by(COURT, '2024-09-10', 'confirm-effect'),
      by(COURT, '2024-09-11', 'send-effective-judgment', {}, { paper: 'effective-judgment' }),
    );
    expect(c.must(setOff('2024-09-12'))).toContainEqual(expect.objectContaining({ copies: [COURT] }));
    expect(timelineOf(c).slice(3)).toEqual([
      '2024-03-20 medical-insurance 作出处罚决定（含罚款） → 已决定罚款，待送达',
      '2024-03-21 medical-insurance 送达处罚决定书 → 已送达，待缴纳罚款',
      '2024-04-01 medical-insurance 登记缴清罚款 → 已履行，待结案',
      '2024-04-22 medical-insurance 发现涉嫌犯罪，启动移送 → 已履行，待结案',
      '2024-04-22 medical-insurance 发现涉嫌犯罪，指定办案人员 → 已成立专案组',
      '2024-04-22 medical-insurance 提交移送报告 → 待正职审批',
      '2024-04-22 medical-insurance 批准移送 → 待移交',
      '2024-04-22 medical-insurance 移交公安机关 → 已送达，待签收',
      '2024-04-22 public-security 签收回执 → 已接受',
      '2024-04-22 public-security 开始立案审查 → 立案审查中',
      '2024-04-24 public-security 决定立案 → 已立案',
      '2024-04-25 medical-insurance 声明无涉案物品 → 刑事侦查中',
      '2024-06-17 public-security 移送审查起诉 → 已移送审查起诉',
      '2024-06-17 public-security 移送审查起诉 → 已移送起诉，待受理',
      '2024-06-18 procuratorate 受理审查起诉 → 审查起诉中',
      '2024-07-08 procuratorate 提起公诉 → 已提起公诉，待受理',
      '2024-07-10 court 受理公诉案件 → 第一审审理中',
      '2024-08-26 court 第一审判决（并处或者单处罚金、没收财产） → 第一审已判决，未生效',
      '2024-08-28 court 送达判决书 → 第一审已判决，未生效',
      '2024-09-10 court 判决生效 → 裁判已生效（判处罚金）',
      '2024-09-11 court 通报结果和生效文书 → 裁判已生效（判处罚金）',
      '2024-09-12 medical-insurance 罚款折抵罚金 → 已履行，待结案',
    ]);
  });

  it('after the criminal fine no organ adds one, while what is no fine is decided all the same (O310 11(3))', () => {
    const c = played();
    c.must(
      by(COURT, '2024-09-10', 'confirm-effect'),
      by(BUREAU, '2024-09-12', 'admit-departments', { to: [HEALTH] }),
      by(
        HEALTH,
        '2024-09-16',
        'file-penalty',
        { ...TWO, subjects: ['s1'] },
        { procedure: 'health-penalty', paper: 'case-filing-form' },
      ),
      by(HEALTH, '2024-09-23', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
      by(HEALTH, '2024-09-24', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
    );
    const decideAs = (command: string): Told =>
      by(HEALTH, '2024-10-08', command, {}, { paper: 'penalty-decision' });
    expect(c.answer(decideAs('decide-fine'))).toBe('CRIMINAL_FINE_IMPOSED');
    expect(c.answer(decideAs('decide-without-fine'))).toBe('ok');
  });
});

describe('移送后拒绝罚款，许可措施照常', () => {
  const played = (): CaseDriver => {
    const c = county();
    c.must(
      ...notified,
      by(
        BUREAU,
        '2024-04-15',
        'request-measure',
        { to: [HEALTH], subjects: ['s1'], fields: { requestedMeasure: ['stop-business'] } },
        { procedure: 'practice-licence', paper: 'measure-request-letter' },
      ),
      by(HEALTH, '2024-04-16', 'receive-request'),
      by(HEALTH, '2024-04-17', 'accept-request', TWO),
      by(HEALTH, '2024-04-18', 'inform-party', {}, { paper: 'rights-notice' }),
      ...handedOver,
      by(HEALTH, '2024-04-29', 'record-statement'),
      ...reviewed(HEALTH, '2024-04-30'),
    );
    return c;
  };
  const stop = by(HEALTH, '2024-05-06', 'stop-business', {
    papers: papers('measure-decision'),
  });

  it('no fine of any organ is decided from the hand-over on; business is stopped, and stays so', () => {
    const c = played();
    expect(c.answer(decide('2024-05-06'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(
      stop,
      by(HEALTH, '2024-05-07', 'serve-decision'),
      by(HEALTH, '2024-05-08', 'carry-out-measure'),
      decide('2024-05-09', 'decide-without-fine'),
    );
    expect(c.proceeding('practice-licence').state).toBe('carried-out');
    expect(timelineOf(c).slice(-7)).toEqual([
      '2024-04-29 health 听取陈述、申辩，当事人放弃听证 → 已听取意见，待决定',
      '2024-04-30 health 送法制审核 → 法制审核中',
      '2024-04-30 health 法制审核通过 → 法制审核通过，待决定',
      '2024-05-06 health 责令停业整顿 → 已决定，待送达',
      '2024-05-07 health 送达决定 → 已送达，待执行',
      '2024-05-08 health 执行并登记 → 已执行，待反馈',
      '2024-05-09 medical-insurance 作出处罚决定（不含罚款） → 已决定处罚，待送达',
    ]);
  });

  it('from the approval on, not from the signature: a hand-over taken back leaves the transfer decided (CF 57(1)4)', () => {
    const c = played();
    expect(c.answer(decide('2024-05-06'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(by(BUREAU, '2024-05-06T11:00:00+08:00', 'take-back-transfer'));
    expect(c.answer(decide('2024-05-07'))).toBe('CRIMINAL_SIDE_OPEN');
  });

  it('until the criminal side has ended: a case that the police withdrew may be fined', () => {
    const c = played();
    c.must(...filed.map((told) => ({ ...told, at: told.at.replace('2024-04-2', '2024-05-1') })));
    expect(c.answer(decide('2024-06-03'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(reasoned(POLICE, '2024-06-04', 'withdraw-case'));
    expect(c.answer(decide('2024-06-05'))).toBe('ok');
  });
});
