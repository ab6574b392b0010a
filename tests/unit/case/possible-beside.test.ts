// What may be set off in a case beside what is under way is offered: other proceedings to open, and commands on the case as a whole; and
// what is offered is not refused for who sends it, or for how the case stands.
import { describe, expect, it } from 'vitest';
import { possibleOnCase, possibleOpenings } from '../../../case/possible-beside.ts';
import { law } from '../../../law/law.ts';
import type { Rank } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, play } from '../../support/case-driver.ts';
import { COUNTY, generousRegister, toldFor } from '../../support/clerk.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, countyRegister, delivered, OFFICE, POLICE } from '../../support/transfer-story.ts';

const AT = '2024-04-20T09:00:00+08:00';
const who = (department: string, rank: Rank = 'officer') => ({
  department,
  officer: rank === 'head' ? 'head' : 'o-1',
  ranks: [rank],
});
const { begun } = penaltyStory(BUREAU, 'insurance-penalty');

const openingsOf = (c: CaseDriver, department: string, rank?: Rank) =>
  possibleOpenings(c.state, c.contextAt(AT), who(department, rank));
const onCaseOf = (c: CaseDriver, department: string, rank?: Rank) =>
  possibleOnCase(c.state, c.contextAt(AT), who(department, rank));
const namesOf = (all: readonly { readonly command: string }[]) => all.map(({ command }) => command);

/** Refusals that another value or receiver would have mended. */
const SAID = ['FIELD_REQUIRED', 'FIELD_REFUSED', 'RECEIVER_REQUIRED', 'RECEIVER_NOT_FITTING', 'DATE_PASSED'];

describe('proceedings that may be opened in a case', () => {
  it('are those of the organ’s own kind: a bureau verifies, penalises, transfers and recovers; it does not prosecute', () => {
    const names = namesOf(openingsOf(begun(), BUREAU));
    expect(names).toEqual(
      expect.arrayContaining([
        ...['verify-lead', 'file-penalty', 'suspect-crime', 'request-measure', 'demand-repayment'],
        ...['report-incident', 'find-serious'],
      ]),
    );
    expect(names).not.toContain('issue-supervisory-suggestion');
    expect(names).not.toContain('register-public-interest-clue');
  });

  it('ask about whom, where another of the kind is under way about the only one there is: a second filing is about another', () => {
    const needsOf = (command: string) =>
      openingsOf(begun(), BUREAU).find((one) => one.command === command)?.needs;
    expect(needsOf('file-penalty')).toContain('subjects');
    expect(needsOf('verify-lead')).not.toContain('subjects');
  });

  it('name the rank that is missing: preserving evidence is for a head to order', () => {
    const rankOf = (rank: Rank) =>
      openingsOf(begun(), BUREAU, rank).find(({ command }) => command === 'preserve-evidence')?.missingRank;
    expect([rankOf('officer'), rankOf('head')]).toEqual(['head', null]);
  });

  it('are none for who is no party, and none in a case that is closed or void', () => {
    const c = begun();
    expect(openingsOf(c, '653023/tax')).toEqual([]);
    const { state } = c;
    const closed = { department: BUREAU, officer: 'head', at: AT, in: 1 } as never;
    expect(possibleOpenings({ ...state, closed }, c.contextAt(AT), who(BUREAU))).toEqual([]);
    expect(possibleOpenings({ ...state, voided: { at: AT } as never }, c.contextAt(AT), who(BUREAU))).toEqual(
      [],
    );
  });

  it.each([
    ['a penalty', () => begun(), BUREAU],
    ['a transfer, as its sender', () => delivered(generousRegister()), BUREAU],
    ['a transfer, as its receiver', () => delivered(generousRegister()), POLICE],
  ] as const)('of %s are taken once all that they ask for is filled in', (_, tell, department) => {
    const c = tell();
    const offered = openingsOf(c, department, 'head');
    expect(offered.length).toBeGreaterThan(5);
    const refused = offered.flatMap(({ procedure: name, version, command, needs, conditions }) => {
      const procedure = law.procedure(name, version);
      const demanded = procedure?.commands[command];
      if (!procedure || !demanded) throw new Error(command);
      const told = toldFor(procedure, command, demanded, c.state, undefined, department, AT);
      const { newSubjects: _subjects, ...body } = told.body ?? {};
      const room = { register: generousRegister(), caseId: c.state.id, law };
      const ways = needs.includes('subjects')
        ? [
            { subjects: Object.keys(c.state.subjects) },
            { newSubjects: [{ subject: 's9', kind: 'person' as const }] },
          ]
        : [{}];
      const codes = ways.map((about) => {
        const { decision } = play(room, c.state, {
          ...told,
          as: `${department}/head`,
          body: { ...body, ...about },
        });
        return decision.ok ? 'ok' : decision.code;
      });
      // What holds or not by what is said stands beside it.
      const bySaid = conditions.map((id) => procedure.conditions[id]?.code ?? '');
      return codes.some((code) => ['ok', ...SAID, ...bySaid].includes(code))
        ? []
        : [`${command}: ${codes.join(' ')}`];
    });
    expect(refused).toEqual([]);
  });
});

