// A department's word about the past binds itself: nobody convicts another, or clears itself, by the date it writes down.
import { describe, expect, it } from 'vitest';
import { caseDriver, changed } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  notFiled,
  OTHER_POLICE,
  POLICE,
  PROCURATORATE,
  papers,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const acceptedOnRecord = () => {
  const c = accepted();
  c.onRecord();
  return c;
};

const approvable = () => {
  const c = caseDriver(countyRegister());
  c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
  c.onRecord();
  return c;
};
const reportable = () => {
  const c = caseDriver(countyRegister());
  c.must(steps.suspect('2024-03-04T09:00:00+08:00'));
  c.onRecord();
  return c;
};
const handedOverLate = () => {
  const c = approvable();
  c.must(steps.approve('2024-03-05T09:00:00+08:00'));
  c.must({ ...steps.handOver('2024-03-05T17:00:00+08:00'), recordedAt: '2024-03-08T10:00:00+08:00' });
  return c;
};
const countyClue = (at: string, recordedAt: string) => {
  const c = caseDriver(countyRegister());
  c.onRecord();
  c.must({
    as: `${BUREAU}/o-1`,
    command: 'send-clue',
    at,
    recordedAt,
    procedure: 'clue-notice',
    body: { to: ['653023/health'], fields: { topic: 'overcharging' } },
    with: ['reason', 'title'],
  });
  return c;
};

describe('他人的期限不因本部门倒填日期而起算', () => {
  it('a hand-over dated thirteen days back puts nobody in breach: the police have from when it was recorded', () => {
    const clue = countyClue('2024-03-07T09:00:00+08:00', '2024-03-20T09:00:00+08:00');
    expect(clue.clock('agr-clue-acknowledge')).toMatchObject({ startedAt: '2024-03-20T09:00:00+08:00' });
    expect(clue.clock('agr-clue-acknowledge')?.times.latestDueAt?.slice(0, 10)).toBe('2024-03-23');
  });

  it('a filing of 6 March recorded on 20 March leaves the sender three days from 20 March to hand over the property', () => {
    const c = underReview();
    c.onRecord();
    c.must({
      ...steps.file('2024-03-06T10:00:00+08:00'),
      recordedAt: '2024-03-20T10:00:00+08:00',
      with: ['reason'],
    });
    const due = c.clock('fwd-property-handover');
    expect(due?.startedAt).toBe('2024-03-20T10:00:00+08:00');
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'hand-over-property',
      at: '2024-03-21T10:00:00+08:00',
      body: { papers: papers('property-handover-list') },
    });
    expect(c.clock('fwd-property-handover')?.outcome).toBe('met');
  });

  it('served on paper it may have begun that day and at the latest when recorded, until the receiver says', () => {
    const c = underReview();
    c.onRecord();
    c.must({
      ...steps.file('2024-03-06T10:00:00+08:00'),
      recordedAt: '2024-03-08T10:00:00+08:00',
      body: { papers: [{ ...papers('filing-notice')[0], servedOn: '2024-03-06' } as never] },
    });
    const before = c.clock('fwd-property-handover');
    expect([before?.startedAt, before?.startedAtLatest]).toEqual([
      '2024-03-06T00:00:00+08:00',
      '2024-03-08T10:00:00+08:00',
    ]);
    const confirm = { as: `${BUREAU}/o-1`, command: 'confirm-receipt', body: { clock: before?.clock ?? '' } };
    expect(
      c.answer({ ...confirm, at: '2024-03-05T10:00:00+08:00', recordedAt: '2024-03-08T11:00:00+08:00' }),
    ).toBe('FIELD_REFUSED');
    c.must({ ...confirm, at: '2024-03-07T10:00:00+08:00', recordedAt: '2024-03-08T11:00:00+08:00' });
    const after = c.clock('fwd-property-handover');
    expect([after?.startedAt, after?.startedAtLatest]).toEqual(['2024-03-07T10:00:00+08:00', undefined]);

    // Said otherwise afterwards: earlier counts at once, later is a claim; neither without the reason, nor out of the range.
    const again = { ...confirm, recordedAt: '2024-03-08T12:00:00+08:00', with: ['reason'] as const };
    expect(c.answer({ ...again, at: '2024-03-08T09:00:00+08:00', with: [] })).toBe('REASON_REQUIRED');
    expect(c.answer({ ...again, at: '2024-03-08T11:00:00+08:00' })).toBe('FIELD_REFUSED');
    expect(c.answer({ ...again, at: '2024-03-08T09:00:00+08:00' })).toBe('ok');
    expect(c.clock('fwd-property-handover')).toMatchObject({
      startedAt: '2024-03-07T10:00:00+08:00',
      claimedStartAt: '2024-03-08T09:00:00+08:00',
      times: after?.times,
    });
    expect(c.answer({ ...again, at: '2024-03-06T15:00:00+08:00' })).toBe('ok');
    expect(c.clock('fwd-property-handover')?.startedAt).toBe('2024-03-06T15:00:00+08:00');
  });

  it('nothing is confirmed of a receipt that nobody asks about', () => {
    const c = underReview();
    c.onRecord();
    c.must(steps.file('2024-03-06T10:00:00+08:00'));
    const clock = c.clock('fwd-property-handover')?.clock ?? '';
    const confirm = { as: `${BUREAU}/o-1`, command: 'confirm-receipt', body: { clock } };
    expect(c.answer({ ...confirm, at: '2024-03-06T11:00:00+08:00' })).toBe('RECEIPT_NOT_OPEN');
  });

  it('by the word of who served the paper alone nothing has passed: no alarm of a day before it was recorded', () => {
    const c = underReview();
    c.onRecord();
    c.must({
      ...steps.file('2024-03-06T10:00:00+08:00'),
      recordedAt: '2024-04-08T10:00:00+08:00',
      with: ['reason'],
      body: { papers: [{ ...papers('filing-notice')[0], servedOn: '2024-03-06' } as never] },
    });
    const clock = c.clock('fwd-property-handover');
    expect((clock?.times.strictDueAt ?? '') < '2024-04-08').toBe(true);
    const { moments } = clock?.times ?? { moments: [] };
    expect(moments.map(({ moment }) => moment)).toContain('due');
    expect(moments.filter(({ at }) => at <= '2024-04-08T10:00:00+08:00')).toEqual([]);
  });

  it('a paper said to be served tomorrow is refused', () => {
    const c = underReview();
    c.onRecord();
    const body = { papers: [{ ...papers('filing-notice')[0], servedOn: '2024-03-07' } as never] };
    expect(c.answer({ ...steps.file('2024-03-06T10:00:00+08:00'), body })).toBe('FIELD_REFUSED');
  });
});

