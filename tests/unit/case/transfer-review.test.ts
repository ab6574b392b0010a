// What the police may do with a transfer they received, short of deciding not to file.
import { describe, expect, it } from 'vitest';
import {
  accepted,
  BUREAU,
  delivered,
  filed,
  OTHER_POLICE,
  POLICE,
  PROCURATORATE,
  papers,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const NOTICE = { papers: papers('jurisdiction-transfer-notice'), reasonCode: 'not-competent' };
const stateOf = (c: ReturnType<typeof accepted>) => c.proceeding('criminal-transfer').state;

describe('批准移送后 24 小时', () => {
  const approvedOnly = () => {
    const c = delivered();
    const approved = c.entries[2];
    return { handover: c.clock('fwd-handover'), approved };
  };
  it('ends 24 hours after the approval, to the second', () => {
    expect(approvedOnly().handover?.times.latestDueAt).toBe('2024-03-06T09:00:00+08:00');
  });
  it('is met by a hand-over within them', () => {
    expect(approvedOnly().handover?.outcome).toBe('met');
  });
});

describe('材料不全', () => {
  const asked = () => {
    const c = accepted();
    c.must({
      as: `${POLICE}/o-1`,
      command: 'request-supplement',
      at: '2024-03-05T15:00:00+08:00',
      body: { papers: papers('supplement-notice') },
    });
    return c;
  };

  it('waits for the sender, who has three calendar days', () => {
    const c = asked();
    expect(stateOf(c)).toBe('supplement-pending');
    expect(c.clock('fwd-supplement-notice')?.outcome).toBe('met');
    expect(c.clock('fwd-supplement')).toMatchObject({
      obliged: BUREAU,
      times: { latestDueAt: '2024-03-09T00:00:00+08:00' },
    });
  });

  it('goes into the review when the papers are supplied', () => {
    const c = asked();
    c.must({ as: `${BUREAU}/o-1`, command: 'supplement', at: '2024-03-06T09:00:00+08:00' });
    expect([stateOf(c), c.clock('fwd-supplement')?.outcome]).toEqual(['under-filing-review', 'met']);
  });

  it('goes into the review when the sender explains what it cannot supply, with a reason', () => {
    const c = asked();
    const explain = {
      as: `${BUREAU}/o-1`,
      command: 'explain-supplement',
      at: '2024-03-06T09:00:00+08:00',
    };
    expect(c.answer(explain)).toBe('REASON_REQUIRED');
    c.must({ ...explain, body: { reasonCode: 'lost' }, with: ['reason'] });
    expect(stateOf(c)).toBe('under-filing-review');
  });

  it('never stops the clock of the review: GA127 180 does not say so', () => {
    const c = asked();
    expect(c.clock('fwd-filing-review')).toMatchObject({
      status: 'running',
      times: { latestDueAt: '2024-03-09T00:00:00+08:00' },
    });
  });

  it('lets the police review on what there is; a sender who was late by then stays late', () => {
    const c = asked();
    c.must(steps.review('2024-03-10T09:00:00+08:00'));
    expect(c.clock('fwd-supplement')?.outcome).toBe('breached');
  });

  // Signed for at 11:00: the hour to 12:00 is not counted (XS 105(2)).
  it('counts a notice after the 24 hours as late, though letting them pass would have been none', () => {
    const c = accepted();
    const key = 'p1/fwd-supplement-notice/1';
    c.must({
      as: 'docket',
      command: 'reach-moment',
      at: '2024-03-06T12:00:00.001+08:00',
      body: { moments: [{ clock: key, moment: 'due' }] },
    });
    expect(c.state.clocks[key]?.outcome).toBe('lapsed');
    c.must({
      as: `${POLICE}/o-1`,
      command: 'request-supplement',
      at: '2024-03-06T13:00:00+08:00',
      body: { papers: papers('supplement-notice') },
    });
    expect(c.state.clocks[key]?.outcome).toBe('breached');
  });
});

describe('不属本公安机关管辖', () => {
  const forwarded = () => {
    const c = accepted();
    c.must({
      as: `${POLICE}/head`,
      command: 'forward-to-competent-police',
      at: '2024-03-05T16:00:00+08:00',
      body: { ...NOTICE, to: [OTHER_POLICE] },
      with: ['reason'],
    });
    return c;
  };

  it('is a new hop to the competent police, of the same transfer', () => {
    const c = forwarded();
    expect(stateOf(c)).toBe('delivered');
    expect(c.handOffs().map(({ hop, from, to, outcome }) => [hop, from, to, outcome])).toEqual([
      [1, BUREAU, POLICE, 'received'],
      [2, POLICE, OTHER_POLICE, undefined],
    ]);
    expect(c.proceeding('criminal-transfer').roles['receiver']).toEqual([OTHER_POLICE]);
  });

  it('ends the first review as pointless and starts a new one with the new receipt', () => {
    const c = forwarded();
    expect(c.clock('fwd-filing-review')?.outcome).toBe('moot');
    c.must(steps.sign('2024-03-06T09:00:00+08:00', OTHER_POLICE));
    expect(c.clock('fwd-filing-review')).toMatchObject({ obliged: OTHER_POLICE, status: 'running' });
    expect(c.handOffs()[1]?.outcome).toBe('received');
  });

  it('does not undo a review that was overdue before the case was passed on', () => {
    const c = accepted();
    c.must({
      as: `${POLICE}/head`,
      command: 'forward-to-competent-police',
      at: '2024-03-11T16:00:00+08:00',
      body: { ...NOTICE, to: [OTHER_POLICE] },
      with: ['reason'],
    });
    expect(c.state.clocks['p1/fwd-filing-review/1']?.outcome).toBe('breached');
  });

  it('no longer lets the first police decide', () => {
    const c = forwarded();
    expect(c.answer(steps.sign('2024-03-06T09:00:00+08:00', POLICE))).toBe('NOT_YOUR_ROLE');
  });

  it.each([
    ['to itself', [POLICE], 'RECEIVER_NOT_FITTING'],
    ['to a body that is not police', ['653023/health'], 'RECEIVER_NOT_FITTING'],
    ['to nobody', [], 'FIELD_REQUIRED'],
    ['to a department nobody registered', ['650100/public-security'], 'UNKNOWN_DEPARTMENT'],
    ['to two at once', [OTHER_POLICE, '653000/public-security'], 'RECEIVER_NOT_FITTING'],
  ])('is refused %s', (_what, to, code) => {
    const told = {
      as: `${POLICE}/head`,
      command: 'forward-to-competent-police',
      at: '2024-03-05T16:00:00+08:00',
      body: { ...NOTICE, to },
      with: ['reason'],
    };
    expect(accepted().answer(told)).toBe(code);
  });

  it('supersedes a hand-over that was never answered', () => {
    const c = filed();
    const move = (as: string, to: string, at: string) => ({
      as: `${as}/head`,
      command: 'move-jurisdiction',
      at,
      body: { reasonCode: 'joined', to: [to] },
      with: ['reason'],
    });
    c.must(move(POLICE, OTHER_POLICE, '2024-03-07T09:00:00+08:00'));
    c.must(move(OTHER_POLICE, '653000/public-security', '2024-03-07T10:00:00+08:00'));
    expect(c.handOffs().map(({ outcome }) => outcome)).toEqual(['received', 'superseded', undefined]);
  });
});

describe('不属公安机关职责', () => {
  const returned = () => {
    const c = underReview();
    c.must({
      as: `${POLICE}/o-1`,
      command: 'return-not-police-matter',
      at: '2024-03-06T09:00:00+08:00',
      body: { papers: papers('return-notice'), reasonCode: 'not-police' },
      with: ['reason'],
    });
    return c;
  };

  it('goes back to the sender, and the review is met', () => {
    const c = returned();
    expect(stateOf(c)).toBe('returned-not-police-matter');
    expect(c.clock('fwd-filing-review')?.outcome).toBe('met');
  });

  it('can be sent on as a clue notice to the department concerned, in the same case', () => {
    const c = returned();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'reroute',
      at: '2024-03-06T15:00:00+08:00',
      body: { to: ['653023/health'], fields: { topic: 'licence' } },
      with: ['summary'],
    });
    expect(stateOf(c)).toBe('closed');
    expect(c.proceeding('clue-notice')).toMatchObject({
      state: 'sent',
      parent: 'p1',
      roles: { sender: [BUREAU], receiver: ['653023/health'] },
    });
    expect(c.handOffs('p2')).toMatchObject([{ hop: 1, from: BUREAU, to: '653023/health' }]);
  });
});

