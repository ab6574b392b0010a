// The penalty of market regulation, and of the drug regulator that follows the same rule (SAMR2 85): what its own rule has otherwise.
import { describe, expect, it } from 'vitest';
import { publishedCase } from '../../support/published-case.ts';
import type { Act } from '../../support/told-of-act.ts';

const untilServed = (who: string, of: string): Act[] => [
  ['2024-03-25', who, `${of} file-penalty`, 'investigating'],
  ['2024-04-15', who, `${of} conclude-investigation`, 'concluded'],
  ['2024-04-15', who, `${of} give-penalty-notice`, 'notified'],
  ['2024-04-25', who, `${of} decide-fine`, 'fine-decided'],
  ['2024-04-26', who, `${of} serve-decision`, 'fine-due'],
];

describe.each([
  ['market-penalty', 'market-regulation'],
  ['drug-penalty', 'drug-regulation'],
])('%s', (of, who) => {
  it('leaves testing out of the fifteen working days of verification, and of the thirty (SAMR2 18)', () => {
    const w = publishedCase(['650000']);
    const acts: Act[] = [
      ['2024-03-04', who, `${of} verify-lead`, 'verifying'],
      ['2024-03-06', who, `${of} begin-appraisal`, 'verifying'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('smr-verify')).toMatch(/paused$/);
    const back: Act[] = [['2024-03-13', who, `${of} end-appraisal`, 'verifying']];
    expect(w.play(...back)).toEqual(w.asTold(...back));
    // The 5th, and fourteen from the 14th on; what was tested on the 6th and the 13th counts for neither at the latest.
    expect(w.clock('smr-verify')).toBe(`${who} 2024-04-02 running`);
    const longer: Act[] = [['2024-03-14', who, `${of} extend-lead-verification`, 'verifying']];
    expect(w.play(...longer)).toEqual(w.asTold(...longer));
    // 4 to 6 April off, Sunday 7 worked; in Xinjiang 10 April is 肉孜节.
    expect(w.clock('smr-verify')).toBe(`${who} 2024-04-25 running`);
  });

  it('is closed fifteen working days after it was carried out (SAMR2 77(1))', () => {
    const w = publishedCase(['320000']);
    const acts: Act[] = [...untilServed(who, of), ['2024-05-06', who, `${of} note-payment`, 'executed']];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // From Monday 6 May: Saturday 11 May is worked.
    expect(w.clock('smr-close')).toBe(`${who} 2024-05-24 running`);
    expect(w.clock('smr-decision')).toBe(`${who} 2024-06-24 met`);
  });

  it('is not due for closing when a court takes the enforcement on, but when the court ends it (SAMR2 77(2))', () => {
    const w = publishedCase(['320000']);
    const acts: Act[] = [
      ...untilServed(who, of),
      [
        '2024-11-04',
        who,
        `${of} note-not-performed`,
        'unperformed',
        { fields: { enforceableFrom: '2024-10-28' } },
      ],
      ['2024-11-04', who, `${of} urge-performance`, 'unperformed'],
      ['2024-11-20', who, `${of} apply-to-court`, 'enforcement-applied-for'],
      ['2024-11-22', 'court', `${of} accept-enforcement`, 'under-enforcement'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    expect(w.clock('smr-close')).toBeUndefined();
    const ended: Act[] = [['2025-03-03', 'court', `${of} end-enforcement`, 'unperformed']];
    expect(w.play(...ended)).toEqual(w.asTold(...ended));
    expect(w.clock('smr-close')).toBe(`${who} 2025-03-24 running`);
    const closed: Act[] = [['2025-03-10', who, `${of} give-up-enforcement`, 'closed']];
    expect(w.play(...closed)).toEqual(w.asTold(...closed));
    expect(w.clock('smr-close')).toBe(`${who} 2025-03-24 met`);
  });

  it('has preservation on the spot approved within twenty-four hours, the first hour left out (SAMR2 33(2), 80)', () => {
    const w = publishedCase(['320000']);
    const acts: Act[] = [['2024-03-04', who, 'evidence-measure preserve-urgently', 'preserved-on-the-spot']];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    const { strictDueAt, latestDueAt } = w.c.clock('smr-preserve-report')?.times ?? {};
    expect([strictDueAt, latestDueAt]).toEqual(['2024-03-05T09:00:00+08:00', '2024-03-05T10:00:00+08:00']);
    expect(w.c.clock('pen-preserve-report')).toBeUndefined();
  });

  it('does not count the testing of what it seized, and keeps it thirty days beside that (QZ 25(3))', () => {
    const w = publishedCase(['320000']);
    const acts: Act[] = [
      ['2024-03-04', who, 'evidence-measure seize-property', 'sealed'],
      ['2024-03-11', who, 'evidence-measure begin-testing', 'sealed'],
      ['2024-03-25', who, 'evidence-measure end-testing', 'sealed'],
    ];
    expect(w.play(...acts)).toEqual(w.asTold(...acts));
    // Thirty days to 3 April; fifteen days were touched by the testing: 18 April.
    expect(w.clock('qz-seal')).toBe(`${who} 2024-04-18 running`);
    expect(w.play(['2024-03-26', who, 'evidence-measure end-testing', ''])).toEqual([
      expect.stringContaining('being-tested'),
    ]);
  });
});
