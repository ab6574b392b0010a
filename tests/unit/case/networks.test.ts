// A network (团伙) as a subject of a case: who its members are is known to everybody of the case, and each is dealt with by himself.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { subjectText } from '../../../services/words/subjects.ts';
import { type CaseDriver, caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

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
