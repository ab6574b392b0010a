// The criminal process as it is told on the bus: what opens it, who owes whom what until when, how each suspect ends, and what
// of it keeps an administrative fine away.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { type CaseDriver, caseDriver, registerWith } from '../../support/case-driver.ts';
import {
  by,
  COURT,
  criminalRegister,
  HIGHER_COURT,
  notProsecuted,
  onTrial,
  openCase,
  reasoned,
  underReview,
} from '../../support/criminal-story.ts';
import { BUREAU, filed, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const DISCIPLINE = '653023/discipline-inspection';
const HIGHER_PROCURATORATE = '653000/procuratorate';
const standing = (c: CaseDriver) =>
  Object.values(c.state.proceedings).map((p) => `${p.procedure} ${p.state}`);
const stateOf = (c: CaseDriver) => c.proceeding('criminal-process').state;
const copies = (c: CaseDriver) =>
  c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));
const until = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);
/** Marks of the states that the proceedings of the case stand in. */
const marks = (c: CaseDriver) =>
  Object.values(c.state.proceedings).flatMap(
    (p) => law.procedure(p.procedure, p.version)?.states[p.state]?.marks ?? [],
  );

const returnFor = (day: string) =>
  reasoned(PROCURATORATE, day, 'return-for-supplement', {}, { paper: 'supplement-decision' });
const again = (day: string) => by(POLICE, day, 'send-again-after-supplement');
const judged = (day: string, command = 'judge-with-fine', fields = {}) =>
  by(COURT, day, command, { fields }, { paper: 'judgment' });

describe('移送审查起诉', () => {
  it('of the transfer opens the process where nothing was reported before', () => {
    const c = caseDriver(criminalRegister());
    c.must(
      ...[
        steps.suspect('2024-03-04T09:00:00+08:00'),
        steps.report('2024-03-04T15:00:00+08:00'),
        steps.approve('2024-03-05T09:00:00+08:00'),
        steps.handOver('2024-03-05T10:00:00+08:00'),
        steps.sign('2024-03-05T11:00:00+08:00'),
        steps.review('2024-03-05T14:00:00+08:00'),
        steps.file('2024-03-06T10:00:00+08:00'),
      ],
    );
    expect(marks(c)).toEqual(['criminal-open', 'filing-told']);
    c.must(by(POLICE, '2024-05-06', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }));
    expect(standing(c)).toEqual([
      'criminal-transfer sent-with-property-due',
      'criminal-process sent-for-review',
    ]);
    expect(c.proceeding('criminal-process')).toMatchObject({
      parent: 'p1',
      roles: { investigator: [POLICE], procuratorate: [PROCURATORATE], sender: [BUREAU] },
    });
    // Of the transfer as long as of the process that grew out of it.
    expect(marks(c)).toEqual(['criminal-open', 'criminal-open']);
  });

  it('moves what the police reported first, suspect by suspect', () => {
    const c = filed();
    const named = { newSubjects: [{ subject: 's1' }, { subject: 's2' }] };
    c.must(
      by(
        POLICE,
        '2024-03-07',
        'take-measure',
        { ...named, parent: 'p1', fields: { coerciveMeasure: 'detention' } },
        { procedure: 'criminal-process' },
      ),
    );
    expect(standing(c).slice(1)).toEqual([
      'criminal-process investigating',
      'criminal-process investigating',
    ]);
    c.must(
      reasoned(POLICE, '2024-03-20', 'end-investigation', {}, { proceeding: 'p3' }),
      by(
        POLICE,
        '2024-05-06',
        'send-for-prosecution',
        {},
        { paper: 'prosecution-opinion', proceeding: 'p1' },
      ),
    );
    expect(standing(c)).toEqual([
      'criminal-transfer sent-with-property-due',
      'criminal-process sent-for-review',
      'criminal-process investigation-ended',
    ]);
  });

  it('is told where no procuratorate is registered, and opens nothing', () => {
    const c = filed(registerWith([BUREAU, POLICE]));
    c.must(by(POLICE, '2024-05-06', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }));
    expect(standing(c)).toEqual(['criminal-transfer sent-with-property-due']);
  });

  it('withdrawing the transfer ends the investigation of everybody', () => {
    const c = filed();
    c.must(
      by(POLICE, '2024-03-07', 'report-investigation', { parent: 'p1' }, { procedure: 'criminal-process' }),
      reasoned(POLICE, '2024-03-20', 'withdraw-case'),
    );
    expect(standing(c)).toEqual(['criminal-transfer withdrawn', 'criminal-process investigation-ended']);
    expect(marks(c)).toEqual(['ended-without-criminal-fine']);
  });

  it('is signed for like any hand-over, may be returned, and taken back until then', () => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        '2024-03-04',
        'send-for-prosecution',
        {},
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
    );
    expect(c.clock('agr-hand-off-receipt')).toMatchObject({ obliged: PROCURATORATE, status: 'running' });
    c.must(by(POLICE, '2024-03-04T15:00:00+08:00', 'take-back-from-review'));
    expect([stateOf(c), c.handOffs().at(-1)?.outcome, c.clock('pro-review')?.outcome]).toEqual([
      'investigating',
      'taken-back',
      'moot',
    ]);
    c.must(
      by(POLICE, '2024-03-05', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }),
      reasoned(PROCURATORATE, '2024-03-06', 'return-to-investigator'),
    );
    expect([stateOf(c), c.handOffs().at(-1)?.outcome]).toEqual(['investigating', 'returned']);
  });
});

