// From the detention to the decision on the arrest (XS 91): days in custody end on their last day, be that a rest day (XS 105(4)).
// Calendar of 2024: Friday 26 April, the holiday of 1 to 5 May.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, openCase, reasoned } from '../../support/criminal-story.ts';
import { POLICE, PROCURATORATE } from '../../support/transfer-story.ts';

const measure = (day: string, coerciveMeasure: string): Told =>
  by(POLICE, day, 'take-measure', { fields: { coerciveMeasure } }, { procedure: 'criminal-process' });
/** Detained on Friday 26 April 2024. */
const detained = (): CaseDriver => {
  const c = openCase();
  c.must(measure('2024-04-26', 'detention'));
  return c;
};
const longer = (day: string, extension: string, extensionTo: number, approver = 'county-police-head') =>
  reasoned(POLICE, day, 'extend-arrest-request', { extension, extensionTo, approver: approver as 'head' });
const request = (day: string): Told => by(POLICE, day, 'request-arrest', {}, { paper: 'arrest-request' });
/** The last day. */
const lastDay = (c: CaseDriver, limit: string): string | undefined => {
  const due = c.clock(limit)?.times.latestDueAt;
  return due ? new Date(Date.parse(due) - 1).toISOString().slice(0, 10) : undefined;
};

describe('提请批准逮捕', () => {
  it('is asked for in three days of the detention, a Saturday, Sunday and Monday among them', () => {
    const c = detained();
    expect([lastDay(c, 'pro-arrest-request'), c.clock('pro-arrest-request')?.obliged]).toEqual([
      '2024-04-29',
      POLICE,
    ]);
    c.must(request('2024-04-29'));
    expect(c.clock('pro-arrest-request')?.outcome).toBe('met');
  });

  it('in special circumstances one to four days later, which end in the holiday all the same', () => {
    const c = detained();
    c.must(longer('2024-04-28', 'special-circumstances', 7));
    expect(lastDay(c, 'pro-arrest-request')).toBe('2024-05-03');
    c.must(request('2024-05-03'));
    expect(c.clock('pro-arrest-request')?.outcome).toBe('met');
  });

  it('for roving, repeated or gang crime within thirty days, with the head of the county’s police', () => {
    const c = detained();
    expect(c.answer(longer('2024-04-28', 'roving-repeated-or-gang', 30, 'head'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
    expect(c.answer(longer('2024-04-28', 'roving-repeated-or-gang', 31))).toBe('EXTENSION_NOT_ALLOWED');
    c.must(longer('2024-04-28', 'roving-repeated-or-gang', 30));
    // A Sunday.
    expect(lastDay(c, 'pro-arrest-request')).toBe('2024-05-26');
  });

  it('asked for later is late; who is let go on bail is asked for by nobody', () => {
    const late = detained();
    late.must(request('2024-04-30'));
    expect(late.clock('pro-arrest-request')?.outcome).toBe('breached');
    const bailed = detained();
    bailed.must(measure('2024-04-29', 'bail'), reasoned(POLICE, '2024-05-20', 'end-investigation'));
    expect(bailed.clock('pro-arrest-request')?.outcome).toBe('moot');
  });

  it('has no clock where nobody is detained, and none to prolong', () => {
    const c = openCase();
    c.must(measure('2024-04-26', 'bail'));
    expect(c.clock('pro-arrest-request')).toBeUndefined();
    expect(c.tell(longer('2024-04-28', 'special-circumstances', 7))).toMatchObject({
      details: ['is-detained'],
    });
  });
});

describe('审查批准逮捕', () => {
  it('of one who is detained is decided in seven days, a day of the holiday the last of them', () => {
    const c = detained();
    c.must(request('2024-04-28'));
    expect([lastDay(c, 'pro-arrest-detained'), c.clock('pro-arrest-detained')?.obliged]).toEqual([
      '2024-05-05',
      PROCURATORATE,
    ]);
    c.must(by(PROCURATORATE, '2024-05-05', 'approve-arrest'));
    expect(c.clock('pro-arrest-detained')?.outcome).toBe('met');
    expect(c.clock('pro-arrest-undetained')).toBeUndefined();
  });
});
