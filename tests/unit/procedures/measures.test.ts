// Licences, practice and the drug business: the owner decides, others ask and follow. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import {
  BUREAU,
  begun,
  by,
  CITY_HEALTH,
  HEALTH,
  head,
  MARKET,
  PROVINCE_HEALTH,
  papers,
  reviewed,
  withReason,
} from '../../support/measure-story.ts';

const request = (procedure: string, to: string, kind: 'institution' | 'person' = 'institution'): Told =>
  by(BUREAU, '2024-03-04', 'request-measure', {
    procedure,
    body: {
      to: [to],
      newSubjects: [{ subject: 's1', kind }],
      fields: { requestedMeasure: ['revoke'] },
      papers: papers('measure-request-letter'),
    },
  });
const team = { body: { team: ['o-1', 'o-2'] } };
const informed = (owner: string): Told[] => [
  by(owner, '2024-03-05', 'receive-request'),
  by(owner, '2024-03-06', 'accept-request', team),
  by(owner, '2024-04-01', 'inform-party', { body: { papers: papers('rights-notice') } }),
];
const decision = (owner: string, day: string, command: string, fields = {}): Told =>
  head(owner, day, command, {
    body: { papers: papers('measure-decision'), fields },
  });
const heard = (owner: string): Told[] => [
  by(owner, '2024-04-02', 'record-statement'),
  ...reviewed(owner, '2024-04-02'),
];
const licence = (...more: Told[]) => begun(request('practice-licence', HEALTH), ...more);
const stateOf = (c: CaseDriver, procedure = 'practice-licence') => c.proceeding(procedure).state;

