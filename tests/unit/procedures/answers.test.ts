// What owners of other tracks answer, and by when: as their region agreed. Calendar of 2024; 1 to 5 May are days off, 11 May is
// worked.
import { describe, expect, it } from 'vitest';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import { explainClocks } from '../../../services/doors/http/explain-clocks.ts';
import {
  type CaseDriver,
  caseDriver,
  changed,
  registerCommand,
  registerWith,
  type Told,
} from '../../support/case-driver.ts';
import { reachAll } from '../../support/docket.ts';
import { by, head } from '../../support/measure-story.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps, underReview } from '../../support/transfer-story.ts';

const HEALTH = '653023/health';
const OFFICE = '653023/joint-meeting-office';
const GOVERNMENT = '653023/government-office';
const BASIS = '县医保基金监管联席会议纪要〔2024〕1号';

const departments = registerWith([
  ...[BUREAU, POLICE, PROCURATORATE, HEALTH, OFFICE, GOVERNMENT],
  ...['653023/court', '653023/insurance-agency', '653023/market-regulation', '653023/discipline-inspection'],
]);

type Agreed = Extract<RegisterChange, { change: 'agreed-limit-set' }>;
const agree = (limit: string, workingDays: number, more: Partial<Agreed> = {}): Agreed => ({
  change: 'agreed-limit-set',
  limit,
  span: { workingDays },
  basis: BASIS,
  ...more,
});
const under = (...agreements: Agreed[]) => changed(departments, '653023', agreements);

const SUBJECT = { newSubjects: [{ subject: 's1', kind: 'institution' as const }] };
const filed: Told = by(BUREAU, '2024-03-04', 'file-penalty', {
  procedure: 'insurance-penalty',
  body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), ...SUBJECT },
});
const asked: Told = by(BUREAU, '2024-03-05', 'request-measure', {
  procedure: 'practice-licence',
  body: { to: [HEALTH], subjects: ['s1'], papers: papers('measure-request-letter') },
});
const received: Told = by(HEALTH, '2024-03-06', 'receive-request');
const toTheNotice: Told[] = [
  by(BUREAU, '2024-04-01', 'conclude-investigation', {
    body: { team: ['o-1', 'o-2'], papers: papers('investigation-conclusion') },
  }),
  by(BUREAU, '2024-04-02', 'give-penalty-notice', { body: { papers: papers('penalty-notice') } }),
];
/** Decided on Monday 22 April. */
const decided: Told = head(BUREAU, '2024-04-22', 'decide-fine', {
  body: { papers: papers('penalty-decision') },
});
const answeredOn = (day: string): Told[] => [
  head(HEALTH, day, 'decline-measure', {
    body: { reasonCode: 'stated' },
    with: ['reason'],
    procedure: 'practice-licence',
  }),
  by(HEALTH, day, 'report-back'),
];
const played = (register = departments, ...told: Told[]): CaseDriver => {
  const c = caseDriver(register);
  c.must(filed, asked, received, ...told);
  return c;
};
const AFTER_PENALTY = 'agr-answer-after-penalty';

