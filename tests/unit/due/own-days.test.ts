// Days off of a department itself: they count for what it agreed on, never for what a statute sets. March 2024 has no holiday;
// Friday 8 March is a working day of the country, Saturday 9 March is none.
import { describe, expect, it } from 'vitest';
import { decideRegister } from '../../../case/register/decide-register.ts';
import { law } from '../../../law/law.ts';
import type { CalendarRecord } from '../../../schemas/time-limit.ts';
import { explainClocks } from '../../../services/doors/http/explain-clocks.ts';
import { caseDriver, changed, registerCommand, registerWith, type Told } from '../../support/case-driver.ts';
import { reachAll } from '../../support/docket.ts';
import { by } from '../../support/measure-story.ts';
import { BUREAU, OFFICE, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const HEALTH = '653023/health';
const PERSONNEL = '653023/human-resources';
const BASIS = '县卫生健康委办公室通知〔2024〕3号';
const clinicDay: CalendarRecord = {
  region: '653023',
  department: HEALTH,
  year: 2024,
  name: '机关义诊日',
  daysOff: ['2024-03-08'],
  makeUpWorkdays: [],
  basis: BASIS,
  confidence: 'notice',
};
const plain = registerWith([BUREAU, POLICE, PROCURATORATE, OFFICE, HEALTH, PERSONNEL]);
const withDays = (...records: CalendarRecord[]) =>
  changed(plain, '653023', [{ change: 'calendar-published', records }]);

/** Sent to both on Thursday 7 March 2024: they sign within two working days, as agreed. */
const sent: Told = by(BUREAU, '2024-03-07', 'send-result', {
  procedure: 'staff-and-funding',
  body: { to: [HEALTH, PERSONNEL], fields: { resultUse: ['performance'] }, papers: papers('result-letter') },
});
const played = (register = withDays(clinicDay)) => {
  const c = caseDriver(register);
  c.must(sent);
  return c;
};
const dueOf = (c: ReturnType<typeof played>, limit: string, proceeding = 'p1') =>
  c.clock(limit, proceeding)?.times.latestDueAt;

describe('部门自定的休息日', () => {
  it('prolongs an agreed limit of that department, and of no other', () => {
    expect(dueOf(played(plain), 'agr-hand-off-receipt')).toBe('2024-03-12T00:00:00+08:00');
    const c = played();
    expect(dueOf(c, 'agr-hand-off-receipt')).toBe('2024-03-13T00:00:00+08:00');
    expect(dueOf(c, 'agr-hand-off-receipt', 'p2')).toBe('2024-03-12T00:00:00+08:00');
  });

  it('counts a Saturday that the department works', () => {
    const c = played(withDays({ ...clinicDay, daysOff: [], makeUpWorkdays: ['2024-03-09'] }));
    expect(dueOf(c, 'agr-hand-off-receipt')).toBe('2024-03-10T00:00:00+08:00');
  });

  it('counts for the later levels of the ladder of that limit as well', () => {
    const monday = { ...clinicDay, daysOff: ['2024-03-13', '2024-03-14'] };
    const second = (register: typeof plain): string | undefined =>
      reachAll(played(register), '2024-04-01T00:00:00+08:00').flatMap((event) =>
        event.kind === 'moment' && event.moment === 'escalate-2' && event.proceeding === 'p1'
          ? [event.plannedAt]
          : [],
      )[0];
    expect(second(plain)).toBe('2024-03-15T00:00:00+08:00');
    expect(second(withDays(monday))).toBe('2024-03-19T00:00:00+08:00');
  });

  it('neither prolongs nor shortens a statutory limit, in calendar days or working days', () => {
    const closed = ['2024-03-06', '2024-03-07', '2024-03-08', '2024-03-11'];
    const ofPolice = { ...clinicDay, department: POLICE, daysOff: closed };
    const ofBureau = { ...clinicDay, department: BUREAU, daysOff: closed };
    const limits = (register: typeof plain) => {
      const c = caseDriver(register);
      c.must(
        steps.suspect('2024-03-04T09:00:00+08:00'),
        steps.report('2024-03-04T15:00:00+08:00'),
        steps.approve('2024-03-05T09:00:00+08:00'),
        steps.handOver('2024-03-05T10:00:00+08:00'),
        steps.sign('2024-03-05T11:00:00+08:00'),
      );
      c.must(by(BUREAU, '2024-03-05T12:00:00+08:00', 'verify-lead', { procedure: 'insurance-penalty' }));
      const { strictDueAt, latestDueAt } = c.clock('fwd-filing-review')?.times ?? {};
      return [strictDueAt, latestDueAt, dueOf(c, 'clue-verify', 'p2')];
    };
    expect(limits(withDays(ofPolice, ofBureau))).toEqual(limits(plain));
    expect(limits(plain)[2]).toBe('2024-03-27T00:00:00+08:00');
  });

  it('stands in the working: counted and on what basis, or not counted and why', () => {
    const register = withDays(clinicDay, { ...clinicDay, department: BUREAU });
    const c = played(register);
    c.must(by(BUREAU, '2024-03-07', 'verify-lead', { procedure: 'insurance-penalty' }));
    const ownOf = (limit: string) =>
      explainClocks(c.state, { register, law, asOf: '2024-03-07T10:00:00+08:00' })
        .find((one) => one.limit === limit && one.agrees)
        ?.steps.filter(({ rule }) => rule === 'clk-own-days')
        .map(({ text }) => text.zh);
    expect(ownOf('agr-hand-off-receipt')).toEqual([
      `约定的期限：责任部门自定的休息日、上班日计入，依据：${BASIS}`,
    ]);
    expect(ownOf('clue-verify')).toEqual([
      '法定期限不因责任部门自定的休息日、上班日而延长或者缩短，只随法定节假日顺延',
    ]);
  });

  it('moves a limit that runs once it is published, and says so', () => {
    const c = played(plain);
    c.under(withDays(clinicDay));
    const events = c.must({
      as: 'calendar',
      at: '2024-03-07T11:00:00+08:00',
      command: 'recalculate-clocks',
      body: { basis: BASIS },
    });
    expect(events).toMatchObject([{ type: 'clock-recalculated', clock: 'p1/agr-hand-off-receipt/1' }]);
    expect(dueOf(c, 'agr-hand-off-receipt')).toBe('2024-03-13T00:00:00+08:00');
  });

  it('is entered in the register of the department, for a department that is there', () => {
    const said = (record: CalendarRecord, region = '653023') => {
      const change = { change: 'calendar-published' as const, records: [record] };
      const checked = decideRegister(
        plain,
        registerCommand([change], { region }),
        '2024-01-01T00:00:00+08:00',
        law,
      );
      return checked.ok ? 'ok' : checked.code;
    };
    expect(said(clinicDay)).toBe('ok');
    expect(said({ ...clinicDay, department: '653023/tax' })).toBe('UNKNOWN_DEPARTMENT');
    expect(said(clinicDay, '653022')).toBe('UNKNOWN_DEPARTMENT');
    expect(said({ ...clinicDay, region: '' })).toBe('UNKNOWN_DEPARTMENT');
  });
});
