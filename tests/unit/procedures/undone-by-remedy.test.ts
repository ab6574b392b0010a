// A measure or an order to pay back before the reconsideration authority or the court: its party's days, and what is undone is carried
// out no more, while what nobody contested stands. Calendar of 2024; Saturday 11 May is worked.
import { describe, expect, it } from 'vitest';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, COURT, reasoned } from '../../support/criminal-story.ts';
import { reviewed } from '../../support/measure-story.ts';
import { HEALTH } from '../../support/referral-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const JUSTICE = '653023/justice';
const TWO = { team: ['o-1', 'o-2'] };
const county = (...told: Told[]): CaseDriver => {
  const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
  c.must(...told);
  return c;
};
const stateOf = (c: CaseDriver, procedure: string): string => c.proceeding(procedure).state;

/** Revoked on 8 April and served on the 10th. */
const revoked: Told[] = [
  by(
    HEALTH,
    '2024-03-04',
    'begin-measure',
    { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
    { procedure: 'practice-licence' },
  ),
  by(HEALTH, '2024-04-01', 'inform-party', {}, { paper: 'rights-notice' }),
  by(HEALTH, '2024-04-02', 'record-statement'),
  ...reviewed(HEALTH, '2024-04-03'),
  by(HEALTH, '2024-04-08', 'revoke-practice-licence', {
    papers: papers('measure-decision'),
    fields: { issuedHere: true },
  }),
  by(HEALTH, '2024-04-10', 'serve-decision'),
];
const contested = (organ: string, day: string, ...decisions: string[]): Told[] => [
  by(
    JUSTICE,
    day,
    'accept-reconsideration',
    { to: [organ], subjects: ['s1'], fields: { contested: decisions } },
    { procedure: 'penalty-remedy', paper: 'remedy-acceptance-notice' },
  ),
];
const undone = (organ: string, day: string, command = 'carry-out-annulment'): Told[] => [
  reasoned(JUSTICE, day, 'undo-penalty', {}, { paper: 'reconsideration-outcome' }),
  by(organ, `${day}T15:00:00+08:00`, command, { papers: papers('remedy-decision') }),
];
const sought = (organ: string, day: string, more: Partial<Told> = {}): Told => ({
  ...by(organ, day, 'note-remedy', { fields: { remedySought: 'reconsideration' } }),
  ...more,
});

describe('停业、吊销、限制从业', () => {
  it('leaves the party sixty days to ask for reconsideration and six months to sue since it was served (FY 20, SS 46)', () => {
    const c = county(...revoked);
    const due = (limit: string) => [c.clock(limit)?.obliged, c.clock(limit)?.times.latestDueAt?.slice(0, 10)];
    // Sunday 9 June is in the holiday of 端午, which ends with Monday 10 June.
    expect(due('pen-remedy-review')).toEqual(['s1', '2024-06-12']);
    expect(due('pen-remedy-suit')).toEqual(['s1', '2024-10-11']);
    expect(c.answer(contested(HEALTH, '2024-05-06', 'measure')[0] as Told)).toBe('CASE_NOT_FOUND');
    c.must(sought(HEALTH, '2024-05-03'), ...contested(HEALTH, '2024-05-06', 'measure'));
    expect(c.clock('pen-remedy-review')?.outcome).toBe('met');
  });

  it('undone, is carried out no more, and whoever asked for it hears of that', () => {
    const c = county(
      ...revoked,
      sought(HEALTH, '2024-05-03'),
      ...contested(HEALTH, '2024-05-06', 'measure'),
      ...undone(HEALTH, '2024-06-03'),
    );
    expect([stateOf(c, 'penalty-remedy'), stateOf(c, 'practice-licence')]).toEqual([
      'carried-out',
      'annulled',
    ]);
    expect(c.answer(by(HEALTH, '2024-06-04', 'carry-out-measure'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(by(HEALTH, '2024-06-05', 'report-back'));
  });

  it('is undone wherever it stands by then, closed or not', () => {
    const on = [
      by(HEALTH, '2024-04-12', 'carry-out-measure'),
      by(HEALTH, '2024-04-15', 'report-back'),
      by(HEALTH, '2024-04-16', 'close-unobjected-measure'),
    ];
    for (const [steps, state] of [
      [0, 'annulled'],
      [1, 'annulled'],
      [2, 'annulled'],
      [3, 'undone'],
    ] as const) {
      const c = county(
        ...revoked,
        ...on.slice(0, steps),
        sought(HEALTH, '2024-05-03'),
        ...contested(HEALTH, '2024-05-06', 'measure'),
        ...undone(HEALTH, '2024-06-03'),
      );
      expect(stateOf(c, 'practice-licence')).toBe(state);
    }
  });

  it('changed, it stands as changed', () => {
    const c = county(
      ...revoked,
      sought(HEALTH, '2024-05-03'),
      ...contested(HEALTH, '2024-05-06', 'measure'),
      ...undone(HEALTH, '2024-06-03', 'carry-out-change'),
    );
    expect([stateOf(c, 'penalty-remedy'), stateOf(c, 'practice-licence')]).toEqual(['carried-out', 'served']);
  });
});

describe('处罚和责令退回', () => {
  const p1 = { proceeding: 'p1' };
  /** Fined on 8 April, and ordered to pay back on the same day. */
  const finedAndOrdered = (decisions: string[], command?: string): CaseDriver =>
    county(
      by(
        BUREAU,
        '2024-03-04',
        'file-penalty',
        { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
        { procedure: 'insurance-penalty', paper: 'case-filing-form' },
      ),
      by(BUREAU, '2024-04-01', 'conclude-investigation', TWO, { paper: 'investigation-conclusion' }),
      by(BUREAU, '2024-04-02', 'give-penalty-notice', {}, { paper: 'penalty-notice' }),
      by(BUREAU, '2024-04-08', 'decide-fine', {}, { paper: 'penalty-decision' }),
      by(BUREAU, '2024-04-08T11:00:00+08:00', 'order-refund'),
      by(BUREAU, '2024-04-09', 'serve-decision', {}, { paper: 'service-return', ...p1 }),
      by(
        BUREAU,
        '2024-04-09T11:00:00+08:00',
        'serve-decision',
        {},
        { paper: 'service-return', proceeding: 'p2' },
      ),
      sought(BUREAU, '2024-05-03', p1),
      ...contested(BUREAU, '2024-05-06', ...decisions),
      ...undone(BUREAU, '2024-06-03', command),
    );

  it.each([
    [['penalty'], 'annulled', 'demanded'],
    [['order-to-repay'], 'fine-due', 'cancelled'],
    [['penalty', 'order-to-repay'], 'annulled', 'cancelled'],
  ])('of them falls what was contested and undone, and nothing beside: %j', (decisions, penalty, order) => {
    const c = finedAndOrdered(decisions);
    expect([stateOf(c, 'insurance-penalty'), stateOf(c, 'fund-recovery')]).toEqual([penalty, order]);
  });

  it('an order that is changed says so, and is to be paid back as changed', () => {
    const c = finedAndOrdered(['order-to-repay'], 'carry-out-change');
    const order = c.proceeding('fund-recovery');
    expect([order.state, order.steps.at(-1)?.command]).toEqual(['demanded', 'note-change']);
    expect(c.proceeding('insurance-penalty').steps.at(-1)?.command).toBe('note-remedy');
  });

  it('on the record whoever takes it up says what is contested', () => {
    const c = county(...revoked, sought(HEALTH, '2024-05-03'));
    c.onRecord();
    const [accept] = contested(HEALTH, '2024-05-06') as [Told];
    expect(c.tell({ ...accept, body: { ...accept.body, fields: {} } })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['contested'],
    });
    const suit = by(
      COURT,
      '2024-05-06',
      'accept-suit',
      { to: [HEALTH], subjects: ['s1'] },
      { procedure: 'penalty-remedy', paper: 'suit-papers' },
    );
    c.must(by(HEALTH, '2024-05-05', 'note-remedy', { fields: { remedySought: 'suit' } }));
    expect(c.tell(suit)).toMatchObject({ code: 'FIELD_REQUIRED', details: ['contested'] });
  });
});
