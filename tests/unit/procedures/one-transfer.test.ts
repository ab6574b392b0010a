// One matter, one transfer to the police at a time (O310 5) and one filing (O310 8).
import { describe, expect, it } from 'vitest';
import { possibleOpenings } from '../../../case/possible-beside.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY, NEIGHBOUR } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, notFiled, POLICE, papers, steps } from '../../support/transfer-story.ts';
import { NEW_CASE } from '../../support/two-cases.ts';

const of = (proceeding: string, told: Told): Told => ({ ...told, proceeding });
const standing = (c: CaseDriver) => Object.values(c.state.proceedings).map(({ state }) => state);
const fileAfterReconsideration = (day: string): Told =>
  by(POLICE, day, 'file-after-reconsideration', {
    papers: papers('reconsideration-decision', 'filing-notice'),
  });

/** Not filed on Wednesday 6 March 2024, and sent anew on Monday 11 March. */
const sentAnew = (): CaseDriver => {
  const c = notFiled();
  c.must(
    steps.suspect('2024-03-11T09:00:00+08:00'),
    of('p2', steps.report('2024-03-11T10:00:00+08:00')),
    of('p2', steps.approve('2024-03-11T11:00:00+08:00')),
    of('p2', steps.handOver('2024-03-11T14:00:00+08:00')),
    of('p2', steps.sign('2024-03-11T15:00:00+08:00')),
    of('p2', steps.review('2024-03-11T16:00:00+08:00')),
  );
  return c;
};

describe('同一案件重新移送', () => {
  it('is filed upon the one or the other, never upon both', () => {
    const c = sentAnew();
    c.must(of('p2', steps.file('2024-03-12T09:00:00+08:00')));
    const before = c.state;
    expect(c.tell(of('p1', steps.file('2024-03-12T10:00:00+08:00')))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['not-filed-elsewhere'],
    });
    expect(c.state).toBe(before);
    const first = sentAnew();
    first.must(of('p1', steps.file('2024-03-12T09:00:00+08:00')));
    expect(first.tell(of('p2', steps.file('2024-03-12T10:00:00+08:00')))).toMatchObject({
      details: ['not-filed-elsewhere'],
    });
    // What is not filed there may still be declined, or sent back.
    first.must(of('p2', steps.refuse('2024-03-12T10:00:00+08:00')));
  });

  it('nor on reconsideration of the first', () => {
    const c = notFiled();
    c.must(
      steps.suspect('2024-03-07T09:00:00+08:00'),
      of('p1', steps.reconsider('2024-03-08T09:00:00+08:00')),
      of('p2', steps.report('2024-03-08T10:00:00+08:00')),
      of('p2', steps.approve('2024-03-08T11:00:00+08:00')),
      of('p2', steps.handOver('2024-03-08T14:00:00+08:00')),
      of('p2', steps.sign('2024-03-08T15:00:00+08:00')),
      of('p2', steps.review('2024-03-08T16:00:00+08:00')),
      of('p2', steps.file('2024-03-11T09:00:00+08:00')),
    );
    expect(c.tell(of('p1', fileAfterReconsideration('2024-03-11')))).toMatchObject({
      details: ['not-filed-elsewhere'],
    });
    expect(
      Object.values(c.state.clocks).filter(({ limit }) => limit === 'fwd-property-handover'),
    ).toHaveLength(1);
  });

  it('may be filed upon the other once the first filing was withdrawn', () => {
    const c = sentAnew();
    c.must(
      of('p2', steps.file('2024-03-12T09:00:00+08:00')),
      of('p2', by(POLICE, '2024-04-12', 'withdraw-case', { reasonCode: 'no-crime' }, { with: ['reason'] })),
      of('p1', steps.file('2024-04-15T09:00:00+08:00')),
    );
    expect(standing(c)).toEqual(['filed', 'withdrawn']);
  });
});

const person = (subject: string) => ({ newSubjects: [{ subject, kind: 'person' as const }] });
const suspect = (at: string, body: Told['body']): Told => {
  const told = steps.suspect(at);
  return { ...told, body: { ...told.body, ...body } };
};
const handedOver = (proceeding: string, day: string): Told[] => [
  of(proceeding, steps.report(`${day}T10:00:00+08:00`)),
  of(proceeding, steps.approve(`${day}T11:00:00+08:00`)),
  of(proceeding, steps.handOver(`${day}T12:00:00+08:00`)),
  of(proceeding, steps.sign(`${day}T13:00:00+08:00`)),
  of(proceeding, steps.review(`${day}T14:00:00+08:00`)),
];
const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const withAll = () => caseDriver(registerWith([...COUNTY, ...NEIGHBOUR, ...ABOVE]));
const terminate: Told = by(BUREAU, '2024-04-10', 'terminate-on-hand-over', {}, { proceeding: 'p1' });

