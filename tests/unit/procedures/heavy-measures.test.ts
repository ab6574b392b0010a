// What stopping, revoking and banning take beside the hearing, as a penalty does: a legal review, a discussion of those in charge where
// that is owed, and publication. Calendar of 2024: 4 to 6 April are off, Sunday 7 April and Saturday 11 May are worked.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import {
  BUREAU,
  begun,
  by,
  DRUG,
  HEALTH,
  head,
  MARKET,
  papers,
  reviewed,
  withReason,
} from '../../support/measure-story.ts';

const PROCEDURE: Readonly<Record<string, string>> = {
  [HEALTH]: 'practice-licence',
  [MARKET]: 'drug-business',
  [DRUG]: 'drug-business',
  [BUREAU]: 'practitioner',
};
const REVOKE: Readonly<Record<string, string>> = {
  [HEALTH]: 'revoke-practice-licence',
  [MARKET]: 'revoke-drug-licence',
  [DRUG]: 'revoke-drug-licence',
  [BUREAU]: 'bar-from-management',
};
/** Begun by the owner itself, the party told on 1 April and heard on the 2nd. */
const course = (owner: string, fields = {}): Told[] => [
  by(owner, '2024-03-04', 'begin-measure', {
    procedure: PROCEDURE[owner] as string,
    body: {
      team: ['o-1', 'o-2'],
      newSubjects: [{ subject: 's1', kind: owner === BUREAU ? 'person' : 'institution' }],
    },
  }),
  by(owner, '2024-04-01', 'inform-party', { body: { papers: papers('rights-notice'), fields } }),
  by(owner, '2024-04-02', 'record-statement'),
];
const heard = (owner: string, fields = {}): CaseDriver => begun(...course(owner, fields));
const decide = (owner: string, day: string): Told =>
  head(owner, day, REVOKE[owner] as string, {
    body: {
      papers: papers('measure-decision'),
      fields: owner === BUREAU ? {} : { issuedHere: true },
    },
  });
const submit = (owner: string, day: string): Told => by(owner, day, 'submit-to-legal-review');
const pass = (owner: string, day: string, officer = 'o-3'): Told =>
  by(`${owner}/${officer}`, day, 'pass-legal-review', { body: { papers: papers('legal-review-opinion') } });
const due = (c: CaseDriver, limit: string) => c.clock(limit)?.times.latestDueAt?.slice(0, 10);