describe('拒收', () => {
  const refused = () => {
    const c = delivered();
    c.must({
      as: `${POLICE}/o-1`,
      command: 'refuse-receipt',
      at: '2024-03-05T11:00:00+08:00',
      body: { reasonCode: 'papers-missing' },
      with: ['reason'],
    });
    return c;
  };

  it('returns the hand-over and tells the procuratorate at once', () => {
    const c = refused();
    expect(stateOf(c)).toBe('receipt-refused');
    expect(c.handOffs()).toMatchObject([{ outcome: 'returned' }]);
    expect(c.entries.at(-1)?.events[0]).toMatchObject({ copies: [PROCURATORATE] });
  });

  it('goes to the third level at once: procuratorate, superior police, governments (O310 17)', () => {
    const c = refused();
    const escalated = c.entries.at(-1)?.events.find(({ kind }) => kind === 'moment');
    expect(escalated).toMatchObject({
      type: 'limit-escalated',
      clock: 'p1/fwd-receipt-sign/1',
      level: 3,
      plannedAt: '2024-03-05T11:00:00+08:00',
      late: false,
    });
    expect(escalated?.kind === 'moment' && escalated.addressees.map(({ department }) => department)).toEqual([
      PROCURATORATE,
      '653000/public-security',
      '653023/government-office',
      '653000/government-office',
    ]);
  });

  it('does not count as having signed: O310 7 leaves no room for a refusal', () => {
    expect(refused().clock('fwd-receipt-sign')?.status).toBe('running');
  });

  it('can be put right by signing after all', () => {
    const c = refused();
    c.must(steps.sign('2024-03-05T16:00:00+08:00'));
    expect([stateOf(c), c.clock('fwd-receipt-sign')?.outcome]).toEqual(['accepted', 'met']);
  });

  it('opens filing supervision on request, once while that is open', () => {
    const c = refused();
    c.must(steps.requestSupervision('2024-03-05T16:00:00+08:00'));
    expect(c.proceeding('filing-supervision')).toMatchObject({ state: 'requested', parent: 'p1' });
    expect(c.answer(steps.requestSupervision('2024-03-05T17:00:00+08:00'))).toBe('GUARD_REFUSED');
  });
});