describe('另一当事人', () => {
  it('is transferred by the same organ or another while the transfer of the first is filed', () => {
    const c = withAll();
    c.must(
      suspect('2024-03-04T09:00:00+08:00', person('s1')),
      ...handedOver('p1', '2024-03-05'),
      of('p1', steps.file('2024-03-06T10:00:00+08:00')),
    );
    c.onRecord();
    expect(c.tell(suspect('2024-06-03T09:00:00+08:00', { subjects: ['s1'] }))).toMatchObject({
      details: ['no-transfer-open'],
    });
    // Whom it is about is not said: it may be the same.
    expect(c.answer(steps.suspect('2024-06-03T09:00:00+08:00'))).toBe('GUARD_REFUSED');
    const offered = possibleOpenings(c.state, c.contextAt('2024-06-03T09:00:00+08:00'), {
      department: BUREAU,
      officer: 'o-1',
      ranks: ['officer'],
    }).find(({ command }) => command === 'suspect-crime');
    expect(offered?.needs).toEqual(['subjects']);
    c.must(
      suspect('2024-06-03T09:00:00+08:00', person('s2')),
      ...handedOver('p2', '2024-06-04'),
      of('p2', steps.file('2024-06-05T10:00:00+08:00')),
    );
    expect(standing(c)).toEqual(['filed', 'filed']);
  });

  const fining = (about: 's1' | 's2'): CaseDriver => {
    const c = withAll();
    c.must(
      bureau.file(),
      bureau.conclude('2024-04-01'),
      bureau.notify('2024-04-02'),
      suspect('2024-04-03T09:00:00+08:00', about === 's1' ? { subjects: ['s1'] } : person('s2')),
      ...handedOver('p2', '2024-04-03'),
    );
    return c;
  };

  it('is fined while somebody else is with the police, and may be split off', () => {
    expect(fining('s2').answer(of('p1', bureau.fine('2024-04-10')))).toBe('ok');
    expect(fining('s1').answer(of('p1', bureau.fine('2024-04-10')))).toBe('CRIMINAL_SIDE_OPEN');
    const c = fining('s2');
    c.elsewhere({ splitInto: NEW_CASE });
    const split: Told = {
      as: `${BUREAU}/head`,
      at: '2024-04-04T10:00:00+08:00',
      command: 'split-case',
      body: { proceedings: ['p1'] },
      with: ['reason'],
    };
    expect(c.answer(split)).toBe('ok');
    const same = fining('s1');
    same.elsewhere({ splitInto: NEW_CASE });
    expect(same.answer(split)).toBe('SPLIT_NOT_POSSIBLE');
  });

  it('has its case not terminated by the hand-over of somebody else (N4 47(2))', () => {
    expect(fining('s2').tell(terminate)).toMatchObject({ details: ['handed-to-criminal-side'] });
    expect(fining('s1').answer(terminate)).toBe('ok');
  });

  it('what is found in a penalty case concerns the party of that', () => {
    const c = withAll();
    c.must(bureau.file(), by(BUREAU, '2024-04-03T09:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }));
    expect(c.proceeding('criminal-transfer').concerns).toEqual(['s1']);
    expect(c.tell(suspect('2024-04-03T10:00:00+08:00', { subjects: ['s1'] }))).toMatchObject({
      details: ['no-transfer-open'],
    });
    c.must(suspect('2024-04-03T10:00:00+08:00', person('s2')));
  });

  it('who is not prosecuted may be fined while others of the same transfer are tried', () => {
    const c = withAll();
    c.must(
      bureau.file(),
      bureau.conclude('2024-04-01'),
      bureau.notify('2024-04-02'),
      suspect('2024-04-03T09:00:00+08:00', { ...person('s2'), subjects: ['s1', 's2'] }),
      ...handedOver('p2', '2024-04-03'),
      of('p2', steps.file('2024-04-04T10:00:00+08:00')),
      by(
        POLICE,
        '2024-04-05',
        'report-investigation',
        { subjects: ['s1', 's2'], parent: 'p2' },
        { procedure: 'criminal-process' },
      ),
    );
    const fine = of('p1', bureau.fine('2024-04-22'));
    expect(c.answer(fine)).toBe('CRIMINAL_SIDE_OPEN');
    c.must(
      by(
        POLICE,
        '2024-04-10',
        'end-investigation',
        { reasonCode: 'no-crime' },
        { proceeding: 'p3', with: ['reason'] },
      ),
    );
    expect(c.answer(fine)).toBe('ok');
  });
});
