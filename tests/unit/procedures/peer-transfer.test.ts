// One organ transfers a case to another: who may send it back, who must not, and who decides then.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
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
import { BUREAU, OFFICE, papers } from '../../support/transfer-story.ts';

/** Monday 4 March 2024. */
const send = (from: string, to: string, at = '2024-03-04T09'): Told =>
  by(from, at, 'send-peer-case', {
    to: [to],
    fields: { peerGround: 'no-jurisdiction' },
    papers: papers('peer-transfer-letter'),
  });
const elsewhere = (from: string, to: string, at: string): Told =>
  by(from, at, 'send-peer-case-elsewhere', {
    to: [to],
    fields: { peerGround: 'other-law' },
    papers: papers('peer-transfer-letter'),
  });
const result = (who: string, at: string, peerResult = 'penalised'): Told =>
  by(who, at, 'report-peer-result', { fields: { peerResult } });
const stateOf = (c: ReturnType<typeof begun>) => c.proceeding('peer-transfer').state;

describe('行政机关间移送', () => {
  it('is verified by a medical-insurance department within fifteen working days of its receipt (N4 14)', () => {
    const c = begun(send(HEALTH, BUREAU));
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'running']);
    c.must(
      by(BUREAU, '2024-03-05T09', 'sign-peer-case'),
      by(BUREAU, '2024-03-06T09', 'accept-peer-case'),
      by(BUREAU, '2024-03-25T09', 'file-peer-case', { team: ['o-1', 'o-2'] }),
    );
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('met');
    expect(stateOf(c)).toBe('handling');
  });

  it('may be prolonged once by the main head to thirty working days', () => {
    const c = begun(
      send(HEALTH, BUREAU),
      by(BUREAU, '2024-03-05T09', 'sign-peer-case'),
      by(BUREAU, '2024-03-06T09', 'accept-peer-case'),
      because(`${BUREAU}/head`, '2024-03-20T09', 'extend-peer-verification', {
        extension: 'clue-verify-extension',
        approver: 'main-head',
      }),
    );
    // Thirty working days after 4 March, Qingming (4–5 April) off, Sunday 7 April worked: 16 April, read without local days off.
    expect(c.clock('clue-verify')?.times.strictDueAt).toBe('2024-04-17T00:00:00+08:00');
  });

  it('is verified by market regulation within fifteen working days by a rule of its own (SAMR2 18)', () => {
    const c = begun(
      send(BUREAU, MARKET),
      by(MARKET, '2024-03-05T09', 'sign-peer-case'),
      by(MARKET, '2024-03-06T09', 'accept-peer-case'),
    );
    expect(clockOf(c, 'smr-verify')).toEqual([MARKET, '2024-03-26', 'running']);
    expect(clockOf(c, 'clue-verify')).toBeUndefined();
    c.must(
      because(`${MARKET}/head`, '2024-03-20T09', 'extend-peer-verification', {
        extension: 'smr-verify-extension',
        approver: 'head',
      }),
    );
    expect(c.clock('smr-verify')?.times.strictDueAt).toBe('2024-04-17T00:00:00+08:00');
    c.must(by(MARKET, '2024-09-04T09', 'file-peer-case', { team: ['o-1', 'o-2'] }));
    expect(clockOf(c, 'smr-verify')?.[2]).toBe('breached');
  });

  it('starts no such days for an organ that neither binds', () => {
    expect(clockOf(begun(send(BUREAU, HEALTH)), 'clue-verify')).toBeUndefined();
  });

  it('comes back with its result, which the sender closes or objects to', () => {
    const c = begun(
      send(BUREAU, HEALTH),
      by(HEALTH, '2024-03-05T09', 'sign-peer-case'),
      by(HEALTH, '2024-03-06T09', 'accept-peer-case'),
    );
    // Sixty days after 6 March end on Sunday 5 May, the last day of the May holiday; Monday 6 May is the last day.
    expect(clockOf(c, 'agr-peer-result')).toEqual([HEALTH, '2024-05-07', 'running']);
    c.must(by(HEALTH, '2024-03-20T09', 'file-peer-case', { team: ['o-1', 'o-2'] }));
    expect(c.tell(by(HEALTH, '2024-04-01T09', 'report-peer-result'))).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['peerResult'],
    });
    c.must(
      result(HEALTH, '2024-04-01T09'),
      because(BUREAU, '2024-04-02T09', 'object-to-peer-result'),
      result(HEALTH, '2024-04-03T09', 'licence-measure'),
      by(BUREAU, '2024-04-03T10', 'close-peer-transfer'),
    );
    expect(stateOf(c)).toBe('closed');
    expect([clockOf(c, 'agr-peer-result')?.[2], clockOf(c, 'agr-peer-objection')?.[2]]).toEqual([
      'met',
      'met',
    ]);
  });

  it('that was not filed may be filed after all once the sender objects, and not twice', () => {
    const c = begun(
      send(HEALTH, BUREAU),
      by(BUREAU, '2024-03-05T09', 'sign-peer-case'),
      by(BUREAU, '2024-03-06T09', 'accept-peer-case'),
      because(BUREAU, '2024-03-07T09', 'decline-peer-filing'),
      result(BUREAU, '2024-03-08T09', 'not-filed'),
      because(HEALTH, '2024-03-11T09', 'object-to-peer-result'),
    );
    const file = (at: string) => by(BUREAU, at, 'file-peer-case', { team: ['o-1', 'o-2'] });
    c.must(file('2024-03-12T09'));
    expect([stateOf(c), clockOf(c, 'agr-peer-objection')?.[2]]).toEqual(['handling', 'met']);
    expect(c.proceeding('insurance-penalty').roles['organ']).toEqual([BUREAU]);
    c.must(result(BUREAU, '2024-04-01T09'), because(HEALTH, '2024-04-02T09', 'object-to-peer-result'));
    expect(c.tell(file('2024-04-03T09'))).toMatchObject({ details: ['peer-was-not-filed'] });
  });

  it('a case that was not filed is told back as well', () => {
    const c = begun(
      send(BUREAU, HEALTH),
      by(HEALTH, '2024-03-05T09', 'sign-peer-case'),
      by(HEALTH, '2024-03-06T09', 'accept-peer-case'),
      because(HEALTH, '2024-03-20T09', 'decline-peer-filing'),
    );
    expect(stateOf(c)).toBe('not-filed');
    c.must(result(HEALTH, '2024-03-21T09', 'not-filed'));
    expect(stateOf(c)).toBe('reported');
  });

  it('found to be a crime, goes to the police from whoever has it', () => {
    const c = begun(
      send(BUREAU, HEALTH),
      by(HEALTH, '2024-03-05T09', 'sign-peer-case'),
      by(HEALTH, '2024-03-06T09', 'accept-peer-case'),
      by(HEALTH, '2024-03-07T09', 'transfer-peer-case-to-police', { team: ['o-1', 'o-2'] }),
    );
    expect(c.proceeding('criminal-transfer')).toMatchObject({ parent: 'p1', roles: { sender: [HEALTH] } });
  });

  it('is taken back until it is signed for', () => {
    const c = begun(send(BUREAU, HEALTH), by(BUREAU, '2024-03-04T10', 'take-back-peer-case'));
    expect(stateOf(c)).toBe('taken-back');
    c.must(by(BUREAU, '2024-03-04T11', 'keep-peer-case'));
    expect(stateOf(c)).toBe('kept');
    const signed = begun(send(BUREAU, HEALTH), by(HEALTH, '2024-03-04T10', 'sign-peer-case'));
    expect(signed.answer(by(BUREAU, '2024-03-04T11', 'take-back-peer-case'))).toBe('NOT_ALLOWED_IN_STATE');
  });
});