describe('改变管辖（JG2019 328、XS 172(2)）', () => {
  const passOn = (from: string, day: string, to: string) =>
    by(from, day, 'pass-to-competent-procuratorate', { to: [to] });

  it('the month of review begins anew with the procuratorate it is passed to, which signs for it', () => {
    const c = underReview();
    c.must(passOn(PROCURATORATE, '2024-03-20', HIGHER_PROCURATORATE));
    expect([stateOf(c), c.handOffs().at(-1)?.to, copies(c)]).toEqual([
      'passed-to-procuratorate',
      HIGHER_PROCURATORATE,
      [POLICE],
    ]);
    // One month from Wednesday 20 March: Saturday 20 April.
    expect([until(c, 'pro-review'), c.clock('pro-review')?.obliged]).toEqual([
      '2024-04-23',
      HIGHER_PROCURATORATE,
    ]);
    expect(c.answer(by(PROCURATORATE, '2024-03-21', 'accept-for-review'))).toBe('NOT_YOUR_ROLE');
    c.must(by(HIGHER_PROCURATORATE, '2024-03-21', 'accept-for-review'));
    expect([stateOf(c), c.handOffs().at(-1)?.outcome]).toEqual(['under-review', 'received']);
  });

  it('may be passed back by whoever is not competent either, and a month that was prolonged before may be again', () => {
    const c = underReview();
    const longer = (from: string, day: string) =>
      reasoned(from, day, 'prolong-review', { extension: 'complex-review', approver: 'head' });
    c.must(longer(PROCURATORATE, '2024-03-18'));
    expect(c.answer(longer(PROCURATORATE, '2024-03-19'))).toBe('GUARD_REFUSED');
    c.must(
      passOn(PROCURATORATE, '2024-03-20', HIGHER_PROCURATORATE),
      passOn(HIGHER_PROCURATORATE, '2024-03-22', PROCURATORATE),
      by(PROCURATORATE, '2024-03-22T15:00:00+08:00', 'accept-for-review'),
      longer(PROCURATORATE, '2024-04-01'),
    );
    // A month from 22 March and fifteen days: Monday 22 April would have been the end, so 7 May.
    expect(until(c, 'pro-review')).toBe('2024-05-08');
  });
});

describe('移送机关', () => {
  // FF6 24(2) sends a copy of the judgment to the organ that sent the case. A case of crime in office alone was sent by none
  // (RC-105: the court tried one public official in a case of its own), and no bureau reads it.
  it('is nobody where no organ takes part in the case, whatever the register routes to', () => {
    const c = openCase();
    c.must(
      by(
        '653023/discipline-inspection',
        '2024-03-04',
        'send-for-prosecution',
        {},
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
      by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
    );
    expect(c.proceeding('criminal-process').roles['sender']).toBeUndefined();
    expect(c.state.parties).not.toContain(BUREAU);
    c.must(by(PROCURATORATE, '2024-03-25', 'prosecute', {}, { paper: 'indictment' }));
    expect(c.state.parties).not.toContain(BUREAU);
  });

  it('is the bureau from when it takes part in the case', () => {
    const c = openCase();
    c.must(by(POLICE, '2024-03-01', 'report-investigation', {}, { procedure: 'criminal-process' }));
    expect(c.proceeding('criminal-process').roles['sender']).toBeUndefined();
    c.must(
      by(POLICE, '2024-03-01T15:00:00+08:00', 'admit-departments', { to: [BUREAU] }),
      by(POLICE, '2024-03-04', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' }),
    );
    expect(c.proceeding('criminal-process').roles['sender']).toEqual([BUREAU]);
  });
});

describe('批准逮捕', () => {
  it('of one who is not detained is decided within fifteen days, twenty where it is complex (JG2019 282)', () => {
    const c = openCase();
    // Fifteen days from Monday 4 March end with Tuesday 19 March, twenty with Sunday 24 March, which rolls to Monday.
    c.must(
      by(
        POLICE,
        '2024-03-04',
        'request-arrest-undetained',
        {},
        { procedure: 'criminal-process', paper: 'arrest-request' },
      ),
    );
    expect(until(c, 'pro-arrest-undetained')).toBe('2024-03-20');
    c.must(
      reasoned(PROCURATORATE, '2024-03-12', 'extend-arrest-decision', {
        extension: 'complex-arrest-case',
        approver: 'head',
      }),
    );
    expect(until(c, 'pro-arrest-undetained')).toBe('2024-03-26');
    expect(c.answer(by(PROCURATORATE, '2024-03-20', 'decline-arrest'))).toBe('REASON_REQUIRED');
    c.must(reasoned(PROCURATORATE, '2024-03-20', 'decline-arrest'));
    expect([stateOf(c), c.clock('pro-arrest-undetained')?.outcome]).toEqual(['investigating', 'met']);
  });

  it('is for the heads of both sides', () => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        '2024-03-04',
        'request-arrest',
        {},
        { procedure: 'criminal-process', paper: 'arrest-request' },
      ),
    );
    expect(c.answer(by(PROCURATORATE, '2024-03-06', 'approve-arrest', {}, { officer: 'o-1' }))).toBe(
      'RANK_TOO_LOW',
    );
    c.must(by(PROCURATORATE, '2024-03-06', 'approve-arrest'));
    expect(stateOf(c)).toBe('arrested');
  });
});

