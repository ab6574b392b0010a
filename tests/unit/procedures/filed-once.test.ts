// Filing a case: the same demands whichever way it is filed, one case of an organ against one party, and what came to the organ as a
// clue is decided on by it (N4 14 to 16; CF 29, 42, 54).
import { describe, expect, it } from 'vitest';
import { possibleCommands } from '../../../case/possible.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import {
  AUDIT,
  begun,
  by,
  clockOf,
  DISCIPLINE,
  HEALTH,
  MARKET,
  OTHER_BUREAU,
} from '../../support/referral-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const FORM = papers('case-filing-form');
const TWO = ['o-1', 'o-2'];

const clue = (): CaseDriver => {
  const c = begun(
    by(MARKET, '2024-03-04T09', 'send-clue', {
      to: [BUREAU],
      fields: { topic: 'overcharging' },
      newSubjects: [{ subject: 's1' }, { subject: 's2' }],
      subjects: ['s1'],
    }),
    by(BUREAU, '2024-03-05T09', 'acknowledge'),
    by(BUREAU, '2024-03-06T09', 'accept-clue'),
  );
  c.onRecord();
  return c;
};
const fileClue = (body: Told['body'] = {}): Told => by(BUREAU, '2024-03-07T09', 'file-admin', body);
const byHand = (subject: string, who = BUREAU, procedure = 'insurance-penalty'): Told =>
  by(who, '2024-03-07T10', 'file-penalty', { team: TWO, papers: FORM, subjects: [subject] }, { procedure });
const standing = (c: CaseDriver) =>
  Object.values(c.state.proceedings).map(({ procedure, state, subject }) =>
    [procedure, state, subject].filter(Boolean).join(' '),
  );

describe('立案', () => {
  it('from a clue takes the form and the two officers that it takes by hand', () => {
    const c = clue();
    expect(c.tell(fileClue())).toMatchObject({ code: 'PAPERS_MISSING', details: ['case-filing-form'] });
    expect(c.tell(fileClue({ papers: FORM }))).toMatchObject({ code: 'TEAM_TOO_SMALL', details: ['2'] });
    expect(standing(c)).toEqual(['clue-notice verifying']);
    c.must(fileClue({ papers: FORM, team: TWO }));
    expect(standing(c)).toEqual(['clue-notice concluded', 'insurance-penalty investigating s1']);
  });

  it('from what discipline inspection hands over takes them too', () => {
    const c = begun(
      by(
        DISCIPLINE,
        '2024-03-04T09',
        'find-outbound-matter',
        { newSubjects: [{ subject: 's1' }] },
        { procedure: 'discipline-outbound' },
      ),
      by(DISCIPLINE, '2024-03-05T09', 'send-outbound-matter', {
        to: [HEALTH],
        papers: papers('outbound-referral-letter'),
      }),
      by(HEALTH, '2024-03-06T09', 'sign-outbound-matter'),
      by(HEALTH, '2024-03-07T09', 'accept-outbound-matter'),
    );
    c.onRecord();
    const file = (body: Told['body']): Told => by(HEALTH, '2024-03-11T09', 'file-outbound-matter', body);
    expect(c.tell(file({}))).toMatchObject({ code: 'PAPERS_MISSING', details: ['case-filing-form'] });
    expect(c.tell(file({ papers: FORM }))).toMatchObject({ code: 'TEAM_TOO_SMALL', details: ['2'] });
    c.must(file({ papers: FORM, team: TWO }));
  });

  it('is listed with what it takes', () => {
    const c = clue();
    const listed = possibleCommands(c.state, c.contextAt('2024-03-07T09:00:00+08:00'), {
      department: BUREAU,
      officer: 'o-1',
      ranks: ['officer'],
    }).find(({ command }) => command === 'file-admin');
    expect(listed).toMatchObject({ papers: ['case-filing-form'], officers: 2 });
  });

  it('by hand decides on the clue about the same party, whose limit ends', () => {
    const c = clue();
    c.must(byHand('s1'));
    expect(standing(c)).toEqual(['clue-notice concluded', 'insurance-penalty investigating s1']);
    // Received on 4 March: fifteen working days end with Monday 25 March.
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'met']);
  });

  it('about another party leaves the clue as it is', () => {
    const c = clue();
    c.must(byHand('s2'));
    expect(standing(c)).toEqual(['clue-notice verifying', 'insurance-penalty investigating s2']);
    expect(c.clock('clue-verify')?.status).toBe('running');
  });

  it('is refused a second time against the same party, by the organ that has the case', () => {
    const c = clue();
    c.must(fileClue({ papers: FORM, team: TWO }));
    const before = c.state;
    expect(c.tell(byHand('s1'))).toMatchObject({ code: 'CASE_UNDER_WAY' });
    expect(c.state).toBe(before);
    c.must(byHand('s2'));
    // Another organ has its own law and its own case.
    c.must(byHand('s1', MARKET, 'market-penalty'));
    expect(standing(c).slice(1)).toEqual([
      'insurance-penalty investigating s1',
      'insurance-penalty investigating s2',
      'market-penalty investigating s1',
    ]);
  });

  it('is no more to be decided on where the lead shows a crime: it goes to the police (O310 3)', () => {
    const c = clue();
    c.must(
      by(BUREAU, '2024-03-07T09', 'verify-lead', { subjects: ['s2'] }, { procedure: 'insurance-penalty' }),
      by(BUREAU, '2024-03-08T09', 'find-crime', { team: TWO }, { proceeding: 'p2' }),
    );
    expect(c.clock('clue-verify', 'p2')).toMatchObject({ status: 'stopped', outcome: 'met' });
    expect(c.proceeding('criminal-transfer')).toMatchObject({ parent: 'p2' });
  });
});

