// Filing supervision by the procuratorate, and what it does to the transfer it is about.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import { caseDriver } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  filed,
  notFiled,
  POLICE,
  PROCURATORATE,
  papers,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

type Case = ReturnType<typeof notFiled>;

const supervise = (command: string, at: string, more: Partial<Told> = {}): Told => ({
  as: `${PROCURATORATE}/head`,
  command,
  at,
  ...more,
});
const police = (command: string, at: string, ...codes: string[]): Told => ({
  as: `${POLICE}/head`,
  command,
  at,
  body: { papers: papers(...codes) },
});
const requireReasons = (at: string) =>
  supervise('require-reasons', at, { body: { papers: papers('reasons-request-notice') } });
const requireOverdueReasons = (at: string) =>
  supervise('require-overdue-reasons', at, { body: { papers: papers('reasons-request-notice') } });
const fileUnderSupervision = (at: string) => police('file-under-supervision', at, 'filing-notice');
const stateOf = (c: Case) => c.proceeding('filing-supervision').state;
const transferOf = (c: Case) => c.state.proceedings['p1']?.state;

/** Not filed, supervision asked for and accepted on Friday 8 March 2024. */
const examining = (): Case => {
  const c = notFiled();
  c.must(
    steps.requestSupervision('2024-03-08T09:00:00+08:00'),
    supervise('accept-supervision', '2024-03-08T15:00:00+08:00'),
  );
  return c;
};

