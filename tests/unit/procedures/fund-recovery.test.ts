// Money back to the fund; results used; cases exposed. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import {
  AGENCY,
  BUREAU,
  begun,
  by,
  FINANCE,
  HEALTH,
  head,
  papers,
  withReason,
} from '../../support/measure-story.ts';

const COURT = '653023/court';
const JUSTICE = '653023/justice';
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
  const served = (day = '2024-03-05'): Told =>
    by(BUREAU, day, 'serve-decision', { body: { papers: papers('service-return') } });
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

  const partIntoFund = (day: string): Told =>
    by(BUREAU, day, 'pay-part-into-fund', {
      body: { papers: papers('fund-account-receipt'), fields: { fundKind: 'employees' } },
    });

  it('a part goes into the fund as soon as it is back, and finance is told; the last confirms them all (O735 45)', () => {
    const c = begun(demanded);
    expect(c.answer(partIntoFund('2024-03-19'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(paid('2024-03-20', 'record-part'));
    expect(c.must(partIntoFund('2024-03-21'))).toContainEqual(expect.objectContaining({ copies: [FINANCE] }));
    expect(stateOf(c, 'fund-recovery')).toBe('partly-repaid');
    expect(c.tell(partIntoFund('2024-03-22'))).toMatchObject({ details: ['part-is-not-in-the-fund'] });
    c.must(
      paid('2024-04-02', 'record-part'),
      partIntoFund('2024-04-03'),
      paid('2024-04-29', 'record-full-repayment'),
      intoFund('2024-05-06'),
      by(FINANCE, '2024-05-08', 'confirm-arrival'),
    );
    expect(stateOf(c, 'fund-recovery')).toBe('confirmed');
  });

  it('says on the record by when, for the law sets no number (S3 7.3)', () => {
    const c = begun(demanded);
    c.onRecord();
    const open = {
      newSubjects: [{ subject: 's2', kind: 'institution' as const }],
      fields: { recoveryGround: 'order' },
    };
    expect(c.tell({ ...demanded, at: '2024-03-05T10:00:00+08:00', body: open })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['dueOn'],
    });
  });

  const noted = (day = '2024-03-06'): Told => by(BUREAU, day, 'note-remedy');
  const changed = (day: string, command = 'note-change'): Told =>
    head(BUREAU, day, command, {
      body: { papers: papers('remedy-decision'), fields: { dueOn: '2024-07-31' } },
      with: ['amountFen'],
    });
  const back = (day: string): Told => by(BUREAU, day, 'return-repayment', { with: ['amountFen'] });

  it('of an order that was changed the new amount is owed by the new day, and what was paid beyond it goes back, in parts too', () => {
    const c = begun(demanded, served(), paid('2024-03-20', 'record-part'));
    expect(c.tell(back('2024-06-02'))).toMatchObject({ details: ['surplus-is-to-be-returned'] });
    c.must(changed('2024-06-03'));
    expect([stateOf(c, 'fund-recovery'), c.clock('rec-repay')?.setBy]).toEqual([
      'partly-repaid',
      '2024-07-31',
    ]);
    c.must(back('2024-06-04'), back('2024-06-05'));
    const claimed = begun({
      ...demanded,
      as: `${AGENCY}/o-1`,
      body: {
        newSubjects: [{ subject: 's1', kind: 'institution' }],
        fields: { dueOn: '2024-04-30', recoveryGround: 'agreement' },
      },
    });
    expect(claimed.tell({ ...changed('2024-06-03'), as: `${AGENCY}/head` })).toMatchObject({
      details: ['rests-on-an-order'],
    });
  });

  it('a change says what the order amounts to from here on (SS 77)', () => {
    const c = begun(demanded, served(), noted());
    c.onRecord();
    for (const command of ['note-change', 'note-increase'])
      expect(c.tell({ ...changed('2024-06-03', command), with: [] })).toMatchObject({
        code: 'FIELD_REQUIRED',
        details: ['amountFen'],
      });
  });

  it('more than was ordered is noted by a head, of a remedy that was sought, and with a day to pay by', () => {
    const c = begun(demanded, served());
    c.onRecord();
    const more = changed('2024-06-03', 'note-increase');
    expect(c.tell({ ...more, as: `${BUREAU}/o-1` })).toMatchObject({ code: 'RANK_TOO_LOW' });
    expect(c.tell({ ...changed('2024-06-03'), as: `${BUREAU}/o-1` })).toMatchObject({
      code: 'RANK_TOO_LOW',
    });
    expect(c.tell(more)).toMatchObject({ details: ['remedy-was-sought'] });
    c.must(noted('2024-06-03T09:00:00+08:00'));
    expect(c.tell({ ...more, body: { papers: papers('remedy-decision') } })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['dueOn'],
    });
  });

  const full = paid('2024-03-20', 'record-full-repayment');
  const waysOf = (...more: Told[]): Told[][] =>
    more.map((_, n) => [demanded, served(), noted(), ...more.slice(0, n + 1)]);
  const confirmed = by(FINANCE, '2024-03-22', 'confirm-arrival');

  it('where all is back, or is given up, a change makes no new day to pay by', () => {
    const given = head(BUREAU, '2024-03-21', 'declare-irrecoverable', withReason());
    for (const way of [...waysOf(full, intoFund('2024-03-21'), confirmed), ...waysOf(given)]) {
      const c = begun(...way);
      const before = stateOf(c, 'fund-recovery');
      c.must(changed('2024-06-03'));
      expect([stateOf(c, 'fund-recovery'), c.clock('rec-repay')?.status]).toEqual([before, 'stopped']);
    }
  });

  it('where all is back, more makes it owed again by the new day, in parts or whole', () => {
    const c = begun(demanded, served(), noted(), full, changed('2024-06-03', 'note-increase'));
    expect(c.clock('rec-repay')).toMatchObject({ status: 'running', setBy: '2024-07-31' });
    c.must(
      // Less than that after all: it is still owed, by another day.
      {
        ...changed('2024-06-05'),
        body: { papers: papers('remedy-decision'), fields: { dueOn: '2024-08-30' } },
      },
    );
    expect(c.clock('rec-repay')?.setBy).toBe('2024-08-30');
    c.must(paid('2024-06-06', 'record-part'), paid('2024-06-07', 'record-full-repayment'));
    expect([stateOf(c, 'fund-recovery'), c.clock('rec-repay')?.outcome]).toEqual(['repaid', 'met']);
    expect(c.clock('agr-recovery-into-fund')?.status).toBe('running');
    c.must(intoFund('2024-06-11'), by(FINANCE, '2024-06-12', 'confirm-arrival'));
    expect(stateOf(c, 'fund-recovery')).toBe('confirmed');
  });

  it('what was back before the increase goes into the fund at once, and no more than once', () => {
    const owing = begun(demanded, served(), noted(), full, changed('2024-03-25', 'note-increase'));
    expect(owing.clock('agr-recovery-into-fund')?.status).toBe('running');
    owing.must(partIntoFund('2024-03-26'));
    expect(owing.clock('agr-recovery-into-fund')?.outcome).toBe('met');
    expect(owing.tell(partIntoFund('2024-03-27'))).toMatchObject({ details: ['part-is-not-in-the-fund'] });
    owing.must(paid('2024-06-06', 'record-part'), partIntoFund('2024-06-07'));
  });

  it('what is in the fund is confirmed or queried by finance before more is noted', () => {
    const c = begun(demanded, served(), noted(), full, intoFund('2024-03-21'));
    expect(c.answer(changed('2024-03-22', 'note-increase'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(by(FINANCE, '2024-03-22', 'query-arrival', withReason()), changed('2024-03-25', 'note-increase'));
    expect(c.clock('agr-recovery-into-fund')?.status).toBe('running');
    c.must(partIntoFund('2024-03-26'));
    expect(c.clock('agr-recovery-into-fund')?.outcome).toBe('met');
  });

  it('what was paid beyond the order, or for one that is gone, is owed back until it is returned (O735 45)', () => {
    const cancelled = head(BUREAU, '2024-04-02', 'cancel-recovery', withReason());
    for (const fell of [changed('2024-04-02'), cancelled]) {
      for (const way of waysOf(full, intoFund('2024-03-21'), confirmed)) {
        const c = begun(...way, fell);
        expect(c.clock('agr-recovery-return')).toMatchObject({ status: 'running', obliged: BUREAU });
        const close = head(BUREAU, '2024-04-03', 'close-case', withReason());
        expect(c.answer(close)).toBe('CASE_NOT_SETTLED');
        c.must(back('2024-04-03'));
        expect(c.clock('agr-recovery-return')?.outcome).toBe('met');
      }
      expect(begun(demanded, served(), fell).clock('agr-recovery-return')).toBeUndefined();
    }
    const part = begun(demanded, paid('2024-03-20', 'record-part'), cancelled);
    expect(part.clock('agr-recovery-return')?.status).toBe('running');
  });

  it('confirmed by finance it is over: more is demanded anew', () => {
    const c = begun(demanded, served(), noted(), full, intoFund('2024-03-21'), confirmed);
    expect(c.answer(changed('2024-06-03', 'note-increase'))).toBe('NOT_ALLOWED_IN_STATE');
    const anew = { subjects: ['s1'], fields: { dueOn: '2024-07-31', recoveryGround: 'order' } };
    c.must({ ...demanded, at: '2024-06-03T10:00:00+08:00', body: anew });
    expect(stateOf(c, 'fund-recovery')).toBe('demanded');
  });

  it('chases no department for what the subject owes, however late', () => {
    const c = begun(demanded, paid('2024-06-03', 'record-full-repayment'));
    expect(c.clock('rec-repay')?.outcome).not.toBe('breached');
  });

  it('may be paid in instalments with the head’s consent, or cancelled with its ground', () => {
    const c = begun(demanded);
    const later = { body: { reasonCode: 'hardship', fields: { dueOn: '2024-06-28' } }, with: ['reason'] };
    expect(c.answer(by(BUREAU, '2024-04-20', 'agree-instalments', later))).toBe('RANK_TOO_LOW');
    c.must(head(BUREAU, '2024-04-20', 'agree-instalments', later));
    expect(c.clock('rec-repay')?.setBy).toBe('2024-06-28');
    c.must(head(BUREAU, '2024-09-06', 'cancel-recovery', withReason()));
    expect(stateOf(c, 'fund-recovery')).toBe('cancelled');
  });

  it('paid back it is kept, and the party has its days to ask for reconsideration and to sue all the same (FY 20, SS 46)', () => {
    const c = begun(demanded, served(), paid('2024-03-20', 'record-full-repayment'), intoFund('2024-03-21'));
    const remedies = () => ['pen-remedy-review', 'pen-remedy-suit'].map((limit) => c.clock(limit)?.status);
    expect([c.clock('rec-repay')?.outcome, ...remedies()]).toEqual(['met', 'running', 'running']);
    c.must(by(FINANCE, '2024-03-22', 'confirm-arrival'));
    expect([stateOf(c, 'fund-recovery'), ...remedies()]).toEqual(['confirmed', 'running', 'running']);
    // After the sixty days, within the six months.
    c.must(by(BUREAU, '2024-06-18', 'note-remedy'));
    expect([c.clock('pen-remedy-review')?.outcome, c.clock('pen-remedy-suit')?.outcome]).toEqual([
      'moot',
      'met',
    ]);
  });

  it('an order that is annulled afterwards is cancelled wherever the money is, and what was paid goes back, in parts too', () => {
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
      expect(c.answer({ ...returned, at: '2024-10-22T10:00:00+08:00' })).toBe('ok');
    }
    const unpaid = begun(demanded, head(BUREAU, '2024-10-14', 'cancel-recovery', withReason()));
    expect(unpaid.tell(returned)).toMatchObject({ details: ['money-is-to-be-returned'] });
  });

  const unpaid = (day: string, enforceableFrom: string): Told =>
    by(BUREAU, day, 'note-not-performed', { body: { fields: { enforceableFrom } } });
  const urged = (day: string): Told =>
    by(BUREAU, day, 'urge-performance', { body: { papers: papers('urging-notice') } });
  const applied = (day: string): Told =>
    head(BUREAU, day, 'apply-to-court', { body: { papers: papers('enforcement-application') } });
  /** Before a county that has a court. */
  const enforced = (...told: Told[]): CaseDriver => {
    const c = caseDriver(registerWith([BUREAU, COURT, JUSTICE, FINANCE]));
    c.must(...told);
    return c;
  };

  it('an order leaves its party sixty days and six months since it was served, and nothing before (FY 20, SS 46)', () => {
    const c = begun(demanded);
    expect(c.clock('pen-remedy-review')).toBeUndefined();
    expect(c.tell(unpaid('2025-03-10', '2024-09-05'))).toMatchObject({ details: ['order-was-served'] });
    c.must(served());
    expect(
      ['pen-remedy-review', 'pen-remedy-suit'].map((limit) =>
        c.clock(limit)?.times.latestDueAt?.slice(0, 10),
      ),
      // Saturday 4 May is in the holiday, which ends with Sunday 5 May.
    ).toEqual(['2024-05-07', '2024-09-06']);
  });

  it('an order is enforced once the six months to sue are over, urged, ten working days later, within three months (QZ 53, 54)', () => {
    const c = enforced(demanded, served());
    expect(c.tell(head(BUREAU, '2024-09-04', 'seek-enforcement'))).toMatchObject({
      details: ['rests-on-no-order'],
    });
    for (const day of ['2024-03-06', '2024-05-08', '2024-09-05'])
      expect(c.tell(unpaid(day, '2024-09-05')), day).toMatchObject({
        details: ['remedies-are-over', 'from: 2024-09-06T00:00:00+08:00'],
      });
    expect(c.tell(unpaid('2024-09-06', '2024-08-01'))).toMatchObject({
      details: ['counted-from-the-last-day-to-sue'],
    });
    c.must(unpaid('2024-09-06', '2024-09-05'));
    expect(c.tell(applied('2024-09-09'))).toMatchObject({ details: ['urged-ten-days-ago'] });
    c.must(urged('2024-09-09'));
    // Saturday 14 September is worked, 15 to 17 are 中秋: the tenth working day is 24 September.
    expect(c.tell(applied('2024-09-24'))).toMatchObject({
      details: ['urged-ten-days-ago', 'from: 2024-09-25T00:00:00+08:00'],
    });
    c.must(applied('2024-09-25'), by(COURT, '2024-09-27', 'accept-enforcement'));
    expect([stateOf(c, 'fund-recovery'), c.clock('pen-court-apply')?.outcome]).toEqual([
      'under-enforcement',
      'met',
    ]);
    c.must(paid('2024-10-10', 'record-part'), paid('2024-10-11', 'record-full-repayment'));
    expect(stateOf(c, 'fund-recovery')).toBe('repaid');
  });

  it('an order is enforced no more once the three months are over (QZ 53)', () => {
    const c = enforced(demanded, served(), unpaid('2024-09-06', '2024-09-05'), urged('2024-09-09'));
    expect(c.answer(applied('2026-07-08'))).toBe('RIGHT_LAPSED');
  });

  it('and not while a suit over it is pending; what was sought and lost for good may be enforced at once', () => {
    const c = enforced(
      demanded,
      served(),
      by(BUREAU, '2024-04-17', 'note-remedy', { body: { fields: { remedySought: 'suit' } } }),
      by(COURT, '2024-04-18', 'accept-suit', {
        body: {
          to: [BUREAU],
          subjects: ['s1'],
          fields: { contested: ['order-to-repay'] },
          papers: papers('suit-papers'),
        },
        procedure: 'penalty-remedy',
      }),
    );
    const p1 = { proceeding: 'p1' };
    expect(c.tell({ ...unpaid('2024-10-08', '2024-09-05'), ...p1 })).toMatchObject({
      details: ['no-remedy-pending'],
    });
    c.must(
      by(COURT, '2024-10-10', 'end-suit', withReason({ papers: papers('administrative-judgment') })),
      by(BUREAU, '2024-10-11', 'note-remedies-exhausted', { body: { papers: papers('remedy-decision') } }),
      unpaid('2024-10-11', '2024-10-10'),
    );
    expect(stateOf(c, 'fund-recovery')).toBe('unperformed');
  });

  it('what the agreement or a judgment gives a claim to waits for no remedy, and is served and contested as no order', () => {
    for (const recoveryGround of ['agreement', 'judgment']) {
      const c = begun({
        ...demanded,
        as: `${AGENCY}/o-1`,
        body: { newSubjects: [{ subject: 's1', kind: 'institution' }], fields: { recoveryGround } },
      });
      expect(c.tell(by(AGENCY, '2024-03-05', 'note-remedy')), recoveryGround).toMatchObject({
        details: ['rests-on-an-order'],
      });
      expect(c.answer(head(AGENCY, '2024-03-05', 'seek-enforcement')), recoveryGround).toBe('ok');
    }
  });

  it('is ordered by the bureau alone, claimed under an agreement by the agency alone (O735 13, 38, 40, 41)', () => {
    const POLICE = '653023/public-security';
    const as = (who: string, recoveryGround: string): string =>
      caseDriver(registerWith([BUREAU, AGENCY, POLICE, COURT, HEALTH])).answer({
        ...demanded,
        as: `${who}/o-1`,
        body: { newSubjects: [{ subject: 's1', kind: 'institution' }], fields: { recoveryGround } },
      });
    const allowed = (recoveryGround: string) =>
      [BUREAU, AGENCY, POLICE, COURT, HEALTH].filter((who) => as(who, recoveryGround) === 'ok');
    expect(allowed('order')).toEqual([BUREAU]);
    expect(allowed('agreement')).toEqual([AGENCY]);
    expect(allowed('judgment')).toEqual([BUREAU, AGENCY, POLICE, COURT]);
  });

  it('says on the record what it rests on', () => {
    const c = begun(demanded);
    c.onRecord();
    const unsaid = {
      newSubjects: [{ subject: 's2', kind: 'institution' as const }],
      fields: { dueOn: '2024-04-30' },
    };
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
