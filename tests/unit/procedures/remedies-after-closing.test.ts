// What an organ closes ends no right of the party: sixty days to ask for reconsideration (FY 20), six months to sue (SS 46).
import { describe, expect, it } from 'vitest';
import type { CaseDriver } from '../../support/case-driver.ts';
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
    c.must(story.told('2024-04-15', 'note-payment'), story.close('2024-04-16'));
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

  it('无法执行而结案的，同样照常计算', () => {
    const c = story.served();
    c.must(story.told('2024-10-11', 'note-not-performed', { fields: { enforceableFrom: '2024-10-09' } }), {
      ...story.told('2024-10-12', 'give-up-enforcement', { reasonCode: 'no-assets' }, 'closing-report'),
      with: ['reason'],
    });
    expect([story.stateOf(c), c.clock('pen-remedy-suit')?.status]).toEqual(['closed', 'running']);
  });
});
