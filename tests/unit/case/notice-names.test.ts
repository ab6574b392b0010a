// What a notice is called: its subject on the bus is made of it, so a filter by procedure finds what it is about.
import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import { filterSubjects } from '../../../schemas/subjects.ts';
import { caseDriver } from '../../support/case-driver.ts';
import { bothCounties } from '../../support/referral-story.ts';
import { papers } from '../../support/transfer-story.ts';

const BUREAU = '653023/medical-insurance';
const register = bothCounties();

describe('a finding that asks the health authority for the licence', () => {
  const c = caseDriver(register);
  c.must({
    as: `${BUREAU}/head`,
    at: '2024-03-04T10:00:00+08:00',
    procedure: 'verified-finding',
    command: 'find-especially-serious',
    body: { fields: { measuresAgainst: ['institution'] }, papers: papers('verified-finding') },
  });
  const [entry] = c.entries;
  if (!entry) throw new Error('nothing was recorded');
  const named = new Map(
    recipientsOf(c.state, entry, register, law).map(({ department, procedure, event }) => [
      department,
      `${procedure}.${event}`,
    ]),
  );

  it('reaches that authority as a request about the licence', () => {
    expect(named.get('653023/health')).toBe('practice-licence.measure-requested');
  });

  it('reaches the bureau, and who is told of the finding alone, as the finding', () => {
    expect(named.get(BUREAU)).toBe('verified-finding.found-especially-serious');
    expect(named.get('653023/market-regulation')).toBe('verified-finding.found-especially-serious');
  });

  it('reaches the joint-meeting office, which takes no part in either, as the finding', () => {
    expect(named.get('653023/joint-meeting-office')).toBe('verified-finding.found-especially-serious');
  });
});

describe('a filter', () => {
  it('is every combination of what it names, and whatever it does not name', () => {
    expect(
      filterSubjects('653000/joint-meeting-office', {
        procedures: ['a', 'b'],
        regions: ['653023', '653022'],
      }),
    ).toEqual([
      'notice.653000.joint-meeting-office.a.*.653023',
      'notice.653000.joint-meeting-office.a.*.653022',
      'notice.653000.joint-meeting-office.b.*.653023',
      'notice.653000.joint-meeting-office.b.*.653022',
    ]);
    expect(filterSubjects('653023/health', { events: ['limit-breached'] })).toEqual([
      'notice.653023.health.*.limit-breached.*',
    ]);
  });
});
