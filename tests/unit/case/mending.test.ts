// Mistakes are mended in the open: what was recorded stays, and nobody betters its own outcome by mending.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import { caseDriver } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  POLICE,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const voiding = (officer: string, at = '2024-03-05T09:30:00+08:00'): Told => ({
  as: `${BUREAU}/${officer}`,
  command: 'void-case',
  at,
  with: ['reason'],
});
const suspected = () => {
  const c = caseDriver(countyRegister());
  c.onRecord();
  c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
  return c;
};

describe('案件作废', () => {
  it('takes two officers: one asks with a reason, the head voids it', () => {
    const c = suspected();
    expect(c.answer({ ...voiding('o-1'), with: [] })).toBe('REASON_REQUIRED');
    expect(c.answer(voiding('o-1'))).toBe('ok');
    expect(c.answer(voiding('o-1'))).toBe('SAME_OFFICER');
    expect(c.answer(voiding('o-2'))).toBe('RANK_TOO_LOW');
    expect(c.answer(voiding('head'))).toBe('ok');
    expect(c.state.voided).toEqual({ department: BUREAU, officer: 'head' });
  });

  it('ends its clocks without an outcome, keeps a breach, and takes no further step', () => {
    const c = suspected();
    const key = c.clock('fwd-head-decision')?.clock ?? '';
    c.must(reach(key, 'due', '2024-03-08T00:00:00+08:00'));
    c.must(voiding('o-1', '2024-03-08T09:30:00+08:00'), voiding('head', '2024-03-08T09:31:00+08:00'));
    expect(c.clock('fwd-head-decision')?.outcome).toBe('breached');
    expect(c.clock('fwd-form-team')?.outcome).toBe('moot');
    expect(c.answer(steps.approve('2024-03-08T10:00:00+08:00'))).toBe('CASE_VOIDED');
    expect(c.answer({ as: 'docket', command: 'recalculate-clocks', at: '2024-03-08T10:00:00+08:00' })).toBe(
      'CASE_VOIDED',
    );
  });

  it('is too late once another department has it, and waits while a hand-over is open', () => {
    const open = delivered();
    expect(open.tell(voiding('o-1', '2024-03-05T10:30:00+08:00'))).toMatchObject({
      code: 'VOID_NOT_POSSIBLE',
      details: ['handed-over'],
    });
    const c = accepted();
    expect(c.tell(voiding('o-1', '2024-03-05T12:00:00+08:00'))).toMatchObject({
      code: 'VOID_NOT_POSSIBLE',
      details: ['received'],
    });
    expect(c.answer({ ...voiding('o-1', '2024-03-05T12:00:00+08:00'), as: `${POLICE}/o-1` })).toBe(
      'NOT_YOUR_ROLE',
    );
  });
});

