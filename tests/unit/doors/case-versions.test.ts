// Versions of amounts, charges and subjects as they are read: the one that counts and those before it, each with its reason and who
// said it; and to whom.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { attributesFrom } from '../../../services/cli/commands/versions.ts';
import { caseText } from '../../../services/cli/text/case-text.ts';
import type { CaseAnswer } from '../../../services/doors/http/case-answer.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { type CaseDriver, caseDriver } from '../../support/case-driver.ts';
import { readCase } from '../../support/read-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE, steps } from '../../support/transfer-story.ts';

const register = countyRegister();
/** A transfer with an amount and a charge, stated anew before and after the police have it. */
const stated = (): CaseDriver => {
  const c = caseDriver(register);
  const opening = steps.suspect('2024-03-04T09:00:00+08:00');
  c.must(
    {
      ...opening,
      body: {
        ...opening.body,
        newSubjects: [
          { subject: 's1', kind: 'institution' },
          { subject: 's2', kind: 'person' },
        ],
      },
      with: ['amountFen', 'offence', 'subjects/s1'],
    },
    {
      as: `${BUREAU}/o-2`,
      command: 'state-amount',
      at: '2024-03-04T11:00:00+08:00',
      body: { fields: { fraudBand: 'huge' } },
      with: ['amountFen', 'reason'],
    },
    {
      as: `${BUREAU}/o-2`,
      command: 'state-amount',
      at: '2024-03-04T12:00:00+08:00',
      body: { subjects: ['s2'], fields: { fraudBand: 'large' } },
      with: ['amountFen', 'reason'],
    },
    {
      as: `${BUREAU}/o-1`,
      command: 'revise-subject',
      at: '2024-03-04T13:00:00+08:00',
      body: {
        subjects: ['s1'],
        attributes: { kind: 'institution', publicInstitution: true, region: '653023' },
      },
      with: ['subjects/s1', 'reason'],
    },
    steps.report('2024-03-04T15:00:00+08:00'),
    steps.approve('2024-03-05T09:00:00+08:00'),
    steps.handOver('2024-03-05T10:00:00+08:00'),
    steps.sign('2024-03-05T11:00:00+08:00'),
    {
      as: `${POLICE}/o-1`,
      command: 'state-charge',
      at: '2024-03-06T10:00:00+08:00',
      with: ['offence', 'reason'],
    },
  );
  return c;
};
const SAID = {
  '1/amountFen': '10000000',
  '1/offence': '诈骗罪',
  '1/subjects/s1': { name: '某医院' },
  '2/amountFen': '12345678',
  '2/reason': '审计后核定',
  '3/amountFen': '2000000',
  '3/reason': '个人部分',
  '4/subjects/s1': { name: '某人民医院' },
  '4/reason': '查明为公立医院',
  '9/offence': '掩饰、隐瞒犯罪所得罪',
  '9/reason': '侦查后变更',
} as const;

const readBy = (department: string): CaseAnswer => {
  const read = readCase(stated(), department, SAID, { register, law, asOf: '2024-03-07T09:00:00+08:00' });
  if (!read) throw new Error('not shown');
  return read.view;
};
const versionsOf = ({ values }: CaseAnswer, path: string) =>
  values
    .filter((value) => value.path === path)
    .map(({ value, subject, newest, reason }) => [value, subject, newest, reason?.value ?? null]);

describe('a case as it is read', () => {
  it('has every amount with whose it is, its reason, and which of each counts', () => {
    for (const department of [BUREAU, POLICE])
      expect(versionsOf(readBy(department), '/amountFen'), department).toEqual(
        [
          ['10000000', null, false, null],
          ['12345678', null, true, '审计后核定'],
          ['2000000', 's2', true, '个人部分'],
        ].map((line) => (department === POLICE ? [...line.slice(0, 3), null] : line)),
      );
  });

  it('has the bands that were stated with an amount', () => {
    const bands = readBy(BUREAU)
      .values.filter(({ path }) => path === '/amountFen')
      .map(({ fields }) => fields);
    expect(bands).toEqual([
      [],
      [{ name: 'fraudBand', title: expect.anything(), value: 'huge' }],
      [{ name: 'fraudBand', title: expect.anything(), value: 'large' }],
    ]);
  });

  it('has the charge as the police changed it, for both', () => {
    for (const department of [BUREAU, POLICE])
      expect(versionsOf(readBy(department), '/offence')).toEqual([
        ['诈骗罪', null, false, null],
        ['掩饰、隐瞒犯罪所得罪', null, true, '侦查后变更'],
      ]);
  });

  it('has what is known of each subject, and what was known before', () => {
    expect(
      readBy(BUREAU).subjects.map(({ subject, attributes, newest, reason }) => [
        subject,
        attributes,
        newest,
        reason?.value,
      ]),
    ).toEqual([
      ['s1', { kind: 'institution' }, false, undefined],
      ['s2', { kind: 'person' }, true, undefined],
      ['s1', { kind: 'institution', publicInstitution: true, region: '653023' }, true, '查明为公立医院'],
    ]);
    expect(versionsOf(readBy(BUREAU), '/subjects/s1').map(([value]) => value)).toEqual([
      { name: '某医院' },
      { name: '某人民医院' },
    ]);
  });

  it('shows the office that there are other versions, and no value nor reason', () => {
    const view = readBy(OFFICE);
    expect(view.values).toEqual([]);
    expect(view.subjects.map(({ subject, reason }) => [subject, reason])).toEqual([
      ['s1', null],
      ['s2', null],
      ['s1', null],
    ]);
  });

  it('reads on a terminal with the newest first, the earlier below it, each with its reason', () => {
    const text = caseText(readBy(BUREAU), 200, `${BUREAU}/o-1`, wordsOf(law));
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toContain('金额        123,456.78 元（最新）');
    expect(lines).toContain('100,000.00 元（此前）');
    expect(lines).toContain('理由：审计后核定');
    expect(lines).toContain('诈骗数额档次：数额巨大');
    expect(lines.some((line) => /^金额 s2 +20,000\.00 元$/.test(line))).toBe(true);
    expect(lines.some((line) => /^s1 +机构、公立机构、阿合奇县（最新）$/.test(line))).toBe(true);
    expect(lines).toContain('机构（此前）');
    expect(lines).toContain('理由：查明为公立医院');
  });
});

describe('case subject', () => {
  it('states all that was typed, and leaves what is known where only the name was', () => {
    expect(attributesFrom({ kind: 'institution', public: true, region: '653023' })).toEqual({
      attributes: { kind: 'institution', publicInstitution: true, region: '653023' },
    });
    expect(attributesFrom({ kind: 'person', official: true })).toEqual({
      attributes: { kind: 'person', publicOfficial: true },
    });
    expect(attributesFrom({})).toEqual({});
  });
});
