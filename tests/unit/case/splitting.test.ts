// 分案: chosen proceedings go on in a new case, with all that belongs to them; no limit is lost, doubled or begun anew, no rule shed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handedOn } from '../../../case/splitting/carried.ts';
import type { CaseState, Clock } from '../../../case/state.ts';
import { law } from '../../../law/law.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { COUNTY, generousRegister } from '../../support/clerk.ts';
import { dueLines, modelCase, modelLaw, readBy, told } from '../../support/model-case.ts';
import { walk } from '../../support/random-walk.ts';
import {
  BUREAU,
  countyRegister,
  delivered,
  filed,
  OFFICE,
  POLICE,
  reach,
  steps,
} from '../../support/transfer-story.ts';
import { NEW_CASE, relay, splitOff } from '../../support/two-cases.ts';

const HEALTH = '653023/health';
const by = (as: string, command: string, at: Instant, more: Partial<Told> = {}): Told => ({
  as,
  command,
  at,
  ...more,
});
const split = (body: Told['body'], as = `${BUREAU}/head`, at: Instant = '2024-03-08T10:00:00+08:00'): Told =>
  by(as, 'split-case', at, { body: body ?? {}, with: ['reason'] });

/** Penalties against two subjects, filed on Monday 4 March 2024: p1 of s1, p2 of s2. */
const twoPenalties = (): CaseDriver => {
  const c = modelCase();
  c.must(
    by(`${BUREAU}/o-1`, 'file-model-penalty', '2024-03-04T09:00:00+08:00', {
      body: {
        newSubjects: [
          { subject: 's1', kind: 'institution' },
          { subject: 's2', kind: 'person' },
        ],
      },
      with: ['subjects/s1', 'subjects/s2'],
    }),
  );
  return c;
};
const decided = (proceeding: string, at: Instant) =>
  by(`${BUREAU}/head`, 'decide-penalty', at, { proceeding });

/** Limits with their due instants, as often as they are there, whatever case they are in. */
const limitsOf = (...cases: readonly CaseState[]): string[] =>
  cases
    .flatMap(({ clocks }) => Object.values(clocks))
    .map(({ clock, status, obliged, startedAt, times, reached, pauses, outcome }: Clock) =>
      JSON.stringify([clock, status, obliged, startedAt, times, reached, pauses, outcome]),
    )
    .sort();

