// 催办: whoever waits for another department urges it, on record; no due instant and no step of the ladder moves by it.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import {
  BUREAU,
  countyRegister,
  delivered,
  OFFICE,
  POLICE,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const REVIEW = 'p1/fwd-filing-review/1';
const urge = (who: string, at: string, clock = REVIEW): Told => ({
  as: `${who}/o-1`,
  at: `${at}:00:00+08:00`,
  command: 'urge-limit',
  body: { clock },
});

describe('催办', () => {
  it('the sender urges the police before the limit ends, and again after: head and liaison are told each time', () => {
    const c = underReview();
    const before = c.state.clocks[REVIEW];
    const [urged] = c.must(urge(BUREAU, '2024-03-07T09'));
    expect(urged).toMatchObject({
      type: 'limit-urged',
      clock: REVIEW,
      by: BUREAU,
      addressees: [
        { department: POLICE, rank: 'head' },
        { department: POLICE, rank: 'liaison' },
      ],
    });
    expect(c.state.clocks[REVIEW]).toEqual(before);
    expect(told(c, countyRegister())).toEqual([
      `all ${BUREAU} criminal-transfer.limit-urged`,
      `all ${POLICE} criminal-transfer.limit-urged`,
      `open ${OFFICE} criminal-transfer.limit-urged`,
    ]);
    c.must(reach(REVIEW, 'due', '2024-03-09T00:00:00+08:00'));
    expect(c.answer(urge(BUREAU, '2024-03-11T09'))).toBe('ok');
    expect(c.state.clocks[REVIEW]?.reached).toEqual(['due']);
  });

  it('the office urges too, though it takes no part', () => {
    expect(underReview().answer(urge(OFFICE, '2024-03-07T09'))).toBe('ok');
  });

  it('an agreed limit is urged like one of the law', () => {
    expect(delivered().answer(urge(BUREAU, '2024-03-06T09', 'p1/agr-hand-off-receipt/1'))).toBe('ok');
  });

  it('nobody urges itself, nor a limit that has ended or is not there, nor what it does not know of', () => {
    const c = underReview();
    expect(c.answer(urge(POLICE, '2024-03-07T09'))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(urge('653023/health', '2024-03-07T09'))).toBe('CASE_NOT_FOUND');
    expect(c.answer(urge(BUREAU, '2024-03-07T09', 'p1/fwd-supplement/1'))).toBe('NO_SUCH_CLOCK');
    expect(c.answer({ ...urge(BUREAU, '2024-03-07T09'), body: {} })).toBe('FIELD_REQUIRED');
    c.must(steps.file('2024-03-07T10:00:00+08:00'));
    expect(c.answer(urge(BUREAU, '2024-03-07T11'))).toBe('LIMIT_NOT_RUNNING');
  });

  it('a party without a part in the proceeding urges nothing of it', () => {
    const c = underReview();
    c.must({
      as: `${BUREAU}/o-1`,
      at: '2024-03-07T09:00:00+08:00',
      command: 'admit-departments',
      body: { to: ['653023/audit'] },
    });
    expect(c.answer(urge('653023/audit', '2024-03-07T10'))).toBe('NOT_YOUR_ROLE');
  });

  it('a right that only lapses is owed by nobody', () => {
    const c = underReview();
    c.must(steps.refuse('2024-03-06T10:00:00+08:00'));
    expect(c.answer(urge(POLICE, '2024-03-07T09', 'p1/fwd-reconsider-request/1'))).toBe('LIMIT_NOT_RUNNING');
  });
});
