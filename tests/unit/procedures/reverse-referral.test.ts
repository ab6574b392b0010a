// What comes back from the criminal side to an administrative organ: from the procuratorate by an opinion, from the police and the
// court by a hand-over; and what follows where nothing is answered.
import { describe, expect, it } from 'vitest';
import type { CaseDriver } from '../../support/case-driver.ts';
import {
  by,
  COURT,
  HEALTH,
  NEIGHBOUR_PROCURATORATE,
  notProsecuted,
  openCase,
  reasoned,
} from '../../support/criminal-story.ts';
import { BUREAU, notFiled, POLICE, PROCURATORATE } from '../../support/transfer-story.ts';

const stateOf = (c: CaseDriver) => c.proceeding('reverse-referral').state;
const copies = (c: CaseDriver) =>
  c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));
const until = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);

/** Registered on Monday 3 March 2025: ten working days end with Monday 17 March. */
const reviewed = (): CaseDriver => {
  const c = openCase();
  c.must(by(PROCURATORATE, '2025-03-03', 'register-review', {}, { procedure: 'reverse-referral' }));
  return c;
};
const opinion = (day: string, to = BUREAU, replyBy?: string) =>
  by(
    PROCURATORATE,
    day,
    'issue-penalty-opinion',
    { to: [to], ...(replyBy ? { fields: { replyBy } } : {}) },
    { paper: 'procuratorial-opinion' },
  );
/** Served on Monday 10 March 2025, with the day to reply by or without. */
const served = (replyBy?: string): CaseDriver => {
  const c = reviewed();
  c.must(opinion('2025-03-10', BUREAU, replyBy));
  return c;
};
const accepted = (replyBy?: string): CaseDriver => {
  const c = served(replyBy);
  c.must(by(BUREAU, '2025-03-11', 'sign-for-referral'), by(BUREAU, '2025-03-12', 'accept-referral'));
  return c;
};
const followUp = (day: string, followUpBy: string) =>
  by(PROCURATORATE, day, 'send-follow-up', { fields: { followUpBy } }, { paper: 'follow-up-letter' });
const maintained = (day: string, followUpBy: string) =>
  reasoned(PROCURATORATE, day, 'maintain-referral', { fields: { followUpBy } });
const reply = (day: string, result = 'penalised') =>
  by(BUREAU, day, 'reply-with-result', { fields: { result } }, { paper: 'opinion-reply' });