describe('补录称按期', () => {
  const lateReceipt = () => {
    const c = underReview();
    c.onRecord();
    c.must(reach('p1/fwd-filing-review/1', 'due', '2024-03-09T00:00:00+08:00'));
    c.must({ ...steps.file('2024-03-07T10:00:00+08:00'), recordedAt: '2024-03-12T10:00:00+08:00' });
    return c;
  };

  it('what is recorded after the end and dated before it is a claim, not kept; what was recorded as overdue stays', () => {
    const clock = lateReceipt().clock('fwd-filing-review');
    expect([clock?.outcome, clock?.reached]).toEqual(['claimed-in-time', expect.arrayContaining(['due'])]);
  });

  it('the one obliged cannot confirm it; the procuratorate can, and then it was kept', () => {
    const c = lateReceipt();
    const clock = c.clock('fwd-filing-review')?.clock ?? '';
    const confirm = { command: 'confirm-claim', at: '2024-03-13T10:00:00+08:00', body: { clock } };
    expect(c.answer({ ...confirm, as: `${POLICE}/o-1` })).toBe('NOT_YOUR_ROLE');
    expect(c.answer({ ...confirm, as: `${PROCURATORATE}/o-1` })).toBe('ok');
    expect(c.clock('fwd-filing-review')?.outcome).toBe('met');
    expect(c.answer({ ...confirm, as: `${PROCURATORATE}/o-1` })).toBe('CLAIM_NOT_OPEN');
  });

  it('disputed with a reason it is a breach', () => {
    const c = lateReceipt();
    const clock = c.clock('fwd-filing-review')?.clock ?? '';
    const dispute = {
      as: `${PROCURATORATE}/o-1`,
      command: 'dispute-claim',
      at: '2024-03-13T10:00:00+08:00',
      body: { clock },
    };
    expect(c.answer(dispute)).toBe('REASON_REQUIRED');
    const early = { at: '2024-03-07T09:00:00+08:00', recordedAt: '2024-03-13T10:00:00+08:00' };
    expect(c.answer({ ...dispute, ...early, with: ['reason'] })).toBe('OCCURRED_BEFORE_PREVIOUS');
    expect(c.answer({ ...dispute, with: ['reason'] })).toBe('ok');
    expect(c.clock('fwd-filing-review')?.outcome).toBe('breached');
  });

  it('a hand-over entered late counts as in time once the police sign for it with a date within the 24 hours', () => {
    const c = handedOverLate();
    expect(c.clock('fwd-handover')?.outcome).toBe('claimed-in-time');
    c.must({ ...steps.sign('2024-03-05T18:00:00+08:00'), recordedAt: '2024-03-08T11:00:00+08:00' });
    expect(c.clock('fwd-handover')?.outcome).toBe('met');
  });

  it('a receipt dated after the end leaves it a claim', () => {
    const c = handedOverLate();
    c.must({ ...steps.sign('2024-03-07T18:00:00+08:00'), recordedAt: '2024-03-08T11:00:00+08:00' });
    expect(c.clock('fwd-handover')?.outcome).toBe('claimed-in-time');
  });

  it('in a rehearsal, where all is told as it happened, it is simply kept', () => {
    const c = underReview();
    c.must({ ...steps.file('2024-03-07T10:00:00+08:00'), recordedAt: '2024-03-12T10:00:00+08:00' });
    expect(c.clock('fwd-filing-review')?.outcome).toBe('met');
  });
});