describe('分案', () => {
  it('lets the proceedings of a subject go on in a new case, under their ids and with the very same limits', () => {
    const c = twoPenalties();
    const before = limitsOf(c.state);
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    expect(limitsOf(c.state, other.state)).toEqual(before);
    expect(Object.keys(c.state.clocks)).toEqual(['p1/model-penalty-decision/1']);
    expect(Object.keys(other.state.clocks)).toEqual(['p2/model-penalty-decision/1']);
    expect(other.state).toMatchObject({
      id: NEW_CASE,
      region: '653023',
      openedBy: BUREAU,
      parties: [BUREAU],
      subjects: { s2: { kind: 'person' } },
      proceedings: { p2: { state: 'investigating', subject: 's2', arrived: { from: { sequence: 2 } } } },
    });
    expect(c.state.proceedings['p2']?.moved).toMatchObject({ to: NEW_CASE, department: BUREAU });
  });

  it('takes what concerns a subject by its name, also where there is one for the whole case and not one for each', () => {
    const c = caseDriver(countyRegister());
    const suspect = (subject: string, at: Instant): Told => {
      const told = steps.suspect(at);
      return {
        ...told,
        body: { ...told.body, newSubjects: [{ subject, kind: 'person' }], subjects: [subject] },
      };
    };
    c.must(suspect('s1', '2024-03-04T09:00:00+08:00'), suspect('s2', '2024-03-04T09:30:00+08:00'));
    const other = splitOff(
      c,
      split({ subjects: ['s2'] }, `${BUREAU}/head`, '2024-03-05T09:00:00+08:00'),
      law,
    );
    expect(Object.keys(other.state.proceedings)).toEqual(['p2']);
    expect(Object.keys(other.state.subjects)).toEqual(['s2']);
    expect(c.state.proceedings['p1']?.moved).toBeUndefined();
  });

  it('takes along who recorded a step for a colleague', () => {
    const c = caseDriver(countyRegister());
    const step = (command: string, hour: string, body: Told['body']) => ({
      command,
      officer: 'o-1',
      occurredAt: `2024-03-04T${hour}:00+08:00`,
      precision: 'instant' as const,
      body: body ?? {},
    });
    const newSubjects = [{ subject: 's2', kind: 'person' as const }];
    const { body } = steps.suspect('2024-03-04T09:00:00+08:00');
    const recorded = [
      step('suspect-crime', '09:00', { ...body, newSubjects, subjects: ['s2'] }),
      {
        ...step('submit-transfer-report', '10:00', steps.report('2024-03-04T10:00:00+08:00').body),
        proceeding: 'p2',
      },
    ];
    c.must(
      {
        ...steps.suspect('2024-03-04T08:00:00+08:00'),
        body: { ...body, newSubjects: [{ subject: 's1', kind: 'person' }], subjects: ['s1'] },
      },
      by(`${BUREAU}/head`, 'record-steps', '2024-03-04T12:00:00+08:00', {
        procedure: 'criminal-transfer',
        body: { steps: recorded },
      } as Partial<Told>),
    );
    const other = splitOff(
      c,
      split({ proceedings: ['p2'] }, `${BUREAU}/head`, '2024-03-05T09:00:00+08:00'),
      law,
    );
    expect(other.state.proceedings['p2']?.steps[0]).toMatchObject({ officer: 'o-1', recordedBy: 'head' });
  });

  it('goes on there as it would have here: the ninety days are decided by the day it was filed', () => {
    const c = twoPenalties();
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    c.must(decided('p1', '2024-05-31T10:00:00+08:00'));
    other.must(decided('p2', '2024-06-30T10:00:00+08:00'));
    expect(c.clock('model-penalty-decision')).toMatchObject({ outcome: 'met' });
    expect(other.clock('model-penalty-decision')).toMatchObject({ outcome: 'breached' });
  });

  it('a moment of what went on elsewhere decides to nothing here, and is reached there once', () => {
    const c = twoPenalties();
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    const due = other.clock('model-penalty-decision')?.times.latestDueAt as Instant;
    const overdue = reach('p2/model-penalty-decision/1', 'due', due);
    expect(c.answer(overdue)).toBe('MOMENT_STALE');
    expect(other.answer(overdue)).toBe('ok');
    expect(other.answer(overdue)).toBe('MOMENT_STALE');
  });

  it('answers who goes on with it here with the case it went to, and lets nothing of it be corrected or waived here', () => {
    const c = twoPenalties();
    splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    const later = '2024-03-11T10:00:00+08:00';
    expect(c.tell(decided('p2', later))).toMatchObject({
      code: 'PROCEEDING_MOVED',
      details: ['p2', NEW_CASE],
    });
    const correct = by(`${BUREAU}/o-1`, 'correct-step', later, {
      proceeding: 'p2',
      body: { corrects: { sequence: 1, occurredAt: '2024-03-04T08:00:00+08:00' } },
      with: ['reason'],
    });
    expect(c.answer(correct)).toBe('PROCEEDING_MOVED');
    const waive = by(`${BUREAU}/head`, 'waive-proceeding', later, { proceeding: 'p2', with: ['reason'] });
    expect(c.answer(waive)).toBe('NOT_ALLOWED_IN_STATE');
    // Without a name the one that is here is meant.
    expect(c.answer(by(`${BUREAU}/o-1`, 'begin-appraisal', later))).toBe('ok');
  });

  it('what is opened there later takes no id that went along', () => {
    const c = twoPenalties();
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    other.must(
      by(`${BUREAU}/o-1`, 'file-model-penalty', '2024-03-12T09:00:00+08:00', { body: { subjects: ['s2'] } }),
    );
    expect(Object.keys(other.state.proceedings)).toEqual(['p2', 'p3']);
  });

  it('the case it left is closed without waiting for it', () => {
    const c = twoPenalties();
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    c.must(
      decided('p1', '2024-03-12T09:00:00+08:00'),
      by(`${BUREAU}/o-1`, 'note-payment', '2024-03-13T09:00:00+08:00', { proceeding: 'p1' }),
      by(`${BUREAU}/head`, 'close-case', '2024-03-14T09:00:00+08:00', { with: ['reason'] }),
    );
    expect(
      other.answer(by(`${BUREAU}/head`, 'close-case', '2024-03-14T09:00:00+08:00', { with: ['reason'] })),
    ).toBe('CASE_NOT_SETTLED');
  });

  it('may be split once more, and is then known to have come from the second', () => {
    const c = modelCase();
    c.must(
      by(`${BUREAU}/o-1`, 'file-model-penalty', '2024-03-04T09:00:00+08:00', {
        body: { newSubjects: [{ subject: 's1' }, { subject: 's2' }, { subject: 's3' }] },
      }),
    );
    const before = limitsOf(c.state);
    const second = splitOff(c, split({ subjects: ['s2', 's3'] }), modelLaw);
    const third = splitOff(
      second,
      split({ subjects: ['s3'] }, undefined, '2024-03-09T10:00:00+08:00'),
      modelLaw,
    );
    expect(limitsOf(c.state, second.state, third.state)).toEqual(before);
    expect(third.state.proceedings['p3']?.arrived?.from).toEqual({ case: NEW_CASE, sequence: 3 });
  });
});

