// However often cases are split, joined and parted: every proceeding goes on in exactly one of them, with its limits, hand-overs, subject,
// papers and amounts, none lost, none doubled, none changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedInto } from '../../../case/joining/join-case.ts';
import { type CaseState, joinedInto } from '../../../case/state.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { COUNTY, generousRegister } from '../../support/clerk.ts';
import { walk } from '../../support/random-walk.ts';
import { BUREAU, OFFICE, POLICE } from '../../support/transfer-story.ts';
import { relay } from '../../support/two-cases.ts';

const HEALTH = '653023/health';
const register = generousRegister();

/** What goes on, whatever case it goes on in, as often as it is there. */
const goingOn = (cases: readonly CaseDriver[]): Readonly<Record<string, readonly string[]>> => {
  const states = cases.map(({ state }) => state);
  const sorted = (of: (state: CaseState) => readonly unknown[]): string[] =>
    states.flatMap((state) => of(state).map((one) => JSON.stringify(one))).sort();
  const here = ({ proceedings }: CaseState) =>
    Object.values(proceedings).filter(({ moved }) => moved === undefined);
  const isHere = (state: CaseState, proceeding: string): boolean =>
    here(state).some((p) => p.proceeding === proceeding);
  return {
    proceedings: sorted((state) =>
      here(state).map((p) => [p.proceeding, p.procedure, p.state, p.roles, p.parent, p.openedAt, p.waived]),
    ),
    amountsAndPapers: sorted((state) => here(state).map((p) => [p.proceeding, p.fields, p.papers])),
    steps: sorted((state) =>
      here(state).map((p) => [p.proceeding, p.steps.map(({ command, by, at }) => [command, by, at])]),
    ),
    subjects: sorted((state) =>
      here(state).flatMap(({ proceeding, subject }) =>
        subject ? [[proceeding, subject, state.subjects[subject]]] : [],
      ),
    ),
    limits: sorted(({ clocks }) =>
      Object.values(clocks).map(({ startedIn: _started, stoppedIn: _stopped, ...clock }) => clock),
    ),
    handOffs: sorted((state) =>
      Object.values(state.handOffs)
        .filter(({ proceeding }) => isHere(state, proceeding))
        .map(({ startedIn: _, ...handOff }) => handOff),
    ),
    // What was said of a subject goes along with each proceeding about it.
    amountsStated: [
      ...new Set(
        sorted(({ stated }) => Object.entries(stated).map(([of, { at, by }]) => [of, at, Object.keys(by)])),
      ),
    ],
  };
};

type Act = { readonly what: 'split' | 'merge' | 'part'; readonly which: number; readonly other: number };
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('split', 'split', 'merge', 'part'),
  which: fc.nat(30),
  other: fc.nat(30),
});
const byOffice = (command: string, at: Instant, body: Told['body']): Told => ({
  as: `${OFFICE}/head`,
  command,
  at,
  body: body ?? {},
  with: ['reason'],
});
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

/** One act on the cases there are; whether it was taken. */
const done = (cases: CaseDriver[], { what, which, other }: Act, at: Instant): boolean => {
  const joined = cases.filter(({ state }) => joinedInto(state) !== undefined);
  const one = pick(what === 'part' && joined.length > 0 ? joined : cases, which);
  if (what === 'split') {
    const id = `653023-${'abcdefghijklmnopqrstuvwxyz'.charAt(cases.length).repeat(16)}`;
    one.elsewhere({ splitInto: id });
    const proceedings = [pick(Object.keys(one.state.proceedings), other)];
    if (one.answer(byOffice('split-case', at, { proceedings })) !== 'ok') return false;
    const split = caseDriver(register, id);
    cases.push(split);
    relay(one, split);
    return true;
  }
  const into = what === 'merge' ? pick(cases, other).state.id : (joinedInto(one.state)?.case ?? one.state.id);
  const second = cases.find(({ state }) => state.id === into) as CaseDriver;
  const command = what === 'merge' ? 'merge-case' : 'unmerge-case';
  const asked = { actor: { department: OFFICE, officer: 'head' }, command };
  if (refusedInto(second.state, asked, one.state, register) !== undefined) return false;
  if (one.answer(byOffice(command, at, { into })) !== 'ok') return false;
  relay(one, second);
  return true;
};

describe('whatever life a case has had', () => {
  it('is split, joined, parted and split again: nothing is lost, doubled or changed', () => {
    const choice = fc.record({ pick: fc.nat(1_000), hours: fc.nat(300) });
    const taken = { split: 0, merge: 0, part: 0 };
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 3, maxLength: 9 }),
        fc.array(act, { minLength: 4, maxLength: 12 }),
        (choices, acts) => {
          const cases = [caseDriver(register)];
          const [first] = cases as [CaseDriver];
          let at = walk(
            first,
            {
              as: `${BUREAU}/o-1`,
              command: 'send-clue',
              at: '2024-03-04T09:00:00+08:00',
              procedure: 'clue-notice',
              body: {
                to: [HEALTH, POLICE, '653023/audit'],
                fields: { topic: 'fraud' },
                newSubjects: [{ subject: 's1' }, { subject: 's2' }],
              },
              with: ['summary', 'subjects/s1', 'subjects/s2'],
            },
            COUNTY,
            choices,
          );
          for (const department of [HEALTH, POLICE, '653023/audit'])
            first.answer({ as: `${department}/o-1`, command: 'acknowledge', at });
          first.answer({
            as: `${BUREAU}/o-1`,
            command: 'state-amount',
            at,
            body: { subjects: ['s1'] },
            with: ['amountFen', 'reason'],
          });
          const before = goingOn(cases);
          for (const one of acts) {
            at = plusMillis(at, 60_000);
            if (done(cases, one, at)) taken[one.what] += 1;
            expect(goingOn(cases)).toEqual(before);
          }
          for (const { entries } of cases)
            for (const { events } of entries)
              for (const event of events) expect(CaseEvent.parse(event)).toEqual(event);
        },
      ),
      { numRuns: 120 },
    );
    expect(Math.min(taken.split, taken.merge, taken.part)).toBeGreaterThan(5);
  });
});
