// Money back to the fund; results used; cases exposed. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { BUREAU, begun, by, FINANCE, HEALTH, head, papers, withReason } from '../../support/measure-story.ts';

const COURT = '653023/court';
const stateOf = (c: CaseDriver, procedure: string) => c.proceeding(procedure).state;

describe('基金追回', () => {
  const demanded: Told = by(BUREAU, '2024-03-04', 'demand-repayment', {
    procedure: 'fund-recovery',
    body: {
      newSubjects: [{ subject: 's1', kind: 'institution' }],
      fields: { dueOn: '2024-04-30', recoveryGround: 'order' },
    },
    with: ['amountFen'],
  });
  const paid = (day: string, command: string): Told =>
    by(BUREAU, day, command, { body: { fields: { paidThrough: 'transfer' } }, with: ['amountFen'] });
  const intoFund = (day: string): Told =>
    by(BUREAU, day, 'pay-into-fund', {
      body: { papers: papers('fund-account-receipt'), fields: { fundKind: 'employees' } },
    });

  it('comes back in numbered parts, into the fund it came from, and finance confirms it (O735 45)', () => {
    const c = begun(demanded, paid('2024-03-20', 'record-part'), paid('2024-04-29', 'record-full-repayment'));
    expect(c.proceeding('fund-recovery').fields['paymentNumber']).toBe(2);
    expect(c.clock('rec-repay')).toMatchObject({ obliged: 's1', setBy: '2024-04-30', outcome: 'met' });
    c.must(intoFund('2024-05-08'));
    expect(c.clock('agr-recovery-confirm')?.obliged).toBe(FINANCE);
    expect(c.answer(by(BUREAU, '2024-05-09', 'confirm-arrival'))).toBe('NOT_YOUR_ROLE');
    c.must(by(FINANCE, '2024-05-09', 'query-arrival', withReason()));
    expect(stateOf(c, 'fund-recovery')).toBe('repaid');
    c.must(intoFund('2024-05-10'), by(FINANCE, '2024-05-13', 'confirm-arrival'));
    expect(stateOf(c, 'fund-recovery')).toBe('confirmed');
  });

  it('chases no department for what the subject owes, however late', () => {
    const c = begun(demanded, paid('2024-06-03', 'record-full-repayment'));
    expect(c.clock('rec-repay')?.outcome).not.toBe('breached');
  });

  it('may be paid in instalments with the head’s consent, enforced, or cancelled with its ground', () => {
    const c = begun(demanded);
    const later = { body: { reasonCode: 'hardship', fields: { dueOn: '2024-06-28' } }, with: ['reason'] };
    expect(c.answer(by(BUREAU, '2024-04-20', 'agree-instalments', later))).toBe('RANK_TOO_LOW');
    c.must(head(BUREAU, '2024-04-20', 'agree-instalments', later));
    expect(c.clock('rec-repay')?.setBy).toBe('2024-06-28');
    c.must(
      head(BUREAU, '2024-09-05', 'seek-enforcement'),
      head(BUREAU, '2024-09-06', 'cancel-recovery', withReason()),
    );
    expect(stateOf(c, 'fund-recovery')).toBe('cancelled');
  });

  it('paid back it is kept, and the party has its days to ask for reconsideration and to sue all the same (FY 20, SS 46)', () => {
    const c = begun(demanded, paid('2024-03-20', 'record-full-repayment'), intoFund('2024-03-21'));
    const remedies = () => ['rec-remedy-review', 'rec-remedy-suit'].map((limit) => c.clock(limit)?.status);
    expect([c.clock('rec-repay')?.outcome, ...remedies()]).toEqual(['met', 'running', 'running']);
    c.must(by(FINANCE, '2024-03-22', 'confirm-arrival'));
    expect([stateOf(c, 'fund-recovery'), ...remedies()]).toEqual(['confirmed', 'running', 'running']);
    // After the sixty days, within the six months.
    c.must(by(BUREAU, '2024-06-18', 'note-order-remedy'));
    expect([c.clock('rec-remedy-review')?.outcome, c.clock('rec-remedy-suit')?.outcome]).toEqual([
      'moot',
      'met',
    ]);
  });

  it('an order that is annulled afterwards is cancelled wherever the money is, and what was paid goes back once', () => {
    const full = paid('2024-03-20', 'record-full-repayment');
    const ways: Told[][] = [
      [paid('2024-03-20', 'record-part')],
      [full],
      [full, intoFund('2024-03-21')],
      [full, intoFund('2024-03-21'), by(FINANCE, '2024-03-22', 'confirm-arrival')],
    ];
    const returned = by(BUREAU, '2024-10-21', 'return-repayment', { with: ['amountFen'] });
    for (const way of ways) {
      const c = begun(demanded, ...way, head(BUREAU, '2024-10-14', 'cancel-recovery', withReason()));
      expect([stateOf(c, 'fund-recovery'), c.answer(returned)]).toEqual(['cancelled', 'ok']);
      expect(c.tell({ ...returned, at: '2024-10-22T10:00:00+08:00' })).toMatchObject({
        details: ['money-is-to-be-returned'],
      });
    }
    const unpaid = begun(demanded, head(BUREAU, '2024-10-14', 'cancel-recovery', withReason()));
    expect(unpaid.tell(returned)).toMatchObject({ details: ['money-is-to-be-returned'] });
  });

  it('an order over which the party sought a remedy goes to court once that has ended', () => {
    const c = begun(demanded, by(BUREAU, '2024-04-18', 'note-order-remedy'));
    expect(c.tell(head(BUREAU, '2024-10-08', 'seek-enforcement'))).toMatchObject({
      details: ['order-stands'],
    });
    c.must(
      by(BUREAU, '2024-10-08', 'note-order-remedies-exhausted', {
        body: { papers: papers('remedy-decision') },
      }),
    );
    expect(c.answer(head(BUREAU, '2024-10-09', 'seek-enforcement'))).toBe('ok');
  });

  it('an order goes to court only once the six months to sue are over (QZ 53, SS 46)', () => {
    const c = begun(demanded);
    const toCourt = (day: string): Told => head(BUREAU, day, 'seek-enforcement');
    for (const day of ['2024-03-05', '2024-05-06', '2024-09-04'])
      expect(c.tell(toCourt(day)), day).toMatchObject({ details: ['order-stands'] });
    expect(c.answer(toCourt('2024-09-05'))).toBe('ok');
  });

  it('and not while a suit over it is pending, however late', () => {
    const c = caseDriver(registerWith([BUREAU, COURT]));
    c.must(demanded, by(BUREAU, '2024-04-17', 'admit-departments', { body: { to: [COURT] } }), {
      ...by(COURT, '2024-04-18', 'accept-suit', {
        body: { to: [BUREAU], subjects: ['s1'], papers: papers('suit-papers') },
      }),
      procedure: 'penalty-remedy',
    });
    expect(c.tell({ ...head(BUREAU, '2024-10-08', 'seek-enforcement'), proceeding: 'p1' })).toMatchObject({
      details: ['no-remedy-pending'],
    });
  });

  it('what the agreement or a judgment gives a claim to waits for no remedy', () => {
    for (const recoveryGround of ['agreement', 'judgment']) {
      const c = begun({
        ...demanded,
        body: { newSubjects: [{ subject: 's1', kind: 'institution' }], fields: { recoveryGround } },
      });
      expect(c.tell(by(BUREAU, '2024-03-05', 'note-order-remedy'))).toMatchObject({
        details: ['rests-on-an-order'],
      });
      expect(c.answer(head(BUREAU, '2024-03-05', 'seek-enforcement')), recoveryGround).toBe('ok');
    }
  });

  it('says on the record what it rests on', () => {
    const c = begun(demanded);
    c.onRecord();
    const unsaid = { newSubjects: [{ subject: 's2', kind: 'institution' as const }] };
    expect(c.tell({ ...demanded, at: '2024-03-05T10:00:00+08:00', body: unsaid })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['recoveryGround'],
    });
  });
});