describe('联动处罚的答复期限', () => {
  it('binds nobody where the region agreed on none', () => {
    const c = played(departments, ...toTheNotice, decided);
    expect(c.clock(AFTER_PENALTY)).toBeUndefined();
    expect(c.clock('agr-answer-after-receipt')).toBeUndefined();
  });

  it('runs since it is opened for a track that comes after the penalty was decided', () => {
    const c = caseDriver(under(agree(AFTER_PENALTY, 10)));
    c.must(filed, ...toTheNotice, decided);
    expect(c.clock(AFTER_PENALTY)).toBeUndefined();
    c.must({ ...asked, at: '2024-04-24T10:00:00+08:00' });
    expect(c.clock(AFTER_PENALTY)).toMatchObject({
      proceeding: c.proceeding('practice-licence').proceeding,
      obliged: HEALTH,
      startedAt: '2024-04-24T10:00:00+08:00',
    });
    c.must(by(HEALTH, '2024-04-25', 'receive-request'), ...answeredOn('2024-04-26'));
    expect(c.clock(AFTER_PENALTY)?.outcome).toBe('met');
  });

  it('is off until a region says so, with the defaults of first and final feedback', () => {
    const answers = law.timeLimits.filter(({ id }) => id.startsWith('agr-answer-'));
    expect(answers.map(({ id, span, kind, active }) => [id, span, kind, active])).toEqual([
      ['agr-answer-after-receipt', { calendarDays: 60 }, 'agreed', false],
      ['agr-answer-after-penalty', { calendarDays: 60 }, 'agreed', false],
      ['agr-answer-after-filing', { workingDays: 15 }, 'agreed', false],
    ]);
  });

  it.each([
    [
      'agr-answer-after-receipt',
      ['discipline-referral', 'practice-licence', 'peer-transfer', 'agreement-handling'],
    ],
    [
      AFTER_PENALTY,
      [
        ...['market-penalty', 'health-penalty', 'drug-penalty', 'insurance-penalty'],
        ...[
          'fund-recovery',
          'payment-eligibility',
          'agreement-handling',
          'practice-licence',
          'staff-and-funding',
        ],
      ],
    ],
    ['agr-answer-after-filing', ['market-penalty', 'fund-recovery', 'payment-eligibility', 'practitioner']],
  ])(
    '%s binds every track of a case, and names exactly the kinds of department that own one',
    (limit, tracks) => {
      const bound = law.newest.filter(({ clocks }) => Object.hasOwn(clocks, limit));
      expect(bound.map(({ procedure }) => procedure)).toEqual(expect.arrayContaining(tracks));
      const owners = bound.flatMap(({ clocks, roles }) => roles[clocks[limit]?.obliges ?? '']?.bodies ?? []);
      expect([...new Set(owners)].sort()).toEqual([...(law.versionsOf(limit)[0]?.obliges ?? [])].sort());
    },
  );

  it('binds another organ that penalises the same party, until it decides or says why it does not', () => {
    const c = played(under(agree(AFTER_PENALTY, 10)), ...toTheNotice);
    c.must(
      by(BUREAU, '2024-04-09', 'admit-departments', { body: { to: ['653023/market-regulation'] } }),
      by('653023/market-regulation', '2024-04-10', 'file-penalty', {
        procedure: 'market-penalty',
        body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), subjects: ['s1'] },
      }),
      decided,
    );
    const market = c.proceeding('market-penalty').proceeding;
    expect(c.clock(AFTER_PENALTY, market)).toMatchObject({
      obliged: '653023/market-regulation',
      startedBy: 'p1',
    });
  });

  it('runs since the police penalised too', () => {
    const c = played(under(agree(AFTER_PENALTY, 10)));
    c.must(by(BUREAU, '2024-04-09', 'admit-departments', { body: { to: [POLICE] } }));
    c.must(
      by(POLICE, '2024-04-10', 'file-public-order-case', {
        procedure: 'public-order',
        body: { papers: papers('public-order-filing'), subjects: ['s1'] },
      }),
      head(POLICE, '2024-04-12', 'decide-public-order-penalty', {
        body: { papers: papers('public-order-decision'), fields: { publicOrderPenalty: ['warning'] } },
      }),
    );
    const order = c.proceeding('public-order').proceeding;
    expect(c.clock(AFTER_PENALTY, 'p2')).toMatchObject({ obliged: HEALTH, startedBy: order });
  });

  it('runs for the owner of another track since the penalty was decided, and ends with its answer', () => {
    const c = played(under(agree(AFTER_PENALTY, 10)), ...toTheNotice, decided);
    // 23 April to 30 April with Sunday the 28th worked: seven; 6, 7 and 8 May make ten.
    expect(c.clock(AFTER_PENALTY)).toMatchObject({
      proceeding: 'p2',
      startedBy: 'p1',
      obliged: HEALTH,
      limitKind: 'agreed',
      startedAt: '2024-04-22T10:00:00+08:00',
      times: { latestDueAt: '2024-05-09T00:00:00+08:00' },
    });
    c.must(...answeredOn('2024-05-08'));
    expect(c.clock(AFTER_PENALTY)?.outcome).toBe('met');
  });

  it('is told to the owner in the open form, by its own limit, as it takes no part in the penalty', () => {
    const c = played(under(agree(AFTER_PENALTY, 10)), ...toTheNotice);
    const [started] = c
      .must(decided)
      .filter((event) => event.kind === 'clock' && event.type === 'clock-started' && event.startedBy);
    expect(started).toMatchObject({ limit: AFTER_PENALTY });
    const entry = c.entries.at(-1) as CaseDriver['entries'][number];
    expect(recipientsOf(c.state, entry, departments, law)).toContainEqual({
      ...{ department: HEALTH, sees: 'open' },
      ...{ procedure: 'practice-licence', event: 'clock-started' },
    });
  });

  it('asks for no second answer of an owner that has given one', () => {
    const c = played(under(agree(AFTER_PENALTY, 10)), ...answeredOn('2024-03-20'), ...toTheNotice, decided);
    expect(c.clock(AFTER_PENALTY)).toBeUndefined();
  });

  describe('另一部门随后又作出处罚的', () => {
    const policeFiled: Told[] = [
      by(BUREAU, '2024-04-09', 'admit-departments', { body: { to: [POLICE] } }),
      by(POLICE, '2024-04-10', 'file-public-order-case', {
        procedure: 'public-order',
        body: { papers: papers('public-order-filing'), subjects: ['s1'] },
      }),
    ];
    const policeDecide = (day: string): Told =>
      head(POLICE, day, 'decide-public-order-penalty', {
        procedure: 'public-order',
        body: { papers: papers('public-order-decision'), fields: { publicOrderPenalty: ['warning'] } },
      });
    const owed = (c: CaseDriver) =>
      Object.values(c.state.clocks)
        .filter(({ limit, proceeding }) => limit === AFTER_PENALTY && proceeding === 'p2')
        .map(({ startedBy, outcome }) => `${startedBy} ${outcome ?? 'running'}`);
    const report = (day: string): Told => by(HEALTH, day, 'report-back', { procedure: 'practice-licence' });

    it('what was answered after the first is answered again for the second', () => {
      const c = played(under(agree(AFTER_PENALTY, 10)), ...policeFiled, ...toTheNotice, decided);
      c.must(...answeredOn('2024-04-23'), policeDecide('2024-05-08'));
      expect(owed(c)).toEqual(['p1 met', 'p3 running']);
      c.must(report('2024-05-10'));
      expect(owed(c)).toEqual(['p1 met', 'p3 met']);
    });

    it('each runs by its own days, and one answer to both ends both', () => {
      const c = played(under(agree(AFTER_PENALTY, 10)), ...policeFiled, ...toTheNotice, decided);
      c.must(policeDecide('2024-04-25'));
      expect(owed(c)).toEqual(['p1 running', 'p3 running']);
      c.must(...answeredOn('2024-04-28'));
      expect(owed(c)).toEqual(['p1 met', 'p3 met']);
    });

    it('an answer before any counts for the first alone', () => {
      const c = played(under(agree(AFTER_PENALTY, 10)), ...answeredOn('2024-03-20'), ...policeFiled);
      c.must(...toTheNotice, decided);
      expect(owed(c)).toEqual([]);
      c.must(policeDecide('2024-05-08'));
      expect(owed(c)).toEqual(['p3 running']);
    });

    it('nothing more is owed where the track is closed', () => {
      const c = played(under(agree(AFTER_PENALTY, 10)), ...policeFiled, ...toTheNotice, decided);
      c.must(
        ...answeredOn('2024-04-23'),
        by(BUREAU, '2024-04-24', 'close-measure', { procedure: 'practice-licence' }),
        policeDecide('2024-05-08'),
      );
      expect(owed(c)).toEqual(['p1 met']);
    });
  });

  it('is due by what was agreed for the procedure and the kind of department before what was agreed for all', () => {
    const days = (...more: Agreed[]) =>
      played(under(agree(AFTER_PENALTY, 10), ...more), ...toTheNotice, decided).clock(AFTER_PENALTY)?.times
        .latestDueAt;
    const health = agree(AFTER_PENALTY, 5, { body: 'health' });
    const licences = agree(AFTER_PENALTY, 3, { procedure: 'practice-licence' });
    const both = agree(AFTER_PENALTY, 1, { procedure: 'practice-licence', body: 'health' });
    expect(days(health)).toBe('2024-04-29T00:00:00+08:00');
    expect(days(licences)).toBe('2024-04-26T00:00:00+08:00');
    expect(days(both, licences, health)).toBe('2024-04-24T00:00:00+08:00');
    expect(days(agree(AFTER_PENALTY, 1, { body: 'market-regulation' }))).toBe('2024-05-09T00:00:00+08:00');
  });

  it('runs since the hand-over was signed for, too', () => {
    const c = played(under(agree('agr-answer-after-receipt', 10)));
    expect(c.clock('agr-answer-after-receipt')).toMatchObject({
      obliged: HEALTH,
      times: { latestDueAt: '2024-03-21T00:00:00+08:00' },
    });
  });

  it('runs since the police told that they filed', () => {
    const c = underReview(under(agree('agr-answer-after-filing', 10)));
    const { newSubjects } = SUBJECT;
    c.must(
      {
        ...asked,
        at: '2024-03-06T09:00:00+08:00',
        body: { to: [HEALTH], newSubjects, papers: papers('measure-request-letter') },
      },
      steps.file('2024-03-06T10:00:00+08:00'),
    );
    expect(c.clock('agr-answer-after-filing')).toMatchObject({ obliged: HEALTH, startedBy: 'p1' });
  });

  it('passed, goes up as agreed: the head, then sender and office, then the government; never as a breach of law', () => {
    const c = played(under(agree(AFTER_PENALTY, 10)), ...toTheNotice, decided);
    const clock = c.clock(AFTER_PENALTY);
    const events = reachAll(c, '2024-06-30T00:00:00+08:00');
    const toldOf = (moment: string): string[] =>
      events.flatMap((event) =>
        event.kind === 'moment' && event.clock === clock?.clock && event.moment === moment
          ? event.addressees.map(({ department, rank }) => `${department} ${rank}`)
          : [],
      );
    expect(clock?.times.moments.map(({ moment }) => moment)).toEqual([
      'remind-1',
      'remind-2',
      'due',
      'escalate-2',
      'escalate-3',
    ]);
    expect(toldOf('due')).toEqual([`${HEALTH} head`, `${HEALTH} liaison`]);
    expect(toldOf('escalate-2')).toEqual([`${BUREAU} liaison`, `${OFFICE} liaison`]);
    expect(toldOf('escalate-3')).toEqual([`${GOVERNMENT} liaison`]);
    expect(c.clock(AFTER_PENALTY)?.limitKind).toBe('agreed');
  });

  it('says in its working that it was agreed, where and on what basis', () => {
    const register = under(agree(AFTER_PENALTY, 10, { procedure: 'practice-licence' }));
    const c = played(register, ...toTheNotice, decided);
    const [told] = explainClocks(c.state, { register, law, asOf: decided.at }).filter(
      ({ limit }) => limit === AFTER_PENALTY,
    );
    expect(told).toMatchObject({ kind: 'agreed', agrees: true });
    expect(told?.steps[0]?.text.zh).toBe(`本地区约定的期限，非法定，依据：${BASIS}`);
  });

  it('is agreed on only for procedures and departments that it binds, and never in place of a statute', () => {
    const said = (change: Agreed) => {
      const checked = decideRegister(
        departments,
        registerCommand([change], { region: '653023' }),
        '2024-01-01T00:00:00+08:00',
        law,
      );
      return checked.ok ? 'ok' : `${checked.code} ${checked.details.join()}`;
    };
    expect(said(agree(AFTER_PENALTY, 10, { procedure: 'practice-licence', body: 'health' }))).toBe('ok');
    expect(said(agree(AFTER_PENALTY, 10, { procedure: 'practice-licence', body: 'audit' }))).toBe(
      'FIELD_REFUSED procedure: practice-licence',
    );
    expect(said(agree(AFTER_PENALTY, 10, { body: 'court' }))).toBe('FIELD_REFUSED body: court');
    expect(said(agree(AFTER_PENALTY, 10, { procedure: 'criminal-transfer' }))).toBe(
      'FIELD_REFUSED procedure: criminal-transfer',
    );
    expect(said(agree(AFTER_PENALTY, 10, { procedure: 'no-such' }))).toBe('UNKNOWN_PROCEDURE no-such');
    expect(said(agree('agr-early-intervention-reply', 1, { body: 'health' }))).toBe(
      'FIELD_REFUSED body: health',
    );
    expect(said(agree('fwd-filing-review', 30, { body: 'public-security' }))).toBe(
      'LIMIT_NOT_AGREED fwd-filing-review',
    );
  });
});
