// Members that a region registered for results learn what came of a procedure, and nothing else. Spring of 2024, summer of 2025.
import { describe, expect, it } from 'vitest';
import { pathsTold } from '../../../case/backfill.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { visibleCase } from '../../../case/visible-case.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import {
  type CaseDriver,
  caseDriver,
  changed,
  registerCommand,
  type Told,
} from '../../support/case-driver.ts';
import { measureRegister } from '../../support/measure-story.ts';
import { bothCounties, DISCIPLINE, by as say, takeOrders } from '../../support/referral-story.ts';
import {
  BUREAU,
  countyRegister,
  filed,
  notFiled,
  POLICE,
  PROCURATORATE,
  papers,
} from '../../support/transfer-story.ts';

const HEALTH = '653023/health';
const AUDIT = '653023/audit';
const FINANCE = '653023/finance';

type Item = Extract<RegisterChange, { change: 'item-set' }>;
const tell = (procedure: string, to: string[], more: Partial<Item> = {}): Item => ({
  change: 'item-set',
  kind: 'results-told',
  id: procedure,
  data: { to },
  basis: '阿政办发〔2021〕14号 五（一）',
  from: '2024-01-01T00:00:00+08:00',
  ...more,
});
const county = (...items: Item[]) => changed(countyRegister(), '653023', items);

/** What a department was told of each entry of a case, oldest first; nothing of those it was not. */
const toldOf = (c: CaseDriver, register: ReturnType<typeof county>, department: string): string[] =>
  c.entries.flatMap((entry) =>
    recipientsOf(c.state, entry, register, law)
      .filter((one) => one.department === department)
      .map(({ sees, procedure, event }) => `${sees} ${procedure}.${event}`),
  );

/** Feedback is given; what a member registered for it is told of that. */
const resultOf = (c: CaseDriver, register: ReturnType<typeof county>) => {
  c.must(say(DISCIPLINE, '2025-07-21T09', 'give-discipline-feedback', {}, { proceeding: 'p1' }));
  const entry = c.entries.at(-1) as CaseDriver['entries'][number];
  const one = recipientsOf(c.state, entry, register, law).find(({ department }) => department === HEALTH);
  if (!one) throw new Error('not told');
  const { sees, event, proceedings } = one;
  const committed = Object.keys('commitments' in entry.command ? entry.command.commitments : {});
  return { sees, event, proceedings, disclosures: pathsTold(one, entry.events, committed) };
};

