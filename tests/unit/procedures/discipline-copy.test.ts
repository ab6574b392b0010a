// What concerns discipline inspection goes to it by itself: decisions about public officials, and about public institutions whose
// amount is what the region calls large (S4 1).
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { type CaseDriver, caseDriver, changed, registerWith, type Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import { BUREAU, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const DISCIPLINE = '653023/discipline-inspection';
const departments = [
  BUREAU,
  POLICE,
  PROCURATORATE,
  DISCIPLINE,
  '653023/health',
  '653023/joint-meeting-office',
];
const unsettled = registerWith(departments);
/** The region says from which amount on it is large. */
const register = changed(unsettled, '653023', [
  {
    change: 'item-set',
    kind: 'amount-standard',
    id: 'public-institution',
    data: { begins: [{ band: 'large', atLeast: '10000000' }] },
    basis: '县委办〔2020〕3号',
    from: '2020-01-01T00:00:00+08:00',
  },
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
const decided = (
  subject: Omit<Subject, 'subject'>,
  fields: OpenBody['fields'] = {},
  settled = register,
): CaseDriver => {
  const c = caseDriver(settled);
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

  it('not while the region settled no number: nothing reaches the band then, whatever was said', () => {
    const hospital = { kind: 'institution', publicInstitution: true } as const;
    expect(decided(hospital, { publicInstitutionBand: 'large' }, unsettled).state.parties).not.toContain(
      DISCIPLINE,
    );
  });

  it('an amount that is found to be large after the decision is copied as that is said', () => {
    const c = decided({ kind: 'institution', publicInstitution: true }, { publicInstitutionBand: 'below' });
    expect(isCopied(c)).toBe(false);
    c.must({
      ...by('2024-04-20', 'state-amount', { subjects: ['s1'], fields: { publicInstitutionBand: 'large' } }),
      with: ['reason', 'amountFen'],
    });
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

describe('谁说了算', () => {
  const HEALTH = '653023/health';
  const asHealth = (told: Told): Told => ({ ...told, as: `${HEALTH}/head` });
  const versioned = (command: string, body: OpenBody, officer = 'o-1'): Told => ({
    ...by('2024-04-03', command, body, officer),
    with: command === 'state-amount' ? ['reason', 'amountFen'] : ['reason'],
  });
  const below = versioned('state-amount', { subjects: ['s1'], fields: { publicInstitutionBand: 'below' } });
  const notPublic = (officer?: string): Told =>
    versioned('revise-subject', { subjects: ['s1'], attributes: { kind: 'institution' } }, officer);
  /** A public hospital with a large amount, told of the penalty; the health commission has a clue about it. */
  const told = (): CaseDriver => {
    const c = caseDriver(register);
    c.must(
      by(
        '2024-03-04',
        'file-penalty',
        {
          team,
          papers: papers('case-filing-form'),
          fields: { publicInstitutionBand: 'large' },
          newSubjects: [{ subject: 's1', kind: 'institution', publicInstitution: true }],
        },
        'o-1',
        { procedure: 'insurance-penalty' },
      ),
      by('2024-03-05', 'send-clue', { to: [HEALTH], fields: { topic: 'licence' } }, 'o-1', {
        procedure: 'clue-notice',
      }),
      { ...by('2024-03-06', 'acknowledge', {}), as: `${HEALTH}/o-1` },
      by('2024-04-01', 'conclude-investigation', { team, papers: papers('investigation-conclusion') }),
      by('2024-04-02', 'give-penalty-notice', { papers: papers('penalty-notice') }),
    );
    return c;
  };
  const isFineCopied = (c: CaseDriver): boolean => {
    c.must(by('2024-04-12', 'decide-fine', { papers: papers('penalty-decision') }, 'head'));
    return c.state.parties.includes(DISCIPLINE);
  };

  it('an amount that another states counts in the proceedings it takes part in, and in no other', () => {
    const c = told();
    c.must(asHealth(below));
    expect(isFineCopied(c)).toBe(true);
    // Its own counts, also after another has spoken.
    const own = told();
    own.must(
      below,
      asHealth({
        ...below,
        at: '2024-04-03T11:00:00+08:00',
        body: { ...below.body, fields: { publicInstitutionBand: 'large' } },
      }),
    );
    expect(isFineCopied(own)).toBe(false);
  });

  it('that it is a public institution is taken back by a head of whoever said so, and by nobody else', () => {
    const c = told();
    expect(c.tell(asHealth(notPublic()))).toMatchObject({
      code: 'NOT_YOUR_ROLE',
      details: ['subjects', 's1'],
    });
    expect(c.answer(notPublic())).toBe('RANK_TOO_LOW');
    // More may be said by whoever takes part; what it said itself it may take back.
    c.must(
      asHealth(
        versioned('revise-subject', {
          subjects: ['s1'],
          attributes: { kind: 'institution', publicInstitution: true, region: '653023' },
        }),
      ),
    );
    expect(c.tell(asHealth({ ...notPublic(), at: '2024-04-03T11:00:00+08:00' }))).toMatchObject({
      code: 'NOT_YOUR_ROLE',
    });
    c.must({ ...notPublic('head'), at: '2024-04-03T12:00:00+08:00' });
    expect(isFineCopied(c)).toBe(false);
  });
});