describe('立案后管辖变更', () => {
  const moved = () => {
    const c = filed();
    c.must({
      as: `${POLICE}/head`,
      command: 'move-jurisdiction',
      at: '2024-03-07T09:00:00+08:00',
      body: { reasonCode: 'joined', to: [OTHER_POLICE] },
      with: ['reason'],
    });
    return c;
  };

  it('hands the case to the other police organ, which takes part from here on', () => {
    const c = moved();
    const p = c.proceeding('criminal-transfer');
    expect(p.roles['receiver']).toEqual([OTHER_POLICE]);
    expect(p.roles['former-receiver']).toEqual([POLICE]);
    expect(c.handOffs().at(-1)).toMatchObject({ hop: 2, from: POLICE, to: OTHER_POLICE });
    expect(c.state.parties).toContain(OTHER_POLICE);
  });

  it('obliges the organ that moved it to tell the sender within three days (GA127 184)', () => {
    const c = moved();
    expect(c.clock('fwd-police-jurisdiction-change')).toMatchObject({
      obliged: POLICE,
      times: { latestDueAt: '2024-03-12T00:00:00+08:00' },
    });
    const notify = (as: string) => ({
      as: `${as}/o-1`,
      command: 'notify-jurisdiction-change',
      at: '2024-03-08T09:00:00+08:00',
      body: { papers: papers('jurisdiction-transfer-notice') },
    });
    expect(c.answer(notify(OTHER_POLICE))).toBe('NOT_YOUR_ROLE');
    c.must(notify(POLICE));
    expect(c.clock('fwd-police-jurisdiction-change')?.outcome).toBe('met');
  });

  it('is signed for by the new organ, once', () => {
    const c = moved();
    const receive = {
      as: `${OTHER_POLICE}/o-1`,
      command: 'receive-moved-case',
      at: '2024-03-07T15:00:00+08:00',
    };
    c.must(receive);
    expect(c.handOffs().at(-1)?.outcome).toBe('received');
    expect(c.answer(receive)).toBe('GUARD_REFUSED');
  });
});

describe('立案之后', () => {
  it('gives the sender three days to hand over the property, which end with Monday by either reading of 日', () => {
    expect(filed().clock('fwd-property-handover')?.times).toMatchObject({
      strictDueAt: '2024-03-12T00:00:00+08:00',
      latestDueAt: '2024-03-12T00:00:00+08:00',
    });
  });

  it.each([
    ['hand-over-property', { papers: papers('property-handover-list') }],
    ['declare-no-property', {}],
  ])('goes on to the investigation with %s', (command, body) => {
    const c = filed();
    c.must({ as: `${BUREAU}/o-1`, command, at: '2024-03-07T09:00:00+08:00', body });
    expect(stateOf(c)).toBe('under-criminal-investigation');
    expect(c.clock('fwd-property-handover')?.outcome).toBe('met');
  });

  it('comes back to the sender when the police withdraw the case and say so within three days', () => {
    const c = filed();
    c.must(
      {
        as: `${POLICE}/head`,
        command: 'withdraw-case',
        at: '2024-03-07T09:00:00+08:00',
        body: { reasonCode: 'no-crime' },
        with: ['reason'],
      },
      {
        as: `${POLICE}/o-1`,
        command: 'notify-withdrawal',
        at: '2024-03-08T09:00:00+08:00',
        body: { papers: papers('case-withdrawal-decision') },
      },
    );
    expect(stateOf(c)).toBe('back-to-admin');
    expect(c.clock('fwd-case-withdrawn-notice')?.outcome).toBe('met');
    expect(c.clock('fwd-property-handover')?.outcome).toBe('moot');
  });

  it('keeps the breach of a sender who was late with the property before the police withdrew', () => {
    const c = filed();
    c.must({
      as: `${POLICE}/head`,
      command: 'withdraw-case',
      at: '2024-03-20T09:00:00+08:00',
      body: { reasonCode: 'no-crime' },
      with: ['reason'],
    });
    expect(c.clock('fwd-property-handover')?.outcome).toBe('breached');
  });
});