describe('办理结果告知成员单位', () => {
  it('tells those registered of the result in the open form, of nothing else, and nobody who is not', () => {
    const register = county(tell('criminal-transfer', [HEALTH]));
    expect(toldOf(filed(register), register, HEALTH)).toEqual(['open criminal-transfer.case-filed']);
    expect(toldOf(notFiled(register), register, HEALTH)).toEqual(['open criminal-transfer.filing-refused']);
    expect(toldOf(filed(register), register, AUDIT)).toEqual([]);
  });

  it('gives them no value of a party', () => {
    const register = county(tell('criminal-transfer', [HEALTH]));
    const c = notFiled(register);
    const entry = c.entries.at(-1) as CaseDriver['entries'][number];
    const recipient = recipientsOf(c.state, entry, register, law).find((one) => one.department === HEALTH);
    const committed = Object.keys('commitments' in entry.command ? entry.command.commitments : {});
    expect(committed).toEqual(['/reason']);
    expect(recipient && pathsTold(recipient, entry.events, committed)).toEqual([]);
  });

  it('lets them see the proceeding as it was then: no clocks, no hand-offs, no department but who filed and who got a copy', () => {
    const register = county(tell('criminal-transfer', [HEALTH]));
    const c = filed(register);
    const last = c.entries.at(-1) as CaseDriver['entries'][number];
    const told = [
      {
        sequence: last.sequence,
        ledgerSequence: 9,
        occurredAt: last.occurredAt,
        events: last.events,
        sees: 'open' as const,
      },
    ];
    const seen = visibleCase(
      law,
      { state: c.state, since: {}, ledgerSequence: 9 },
      told,
      HEALTH,
      false,
    ).state;
    expect(seen.proceedings['p1']?.state).toBe('filed');
    expect([seen.clocks, seen.handOffs]).toEqual([{}, {}]);
    expect(Object.values(seen.proceedings['p1']?.roles ?? {}).flat()).toEqual([POLICE, PROCURATORATE]);
  });

  it('holds from the day and until the day it names, and ends when nobody is named', () => {
    const on = (...items: Item[]) => {
      const register = county(...items);
      return toldOf(filed(register), register, HEALTH).length;
    };
    const told = tell('criminal-transfer', [HEALTH]);
    expect(on(told)).toBe(1);
    expect(on({ ...told, from: '2024-03-07T00:00:00+08:00' })).toBe(0);
    expect(on({ ...told, until: '2024-03-06T00:00:00+08:00' })).toBe(0);
    expect(on(told, tell('criminal-transfer', []))).toBe(0);
  });

  it('of the region above holds in the regions below, and of another nowhere else', () => {
    const above = changed(countyRegister(), '653000', [tell('criminal-transfer', ['653000/procuratorate'])]);
    expect(toldOf(filed(above), above, '653000/procuratorate')).toHaveLength(1);
    const beside = changed(countyRegister(), '653022', [
      tell('criminal-transfer', ['653022/public-security']),
    ]);
    expect(toldOf(filed(beside), beside, '653022/public-security')).toEqual([]);
  });

  it('shows of a discipline proceeding the status word and nothing more', () => {
    const register = changed(bothCounties(), '653023', [
      tell('discipline-referral', [HEALTH]),
      tell('discipline-case', [HEALTH]),
    ]);
    const c = caseDriver(register);
    c.must(
      say(BUREAU, '2025-07-07T09', 'identify-discipline-clue', {
        fields: {
          disciplineNature: 'dereliction',
          disciplineSource: 'breach-on-record',
          responsibilityKind: 'main-leadership',
        },
      }),
      say(`${BUREAU}/head`, '2025-07-07T10', 'approve-discipline-referral'),
      say(BUREAU, '2025-07-07T11', 'send-discipline-referral', {
        papers: papers('discipline-referral-letter'),
      }),
      say(DISCIPLINE, '2025-07-08T09', 'receive-discipline-referral'),
      say(DISCIPLINE, '2025-07-09T09', 'take-on-discipline-clue'),
    );
    takeOrders(c, '2025-07-09T10');
    expect(toldOf(c, register, HEALTH)).toEqual([]);
    const { disclosures, ...result } = resultOf(c, register);
    expect(result).toEqual({ sees: 'status', event: 'status-changed', proceedings: ['p1'] });
    expect(disclosures).toEqual([]);
    // What was read of it later is the word, and that there is a case.
    const entry = c.entries.at(-1) as CaseDriver['entries'][number];
    const told = [
      {
        sequence: entry.sequence,
        ledgerSequence: 9,
        occurredAt: entry.occurredAt,
        events: entry.events,
        sees: 'status' as const,
      },
    ];
    const seen = visibleCase(law, { state: c.state, since: {}, ledgerSequence: 9 }, told, HEALTH, false);
    expect(seen.statuses.map(({ word }) => word)).toEqual(['answered']);
    expect([seen.knowsOpening, seen.state.proceedings, seen.state.clocks, seen.state.parties]).toEqual([
      false,
      {},
      {},
      [],
    ]);
  });

  // S0 5.1, S2 5.1: who was told of a result and not that it changed would go on by what no longer holds.
  it('tells of what changes or undoes a result as of the result, in every procedure that has any', () => {
    const undoes =
      /^(note-(change|annulment)|annul-|revoke-|shorten-|correct-|let-agreement-end|withdraw-(indictment|result|finding|exposure|suit)$)/;
    const untold = law.newest.flatMap(({ procedure, results, commands }) =>
      Object.keys(results ? commands : {})
        .filter((name) => undoes.test(name) && !results?.includes(name))
        .map((name) => `${procedure}.${name}`),
    );
    expect(untold).toEqual([]);
  });

  it('tells that a decision on a licence was changed', () => {
    const register = changed(measureRegister(), '653023', [tell('practice-licence', [FINANCE])]);
    const c = caseDriver(register);
    const health = (day: string, command: string, more: Partial<Told> = {}): Told => ({
      as: `${HEALTH}/head`,
      at: `${day}T10:00:00+08:00`,
      command,
      ...more,
    });
    c.must(
      health('2024-03-04', 'begin-measure', {
        procedure: 'practice-licence',
        body: { team: ['o-1', 'o-2'], newSubjects: [{ subject: 's1', kind: 'institution' }] },
      }),
      health('2024-04-01', 'inform-party', { body: { papers: papers('rights-notice') } }),
      health('2024-04-02', 'record-statement'),
      health('2024-04-08', 'warn-institution', { body: { papers: papers('measure-decision') } }),
      health('2024-04-10', 'serve-decision'),
      health('2024-06-12', 'note-change', { body: { papers: papers('remedy-decision') } }),
    );
    expect(toldOf(c, register, FINANCE)).toEqual([
      'open practice-licence.institution-warned',
      'open practice-licence.measure-changed',
    ]);
  });

  it('is registered for procedures that have results, and for members of the region or above it', () => {
    const said = (item: Item, region = '653023') => {
      const checked = decideRegister(
        countyRegister(),
        registerCommand([item], { region }),
        '2024-01-01T00:00:00+08:00',
        law,
      );
      return checked.ok ? 'ok' : `${checked.code} ${checked.details.join()}`;
    };
    expect(said(tell('criminal-transfer', [HEALTH, '653000/procuratorate']))).toBe('ok');
    expect(said(tell('no-such', [HEALTH]))).toBe('UNKNOWN_PROCEDURE no-such');
    expect(said(tell('consultation', [HEALTH]))).toBe('FIELD_REFUSED id: consultation');
    expect(said(tell('criminal-transfer', ['653023/tax']))).toBe('UNKNOWN_DEPARTMENT 653023/tax');
    expect(said(tell('criminal-transfer', ['653022/public-security']))).toBe(
      'FIELD_REFUSED to: 653022/public-security',
    );
    expect(said(tell('criminal-transfer', [HEALTH], { data: { to: HEALTH } }))).toBe(
      'FIELD_REFUSED results-told',
    );
  });
});
