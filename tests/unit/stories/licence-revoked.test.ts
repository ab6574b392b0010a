// A drug licence that is revoked, which no published case shows to its end: the bureau finds the fraud especially serious and asks;
// the county passes it to the organ that issued the licence, which hears the party, decides and carries it out; the result comes back.
// Calendar of 2024. Written before it was played.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { reviewed } from '../../support/measure-story.ts';
import { HEALTH, MARKET } from '../../support/referral-story.ts';
import { limitsOf, timelineOf } from '../../support/timeline.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const ISSUER = '653000/market-regulation';
const DRUG = '653023/drug-regulation';
const CREDIT = '653023/development-reform';
const TWO = { team: ['o-1', 'o-2'] };
const county = (except: readonly string[] = []): CaseDriver =>
  caseDriver(registerWith([...COUNTY, ...ABOVE, ISSUER].filter((one) => !except.includes(one))));

/** A pharmacy, penalised in April. */
const penalised: Told[] = [
  by(
    BUREAU,
    '2024-03-04',
    'file-penalty',
    { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
    { procedure: 'insurance-penalty', paper: 'case-filing-form' },
  ),
  by(BUREAU, '2024-04-01', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
  by(BUREAU, '2024-04-02', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
  by(BUREAU, '2024-04-08', 'decide-fine', {}, { paper: 'penalty-decision' }),
  by(BUREAU, '2024-04-09', 'serve-decision', {}, { paper: 'service-return' }),
];
const found = (measuresAgainst: string[]): Told =>
  by(BUREAU, '2024-04-10', 'find-gravity', {
    fields: {
      findingGrade: 'especially-serious',
      conductEndedOn: '2023-12-31',
      ...(measuresAgainst.length > 0 ? { measuresAgainst } : {}),
    },
  });
const revoke = (who: string, fields: { issuedHere?: true } = {}): Told =>
  by(who, '2024-05-28', 'revoke-drug-licence', {
    papers: papers('measure-decision'),
    fields,
  });

const askedAndHeard = (): CaseDriver => {
  const c = county();
  c.must(
    ...penalised,
    found(['drug-seller']),
    by(MARKET, '2024-04-11', 'receive-request'),
    reasoned(MARKET, '2024-04-12', 'pass-to-issuer', { to: [ISSUER] }),
    by(ISSUER, '2024-04-15', 'receive-request'),
    by(ISSUER, '2024-04-16', 'accept-request', TWO),
    by(ISSUER, '2024-05-06', 'inform-party', {}, { paper: 'rights-notice' }),
    by(ISSUER, '2024-05-07', 'take-hearing-request'),
    by(ISSUER, '2024-05-08', 'set-hearing', { fields: { hearingDate: '2024-05-24' } }),
    by(ISSUER, '2024-05-13', 'notify-hearing', {}, { paper: 'hearing-notice' }),
    by(ISSUER, '2024-05-24', 'hold-hearing', {}, { paper: 'hearing-record' }),
    ...reviewed(ISSUER, '2024-05-27'),
  );
  return c;
};
const reported = (): CaseDriver => {
  const c = askedAndHeard();
  c.must(
    revoke(ISSUER, { issuedHere: true }),
    by(ISSUER, '2024-05-29', 'serve-decision', {}, { proceeding: 'p3' }),
    by(ISSUER, '2024-06-03', 'carry-out-measure'),
    by(ISSUER, '2024-06-04', 'report-back'),
    by(MARKET, '2024-06-04', 'answer-as-market', { fields: { ownerMeasures: ['revoke-licence'] } }),
    by(CREDIT, '2024-06-04', 'list-for-sanctions'),
    by(BUREAU, '2024-06-05', 'close-measure'),
    by(BUREAU, '2024-06-06', 'close-finding'),
  );
  return c;
};

describe('吊销药品经营许可证', () => {
  it('goes from the finding to the organ that issued it, and back to who asked', () => {
    const c = reported();
    expect(timelineOf(c).slice(penalised.length)).toEqual([
      '2024-04-10 medical-insurance 认定欺诈骗保情节并通报有关部门 → 已送达，待缴纳罚款',
      '2024-04-10 medical-insurance 认定情节特别严重，通报有关部门 → 情节特别严重',
      '2024-04-10 medical-insurance 移送并建议处理 → 已移送，待签收',
      '2024-04-11 market-regulation 签收移送函 → 已签收，待决定受理',
      '2024-04-12 market-regulation 转送发证机关 → 已移送，待签收',
      '2024-04-15 market-regulation 签收移送函 → 已签收，待决定受理',
      '2024-04-16 market-regulation 受理并立案 → 已立案，调查中',
      '2024-05-06 market-regulation 告知拟作决定和陈述、申辩、听证权利 → 已告知，待陈述或者要求听证',
      '2024-05-07 market-regulation 当事人要求听证 → 待确定听证日期',
      '2024-05-08 market-regulation 确定听证日期 → 待通知听证',
      '2024-05-13 market-regulation 送达听证通知 → 待举行听证',
      '2024-05-24 market-regulation 举行听证 → 已听取意见，待决定',
      '2024-05-27 market-regulation 送法制审核 → 法制审核中',
      '2024-05-27 market-regulation 法制审核通过 → 法制审核通过，待决定',
      '2024-05-28 market-regulation 吊销药品经营许可证 → 已决定，待送达',
      '2024-05-29 market-regulation 送达决定 → 已送达，待执行',
      '2024-06-03 market-regulation 执行并登记 → 已执行，待反馈',
      '2024-06-04 market-regulation 反馈处理结果 → 已反馈结果',
      '2024-06-04 market-regulation 市场监管部门答复采取的措施 → 情节特别严重',
      '2024-06-04 development-reform 决定列入失信联合惩戒对象名单 → 情节特别严重',
      '2024-06-04 development-reform 列入失信联合惩戒对象名单 → 已列入名单',
      '2024-06-05 medical-insurance 办结 → 已办结',
      '2024-06-06 medical-insurance 汇总处置结果，办结 → 已办结（情节特别严重）',
    ]);
    expect(c.proceeding('drug-business')).toMatchObject({
      subject: 's1',
      roles: { requester: [BUREAU], owner: [ISSUER] },
    });
  });

  it('the hearing is notified seven working days before it and not counted in the ninety days', () => {
    expect(limitsOf(reported(), 'mea-hearing-request', 'mea-hearing-notice', 'mea-decision-market')).toEqual([
      // Ninety days of 16 April are 15 July; 7 to 24 May, eighteen days, are not counted.
      'mea-decision-market market-regulation 2024-08-03T00:00 met',
      // Told on Monday 6 May: 7, 8, 9, 10 and Saturday 11 May, which is worked.
      'mea-hearing-request s1 2024-05-12T00:00 met',
      // Before Friday 24 May: 23, 22, 21, 20, 17, 16, 15 lie between.
      'mea-hearing-notice market-regulation 2024-05-15T00:00 met',
    ]);
  });

  it('is decided neither by who asked nor by an organ that did not issue it', () => {
    const c = askedAndHeard();
    expect(c.answer(revoke(BUREAU, { issuedHere: true }))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(revoke(MARKET, { issuedHere: true }))).toBe('NOT_YOUR_ROLE');
    expect(c.tell(revoke(ISSUER))).toMatchObject({ code: 'FIELD_REQUIRED', details: ['issuedHere'] });
  });

  it('each owner is asked in a proceeding of its own, by what is asked for', () => {
    const c = county();
    c.must(...penalised, found(['institution', 'drug-seller']));
    expect(
      Object.values(c.state.proceedings)
        .slice(2)
        .map(({ procedure, roles }) => [procedure, roles['owner']?.[0]]),
    ).toEqual([
      ['practice-licence', HEALTH],
      ['drug-business', MARKET],
    ]);
  });

  it('where no owner is registered it is said who is missing; the finding stands without the request', () => {
    const c = county([HEALTH, MARKET, DRUG, ISSUER]);
    c.must(...penalised);
    expect(c.tell(found(['institution']))).toMatchObject({ code: 'RECEIVER_REQUIRED', details: ['health'] });
    expect(c.tell(found(['drug-seller']))).toMatchObject({
      code: 'RECEIVER_REQUIRED',
      details: ['market', 'drug'],
    });
    c.must(found([]));
    expect(Object.values(c.state.proceedings).map(({ procedure }) => procedure)).toEqual([
      'insurance-penalty',
      'verified-finding',
    ]);
  });
});
