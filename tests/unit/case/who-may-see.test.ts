// Who learns of an entry, and whether with the values or in the open form; what one may do agrees with what is decided.
import { describe, expect, it } from 'vitest';
import { pathsTold } from '../../../case/backfill.ts';
import { decide } from '../../../case/decide.ts';
import { possibleCommands } from '../../../case/possible.ts';
import type { CaseState } from '../../../case/state.ts';
import { allOffered } from '../../../case/steps/offered.ts';
import { type Recipient, recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Rank } from '../../../schemas/ids.ts';
import { caseDriver, changed, commandOf, contextOf, play, type Told } from '../../support/case-driver.ts';
import { COUNTY, generousRegister, STRANGER, toldFor } from '../../support/clerk.ts';
import { explore } from '../../support/explore.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  notFiled,
  OFFICE,
  POLICE,
  PROCURATORATE,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

type Case = ReturnType<typeof accepted>;
type Together = NonNullable<OpenBody['steps']>[number];
const together = ({ command, as, at, body = {} }: Told): Together => ({
  command,
  officer: as.split('/')[2] as string,
  occurredAt: at,
  precision: 'instant',
  body: body as Together['body'],
});
const register = countyRegister();
/** Recipients of the newest entry: `+` with the values, `-` in the open form. */
const told = (c: Case): string[] => {
  const entry = c.entries.at(-1);
  if (!entry) throw new Error('nothing was told');
  return recipientsOf(c.state, entry, register, law)
    .map(({ department, sees }: Recipient) => `${sees === 'all' ? '+' : '-'} ${department}`)
    .sort();
};

