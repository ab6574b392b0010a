// One transfer of three persons, each with an end of its own; and a fine that waits for the criminal side of the same person.
import { describe, expect, it } from 'vitest';
import { decideRegister } from '../../../../case/register/decide-register.ts';
import type { OpenBody } from '../../../../schemas/command.ts';
import type { RegisterChange } from '../../../../schemas/register.ts';
import { type CaseDriver, changed, registerCommand, type Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, modelLaw, told } from '../../../support/model-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE } from '../../../support/transfer-story.ts';

const by = (
  who: string,
  at: string,
  command: string,
  body: OpenBody = {},
  more: Partial<Told> = {},
): Told => ({
  as: `${who}/o-1`,
  at: `${at}:00:00+08:00`,
  command,
  body,
  ...more,
});
const naming = (...subjects: string[]) => subjects.map((subject) => ({ subject, kind: 'person' as const }));

/** Three persons handed over on Monday 4 March 2024: p1 is about s1, p2 about s2, p3 about s3. */
const handedOver = (): CaseDriver => {
  const c = modelCase();
  c.must(
    by(
      BUREAU,
      '2024-03-04T09',
      'hand-over-persons',
      { newSubjects: naming('s1', 's2', 's3') },
      { with: ['subjects/s1', 'subjects/s2', 'subjects/s3'] },
    ),
  );
  return c;
};
const takenOn = (): CaseDriver => {
  const c = handedOver();
  c.must(by(POLICE, '2024-03-05T09', 'take-on-person', { subjects: ['s1', 's2', 's3'] }));
  return c;
};
const states = (c: CaseDriver): string[] =>
  Object.values(c.state.proceedings).map((p) => `${p.proceeding} ${p.subject} ${p.state}`);
const back = (subjects: string[]): Told =>
  by(POLICE, '2024-03-05T09', 'return-person', { subjects, reasonCode: 'no-crime' }, { with: ['reason'] });

describe('three persons', () => {
  it('are handed over in one entry, a proceeding for each', () => {
    const c = handedOver();
    expect(states(c)).toEqual(['p1 s1 handed-over', 'p2 s2 handed-over', 'p3 s3 handed-over']);
    expect(c.entries).toHaveLength(1);
    expect(c.handOffs('p2')).toMatchObject([{ from: BUREAU, to: POLICE, hop: 1 }]);
    expect(c.state.subjects).toEqual({
      s1: { kind: 'person' },
      s2: { kind: 'person' },
      s3: { kind: 'person' },
    });
    expect(told(c)).toEqual([
      `all ${BUREAU} model-persons.persons-handed-over`,
      `all ${POLICE} model-persons.persons-handed-over`,
      `open ${OFFICE} model-persons.persons-handed-over`,
    ]);
  });

  it('come to three different ends', () => {
    const c = takenOn();
    c.must(
      by(POLICE, '2024-03-08T09', 'release-on-bail', { subjects: ['s1', 's3'] }),
      by(POLICE, '2024-06-10T09', 'note-conviction', { subjects: ['s1'] }),
      by(POLICE, '2024-06-11T09', 'drop-person', { subjects: ['s2', 's3'] }),
    );
    expect(states(c)).toEqual(['p1 s1 convicted', 'p2 s2 dropped', 'p3 s3 dropped']);
  });

  it('are acted on together or not at all', () => {
    const c = handedOver();
    c.must(back(['s2']));
    const before = c.state;
    const decision = c.tell(by(POLICE, '2024-03-05T10', 'take-on-person', { subjects: ['s1', 's2', 's3'] }));
    expect(decision).toMatchObject({ ok: false, code: 'NOT_ALLOWED_IN_STATE', details: ['p2', 'returned'] });
    expect(c.state).toBe(before);
  });

  it('are not taken for one another: what is said of one moves no other', () => {
    const c = handedOver();
    c.must(back(['s1', 's3']));
    expect(c.answer(back(['s1']))).toBe('NOT_ALLOWED_IN_STATE');
    expect(states(c)).toEqual(['p1 s1 returned', 'p2 s2 handed-over', 'p3 s3 returned']);
  });

  it('must be named where a command could be meant for several', () => {
    expect(handedOver().answer(by(POLICE, '2024-03-05T09', 'take-on-person'))).toBe('PROCEEDING_AMBIGUOUS');
  });

  it('each have their own step, about that person alone', () => {
    const steps = takenOn()
      .entries.at(-1)
      ?.events.flatMap((e) => (e.kind === 'step' ? [[e.proceeding, e.subjects]] : []));
    expect(steps).toEqual([
      ['p1', ['s1']],
      ['p2', ['s2']],
      ['p3', ['s3']],
    ]);
  });

  it('each have their own limit, and the docket finds the one that is late', () => {
    const c = handedOver();
    c.must(by(POLICE, '2024-03-05T09', 'take-on-person', { subjects: ['s1', 's2'] }));
    expect(dueLines(c, '2024-03-08T00:00:00+08:00')).toEqual([
      `overdue ${POLICE} model-person-decision until 2024-03-08T00:00:00+08:00`,
    ]);
    const late = reachAll(c, '2024-03-08T00:00:00+08:00').filter(({ type }) => type === 'limit-overdue');
    expect(late).toMatchObject([{ clock: 'p3/model-person-decision/1' }]);
    expect(courseOf(c).slice(1)).toEqual([
      '2024-03-05 09:00 阿合奇县公安局 立案 [逐人审查 按期] [逐人审查 按期]',
      '2024-03-08 00:00 计时服务 逐人审查（法定）：逾期',
    ]);
  });
});

