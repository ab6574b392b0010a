// A public-order case: handed to the police, filed at once, decided in thirty days and twice thirty more.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { by, COURT, HEALTH, openCase, reasoned } from '../../support/criminal-story.ts';
import { BUREAU, OTHER_POLICE, POLICE, PROCURATORATE } from '../../support/transfer-story.ts';

const JUSTICE = '653023/justice';
const stateOf = (c: CaseDriver) => c.proceeding('public-order').state;
const copies = (c: CaseDriver) =>
  c.entries.at(-1)?.events.flatMap((e) => (e.kind === 'step' ? e.copies : []));
const until = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);

const transferred = (day: string): CaseDriver => {
  const c = openCase();
  c.must(
    by(
      BUREAU,
      day,
      'transfer-public-order-case',
      { team: ['o-1', 'o-2'] },
      { procedure: 'public-order', paper: 'public-order-letter' },
    ),
  );
  return c;
};
/** Handed over, signed for and filed on one day. */
const filed = (day: string): CaseDriver => {
  const c = transferred(`${day}T09:00:00+08:00`);
  c.must(
    by(POLICE, `${day}T10:00:00+08:00`, 'sign-for-public-order-case'),
    by(POLICE, `${day}T11:00:00+08:00`, 'file-public-order-case', {}, { paper: 'public-order-filing' }),
  );
  return c;
};
const prolong = (day: string, extension: string) =>
  reasoned(POLICE, day, 'prolong-public-order-case', { extension, approver: 'higher-police' });
const decide = (day: string, fields: Record<string, unknown> = {}) =>
  by(
    POLICE,
    day,
    'decide-public-order-penalty',
    { fields: { publicOrderPenalty: ['detention'], ...fields } as never },
    { paper: 'public-order-decision' },
  );

describe('公安机关自行发现的治安案件', () => {
  it('is filed by the police alone, decided in their thirty days, and told to no sender', () => {
    const c = openCase();
    c.must(
      by(
        POLICE,
        '2026-03-02',
        'file-public-order-case',
        {},
        { procedure: 'public-order', paper: 'public-order-filing' },
      ),
    );
    expect([stateOf(c), copies(c), until(c, 'po-decision')]).toEqual([
      'public-order-investigation',
      [],
      '2026-04-02',
    ]);
    expect(c.clock('agr-hand-off-receipt')).toBeUndefined();
    c.must(decide('2026-03-16'));
    expect([stateOf(c), c.clock('po-decision')?.outcome]).toEqual(['public-order-decided', 'met']);
  });
});

describe('移送治安案件', () => {
  it('wants two officers, and is signed for, returned with reasons or taken back', () => {
    const alone = by(
      BUREAU,
      '2026-03-02',
      'transfer-public-order-case',
      { team: ['o-1'] },
      { procedure: 'public-order', paper: 'public-order-letter' },
    );
    expect(openCase().answer(alone)).toBe('TEAM_TOO_SMALL');
    const c = transferred('2026-03-02');
    expect(c.clock('agr-hand-off-receipt')).toMatchObject({ obliged: POLICE, status: 'running' });
    expect(c.answer(by(POLICE, '2026-03-03', 'return-public-order-case'))).toBe('REASON_REQUIRED');
    c.must(reasoned(POLICE, '2026-03-03', 'return-public-order-case'));
    expect([stateOf(c), copies(c), c.handOffs()[0]?.outcome]).toEqual(['sent-back', [BUREAU], 'returned']);
    c.must(
      by(BUREAU, '2026-03-04', 'transfer-public-order-case-again', {}, { paper: 'public-order-letter' }),
      by(BUREAU, '2026-03-04T11:00:00+08:00', 'take-back-public-order-case'),
    );
    expect(stateOf(c)).toBe('sent-back');
  });

  it('is filed at once, or said to be no violation, with reasons to the sender (ZA 90)', () => {
    const c = transferred('2026-03-02');
    c.must(by(POLICE, '2026-03-02T15:00:00+08:00', 'sign-for-public-order-case'));
    expect(c.clock('po-filing')).toMatchObject({ obliged: POLICE, status: 'running' });
    expect(
      c.answer(by(POLICE, '2026-03-03', 'find-no-violation', {}, { paper: 'not-a-violation-notice' })),
    ).toBe('REASON_REQUIRED');
    c.must(reasoned(POLICE, '2026-03-03', 'find-no-violation', {}, { paper: 'not-a-violation-notice' }));
    expect([stateOf(c), copies(c)]).toEqual(['no-violation', [BUREAU]]);
  });

  it('of another unit goes on within 24 hours, and the sender is told', () => {
    const c = transferred('2026-03-02');
    c.must(by(POLICE, '2026-03-02T15:00:00+08:00', 'sign-for-public-order-case'));
    expect(c.clock('po-forward')?.times.latestDueAt).toBe('2026-03-03T15:00:00+08:00');
    c.must(
      reasoned(POLICE, '2026-03-03T16:00:00+08:00', 'forward-public-order-case', { to: [OTHER_POLICE] }),
    );
    expect([c.clock('po-forward')?.outcome, copies(c), c.proceeding('public-order').roles['police']]).toEqual(
      ['breached', [BUREAU], [OTHER_POLICE]],
    );
  });
});

