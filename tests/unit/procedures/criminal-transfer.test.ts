// The transfer to the police as the law has it: who decides, what ends which limit, what is taken back and what goes along.

import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { administrativeOrgans } from '../../../law/administrative-organs.ts';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import { caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { by } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  filed,
  notFiled,
  OTHER_POLICE,
  POLICE,
  PROCURATORATE,
  papers,
  steps,
} from '../../support/transfer-story.ts';

type Case = ReturnType<typeof delivered>;
const stateOf = (c: Case) => c.proceeding('criminal-transfer').state;
const copiesOf = (c: Case) => c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));
const withReason = (as: string, command: string, at: string, body: Told['body'] = {}): Told => ({
  as,
  command,
  at,
  body: { reasonCode: 'stated', ...body },
  with: ['reason'],
});

describe('移送机关', () => {
  it.each(administrativeOrgans)('%s may transfer a suspected crime (O310 2)', (body) => {
    const organ = `653023/${body}`;
    const c = caseDriver(registerWith([organ, POLICE, PROCURATORATE]));
    const told = { ...steps.suspect('2024-03-04T09:00:00+08:00'), as: `${organ}/o-1` };
    expect(c.answer(told)).toBe('ok');
    expect(c.clock('fwd-form-team')?.obliged).toBe(organ);
  });

  it.each(['insurance-agency', 'public-security', 'court'])('%s may not', (body) => {
    const c = caseDriver(registerWith([`653023/${body}`, POLICE, PROCURATORATE]));
    const told = { ...steps.suspect('2024-03-04T09:00:00+08:00'), as: `653023/${body}/o-1` };
    expect(c.answer(told)).toBe('NOT_YOUR_ROLE');
  });
});

describe('报告与审批', () => {
  const reportedBy = (officer: string) => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), {
      ...steps.report('2024-03-04T15:00:00+08:00'),
      as: `${BUREAU}/${officer}`,
    });
    return c;
  };

  it.each([
    ['approve', steps.approve('2024-03-05T09:00:00+08:00')],
    ['refuse', withReason(`${BUREAU}/head`, 'refuse-transfer', '2024-03-05T09:00:00+08:00')],
    ['return', withReason(`${BUREAU}/head`, 'return-report', '2024-03-05T09:00:00+08:00')],
  ])('a head who reported cannot %s the report: two officers are two', (_what, told) => {
    expect(reportedBy('head').tell(told)).toMatchObject({
      ok: false,
      code: 'SAME_OFFICER',
      words: { zh: '提交移送报告的人员不得自行审批，须由另一名人员审批' },
    });
    expect(reportedBy('o-1').answer(told)).toBe('ok');
  });

  it('counts the last report: another officer may hand it in again, and the head then decides', () => {
    const c = reportedBy('head');
    expect(c.answer(steps.approve('2024-03-05T09:00:00+08:00'))).toBe('SAME_OFFICER');
    expect(stateOf(c)).toBe('awaiting-head-decision');
  });
});

describe('已罚未移', () => {
  const suspected = (penaltyDecidedOn?: string) => {
    const c = caseDriver(countyRegister());
    const told = steps.suspect('2024-03-04T09:00:00+08:00');
    const fields = penaltyDecidedOn ? { fields: { penaltyDecidedOn } } : {};
    return { c, answer: c.answer({ ...told, body: { ...told.body, ...fields } }) };
  };

  it('copies the penalty within ten days from the decision on it, not from the suspicion (GJ2006 1)', () => {
    const { c } = suspected('2024-02-28');
    // Ten days from 28 February end with Saturday 9 March and roll to Monday 11 March.
    expect(c.clock('fwd-late-penalty-copy')).toMatchObject({
      obliged: BUREAU,
      startedAt: '2024-02-28T00:00:00+08:00',
      times: { latestDueAt: '2024-03-12T00:00:00+08:00' },
    });
  });

  it('owes no copy where no penalty was made', () => {
    expect(suspected().c.clock('fwd-late-penalty-copy')).toBeUndefined();
  });

  it('knows no penalty of the future', () => {
    expect(suspected('2024-03-05').answer).toBe('FIELD_REFUSED');
  });
});

