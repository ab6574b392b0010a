// How a penalty of whichever organ usually goes, told step by step. Filed on Monday 4 March 2024: ninety days end on Sunday 2 June, hence
// on Monday 3 June.
import type { OpenBody } from '../../schemas/command.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from './case-driver.ts';
import { ABOVE, COUNTY } from './clerk.ts';
import { by, reasoned } from './criminal-story.ts';

const TWO = { team: ['o-1', 'o-2'] };

/** Steps of an organ in the penalty procedure that is its own; the head acts where no officer is named. */
export const penaltyStory = (organ: string, procedure: string) => {
  const told = (day: string, command: string, body: OpenBody = {}, paper?: string): Told =>
    by(organ, day, command, body, paper ? { paper } : {});
  const steps = {
    file: (day = '2024-03-04'): Told => ({
      ...told(
        day,
        'file-penalty',
        { ...TWO, newSubjects: [{ subject: 's1', kind: 'institution' }] },
        'case-filing-form',
      ),
      procedure,
    }),
    conclude: (day: string, fields: OpenBody['fields'] = {}) =>
      told(day, 'conclude-investigation', { ...TWO, fields }, 'investigation-conclusion'),
    notify: (day: string, fields: OpenBody['fields'] = {}) =>
      told(day, 'give-penalty-notice', { fields }, 'penalty-notice'),
    fine: (day: string) => told(day, 'decide-fine', {}, 'penalty-decision'),
    /** A court's fine, known on paper. */
    courtFined: (day: string, subject = 's1') =>
      told(day, 'note-criminal-fine', { subjects: [subject] }, 'effective-judgment'),
    serve: (day: string) => told(day, 'serve-decision', {}, 'service-return'),
    paid: (day: string): Told => ({ ...told(day, 'note-payment'), with: ['amountFen'] }),
    close: (day: string) => told(day, 'close-penalty', {}, 'closing-report'),
    longer: (day: string, command: string, body: OpenBody) => reasoned(organ, day, command, body),
  };
  const begun = (...more: Told[]): CaseDriver => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must(steps.file(), ...more);
    return c;
  };
  return {
    ...steps,
    told,
    begun,
    /** Told of the penalty on 2 April. */
    notified: (owed: OpenBody['fields'] = {}): CaseDriver =>
      begun(steps.conclude('2024-04-01', owed), steps.notify('2024-04-02')),
    /** Fined on 8 April, served a day later. */
    served: (): CaseDriver =>
      begun(
        steps.conclude('2024-04-01'),
        steps.notify('2024-04-02'),
        steps.fine('2024-04-08'),
        steps.serve('2024-04-09'),
      ),
    stateOf: (c: CaseDriver): string => c.proceeding(procedure).state,
  };
};

/** Until when, read latest. */
export const dueOf = (c: CaseDriver, limit: string): string | undefined =>
  c.clock(limit)?.times.latestDueAt?.slice(0, 10);