describe('pseudonyms', () => {
  it('are taken once', () => {
    const c = handedOver();
    const again = c.tell(
      by(BUREAU, '2024-03-05T09', 'hand-over-persons', { newSubjects: naming('s4', 's1') }),
    );
    expect(again).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['newSubjects', 's1'] });
    const twice = c.tell(
      by(BUREAU, '2024-03-05T09', 'hand-over-persons', { newSubjects: naming('s4', 's4') }),
    );
    expect(twice).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['newSubjects', 's4'] });
  });

  it('are named before they are spoken of', () => {
    const c = handedOver();
    const unknown = c.tell(by(BUREAU, '2024-03-05T09', 'hand-over-persons', { subjects: ['s9'] }));
    expect(unknown).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['subjects', 's9'] });
    const value = c.tell(
      by(POLICE, '2024-03-05T09', 'take-on-person', { subjects: ['s1'] }, { with: ['subjects/s9'] }),
    );
    expect(value).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['/subjects/s9'] });
  });

  it('may be named by a command that acts on several others', () => {
    const c = handedOver();
    c.must(
      by(POLICE, '2024-03-05T09', 'take-on-person', { subjects: ['s1', 's2'], newSubjects: naming('s4') }),
    );
    expect(Object.keys(c.state.subjects)).toEqual(['s1', 's2', 's3', 's4']);
    expect(states(c).slice(0, 2)).toEqual(['p1 s1 taken-on', 'p2 s2 taken-on']);
  });

  it('may join a case that has begun, and open a proceeding of their own', () => {
    const c = takenOn();
    c.must(by(BUREAU, '2024-03-06T09', 'hand-over-persons', { newSubjects: naming('s4'), subjects: ['s4'] }));
    expect(states(c).at(-1)).toBe('p4 s4 handed-over');
  });
});