describe('收回误送的移送', () => {
  const takeBack = (at: string): Told => ({ as: `${BUREAU}/o-1`, command: 'take-back-transfer', at });

  it('is possible until the police sign for it, and tells the procuratorate', () => {
    const c = delivered();
    c.must(takeBack('2024-03-05T10:30:00+08:00'));
    expect([stateOf(c), copiesOf(c)]).toEqual(['approved-for-handover', [PROCURATORATE]]);
    expect(c.handOffs().map(({ outcome }) => outcome)).toEqual(['taken-back']);
    expect(accepted().answer(takeBack('2024-03-05T11:30:00+08:00'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('lets the 24 hours go on from the approval, as if nothing had been handed over', () => {
    const c = delivered();
    expect(c.clock('fwd-handover')?.outcome).toBe('met');
    c.must(takeBack('2024-03-05T10:30:00+08:00'));
    expect(c.clock('fwd-handover')).toMatchObject({
      status: 'running',
      startedAt: '2024-03-05T09:00:00+08:00',
      times: { latestDueAt: '2024-03-06T09:00:00+08:00' },
    });
    c.must(steps.handOver('2024-03-06T09:30:00+08:00'));
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('asks nothing more of the police it was sent to, and the next hand-over may go to others', () => {
    const c = delivered();
    c.must(takeBack('2024-03-05T10:30:00+08:00'));
    expect(c.clock('agr-hand-off-receipt')?.outcome).toBe('moot');
    const again = steps.handOver('2024-03-05T11:00:00+08:00');
    c.must({ ...again, body: { ...again.body, to: [OTHER_POLICE] } });
    expect(c.proceeding('criminal-transfer').roles['receiver']).toEqual([OTHER_POLICE]);
    expect(c.clock('agr-hand-off-receipt')).toMatchObject({ obliged: OTHER_POLICE, status: 'running' });
  });

  it('is told to the police it was sent to, who hear nothing of the case after that', () => {
    const c = delivered();
    const toldOfLast = (): readonly string[] => {
      const entry = c.entries.at(-1) as (typeof c.entries)[number] & { command: CaseCommand };
      return recipientsOf(c.state, entry, countyRegister(), law).map(({ department }) => department);
    };
    c.must(takeBack('2024-03-05T10:30:00+08:00'));
    expect(toldOfLast()).toContain(POLICE);
    const again = steps.handOver('2024-03-05T11:00:00+08:00');
    c.must({ ...again, body: { ...again.body, to: [OTHER_POLICE] } });
    expect(toldOfLast()).toContain(OTHER_POLICE);
    expect(toldOfLast()).not.toContain(POLICE);
  });

  it('is no longer possible once the police passed it on: they had signed for it', () => {
    const c = accepted();
    c.must(
      withReason(`${POLICE}/head`, 'forward-to-competent-police', '2024-03-05T16:00:00+08:00', {
        papers: papers('jurisdiction-transfer-notice'),
        to: [OTHER_POLICE],
      }),
    );
    expect(stateOf(c)).toBe('delivered');
    expect(c.answer(takeBack('2024-03-05T17:00:00+08:00'))).toBe('GUARD_REFUSED');
  });
});

describe('拒收之后', () => {
  it('the sender may hand over again, to the same police or to others', () => {
    const c = delivered();
    c.must(withReason(`${POLICE}/o-1`, 'refuse-receipt', '2024-03-05T11:00:00+08:00'));
    const again = steps.handOver('2024-03-05T15:00:00+08:00');
    c.must({ ...again, body: { ...again.body, to: [OTHER_POLICE] } });
    expect(stateOf(c)).toBe('delivered');
    expect(c.handOffs().map(({ to, outcome }) => [to, outcome])).toEqual([
      [POLICE, 'returned'],
      [OTHER_POLICE, undefined],
    ]);
    c.must(steps.sign('2024-03-05T16:00:00+08:00', OTHER_POLICE));
    expect(stateOf(c)).toBe('accepted');
  });
});

describe('移送审查起诉', () => {
  const send = (at: string): Told => ({
    as: `${POLICE}/head`,
    command: 'send-for-prosecution',
    at,
    body: { papers: papers('prosecution-opinion') },
  });
  const handOverProperty = (at: string): Told => ({
    as: `${BUREAU}/o-1`,
    command: 'hand-over-property',
    at,
    body: { papers: papers('property-handover-list') },
  });

  it('waits for no property: the police may send the case the day they file it', () => {
    const c = filed();
    c.must(send('2024-03-06T15:00:00+08:00'));
    expect([stateOf(c), copiesOf(c)]).toEqual(['sent-with-property-due', [PROCURATORATE]]);
  });

  it('frees the sender of nothing: O310 12 asks for the property three days after the notice of filing all the same', () => {
    const c = filed();
    c.must(send('2024-03-06T15:00:00+08:00'));
    expect(c.clock('fwd-property-handover')?.status).toBe('running');
    c.must(handOverProperty('2024-03-12T09:00:00+08:00'));
    expect([stateOf(c), c.clock('fwd-property-handover')?.outcome]).toEqual([
      'sent-for-prosecution',
      'breached',
    ]);
  });

  it('ends the transfer where the property is there', () => {
    const c = filed();
    c.must(handOverProperty('2024-03-07T09:00:00+08:00'), send('2024-03-08T09:00:00+08:00'));
    expect(stateOf(c)).toBe('sent-for-prosecution');
  });
});

describe('检察机关知情', () => {
  it('is told when the police withdraw a filed case, and when they tell the sender of it', () => {
    const c = filed();
    c.must(withReason(`${POLICE}/head`, 'withdraw-case', '2024-03-07T09:00:00+08:00'));
    expect(copiesOf(c)).toEqual([PROCURATORATE]);
    c.must({
      as: `${POLICE}/o-1`,
      command: 'notify-withdrawal',
      at: '2024-03-08T09:00:00+08:00',
      body: { papers: papers('case-withdrawal-decision') },
    });
    expect(copiesOf(c)).toEqual([PROCURATORATE]);
  });
});

describe('县级以上公安机关负责人批准', () => {
  it.each([
    ['filing (GA127 178)', accepted, steps.file('2024-03-05T16:00:00+08:00')],
    [
      'passing to the competent police (GA127 175)',
      accepted,
      withReason(`${POLICE}/head`, 'forward-to-competent-police', '2024-03-05T16:00:00+08:00', {
        papers: papers('jurisdiction-transfer-notice'),
        to: [OTHER_POLICE],
      }),
    ],
    [
      'moving jurisdiction (GA127 184)',
      filed,
      withReason(`${POLICE}/head`, 'move-jurisdiction', '2024-03-07T09:00:00+08:00', { to: [OTHER_POLICE] }),
    ],
    [
      'withdrawing (GA127 187)',
      filed,
      withReason(`${POLICE}/head`, 'withdraw-case', '2024-03-07T09:00:00+08:00'),
    ],
  ])('%s is for the head', (_what, begin, told) => {
    expect(begin().answer({ ...told, as: `${POLICE}/o-1` })).toBe('RANK_TOO_LOW');
    expect(begin().answer(told)).toBe('ok');
  });
});

describe('随案移交的内容', () => {
  const passedOn = (c: Case) =>
    c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'hand-off' ? (e.passes ?? []) : []));

  it('goes along with the hand-over: title, summary, offence, amounts, subjects, papers; not where the clue came from', () => {
    expect(passedOn(delivered())).toEqual([
      '/title',
      '/summary',
      '/offence',
      '/amountFen',
      '/amountSource',
      '/subjects',
      '/papers',
    ]);
  });

  it('goes along again to police that take the case over', () => {
    const c = filed();
    c.must(
      withReason(`${POLICE}/head`, 'move-jurisdiction', '2024-03-07T09:00:00+08:00', { to: [OTHER_POLICE] }),
    );
    expect(passedOn(c)).toContain('/subjects');
  });
});

describe('程序终结之后仍欠之事', () => {
  it('the complainant is still to be served, whatever the sender accepts (GA127 178)', () => {
    const c = notFiled(undefined, { fields: { complainant: true } });
    c.must({ as: `${BUREAU}/o-1`, command: 'accept-non-filing', at: '2024-03-06T11:00:00+08:00' });
    expect([stateOf(c), c.clock('fwd-notfile-notice-complainant')?.status]).toEqual([
      'back-to-admin',
      'running',
    ]);
    c.must({ as: `${POLICE}/o-1`, command: 'serve-complainant', at: '2024-03-08T11:00:00+08:00' });
    expect(c.clock('fwd-notfile-notice-complainant')?.outcome).toBe('met');
    expect(stateOf(c)).toBe('back-to-admin');
  });

  it('counts from the penalty of the same organ and party that stands in the case, where no day is typed', () => {
    const bureau = penaltyStory(BUREAU, 'insurance-penalty');
    const find = (subjects?: string[]) => {
      const told = steps.suspect('2024-04-22T09:00:00+08:00');
      return { ...told, body: { ...told.body, ...(subjects ? { subjects } : {}) } };
    };
    // Decided on Monday 8 April; ten days end with Thursday 18 April.
    for (const found of [
      find(['s1']),
      find(),
      by(BUREAU, '2024-04-22', 'find-crime', { team: ['o-1', 'o-2'] }, { proceeding: 'p1' }),
    ]) {
      const c = bureau.served();
      c.must(found);
      expect(c.clock('fwd-late-penalty-copy')).toMatchObject({
        obliged: BUREAU,
        startedAt: '2024-04-08T00:00:00+08:00',
        times: { latestDueAt: '2024-04-19T00:00:00+08:00' },
      });
    }
    const other = bureau.served();
    const told = find();
    other.must({ ...told, body: { ...told.body, newSubjects: [{ subject: 's2', kind: 'person' }] } });
    expect(other.clock('fwd-late-penalty-copy')).toBeUndefined();
    const undecided = bureau.notified();
    undecided.must(find(['s1']));
    expect(undecided.clock('fwd-late-penalty-copy')).toBeUndefined();
  });

  it('a penalty decided after a refused transfer was closed still goes to police and procuratorate within ten days', () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    c.must(
      withReason(`${BUREAU}/head`, 'refuse-transfer', '2024-03-05T09:00:00+08:00', {}),
      withReason(`${BUREAU}/head`, 'close-refused', '2024-03-06T09:00:00+08:00', {}),
    );
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'record-penalty',
      at: '2024-03-12T09:00:00+08:00',
      body: { fields: { penaltyDecidedOn: '2024-03-11' } },
    });
    expect(c.clock('fwd-late-penalty-copy')).toMatchObject({
      status: 'running',
      times: { latestDueAt: '2024-03-22T00:00:00+08:00' },
    });
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'send-penalty-copy',
      at: '2024-03-21T09:00:00+08:00',
      body: { papers: papers('penalty-decision-copy') },
    });
    expect([stateOf(c), c.clock('fwd-late-penalty-copy')?.outcome]).toEqual(['closed', 'met']);
  });

  it('whoever does not sign puts off no supervision: it can be asked for once the receipt is overdue', () => {
    const ask = (at: string): Told => ({
      as: `${BUREAU}/o-1`,
      command: 'request-supervision',
      at,
      body: { papers: papers('filing-supervision-suggestion') },
    });
    expect(delivered().answer(ask('2024-03-05T15:00:00+08:00'))).toBe('GUARD_REFUSED');
    expect(delivered().answer(ask('2024-03-25T15:00:00+08:00'))).toBe('ok');
  });

  it('a report sent back keeps no limit of the head', () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    c.must(withReason(`${BUREAU}/head`, 'return-report', '2024-03-05T09:00:00+08:00', {}));
    expect(c.clock('fwd-head-decision')?.outcome).toBe('moot');
  });
});