describe('审查起诉', () => {
  it('takes a month from receipt, and fifteen days more once the head prolongs it (XS 172(1))', () => {
    const c = underReview();
    // 4 April is Qingming, the days off last to Saturday 6 April; Sunday 7 April is worked.
    expect([c.clock('pro-review')?.obliged, until(c, 'pro-review')]).toEqual([PROCURATORATE, '2024-04-08']);
    const prolong = (day: string) =>
      reasoned(PROCURATORATE, day, 'prolong-review', { extension: 'complex-review', approver: 'head' });
    c.must(prolong('2024-04-01'));
    // From 4 March: a month to 4 April, fifteen days to Friday 19 April, to its end.
    expect(until(c, 'pro-review')).toBe('2024-04-20');
    expect(c.answer(prolong('2024-04-02'))).toBe('GUARD_REFUSED');
    c.must(by(PROCURATORATE, '2024-04-19', 'prosecute', {}, { paper: 'indictment' }));
    expect(c.clock('pro-review')?.outcome).toBe('met');
  });

  it('that comes late is a breach', () => {
    const c = underReview();
    c.must(by(PROCURATORATE, '2024-04-08', 'prosecute', {}, { paper: 'indictment' }));
    expect(c.clock('pro-review')?.outcome).toBe('breached');
  });

  it('on the fast track takes ten days, fifteen where more than a year may be imposed', () => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        '2024-03-04',
        'send-for-prosecution',
        {},
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
      by(PROCURATORATE, '2024-03-05', 'accept-for-fast-track'),
    );
    expect(until(c, 'pro-review-fast-track')).toBe('2024-03-16');
    c.must(
      by(PROCURATORATE, '2024-03-12', 'extend-fast-track', { extension: 'over-one-year', approver: 'head' }),
    );
    expect(until(c, 'pro-review-fast-track')).toBe('2024-03-21');
    expect(
      underReview().answer(
        by(PROCURATORATE, '2024-03-12', 'extend-fast-track', {
          extension: 'over-one-year',
          approver: 'head',
        }),
      ),
    ).toBe('GUARD_REFUSED');
  });
});

describe('监察机关移送起诉', () => {
  const sentBy = (who: string) => {
    const c = openCase();
    c.must(
      by(
        who,
        '2024-03-04',
        'send-for-prosecution',
        {},
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
      by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
    );
    return c;
  };
  const detain = by(PROCURATORATE, '2024-03-06', 'detain-first');

  it('detains first, decides on a measure in ten days, four more at most, which are no days of the review (XS 170(2))', () => {
    const c = sentBy(DISCIPLINE);
    const before = until(c, 'pro-review');
    c.must(detain);
    expect([c.clock('pro-review')?.status, until(c, 'pro-own-measure')]).toEqual(['paused', '2024-03-17']);
    c.must(
      reasoned(PROCURATORATE, '2024-03-14', 'extend-own-measure', {
        extension: 'special-circumstances',
        approver: 'head',
        extensionTo: 14,
      }),
    );
    // It ends on its last day, Wednesday 20 March.
    expect(until(c, 'pro-own-measure')).toBe('2024-03-21');
    c.must(by(PROCURATORATE, '2024-03-18', 'decide-own-measure', { fields: { coerciveMeasure: 'arrest' } }));
    expect([stateOf(c), c.clock('pro-own-measure')?.outcome, c.clock('pro-review')?.status]).toEqual([
      'under-review',
      'met',
      'running',
    ]);
    expect((until(c, 'pro-review') ?? '') > (before ?? '')).toBe(true);
  });

  it('is nothing of the police', () => {
    expect(sentBy(POLICE).tell(detain)).toMatchObject({ details: ['held-by-the-supervisory-organ'] });
  });
});

describe('管辖', () => {
  it('is passed on within five days of finding that another is competent (JG2019 328(1))', () => {
    const c = underReview();
    c.must(by(PROCURATORATE, '2024-03-11', 'find-no-jurisdiction'));
    // Five days from Monday 11 March end with Saturday 16 March, so Monday.
    expect(until(c, 'pro-pass-on-review')).toBe('2024-03-19');
    c.must(
      by(PROCURATORATE, '2024-03-14', 'pass-to-competent-procuratorate', { to: [HIGHER_PROCURATORATE] }),
    );
    expect(c.clock('pro-pass-on-review')?.outcome).toBe('met');
  });
});

describe('补充侦查', () => {
  it('gives the police a month; the review is then counted anew', () => {
    const c = underReview();
    c.must(returnFor('2024-03-29'));
    expect([
      c.clock('pro-review')?.outcome,
      c.clock('pro-supplement')?.obliged,
      until(c, 'pro-supplement'),
    ]).toEqual(['moot', POLICE, '2024-04-30']);
    c.must(again('2024-04-26'));
    expect([c.clock('pro-supplement')?.outcome, stateOf(c)]).toEqual(['met', 'under-review']);
    // 26 May is a Sunday.
    expect(until(c, 'pro-review')).toBe('2024-05-28');
  });

  it('counts from month end to month end (刑诉法解释 202(1))', () => {
    const c = underReview();
    c.must(returnFor('2024-04-30'));
    expect(until(c, 'pro-supplement')).toBe('2024-06-01');
  });

  it('happens twice at most; then insufficient evidence means no prosecution (XS 175)', () => {
    const c = underReview();
    const insufficient = (day: string) =>
      reasoned(
        PROCURATORATE,
        day,
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'insufficient-evidence' } },
        { paper: 'non-prosecution-decision' },
      );
    expect(c.answer(insufficient('2024-03-28'))).toBe('GUARD_REFUSED');
    c.must(returnFor('2024-03-29'), again('2024-04-10'), returnFor('2024-04-22'), again('2024-05-06'));
    expect(c.tell(returnFor('2024-05-08'))).toMatchObject({
      ok: false,
      code: 'GUARD_REFUSED',
      words: { zh: '已退回补充侦查二次，不得再退回；证据仍然不足的，应当不起诉' },
    });
    c.must(insufficient('2024-05-10'));
    expect([stateOf(c), marks(c)]).toEqual(['non-prosecuted', ['not-prosecuted']]);
  });

  it('may be done by the procuratorate itself, within the time of the review', () => {
    const c = underReview();
    c.must(by(PROCURATORATE, '2024-03-20', 'investigate-itself'));
    expect([stateOf(c), c.clock('pro-review')?.status]).toEqual(['under-review', 'running']);
  });
});

