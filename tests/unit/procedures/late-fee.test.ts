// What is added to a fine that is not paid in time (CF 72, 73). Served on Tuesday 9 April 2024: the fifteen days to pay end with 24 April.
import { describe, expect, it } from 'vitest';
import { by, COURT, reasoned } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, papers } from '../../support/transfer-story.ts';

const story = penaltyStory(BUREAU, 'insurance-penalty');
const p1 = { proceeding: 'p1' };
const late = (day: string) => ({ ...story.told(day, 'add-late-fee'), ...p1, with: ['amountFen'] });

describe('加处罚款', () => {
  it('is added once the days to pay are over, not before', () => {
    const c = story.served();
    expect(c.tell(late('2024-04-24'))).toMatchObject({
      details: ['payment-is-due', 'from: 2024-04-25T00:00:00+08:00'],
    });
    expect(c.answer(late('2024-04-25'))).toBe('ok');
  });

  it('is not counted while a reconsideration or a suit goes on, and again once that has ended (CF 73(3))', () => {
    const c = story.served();
    c.must(story.told('2024-05-06', 'note-remedy', { fields: { remedySought: 'suit' } }));
    expect(c.tell(late('2024-05-06T12:00:00+08:00'))).toMatchObject({ details: ['no-remedy-goes-on'] });
    c.must(
      by(
        COURT,
        '2024-05-07',
        'accept-suit',
        { to: [BUREAU], subjects: ['s1'], fields: { contested: ['penalty'] } },
        { procedure: 'penalty-remedy', paper: 'suit-papers' },
      ),
    );
    expect(c.tell(late('2024-05-08'))).toMatchObject({ details: ['no-remedy-goes-on'] });
    c.must(reasoned(COURT, '2024-06-03', 'end-suit', {}, { paper: 'administrative-judgment' }), {
      ...story.told('2024-06-04', 'note-remedies-exhausted', { papers: papers('remedy-decision') }),
      ...p1,
    });
    expect(c.answer(late('2024-06-05'))).toBe('ok');
  });

  it('is added where payment was put off and not made by the day approved, not before it (CF 72(1))', () => {
    const c = story.served();
    c.must(
      story.told(
        '2024-04-15',
        'allow-instalments',
        { fields: { paidBy: '2024-06-28' } },
        'instalment-approval',
      ),
    );
    expect(c.tell(late('2024-06-28'))).toMatchObject({
      details: ['instalments-are-due', 'from: 2024-06-29T00:00:00+08:00'],
    });
    expect(c.answer(late('2024-07-01'))).toBe('ok');
  });
});
