// What a sender may do when the police decide not to file: reconsideration, supervision, or taking the case back.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { BUREAU, notFiled, POLICE, papers, steps } from '../../support/transfer-story.ts';

const stateOf = (c: ReturnType<typeof notFiled>) => c.proceeding('criminal-transfer').state;
const receipt = (at: string) => ({ as: `${BUREAU}/o-1`, command: 'acknowledge-non-filing', at });

// Not filed on Wednesday 6 March 2024: three calendar days end with Saturday and roll to Monday 11 March; three working
// days are Thursday, Friday and Monday as well.
const LAST_INSTANT = '2024-03-11T23:59:59.999+08:00';
const TOO_LATE = '2024-03-12T00:00:00+08:00';

describe('不予立案后提请复议', () => {
  it('goes to reconsideration, is upheld, and then to supervision', () => {
    const c = notFiled();
    c.must(
      steps.reconsider('2024-03-08T09:00:00+08:00'),
      steps.uphold('2024-03-11T09:00:00+08:00'),
      steps.requestSupervision('2024-03-13T09:00:00+08:00'),
    );
    expect(stateOf(c)).toBe('under-supervision');
    expect(c.clock('fwd-reconsider-request')?.outcome).toBe('met');
    expect(c.clock('fwd-reconsider-decision')?.outcome).toBe('met');
    expect(c.clock('fwd-supervision-request')?.outcome).toBe('met');
    expect(c.proceeding('filing-supervision')).toMatchObject({
      state: 'requested',
      parent: 'p1',
      roles: { applicant: [BUREAU], police: [POLICE] },
    });
  });

  it('is filed after all where reconsideration finds so', () => {
    const c = notFiled();
    c.must(steps.reconsider('2024-03-08T09:00:00+08:00'), {
      as: `${POLICE}/o-1`,
      command: 'file-after-reconsideration',
      at: '2024-03-11T09:00:00+08:00',
      body: { papers: papers('reconsideration-decision', 'filing-notice') },
    });
    expect(stateOf(c)).toBe('filed');
    expect(c.clock('fwd-property-handover')?.status).toBe('running');
  });

  // From Friday 8 March: three days are Saturday to Monday, three working days (GA133 28) Monday to Wednesday.
  it.each([
    ['2024-03-12T00:00:00+08:00', 'met'],
    ['2024-03-13T23:59:59+08:00', 'met'],
    ['2024-03-14T00:00:00+08:00', 'breached'],
  ])('the police who decide at %s: %s', (at, outcome) => {
    const c = notFiled();
    c.must(steps.reconsider('2024-03-08T09:00:00+08:00'));
    expect(c.clock('fwd-reconsider-decision')?.times).toMatchObject({
      strictDueAt: '2024-03-12T00:00:00+08:00',
      latestDueAt: '2024-03-14T00:00:00+08:00',
    });
    c.must(steps.uphold(at));
    expect(c.clock('fwd-reconsider-decision')?.outcome).toBe(outcome);
  });

  it('goes straight to supervision without reconsideration', () => {
    const c = notFiled();
    c.must(steps.requestSupervision('2024-03-08T09:00:00+08:00'));
    expect(stateOf(c)).toBe('under-supervision');
  });
});

describe('三日权利期限', () => {
  it('is open up to the last instant of the last day', () => {
    expect(notFiled().answer(steps.reconsider(LAST_INSTANT))).toBe('ok');
  });

  it.each([
    ['reconsideration', steps.reconsider(TOO_LATE)],
    ['the request for supervision under O310 9', steps.requestSupervision(TOO_LATE)],
  ])('refuses %s when it is over', (_what, told) => {
    expect(notFiled().answer(told)).toBe('RIGHT_LAPSED');
  });

  it('refuses it as well once the lapse was recorded', () => {
    const c = notFiled();
    const clock = 'p1/fwd-reconsider-request/1';
    c.must({
      as: 'docket',
      command: 'reach-moment',
      at: TOO_LATE,
      body: { moments: [{ clock, moment: 'due' }] },
    });
    expect(c.state.clocks[clock]?.outcome).toBe('lapsed');
    expect(c.answer(steps.reconsider('2024-03-12T09:00:00+08:00'))).toBe('RIGHT_LAPSED');
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'accept-non-filing',
      at: '2024-04-01T09:00:00+08:00',
    });
    expect(c.state.clocks[clock]?.outcome).toBe('lapsed');
  });

  it('takes what was asked in time and recorded late', () => {
    const told = { ...steps.reconsider(LAST_INSTANT), recordedAt: '2024-03-20T09:00:00+08:00' };
    expect(notFiled().answer(told)).toBe('ok');
  });

  it('is never called a breach of anybody', () => {
    const c = notFiled();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'accept-non-filing',
      at: '2024-04-01T09:00:00+08:00',
    });
    expect(c.clock('fwd-reconsider-request')?.outcome).toBe('moot');
    expect(stateOf(c)).toBe('back-to-admin');
  });

  it('leaves the way to the procuratorate open', () => {
    const c = notFiled();
    const apply = {
      as: `${BUREAU}/o-1`,
      command: 'apply-for-supervision',
      at: '2024-05-06T09:00:00+08:00',
      procedure: 'filing-supervision',
      body: { papers: papers('filing-supervision-suggestion'), to: [POLICE] },
    };
    expect(c.answer(steps.reconsider(TOO_LATE))).toBe('RIGHT_LAPSED');
    expect(c.answer(apply)).toBe('ok');
    expect(c.proceeding('filing-supervision')).toMatchObject({
      state: 'requested',
      roles: { police: [POLICE] },
    });
  });

  it('runs from the receipt of the notice where the sender records it', () => {
    const c = notFiled();
    c.must(receipt('2024-03-11T09:00:00+08:00'));
    expect(c.clock('fwd-reconsider-request')?.times.latestDueAt).toBe('2024-03-15T00:00:00+08:00');
    expect(c.answer(steps.reconsider('2024-03-14T09:00:00+08:00'))).toBe('ok');
  });

  it('is not prolonged by recording the receipt again and again', () => {
    const c = notFiled();
    c.must(receipt('2024-03-11T09:00:00+08:00'));
    expect(c.answer(receipt('2024-03-14T09:00:00+08:00'))).toBe('GUARD_REFUSED');
  });
});

describe('不予立案的告知', () => {
  it('reaches the complainant in time also while reconsideration goes on', () => {
    const c = notFiled(undefined, { fields: { complainant: true } });
    c.must(steps.reconsider('2024-03-08T09:00:00+08:00'), {
      as: `${POLICE}/o-1`,
      command: 'serve-complainant',
      at: '2024-03-08T10:00:00+08:00',
    });
    expect(c.clock('fwd-notfile-notice-complainant')?.outcome).toBe('met');
  });

  const running = (body: OpenBody) => {
    const c = notFiled(undefined, body);
    return ['fwd-notfile-notice-complainant', 'fwd-return-admin-liability'].filter(
      (limit) => c.clock(limit)?.status === 'running',
    );
  };

  it.each<[string, OpenBody, string[]]>([
    ['nobody else', {}, []],
    [
      'the complainant, where there is one',
      { fields: { complainant: true } },
      ['fwd-notfile-notice-complainant'],
    ],
    ['the organ that must punish', { fields: { adminLiability: true } }, ['fwd-return-admin-liability']],
    [
      'both',
      { fields: { complainant: true, adminLiability: true } },
      ['fwd-notfile-notice-complainant', 'fwd-return-admin-liability'],
    ],
  ])('must reach %s', (_who, body, limits) => {
    expect(running(body)).toEqual(limits);
  });
});