describe('谁可以分案', () => {
  it('a head of who may act in it now, of who opened the case or of the joint-meeting office; with a reason', () => {
    const c = twoPenalties();
    c.elsewhere({ splitInto: NEW_CASE });
    const body = { subjects: ['s2'] };
    expect(c.answer(split(body, `${BUREAU}/o-1`))).toBe('RANK_TOO_LOW');
    expect(c.answer({ ...split(body), with: [] })).toBe('REASON_REQUIRED');
    expect(c.answer(split(body, `${HEALTH}/head`))).toBe('CASE_NOT_FOUND');
    expect(c.answer(split(body, `${OFFICE}/head`))).toBe('ok');
  });

  it('nobody for whom the proceeding is not to decide', () => {
    const c = twoPenalties();
    c.elsewhere({ splitInto: NEW_CASE });
    c.must(by(`${BUREAU}/o-1`, 'admit-departments', '2024-03-05T09:00:00+08:00', { body: { to: [HEALTH] } }));
    expect(c.tell(split({ subjects: ['s2'] }, `${HEALTH}/head`))).toMatchObject({
      code: 'NOT_YOUR_ROLE',
      details: ['p2'],
    });
  });

  it('says what it is about, of what is there; something goes and something stays', () => {
    const c = twoPenalties();
    c.elsewhere({ splitInto: NEW_CASE });
    expect(c.answer(split({}))).toBe('FIELD_REQUIRED');
    expect(c.answer(split({ proceedings: ['p9'] }))).toBe('PROCEEDING_NOT_FOUND');
    expect(c.tell(split({ proceedings: ['p1', 'p2'] }))).toMatchObject({
      code: 'SPLIT_NOT_POSSIBLE',
      details: ['all'],
    });
    expect(c.answer(split({ subjects: ['s7'] }))).toBe('SPLIT_NOT_POSSIBLE');
  });
});

