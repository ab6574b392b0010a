// Whom a case is about: named once each, and no more than one case can carry.
import { expect, it } from 'vitest';
import { MOST_SUBJECTS } from '../../../case/steps/name-subjects.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { BUREAU, countyRegister, delivered } from '../../support/transfer-story.ts';

const naming = (first: number, count: number): Told => ({
  as: `${BUREAU}/o-1`,
  command: 'record-fact',
  at: '2024-03-05T12:00:00+08:00',
  body: {
    fact: 'persons-found',
    newSubjects: Array.from({ length: count }, (_, n) => ({ subject: `s${first + n}` })),
  },
});

/** A case that says of as many persons as it may. */
const full = (): CaseDriver => {
  const c = caseDriver(countyRegister());
  c.must({ ...naming(1, 0), command: 'send-clue', body: { to: [CLUE_TO], fields: { topic: 'fraud' } } });
  for (let first = 1; first < MOST_SUBJECTS; first += 200) c.must(naming(first, 200));
  return c;
};
const CLUE_TO = '653023/health';

it('a case names a thousand and no more, and stays as it was', () => {
  const c = full();
  expect(Object.keys(c.state.subjects)).toHaveLength(MOST_SUBJECTS);
  expect(c.tell(naming(MOST_SUBJECTS + 1, 1))).toMatchObject({
    code: 'SUBJECTS_TOO_MANY',
    details: ['1000'],
  });
  expect(c.answer({ ...naming(1, 0), body: { fact: 'found', subjects: ['s7'] } })).toBe('ok');
});

it('whoever was named already is not named again', () => {
  const c = delivered();
  c.must(naming(101, 1));
  expect(c.answer(naming(101, 1))).toBe('FIELD_REFUSED');
});
