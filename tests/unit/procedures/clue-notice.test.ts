// A clue as it should be sent and answered: it says something, it can be taken back, and its limits run from its receipt.
import { describe, expect, it } from 'vitest';
import { caseDriver, type Told } from '../../support/case-driver.ts';
import {
  BUREAU,
  countyRegister,
  OFFICE,
  POLICE,
  papers,
  reach,
  underReview,
} from '../../support/transfer-story.ts';

const HEALTH = '653023/health';
const SENT = '2024-03-04T09:00:00+08:00';

const clue = (from: string, to: string, more: Partial<Told> = {}): Told => ({
  as: `${from}/o-1`,
  command: 'send-clue',
  procedure: 'clue-notice',
  at: SENT,
  body: { to: [to], fields: { topic: 'fund-use' } },
  ...more,
});
const asking = (replyBy: string, from = BUREAU, to = POLICE): Told =>
  clue(from, to, { body: { to: [to], fields: { topic: 'fund-use', replyBy } } });
const by = (department: string, command: string, at: string, more: Partial<Told> = {}): Told => ({
  as: `${department}/o-1`,
  command,
  at,
  ...more,
});
const begun = (...told: Told[]) => {
  const c = caseDriver(countyRegister());
  c.must(...told);
  return c;
};
type Case = ReturnType<typeof begun>;
const stateOf = (c: Case) => c.proceeding('clue-notice').state;

describe('线索内容', () => {
  it('is refused on the record where the clue says nothing of what it is about', () => {
    const c = caseDriver(countyRegister());
    c.onRecord();
    expect(c.tell(clue(BUREAU, POLICE, { with: [] }))).toMatchObject({ ok: false, code: 'CONTENT_REQUIRED' });
    expect(c.answer(clue(BUREAU, POLICE, { with: ['title'] }))).toBe('ok');
  });

  it('is asked for as well where a returned transfer goes on as a clue', () => {
    const c = underReview();
    c.must(
      by(POLICE, 'return-not-police-matter', '2024-03-06T09:00:00+08:00', {
        body: { papers: papers('return-notice'), reasonCode: 'not-police' },
        with: ['reason'],
      }),
    );
    const reroute = by(BUREAU, 'reroute', '2024-03-06T15:00:00+08:00', {
      body: { to: [HEALTH], fields: { topic: 'licence' } },
    });
    expect(c.tell(reroute)).toMatchObject({ code: 'FIELD_REQUIRED', details: ['summary'] });
    expect(c.answer({ ...reroute, with: ['summary'] })).toBe('ok');
  });
});

describe('要求答复的日期', () => {
  it('is a clock that the receiver sees, agreed and never a breach of law', () => {
    expect(begun(asking('2024-03-20')).clock('agr-clue-reply')).toMatchObject({
      obliged: POLICE,
      limitKind: 'agreed',
      setBy: '2024-03-20',
      times: { latestDueAt: '2024-03-21T00:00:00+08:00' },
    });
  });

  it('is none where the sender asks for none', () => {
    expect(begun(clue(BUREAU, POLICE)).clock('agr-clue-reply')).toBeUndefined();
  });

  it('is refused where it has passed already', () => {
    const late = caseDriver(countyRegister()).tell(asking('2024-03-01'));
    expect(late).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['replyBy'] });
  });

  it('is kept by feedback, be it interim or final', () => {
    const c = begun(
      asking('2024-03-20'),
      by(POLICE, 'acknowledge', '2024-03-04T15:00:00+08:00'),
      by(POLICE, 'accept-clue', '2024-03-05T09:00:00+08:00'),
      by(POLICE, 'give-feedback', '2024-03-19T09:00:00+08:00'),
    );
    expect(c.clock('agr-clue-reply')?.outcome).toBe('met');
  });

  it('is put anew to the next receiver, where the sender asks again', () => {
    const returned = (at: string) =>
      by(POLICE, 'return-clue', at, { body: { reasonCode: 'x' }, with: ['reason'] });
    const c = begun(asking('2024-03-20'), returned('2024-03-05T09:00:00+08:00'));
    expect(c.clock('agr-clue-reply')?.outcome).toBe('moot');
    c.must(
      by(BUREAU, 'reroute-clue', '2024-03-06T09:00:00+08:00', {
        body: { to: [HEALTH], fields: { replyBy: '2024-03-29' } },
      }),
    );
    expect(c.clock('agr-clue-reply')).toMatchObject({ obliged: HEALTH, setBy: '2024-03-29' });
  });
});