describe('退回', () => {
  it('is refused without a reason', () => {
    const c = begun(send(BUREAU, HEALTH));
    expect(c.answer(by(HEALTH, '2024-03-05T09', 'return-peer-case'))).toBe('REASON_REQUIRED');
  });

  it('sends it on once; the second time the common superior designates, and nothing comes back after that', () => {
    const c = begun(send(BUREAU, HEALTH), because(HEALTH, '2024-03-05T09', 'return-peer-case'));
    expect([stateOf(c), clockOf(c, 'agr-peer-reroute')]).toEqual([
      'returned',
      [BUREAU, '2024-03-13', 'running'],
    ]);
    c.must(elsewhere(BUREAU, MARKET, '2024-03-06T09'), because(MARKET, '2024-03-07T09', 'return-peer-case'));
    expect(stateOf(c)).toBe('awaiting-peer-designation');
    expect(clockOf(c, 'agr-peer-designation')?.[0]).toBe(OFFICE);
    expect(c.answer(elsewhere(BUREAU, HEALTH, '2024-03-08T09'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(
      by(OFFICE, '2024-03-08T09', 'designate-peer-receiver', {
        to: [HEALTH],
        papers: papers('jurisdiction-designation'),
      }),
    );
    expect(c.tell(because(HEALTH, '2024-03-11T09', 'return-peer-case'))).toMatchObject({
      code: 'SECOND_RETURN',
    });
    c.must(by(HEALTH, '2024-03-11T09', 'sign-peer-case'));
    expect(c.answer(because(HEALTH, '2024-03-11T10', 'dispute-jurisdiction'))).toBe('SECOND_RETURN');
  });
});

describe('医疗保障部门之间 (N4 10, 12)', () => {
  const signed = () => begun(send(BUREAU, OTHER_BUREAU), by(OTHER_BUREAU, '2024-03-05T09', 'sign-peer-case'));
  const disputed = () => {
    const c = signed();
    c.must(because(OTHER_BUREAU, '2024-03-06T09', 'dispute-jurisdiction'));
    return c;
  };
  const ask = (at: string): Told =>
    by(OTHER_BUREAU, at, 'report-for-designation', { papers: papers('jurisdiction-report') });

  it('nothing is sent back or on by the receiver, neither before nor after it signs', () => {
    const before = begun(send(BUREAU, OTHER_BUREAU));
    for (const c of [before, signed()])
      expect(c.tell(because(OTHER_BUREAU, '2024-03-06T09', 'return-peer-case'))).toMatchObject({
        code: 'NO_SECOND_TRANSFER',
        details: ['not-between-insurance-departments'],
      });
  });

  it('before N4 took effect on 15 July 2021 it may be sent back', () => {
    const c = begun(send(BUREAU, OTHER_BUREAU, '2020-03-04T09'));
    expect(c.answer(because(OTHER_BUREAU, '2020-03-06T09', 'return-peer-case'))).toBe('ok');
  });

  it('a dispute is settled in seven working days, or the common superior is asked', () => {
    const c = disputed();
    expect(clockOf(c, 'jur-dispute')).toEqual([OTHER_BUREAU, '2024-03-16', 'running']);
    c.must(ask('2024-03-15T17'));
    expect([stateOf(c), clockOf(c, 'jur-dispute')?.[2]]).toEqual(['awaiting-peer-designation', 'met']);
    expect(clockOf(c, 'agr-peer-designation')?.[0]).toBe(UPPER_BUREAU);
  });

  it('asked a day later, the seven days are broken', () => {
    const c = disputed();
    c.must(ask('2024-03-18T09'));
    expect(clockOf(c, 'jur-dispute')?.[2]).toBe('breached');
  });

  it.each([
    ['the receiver takes it after all', by(OTHER_BUREAU, '2024-03-11T09', 'accept-peer-case'), 'accepted'],
    ['the sender handles it', by(BUREAU, '2024-03-11T09', 'resume-own-handling'), 'kept'],
  ])('agreed: %s', (_, step, state) => {
    const c = disputed();
    c.must(step);
    expect([stateOf(c), clockOf(c, 'jur-dispute')?.[2]]).toEqual([state, 'met']);
  });

  it('the sender is designated by the command for that, and never as who receives its own case', () => {
    const c = disputed();
    const designate = (to: string) =>
      by(UPPER_BUREAU, '2024-03-07T09', 'designate-peer-receiver', {
        to: [to],
        papers: papers('jurisdiction-designation'),
      });
    expect(c.answer(designate(BUREAU))).toBe('RECEIVER_NOT_FITTING');
    expect(c.answer(designate(OTHER_BUREAU))).toBe('ok');
  });

  it('the common superior may designate without being asked, the sender too', () => {
    const c = disputed();
    c.must(
      by(UPPER_BUREAU, '2024-03-07T09', 'designate-peer-sender', {
        papers: papers('jurisdiction-designation'),
      }),
    );
    expect([stateOf(c), clockOf(c, 'jur-dispute')?.[2]]).toEqual(['kept', 'moot']);
  });

  it.each([
    [BUREAU, HEALTH],
    [HEALTH, BUREAU],
    [BUREAU, MARKET],
    [MARKET, BUREAU],
  ])('between organs of different kinds a dispute has no days of law (CF 25): %s, %s', (from, to) => {
    const c = begun(
      send(from, to),
      by(to, '2024-03-05T09', 'sign-peer-case'),
      because(to, '2024-03-06T09', 'dispute-jurisdiction'),
    );
    expect([clockOf(c, 'jur-dispute'), clockOf(c, 'smr-jur-dispute')]).toEqual([undefined, undefined]);
  });

  it('between market regulators it has seven working days of their own (SAMR2 14)', () => {
    const other = '653022/market-regulation';
    const c = begun(
      send(MARKET, other),
      by(other, '2024-03-05T09', 'sign-peer-case'),
      because(other, '2024-03-06T09', 'dispute-jurisdiction'),
    );
    expect([clockOf(c, 'jur-dispute'), clockOf(c, 'smr-jur-dispute')]).toEqual([
      undefined,
      [other, '2024-03-16', 'running'],
    ]);
  });
});
