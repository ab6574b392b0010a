// A clue about an official goes to discipline inspection and its result comes back; who else may know learns a word and nothing more.
import { describe, expect, it } from 'vitest';
import { isClosedTo } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import { caseDriver, changed, type Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import {
  because,
  begun,
  bothCounties,
  by,
  clockOf,
  DISCIPLINE,
  HEALTH,
  OTHER_DISCIPLINE,
  takeOrders,
} from '../../support/referral-story.ts';
import { BUREAU, OFFICE, PROCURATORATE, papers } from '../../support/transfer-story.ts';

/** Monday 7 July 2025: JC as amended and JCT as revised hold. */
const identify: Told = by(BUREAU, '2025-07-07T09', 'identify-discipline-clue', {
  fields: {
    disciplineNature: 'dereliction',
    disciplineSource: 'breach-on-record',
    responsibilityKind: 'main-leadership',
  },
});
const send = (at = '2025-07-07T11', to?: string): Told =>
  by(BUREAU, at, 'send-discipline-referral', {
    papers: papers('discipline-referral-letter'),
    ...(to ? { to: [to] } : {}),
  });
const approve = by(`${BUREAU}/head`, '2025-07-07T10', 'approve-discipline-referral');
const sent = () => begun(identify, approve, send());
const received = () => {
  const c = sent();
  c.must(by(DISCIPLINE, '2025-07-08T09', 'receive-discipline-referral'));
  return c;
};
const takenOn = () => {
  const c = received();
  c.must(by(DISCIPLINE, '2025-07-09T09', 'take-on-discipline-clue'));
  takeOrders(c, '2025-07-09T10');
  return c;
};
type Case = ReturnType<typeof begun>;
const stateOf = (c: Case, procedure = 'discipline-referral') => c.proceeding(procedure).state;

describe('问题线索移送', () => {
  it('is approved by the head and refused with reasons only', () => {
    const c = begun(identify);
    expect(c.answer(by(BUREAU, '2025-07-07T10', 'approve-discipline-referral'))).toBe('RANK_TOO_LOW');
    expect(c.answer(by(`${BUREAU}/head`, '2025-07-07T10', 'refuse-discipline-referral'))).toBe(
      'REASON_REQUIRED',
    );
    expect(clockOf(c, 'dis-refer')?.[0]).toBe(BUREAU);
    c.must(approve, send());
    expect(clockOf(c, 'dis-refer')?.[2]).not.toBe('running');
  });

  it('is told to both sides, and to the office by a word', () => {
    expect(told(sent(), bothCounties(), law)).toEqual([
      `all ${DISCIPLINE} discipline-referral.discipline-referral-sent`,
      `all ${BUREAU} discipline-referral.discipline-referral-sent`,
      `status ${OFFICE} discipline-referral.status-changed`,
    ]);
  });

  it('runs no local days where the region has settled none', () => {
    expect(clockOf(begun(identify), 'dis-refer-local-15wd')).toBeUndefined();
  });

  it('runs fifteen working days where a region has such a rule, and ten from the end of what stood in the way', () => {
    const c = caseDriver(
      changed(
        bothCounties(),
        '653023',
        ['dis-refer-local-15wd', 'dis-refer-local-10wd'].map((limit) => ({
          change: 'limit-switched',
          limit,
          active: true,
          basis: '县移送办法',
        })),
      ),
    );
    c.must(identify);
    expect(c.clock('dis-refer-local-15wd')).toMatchObject({
      obliged: BUREAU,
      limitKind: 'local',
      times: { latestDueAt: '2025-07-29T00:00:00+08:00' },
    });
    c.must(
      because(BUREAU, '2025-07-08T09', 'postpone-discipline-referral'),
      by(BUREAU, '2025-07-21T09', 'end-referral-postponement'),
    );
    expect(clockOf(c, 'dis-refer-local-15wd')?.[2]).toBe('moot');
    expect(clockOf(c, 'dis-refer-local-10wd')).toEqual([BUREAU, '2025-08-05', 'running']);
  });

  it('goes on to the competent commission within five working days of its receipt (JCT 201)', () => {
    const c = received();
    expect(clockOf(c, 'dis-forward')).toEqual([DISCIPLINE, '2025-07-15', 'running']);
    c.must(by(DISCIPLINE, '2025-07-14T09', 'forward-discipline-referral', { to: [OTHER_DISCIPLINE] }));
    expect(c.proceeding('discipline-referral').roles).toMatchObject({
      discipline: [OTHER_DISCIPLINE],
      'former-discipline': [DISCIPLINE],
    });
    expect(Object.values(c.state.clocks).find(({ clock }) => clock === 'p1/dis-forward/1')?.outcome).toBe(
      'met',
    );
    expect(c.answer(by(BUREAU, '2025-07-14T10', 'take-back-discipline-referral'))).toBe('GUARD_REFUSED');
  });

  it('forwarded on the sixth day it is late; kept, nothing was owed', () => {
    const late = received();
    late.must(by(DISCIPLINE, '2025-07-15T09', 'forward-discipline-referral', { to: [OTHER_DISCIPLINE] }));
    expect(Object.values(late.state.clocks).find(({ clock }) => clock === 'p1/dis-forward/1')?.outcome).toBe(
      'breached',
    );
    expect(clockOf(takenOn(), 'dis-forward')?.[2]).toBe('moot');
  });

  it('comes back with reasons where no commission is competent, and may go elsewhere', () => {
    const c = received();
    expect(c.answer(by(DISCIPLINE, '2025-07-09T09', 'return-discipline-referral'))).toBe('REASON_REQUIRED');
    c.must(because(DISCIPLINE, '2025-07-09T09', 'return-discipline-referral'));
    expect([stateOf(c), clockOf(c, 'agr-discipline-reroute')]).toEqual([
      'returned',
      [BUREAU, '2025-07-17', 'running'],
    ]);
    c.must(send('2025-07-10T09', OTHER_DISCIPLINE));
    expect(c.proceeding('discipline-referral').roles['discipline']).toEqual([OTHER_DISCIPLINE]);
  });

  it('that comes back is owed again since it was found, and given up by the head with reasons alone (JC 37)', () => {
    const c = received();
    const closed = by(BUREAU, '2025-07-10T09', 'close-discipline-referral');
    const since = c.clock('dis-refer')?.startedAt;
    c.must(because(DISCIPLINE, '2025-07-09T09', 'return-discipline-referral'));
    expect(c.clock('dis-refer')).toMatchObject({ obliged: BUREAU, status: 'running', startedAt: since });
    expect(c.answer(closed)).toBe('NOT_ALLOWED_IN_STATE');
    const command = 'give-up-returned-referral';
    expect(c.answer(because(BUREAU, '2025-07-10T09', command))).toBe('RANK_TOO_LOW');
    expect(c.answer(by(`${BUREAU}/head`, '2025-07-10T09', command))).toBe('REASON_REQUIRED');
    c.must(because(`${BUREAU}/head`, '2025-07-10T09', command));
    expect([stateOf(c), clockOf(c, 'dis-refer')?.[2]]).toEqual(['closed', 'moot']);
  });

  it('that comes back and goes to the competent commission is referred then', () => {
    const c = received();
    c.must(
      because(DISCIPLINE, '2025-07-09T09', 'return-discipline-referral'),
      send('2025-07-10T09', OTHER_DISCIPLINE),
    );
    expect(c.clock('dis-refer')).toMatchObject({ status: 'stopped', stoppedAt: '2025-07-10T09:00:00+08:00' });
  });

  it('in part its own, is taken on, and the rest waits to be sent to whoever is competent', () => {
    const c = received();
    c.must(by(DISCIPLINE, '2025-07-09T09', 'split-discipline-referral'));
    takeOrders(c, '2025-07-09T10');
    expect([stateOf(c), stateOf(c, 'discipline-case'), stateOf(c, 'discipline-outbound')]).toEqual([
      'taken-on',
      'registered',
      'found',
    ]);
  });

  it('about several persons, each goes its own way and stays about that person', () => {
    const c = begun({
      ...identify,
      body: {
        ...identify.body,
        newSubjects: [
          { subject: 's1', kind: 'person', publicOfficial: true },
          { subject: 's2', kind: 'person', publicOfficial: true },
        ],
      },
    });
    const both = (told: Told): Told => ({ ...told, body: { ...told.body, subjects: ['s1', 's2'] } });
    c.must(both(approve), { ...send(), proceeding: 'p1' });
    c.must(
      by(DISCIPLINE, '2025-07-08T09', 'receive-discipline-referral', {}, { proceeding: 'p1' }),
      by(DISCIPLINE, '2025-07-09T09', 'take-on-discipline-clue', { subjects: ['s1'] }),
    );
    takeOrders(c, '2025-07-09T10');
    expect(c.proceeding('discipline-case')).toMatchObject({
      parent: 'p1',
      subject: 's1',
      roles: { referrer: [BUREAU] },
    });
    expect(c.state.proceedings['p2']).toMatchObject({ subject: 's2', state: 'approved' });
  });

  it('is answered within the agreed sixty days, and the clue itself stays closed', () => {
    const c = takenOn();
    // Sixty days after 9 July end on Sunday 7 September: Monday is the last day.
    expect(clockOf(c, 'agr-discipline-feedback')).toEqual([DISCIPLINE, '2025-09-09', 'running']);
    c.must(
      by(DISCIPLINE, '2025-08-01T09', 'give-discipline-feedback', {}, { proceeding: 'p1' }),
      by(BUREAU, '2025-08-04T09', 'close-discipline-referral', {}, { proceeding: 'p1' }),
    );
    expect([stateOf(c), stateOf(c, 'discipline-case')]).toEqual(['closed', 'registered']);
  });
});

describe('纪检监察办理', () => {
  const head = `${DISCIPLINE}/head`;
  /** Of the case that grew out of a referral. */
  const step = (who: string, at: string, command: string, body: Told['body'] = {}): Told => ({
    ...by(who, at, command, body),
    proceeding: 'p2',
  });
  const filed = () => {
    const c = takenOn();
    c.must(
      step(DISCIPLINE, '2025-07-10T09', 'propose-disposal'),
      step(head, '2025-07-11T09', 'approve-preliminary-check'),
      step(head, '2025-09-01T09', 'file-duty-case'),
    );
    return c;
  };
  const toProcuratorate = (at: string): Told =>
    step(head, at, 'send-to-procuratorate', { to: [PROCURATORATE], papers: papers('prosecution-opinion') });

  it('shows the organ that referred the clue a word and nothing else', () => {
    const c = filed();
    expect(told(c, bothCounties(), law)).toEqual([
      `all ${DISCIPLINE} discipline-case.duty-case-filed`,
      `status ${OFFICE} discipline-case.status-changed`,
      `status ${BUREAU} discipline-case.status-changed`,
    ]);
    expect(
      [BUREAU, HEALTH, PROCURATORATE].map((who) => isClosedTo(law, c.proceeding('discipline-case'), who)),
    ).toEqual([true, true, true]);
  });

  it('is disposed of within a month, a number from memory that breaks no law', () => {
    // From 9 July: 9 August is a Saturday, Monday 11 August the last day.
    expect(takenOn().clock('dis-disposal-proposal')).toMatchObject({
      obliged: DISCIPLINE,
      limitSource: 'from-memory',
      times: { latestDueAt: '2025-08-12T00:00:00+08:00' },
    });
  });

  it('may end in a talk, in nothing, or be held; only with the head and with reasons', () => {
    const c = takenOn();
    c.must(step(DISCIPLINE, '2025-07-10T09', 'propose-disposal'));
    expect(c.answer(step(head, '2025-07-11T09', 'close-clue-without-case'))).toBe('REASON_REQUIRED');
    expect(c.answer(step(DISCIPLINE, '2025-07-11T09', 'approve-inquiry'))).toBe('RANK_TOO_LOW');
    c.must(
      step(head, '2025-07-11T09', 'handle-lightly'),
      step(DISCIPLINE, '2025-07-14T09', 'conclude-duty-case'),
    );
    expect(stateOf(c, 'discipline-case')).toBe('concluded');
  });

  it('sanctions and sends to the procuratorate the same person, who may return it twice (JC 54)', () => {
    const c = filed();
    c.must(
      step(head, '2025-09-02T09', 'take-into-custody'),
      step(head, '2025-11-03T09', 'impose-sanction', {
        papers: papers('sanction-decision'),
        fields: { sanctionKind: 'dismissed' },
      }),
      toProcuratorate('2025-11-04T09'),
      step(PROCURATORATE, '2025-11-04T10', 'sign-duty-case'),
    );
    const back = (at: string): Told => ({
      ...step(PROCURATORATE, at, 'return-for-duty-supplement', { reasonCode: 'stated' }),
      with: ['reason'],
    });
    c.must(back('2025-11-10T09'));
    // One month, to Wednesday 10 December.
    expect(clockOf(c, 'dis-supplement')).toEqual([DISCIPLINE, '2025-12-11', 'running']);
    c.must(toProcuratorate('2025-12-10T09'), step(PROCURATORATE, '2025-12-10T10', 'sign-duty-case'));
    expect(clockOf(c, 'dis-supplement')?.[2]).toBe('met');
    c.must(
      back('2025-12-15T09'),
      toProcuratorate('2025-12-16T09'),
      step(PROCURATORATE, '2025-12-16T10', 'sign-duty-case'),
    );
    expect(c.tell(back('2025-12-17T09'))).toMatchObject({ details: ['supplemented-less-than-twice'] });
    c.must(
      step(PROCURATORATE, '2025-12-17T09', 'record-duty-prosecution', {
        fields: { prosecutionResult: 'prosecuted' },
      }),
      step(DISCIPLINE, '2025-12-18T09', 'conclude-duty-case'),
    );
    expect(stateOf(c, 'discipline-case')).toBe('concluded');
    // It goes on before the court as a criminal case which the commission investigated, not the police (XS 170): ordered, as nobody else
    // may learn of the one from the other.
    const [ordered] = c.state.followUps;
    c.must({
      as: 'relay',
      at: '2025-12-18T10:00:00+08:00',
      command: 'take-follow-up',
      body: { followUp: ordered?.followUp ?? 0 },
    });
    expect(c.proceeding('criminal-process')).toMatchObject({
      state: 'indicted',
      roles: { investigator: [DISCIPLINE], procuratorate: [PROCURATORATE] },
    });
  });

  it('keeps custody apart: none twice, none ended that is not there', () => {
    const c = filed();
    expect(c.answer(step(DISCIPLINE, '2025-09-02T09', 'end-custody'))).toBe('GUARD_REFUSED');
    c.must(step(head, '2025-09-02T09', 'take-into-custody'));
    expect(c.answer(step(head, '2025-09-03T09', 'take-into-custody'))).toBe('GUARD_REFUSED');
  });

  it('begins with a report as well; a named reporter hears within fifteen working days, twice (JCT 209)', () => {
    const c = begun(by(DISCIPLINE, '2025-07-07T09', 'register-named-report'));
    expect(clockOf(c, 'dis-realname-accept')).toEqual([DISCIPLINE, '2025-07-29', 'running']);
    expect(clockOf(c, 'dis-report-forward')).toEqual([DISCIPLINE, '2025-07-15', 'running']);
    c.must(
      by(DISCIPLINE, '2025-07-08T09', 'tell-reporter-taken-on'),
      by(DISCIPLINE, '2025-07-09T09', 'propose-disposal'),
      by(head, '2025-07-10T09', 'handle-lightly'),
      by(DISCIPLINE, '2025-07-14T09', 'conclude-duty-case', { fields: { realName: true } }),
    );
    expect([clockOf(c, 'dis-realname-accept')?.[2], clockOf(c, 'dis-report-forward')?.[2]]).toEqual([
      'met',
      'moot',
    ]);
    expect(clockOf(c, 'dis-realname-feedback')).toEqual([DISCIPLINE, '2025-08-05', 'running']);
    c.must(by(DISCIPLINE, '2025-07-15T09', 'tell-reporter-result'));
    expect(clockOf(c, 'dis-realname-feedback')?.[2]).toBe('met');
  });

  it('tells nobody where the report has no name', () => {
    const c = begun(by(DISCIPLINE, '2025-07-07T09', 'register-report'));
    expect(clockOf(c, 'dis-realname-accept')).toBeUndefined();
    expect(c.answer(by(DISCIPLINE, '2025-07-08T09', 'tell-reporter-taken-on'))).toBe('GUARD_REFUSED');
  });
});

describe('纪检监察机关移送', () => {
  const outbound = (to: string, at = '2024-03-04T10'): Told =>
    by(DISCIPLINE, at, 'send-outbound-matter', { to: [to], papers: papers('outbound-referral-letter') });
  const found = by(DISCIPLINE, '2024-03-04T09', 'find-outbound-matter');

  it('is verified by the bureau in the days of N4 14, and its result comes back', () => {
    const c = begun(found, outbound(BUREAU));
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'running']);
    c.must(
      by(BUREAU, '2024-03-05T09', 'sign-outbound-matter'),
      by(BUREAU, '2024-03-06T09', 'accept-outbound-matter'),
    );
    const result = (day: string, outboundResult: string): Told =>
      by(BUREAU, day, 'report-outbound-result', { fields: { outboundResult } });
    // A penalty that is claimed decides nothing on filing.
    c.must(result('2024-03-11T09', 'penalised'));
    expect(clockOf(c, 'clue-verify')?.[2]).toBe('running');
    c.must(
      by(BUREAU, '2024-03-20T09', 'file-outbound-matter'),
      result('2024-04-01T09', 'recovered'),
      by(DISCIPLINE, '2024-04-02T09', 'close-outbound-matter'),
    );
    expect([stateOf(c, 'discipline-outbound'), clockOf(c, 'clue-verify')?.[2]]).toEqual(['closed', 'met']);
  });

  it('comes back with reasons, or is taken back before it is signed for', () => {
    const c = begun(found, outbound(HEALTH));
    expect(c.answer(by(HEALTH, '2024-03-05T09', 'return-outbound-matter'))).toBe('REASON_REQUIRED');
    c.must(because(HEALTH, '2024-03-05T09', 'return-outbound-matter'), outbound(BUREAU, '2024-03-06T09'));
    expect(c.proceeding('discipline-outbound').roles['receiver']).toEqual([BUREAU]);
    c.must(by(DISCIPLINE, '2024-03-06T10', 'take-back-outbound-matter'));
    expect(stateOf(c, 'discipline-outbound')).toBe('found');
  });
});
