// The victim sues by itself where police or procuratorate do not pursue (XS 180, 210(3) to 212; JG2019 384): what ends by it, what begins,
// and what it keeps away meanwhile.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { CaseDriver } from '../../support/case-driver.ts';
import { by, COURT, notProsecuted, openCase, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, POLICE, PROCURATORATE, steps } from '../../support/transfer-story.ts';

const stateOf = (c: CaseDriver) => c.proceeding('criminal-process').state;
const until = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);
const marksOf = (c: CaseDriver) => {
  const p = c.proceeding('criminal-process');
  return law.procedure(p.procedure, p.version)?.states[p.state]?.marks ?? [];
};
const sued = (who: string, day: string, suedAgainst = 'non-prosecution', body = {}) =>
  by(
    who,
    day,
    'note-direct-suit',
    { fields: { suedAgainst }, ...body },
    { paper: 'suit-acceptance-notice', procedure: 'criminal-process' },
  );
const judged = (day: string, command: string, fields = {}) =>
  by(COURT, day, command, { fields }, { paper: 'judgment' });

describe('不起诉后被害人直接起诉', () => {
  const afterwards = (): CaseDriver => {
    const c = notProsecuted();
    c.must(
      by(POLICE, '2024-03-28', 'ask-to-reconsider-non-prosecution', {}, { paper: 'reconsideration-opinion' }),
      sued(COURT, '2024-04-10'),
    );
    return c;
  };

  it('puts the case before the court, ends what looked at the non-prosecution, and is told to police and sender (JG2019 384)', () => {
    const c = afterwards();
    expect([stateOf(c), marksOf(c)]).toEqual(['directly-sued', ['criminal-open', 'prosecution-in-question']]);
    expect(c.clock('pro-reconsider-non-prosecution')?.outcome).toBe('moot');
    const copies = c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));
    expect(copies).toEqual([PROCURATORATE, POLICE, BUREAU]);
  });

  it('is judged within six months, and the file goes to the court at once (XS 180, 212(2))', () => {
    const c = afterwards();
    expect([c.clock('pro-direct-suit')?.obliged, until(c, 'pro-direct-suit')]).toEqual([COURT, '2024-10-11']);
    expect(c.clock('pro-suit-materials')).toMatchObject({ obliged: PROCURATORATE, status: 'running' });
    c.must(by(PROCURATORATE, '2024-04-11', 'hand-suit-materials'), judged('2024-07-01', 'judge-with-fine'));
    expect([stateOf(c), c.clock('pro-suit-materials')?.outcome, c.clock('pro-direct-suit')?.outcome]).toEqual(
      ['judged', 'met', 'met'],
    );
  });

  it('withdrawn or dismissed lets the non-prosecution stand, whose penalty is reviewed as before', () => {
    const c = afterwards();
    c.must(reasoned(COURT, '2024-05-10', 'end-direct-suit'));
    expect([stateOf(c), marksOf(c), c.clock('pro-direct-suit')?.outcome]).toEqual([
      'direct-suit-over',
      ['ended-without-criminal-fine'],
      'moot',
    ]);
    c.must(by(PROCURATORATE, '2024-05-13', 'refer-for-penalty-review'));
    expect(c.proceeding('reverse-referral').state).toBe('penalty-review');
  });

  it('keeps every fine of an organ waiting, and bars it where the court imposed one (O310 11, CF 35(2))', () => {
    const fine = (day: string) =>
      by(
        BUREAU,
        day,
        'penalise-on-the-spot',
        { team: ['o-1', 'o-2'] },
        { paper: 'penalty-decision', procedure: 'insurance-penalty' },
      );
    const c = afterwards();
    expect(c.answer(fine('2024-04-12'))).toBe('CRIMINAL_SIDE_OPEN');
    c.must(
      judged('2024-07-01', 'judge-with-fine'),
      by(COURT, '2024-07-02', 'serve-judgment', { fields: { servedOn: '2024-07-02' } }),
      by(COURT, '2024-07-15', 'confirm-effect'),
    );
    expect(c.answer(fine('2024-07-16'))).toBe('CRIMINAL_FINE_IMPOSED');
    const over = afterwards();
    over.must(reasoned(COURT, '2024-05-10', 'end-direct-suit'));
    expect(over.answer(fine('2024-05-13'))).toBe('ok');
  });

  it('is noted by the procuratorate, whom the court tells, where no court is here to say so', () => {
    const c = notProsecuted();
    c.must(sued(PROCURATORATE, '2024-04-10'));
    expect([stateOf(c), until(c, 'pro-direct-suit')]).toEqual(['directly-sued', '2024-10-11']);
  });
});

describe('不予立案后被害人直接起诉', () => {
  it('is told by the court where nothing of it was on the bus before', () => {
    const c = openCase();
    c.must(sued(COURT, '2024-04-10', 'non-filing'));
    expect(c.proceeding('criminal-process').roles).toMatchObject({
      court: [COURT],
      procuratorate: [PROCURATORATE],
    });
  });

  /** Transferred, not filed, and back with the bureau. */
  const backAgain = (): CaseDriver => {
    const c = openCase();
    c.must(
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
      steps.sign('2024-03-05T11:00:00+08:00'),
      steps.review('2024-03-05T14:00:00+08:00'),
      reasoned(POLICE, '2024-03-06', 'refuse-filing', {}, { paper: 'non-filing-notice' }),
      by(BUREAU, '2024-03-07', 'accept-non-filing'),
    );
    return c;
  };
  it('opens a process, and no file of a non-prosecution is owed (XS 210(3))', () => {
    const c = backAgain();
    c.must(sued(PROCURATORATE, '2024-04-10', 'non-filing', { parent: 'p1' }));
    expect([stateOf(c), c.clock('pro-suit-materials'), until(c, 'pro-direct-suit')]).toEqual([
      'directly-sued',
      undefined,
      '2024-10-11',
    ]);
    expect(c.tell(by(PROCURATORATE, '2024-04-11', 'hand-suit-materials'))).toMatchObject({
      details: ['sued-after-non-prosecution'],
    });
    expect(marksOf(c)).toEqual(['criminal-open', 'prosecution-in-question']);
  });
});
