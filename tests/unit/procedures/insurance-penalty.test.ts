// The life of a penalty case of the medical-insurance bureau, as a clerk would check it against N4 and CF.
import { describe, expect, it } from 'vitest';
import { possibleCommands } from '../../../case/possible.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const COURT = '653023/court';
const AGENCY = '653023/insurance-agency';
const HEALTH = '653023/health';
const register = () =>
  registerWith([
    BUREAU,
    POLICE,
    PROCURATORATE,
    COURT,
    AGENCY,
    HEALTH,
    '653023/market-regulation',
    '653023/drug-regulation',
    '653023/development-reform',
    '653023/joint-meeting-office',
  ]);

/** At ten in the morning, where no hour is said. */
const by = (
  day: string,
  command: string,
  body: OpenBody = {},
  officer = 'o-1',
  more: Partial<Told> = {},
): Told => ({
  as: officer.includes('/') ? officer : `${BUREAU}/${officer}`,
  at: day.length === 10 ? `${day}T10:00:00+08:00` : day,
  command,
  body,
  ...more,
});
const reason = { with: ['reason'] };
const TWO = { team: ['o-1', 'o-2'] };
const fileOn = (day: string): Told =>
  by(
    day,
    'file-penalty',
    { ...TWO, papers: papers('case-filing-form'), newSubjects: [{ subject: 's1', kind: 'institution' }] },
    'o-1',
    { procedure: 'insurance-penalty' },
  );
const conclude = (day: string, fields: OpenBody['fields'] = {}): Told =>
  by(day, 'conclude-investigation', { ...TWO, papers: papers('investigation-conclusion'), fields });
const notify = (day: string, fields: OpenBody['fields'] = {}): Told =>
  by(day, 'give-penalty-notice', { papers: papers('penalty-notice'), fields });
const fine = (day: string): Told => by(day, 'decide-fine', { papers: papers('penalty-decision') }, 'head');
const paidOn = (day: string): Told => by(day, 'note-payment', {}, 'o-1', { with: ['amountFen'] });
const serveOn = (day: string): Told => by(day, 'serve-decision', { papers: papers('service-return') });

/** Filed on Monday 4 March 2024: ninety days end with Sunday 2 June, hence with Monday 3 June. */
const filed = (): CaseDriver => {
  const c = caseDriver(register());
  c.must(fileOn('2024-03-04'));
  return c;
};
const notified = (fields: OpenBody['fields'] = {}, owed: OpenBody['fields'] = {}): CaseDriver => {
  const c = filed();
  c.must(conclude('2024-04-01', owed), notify('2024-04-02', fields));
  return c;
};
const served = (): CaseDriver => {
  const c = notified();
  c.must(fine('2024-04-08'), serveOn('2024-04-09'));
  return c;
};
const dueOf = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt;
const stateOf = (c: CaseDriver) => c.proceeding('insurance-penalty').state;
/** To the head of the bureau, at the end of the day. */
const offered = (c: CaseDriver, day: string): string[] =>
  possibleCommands(c.state, c.contextAt(`${day}T18:00:00+08:00`), {
    department: BUREAU,
    officer: 'head',
    ranks: ['head'],
  }).map(({ command }) => command);

describe('立案', () => {
  it('follows the verification of a lead within fifteen working days, thirty where the main head approves (N4 14)', () => {
    const c = caseDriver(register());
    c.must(by('2024-03-04', 'verify-lead', {}, 'o-1', { procedure: 'insurance-penalty' }));
    expect(dueOf(c, 'clue-verify')).toBe('2024-03-26T00:00:00+08:00');
    const longer = (approver: OpenBody['approver']) =>
      by(
        '2024-03-20',
        'extend-lead-verification',
        { extension: 'clue-verify-extension', ...(approver ? { approver } : {}), reasonCode: 'complex' },
        'head',
        reason,
      );
    expect(c.answer(longer('head'))).toBe('EXTENSION_NOT_ALLOWED');
    expect(c.answer(longer('main-head'))).toBe('ok');
    const file = by('2024-04-08', 'file-penalty', { papers: papers('case-filing-form') });
    expect(c.answer(file)).toBe('TEAM_TOO_SMALL');
    c.must({ ...file, body: { ...file.body, ...TWO } });
    expect([stateOf(c), c.clock('clue-verify')?.outcome]).toEqual(['investigating', 'met']);
  });

  it('whoever reported it by name is told of the filing, or that there is none, in five working days (N5 12(2))', () => {
    const lead = (fields: OpenBody['fields'] = {}): CaseDriver => {
      const c = caseDriver(register());
      c.must(by('2024-03-04', 'verify-lead', { fields }, 'o-1', { procedure: 'insurance-penalty' }));
      return c;
    };
    const named = lead({ leadOrigin: 'report', reportedByName: true });
    expect(named.answer(by('2024-03-05', 'inform-reporter'))).toBe('NOT_ALLOWED_IN_STATE');
    named.must(by('2024-03-06', 'decline-filing', { reasonCode: 'no-violation' }, 'o-1', reason));
    // Wednesday 6 March: the fifth working day is Wednesday the 13th.
    expect(dueOf(named, 'rep-realname-filing-notice')).toBe('2024-03-14T00:00:00+08:00');
    named.must(by('2024-03-13', 'inform-reporter'));
    expect(named.clock('rep-realname-filing-notice')?.outcome).toBe('met');
    const anonymous = lead({ leadOrigin: 'report' });
    anonymous.must(
      by('2024-03-06', 'file-penalty', {
        ...TWO,
        papers: papers('case-filing-form'),
        newSubjects: [{ subject: 's1' }],
      }),
    );
    expect(anonymous.clock('rep-realname-filing-notice')).toBeUndefined();
  });

  it('is declined with a reason only', () => {
    const c = caseDriver(register());
    c.must(by('2024-03-04', 'verify-lead', {}, 'o-1', { procedure: 'insurance-penalty' }));
    expect(c.answer(by('2024-03-05', 'decline-filing'))).toBe('REASON_REQUIRED');
    c.must(by('2024-03-05', 'decline-filing', { reasonCode: 'no-violation' }, 'o-1', reason));
    expect(stateOf(c)).toBe('not-filed');
  });
});

