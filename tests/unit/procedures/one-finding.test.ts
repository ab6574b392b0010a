// The fraud of a party is found once: who finds it graver raises the grade of what was found, and nobody is asked or told twice.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const gravity = (day: string, findingGrade: string): Told =>
  by(BUREAU, day, 'find-gravity', { fields: { findingGrade, measuresAgainst: ['institution'] } });
const alone = (day: string, command: string): Told =>
  by(
    BUREAU,
    day,
    command,
    { subjects: ['s1'] },
    { procedure: 'verified-finding', paper: 'verified-finding' },
  );
const found = (grade: string): CaseDriver => {
  const c = bureau.served();
  c.must(gravity('2024-04-10', grade));
  return c;
};
const kindsOf = (c: CaseDriver): string[] =>
  Object.values(c.state.proceedings).map(({ procedure }) => procedure);
const close = by(BUREAU, '2024-05-06', 'close-finding');

describe('同一处罚的情节认定', () => {
  it.each([
    ['serious', 'serious'],
    ['serious', 'especially-serious'],
    ['especially-serious', 'serious'],
    ['especially-serious', 'especially-serious'],
  ])('%s, is not found %s beside, and leads on to raising the grade', (first, second) => {
    const c = found(first);
    const before = kindsOf(c);
    const refused = c.tell(gravity('2024-04-11', second));
    expect(refused).toMatchObject({ code: 'FOUND_ALREADY' });
    expect(JSON.stringify(refused)).toContain('raise-grade');
    expect(kindsOf(c)).toEqual(before);
  });

  it('is raised instead, and the owners are asked then', () => {
    const c = found('serious');
    c.must(reasoned(BUREAU, '2024-04-11', 'raise-grade', { fields: { measuresAgainst: ['institution'] } }));
    expect(kindsOf(c)).toEqual(['insurance-penalty', 'verified-finding', 'practice-licence']);
  });

  it('closed, is found so no second time; what is graver may be', () => {
    const serious = found('serious');
    serious.must(close);
    expect(serious.answer(gravity('2024-05-07', 'serious'))).toBe('FOUND_ALREADY');
    expect(serious.answer(gravity('2024-05-07', 'especially-serious'))).toBe('ok');
    const gravest = found('especially-serious');
    gravest.must({ ...close, procedure: 'verified-finding', proceeding: 'p2' });
    expect(gravest.answer(gravity('2024-05-07', 'especially-serious'))).toBe('FOUND_ALREADY');
  });

  it('withdrawn, may be found anew, as may that of a penalty that was decided anew', () => {
    const c = found('serious');
    c.must(reasoned(BUREAU, '2024-04-11', 'withdraw-finding'));
    expect(c.answer(gravity('2024-04-12', 'especially-serious'))).toBe('ok');
    const again = found('serious');
    again.must(
      by(BUREAU, '2024-05-13', 'note-order-to-redo', {
        papers: papers('remedy-decision'),
        fields: { redoBy: '2024-07-12' },
      }),
      by(BUREAU, '2024-05-14', 'decide-anew'),
      bureau.notify('2024-05-15'),
      bureau.fine('2024-06-03'),
      bureau.serve('2024-06-04'),
    );
    expect(again.answer(gravity('2024-06-05', 'serious'))).toBe('ok');
  });
});

describe('另行提出的查实认定', () => {
  it('goes on in what is found of the party already, until that is closed or withdrawn', () => {
    const c = found('serious');
    expect(c.tell(alone('2024-04-11', 'find-serious'))).toMatchObject({ code: 'FOUND_ALREADY' });
    expect(c.answer(alone('2024-04-11', 'find-especially-serious'))).toBe('FOUND_ALREADY');
    c.must(close);
    expect(c.answer(alone('2024-05-07', 'find-serious'))).toBe('ok');
  });
});