describe('反向衔接审查', () => {
  it('ends within ten working days of registration (FX2024 12)', () => {
    const c = reviewed();
    expect([c.clock('rev-review')?.obliged, until(c, 'rev-review')]).toEqual([PROCURATORATE, '2025-03-18']);
    c.must(opinion('2025-03-18'));
    expect(c.clock('rev-review')?.outcome).toBe('breached');
  });

  it('does not count the time in which another region is asked, nor a suspension', () => {
    const c = reviewed();
    c.must(by(PROCURATORATE, '2025-03-04', 'ask-other-region', { fields: { askedRegion: '653022' } }));
    expect([c.clock('rev-review')?.status, c.answer(opinion('2025-03-05'))]).toEqual([
      'paused',
      'NOT_ALLOWED_IN_STATE',
    ]);
    c.must(by(PROCURATORATE, '2025-03-07', 'note-other-region-answer'));
    // Wednesday and Thursday were no days of it; those in part are not counted at the latest: four days more.
    expect(until(c, 'rev-review')).toBe('2025-03-22');
    c.must(
      reasoned(
        PROCURATORATE,
        '2025-03-10',
        'suspend-penalty-review',
        { fields: { suspendedFor: 'police-reconsideration' } },
        { paper: 'review-suspension-decision' },
      ),
    );
    expect(c.clock('rev-review')?.status).toBe('paused');
    c.must(by(PROCURATORATE, '2025-04-10', 'resume-penalty-review'));
    expect([stateOf(c), c.clock('rev-review')?.status]).toEqual(['penalty-review', 'running']);
  });

  it('is prolonged by the chief procurator as long as he says', () => {
    const c = reviewed();
    const prolong = (extensionTo: number) =>
      reasoned(PROCURATORATE, '2025-03-10', 'extend-penalty-review', {
        extension: 'complex-review',
        approver: 'main-head',
        extensionTo,
      });
    c.must(prolong(20));
    // The twentieth working day would be Monday 31 March, 肉孜节, a local day off in Xinjiang.
    expect(until(c, 'rev-review')).toBe('2025-04-02');
  });

  it('before the guideline ran as agreed', () => {
    const c = notProsecuted();
    c.must(by(PROCURATORATE, '2024-03-27', 'refer-for-penalty-review'));
    expect(c.clock('rev-review')).toBeUndefined();
    expect(c.clock('agr-penalty-review')).toMatchObject({ obliged: PROCURATORATE, status: 'running' });
  });

  it('ends with a decision where no penalty is due, and says why', () => {
    const c = reviewed();
    expect(
      c.answer(
        by(PROCURATORATE, '2025-03-10', 'end-penalty-review', {}, { paper: 'review-termination-decision' }),
      ),
    ).toBe('REASON_REQUIRED');
    c.must(
      reasoned(
        PROCURATORATE,
        '2025-03-10',
        'end-penalty-review',
        {},
        { paper: 'review-termination-decision' },
      ),
    );
    expect([stateOf(c), c.clock('rev-review')?.outcome]).toEqual(['no-penalty-due', 'met']);
  });

  it('goes to the matching procuratorate where the organ is elsewhere, which counts anew', () => {
    const c = reviewed();
    c.must(
      reasoned(PROCURATORATE, '2025-03-05', 'pass-to-matching-procuratorate', {
        to: [NEIGHBOUR_PROCURATORATE],
      }),
      by(NEIGHBOUR_PROCURATORATE, '2025-03-07', 'receive-passed-review'),
    );
    expect([c.clock('rev-review')?.obliged, until(c, 'rev-review')]).toEqual([
      NEIGHBOUR_PROCURATORATE,
      '2025-03-22',
    ]);
    expect(c.proceeding('reverse-referral').roles['former-procuratorate']).toEqual([PROCURATORATE]);
  });

  describe('passed on', () => {
    const pass = (who: string, day: string, to: string) =>
      reasoned(who, day, 'pass-to-matching-procuratorate', { to: [to] });
    const passed = (): CaseDriver => {
      const c = reviewed();
      c.must(pass(PROCURATORATE, '2025-03-05', NEIGHBOUR_PROCURATORATE));
      return c;
    };
    const holder = (c: CaseDriver) => c.proceeding('reverse-referral').roles['procuratorate'];

    it('is to be signed for or returned within two working days, as agreed', () => {
      const c = passed();
      expect([c.clock('agr-passed-review-receipt')?.obliged, until(c, 'agr-passed-review-receipt')]).toEqual([
        NEIGHBOUR_PROCURATORATE,
        '2025-03-08',
      ]);
    });

    it.each([
      ['return-passed-review', NEIGHBOUR_PROCURATORATE, 'met'],
      ['take-back-passed-review', PROCURATORATE, 'moot'],
    ])(
      'by %s it is again for whoever passed it on, which takes up the days it had used',
      (command, who, receipt) => {
        const c = passed();
        c.must(reasoned(who, '2025-03-06', command));
        expect([stateOf(c), holder(c)]).toEqual(['penalty-review', [PROCURATORATE]]);
        expect(c.clock('agr-passed-review-receipt')?.outcome).toBe(receipt);
        expect([c.clock('rev-review')?.obliged, until(c, 'rev-review')]).toEqual([
          PROCURATORATE,
          '2025-03-20',
        ]);
        expect(c.answer(opinion('2025-03-07'))).toBe('ok');
      },
    );

    it('goes on to a third by whoever it came to, and comes back to that one', () => {
      const c = passed();
      const above = '653000/procuratorate';
      c.must(pass(NEIGHBOUR_PROCURATORATE, '2025-03-06', above));
      expect([stateOf(c), holder(c), c.clock('agr-passed-review-receipt')?.obliged]).toEqual([
        'passed-on',
        [above],
        above,
      ]);
      c.must(reasoned(above, '2025-03-07', 'return-passed-review'));
      expect(holder(c)).toEqual([NEIGHBOUR_PROCURATORATE]);
    });
  });
});

