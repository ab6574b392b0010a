// A network (团伙) as a subject of a case: who its members are is known to everybody of the case, and each is dealt with by himself.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { subjectText } from '../../../services/words/subjects.ts';
import { type CaseDriver, caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, OFFICE, papers } from '../../support/transfer-story.ts';
import { NEW_CASE } from '../../support/two-cases.ts';

type Named = NonNullable<OpenBody['newSubjects']>;
const DISCIPLINE = '653023/discipline-inspection';

const filing = (newSubjects: Named, subjects?: string[]) =>
  by(
    BUREAU,
    '2024-03-04',
    'file-penalty',
    { team: ['o-1', 'o-2'], newSubjects, ...(subjects ? { subjects } : {}) },
    { procedure: 'insurance-penalty', paper: 'case-filing-form' },
  );
const driver = (): CaseDriver => caseDriver(registerWith([...COUNTY, ...ABOVE]));
const PEOPLE: Named = [
  { subject: 's1', kind: 'person' },
  { subject: 's2', kind: 'person', publicOfficial: true },
];
const network = (members?: string[]): Named => [
  ...PEOPLE,
  { subject: 's3', kind: 'network', ...(members ? { members } : {}) },
];

describe('团伙', () => {
  it('is named with its members, and reads so', () => {
    const c = driver();
    c.must(filing(network(['s1', 's2']), ['s3']));
    expect(c.state.subjects['s3']).toEqual({ kind: 'network', members: ['s1', 's2'] });
    expect(subjectText(c.state.subjects['s3'] ?? {})).toBe('团伙、成员 s1、s2');
  });

  it.each([
    ['no members', network()],
    ['a member nobody named', network(['s1', 's9'])],
    ['itself', network(['s1', 's3'])],
    ['a member twice', network(['s1', 's1'])],
    [
      'members of a person',
      [
        { subject: 's1', kind: 'person' },
        { subject: 's2', kind: 'person', members: ['s1'] },
      ] as Named,
    ],
  ])('is refused with %s', (_, subjects) => {
    const c = driver();
    expect(c.answer(filing(subjects))).toBe('FIELD_REFUSED');
    expect(c.maybe).toBeNull();
  });

  it('may be said anew, with others in it', () => {
    const c = driver();
    c.must(filing(network(['s1', 's2']), ['s3']));
    const revise = (members: string[]) =>
      by(
        BUREAU,
        '2024-03-05',
        'revise-subject',
        { subjects: ['s3'], attributes: { kind: 'network', members } },
        { with: ['reason'] },
      );
    expect(c.answer(revise(['s1', 's2']))).toBe('FIELD_REFUSED');
    expect(c.answer(revise(['s4']))).toBe('FIELD_REFUSED');
    c.must(revise(['s1']));
    expect(c.state.subjects['s3']?.members).toEqual(['s1']);
  });

  it('with an official among its members concerns discipline inspection, which gets its copy', () => {
    const c = driver();
    c.must(
      filing(network(['s1', 's2']), ['s3']),
      by(BUREAU, '2024-03-11', 'conclude-investigation', {
        team: ['o-1', 'o-2'],
        papers: papers('investigation-conclusion'),
      }),
      by(BUREAU, '2024-03-12', 'give-penalty-notice', { papers: papers('penalty-notice') }),
    );
    const events = c.must(by(BUREAU, '2024-03-20', 'decide-fine', { papers: papers('penalty-decision') }));
    expect(events).toContainEqual(expect.objectContaining({ copies: [DISCIPLINE] }));
  });
});

describe('团伙与其成员是同一当事人', () => {
  const MARKET = '653023/market-regulation';
  const bureau = penaltyStory(BUREAU, 'insurance-penalty');
  const market = penaltyStory(MARKET, 'market-penalty');
  const filed = (story: typeof bureau, subject: string, day: string) => ({
    ...story.file(day),
    body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), subjects: [subject] },
  });
  /** A network s3 of s1 and s2, and s4 beside it; both organs take part. The bureau has filed against one of them. */
  const against = (subject: string): CaseDriver => {
    const c = driver();
    c.must(
      filing([...network(['s1', 's2']), { subject: 's4', kind: 'person' }], [subject]),
      by(BUREAU, '2024-03-05', 'admit-departments', { to: [MARKET] }),
    );
    return c;
  };
  const fineOf = (c: CaseDriver, subject: string): string => {
    const p = Object.values(c.state.proceedings).find(
      (one) => one.procedure === 'market-penalty' && one.subject === subject,
    );
    const named = { proceeding: p?.proceeding as string };
    c.must({ ...market.conclude('2024-04-01'), ...named }, { ...market.notify('2024-04-02'), ...named });
    return c.answer({ ...market.fine('2024-04-20'), ...named });
  };

  it.each([
    ['a member', 's1', 's3'],
    ['the network', 's3', 's1'],
  ])('whom a court fined as %s is fined again under no other name', (_, fined, other) => {
    for (const [subject, isBarred] of [
      [fined, true],
      [other, true],
      ['s4', false],
    ] as const) {
      const c = against(fined);
      c.must(
        filed(market, subject, '2024-03-06'),
        { ...bureau.conclude('2024-03-07'), proceeding: 'p1' },
        { ...bureau.notify('2024-03-08'), proceeding: 'p1' },
        { ...bureau.courtFined('2024-03-09', fined), proceeding: 'p1' },
      );
      expect([subject, fineOf(c, subject) !== 'ok']).toEqual([subject, isBarred]);
    }
  });

  it.each([
    ['a member', 's1', 's3'],
    ['the network', 's3', 's1'],
  ])(
    'against whom a penalty is under way as %s it is filed no second time under another name',
    (_, first, other) => {
      const c = against(first);
      const again = c.answer(filed(bureau, first, '2024-03-06'));
      expect(again).not.toBe('ok');
      expect(c.answer(filed(bureau, other, '2024-03-06'))).toBe(again);
      expect(c.answer(filed(bureau, 's4', '2024-03-06'))).toBe('ok');
    },
  );

  it('who is taken out of it later is one party with it still, so a revision lifts no bar', () => {
    const c = against('s3');
    c.must(
      filed(market, 's1', '2024-03-06'),
      { ...bureau.conclude('2024-03-07'), proceeding: 'p1' },
      { ...bureau.notify('2024-03-08'), proceeding: 'p1' },
      { ...bureau.courtFined('2024-03-09', 's3'), proceeding: 'p1' },
      by(
        BUREAU,
        '2024-03-10',
        'revise-subject',
        { subjects: ['s3'], attributes: { kind: 'network', members: ['s2'] } },
        { with: ['reason'] },
      ),
    );
    expect(c.state.subjects['s3']?.members).toEqual(['s2']);
    expect(fineOf(c, 's1')).toBe('CRIMINAL_FINE_IMPOSED');
  });

  it('two members are each dealt with by themselves', () => {
    const c = against('s1');
    expect(c.answer(filed(bureau, 's2', '2024-03-06'))).toBe('ok');
  });

  it('stay in one case where a rule of the one looks at the other', () => {
    const c = against('s1');
    c.must(filed(market, 's3', '2024-03-06'));
    c.elsewhere({ splitInto: NEW_CASE });
    expect(c.answer(reasoned(OFFICE, '2024-03-07', 'split-case', { proceedings: ['p2'] }))).toBe(
      'SPLIT_NOT_POSSIBLE',
    );
  });
});