describe('权利逾期', () => {
  const request = {
    ...steps.reconsider('2024-03-08T10:00:00+08:00'),
    recordedAt: '2024-04-20T10:00:00+08:00',
    with: ['reason'],
  };
  it('a reconsideration that lapsed is not saved by dating the request back', () => {
    const c = notFiled();
    c.onRecord();
    expect(c.answer(request)).toBe('RIGHT_LAPSED');
  });
  it('served on paper in time it is taken, as a claim', () => {
    const c = notFiled();
    c.onRecord();
    const served = [{ ...papers('reconsideration-request')[0], servedOn: '2024-03-08' } as never];
    expect(c.answer({ ...request, body: { papers: served } })).toBe('ok');
    expect(c.clock('fwd-reconsider-request')?.outcome).toBe('claimed-in-time');
  });
});

describe('日期与职级', () => {
  it('on the record a date known to the month or year is refused, and so is one of a later day', () => {
    const c = acceptedOnRecord();
    const review = steps.review('2024-03-05T14:00:00+08:00');
    for (const precision of ['month', 'year', 'undated'] as const)
      expect(c.answer({ ...review, precision })).toBe('REHEARSAL_ONLY');
    expect(c.answer({ ...review, precision: 'day' })).toBe('ok');
  });

  it('an act more than seven days back needs a reason in the record', () => {
    const c = acceptedOnRecord();
    const late = { ...steps.review('2024-03-06T14:00:00+08:00'), recordedAt: '2024-03-14T14:00:00+08:00' };
    expect(c.answer(late)).toBe('DATED_BACK');
    expect(c.answer({ ...late, recordedAt: '2024-03-13T13:59:59+08:00' })).toBe('ok');
  });

  it('a head who was demoted approves nothing by dating back', () => {
    const demoted = changed(
      countyRegister(),
      '653023',
      [{ change: 'officer-appointed', department: BUREAU, officer: 'head', ranks: ['officer'] }],
      '2024-03-05T12:00:00+08:00',
    );
    const c = delivered();
    const again = approvable();
    again.under(demoted);
    const approve = {
      ...steps.approve('2024-03-05T09:00:00+08:00'),
      recordedAt: '2024-03-06T09:00:00+08:00',
    };
    expect(again.answer(approve)).toBe('RANK_TOO_LOW');
    expect(c.proceeding('criminal-transfer').state).toBe('delivered');
  });

  it('what is overdue when it is recorded can be neither prolonged nor paused by an earlier date', () => {
    const c = underReview();
    c.onRecord();
    const late = { recordedAt: '2024-03-12T10:00:00+08:00', at: '2024-03-06T10:00:00+08:00' };
    expect(
      c.answer({
        ...late,
        as: `${POLICE}/head`,
        command: 'pause-review',
        body: { basis: 'GA127', reasonCode: 'x' },
        with: ['reason'],
      }),
    ).toBe('PAUSE_NOT_ALLOWED');
  });
});