describe('检察意见', () => {
  it('is for the chief procurator', () => {
    expect(reviewed().answer({ ...opinion('2025-03-10'), as: `${PROCURATORATE}/o-1` })).toBe('RANK_TOO_LOW');
  });

  it('is answered by the day that it names, whatever that is', () => {
    const c = served('2025-04-10');
    expect([stateOf(c), until(c, 'rev-organ-reply'), c.clock('rev-organ-reply-two-months')]).toEqual([
      'opinion-served',
      '2025-04-11',
      undefined,
    ]);
  });

  it('is otherwise answered within two months, a number from memory that counts no breach', () => {
    const c = served();
    expect([stateOf(c), until(c, 'rev-organ-reply-two-months'), c.clock('rev-organ-reply')]).toEqual([
      'opinion-served',
      '2025-05-13',
      undefined,
    ]);
    expect(c.clock('rev-organ-reply-two-months')?.obliged).toBe(BUREAU);
  });

  it('opens the organ’s own case, for which a bureau has fifteen working days from receipt (N4 14)', () => {
    const c = accepted('2025-05-12');
    // The fifteenth would be 31 March, a local day off.
    expect(until(c, 'clue-verify')).toBe('2025-04-02');
    c.must(
      reasoned(BUREAU, '2025-03-20', 'extend-referral-verification', {
        extension: 'clue-verify-extension',
        approver: 'main-head',
      }),
    );
    expect(c.answer(by(BUREAU, '2025-03-25', 'open-administrative-case', { team: ['o-1'] }))).toBe(
      'TEAM_TOO_SMALL',
    );
    c.must(by(BUREAU, '2025-03-25', 'open-administrative-case', { team: ['o-1', 'o-2'] }));
    expect([stateOf(c), c.clock('clue-verify')?.outcome, copies(c)]).toEqual([
      'administrative-case-open',
      'met',
      [PROCURATORATE],
    ]);
    c.must(reply('2025-05-08'), by(PROCURATORATE, '2025-05-09', 'close-referral'));
    expect([stateOf(c), c.clock('rev-organ-reply')?.outcome]).toEqual(['referral-closed', 'met']);
  });

  it('to another organ has no fifteen days', () => {
    const c = reviewed();
    c.must(opinion('2025-03-10', HEALTH), by(HEALTH, '2025-03-11', 'sign-for-referral'));
    expect(c.clock('clue-verify')).toBeUndefined();
    expect(
      c.answer(
        reasoned(HEALTH, '2025-03-12', 'extend-referral-verification', {
          extension: 'clue-verify-extension',
          approver: 'main-head',
        }),
      ),
    ).toBe('GUARD_REFUSED');
  });

  it('may be returned with reasons, taken back until signed for, and go to another', () => {
    const c = served('2025-04-10');
    expect(c.answer(by(BUREAU, '2025-03-11', 'return-referral'))).toBe('REASON_REQUIRED');
    c.must(reasoned(BUREAU, '2025-03-11', 'return-referral'));
    expect([stateOf(c), c.clock('rev-organ-reply')?.outcome, copies(c)]).toEqual([
      'returned',
      'moot',
      [PROCURATORATE],
    ]);
    c.must(
      by(
        PROCURATORATE,
        '2025-03-12',
        'reissue-penalty-opinion',
        { to: [HEALTH], fields: { replyBy: '2025-05-12' } },
        { paper: 'procuratorial-opinion' },
      ),
    );
    expect([c.clock('rev-organ-reply')?.obliged, until(c, 'rev-organ-reply')]).toEqual([
      HEALTH,
      '2025-05-13',
    ]);
    c.must(by(PROCURATORATE, '2025-03-12T15:00:00+08:00', 'take-back-referral'));
    expect([stateOf(c), c.handOffs().map(({ outcome }) => outcome)]).toEqual([
      'taken-back',
      ['returned', 'taken-back'],
    ]);
    expect(accepted().answer(by(PROCURATORATE, '2025-03-13', 'take-back-referral'))).toBe(
      'NOT_ALLOWED_IN_STATE',
    );
  });

  it('issued again without a day of its own is answered in two months, as the first one is', () => {
    const c = served('2025-04-10');
    c.must(
      reasoned(BUREAU, '2025-03-11', 'return-referral'),
      by(
        PROCURATORATE,
        '2025-03-12',
        'reissue-penalty-opinion',
        { to: [HEALTH] },
        { paper: 'procuratorial-opinion' },
      ),
    );
    expect([c.clock('rev-organ-reply')?.outcome, c.clock('rev-organ-reply-two-months')?.obliged]).toEqual([
      'moot',
      HEALTH,
    ]);
  });

  it('may be disagreed with: the procuratorate answers, and the organ goes on', () => {
    const c = accepted('2025-04-10');
    c.must(reasoned(BUREAU, '2025-03-20', 'disagree-with-referral'));
    expect([
      stateOf(c),
      c.clock('agr-reverse-disagreement')?.obliged,
      c.clock('rev-organ-reply')?.outcome,
    ]).toEqual(['disagreed', PROCURATORATE, 'met']);
    c.must(maintained('2025-03-25', '2025-04-25'));
    expect([stateOf(c), c.clock('agr-reverse-disagreement')?.outcome]).toEqual(['accepted', 'met']);
  });

  it('an objection decides nothing on filing, which the bureau still owes and may do (N4 14)', () => {
    const c = accepted('2025-05-12');
    c.must(reasoned(BUREAU, '2025-03-20', 'disagree-with-referral'));
    expect(c.clock('clue-verify')?.status).toBe('running');
    c.must(by(BUREAU, '2025-03-25', 'open-administrative-case', { team: ['o-1', 'o-2'] }));
    expect([
      stateOf(c),
      c.clock('clue-verify')?.outcome,
      c.clock('agr-reverse-disagreement')?.outcome,
    ]).toEqual(['administrative-case-open', 'met', 'moot']);
  });

  it('a result is replied once it was decided on filing: a penalty that is claimed decides nothing (N4 14)', () => {
    const c = accepted('2025-05-12');
    expect(c.answer(reply('2025-03-20'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(c.answer(by(BUREAU, '2025-03-20', 'decline-administrative-case'))).toBe('REASON_REQUIRED');
    c.must(
      reasoned(BUREAU, '2025-03-20', 'decline-administrative-case'),
      reply('2025-03-21', 'not-penalised'),
    );
    expect([stateOf(c), c.clock('clue-verify')?.outcome, c.clock('rev-organ-reply')?.outcome]).toEqual([
      'replied',
      'met',
      'met',
    ]);
  });

  it('withdrawn upon an objection leaves nothing to verify', () => {
    const c = accepted('2025-05-12');
    c.must(
      reasoned(BUREAU, '2025-03-20', 'disagree-with-referral'),
      reasoned(PROCURATORATE, '2025-03-25', 'withdraw-referral'),
    );
    expect([stateOf(c), c.clock('clue-verify')?.outcome]).toEqual(['referral-withdrawn', 'moot']);
  });
});

describe('逾期未回复', () => {
  it('after an objection: maintained with a day to answer by, followed up, suggested, reported upward', () => {
    const c = accepted('2025-04-10');
    c.must(reasoned(BUREAU, '2025-04-01', 'disagree-with-referral'));
    expect(c.tell(reasoned(PROCURATORATE, '2025-04-15', 'maintain-referral'))).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['followUpBy'],
    });
    c.must(maintained('2025-04-15', '2025-05-15'));
    expect([c.clock('agr-follow-up-reply')?.obliged, until(c, 'agr-follow-up-reply')]).toEqual([
      BUREAU,
      '2025-05-16',
    ]);
    expect(c.answer(followUp('2025-05-15', '2025-05-30'))).toBe('GUARD_REFUSED');
    c.must(
      followUp('2025-05-19', '2025-05-30'),
      by(
        PROCURATORATE,
        '2025-06-03',
        'suggest-after-silence',
        { to: [BUREAU] },
        { paper: 'procuratorial-suggestion' },
      ),
      reasoned(PROCURATORATE, '2025-09-01', 'report-silence-upward', {}, { proceeding: 'p1' }),
    );
    expect(c.proceeding('procuratorial-suggestion').parent).toBe('p1');
  });

  it('after progress and nothing since: a day is set for the rest, and what follows is open again', () => {
    const c = accepted('2025-04-10');
    const more = (day: string, followUpBy: string) =>
      reasoned(PROCURATORATE, day, 'ask-for-more', { fields: { followUpBy } });
    // Nothing came yet: the day that the opinion names still runs.
    expect(c.tell(more('2025-03-31', '2025-05-15'))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['was-answered-in-part'],
    });
    c.must(by(BUREAU, '2025-04-01', 'report-referral-progress', {}, { with: ['summary'] }));
    c.must(more('2025-04-15', '2025-05-15'));
    expect([stateOf(c), until(c, 'agr-follow-up-reply')]).toEqual(['accepted', '2025-05-16']);
    c.must(
      followUp('2025-05-19', '2025-05-30'),
      reasoned(PROCURATORATE, '2025-06-03', 'report-silence-upward'),
    );
  });

  it('is followed up, then suggested, then reported upward, in that order and not before', () => {
    const c = accepted('2025-04-10');
    const suggest = (day: string) =>
      by(
        PROCURATORATE,
        day,
        'suggest-after-silence',
        { to: [BUREAU] },
        { paper: 'procuratorial-suggestion' },
      );
    const upward = (day: string) => reasoned(PROCURATORATE, day, 'report-silence-upward');
    expect(c.tell(followUp('2025-04-10', '2025-04-25'))).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { zh: '回复期限尚未届满' },
    });
    expect(c.tell(upward('2025-04-14'))).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { zh: '尚未发出跟进监督函' },
    });
    c.must(followUp('2025-04-14', '2025-04-25'));
    expect(until(c, 'agr-follow-up-reply')).toBe('2025-04-26');
    c.must(suggest('2025-04-28'));
    expect(c.proceeding('procuratorial-suggestion')).toMatchObject({
      state: 'suggestion-sent',
      parent: 'p1',
      roles: { receiver: [BUREAU] },
    });
    c.must(
      upward('2025-07-10'),
      by(BUREAU, '2025-07-11', 'open-administrative-case', { team: ['o-1', 'o-2'] }),
      { ...reply('2025-07-14'), proceeding: 'p1' },
    );
    expect([stateOf(c), c.clock('rev-organ-reply')?.outcome]).toEqual(['replied', 'breached']);
  });
});

