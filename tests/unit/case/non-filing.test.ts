// What a sender may do when the police decide not to file: reconsideration, supervision, or taking the case back.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import {
  BUREAU,
  notFiled,
  POLICE,
  PROCURATORATE,
  papers,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const stateOf = (c: ReturnType<typeof notFiled>) => c.proceeding('criminal-transfer').state;

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
      as: `${POLICE}/head`,
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

  it('refuses reconsideration when it is over', () => {
    expect(notFiled().answer(steps.reconsider(TOO_LATE))).toBe('RIGHT_LAPSED');
  });

  // JG2019 557 sets no bar: O310 9 gives a right with three days, the procuratorate examines without any.
  it('does not refuse a proposal of supervision when it is over, in the transfer itself', () => {
    const c = notFiled();
    c.must(steps.requestSupervision('2024-05-06T09:00:00+08:00'));
    expect(stateOf(c)).toBe('under-supervision');
    expect(c.clock('fwd-reconsider-request')?.outcome).toBe('lapsed');
  });

  it('does not refuse it after a reconsideration either, and calls nobody late', () => {
    const c = notFiled();
    c.must(steps.reconsider('2024-03-08T09:00:00+08:00'), steps.uphold('2024-03-11T09:00:00+08:00'));
    const clock = 'p1/fwd-supervision-request/1';
    c.must(reach(clock, 'due', '2024-03-15T00:00:00+08:00'));
    expect(c.state.clocks[clock]?.outcome).toBe('lapsed');
    c.must(steps.requestSupervision('2024-05-06T09:00:00+08:00'));
    expect(c.state.clocks[clock]?.outcome).toBe('moot');
    expect(c.proceeding('filing-supervision')).toMatchObject({ state: 'requested', parent: 'p1' });
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
    expect(c.clock('fwd-reconsider-request')?.outcome).toBe('lapsed');
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

  it('runs from the receipt of the notice: a refusal of 6 March recorded on 11 March leaves until 14 March', () => {
    const c = underReview();
    c.onRecord();
    c.must({ ...steps.refuse('2024-03-06T10:00:00+08:00'), recordedAt: '2024-03-11T09:00:00+08:00' });
    expect(c.clock('fwd-reconsider-request')?.times.latestDueAt).toBe('2024-03-15T00:00:00+08:00');
    expect(c.answer(steps.reconsider('2024-03-14T09:00:00+08:00'))).toBe('ok');
  });

  it('is not prolonged by any acknowledgement: there is none to give', () => {
    const acknowledge = { as: `${BUREAU}/o-1`, command: 'acknowledge-non-filing', at: LAST_INSTANT };
    expect(notFiled().answer(acknowledge)).toBe('UNKNOWN_COMMAND');
  });
});

describe('复议逾期未决', () => {
  /** Asked for on Friday 8 March 2024: by the later reading of the three days until the end of Wednesday 13 March. */
  const asked = () => {
    const c = notFiled();
    c.must(steps.reconsider('2024-03-08T09:00:00+08:00'));
    return c;
  };

  it('lets the sender propose supervision once the three days of the police have passed, and once only', () => {
    const c = asked();
    expect(c.answer(steps.requestSupervision('2024-03-13T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    c.must(steps.requestSupervision('2024-03-14T00:00:00+08:00'));
    expect(c.proceeding('filing-supervision')).toMatchObject({ state: 'requested', parent: 'p1' });
    expect(c.answer(steps.requestSupervision('2024-03-15T00:00:00+08:00'))).toBe('GUARD_REFUSED');
  });

  it('leaves the decision to the police, who are late with it', () => {
    const c = asked();
    c.must(steps.requestSupervision('2024-03-14T09:00:00+08:00'));
    expect(stateOf(c)).toBe('under-reconsideration');
    c.must({ ...steps.uphold('2024-03-15T09:00:00+08:00'), proceeding: 'p1' });
    expect([stateOf(c), c.clock('fwd-reconsider-decision')?.outcome]).toEqual([
      'non-filing-confirmed',
      'breached',
    ]);
  });
});

describe('不予立案的告知', () => {
  const copiesOf = (c: ReturnType<typeof notFiled>) =>
    c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));

  it('goes to the procuratorate too, and so does a refusal upheld', () => {
    const c = notFiled();
    expect(copiesOf(c)).toEqual([PROCURATORATE]);
    c.must(steps.reconsider('2024-03-08T09:00:00+08:00'), steps.uphold('2024-03-11T09:00:00+08:00'));
    expect(copiesOf(c)).toEqual([PROCURATORATE]);
  });

  it('is decided by the head of a police organ of county level or above', () => {
    const c = underReview();
    const byOfficer = { ...steps.refuse('2024-03-06T10:00:00+08:00'), as: `${POLICE}/o-1` };
    expect(c.answer(byOfficer)).toBe('RANK_TOO_LOW');
  });

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
