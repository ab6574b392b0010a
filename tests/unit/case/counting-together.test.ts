// Cases that were split or joined count as one: what one of them comes to carry bars in all, opened before or after, whatever lies between.
import { describe, expect, it } from 'vitest';
import { joinedInto } from '../../../case/state.ts';
import type { CaseId } from '../../../schemas/ids.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, OFFICE, POLICE, papers, steps } from '../../support/transfer-story.ts';
import { NEW_CASE, settle } from '../../support/two-cases.ts';

const MARKET = '653023/market-regulation';
const HUB: CaseId = '653023-cccccccccccccccc';
const register = registerWith([...COUNTY, ...ABOVE]);
const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const market = penaltyStory(MARKET, 'market-penalty');

const filing = (subjects: readonly string[]): Told['body'] => ({
  team: ['o-1', 'o-2'],
  papers: papers('case-filing-form'),
  newSubjects: subjects.map((subject) => ({ subject, kind: 'institution' as const })),
});
/** The bureau's penalties against these, filed on 4 March 2024. */
const penalties = (...subjects: string[]): CaseDriver => {
  const c = caseDriver(register);
  c.must({ ...bureau.file(), body: filing(subjects) ?? {} });
  return c;
};
const split = (c: CaseDriver, as: string, day: string, ...subjects: string[]): CaseDriver => {
  c.elsewhere({ splitInto: NEW_CASE });
  c.must(reasoned(as, day, 'split-case', { subjects }));
  const other = caseDriver(register, NEW_CASE);
  settle([c, other]);
  return other;
};
/** About to be fined from 3 April on. */
const notified = (c: CaseDriver, proceeding: string): void => {
  c.must({ ...bureau.conclude('2024-04-01'), proceeding }, { ...bureau.notify('2024-04-02'), proceeding });
};
const fine = (day: string, proceeding = 'p1'): Told => ({ ...bureau.fine(day), proceeding });
/** Suspected of a crime, and handed over to the police on 12 March. */
const handedOver = (c: CaseDriver, subjects: readonly string[] = []): void => {
  const suspect = steps.suspect('2024-03-11T10:00:00+08:00');
  c.must({
    ...suspect,
    body: { ...suspect.body, ...(subjects.length > 0 ? { subjects: [...subjects] } : {}) },
  });
  const { proceeding } = c.proceeding('criminal-transfer');
  c.must(
    { ...steps.report('2024-03-12T09:00:00+08:00'), proceeding },
    { ...steps.approve('2024-03-12T10:00:00+08:00'), proceeding },
    { ...steps.handOver('2024-03-12T11:00:00+08:00'), proceeding },
  );
};
const withPolice = (id: CaseId): CaseDriver => {
  const c = caseDriver(register, id);
  handedOver(c);
  return c;
};

describe('先分案，后开始刑事程序', () => {
  it('the old case goes to the police afterwards: no fine in the one that was split off, until the police are done', () => {
    const a = penalties('s1', 's2');
    const b = split(a, BUREAU, '2024-03-08', 's1');
    handedOver(a, ['s1']);
    settle([a, b]);
    notified(b, 'p1');
    expect(b.answer(fine('2024-04-08'))).toBe('CRIMINAL_SIDE_OPEN');
    a.must(
      steps.sign('2024-04-09T11:00:00+08:00'),
      steps.review('2024-04-09T14:00:00+08:00'),
      steps.file('2024-04-10T10:00:00+08:00'),
      by(POLICE, '2024-04-11', 'withdraw-case', { reasonCode: 'no-crime' }, { with: ['reason'] }),
    );
    expect(b.answer(fine('2024-04-12'))).toBe('CRIMINAL_SIDE_OPEN');
    settle([a, b]);
    expect(b.answer(fine('2024-04-12'))).toBe('ok');
  });

  it('a member is taken in the old case: no fine of the network that was split off, and of its members that went along', () => {
    const a = caseDriver(register);
    const s = (subject: string) => ({ subject, kind: 'person' as const });
    const network = { subject: 's3', kind: 'network' as const, members: ['s1', 's2'] };
    a.must(
      {
        ...bureau.file(),
        body: { ...filing(['s4']), newSubjects: [s('s1'), s('s2'), network, s('s4')], subjects: ['s4'] },
      },
      {
        ...bureau.file('2024-03-05'),
        body: { ...filing([]), newSubjects: [], subjects: ['s3'] },
        procedure: 'insurance-penalty',
      },
    );
    const b = split(a, BUREAU, '2024-03-08', 's3');
    a.must(
      by(BUREAU, '2024-03-09', 'admit-departments', { to: [POLICE] }),
      by(
        POLICE,
        '2024-03-10',
        'take-measure',
        { subjects: ['s1'], fields: { coerciveMeasure: 'detention' } },
        { procedure: 'criminal-process', with: ['reason'] },
      ),
    );
    settle([a, b]);
    notified(b, 'p2');
    expect(b.answer(fine('2024-04-08', 'p2'))).toBe('CRIMINAL_SIDE_OPEN');
  });

  it('a criminal fine of one party noted in the old case bars the fine of that party in the new one, of no other', () => {
    const a = penalties('s1', 's2', 's3');
    const b = split(a, BUREAU, '2024-03-08', 's1', 's2');
    notified(b, 'p1');
    notified(b, 'p2');
    a.must(by(BUREAU, '2024-03-09', 'admit-departments', { to: [MARKET] }), {
      ...market.file('2024-03-10'),
      body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), subjects: ['s1'] },
    });
    const { proceeding } = a.proceeding('market-penalty');
    a.must(
      { ...market.conclude('2024-04-01'), proceeding },
      { ...market.notify('2024-04-02'), proceeding },
      { ...market.courtFined('2024-04-10'), proceeding },
    );
    expect(b.answer(fine('2024-04-22', 'p2'))).toBe('ok');
    settle([a, b]);
    expect(b.answer(fine('2024-04-22', 'p1'))).toBe('CRIMINAL_FINE_IMPOSED');
  });

  it('a subject named in one of them later is another than one of that name in the other', () => {
    const a = penalties('s1', 's2');
    const b = split(a, BUREAU, '2024-03-08', 's1');
    b.must({ ...bureau.file('2024-03-09'), body: filing(['s2']) ?? {} });
    const { proceeding } = b.proceeding('insurance-penalty');
    notified(b, proceeding);
    notified(a, 'p2');
    a.must({ ...bureau.courtFined('2024-04-10', 's2'), proceeding: 'p2' });
    settle([a, b]);
    expect(b.answer(fine('2024-04-22', proceeding))).toBe('ok');
  });

  it('who is told of the split, or of what came, reads in those entries nothing of what stays', () => {
    const a = penalties('s1', 's2');
    const b = split(a, BUREAU, '2024-03-08', 's1');
    const [moved] = a.entries.slice(1);
    expect(moved?.events.map(({ type }) => type)).toEqual(['proceeding-moved']);
    expect(JSON.stringify(b.entries[0]?.events.at(-1))).not.toContain('p2');
  });
});

