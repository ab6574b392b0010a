// The bureau's finding of fraud with its grade: whom it is told to, what each owes as agreed, and what it sets off. Found on Monday
// 4 March 2024, where nothing else is said.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { dueOf } from '../../support/penalty-story.ts';
import { HEALTH, MARKET } from '../../support/referral-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const DRUG = '653023/drug-regulation';
const CREDIT = '653023/development-reform';

const find = (command: string, fields: NonNullable<Told['body']>['fields'] = {}): Told =>
  by(
    BUREAU,
    '2024-03-04',
    command,
    { newSubjects: [{ subject: 's1', kind: 'institution' }], fields },
    { procedure: 'verified-finding', paper: 'verified-finding' },
  );
const found = (command: string, fields?: NonNullable<Told['body']>['fields']): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(find(command, fields));
  return c;
};
const opened = (c: CaseDriver): string[] =>
  Object.values(c.state.proceedings).map(({ procedure, subject }) => `${procedure} ${subject}`);
const copies = (c: CaseDriver) =>
  c.entries.at(-1)?.events.flatMap((event) => (event.kind === 'step' ? event.copies : []));

describe('认定', () => {
  it.each(['find-serious', 'find-especially-serious'])('%s is for the head, in writing', (command) => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    expect(c.answer({ ...find(command), as: `${BUREAU}/o-1` })).toBe('RANK_TOO_LOW');
    const { papers: _, ...body } = find(command).body ?? {};
    expect(c.tell({ ...find(command), body })).toMatchObject({
      code: 'PAPERS_MISSING',
      details: ['verified-finding'],
    });
    expect(c.answer(find(command))).toBe('ok');
  });
});

describe('情节特别严重的认定', () => {
  it('is not waived: each owner must answer it, so it is closed or withdrawn by the bureau', () => {
    const c = found('find-especially-serious');
    const waive = reasoned(BUREAU, '2024-03-11', 'waive-proceeding', {}, { proceeding: 'p1' });
    expect(c.tell(waive)).toMatchObject({ code: 'STILL_OWED' });
    expect(c.clock('agr-finding-health')?.status).toBe('running');
  });
});

describe('情节严重', () => {
  it('is told to the credit department, which lists the institution or says why not, within fifteen working days as agreed', () => {
    const c = found('find-serious');
    expect(copies(c)).toEqual([CREDIT]);
    expect(c.clock('agr-finding-credit')).toMatchObject({ obliged: CREDIT, limitKind: 'agreed' });
    expect(dueOf(c, 'agr-finding-credit')).toBe('2024-03-26');
    expect(c.answer(by(CREDIT, '2024-03-11', 'decline-listing'))).toBe('REASON_REQUIRED');
    c.must(by(CREDIT, '2024-03-11', 'list-for-sanctions'));
    expect(c.clock('agr-finding-credit')?.outcome).toBe('met');
  });

  it('asks nothing of the owners of licences', () => {
    const c = found('find-serious');
    for (const limit of ['agr-finding-health', 'agr-finding-market', 'agr-finding-drug'])
      expect(c.clock(limit)).toBeUndefined();
    expect(c.answer(by(HEALTH, '2024-03-11', 'answer-as-health'))).toBe('CASE_NOT_FOUND');
  });

  it('is raised by the head with a reason when graver facts come to light, and then asks the owners', () => {
    const c = found('find-serious');
    const raise = reasoned(BUREAU, '2024-04-08', 'raise-grade', {
      fields: { measuresAgainst: ['institution'] },
    });
    expect(c.answer({ ...raise, as: `${BUREAU}/o-1` })).toBe('RANK_TOO_LOW');
    c.must(raise);
    expect(opened(c)).toEqual(['verified-finding s1', 'practice-licence s1']);
    // 9, 11, 12 April; 15 to 19; 22 to 26; Sunday 28, worked; 29 April.
    expect(dueOf(c, 'agr-finding-health')).toBe('2024-04-30');
  });
});