describe('分案不得规避规定', () => {
  /** A fine proposed against s1 beside the person s1 handed to the police; s2 is handed over too. */
  const fineBesidePersons = (): CaseDriver => {
    const c = modelCase();
    c.must(
      by(`${BUREAU}/o-1`, 'hand-over-persons', '2024-03-04T09:00:00+08:00', {
        body: { newSubjects: [{ subject: 's1' }, { subject: 's2' }] },
      }),
      by(`${BUREAU}/o-1`, 'propose-fine', '2024-03-04T10:00:00+08:00', { body: { subjects: ['s1'] } }),
    );
    return c;
  };
  const takenOn = (c: CaseDriver): void => {
    c.must(
      by(`${POLICE}/o-1`, 'take-on-person', '2024-03-05T09:00:00+08:00', {
        body: { subjects: ['s1', 's2'] },
      }),
    );
  };

  const endPerson = (c: CaseDriver, proceeding: string, at: Instant): void => {
    c.must(by(`${POLICE}/o-1`, 'drop-person', at, { proceeding }));
  };

  it('a hand-over that nobody signed for keeps its proceeding here until it is received or taken back', () => {
    const c = fineBesidePersons();
    c.elsewhere({ splitInto: NEW_CASE });
    expect(c.tell(split({ subjects: ['s2'] }))).toMatchObject({
      code: 'SPLIT_NOT_POSSIBLE',
      details: ['under-way', 'p2'],
    });
    takenOn(c);
    expect(c.answer(split({ subjects: ['s2'] }))).toBe('ok');
  });

  it('a fine that waits for the criminal side of the same person is not parted from it', () => {
    const c = fineBesidePersons();
    takenOn(c);
    c.elsewhere({ splitInto: NEW_CASE });
    expect(c.tell(split({ proceedings: ['p3'] }))).toMatchObject({
      code: 'SPLIT_NOT_POSSIBLE',
      details: ['bound', 'p1', 'p2'],
    });
    // Whoever of the case is with the police: the fine waits for each.
    expect(c.tell(split({ subjects: ['s1'] }))).toMatchObject({ details: ['bound', 'p2'] });
    const impose = by(`${BUREAU}/head`, 'impose-fine', '2024-03-09T10:00:00+08:00', { proceeding: 'p3' });
    expect(c.answer(impose)).toBe('CRIMINAL_CASE_OPEN');
    // The person goes and the case against it is dropped there: then nothing of it holds the fine up here.
    const other = splitOff(c, split({ proceedings: ['p1'] }, `${OFFICE}/head`), modelLaw);
    expect(c.answer(impose)).toBe('CRIMINAL_CASE_OPEN');
    endPerson(other, 'p1', '2024-03-12T09:00:00+08:00');
    expect(c.answer(impose)).toBe('CRIMINAL_CASE_OPEN');
    relay(other, c);
    expect(told(c)).toEqual([]);
    expect(c.answer({ ...impose, at: '2024-03-13T10:00:00+08:00' })).toBe('ok');
  });

  it('the mark of what moved is told on from case to case, and a word of it that comes late takes none back', () => {
    const c = fineBesidePersons();
    takenOn(c);
    const other = splitOff(c, split({ proceedings: ['p1', 'p2'] }, `${OFFICE}/head`), modelLaw);
    const third = caseDriver(countyRegister(), '653023-cccccccccccccccc', modelLaw);
    other.elsewhere({ splitInto: third.id });
    other.must(split({ subjects: ['s1'] }, `${OFFICE}/head`, '2024-03-10T10:00:00+08:00'));
    relay(other, third);
    const impose = by(`${BUREAU}/head`, 'impose-fine', '2024-03-13T10:00:00+08:00', { proceeding: 'p3' });
    endPerson(third, 'p1', '2024-03-12T09:00:00+08:00');
    relay(third, other);
    expect(c.answer(impose)).toBe('CRIMINAL_CASE_OPEN');
    relay(other, c);
    expect(c.answer(impose)).toBe('ok');
    relay(other, c);
    expect(c.state.marksElsewhere[NEW_CASE]?.standings['p1']?.marks).toEqual([]);
  });

  it('what is proposed here later waits for what went elsewhere', () => {
    const c = fineBesidePersons();
    takenOn(c);
    splitOff(c, split({ proceedings: ['p1'] }), modelLaw);
    c.must(by(`${BUREAU}/o-1`, 'propose-fine', '2024-03-11T10:00:00+08:00', { body: { subjects: ['s1'] } }));
    const impose = by(`${BUREAU}/head`, 'impose-fine', '2024-03-12T10:00:00+08:00', { proceeding: 'p4' });
    expect(c.answer(impose)).toBe('CRIMINAL_CASE_OPEN');
  });

  it('of several suspects of one transfer one goes on in a case of its own (另案处理), and the first is withdrawn without it', () => {
    const c = filed();
    const police = (command: string, at: Instant, more: Partial<Told> = {}): Told =>
      by(`${POLICE}/head`, command, at, more);
    c.must(
      police('report-investigation', '2024-03-11T09:00:00+08:00', {
        procedure: 'criminal-process',
        body: {
          newSubjects: [
            { subject: 's1', kind: 'person' },
            { subject: 's2', kind: 'person' },
          ],
        },
      }),
    );
    const told = split({ subjects: ['s2'] }, `${POLICE}/head`, '2024-03-12T09:00:00+08:00');
    const other = splitOff(c, told, law);
    expect(c.state.proceedings['p3']?.moved?.to).toBe(NEW_CASE);
    c.must(
      police('withdraw-case', '2024-03-13T09:00:00+08:00', {
        body: { reasonCode: 'no-crime' },
        with: ['reason'],
      }),
    );
    expect(c.state.proceedings['p2']?.state).toBe('investigation-ended');
    expect(other.state.proceedings['p3']?.state).toBe('investigating');
  });

  it('a penalty of our own law is not parted from the transfer to the police of the same case', () => {
    const c = delivered();
    c.elsewhere({ splitInto: NEW_CASE });
    c.must(
      steps.sign('2024-03-05T11:00:00+08:00'),
      by(`${BUREAU}/o-1`, 'send-clue', '2024-03-05T12:00:00+08:00', {
        procedure: 'clue-notice',
        body: { to: [HEALTH], fields: { topic: 'licence' } },
      }),
      by(`${HEALTH}/o-1`, 'acknowledge', '2024-03-05T13:00:00+08:00', { proceeding: 'p2' }),
    );
    expect(c.answer(split({ proceedings: ['p2'] }, `${HEALTH}/head`))).toBe('ok');
  });
});