describe('a fine', () => {
  const impose = (at: string, subject: string): Told => ({
    ...by(BUREAU, at, 'impose-fine', { subjects: [subject] }),
    as: `${BUREAU}/head`,
  });
  /** Fines proposed of s1 and s2, of whom the police hold s1 and sent s2 back. */
  const proposed = (): CaseDriver => {
    const c = handedOver();
    c.must(
      by(POLICE, '2024-03-05T09', 'take-on-person', { subjects: ['s1'] }),
      back(['s2', 's3']),
      by(BUREAU, '2024-03-06T09', 'propose-fine', { subjects: ['s1', 's2'] }),
    );
    return c;
  };
  const switched = (condition: string): RegisterChange => ({
    change: 'condition-switched',
    condition,
    active: false,
    basis: '阿医保联〔2024〕3号',
  });

  it('is refused while the criminal side of that person is open, with its own code and words', () => {
    const c = proposed();
    expect(c.tell(impose('2024-03-07T09', 's1'))).toEqual({
      ok: false,
      code: 'CRIMINAL_CASE_OPEN',
      details: ['no-criminal-case-open'],
      words: { zh: '刑事程序进行期间不得作出罚款决定', en: 'No fine while the criminal case is open' },
    });
    expect(c.answer(impose('2024-03-07T09', 's2'))).toBe('ok');
  });

  it('is possible once that side has ended', () => {
    const c = proposed();
    c.must(by(POLICE, '2024-03-08T09', 'drop-person', { subjects: ['s1'] }));
    expect(c.answer(impose('2024-03-09T09', 's1'))).toBe('ok');
  });

  it('is possible where the region does without the condition, on a basis of its own', () => {
    const c = proposed();
    c.under(changed(countyRegister(), '653023', [switched('no-criminal-case-open')]));
    expect(c.answer(impose('2024-03-07T09', 's1'))).toBe('ok');
  });

  it('and where the prefecture does', () => {
    const c = proposed();
    c.under(changed(countyRegister(), '653000', [switched('no-criminal-case-open')]));
    expect(c.answer(impose('2024-03-07T09', 's1'))).toBe('ok');
  });

  it('but not because a neighbour does', () => {
    const c = proposed();
    c.under(changed(countyRegister(), '653022', [switched('no-criminal-case-open')]));
    expect(c.answer(impose('2024-03-07T09', 's1'))).toBe('CRIMINAL_CASE_OPEN');
  });

  it('hears of a mark that an ended proceeding carries, whoever it is about', () => {
    const c = proposed();
    c.must(by(POLICE, '2024-06-10T09', 'note-conviction', { subjects: ['s1'] }));
    expect(c.answer(impose('2024-06-11T09', 's2'))).toBe('CONVICTED_ALREADY');
  });

  it('is not let go by switching what the law has settled: such a change is not entered, and would do nothing', () => {
    const change = switched('nobody-convicted');
    const at = '2024-03-01T09:00:00+08:00';
    const command = registerCommand([change], { region: '653023' });
    expect(decideRegister(countyRegister(), command, at, modelLaw)).toMatchObject({
      ok: false,
      code: 'UNKNOWN_CONDITION',
    });
    const c = proposed();
    c.under(changed(countyRegister(), '653023', [change]));
    c.must(by(POLICE, '2024-06-10T09', 'note-conviction', { subjects: ['s1'] }));
    expect(c.answer(impose('2024-06-11T09', 's2'))).toBe('CONVICTED_ALREADY');
  });

  it('has a limit of its own, and is told in words', () => {
    const c = proposed();
    expect(dueLines(c, '2024-03-07T00:00:00+08:00')).toEqual([
      `running ${BUREAU} model-fine-approval until 2024-03-16T00:00:00+08:00`,
      `running ${BUREAU} model-fine-approval until 2024-03-16T00:00:00+08:00`,
    ]);
    c.must(impose('2024-03-07T09', 's2'));
    expect(courseOf(c).at(-1)).toBe('2024-03-07 09:00 阿合奇县医疗保障局 决定罚款 [审批罚款 按期]');
    expect(told(c)).toEqual([
      `all ${BUREAU} model-fine.fine-imposed`,
      `open ${OFFICE} model-fine.fine-imposed`,
    ]);
  });
});
