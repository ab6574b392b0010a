// 分案时随案转出的内容: only what is of the proceeding that leaves, and all of that; who opened the case opened what comes of it.
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../schemas/entry.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { modelCase, modelLaw, told } from '../../support/model-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE } from '../../support/transfer-story.ts';
import { NEW_CASE, splitOff } from '../../support/two-cases.ts';

const HEALTH = '653023/health';
const by = (as: string, command: string, at: Instant, more: Partial<Told> = {}): Told => ({
  as,
  command,
  at,
  ...more,
});
const clue = (to: string, at: Instant, subject: string): Told =>
  by(`${BUREAU}/o-1`, 'send-clue', at, {
    procedure: 'clue-notice',
    body: { to: [to], fields: { topic: 'fraud' }, newSubjects: [{ subject, kind: 'institution' }] },
    with: ['summary', `subjects/${subject}`],
  });
/** A clue about s1 to the health commission, another about s2 to the police; both signed for. */
const twoClues = (): CaseDriver => {
  const c = modelCase();
  c.must(
    clue(HEALTH, '2024-03-04T09:00:00+08:00', 's1'),
    clue(POLICE, '2024-03-04T10:00:00+08:00', 's2'),
    by(`${HEALTH}/o-1`, 'acknowledge', '2024-03-04T11:00:00+08:00'),
    by(`${POLICE}/o-1`, 'acknowledge', '2024-03-04T12:00:00+08:00'),
    by(`${BUREAU}/o-1`, 'identify-discipline-clue', '2024-03-04T13:00:00+08:00', {
      procedure: 'discipline-referral',
      body: {
        newSubjects: [{ subject: 's7', kind: 'person', publicOfficial: true }],
        fields: { disciplineNature: 'duty-crime' },
      },
      with: ['summary', 'subjects/s7'],
    }),
  );
  return c;
};
const splitBy = (as: string, proceeding: string): Told =>
  by(as, 'split-case', '2024-03-05T09:00:00+08:00', {
    body: { proceedings: [proceeding] },
    with: ['reason'],
  });

describe('分案随转', () => {
  it('tells of no subject of another proceeding, least of all of an official in a secret referral', () => {
    const other = splitOff(twoClues(), splitBy(`${BUREAU}/head`, 'p2'), modelLaw);
    expect(Object.keys(other.state.subjects)).toEqual(['s2']);
    expect(JSON.stringify(other.entries)).not.toContain('"s7"');
    expect(JSON.stringify(other.entries)).not.toContain('"s1"');
  });

  it('who owes what goes on and splits it out opens nothing: the case stays that of who opened the old one', () => {
    const other = splitOff(twoClues(), splitBy(`${POLICE}/head`, 'p2'), modelLaw);
    expect(other.state.openedBy).toBe(BUREAU);
    const waive = by(`${POLICE}/head`, 'waive-proceeding', '2024-03-05T10:00:00+08:00', {
      proceeding: 'p2',
      with: ['reason'],
    });
    expect(other.answer(waive)).toBe('NOT_YOUR_ROLE');
    expect(other.answer({ ...waive, command: 'close-case' })).toBe('NOT_YOUR_ROLE');
    expect(told(other)).toContain(`all ${BUREAU} clue-notice.proceeding-arrived`);
  });

  it('what was stated of an amount goes along, of its subject and of the case', () => {
    const c = twoClues();
    const state = (at: Instant, subjects: string[] = []): Told =>
      by(`${BUREAU}/o-1`, 'state-amount', at, {
        body: { fields: { fraudBand: 'huge' }, ...(subjects.length > 0 ? { subjects } : {}) },
        with: ['amountFen', 'reason'],
      });
    c.must(
      state('2024-03-04T14:00:00+08:00', ['s1']),
      state('2024-03-04T15:00:00+08:00', ['s2']),
      state('2024-03-04T16:00:00+08:00'),
    );
    const other = splitOff(c, splitBy(`${BUREAU}/head`, 'p2'), modelLaw);
    expect(Object.keys(other.state.stated).sort()).toEqual(['amount-stated case', 'amount-stated s2']);
    expect(other.state.stated['amount-stated s2']).toMatchObject({
      fields: { fraudBand: 'huge' },
      sequence: -2,
    });
  });

  it('what would not fit into the entry by which it arrives does not leave', () => {
    const c = modelCase();
    c.must(
      by(`${BUREAU}/o-1`, 'file-model-penalty', '2024-03-04T09:00:00+08:00', {
        body: { newSubjects: [{ subject: 's1' }, { subject: 's2' }] },
      }),
    );
    const heavy = { ...c.state.proceedings['p2'] } as CaseDriver['state']['proceedings'][string];
    const papers = Array.from({ length: 3_000 }, (_, n) => ({
      code: 'penalty-decision',
      id: `paper-${n}-${'x'.repeat(100)}`,
    }));
    const swollen = caseDriver(countyRegister(), undefined, modelLaw);
    swollen.begin({ ...c.state, proceedings: { ...c.state.proceedings, p2: { ...heavy, papers } } });
    swollen.elsewhere({ splitInto: NEW_CASE });
    expect(swollen.tell(splitBy(`${OFFICE}/head`, 'p2'))).toMatchObject({
      code: 'SPLIT_NOT_POSSIBLE',
      details: ['too-large', 'p2'],
    });
    expect(swollen.entries as Entry[]).toEqual([]);
  });
});