describe('撤回批准', () => {
  const approved = () => {
    const c = caseDriver(countyRegister());
    c.must(
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
    );
    return c;
  };
  const withdraw = (at = '2024-03-05T11:00:00+08:00', as = `${BUREAU}/head`) =>
    withReason(as, 'withdraw-approval', at);

  it('brings the report back before the head: of the hand-over nothing is owed, the three days go on from the report', () => {
    const c = approved();
    c.must(withdraw());
    expect(stateOf(c)).toBe('awaiting-head-decision');
    expect(c.clock('fwd-handover')).toMatchObject({ status: 'stopped', outcome: 'moot' });
    expect(c.clock('fwd-copy-procuratorate')).toMatchObject({ status: 'stopped', outcome: 'moot' });
    const decision = c.clock('fwd-head-decision');
    expect([decision?.startedAt, decision?.status]).toEqual(['2024-03-04T15:00:00+08:00', 'running']);
    expect(copiesOf(c)).toEqual([PROCURATORATE]);
  });

  it('wins no time: approved again after the three days it is late', () => {
    const c = approved();
    c.must(withdraw(), steps.approve('2024-03-12T09:00:00+08:00'));
    expect(c.clock('fwd-head-decision')?.outcome).toBe('breached');
    expect(c.clock('fwd-handover')).toMatchObject({
      startedAt: '2024-03-12T09:00:00+08:00',
      status: 'running',
    });
  });

  it('leaves the hand-over late that was late when the approval was withdrawn', () => {
    const c = approved();
    c.must(withdraw('2024-03-07T11:00:00+08:00'));
    expect(c.clock('fwd-handover')?.outcome).toBe('breached');
  });

  it('is for the head to say, with a reason', () => {
    const c = approved();
    expect(c.answer(withdraw(undefined, `${BUREAU}/o-2`))).toBe('RANK_TOO_LOW');
    expect(
      c.answer({ as: `${BUREAU}/head`, command: 'withdraw-approval', at: '2024-03-05T11:00:00+08:00' }),
    ).toBe('REASON_REQUIRED');
    expect(c.answer(withdraw(undefined, `${POLICE}/head`))).not.toBe('ok');
  });

  it('comes too late once the papers are with the police: then they are taken back first', () => {
    const c = approved();
    c.must(steps.handOver('2024-03-05T10:00:00+08:00'));
    expect(c.answer(withdraw())).toBe('NOT_ALLOWED_IN_STATE');
    c.must(withReason(`${BUREAU}/o-1`, 'take-back-transfer', '2024-03-05T10:30:00+08:00'), withdraw());
    expect(stateOf(c)).toBe('awaiting-head-decision');
    expect(c.clock('fwd-head-decision')?.status).toBe('running');
    expect(c.clock('fwd-handover')).toMatchObject({ status: 'stopped', outcome: 'moot' });
  });

  it('is none once the procuratorate has asked for the transfer (JG2019 557(3))', () => {
    const c = caseDriver(countyRegister());
    c.must(
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      withReason(`${BUREAU}/head`, 'refuse-transfer', '2024-03-05T09:00:00+08:00'),
      {
        as: `${PROCURATORATE}/head`,
        command: 'issue-transfer-opinion',
        at: '2024-03-06T09:00:00+08:00',
        body: { papers: papers('urge-transfer-opinion'), fields: { replyBy: '2024-04-08' } },
      },
      steps.approve('2024-03-07T09:00:00+08:00'),
    );
    expect(c.tell(withdraw('2024-03-07T10:00:00+08:00'))).toMatchObject({ details: ['no-opinion-issued'] });
  });
});
