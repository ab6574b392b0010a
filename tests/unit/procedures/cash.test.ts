// A fine taken in cash: handed in by the officers and banked by the organ, each within its days (N4 52, CF 71), handed in by the police within
// two days and banked by their organ within two more (ZA 124); and what the police decide on the spot is reported within 24 hours (ZA 120).
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, openCase } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { MARKET } from '../../support/referral-story.ts';
import { BUREAU, POLICE } from '../../support/transfer-story.ts';

const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const collected = (day: string): Told => bureau.told(day, 'collect-cash');

describe('当场收缴的罚款', () => {
  it('goes to the bureau and into the bank in two working days each (N4 52)', () => {
    const c = bureau.served();
    // Taken on Friday 12 April 2024.
    c.must(collected('2024-04-12'), bureau.paid('2024-04-12T11:00:00+08:00'));
    expect(dueOf(c, 'pen-cash-to-organ')).toBe('2024-04-17');
    expect(c.answer(bureau.told('2024-04-15', 'bank-cash'))).toBe('GUARD_REFUSED');
    c.must(bureau.told('2024-04-16', 'hand-in-cash'));
    expect([c.clock('pen-cash-to-organ')?.outcome, dueOf(c, 'pen-cash-to-bank')]).toEqual([
      'met',
      '2024-04-19',
    ]);
    expect(c.answer(bureau.told('2024-04-17', 'hand-in-cash'))).toBe('GUARD_REFUSED');
    c.must(bureau.told('2024-04-22', 'bank-cash'));
    expect(c.clock('pen-cash-to-bank')?.outcome).toBe('breached');
  });

  it.each([
    [MARKET, 'market-penalty'],
    ['653023/drug-regulation', 'drug-penalty'],
    ['653023/health', 'health-penalty'],
  ])('%s hands it in and banks it in two working days each too (CF 71, 85)', (organ, procedure) => {
    const story = penaltyStory(organ, procedure);
    const c = story.served();
    c.must(story.told('2024-04-12', 'collect-cash'), story.paid('2024-04-12T11:00:00+08:00'));
    expect(dueOf(c, 'cfp-cash-to-organ')).toBe('2024-04-17');
    c.must(story.told('2024-04-16', 'hand-in-cash'));
    expect([c.clock('cfp-cash-to-organ')?.outcome, dueOf(c, 'cfp-cash-to-bank')]).toEqual([
      'met',
      '2024-04-19',
    ]);
    c.must(story.told('2024-04-18', 'bank-cash'));
    expect(c.clock('cfp-cash-to-bank')?.outcome).toBe('met');
  });

  it('is handed in after the case was closed too', () => {
    const c = bureau.served();
    c.must(collected('2024-04-12'), bureau.paid('2024-04-12T11:00:00+08:00'), bureau.close('2024-04-15'));
    expect(c.answer(bureau.told('2024-04-16', 'hand-in-cash'))).toBe('ok');
  });

  it('is none where the fine was paid into the bank', () => {
    const c = bureau.served();
    c.must(bureau.paid('2024-04-12'));
    expect(c.clock('pen-cash-to-organ')).toBeUndefined();
    expect(c.answer(bureau.told('2024-04-15', 'hand-in-cash'))).toBe('GUARD_REFUSED');
  });
});

describe('公安机关当场处罚', () => {
  const onTheSpot = (command: string, day = '2026-03-02T10:20:00+08:00'): CaseDriver => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        day,
        command,
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        { procedure: 'public-order', paper: 'public-order-decision' },
      ),
    );
    return c;
  };
  const fined = (): CaseDriver => onTheSpot('fine-public-order-on-the-spot');

  it('is reported within 24 hours (ZA 120), paid in fifteen days (ZA 123), its cash handed in within two and banked within two more (ZA 124)', () => {
    const c = fined();
    expect(c.clock('po-spot-report')?.times.latestDueAt).toBe('2026-03-03T10:20:00+08:00');
    expect(dueOf(c, 'po-pay')).toBe('2026-03-18');
    c.must(
      by(POLICE, '2026-03-03T10:00:00+08:00', 'report-spot-penalty'),
      by(POLICE, '2026-03-03T11:00:00+08:00', 'collect-public-order-cash'),
      by(POLICE, '2026-03-03T11:30:00+08:00', 'note-public-order-payment'),
    );
    expect([c.clock('po-spot-report')?.outcome, dueOf(c, 'po-cash')]).toEqual(['met', '2026-03-06']);
    c.must(by(POLICE, '2026-03-05', 'hand-in-public-order-cash'));
    expect([c.clock('po-cash')?.outcome, dueOf(c, 'po-cash-to-bank')]).toEqual(['met', '2026-03-10']);
    c.must(by(POLICE, '2026-03-06', 'bank-public-order-cash'));
    expect(c.clock('po-cash-to-bank')?.outcome).toBe('met');
    expect(c.answer(by(POLICE, '2026-03-06T12:00:00+08:00', 'bank-public-order-cash'))).toBe('GUARD_REFUSED');
    expect(c.answer(by(POLICE, '2026-03-05T12:00:00+08:00', 'report-spot-penalty'))).toBe('GUARD_REFUSED');
  });

  it('a warning has nothing to pay, and is reported too', () => {
    const c = onTheSpot('warn-public-order-on-the-spot');
    expect([dueOf(c, 'po-pay'), c.clock('po-spot-report')?.status]).toEqual([undefined, 'running']);
    expect(c.answer(by(POLICE, '2026-03-03', 'note-public-order-payment'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('fines nobody twice for one act (CF 29)', () => {
    const c = fined();
    const again = by(
      POLICE,
      '2026-03-03',
      'fine-public-order-on-the-spot',
      { subjects: ['s1'] },
      { procedure: 'public-order', paper: 'public-order-decision' },
    );
    expect(c.answer(again)).toBe('FINED_ALREADY');
    expect(c.answer({ ...again, body: { ...again.body, fields: { anotherAct: true } } })).toBe('ok');
  });
});
