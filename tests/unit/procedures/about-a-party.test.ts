// Where somebody has the rights of a party (to a hearing, CF 63; to pay, to ask for reconsideration or sue, CF 45, 67; to pay back
// by a day), a proceeding is about somebody: whom the command names, whom it grew out of, or the only subject of the case. Else it is
// refused on the record, and the case stays as it was.
import { describe, expect, it } from 'vitest';
import { possibleCommands } from '../../../case/possible.ts';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { begun, by, clockOf, HEALTH, MARKET } from '../../support/referral-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const TWO = { team: ['o-1', 'o-2'] };
const FILING = { ...TWO, papers: papers('case-filing-form') };

/** A clue of Monday 4 March 2024 that names so many subjects, taken up by the bureau on Wednesday. On the record. */
const clue = (subjects: readonly string[], about?: readonly string[]): CaseDriver => {
  const c = begun(
    by(MARKET, '2024-03-04T09', 'send-clue', {
      to: [BUREAU],
      fields: { topic: 'overcharging' },
      ...(subjects.length > 0 ? { newSubjects: subjects.map((subject) => ({ subject })) } : {}),
      ...(about ? { subjects: [...about] } : {}),
    }),
    by(BUREAU, '2024-03-05T09', 'acknowledge'),
    by(BUREAU, '2024-03-06T09', 'accept-clue'),
  );
  c.onRecord();
  return c;
};
const fileClue = (body: Told['body'] = {}): Told =>
  by(BUREAU, '2024-03-07T09', 'file-admin', { ...FILING, ...body });
const filePenalty = (body: Told['body'] = {}): Told =>
  by(BUREAU, '2024-03-07T09', 'file-penalty', { ...FILING, ...body }, { procedure: 'insurance-penalty' });
const about = (c: CaseDriver, procedure = 'insurance-penalty') =>
  Object.values(c.state.proceedings).flatMap((p) => (p.procedure === procedure ? [p.subject] : []));
const refusedForNobody = { ok: false, code: 'FIELD_REQUIRED', details: ['subjects'] };

