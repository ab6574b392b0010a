// What an officer may do in a large case is worked out a few proceedings at a stretch: whoever else is at the door gets a turn between,
// one department's questions wait for each other, and what a case names is not looked through anew for every command.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { possibleCommands } from '../../../case/possible.ts';
import { possibleOnCase, possibleOpenings } from '../../../case/possible-beside.ts';
import type { CaseState } from '../../../case/state.ts';
import { law } from '../../../law/law.ts';
import { caseCommands } from '../../../services/doors/http/case-commands.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { caseDriver } from '../../support/case-driver.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, countyRegister, POLICE, papers } from '../../support/transfer-story.ts';

const AT = '2024-03-08T10:00:00+08:00';

/** Penalties in one case, each about one subject, and more subjects that nothing is about. */
const caseOf = (penalties: number, others: number) => {
  const c = caseDriver(countyRegister());
  const named = (from: number, many: number) =>
    Array.from({ length: many }, (_, n) => ({ subject: `s${from + n}`, kind: 'institution' as const }));
  c.must(
    {
      ...penaltyStory(BUREAU, 'insurance-penalty').file(),
      body: {
        team: ['o-1', 'o-2'],
        papers: papers('case-filing-form'),
        newSubjects: named(1, penalties),
      },
    },
    {
      as: `${BUREAU}/o-1`,
      command: 'record-fact',
      at: '2024-03-05T10:00:00+08:00',
      body: { fact: 'stated', newSubjects: named(penalties + 1, others) },
    },
  );
  return c;
};

const who = (department: string) => ({ department, officer: 'head', ranks: ['head' as const] });
const words = wordsOf(law);

describe('what an officer may do in a large case', () => {
  const c = caseOf(40, 20);
  const { state } = c;
  const context = { ...c.contextAt(AT), clock: 'real' as const };
  const shown = Object.keys(state.proceedings);
  const question = (department = BUREAU) => ({ state, context, who: who(department), shown, words });

  it('is what is possible in its proceedings, beside them, and on it as a whole', async () => {
    const answer = await caseCommands()(question());
    expect(answer.commands).toEqual(possibleCommands(state, context, who(BUREAU), shown));
    expect(answer.commands.length).toBeGreaterThan(400);
    expect(answer.opens).toEqual(possibleOpenings(state, context, who(BUREAU)));
    expect(answer.onCase.map(({ title: _, ...one }) => one)).toEqual(
      possibleOnCase(state, context, who(BUREAU)),
    );
  });

  /** The turns of others that had passed when each question was answered. */
  const turnsUntil = async (asked: readonly Promise<unknown>[]): Promise<number[]> => {
    let turns = 0;
    let open = asked.length;
    const ends = asked.map((one) =>
      one.then(() => {
        open -= 1;
        return turns;
      }),
    );
    while (open > 0) {
      await nextTurn();
      turns += 1;
    }
    return Promise.all(ends);
  };

  it('leaves a turn to others after every few proceedings', async () => {
    const [turns = 0] = await turnsUntil([caseCommands()(question())]);
    expect(turns).toBeGreaterThan(shown.length / 20);
  });

  it('is worked out for one question of a department after the other, and for another department meanwhile', async () => {
    const ask = caseCommands();
    const [first = 0, second = 0, other = 0] = await turnsUntil([
      ask(question()),
      ask(question()),
      ask(question(POLICE)),
    ]);
    expect(second - first).toBeGreaterThan(shown.length / 20);
    expect(other).toBeLessThan(second);
  });
});

describe('what a case names', () => {
  /** How often attributes of a subject, or the names of all, are asked for. */
  const asked = (penalties: number, others: number): number => {
    const c = caseOf(penalties, others);
    let reads = 0;
    const subjects = new Proxy(c.state.subjects, {
      get: (all, name, it) => {
        reads += 1;
        return Reflect.get(all, name, it);
      },
    });
    const state: CaseState = { ...c.state, subjects };
    possibleCommands(state, c.contextAt(AT), who(BUREAU));
    return reads;
  };

  it('is not looked through for every command: ten times as many penalties ask about ninety others no more often each', () => {
    const perSubject = (penalties: number) => (asked(penalties, 100) - asked(penalties, 10)) / 90;
    expect(perSubject(2)).toBeGreaterThan(0);
    expect(perSubject(20)).toBeLessThan(2 * perSubject(2));
  });
});