describe('迟录的起算', () => {
  it('levels two and three of an own limit begun long ago are counted from when it was recorded', () => {
    const c = reportable();
    c.must({
      ...steps.report('2024-03-04T15:00:00+08:00'),
      recordedAt: '2024-03-20T15:00:00+08:00',
      with: ['reason'],
    });
    const moments = c.clock('fwd-head-decision')?.times.moments ?? [];
    expect(moments.find(({ moment }) => moment === 'escalate-2')?.at.slice(0, 10)).toBe('2024-03-26');
    expect(moments.find(({ moment }) => moment === 'due')?.at.slice(0, 7)).toBe('2024-03');
  });
});

describe('补录与争议不能自行改判', () => {
  const approvedAt = () => {
    const c = approvable();
    c.must(steps.approve('2024-03-05T09:00:00+08:00'));
    return c;
  };

  it('a hand-over dated to the day alone is a claim where the 24 hours were over when it was recorded', () => {
    const c = approvedAt();
    c.must({
      ...steps.handOver('2024-03-06T00:00:00+08:00'),
      recordedAt: '2024-03-06T15:00:00+08:00',
      precision: 'day',
    });
    expect(c.clock('fwd-handover')?.outcome).toBe('claimed-in-time');
  });

  it('what another has disputed is bettered by no correction of one’s own', () => {
    const c = handedOverLate();
    const clock = c.clock('fwd-handover')?.clock ?? '';
    c.must({
      as: `${PROCURATORATE}/o-1`,
      command: 'dispute-claim',
      at: '2024-03-08T11:00:00+08:00',
      body: { clock },
      with: ['reason'],
    });
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'correct-step',
      at: '2024-03-08T12:00:00+08:00',
      body: { corrects: { sequence: 4, occurredAt: '2024-03-05T17:01:00+08:00' } },
      with: ['reason'],
    });
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('the police that take a case over do not settle what those before them claim', () => {
    const c = underReview();
    c.onRecord();
    c.must({ ...steps.file('2024-03-07T10:00:00+08:00'), recordedAt: '2024-03-12T10:00:00+08:00' });
    const clock = c.clock('fwd-filing-review')?.clock ?? '';
    c.must({
      as: `${POLICE}/head`,
      command: 'move-jurisdiction',
      at: '2024-03-12T11:00:00+08:00',
      body: { to: [OTHER_POLICE], reasonCode: 'elsewhere' },
      with: ['reason'],
    });
    const confirm = { command: 'confirm-claim', at: '2024-03-12T12:00:00+08:00', body: { clock } };
    expect(c.answer({ ...confirm, as: `${OTHER_POLICE}/o-1` })).toBe('NOT_YOUR_ROLE');
    expect(c.answer({ ...confirm, as: `${PROCURATORATE}/o-1` })).toBe('ok');
  });

  it('a clock that is none is none to everybody, and to who is no party there is no case', () => {
    const c = handedOverLate();
    const asked = { command: 'confirm-claim', at: '2024-03-08T11:00:00+08:00' };
    for (const clock of ['__proto__', 'constructor', 'p1/none/1']) {
      expect(c.answer({ ...asked, as: `${POLICE}/o-1`, body: { clock } })).toBe('NO_SUCH_CLOCK');
      expect(c.answer({ ...asked, as: '653023/audit/o-1', body: { clock } })).toBe('CASE_NOT_FOUND');
    }
  });

  it('a later start that was taken back is claimed no more', () => {
    const c = approvedAt();
    const correct = (occurredAt: string, at: string) => ({
      as: `${BUREAU}/head`,
      command: 'correct-step',
      at,
      body: { corrects: { sequence: 3, occurredAt } },
      with: ['reason'],
    });
    c.must(correct('2024-03-05T20:00:00+08:00', '2024-03-05T21:00:00+08:00'));
    c.must(correct('2024-03-05T09:00:00+08:00', '2024-03-05T22:00:00+08:00'));
    c.must(steps.handOver('2024-03-06T15:00:00+08:00'));
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('a paper is served neither before the act it is of nor tomorrow', () => {
    const c = underReview();
    c.onRecord();
    const on = (servedOn: string) => ({
      ...steps.file('2024-03-06T10:00:00+08:00'),
      body: { papers: [{ ...papers('filing-notice')[0], servedOn } as never] },
    });
    for (const day of ['2010-01-01', '2024-03-05', '2024-03-07', '2199-01-01'])
      expect(c.answer(on(day))).toBe('FIELD_REFUSED');
    expect(c.answer(on('2024-03-06'))).toBe('ok');
  });
});