describe('作废不抹去逾期', () => {
  const approved = () => {
    const c = suspected();
    c.must(steps.approve('2024-03-05T09:00:00+08:00'));
    return c;
  };

  it('what was overdue when it was voided is breached, though no moment had said so', () => {
    const c = approved();
    c.must(voiding('o-1', '2024-03-07T10:00:00+08:00'), voiding('head', '2024-03-07T10:01:00+08:00'));
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('a late hand-over that is taken back stays late, also when the case is voided', () => {
    const c = approved();
    c.must(steps.handOver('2024-03-07T08:00:00+08:00'));
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
    c.must({ as: `${BUREAU}/o-1`, command: 'take-back-transfer', at: '2024-03-07T09:00:00+08:00' });
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('is not possible once another department was told: a refusal to transfer stays under supervision', () => {
    const c = suspected();
    c.must({
      as: `${BUREAU}/head`,
      command: 'refuse-transfer',
      at: '2024-03-05T09:00:00+08:00',
      body: { reasonCode: 'minor' },
      with: ['reason'],
    });
    expect(c.tell(voiding('o-1', '2024-03-05T10:00:00+08:00'))).toMatchObject({
      code: 'VOID_NOT_POSSIBLE',
      details: ['parties'],
    });
  });
});

describe('更正本部门事项', () => {
  const correct = (sequence: number, occurredAt: string | undefined, more: Partial<Told> = {}): Told => ({
    as: `${BUREAU}/o-2`,
    command: 'correct-step',
    at: '2024-03-05T12:00:00+08:00',
    body: { corrects: { sequence, ...(occurredAt ? { occurredAt, precision: 'instant' as const } : {}) } },
    with: ['reason'],
    ...more,
  });
  const onRecord = (c = delivered()) => {
    c.onRecord();
    return c;
  };

  it('an amount is committed to again with a reason; the first stays in its entry', () => {
    const c = onRecord();
    expect(c.answer(correct(1, undefined, { with: ['amountFen'] }))).toBe('REASON_REQUIRED');
    const events = c.must(correct(1, undefined, { with: ['reason', 'amountFen'] }));
    expect(events).toMatchObject([{ type: 'step-corrected', corrects: 1, values: ['/amountFen'] }]);
  });

  it('only one’s own step, between its neighbours, and not in the future', () => {
    const c = onRecord(accepted());
    expect(c.answer(correct(5, '2024-03-05T11:30:00+08:00'))).toBe('FIELD_REFUSED');
    const head = { as: `${BUREAU}/head` };
    expect(c.answer(correct(3, '2024-03-04T14:00:00+08:00', head))).toBe('OCCURRED_BEFORE_PREVIOUS');
    expect(c.answer(correct(3, '2024-03-05T11:30:00+08:00', head))).toBe('FIELD_REFUSED');
    expect(c.answer(correct(4, '2024-03-05T13:00:00+08:00'))).toBe('OCCURRED_IN_FUTURE');
    expect(c.answer(correct(9, undefined))).toBe('FIELD_REFUSED');
  });

  it('the date of a head’s approval is corrected by a head', () => {
    const c = onRecord();
    const earlier = correct(3, '2024-03-05T08:30:00+08:00');
    expect(c.tell(earlier)).toMatchObject({ code: 'RANK_TOO_LOW', details: ['head'] });
    expect(c.answer({ ...earlier, as: `${BUREAU}/head` })).toBe('ok');
  });

  it('is not dated before the step it corrects', () => {
    const c = onRecord();
    const before = correct(4, '2024-03-05T10:00:00+08:00', { at: '2024-03-05T09:30:00+08:00' });
    expect(c.answer({ ...before, recordedAt: '2024-03-05T12:00:00+08:00' })).toBe('OCCURRED_BEFORE_PREVIOUS');
  });

  it('a later date of a hand-over turns kept into breached', () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    c.must(steps.approve('2024-03-05T09:00:00+08:00'), steps.handOver('2024-03-06T08:00:00+08:00'));
    c.onRecord();
    expect(c.clock('fwd-handover')?.outcome).toBe('met');
    c.must(correct(4, '2024-03-06T11:00:00+08:00', { at: '2024-03-06T12:00:00+08:00' }));
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('an earlier date of a late hand-over clears nothing: it is a claim until another confirms it', () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    c.must(steps.approve('2024-03-05T09:00:00+08:00'), steps.handOver('2024-03-07T08:00:00+08:00'));
    c.onRecord();
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
    c.must(correct(4, '2024-03-06T08:00:00+08:00', { at: '2024-03-07T12:00:00+08:00' }));
    expect(c.clock('fwd-handover')?.outcome).toBe('claimed-in-time');
  });

  it('an earlier start of an own limit counts, with both instants shown; a later one moves no due instant', () => {
    const c = suspected();
    const before = c.clock('fwd-head-decision')?.times;
    const late = correct(2, '2024-03-04T16:00:00+08:00', { at: '2024-03-05T08:00:00+08:00' });
    c.must(late);
    expect(c.clock('fwd-head-decision')).toMatchObject({
      times: before,
      claimedStartAt: '2024-03-04T16:00:00+08:00',
    });
    const events = c.must(correct(2, '2024-03-04T10:00:00+08:00', { at: '2024-03-05T08:30:00+08:00' }));
    expect(events.find((e) => e.type === 'clock-restarted')).toMatchObject({
      because: 'step-corrected',
      startedAt: '2024-03-04T10:00:00+08:00',
      before: { startedAt: '2024-03-04T15:00:00+08:00' },
    });
  });

  it('starts nobody else’s limit earlier', () => {
    const c = underReview();
    c.onRecord();
    c.must(steps.file('2024-03-06T10:00:00+08:00'));
    const before = c.clock('fwd-property-handover');
    c.must(
      correct(7, '2024-03-05T15:00:00+08:00', { as: `${POLICE}/head`, at: '2024-03-06T11:00:00+08:00' }),
    );
    expect(c.clock('fwd-property-handover')).toEqual(before);
  });
});

describe('指名的部门', () => {
  it('a suspicion sent to a department that cannot hold the role is refused, never sent to another', () => {
    const told = steps.suspect('2024-03-04T09:00:00+08:00');
    const c = caseDriver(countyRegister());
    expect(c.tell({ ...told, body: { ...told.body, to: ['653023/health'] } })).toMatchObject({
      code: 'RECEIVER_NOT_FITTING',
      details: ['653023/health'],
    });
  });
});
