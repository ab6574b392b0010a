// No fine beside a criminal one, and none in place of the criminal side (O310 11, CF 35, 57): whoever fines, in whatever proceeding of
// the case, and wherever what was known of the criminal side stands by then. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, COURT, onTrial, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, OFFICE, POLICE, PROCURATORATE, steps } from '../../support/transfer-story.ts';

const MARKET = '653023/market-regulation';
const TWO = { team: ['o-1', 'o-2'] };
const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const market = penaltyStory(MARKET, 'market-penalty');
const inP = (proceeding: string, told: Told): Told => ({ ...told, proceeding });
const noteFine = (day: string): Told => bureau.courtFined(day);
const withoutFine = (day: string): Told =>
  by(BUREAU, day, 'decide-without-fine', {}, { paper: 'penalty-decision' });
/** Another proceeding about the same subject, told of the penalty by the day after. */
const another = (story: typeof bureau, organ: string, procedure: string): Told[] => [
  by(
    organ,
    '2024-04-03',
    'file-penalty',
    { ...TWO, subjects: ['s1'] },
    { procedure, paper: 'case-filing-form' },
  ),
  inP('p2', story.conclude('2024-04-03T11:00:00+08:00')),
  inP('p2', story.notify('2024-04-03T12:00:00+08:00')),
];

describe('已判处罚金', () => {
  it('whatever is decided after it was noted: no other organ adds a fine about the same subject', () => {
    const c = bureau.notified();
    c.must(
      by(BUREAU, '2024-04-02T12:00:00+08:00', 'admit-departments', { to: [MARKET] }),
      ...another(market, MARKET, 'market-penalty'),
      inP('p1', noteFine('2024-04-05')),
      inP('p1', withoutFine('2024-04-09')),
    );
    expect(c.answer(inP('p2', market.fine('2024-04-10')))).toBe('CRIMINAL_FINE_IMPOSED');
    expect(
      c.answer(inP('p2', by(MARKET, '2024-04-10', 'decide-without-fine', {}, { paper: 'penalty-decision' }))),
    ).toBe('ok');
  });

  it('nor does the same organ in a second proceeding, opened once the first was decided', () => {
    const c = bureau.notified();
    c.must(
      inP('p1', noteFine('2024-04-02T12:00:00+08:00')),
      inP('p1', withoutFine('2024-04-02T15:00:00+08:00')),
    );
    const second = another(bureau, BUREAU, 'insurance-penalty');
    c.must(...second);
    expect(c.answer(inP('p2', bureau.fine('2024-04-10')))).toBe('CRIMINAL_FINE_IMPOSED');
  });

  it('nor in the same proceeding, once it is decided anew', () => {
    const c = bureau.served();
    c.must(
      noteFine('2024-05-06'),
      by(
        BUREAU,
        '2024-05-07',
        'note-order-to-redo',
        { fields: { redoBy: '2024-07-01' } },
        { paper: 'remedy-decision' },
      ),
      by(BUREAU, '2024-05-08', 'decide-anew'),
      bureau.notify('2024-05-09'),
    );
    expect(c.answer(bureau.fine('2024-05-20'))).toBe('CRIMINAL_FINE_IMPOSED');
    expect(c.answer(withoutFine('2024-05-20'))).toBe('ok');
  });

  it('is set off once, and only by a fine there is', () => {
    const setOff = (day: string): Told => by(BUREAU, day, 'set-off-fine');
    const fined = bureau.served();
    fined.must(noteFine('2024-05-06'), setOff('2024-05-07'));
    expect(fined.tell(setOff('2024-05-08'))).toMatchObject({ details: ['not-set-off-yet'] });
    const none = bureau.notified();
    none.must(noteFine('2024-04-05'), withoutFine('2024-04-08'));
    expect(none.answer(setOff('2024-04-09'))).toBe('NOT_ALLOWED_IN_STATE');
    none.must(bureau.serve('2024-04-10'), by(BUREAU, '2024-04-11', 'note-performance'));
    expect(none.tell(setOff('2024-04-12'))).toMatchObject({ details: ['was-fined'] });
  });
});