describe('分案后谁看得见什么', () => {
  it('those who took part in it are told here that it went, and there what came; the office sees the open part', () => {
    const c = modelCase();
    c.must(
      by(`${BUREAU}/o-1`, 'hand-over-persons', '2024-03-04T09:00:00+08:00', {
        body: { newSubjects: [{ subject: 's1' }, { subject: 's2' }] },
      }),
      by(`${POLICE}/o-1`, 'take-on-person', '2024-03-05T09:00:00+08:00', {
        body: { subjects: ['s1', 's2'] },
      }),
      by(`${BUREAU}/o-1`, 'admit-departments', '2024-03-05T10:00:00+08:00', { body: { to: [HEALTH] } }),
    );
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    const those = (event: string) =>
      [`all ${BUREAU}`, `all ${POLICE}`, `open ${OFFICE}`]
        .map((who) => `${who} model-persons.${event}`)
        .sort();
    expect(told(c)).toEqual(those('proceeding-moved'));
    expect(told(other)).toEqual(those('proceeding-arrived'));
    expect(other.state.parties).toEqual([BUREAU, POLICE]);
    expect(readBy(other, HEALTH).state.proceedings).toEqual({});
    expect(Object.keys(readBy(other, POLICE).state.proceedings)).toEqual(['p2']);
    // What was told of it before stays to be read here.
    expect(readBy(c, POLICE).state.proceedings['p2']).toMatchObject({ state: 'taken-on' });
  });

  it('two that others read apart leave in one entry and arrive in two', () => {
    const c = twoPenalties();
    c.must(
      by(`${BUREAU}/o-1`, 'hand-over-persons', '2024-03-05T09:00:00+08:00', {
        body: { newSubjects: [{ subject: 's3' }] },
      }),
      by(`${POLICE}/o-1`, 'take-on-person', '2024-03-05T10:00:00+08:00', { proceeding: 'p3' }),
    );
    const other = splitOff(c, split({ subjects: ['s2', 's3'] }), modelLaw);
    expect(other.entries).toHaveLength(2);
    expect(readBy(other, POLICE).state.proceedings['p2']).toBeUndefined();
    expect(JSON.stringify(c.entries.at(-1)?.events)).not.toContain('model-penalty');
  });

  it('lists show its limits in the new case alone', () => {
    const c = twoPenalties();
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    // The ninetieth day is Sunday 2 June.
    const line = `running ${BUREAU} model-penalty-decision until 2024-06-04T00:00:00+08:00`;
    expect(dueLines(c, '2024-03-20T09:00:00+08:00')).toEqual([line]);
    expect(dueLines(other, '2024-03-20T09:00:00+08:00')).toEqual([line]);
  });
});