describe('commands on the case as a whole', () => {
  it('are open to each who takes part; to close, join, part or mark it is for a head of who opened it', () => {
    const names = (rank: Rank) =>
      onCaseOf(begun(), BUREAU, rank).map((one) => [one.command, one.missingRank]);
    for (const command of ['record-fact', 'admit-departments', 'link-case', 'state-amount'])
      expect(names('officer')).toContainEqual([command, null]);
    for (const command of ['mark-major', 'merge-case']) {
      expect(names('officer')).toContainEqual([command, 'head']);
      expect(names('head')).toContainEqual([command, null]);
    }
  });

  it('are not there while the case does not stand so: not closed while something is open, opened again only once closed', () => {
    const c = begun();
    const names = namesOf(onCaseOf(c, BUREAU, 'head'));
    for (const command of ['close-case', 'reopen-case', 'unmark-major']) expect(names).not.toContain(command);
    c.must({
      as: `${BUREAU}/head`,
      at: '2024-03-05T09:00:00+08:00',
      command: 'mark-major',
      with: ['reason'],
    });
    expect(namesOf(onCaseOf(c, BUREAU, 'head'))).toContain('unmark-major');
    expect(namesOf(onCaseOf(c, BUREAU, 'head'))).not.toContain('mark-major');
  });

  it('name each proceeding in turn: of two clues, one of which is done with, that one is waived and either split off', () => {
    const c = caseDriver(countyRegister());
    const health = '653023/health';
    const send = (at: Instant) => ({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      procedure: 'clue-notice',
      at,
      body: { to: [health], fields: { topic: 'fraud', noticeType: 'info' } },
    });
    const take = (command: string, proceeding: string, at: Instant) => ({
      as: `${health}/o-1`,
      command,
      proceeding,
      at,
    });
    c.must(send('2024-03-04T09:00:00+08:00'), send('2024-03-04T10:00:00+08:00'));
    const offered = (rank: Rank) =>
      onCaseOf(c, BUREAU, rank).flatMap(({ command, missingRank }) =>
        ['split-case', 'waive-proceeding'].includes(command) ? [[command, missingRank]] : [],
      );
    expect(offered('head')).toEqual([]);
    c.must(
      take('acknowledge', 'p2', '2024-03-04T11:00:00+08:00'),
      take('note-for-information', 'p2', '2024-03-04T12:00:00+08:00'),
    );
    expect(offered('head')).toEqual([
      ['waive-proceeding', null],
      ['split-case', null],
    ]);
    expect(offered('officer')).toEqual([
      ['waive-proceeding', 'head'],
      ['split-case', 'head'],
    ]);
  });

  it('are the joint-meeting office’s too, though no party; a stranger has none', () => {
    const c = begun();
    expect(COUNTY).toContain(OFFICE);
    expect(namesOf(onCaseOf(c, OFFICE, 'head'))).toContain('mark-major');
    expect(onCaseOf(c, '653023/tax', 'head')).toEqual([]);
  });
});

describe('a command of a procedure that is not in the case', () => {
  const answered = (department: string) => {
    const { decision } = play(
      { register: generousRegister(), caseId: begun().state.id, law },
      begun().state,
      {
        as: `${department}/head`,
        at: AT,
        command: 'revoke-practice-licence',
      },
    );
    return decision.ok ? ['ok'] : [decision.code, ...decision.details];
  };

  it('is answered with who may send it, to an organ that never may: a licence is revoked by who issued it', () => {
    expect(answered(BUREAU)).toEqual(['NOT_YOUR_ROLE', 'owner']);
  });
});
