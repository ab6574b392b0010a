// What a notice is called: its subject on the bus is made of it, so a filter by procedure finds what it is about.
import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import { noticesMoving } from '../../../law/notices-moving.ts';
import { filterSubjects } from '../../../schemas/subjects.ts';
import { caseDriver, changed, registerWith } from '../../support/case-driver.ts';
import { COUNTY } from '../../support/clerk.ts';
import { by } from '../../support/criminal-story.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
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

describe('a penalty that is found to be especially serious', () => {
  const AUDIT = '653023/audit';
  const county = changed(registerWith(COUNTY), '653023', [
    {
      change: 'item-set',
      kind: 'results-told',
      id: 'verified-finding',
      data: { to: [AUDIT] },
      basis: '阿政办发〔2021〕14号 五（一）',
      from: '2024-01-01T00:00:00+08:00',
    },
  ]);
  const c = penaltyStory(BUREAU, 'insurance-penalty').served();
  c.must(
    by(
      BUREAU,
      '2024-04-11',
      'find-gravity',
      { fields: { findingGrade: 'especially-serious', measuresAgainst: ['institution'] } },
      { paper: 'verified-finding' },
    ),
  );
  const entry = c.entries.at(-1) as (typeof c.entries)[number];
  const nameFor = (department: string): string | undefined =>
    recipientsOf(c.state, entry, county, law)
      .filter((one) => one.department === department)
      .map(({ procedure, event }) => `${procedure}.${event}`)[0];

  it('reaches whoever must answer the finding as the finding', () => {
    expect(nameFor('653023/market-regulation')).toBe('verified-finding.found-especially-serious');
    expect(nameFor('653023/development-reform')).toBe('verified-finding.found-especially-serious');
  });

  it('reaches a member that is told the results of findings as the finding', () => {
    expect(nameFor(AUDIT)).toBe('verified-finding.found-especially-serious');
  });

  it('reaches the bureau that penalised as what it did', () => {
    expect(nameFor(BUREAU)).toBe('insurance-penalty.gravity-found');
  });
});

describe('a filter', () => {
  it('of a procedure holds what opens or moves a proceeding of it by another name, but where it names events those alone', () => {
    const beside = noticesMoving(law, ['insurance-penalty', 'market-penalty']);
    const names = beside.map(({ procedure, event }) => `${procedure}.${event}`);
    expect(names).toContain('clue-notice.admin-case-filed');
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('insurance-penalty.'))).toEqual([]);
    const department = '653023/joint-meeting-office';
    const filter = { procedures: ['insurance-penalty', 'market-penalty'], regions: ['653023'] };
    const subjects = filterSubjects(department, filter, beside);
    expect(subjects).toContain('notice.653023.joint-meeting-office.clue-notice.admin-case-filed.653023');
    expect(new Set(subjects).size).toBe(subjects.length);
    expect(filterSubjects(department, { ...filter, events: ['penalty-decided'] }, beside)).toEqual([
      'notice.653023.joint-meeting-office.insurance-penalty.penalty-decided.653023',
      'notice.653023.joint-meeting-office.market-penalty.penalty-decided.653023',
    ]);
  });

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
