// The police may send suspects for prosecution one by one, each in a criminal process of his own, and leave the transfer filed. The
// organ's fine waits for all of them (CF 35, O310 11), and for no more than them. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, COURT, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, POLICE, PROCURATORATE, steps } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };

/** A hospital under penalty proceedings, two of its people with the police; the transfer is filed and stays so. */
const filed = (): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(
    by(
      BUREAU,
      '2024-03-04',
      'file-penalty',
      {
        ...TWO,
        newSubjects: [
          { subject: 's1', kind: 'institution' },
          { subject: 's2', kind: 'person' },
          { subject: 's3', kind: 'person' },
        ],
        subjects: ['s1'],
      },
      { procedure: 'insurance-penalty', paper: 'case-filing-form' },
    ),
    by(BUREAU, '2024-03-11', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
    by(BUREAU, '2024-03-12', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
    by(BUREAU, '2024-03-13T09:00:00+08:00', 'find-crime', TWO),
    steps.report('2024-03-13T10:00:00+08:00'),
    steps.approve('2024-03-13T11:00:00+08:00'),
    steps.handOver('2024-03-13T12:00:00+08:00'),
    steps.sign('2024-03-13T15:00:00+08:00'),
    steps.review('2024-03-13T16:00:00+08:00'),
    steps.file('2024-03-15T10:00:00+08:00'),
  );
  return c;
};
const processOf = (c: CaseDriver, subject: string): string =>
  Object.values(c.state.proceedings).find((p) => p.procedure === 'criminal-process' && p.subject === subject)
    ?.proceeding ?? '';
const sent = (day: string, subject: string): Told =>
  by(
    POLICE,
    day,
    'send-for-prosecution',
    { subjects: [subject] },
    { procedure: 'criminal-process', paper: 'prosecution-opinion' },
  );
const dropped = (c: CaseDriver, day: string, subject: string): Told[] => {
  const proceeding = processOf(c, subject);
  return [
    by(PROCURATORATE, day, 'accept-for-review', {}, { proceeding }),
    reasoned(
      PROCURATORATE,
      day,
      'decide-non-prosecution',
      { fields: { nonProsecutionKind: 'discretionary' } },
      { paper: 'non-prosecution-decision', proceeding },
    ),
  ];
};
const fine = (day: string): Told =>
  by(BUREAU, day, 'decide-fine', {}, { paper: 'penalty-decision', proceeding: 'p1' });

describe('逐人移送审查起诉', () => {
  it('the fine waits while one of the suspects is still tried, and for those of whom nothing was told', () => {
    const c = filed();
    expect(c.answer(fine('2024-04-01'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(sent('2024-04-08', 's2'));
    c.must(...dropped(c, '2024-04-22', 's2'));
    expect(c.answer(fine('2024-04-23'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(sent('2024-04-24', 's3'));
    expect(c.answer(fine('2024-04-25'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(...dropped(c, '2024-05-06', 's3'));
    expect(c.proceeding('criminal-transfer').state).toBe('filed');
    expect(c.answer(fine('2024-05-07'))).toBe('ok');
  });

  it('waits again once a non-prosecution is revoked', () => {
    const c = filed();
    c.must(sent('2024-04-08', 's2'), sent('2024-04-08', 's3'));
    c.must(...dropped(c, '2024-04-22', 's2'), ...dropped(c, '2024-04-22', 's3'));
    c.must(
      reasoned(PROCURATORATE, '2024-04-29', 'revoke-non-prosecution', {}, { proceeding: processOf(c, 's3') }),
    );
    expect(c.answer(fine('2024-05-07'))).toBe('CRIMINAL_SIDE_OPEN');
  });

  it('is barred by a criminal fine of whoever is fined, and of nobody else', () => {
    const c = filed();
    c.must(sent('2024-04-08', 's2'), sent('2024-04-08', 's3'));
    c.must(...dropped(c, '2024-04-22', 's2'));
    const proceeding = processOf(c, 's3');
    c.must(
      by(PROCURATORATE, '2024-04-22', 'accept-for-review', {}, { proceeding }),
      by(PROCURATORATE, '2024-05-06', 'prosecute', {}, { paper: 'indictment', proceeding }),
      by(COURT, '2024-05-08', 'accept-for-trial', {}, { proceeding }),
      by(COURT, '2024-06-17', 'judge-with-fine', {}, { paper: 'judgment', proceeding }),
      by(COURT, '2024-06-18', 'serve-judgment', { fields: { servedOn: '2024-06-18' } }, { proceeding }),
    );
    expect(c.answer(fine('2024-06-20'))).toBe('CRIMINAL_SIDE_OPEN');
    // Served on 18 June: ten days end on Friday 28 June (XS 230).
    c.must(by(COURT, '2024-07-01', 'confirm-effect', {}, { proceeding }));
    expect(c.answer(fine('2024-07-02'))).toBe('ok');
  });

  it('one process for the case as a whole stands for everybody', () => {
    const c = filed();
    c.must(by(POLICE, '2024-04-08', 'report-investigation', {}, { procedure: 'criminal-process' }));
    const { proceeding } = c.proceeding('criminal-process');
    c.must(
      by(POLICE, '2024-04-22', 'send-for-prosecution', {}, { paper: 'prosecution-opinion', proceeding }),
      by(PROCURATORATE, '2024-04-23', 'accept-for-review', {}, { proceeding }),
    );
    expect(c.answer(fine('2024-04-24'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(
      reasoned(
        PROCURATORATE,
        '2024-05-06',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'discretionary' } },
        { paper: 'non-prosecution-decision', proceeding },
      ),
    );
    expect(c.answer(fine('2024-05-07'))).toBe('ok');
  });
});

describe('移送审查起诉的对象', () => {
  const TRANSFER = { proceeding: 'p2' };

  it('is named on the record: nobody is sent for prosecution without a name (XS 162)', () => {
    const c = filed();
    c.onRecord();
    const send = (subjects?: string[]) =>
      by(POLICE, '2024-04-08', 'send-for-prosecution', subjects ? { subjects } : {}, {
        ...TRANSFER,
        paper: 'prosecution-opinion',
        with: ['offence'],
      });
    expect(c.tell(send())).toMatchObject({ code: 'FIELD_REQUIRED', details: ['subjects'] });
    expect(c.proceeding('criminal-transfer').state).toBe('filed');
    c.must(send(['s2', 's3']));
    const opened = Object.values(c.state.proceedings).filter((p) => p.procedure === 'criminal-process');
    expect(opened.map(({ subject }) => subject)).toEqual(['s2', 's3']);
  });

  it('of a measure is named too, unless the process is under way', () => {
    const c = filed();
    c.onRecord();
    const detain = (subjects?: string[], proceeding?: string) =>
      by(
        POLICE,
        '2024-04-08',
        'take-measure',
        { fields: { coerciveMeasure: 'detention' }, ...(subjects ? { subjects } : {}) },
        proceeding ? { proceeding } : { procedure: 'criminal-process' },
      );
    expect(c.tell(detain())).toMatchObject({ code: 'FIELD_REQUIRED', details: ['subjects'] });
    c.must(detain(['s2']));
    expect(c.answer(detain(undefined, processOf(c, 's2')))).toBe('ok');
  });
});
