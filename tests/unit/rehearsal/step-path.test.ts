// The search for missing steps goes by the tables alone, and what it finds can be walked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredIn } from '../../../case/steps/offered.ts';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import type { Condition, Test } from '../../../schemas/condition.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import { officerFor } from '../../../services/rehearsal/filled-step.ts';
import { pathTo, type Standing } from '../../../services/rehearsal/step-path.ts';

const transfer = law.procedure('criminal-transfer', 1) as Procedure;
const sides = {
  sender: ['653023/medical-insurance'],
  receiver: ['653023/public-security'],
  supervisor: ['653023/procuratorate'],
};
const commands = (standing: Standing, wanted: string, actor: string): string[] | undefined =>
  pathTo(transfer, standing, wanted, actor)?.map(({ offered }) => offered.name);

describe('who takes a step that asks for another officer', () => {
  const asking = (test: Test): Procedure['conditions'] => ({
    one: { ...(transfer.conditions['another-officer-decides'] as Condition), if: test },
  });
  const another: Test = { notSameOfficerAs: ['submit-transfer-report'] };

  it('is a colleague outside the team, also where that stands within another test', () => {
    for (const test of [another, { allOf: [{ anyOf: [another, { rehearsed: true as const }] }] }])
      expect(officerFor({ when: ['one'] }, asking(test))).toBe('o-3');
    expect(officerFor({ when: ['one'] }, asking({ rehearsed: true }))).toBe('o-1');
  });
});

describe('steps missing before a command', () => {
  it('are none where it is on offer', () => {
    const standing = { state: 'approved-for-handover', roles: sides };
    expect(commands(standing, 'hand-over', '653023/medical-insurance')).toEqual([]);
  });

  it('are report and approval before a hand-over', () => {
    const standing = { state: 'team-formed', roles: sides };
    expect(commands(standing, 'hand-over', '653023/medical-insurance')).toEqual([
      'submit-transfer-report',
      'approve-transfer',
    ]);
  });

  it('are the receipt alone before a filing: nothing is invented that is not needed', () => {
    expect(commands({ state: 'delivered', roles: sides }, 'file-case', '653023/public-security')).toEqual([
      'sign-receipt',
    ]);
  });

  it('hand the case over where another department is to act', () => {
    const standing = { state: 'accepted', roles: sides };
    const path = pathTo(transfer, standing, 'file-case', '653001/public-security');
    expect(path?.map(({ offered, handsToActor }) => [offered.name, handsToActor])).toEqual([
      ['forward-to-competent-police', true],
      ['sign-receipt', false],
    ]);
  });

  it('refuse and return nobody where another way is open', () => {
    const standing = { state: 'awaiting-head-decision', roles: sides };
    expect(commands(standing, 'hand-over', '653023/medical-insurance')).toEqual(['approve-transfer']);
  });

  it('are not to be found for a department that has no part and is handed nothing', () => {
    const standing = { state: 'team-formed', roles: sides };
    expect(pathTo(transfer, standing, 'hand-over', '653023/tax')).toBeNull();
  });

  it('are not to be found out of an end', () => {
    const standing = { state: 'closed', roles: sides };
    expect(pathTo(transfer, standing, 'file-case', '653023/public-security')).toBeNull();
  });
});

describe('whatever the procedure, state and command', () => {
  const questions = procedures.flatMap((procedure) => {
    const states = Object.keys(procedure.states);
    const wanted = [...new Set(states.flatMap((state) => Object.keys(procedure.states[state]?.on ?? {})))];
    return states.flatMap((state) => wanted.map((command) => ({ procedure, state, command })));
  });

  it('a way that is found leads from state to state to where the command is on offer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), ({ procedure, state, command }) => {
        const roles = Object.fromEntries(
          Object.keys(procedure.roles).map((role) => [role, [`653023/${role}`]]),
        );
        const holder = procedure.commands[command]?.by.map((role) => `653023/${role}`)[0];
        const path = pathTo(procedure, { state, roles }, command, holder ?? '');
        if (path === null) return;
        let at = state;
        for (const step of path) {
          const { name, target } = step.offered;
          expect(offeredIn(procedure, at, name)?.target).toBe(target);
          at = (target.else === undefined ? target.to : target.else) ?? at;
        }
        expect(offeredIn(procedure, at, command)).toBeDefined();
        expect(path.length).toBeLessThan(Object.keys(procedure.states).length);
      }),
      { numRuns: 500 },
    );
  });
});
