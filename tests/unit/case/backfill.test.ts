// Whoever is handed a case gets its history: the proceeding's earlier entries, oldest first, each once, with the values that the
// procedure passes on and no others.
import { describe, expect, it } from 'vitest';
import { type PassedOn, UNSEEN, type View, viewAfter, viewAtSplit } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { law, lawOf } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { ProcedureCommand } from '../../../schemas/procedure.ts';
import { closedInquiry } from '../../fixtures/procedures/closed-inquiry.ts';
import { handedFile } from '../../fixtures/procedures/handed-file.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { fileSteps, INQUIRER, lawOfFiles } from '../../support/file-story.ts';
import { lawWith } from '../../support/law-with.ts';
import { measureRegister, papers } from '../../support/measure-story.ts';
import { passingLaw } from '../../support/passing-law.ts';
import { BUREAU, countyRegister, POLICE, steps } from '../../support/transfer-story.ts';
import { splitOff } from '../../support/two-cases.ts';

const HEALTH = '653023/health';
const register = countyRegister();
const file = () => caseDriver(register, undefined, lawOfFiles);

/** What a department is shown because of each entry of a case, that of the case it was split off going before. */
const shownTo = (
  { entries }: CaseDriver,
  department: string,
  under = lawOfFiles,
  begun = UNSEEN,
): Omit<PassedOn, 'to'>[][] => {
  let state: CaseState | null = null;
  let view = begun;
  return entries.map((entry) => {
    state = applyEntry(state, entry);
    const after = viewAfter(view, state, entry as Entry & { command: CaseCommand }, register, under);
    view = after.view;
    return after.passedOn.flatMap(({ to, ...one }) => (to === department ? [one] : []));
  });
};
/** All that departments were shown of a case, as what is split off it begins with it. */
const viewOf = ({ entries, state }: CaseDriver, into: string, law = lawOfFiles): View => {
  let at: CaseState | null = null;
  let view = UNSEEN;
  for (const entry of entries) {
    at = applyEntry(at, entry);
    ({ view } = viewAfter(view, at, entry as Entry & { command: CaseCommand }, register, law));
  }
  return viewAtSplit(view, state, into);
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
    // The fact is of no proceeding: the sender's own, and told to nobody who takes no part.
    expect(last(c)?.map(({ sequence }) => sequence)).toEqual([1, 2, 5]);
  });

  it('shows nothing where the procedure does not say what it passes on', () => {
    const { passes: _, ...handFile } = handedFile.commands['hand-file'] as ProcedureCommand;
    const silent = { ...handedFile, commands: { ...handedFile.commands, 'hand-file': handFile } };
    const c = caseDriver(register, undefined, lawOf(lawWith(silent, closedInquiry)));
    c.must(fileSteps.open('2024-03-04T09:00:00+08:00'), fileSteps.hand('2024-03-04T10:00:00+08:00'));
    expect(shownTo(c, POLICE).flat()).toEqual([]);
  });
});

describe('what the sender recorded of the case itself', () => {
  const AUDIT = '653023/audit';
  const at = (hour: number) => `2024-03-04T${hour}:00:00+08:00`;
  const onCase = (as: string, command: string, hour: number, body: object): Told => ({
    as: `${as}/o-1`,
    command,
    at: at(hour),
    body,
    with: ['summary'],
  });
  const link = { links: [{ case: '653023-bbbbbbbbbbbbbbbb', relation: 'same-subject' }] };
  const handed = (...before: Told[]): CaseDriver => {
    const c = file();
    c.must(fileSteps.open(at(10)), ...before, fileSteps.hand(at(20)));
    return c;
  };

  it('goes along: its facts and the cases it linked, with the values that are passed on', () => {
    const c = handed(
      onCase(BUREAU, 'record-fact', 11, { fact: 'penalty-made' }),
      onCase(BUREAU, 'link-case', 12, link),
    );
    expect(last(c)).toEqual([
      { sequence: 1, paths: ['/title'] },
      { sequence: 2, paths: [] },
      { sequence: 3, paths: [] },
    ]);
  });

  it('does not where it was told to somebody who takes no part in what is handed over', () => {
    const c = handed(onCase(BUREAU, 'record-fact', 11, { fact: 'reported', to: [INQUIRER] }));
    expect(last(c)?.map(({ sequence }) => sequence)).toEqual([1]);
  });

  it('is its own: what others recorded of the case stays with those they told', () => {
    const c = handed(
      onCase(BUREAU, 'admit-departments', 11, { to: [AUDIT] }),
      onCase(AUDIT, 'record-fact', 12, { fact: 'audit-finding', to: [BUREAU] }),
    );
    expect(last(c)?.map(({ sequence }) => sequence)).toEqual([1]);
  });
});

