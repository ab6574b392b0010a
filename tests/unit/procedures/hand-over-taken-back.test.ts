// A hand-over to the police that is taken back decided nothing: the ninety days of the bureau go on by the old day (N4 45), whatever was
// done meanwhile, with what is left out of them (N4 45(4)).
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, POLICE, steps } from '../../support/transfer-story.ts';

const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const inP = <T extends object>(proceeding: string, told: T): T => ({ ...told, proceeding });
const handedOver: readonly Told[] = [
  by(BUREAU, '2024-04-02T15:00:00+08:00', 'find-crime', { team: ['o-1', 'o-2'] }),
  inP('p2', steps.report('2024-04-02T16:00:00+08:00')),
  inP('p2', steps.approve('2024-04-03T09:00:00+08:00')),
  inP('p2', steps.handOver('2024-04-03T10:00:00+08:00')),
];
const takenBack = inP('p2', by(BUREAU, '2024-04-08T11:00:00+08:00', 'take-back-transfer'));
const inCase = (day: string, command: string): Told => inP('p1', by(BUREAU, day, command));
const ninetyDays = (c: CaseDriver) => {
  const clock = c.clock('pen-decision');
  return [clock?.status, clock?.times.latestDueAt?.slice(0, 10)];
};

describe('误送公安机关后收回的移送', () => {
  it('after a refused receipt and a second hand-over the ninety days of 4 March end by 3 June all the same', () => {
    const c = bureau.begun(
      ...handedOver,
      inP('p2', reasoned(POLICE, '2024-04-04T09:00:00+08:00', 'refuse-receipt')),
      inP('p2', steps.handOver('2024-04-05T10:00:00+08:00')),
      takenBack,
    );
    expect(ninetyDays(c)).toEqual(['running', '2024-06-04']);
    // To hand it over is owed again too, by the first approval.
    expect(c.clock('fwd-handover', 'p2')?.status).toBe('running');
    // Handed over and taken back once more, they go on once more.
    c.must(inP('p2', steps.handOver('2024-04-09T10:00:00+08:00')));
    expect(c.clock('pen-decision')?.outcome).toBe('met');
    c.must(inP('p2', by(BUREAU, '2024-04-10T11:00:00+08:00', 'take-back-transfer')));
    expect(ninetyDays(c)).toEqual(['running', '2024-06-04']);
  });

  it('an appraisal that goes on is left out still, and ends like any other', () => {
    const c = bureau.begun(by(BUREAU, '2024-03-20', 'begin-appraisal'), ...handedOver, takenBack);
    expect(ninetyDays(c)[0]).toBe('paused');
    c.must(inCase('2024-04-20', 'end-appraisal'));
    // 20 March to 20 April, both only in part, are 32 days: 2 June becomes 4 July.
    expect(ninetyDays(c)).toEqual(['running', '2024-07-05']);
    expect(c.answer(inCase('2024-04-21', 'begin-appraisal'))).toBe('ok');
  });

  it.each([
    ['begin-expert-review', 'end-expert-review'],
    ['begin-appraisal', 'end-appraisal'],
  ])('%s before it and %s while it is with the police: those days are left out', (begin, end) => {
    const c = bureau.begun(by(BUREAU, '2024-03-20', begin), ...handedOver);
    c.must(inCase('2024-04-07', end));
    expect(c.clock('pen-decision')?.outcome).toBe('met');
    c.must(takenBack);
    // 20 March to 7 April are 19 days: 2 June becomes 21 June.
    expect(ninetyDays(c)).toEqual(['running', '2024-06-22']);
  });

  it('an appraisal begun meanwhile is left out from when it began', () => {
    const c = bureau.begun(...handedOver, inCase('2024-04-04', 'begin-appraisal'), takenBack);
    expect(ninetyDays(c)[0]).toBe('paused');
    c.must(inCase('2024-04-22', 'end-appraisal'));
    // 4 to 22 April are 19 days.
    expect(ninetyDays(c)).toEqual(['running', '2024-06-22']);
  });

  it('a hearing asked for before it is held after it', () => {
    const c = bureau.begun(
      bureau.conclude('2024-04-01'),
      bureau.notify('2024-04-02', { hearingDue: true }),
      by(BUREAU, '2024-04-02T14:00:00+08:00', 'request-hearing'),
      ...handedOver,
      takenBack,
      inP(
        'p1',
        by(BUREAU, '2024-04-08T12:00:00+08:00', 'set-hearing', { fields: { hearingDate: '2024-04-19' } }),
      ),
      inP('p1', by(BUREAU, '2024-04-09', 'serve-hearing-notice', {}, { paper: 'hearing-notice' })),
      inP('p1', by(BUREAU, '2024-04-19', 'end-hearing', { fields: { hearingOutcome: 'held' } })),
    );
    // 2 to 19 April are 18 days: 2 June becomes 20 June.
    expect(ninetyDays(c)).toEqual(['running', '2024-06-21']);
  });

  it('a case that ended meanwhile goes on no more', () => {
    const c = bureau.begun(...handedOver, inCase('2024-04-05', 'terminate-on-hand-over'), takenBack);
    expect(c.clock('pen-decision')?.outcome).toBe('met');
  });

  it('days that were over before it was taken back are over, and are prolonged by no appraisal', () => {
    const c = bureau.begun(
      ...handedOver,
      inCase('2024-06-06', 'begin-appraisal'),
      inP('p2', by(BUREAU, '2024-06-10T11:00:00+08:00', 'take-back-transfer')),
      inCase('2024-06-20', 'end-appraisal'),
    );
    expect(ninetyDays(c)).toEqual(['running', '2024-06-04']);
  });
});