describe('情节特别严重', () => {
  it('is told to health, market and drug regulation and credit, each of which answers as agreed', () => {
    const c = found('find-especially-serious');
    expect(copies(c)).toEqual([HEALTH, MARKET, DRUG, CREDIT]);
    for (const [limit, owner] of [
      ['agr-finding-health', HEALTH],
      ['agr-finding-market', MARKET],
      ['agr-finding-drug', DRUG],
    ] as const)
      expect([c.clock(limit)?.obliged, dueOf(c, limit)]).toEqual([owner, '2024-03-26']);
    c.must(
      by(HEALTH, '2024-03-20', 'answer-as-health', { fields: { ownerMeasures: ['stop-business', 'ban'] } }),
    );
    expect(c.answer(by(MARKET, '2024-03-20', 'decline-as-market'))).toBe('REASON_REQUIRED');
    c.must(reasoned(MARKET, '2024-03-26', 'decline-as-market'));
    expect([c.clock('agr-finding-health')?.outcome, c.clock('agr-finding-market')?.outcome]).toEqual([
      'met',
      'breached',
    ]);
  });

  it('an answer says what is done; who declined has answered, and who answered declines nothing', () => {
    const c = found('find-especially-serious');
    const answer = (day: string, fields = {}): Told => by(MARKET, day, 'answer-as-market', { fields });
    expect(c.tell(answer('2024-03-11'))).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['ownerMeasures'],
    });
    c.must(answer('2024-03-11', { ownerMeasures: ['stop-business'] }));
    c.must(answer('2024-03-12', { ownerMeasures: ['revoke-licence'] }));
    expect(c.answer(reasoned(MARKET, '2024-03-13', 'decline-as-market'))).toBe('ANSWERED_ALREADY');
    c.must(reasoned(HEALTH, '2024-03-13', 'decline-as-health'));
    expect(
      c.answer(by(HEALTH, '2024-03-14', 'answer-as-health', { fields: { ownerMeasures: ['ban'] } })),
    ).toBe('ANSWERED_ALREADY');
  });

  it('is listed once, and neither declined after it was nor listed after that', () => {
    const list = (day: string): Told => by(CREDIT, day, 'list-for-sanctions');
    const decline = (day: string): Told => reasoned(CREDIT, day, 'decline-listing');
    const listed = found('find-especially-serious');
    listed.must(list('2024-03-11'));
    expect([listed.answer(list('2024-03-12')), listed.answer(decline('2024-03-12'))]).toEqual([
      'ANSWERED_ALREADY',
      'ANSWERED_ALREADY',
    ]);
    const declined = found('find-serious');
    declined.must(decline('2024-03-11'));
    expect(declined.answer(list('2024-03-12'))).toBe('ANSWERED_ALREADY');
    // Graver facts are looked at anew.
    declined.must(reasoned(BUREAU, '2024-04-08', 'raise-grade'));
    expect(declined.answer(list('2024-04-09'))).toBe('ok');
  });

  it('nobody answers for another', () => {
    const c = found('find-especially-serious');
    expect(c.answer(by(HEALTH, '2024-03-11', 'answer-as-market'))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(by(BUREAU, '2024-03-11', 'answer-as-health'))).toBe('NOT_YOUR_ROLE');
  });

  it('asks for measures where they are named, each of its owner, about the same institution', () => {
    expect(
      opened(found('find-especially-serious', { measuresAgainst: ['institution', 'drug-seller'] })),
    ).toEqual(['verified-finding s1', 'practice-licence s1', 'drug-business s1']);
    expect(opened(found('find-especially-serious'))).toEqual(['verified-finding s1']);
  });

  it('asks drug regulation about a drug seller where no market regulation is registered', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE].filter((one) => one !== MARKET)));
    c.must(find('find-especially-serious', { measuresAgainst: ['drug-seller'] }));
    expect(c.proceeding('drug-business').roles['owner']).toEqual([DRUG]);
  });

  it('says which owner is missing where nobody is registered who could be asked, or asks whom it names', () => {
    const c = caseDriver(
      registerWith([...COUNTY, ...ABOVE, '653000/health'].filter((one) => one !== HEALTH)),
    );
    const nobody = caseDriver(registerWith([...COUNTY, ...ABOVE].filter((one) => one !== HEALTH)));
    const told = find('find-especially-serious', { measuresAgainst: ['institution'] });
    expect(nobody.tell(told)).toMatchObject({ code: 'RECEIVER_REQUIRED', details: ['health'] });
    c.must({ ...told, body: { ...told.body, to: ['653000/health'] } });
    expect(c.proceeding('practice-licence').roles['owner']).toEqual(['653000/health']);
  });

  describe('about persons', () => {
    const PERSONS = [
      { subject: 's1', kind: 'institution' },
      { subject: 's2', kind: 'person' },
      { subject: 's3', kind: 'person' },
      { subject: 's4', kind: 'person' },
      { subject: 's5', kind: 'person' },
    ] as const;
    const against = (fields: NonNullable<Told['body']>['fields'], team?: string[]): Told => ({
      ...find('find-especially-serious', fields),
      body: {
        fields,
        newSubjects: [...PERSONS],
        subjects: ['s1'],
        papers: papers('verified-finding'),
        ...(team ? { team } : {}),
      },
    });

    it('asks for each person by name of who registers the profession, and begins the bar of a manager itself', () => {
      const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
      c.onRecord();
      const persons = { practitioners: ['s2', 's3'], pharmacists: ['s4'], managers: ['s5'] };
      expect(c.answer(against(persons))).toBe('TEAM_TOO_SMALL');
      c.must(against(persons, ['o-1', 'o-2']));
      const measures = Object.values(c.state.proceedings).slice(1);
      expect(measures.map(({ subject, roles, state }) => [subject, roles['owner']?.[0], state])).toEqual([
        ['s2', HEALTH, 'requested'],
        ['s3', HEALTH, 'requested'],
        ['s4', DRUG, 'requested'],
        ['s5', BUREAU, 'investigating'],
      ]);
      expect(measures.every(({ procedure }) => procedure === 'practitioner')).toBe(true);
    });

    it('opens no ban about the institution, nor about whom nobody named', () => {
      const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
      expect(c.answer(against({ practitioners: ['s1'] }))).toBe('NOT_A_PERSON');
      expect(c.tell(against({ managers: ['s9'] }))).toMatchObject({
        code: 'FIELD_REFUSED',
        details: ['managers', 's9'],
      });
    });
  });

  it('is summed up in sixty days as agreed; what is owed then is owed after the closing too', () => {
    const c = found('find-especially-serious');
    // 3 May is within the holiday: Monday 6 May.
    expect(dueOf(c, 'agr-finding-result')).toBe('2024-05-07');
    c.must(by(BUREAU, '2024-05-06', 'close-finding'));
    expect([c.proceeding('verified-finding').state, c.clock('agr-finding-result')?.outcome]).toEqual([
      'closed',
      'met',
    ]);
    expect(
      c.answer(by(DRUG, '2024-05-07', 'answer-as-drug', { fields: { ownerMeasures: ['penalty'] } })),
    ).toBe('ok');
  });

  it('withdrawn by the head, is owed nothing more', () => {
    const c = found('find-especially-serious');
    c.must(reasoned(BUREAU, '2024-03-11', 'withdraw-finding'));
    expect(copies(c)).toEqual([HEALTH, MARKET, DRUG, CREDIT]);
    for (const limit of ['agr-finding-health', 'agr-finding-credit', 'agr-finding-result'])
      expect(c.clock(limit)?.outcome).toBe('moot');
    expect(c.answer(by(HEALTH, '2024-03-12', 'answer-as-health'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('withdrawn, tells each owner that was asked that its ground fell, wherever that stands', () => {
    const c = found('find-especially-serious', { measuresAgainst: ['institution'] });
    c.must(
      by(HEALTH, '2024-03-06', 'receive-request'),
      by(HEALTH, '2024-03-07', 'accept-request', { team: ['o-1', 'o-2'] }),
    );
    c.must(reasoned(BUREAU, '2024-03-11', 'withdraw-finding'));
    const { state, steps } = c.proceeding('practice-licence');
    expect([state, steps.at(-1)?.command]).toEqual(['investigating', 'note-ground-fell']);
    // Whoever decides says what follows.
    expect(c.answer(reasoned(HEALTH, '2024-03-12', 'decline-measure'))).toBe('ok');
  });

  it.each([
    ['find-serious', 'closed-serious'],
    ['find-especially-serious', 'closed'],
  ])('%s, closed and withdrawn afterwards, stands as withdrawn', (command, closed) => {
    const c = found(command);
    c.must(by(BUREAU, '2024-03-11', 'close-finding'));
    expect(c.proceeding('verified-finding').state).toBe(closed);
    c.must(reasoned(BUREAU, '2024-03-12', 'withdraw-finding'));
    expect(c.proceeding('verified-finding').state).toBe('withdrawn');
    expect(c.answer(by(CREDIT, '2024-03-13', 'list-for-sanctions'))).toBe('NOT_ALLOWED_IN_STATE');
  });
});