describe('a proceeding that continues another', () => {
  /** A clue of the health commission, upgraded by the bureau to a transfer, and handed to the police. */
  const upgraded = (): CaseDriver => {
    const c = caseDriver(register, undefined, passingLaw);
    c.must(
      {
        as: `${HEALTH}/o-1`,
        command: 'send-clue',
        at: '2024-03-04T09:00:00+08:00',
        body: { to: [BUREAU], fields: { topic: 'fraud' }, newSubjects: [{ subject: 's1' }] },
        with: ['title', 'subjects/s1', 'source'],
      },
      { as: `${BUREAU}/o-1`, command: 'acknowledge', at: '2024-03-04T10:00:00+08:00' },
      { as: `${BUREAU}/o-1`, command: 'accept-clue', at: '2024-03-04T11:00:00+08:00' },
      {
        as: `${BUREAU}/o-1`,
        command: 'upgrade-to-transfer',
        at: '2024-03-04T12:00:00+08:00',
        body: { team: ['o-1', 'o-2'] },
        with: ['offence'],
      },
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      { ...steps.handOver('2024-03-05T10:00:00+08:00'), with: ['reason'] },
    );
    return c;
  };

  it('takes its file along: title and subjects were entered with the clue it began as', () => {
    expect(shownTo(upgraded(), POLICE, passingLaw).at(-1)).toEqual([
      { sequence: 1, paths: ['/title', '/subjects/s1'] },
      { sequence: 2, paths: [] },
      { sequence: 3, paths: [] },
      { sequence: 4, paths: ['/offence'] },
      { sequence: 5, paths: [] },
      { sequence: 6, paths: [] },
    ]);
    // Who is no party of the transfer is shown nothing of it because of that.
    expect(shownTo(upgraded(), HEALTH, passingLaw).flat()).toEqual([]);
  });
});