describe('收回误送的线索', () => {
  const takeBack = (at: string) => by(BUREAU, 'take-back-clue', at);

  it('is possible until it is acknowledged', () => {
    const c = begun(clue(BUREAU, POLICE), takeBack('2024-03-04T10:00:00+08:00'));
    expect(stateOf(c)).toBe('taken-back');
    expect(c.handOffs().map(({ outcome }) => outcome)).toEqual(['taken-back']);
    const late = begun(clue(BUREAU, POLICE), by(POLICE, 'acknowledge', '2024-03-04T10:00:00+08:00'));
    expect(late.answer(takeBack('2024-03-04T11:00:00+08:00'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('asks nothing more of whoever got it', () => {
    const c = begun(
      asking('2024-03-20', HEALTH, BUREAU),
      by(HEALTH, 'take-back-clue', '2024-03-04T10:00:00+08:00'),
    );
    const open = Object.values(c.state.clocks).filter(({ status }) => status !== 'stopped');
    expect(open).toEqual([]);
    expect(c.clock('clue-verify')?.outcome).toBe('moot');
    expect(c.clock('agr-clue-acknowledge')?.outcome).toBe('moot');
  });

  it('lets it be sent to whom it was meant for, or withdrawn; neither counts as a return', () => {
    const c = begun(
      clue(BUREAU, POLICE),
      takeBack('2024-03-04T10:00:00+08:00'),
      by(BUREAU, 'reroute-clue', '2024-03-04T11:00:00+08:00', { body: { to: [HEALTH] } }),
      by(HEALTH, 'return-clue', '2024-03-05T09:00:00+08:00', { body: { reasonCode: 'x' }, with: ['reason'] }),
    );
    expect(stateOf(c)).toBe('returned');
    const withdrawn = begun(
      clue(BUREAU, POLICE),
      takeBack('2024-03-04T10:00:00+08:00'),
      by(BUREAU, 'withdraw-clue', '2024-03-04T11:00:00+08:00'),
    );
    expect(stateOf(withdrawn)).toBe('closed');
  });

  it('is refused where the common superior designated who takes it', () => {
    const returned = (who: string, at: string) =>
      by(who, 'return-clue', at, { body: { reasonCode: 'x' }, with: ['reason'] });
    const c = begun(
      clue(BUREAU, POLICE),
      returned(POLICE, '2024-03-05T09:00:00+08:00'),
      by(BUREAU, 'reroute-clue', '2024-03-05T15:00:00+08:00', { body: { to: [HEALTH] } }),
      returned(HEALTH, '2024-03-06T09:00:00+08:00'),
      by(OFFICE, 'designate-receiver', '2024-03-07T09:00:00+08:00', { body: { to: [POLICE] } }),
    );
    expect(c.answer(takeBack('2024-03-07T10:00:00+08:00'))).toBe('SECOND_RETURN');
  });
});

describe('核查期限', () => {
  it('runs from the receipt of the clue, however long its acknowledgement is put off (N4 14)', () => {
    const c = begun(clue(HEALTH, BUREAU), by(BUREAU, 'acknowledge', '2024-03-15T09:00:00+08:00'));
    expect(c.clock('clue-verify')).toMatchObject({
      clock: 'p1/clue-verify/1',
      startedAt: SENT,
      times: { strictDueAt: '2024-03-26T00:00:00+08:00' },
    });
  });

  it('is counted on the record from when the clue came, not from the day the sender dates it', () => {
    const c = caseDriver(countyRegister());
    c.onRecord();
    c.must(clue(HEALTH, BUREAU, { recordedAt: '2024-03-11T09:00:00+08:00', with: ['summary'] }));
    expect(c.clock('clue-verify')?.startedAt).toBe('2024-03-11T09:00:00+08:00');
  });

  it('is overdue for a bureau that never acknowledges', () => {
    const c = begun(clue(HEALTH, BUREAU));
    const key = c.clock('clue-verify')?.clock ?? '';
    const due = c.clock('clue-verify')?.times.latestDueAt ?? '';
    expect(c.answer(reach(key, 'due', due))).toBe('ok');
  });
});
