// Whoever is handed a case gets its history: the proceeding's earlier entries, oldest first, each once, with the values that the
// procedure passes on and no others.
import { describe, expect, it } from 'vitest';
import { type PassedOn, type View, viewAfter } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { type CaseDriver, caseDriver } from '../../support/case-driver.ts';
import { fileSteps, lawOfFiles } from '../../support/file-story.ts';
import { BUREAU, countyRegister, delivered, POLICE, steps } from '../../support/transfer-story.ts';

const HEALTH = '653023/health';
const register = countyRegister();
const file = () => caseDriver(register, undefined, lawOfFiles);

/** What a department is shown because of each entry. */
const shownTo = ({ entries }: CaseDriver, department: string, law = lawOfFiles): PassedOn[][] => {
  let state: CaseState | null = null;
  let view: View = [];
  return entries.map((entry) => {
    state = applyEntry(state, entry);
    const after = viewAfter(
      view,
      state,
      entry as Entry & { command: CaseCommand },
      department,
      register,
      law,
    );
    view = after.view;
    return [...after.passedOn];
  });
};
const last = (c: CaseDriver, department = POLICE) => shownTo(c, department).at(-1);

describe('a hand-over', () => {
  it('shows the receiver the earlier entries of the proceeding, with the values passed on and no others', () => {
    const c = file();
    c.must(
      fileSteps.open('2024-03-04T09:00:00+08:00'),
      fileSteps.note('2024-03-04T10:00:00+08:00'),
      fileSteps.hand('2024-03-04T11:00:00+08:00'),
    );
    expect(shownTo(c, POLICE)).toEqual([
      [],
      [],
      [
        { sequence: 1, paths: ['/title'] },
        { sequence: 2, paths: ['/subjects/s1'] },
      ],
    ]);
    expect(shownTo(c, BUREAU)).toEqual([[], [], []]);
    expect(shownTo(c, HEALTH)).toEqual([[], [], []]);
  });

  it('shows nothing that the receiver has: a second one only what came between', () => {
    const c = file();
    c.must(
      fileSteps.open('2024-03-04T09:00:00+08:00'),
      fileSteps.hand('2024-03-04T10:00:00+08:00'),
      fileSteps.giveBack('2024-03-04T11:00:00+08:00'),
      fileSteps.note('2024-03-04T12:00:00+08:00'),
      fileSteps.hand('2024-03-04T13:00:00+08:00'),
    );
    expect(last(c)).toEqual([]);
    c.must(
      fileSteps.giveBack('2024-03-04T14:00:00+08:00'),
      fileSteps.hand('2024-03-04T15:00:00+08:00', HEALTH),
    );
    expect(last(c, HEALTH)?.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    c.must(fileSteps.note('2024-03-04T16:00:00+08:00', 's2'), fileSteps.hand('2024-03-04T17:00:00+08:00'));
    expect(last(c)).toEqual([]);
  });

  it('shows no entry of another proceeding of the case', () => {
    const c = file();
    c.must(
      fileSteps.open('2024-03-04T09:00:00+08:00'),
      fileSteps.report('2024-03-04T09:10:00+08:00'),
      fileSteps.takeUp('2024-03-04T09:10:00+08:00'),
      fileSteps.interview('2024-03-04T09:20:00+08:00'),
      {
        as: `${BUREAU}/o-1`,
        command: 'record-fact',
        at: '2024-03-04T09:30:00+08:00',
        body: { fact: 'audit-finding' },
      },
      fileSteps.hand('2024-03-04T10:00:00+08:00'),
    );
    expect(last(c)?.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('shows the police of a transfer what the sender entered before they had it', () => {
    const c = caseDriver(register, undefined, lawOfFiles);
    c.must(
      {
        ...steps.suspect('2024-03-04T09:00:00+08:00'),
        with: ['title', 'summary', 'offence', 'amountFen', 'measure'],
      },
      { ...steps.report('2024-03-04T15:00:00+08:00'), with: ['papers/transfer-report-1/title'] },
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
    );
    expect(last(c)).toEqual([
      { sequence: 1, paths: ['/title', '/summary', '/offence', '/amountFen'] },
      { sequence: 2, paths: ['/papers/transfer-report-1/title'] },
      { sequence: 3, paths: [] },
    ]);
  });

  it('shows nothing where the procedure does not say what it passes on', () => {
    const c = delivered(register);
    const silent = c.entries.map((entry) => ({
      ...entry,
      events: entry.events.map((event) => {
        if (event.kind !== 'hand-off') return event;
        const { passes: _, ...bare } = event;
        return bare;
      }),
    }));
    expect(shownTo({ ...c, entries: silent }, POLICE, lawOfFiles).flat()).toEqual([]);
  });
});
