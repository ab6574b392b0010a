// The life of a penalty case of the health commission: the Penalties Law alone, which neither prolongs the ninety days nor leaves
// anything out of them; the lead is verified as agreed. Calendar of 2024.
import { describe, expect, it } from 'vitest';
import { caseDriver, registerWith } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { dueOf, penaltyStory } from '../../support/penalty-story.ts';
import { HEALTH } from '../../support/referral-story.ts';

const story = penaltyStory(HEALTH, 'health-penalty');
const { stateOf, told } = story;
const measure = (day: string, command: string, paper: string) => ({
  ...told(day, command, { team: ['o-1', 'o-2'], subjects: ['s1'] }, paper),
  procedure: 'evidence-measure',
});

/** By another officer than who handled the case. */
const reviewed = (day: string) => [
  told(day, 'submit-to-legal-review'),
  by(
    HEALTH,
    `${day}T15:00:00+08:00`,
    'pass-legal-review',
    {},
    { officer: 'o-3', paper: 'legal-review-opinion' },
  ),
];

describe('卫生健康行政处罚', () => {
  it('verifies a lead in fifteen working days, as agreed and not by law', () => {
    const c = caseDriver(registerWith([...COUNTY, ...ABOVE]));
    c.must({ ...told('2024-03-04', 'verify-lead'), procedure: 'health-penalty' });
    expect(c.clock('agr-penalty-verification')).toMatchObject({ limitKind: 'agreed', obliged: HEALTH });
    expect(dueOf(c, 'agr-penalty-verification')).toBe('2024-03-26');
    expect(
      c.answer(story.longer('2024-03-20', 'extend-lead-verification', { extension: 'x', approver: 'head' })),
    ).toBe('NOT_YOUR_ROLE');
  });

  it('is decided in ninety days (CF 60), which nothing prolongs and nothing stops', () => {
    const c = story.begun(told('2024-03-11', 'begin-appraisal'));
    expect([dueOf(c, 'cfp-decision'), c.clock('cfp-decision')?.status]).toEqual(['2024-06-04', 'running']);
    expect(c.answer(story.conclude('2024-03-12'))).toBe('GUARD_REFUSED');
    c.must(told('2024-03-20', 'end-appraisal'));
    expect(dueOf(c, 'cfp-decision')).toBe('2024-06-04');
    for (const command of ['extend-decision', 'suspend-investigation'])
      expect(c.answer(told('2024-03-21', command))).toBe('NOT_YOUR_ROLE');
  });

  it('decided after that it is late', () => {
    const c = story.begun(story.conclude('2024-05-06'), story.notify('2024-05-07'), story.fine('2024-06-04'));
    expect(c.clock('cfp-decision')?.outcome).toBe('breached');
  });

  it('is heard where the party asks in five working days (CF 64), and decided only after that', () => {
    const c = story.begun(story.conclude('2024-04-01'), story.notify('2024-04-02', { hearingDue: true }));
    // 3, 7, 8, 9 and 11 April.
    expect(dueOf(c, 'pen-hearing-request')).toBe('2024-04-12');
    expect(c.tell(story.fine('2024-04-09'))).toMatchObject({
      details: ['hearing-days-over', 'from: 2024-04-12T00:00:00+08:00'],
    });
    c.must(
      told('2024-04-09', 'request-hearing'),
      told('2024-04-10', 'set-hearing', { fields: { hearingDate: '2024-04-26' } }),
      told('2024-04-15', 'serve-hearing-notice', {}, 'hearing-notice'),
      told('2024-04-26', 'end-hearing', { fields: { hearingOutcome: 'held' } }),
      ...reviewed('2024-04-28'),
      story.fine('2024-04-29'),
    );
    expect(c.clock('pen-hearing-notice')?.outcome).toBe('met');
  });

  it('is served and published in seven working days, and closed without days of its own', () => {
    const c = story.served();
    expect([dueOf(c, 'cfp-serve'), dueOf(c, 'pub-penalty-credit')]).toEqual(['2024-04-19', '2024-04-19']);
    c.must(told('2024-04-12', 'publish-decision'), story.paid('2024-04-20'), story.close('2024-06-28'));
    expect(stateOf(c)).toBe('closed');
    expect(c.clock('smr-close')).toBeUndefined();
  });

  it('preserves evidence for seven working days (CF 56), and neither seals nor seizes', () => {
    const c = story.begun(measure('2024-03-05', 'preserve-evidence', 'preservation-notice'));
    expect(dueOf(c, 'cfp-preserve')).toBe('2024-03-15');
    for (const command of ['seal-records', 'seize-property'])
      expect(c.answer(measure('2024-03-06', command, 'compulsory-measure-decision'))).toBe('NOT_YOUR_ROLE');
  });

  it('revokes no licence here: that is a proceeding of its own, which the owner may begin beside', () => {
    const c = story.served();
    c.must({
      ...by(HEALTH, '2024-04-10', 'begin-measure', { team: ['o-1', 'o-2'], subjects: ['s1'] }),
      procedure: 'practice-licence',
    });
    expect(c.proceeding('practice-licence')).toMatchObject({ subject: 's1', roles: { owner: [HEALTH] } });
  });
});
