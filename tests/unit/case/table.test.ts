// State × command of every procedure: allowed exactly where the table says so, to exactly whom, with exactly what.
import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../case/state.ts';
import { allOffered } from '../../../case/steps/offered.ts';
import { isClosed } from '../../../case/who-is-told.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import type { ProcedureCommand } from '../../../schemas/procedure.ts';
import { play, type Told } from '../../support/case-driver.ts';
import { actorFor, BYSTANDER, generousRegister, STRANGER, toldFor } from '../../support/clerk.ts';
import { deepFreeze } from '../../support/deep-freeze.ts';
import { explore, type Situation, underTest } from '../../support/explore.ts';
import { commandsOf, rowsOf } from '../../support/procedure-table.ts';

const register = generousRegister();

const without = <K extends keyof OpenBody>(body: OpenBody | undefined, name: K): OpenBody => {
  const { [name]: _, ...rest } = body ?? {};
  return rest as OpenBody;
};

describe.each(procedures.map((p) => [p.title.zh, p] as const))('%s', (_title, procedure) => {
  const { room, first, taken } = explore(procedure, register);

  /** The code a command is answered with; the case is frozen, so a rejection that touched it would throw. */
  const answer = (state: CaseState, told: Told): string => {
    const { decision, state: after } = play(room, deepFreeze(state), told);
    if (!decision.ok) expect(after).toBe(state);
    return decision.ok ? 'ok' : decision.code;
  };
  const detailsOf = (state: CaseState, told: Told): string[] => {
    const { decision } = play(room, state, told);
    return decision.ok ? [] : decision.details;
  };
  const situationIn = (state: string): Situation => {
    const found = first.get(state);
    if (!found) throw new Error(`no way to ${state} was found`);
    return found;
  };
  const rows = rowsOf(procedure);
  /** What only falls with another is none that somebody walks to: tests/unit/procedures/fallen-review.test.ts does. */
  const walked = Object.keys(procedure.states).filter(
    (state) =>
      Object.values(procedure.opensOn).includes(state) ||
      rows.some(({ target: { to, else: other } }) => to === state || other === state),
  );

  it.each(walked)('有路可达状态 %s', (state) => {
    expect(first.get(state)?.path.length ?? 0).toBeGreaterThan(0);
  });

  it.each(rows.map(({ state, name }) => [state, name]))('%s 可以 %s', (state, command) => {
    expect(taken.has(`${state} ${command}`)).toBe(true);
  });

  it.each(walked)('%s 中凡未列出的命令一律拒绝', (name) => {
    const { state, at } = situationIn(name);
    const p = underTest(state);
    const offered = allOffered(procedure, name).map((o) => o.name);
    for (const command of commandsOf(procedure).filter((c) => !offered.includes(c))) {
      const elsewhere = procedure.commands[command] as ProcedureCommand;
      for (const department of new Set(Object.values(p.roles).flat())) {
        if (!state.parties.includes(department)) continue;
        const told = toldFor(procedure, command, elsewhere, state, p, department, at);
        expect(answer(state, told), `${command} by ${department}`).toBe('NOT_ALLOWED_IN_STATE');
        const isOwn = elsewhere.by.some((role) => p.roles[role]?.includes(department));
        expect(detailsOf(state, told).some((detail) => detail.startsWith('by: '))).toBe(!isOwn);
      }
    }
  });

  describe.each(rows.filter(({ state, name }) => taken.has(`${state} ${name}`)))(
    '$state, $name',
    ({ state: where, name, command }) => {
      const { situation, told } = taken.get(`${where} ${name}`) as { situation: Situation; told: Told };
      const { state } = situation;

      it('is refused to a party without the role, to whom a closed one is not there', () => {
        const refused = isClosed(procedure) ? 'PROCEEDING_NOT_FOUND' : 'NOT_YOUR_ROLE';
        expect(answer(state, { ...told, as: `${BYSTANDER}/head` })).toBe(refused);
      });

      it('tells a stranger that there is no such case', () => {
        expect(answer(state, { ...told, as: `${STRANGER}/head` })).toBe('CASE_NOT_FOUND');
      });

      it('is refused where it is older than the step before', () => {
        const before = { ...told, at: '2002-01-07T09:00:00+08:00', recordedAt: told.at };
        if (underTest(state).lastOccurredAt) expect(answer(state, before)).toBe('OCCURRED_BEFORE_PREVIOUS');
      });

      if (command.rank)
        it(`is refused to an officer who is not ${command.rank}`, () => {
          const actor = actorFor(underTest(state), command);
          expect(answer(state, { ...told, as: `${actor}/o-1` })).toBe('RANK_TOO_LOW');
        });

      if (command.reason)
        it('is refused without a reason, code and text', () => {
          expect(answer(state, { ...told, body: without(told.body, 'reasonCode') })).toBe('REASON_REQUIRED');
          expect(answer(state, { ...told, with: [] })).toBe('REASON_REQUIRED');
        });

      it.each(command.needs ?? [])('is refused without %s', (field) => {
        const { [field]: _, ...fields } = told.body?.fields ?? {};
        const body = Object.hasOwn(procedure.fields, field)
          ? { ...told.body, fields }
          : without(told.body, field as keyof OpenBody);
        const lacking = { ...told, body, with: told.with?.filter((value) => value !== field) ?? [] };
        expect([answer(state, lacking), detailsOf(state, lacking)]).toEqual(['FIELD_REQUIRED', [field]]);
      });

      it.each(command.papers ?? [])('is refused without %s, unless its absence is explained', (code) => {
        const papers = told.body?.papers?.filter((paper) => paper.code !== code) ?? [];
        const lacking = { ...told, body: { ...told.body, papers } };
        expect([answer(state, lacking), detailsOf(state, lacking)]).toEqual(['PAPERS_MISSING', [code]]);
        const explained = {
          ...told,
          body: { ...told.body, papers: [...papers, { code, id: 'x', explained: true }] },
        };
        const others = told.with?.filter((value) => value !== 'reason') ?? [];
        expect(answer(state, { ...explained, with: others })).toBe('REASON_REQUIRED');
        expect(answer(state, { ...explained, with: [...others, 'reason'] })).toBe('ok');
      });

      if (command.officers)
        it('is refused without enough officers who are there', () => {
          const as = (team: string[]) => ({ ...told, body: { ...told.body, team } });
          expect(answer(state, as(['o-1']))).toBe('TEAM_TOO_SMALL');
          expect(answer(state, as(['o-1', 'o-1']))).toBe('TEAM_TOO_SMALL');
          expect(answer(state, as(['o-1', 'nobody']))).toBe('UNKNOWN_OFFICER');
        });

      it('is refused before it happened', () => {
        expect(answer(state, { ...told, recordedAt: situation.at })).toBe('OCCURRED_IN_FUTURE');
      });
    },
  );
});
