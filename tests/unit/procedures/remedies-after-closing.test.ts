// What an organ closes ends no right of the party: sixty days to ask for reconsideration (FY 20), six months to sue (SS 46).
import { describe, expect, it } from 'vitest';
import type { CaseDriver } from '../../support/case-driver.ts';
import { by, COURT, reasoned } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';

const ORGANS = [
  ['653023/medical-insurance', 'insurance-penalty'],
  ['653023/market-regulation', 'market-penalty'],
  ['653023/health', 'health-penalty'],
] as const;

describe.each(ORGANS)('%s 结案以后', (organ, procedure) => {
  const story = penaltyStory(organ, procedure);
  /** Served on Tuesday 9 April 2024: sixty days end on Saturday 8 June, hence after the Dragon Boat days on Tuesday 11 June; paid on the 15th, closed on the 16th. */
  const closed = (): CaseDriver => {
    const c = story.served();
    c.must(story.paid('2024-04-15'), story.close('2024-04-16'));
    expect(story.stateOf(c)).toBe('closed');
    return c;
  };

  it('当事人申请复议、起诉的期限照常计算', () => {
    const c = closed();
    expect([c.clock('pen-remedy-review')?.status, c.clock('pen-remedy-suit')?.status]).toEqual([
      'running',
      'running',
    ]);
    expect([dueOf(c, 'pen-remedy-review'), dueOf(c, 'pen-remedy-suit')]).toEqual([
      '2024-06-12',
      '2024-10-10',
    ]);
  });

  it('仍可登记当事人在期限内申请复议，期限按期终结，处罚仍为已结案', () => {
    const c = closed();
    c.must(story.told('2024-05-20', 'note-remedy', { fields: { remedySought: 'reconsideration' } }));
    expect([story.stateOf(c), c.clock('pen-remedy-review')?.outcome]).toEqual(['closed', 'met']);
    c.must(story.told('2024-06-20', 'note-remedies-exhausted', {}, 'remedy-decision'));
  });

  it('被撤销的，登记撤销：罚款不再阻止对同一违法行为另行处罚，已公开的限期撤回（CF 29、48(2)）', () => {
    const c = closed();
    c.must(story.told('2024-04-17', 'publish-decision'));
    c.must(story.told('2024-07-01', 'note-annulment', {}, 'remedy-decision'));
    expect([story.stateOf(c), c.clock('pen-remedy-suit')?.outcome]).toEqual(['annulled', 'moot']);
    c.must({
      ...story.file('2024-07-02'),
      body: { ...story.file().body, newSubjects: [], subjects: ['s1'] },
    });
    c.must(story.conclude('2024-07-03'), story.notify('2024-07-04'));
    expect(c.answer(story.fine('2024-07-15'))).toBe('ok');
    const withdraw =
      procedure === 'insurance-penalty' ? 'pen-withdraw-publication' : 'cfp-withdraw-publication';
    expect(c.clock(withdraw, 'p1')?.status).toBe('running');
    c.must({ ...reasoned(organ, '2024-07-16', 'withdraw-publication'), proceeding: 'p1' });
    expect(c.clock(withdraw, 'p1')?.status).toBe('stopped');
  });

  it('机关执行撤销的判决，结案的处罚随之撤销', () => {
    const c = closed();
    c.must(
      story.told('2024-05-20', 'note-remedy', { fields: { remedySought: 'suit' } }),
      by(
        COURT,
        '2024-05-21',
        'accept-suit',
        { to: [organ], subjects: ['s1'] },
        { procedure: 'penalty-remedy', paper: 'suit-papers' },
      ),
      reasoned(COURT, '2024-09-02', 'judge-against-organ', {}, { paper: 'administrative-judgment' }),
      story.told('2024-09-23', 'carry-out-annulment', {}, 'remedy-decision'),
    );
    expect([c.proceeding('penalty-remedy').state, story.stateOf(c)]).toEqual(['carried-out', 'annulled']);
  });

  it('无法执行而结案的，同样照常计算', () => {
    const c = story.served();
    c.must(story.told('2024-10-11', 'note-not-performed', { fields: { enforceableFrom: '2024-10-09' } }), {
      ...story.told('2024-10-12', 'give-up-enforcement', { reasonCode: 'no-assets' }, 'closing-report'),
      with: ['reason'],
    });
    expect([story.stateOf(c), c.clock('pen-remedy-suit')?.status]).toEqual(['closed', 'running']);
  });
});