describe('从一案到另一案', () => {
  const joined = (
    one: CaseDriver,
    into: CaseDriver,
    cases: readonly CaseDriver[],
    { day = '2024-03-20', as = OFFICE } = {},
  ): void => {
    one.must(reasoned(as, day, 'merge-case', { into: into.id }));
    settle(cases);
  };
  const hub = (): CaseDriver => {
    const c = caseDriver(register, HUB);
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      at: '2024-03-05T09:00:00+08:00',
      procedure: 'clue-notice',
      body: { to: [MARKET], fields: { topic: 'fraud' } },
    });
    return c;
  };

  it.each(['the police case first', 'the police case last'])(
    'two joined to a third count with each other, %s',
    (order) => {
      const [a, b, t] = [penalties('s1'), hub(), withPolice(NEW_CASE)];
      const all = [a, b, t];
      for (const one of order.endsWith('first') ? [t, a] : [a, t]) joined(one, b, all);
      notified(a, 'p1');
      expect(a.answer(fine('2024-04-08'))).toBe('CRIMINAL_SIDE_OPEN');
      const entries = all.reduce((sum, { entries: own }) => sum + own.length, 0);
      settle(all);
      expect(all.reduce((sum, { entries: own }) => sum + own.length, 0)).toBe(entries);
      // Parted from the third it counts with the other no more, though nothing was said to that.
      t.must(reasoned(OFFICE, '2024-04-09', 'unmerge-case', { into: HUB }));
      settle(all);
      expect(a.answer(fine('2024-04-10'))).toBe('ok');
    },
  );

  it('a case that was voided passes on what those joined to it say, and takes no other', () => {
    const [a, b, t] = [penalties('s1'), caseDriver(register, HUB), withPolice(NEW_CASE)];
    b.must(steps.suspect('2024-03-05T09:00:00+08:00'));
    for (const one of [t, a]) joined(one, b, [a, b, t], { as: BUREAU });
    const late = withPolice('653023-dddddddddddddddd');
    late.must(reasoned(BUREAU, '2024-03-21', 'merge-case', { into: HUB }));
    b.must(
      reasoned(BUREAU, '2024-03-22', 'void-case', {}, { officer: 'o-1' }),
      reasoned(BUREAU, '2024-03-23', 'void-case'),
    );
    settle([a, b, t, late]);
    expect(joinedInto(late.state)).toBeUndefined();
    notified(a, 'p1');
    expect(a.answer(fine('2024-04-08'))).toBe('CRIMINAL_SIDE_OPEN');
    t.must(by(BUREAU, '2024-04-09', 'take-back-transfer', {}, { officer: 'o-1' }));
    settle([a, b, t, late]);
    const heard = Object.values(a.state.marksElsewhere[NEW_CASE]?.standings ?? {});
    expect(heard.map(({ marks }) => marks)).toEqual([['transfer-decided']]);
  });

  it('what was split off counts with what the old case is joined to, there and back', () => {
    const [a, t] = [penalties('s1', 's2'), withPolice(HUB)];
    const b = split(a, BUREAU, '2024-03-08', 's1');
    joined(t, a, [a, b, t]);
    notified(b, 'p1');
    expect(b.answer(fine('2024-04-08'))).toBe('CRIMINAL_SIDE_OPEN');
    // Joined to both ways round: a ring of three, in which no word goes round for ever, and parted none stays.
    joined(b, a, [a, b, t], { day: '2024-04-08' });
    t.must(reasoned(OFFICE, '2024-04-09', 'unmerge-case', { into: a.id }));
    settle([a, b, t]);
    expect(b.answer(fine('2024-04-10'))).toBe('ok');
  });
});