describe('当事人', () => {
  it('is the only one of the case where the organ that files names none', () => {
    const c = clue(['s1']);
    c.must(fileClue());
    expect(about(c)).toEqual(['s1']);
  });

  it('has five working days to ask for a hearing, and the limits of a decision that was served', () => {
    const c = clue(['s1']);
    c.must(
      fileClue(),
      by(BUREAU, '2024-03-08T09', 'conclude-investigation', {
        ...TWO,
        papers: papers('investigation-conclusion'),
      }),
      by(BUREAU, '2024-03-11T09', 'give-penalty-notice', {
        papers: papers('penalty-notice'),
        fields: { hearingDue: true, penaltyKinds: ['fine'] },
      }),
    );
    // Told on Monday 11 March: the fifth working day after it is Monday 18 March, which ends at midnight.
    expect(clockOf(c, 'pen-hearing-request')).toEqual(['s1', '2024-03-19', 'running']);
    const unsaid = by(`${BUREAU}/head`, '2024-03-20T09', 'decide-fine', {
      papers: papers('penalty-decision'),
    });
    expect(c.tell(unsaid)).toMatchObject({ code: 'FIELD_REQUIRED', details: ['fineFen'] });
    const decide = { ...unsaid, with: ['fields/fineFen'] };
    c.must(decide, by(BUREAU, '2024-03-21T09', 'serve-decision', { papers: papers('service-return') }));
    expect(['pen-pay', 'pen-remedy-review', 'pen-remedy-suit'].map((id) => c.clock(id)?.obliged)).toEqual([
      's1',
      's1',
      's1',
    ]);
  });

  it.each([
    ['several', ['s1', 's2']],
    ['none', []],
  ])('is asked for where the case has %s, and nothing happens', (_, subjects) => {
    const c = clue(subjects);
    const before = c.state;
    expect(c.tell(fileClue())).toMatchObject(refusedForNobody);
    expect(c.tell(filePenalty())).toMatchObject(refusedForNobody);
    expect(c.state).toBe(before);
  });

  it('is whom the officer names, by the name the case has or a new one', () => {
    const c = clue(['s1', 's2']);
    c.must(fileClue({ subjects: ['s2'] }));
    expect(about(c)).toEqual(['s2']);
    const other = clue([]);
    other.must(fileClue({ newSubjects: [{ subject: 's1' }] }));
    expect(about(other)).toEqual(['s1']);
  });

  it('is whom the clue was about, of several in the case', () => {
    const c = clue(['s1', 's2'], ['s2']);
    c.must(fileClue());
    expect(about(c)).toEqual(['s2']);
  });

  it('may be found while a lead is checked, and is named as the case is filed', () => {
    const c = clue([]);
    c.must(by(BUREAU, '2024-03-06T10', 'verify-lead', {}, { procedure: 'insurance-penalty' }));
    expect(about(c)).toEqual([undefined]);
    expect(c.tell(filePenalty())).toMatchObject(refusedForNobody);
    const two = { newSubjects: [{ subject: 's1' }, { subject: 's2' }] };
    expect(c.tell(filePenalty(two))).toMatchObject({ code: 'FIELD_REFUSED', details: ['subjects'] });
    c.must(filePenalty({ newSubjects: [{ subject: 's1' }] }));
    expect(about(c)).toEqual(['s1']);
    expect(c.proceeding('insurance-penalty')).toMatchObject({ proceeding: 'p2', state: 'investigating' });
  });

  it('of what is demanded back owes it by the day set', () => {
    const c = clue(['s1']);
    c.must(
      by(
        BUREAU,
        '2024-03-07T09',
        'demand-repayment',
        { fields: { dueOn: '2024-04-08', recoveryGround: 'order' } },
        { procedure: 'fund-recovery' },
      ),
    );
    expect(clockOf(c, 'rec-repay')?.slice(0, 2)).toEqual(['s1', '2024-04-09']);
  });

  it.each([
    [
      'practice-licence',
      'request-measure',
      BUREAU,
      { to: [HEALTH], papers: papers('measure-request-letter') },
    ],
    ['practitioner', 'begin-measure', HEALTH, TWO],
    [
      'penalty-remedy',
      'accept-suit',
      '653023/court',
      { to: [BUREAU], fields: { contested: ['penalty'] }, papers: papers('suit-papers') },
    ],
    [
      'fund-recovery',
      'demand-repayment',
      BUREAU,
      { fields: { recoveryGround: 'order', dueOn: '2026-04-30' } },
    ],
  ])('is asked for by %s too', (procedure, command, who, body) => {
    const c = clue(['s1', 's2']);
    c.must(by(BUREAU, '2024-03-06T10', 'admit-departments', { to: [who] }));
    expect(c.tell(by(`${who}/head`, '2024-03-07T09', command, body, { procedure }))).toMatchObject(
      refusedForNobody,
    );
  });

  it('is listed as wanting only where nothing else says who it is', () => {
    const wants = (c: CaseDriver) =>
      possibleCommands(c.state, c.contextAt('2024-03-07T09:00:00+08:00'), {
        department: BUREAU,
        officer: 'o-1',
        ranks: ['officer'],
      }).flatMap(({ command, needs }) => (needs.includes('subjects') ? [command] : []));
    expect(wants(clue(['s1', 's2']))).toEqual(['file-admin']);
    expect(wants(clue(['s1']))).toEqual([]);
    expect(wants(clue(['s1', 's2'], ['s1']))).toEqual([]);
  });

  it('may be nobody in a rehearsal: what was published may name none', () => {
    const c = begun(
      by(MARKET, '2024-03-04T09', 'send-clue', { to: [BUREAU], fields: { topic: 'overcharging' } }),
      by(BUREAU, '2024-03-05T09', 'acknowledge'),
      by(BUREAU, '2024-03-06T09', 'accept-clue'),
      fileClue(),
    );
    expect(about(c)).toEqual([undefined]);
  });
});