describe('谁能看到', () => {
  it('keeps the receiver in the dark until the case is handed over', () => {
    const c = caseDriver(register);
    for (const step of [
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
    ]) {
      c.must(step);
      expect(told(c)).toEqual([`+ ${BUREAU}`, `- ${OFFICE}`]);
      expect(c.state.parties).toEqual([BUREAU]);
    }
    c.must(steps.handOver('2024-03-05T10:00:00+08:00'));
    expect(told(c)).toEqual([`+ ${PROCURATORATE}`, `+ ${BUREAU}`, `+ ${POLICE}`, `- ${OFFICE}`].sort());
  });

  it('shows the joint-meeting office the open form of every entry', () => {
    const c = notFiled();
    for (const entry of c.entries) {
      const office = recipientsOf(c.state, entry, register, law).find(
        ({ department }) => department === OFFICE,
      );
      expect(office?.sees, entry.command.commandId).toBe('open');
    }
  });

  it('shows a reminder to those it addresses, in the open form', () => {
    const c = accepted();
    c.must(reach('p1/fwd-filing-review/1', 'remind-1', '2024-03-07T05:30:00+08:00'));
    expect(told(c)).toEqual([`- ${OFFICE}`, `- ${POLICE}`]);
  });

  it('shows the drafted request to sender and procuratorate, and the breach to the police', () => {
    const c = accepted();
    c.must(reach('p1/fwd-filing-review/1', 'due', '2024-03-09T00:00:00+08:00'));
    expect(told(c)).toEqual([`+ ${BUREAU}`, `+ ${PROCURATORATE}`, `- ${OFFICE}`, `- ${POLICE}`]);
  });

  it('shows a fact to those told, with the values, and makes them parties', () => {
    const c = delivered();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'record-fact',
      at: '2024-03-06T09:00:00+08:00',
      body: { fact: 'audit-finding', to: ['653023/audit'] },
    });
    expect(told(c)).toEqual([`+ 653023/audit`, `+ ${BUREAU}`, `- ${OFFICE}`]);
    expect(c.state.parties).toContain('653023/audit');
  });

  it('shows a published fact to those told and nobody else', () => {
    const c = delivered();
    c.must({
      as: 'publisher',
      command: 'record-fact',
      at: '2024-03-06T09:00:00+08:00',
      body: { fact: 'reported', to: ['653023/audit'] },
    });
    expect(told(c)).toEqual([`+ 653023/audit`, `- ${OFFICE}`]);
  });

  it('shows departments that were admitted what admitted them', () => {
    const c = delivered();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'admit-departments',
      at: '2024-03-06T09:00:00+08:00',
      body: { to: ['653023/health'] },
    });
    expect(told(c)).toEqual([`+ 653023/health`, `+ ${BUREAU}`, `- ${OFFICE}`]);
  });

  it('tells whoever links two cases that they are linked', () => {
    const c = delivered();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'link-case',
      at: '2024-03-06T09:00:00+08:00',
      body: { links: [{ case: '653023-bbbbbbbbbbbbbbbb', relation: 'same-subject' }] },
    });
    expect(told(c)).toEqual([`+ ${BUREAU}`, `- ${OFFICE}`]);
  });

  it('names the notice by what was done, not by what followed from it', () => {
    const c = delivered();
    const [recipient] = recipientsOf(c.state, c.entries.at(-1) as Case['entries'][number], register, law);
    expect(recipient).toMatchObject({ procedure: 'criminal-transfer', event: 'handed-over' });
  });

  it('tells whose clock was counted otherwise why: with the reason', () => {
    const c = underReview();
    c.onRecord();
    c.must({ ...steps.file('2024-03-07T10:00:00+08:00'), recordedAt: '2024-03-12T10:00:00+08:00' });
    c.must({
      as: `${PROCURATORATE}/o-1`,
      command: 'dispute-claim',
      at: '2024-03-13T10:00:00+08:00',
      body: { clock: c.clock('fwd-filing-review')?.clock ?? '' },
      with: ['reason'],
    });
    expect(told(c)).toEqual([`+ ${PROCURATORATE}`, `+ ${BUREAU}`, `+ ${POLICE}`, `- ${OFFICE}`].sort());
  });

  it('tells whoever knows of the case why it is voided', () => {
    const c = caseDriver(register);
    c.onRecord();
    const by = (command: string, at: string): Told => ({
      as: `${BUREAU}/o-1`,
      command,
      at,
      with: ['reason'],
    });
    c.must({
      ...by('send-clue', '2024-03-05T10:00:00+08:00'),
      procedure: 'clue-notice',
      body: { to: [POLICE], fields: { topic: 'fund-fraud' } },
      with: ['summary'],
    });
    c.must(by('take-back-clue', '2024-03-05T11:00:00+08:00'), by('void-case', '2024-03-05T12:00:00+08:00'));
    expect(told(c)).toContain(`+ ${POLICE}`);
  });

  it('of steps recorded together, who comes in with the last is told of the values of that one, and of what is passed on', () => {
    const c = caseDriver(register);
    c.onRecord();
    const course = [steps.approve('2024-03-05T09:00:00+08:00'), steps.handOver('2024-03-05T10:00:00+08:00')];
    const committed = ['steps/1/title', 'steps/1/measure', 'steps/2/reason', 'steps/2/contact'];
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'), {
      as: `${BUREAU}/head`,
      command: 'record-steps',
      at: '2024-03-08T09:00:00+08:00',
      body: { steps: course.map(together) },
      with: committed,
    });
    const entry = c.entries.at(-1);
    if (!entry) throw new Error('nothing was recorded');
    const all = recipientsOf(c.state, entry, register, law);
    const pathsOf = (department: string): readonly string[] =>
      pathsTold(
        all.find((r) => r.department === department) as Recipient,
        entry.events as CaseEvent[],
        committed.map((path) => `/${path}`),
      );
    expect(pathsOf(BUREAU)).toEqual(committed.map((path) => `/${path}`));
    expect(pathsOf(POLICE)).toEqual(['/steps/1/title', '/steps/2/reason', '/steps/2/contact']);
    expect(pathsOf(PROCURATORATE)).toEqual(['/steps/2/reason', '/steps/2/contact']);
    expect(pathsOf(OFFICE)).toEqual([]);
  });

  it('tells those who take part of a clock that moved, in the open form', () => {
    const c = delivered();
    c.under(
      changed(register, '653023', [
        {
          change: 'agreed-limit-set',
          limit: 'agr-hand-off-receipt',
          span: { workingDays: 9 },
          basis: '联席会议纪要',
        },
      ]),
    );
    c.must({
      as: 'publisher',
      command: 'recalculate-clocks',
      at: '2024-03-05T11:00:00+08:00',
      body: { basis: '联席会议纪要' },
    });
    expect(told(c)).toEqual([`- ${OFFICE}`, `- ${BUREAU}`, `- ${POLICE}`]);
  });
});