describe('执业许可', () => {
  it('goes from request to report, and the requester follows', () => {
    const c = licence(
      ...informed(HEALTH),
      ...heard(HEALTH),
      decision(HEALTH, '2024-04-08', 'revoke-practice-licence', { issuedHere: true }),
      by(HEALTH, '2024-04-10', 'serve-decision'),
      by(HEALTH, '2024-04-12', 'carry-out-measure'),
      by(HEALTH, '2024-04-15', 'report-back'),
      by(BUREAU, '2024-04-16', 'close-measure'),
    );
    expect(stateOf(c)).toBe('closed');
    const outcomes = Object.fromEntries(Object.values(c.state.clocks).map((k) => [k.limit, k.outcome]));
    expect(outcomes).toMatchObject({
      'agr-hand-off-receipt': 'met',
      'mea-decision': 'met',
      'mea-service': 'met',
      'agr-measure-execution': 'met',
      'agr-measure-report': 'met',
      'mea-hearing-request': 'moot',
    });
  });

  const declined = () =>
    licence(
      by(HEALTH, '2024-03-05', 'receive-request'),
      head(HEALTH, '2024-03-06', 'decline-measure', withReason()),
      by(HEALTH, '2024-03-06T12:00:00+08:00', 'report-back'),
    );
  const closedByOwner = (day: string) => by(HEALTH, day, 'close-unobjected-measure');

  it('is closed by whoever asked, or by its owner once the days to object have passed', () => {
    const c = declined();
    expect(c.clock('agr-measure-response')).toMatchObject({
      obliged: BUREAU,
      limitKind: 'agreed',
      times: { latestDueAt: '2024-03-14T00:00:00+08:00' },
    });
    expect(c.answer(by(HEALTH, '2024-03-06T12:05:00+08:00', 'close-measure'))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(closedByOwner('2024-03-13'))).toBe('MAY_STILL_OBJECT');
    expect(c.answer(closedByOwner('2024-03-14'))).toBe('ok');
    expect(declined().answer(by(BUREAU, '2024-03-07', 'close-measure'))).toBe('ok');
  });

  it('that nobody asked for is closed by its owner', () => {
    const c = begun(
      by(HEALTH, '2024-03-04', 'begin-measure', {
        procedure: 'practice-licence',
        body: { ...team.body, newSubjects: [{ subject: 's1', kind: 'institution' }] },
      }),
      head(HEALTH, '2024-03-06', 'decline-measure', withReason()),
      by(HEALTH, '2024-03-06T12:00:00+08:00', 'report-back'),
    );
    expect(c.answer(closedByOwner('2024-03-06T13:00:00+08:00'))).toBe('ok');
  });

  it('declined and objected to, is taken up again; whoever asked has its days anew after an answer', () => {
    const objected = () => {
      const c = declined();
      c.must(by(BUREAU, '2024-03-07', 'object-to-measure', withReason()));
      return c;
    };
    const again = objected();
    expect(again.answer(closedByOwner('2024-04-07'))).toBe('NOT_ALLOWED_IN_STATE');
    again.must(by(HEALTH, '2024-03-08', 'accept-request', team));
    expect([
      stateOf(again),
      again.clock('mea-decision')?.status,
      again.clock('agr-measure-objection')?.outcome,
    ]).toEqual(['investigating', 'running', 'met']);
    const answered = objected();
    answered.must(by(HEALTH, '2024-03-20', 'answer-measure-objection', withReason()));
    expect(answered.answer(closedByOwner('2024-03-21'))).toBe('MAY_STILL_OBJECT');
    expect(answered.answer(closedByOwner('2024-03-28'))).toBe('ok');
  });

  it('decided and objected to, is not decided again before the decision is annulled', () => {
    const c = licence(
      ...informed(HEALTH),
      by(HEALTH, '2024-04-02', 'record-statement'),
      decision(HEALTH, '2024-04-08', 'warn-institution'),
      by(HEALTH, '2024-04-10', 'serve-decision'),
      by(HEALTH, '2024-04-12', 'carry-out-measure'),
      by(HEALTH, '2024-04-15', 'report-back'),
      by(BUREAU, '2024-04-16', 'object-to-measure', withReason()),
    );
    expect(c.tell(by(HEALTH, '2024-04-17', 'accept-request', team))).toMatchObject({
      details: ['no-decision-stands'],
    });
    expect(c.answer(head(HEALTH, '2024-04-17', 'annul-decision', withReason()))).toBe('ok');
  });

  it('is revoked by the organ that issued it only; another passes the request on, and tells the requester', () => {
    const c = licence(...informed(HEALTH), ...heard(HEALTH));
    expect(c.tell(decision(HEALTH, '2024-04-08', 'revoke-practice-licence'))).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['issuedHere'],
    });
    const passed = licence(
      by(HEALTH, '2024-03-05', 'receive-request'),
      by(HEALTH, '2024-03-06', 'pass-to-issuer', withReason({ to: [CITY_HEALTH] })),
    );
    expect(passed.proceeding('practice-licence').roles['owner']).toEqual([CITY_HEALTH]);
    expect(passed.answer(by(HEALTH, '2024-03-07', 'receive-request'))).toBe('NOT_YOUR_ROLE');
    expect(passed.clock('agr-hand-off-receipt')?.obliged).toBe(CITY_HEALTH);
  });

  it('is never decided by who asked', () => {
    const c = licence(...informed(HEALTH), ...heard(HEALTH));
    expect(c.answer(decision(BUREAU, '2024-04-08', 'stop-business'))).toBe('NOT_YOUR_ROLE');
  });

  it('lets the party have five working days to ask for a hearing (CF 64(1)) before anything is decided', () => {
    const c = licence(...informed(HEALTH));
    // Told on Monday 1 April; Qingming 4 to 6 April is off, Sunday 7 April is worked.
    expect(c.clock('mea-hearing-request')).toMatchObject({
      obliged: 's1',
      times: { latestDueAt: '2024-04-10T00:00:00+08:00' },
    });
    const submit = by(HEALTH, '2024-04-08', 'submit-to-legal-review');
    expect(c.tell(submit)).toMatchObject({
      details: ['hearing-days-have-passed', 'from: 2024-04-10T00:00:00+08:00'],
    });
    expect(c.answer(decision(HEALTH, '2024-04-08', 'stop-business'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(...reviewed(HEALTH, '2024-04-10'));
    expect(c.answer(decision(HEALTH, '2024-04-11', 'stop-business'))).toBe('ok');
  });

  it('sets no hearing that nobody could be told of seven working days before it (CF 64(2))', () => {
    const c = licence(...informed(HEALTH), by(HEALTH, '2024-04-02', 'take-hearing-request'));
    c.onRecord();
    const set = (day: string) =>
      c.tell(by(HEALTH, day, 'set-hearing', { body: { fields: { hearingDate: '2024-04-24' } } }));
    expect(set('2024-04-15')).toMatchObject({ code: 'DATE_TOO_NEAR', details: ['hearingDate'] });
    expect(set('2024-04-14')).toMatchObject({ ok: true });
  });

  it('notifies the hearing seven working days before it (CF 64(2))', () => {
    const c = licence(
      ...informed(HEALTH),
      by(HEALTH, '2024-04-02', 'take-hearing-request'),
      by(HEALTH, '2024-04-03', 'set-hearing', { body: { fields: { hearingDate: '2024-04-24' } } }),
    );
    // Neither day counts: 15 to 19, 22 and 23 April are seven, so Sunday 14 April is the last.
    expect(c.clock('mea-hearing-notice')?.times.latestDueAt).toBe('2024-04-15T00:00:00+08:00');
    c.must(by(HEALTH, '2024-04-15', 'notify-hearing', { body: { papers: papers('hearing-notice') } }));
    expect(c.clock('mea-hearing-notice')?.outcome).toBe('breached');
    const hold = (day: string) =>
      by(HEALTH, day, 'hold-hearing', { body: { papers: papers('hearing-record') } });
    expect(c.tell(hold('2024-04-23'))).toMatchObject({ details: ['hearing-day-has-come'] });
    expect(c.answer(hold('2024-04-24'))).toBe('ok');
  });

  const HEARD = by(HEALTH, '2024-04-02', 'take-hearing-request');
  const SET = by(HEALTH, '2024-04-03', 'set-hearing', { body: { fields: { hearingDate: '2024-04-24' } } });
  const TOLD = by(HEALTH, '2024-04-12', 'notify-hearing', { body: { papers: papers('hearing-notice') } });
  const withdrawn = by(HEALTH, '2024-04-15', 'withdraw-hearing-request');
  const waived = (day: string) => by(HEALTH, day, 'waive-hearing');

  it('a hearing that the party withdraws ends at once and without a record, wherever it stands', () => {
    for (const steps of [[HEARD], [HEARD, SET], [HEARD, SET, TOLD]]) {
      const c = licence(...informed(HEALTH), ...steps, withdrawn);
      expect(stateOf(c)).toBe('party-heard');
      c.must(...reviewed(HEALTH, '2024-04-15'), decision(HEALTH, '2024-04-16', 'stop-business'));
    }
  });

  it('a party that was told and stays away on the day has given its hearing up, not before (CF 64(6))', () => {
    const untold = licence(...informed(HEALTH), HEARD, SET);
    expect(untold.answer(waived('2024-04-24'))).toBe('NOT_ALLOWED_IN_STATE');
    const c = licence(...informed(HEALTH), HEARD, SET, TOLD);
    expect(c.tell(waived('2024-04-23'))).toMatchObject({ details: ['hearing-day-has-come'] });
    c.must(waived('2024-04-24'));
    expect(stateOf(c)).toBe('party-heard');
  });

  it('a warning waits for the notice alone, and taking a licence off the register for nothing (CF 44, 58, 63)', () => {
    const warn = (day: string) =>
      head(HEALTH, day, 'warn-institution', { body: { papers: papers('measure-decision') } });
    const filed = () =>
      licence(by(HEALTH, '2024-03-05', 'receive-request'), by(HEALTH, '2024-03-06', 'accept-request', team));
    expect(filed().answer(warn('2024-03-07'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(licence(...informed(HEALTH)).answer(warn('2024-04-01T11:00:00+08:00'))).toBe('ok');
    const cancel = head(HEALTH, '2024-03-07', 'cancel-practice-licence', {
      body: { papers: papers('licence-cancellation'), fields: { issuedHere: true } },
    });
    expect(filed().answer(cancel)).toBe('ok');
  });

  it('is decided within 90 days of filing (CF 60), also by declining', () => {
    const c = licence(...informed(HEALTH));
    expect(c.clock('mea-decision')?.times.latestDueAt).toBe('2024-06-05T00:00:00+08:00');
    const declined = licence(
      by(HEALTH, '2024-03-05', 'receive-request'),
      head(HEALTH, '2024-03-06', 'decline-measure', withReason()),
    );
    expect(stateOf(declined)).toBe('declined');
    // Five working days from Wednesday 6 March.
    expect(declined.clock('agr-measure-report')?.times.latestDueAt).toBe('2024-03-14T00:00:00+08:00');
  });

  it('may be begun without anybody asking', () => {
    const c = begun(by(HEALTH, '2024-03-04', 'begin-measure', { procedure: 'practice-licence', ...team }));
    expect(c.clock('mea-decision')?.obliged).toBe(HEALTH);
  });
});

describe('从业人员', () => {
  const asked = (owner: string) =>
    begun(request('practitioner', owner, 'person'), ...informed(owner), ...heard(owner));
  it('certificates are for who registers the profession, the bar from management for the bureau (O735 43)', () => {
    const health = asked(HEALTH);
    expect(health.tell(decision(HEALTH, '2024-04-08', 'bar-from-management'))).toMatchObject({
      details: ['owner-is-the-bureau'],
    });
    expect(health.answer(decision(HEALTH, '2024-04-08', 'revoke-certificate', { issuedHere: true }))).toBe(
      'ok',
    );
    const bureau = begun(
      by(BUREAU, '2024-03-04', 'begin-measure', { procedure: 'practitioner', ...team }),
      by(BUREAU, '2024-04-01', 'inform-party', { body: { papers: papers('rights-notice') } }),
      ...heard(BUREAU),
    );
    expect(
      bureau.tell(decision(BUREAU, '2024-04-08', 'revoke-certificate', { issuedHere: true })),
    ).toMatchObject({
      details: ['owner-registers-the-profession'],
    });
    bureau.must(decision(BUREAU, '2024-04-08', 'bar-from-management'));
  });

  it('the bar lasts five years (O735 43), a suspension of practice six months to one year (YJ 56)', () => {
    const bureau = begun(
      by(BUREAU, '2024-03-04', 'begin-measure', { procedure: 'practitioner', ...team }),
      by(BUREAU, '2024-04-01', 'inform-party', { body: { papers: papers('rights-notice') } }),
      ...heard(BUREAU),
    );
    const said = { barredUntil: '2024-05-01' };
    expect(bureau.tell(decision(BUREAU, '2024-04-08', 'bar-from-management', said))).toMatchObject({
      code: 'FIELD_REFUSED',
    });
    bureau.must(decision(BUREAU, '2024-04-08', 'bar-from-management'));
    expect(bureau.proceeding('practitioner').fields['barredUntil']).toBe('2029-04-08');
    for (const suspendedMonths of [1, 13])
      expect(
        asked(HEALTH).answer(decision(HEALTH, '2024-04-08', 'suspend-practice', { suspendedMonths })),
      ).toBe('FIELD_REFUSED');
    const health = asked(HEALTH);
    health.must(decision(HEALTH, '2024-04-08', 'suspend-practice', { suspendedMonths: 6 }));
    expect(health.proceeding('practitioner').fields['suspendedUntil']).toBe('2024-10-08');
  });

  it('the bureau decides in 90, 120 or 180 days, the hearing left out (N4 45)', () => {
    const filed = by(BUREAU, '2026-03-02', 'begin-measure', { procedure: 'practitioner', ...team });
    const heard = begun(
      filed,
      by(BUREAU, '2026-05-20', 'inform-party', { body: { papers: papers('rights-notice') } }),
      by(BUREAU, '2026-05-21', 'take-hearing-request'),
      by(BUREAU, '2026-05-22', 'set-hearing', { body: { fields: { hearingDate: '2026-06-10' } } }),
      by(BUREAU, '2026-05-25', 'notify-hearing', { body: { papers: papers('hearing-notice') } }),
      by(BUREAU, '2026-06-10', 'hold-hearing', { body: { papers: papers('hearing-record') } }),
      ...reviewed(BUREAU, '2026-06-11'),
      decision(BUREAU, '2026-06-12', 'bar-from-management'),
    );
    expect(heard.clock('mea-decision-insurance')?.outcome).toBe('met');
    expect(heard.clock('mea-decision')).toBeUndefined();
    const longer = (extension: string, approver: 'head' | 'collective', more = {}): Told =>
      head(BUREAU, '2026-05-20', 'prolong-decision', {
        body: { reasonCode: 'complex', extension, approver, ...more },
        with: ['reason'],
      });
    const c = begun(filed, longer('insurance-thirty-days', 'head'));
    // 120 days from 2 March.
    expect(c.clock('mea-decision-insurance')?.times.strictDueAt).toBe('2026-07-01T00:00:00+08:00');
    c.must(longer('insurance-collective', 'collective', { extensionTo: 180 }));
    // 180 days end on Saturday 29 August.
    expect(c.clock('mea-decision-insurance')?.times.strictDueAt).toBe('2026-09-01T00:00:00+08:00');
  });

  it('market regulation decides about a pharmacist by its own rule (SAMR2 64)', () => {
    const c = begun(by(MARKET, '2026-03-02', 'begin-measure', { procedure: 'practitioner', ...team }));
    expect([c.clock('mea-decision-market')?.obliged, c.clock('mea-decision')]).toEqual([MARKET, undefined]);
  });

  it('a ban from practice is for the province, for five years to life, and for conduct since the law knew it (YJ 58)', () => {
    const LIFE = { banTerm: 'for-life' };
    const FIVE = { banTerm: 'for-months', bannedMonths: 60 };
    const county = asked(HEALTH).tell(decision(HEALTH, '2024-04-08', 'ban-from-practice', FIVE));
    expect(county).toMatchObject({ details: ['owner-is-provincial-health'] });
    const province = () => asked(PROVINCE_HEALTH);
    const ban = (fields: object) =>
      province().answer(decision(PROVINCE_HEALTH, '2024-04-08', 'ban-from-practice', fields));
    expect(ban({})).toBe('FIELD_REQUIRED');
    expect(ban({ ...FIVE, bannedMonths: 12 })).toBe('FIELD_REFUSED');
    expect(ban({ banTerm: 'for-months' })).toBe('BAN_TOO_SHORT');
    expect(ban({ ...FIVE, ...LIFE })).toBe('BAN_TOO_SHORT');
    expect(ban(LIFE)).toBe('ok');
    expect(ban({ ...FIVE, conductEndedOn: '2022-02-28' })).toBe('LAW_OF_ANOTHER_DAY');
    const c = province();
    c.must(
      decision(PROVINCE_HEALTH, '2024-04-08', 'ban-from-practice', { ...FIVE, conductEndedOn: '2022-03-01' }),
    );
    expect(c.proceeding('practitioner').fields['bannedUntil']).toBe('2029-04-08');
  });

  it('is never about an institution, whoever asks or begins', () => {
    const c = licence();
    expect(c.answer(request('practitioner', HEALTH))).toBe('FIELD_REFUSED');
    const again = (command: string, who: string, more: Told['body']): Told =>
      by(who, '2024-03-05', command, { procedure: 'practitioner', body: { subjects: ['s1'], ...more } });
    expect(
      c.answer(again('request-measure', BUREAU, { to: [HEALTH], papers: papers('measure-request-letter') })),
    ).toBe('NOT_A_PERSON');
    expect(c.answer(again('begin-measure', HEALTH, { team: ['o-1', 'o-2'] }))).toBe('NOT_A_PERSON');
  });
});

describe('药品经营', () => {
  it('a ban is for ten years at least or for life, for five where benefits were taken in trading (YP 122, 126, 141, 142)', () => {
    const ban = (fields: object) =>
      begun(request('drug-business', MARKET), ...informed(MARKET), ...heard(MARKET)).answer(
        decision(MARKET, '2024-04-08', 'ban-from-drug-business', fields),
      );
    const months = (bannedMonths: number) => ban({ banTerm: 'for-months', bannedMonths });
    expect(ban({})).toBe('FIELD_REQUIRED');
    expect(months(12)).toBe('FIELD_REFUSED');
    expect(months(84)).toBe('BAN_TOO_SHORT');
    expect([months(60), months(120), ban({ banTerm: 'for-life' })]).toEqual(['ok', 'ok', 'ok']);
  });

  it('is prolonged by the head to 120 days, then by those in charge together (SAMR2 64)', () => {
    const c = begun(
      request('drug-business', MARKET),
      by(MARKET, '2024-03-05', 'receive-request'),
      by(MARKET, '2024-03-06', 'accept-request', team),
    );
    const prolong = (extension: string, approver: string): Told =>
      head(MARKET, '2024-05-20', 'prolong-decision', {
        body: { reasonCode: 'complex', extension, approver: approver as 'head' },
        with: ['reason'],
      });
    expect(c.answer(prolong('market-collective', 'collective'))).not.toBe('ok');
    c.must(prolong('market-thirty-days', 'head'));
    expect(c.clock('mea-decision-market')?.times.latestDueAt).toBe('2024-07-05T00:00:00+08:00');
  });

  it('leaves the time of a hearing out (SAMR2 64(2))', () => {
    const c = begun(
      request('drug-business', MARKET),
      ...informed(MARKET),
      by(MARKET, '2024-04-02', 'take-hearing-request'),
    );
    expect(c.clock('mea-decision-market')?.status).toBe('paused');
    c.must(by(MARKET, '2024-04-09', 'withdraw-hearing-request'));
    // Ninety days of 6 March end with 4 June; 2 to 9 April, eight days, are not counted.
    expect(c.clock('mea-decision-market')?.times.latestDueAt).toBe('2024-06-13T00:00:00+08:00');
  });
});
