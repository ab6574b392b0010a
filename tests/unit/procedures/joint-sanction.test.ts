// The list of joint sanctions: who may be put on it, what each member answers, and how it is left again. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { dueOf } from '../../support/penalty-story.ts';
import { HEALTH } from '../../support/referral-story.ts';
import { BUREAU } from '../../support/transfer-story.ts';

const CREDIT = '653023/development-reform';
const FINANCE = '653023/finance';
const found = (): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(
    by(
      BUREAU,
      '2024-03-04',
      'find-especially-serious',
      { newSubjects: [{ subject: 's1', kind: 'institution' }] },
      { procedure: 'verified-finding', paper: 'verified-finding' },
    ),
  );
  return c;
};
const list = (day: string, fields = {}): Told => by(CREDIT, day, 'list-for-sanctions', { fields });
const order = (day: string, ...to: string[]): Told =>
  by(
    CREDIT,
    day,
    'order-sanctions',
    { to, fields: { sanctionItems: ['funding'] } },
    { paper: 'sanction-order' },
  );
const at = (proceeding: string, told: Told): Told => ({ ...told, proceeding });
const report = (who: string, day: string): Told =>
  by(who, day, 'report-sanction', { fields: { sanctionItems: ['funding'] } }, { paper: 'sanction-receipt' });
const withdraw = (day: string): Told => reasoned(BUREAU, day, 'withdraw-finding');
const remove = (day: string, removalGround: string): Told =>
  reasoned(CREDIT, day, 'remove-from-list', { fields: { removalGround } });
const states = (c: CaseDriver) => Object.values(c.state.proceedings).map(({ state }) => state);
/** Listed, and two members told: the finding is p1, the list p2, the members p3 and p4. */
const listed = (): CaseDriver => {
  const c = found();
  c.must(list('2024-03-11'), order('2024-03-12', FINANCE, HEALTH));
  return c;
};

describe('失信联合惩戒', () => {
  it('begins with the decision to list whom a finding names, about the same subject', () => {
    const c = found();
    c.must(list('2024-03-11', { listedUntil: '2027-03-10' }));
    expect(c.proceeding('joint-sanction')).toMatchObject({
      subject: 's1',
      parent: 'p1',
      state: 'listed',
      roles: { credit: [CREDIT], finder: [BUREAU] },
    });
    expect(dueOf(c, 'agr-sanctions-ordered')).toBe('2024-03-19');
    expect(dueOf(c, 'agr-listing-end')).toBe('2027-03-11');
  });

  it('each member signs for the letter, carries it out and sends a receipt, or says why not', () => {
    const c = listed();
    expect(states(c)).toEqual(['especially-serious', 'listed', 'sanction-sent', 'sanction-sent']);
    expect([c.clock('agr-sanction-receipt', 'p3')?.obliged, dueOf(c, 'agr-sanction-receipt')]).toEqual([
      FINANCE,
      // Fifteen working days of Tuesday 12 March.
      '2024-04-03',
    ]);
    c.must(
      at('p3', by(FINANCE, '2024-03-13', 'sign-sanction-order')),
      at('p3', report(FINANCE, '2024-03-14')),
      at('p4', by(HEALTH, '2024-03-13', 'sign-sanction-order')),
    );
    expect(c.answer(at('p4', by(HEALTH, '2024-03-14', 'decline-sanction')))).toBe('REASON_REQUIRED');
    c.must(at('p4', reasoned(HEALTH, '2024-03-14', 'decline-sanction')));
    expect(states(c).slice(2)).toEqual(['sanction-in-force', 'sanction-not-carried-out']);
    expect(c.answer(at('p3', report(HEALTH, '2024-03-15')))).toBe('NOT_YOUR_ROLE');
  });

  it('answers an objection or an application for repair, and frees every member when it takes somebody off', () => {
    const c = listed();
    c.must(
      at('p3', by(FINANCE, '2024-03-13', 'sign-sanction-order')),
      at('p3', report(FINANCE, '2024-03-14')),
      by(CREDIT, '2024-09-02', 'take-listing-application', { fields: { listingApplication: 'repair' } }),
    );
    expect(c.clock('agr-listing-application')?.obliged).toBe(CREDIT);
    c.must(remove('2024-09-05', 'repaired'));
    expect(c.clock('agr-listing-application')?.outcome).toBe('met');
    // What was carried out is undone, what was not signed for is over.
    expect(states(c).slice(1)).toEqual(['removed', 'to-be-undone', 'sanction-over']);
    expect(c.clock('agr-sanction-undone')?.obliged).toBe(FINANCE);
    c.must(at('p3', by(FINANCE, '2024-09-06', 'confirm-lifted')));
    expect(c.clock('agr-sanction-undone')?.outcome).toBe('met');
  });

  it.each([['while the finding is open'], ['after it was closed']])(
    'a finding withdrawn %s must be taken off the list, within three working days as agreed',
    (when) => {
      const c = listed();
      if (when.startsWith('after')) c.must(by(BUREAU, '2024-05-06', 'close-finding'));
      c.must(withdraw('2024-05-13'));
      expect(c.proceeding('joint-sanction').state).toBe('to-be-removed');
      expect([c.clock('agr-delisting')?.obliged, dueOf(c, 'agr-delisting')]).toEqual([CREDIT, '2024-05-17']);
      expect(c.answer(withdraw('2024-05-14'))).not.toBe('ok');
      c.must(remove('2024-05-14', 'finding-withdrawn'));
      expect(c.clock('agr-delisting')?.outcome).toBe('met');
    },
  );
});
