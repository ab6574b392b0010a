// A clue notice: one per receiver, returned once, then designated by whoever stands above both sides.
import { describe, expect, it } from 'vitest';
import type { Register } from '../../../case/register/register.ts';
import { caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { reach } from '../../support/transfer-story.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const HEALTH = '653023/health';
const OFFICE = '653023/joint-meeting-office';
const NEIGHBOUR_BUREAU = '653022/medical-insurance';
const PREFECTURE_BUREAU = '653000/medical-insurance';
const AKSU_BUREAU = '652901/medical-insurance';
const AKSU_PREFECTURE_BUREAU = '652900/medical-insurance';
const PROVINCE_BUREAU = '650000/medical-insurance';

const everybody = [
  BUREAU,
  POLICE,
  HEALTH,
  '653023/market-regulation',
  '653023/discipline-inspection',
  OFFICE,
  NEIGHBOUR_BUREAU,
  PREFECTURE_BUREAU,
  AKSU_BUREAU,
  AKSU_PREFECTURE_BUREAU,
  PROVINCE_BUREAU,
];

const clue = (to: string[], at = '2024-03-04T09:00:00+08:00'): Told => ({
  as: `${BUREAU}/o-1`,
  command: 'send-clue',
  procedure: 'clue-notice',
  at,
  body: { to, fields: { topic: 'case-clue' } },
});
const acknowledge = (as: string, at: string): Told => ({ as: `${as}/o-1`, command: 'acknowledge', at });
const returned = (as: string, at: string): Told => ({
  as: `${as}/o-1`,
  command: 'return-clue',
  at,
  body: { reasonCode: 'not-competent' },
  with: ['reason'],
});
const reroute = (to: string, at: string): Told => ({
  as: `${BUREAU}/o-1`,
  command: 'reroute-clue',
  at,
  body: { to: [to] },
});
const designate = (as: string, to: string, at: string): Told => ({
  as: `${as}/o-1`,
  command: 'designate-receiver',
  at,
  body: { to: [to] },
});

const sentTo = (to: string[], register: Register = registerWith(everybody)) => {
  const c = caseDriver(register);
  c.must(clue(to));
  return c;
};

/** Returned by the first, sent on to a second, returned by that one too. */
const returnedTwice = (first: string, second: string, register?: Register) => {
  const c = sentTo([first], register);
  c.must(
    returned(first, '2024-03-05T09:00:00+08:00'),
    reroute(second, '2024-03-05T15:00:00+08:00'),
    returned(second, '2024-03-06T09:00:00+08:00'),
  );
  return c;
};
const stateOf = (c: ReturnType<typeof sentTo>) => c.proceeding('clue-notice').state;
const designatorOf = (c: ReturnType<typeof sentTo>) => c.proceeding('clue-notice').roles['designator']?.[0];

describe('一条线索同日通报四个部门', () => {
  const receivers = [POLICE, HEALTH, '653023/market-regulation', '653023/discipline-inspection'];
  const c = sentTo(receivers);

  it('is one case with one proceeding and one hand-off for each', () => {
    expect(Object.values(c.state.proceedings).map(({ roles }) => roles['receiver']?.[0])).toEqual(receivers);
    expect(Object.values(c.state.handOffs).map(({ to, hop }) => [to, hop])).toEqual(
      receivers.map((to) => [to, 1]),
    );
  });

  it('is answered by each on its own', () => {
    c.must(acknowledge(HEALTH, '2024-03-04T15:00:00+08:00'));
    expect(Object.values(c.state.proceedings).map(({ state }) => state)).toEqual([
      'sent',
      'acknowledged',
      'sent',
      'sent',
    ]);
  });

  it('asks the sender which one it means where several could take a command', () => {
    const d = sentTo([POLICE, HEALTH]);
    d.must(returned(POLICE, '2024-03-05T09:00:00+08:00'), returned(HEALTH, '2024-03-05T10:00:00+08:00'));
    const withdraw = { as: `${BUREAU}/o-1`, command: 'withdraw-clue', at: '2024-03-05T11:00:00+08:00' };
    expect(d.answer(withdraw)).toBe('PROCEEDING_AMBIGUOUS');
    expect(d.answer({ ...withdraw, proceeding: 'p2' })).toBe('ok');
  });
});

describe('线索的接收部门', () => {
  it.each([
    ['nobody', [], 'FIELD_REQUIRED'],
    ['the sender itself', [BUREAU], 'RECEIVER_NOT_FITTING'],
    ['a department that nobody registered', ['653024/health'], 'UNKNOWN_DEPARTMENT'],
  ])('may not be %s', (_who, to, code) => {
    expect(caseDriver(registerWith(everybody)).answer(clue(to))).toBe(code);
  });

  it('gets one clue where it is named twice', () => {
    expect(Object.keys(sentTo([POLICE, POLICE]).state.proceedings)).toEqual(['p1']);
  });

  it('has two working days to acknowledge and five to say what becomes of it, both agreed', () => {
    const c = sentTo([POLICE]);
    expect(c.clock('agr-clue-acknowledge')).toMatchObject({
      limitKind: 'agreed',
      times: { latestDueAt: '2024-03-07T00:00:00+08:00' },
    });
    c.must(acknowledge(POLICE, '2024-03-05T09:00:00+08:00'));
    expect(c.clock('agr-clue-triage')?.times.latestDueAt).toBe('2024-03-13T00:00:00+08:00');
  });
});

describe('线索退回', () => {
  it('goes back to the sender once, who sends it on or withdraws it within five working days', () => {
    const c = sentTo([POLICE]);
    c.must(returned(POLICE, '2024-03-05T09:00:00+08:00'));
    expect(stateOf(c)).toBe('returned');
    expect(c.handOffs()[0]?.outcome).toBe('returned');
    expect(c.clock('agr-clue-reroute')).toMatchObject({ obliged: BUREAU, status: 'running' });
    c.must(reroute(HEALTH, '2024-03-06T09:00:00+08:00'));
    expect(c.clock('agr-clue-reroute')?.outcome).toBe('met');
    expect(c.handOffs()[1]).toMatchObject({ hop: 2, from: BUREAU, to: HEALTH });
  });

  // Acceptance check: second return of the same clue triggers common-superior designation, no third hop.
  it('goes to the common superior when it is returned a second time, and the sender cannot send it on again', () => {
    const c = returnedTwice(POLICE, HEALTH);
    expect(stateOf(c)).toBe('awaiting-designation');
    expect(c.handOffs()).toHaveLength(2);
    expect(c.answer(reroute('653023/market-regulation', '2024-03-06T10:00:00+08:00'))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
    expect(c.clock('agr-clue-reroute')?.status).toBe('stopped');
    expect(c.clock('agr-clue-designation')).toMatchObject({ obliged: OFFICE, status: 'running' });
  });

  it('cannot be returned by the one designated', () => {
    const c = returnedTwice(POLICE, HEALTH);
    c.must(designate(OFFICE, POLICE, '2024-03-07T09:00:00+08:00'));
    expect(c.clock('agr-clue-designation')?.outcome).toBe('met');
    expect(c.answer(returned(POLICE, '2024-03-07T10:00:00+08:00'))).toBe('SECOND_RETURN');
    c.must(acknowledge(POLICE, '2024-03-07T11:00:00+08:00'));
    expect(c.answer(returned(POLICE, '2024-03-07T12:00:00+08:00'))).toBe('SECOND_RETURN');
  });
});

describe('共同上级', () => {
  it('is the bureau above both bureaus (N4 12(2))', () => {
    expect(designatorOf(sentTo([NEIGHBOUR_BUREAU]))).toBe(PREFECTURE_BUREAU);
  });

  it('is the province where the bureaus are of two prefectures, not the superior of one of them', () => {
    expect(designatorOf(sentTo([AKSU_BUREAU]))).toBe(PROVINCE_BUREAU);
  });

  it('is the joint-meeting office between departments of different kinds, as agreed', () => {
    expect(designatorOf(sentTo([POLICE]))).toBe(OFFICE);
  });

  it('is the joint-meeting office where no bureau above both is registered', () => {
    const register = registerWith([BUREAU, NEIGHBOUR_BUREAU, OFFICE]);
    expect(designatorOf(sentTo([NEIGHBOUR_BUREAU], register))).toBe(OFFICE);
  });

  it('is found anew when the clue is sent on to another kind of department', () => {
    const c = returnedTwice(POLICE, NEIGHBOUR_BUREAU);
    expect(designatorOf(c)).toBe(PREFECTURE_BUREAU);
    expect(c.answer(designate(OFFICE, POLICE, '2024-03-07T09:00:00+08:00'))).not.toBe('ok');
    expect(c.answer(designate(PREFECTURE_BUREAU, NEIGHBOUR_BUREAU, '2024-03-07T09:00:00+08:00'))).toBe('ok');
    expect(designatorOf(c)).toBe(PREFECTURE_BUREAU);
  });

  it('is found when it is needed, where nobody was there when the clue was sent', () => {
    const withoutOffice = registerWith([BUREAU, POLICE, HEALTH]);
    const c = sentTo([POLICE], withoutOffice);
    expect(designatorOf(c)).toBeUndefined();
    c.under(registerWith([BUREAU, POLICE, HEALTH, OFFICE]));
    c.must(
      returned(POLICE, '2024-03-05T09:00:00+08:00'),
      reroute(HEALTH, '2024-03-05T15:00:00+08:00'),
      returned(HEALTH, '2024-03-06T09:00:00+08:00'),
      designate(OFFICE, POLICE, '2024-03-07T09:00:00+08:00'),
    );
    expect(stateOf(c)).toBe('sent');
  });
});

describe('核查', () => {
  const accepted = (receiver: string) => {
    const c = sentTo([receiver]);
    c.must(acknowledge(receiver, '2024-03-04T15:00:00+08:00'), {
      as: `${receiver}/o-1`,
      command: 'accept-clue',
      at: '2024-03-05T09:00:00+08:00',
    });
    return c;
  };
  const extend = (as: string, at: string): Told => ({
    as,
    command: 'extend-verification',
    at,
    body: { reasonCode: 'complex', extension: 'clue-verify-extension', approver: 'main-head' },
    with: ['reason'],
  });

  it('has fifteen working days from its receipt where the receiver is a medical-insurance bureau', () => {
    expect(accepted(NEIGHBOUR_BUREAU).clock('clue-verify')).toMatchObject({
      limitKind: 'statutory',
      times: { strictDueAt: '2024-03-26T00:00:00+08:00' },
    });
  });

  it.each([POLICE, HEALTH])('has no such limit where it is %s', (receiver) => {
    expect(accepted(receiver).clock('clue-verify')).toBeUndefined();
  });

  it('may be prolonged once, by the head', () => {
    const c = accepted(NEIGHBOUR_BUREAU);
    expect(c.answer(extend(`${NEIGHBOUR_BUREAU}/o-1`, '2024-03-20T09:00:00+08:00'))).toBe('RANK_TOO_LOW');
    expect(c.answer(extend(`${NEIGHBOUR_BUREAU}/head`, '2024-03-20T09:00:00+08:00'))).toBe('ok');
    expect(c.clock('clue-verify')?.times.strictDueAt).toBe('2024-04-17T00:00:00+08:00');
    expect(c.answer(extend(`${NEIGHBOUR_BUREAU}/head`, '2024-03-21T09:00:00+08:00'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
  });

  it('may not be prolonged once it is overdue', () => {
    const c = accepted(NEIGHBOUR_BUREAU);
    expect(c.answer(extend(`${NEIGHBOUR_BUREAU}/head`, '2024-04-20T09:00:00+08:00'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
  });

  it('cannot be prolonged where no such limit runs', () => {
    expect(accepted(POLICE).answer(extend(`${POLICE}/head`, '2024-03-20T09:00:00+08:00'))).toBe(
      'NO_SUCH_CLOCK',
    );
  });

  it('reminds again in the time that was added', () => {
    const c = accepted(NEIGHBOUR_BUREAU);
    const key = 'p1/clue-verify/1';
    const first = c.state.clocks[key]?.times.moments.find(({ moment }) => moment === 'remind-1');
    c.must(
      reach(key, 'remind-1', first?.at ?? ''),
      extend(`${NEIGHBOUR_BUREAU}/head`, '2024-03-18T09:00:00+08:00'),
    );
    const again = c.state.clocks[key]?.times.moments.find(({ moment }) => moment === 'remind-1');
    expect(again?.at).toBe('2024-03-26T04:30:00+08:00');
    expect(c.answer(reach(key, 'remind-1', again?.at ?? ''))).toBe('ok');
    expect(c.answer(reach(key, 'remind-1', '2024-03-28T09:00:00+08:00'))).toBe('MOMENT_STALE');
  });

  it('upgrades to a transfer whose sender is the bureau that verified', () => {
    const c = accepted(NEIGHBOUR_BUREAU);
    c.must({
      as: `${NEIGHBOUR_BUREAU}/o-1`,
      command: 'upgrade-to-transfer',
      at: '2024-03-15T09:00:00+08:00',
      body: { team: ['o-1', 'o-2'] },
    });
    expect(c.proceeding('criminal-transfer')).toMatchObject({
      state: 'team-formed',
      parent: 'p1',
      roles: { sender: [NEIGHBOUR_BUREAU] },
    });
    expect(c.clock('clue-verify')?.outcome).toBe('met');
  });

  it('is not upgraded by the police: they are no sender of transfers', () => {
    const told = { as: `${POLICE}/o-1`, command: 'upgrade-to-transfer', at: '2024-03-15T09:00:00+08:00' };
    expect(accepted(POLICE).answer({ ...told, body: { team: ['o-1', 'o-2'] } })).toBe('NOT_YOUR_ROLE');
  });
});

describe('反馈', () => {
  const concluded = () => {
    const c = sentTo([POLICE]);
    const police = (command: string, at: string, more: Partial<Told> = {}): Told => ({
      as: `${POLICE}/o-1`,
      command,
      at,
      ...more,
    });
    c.must(
      acknowledge(POLICE, '2024-03-04T15:00:00+08:00'),
      police('accept-clue', '2024-03-05T09:00:00+08:00'),
      police('close-unfiled', '2024-03-15T09:00:00+08:00', {
        body: { reasonCode: 'no-facts' },
        with: ['reason'],
      }),
      police('give-final-feedback', '2024-03-18T09:00:00+08:00'),
    );
    return c;
  };

  it('is answered by the sender within five working days', () => {
    const c = concluded();
    expect(c.clock('agr-clue-sender-response')).toMatchObject({ obliged: BUREAU, status: 'running' });
    c.must({ as: `${BUREAU}/o-1`, command: 'close-clue', at: '2024-03-19T09:00:00+08:00' });
    expect(stateOf(c)).toBe('closed');
    expect(Object.values(c.state.clocks).filter(({ status }) => status !== 'stopped')).toEqual([]);
  });

  it('goes into consultation where the sender objects, with a reason', () => {
    const c = concluded();
    const object = { as: `${BUREAU}/o-1`, command: 'object-to-result', at: '2024-03-19T09:00:00+08:00' };
    expect(c.answer(object)).toBe('REASON_REQUIRED');
    c.must({ ...object, body: { reasonCode: 'new-evidence' }, with: ['reason'] });
    expect([stateOf(c), c.clock('agr-consultation-reply')?.obliged]).toEqual(['objected', POLICE]);
  });
});