describe('不起诉', () => {
  it('tells police and sender, and goes to the administrative department, which reviews whether a penalty is due', () => {
    const c = notProsecuted();
    expect(copies(c)).toEqual([POLICE, BUREAU]);
    expect(marks(c)).toEqual(['not-prosecuted']);
    c.must(by(PROCURATORATE, '2024-03-27', 'refer-for-penalty-review'));
    expect(c.proceeding('reverse-referral')).toMatchObject({
      state: 'penalty-review',
      parent: 'p1',
      roles: { procuratorate: [PROCURATORATE] },
    });
    expect(c.answer(by(PROCURATORATE, '2024-03-28', 'refer-for-penalty-review'))).toBe('GUARD_REFUSED');
  });

  it('since the guideline of November 2024 is handed over within three working days', () => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        '2025-03-03',
        'send-for-prosecution',
        {},
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
      by(PROCURATORATE, '2025-03-04', 'accept-for-review'),
      reasoned(
        PROCURATORATE,
        '2025-03-14',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'statutory' } },
        { paper: 'non-prosecution-decision' },
      ),
    );
    // From Friday 14 March: Monday, Tuesday, Wednesday.
    expect(until(c, 'rev-internal-transfer')).toBe('2025-03-20');
    expect(notProsecuted().clock('rev-internal-transfer')).toBeUndefined();
  });

  it('may be reconsidered for the police within thirty days, and revoked', () => {
    const c = notProsecuted();
    c.must(
      by(POLICE, '2024-03-28', 'ask-to-reconsider-non-prosecution', {}, { paper: 'reconsideration-opinion' }),
    );
    // Thirty days end with Saturday 27 April; Sunday 28 April is worked.
    expect(until(c, 'pro-reconsider-non-prosecution')).toBe('2024-04-29');
    c.must(reasoned(PROCURATORATE, '2024-04-20', 'revoke-non-prosecution'));
    expect([stateOf(c), c.clock('pro-reconsider-non-prosecution')?.outcome, marks(c)]).toEqual([
      'under-review',
      'met',
      ['criminal-open'],
    ]);
  });

  it('of a person leaves seven days to petition from service, and is final after them (XS 181)', () => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        '2024-03-04',
        'send-for-prosecution',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
      by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
      reasoned(
        PROCURATORATE,
        '2024-03-25',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'discretionary' } },
        { paper: 'non-prosecution-decision' },
      ),
      by(PROCURATORATE, '2024-03-26', 'serve-non-prosecution', { fields: { servedOn: '2024-03-26' } }),
    );
    expect([c.clock('pro-petition')?.obliged, until(c, 'pro-petition')]).toEqual(['s1', '2024-04-03']);
    expect(c.answer(by(PROCURATORATE, '2024-04-02', 'conclude-non-prosecution'))).toBe('GUARD_REFUSED');
    c.must(by(PROCURATORATE, '2024-04-03', 'conclude-non-prosecution'));
    // Seven days that nobody used ran out.
    expect([stateOf(c), c.clock('pro-petition')?.outcome]).toEqual(['non-prosecution-final', 'lapsed']);
    // What the administrative department is owed ends with no end.
    c.must(by(PROCURATORATE, '2024-04-03T15:00:00+08:00', 'refer-for-penalty-review'));
    expect(c.proceeding('reverse-referral')).toMatchObject({ parent: 'p1' });
  });

  it('is not final before it was served, nor while the victim may petition (XS 180, 181; JG2019 377)', () => {
    const c = openCase();
    const conclude = (day: string) => by(PROCURATORATE, day, 'conclude-non-prosecution');
    const serve = (command: string, day: string) =>
      by(PROCURATORATE, day, command, { fields: { servedOn: day } });
    c.must(
      by(
        POLICE,
        '2024-03-04',
        'send-for-prosecution',
        { newSubjects: [{ subject: 's1', kind: 'person' }] },
        { procedure: 'criminal-process', paper: 'prosecution-opinion' },
      ),
      by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
      reasoned(
        PROCURATORATE,
        '2024-03-25',
        'decide-non-prosecution',
        { fields: { nonProsecutionKind: 'discretionary', hasVictim: true } },
        { paper: 'non-prosecution-decision' },
      ),
    );
    expect(c.tell(conclude('2024-03-25T12:00:00+08:00'))).toMatchObject({
      details: ['petition-days-have-passed'],
    });
    c.must(serve('serve-non-prosecution', '2024-03-26'));
    // The seven days of the person end with Tuesday 2 April; the victim has heard of nothing yet.
    expect(c.answer(conclude('2024-04-08'))).toBe('GUARD_REFUSED');
    c.must(serve('serve-victim', '2024-04-08'));
    // From Monday 8 April seven days: Monday 15 April.
    expect(until(c, 'pro-victim-petition')).toBe('2024-04-16');
    expect(c.answer(conclude('2024-04-15'))).toBe('GUARD_REFUSED');
    c.must(by(PROCURATORATE, '2024-04-15T15:00:00+08:00', 'note-victim-petition'));
    expect([
      stateOf(c),
      c.clock('pro-victim-petition')?.outcome,
      until(c, 'pro-victim-petition-decision'),
    ]).toEqual(['non-prosecution-examined', 'moot', '2024-07-16']);
    c.must(reasoned(PROCURATORATE, '2024-05-20', 'uphold-non-prosecution'), conclude('2024-05-21'));
    expect(stateOf(c)).toBe('non-prosecution-final');
  });

  it('is decided on a petition within three months, six where it is complex', () => {
    const c = notProsecuted();
    c.must(by(PROCURATORATE, '2024-03-28', 'petition-against-non-prosecution'));
    expect(until(c, 'pro-petition-decision')).toBe('2024-06-29');
    c.must(
      reasoned(PROCURATORATE, '2024-06-20', 'extend-petition-decision', {
        extension: 'complex-petition',
        approver: 'head',
      }),
    );
    // 28 September is a Saturday, Sunday 29 September is worked.
    expect(until(c, 'pro-petition-decision')).toBe('2024-09-30');
  });
});