describe('三十日', () => {
  it('from filing, twice prolonged by thirty by the police one level up (ZA 118)', () => {
    const c = filed('2026-03-02');
    // Thirty days end with Wednesday 1 April.
    expect(until(c, 'po-decision')).toBe('2026-04-02');
    expect(c.answer(prolong('2026-03-20', 'second-thirty-days'))).toBe('EXTENSION_NOT_ALLOWED');
    c.must(prolong('2026-03-20', 'first-thirty-days'));
    // Friday 1 May: the days off last to Tuesday 5 May.
    expect(until(c, 'po-decision')).toBe('2026-05-07');
    c.must(prolong('2026-04-20', 'second-thirty-days'));
    // Sunday 31 May.
    expect(until(c, 'po-decision')).toBe('2026-06-02');
    expect(c.answer(prolong('2026-05-20', 'second-thirty-days'))).toBe('EXTENSION_NOT_ALLOWED');
  });

  it('before 2026 were prolonged once (ZA2005 99)', () => {
    const c = filed('2024-03-04');
    c.must(prolong('2024-03-20', 'first-thirty-days'));
    expect(c.answer(prolong('2024-04-20', 'second-thirty-days'))).toBe('EXTENSION_NOT_ALLOWED');
  });

  it('before 2026 left out an appraisal and no hearing, which was due from 2,000 yuan on (ZA2005 98, 99)', () => {
    const c = filed('2025-03-03');
    // Thirty days end with Wednesday 2 April.
    expect(until(c, 'po-decision')).toBe('2025-04-03');
    c.must(
      by(POLICE, '2025-03-10', 'tell-hearing-right', {}, { paper: 'hearing-right-notice' }),
      by(POLICE, '2025-03-17', 'begin-public-order-hearing'),
    );
    expect(c.clock('po-decision')?.status).toBe('running');
    c.must(by(POLICE, '2025-03-26', 'end-public-order-hearing'));
    expect(until(c, 'po-decision')).toBe('2025-04-03');
    c.must(by(POLICE, '2025-03-27', 'begin-public-order-appraisal'));
    expect(c.clock('po-decision')?.status).toBe('paused');
    const largeFine = (day: string) =>
      law.procedureOn('public-order', day)?.fields['heavyPenalty']?.options?.['large-fine']?.zh;
    expect([largeFine('2025-12-31'), largeFine('2026-01-01')]).toEqual(['二千元以上罚款', '四千元以上罚款']);
  });

  it('leave out appraisal and hearing', () => {
    const c = filed('2026-03-02');
    c.must(by(POLICE, '2026-03-05', 'begin-public-order-appraisal'));
    expect(c.clock('po-decision')?.status).toBe('paused');
    c.must(by(POLICE, '2026-03-15', 'end-public-order-appraisal'));
    // Nine whole days and two in part, which are not counted at the latest: from 1 April to 12 April, a Sunday.
    expect(until(c, 'po-decision')).toBe('2026-04-14');
    expect(c.answer(by(POLICE, '2026-03-16', 'begin-public-order-hearing'))).toBe('GUARD_REFUSED');
    c.must(
      by(POLICE, '2026-03-16', 'tell-hearing-right', {}, { paper: 'hearing-right-notice' }),
      by(POLICE, '2026-03-20', 'begin-public-order-hearing'),
    );
    expect(c.clock('po-decision')?.status).toBe('paused');
  });
});