describe('a proceeding that was split off and is handed over later', () => {
  const AUDIT_OFFICE = '653023/audit';
  const toOne = (as: string, command: string, at: string, more: Partial<Told> = {}): Told => ({
    as: `${as}/o-1`,
    command,
    at,
    ...more,
  });
  /** A clue to the bureau (p1) and to the audit office (p2); the bureau's goes on by itself, becomes a transfer, and goes to the police. */
  const splitThenHanded = (): { c: CaseDriver; other: CaseDriver } => {
    const c = caseDriver(register, undefined, passingLaw);
    c.must(
      toOne(HEALTH, 'send-clue', '2024-03-04T09:00:00+08:00', {
        body: { to: [BUREAU, AUDIT_OFFICE], fields: { topic: 'fraud' }, newSubjects: [{ subject: 's1' }] },
        with: ['title', 'subjects/s1', 'source'],
      }),
      toOne(AUDIT_OFFICE, 'acknowledge', '2024-03-04T09:30:00+08:00', { with: ['summary'] }),
      toOne(BUREAU, 'acknowledge', '2024-03-04T10:00:00+08:00'),
      toOne(BUREAU, 'accept-clue', '2024-03-04T11:00:00+08:00'),
    );
    const split: Told = {
      as: `${HEALTH}/head`,
      command: 'split-case',
      at: '2024-03-04T11:30:00+08:00',
      body: { proceedings: ['p1'] },
      with: ['reason'],
    };
    const other = splitOff(c, split, passingLaw, register);
    other.must(
      toOne(BUREAU, 'upgrade-to-transfer', '2024-03-04T12:00:00+08:00', {
        body: { team: ['o-1', 'o-2'] },
        with: ['offence'],
      }),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      { ...steps.handOver('2024-03-05T10:00:00+08:00'), with: ['reason'] },
    );
    return { c, other };
  };

  it('takes along what was entered of it in the case it left, as it would have without the split', () => {
    const { c, other } = splitThenHanded();
    const begun = viewOf(c, other.state.id, passingLaw);
    // The fifth entry let it go: the first four are the last but four to the last but one before the new case.
    expect(shownTo(other, POLICE, passingLaw, begun).at(-1)).toEqual([
      { sequence: -4, paths: ['/title', '/subjects/s1'] },
      { sequence: -2, paths: [] },
      { sequence: -1, paths: [] },
      { sequence: 0, paths: [] },
      { sequence: 1, paths: [] },
      { sequence: 2, paths: ['/offence'] },
      { sequence: 3, paths: [] },
      { sequence: 4, paths: [] },
    ]);
  });

  it('and nothing of what stayed: not what the audit office entered of the clue it has', () => {
    const { c, other } = splitThenHanded();
    const begun = viewOf(c, other.state.id, passingLaw);
    const sequences = shownTo(other, POLICE, passingLaw, begun)
      .flat()
      .map(({ sequence }) => sequence);
    expect(sequences).not.toContain(-3);
    expect(shownTo(other, AUDIT_OFFICE, passingLaw, begun).flat()).toEqual([]);
  });

  it('what is opened in the new case takes no number of what stayed in the other', () => {
    const { c, other } = splitThenHanded();
    expect(Object.keys(c.state.proceedings)).toEqual(['p1', 'p2']);
    expect(Object.keys(other.state.proceedings)).toEqual(['p1', 'p3']);
  });
});

describe('what is handed over about a party that was named elsewhere in the case', () => {
  const HEAD = `${BUREAU}/head`;
  const about = (subject: string, fact: string, hour: number): Told => ({
    as: `${BUREAU}/o-1`,
    command: 'record-fact',
    at: `2024-03-04T${hour}:00:00+08:00`,
    body: { fact, subjects: [subject] },
    with: ['summary'],
  });
  /** A penalty names two; an owner is asked for a measure about the first. */
  const asked = (): CaseDriver => {
    const c = caseDriver(measureRegister());
    c.must(
      {
        as: HEAD,
        command: 'file-penalty',
        procedure: 'insurance-penalty',
        at: '2024-03-04T09:00:00+08:00',
        body: {
          team: ['o-1', 'o-2'],
          papers: papers('case-filing-form'),
          newSubjects: [
            { subject: 's1', kind: 'institution' },
            { subject: 's2', kind: 'person' },
          ],
          subjects: ['s1'],
        },
        with: ['subjects/s1', 'subjects/s2', 'summary'],
      },
      about('s2', 'informant', 10),
      about('s1', 'warned', 11),
      {
        as: HEAD,
        command: 'request-measure',
        procedure: 'practice-licence',
        at: '2024-03-04T12:00:00+08:00',
        body: {
          to: [HEALTH],
          subjects: ['s1'],
          papers: papers('measure-request-letter'),
          fields: { requestedMeasure: ['stop-business'] },
        },
      },
    );
    return c;
  };

  it('comes with the name, and with no other of that entry', () => {
    expect(shownTo(asked(), HEALTH, law).at(-1)?.[0]).toEqual({ sequence: 1, paths: ['/subjects/s1'] });
  });

  it('comes with what the sender noted about that party, never with what it noted about another', () => {
    expect(shownTo(asked(), HEALTH, law).at(-1)).toEqual([
      { sequence: 1, paths: ['/subjects/s1'] },
      { sequence: 3, paths: ['/summary'] },
    ]);
  });
});
