// With the hand-over to the police the case of the bureau ends by a decision (N4 47(2)): it may come late, and what comes back is filed
// afresh and fined in that.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, steps } from '../../support/transfer-story.ts';

const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const inP = <T extends object>(proceeding: string, told: T): T => ({ ...told, proceeding });
/** Filed on 4 March 2024 and told of the penalty, then found to be a crime: handed over on 3 April, not filed by the police on the 5th. */
const handedOverAndRefused = (): CaseDriver => {
  const c = bureau.notified();
  c.must(
    by(BUREAU, '2024-04-02T15:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
    inP('p2', steps.report('2024-04-02T16:00:00+08:00')),
    inP('p2', steps.approve('2024-04-03T09:00:00+08:00')),
    inP('p2', steps.handOver('2024-04-03T10:00:00+08:00')),
    inP('p2', steps.sign('2024-04-03T11:00:00+08:00')),
    inP('p2', steps.review('2024-04-03T12:00:00+08:00')),
    inP('p2', steps.refuse('2024-04-05T10:00:00+08:00')),
  );
  return c;
};
const accepted = inP('p2', by(BUREAU, '2024-04-06T10:00:00+08:00', 'accept-non-filing'));
const cameBack = (): CaseDriver => {
  const c = handedOverAndRefused();
  c.must(accepted);
  return c;
};
const fine = (day: string) => {
  const told = bureau.fine(day);
  const body = { ...told.body, fields: { penaltyMatters: ['institution-fraud'] } };
  return { ...inP('p1', told), body, with: ['fields/fineFen'] };
};

describe('移送公安机关后退回的案件', () => {
  it('is not fined in the case that was to end with the hand-over; that is ended late, and the matter filed afresh', () => {
    const c = cameBack();
    c.onRecord();
    expect(c.tell(fine('2024-04-12'))).toMatchObject({ code: 'ENDED_BY_HAND_OVER' });
    c.must(
      by(BUREAU, '2024-04-12', 'terminate-on-hand-over', {}, { proceeding: 'p1' }),
      // Taken up as a lead when it came back.
      inP(
        'p3',
        by(BUREAU, '2024-04-15', 'file-penalty', { team: ['o-1', 'o-2'] }, { paper: 'case-filing-form' }),
      ),
    );
    // That one was not handed over.
    expect(
      c.tell(by(BUREAU, '2024-04-16', 'terminate-on-hand-over', {}, { proceeding: 'p3' })),
    ).toMatchObject({ details: ['handed-to-criminal-side'] });
  });

  it.each([
    ['decide-no-penalty', 'no-penalty-decision', { noPenaltyGround: 'not-established' }],
    [
      'decide-without-fine',
      'penalty-decision',
      { penaltyMatters: ['institution-fraud'], penaltyKinds: ['services-stopped'], servicesStoppedMonths: 6 },
    ],
  ])('nor is %s decided in it (N4 43): the hand-over was its decision', (command, paper, fields) => {
    const c = cameBack();
    c.onRecord();
    const told = reasoned(BUREAU, '2024-04-12', command, { fields }, { paper });
    expect(c.tell(inP('p1', told))).toMatchObject({ code: 'ENDED_BY_HAND_OVER' });
  });

  it('what comes back is a lead of fifteen working days (N4 14), whether or not the bureau has said that its case ended', () => {
    const c = cameBack();
    expect(c.state.proceedings['p3']).toMatchObject({ procedure: 'insurance-penalty', state: 'verifying' });
    expect(c.clock('clue-verify')).toMatchObject({ proceeding: 'p3', status: 'running' });
    expect(c.state.proceedings['p1']?.state).toBe('notified');
  });

  it('nothing is taken up a second time that was filed afresh since the hand-over', () => {
    const c = handedOverAndRefused();
    c.must(
      by(BUREAU, '2024-04-05T12:00:00+08:00', 'terminate-on-hand-over', {}, { proceeding: 'p1' }),
      by(
        BUREAU,
        '2024-04-05T13:00:00+08:00',
        'file-penalty',
        { team: ['o-1', 'o-2'], subjects: ['s1'] },
        { procedure: 'insurance-penalty', paper: 'case-filing-form' },
      ),
      accepted,
    );
    expect(Object.keys(c.state.proceedings)).toEqual(['p1', 'p2', 'p3']);
  });

  it('a penalty that was decided before it went to the police (O310 11(2)) is decided anew as ordered', () => {
    const c = bureau.served();
    c.must(
      by(BUREAU, '2024-04-10T09:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
      inP('p2', steps.report('2024-04-10T10:00:00+08:00')),
      inP('p2', steps.approve('2024-04-10T11:00:00+08:00')),
      inP('p2', steps.handOver('2024-04-10T12:00:00+08:00')),
      inP(
        'p1',
        by(
          BUREAU,
          '2024-05-08',
          'note-order-to-redo',
          { fields: { redoBy: '2024-07-08' } },
          { paper: 'remedy-decision' },
        ),
      ),
      inP('p1', by(BUREAU, '2024-05-09', 'decide-anew')),
    );
    c.onRecord();
    const none = { fields: { noPenaltyGround: 'not-established' } };
    const told = reasoned(BUREAU, '2024-05-10', 'decide-no-penalty', none, { paper: 'no-penalty-decision' });
    expect(c.answer(inP('p1', told))).toBe('ok');
  });

  it('before N4 took effect on 15 July 2021 it was fined in that', () => {
    const c = bureau.begun();
    c.onRecord();
    expect(c.answer(fine('2021-07-14'))).not.toBe('ENDED_BY_HAND_OVER');
  });

  it('stays fined where a rehearsal plays what was published, which may not say that it ended', () => {
    expect(cameBack().answer(fine('2024-04-12'))).toBe('ok');
  });

  const misdirected = (...first: Told[]): CaseDriver => {
    const c = bureau.notified();
    c.must(
      ...first,
      by(BUREAU, '2024-04-02T15:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
      inP('p2', steps.report('2024-04-02T16:00:00+08:00')),
      inP('p2', steps.approve('2024-04-03T09:00:00+08:00')),
      inP('p2', steps.handOver('2024-04-03T10:00:00+08:00')),
      inP('p2', by(BUREAU, '2024-04-03T11:00:00+08:00', 'take-back-transfer')),
    );
    return c;
  };

  it('is decided within its ninety days by the hand-over (N4 43(5), 45): they do not run on while the police have it', () => {
    const c = cameBack();
    expect(c.clock('pen-decision')?.outcome).toBe('met');
    expect(Object.keys(c.state.clocks).filter((clock) => clock.includes('pen-decision'))).toHaveLength(1);
  });

  it('is owed a decision by the same day where the hand-over was misdirected and taken back', () => {
    // Ninety days from 4 March 2024 end with Sunday 2 June.
    const clock = misdirected().clock('pen-decision');
    expect([clock?.status, clock?.times.latestDueAt]).toEqual(['running', '2024-06-04T00:00:00+08:00']);
  });

  it('with the days that were granted before (N4 45(2))', () => {
    const longer = by(
      BUREAU,
      '2024-04-02T14:00:00+08:00',
      'extend-decision',
      { extension: 'decision-extension', approver: 'head', reasonCode: 'complex' },
      { with: ['reason'] },
    );
    expect(misdirected(longer).clock('pen-decision')?.times.latestDueAt).toBe('2024-07-03T00:00:00+08:00');
  });

  it('goes on where the hand-over was misdirected and taken back', () => {
    const c = misdirected();
    c.onRecord();
    expect(c.answer(fine('2024-04-12'))).not.toBe('ENDED_BY_HAND_OVER');
  });
});
