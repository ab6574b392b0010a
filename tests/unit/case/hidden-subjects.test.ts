// Whoever is named in a closed proceeding alone (an official in a discipline referral) is known to those who read it. To every other
// department there is no such subject, until one that knows it names it in something open.
import { describe, expect, it } from 'vitest';
import { UNSEEN, viewAfter } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { knowsSubject, recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import type { CaseEntry } from '../../../services/bus/ledger/case-entries.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { readBy } from '../../support/model-case.ts';
import { by, takeOrders } from '../../support/referral-story.ts';
import { BUREAU, OFFICE, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';
import { splitOff } from '../../support/two-cases.ts';

const DISCIPLINE = '653023/discipline-inspection';
const MARKET = '653023/market-regulation';
const HEALTH = '653023/health';
const register = registerWith([BUREAU, MARKET, HEALTH, POLICE, PROCURATORATE, DISCIPLINE, OFFICE]);

const OFFICIAL = { subject: 's1', kind: 'person', publicOfficial: true } as const;
const REASON = { with: ['reason'] };

/** The bureau sends a clue to market regulation, and refers an official whom nobody else was told of. */
const referred = (): CaseDriver => {
  const c = caseDriver(register);
  c.must(
    by(BUREAU, '2024-03-04T09', 'send-clue', { to: [MARKET], fields: { topic: 'fraud' } }),
    by(MARKET, '2024-03-04T10', 'acknowledge'),
    by(
      BUREAU,
      '2024-03-05T09',
      'identify-discipline-clue',
      { newSubjects: [OFFICIAL], fields: { disciplineNature: 'duty-crime' } },
      { procedure: 'discipline-referral', with: ['subjects/s1'] },
    ),
  );
  return c;
};

/** The referral approved and sent. */
const sent = (c: CaseDriver): CaseDriver => {
  c.must(
    by(`${BUREAU}/head`, '2024-03-05T10', 'approve-discipline-referral'),
    by(BUREAU, '2024-03-05T11', 'send-discipline-referral', {
      papers: papers('discipline-referral-letter'),
    }),
  );
  return c;
};

const about = (who: string, command: string, body: OpenBody = {}, values: readonly string[] = []): Told =>
  by(who, '2024-03-06T09', command, { subjects: ['s1'], ...body }, { with: ['reason', ...values] });
const rename = about(BUREAU, 'revise-subject', {}, ['subjects/s1']);

/** Departments that get the body of the newest entry. */
const readers = ({ entries, state }: CaseDriver): string[] =>
  recipientsOf(state, entries.at(-1) as CaseDriver['entries'][number], register, law)
    .filter(({ sees }) => sees !== 'status')
    .map(({ department }) => department)
    .sort();

describe('an official named in a referral alone', () => {
  it('is said to be, in the event that names it', () => {
    const c = referred();
    expect(c.entries.at(-1)?.events[0]).toMatchObject({ type: 'subject-named', subject: 's1', in: 'p2' });
    expect(c.state.hidden).toEqual({ s1: ['p2'] });
  });

  it.each([
    ['another spelling of the name', rename],
    [
      'other attributes',
      about(BUREAU, 'revise-subject', {
        attributes: { kind: 'person', publicOfficial: true, region: '653023' },
      }),
    ],
    ['an amount', about(BUREAU, 'state-amount', {}, ['amountFen'])],
    ['a charge', about(BUREAU, 'state-charge', {}, ['offence'])],
  ])('%s reaches those alone who read the referral', (_, version) => {
    const before = referred();
    before.must(version);
    expect(readers(before)).toEqual([BUREAU]);
    expect(before.state.hidden).toEqual({ s1: ['p2'] });
    const after = sent(referred());
    after.must(version);
    expect(readers(after)).toEqual([BUREAU, DISCIPLINE].sort());
  });

  it.each<[string, (id: string) => Told]>([
    ['a fact', (id) => by(MARKET, '2024-03-06T09', 'record-fact', { fact: 'x', subjects: [id] })],
    [
      'an admission',
      (id) => by(MARKET, '2024-03-06T09', 'admit-departments', { to: [HEALTH], subjects: [id] }),
    ],
    [
      'a new version',
      (id) =>
        by(
          MARKET,
          '2024-03-06T09',
          'revise-subject',
          { subjects: [id], attributes: { kind: 'person' } },
          REASON,
        ),
    ],
    [
      'a name',
      (id) =>
        by(
          MARKET,
          '2024-03-06T09',
          'revise-subject',
          { subjects: [id] },
          { with: ['reason', `subjects/${id}`] },
        ),
    ],
    [
      'an amount',
      (id) =>
        by(MARKET, '2024-03-06T09', 'state-amount', { subjects: [id] }, { with: ['reason', 'amountFen'] }),
    ],
    [
      'a charge',
      (id) =>
        by(MARKET, '2024-03-06T09', 'state-charge', { subjects: [id] }, { with: ['reason', 'offence'] }),
    ],
    ['a step', (id) => by(MARKET, '2024-03-06T09', 'note-for-information', { subjects: [id] })],
    [
      'a value of a step',
      (id) => by(MARKET, '2024-03-06T09', 'note-for-information', {}, { with: [`subjects/${id}`] }),
    ],
    [
      'a proceeding',
      (id) =>
        by(
          MARKET,
          '2024-03-06T09',
          'file-penalty',
          { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), subjects: [id] },
          { procedure: 'market-penalty' },
        ),
    ],
    [
      'a network',
      (id) =>
        by(MARKET, '2024-03-06T09', 'record-fact', {
          fact: 'x',
          newSubjects: [{ subject: 's7', kind: 'network', members: [id] }],
        }),
    ],
    [
      'a correction',
      (id) =>
        by(
          MARKET,
          '2024-03-06T09',
          'correct-step',
          { corrects: { sequence: 2 } },
          { with: ['reason', `subjects/${id}`] },
        ),
    ],
    ['a split', (id) => by(`${MARKET}/head`, '2024-03-06T09', 'split-case', { subjects: [id] }, REASON)],
  ])('is none to another department: %s is answered as for one that does not exist', (_, asked) => {
    const answered = (id: string) => {
      const c = referred();
      const before = c.state;
      const decision = c.tell(asked(id));
      expect(c.state).toBe(before);
      return JSON.stringify(decision).replaceAll(id, 'it');
    };
    expect(answered('s1')).toBe(answered('s9'));
    expect(answered('s1')).toContain('"ok":false');
  });

  it('stands in no view of another department, nor what was stated of it', () => {
    const c = sent(referred());
    c.must(rename, about(BUREAU, 'state-amount', { fields: { fraudBand: 'huge' } }, ['amountFen']));
    for (const department of [MARKET, OFFICE])
      expect(JSON.stringify(readBy(c, department, department === OFFICE).state)).not.toContain('s1');
    for (const department of [BUREAU, DISCIPLINE])
      expect(Object.keys(readBy(c, department).state.subjects)).toEqual(['s1']);
  });

  it.each([
    ['hidden', [], [], false],
    [
      'named openly',
      [by(BUREAU, '2024-03-06T09', 'record-fact', { fact: 'x', subjects: ['s1'] })],
      [DISCIPLINE],
      true,
    ],
  ])(
    '%s, it counts accordingly for what another department decides about nobody in particular',
    (_, before, copies, isOrdered) => {
      const c = referred();
      c.must(
        ...before,
        by(
          MARKET,
          '2024-03-07T09',
          'file-penalty',
          { team: ['o-1', 'o-2'], papers: papers('case-filing-form') },
          { procedure: 'market-penalty' },
        ),
      );
      expect(c.state.followUps.length).toBe(isOrdered ? 1 : 0);
      takeOrders(c, '2024-03-07T10');
      c.must(
        by(MARKET, '2024-03-11T09', 'conclude-investigation', {
          team: ['o-1', 'o-2'],
          papers: papers('investigation-conclusion'),
        }),
        by(MARKET, '2024-03-12T09', 'give-penalty-notice', { papers: papers('penalty-notice') }),
        by(`${MARKET}/head`, '2024-03-25T09', 'decide-fine', { papers: papers('penalty-decision') }),
      );
      expect(c.entries.at(-1)?.events.find(({ kind }) => kind === 'step')).toMatchObject({ copies });
    },
  );

  it('is passed on to nobody with what else its department hands over', () => {
    const handedOver = (...before: Told[]): readonly number[] => {
      const c = referred();
      c.must(
        rename,
        by(BUREAU, '2024-03-06T10', 'record-fact', { fact: 'found' }),
        ...before,
        steps.suspect('2024-03-07T09:00:00+08:00'),
        steps.report('2024-03-07T10:00:00+08:00'),
        steps.approve('2024-03-07T11:00:00+08:00'),
        steps.handOver('2024-03-07T12:00:00+08:00'),
      );
      return passedTo(c, POLICE);
    };
    // Entry 4 is the other name, 5 the fact.
    expect(handedOver()).toEqual([5, 6, 7, 8]);
    const openly = by(BUREAU, '2024-03-06T11', 'record-fact', { fact: 'named', subjects: ['s1'] });
    expect(handedOver(openly)).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('is known to whom the referral is handed, and to a commission it is forwarded to', () => {
    const c = referred();
    const isKnown = (department: string) => knowsSubject(c.state, law, 's1', department);
    expect([BUREAU, DISCIPLINE, MARKET, OFFICE].map(isKnown)).toEqual([true, false, false, false]);
    sent(c);
    expect([BUREAU, DISCIPLINE, MARKET, OFFICE].map(isKnown)).toEqual([true, true, false, false]);
  });

  it('of two officials in one referral, each is said to be named in the proceeding about it', () => {
    const c = caseDriver(register);
    c.must(
      by(
        BUREAU,
        '2024-03-05T09',
        'identify-discipline-clue',
        {
          newSubjects: [OFFICIAL, { ...OFFICIAL, subject: 's2' }],
          fields: { disciplineNature: 'duty-crime' },
        },
        { procedure: 'discipline-referral' },
      ),
    );
    expect(c.state.hidden).toEqual({ s1: ['p1'], s2: ['p2'] });
  });

  it('is named in what grows out of the referral too, which its referrer does not read', () => {
    const c = sent(referred());
    c.must(
      by(DISCIPLINE, '2024-03-06T09', 'receive-discipline-referral'),
      by(DISCIPLINE, '2024-03-06T10', 'take-on-discipline-clue'),
    );
    takeOrders(c, '2024-03-06T10');
    expect(c.state.hidden).toEqual({ s1: ['p2', 'p3'] });
    expect(readers(c)).toEqual([DISCIPLINE]);
  });

  it('leaves with the referral when the case is split, and is hidden in the new case too', () => {
    const c = sent(referred());
    c.must(by(DISCIPLINE, '2024-03-06T09', 'receive-discipline-referral'));
    const other = splitOff(
      c,
      by(`${BUREAU}/head`, '2024-03-07T09', 'split-case', { subjects: ['s1'] }, REASON),
      law,
      register,
    );
    expect(other.state.hidden).toEqual({ s1: ['p2'] });
  });
});

describe('once it is named in something open', () => {
  it.each([
    ['a fact', by(BUREAU, '2024-03-06T09', 'record-fact', { fact: 'x', subjects: ['s1'] }), BUREAU],
    [
      'a proceeding',
      by(
        BUREAU,
        '2024-03-06T09',
        'file-penalty',
        { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), subjects: ['s1'] },
        { procedure: 'insurance-penalty' },
      ),
      OFFICE,
    ],
    [
      'an admission',
      by(BUREAU, '2024-03-06T09', 'admit-departments', { to: [HEALTH], subjects: ['s1'] }),
      HEALTH,
    ],
    [
      'a member of a network',
      by(BUREAU, '2024-03-06T09', 'record-fact', {
        fact: 'x',
        newSubjects: [{ subject: 's2', kind: 'network', members: ['s1'] }],
      }),
      OFFICE,
    ],
  ])(
    'by %s, it is said anew with what all may know of it, and known to those told',
    (_, openly, whoIsTold) => {
      const c = referred();
      c.must(openly);
      const { events = [] } = c.entries.at(-1) ?? {};
      const { subject, ...attributes } = OFFICIAL;
      expect(events).toContainEqual({
        kind: 'subject',
        type: 'subject-named',
        at: openly.at,
        subject,
        attributes,
      });
      expect(c.state.hidden).toEqual({});
      expect(readers(c)).toContain(whoIsTold);
      expect(readBy(c, whoIsTold, whoIsTold === OFFICE).state.subjects).toHaveProperty('s1');
      c.must(by(MARKET, '2024-03-07T09', 'record-fact', { fact: 'x', subjects: ['s1'] }));
    },
  );

  it('is hidden no more, whatever is said of it in a referral later', () => {
    const c = referred();
    c.must(by(BUREAU, '2024-03-06T09', 'record-fact', { fact: 'x', subjects: ['s1'] }));
    sent(c);
    expect(c.state.hidden).toEqual({});
  });
});

describe('a case command that speaks of nobody', () => {
  it('takes no subject, which would tell of it', () => {
    const c = referred();
    const closing = by(`${BUREAU}/head`, '2024-03-06T09', 'mark-major', { subjects: ['s1'] }, REASON);
    expect(c.tell(closing)).toMatchObject({ code: 'FIELD_REFUSED', details: ['subjects'] });
  });
});

describe('an order to a closed procedure, in an entry that others read', () => {
  const OTHER = { subject: 's2', kind: 'person', publicOfficial: true } as const;
  const filing = (at: string) =>
    by(
      BUREAU,
      at,
      'file-penalty',
      { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), subjects: ['s2'] },
      { procedure: 'insurance-penalty' },
    );
  /** An official known to all, whom the bureau files a penalty case against; being referred already, or not. */
  const filed = (...before: Told[]): CaseDriver => {
    const c = caseDriver(register);
    c.must(
      by(BUREAU, '2024-03-04T09', 'send-clue', {
        to: [MARKET],
        fields: { topic: 'fraud' },
        newSubjects: [OTHER],
      }),
      ...before,
      filing('2024-03-06T09'),
    );
    return c;
  };
  const referral = by(
    BUREAU,
    '2024-03-05T09',
    'identify-discipline-clue',
    { subjects: ['s2'], fields: { disciplineNature: 'duty-crime' } },
    { procedure: 'discipline-referral' },
  );

  it('follows from what all may know: the same whether a referral is under way or not', () => {
    const ordered = (c: CaseDriver) => {
      const { from: _, ...order } = c.state.followUps[0] ?? { from: '' };
      return order;
    };
    expect(ordered(filed(referral))).toEqual(ordered(filed()));
    expect(ordered(filed())).toMatchObject({ procedure: 'discipline-referral', subjects: ['s2'] });
  });

  it('is taken where none is under way; where one is it comes to nothing, and nobody is told', () => {
    const taken = (c: CaseDriver) => {
      takeOrders(c, '2024-03-06T09');
      return Object.values(c.state.proceedings).filter((p) => p.procedure === 'discipline-referral').length;
    };
    expect(taken(filed())).toBe(1);
    const c = filed(referral);
    expect(taken(c)).toBe(1);
    expect(c.entries.at(-1)?.events.map(({ type }) => type)).toEqual(['follow-up-void']);
    expect(recipientsOf(c.state, c.entries.at(-1) as CaseDriver['entries'][number], register, law)).toEqual(
      [],
    );
  });
});

/** Sequences of earlier entries that a department is shown because of later ones. */
const passedTo = ({ entries }: CaseDriver, department: string): number[] => {
  let view = UNSEEN;
  let state: CaseState | null = null;
  return entries.flatMap((entry) => {
    state = applyEntry(state, entry);
    const after = viewAfter(view, state, entry as CaseEntry, register, law);
    view = after.view;
    return after.passedOn.filter(({ to }) => to === department).map(({ sequence }) => sequence);
  });
};

describe('代号', () => {
  const identifies = (subject: string, at = '2024-03-05T09') =>
    by(
      BUREAU,
      at,
      'identify-discipline-clue',
      { newSubjects: [{ ...OFFICIAL, subject }], fields: { disciplineNature: 'duty-crime' } },
      { procedure: 'discipline-referral' },
    );
  /** A case that the market regulator knows of; on the record the bureau names an official in a referral. */
  const referredAs = (subject?: string) => {
    const c = caseDriver(register);
    c.must(
      by(BUREAU, '2024-03-04T09', 'record-fact', { fact: 'seen' }),
      by(BUREAU, '2024-03-04T10', 'admit-departments', { to: [MARKET] }),
    );
    c.onRecord();
    if (subject) c.must(identifies(subject));
    return c;
  };
  const names = (subject: string) =>
    by(MARKET, '2024-03-06T09', 'record-fact', { fact: 'x', newSubjects: [{ subject }] });

  it.each(['s1', 's999', 's1000', 's4711', 's9999'])(
    'of a subject that is hidden is told to nobody who names %s: the answer is that of a case without it',
    (subject) => {
      expect(referredAs('s4711').answer(names(subject))).toBe(referredAs().answer(names(subject)));
    },
  );

  it('below s1000 are for what is named openly, from there on for what is not', () => {
    const c = referredAs();
    expect([c.answer(names('s1')), c.answer(names('s1000'))]).toEqual(['ok', 'FIELD_REFUSED']);
    const at = '2024-03-06T10';
    expect([c.answer(identifies('s2', at)), c.answer(identifies('s1000', at))]).toEqual([
      'FIELD_REFUSED',
      'ok',
    ]);
  });

  it('stays its own once it is named openly', () => {
    const c = referredAs('s4711');
    c.must(by(BUREAU, '2024-03-06T09', 'record-fact', { fact: 'x', subjects: ['s4711'] }));
    expect([Object.keys(c.state.subjects), c.state.hidden]).toEqual([['s4711'], {}]);
  });
});
