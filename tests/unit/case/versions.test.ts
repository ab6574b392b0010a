// What a case says of subjects, amounts and charges changes by new versions with their reasons, never by an edit; who takes part may
// state one and is told of it; conditions go by the last.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, changed, registerWith, type Told } from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import { BUREAU, OFFICE, POLICE, PROCURATORATE, papers, steps } from '../../support/transfer-story.ts';

const DISCIPLINE = '653023/discipline-inspection';
const HEALTH = '653023/health';
const register = changed(
  registerWith([BUREAU, POLICE, PROCURATORATE, DISCIPLINE, HEALTH, OFFICE]),
  '653023',
  [
    {
      change: 'item-set',
      kind: 'amount-standard',
      id: 'public-institution',
      data: { begins: [{ band: 'large', atLeast: '10000000' }] },
      basis: '县委办〔2020〕3号',
      from: '2020-01-01T00:00:00+08:00',
    },
  ],
);
const team = ['o-1', 'o-2'];

const on = (
  command: string,
  at: Instant,
  body: OpenBody = {},
  values: readonly string[] = [],
  more: Partial<Told> = {},
): Told => ({ as: `${BUREAU}/o-1`, command, at, body, with: ['reason', ...values], ...more });
const amount = (at: Instant, body: OpenBody = {}, more: Partial<Told> = {}) =>
  on('state-amount', at, body, ['amountFen'], more);

/** A penalty case of the bureau about a hospital, filed on 4 March 2024. */
const filed = (): CaseDriver => {
  const c = caseDriver(register);
  c.must({
    as: `${BUREAU}/o-1`,
    command: 'file-penalty',
    at: '2024-03-04T10:00:00+08:00',
    procedure: 'insurance-penalty',
    body: {
      team,
      papers: papers('case-filing-form'),
      newSubjects: [
        { subject: 's1', kind: 'institution' },
        { subject: 's2', kind: 'person' },
      ],
      subjects: ['s1'],
    },
  });
  return c;
};

