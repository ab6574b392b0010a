// Organs of 2017 that are no more: they play in the cases of their day, as whoever took over does today, and in none after it.
import { describe, expect, it } from 'vitest';
import { UNSEEN, viewAfter } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import { possibleCommands } from '../../../case/possible.ts';
import { decideRegister } from '../../../case/register/decide-register.ts';
import type { CaseState } from '../../../case/state.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import { BODIES, type Body } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, registerCommand, registerWith } from '../../support/case-driver.ts';
import { reachAll } from '../../support/docket.ts';
import { by, head } from '../../support/measure-story.ts';
import { papers } from '../../support/transfer-story.ts';

/** Ganxian district in 2017: the human-resources bureau led, the agency worked under it. */
const PERSONNEL = '360704/human-resources';
const HEALTH_THEN = '360704/health-family-planning';
const HEALTH = '360704/health';
const PRICE = '360704/price-control';
const POLICE = '360704/public-security';
const district = registerWith([PERSONNEL, HEALTH_THEN, HEALTH, PRICE, POLICE, '360704/medical-insurance']);

const asked = (day: string, to: string) =>
  by(PERSONNEL, day, 'request-measure', {
    procedure: 'practice-licence',
    body: {
      to: [to],
      newSubjects: [{ subject: 's1', kind: 'institution' }],
      papers: papers('measure-request-letter'),
    },
  });

/** What departments are shown of a case, and what of it later than it was recorded. */
const shownOf = ({ entries }: CaseDriver) => {
  let view = UNSEEN;
  let state: CaseState | null = null;
  const passedOn = entries.flatMap((entry) => {
    state = applyEntry(state, entry);
    const after = viewAfter(view, state, entry as Parameters<typeof viewAfter>[2], district, law);
    view = after.view;
    return after.passedOn;
  });
  return { passedOn, shown: view.shown };
};