describe('不立案监督', () => {
  const reasonsRequired = () => {
    const c = examining();
    c.must(requireReasons('2024-03-11T09:00:00+08:00'));
    return c;
  };

  it('gives the police seven days for their reasons', () => {
    expect(reasonsRequired().clock('sup-state-reasons')).toMatchObject({
      obliged: POLICE,
      times: { latestDueAt: '2024-03-19T00:00:00+08:00' },
    });
  });

  it('ends with telling the applicant where the reasons hold', () => {
    const c = reasonsRequired();
    c.must(
      police('state-reasons', '2024-03-14T09:00:00+08:00', 'reasons-statement'),
      supervise('uphold-reasons', '2024-03-15T09:00:00+08:00'),
    );
    expect(c.answer(supervise('inform-applicant', '2024-03-18T09:00:00+08:00'))).toBe('REASON_REQUIRED');
    c.must(
      supervise('inform-applicant', '2024-03-18T09:00:00+08:00', {
        body: { reasonCode: 'reasons-hold' },
        with: ['reason'],
      }),
    );
    expect(stateOf(c)).toBe('closed');
    expect(c.clock('sup-reasons-ok-inform')?.outcome).toBe('met');
    expect(c.clock('agr-supervision-examination')?.outcome).toBe('met');
    expect(transferOf(c)).toBe('under-supervision');
  });

  it('leads to a notice to file, with fifteen days', () => {
    const c = reasonsRequired();
    c.must(
      police('state-reasons', '2024-03-14T09:00:00+08:00', 'reasons-statement'),
      supervise('notify-to-file', '2024-03-15T09:00:00+08:00', {
        body: { papers: papers('notice-to-file') },
      }),
    );
    expect(c.clock('sup-notice-to-file')?.times.latestDueAt).toBe('2024-04-02T00:00:00+08:00');
  });

  it('allows a correction opinion only after the seven days', () => {
    const c = reasonsRequired();
    const correct = (at: string) => supervise('issue-correction-opinion', at);
    expect(c.answer(correct('2024-03-18T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(correct('2024-03-19T00:00:00+08:00'))).toBe('ok');
    expect(stateOf(c)).toBe('correction-opinion');
  });

  it('allows a notice to correct only after the fifteen days', () => {
    const c = reasonsRequired();
    c.must(
      police('state-reasons', '2024-03-14T09:00:00+08:00', 'reasons-statement'),
      supervise('notify-to-file', '2024-03-15T09:00:00+08:00', {
        body: { papers: papers('notice-to-file') },
      }),
    );
    const correct = (at: string) =>
      supervise('issue-correction-notice', at, { body: { papers: papers('correction-notice') } });
    expect(c.answer(correct('2024-04-01T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(correct('2024-04-02T00:00:00+08:00'))).toBe('ok');
  });
});

describe('监督后立案', () => {
  it('files the transfer too', () => {
    const c = examining();
    c.must(requireReasons('2024-03-11T09:00:00+08:00'), fileUnderSupervision('2024-03-13T09:00:00+08:00'));
    expect([stateOf(c), transferOf(c)]).toEqual(['filed', 'filed']);
    expect(c.clock('fwd-property-handover')?.status).toBe('running');
  });

  it('files it also where the organ proposed it on its own, long after', () => {
    const c = notFiled();
    c.must(
      {
        as: `${BUREAU}/o-1`,
        command: 'apply-for-supervision',
        at: '2024-05-06T09:00:00+08:00',
        procedure: 'filing-supervision',
        body: { papers: papers('filing-supervision-suggestion') },
      },
      supervise('accept-supervision', '2024-05-07T09:00:00+08:00'),
      requireReasons('2024-05-08T09:00:00+08:00'),
      fileUnderSupervision('2024-05-09T09:00:00+08:00'),
    );
    expect([stateOf(c), transferOf(c)]).toEqual(['filed', 'filed']);
  });

  it('files it also where reconsideration was still open', () => {
    const c = notFiled();
    c.must(
      steps.reconsider('2024-03-08T09:00:00+08:00'),
      {
        as: `${BUREAU}/o-1`,
        command: 'apply-for-supervision',
        at: '2024-03-08T10:00:00+08:00',
        procedure: 'filing-supervision',
        body: { papers: papers('filing-supervision-suggestion') },
      },
      supervise('accept-supervision', '2024-03-08T15:00:00+08:00'),
      requireReasons('2024-03-08T16:00:00+08:00'),
      fileUnderSupervision('2024-03-09T09:00:00+08:00'),
    );
    expect(transferOf(c)).toBe('filed');
    expect(c.clock('fwd-reconsider-decision')?.outcome).toBe('met');
  });

  it('files the transfer it grew out of, where the case holds two', () => {
    const c = notFiled();
    const second = (told: Told): Told => ({ ...told, proceeding: 'p2' });
    c.must(
      steps.suspect('2024-03-06T11:00:00+08:00'),
      second(steps.report('2024-03-06T12:00:00+08:00')),
      second(steps.approve('2024-03-06T13:00:00+08:00')),
      second(steps.handOver('2024-03-06T14:00:00+08:00')),
      second(steps.sign('2024-03-06T15:00:00+08:00')),
      second(steps.review('2024-03-06T16:00:00+08:00')),
      second(steps.refuse('2024-03-07T09:00:00+08:00')),
      second(steps.requestSupervision('2024-03-08T09:00:00+08:00')),
      supervise('accept-supervision', '2024-03-08T10:00:00+08:00'),
      requireReasons('2024-03-08T11:00:00+08:00'),
      fileUnderSupervision('2024-03-11T09:00:00+08:00'),
    );
    expect([c.state.proceedings['p1']?.state, c.state.proceedings['p2']?.state]).toEqual([
      'not-filed',
      'filed',
    ]);
  });

  it('files no transfer by guess, where the case holds two and the organ named none', () => {
    const c = notFiled();
    c.must(
      { ...steps.suspect('2024-03-08T11:00:00+08:00') },
      { ...steps.report('2024-03-08T12:00:00+08:00'), proceeding: 'p2' },
      {
        as: `${BUREAU}/o-1`,
        command: 'apply-for-supervision',
        at: '2024-05-06T09:00:00+08:00',
        procedure: 'filing-supervision',
        body: { papers: papers('filing-supervision-suggestion') },
      },
      supervise('accept-supervision', '2024-05-07T09:00:00+08:00'),
      requireReasons('2024-05-08T09:00:00+08:00'),
      fileUnderSupervision('2024-05-09T09:00:00+08:00'),
    );
    expect([stateOf(c), transferOf(c)]).toEqual(['filed', 'not-filed']);
  });

  it('belongs to a transfer only where the organ that opens it takes part in that transfer', () => {
    const apply = (as: string, parent: string): Told => ({
      as: `${as}/o-1`,
      command: 'apply-for-supervision',
      at: '2024-03-08T09:00:00+08:00',
      procedure: 'filing-supervision',
      body: { parent, papers: papers('filing-supervision-suggestion') },
    });
    const c = notFiled();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'admit-departments',
      at: '2024-03-08T08:00:00+08:00',
      body: { to: ['653023/health'] },
    });
    expect(c.answer(apply('653023/health', 'p1'))).toBe('PROCEEDING_NOT_FOUND');
    expect(c.answer(apply(BUREAU, 'p9'))).toBe('PROCEEDING_NOT_FOUND');
    expect(c.answer(apply(BUREAU, 'p1'))).toBe('ok');
  });

  it('is obeyed by filing the transfer itself just as well', () => {
    const c = examining();
    c.must(requireReasons('2024-03-11T09:00:00+08:00'), {
      ...steps.file('2024-03-13T09:00:00+08:00'),
      proceeding: 'p1',
    });
    expect([stateOf(c), transferOf(c)]).toEqual(['filed', 'filed']);
    expect(c.clock('sup-state-reasons')?.outcome).toBe('met');
    expect(c.clock('sup-investigation-urge')?.status).toBe('running');
  });

  it('is urged no earlier than after three months, whatever progress was reported', () => {
    const c = examining();
    c.must(
      requireReasons('2024-03-11T09:00:00+08:00'),
      fileUnderSupervision('2024-03-13T09:00:00+08:00'),
      police('report-progress', '2024-04-01T09:00:00+08:00'),
    );
    const urge = (at: string) =>
      supervise('urge-progress', at, { body: { papers: papers('supervision-urge-letter') } });
    expect(c.clock('sup-investigation-urge')?.status).toBe('running');
    expect(c.answer(urge('2024-06-13T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(urge('2024-06-14T00:00:00+08:00'))).toBe('ok');
  });

  it('may be urged after three months; nobody breaks anything when they pass', () => {
    const c = examining();
    c.must(requireReasons('2024-03-11T09:00:00+08:00'), fileUnderSupervision('2024-03-13T09:00:00+08:00'));
    const clock = c.clock('sup-investigation-urge');
    expect(clock?.times.latestDueAt).toBe('2024-06-14T00:00:00+08:00');
    c.must(reach(clock?.clock ?? '', 'due', '2024-06-14T00:00:00+08:00'));
    expect(c.clock('sup-investigation-urge')?.outcome).toBe('lapsed');
    c.must(
      supervise('urge-progress', '2024-06-20T09:00:00+08:00', {
        body: { papers: papers('supervision-urge-letter') },
      }),
      supervise('conclude-supervision', '2024-09-20T09:00:00+08:00'),
    );
    expect(c.clock('sup-investigation-urge')?.outcome).toBe('moot');
  });
});

describe('不应当立案而立案的监督', () => {
  /** Filed on Wednesday 6 March 2024; the reasons are asked for on Monday 11 March. */
  const asked = () => {
    const c = filed();
    c.must(
      supervise('begin-supervision', '2024-03-08T09:00:00+08:00', {
        procedure: 'filing-supervision',
        body: { parent: 'p1' },
      }),
      supervise('accept-supervision', '2024-03-08T10:00:00+08:00'),
      supervise('require-filing-reasons', '2024-03-11T09:00:00+08:00', {
        body: { papers: papers('filing-reasons-request-notice') },
      }),
    );
    return c;
  };
  const notify = (at: string) =>
    supervise('notify-to-withdraw', at, { body: { papers: papers('notice-to-withdraw') } });
  const withdraw = (at: string) => police('withdraw-under-supervision', at, 'case-withdrawal-decision');
  const object = (at: string): Told => ({
    ...police('object-to-withdrawal', at),
    body: { papers: papers('objection-to-withdrawal'), reasonCode: 'crime' },
    with: ['reason'],
  });
  const uphold = (at: string) =>
    supervise('uphold-withdrawal', at, { body: { reasonCode: 'no-crime' }, with: ['reason'] });
  const correct = (at: string) =>
    supervise('issue-correction-notice', at, { body: { papers: papers('correction-notice') } });
  /** Notified on Friday 15 March: fifteen days end with Saturday 30 March and roll to Monday 1 April. */
  const notified = () => {
    const c = asked();
    c.must(
      police('state-filing-reasons', '2024-03-14T09:00:00+08:00', 'filing-reasons-statement'),
      notify('2024-03-15T09:00:00+08:00'),
    );
    return c;
  };
  const objected = () => {
    const c = notified();
    c.must(object('2024-03-18T09:00:00+08:00'), uphold('2024-03-20T09:00:00+08:00'));
    return c;
  };

  it('asks for the reasons for filing first, and gives the police seven days', () => {
    const c = asked();
    expect(c.clock('sup-state-filing-reasons')).toMatchObject({
      obliged: POLICE,
      times: { latestDueAt: '2024-03-19T00:00:00+08:00' },
    });
    expect(c.answer(notify('2024-03-18T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(notify('2024-03-19T00:00:00+08:00'))).toBe('ok');
    expect(c.clock('sup-state-filing-reasons')?.outcome).toBe('breached');
  });

  it.each([
    ['the case was sent for prosecution', 'send-for-prosecution', undefined],
    ['the arrest of one detained was requested', 'request-arrest', 'criminal-process'],
    ['an arrest was requested', 'request-arrest-undetained', 'criminal-process'],
  ])('is not asked about once %s (JG2019 559(2))', (_, command, procedure) => {
    const c = filed();
    c.must(
      {
        as: `${POLICE}/head`,
        command,
        at: '2024-03-07T09:00:00+08:00',
        ...(procedure
          ? { procedure, body: { parent: 'p1', papers: papers('arrest-request') } }
          : { body: { papers: papers('prosecution-opinion') } }),
      },
      supervise('begin-supervision', '2024-03-08T09:00:00+08:00', {
        procedure: 'filing-supervision',
        body: { parent: 'p1' },
      }),
      supervise('accept-supervision', '2024-03-08T10:00:00+08:00'),
    );
    const require = supervise('require-filing-reasons', '2024-03-11T09:00:00+08:00', {
      body: { papers: papers('filing-reasons-request-notice') },
    });
    expect(c.tell(require)).toMatchObject({ code: 'GUARD_REFUSED', details: ['nothing-sought-yet'] });
  });

  it('ends with telling the applicant where the reasons hold', () => {
    const c = asked();
    c.must(
      police('state-filing-reasons', '2024-03-14T09:00:00+08:00', 'filing-reasons-statement'),
      supervise('uphold-reasons', '2024-03-15T09:00:00+08:00'),
    );
    expect([stateOf(c), c.clock('sup-state-filing-reasons')?.outcome]).toEqual(['reasons-upheld', 'met']);
    expect(c.clock('sup-reasons-ok-inform')?.status).toBe('running');
    expect(transferOf(c)).toBe('filed');
  });

  it('is notified by the chief procurator, and gives the police fifteen days; the transfer is withdrawn too', () => {
    const c = notified();
    expect(c.clock('sup-notice-to-withdraw')).toMatchObject({
      obliged: POLICE,
      times: { latestDueAt: '2024-04-02T00:00:00+08:00' },
    });
    c.must(withdraw('2024-03-18T09:00:00+08:00'));
    expect([stateOf(c), transferOf(c)]).toEqual(['closed', 'withdrawn']);
    expect(c.clock('sup-notice-to-withdraw')?.outcome).toBe('met');
    const byOfficer = { ...notify('2024-03-19T00:00:00+08:00'), as: `${PROCURATORATE}/o-1` };
    expect(asked().answer(byOfficer)).toBe('RANK_TOO_LOW');
  });

  it('is obeyed by withdrawing the case itself just as well', () => {
    const c = notified();
    c.must({
      as: `${POLICE}/head`,
      command: 'withdraw-case',
      at: '2024-03-18T09:00:00+08:00',
      proceeding: 'p1',
      body: { reasonCode: 'no-crime' },
      with: ['reason'],
    });
    expect([stateOf(c), transferOf(c)]).toEqual(['closed', 'withdrawn']);
    expect(c.clock('sup-notice-to-withdraw')?.outcome).toBe('met');
  });

  it('is objected to within five days; who objects later is neither refused nor in breach', () => {
    expect(notified().clock('sup-object-to-withdrawal')?.times.latestDueAt).toBe('2024-03-21T00:00:00+08:00');
    const late = notified();
    late.must(object('2024-03-25T09:00:00+08:00'));
    expect(late.clock('sup-object-to-withdrawal')?.outcome).toBe('moot');
    expect(late.clock('sup-notice-to-withdraw')?.outcome).toBe('met');
  });

  it('goes to the higher procuratorate within five days of a notice upheld, with the approval of the head', () => {
    const c = objected();
    expect(c.clock('sup-revoke-objection')?.outcome).toBe('met');
    expect(c.clock('sup-request-higher-review')?.times.latestDueAt).toBe('2024-03-26T00:00:00+08:00');
    const request = police('request-higher-review', '2024-03-22T09:00:00+08:00', 'higher-review-request');
    expect(c.answer({ ...request, as: `${POLICE}/o-1` })).toBe('RANK_TOO_LOW');
    c.must(request, supervise('confirm-notice-on-review', '2024-04-01T09:00:00+08:00'));
    expect([stateOf(c), c.clock('sup-revoke-objection-review')?.outcome]).toEqual([
      'withdrawal-confirmed',
      'met',
    ]);
    c.must(withdraw('2024-04-02T09:00:00+08:00'));
    expect([stateOf(c), transferOf(c)]).toEqual(['closed', 'withdrawn']);
  });

  it('is undone where the higher procuratorate finds the notice wrong, and the case stays filed', () => {
    const c = objected();
    c.must(
      police('request-higher-review', '2024-03-22T09:00:00+08:00', 'higher-review-request'),
      supervise('revoke-notice-on-review', '2024-04-01T09:00:00+08:00'),
    );
    expect([stateOf(c), transferOf(c)]).toEqual(['closed', 'filed']);
  });

  it('is followed by a notice to correct only when the fifteen days have passed without withdrawal or objection', () => {
    const c = notified();
    expect(c.answer(correct('2024-04-01T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(correct('2024-04-02T00:00:00+08:00'))).toBe('ok');
    c.must(supervise('report-to-higher-procuratorate', '2024-04-08T09:00:00+08:00'));
    expect([stateOf(c), c.clock('sup-notice-to-withdraw')?.status]).toEqual([
      'withdrawal-consultation',
      'running',
    ]);
  });

  it('leaves the police who were refused on objecting their days for the higher review before they are corrected', () => {
    const c = notified();
    c.must(object('2024-04-01T09:00:00+08:00'), uphold('2024-04-03T09:00:00+08:00'));
    // Five days from 3 April end with Monday 8 April.
    expect(c.answer(correct('2024-04-08T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(correct('2024-04-09T00:00:00+08:00'))).toBe('ok');
  });
});

describe('公安机关逾期未决', () => {
  const draftOf = (c: Case) => c.entries.flatMap(({ events }) => events).find((e) => e.kind === 'draft');
  const overdue = (c: Case) => {
    c.must(reach('p1/fwd-filing-review/1', 'due', '2024-03-09T00:00:00+08:00'));
    return c;
  };

  // Acceptance check: police overdue → draft request for supervision is generated for the medical-insurance bureau,
  // visible to the procuratorate, with all document hashes.
  it('drafts the supervision request for the sender, visible to the procuratorate, with the hashes of all papers', () => {
    const draft = draftOf(overdue(underReview()));
    expect(draft).toMatchObject({
      type: 'supervision-request-drafted',
      document: 'filing-supervision-suggestion',
      for: BUREAU,
      visibleTo: [PROCURATORATE],
      clock: 'p1/fwd-filing-review/1',
    });
    expect(draft?.papers.map(({ code }) => code)).toEqual([
      'transfer-report',
      'transfer-letter',
      'investigation-report',
      'property-list',
    ]);
    expect(draft?.papers.every(({ sha256 }) => sha256?.length === 43)).toBe(true);
  });

  it('lets a procuratorate see it that was registered after the hand-over', () => {
    const register = countyRegister();
    const others = Object.entries(register.departments).filter(([id]) => !id.endsWith('/procuratorate'));
    const c = delivered({ ...register, departments: Object.fromEntries(others) });
    expect(c.state.parties).not.toContain(PROCURATORATE);
    c.under(register);
    c.must(steps.sign('2024-03-05T11:00:00+08:00'));
    expect(draftOf(overdue(c))).toMatchObject({ visibleTo: [PROCURATORATE] });
    expect(c.state.parties).toContain(PROCURATORATE);
  });

  it('drafts nothing while the review is in time', () => {
    const c = underReview();
    expect(c.answer(reach('p1/fwd-filing-review/1', 'due', '2024-03-08T23:59:59+08:00'))).toBe(
      'MOMENT_TOO_EARLY',
    );
    expect(draftOf(c)).toBeUndefined();
  });

  it('drafts it too under the review limit a region switched on instead', () => {
    const register = countyRegister();
    const c = accepted({
      ...register,
      settings: {
        '653023': {
          limits: {
            'fwd-filing-review': { active: false, basis: 'x' },
            'fwd-filing-review-2006': { active: true, basis: 'x' },
          },
          pauses: {},
          agreed: {},
          conditions: {},
        },
      },
    });
    c.must(reach('p1/fwd-filing-review-2006/1', 'due', '2024-03-16T00:00:00+08:00'));
    expect(draftOf(c)?.type).toBe('supervision-request-drafted');
  });

  it.each([
    ['still only accepted', accepted],
    ['under review', underReview],
  ])('lets the sender ask for supervision where the case is %s, and not before', (_where, begin) => {
    const c = begin();
    expect(c.answer(steps.requestSupervision('2024-03-08T23:00:00+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(steps.requestSupervision('2024-03-09T00:00:00+08:00'))).toBe('ok');
    expect(c.answer(steps.requestSupervision('2024-03-09T01:00:00+08:00'))).toBe('GUARD_REFUSED');
  });

  it('asks for the reasons of the delay, seven days; a decision meanwhile still counts as late', () => {
    const c = overdue(underReview());
    c.must(
      steps.requestSupervision('2024-03-11T09:00:00+08:00'),
      supervise('accept-supervision', '2024-03-11T10:00:00+08:00'),
      requireOverdueReasons('2024-03-11T11:00:00+08:00'),
      steps.file('2024-03-12T09:00:00+08:00'),
    );
    expect(c.clock('fwd-filing-review')?.outcome).toBe('breached');
    expect(c.clock('sup-overdue-reasons')?.times.latestDueAt).toBe('2024-03-19T00:00:00+08:00');
  });
});

describe('逾期后的决定', () => {
  it('answers the request for the reasons of the delay; supervision goes on about the decision', () => {
    const c = underReview();
    c.must(
      steps.requestSupervision('2024-03-11T09:00:00+08:00'),
      supervise('accept-supervision', '2024-03-11T10:00:00+08:00'),
      requireOverdueReasons('2024-03-11T11:00:00+08:00'),
      steps.refuse('2024-03-12T09:00:00+08:00'),
    );
    expect([stateOf(c), transferOf(c)]).toEqual(['examining', 'not-filed']);
    expect(c.clock('sup-overdue-reasons')?.outcome).toBe('met');
    expect(c.clock('fwd-filing-review')?.outcome).toBe('breached');
  });
});

describe('行政机关不移送', () => {
  const urged = (replyBy: string | undefined, at = '2024-03-04T11:00:00+08:00') => {
    const c = caseDriver(countyRegister());
    c.must(
      supervise('begin-supervision', '2024-03-04T09:00:00+08:00', { procedure: 'filing-supervision' }),
      supervise('accept-supervision', '2024-03-04T10:00:00+08:00'),
    );
    const answer = c.answer(
      supervise('urge-transfer', at, {
        body: { papers: papers('urge-transfer-opinion'), ...(replyBy ? { fields: { replyBy } } : {}) },
      }),
    );
    return { c, answer };
  };

  it('has the reply date that the opinion itself sets', () => {
    const { c } = urged('2024-03-20');
    expect(c.clock('sup-urge-transfer')).toMatchObject({
      obliged: BUREAU,
      setBy: '2024-03-20',
      times: { latestDueAt: '2024-03-21T00:00:00+08:00' },
    });
  });

  it.each([
    ['without one', undefined, 'FIELD_REQUIRED'],
    ['with one before the opinion', '2024-03-01', 'FIELD_REFUSED'],
  ])('is refused %s', (_what, replyBy, code) => {
    expect(urged(replyBy).answer).toBe(code);
  });

  it('lets the procuratorate notify the police only when that date has passed', () => {
    const { c } = urged('2024-03-20');
    const notify = (at: string) => supervise('notify-police', at);
    expect(c.answer(notify('2024-03-20T23:59:59+08:00'))).toBe('GUARD_REFUSED');
    expect(c.answer(notify('2024-03-21T00:00:00+08:00'))).toBe('ok');
    expect(c.clock('sup-urge-transfer')?.outcome).toBe('breached');
  });
});

describe('不移送后的检察意见', () => {
  const opinion = (replyBy?: string): Told =>
    supervise('issue-transfer-opinion', '2024-03-06T09:00:00+08:00', {
      body: { papers: papers('urge-transfer-opinion'), ...(replyBy ? { fields: { replyBy } } : {}) },
    });
  const refused = () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'), {
      as: `${BUREAU}/head`,
      command: 'refuse-transfer',
      at: '2024-03-05T09:00:00+08:00',
      body: { reasonCode: 'no-crime' },
      with: ['reason'],
    });
    return c;
  };
  const demanded = () => {
    const c = refused();
    c.must(opinion('2024-03-13'));
    return c;
  };

  it('is issued by the chief procurator, and must be answered by the date it sets', () => {
    const c = refused();
    expect(c.answer({ ...opinion('2024-03-13'), as: `${PROCURATORATE}/o-1` })).toBe('RANK_TOO_LOW');
    expect(c.answer(opinion())).toBe('FIELD_REQUIRED');
    c.must(opinion('2024-03-13'));
    expect(c.clock('sup-urge-transfer')?.times.latestDueAt).toBe('2024-03-14T00:00:00+08:00');
  });

  it('opens no new three days for the head: O310 5(2) counts from the report alone', () => {
    const c = demanded();
    expect(c.clock('fwd-head-decision')).toMatchObject({ clock: 'p1/fwd-head-decision/1', outcome: 'met' });
  });

  it('is not answered by an approval within the organ, only by the transfer that reaches the procuratorate', () => {
    const c = demanded();
    c.must(steps.approve('2024-03-07T09:00:00+08:00'));
    expect(c.clock('sup-urge-transfer')?.status).toBe('running');
    c.must(steps.handOver('2024-03-07T15:00:00+08:00'));
    expect(c.clock('sup-urge-transfer')?.outcome).toBe('met');
  });

  it('is answered as well by the reasons of the head not to transfer, which go to the procuratorate', () => {
    const c = demanded();
    const reply: Told = {
      as: `${BUREAU}/head`,
      command: 'answer-transfer-opinion',
      at: '2024-03-12T09:00:00+08:00',
      body: { reasonCode: 'no-crime' },
      with: ['reason'],
    };
    expect(c.answer({ ...reply, with: [] })).toBe('REASON_REQUIRED');
    c.must(reply);
    expect(c.clock('sup-urge-transfer')?.outcome).toBe('met');
    expect(c.entries.at(-1)?.events[0]).toMatchObject({ copies: [PROCURATORATE] });
    expect(transferOf(c)).toBe('refused-by-head');
  });
});

describe('标准咨询', () => {
  it('has a number only from memory: answered late, it is no breach until the region confirms it', () => {
    const consulted = (register = countyRegister()) => {
      const c = caseDriver(register);
      c.must(
        {
          as: `${BUREAU}/o-1`,
          command: 'consult-standard',
          at: '2024-03-08T10:00:00+08:00',
          body: { to: [PROCURATORATE] },
          with: ['summary'],
        },
        supervise('answer-consultation', '2024-06-03T10:00:00+08:00', { with: ['summary'] }),
      );
      return c.clock('sup-consult-reply');
    };
    expect(consulted()).toMatchObject({ undetermined: 'source-unverified', outcome: 'undetermined' });
    expect(consulted()?.times.moments.every(({ moment }) => moment.startsWith('remind'))).toBe(true);
    const register = countyRegister();
    const confirmed = {
      ...register,
      settings: {
        '653000': {
          limits: { 'sup-consult-reply': { active: true, basis: '已核对原文' } },
          pauses: {},
          agreed: {},
          conditions: {},
        },
      },
    };
    expect(consulted(confirmed)?.outcome).toBe('breached');
  });
});