describe('九十日', () => {
  const longer = (day: string, extension: string, approver: OpenBody['approver'], extensionTo?: number) =>
    by(
      day,
      'extend-decision',
      {
        extension,
        reasonCode: 'complex',
        ...(approver ? { approver } : {}),
        ...(extensionTo ? { extensionTo } : {}),
      },
      'head',
      reason,
    );

  it('become 120 with the head and up to 180 with those in charge (N4 45)', () => {
    const c = filed();
    expect(dueOf(c, 'pen-decision')).toBe('2024-06-04T00:00:00+08:00');
    expect(c.answer(longer('2024-05-20', 'decision-second-extension', 'collective', 180))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
    c.must(longer('2024-05-20', 'decision-extension', 'head'));
    expect(dueOf(c, 'pen-decision')).toBe('2024-07-03T00:00:00+08:00');
    expect(c.answer(longer('2024-06-20', 'decision-second-extension', 'collective', 181))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
    c.must(longer('2024-06-20', 'decision-second-extension', 'collective', 150));
    expect(dueOf(c, 'pen-decision')).toBe('2024-08-02T00:00:00+08:00');
  });

  // 11 to 20 March are ten days: 2 June and ten are 12 June.
  it('stand still while an appraisal and an expert review go on, at once or one after the other', () => {
    const c = filed();
    c.must(
      by('2024-03-11', 'begin-appraisal'),
      by('2024-03-15', 'begin-expert-review'),
      by('2024-03-18', 'end-appraisal'),
    );
    expect(c.clock('pen-decision')?.status).toBe('paused');
    expect(c.answer(conclude('2024-03-19'))).toBe('GUARD_REFUSED');
    c.must(by('2024-03-20', 'end-expert-review'));
    expect(dueOf(c, 'pen-decision')).toBe('2024-06-13T00:00:00+08:00');
  });

  it('run on while the investigation is suspended (N4 42 is not named in 45)', () => {
    const c = filed();
    c.must(
      by(
        '2024-03-11',
        'suspend-investigation',
        { papers: papers('suspension-decision'), reasonCode: 'awaits-judgment' },
        'head',
        reason,
      ),
    );
    expect([stateOf(c), c.clock('pen-decision')?.status]).toEqual(['suspended', 'running']);
    c.must(by('2024-03-20', 'resume-investigation'));
    expect(dueOf(c, 'pen-decision')).toBe('2024-06-04T00:00:00+08:00');
  });
});

describe('法制审核和集体讨论', () => {
  const submit = by('2024-04-02', 'submit-to-legal-review');
  const pass = (day: string, officer: string) =>
    by(day, 'pass-legal-review', { papers: papers('legal-review-opinion') }, officer);

  it('come before the decision where they are owed, by another officer (N4 37, 44)', () => {
    const c = notified({}, { legalReviewDue: true, collectiveDue: true });
    expect(c.tell(fine('2024-04-08'))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['legally-reviewed'],
    });
    c.must(submit);
    expect(c.answer(pass('2024-04-08', 'o-1'))).toBe('SAME_OFFICER');
    c.must(pass('2024-04-08', 'o-3'));
    expect(stateOf(c)).toBe('notified');
    expect(c.tell(fine('2024-04-09'))).toMatchObject({ details: ['collectively-discussed'] });
    c.must(
      by('2024-04-09', 'discuss-collectively', { papers: papers('collective-discussion-record') }, 'head'),
      fine('2024-04-10'),
    );
    expect(stateOf(c)).toBe('fine-decided');
  });

  it.each([
    'file-penalty',
    'record-investigation',
    'begin-expert-review',
    'end-expert-review',
    'conclude-investigation',
    'give-penalty-notice',
    'record-defence',
    'submit-to-legal-review',
  ])('is not for who took %s, nor for who was named of the team (N4 37(2))', (taken) => {
    const course = [
      fileOn('2024-03-04'),
      by('2024-03-05', 'record-investigation', TWO),
      by('2024-03-06', 'begin-expert-review', { papers: papers('expert-review-commission') }),
      by('2024-03-07', 'end-expert-review'),
      conclude('2024-04-01', { legalReviewDue: true }),
      notify('2024-04-02'),
      by('2024-04-03', 'record-defence'),
      by('2024-04-03T11:00:00+08:00', 'submit-to-legal-review'),
    ];
    const c = caseDriver(register());
    c.must(
      ...course.map((told): Told => {
        const team = told.body?.team === undefined ? {} : { team: ['o-1', 'head'] };
        const as = `${BUREAU}/${told.command === taken ? 'o-2' : 'o-1'}`;
        return { ...told, as, body: { ...told.body, ...team } };
      }),
    );
    const answers = ['o-1', 'o-2', 'head', 'o-3'].map((officer) => c.answer(pass('2024-04-08', officer)));
    expect(answers).toEqual(['SAME_OFFICER', 'SAME_OFFICER', 'SAME_OFFICER', 'ok']);
  });

  it('is offered to who handled the case as a colleague’s', () => {
    const c = notified({}, { legalReviewDue: true });
    c.must(submit);
    expect(offered(c, '2024-04-08')).toContain('pass-legal-review');
    const mine = possibleCommands(c.state, c.contextAt('2024-04-08T18:00:00+08:00'), {
      department: BUREAU,
      officer: 'o-1',
      ranks: ['officer'],
    }).find(({ command }) => command === 'pass-legal-review');
    expect(mine?.conditions).toEqual(['insurance-penalty-reviewed-by-another']);
  });

  it('has ten working days, and ten more by the head of the legal unit (N4 40)', () => {
    const c = filed();
    c.must(conclude('2024-04-01'), by('2024-04-08', 'submit-to-legal-review'));
    expect(dueOf(c, 'pen-legal-review')).toBe('2024-04-24T00:00:00+08:00');
    const longer = (approver: OpenBody['approver']) =>
      by(
        '2024-04-15',
        'extend-legal-review',
        { extension: 'legal-review-extension', reasonCode: 'complex', ...(approver ? { approver } : {}) },
        'o-1',
        reason,
      );
    expect(c.answer(longer('head'))).toBe('EXTENSION_NOT_ALLOWED');
    c.must(longer('legal-unit-head'));
    // Twenty working days from 8 April: 10 April is a day off of Xinjiang, 28 April is worked, 1 to 5 May are off.
    expect(dueOf(c, 'pen-legal-review')).toBe('2024-05-10T00:00:00+08:00');
  });

  it('sent back is investigated again, and reviewed again', () => {
    const c = filed();
    c.must(
      conclude('2024-04-01', { legalReviewDue: true }),
      submit,
      pass('2024-04-03', 'o-3'),
      by('2024-04-07', 'investigate-further', { reasonCode: 'evidence' }, 'o-1', reason),
      conclude('2024-04-08'),
      notify('2024-04-09'),
    );
    expect(c.tell(fine('2024-04-10'))).toMatchObject({ details: ['legally-reviewed'] });
  });
});

describe('听证', () => {
  it('may be asked for in five working days; until then nothing is decided (CF 63, 64)', () => {
    const c = notified({ hearingDue: true });
    // Told on 2 April; 4 to 6 April are off, Sunday 7 April is worked, 10 April is a day off of Xinjiang: 3, 7, 8, 9, 11 April.
    expect(dueOf(c, 'pen-hearing-request')).toBe('2024-04-12T00:00:00+08:00');
    expect(c.tell(fine('2024-04-10'))).toMatchObject({
      details: ['hearing-days-over', 'from: 2024-04-12T00:00:00+08:00'],
    });
    expect(c.answer(fine('2024-04-12T09:00:00+08:00'))).toBe('ok');
  });

  it('not asked for in time is lost', () => {
    const c = notified({ hearingDue: true });
    expect(c.answer(by('2024-04-12', 'request-hearing'))).toBe('RIGHT_LAPSED');
  });

  it('is notified seven working days before, and not counted in the ninety days', () => {
    const c = notified({ hearingDue: true });
    c.must(
      by('2024-04-08', 'request-hearing'),
      by('2024-04-09', 'set-hearing', { fields: { hearingDate: '2024-04-26' } }),
    );
    expect(c.clock('pen-decision')?.status).toBe('paused');
    const end = by('2024-04-26', 'end-hearing', { fields: { hearingOutcome: 'held' } });
    expect(c.tell(end)).toMatchObject({ details: ['hearing-notified'] });
    c.must(by('2024-04-16', 'serve-hearing-notice', { papers: papers('hearing-notice') }), end);
    expect(c.clock('pen-hearing-notice')?.outcome).toBe('met');
    expect([stateOf(c), c.clock('pen-decision')?.status]).toEqual(['notified', 'running']);
    // CF 58(1)2, N4 37(2): what came through a hearing is reviewed after it, by another officer.
    expect(c.tell(fine('2024-04-28'))).toMatchObject({ details: ['reviewed-after-the-hearing'] });
    c.must(
      by('2024-04-28', 'submit-to-legal-review'),
      by('2024-04-29', 'pass-legal-review', { papers: papers('legal-review-opinion') }, 'o-3'),
    );
    expect(c.answer(fine('2024-04-30'))).toBe('ok');
  });

  it('is held on the day that was set, not before it; set anew, on the new day (CF 64(2))', () => {
    const c = notified({ hearingDue: true });
    const held = (day: string) => by(day, 'end-hearing', { fields: { hearingOutcome: 'held' } });
    c.must(
      by('2024-04-03', 'request-hearing'),
      by('2024-04-03T11:00:00+08:00', 'set-hearing', { fields: { hearingDate: '2024-04-22' } }),
      by('2024-04-03T12:00:00+08:00', 'serve-hearing-notice', { papers: papers('hearing-notice') }),
    );
    expect(c.tell(held('2024-04-03T13:00:00+08:00'))).toMatchObject({ details: ['held-on-its-day'] });
    expect(c.tell(held('2024-04-21'))).toMatchObject({ details: ['held-on-its-day'] });
    c.must(
      by('2024-04-21T11:00:00+08:00', 'set-hearing', { fields: { hearingDate: '2024-05-08' } }),
      by('2024-04-21T12:00:00+08:00', 'serve-hearing-notice', { papers: papers('hearing-notice') }),
    );
    expect(c.tell(held('2024-04-22'))).toMatchObject({ details: ['held-on-its-day'] });
    c.must(held('2024-05-08'));
    expect(stateOf(c)).toBe('notified');
  });

  // Neither day counts: 15 to 19, 22 and 23 April are seven working days, so Sunday 14 April is the last to tell of it.
  it.each([
    ['2024-04-14', 'ok', 1],
    ['2024-04-15', 'DATE_TOO_NEAR', 0],
    ['2024-04-23', 'DATE_TOO_NEAR', 0],
  ])('set on %s for the 24th is %s: no limit begins that has ended (CF 64(2))', (day, answer, begun) => {
    const c = notified({ hearingDue: true });
    c.must(by('2024-04-08', 'request-hearing'));
    c.onRecord();
    expect(c.answer(by(day, 'set-hearing', { fields: { hearingDate: '2024-04-24' } }))).toBe(answer);
    expect(c.clock('pen-hearing-notice') ? 1 : 0).toBe(begun);
  });

  it('a review before the hearing is none after it', () => {
    const c = notified({ hearingDue: true });
    const pass = (day: string) =>
      by(day, 'pass-legal-review', { papers: papers('legal-review-opinion') }, 'o-3');
    c.must(
      by('2024-04-03', 'submit-to-legal-review'),
      pass('2024-04-03T11:00:00+08:00'),
      by('2024-04-08', 'request-hearing'),
      by('2024-04-09', 'set-hearing', { fields: { hearingDate: '2024-04-26' } }),
      by('2024-04-10', 'serve-hearing-notice', { papers: papers('hearing-notice') }),
      by('2024-04-26', 'end-hearing', { fields: { hearingOutcome: 'held' } }),
    );
    expect(c.tell(fine('2024-04-28'))).toMatchObject({ details: ['reviewed-after-the-hearing'] });
  });

  it('needs no notice where the party withdraws it', () => {
    const c = notified({ hearingDue: true });
    c.must(
      by('2024-04-08', 'request-hearing'),
      by('2024-04-09', 'end-hearing', { fields: { hearingOutcome: 'withdrawn' } }),
    );
    expect(c.answer(fine('2024-04-10'))).toBe('ok');
  });
});

describe('送达、缴款、公开和结案', () => {
  it('serves in seven working days, is paid in fifteen days, published in seven, closed by the head', () => {
    const c = notified();
    c.must(fine('2024-04-08'));
    expect(dueOf(c, 'pen-serve')).toBe('2024-04-19T00:00:00+08:00');
    expect(dueOf(c, 'pub-penalty-credit')).toBe('2024-04-19T00:00:00+08:00');
    c.must(serveOn('2024-04-09'));
    expect(dueOf(c, 'pen-pay')).toBe('2024-04-25T00:00:00+08:00');
    expect(c.clock('pen-pay')?.obliged).toBe('s1');
    expect(dueOf(c, 'pen-remedy-review')).toBe('2024-06-12T00:00:00+08:00');
    expect(dueOf(c, 'pen-remedy-suit')).toBe('2024-10-10T00:00:00+08:00');
    c.must(by('2024-04-12', 'publish-decision'), paidOn('2024-04-25'));
    expect([c.clock('pen-pay')?.outcome, c.clock('pub-penalty-credit')?.outcome]).toEqual([
      'breached',
      'met',
    ]);
    const close = by('2024-04-26', 'close-penalty', { papers: papers('closing-report') });
    expect(c.answer(close)).toBe('RANK_TOO_LOW');
    c.must({ ...close, as: `${BUREAU}/head` });
    expect(stateOf(c)).toBe('closed');
  });

  it('by instalments is owed by the day approved (CF 66)', () => {
    const c = served();
    c.must(
      by(
        '2024-04-20',
        'allow-instalments',
        { papers: papers('instalment-approval'), fields: { paidBy: '2024-08-30' } },
        'head',
      ),
    );
    expect(c.clock('pen-pay')?.outcome).toBe('moot');
    expect(dueOf(c, 'pen-instalments')).toBe('2024-08-31T00:00:00+08:00');
  });

  it('is enforced by the court ten working days after the urging, within three months (QZ 53, 54)', () => {
    const c = served();
    const unpaid = by('2024-11-01', 'note-not-performed', { fields: { enforceableFrom: '2024-10-09' } });
    expect(
      c.tell({
        ...unpaid,
        at: '2024-04-20T10:00:00+08:00',
        body: { fields: { enforceableFrom: '2024-04-19' } },
      }),
    ).toMatchObject({
      details: ['payment-is-due', 'from: 2024-04-25T00:00:00+08:00'],
    });
    c.must(unpaid, by('2024-11-04', 'urge-performance', { papers: papers('urging-notice') }));
    expect(dueOf(c, 'pen-court-apply')).toBe('2025-01-10T00:00:00+08:00');
    const apply = (day: string) =>
      by(day, 'apply-to-court', { papers: papers('enforcement-application') }, 'head');
    expect(c.tell(apply('2024-11-18'))).toMatchObject({
      details: ['urged-ten-days-ago', 'from: 2024-11-19T00:00:00+08:00'],
    });
    c.must(apply('2024-11-19'), by('2024-11-20', 'accept-enforcement', {}, `${COURT}/o-1`));
    expect(c.handOffs().map(({ outcome }) => outcome)).toEqual(['received']);
    c.must(paidOn('2024-12-20'));
    expect(stateOf(c)).toBe('executed');
  });

  it('goes to no court before the six months to sue are over, fine or not (QZ 53, SS 46)', () => {
    const unpaid = (day: string, enforceableFrom: string) =>
      by(day, 'note-not-performed', { fields: { enforceableFrom } });
    const c = served();
    for (const day of ['2024-04-26', '2024-06-11', '2024-10-09'])
      expect(c.tell(unpaid(day, day)), day).toMatchObject({
        details: ['remedies-are-over', 'from: 2024-10-10T00:00:00+08:00'],
      });
    for (const day of ['2024-04-25', '2024-10-08', '2024-10-10'])
      expect(c.tell(unpaid('2024-10-11', day)), day).toMatchObject({ details: ['counted-from-their-end'] });
    expect(c.answer(unpaid('2024-10-11', '2024-10-09'))).toBe('ok');
    const none = notified();
    none.must(
      by('2024-04-08', 'decide-without-fine', { papers: papers('penalty-decision') }, 'head'),
      by('2024-04-09', 'serve-decision', { papers: papers('service-return') }),
    );
    expect(none.tell(unpaid('2024-04-09', '2024-04-09'))).toMatchObject({
      details: ['remedies-are-over', 'from: 2024-10-10T00:00:00+08:00'],
    });
  });

  it('nor while a suit is pending; what was sought and lost for good may be enforced at once', () => {
    const c = served();
    const suit = by('2024-04-18', 'accept-suit', {}, `${COURT}/o-1`);
    const p1 = { proceeding: 'p1' };
    const unpaid = {
      ...by('2024-10-11', 'note-not-performed', { fields: { enforceableFrom: '2024-10-09' } }),
      ...p1,
    };
    c.must(by('2024-04-15', 'note-remedy', { fields: { remedySought: 'suit' } }), {
      ...suit,
      body: { to: [BUREAU], subjects: ['s1'], papers: papers('suit-papers') },
      procedure: 'penalty-remedy',
    });
    expect(c.tell(unpaid)).toMatchObject({ details: ['no-remedy-pending'] });
    const ended = by(
      '2024-10-14',
      'end-suit',
      { reasonCode: 'withdrawn', papers: papers('administrative-judgment') },
      `${COURT}/o-1`,
    );
    c.must({ ...ended, with: ['reason'], proceeding: 'p2' });
    const again = { ...unpaid, at: '2024-10-15T10:00:00+08:00' };
    expect(c.tell(again)).toMatchObject({ details: ['remedies-are-over'] });
    c.must({ ...by('2024-10-15', 'note-remedies-exhausted', { papers: papers('remedy-decision') }), ...p1 });
    expect(c.answer(again)).toBe('ok');
  });

  it('is too late for the court after three months', () => {
    const c = served();
    c.must(
      by('2024-11-01', 'note-not-performed', { fields: { enforceableFrom: '2024-10-09' } }),
      by('2024-11-04', 'urge-performance', { papers: papers('urging-notice') }),
    );
    expect(
      c.answer(by('2025-01-10', 'apply-to-court', { papers: papers('enforcement-application') }, 'head')),
    ).toBe('RIGHT_LAPSED');
  });

  it('annulled, what was published is withdrawn in three working days (CF 48, N4 46)', () => {
    const c = served();
    c.must(
      by('2024-04-10', 'publish-decision'),
      by('2024-07-01', 'note-annulment', { papers: papers('remedy-decision') }, 'head'),
    );
    expect(stateOf(c)).toBe('annulled');
    expect(dueOf(c, 'pen-withdraw-publication')).toBe('2024-07-05T00:00:00+08:00');
    c.must(by('2024-07-04', 'withdraw-publication', { reasonCode: 'annulled' }, 'o-1', reason));
    expect(c.clock('pen-withdraw-publication')?.outcome).toBe('met');
  });

  it('what was not published is withdrawn by nobody, and what was is withdrawn once', () => {
    const withdraw = (day: string) =>
      by(day, 'withdraw-publication', { reasonCode: 'annulled' }, 'o-1', reason);
    const c = served();
    expect(c.tell(withdraw('2024-04-10'))).toMatchObject({ details: ['is-published'] });
    const change = { papers: papers('remedy-decision') };
    expect(c.answer(by('2024-07-01', 'note-change', change))).toBe('RANK_TOO_LOW');
    c.must(by('2024-07-01', 'note-change', change, 'head'));
    expect(c.clock('pen-withdraw-publication')).toBeUndefined();
    c.must(by('2024-07-02', 'publish-decision'), withdraw('2024-07-03'));
    expect(c.tell(withdraw('2024-07-04'))).toMatchObject({ details: ['is-published'] });
  });
});

describe('与刑事程序的衔接', () => {
  /** A crime is found on 2 April, handed over on 3 April. */
  const handedOver = (c: CaseDriver): CaseDriver => {
    c.must(
      by('2024-04-02T11:00:00+08:00', 'find-crime', TWO),
      steps.report('2024-04-02T12:00:00+08:00'),
      steps.approve('2024-04-02T15:00:00+08:00'),
      steps.handOver('2024-04-03T09:00:00+08:00'),
    );
    return c;
  };
  const terminate = by('2024-04-03T10:00:00+08:00', 'terminate-on-hand-over', {}, 'head');

  it('no fine is decided once the case is handed over, another penalty is (O310 11, CF 35)', () => {
    const c = handedOver(notified());
    expect(c.answer(fine('2024-04-08'))).toBe('CRIMINAL_SIDE_OPEN');
    expect(
      c.answer(by('2024-04-08', 'decide-without-fine', { papers: papers('penalty-decision') }, 'head')),
    ).toBe('ok');
  });

  it('a fine is decided before it is handed over, and once the police have given it back', () => {
    const c = notified();
    c.must(by('2024-04-02T11:00:00+08:00', 'find-crime', TWO));
    expect(c.answer(fine('2024-04-03'))).toBe('ok');
    const back = handedOver(notified());
    back.must(
      steps.sign('2024-04-03T10:00:00+08:00'),
      steps.review('2024-04-03T11:00:00+08:00'),
      steps.refuse('2024-04-07T10:00:00+08:00'),
    );
    expect(back.answer(fine('2024-04-07T11:00:00+08:00'))).toBe('CRIMINAL_SIDE_OPEN');
    back.must(by('2024-04-08', 'accept-non-filing'));
    expect(back.answer(fine('2024-04-09'))).toBe('ok');
  });

  it('the region may let fines be decided beside the criminal side', () => {
    const c = handedOver(notified());
    c.under(
      registerWith(
        [BUREAU, POLICE, PROCURATORATE, COURT, AGENCY],
        [
          {
            change: 'condition-switched',
            condition: 'no-criminal-side-open',
            active: false,
            basis: '本省规定',
          },
        ],
      ),
    );
    expect(c.answer(fine('2024-04-08'))).toBe('ok');
  });

  it('the head terminates the investigation with the hand-over, not before; that is decided within the ninety days (N4 43(5), 47)', () => {
    const c = filed();
    expect(c.tell(terminate)).toMatchObject({ details: ['handed-to-criminal-side'] });
    handedOver(c);
    c.must(terminate);
    expect([stateOf(c), c.clock('pen-decision')?.outcome]).toEqual(['terminated', 'met']);
    // What comes back is verified as a lead of its own, by the days of N4 14, once the terminated one is closed.
    c.must(
      by('2024-04-10', 'close-penalty', { papers: papers('closing-report') }, 'head'),
      by('2024-06-03', 'verify-lead', { subjects: ['s1'] }, 'o-1', { procedure: 'insurance-penalty' }),
    );
    expect([stateOf(c), dueOf(c, 'clue-verify')]).toEqual(['verifying', '2024-06-29T00:00:00+08:00']);
  });

  it('a criminal fine known on paper bars the fine for good (O310 11(3))', () => {
    const c = notified();
    c.must(
      by('2024-04-08', 'note-criminal-fine', { subjects: ['s1'], papers: papers('effective-judgment') }),
    );
    expect(c.answer(fine('2024-04-09'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(
      c.answer(by('2024-04-09', 'decide-without-fine', { papers: papers('penalty-decision') }, 'head')),
    ).toBe('ok');
  });

  it('a fine that came first is set off, with a copy to the court', () => {
    const c = served();
    const setOff = by('2024-12-03', 'set-off-fine');
    expect(c.tell(setOff)).toMatchObject({ details: ['fined-by-a-court'] });
    c.must(
      by('2024-12-02', 'note-criminal-fine', { subjects: ['s1'], papers: papers('effective-judgment') }),
    );
    const events = c.must(setOff);
    expect(events).toContainEqual(expect.objectContaining({ type: 'fine-set-off', copies: [COURT] }));
  });
});

describe('证据保全和强制措施', () => {
  const measure = (day: string, command: string, paper: string, officer = 'head'): Told =>
    by(day, command, { ...TWO, papers: papers(paper), subjects: ['s1'] }, officer, {
      procedure: 'evidence-measure',
    });
  const seal = (day: string) => measure(day, 'seal-records', 'compulsory-measure-decision');

  it('preserved evidence is dealt with in seven working days; on the spot it is approved in twenty-four hours (N4 26)', () => {
    const c = filed();
    c.must(measure('2024-03-05T10:20:00+08:00', 'preserve-urgently', 'preservation-notice', 'o-1'));
    expect(c.clock('pen-preserve-report')?.times).toMatchObject({
      strictDueAt: '2024-03-06T10:20:00+08:00',
      latestDueAt: '2024-03-06T11:00:00+08:00',
    });
    expect(dueOf(c, 'pen-preserve')).toBe('2024-03-15T00:00:00+08:00');
    c.must(
      by('2024-03-06T09:00:00+08:00', 'approve-preservation', {}, 'head'),
      by('2024-03-14', 'handle-preserved', {}, 'head'),
    );
    expect([c.clock('pen-preserve-report')?.outcome, c.clock('pen-preserve')?.outcome]).toEqual([
      'met',
      'met',
    ]);
  });

  it('records are sealed for thirty days and thirty more; the case is not closed over them (N4 31, 33)', () => {
    const c = notified();
    c.must(seal('2024-04-03'));
    expect(dueOf(c, 'pen-seal')).toBe('2024-05-07T00:00:00+08:00');
    c.must(
      by(
        '2024-04-28',
        'extend-measure',
        { extension: 'seal-extension', approver: 'head', reasonCode: 'complex' },
        'head',
        reason,
      ),
    );
    // 2 June 2024 is a Sunday: at most sixty days end on it (QZ 25), read latest on the Monday (N4 58).
    expect(c.clock('pen-seal')?.times).toMatchObject({
      strictDueAt: '2024-06-03T00:00:00+08:00',
      latestDueAt: '2024-06-04T00:00:00+08:00',
    });
    c.must(fine('2024-05-06'), serveOn('2024-05-07'), paidOn('2024-05-08'));
    const close = by('2024-05-09', 'close-penalty', { papers: papers('closing-report') }, 'head');
    expect(c.tell(close)).toMatchObject({ details: ['no-measure-open'] });
    c.must(by('2024-05-10', 'lift-measure', {}, 'head'), { ...close, at: '2024-05-11T10:00:00+08:00' });
    expect(stateOf(c)).toBe('closed');
  });

  it('a termination lifts them (N4 47)', () => {
    const c = filed();
    c.must(
      seal('2024-03-11'),
      by('2024-03-20', 'terminate-investigation', { reasonCode: 'party-gone' }, 'head', reason),
    );
    expect([c.proceeding('evidence-measure').state, c.clock('pen-seal')?.outcome]).toEqual(['ended', 'met']);
  });

  it('the bureau seizes from 1 January 2027 on, not a day before (YBF 40); the law of the day of the act counts', () => {
    const c = filed();
    const seize = (day: string) => measure(day, 'seize-property', 'compulsory-measure-decision');
    expect(c.answer(seize('2026-12-31'))).not.toBe('ok');
    expect(c.answer(seize('2027-01-04'))).toBe('ok');
    expect(c.clock('pen-seal')?.basis.map(({ act }) => act)).toEqual(['YBF', 'QZ', 'N4']);
  });
});

describe('暂停结算', () => {
  it('is ordered with the approval of the main head and a copy to the agency, which confirms within two working days, as agreed (O735 30)', () => {
    const c = filed();
    const order = by(
      '2024-03-05',
      'order-settlement-suspension',
      { papers: papers('settlement-suspension-order'), reasonCode: 'refuses', approver: 'main-head' },
      'head',
      reason,
    );
    const { approver: _, ...unapproved } = order.body ?? {};
    expect(c.tell({ ...order, body: unapproved })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['approver'],
    });
    expect(c.answer({ ...order, body: { ...unapproved, approver: 'head' } })).toBe('RANK_TOO_LOW');
    expect(c.must(order)).toContainEqual(expect.objectContaining({ copies: [AGENCY] }));
    expect(c.clock('agr-settlement-stop')).toMatchObject({
      obliged: AGENCY,
      limitKind: 'agreed',
      times: { latestDueAt: '2024-03-08T00:00:00+08:00' },
    });
    c.must(by('2024-03-06', 'confirm-settlement-order', {}, `${AGENCY}/o-1`));
    expect(c.clock('agr-settlement-stop')?.outcome).toBe('met');
  });

  it('that nobody ordered is neither lifted nor confirmed, nor is it twice', () => {
    const c = filed();
    const order = by(
      '2024-03-06',
      'order-settlement-suspension',
      { papers: papers('settlement-suspension-order'), reasonCode: 'refuses', approver: 'main-head' },
      'head',
      reason,
    );
    const lift = (day: string) => by(day, 'lift-settlement-suspension', {}, 'head');
    const confirm = (day: string) => by(day, 'confirm-settlement-order', {}, `${AGENCY}/o-1`);
    expect(c.tell(lift('2024-03-05'))).toMatchObject({ details: ['settlement-stands-still'] });
    expect(c.tell(confirm('2024-03-05'))).toMatchObject({ details: ['settlement-order-unconfirmed'] });
    expect(offered(c, '2024-03-05')).not.toContain('lift-settlement-suspension');
    c.must(order);
    expect(offered(c, '2024-03-06')).toContain('lift-settlement-suspension');
    c.must(confirm('2024-03-07'));
    expect(c.tell(confirm('2024-03-08'))).toMatchObject({ details: ['settlement-order-unconfirmed'] });
    c.must(lift('2024-03-11'), confirm('2024-03-12'));
    expect(c.tell(lift('2024-03-13'))).toMatchObject({ details: ['settlement-stands-still'] });
    expect(offered(c, '2024-03-13')).not.toContain('lift-settlement-suspension');
  });

  it('ends with the finding, and is lifted before the case is closed (O735 30)', () => {
    const c = filed();
    c.must(
      by(
        '2024-03-06',
        'order-settlement-suspension',
        { papers: papers('settlement-suspension-order'), reasonCode: 'refuses', approver: 'main-head' },
        'head',
        reason,
      ),
      by('2024-03-20', 'terminate-investigation', { reasonCode: 'party-gone' }, 'head', reason),
    );
    expect(c.clock('pen-suspend-settlement')).toMatchObject({ obliged: BUREAU, status: 'running' });
    const close = by('2024-03-21', 'close-penalty', { papers: papers('closing-report') }, 'head');
    expect(c.tell(close)).toMatchObject({ details: ['settlement-goes-on'] });
    c.must(by('2024-03-21', 'lift-settlement-suspension', {}, 'head'));
    expect([c.clock('pen-suspend-settlement')?.status, c.answer(close)]).toEqual(['stopped', 'ok']);
    const nothing = filed();
    nothing.must(by('2024-03-20', 'terminate-investigation', { reasonCode: 'party-gone' }, 'head', reason));
    expect(nothing.clock('pen-suspend-settlement')).toBeUndefined();
  });
});

describe('情节认定', () => {
  it('opens the finding by its grade, and none where nothing grave was found', () => {
    const found = (findingGrade: string) => {
      const c = served();
      c.must(by('2024-04-10', 'find-gravity', { fields: { findingGrade } }, 'head'));
      return c.proceeding('verified-finding').state;
    };
    expect(found('serious')).toBe('serious');
    expect(found('especially-serious')).toBe('especially-serious');
  });
});

describe('当场处罚', () => {
  it('is reported to the department within seven working days (N4 51), and paid like any other', () => {
    const c = caseDriver(register());
    c.must(
      by(
        '2024-03-04',
        'penalise-on-the-spot',
        { ...TWO, papers: papers('penalty-decision'), newSubjects: [{ subject: 's1' }] },
        'o-1',
        {
          procedure: 'insurance-penalty',
        },
      ),
    );
    expect(dueOf(c, 'pen-summary-file')).toBe('2024-03-14T00:00:00+08:00');
    c.must(by('2024-03-06', 'report-summary-penalty'));
    expect(stateOf(c)).toBe('fine-due');
    expect(c.answer(by('2024-03-07', 'report-summary-penalty'))).toBe('GUARD_REFUSED');
  });

  it('is delivered as it is made: the days to pay and of the remedies run from then, reported or not (CF 52, 53, 67(3))', () => {
    const c = caseDriver(register());
    c.must(
      by(
        '2024-03-04',
        'penalise-on-the-spot',
        { ...TWO, papers: papers('penalty-decision'), newSubjects: [{ subject: 's1' }] },
        'o-1',
        { procedure: 'insurance-penalty' },
      ),
    );
    const due = () => ['pen-pay', 'pen-remedy-review', 'pen-remedy-suit'].map((limit) => dueOf(c, limit));
    // Fifteen days end with 19 March; sixty with 3 May, which is off until the 5th; six months with 4 September.
    const FROM_DELIVERY = [
      '2024-03-20T00:00:00+08:00',
      '2024-05-07T00:00:00+08:00',
      '2024-09-05T00:00:00+08:00',
    ];
    expect(due()).toEqual(FROM_DELIVERY);
    c.must(by('2024-03-13', 'report-summary-penalty'));
    expect(due()).toEqual(FROM_DELIVERY);
    // Not paid, it is enforced like any other.
    c.must(by('2024-09-05', 'note-not-performed', { fields: { enforceableFrom: '2024-09-04' } }));
    expect(stateOf(c)).toBe('unperformed');
  });

  it('paid at once it is reported all the same; any other penalty is not', () => {
    const c = caseDriver(register());
    c.must(
      by(
        '2024-03-04',
        'penalise-on-the-spot',
        { ...TWO, papers: papers('penalty-decision'), newSubjects: [{ subject: 's1' }] },
        'o-1',
        { procedure: 'insurance-penalty' },
      ),
      paidOn('2024-03-04T11:00:00+08:00'),
      by('2024-03-06', 'report-summary-penalty'),
    );
    expect(c.clock('pen-summary-file')?.outcome).toBe('met');
    const other = notified();
    other.must(fine('2024-04-08'), serveOn('2024-04-09'));
    expect(other.answer(by('2024-04-10', 'report-summary-penalty'))).toBe('GUARD_REFUSED');
  });
});