/** The bureau begins the transfer itself, and not out of what it checks. */
const suspects = (body: Told['body'] = {}, at = '2024-03-07T10'): Told =>
  by(BUREAU, at, 'suspect-crime', { team: TWO, ...body }, { procedure: 'criminal-transfer' });

describe('直接启动涉嫌犯罪案件移送', () => {
  it('decides on the clue that the organ checks, whose limit ends, as filing does (N4 14, O310 3)', () => {
    const c = clue();
    c.must(suspects());
    expect(standing(c)).toEqual(['clue-notice verifying', 'criminal-transfer team-formed']);
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'met']);
  });

  it('decides on the lead of its own', () => {
    const c = begun(
      by(
        BUREAU,
        '2024-03-04T09',
        'verify-lead',
        { newSubjects: [{ subject: 's1' }] },
        { procedure: 'insurance-penalty' },
      ),
      suspects(),
    );
    expect(standing(c)).toEqual(['insurance-penalty verifying s1', 'criminal-transfer team-formed']);
    expect(clockOf(c, 'clue-verify')).toEqual([BUREAU, '2024-03-26', 'met']);
  });

  it('about another party leaves the lead as it is', () => {
    const c = begun(
      by(
        BUREAU,
        '2024-03-04T09',
        'verify-lead',
        { newSubjects: [{ subject: 's1' }, { subject: 's2' }], subjects: ['s1'] },
        { procedure: 'insurance-penalty' },
      ),
      suspects({ subjects: ['s2'] }),
    );
    expect(c.clock('clue-verify')?.status).toBe('running');
  });

  it('leaves what another organ checks to that', () => {
    const c = begun(
      by(AUDIT, '2024-03-04T09', 'send-clue', {
        to: [BUREAU, OTHER_BUREAU],
        fields: { topic: 'overcharging' },
      }),
      suspects(),
    );
    const verifying = Object.values(c.state.clocks).filter(({ limit }) => limit === 'clue-verify');
    expect(verifying.map(({ obliged, status }) => [obliged, status])).toEqual([
      [BUREAU, 'stopped'],
      [OTHER_BUREAU, 'running'],
    ]);
  });

  it('is one transfer, whichever way it is begun: a clue is not upgraded to a second one', () => {
    const c = clue();
    c.must(by(BUREAU, '2024-03-07T10', 'upgrade-to-transfer', { team: TWO }));
    expect(standing(c)).toEqual(['clue-notice concluded', 'criminal-transfer team-formed']);
    expect(c.tell(suspects({}, '2024-03-08T10'))).toMatchObject({ details: ['no-transfer-open'] });
  });
});
