// What a command moves beside its own proceeding, where neither names the other: the only one that can be meant, whatever is under way
// about others.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const JUSTICE = '653023/justice';
const { file, conclude, notify, fine, serve } = penaltyStory(BUREAU, 'insurance-penalty');
const story = penaltyStory(BUREAU, 'insurance-penalty');

const OTHER = { proceeding: 'p2' };
const P1 = { proceeding: 'p1' };

/** Two parties fined side by side; and of each that is named a reconsideration that undid its fine. */
const both = (...undone: readonly string[]): CaseDriver => {
  const c = story.begun();
  const filed = file();
  c.must({ ...filed, body: { ...filed.body, newSubjects: [{ subject: 's2', kind: 'institution' }] } });
  const each = (told: Told): Told[] => [
    { ...told, ...P1 },
    { ...told, ...OTHER },
  ];
  c.must(
    ...each(conclude('2024-04-01')),
    ...each(notify('2024-04-02')),
    ...each(fine('2024-04-08')),
    ...each(serve('2024-04-09')),
    ...each(
      by(BUREAU, '2024-05-06T09:00:00+08:00', 'note-remedy', { fields: { remedySought: 'reconsideration' } }),
    ),
  );
  for (const subject of undone) {
    const accept = by(
      JUSTICE,
      '2024-05-06',
      'accept-reconsideration',
      { to: [BUREAU], subjects: [subject] },
      { procedure: 'penalty-remedy', paper: 'remedy-acceptance-notice' },
    );
    c.must(accept);
    const { proceeding } = c.proceeding('penalty-remedy');
    c.must({
      ...reasoned(JUSTICE, '2024-06-03', 'undo-penalty', {}, { paper: 'reconsideration-outcome' }),
      proceeding,
    });
  }
  return c;
};
const carryOut = (proceeding: string): Told => ({
  ...by(BUREAU, '2024-06-04', 'carry-out-annulment', { papers: papers('remedy-decision') }),
  proceeding,
});
const standing = (c: CaseDriver) => Object.values(c.state.proceedings).map(({ state }) => state);

describe('what neither names the other', () => {
  it('an annulment is carried out in the penalty of that party, though another was penalised in the case too', () => {
    const c = both('s1');
    c.must(carryOut('p3'));
    expect(standing(c)).toEqual(['annulled', 'fine-due', 'carried-out']);
  });

  it('each annulment is carried out in its own penalty, where both were undone', () => {
    const c = both('s1', 's2');
    c.must(carryOut('p4'));
    expect(standing(c)).toEqual(['fine-due', 'annulled', 'undone', 'carried-out']);
  });
});