describe('监管结果运用', () => {
  const sent: Told = by(BUREAU, '2024-03-04', 'send-result', {
    procedure: 'staff-and-funding',
    body: {
      to: [HEALTH, '653023/human-resources'],
      fields: { resultUse: ['performance', 'titles'] },
      papers: papers('result-letter'),
    },
  });
  const p1 = { proceeding: 'p1' };

  it('each receiver signs, decides by itself and reports', () => {
    const c = begun(
      sent,
      by(HEALTH, '2024-03-05', 'receive-result', p1),
      by(HEALTH, '2024-03-08', 'apply-result', p1),
      by(HEALTH, '2024-04-08', 'report-result-use', p1),
    );
    expect(Object.values(c.state.proceedings).map(({ state }) => state)).toEqual(['reported', 'sent']);
    expect(c.clock('agr-result-report', 'p1')?.outcome).toBe('met');
  });

  it('says why where it does not use one', () => {
    const c = begun(sent, by(HEALTH, '2024-03-05', 'receive-result', p1));
    expect(c.answer(by(HEALTH, '2024-03-08', 'decline-result', p1))).toBe('REASON_REQUIRED');
  });

  it('looks at it anew where the result is corrected', () => {
    const c = begun(
      sent,
      by(HEALTH, '2024-03-05', 'receive-result', p1),
      by(HEALTH, '2024-03-08', 'apply-result', p1),
      by(BUREAU, '2024-03-20', 'correct-result', { ...p1, ...withReason() }),
    );
    expect(c.proceeding('staff-and-funding').state).toBe('sent');
    expect(c.state.proceedings['p1']?.state).toBe('received');
    expect(c.clock('agr-result-use', 'p1')?.status).toBe('running');
  });
});