describe('公安机关、人民法院移送', () => {
  it('what the police do not file goes back to the sender by itself (O310 13)', () => {
    const c = notFiled(undefined, { fields: { adminLiability: true } });
    c.must(reasoned(POLICE, '2024-03-07', 'return-for-admin-liability'));
    expect(c.proceeding('reverse-referral')).toMatchObject({
      state: 'handed-back',
      parent: 'p1',
      roles: { police: [POLICE], organ: [BUREAU] },
    });
    expect([c.clock('fwd-return-admin-liability')?.outcome, until(c, 'clue-verify')]).toEqual([
      'met',
      '2024-03-29',
    ]);
    c.must(reasoned(POLICE, '2024-03-08', 'return-for-admin-liability', {}, { proceeding: 'p1' }));
    expect(Object.keys(c.state.proceedings)).toEqual(['p1', 'p2']);
  });

  it.each([
    [POLICE, 'refer-for-liability', undefined],
    [COURT, 'refer-by-court', 'judicial-suggestion'],
  ])('%s hands over and is answered as agreed, in sixty days', (who, command, paper) => {
    const c = openCase();
    c.must(
      by(
        who,
        '2025-03-10',
        command,
        { to: [BUREAU] },
        { procedure: 'reverse-referral', ...(paper ? { paper } : {}) },
      ),
    );
    expect([stateOf(c), until(c, 'agr-reverse-result'), c.clock('agr-hand-off-receipt')?.obliged]).toEqual([
      'handed-back',
      '2025-05-10',
      BUREAU,
    ]);
    c.must(
      by(BUREAU, '2025-03-11', 'sign-for-referral'),
      by(BUREAU, '2025-03-12', 'accept-referral'),
      reasoned(BUREAU, '2025-04-02', 'decline-administrative-case'),
      reply('2025-04-10', 'not-penalised'),
    );
    expect([copies(c), c.clock('agr-reverse-result')?.outcome]).toEqual([[who], 'met']);
    c.must(reasoned(who, '2025-04-11', 'ask-for-more', { fields: { followUpBy: '2025-05-06' } }));
    expect([stateOf(c), until(c, 'agr-follow-up-reply')]).toEqual(['accepted', '2025-05-07']);
  });

  it.each([
    [POLICE, 'refer-for-liability', 'police', undefined],
    [COURT, 'refer-by-court', 'court', 'judicial-suggestion'],
  ])('%s answers an objection too', (who, command, role, paper) => {
    const c = openCase();
    const more = { procedure: 'reverse-referral', ...(paper ? { paper } : {}) };
    c.must(
      by(who, '2025-03-10', command, { to: [BUREAU] }, more),
      by(BUREAU, '2025-03-11', 'sign-for-referral'),
      by(BUREAU, '2025-03-12', 'accept-referral'),
      reasoned(BUREAU, '2025-03-20', 'disagree-with-referral'),
    );
    expect(c.clock(`agr-reverse-disagreement-${role}`)?.obliged).toBe(who);
    c.must(reasoned(who, '2025-03-24', 'withdraw-referral'));
    expect(c.clock(`agr-reverse-disagreement-${role}`)?.outcome).toBe('met');
  });
});

