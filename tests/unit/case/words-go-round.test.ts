// However often cases are split, joined, parted and voided, and however late the relay comes: in the end each counts with exactly those that
// it hangs together with, by the newest word of each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedInto } from '../../../case/joining/join-case.ts';
import { countedWith, ownWord } from '../../../case/joining/words.ts';
import { type CaseState, joinedInto } from '../../../case/state.ts';
import type { CaseId } from '../../../schemas/ids.ts';
import { plusMillis } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers, steps } from '../../support/transfer-story.ts';
import { settle } from '../../support/two-cases.ts';

const register = registerWith([...COUNTY, ...ABOVE]);
const idOf = (n: number): CaseId => `653023-${'abcdefghijklmnopqrstuvwxyz'.charAt(n).repeat(16)}`;
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

const bureau = penaltyStory(BUREAU, 'insurance-penalty');
const newSubjects = ['s1', 's2', 's3'].map((subject) => ({ subject, kind: 'institution' as const }));
const filed: Told = {
  ...bureau.file(),
  at: '2024-03-04T09:00:00+08:00',
  body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), newSubjects },
};
const [conclude, notify] = [bureau.conclude('2024-03-05'), bureau.notify('2024-03-05')];

/** Cases that one is tied to, read off both. */
const neighbours = (state: CaseState): readonly CaseId[] => [
  ...[joinedInto(state)?.case ?? []].flat(),
  ...Object.keys(state.joinedCases),
  ...Object.values(state.proceedings).flatMap(({ moved, arrived }) => [
    ...(moved ? [moved.to] : []),
    ...(arrived ? [arrived.from.case] : []),
  ]),
];
const hangingTogether = (cases: readonly CaseDriver[], from: CaseDriver): readonly CaseId[] => {
  const seen = new Set<CaseId>();
  const visit = (id: CaseId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const found = cases.find((one) => one.id === id);
    for (const next of found ? neighbours(found.state) : []) visit(next);
  };
  visit(from.id);
  seen.delete(from.id);
  return [...seen].toSorted();
};

const act = fc.record({
  what: fc.constantFrom('split', 'merge', 'merge', 'part', 'step', 'step', 'void'),
  which: fc.nat(30),
  other: fc.nat(30),
  relayed: fc.boolean(),
});

describe('whatever becomes of them', () => {
  it('each counts with those that it hangs together with, and has the newest word of each', () => {
    const taken: Record<string, number> = {};
    let most = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 6, maxLength: 24 }), (acts) => {
        const cases = [0, 1, 2, 3].map((n) => caseDriver(register, idOf(n)));
        for (const [n, one] of cases.entries())
          one.must(n === 0 ? steps.suspect('2024-03-04T09:00:00+08:00') : filed);
        let at = '2024-03-04T11:00:00+08:00';
        for (const { what, which, other, relayed } of acts) {
          at = plusMillis(at, 60_000);
          const one = pick(cases, which);
          const second = pick(cases, other);
          const told = (command: string, body: object = {}) => reasoned(BUREAU, at, command, body);
          const into = what === 'part' ? (joinedInto(one.state)?.case ?? '') : second.id;
          const target = cases.find(({ id }) => id === into);
          const ids = Object.keys(one.state.proceedings);
          const command = what === 'part' ? 'unmerge-case' : 'merge-case';
          const asked = { actor: { department: BUREAU, officer: 'head' }, command };
          const answer = ((): string => {
            if (what === 'split') {
              const fresh = caseDriver(register, idOf(cases.length));
              one.elsewhere({ splitInto: fresh.id });
              const said = one.answer(told('split-case', { proceedings: [pick(ids, other)] }));
              if (said !== 'ok') return said;
              cases.push(fresh);
              settle(cases);
              return said;
            }
            if (what === 'step') {
              const proceeding = pick(ids, which);
              const courtFined = bureau.courtFined('2024-03-05', one.state.proceedings[proceeding]?.subject);
              const told = pick([conclude, conclude, notify, courtFined], other);
              return one.answer({ ...told, at, proceeding });
            }
            if (what === 'void')
              return one.answer({ ...told('void-case'), as: `${BUREAU}/${other % 2 ? 'o-1' : 'head'}` });
            return (
              refusedInto(target?.state ?? null, asked, one.state, register) ??
              one.answer(told(command, { into }))
            );
          })();
          if (answer === 'ok') taken[what] = (taken[what] ?? 0) + 1;
          if (relayed) settle(cases);
        }
        settle(cases);
        for (const one of cases) {
          const words = countedWith(one.state).map(({ word }) => word);
          const there = hangingTogether(cases, one).map((id) =>
            ownWord((cases.find((c) => c.id === id) as CaseDriver).state),
          );
          most = Math.max(most, there.length);
          expect(new Set(words.map((word) => JSON.stringify(word)))).toEqual(
            new Set(there.map((word) => JSON.stringify(word))),
          );
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(...['split', 'merge', 'part', 'step'].map((what) => taken[what] ?? 0))).toBeGreaterThan(
      5,
    );
    expect(most).toBeGreaterThan(2);
  });
});
