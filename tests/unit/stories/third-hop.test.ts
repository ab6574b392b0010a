// No third hop: what came back once goes to the common superior when it is returned again, and stays with whom that designates; between
// medical-insurance departments it does not come back at all (N4 12(2)). Calendar of 2024. Written before it was played.
import { describe, expect, it } from 'vitest';
import { caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY, NEIGHBOUR } from '../../support/clerk.ts';
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
import { BUREAU, OFFICE, POLICE, papers } from '../../support/transfer-story.ts';

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

describe('同一事项另行移送', () => {
  const THIRD_BUREAU = '653001/medical-insurance';
  const letter = papers('peer-transfer-letter');
  const anew = (from: string, at: string, to: string, anotherMatter?: true): Told =>
    by(
      from,
      at,
      'send-peer-case',
      {
        to: [to],
        fields: { peerGround: 'no-jurisdiction', ...(anotherMatter ? { anotherMatter } : {}) },
        papers: letter,
      },
      { procedure: 'peer-transfer' },
    );
  const told = (from: string, at: string, to: string, anotherMatter?: true): Told =>
    by(
      from,
      at,
      'send-clue',
      { to: [to], fields: { topic: 'false-records', ...(anotherMatter ? { anotherMatter } : {}) } },
      { procedure: 'clue-notice' },
    );
  const register = () =>
    registerWith([...COUNTY, ...NEIGHBOUR, ...ABOVE, THIRD_BUREAU, '653023001/medical-insurance']);
  const played = (...steps: Told[]) => {
    const c = caseDriver(register());
    c.must(...steps);
    return c;
  };

  describe.each([
    ['案件', anew(BUREAU, '2024-03-04T09', OTHER_BUREAU), 'sign-peer-case', 'accept-peer-case'],
    ['线索', told(BUREAU, '2024-03-04T09', OTHER_BUREAU), 'acknowledge', 'accept-clue'],
  ])('that a medical-insurance department has from another (N4 12(2)): %s', (_, send, sign, accept) => {
    const received = () =>
      played(send, by(OTHER_BUREAU, '2024-03-05T09', sign), by(OTHER_BUREAU, '2024-03-06T09', accept));

    it.each([
      ['to a third', THIRD_BUREAU],
      ['back', BUREAU],
      ['up', UPPER_BUREAU],
    ])('is not sent on by a new transfer or notice, %s', (__, to) => {
      const c = received();
      for (const sent of [anew, told])
        expect(c.tell(sent(OTHER_BUREAU, '2024-03-07T09', to))).toMatchObject({
          code: 'NO_SECOND_TRANSFER',
          details: [`${sent === anew ? 'peer-transfer' : 'clue-notice'}-not-held-by-transfer`],
        });
    });

    it('is not transferred to an organ of another kind either, which may be told of it', () => {
      const c = received();
      expect(c.answer(anew(OTHER_BUREAU, '2024-03-07T09', '653022/health'))).toBe('NO_SECOND_TRANSFER');
      expect(c.answer(told(OTHER_BUREAU, '2024-03-07T09', '653022/health'))).toBe('ok');
    });

    it('keeps nobody from what is another matter, and its sender from nothing', () => {
      const c = received();
      c.must(
        anew(OTHER_BUREAU, '2024-03-07T09', THIRD_BUREAU, true),
        told(OTHER_BUREAU, '2024-03-07T10', THIRD_BUREAU, true),
        told(BUREAU, '2024-03-07T11', THIRD_BUREAU),
      );
    });
  });

  it('is sent on by nobody out of the penalty case that was filed upon it', () => {
    const c = played(
      anew(BUREAU, '2024-03-04T09', OTHER_BUREAU),
      by(OTHER_BUREAU, '2024-03-05T09', 'sign-peer-case'),
      by(OTHER_BUREAU, '2024-03-06T09', 'accept-peer-case'),
      by(OTHER_BUREAU, '2024-03-07T09', 'file-peer-case', {
        team: ['o-1', 'o-2'],
        newSubjects: [{ subject: 's1', kind: 'institution' }],
        papers: papers('case-filing-form'),
      }),
    );
    const elsewhere = (to: string): Told =>
      by(
        `${OTHER_BUREAU}/head`,
        '2024-03-11T09',
        'transfer-elsewhere',
        { to: [to], fields: { topic: 'false-records' }, reasonCode: 'stated' },
        { proceeding: 'p2', with: ['reason', 'summary'] },
      );
    expect(c.answer(elsewhere(THIRD_BUREAU))).toBe('NO_SECOND_TRANSFER');
    // N4 43(4).
    expect(c.answer(elsewhere('653022/health'))).toBe('ok');
  });

  it('is handed down by the department above (N4 11)', () => {
    const c = played(
      told('653022/medical-insurance', '2024-03-04T09', UPPER_BUREAU),
      by(UPPER_BUREAU, '2024-03-05T09', 'acknowledge'),
    );
    expect(c.answer(told(UPPER_BUREAU, '2024-03-06T09', BUREAU))).toBe('ok');
  });

  it('is sent no third way once the second return brought it before the common superior, nor after that designated', () => {
    const c = played(
      anew(BUREAU, '2024-03-04T09', HEALTH),
      because(HEALTH, '2024-03-05T09', 'return-peer-case'),
      by(BUREAU, '2024-03-06T09', 'send-peer-case-elsewhere', {
        to: [MARKET],
        fields: { peerGround: 'other-law' },
        papers: letter,
      }),
      because(MARKET, '2024-03-07T09', 'return-peer-case'),
    );
    const refused = { code: 'NO_THIRD_HOP', details: ['not-for-the-superior'] };
    for (const to of ['653023/tax', HEALTH]) {
      expect(c.tell(anew(BUREAU, '2024-03-08T09', to))).toMatchObject(refused);
      expect(c.tell(told(BUREAU, '2024-03-08T09', to))).toMatchObject(refused);
    }
    c.must(
      by(OFFICE, '2024-03-11T09', 'designate-peer-receiver', {
        to: [HEALTH],
        papers: papers('jurisdiction-designation'),
      }),
      by(HEALTH, '2024-03-12T09', 'sign-peer-case'),
    );
    for (const from of [BUREAU, HEALTH])
      expect(c.tell(anew(from, '2024-03-13T09', '653023/tax'))).toMatchObject(refused);
    // The police are told of a crime by whoever finds one, and another organ of what is its own.
    c.must(told(BUREAU, '2024-03-13T09', POLICE), anew(BUREAU, '2024-03-13T10', MARKET, true));
  });

  it('that came back is sent on where it came back, and not by a new transfer that nobody would know to be the second', () => {
    const c = played(
      anew(BUREAU, '2024-03-04T09', HEALTH),
      because(HEALTH, '2024-03-05T09', 'return-peer-case'),
    );
    const refused = { code: 'NO_THIRD_HOP', details: ['peer-transfer-did-not-come-back'] };
    expect(c.tell(anew(BUREAU, '2024-03-06T09', MARKET))).toMatchObject(refused);
    c.must(by(BUREAU, '2024-03-06T10', 'keep-peer-case'));
    expect(c.tell(anew(BUREAU, '2024-03-07T09', MARKET))).toMatchObject(refused);
    // Of another organ nothing came back.
    c.must(anew(HEALTH, '2024-03-07T09', MARKET));
  });
});
