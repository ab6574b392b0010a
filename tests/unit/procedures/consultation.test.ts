// A question about filing standards, to the police or to the procuratorate, before or beside a transfer.
import { describe, expect, it } from 'vitest';
import { caseDriver, type Told } from '../../support/case-driver.ts';
import {
  BUREAU,
  countyRegister,
  POLICE,
  PROCURATORATE,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

/** Friday 8 March 2024. */
const ask = (...to: string[]): Told => ({
  as: `${BUREAU}/o-1`,
  command: 'consult-standard',
  procedure: 'consultation',
  at: '2024-03-08T10:00:00+08:00',
  body: { to },
  with: ['summary'],
});
const answer = (as: string): Told => ({
  as: `${as}/o-1`,
  command: 'answer-consultation',
  at: '2024-03-11T09:00:00+08:00',
  with: ['summary'],
});

describe('立案标准和证据咨询', () => {
  it.each([POLICE, PROCURATORATE])('may be put to %s, with seven days to answer', (asked) => {
    const c = caseDriver(countyRegister());
    c.must(ask(asked));
    expect(c.clock('sup-consult-reply')).toMatchObject({
      obliged: asked,
      times: { latestDueAt: '2024-03-16T00:00:00+08:00' },
    });
    c.must(answer(asked));
    expect(c.proceeding('consultation').state).toBe('answered');
  });

  it('may be put to both at once, each of which answers for itself', () => {
    const c = caseDriver(countyRegister());
    c.must(ask(POLICE, PROCURATORATE), answer(POLICE));
    expect(Object.values(c.state.proceedings).map(({ state }) => state)).toEqual(['answered', 'asked']);
    expect(c.clock('sup-consult-reply', 'p1')?.status).toBe('stopped');
    expect(c.clock('sup-consult-reply', 'p2')).toMatchObject({ obliged: PROCURATORATE, status: 'running' });
  });

  it('goes to nobody else, and says what it asks', () => {
    const c = caseDriver(countyRegister());
    expect(c.answer(ask('653023/health'))).toBe('RECEIVER_NOT_FITTING');
    expect(c.tell({ ...ask(POLICE), with: [] })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['summary'],
    });
  });

  it('may be put in a case that is under way, and moves nothing of it', () => {
    const c = underReview();
    c.must(ask(PROCURATORATE));
    expect(c.state.proceedings['p1']?.state).toBe('under-filing-review');
    c.must(steps.file('2024-03-08T15:00:00+08:00'));
    expect(c.proceeding('consultation').state).toBe('asked');
  });

  it('may be withdrawn before it is answered; nobody owes an answer then', () => {
    const c = caseDriver(countyRegister());
    c.must(ask(POLICE), {
      as: `${BUREAU}/o-1`,
      command: 'withdraw-consultation',
      at: '2024-03-08T15:00:00+08:00',
    });
    expect(c.clock('sup-consult-reply')?.outcome).toBe('moot');
    expect(c.answer(answer(POLICE))).toBe('NOT_ALLOWED_IN_STATE');
  });
});
