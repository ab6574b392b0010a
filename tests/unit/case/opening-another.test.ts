// One case, several proceedings of one kind: a person named for the first time gets one of their own, and whoever names the
// procedure opens another where none that is open takes the command.
import { describe, expect, it } from 'vitest';
import type { Told } from '../../support/case-driver.ts';
import { AGENCY, BUREAU, begun, by, papers } from '../../support/measure-story.ts';

const found = (subject: string): Told => ({
  ...by(AGENCY, '2025-03-04', 'establish-responsibility', {
    body: { fields: { decisionReceivedOn: '2025-03-04' }, newSubjects: [{ subject, kind: 'person' }] },
  }),
  procedure: 'payment-eligibility',
});
const team = { team: ['o-1', 'o-2'], papers: papers('case-filing-form') };
const about = (subject: string): Partial<Told> => ({
  body: { ...team, newSubjects: [{ subject, kind: 'person' }] },
});
const filed: Told = {
  ...by(BUREAU, '2025-03-04', 'file-penalty', about('s1')),
  procedure: 'insurance-penalty',
};
const filedAgain = (more: Partial<Told>): Told => ({
  ...by(BUREAU, '2025-03-05', 'file-penalty', about('s2')),
  ...more,
});

describe('a person named for the first time', () => {
  it('gets a proceeding of their own while that of another is under way', () => {
    const c = begun(found('s1'), found('s2'));
    expect(Object.values(c.state.proceedings).map(({ subject, state }) => [subject, state])).toEqual([
      ['s1', 'found'],
      ['s2', 'found'],
    ]);
  });
});

describe('a command that opens and is offered in states as well', () => {
  it('opens another where the procedure is named and nothing open takes it', () => {
    const c = begun(filed, filedAgain({ procedure: 'insurance-penalty' }));
    expect(Object.values(c.state.proceedings).map(({ state }) => state)).toEqual([
      'investigating',
      'investigating',
    ]);
  });

  it('is refused where no procedure is named, or the proceeding is', () => {
    const c = begun(filed);
    const again = filedAgain({ body: { ...team, subjects: ['s1'] } });
    expect(c.answer(again)).toBe('NOT_ALLOWED_IN_STATE');
    expect(c.answer({ ...again, procedure: 'insurance-penalty', proceeding: 'p1' })).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(Object.keys(c.state.proceedings)).toEqual(['p1']);
  });

  it('moves what is open and takes it, though the procedure is named', () => {
    const lead: Told = { ...by(BUREAU, '2025-03-03', 'verify-lead'), procedure: 'insurance-penalty' };
    const c = begun(lead, filed);
    expect(Object.values(c.state.proceedings).map(({ state }) => state)).toEqual(['investigating']);
  });
});