describe('接收程序', () => {
  it('takes what the entry of the other case hands to this one, and nothing else', () => {
    const c = twoPenalties();
    splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    const asked = (more: object, sequence = 2) =>
      handedOn(c.state, {
        case: NEW_CASE,
        proceeding: 'p2',
        body: { from: { case: c.state.id, sequence } },
        ...more,
      });
    expect(asked({})).toMatchObject({ by: BUREAU, carried: { proceeding: { procedure: 'model-penalty' } } });
    expect(asked({ case: '653023-cccccccccccccccc' })).toBeUndefined();
    expect(asked({ proceeding: 'p1' })).toBeUndefined();
    expect(asked({}, 1)).toBeUndefined();
    expect(handedOn(null, { case: NEW_CASE, proceeding: 'p2', body: {} })).toBeUndefined();
  });

  it('is refused to a department, and to the relay where nothing was handed on or it is there already', () => {
    const c = twoPenalties();
    const other = splitOff(c, split({ subjects: ['s2'] }), modelLaw);
    const receive = (as: string): Told =>
      by(as, 'receive-proceeding', '2024-03-08T10:00:00+08:00', {
        proceeding: 'p2',
        body: { from: { case: c.state.id, sequence: 2 } },
      });
    expect(other.answer(receive('relay'))).toBe('MOMENT_STALE');
    expect(other.answer(receive(`${BUREAU}/head`))).toBe('SERVICE_ONLY');
    const empty = caseDriver(countyRegister(), '653023-cccccccccccccccc', modelLaw);
    expect(empty.answer(receive('relay'))).toBe('CASE_NOT_FOUND');
  });
});

describe('whatever life a case has had', () => {
  it('a split loses and doubles no limit, and what it writes is read back as it was written', () => {
    const choice = fc.record({ pick: fc.nat(1_000), hours: fc.nat(400) });
    const register = generousRegister();
    let splits = 0;
    fc.assert(
      fc.property(fc.array(choice, { minLength: 4, maxLength: 14 }), fc.nat(20), (choices, which) => {
        const c = caseDriver(register);
        const clue = by(`${BUREAU}/o-1`, 'send-clue', '2024-03-04T09:00:00+08:00', {
          procedure: 'clue-notice',
          body: { to: [HEALTH, POLICE], fields: { topic: 'fraud' } },
          with: ['summary'],
        });
        const at = walk(c, clue, COUNTY, choices);
        const before = limitsOf(c.state);
        const ids = Object.keys(c.state.proceedings);
        c.elsewhere({ splitInto: NEW_CASE });
        const told = split({ proceedings: [ids[which % ids.length] as string] }, `${OFFICE}/head`, at);
        const other = caseDriver(register, NEW_CASE);
        const isSplit = c.answer(told) === 'ok';
        if (isSplit) relay(c, other);
        splits += Number(isSplit);
        if (!isSplit) {
          expect(limitsOf(c.state)).toEqual(before);
          return;
        }
        expect(limitsOf(c.state, other.state)).toEqual(before);
        for (const { events } of [...c.entries, ...other.entries])
          for (const event of events) expect(CaseEvent.parse(event)).toEqual(event);
      }),
      { numRuns: 40 },
    );
    expect(splits).toBeGreaterThan(5);
  });
});
