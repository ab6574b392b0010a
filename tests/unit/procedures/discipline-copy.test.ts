// What concerns discipline inspection goes to it by itself: decisions about public officials, and about public institutions whose
// amount is what the region calls large (S4 1).
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const DISCIPLINE = '653023/discipline-inspection';
const register = registerWith([
  BUREAU,
  POLICE,
  PROCURATORATE,
  DISCIPLINE,
  '653023/health',
  '653023/joint-meeting-office',
]);
type Subject = NonNullable<OpenBody['newSubjects']>[number];

const by = (
  day: string,
  command: string,
  body: OpenBody,
  officer = 'o-1',
  more: Partial<Told> = {},
): Told => ({
  as: `${BUREAU}/${officer}`,
  at: `${day}T10:00:00+08:00`,
  command,
  body,
  ...more,
});
const team = ['o-1', 'o-2'];
/** A case about one subject, its amount in a band, up to the decision. */
const decided = (subject: Omit<Subject, 'subject'>, fields: OpenBody['fields'] = {}): CaseDriver => {
  const c = caseDriver(register);
  c.must(
    by(
      '2024-03-04',
      'file-penalty',
      { team, papers: papers('case-filing-form'), newSubjects: [{ subject: 's1', ...subject }] },
      'o-1',
      { procedure: 'insurance-penalty' },
    ),
    by('2024-04-01', 'conclude-investigation', { team, papers: papers('investigation-conclusion'), fields }),
    by('2024-04-02', 'give-penalty-notice', { papers: papers('penalty-notice') }),
    by('2024-04-12', 'decide-fine', { papers: papers('penalty-decision') }, 'head'),
  );
  return c;
};
const isCopied = (c: CaseDriver): boolean =>
  told(c, register).some((line) => line.startsWith(`all ${DISCIPLINE} `));

describe('抄送纪检监察机关', () => {
  it('a decision about a public hospital with a large amount is copied', () => {
    const c = decided({ kind: 'institution', publicInstitution: true }, { publicInstitutionBand: 'large' });
    expect(isCopied(c)).toBe(true);
    expect(c.state.parties).toContain(DISCIPLINE);
  });

  it('not where the amount is not large, or nobody says what it is', () => {
    const hospital = { kind: 'institution', publicInstitution: true } as const;
    for (const fields of [{ publicInstitutionBand: 'below' }, {}, { fraudBand: 'especially-huge' }]) {
      const c = decided(hospital, fields);
      expect(isCopied(c)).toBe(false);
      expect(c.state.parties).not.toContain(DISCIPLINE);
    }
  });

  it('not of an institution that is not public, however large', () => {
    expect(isCopied(decided({ kind: 'institution' }, { publicInstitutionBand: 'large' }))).toBe(false);
  });

  it('a decision about a public official is copied whatever the amount', () => {
    expect(isCopied(decided({ kind: 'person', publicOfficial: true }))).toBe(true);
    expect(isCopied(decided({ kind: 'person' }))).toBe(false);
  });

  it('so is a transfer to the police, at the hand-over and not before', () => {
    const c = caseDriver(register);
    const official = { newSubjects: [{ subject: 's1', kind: 'person', publicOfficial: true }] } as const;
    const suspect = steps.suspect('2024-03-04T10:00:00+08:00');
    c.must({ ...suspect, body: { ...suspect.body, newSubjects: [...official.newSubjects] } });
    expect(isCopied(c)).toBe(false);
    c.must(steps.report('2024-03-05T10:00:00+08:00'), steps.approve('2024-03-06T10:00:00+08:00'));
    expect(isCopied(c)).toBe(false);
    c.must(steps.handOver('2024-03-06T11:00:00+08:00'));
    expect(isCopied(c)).toBe(true);
  });

  it('the copy alone: it may do nothing in the proceeding, and nobody else hears of it', () => {
    const c = decided({ kind: 'person', publicOfficial: true });
    const serve = {
      ...by('2024-04-15', 'serve-decision', { papers: papers('service-return') }),
      as: `${DISCIPLINE}/o-1`,
    };
    expect(c.answer(serve)).toBe('NOT_YOUR_ROLE');
    c.must(by('2024-04-15', 'serve-decision', { papers: papers('service-return') }));
    expect(isCopied(c)).toBe(false);
  });
});