describe('审判', () => {
  it('ends within two months of acceptance, three at the latest; a suspension is not counted', () => {
    const c = onTrial();
    // 26 May is a Sunday.
    expect([c.clock('pro-trial')?.obliged, until(c, 'pro-trial')]).toEqual([COURT, '2024-05-28']);
    c.must(reasoned(COURT, '2024-05-20', 'extend-trial', { extension: 'third-month', approver: 'head' }));
    expect(until(c, 'pro-trial')).toBe('2024-06-27');
    expect(
      c.answer(reasoned(COURT, '2024-05-21', 'extend-trial', { extension: 'third-month', approver: 'head' })),
    ).toBe('GUARD_REFUSED');
    c.must(reasoned(COURT, '2024-06-03', 'suspend-trial'));
    expect(c.clock('pro-trial')?.status).toBe('paused');
    c.must(by(COURT, '2024-07-03', 'resume-trial'));
    expect(c.clock('pro-trial')?.status).toBe('running');
    c.must(judged('2024-07-10'));
    expect(c.clock('pro-trial')?.outcome).toBe('met');
  });

  const triedBy = (trialTrack: string) => {
    const c = underReview();
    c.must(
      by(PROCURATORATE, '2024-03-20', 'prosecute', {}, { paper: 'indictment' }),
      by(COURT, '2024-03-21', 'accept-for-trial', { fields: { trialTrack } }),
    );
    return c;
  };
  const longer = (day: string, extension: string) =>
    reasoned(COURT, day, 'extend-short-trial', { extension, approver: 'head' });

  it('on the fast track ends within ten days, fifteen at most (XS 225)', () => {
    const c = triedBy('fast-track');
    // Ten days from Thursday 21 March end with Sunday 31 March: strictly so, at the latest on Monday.
    expect([until(c, 'pro-trial-fast-track'), c.clock('pro-trial')]).toEqual(['2024-04-02', undefined]);
    c.must(longer('2024-03-28', 'over-one-year'));
    // The fifteenth is Friday 5 April, in 清明 (4 to 6 April; Sunday 7 April is worked).
    expect(until(c, 'pro-trial-fast-track')).toBe('2024-04-08');
    c.must(reasoned(COURT, '2024-04-03', 'turn-to-ordinary-trial'));
    expect([c.clock('pro-trial-fast-track')?.outcome, until(c, 'pro-trial')]).toEqual(['moot', '2024-06-04']);
    expect(c.answer(longer('2024-04-08', 'over-one-year'))).toBe('GUARD_REFUSED');
  });

  it('in simplified procedure ends within twenty days, a month and a half at most (XS 220)', () => {
    const c = triedBy('summary');
    // Twenty days end with Wednesday 10 April, 肉孜节 in Xinjiang: at the latest with Thursday.
    expect([until(c, 'pro-trial-summary'), c.clock('pro-trial')]).toEqual(['2024-04-12', undefined]);
    c.must(longer('2024-04-08', 'over-three-years'));
    // 46 days: Monday 6 May.
    expect(until(c, 'pro-trial-summary')).toBe('2024-05-07');
    c.must(judged('2024-04-30'));
    expect(c.clock('pro-trial-summary')?.outcome).toBe('met');
  });

  it('is adjourned twice at most for a supplement of a month, and counted anew then (XS 205, 208(3); JG2019 421)', () => {
    const c = onTrial();
    const adjourn = (day: string) => reasoned(COURT, day, 'adjourn-for-supplement');
    c.must(adjourn('2024-04-15'));
    expect([
      stateOf(c),
      c.clock('pro-trial')?.outcome,
      c.clock('pro-trial-supplement')?.obliged,
      until(c, 'pro-trial-supplement'),
    ]).toEqual(['trial-adjourned', 'moot', PROCURATORATE, '2024-05-16']);
    c.must(by(PROCURATORATE, '2024-05-14', 'hand-in-supplement'));
    // Two months from 14 May: Sunday 14 July, so Monday.
    expect([c.clock('pro-trial-supplement')?.outcome, until(c, 'pro-trial')]).toEqual(['met', '2024-07-16']);
    c.must(adjourn('2024-05-20'), by(PROCURATORATE, '2024-06-03', 'hand-in-supplement'));
    expect(c.tell(adjourn('2024-06-10'))).toMatchObject({ details: ['adjourned-less-than-twice'] });
  });

  it('tells the organ that sent the case what was judged, with or without a fine', () => {
    const c = onTrial();
    c.must(judged('2024-05-10'));
    expect(copies(c)).toEqual([PROCURATORATE, POLICE, BUREAU]);
    expect(onTrial().answer(judged('2024-05-10', 'judge-without-fine'))).toBe('FIELD_REQUIRED');
  });

  it('takes effect when ten days passed without appeal or protest; a fine leaves its mark, and the judgment is sent on', () => {
    const c = onTrial();
    c.must(judged('2024-05-10'));
    expect(c.answer(by(COURT, '2024-05-30', 'confirm-effect'))).toBe('GUARD_REFUSED');
    c.must(by(COURT, '2024-05-13', 'serve-judgment', { fields: { servedOn: '2024-05-13' } }));
    expect(until(c, 'pro-protest')).toBe('2024-05-24');
    expect(c.answer(by(COURT, '2024-05-23', 'confirm-effect'))).toBe('GUARD_REFUSED');
    expect(marks(c)).toEqual(['criminal-open']);
    c.must(by(COURT, '2024-05-24', 'confirm-effect'));
    expect([stateOf(c), marks(c), c.clock('pro-result-notice')?.obliged]).toEqual([
      'effective-with-fine',
      ['criminally-fined'],
      COURT,
    ]);
    c.must(
      by(COURT, '2024-05-24T15:00:00+08:00', 'send-effective-judgment', {}, { paper: 'effective-judgment' }),
    );
    expect(copies(c)).toContain(BUREAU);
  });

  it('an acquittal says that no court has fined', () => {
    const c = onTrial();
    c.must(
      judged('2024-05-10', 'judge-without-fine', { verdict: 'acquitted' }),
      by(COURT, '2024-05-10T15:00:00+08:00', 'serve-judgment', { fields: { servedOn: '2024-05-10' } }),
      by(COURT, '2024-05-27', 'confirm-effect'),
    );
    expect([stateOf(c), marks(c)]).toEqual(['effective-without-fine', ['ended-without-criminal-fine']]);
  });

  it('on appeal goes up within three days and ends there within two months', () => {
    const c = onTrial();
    c.must(
      judged('2024-05-10'),
      by(COURT, '2024-05-10T15:00:00+08:00', 'serve-judgment', { fields: { servedOn: '2024-05-10' } }),
      by(COURT, '2024-05-16', 'lodge-appeal', {}, { paper: 'appeal-paper' }),
    );
    // Three days from Thursday 16 May end with Sunday 19 May.
    expect([until(c, 'pro-appeal-forward'), c.clock('pro-protest')?.status]).toEqual([
      '2024-05-21',
      'running',
    ]);
    c.must(
      by(COURT, '2024-05-17', 'forward-appeal', { to: [HIGHER_COURT] }),
      by(HIGHER_COURT, '2024-05-20', 'accept-appeal'),
    );
    // 20 July is a Saturday.
    expect([c.clock('pro-second-instance')?.obliged, until(c, 'pro-second-instance')]).toEqual([
      HIGHER_COURT,
      '2024-07-23',
    ]);
    c.must(
      by(
        HIGHER_COURT,
        '2024-07-01',
        'decide-appeal-without-fine',
        { fields: { verdict: 'punished' } },
        { paper: 'appeal-judgment' },
      ),
    );
    expect([stateOf(c), marks(c)]).toEqual(['effective-without-fine', ['ended-without-criminal-fine']]);
  });

  it('may be protested against and appealed, each in its own ten days (XS 227(3), 228, 230)', () => {
    const protest = (day: string) => by(PROCURATORATE, day, 'lodge-protest', {}, { paper: 'protest' });
    const appeal = (day: string) => by(COURT, day, 'lodge-appeal', {}, { paper: 'appeal-paper' });
    const served = () => {
      const c = onTrial();
      c.must(
        judged('2024-05-10'),
        by(COURT, '2024-05-10T15:00:00+08:00', 'serve-judgment', { fields: { servedOn: '2024-05-10' } }),
      );
      return c;
    };
    const first = served();
    first.must(protest('2024-05-13'), appeal('2024-05-15'));
    // Three days from Wednesday 15 May end with Saturday 18 May, so Monday.
    expect([stateOf(first), until(first, 'pro-appeal-forward')]).toEqual(['appealed', '2024-05-21']);
    first.must(by(COURT, '2024-05-16', 'forward-appeal', { to: [HIGHER_COURT] }));
    expect(first.clock('pro-appeal-forward')?.outcome).toBe('met');
    const later = served();
    later.must(
      protest('2024-05-13'),
      by(COURT, '2024-05-14', 'forward-appeal', { to: [HIGHER_COURT] }),
      by(HIGHER_COURT, '2024-05-15', 'accept-appeal'),
      appeal('2024-05-20'),
    );
    expect([stateOf(later), later.clock('pro-appeal-forward')?.status]).toEqual([
      'second-instance',
      'running',
    ]);
    later.must(by(COURT, '2024-05-21', 'pass-on-later-appeal'));
    expect([copies(later), later.clock('pro-appeal-forward')?.outcome]).toEqual([[HIGHER_COURT], 'met']);
    const appealed = served();
    appealed.must(appeal('2024-05-13'), protest('2024-05-15'));
    expect(appealed.clock('pro-protest')?.status).toBe('stopped');
    const late = served();
    late.must(appeal('2024-05-13'));
    late.onRecord();
    expect(late.answer(protest('2024-05-23'))).toBe('RIGHT_LAPSED');
  });

  it('a remand is tried anew; what is judged then is what counts', () => {
    const c = onTrial();
    c.must(
      judged('2024-05-10'),
      by(PROCURATORATE, '2024-05-14', 'lodge-protest', {}, { paper: 'protest' }),
      by(COURT, '2024-05-17', 'forward-appeal', { to: [HIGHER_COURT] }),
      by(HIGHER_COURT, '2024-05-20', 'accept-appeal'),
      reasoned(HIGHER_COURT, '2024-06-20', 'remand-for-retrial'),
    );
    expect([stateOf(c), until(c, 'pro-trial')]).toEqual(['on-trial', '2024-08-21']);
    c.must(
      judged('2024-08-01', 'judge-without-fine', { verdict: 'punished' }),
      by(COURT, '2024-08-01T15:00:00+08:00', 'serve-judgment', { fields: { servedOn: '2024-08-01' } }),
      by(COURT, '2024-08-20', 'confirm-effect'),
    );
    expect(stateOf(c)).toBe('effective-without-fine');
  });

  it('an indictment withdrawn is followed by non-prosecution within thirty days (JG2019 424)', () => {
    const c = onTrial();
    c.must(reasoned(PROCURATORATE, '2024-04-08', 'withdraw-indictment'));
    // Thirty days end with Wednesday 8 May.
    expect([until(c, 'pro-decision-after-withdrawal'), c.clock('pro-trial')?.outcome]).toEqual([
      '2024-05-09',
      'moot',
    ]);
  });
});

