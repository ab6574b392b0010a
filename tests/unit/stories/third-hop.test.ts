// No third hop: what came back once goes to the common superior when it is returned again, and stays with whom that designates; between
// medical-insurance departments it does not come back at all (N4 12(2)). Calendar of 2024. Written before it was played.
import { describe, expect, it } from 'vitest';
import {
  because,
  begun,
  by,
  clockOf,
  HEALTH,
  MARKET,
  OTHER_BUREAU,
  UPPER_BUREAU,
} from '../../support/referral-story.ts';
import { timelineOf } from '../../support/timeline.ts';
import { BUREAU, OFFICE, papers } from '../../support/transfer-story.ts';

const clue = (to: string) =>
  by(BUREAU, '2024-03-04T09', 'send-clue', { to: [to], fields: { topic: 'false-records' } });

describe('线索', () => {
  it('between organs of different kinds is returned once, rerouted once, and then designated', () => {
    const c = begun(
      clue(HEALTH),
      because(HEALTH, '2024-03-05T09', 'return-clue'),
      by(BUREAU, '2024-03-06T09', 'reroute-clue', { to: [MARKET] }),
      by(MARKET, '2024-03-07T09', 'acknowledge'),
      because(MARKET, '2024-03-08T09', 'return-clue'),
    );
    expect(c.answer(by(BUREAU, '2024-03-08T10', 'reroute-clue', { to: [HEALTH] }))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(clockOf(c, 'agr-clue-designation')?.[0]).toBe(OFFICE);
    c.must(by(OFFICE, '2024-03-11T09', 'designate-receiver', { to: [HEALTH] }));
    expect(c.answer(because(HEALTH, '2024-03-12T09', 'return-clue'))).toBe('SECOND_RETURN');
    c.must(
      by(HEALTH, '2024-03-12T10', 'acknowledge'),
      by(HEALTH, '2024-03-13T09', 'accept-clue'),
      by(HEALTH, '2024-03-20T09', 'file-admin'),
    );
    expect(timelineOf(c)).toEqual([
      '2024-03-04 medical-insurance 通报线索 → 已通报，待签收',
      '2024-03-05 health 退回 → 已退回',
      '2024-03-06 medical-insurance 转送其他部门 → 已通报，待签收',
      '2024-03-07 market-regulation 签收 → 已签收，待研判',
      '2024-03-08 market-regulation 退回 → 待共同上级指定',
      '2024-03-11 joint-meeting-office 指定承办部门 → 已通报，待签收',
      '2024-03-12 health 签收 → 已签收，待研判',
      '2024-03-13 health 受理并核查 → 核查中',
      '2024-03-20 health 行政立案 → 已有结论，待反馈',
      '2024-03-20 health 行政立案 → 调查中',
    ]);
  });

  it('between medical-insurance departments goes to the bureau above both at the first objection', () => {
    const c = begun(
      clue(OTHER_BUREAU),
      by(OTHER_BUREAU, '2024-03-05T09', 'acknowledge'),
      because(OTHER_BUREAU, '2024-03-06T09', 'return-clue'),
    );
    expect(c.proceeding('clue-notice')).toMatchObject({
      state: 'awaiting-designation',
      roles: { designator: [UPPER_BUREAU] },
    });
    expect(c.answer(by(BUREAU, '2024-03-06T10', 'reroute-clue', { to: [HEALTH] }))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    c.must(by(UPPER_BUREAU, '2024-03-08T09', 'designate-receiver', { to: [OTHER_BUREAU] }));
    expect(c.answer(because(OTHER_BUREAU, '2024-03-11T09', 'return-clue'))).toBe('SECOND_RETURN');
  });
});

describe('案件', () => {
  it('that the second organ returns too is designated, and neither returned nor disputed after that', () => {
    const fields = { peerGround: 'other-law' };
    const letter = papers('peer-transfer-letter');
    const c = begun(
      by(BUREAU, '2024-03-04T09', 'send-peer-case', { to: [HEALTH], fields, papers: letter }),
      because(HEALTH, '2024-03-05T09', 'return-peer-case'),
      by(BUREAU, '2024-03-06T09', 'send-peer-case-elsewhere', { to: [MARKET], fields, papers: letter }),
      by(MARKET, '2024-03-07T09', 'sign-peer-case'),
      because(MARKET, '2024-03-08T09', 'return-peer-case'),
      by(OFFICE, '2024-03-11T09', 'designate-peer-receiver', {
        to: [MARKET],
        papers: papers('jurisdiction-designation'),
      }),
      by(MARKET, '2024-03-12T09', 'sign-peer-case'),
    );
    expect(c.answer(because(MARKET, '2024-03-12T10', 'return-peer-case'))).toBe('SECOND_RETURN');
    expect(c.answer(because(MARKET, '2024-03-12T10', 'dispute-jurisdiction'))).toBe('SECOND_RETURN');
    c.must(
      by(MARKET, '2024-03-13T09', 'accept-peer-case'),
      by(MARKET, '2024-03-20T09', 'file-peer-case', { team: ['o-1', 'o-2'] }),
    );
    expect(timelineOf(c)).toEqual([
      '2024-03-04 medical-insurance 移送案件 → 已移送，待签收',
      '2024-03-05 health 退回移送机关 → 已退回',
      '2024-03-06 medical-insurance 移送其他机关 → 已移送，待签收',
      '2024-03-07 market-regulation 签收 → 已签收，待审核',
      '2024-03-08 market-regulation 退回移送机关 → 待共同上级指定管辖',
      '2024-03-11 joint-meeting-office 指定管辖 → 已移送，待签收',
      '2024-03-12 market-regulation 签收 → 已签收，待审核',
      '2024-03-13 market-regulation 接受移送 → 已接受，核查中',
      '2024-03-20 market-regulation 行政立案 → 已立案，办理中',
      '2024-03-20 market-regulation 行政立案 → 调查中',
    ]);
  });
});