describe('法制审核', () => {
  it('of drug regulation is always discussed after it, on the record without anybody’s word (SAMR2 60(2)); of health where it is said', () => {
    for (const [owner, answer] of [
      [MARKET, 'GUARD_REFUSED'],
      [HEALTH, 'ok'],
    ] as const) {
      const c = heard(owner);
      c.onRecord();
      c.must(submit(owner, '2024-04-08'), pass(owner, '2024-04-09'));
      expect(c.answer(decide(owner, '2024-04-11'))).toBe(answer);
    }
  });

  it.each([HEALTH, MARKET, BUREAU])('%s decides nothing heavy before it was passed (CF 58)', (owner) => {
    const c = heard(owner);
    expect(c.answer(decide(owner, '2024-04-08'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(submit(owner, '2024-04-08'));
    expect(c.answer(decide(owner, '2024-04-09'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(c.answer(pass(owner, '2024-04-09', 'o-1'))).toBe('SAME_OFFICER');
    c.must(pass(owner, '2024-04-09'), decide(owner, '2024-04-11'));
    expect(c.proceeding(PROCEDURE[owner] as string).state).toBe('decided');
  });

  it('takes ten working days where the own rule of the owner sets them (SAMR2 55, N4 40)', () => {
    const clocks = [HEALTH, MARKET, BUREAU].map((owner) => {
      const c = heard(owner);
      c.must(submit(owner, '2024-04-08'));
      return ['smr-legal-review', 'pen-legal-review'].map((limit) => due(c, limit));
    });
    // 9, 11, 12, 15 to 19, 22 and 23 April: the 10th is off in Xinjiang.
    expect(clocks).toEqual([
      [undefined, undefined],
      ['2024-04-24', undefined],
      [undefined, '2024-04-24'],
    ]);
  });

  it('is prolonged by the head, and by the head of the legal unit of the bureau', () => {
    const prolong = (owner: string, extension: string, approver: string): Told =>
      by(owner, '2024-04-15', 'extend-legal-review', {
        body: { reasonCode: 'complex', extension, approver: approver as 'head' },
        with: ['reason'],
      });
    const c = heard(BUREAU);
    c.must(submit(BUREAU, '2024-04-08'));
    expect(c.answer(prolong(BUREAU, 'legal-review-extension', 'head'))).toBe('EXTENSION_NOT_ALLOWED');
    c.must(prolong(BUREAU, 'legal-review-extension', 'legal-unit-head'));
    // Ten more: 24 to 26, Sunday the 28th is worked, 29 and 30 April, 6 to 9 May.
    expect(due(c, 'pen-legal-review')).toBe('2024-05-10');
  });

  it.each(['begin-measure', 'inform-party', 'record-statement', 'submit-to-legal-review'])(
    'is not for who took %s, nor for who was named of the team (N4 37(2), SAMR2 49(3))',
    (taken) => {
      const c = begun(
        ...course(MARKET).map((told) => {
          const team = told.body?.team === undefined ? {} : { team: ['o-1', 'head'] };
          return {
            ...told,
            as: told.command === taken ? `${MARKET}/o-2` : told.as,
            body: { ...told.body, ...team },
          };
        }),
        {
          ...submit(MARKET, '2024-04-08'),
          as: `${MARKET}/${taken === 'submit-to-legal-review' ? 'o-2' : 'o-1'}`,
        },
      );
      const answers = ['o-1', 'o-2', 'head', 'o-3'].map((one) => c.answer(pass(MARKET, '2024-04-09', one)));
      expect(answers).toEqual(['SAME_OFFICER', 'SAME_OFFICER', 'SAME_OFFICER', 'ok']);
    },
  );

  it('returned, leaves the case with the party heard; it may be submitted anew', () => {
    const c = heard(MARKET);
    c.must(
      submit(MARKET, '2024-04-08'),
      by(`${MARKET}/o-3`, '2024-04-09', 'return-from-legal-review', {
        ...withReason({ papers: papers('legal-review-opinion') }),
      }),
    );
    expect(c.answer(decide(MARKET, '2024-04-11'))).toBe('NOT_ALLOWED_IN_STATE');
    c.must(submit(MARKET, '2024-04-11'), pass(MARKET, '2024-04-12'), decide(MARKET, '2024-04-15'));
  });

  it('a warning owes none (CF 58)', () => {
    const c = heard(HEALTH);
    const warn = head(HEALTH, '2024-04-08', 'warn-institution', {
      body: { papers: papers('measure-decision') },
    });
    expect(c.answer(warn)).toBe('ok');
  });
});

describe('集体讨论', () => {
  it('comes before the decision where the case is complex or grave (CF 57(2))', () => {
    const c = heard(MARKET, { collectiveDue: true });
    c.must(...reviewed(MARKET, '2024-04-08'));
    expect(c.tell(decide(MARKET, '2024-04-11'))).toMatchObject({ details: ['measure-discussed'] });
    c.must(
      head(MARKET, '2024-04-11', 'discuss-collectively', {
        body: { papers: papers('collective-discussion-record') },
      }),
      decide(MARKET, '2024-04-12'),
    );
  });
});

describe('公示', () => {
  const revoked = (owner: string): CaseDriver => {
    const c = heard(owner);
    c.must(...reviewed(owner, '2024-04-03'), decide(owner, '2024-04-08'));
    return c;
  };

  it('is due in seven working days (双公示), of market and drug regulation in twenty (SJGS 9, 21)', () => {
    const LIMITS = ['pub-penalty-credit', 'pub-penalty-samr'];
    expect(
      [HEALTH, MARKET, DRUG, BUREAU].map((owner) => LIMITS.map((limit) => due(revoked(owner), limit))),
    ).toEqual([
      ['2024-04-19', undefined],
      [undefined, '2024-05-10'],
      [undefined, '2024-05-10'],
      ['2024-04-19', undefined],
    ]);
  });

  it('is withdrawn in three working days where the decision is annulled, before the party is told anew (CF 48(2))', () => {
    const c = revoked(HEALTH);
    const inform = by(HEALTH, '2024-04-24', 'inform-party', { body: { papers: papers('rights-notice') } });
    c.must(
      by(HEALTH, '2024-04-10', 'publish-decision'),
      head(HEALTH, '2024-04-22', 'annul-decision', withReason()),
    );
    expect(due(c, 'cfp-withdraw-publication')).toBe('2024-04-26');
    expect(c.tell(inform)).toMatchObject({ details: ['publication-withdrawn'] });
    c.must(by(HEALTH, '2024-04-23', 'withdraw-publication', withReason()), inform);
    expect([c.clock('pub-penalty-credit')?.outcome, c.clock('cfp-withdraw-publication')?.outcome]).toEqual([
      'met',
      'met',
    ]);
  });

  it('never published, there is nothing to withdraw', () => {
    const c = revoked(MARKET);
    c.must(head(MARKET, '2024-04-22', 'annul-decision', withReason()));
    expect([c.clock('cfp-withdraw-publication'), c.clock('pub-penalty-samr')?.outcome]).toEqual([
      undefined,
      'moot',
    ]);
  });
});