describe('更新涉案金额', () => {
  it('is an event with its reason; the bands of it stand in the open', () => {
    const c = filed();
    expect(c.answer({ ...amount('2024-03-05T10:00:00+08:00'), with: ['amountFen'] })).toBe('REASON_REQUIRED');
    expect(c.answer(on('state-amount', '2024-03-05T10:00:00+08:00'))).toBe('FIELD_REQUIRED');
    const events = c.must(amount('2024-03-05T10:00:00+08:00', { fields: { fraudBand: 'huge' } }));
    expect(events).toEqual([
      {
        kind: 'version',
        type: 'amount-stated',
        at: '2024-03-05T10:00:00+08:00',
        by: BUREAU,
        officer: 'o-1',
        fields: { fraudBand: 'huge' },
      },
    ]);
  });

  it('takes bands of the amount alone, each one of its scale', () => {
    const said = (fields: OpenBody['fields']) =>
      filed().tell(amount('2024-03-05T10:00:00+08:00', { fields }));
    expect(said({ fraudBand: 'enormous' })).toMatchObject({ code: 'FIELD_REFUSED', details: ['fraudBand'] });
    expect(said({ topic: 'fraud' })).toMatchObject({ code: 'FIELD_REFUSED', details: ['topic'] });
    expect(said({ publicInstitutionBand: 'large' })).toMatchObject({ ok: true });
  });

  it('is of the case, or of one subject that the case has', () => {
    const c = filed();
    const of = (...subjects: string[]) => c.answer(amount('2024-03-05T10:00:00+08:00', { subjects }));
    expect(of('s1', 's2')).toBe('FIELD_REFUSED');
    expect(of('s3')).toBe('FIELD_REFUSED');
    expect(of('s2')).toBe('ok');
    expect(Object.keys(c.state.stated)).toEqual(['amount-stated s2']);
  });

  it('does not come before the one it follows', () => {
    const c = filed();
    c.must(amount('2024-03-06T10:00:00+08:00'));
    const earlier = {
      ...amount('2024-03-05T10:00:00+08:00'),
      recordedAt: '2024-03-06T11:00:00+08:00' as Instant,
    };
    expect(c.answer(earlier)).toBe('OCCURRED_BEFORE_PREVIOUS');
    expect(c.answer({ ...earlier, body: { subjects: ['s1'] } })).toBe('ok');
  });

  it('is what conditions go by from then on: the hospital’s amount turned out to be large', () => {
    const decide: Told = {
      as: `${BUREAU}/head`,
      command: 'decide-fine',
      at: '2024-04-12T10:00:00+08:00',
      body: { papers: papers('penalty-decision') },
    };
    const decided = (...before: Told[]): CaseDriver => {
      const c = filed();
      c.must(
        on('revise-subject', '2024-03-05T09:00:00+08:00', {
          subjects: ['s1'],
          attributes: { kind: 'institution', publicInstitution: true },
        }),
        {
          as: `${BUREAU}/o-1`,
          command: 'conclude-investigation',
          at: '2024-04-01T10:00:00+08:00',
          body: {
            team,
            papers: papers('investigation-conclusion'),
            fields: { publicInstitutionBand: 'below' },
          },
        },
        {
          as: `${BUREAU}/o-1`,
          command: 'give-penalty-notice',
          at: '2024-04-02T10:00:00+08:00',
          body: { papers: papers('penalty-notice') },
        },
        ...before,
        decide,
      );
      return c;
    };
    const large = { fields: { publicInstitutionBand: 'large' } };
    const isCopied = (c: CaseDriver) => c.state.parties.includes(DISCIPLINE);
    expect(isCopied(decided())).toBe(false);
    expect(isCopied(decided(amount('2024-04-10T10:00:00+08:00', large)))).toBe(true);
    expect(isCopied(decided(amount('2024-04-10T10:00:00+08:00', { ...large, subjects: ['s1'] })))).toBe(true);
    // Another subject’s amount is not this one’s.
    expect(isCopied(decided(amount('2024-04-10T10:00:00+08:00', { ...large, subjects: ['s2'] })))).toBe(
      false,
    );
  });

  it('said before the investigation found another, counts no more', () => {
    const c = filed();
    c.must(
      amount('2024-03-05T10:00:00+08:00', { subjects: ['s1'], fields: { publicInstitutionBand: 'large' } }),
      on('revise-subject', '2024-03-05T11:00:00+08:00', {
        subjects: ['s1'],
        attributes: { kind: 'institution', publicInstitution: true },
      }),
      {
        as: `${BUREAU}/o-1`,
        command: 'conclude-investigation',
        at: '2024-04-01T10:00:00+08:00',
        body: {
          team,
          papers: papers('investigation-conclusion'),
          fields: { publicInstitutionBand: 'below' },
        },
      },
      {
        as: `${BUREAU}/o-1`,
        command: 'give-penalty-notice',
        at: '2024-04-02T10:00:00+08:00',
        body: { papers: papers('penalty-notice') },
      },
      {
        as: `${BUREAU}/head`,
        command: 'decide-fine',
        at: '2024-04-12T10:00:00+08:00',
        body: { papers: papers('penalty-decision') },
      },
    );
    expect(c.state.parties).not.toContain(DISCIPLINE);
  });
});

describe('变更当事人信息', () => {
  const revise = (attributes: OpenBody['attributes'], more: Partial<Told> = {}): Told =>
    on(
      'revise-subject',
      '2024-03-05T10:00:00+08:00',
      { subjects: ['s1'], ...(attributes ? { attributes } : {}) },
      [],
      more,
    );

  it('replaces all that everybody may know of it; the name alone may change too', () => {
    const c = filed();
    c.must(revise({ kind: 'institution', publicInstitution: true, region: '653023' }));
    expect(c.state.subjects['s1']).toEqual({
      kind: 'institution',
      publicInstitution: true,
      region: '653023',
    });
    const [event] = c.must({ ...revise(undefined), with: ['reason', 'subjects/s1'] });
    expect(event).not.toHaveProperty('attributes');
    expect(c.state.subjects['s1']).toMatchObject({ publicInstitution: true });
  });

  it('changes something, of one subject, and nothing of another', () => {
    const c = filed();
    expect(c.answer(revise(undefined))).toBe('FIELD_REQUIRED');
    expect(c.answer(revise({ kind: 'institution' }))).toBe('FIELD_REFUSED');
    expect(c.answer(revise({ kind: 'other' }, { body: { attributes: { kind: 'other' } } }))).toBe(
      'FIELD_REQUIRED',
    );
    expect(c.answer({ ...revise({ kind: 'other' }), with: ['reason', 'subjects/s2'] })).toBe('FIELD_REFUSED');
    expect(c.state.sequence).toBe(1);
  });

  it('is no other command’s to say', () => {
    const fact = on('record-fact', '2024-03-05T10:00:00+08:00', { fact: 'x', attributes: { kind: 'other' } });
    expect(filed().tell(fact)).toMatchObject({ code: 'FIELD_REFUSED', details: ['attributes'] });
  });
});