describe('一名犯罪嫌疑人，一个刑事诉讼进程', () => {
  const PROCESS = { procedure: 'criminal-process' };
  const detains = (day: string, body: Parameters<typeof by>[3], who = POLICE) =>
    by(who, day, 'take-measure', { fields: { coerciveMeasure: 'detention' }, ...body }, PROCESS);
  const reports = (day: string, subjects?: string[]) =>
    by(POLICE, day, 'report-investigation', subjects ? { subjects } : {}, PROCESS);
  const suspected = () => {
    const c = openCase();
    c.must(detains('2024-03-01', { newSubjects: [{ subject: 's1' }] }));
    return c;
  };

  it('is not opened twice by the police who have it, by whatever command', () => {
    const c = suspected();
    const before = c.state;
    expect(c.answer(reports('2024-03-04', ['s1']))).toBe('CASE_UNDER_WAY');
    expect(c.state).toBe(before);
    c.must(reports('2024-03-04'));
    expect(c.answer(reports('2024-03-05'))).toBe('CASE_UNDER_WAY');
    expect(standing(c)).toEqual(['criminal-process investigating', 'criminal-process investigating']);
  });

  it('is opened for another suspect, beside one of the case as a whole, and by another organ', () => {
    const c = suspected();
    c.must(
      detains('2024-03-04', { newSubjects: [{ subject: 's2' }] }),
      reports('2024-03-04'),
      by(POLICE, '2024-03-04', 'admit-departments', { to: [DISCIPLINE] }),
      by(
        DISCIPLINE,
        '2024-03-05',
        'send-for-prosecution',
        { subjects: ['s1'] },
        { ...PROCESS, paper: 'prosecution-opinion' },
      ),
    );
    expect(standing(c)).toHaveLength(4);
  });

  it('is the one that goes on where the police had it before the transfer came, and none beside it', () => {
    const c = suspected();
    c.must(
      by(POLICE, '2024-03-01', 'admit-departments', { to: [BUREAU] }),
      ...[
        steps.suspect('2024-03-04T09:00:00+08:00'),
        steps.report('2024-03-04T15:00:00+08:00'),
        steps.approve('2024-03-05T09:00:00+08:00'),
        steps.handOver('2024-03-05T10:00:00+08:00'),
        steps.sign('2024-03-05T11:00:00+08:00'),
        steps.review('2024-03-05T14:00:00+08:00'),
        steps.file('2024-03-06T10:00:00+08:00'),
      ],
      by(
        POLICE,
        '2024-05-06',
        'send-for-prosecution',
        { subjects: ['s1'] },
        { paper: 'prosecution-opinion', proceeding: 'p2' },
      ),
    );
    expect(standing(c)).toEqual([
      'criminal-process sent-for-review',
      'criminal-transfer sent-with-property-due',
    ]);
  });

  it('is opened anew once the one before has ended', () => {
    const c = suspected();
    c.must(reasoned(POLICE, '2024-03-20', 'end-investigation'), reports('2024-04-08', ['s1']));
    expect(standing(c)).toEqual(['criminal-process investigation-ended', 'criminal-process investigating']);
  });
});

