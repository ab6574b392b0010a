// The agency handles a breach, of its own or by order of the bureau; hand-overs between the two. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { AGENCY, BUREAU, begun, by, head, papers, withReason } from '../../support/measure-story.ts';

const opened: Told = by(AGENCY, '2024-03-04', 'open-agreement-handling', { procedure: 'agreement-handling' });
const heard = by(AGENCY, '2024-03-06', 'hear-party');
const DECISION = { body: { papers: papers('agreement-decision') } };
const stateOf = (c: CaseDriver) => c.proceeding('agreement-handling').state;
const suspended = () =>
  begun(
    opened,
    heard,
    head(AGENCY, '2024-03-08', 'suspend-agreement', {
      body: { ...DECISION.body, fields: { suspendedUntil: '2024-06-28' } },
    }),
  );

describe('医保协议处理', () => {
  it('payment may be held back at once; everything else waits until the party was heard (O735 13)', () => {
    const c = begun(opened, by(AGENCY, '2024-03-04', 'suspend-payment'));
    const claw = by(AGENCY, '2024-03-05', 'claw-back', DECISION);
    expect(c.tell(claw)).toMatchObject({ code: 'GUARD_REFUSED', details: ['party-was-heard'] });
    c.must(heard);
    expect(c.answer({ ...claw, at: '2024-03-07T10:00:00+08:00' })).toBe('ok');
  });

  it('settlement that the bureau stopped goes on before the handling is closed, by the bureau alone (O735 30)', () => {
    const c = begun(
      opened,
      head(BUREAU, '2024-03-05', 'order-settlement-stop', {
        body: { papers: papers('settlement-stop-notice'), approver: 'main-head' },
      }),
      heard,
      by(AGENCY, '2024-03-07', 'carry-out-settlement-stop'),
      by(AGENCY, '2024-03-08', 'charge-penalty', DECISION),
    );
    const close = by(AGENCY, '2024-03-11', 'close-agreement-handling');
    expect(c.tell(close)).toMatchObject({ details: ['settlement-stop-was-lifted'] });
    expect(c.answer(head(AGENCY, '2024-03-11', 'lift-settlement-stop'))).toBe('NOT_YOUR_ROLE');
    c.must(head(BUREAU, '2024-03-11', 'lift-settlement-stop'));
    expect(c.tell(head(BUREAU, '2024-03-12', 'lift-settlement-stop'))).toMatchObject({
      details: ['settlement-stop-stands'],
    });
    expect(c.answer(close)).toBe('ok');
  });

  it('payment that was held back is paid again wherever the handling stands, and before it is closed', () => {
    const held = [opened, by(AGENCY, '2024-03-05', 'suspend-payment')];
    const dismissed = [...held, by(AGENCY, '2024-03-06', 'dismiss-breach', withReason())];
    const suspension = head(AGENCY, '2024-03-08', 'suspend-agreement', {
      body: { ...DECISION.body, fields: { suspendedUntil: '2024-06-28' } },
    });
    const resume = by(AGENCY, '2024-03-11', 'resume-payment');
    const close = by(AGENCY, '2024-03-11T11:00:00+08:00', 'close-agreement-handling');
    for (const told of [
      dismissed,
      [...held, heard, by(AGENCY, '2024-03-08', 'refuse-payment', DECISION)],
      [
        ...held,
        heard,
        head(AGENCY, '2024-03-08', 'terminate-agreement', DECISION),
        by(AGENCY, '2024-03-08T12:00:00+08:00', 'report-to-bureau'),
      ],
    ]) {
      const c = begun(...told);
      expect(c.answer({ ...close, at: '2024-03-11T09:00:00+08:00' })).toBe('PAYMENT_HELD_BACK');
      c.must(resume);
      expect(c.answer(close)).toBe('ok');
    }
    expect(begun(...held, heard, suspension).answer(resume)).toBe('ok');
    expect(
      begun(opened, by(AGENCY, '2024-03-06', 'dismiss-breach', withReason())).tell(resume),
    ).toMatchObject({
      details: ['payment-is-stopped'],
    });
  });

  it.each(['suspended', 'terminated'])(
    'money is settled beside an agreement that is %s, and leaves it so',
    (state) => {
      for (const command of ['claw-back', 'refuse-payment', 'charge-penalty']) {
        const c =
          state === 'suspended'
            ? suspended()
            : begun(opened, heard, head(AGENCY, '2024-03-08', 'terminate-agreement', DECISION));
        expect([c.answer(by(AGENCY, '2024-03-11', command, DECISION)), stateOf(c)]).toEqual(['ok', state]);
      }
    },
  );

  it('the bureau stops settlement however far the handling of the agency is, and it is carried out (O735 30)', () => {
    const order = head(BUREAU, '2024-03-11', 'order-settlement-stop', {
      body: { papers: papers('settlement-stop-notice'), approver: 'main-head' },
    });
    const ordered = by(BUREAU, '2024-03-04', 'order-agreement-handling', {
      procedure: 'agreement-handling',
      body: { papers: papers('agreement-order') },
    });
    for (const [state, told] of [
      ['ordered', [ordered]],
      ['handled', [opened, heard, by(AGENCY, '2024-03-08', 'refuse-payment', DECISION)]],
      ['terminated', [opened, heard, head(AGENCY, '2024-03-08', 'terminate-agreement', DECISION)]],
      ['dismissed', [opened, by(AGENCY, '2024-03-08', 'dismiss-breach', withReason())]],
    ] as const) {
      const c = begun(...told);
      expect([stateOf(c), c.answer(order)]).toEqual([state, 'ok']);
      expect(c.answer(by(AGENCY, '2024-03-12', 'carry-out-settlement-stop'))).toBe('ok');
    }
    expect(suspended().answer(order)).toBe('ok');
  });

  it('no measure of the agency ends what it owes by the order of the bureau', () => {
    const c = begun(
      opened,
      head(BUREAU, '2024-03-05', 'order-settlement-stop', {
        body: { papers: papers('settlement-stop-notice'), approver: 'main-head' },
      }),
      heard,
      by(AGENCY, '2024-03-06T14:00:00+08:00', 'charge-penalty', DECISION),
    );
    expect(c.clock('agr-settlement-stop')?.status).toBe('running');
  });

  it('clawing back opens the recovery, with the agency as who recovers', () => {
    const c = begun(opened, heard, by(AGENCY, '2024-03-07', 'claw-back', DECISION));
    expect(c.proceeding('fund-recovery').roles).toMatchObject({ recoverer: [AGENCY] });
    expect(stateOf(c)).toBe('handled');
  });

  it('a termination is reported to the bureau, published, and stays open to its undoing', () => {
    const c = begun(opened, heard, head(AGENCY, '2024-03-08', 'terminate-agreement', DECISION));
    expect(c.clock('agm-report-bureau')).toMatchObject({ obliged: AGENCY, status: 'running' });
    expect(c.tell(by(AGENCY, '2024-03-08', 'close-agreement-handling'))).toMatchObject({
      details: ['measures-were-reported'],
    });
    c.must(by(AGENCY, '2024-03-08', 'report-to-bureau'), by(AGENCY, '2024-03-09', 'publish-termination'));
    expect(c.clock('agm-report-bureau')?.outcome).toBe('met');
    expect(c.state.parties).toContain(BUREAU);
    c.must(head(AGENCY, '2024-06-09', 'revoke-agreement-decision', withReason()));
    expect(stateOf(c)).toBe('checking');
  });

  it('only the head terminates or suspends', () => {
    const c = begun(opened, heard);
    expect(c.answer(by(AGENCY, '2024-03-08', 'terminate-agreement', DECISION))).toBe('RANK_TOO_LOW');
  });

  it('a suspension is decided on before it ends, and resumes or terminates', () => {
    const c = suspended();
    expect(c.clock('agr-suspension-end')).toMatchObject({ setBy: '2024-06-28', limitKind: 'agreed' });
    c.must(head(AGENCY, '2024-06-20', 'reinstate-agreement'));
    expect(c.clock('agr-suspension-end')?.outcome).toBe('met');
    const again = suspended();
    again.must(head(AGENCY, '2024-05-20', 'terminate-agreement', DECISION));
    expect(stateOf(again)).toBe('terminated');
  });

  it('what the bureau orders is signed for and handled, or comes back with reasons (N2 49(3))', () => {
    const order = by(BUREAU, '2024-03-04', 'order-agreement-handling', {
      procedure: 'agreement-handling',
      body: { papers: papers('agreement-order') },
    });
    const c = begun(order);
    expect(c.clock('agm-handle-by-order')?.obliged).toBe(AGENCY);
    c.must(by(AGENCY, '2024-03-05', 'receive-agreement-order'));
    expect(c.clock('agr-hand-off-receipt')?.outcome).toBe('met');
    // 15 working days from Tuesday 5 March.
    expect(c.clock('agr-agreement-decision')?.times.latestDueAt).toBe('2024-03-27T00:00:00+08:00');
    const back = begun(order);
    expect(back.answer(by(AGENCY, '2024-03-05', 'return-agreement-order'))).toBe('REASON_REQUIRED');
    back.must(by(AGENCY, '2024-03-05', 'return-agreement-order', withReason()));
    expect(back.handOffs().map(({ outcome }) => outcome)).toEqual(['returned']);
  });

  it('settlement is stopped on the order of the main head of the bureau only (O735 30)', () => {
    const c = begun(opened);
    const order = { body: { papers: papers('settlement-stop-notice'), approver: 'main-head' as const } };
    for (const approver of [undefined, 'head'] as const) {
      const body = { ...order.body, ...(approver ? { approver } : {}) };
      const { approver: _, ...unsaid } = body;
      const told = head(BUREAU, '2024-03-06', 'order-settlement-stop', { body: approver ? body : unsaid });
      expect(c.answer(told), approver).not.toBe('ok');
    }
    const run = by(AGENCY, '2024-03-06', 'carry-out-settlement-stop');
    expect(c.tell(run)).toMatchObject({ details: ['settlement-stop-ordered'] });
    expect(c.answer(by(BUREAU, '2024-03-06', 'order-settlement-stop', order))).toBe('RANK_TOO_LOW');
    c.must(head(BUREAU, '2024-03-06', 'order-settlement-stop', order));
    expect(c.clock('agr-settlement-stop')?.times.latestDueAt).toBe('2024-03-09T00:00:00+08:00');
    c.must({ ...run, at: '2024-03-08T10:00:00+08:00' });
    expect(c.clock('agr-settlement-stop')?.outcome).toBe('met');
  });
});

