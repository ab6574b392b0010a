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
    expect(bailed.clock('pro-arrest-request')?.outcome).toBe('lapsed');
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

/** Detained on Friday 26 April 2024, the arrest carried out on Tuesday 30 April, the last day of the month. */
const arrested = (): CaseDriver => {
  const c = detained();
  c.must(
    request('2024-04-28'),
    by(PROCURATORATE, '2024-04-30', 'approve-arrest'),
    by(POLICE, '2024-04-30T15:00:00+08:00', 'take-measure', { fields: { coerciveMeasure: 'arrest' } }),
  );
  return c;
};
const inCustody = (day: string, extension: string, approver: string) =>
  reasoned(PROCURATORATE, day, 'extend-custody', { extension, approver: approver as 'head' });
const send = (day: string): Told =>
  by(POLICE, day, 'send-for-prosecution', {}, { paper: 'prosecution-opinion' });

describe('侦查羁押期限（XS 149、156、158 至 160）', () => {
  it('is two months from the arrest, from the last day of a month to the last day of one, a Sunday', () => {
    const c = arrested();
    expect([lastDay(c, 'pro-custody'), c.clock('pro-custody')?.obliged]).toEqual(['2024-06-30', POLICE]);
    c.must(send('2024-06-28'));
    expect(c.clock('pro-custody')?.status).toBe('stopped');
  });

  it('is prolonged by one month, two and two, each after the one before and by who must approve it', () => {
    const c = arrested();
    const answer = (day: string, extension: string, approver: string) =>
      c.answer(inCustody(day, extension, approver));
    expect(answer('2024-06-20', 'grave-kind', 'provincial-procuratorate')).toBe('EXTENSION_NOT_ALLOWED');
    expect(answer('2024-06-20', 'complex-case', 'head')).toBe('EXTENSION_NOT_ALLOWED');
    expect(answer('2024-06-20', 'complex-case', 'higher-procuratorate')).toBe('ok');
    expect(lastDay(c, 'pro-custody')).toBe('2024-07-31');
    expect(answer('2024-07-20', 'grave-kind', 'provincial-procuratorate')).toBe('ok');
    expect(lastDay(c, 'pro-custody')).toBe('2024-09-30');
    expect(answer('2024-09-20', 'ten-years-at-stake', 'provincial-procuratorate')).toBe('ok');
    expect(lastDay(c, 'pro-custody')).toBe('2024-11-30');
  });

  it('is handed on by the procuratorate, not by the police who hold the suspect', () => {
    const c = arrested();
    const own = { ...inCustody('2024-06-20', 'complex-case', 'higher-procuratorate'), as: `${POLICE}/head` };
    expect(c.answer(own)).toBe('NOT_YOUR_ROLE');
  });

  it('is broken by who holds the suspect longer; whoever is let go is held no longer', () => {
    const late = arrested();
    late.must(send('2024-07-15'));
    expect(late.clock('pro-custody')?.outcome).toBe('breached');
    const bailed = arrested();
    bailed.must(by(POLICE, '2024-05-20', 'lift-measure'));
    expect(bailed.clock('pro-custody')?.outcome).toBe('moot');
  });

  const recount = (day: string, recountGround: string, foundOn: string): Told =>
    reasoned(POLICE, day, 'recount-custody', { fields: { recountGround, foundOn } });

  it('is counted again from the day another major crime was found, and prolonged anew (XS 160(1))', () => {
    const c = arrested();
    c.must(
      inCustody('2024-06-20', 'complex-case', 'higher-procuratorate'),
      recount('2024-07-12', 'another-crime', '2024-07-10'),
    );
    expect([c.clock('pro-custody')?.outcome, lastDay(c, 'pro-custody-recounted')]).toEqual([
      'moot',
      '2024-09-10',
    ]);
    c.must(inCustody('2024-09-02', 'complex-case', 'higher-procuratorate'));
    expect(lastDay(c, 'pro-custody-recounted')).toBe('2024-10-10');
    c.must(send('2024-10-10'));
    expect(c.clock('pro-custody-recounted')?.outcome).toBe('met');
  });

  it('of whom nobody knows who he is begins with the day that is established (XS 160(2))', () => {
    const c = detained();
    c.must(
      request('2024-04-28'),
      by(PROCURATORATE, '2024-04-30', 'approve-arrest'),
      by(POLICE, '2024-04-30T15:00:00+08:00', 'take-measure', {
        fields: { coerciveMeasure: 'arrest', identityUnknown: true },
      }),
    );
    expect(c.clock('pro-custody')).toBeUndefined();
    c.must(recount('2024-06-04', 'identity-established', '2024-06-03'));
    expect(lastDay(c, 'pro-custody-recounted')).toBe('2024-08-03');
  });

  it('is counted again for nobody who is not in custody, and by the head alone', () => {
    const c = arrested();
    const again = recount('2024-05-21', 'another-crime', '2024-05-20');
    expect(c.answer({ ...again, as: `${POLICE}/o-1` })).toBe('RANK_TOO_LOW');
    c.must(by(POLICE, '2024-05-20', 'lift-measure'));
    expect(c.tell(again)).toMatchObject({ details: ['is-in-custody'] });
  });

  it('leaves a psychiatric appraisal out (XS 149)', () => {
    const c = arrested();
    c.must(
      by(POLICE, '2024-05-20T00:00:00+08:00', 'begin-psychiatric-appraisal'),
      by(POLICE, '2024-05-30T00:00:00+08:00', 'end-psychiatric-appraisal'),
    );
    expect(lastDay(c, 'pro-custody')).toBe('2024-07-10');
  });

  it('begins with no other measure', () => {
    const c = detained();
    expect(c.clock('pro-custody')).toBeUndefined();
  });
});
