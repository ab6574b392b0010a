// 限制知悉: whoever may itself be looked into neither sees the case nor acts in it, and hears what one hears of a case that is not there.
import { describe, expect, it } from 'vitest';
import { type PassedOn, UNSEEN, viewAfter } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import { possibleCommands } from '../../../case/possible.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { DepartmentId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { PlacedEntry } from '../../../services/bus/ledger/case-entries.ts';
import { unseenLink } from '../../../services/bus/registrar/linked-cases.ts';
import { foldOn, type ShownCase, shownCase, UNFOLDED } from '../../../services/doors/http/case-shown.ts';
import { withoutCases } from '../../../services/reports/without-cases.ts';
import { type CaseDriver, caseDriver, commandOf, type Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import {
  BUREAU,
  countyRegister,
  delivered,
  OFFICE,
  OTHER_POLICE,
  POLICE,
  PROCURATORATE,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';
import { splitOff } from '../../support/two-cases.ts';

const HEALTH = '653023/health';
const INSPECTION = '653023/discipline-inspection';
const SUPERIOR = '653000/public-security';
const register = countyRegister();
const AT: Instant = '2024-03-06T10:00:00+08:00';
const LATER: Instant = '2024-03-06T14:00:00+08:00';

const ask = (command: string, to: DepartmentId[], as = `${INSPECTION}/head`, at: Instant = AT): Told => ({
  as,
  command,
  at,
  body: { to },
  with: ['reason'],
});
const restrict = (department: DepartmentId, as?: string, at?: Instant): Told =>
  ask('restrict-case', [department], as, at);
const lift = (department: DepartmentId, at: Instant = LATER): Told =>
  ask('lift-restriction', [department], undefined, at);

/** Under review by the police since Tuesday 5 March 2024 at 14:00, and restricted from a department on Wednesday at 10:00. */
const restricted = (department: DepartmentId = POLICE): CaseDriver => {
  const c = underReview();
  c.must(restrict(department));
  return c;
};

/** What a department is shown of the case, as the HTTP door reads it. */
const shownTo = ({ entries }: CaseDriver, department: DepartmentId): ShownCase | null => {
  const placed = entries.map((entry, n) => ({ entry, ledgerSequence: n + 1 })) as PlacedEntry[];
  const ground = { register, law };
  return shownCase(foldOn(UNFOLDED, placed, ground), placed, department, ground);
};

describe('谁可以限制', () => {
  it('a head of discipline inspection of its level or above, or of its nearest superior, with a reason, though no party to the case', () => {
    const c = underReview();
    expect(c.answer(restrict(POLICE, `${INSPECTION}/o-1`))).toBe('RANK_TOO_LOW');
    expect(c.answer({ ...restrict(POLICE), with: [] })).toBe('REASON_REQUIRED');
    expect(c.answer(restrict(POLICE, `${BUREAU}/head`))).toBe('NOT_YOUR_ROLE');
    // Of the neighbouring county it stands above nobody here, and is to learn nothing.
    expect(c.answer(restrict(OTHER_POLICE, `${PROCURATORATE}/head`))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(restrict(OTHER_POLICE))).toBe('CASE_NOT_FOUND');
    expect(c.answer(ask('restrict-case', []))).toBe('CASE_NOT_FOUND');
    expect(c.answer(restrict(POLICE, `${SUPERIOR}/head`))).toBe('ok');
    expect(c.answer(restrict(POLICE))).toBe('RESTRICTED_ALREADY');
  });

  it('nobody restricts a case from itself, and none but these lifts it', () => {
    const c = underReview();
    expect(c.answer(restrict(INSPECTION))).toBe('CASE_NOT_FOUND');
    c.must(restrict(POLICE));
    expect(c.answer(ask('lift-restriction', [POLICE], `${POLICE}/head`, LATER))).toBe('CASE_NOT_FOUND');
    expect(c.answer(lift(BUREAU))).toBe('NOT_RESTRICTED');
    expect(c.answer(lift(POLICE))).toBe('ok');
  });
});

describe('被限制的部门', () => {
  it('is told nothing: not that it is restricted, nor why, nor of what comes', () => {
    const c = restricted();
    expect(told(c, register, law)).toEqual([
      `all ${SUPERIOR} case.case-restricted`,
      `all ${INSPECTION} case.case-restricted`,
      `open ${OFFICE} case.case-restricted`,
    ]);
    c.must(steps.file(LATER, SUPERIOR));
    expect(told(c, register, law).filter((line) => line.includes(POLICE))).toEqual([]);
    expect(told(c, register, law)).toContain(`all ${BUREAU} criminal-transfer.case-filed`);
  });

  it('hears of every command what one hears of a case that is not there', () => {
    const c = restricted();
    const all: Told[] = [
      steps.file(LATER),
      { as: `${POLICE}/o-1`, command: 'record-fact', at: LATER, body: { fact: 'x' } },
      { as: `${POLICE}/o-1`, command: 'acknowledge', at: LATER, proceeding: 'p9' },
      {
        as: `${POLICE}/o-1`,
        command: 'confirm-receipt',
        at: LATER,
        body: { clock: 'p1/fwd-filing-review/1' },
      },
      {
        as: `${POLICE}/head`,
        command: 'split-case',
        at: LATER,
        body: { proceedings: ['p1'] },
        with: ['reason'],
      },
      { as: `${POLICE}/o-1`, command: 'no-such-command', at: LATER },
    ];
    expect(all.map((one) => c.answer(one))).toEqual(all.map(() => 'CASE_NOT_FOUND'));
  });

  it('is shown no case, no course and nothing it may do; whoever is not restricted sees it as before', () => {
    const c = restricted();
    expect(shownTo(c, POLICE)).toBeNull();
    const possible = (department: DepartmentId) =>
      possibleCommands(c.state, c.contextAt(LATER), { department, officer: 'head', ranks: ['head'] });
    expect(possible(POLICE)).toEqual([]);
    expect(possible(SUPERIOR).map(({ command }) => command)).toContain('file-case');
    expect(shownTo(c, BUREAU)?.entries).toHaveLength(6);
  });

  it('cannot link it either, and who brings it in tells it nothing', async () => {
    const c = restricted();
    const cases = { refresh: async () => ({ state: c.state }) as never };
    const link = (as: string): CaseCommand =>
      commandOf(
        { as, command: 'link-case', at: LATER, body: { links: [{ case: c.state.id, relation: 'x' }] } },
        undefined,
        1,
      );
    expect(await unseenLink(cases, link(`${POLICE}/o-1`))).toBe(c.state.id);
    expect(await unseenLink(cases, link(`${BUREAU}/o-1`))).toBeUndefined();
    const admit: Told = {
      as: `${BUREAU}/o-1`,
      command: 'admit-departments',
      at: LATER,
      body: { to: [POLICE] },
    };
    expect(c.answer(admit)).toBe('ok');
    expect(told(c, register, law).filter((line) => line.includes(POLICE))).toEqual([]);
  });

  it('gets no earlier entry by a hand-over, and keeps the office too from what is restricted from it', () => {
    const c = restricted(OFFICE);
    expect(told(c, register, law)).toEqual([`all ${INSPECTION} case.case-restricted`]);
    const last = c.entries.at(-1);
    if (!last) throw new Error('nothing was told');
    const { view, passedOn } = viewAfter(UNSEEN, c.state, last as PlacedEntry['entry'], register, law);
    const [shown] = view.shown;
    expect(shown?.told.map(({ department }) => department)).not.toContain(OFFICE);
    expect(Object.keys(shown?.paths ?? {})).not.toContain(OFFICE);
    expect(passedOn.filter(({ to }) => to === OFFICE)).toEqual([]);
  });

  it('stands in no figure of what it may not know', () => {
    const row = (case_id: string) => ({ case_id }) as never;
    const all = ['a', 'b'].map(row);
    const rows = {
      readTo: 1,
      departments: [],
      steps: all,
      clocks: all,
      earlierSpans: all,
      proceedings: all,
      handOffs: all,
      moments: all,
    };
    expect(withoutCases(rows, ['a'])).toEqual({
      readTo: 1,
      departments: [],
      ...Object.fromEntries(
        ['steps', 'clocks', 'earlierSpans', 'proceedings', 'handOffs', 'moments'].map((name) => [
          name,
          [row('b')],
        ]),
      ),
    });
  });

  it('sees again what it was told, and what comes, once it is lifted; what was recorded meanwhile stays untold', () => {
    const c = restricted();
    const before = shownTo(underReview(), POLICE)?.entries.map(({ entry }) => entry.sequence);
    c.must(steps.file(LATER, SUPERIOR), lift(POLICE, '2024-03-07T10:00:00+08:00'));
    expect(told(c, register, law)).toEqual([
      `all ${INSPECTION} case.restriction-lifted`,
      `open ${OFFICE} case.restriction-lifted`,
    ]);
    expect(shownTo(c, POLICE)?.entries.map(({ entry }) => entry.sequence)).toEqual(before);
  });
});

describe('限制知悉的案件分案', () => {
  /** Restricted from the police, then the clue that the health commission has goes on by itself. */
  const splitAfter = (department: DepartmentId): { c: CaseDriver; other: CaseDriver } => {
    const c = caseDriver(register);
    const clue = { to: [POLICE, HEALTH], fields: { topic: 'fraud' } };
    c.must(
      {
        as: `${BUREAU}/o-1`,
        command: 'send-clue',
        procedure: 'clue-notice',
        at: '2024-03-04T09:00:00+08:00',
        body: clue,
        with: ['summary'],
      },
      { as: `${POLICE}/o-1`, command: 'acknowledge', at: '2024-03-04T10:00:00+08:00' },
      { as: `${HEALTH}/o-1`, command: 'acknowledge', at: '2024-03-04T11:00:00+08:00' },
      restrict(department),
    );
    const split: Told = {
      as: `${OFFICE}/head`,
      command: 'split-case',
      at: LATER,
      body: { proceedings: ['p1'] },
      with: ['reason'],
    };
    return { c, other: splitOff(c, split, law, register) };
  };

  it('the new case is closed to the department as well: it is told of neither, and may do nothing in either', () => {
    const { c, other } = splitAfter(POLICE);
    expect(other.state.restricted).toEqual({ [POLICE]: { department: INSPECTION, officer: 'head' } });
    expect(other.state.parties).not.toContain(POLICE);
    for (const one of [c, other]) {
      expect(shownTo(one, POLICE)).toBeNull();
      expect(one.answer({ as: `${POLICE}/o-1`, command: 'accept-clue', at: LATER })).toBe('CASE_NOT_FOUND');
    }
    const [arrival] = other.entries;
    const arrived = arrival?.events.find(({ kind }) => kind === 'arrival') as {
      carried: { proceeding: object };
    };
    // It is routed to in every case; who restricted this one is said nowhere.
    const { roles: _, ...proceeding } = arrived.carried.proceeding as { roles: object };
    const carried = { ...arrived, carried: { ...arrived.carried, proceeding } };
    expect(JSON.stringify(carried).includes(INSPECTION)).toBe(false);
    expect(
      recipientsOf(other.state, arrival as never, register, law).map(({ department }) => department),
    ).not.toContain(POLICE);
  });

  it('who restricted it is told of the new case, and can lift it there; who reads the proceeding does not learn of it', () => {
    const { other } = splitAfter(POLICE);
    expect(told(other, register, law)).toEqual([
      `all ${INSPECTION} case.case-restricted`,
      `open ${OFFICE} case.case-restricted`,
    ]);
    expect(other.answer(lift(POLICE, '2024-03-07T10:00:00+08:00'))).toBe('ok');
  });

  it('nothing is entered where it was restricted from nobody', () => {
    const c = delivered();
    const asked: Told = {
      as: 'relay',
      command: 'receive-restrictions',
      at: LATER,
      body: { from: { case: c.state.id, sequence: 1 } },
    };
    c.elsewhere({ other: c.state });
    expect(c.answer(asked)).toBe('MOMENT_STALE');
    expect(c.answer({ ...asked, as: `${BUREAU}/head` })).toBe('SERVICE_ONLY');
  });
});

describe('被限制部门的期限和角色', () => {
  it('what it had to do goes to its superior, who owes it by the same instants', () => {
    const c = underReview();
    const { times } = c.clock('fwd-filing-review') ?? {};
    c.must(restrict(POLICE));
    expect(c.clock('fwd-filing-review')).toMatchObject({ status: 'running', obliged: SUPERIOR, times });
    c.must(lift(POLICE, '2024-03-06T12:00:00+08:00'));
    expect(c.clock('fwd-filing-review')).toMatchObject({ status: 'running', obliged: SUPERIOR, times });
    expect(c.proceeding('criminal-transfer').roles['receiver']).toEqual([SUPERIOR]);
    expect(nextMomentsOf(c.state).filter(({ obliged }) => obliged === POLICE)).toEqual([]);
    expect(c.answer(steps.file(LATER, SUPERIOR))).toBe('ok');
  });

  it('its superior is shown what it had been shown of them, with the same values and no more', () => {
    const c = underReview();
    let view = UNSEEN;
    const shown = (): (readonly [number, string, readonly string[]])[] => {
      let state: CaseDriver['maybe'] = null;
      view = UNSEEN;
      let passedOn: readonly PassedOn[] = [];
      for (const entry of c.entries) {
        state = applyEntry(state, entry);
        ({ view, passedOn } = viewAfter(view, state, entry as PlacedEntry['entry'], register, law));
      }
      return passedOn.map(({ to, sequence, paths }) => [sequence, to, paths] as const);
    };
    shown();
    const had = view.shown.flatMap(({ sequence, paths }) =>
      paths[POLICE] ? [[sequence, SUPERIOR, paths[POLICE]] as const] : [],
    );
    expect(had.length).toBeGreaterThan(2);
    c.must(restrict(POLICE));
    expect(shown()).toEqual(had);
    expect(shownTo(c, SUPERIOR)?.entries.map(({ entry }) => entry.sequence)).toEqual([
      ...had.map(([sequence]) => sequence),
      c.entries.length,
    ]);
  });

  it('whoever waits for it may complain of the superior as it might have of it', () => {
    const c = restricted();
    const due = c.clock('fwd-filing-review')?.times.latestDueAt as Instant;
    c.must(reach('p1/fwd-filing-review/1', 'due', due));
    expect(c.answer(steps.file('2024-03-14T09:00:00+08:00', SUPERIOR))).toBe('ok');
    expect(c.clock('fwd-filing-review')).toMatchObject({ obliged: SUPERIOR, outcome: 'breached' });
  });

  it('what it had breached before stays breached by it, until its superior has done it', () => {
    const c = underReview();
    const due = c.clock('fwd-filing-review')?.times.latestDueAt as Instant;
    c.must(
      reach('p1/fwd-filing-review/1', 'due', due),
      restrict(POLICE, undefined, '2024-03-14T10:00:00+08:00'),
    );
    expect(c.clock('fwd-filing-review')).toMatchObject({ status: 'running', obliged: POLICE });
    c.must(steps.file('2024-03-15T09:00:00+08:00', SUPERIOR));
    expect(c.clock('fwd-filing-review')).toMatchObject({ obliged: POLICE, outcome: 'breached' });
  });

  it('who names it among those to be told is answered as for any other, and it is told nothing', () => {
    const c = restricted();
    const asked = (to: DepartmentId): Told => ({
      as: `${BUREAU}/o-1`,
      command: 'record-fact',
      at: LATER,
      body: { fact: 'site-visit', to: [to] },
    });
    expect(c.answer(asked(POLICE))).toBe('ok');
    expect(told(c, register, law).filter((line) => line.includes(POLICE))).toEqual([]);
    expect(c.answer(asked(PROCURATORATE))).toBe('ok');
    const admit: Told = { ...asked(POLICE), command: 'admit-departments', body: { to: [POLICE] } };
    expect(c.answer(admit)).toBe('ok');
    expect(c.answer(steps.file('2024-03-06T15:00:00+08:00'))).toBe('CASE_NOT_FOUND');
  });

  it('the limits of others run on', () => {
    const c = delivered();
    const before = Object.values(c.state.clocks).filter(({ obliged }) => obliged !== BUREAU);
    c.must(restrict(BUREAU));
    const after = Object.values(c.state.clocks).filter(({ obliged }) => obliged !== BUREAU);
    expect(after).toEqual(before);
    expect(after.some(({ status }) => status === 'running')).toBe(true);
  });

  it('where nobody stands above it, it keeps its role in the record, and no limit starts for it', () => {
    const c = restricted(BUREAU);
    expect(c.proceeding('criminal-transfer').roles['sender']).toEqual([BUREAU]);
    c.must(steps.file(LATER));
    const obliged = Object.values(c.state.clocks).filter(
      (clock) => clock.obliged === BUREAU && clock.status !== 'stopped',
    );
    expect(obliged).toEqual([]);
  });

  it('a hand-over on its way to it waits for the receipt of its superior from here on, and is ended by that', () => {
    const c = delivered();
    c.must(restrict(POLICE));
    expect(c.handOffs()).toMatchObject([
      { hop: 1, from: BUREAU, to: POLICE, outcome: 'superseded' },
      { hop: 2, from: BUREAU, to: SUPERIOR },
    ]);
    expect(c.handOffs()[1]?.outcome).toBeUndefined();
    c.must({ ...steps.sign(LATER), as: `${SUPERIOR}/o-1` });
    expect(c.handOffs()[1]?.outcome).toBe('received');
  });

  it('reminders and ladders of others name it no more', () => {
    const c = underReview();
    c.must(restrict(BUREAU));
    const due = c.clock('fwd-filing-review')?.times.latestDueAt as Instant;
    const [moment] = c.must(reach('p1/fwd-filing-review/1', 'due', due));
    expect(moment?.kind === 'moment' && moment.addressees.map(({ department }) => department)).not.toContain(
      BUREAU,
    );
    const recipients = recipientsOf(c.state, c.entries.at(-1) as never, register, law);
    expect(recipients.map(({ department }) => department)).not.toContain(BUREAU);
  });

  it('nothing else of the case is changed by it', () => {
    const c = underReview();
    const { proceedings, subjects, links } = c.state;
    c.must(restrict(OFFICE));
    expect(c.state).toMatchObject({
      proceedings,
      subjects,
      links,
      restricted: { [OFFICE]: { department: INSPECTION, officer: 'head' } },
    });
  });
});