describe('经办与行政移交', () => {
  const noted = (who: string): Told =>
    by(who, '2024-03-04', 'note-matter', { procedure: 'agency-hand-over', with: ['summary'] });
  const over = (who: string, to: string): Told =>
    by(who, '2024-03-04', 'hand-over-matter', {
      body: { to: [to], reasonCode: 'penalty', papers: papers('matter-handover-letter') },
      with: ['reason'],
    });

  it('goes from the agency to the bureau with reasons and a receipt (JY 44)', () => {
    const c = begun(noted(AGENCY));
    expect(c.answer({ ...over(AGENCY, BUREAU), with: [] })).toBe('REASON_REQUIRED');
    c.must(over(AGENCY, BUREAU));
    expect(c.clock('hov-hand-over')?.outcome).toBe('met');
    expect(c.clock('agr-hand-off-receipt')?.obliged).toBe(BUREAU);
    c.must(by(BUREAU, '2024-03-05', 'receive-matter'));
    // Five working days from Tuesday 5 March.
    expect(c.clock('agr-handover-acceptance')?.times.latestDueAt).toBe('2024-03-13T00:00:00+08:00');
    c.must(by(BUREAU, '2024-03-06', 'accept-matter'));
    expect(c.tell(by(BUREAU, '2024-03-07', 'handle-by-agreement'))).toMatchObject({
      details: ['receiver-is-the-agency'],
    });
    const take = by(BUREAU, '2024-03-07', 'take-into-penalty');
    c.must({ ...take, body: { team: ['o-1', 'o-2'] } }, by(BUREAU, '2024-04-20', 'tell-matter-result'));
    expect(c.clock('agr-handover-result')?.outcome).toBe('met');
  });

  it('goes from the bureau to the agency, which opens its own handling', () => {
    const c = begun(
      noted(BUREAU),
      over(BUREAU, AGENCY),
      by(AGENCY, '2024-03-05', 'receive-matter'),
      by(AGENCY, '2024-03-06', 'accept-matter'),
    );
    expect(c.clock('hov-hand-over')).toBeUndefined();
    c.must(by(AGENCY, '2024-03-07', 'handle-by-agreement'));
    expect(c.proceeding('agreement-handling').roles).toMatchObject({ agency: [AGENCY], bureau: [BUREAU] });
  });

  it('comes back with reasons, is supplied with more, or withdrawn', () => {
    const c = begun(noted(AGENCY), over(AGENCY, BUREAU), by(BUREAU, '2024-03-05', 'receive-matter'));
    c.must(by(BUREAU, '2024-03-06', 'ask-for-supplement', withReason()));
    expect(c.clock('agr-handover-supplement')?.obliged).toBe(AGENCY);
    c.must(
      by(AGENCY, '2024-03-07', 'supply-material'),
      by(BUREAU, '2024-03-08', 'return-matter', withReason()),
    );
    expect(c.clock('agr-handover-resend')?.obliged).toBe(AGENCY);
  });

  it('is for agency and bureau only', () => {
    const c = begun(noted(AGENCY));
    expect(c.answer(over(AGENCY, '653023/health'))).toBe('RECEIVER_NOT_FITTING');
  });

  it('is no way from bureau to bureau, nor from agency to agency or to another place (N4 12(2))', () => {
    const ways = [
      [BUREAU, '653000/medical-insurance'],
      [AGENCY, '653000/insurance-agency'],
      ['653000/insurance-agency', BUREAU],
    ] as const;
    for (const [from, to] of ways)
      expect(begun(noted(from)).answer(over(from, to))).toBe('RECEIVER_NOT_FITTING');
  });
});