describe('登记人民法院判处罚金', () => {
  const people = { newSubjects: [{ subject: 's1' }, { subject: 's2' }], subjects: ['s1'] };
  /** A penalty of s1, in a case that knows s2 too. */
  const against = (more: Told['body'] = {}): CaseDriver => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must(
      { ...bureau.file(), body: { ...bureau.file().body, ...people, ...more } },
      bureau.conclude('2024-04-01'),
      bureau.notify('2024-04-02'),
    );
    return c;
  };
  const noted = (...subjects: string[]): Told => {
    const told = bureau.courtFined('2024-04-05');
    return inP('p1', { ...told, body: { ...told.body, ...(subjects.length > 0 ? { subjects } : {}) } });
  };
  const unsaid = (): Told => {
    const { subjects: _, ...body } = noted().body ?? {};
    return { ...noted(), body };
  };

  it('says whom the court fined, which is the party of the penalty and nobody beside (CF 35(2))', () => {
    const c = against();
    expect(c.tell(unsaid())).toMatchObject({ code: 'FIELD_REQUIRED', details: ['subjects'] });
    expect(c.answer(noted('s2'))).toBe('ANOTHER_PARTY');
    expect(c.answer(noted('s1', 's2'))).toBe('ANOTHER_PARTY');
    expect(c.answer(noted('s1'))).toBe('ok');
  });

  it('of a member is noted of the network that is penalised, of a stranger to it is not', () => {
    const c = against({
      newSubjects: [
        { subject: 's1', kind: 'person' },
        { subject: 's2', kind: 'person' },
        { subject: 's3', kind: 'network', members: ['s1'] },
      ],
      subjects: ['s3'],
    });
    expect(c.answer(noted('s2'))).toBe('ANOTHER_PARTY');
    expect(c.answer(noted('s1'))).toBe('ok');
  });

  it('is refused where the criminal process of that party ended without one, not where that of another did', () => {
    /** The process of one of them, which the police end. */
    const ended = (subject: string): CaseDriver => {
      const c = against();
      c.must(
        by(BUREAU, '2024-04-02T11:00:00+08:00', 'admit-departments', { to: [POLICE] }),
        by(
          POLICE,
          '2024-04-02T12:00:00+08:00',
          'report-investigation',
          { subjects: [subject] },
          { procedure: 'criminal-process' },
        ),
        reasoned(POLICE, '2024-04-03', 'end-investigation'),
      );
      return c;
    };
    expect(ended('s1').answer(noted('s1'))).toBe('NO_CRIMINAL_FINE');
    expect(ended('s2').answer(noted('s1'))).toBe('ok');
  });
});

describe('不含罚款的处罚', () => {
  it('no late fee is added to it, and no fine of it paid (CF 72)', () => {
    const c = bureau.notified();
    c.must(
      withoutFine('2024-04-08'),
      bureau.serve('2024-04-09'),
      by(BUREAU, '2024-12-02', 'note-not-performed', { fields: { enforceableFrom: '2024-10-09' } }),
    );
    for (const command of ['add-late-fee', 'note-part-payment', 'note-payment'])
      expect(c.tell(by(BUREAU, '2024-12-03', command, {}, { with: ['amountFen'] }))).toMatchObject({
        details: ['was-fined'],
      });
    expect(c.answer(by(BUREAU, '2024-12-03', 'note-performance'))).toBe('ok');
  });
});