describe('更新涉嫌罪名', () => {
  it('needs the charge and the reason', () => {
    const c = filed();
    expect(c.answer(on('state-charge', '2024-03-05T10:00:00+08:00'))).toBe('FIELD_REQUIRED');
    const [event] = c.must(
      on('state-charge', '2024-03-05T10:00:00+08:00', { subjects: ['s2'] }, ['offence']),
    );
    expect(event).toMatchObject({ type: 'charge-stated', subject: 's2' });
  });
});

describe('who may state a version, and who is told', () => {
  it('a department that takes part; not one that was only told, nor one that does not know of the case', () => {
    const c = filed();
    c.must(on('admit-departments', '2024-03-05T09:00:00+08:00', { to: [HEALTH] }));
    const by = (as: string) => c.answer(amount('2024-03-05T10:00:00+08:00', {}, { as }));
    expect(by(`${HEALTH}/o-1`)).toBe('NOT_YOUR_ROLE');
    expect(by(`${POLICE}/o-1`)).toBe('CASE_NOT_FOUND');
    expect(by(`${BUREAU}/o-1`)).toBe('ok');
  });

  it('the police once the case was handed to them; both are told with the values, the office in the open form', () => {
    const c = caseDriver(register);
    c.must(
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
      steps.sign('2024-03-05T11:00:00+08:00'),
      on('state-charge', '2024-03-06T10:00:00+08:00', {}, ['offence'], { as: `${POLICE}/o-1` }),
    );
    expect(told(c, register)).toEqual([
      `all ${BUREAU} case.charge-stated`,
      `all ${POLICE} case.charge-stated`,
      `open ${OFFICE} case.charge-stated`,
    ]);
  });

  it('not who takes part in what is closed alone, and nobody is told what concerns another subject', () => {
    const c = filed();
    c.must(
      {
        as: `${BUREAU}/o-1`,
        command: 'identify-discipline-clue',
        at: '2024-03-05T10:00:00+08:00',
        procedure: 'discipline-referral',
        body: { fields: { disciplineNature: 'duty-violation' } },
      },
      { as: `${BUREAU}/head`, command: 'approve-discipline-referral', at: '2024-03-05T11:00:00+08:00' },
      {
        as: `${BUREAU}/o-1`,
        command: 'send-discipline-referral',
        at: '2024-03-05T12:00:00+08:00',
        body: { papers: papers('discipline-referral-letter') },
      },
      { as: `${DISCIPLINE}/o-1`, command: 'receive-discipline-referral', at: '2024-03-05T13:00:00+08:00' },
    );
    const of = (subject: string) =>
      amount('2024-03-06T10:00:00+08:00', { subjects: [subject] }, { as: `${DISCIPLINE}/o-1` });
    expect(c.answer(of('s1'))).toBe('NOT_YOUR_ROLE');
    c.must(amount('2024-03-06T10:00:00+08:00'));
    expect(told(c, register).join()).not.toContain(DISCIPLINE);
  });

  it('a closed or voided case takes none', () => {
    const c = caseDriver(register);
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      at: '2024-03-04T09:00:00+08:00',
      body: { to: [HEALTH], fields: { topic: 'fraud', noticeType: 'info' } },
    });
    c.must(
      { as: `${HEALTH}/o-1`, command: 'acknowledge', at: '2024-03-04T11:00:00+08:00' },
      { as: `${HEALTH}/o-1`, command: 'note-for-information', at: '2024-03-04T12:00:00+08:00' },
      { as: `${BUREAU}/o-1`, command: 'close-clue', at: '2024-03-05T10:00:00+08:00' },
      on('close-case', '2024-03-06T10:00:00+08:00', {}, [], { as: `${BUREAU}/head` }),
    );
    expect(c.answer(amount('2024-03-07T10:00:00+08:00'))).toBe('CASE_CLOSED');
  });
});