describe('已经撤并的机构', () => {
  it('is no more from a day on, and whoever took over is a kind there is', () => {
    const former = (Object.keys(BODIES) as Body[]).flatMap((body) => {
      const found = law.formerBody(body);
      return found ? [`${BODIES[body].zh} ${found.until} ${BODIES[found.successor].zh}`] : [];
    });
    expect(former).toEqual([
      '卫生和计划生育委员会 2019-04-01 卫生健康委',
      '食品药品监督管理局 2019-04-01 药品监督管理局',
      '物价局 2019-04-01 市场监管局',
      '监察局 2018-03-20 纪委监委',
      '国家税务局 2018-07-20 税务局',
      '地方税务局 2018-07-20 税务局',
    ]);
  });

  it('holds in a case of its day the role that its successor holds today, with the limits of it', () => {
    const c = caseDriver(district);
    c.must(asked('2017-06-05', HEALTH_THEN), by(HEALTH_THEN, '2017-06-06', 'receive-request'));
    expect(c.proceeding('practice-licence').roles['owner']).toEqual([HEALTH_THEN]);
    expect(c.clock('agr-hand-off-receipt')).toMatchObject({ obliged: HEALTH_THEN, outcome: 'met' });
    expect(c.clock('agr-measure-acceptance')?.obliged).toBe(HEALTH_THEN);
  });

  it('holds no role that its successor does not', () => {
    expect(caseDriver(district).answer(asked('2017-06-05', PRICE))).toBe('RECEIVER_NOT_FITTING');
  });

  it('is handed nothing and does nothing from the day it ended', () => {
    const c = caseDriver(district);
    expect(c.tell(asked('2019-04-01', HEALTH_THEN))).toMatchObject({
      ok: false,
      code: 'BODY_NO_MORE',
      details: [`${HEALTH_THEN}: 2019-04-01 → health`],
    });
    c.must(asked('2019-03-29', HEALTH_THEN));
    expect(c.answer(by(HEALTH_THEN, '2019-04-01', 'receive-request'))).toBe('BODY_NO_MORE');
    expect(c.answer(by(HEALTH_THEN, '2019-03-31', 'receive-request'))).toBe('ok');
  });

  it('leaves what it still owes to who took over: that is reminded, may act and is told, and goes on in its place', () => {
    const c = caseDriver(district);
    c.must(asked('2019-03-28', HEALTH_THEN), by(HEALTH_THEN, '2019-03-29', 'receive-request'));
    // Accepted or returned within five working days, 5 April being a day off: by Monday 8 April.
    expect(c.clock('agr-measure-acceptance')?.times.latestDueAt).toBe('2019-04-09T00:00:00+08:00');
    const passed = reachAll(c, '2019-04-09T00:00:01+08:00').flatMap((event) =>
      event.kind === 'moment' && event.moment === 'due' ? event.addressees : [],
    );
    expect(passed).toEqual([
      { department: HEALTH, rank: 'head' },
      { department: HEALTH, rank: 'liaison' },
    ]);
    const may = possibleCommands(c.state, c.contextAt('2019-04-09T09:00:00+08:00'), {
      ...{ department: HEALTH, officer: 'o-1' },
      ranks: ['officer'],
    });
    expect(may.map(({ command }) => command)).toContain('accept-request');
    c.must(by(HEALTH, '2019-04-09', 'accept-request', { body: { team: ['o-1', 'o-2'] } }));
    expect(c.proceeding('practice-licence').roles['owner']).toEqual([HEALTH]);
    expect(c.clock('agr-measure-first-feedback')?.obliged).toBe(HEALTH);
    const entry = c.entries.at(-1) as (typeof c.entries)[number];
    expect(
      recipientsOf(c.state, entry, district, law)
        .map(({ department }) => department)
        .sort(),
    ).toEqual([HEALTH, PERSONNEL]);
  });

  it('leaves nothing to who took over before the day, and nothing to anybody else', () => {
    const c = caseDriver(district);
    c.must(asked('2019-03-28', HEALTH_THEN));
    expect(c.answer(by(HEALTH, '2019-03-29', 'receive-request'))).toBe('CASE_NOT_FOUND');
    expect(c.answer(by('360704/medical-insurance', '2019-04-02', 'receive-request'))).toBe('CASE_NOT_FOUND');
    expect(c.answer(by(HEALTH, '2019-04-02', 'receive-request'))).toBe('ok');
  });

  it('leaves what it could read to who took over, with the first it is told in that place, once, and nothing to others', () => {
    const c = caseDriver(district);
    const told = asked('2019-03-28', HEALTH_THEN);
    c.must(
      { ...told, with: ['title', 'subjects/s1'] },
      by(HEALTH_THEN, '2019-03-29', 'receive-request', { with: ['summary'] }),
    );
    reachAll(c, '2019-04-09T00:00:01+08:00');
    c.must(by(HEALTH, '2019-04-09', 'accept-request', { body: { team: ['o-1', 'o-2'] } }));
    const { passedOn, shown } = shownOf(c);
    // The reminders of half and four fifths of the five working days come first: with the first of them.
    expect(passedOn.filter(({ to }) => to === HEALTH).map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(passedOn.map(({ to }) => to)).not.toContain('360704/medical-insurance');
    expect(shown.slice(0, 2).map(({ paths }) => paths[HEALTH])).toEqual([
      ['/title', '/subjects/s1'],
      ['/summary'],
    ]);
    expect(shown.slice(0, 2).map(({ paths }) => paths[HEALTH])).toEqual(
      shown.slice(0, 2).map(({ paths }) => paths[HEALTH_THEN]),
    );
  });

  it('leaves nothing to who took over before it is told anything', () => {
    const c = caseDriver(district);
    c.must(
      { ...asked('2019-03-28', HEALTH_THEN), with: ['title'] },
      by(HEALTH_THEN, '2019-03-29', 'receive-request'),
    );
    expect(shownOf(c).passedOn.filter(({ to }) => to === HEALTH)).toEqual([]);
  });

  describe('组建以前', () => {
    const INSURANCE = '360704/medical-insurance';
    const file = (who: string, day: string) =>
      by(who, day, 'file-penalty', {
        procedure: 'insurance-penalty',
        body: {
          team: ['o-1', 'o-2'],
          papers: papers('case-filing-form'),
          newSubjects: [{ subject: 's1', kind: 'institution' }],
        },
      });

    it('human resources does what the medical-insurance bureau does today, by a penalty, a transfer or an order to the agency', () => {
      const c = caseDriver(district);
      c.must(
        file(PERSONNEL, '2017-06-05'),
        by(PERSONNEL, '2017-06-06', 'suspect-crime', {
          procedure: 'criminal-transfer',
          body: { to: [POLICE], team: ['o-1', 'o-2'], subjects: ['s1'] },
        }),
      );
      expect(c.proceeding('insurance-penalty').roles['organ']).toEqual([PERSONNEL]);
      expect(
        caseDriver(district).answer(
          head(PERSONNEL, '2017-06-05', 'find-serious', {
            procedure: 'verified-finding',
            body: { papers: papers('verified-finding') },
          }),
        ),
      ).toBe('ok');
    });

    it('either acts while the reform is carried out, and human resources no more after it', () => {
      for (const who of [PERSONNEL, INSURANCE])
        expect(caseDriver(district).answer(file(who, '2018-12-03'))).toBe('ok');
      expect(caseDriver(district).answer(file(PERSONNEL, '2019-04-01'))).toBe('NOT_YOUR_ROLE');
    });

    it('what was begun before goes on with the bureau after it', () => {
      const c = caseDriver(district);
      c.must(file(PERSONNEL, '2019-03-25'));
      c.must(by(INSURANCE, '2019-04-02', 'record-investigation', { body: { team: ['o-1', 'o-2'] } }));
      expect(c.proceeding('insurance-penalty').roles['organ']).toEqual([INSURANCE]);
    });
  });

  it('is not registered any more, save for a rehearsal of its day', () => {
    const said = (department: string, at: Instant, simulated = false) => {
      const change = {
        change: 'department-added' as const,
        department,
        name: '赣县区卫计委',
        connectKey: `U${'B'.repeat(55)}`,
        ...(simulated ? { simulated } : {}),
      };
      const command = registerCommand([change], { region: '360704', occurredAt: at });
      const checked = decideRegister(registerWith([]), command, at, law);
      return checked.ok ? 'ok' : checked.code;
    };
    expect(said(HEALTH_THEN, '2017-06-01T09:00:00+08:00')).toBe('ok');
    expect(said(HEALTH_THEN, '2026-06-01T09:00:00+08:00')).toBe('BODY_NO_MORE');
    expect(said(HEALTH_THEN, '2026-06-01T09:00:00+08:00', true)).toBe('ok');
    expect(said(HEALTH, '2026-06-01T09:00:00+08:00')).toBe('ok');
  });
});