describe('典型案例曝光', () => {
  const drafted = () =>
    begun(
      by(BUREAU, '2024-03-04', 'propose-exposure', { procedure: 'publicity' }),
      by(BUREAU, '2024-03-05', 'anonymise-draft', { body: { papers: papers('exposure-draft') } }),
    );

  it('is published after names are out and another officer, of rank head, has checked it', () => {
    const c = begun(
      by(BUREAU, '2024-03-04', 'propose-exposure', { procedure: 'publicity' }),
      head(BUREAU, '2024-03-05', 'anonymise-draft', { body: { papers: papers('exposure-draft') } }),
    );
    expect(c.answer(head(BUREAU, '2024-03-06', 'approve-exposure'))).toBe('SAME_OFFICER');
    const other = drafted();
    expect(other.answer(by(BUREAU, '2024-03-06', 'publish-exposure'))).toBe('NOT_ALLOWED_IN_STATE');
    other.must(head(BUREAU, '2024-03-06', 'approve-exposure'), by(BUREAU, '2024-03-07', 'publish-exposure'));
    expect(stateOf(other, 'publicity')).toBe('published');
  });

  it('is withdrawn within three working days where the penalty was changed (CF 48(2))', () => {
    const c = drafted();
    c.must(
      head(BUREAU, '2024-03-06', 'approve-exposure'),
      by(BUREAU, '2024-03-07', 'publish-exposure'),
      by(BUREAU, '2024-05-06', 'learn-penalty-changed'),
    );
    expect(c.clock('pub-withdraw')?.times.latestDueAt).toBe('2024-05-10T00:00:00+08:00');
    c.must(
      by(BUREAU, '2024-05-10', 'withdraw-exposure', {
        body: { papers: papers('withdrawal-statement'), reasonCode: 'changed' },
        with: ['reason'],
      }),
    );
    expect(c.clock('pub-withdraw')?.outcome).toBe('breached');
  });

  it('is corrected, or the correction refused with reasons', () => {
    const c = drafted();
    c.must(head(BUREAU, '2024-03-06', 'approve-exposure'), by(BUREAU, '2024-03-07', 'publish-exposure'));
    expect(c.tell(by(BUREAU, '2024-03-08', 'refuse-correction', withReason()))).toMatchObject({
      details: ['a-request-waits'],
    });
    c.must(
      by(BUREAU, '2024-03-11', 'take-correction-request'),
      by(BUREAU, '2024-03-12', 'correct-exposure', { body: { papers: papers('exposure-correction') } }),
    );
    expect(c.clock('agr-publicity-objection')?.outcome).toBe('met');
  });
});
