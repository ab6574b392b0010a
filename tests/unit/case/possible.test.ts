// What is listed as possible is never refused for a reason that the list could have known: state, role, condition, clock.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../case/decide.ts';
import { possibleCommands } from '../../../case/possible.ts';
import { law } from '../../../law/law.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, commandOf, type Told } from '../../support/case-driver.ts';
import { COUNTY, generousRegister, NEIGHBOUR, toldFor } from '../../support/clerk.ts';
import { walk } from '../../support/random-walk.ts';
import { BUREAU, delivered, POLICE, steps, underReview } from '../../support/transfer-story.ts';

const register = generousRegister();
const everybody = [...COUNTY, ...NEIGHBOUR];
const HOUR = 3_600_000;
const START = '2024-03-04T09:00:00+08:00';
const CLUE: Told = {
  as: `${BUREAU}/o-1`,
  at: START,
  command: 'send-clue',
  body: { to: [POLICE], fields: { topic: 'fraud' } },
};

/** Refusals that another value, date or receiver would have mended: the clerk of the tests knows none better. */
const SAID = ['FIELD_REQUIRED', 'FIELD_REFUSED', 'RECEIVER_REQUIRED', 'RECEIVER_NOT_FITTING'];

/** What is offered at an instant to each department, with what the rules say to it once all it asks for is filled in. */
const answersAt = (c: CaseDriver, at: Instant) =>
  everybody.flatMap((department) =>
    ['o-1', 'head'].flatMap((officer) =>
      possibleCommands(c.state, c.contextAt(at), {
        department,
        officer,
        ranks: officer === 'head' ? ['head'] : ['officer'],
      })
        .filter(({ missingRank, conditions }) => missingRank === null && conditions.length === 0)
        .map(({ proceeding, procedure, version, command }) => {
          const p = c.state.proceedings[proceeding];
          const its = law.procedure(procedure, version);
          const demanded = its?.commands[command];
          if (!p || !its || !demanded) throw new Error(command);
          const told = {
            ...toldFor(its, command, demanded, c.state, p, department, at),
            as: `${department}/${officer}`,
          };
          // The clerk names one fitting receiver; what goes to one kind of department may not go to another.
          const receivers = demanded.needs?.includes('to') ? everybody.map((one) => [one]) : [];
          const said = [told, ...receivers.map((to): Told => ({ ...told, body: { ...told.body, to } }))];
          const answers = said.map((one) => {
            const decision = decide(c.state, commandOf(one, c.state.id, 1), c.contextAt(at));
            return decision.ok ? 'ok' : decision.code;
          });
          return { command, officer, answer: answers.includes('ok') ? 'ok' : answers[0] };
        }),
    ),
  );

const commandsFor = (c: CaseDriver, department: string, officer: string, at: Instant): string[] =>
  possibleCommands(c.state, c.contextAt(at), { department, officer, ranks: ['officer', 'head'] }).map(
    ({ command }) => command,
  );

describe('what is offered', () => {
  it('is not refused for state, role, rank, condition or clock, wherever a case has come to', {
    timeout: 120_000,
  }, () => {
    let offered = 0;
    const choice = fc.record({ pick: fc.nat(999), hours: fc.integer({ min: 1, max: 2_000 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(steps.suspect(START), CLUE),
        fc.array(choice, { minLength: 1, maxLength: 25 }),
        fc.nat(3_000),
        (opening, choices, later) => {
          const c = caseDriver(register);
          const ended = walk(c, opening, everybody, choices);
          const answers = answersAt(c, plusMillis(ended, later * HOUR));
          offered += answers.length;
          expect(answers.filter(({ answer = '' }) => answer !== 'ok' && !SAID.includes(answer))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
    expect(offered).toBeGreaterThan(200);
  });

  it('has no resuming where nothing is paused, no pausing twice, and no prolonging where no limit may be', () => {
    const c = underReview(register);
    const police = (at: Instant) => commandsFor(c, POLICE, 'o-1', at);
    expect(police('2024-03-06T09:00:00+08:00')).toEqual(
      expect.arrayContaining(['pause-review', 'extend-review']),
    );
    expect(police('2024-03-06T09:00:00+08:00')).not.toContain('resume-review');
    c.must({
      as: `${POLICE}/head`,
      at: '2024-03-06T10:00:00+08:00',
      command: 'pause-review',
      body: { basis: '试点规定', reasonCode: 'expert-opinion' },
      with: ['reason'],
    });
    expect(police('2024-03-06T11:00:00+08:00')).toContain('resume-review');
    expect(police('2024-03-06T11:00:00+08:00')).not.toContain('pause-review');
  });

  it('leaves out what a condition forbids now, and has it once that holds', () => {
    const c = delivered(register);
    const bureau = (at: Instant) => commandsFor(c, BUREAU, 'o-1', at);
    expect(bureau('2024-03-05T11:00:00+08:00')).not.toContain('request-supervision');
    expect(bureau('2025-03-05T11:00:00+08:00')).toContain('request-supervision');
  });
});