describe('一人一案', () => {
  const register = (day: string, first: boolean) =>
    by(
      PROCURATORATE,
      day,
      'register-review',
      first ? { newSubjects: [{ subject: 's1', kind: 'person' }] } : { subjects: ['s1'] },
      { procedure: 'reverse-referral', ...(first ? { with: ['subjects/s1'] } : {}) },
    );

  it('is not reviewed twice at once: whoever registers it again is sent to what is under way', () => {
    const c = openCase();
    c.onRecord();
    c.must(register('2025-03-05', true));
    expect(c.answer(register('2025-03-06', false))).toBe('CASE_UNDER_WAY');
    c.must(
      reasoned(
        PROCURATORATE,
        '2025-03-10',
        'end-penalty-review',
        {},
        { paper: 'review-termination-decision' },
      ),
    );
    expect(c.answer(register('2025-03-11', false))).toBe('ok');
  });
});

describe('提出检察意见的三日（GJ2021 8，来源待核）', () => {
  it('runs from the decision not to prosecute, is shown, and is never a breach', () => {
    const c = openCase();
    c.must(
      by(
        PROCURATORATE,
        '2025-03-05',
        'register-review',
        { fields: { notProsecutedOn: '2025-03-03' } },
        { procedure: 'reverse-referral' },
      ),
    );
    expect(until(c, 'rev-opinion-serve')).toBe('2025-03-07');
    c.must(opinion('2025-03-17'));
    expect(c.clock('rev-opinion-serve')).toMatchObject({
      outcome: 'undetermined',
      undetermined: 'source-unverified',
    });
    expect(c.clock('rev-review')?.outcome).toBe('met');
  });
});