describe('已决定移送', () => {
  const notified = (): CaseDriver => {
    const c = bureau.notified();
    c.must(steps.suspect('2024-04-02T15:00:00+08:00'), steps.report('2024-04-02T16:00:00+08:00'));
    return c;
  };
  it('no fine is decided from the approval on, nor after the hand-over was taken back (O310 11(1), CF 57(1)4)', () => {
    const before = notified();
    expect(before.answer(bureau.fine('2024-04-03'))).toBe('ok');
    const c = notified();
    c.must(steps.approve('2024-04-03T09:00:00+08:00'));
    expect(c.answer(bureau.fine('2024-04-03T10:00:00+08:00'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(
      steps.handOver('2024-04-03T11:00:00+08:00'),
      by(BUREAU, '2024-04-03T12:00:00+08:00', 'take-back-transfer'),
    );
    expect(c.answer(bureau.fine('2024-04-03T13:00:00+08:00'))).toBe('CRIMINAL_SIDE_OPEN');
    // Ended with the hand-over and not before it (N4 47(2)).
    expect(c.tell(by(BUREAU, '2024-04-03T14:00:00+08:00', 'terminate-on-hand-over'))).toMatchObject({
      details: ['handed-to-criminal-side'],
    });
    expect(c.answer(steps.handOver('2024-04-03T15:00:00+08:00'))).toBe('ok');
  });

  it('one matter is transferred once at a time, whoever begins the second (O310 5)', () => {
    const c = notified();
    expect(c.tell(steps.suspect('2024-04-03T09:00:00+08:00'))).toMatchObject({
      details: ['no-transfer-open'],
    });
  });
});

describe('移送审查起诉后', () => {
  const sent = (register = registerWith([BUREAU, POLICE, OFFICE])): CaseDriver => {
    const c = caseDriver(register);
    c.must(
      bureau.file(),
      bureau.conclude('2024-04-01'),
      bureau.notify('2024-04-02'),
      steps.suspect('2024-04-02T15:00:00+08:00'),
      steps.report('2024-04-03T09:00:00+08:00'),
      steps.approve('2024-04-03T10:00:00+08:00'),
      steps.handOver('2024-04-03T11:00:00+08:00'),
      steps.sign('2024-04-03T12:00:00+08:00'),
      steps.review('2024-04-03T14:00:00+08:00'),
      steps.file('2024-04-04T10:00:00+08:00'),
      by(
        POLICE,
        '2024-04-08',
        'send-for-prosecution',
        { subjects: ['s1'] },
        { paper: 'prosecution-opinion', proceeding: 'p2' },
      ),
    );
    return c;
  };
  const ended = (day: string): Told =>
    by(POLICE, day, 'note-criminal-end', {}, { paper: 'criminal-outcome', proceeding: 'p2' });

  it('no fine is decided while no procuratorate on the bus tells of it, until the police note how it ended', () => {
    const c = sent();
    expect(c.answer(bureau.fine('2024-04-09'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(by(BUREAU, '2024-04-09', 'declare-no-property'));
    expect(c.answer(bureau.fine('2024-04-10'))).toBe('CRIMINAL_SIDE_OPEN');
    expect(c.answer({ ...ended('2024-06-03'), as: `${BUREAU}/head` })).toBe('NOT_YOUR_ROLE');
    c.must(ended('2024-06-03'));
    expect(c.answer(bureau.fine('2024-06-04'))).toBe('ok');
  });

  it('where the procuratorate has it, its own course says so and nobody beside it', () => {
    const c = sent(registerWith([...COUNTY, ...ABOVE]));
    c.must(by(BUREAU, '2024-04-09', 'declare-no-property'));
    expect(c.proceeding('criminal-process').roles['procuratorate']).toEqual([PROCURATORATE]);
    expect(c.answer(bureau.fine('2024-04-10'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(ended('2024-06-03'));
    expect(c.answer(bureau.fine('2024-06-03T11:00:00+08:00'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(by(PROCURATORATE, '2024-06-04', 'accept-for-review'), {
      ...reasoned(
        PROCURATORATE,
        '2024-06-24',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'statutory' } },
        { paper: 'non-prosecution-decision' },
      ),
    });
    expect(c.answer(bureau.fine('2024-06-25'))).toBe('ok');
  });
});

describe('以“不含罚款”作出的罚款', () => {
  const disguised = (day: string): Told =>
    by(
      BUREAU,
      day,
      'decide-without-fine',
      { fields: { penaltyKinds: ['warning', 'fine'] } },
      { paper: 'penalty-decision', proceeding: 'p1' },
    );

  it('is none: a fine among the kinds is decided as a fine, whatever the notice said (O310 11, CF 35(2))', () => {
    const silent = bureau.notified();
    expect(silent.answer(disguised('2024-04-08'))).toBe('HOLDS_A_FINE');
    expect(silent.answer(inP('p1', withoutFine('2024-04-08')))).toBe('ok');
    const transferred = bureau.notified();
    transferred.must(
      steps.suspect('2024-04-02T15:00:00+08:00'),
      steps.report('2024-04-02T16:00:00+08:00'),
      steps.approve('2024-04-03T09:00:00+08:00'),
      steps.handOver('2024-04-03T10:00:00+08:00'),
    );
    expect(transferred.answer(disguised('2024-04-08'))).toBe('HOLDS_A_FINE');
    const fined = bureau.notified();
    fined.must(noteFine('2024-04-05'));
    expect(fined.answer(disguised('2024-04-08'))).toBe('HOLDS_A_FINE');
  });
});

describe('一事不再罚（CF 29）', () => {
  const onTheSpot = (day: string, fields = {}): Told =>
    by(
      BUREAU,
      day,
      'penalise-on-the-spot',
      { ...TWO, subjects: ['s1'], fields },
      { procedure: 'insurance-penalty', paper: 'penalty-decision' },
    );

  it('nobody is penalised on the spot beside a case of the same organ, nor twice for one act', () => {
    const c = bureau.notified();
    expect(c.answer(onTheSpot('2024-04-03'))).toBe('CASE_UNDER_WAY');
    expect(c.answer(onTheSpot('2024-04-03', { anotherAct: true }))).toBe('CASE_UNDER_WAY');
    const decided = bureau.served();
    expect(decided.answer(onTheSpot('2024-04-10'))).toBe('FINED_ALREADY');
    expect(decided.answer(onTheSpot('2024-04-10', { anotherAct: true }))).toBe('ok');
  });

  const fined = (): CaseDriver => {
    const c = bureau.notified();
    c.must(
      by(BUREAU, '2024-04-02T12:00:00+08:00', 'admit-departments', { to: [MARKET] }),
      ...another(market, MARKET, 'market-penalty'),
      inP('p1', bureau.fine('2024-04-10')),
    );
    return c;
  };
  const marketFines = (day: string, fields: Record<string, true> = {}): Told =>
    inP('p2', by(MARKET, day, 'decide-fine', { fields }, { paper: 'penalty-decision' }));

  it('what one organ fined no other fines again, nor the same organ in another case of its own', () => {
    const c = fined();
    expect(c.answer(marketFines('2024-04-11'))).toBe('FINED_ALREADY');
    c.must(
      by(
        BUREAU,
        '2024-04-12',
        'file-penalty',
        { ...TWO, subjects: ['s1'] },
        { procedure: 'insurance-penalty', paper: 'case-filing-form' },
      ),
      inP('p3', bureau.conclude('2024-04-13')),
      inP('p3', bureau.notify('2024-04-14')),
    );
    expect(c.answer(inP('p3', bureau.fine('2024-04-22')))).toBe('FINED_ALREADY');
  });

  it('another penalty may be added, and another act be fined, where that is said', () => {
    expect(
      fined().answer(
        inP('p2', by(MARKET, '2024-04-11', 'decide-without-fine', {}, { paper: 'penalty-decision' })),
      ),
    ).toBe('ok');
    expect(fined().answer(marketFines('2024-04-11', { anotherAct: true }))).toBe('ok');
  });

  it('a fine that was annulled bars none', () => {
    const c = fined();
    c.must(
      inP('p1', bureau.serve('2024-04-11')),
      inP('p1', by(BUREAU, '2024-05-20', 'note-annulment', {}, { paper: 'remedy-decision' })),
    );
    expect(c.answer(marketFines('2024-05-21'))).toBe('ok');
  });

  it('who was fined on the spot is not fined again', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must(
      by(
        BUREAU,
        '2024-03-04',
        'penalise-on-the-spot',
        { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
        { procedure: 'insurance-penalty', paper: 'penalty-decision' },
      ),
      by(BUREAU, '2024-03-05', 'admit-departments', { to: [MARKET] }),
      ...another(market, MARKET, 'market-penalty'),
    );
    expect(c.answer(marketFines('2024-04-11'))).toBe('FINED_ALREADY');
  });
});

describe('判处刑罚而是否处罚金未公开', () => {
  it('is what a rehearsal may say of what was published; on the record the court says which (CF 35(2))', () => {
    const judged = (clock?: 'on record') => {
      const c = onTrial();
      if (clock) c.onRecord();
      return c.tell(
        by(
          COURT,
          '2024-05-08',
          'judge-without-fine',
          { newSubjects: [{ subject: 's1', kind: 'person' }], fields: { verdict: 'fine-undisclosed' } },
          { paper: 'judgment' },
        ),
      );
    };
    expect(judged()).toMatchObject({ ok: true });
    expect(judged('on record')).toMatchObject({ code: 'REHEARSAL_ONLY', details: ['verdict'] });
  });
});
