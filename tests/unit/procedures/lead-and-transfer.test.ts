// A lead is decided on within fifteen working days (N4 14): by filing or not, or by handing a crime to the police. A transfer that the head
// refuses decides nothing, and the days go on by the old day.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { dueOf } from '../../support/penalty-story.ts';
import { HEALTH, MARKET } from '../../support/referral-story.ts';
import { BUREAU, steps } from '../../support/transfer-story.ts';

const inP = <T extends object>(proceeding: string, told: T): T => ({ ...told, proceeding });
/** A lead of Monday 4 March 2024; a day later a crime is found. */
const crimeFound = (organ = BUREAU, procedure = 'insurance-penalty', ...more: Told[]): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(
    by(
      organ,
      '2024-03-04',
      'verify-lead',
      { newSubjects: [{ subject: 's1', kind: 'institution' }] },
      { procedure },
    ),
    ...more,
    by(organ, '2024-03-05', 'find-crime', { team: ['o-1', 'o-2'] }, { proceeding: 'p1' }),
  );
  return c;
};
const refused = (organ = BUREAU): Told[] => [
  inP('p2', { ...steps.report('2024-03-06T08:10:00+08:00'), as: `${organ}/o-1` }),
  inP('p2', reasoned(organ, '2024-03-07', 'refuse-transfer')),
];
const closed = (organ = BUREAU) => inP('p2', reasoned(organ, '2024-03-08', 'close-refused'));

describe('线索核查期限与移送', () => {
  it.each([
    [BUREAU, 'insurance-penalty', 'clue-verify'],
    [MARKET, 'market-penalty', 'smr-verify'],
  ])(
    '%s: a crime found decides on the lead, until the transfer is closed as refused',
    (organ, procedure, limit) => {
      const c = crimeFound(organ, procedure);
      expect(c.clock(limit)?.outcome).toBe('met');
      c.must(...refused(organ));
      expect(c.clock(limit)?.outcome).toBe('met');
      c.must(closed(organ));
      // Fifteen working days from 4 March end on Monday 25 March.
      expect([c.clock(limit)?.status, dueOf(c, limit)]).toEqual(['running', '2024-03-26']);
      // Found again by something new, it is decided on again.
      c.must(by(organ, '2024-03-11', 'find-crime', { team: ['o-1', 'o-2'] }, { proceeding: 'p1' }));
      expect(c.clock(limit)?.outcome).toBe('met');
    },
  );

  it('nothing goes on where the lead was filed meanwhile', () => {
    const c = crimeFound();
    c.must(
      inP(
        'p1',
        by(
          BUREAU,
          '2024-03-05T15:00:00+08:00',
          'file-penalty',
          { team: ['o-1', 'o-2'] },
          { paper: 'case-filing-form' },
        ),
      ),
      ...refused(),
      closed(),
    );
    expect(c.clock('clue-verify')?.outcome).toBe('met');
  });

  it('nor where the police got it: what comes back is a lead of its own', () => {
    const c = crimeFound();
    c.must(
      inP('p2', steps.report('2024-03-06T08:10:00+08:00')),
      inP('p2', steps.approve('2024-03-06T10:00:00+08:00')),
      inP('p2', steps.handOver('2024-03-06T11:00:00+08:00')),
      inP('p2', steps.sign('2024-03-06T12:00:00+08:00')),
      inP('p2', steps.review('2024-03-06T13:00:00+08:00')),
      inP('p2', steps.refuse('2024-03-08T10:00:00+08:00')),
      inP('p2', by(BUREAU, '2024-03-11', 'accept-non-filing')),
    );
    expect(c.clock('clue-verify', 'p1')?.outcome).toBe('met');
    expect(c.clock('clue-verify', 'p3')?.status).toBe('running');
    // The lead that went to the police ends as such, with no decision not to file; then the new one is filed.
    const file = inP(
      'p3',
      by(BUREAU, '2024-03-12', 'file-penalty', { team: ['o-1', 'o-2'] }, { paper: 'case-filing-form' }),
    );
    expect(c.answer(file)).toBe('CASE_UNDER_WAY');
    c.must(inP('p1', by(BUREAU, '2024-03-12', 'terminate-on-hand-over')), file);
    expect([c.state.proceedings['p1']?.state, c.state.proceedings['p3']?.state]).toEqual([
      'closed-without-penalty',
      'investigating',
    ]);
  });

  it('a clue that was to go to the police and does not is a lead of its own, with fifteen working days to decide', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must(
      by(
        HEALTH,
        '2024-03-04',
        'send-clue',
        { to: [BUREAU], newSubjects: [{ subject: 's1', kind: 'institution' }], fields: { topic: 'fraud' } },
        { procedure: 'clue-notice', with: ['summary'] },
      ),
      by(BUREAU, '2024-03-04T14:00:00+08:00', 'acknowledge'),
      by(BUREAU, '2024-03-04T15:00:00+08:00', 'accept-clue'),
      by(BUREAU, '2024-03-05', 'upgrade-to-transfer', { team: ['o-1', 'o-2'] }),
      ...refused(),
    );
    expect(c.clock('clue-verify')?.outcome).toBe('met');
    c.must(closed());
    // Fifteen working days from 8 March end on Friday 29 March.
    expect([c.proceeding('insurance-penalty').state, dueOf(c, 'clue-verify')]).toEqual([
      'verifying',
      '2024-03-30',
    ]);
  });

  it('none is opened where the organ had begun by itself, and nobody had told of it', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must(
      { ...steps.suspect('2024-03-05T09:00:00+08:00') },
      ...[...refused(), closed()].map(({ proceeding: _, ...told }) => told),
    );
    expect(Object.values(c.state.proceedings).map(({ procedure }) => procedure)).toEqual([
      'criminal-transfer',
    ]);
  });
});