describe('决定', () => {
  it('is for the head, and is told to the sender; whoever is absent is served within two days', () => {
    const c = filed('2026-03-02');
    expect(c.answer({ ...decide('2026-03-20'), as: `${POLICE}/o-1` })).toBe('RANK_TOO_LOW');
    c.must(decide('2026-03-20', { offenderAbsent: true, personsConcerned: 3 }));
    // Two days end with Sunday 22 March.
    expect([stateOf(c), copies(c), until(c, 'po-service'), c.clock('po-decision')?.outcome]).toEqual([
      'public-order-decided',
      [BUREAU],
      '2026-03-24',
      'met',
    ]);
    c.must(by(POLICE, '2026-03-23', 'serve-public-order-decision'));
    expect(c.clock('po-service')?.outcome).toBe('met');
    expect(c.answer(by(POLICE, '2026-03-24', 'serve-public-order-decision'))).toBe('GUARD_REFUSED');
  });

  describe('罚款', () => {
    /** Of a person, filed on Monday 2 March 2026. */
    const ofPerson = (): CaseDriver => {
      const c = openCase();
      c.must(
        by(
          POLICE,
          '2026-03-02',
          'file-public-order-case',
          { newSubjects: [{ subject: 's1', kind: 'person' }] },
          { procedure: 'public-order', paper: 'public-order-filing', with: ['subjects/s1'] },
        ),
      );
      return c;
    };
    const pay = (day: string) => by(POLICE, day, 'note-public-order-payment');

    it('is paid within fifteen days of its receipt, as announced or as served (ZA 123)', () => {
      const c = ofPerson();
      c.must(decide('2026-03-16', { publicOrderPenalty: ['fine', 'detention'] }));
      expect([c.clock('po-pay')?.obliged, until(c, 'po-pay')]).toEqual(['s1', '2026-04-01']);
      c.must(pay('2026-03-31'));
      expect(c.clock('po-pay')?.outcome).toBe('met');
      expect(c.answer(pay('2026-04-01'))).toBe('GUARD_REFUSED');
      const absent = ofPerson();
      absent.must(decide('2026-03-16', { publicOrderPenalty: ['fine'], offenderAbsent: true }));
      expect(absent.clock('po-pay')).toBeUndefined();
      absent.must(by(POLICE, '2026-03-17', 'serve-public-order-decision'));
      expect(until(absent, 'po-pay')).toBe('2026-04-02');
    });

    it('is paid by nobody who was not fined', () => {
      const c = ofPerson();
      c.must(decide('2026-03-16', { publicOrderPenalty: ['warning'] }));
      expect(c.tell(pay('2026-03-17'))).toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    });

    it('that is large is owed as well, once the party gave up its hearing', () => {
      const c = ofPerson();
      c.must(
        by(POLICE, '2026-03-10', 'tell-hearing-right', {}, { paper: 'hearing-right-notice' }),
        by(POLICE, '2026-03-11', 'waive-public-order-hearing'),
        by(
          POLICE,
          '2026-03-16',
          'decide-heavy-public-order-penalty',
          { fields: { heavyPenalty: ['large-fine'] } },
          { paper: 'public-order-decision' },
        ),
      );
      expect(until(c, 'po-pay')).toBe('2026-04-01');
      c.must(pay('2026-03-20'));
    });

    it('that was not decided is owed by nobody', () => {
      const c = ofPerson();
      c.must(decide('2026-03-16'));
      expect(c.clock('po-pay')).toBeUndefined();
    });

    it('may be contested before the authority that the register names for the police (CF 7)', () => {
      const c = ofPerson();
      c.must(
        decide('2026-03-16', { publicOrderPenalty: ['fine'] }),
        by(POLICE, '2026-03-17', 'admit-departments', { to: [JUSTICE] }),
        by(
          JUSTICE,
          '2026-04-07',
          'accept-reconsideration',
          { to: [POLICE], subjects: ['s1'] },
          { procedure: 'penalty-remedy', paper: 'remedy-acceptance-notice' },
        ),
      );
      expect(c.proceeding('penalty-remedy').roles).toMatchObject({ authority: [JUSTICE], organ: [POLICE] });
      expect(c.clock('rem-answer')?.obliged).toBe(POLICE);
    });
  });

  describe('应当告知听证的处罚（ZA 117，CF 64）', () => {
    const heavy = (day: string) =>
      by(
        POLICE,
        day,
        'decide-heavy-public-order-penalty',
        { fields: { heavyPenalty: ['licence-revocation'] } },
        { paper: 'public-order-decision' },
      );
    const tell = (day: string) =>
      by(POLICE, day, 'tell-hearing-right', { subjects: ['s1'] }, { paper: 'hearing-right-notice' });
    /** Told on Tuesday 10 March: five working days end with Tuesday 17 March. */
    const told = (): CaseDriver => {
      const c = filed('2026-03-02');
      c.must(
        by(POLICE, '2026-03-09', 'admit-departments', {
          to: [BUREAU],
          newSubjects: [{ subject: 's1', kind: 'person' }],
        }),
        tell('2026-03-10'),
      );
      return c;
    };

    it('wants the right to a hearing told before, and five working days for the party to ask', () => {
      expect(filed('2026-03-02').answer(heavy('2026-03-10'))).toBe('GUARD_REFUSED');
      const c = told();
      expect(until(c, 'pen-hearing-request')).toBe('2026-03-18');
      expect(c.answer(heavy('2026-03-10T10:05:00+08:00'))).toBe('GUARD_REFUSED');
      expect(c.answer(heavy('2026-03-17T17:00:00+08:00'))).toBe('GUARD_REFUSED');
      c.must(heavy('2026-03-18'));
      expect(stateOf(c)).toBe('public-order-decided');
    });

    it('waits for no days where the party gives the hearing up', () => {
      const c = told();
      c.must(by(POLICE, '2026-03-11', 'waive-public-order-hearing'), heavy('2026-03-12'));
      expect(stateOf(c)).toBe('public-order-decided');
    });

    it('is not decided before the hearing was held that was asked for', () => {
      const c = told();
      c.must(by(POLICE, '2026-03-12', 'request-public-order-hearing'));
      expect(c.answer(by(POLICE, '2026-03-13', 'request-public-order-hearing'))).toBe('GUARD_REFUSED');
      expect(c.answer(heavy('2026-03-30'))).toBe('GUARD_REFUSED');
      c.must(
        by(POLICE, '2026-03-26', 'begin-public-order-hearing'),
        by(POLICE, '2026-03-27', 'end-public-order-hearing'),
        heavy('2026-03-30'),
      );
    });

    it('once heard is legally reviewed first, by another officer than handled it (CF 58(1)2, ZA 114)', () => {
      const c = told();
      c.onRecord();
      c.must(
        by(POLICE, '2026-03-12', 'request-public-order-hearing'),
        by(POLICE, '2026-03-26', 'begin-public-order-hearing'),
        { ...by(POLICE, '2026-03-27', 'end-public-order-hearing'), as: `${POLICE}/o-2` },
      );
      expect(c.tell(heavy('2026-03-30'))).toMatchObject({ details: ['public-order-reviewed-after-hearing'] });
      c.must(by(POLICE, '2026-03-30', 'submit-to-legal-review'));
      const pass = by(POLICE, '2026-03-31', 'pass-legal-review', {}, { paper: 'legal-review-opinion' });
      expect(c.answer({ ...pass, as: `${POLICE}/head` })).toBe('SAME_OFFICER');
      // Who presided over the hearing was none that investigated (CF 64(4)).
      c.must({ ...pass, as: `${POLICE}/o-2` });
      expect(c.answer(heavy('2026-04-01'))).toBe('ok');
    });

    it('told anew, what was waived before counts no more', () => {
      const c = told();
      c.must(by(POLICE, '2026-03-11', 'waive-public-order-hearing'), tell('2026-03-12'));
      expect(c.answer(heavy('2026-03-13'))).toBe('GUARD_REFUSED');
    });
  });

  describe('罚款与罚金（CF 35(2)）', () => {
    const inP = (proceeding: string, told: Told): Told => ({ ...told, proceeding });
    const fine = (day: string, fields: Record<string, unknown> = {}) =>
      inP('p1', decide(day, { publicOrderPenalty: ['fine', 'detention'], ...fields }));
    /** The same person is prosecuted beside; judged with a fine on 7 April. */
    const prosecuted = (): CaseDriver => {
      const c = filed('2026-03-02');
      c.must(
        by(POLICE, '2026-03-03', 'admit-departments', { to: [PROCURATORATE, COURT] }),
        by(
          POLICE,
          '2026-03-03T11:00:00+08:00',
          'report-investigation',
          {},
          { procedure: 'criminal-process' },
        ),
      );
      return c;
    };
    const judged = (): CaseDriver => {
      const c = prosecuted();
      c.must(
        inP('p2', by(POLICE, '2026-03-06', 'send-for-prosecution', {}, { paper: 'prosecution-opinion' })),
        inP('p2', by(PROCURATORATE, '2026-03-09', 'accept-for-review')),
        inP('p2', by(PROCURATORATE, '2026-03-16', 'prosecute', {}, { paper: 'indictment' })),
        inP('p2', by(COURT, '2026-03-17', 'accept-for-trial')),
        inP('p2', by(COURT, '2026-04-07', 'judge-with-fine', {}, { paper: 'judgment' })),
        inP('p2', by(COURT, '2026-04-08', 'serve-judgment', { fields: { servedOn: '2026-04-08' } })),
        inP('p2', by(COURT, '2026-04-22', 'confirm-effect')),
      );
      return c;
    };

    it('no fine while the criminal process is open, nor after a court’s; a detention is for the police to decide', () => {
      expect(prosecuted().answer(fine('2026-03-05'))).toBe('CRIMINAL_SIDE_OPEN');
      expect(judged().answer(fine('2026-04-23'))).toBe('CRIMINAL_FINE_IMPOSED');
      expect(judged().answer(inP('p1', decide('2026-04-23')))).toBe('ok');
    });

    it('a large one neither, the right to a hearing told or not', () => {
      const large = by(
        POLICE,
        '2026-04-23',
        'decide-heavy-public-order-penalty',
        { fields: { heavyPenalty: ['large-fine'] } },
        { paper: 'public-order-decision' },
      );
      expect(judged().answer(inP('p1', large))).toBe('CRIMINAL_FINE_IMPOSED');
    });

    it('one act is fined once: not by the police and then by the bureau, nor twice by the police (CF 29)', () => {
      const c = openCase();
      const file = (day: string, first: boolean) =>
        by(
          POLICE,
          day,
          'file-public-order-case',
          first ? { newSubjects: [{ subject: 's1', kind: 'person' }] } : { subjects: ['s1'] },
          {
            procedure: 'public-order',
            paper: 'public-order-filing',
            ...(first ? { with: ['subjects/s1'] } : {}),
          },
        );
      c.must(file('2026-03-02', true), inP('p1', decide('2026-03-16', { publicOrderPenalty: ['fine'] })));
      c.must(file('2026-03-17', false));
      const again = (fields: Record<string, true> = {}) =>
        inP('p2', decide('2026-03-20', { publicOrderPenalty: ['fine'], ...fields }));
      expect(c.answer(again())).toBe('FINED_ALREADY');
      expect(c.answer(inP('p2', decide('2026-03-20', { publicOrderPenalty: ['detention'] })))).toBe('ok');
    });

    it('for another act it may be fined', () => {
      expect(judged().answer(fine('2026-04-23', { anotherAct: true }))).toBe('ok');
    });
  });

  it('may be that it is a crime, or another organ’s (ZA 113)', () => {
    const c = filed('2026-03-02');
    c.must(by(POLICE, '2026-03-10', 'refer-other-violation', { to: [HEALTH] }));
    expect(c.proceeding('reverse-referral')).toMatchObject({
      state: 'handed-back',
      roles: { police: [POLICE], organ: [HEALTH] },
    });
    c.must(by(POLICE, '2026-03-12', 'turn-into-criminal-case'));
    expect([stateOf(c), c.proceeding('criminal-process').roles]).toMatchObject([
      'turned-criminal',
      { investigator: [POLICE], sender: [BUREAU] },
    ]);
  });
});

describe('管辖不明（公安机关接报案与立案工作规定第8条第4项）', () => {
  it('is found out within three days; whoever sent it is told where it goes', () => {
    const c = transferred('2026-03-02T09:00:00+08:00');
    c.must(
      by(POLICE, '2026-03-02T10:00:00+08:00', 'sign-for-public-order-case'),
      by(POLICE, '2026-03-02T11:00:00+08:00', 'note-competence-unclear'),
    );
    expect(until(c, 'po-sort-competence')).toBe('2026-03-06');
    expect(c.answer(by(POLICE, '2026-03-02T12:00:00+08:00', 'note-competence-unclear'))).toBe(
      'GUARD_REFUSED',
    );
    c.must(reasoned(POLICE, '2026-03-04', 'forward-public-order-case', { to: [OTHER_POLICE] }));
    expect([c.clock('po-sort-competence')?.outcome, copies(c)]).toEqual(['met', [BUREAU]]);
  });
});