describe('不是当事部门', () => {
  const caseId = '653023-aaaaaaaaaaaaaaaa';
  const told = (command: string): Told => ({
    as: '653023/audit/head',
    at: '2024-03-06T09:00:00+08:00',
    command,
  });

  it.each([
    'sign-receipt',
    'record-fact',
    'admit-departments',
    'link-case',
    'send-clue',
    'suspect-crime',
    'no-such-command',
  ])('cannot tell by %s whether the case is there', (command) => {
    const asked = commandOf(told(command), caseId, 1);
    const context = { at: asked.occurredAt, caseId, register, law };
    const there = decide(accepted().state, asked, context);
    expect(there).toEqual({ ok: false, code: 'CASE_NOT_FOUND', details: [] });
    expect(decide(null, asked, context)).toEqual(there);
  });
});

describe('可办事项', () => {
  const county = generousRegister();

  it.each(procedures.map((p) => [p.title.zh, p] as const))(
    '%s: what is offered is taken, and what is not offered is refused',
    (_title, procedure) => {
      const { room, first } = explore(procedure, county);
      for (const { state, at } of first.values()) {
        const p = state.proceedings['p1'] as CaseState['proceedings'][string];
        for (const department of new Set([...COUNTY, ...Object.values(p.roles).flat()])) {
          const ranks = ['officer', 'head'] as const;
          const offers = new Map(
            ['o-1', 'o-2', 'o-3', 'head'].map((officer) => [
              `${department}/${officer}`,
              possibleCommands(state, contextOf(room, at), { department, officer, ranks }, ['p1']),
            ]),
          );
          for (const { name: command, command: demanded } of allOffered(procedure, p.state)) {
            const attempt = toldFor(procedure, command, demanded, state, p, department, at);
            const entry = offers.get(attempt.as)?.find((one) => one.command === command);
            const { decision } = play(room, state, attempt);
            const code = decision.ok ? 'ok' : decision.code;
            if (entry) {
              if (entry.conditions.length === 0)
                // To whom it may not go back is the question of whom it names.
                expect(['ok', 'HELD_BEFORE'], `${p.state} ${command} ${department}`).toContain(code);
            } else expect(code, `${p.state} ${command} ${department}`).not.toBe('ok');
          }
        }
      }
    },
  );

  it('says which rank is in the way', () => {
    const c = caseDriver(register);
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    const offered = (department: string, ...ranks: Rank[]) =>
      possibleCommands(c.state, c.contextAt('2024-03-04T16:00:00+08:00'), {
        department,
        officer: 'o-2',
        ranks,
      });
    const asOfficer = offered(BUREAU, 'officer');
    expect(asOfficer.find(({ command }) => command === 'approve-transfer')?.missingRank).toBe('head');
    const asHead = offered(BUREAU, 'head');
    expect(asHead.find(({ command }) => command === 'approve-transfer')?.missingRank).toBeNull();
  });

  it('offers nothing to strangers and to auditors', () => {
    const c = delivered();
    const offered = (department: string, ...ranks: Rank[]) =>
      possibleCommands(c.state, c.contextAt('2024-03-06T09:00:00+08:00'), {
        department,
        officer: 'o-1',
        ranks,
      });
    expect(offered(STRANGER, 'head')).toEqual([]);
    expect(offered(POLICE, 'auditor')).toEqual([]);
  });
});