describe('罪名', () => {
  const sends = (more: Parameters<typeof by>[4] = {}, day = '2024-03-04') =>
    by(
      POLICE,
      day,
      'send-for-prosecution',
      { newSubjects: [{ subject: 's1' }] },
      { procedure: 'criminal-process', paper: 'prosecution-opinion', ...more },
    );
  const charge = (who: string, day: string, subject?: string) =>
    by(who, day, 'state-charge', subject ? { subjects: [subject] } : {}, { with: ['offence', 'reason'] });
  const onRecord = () => {
    const c = openCase();
    c.onRecord();
    return c;
  };

  it('is said where the police ask for prosecution and where the procuratorate prosecutes (XS 162, 176)', () => {
    const c = onRecord();
    expect(c.tell(sends())).toMatchObject({ code: 'FIELD_REQUIRED', details: ['offence'] });
    c.must(sends({ with: ['offence'] }), by(PROCURATORATE, '2024-03-05', 'accept-for-review'));
    const prosecute = by(PROCURATORATE, '2024-03-25', 'prosecute', {}, { paper: 'indictment' });
    expect(c.tell(prosecute)).toMatchObject({ code: 'FIELD_REQUIRED', details: ['offence'] });
    expect(c.answer({ ...prosecute, with: ['offence'] })).toBe('ok');
  });

  it.each([
    ['of the suspect', 's1'],
    ['of the case', undefined],
  ])('may have been stated before, %s', (_, subject) => {
    const c = onRecord();
    c.must(
      sends({ with: ['offence'] }),
      charge(POLICE, '2024-03-04T11:00:00+08:00', subject),
      by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
    );
    expect(c.answer(by(PROCURATORATE, '2024-03-25', 'prosecute', {}, { paper: 'indictment' }))).toBe('ok');
  });

  it('of another suspect says nothing of this one', () => {
    const c = onRecord();
    c.must(
      sends({ with: ['offence'] }),
      by(POLICE, '2024-03-04T10:30:00+08:00', 'record-fact', { fact: 'x', newSubjects: [{ subject: 's2' }] }),
      charge(POLICE, '2024-03-04T11:00:00+08:00', 's2'),
      by(PROCURATORATE, '2024-03-05', 'accept-for-review'),
    );
    expect(c.answer(by(PROCURATORATE, '2024-03-25', 'prosecute', {}, { paper: 'indictment' }))).toBe(
      'FIELD_REQUIRED',
    );
  });

  it('is said by the police who send the whole case of a transfer, too', () => {
    const c = filed(criminalRegister());
    c.onRecord();
    const send = by(POLICE, '2024-05-06', 'send-for-prosecution', {
      newSubjects: [{ subject: 's1' }],
      papers: papers('prosecution-opinion'),
    });
    expect(c.tell(send)).toMatchObject({ code: 'FIELD_REQUIRED', details: ['offence'] });
    expect(c.answer({ ...send, with: ['offence'] })).toBe('ok');
  });

  it('is not asked of a rehearsal, which plays what was published', () => {
    expect(openCase().answer(sends())).toBe('ok');
  });
});
