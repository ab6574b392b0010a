// 并案: two cases count as one and stay two: no limit changes, nobody sees more, and the one is not closed before the other.
import { describe, expect, it } from 'vitest';
import { refusedInto } from '../../../case/joining/join-case.ts';
import { joinedInto } from '../../../case/state.ts';
import { law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry, Refusal } from '../../../schemas/entry.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { refusedByOther } from '../../../services/bus/registrar/other-cases.ts';
import { orderedBy } from '../../../services/bus/relay/ordered-commands.ts';
import { refusalText } from '../../../services/words/refusals.ts';
import { wordsOf } from '../../../services/words/words.ts';
import { type CaseDriver, caseDriver, registerWith, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY } from '../../support/clerk.ts';
import { modelCase, modelLaw, readBy, told } from '../../support/model-case.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import { BUREAU, countyRegister, filed, OFFICE, POLICE } from '../../support/transfer-story.ts';
import { NEW_CASE, relay, settle } from '../../support/two-cases.ts';

const HEALTH = '653023/health';
const register = countyRegister();
const by = (as: string, command: string, at: Instant, more: Partial<Told> = {}): Told => ({
  as,
  command,
  at,
  with: ['reason'],
  ...more,
});
const AT: Instant = '2024-03-06T10:00:00+08:00';
const LATER: Instant = '2024-03-07T10:00:00+08:00';

const filePenalty = (c: CaseDriver): CaseDriver => {
  c.must(
    by(`${BUREAU}/o-1`, 'file-model-penalty', '2024-03-04T09:00:00+08:00', {
      body: { newSubjects: [{ subject: 's1' }] },
      with: ['subjects/s1'],
    }),
  );
  return c;
};
/** Two penalties of the bureau in cases of their own; of the first the health commission knows too, of the second the police. */
const two = (): { one: CaseDriver; other: CaseDriver } => {
  const one = filePenalty(modelCase());
  const other = filePenalty(caseDriver(register, NEW_CASE, modelLaw));
  one.must(
    by(`${BUREAU}/o-1`, 'admit-departments', '2024-03-05T09:00:00+08:00', {
      body: { to: [HEALTH] },
      with: [],
    }),
  );
  other.must(
    by(`${BUREAU}/o-1`, 'admit-departments', '2024-03-05T09:00:00+08:00', {
      body: { to: [POLICE] },
      with: [],
    }),
  );
  return { one, other };
};
const merge = (as = `${BUREAU}/head`, into = NEW_CASE): Told => by(as, 'merge-case', AT, { body: { into } });
const merged = (): ReturnType<typeof two> => {
  const cases = two();
  cases.one.must(merge());
  relay(cases.one, cases.other);
  return cases;
};
const finish = (c: CaseDriver, at: Instant): void => {
  c.must(
    by(`${BUREAU}/head`, 'decide-penalty', at, { with: [] }),
    by(`${BUREAU}/o-1`, 'note-payment', at, { with: [] }),
  );
};
const close = (at: Instant): Told => by(`${BUREAU}/head`, 'close-case', at);

describe('并案', () => {
  it('leaves the limits and proceedings of both as they were', () => {
    const { one, other } = two();
    const before = [one, other].map(({ state: { clocks, proceedings, handOffs } }) => ({
      clocks,
      proceedings,
      handOffs,
    }));
    one.must(merge());
    relay(one, other);
    const after = [one, other].map(({ state: { clocks, proceedings, handOffs } }) => ({
      clocks,
      proceedings,
      handOffs,
    }));
    expect(after).toEqual(before);
    expect(joinedInto(one.state)).toMatchObject({ case: NEW_CASE, department: BUREAU });
    expect(other.state.joinedCases).toEqual({ [one.state.id]: true });
  });

  it('the case it was joined to is not closed before it, nor while it is open again', () => {
    const { one, other } = merged();
    finish(one, LATER);
    finish(other, LATER);
    expect(other.tell(close('2024-03-08T09:00:00+08:00'))).toMatchObject({
      code: 'CASE_NOT_SETTLED',
      details: [one.state.id],
    });
    one.must(close('2024-03-08T10:00:00+08:00'));
    relay(one, other);
    expect(other.state.joinedCases).toEqual({ [one.state.id]: false });
    one.must(by(`${BUREAU}/head`, 'reopen-case', '2024-03-08T11:00:00+08:00'));
    relay(one, other);
    expect(other.answer(close('2024-03-08T12:00:00+08:00'))).toBe('CASE_NOT_SETTLED');
    one.must(close('2024-03-08T13:00:00+08:00'));
    relay(one, other);
    expect(other.answer(close('2024-03-08T14:00:00+08:00'))).toBe('ok');
  });

  it('a case that was joined to none says nothing elsewhere when it is closed', () => {
    const { one } = two();
    finish(one, LATER);
    expect(one.must(close('2024-03-08T10:00:00+08:00')).map(({ type }) => type)).toEqual(['case-closed']);
  });
});

describe('解除并案', () => {
  const part = (as = `${BUREAU}/head`, into = NEW_CASE, at = LATER): Told =>
    by(as, 'unmerge-case', at, { body: { into } });

  it('each counts alone again, as it stands by then, and may be joined anew', () => {
    const { one, other } = merged();
    one.must(part());
    relay(one, other);
    expect(joinedInto(one.state)).toBeUndefined();
    expect(other.state.joinedCases).toEqual({});
    finish(other, LATER);
    expect(other.answer(close('2024-03-08T09:00:00+08:00'))).toBe('ok');
    other.must(by(`${BUREAU}/head`, 'reopen-case', '2024-03-08T09:30:00+08:00'));
    one.must(by(`${BUREAU}/head`, 'merge-case', '2024-03-08T10:00:00+08:00', { body: { into: NEW_CASE } }));
    relay(one, other);
    expect(other.state.joinedCases).toEqual({ [one.state.id]: true });
  });

  it('moves, ends and begins no limit, and the two who opened them and the office are told', () => {
    const { one, other } = merged();
    const before = [one.state.clocks, other.state.clocks];
    one.must(part());
    relay(one, other);
    expect([one.state.clocks, other.state.clocks]).toEqual(before);
    expect(told(one)).toEqual([`all ${BUREAU} case.case-parted`, `open ${OFFICE} case.case-parted`]);
    expect(told(other)).toEqual([
      `all ${BUREAU} case.joined-case-parted`,
      `open ${OFFICE} case.joined-case-parted`,
    ]);
  });

  it('is for a head of who may close both, with a reason, and for the case it was joined to alone', () => {
    const { one, other } = merged();
    expect(one.answer(part(`${BUREAU}/o-1`))).toBe('RANK_TOO_LOW');
    expect(one.answer({ ...part(), with: [] })).toBe('REASON_REQUIRED');
    expect(one.answer(part(`${HEALTH}/head`))).toBe('NOT_YOUR_ROLE');
    expect(one.answer(part(undefined, '653023-cccccccccccccccc'))).toBe('NOT_MERGED');
    expect(other.answer(part(undefined, one.state.id))).toBe('NOT_MERGED');
    const asked: Pick<CaseCommand, 'actor' | 'command'> = {
      actor: { department: POLICE, officer: 'head' },
      command: 'unmerge-case',
    };
    expect(refusedInto(other.state, asked, one.state, register)).toBe('NOT_YOUR_ROLE');
    expect(one.answer(part(`${OFFICE}/head`))).toBe('ok');
    expect(one.answer(part(undefined, undefined, '2024-03-08T10:00:00+08:00'))).toBe('NOT_MERGED');
  });

  it('what a joined case told before they were parted is noted as it was then, however late it comes', () => {
    const { one, other } = merged();
    finish(one, LATER);
    one.must(close('2024-03-08T10:00:00+08:00'));
    const [settled] = orderedBy(one.entries.at(-1) as Entry);
    one.must(
      by(`${BUREAU}/head`, 'reopen-case', '2024-03-08T11:00:00+08:00'),
      part(undefined, undefined, '2024-03-08T12:00:00+08:00'),
    );
    other.elsewhere({ other: one.state });
    const note: Told = {
      as: 'relay',
      command: settled?.command ?? '',
      at: '2024-03-08T12:00:00+08:00',
      ...(settled?.body ? { body: settled.body } : {}),
    };
    expect(other.answer(note)).toBe('ok');
    expect(other.state.joinedCases).toEqual({ [one.state.id]: false });
    relay(one, other);
    expect(other.state.joinedCases).toEqual({});
  });
});

describe('谁可以并案', () => {
  it('a head of who may close both, with a reason; not twice, not to itself, and no two wait for one another', () => {
    const { one, other } = merged();
    const fresh = two().one;
    expect(fresh.answer(merge(`${BUREAU}/o-1`))).toBe('RANK_TOO_LOW');
    expect(fresh.answer({ ...merge(), with: [] })).toBe('REASON_REQUIRED');
    expect(fresh.answer(merge(`${HEALTH}/head`))).toBe('NOT_YOUR_ROLE');
    expect(fresh.answer(merge(`${POLICE}/head`))).toBe('CASE_NOT_FOUND');
    expect(fresh.answer(by(`${BUREAU}/head`, 'merge-case', AT))).toBe('FIELD_REQUIRED');
    expect(fresh.answer(merge(undefined, fresh.state.id))).toBe('MERGE_NOT_POSSIBLE');
    expect(fresh.answer(merge(`${OFFICE}/head`))).toBe('ok');
    expect(one.answer(merge(undefined, '653023-cccccccccccccccc'))).toBe('MERGE_NOT_POSSIBLE');
    expect(other.answer(merge(undefined, one.state.id))).toBe('MERGE_NOT_POSSIBLE');
  });

  it('the other case is asked too: one that is not there and one nobody told it of answer alike', () => {
    const { one, other } = merged();
    const from = (department: string): Pick<CaseCommand, 'actor' | 'command'> => ({
      actor: { department, officer: 'head' },
      command: 'merge-case',
    });
    const own = two().one.state;
    const fresh = two().other.state;
    expect(refusedInto(fresh, from(BUREAU), own, register)).toBeUndefined();
    expect(refusedInto(fresh, from(OFFICE), own, register)).toBeUndefined();
    expect(refusedInto(null, from(BUREAU), own, register)).toBe('CASE_NOT_FOUND');
    expect(refusedInto(fresh, from(HEALTH), own, register)).toBe('CASE_NOT_FOUND');
    expect(refusedInto(fresh, from(POLICE), own, register)).toBe('NOT_YOUR_ROLE');
    expect(
      refusedInto(
        { ...fresh, restricted: { [BUREAU]: { department: OFFICE, officer: 'head' } } },
        from(BUREAU),
        own,
        register,
      ),
    ).toBe('CASE_NOT_FOUND');
    // Others may be joined to it too, but it was joined to none.
    expect(refusedInto(other.state, from(BUREAU), own, register)).toBeUndefined();
    expect(refusedInto(one.state, from(BUREAU), own, register)).toBe('MERGE_NOT_POSSIBLE');
    finish(one, LATER);
    one.must(close('2024-03-08T10:00:00+08:00'));
    expect(refusedInto(one.state, from(BUREAU), own, register)).toBe('MERGE_NOT_POSSIBLE');
  });

  it('a refusal of the other case says who may, and which case where there is none', async () => {
    const { one, other } = two();
    const known = new Map<string, CaseDriver>([[NEW_CASE, other]]);
    const cases = { refresh: async (id: string) => (known.has(id) ? { state: other.state } : null) as never };
    const asked = (department: string, into = NEW_CASE): CaseCommand =>
      ({ actor: { department, officer: 'head' }, command: 'merge-case', body: { into } }) as never;
    const said = async (command: CaseCommand): Promise<string> =>
      refusalText(
        (await refusedByOther(cases, command, one.state, register)) as Refusal,
        (field) => field,
        wordsOf(law),
      ).zh;
    expect(await said(asked(POLICE))).toContain('由可以将所指案件办结的立卷部门或者联席会议办公室办理');
    expect(await said(asked(POLICE))).not.toContain(NEW_CASE);
    expect(
      await refusedByOther(cases, asked(POLICE, '653023-cccccccccccccccc'), one.state, register),
    ).toMatchObject({
      code: 'CASE_NOT_FOUND',
      details: ['653023-cccccccccccccccc'],
    });
    expect(await refusedByOther(cases, asked(BUREAU), one.state, register)).toBeUndefined();
  });

  it('not where who opened the one is to know nothing of the other, for it would be told which it is', () => {
    const { one, other } = two();
    const asked: Pick<CaseCommand, 'actor' | 'command'> = {
      actor: { department: OFFICE, officer: 'head' },
      command: 'merge-case',
    };
    const hidden = { [BUREAU]: { department: POLICE, officer: 'head' } };
    expect(refusedInto(other.state, asked, one.state, register)).toBeUndefined();
    expect(refusedInto(other.state, asked, { ...one.state, restricted: hidden }, register)).toBe(
      'MERGE_NOT_POSSIBLE',
    );
    expect(refusedInto({ ...other.state, restricted: hidden }, asked, one.state, register)).toBe(
      'MERGE_NOT_POSSIBLE',
    );
  });

  it('what is noted follows from the other case alone, and is taken once', () => {
    const { one, other } = merged();
    const note: Told = {
      as: 'relay',
      command: 'note-joined-case',
      at: LATER,
      body: { from: { case: one.state.id, sequence: 3 } },
    };
    expect(other.answer(note)).toBe('MOMENT_STALE');
    other.elsewhere({});
    expect(other.answer(note)).toBe('CASE_NOT_FOUND');
    expect(other.answer({ ...note, as: `${BUREAU}/head` })).toBe('SERVICE_ONLY');
  });
});

describe('并案后谁看得见什么', () => {
  it('who opened them and who joined them learn of it, and the office; other parties of either learn of no other case', () => {
    const { one, other } = merged();
    expect(told(one)).toEqual([`all ${BUREAU} case.case-joined`, `open ${OFFICE} case.case-joined`]);
    // What the first one carries is noted last, and nobody is told of that.
    expect(told(other)).toEqual([]);
    expect(told({ ...other, entries: other.entries.slice(0, -1) })).toEqual([
      `all ${BUREAU} case.joined-case-noted`,
      `open ${OFFICE} case.joined-case-noted`,
    ]);
    expect(joinedInto(readBy(one, HEALTH).state)).toBeUndefined();
    expect(readBy(other, POLICE).state.joinedCases).toEqual({});
    expect(joinedInto(readBy(one, BUREAU).state)?.case).toBe(NEW_CASE);
    expect(Object.keys(readBy(other, BUREAU).state.joinedCases)).toEqual([one.state.id]);
    expect(other.state.parties).not.toContain(HEALTH);
    expect(one.state.parties).not.toContain(POLICE);
  });

  it('whoever hears that a joined case was closed reads nowhere which one it was joined to', () => {
    const { one } = merged();
    finish(one, LATER);
    one.must(close('2024-03-08T10:00:00+08:00'));
    expect(told(one)).toContain(`all ${HEALTH} case.case-closed`);
    expect(JSON.stringify(one.entries.at(-1)?.events)).not.toContain(NEW_CASE);
  });
});

describe('并案后限制知悉', () => {
  const INSPECTION = '653023/discipline-inspection';
  /** A penalty of the bureau joined by the office into a clue of the health commission, of which the bureau knows nothing. */
  const apart = (): { one: CaseDriver; other: CaseDriver } => {
    const one = filePenalty(modelCase());
    const other = caseDriver(register, NEW_CASE, modelLaw);
    other.must(
      by(`${HEALTH}/o-1`, 'send-clue', '2024-03-04T09:00:00+08:00', {
        procedure: 'clue-notice',
        body: { to: [POLICE], fields: { topic: 'fraud' } },
        with: [],
      }),
    );
    one.must(merge(`${OFFICE}/head`));
    settle([one, other]);
    return { one, other };
  };
  const restrict = (c: CaseDriver, department: string, command = 'restrict-case', at = LATER): void => {
    c.must(by(`${INSPECTION}/head`, command, at, { body: { to: [department] } }));
  };
  const toldSince = (c: CaseDriver, entries: number): string[] =>
    c.entries.slice(entries).flatMap((_, n) => told({ ...c, entries: c.entries.slice(0, entries + n + 1) }));

  it('who may know of the joined case no more hears no more of it in the other, which it opened, and reads it there no more', () => {
    const { one, other } = apart();
    expect(Object.keys(readBy(other, HEALTH).state.joinedCases)).toEqual([one.id]);
    restrict(one, HEALTH);
    settle([one, other]);
    expect(readBy(other, HEALTH).state.joinedCases).toEqual({});
    const before = other.entries.length;
    finish(one, '2024-03-08T09:00:00+08:00');
    expect(other.tell({ ...close('2024-03-08T10:00:00+08:00'), as: `${HEALTH}/head` })).toMatchObject({
      code: 'CASE_NOT_SETTLED',
      details: ['p1', 'p1/agr-clue-acknowledge/1'],
    });
    one.must(close('2024-03-08T10:00:00+08:00'));
    settle([one, other]);
    expect(other.state.joinedCases).toEqual({ [one.id]: false });
    expect(toldSince(other, before)).toEqual([`all ${OFFICE} case.joined-case-settled`]);
    restrict(one, HEALTH, 'lift-restriction', '2024-03-09T10:00:00+08:00');
    settle([one, other]);
    expect(readBy(other, HEALTH).state.joinedCases).toEqual({ [one.id]: false });
  });

  it('nor does who opened the joined case read what it was joined to, once that is restricted from it', () => {
    const { one, other } = apart();
    expect(joinedInto(readBy(one, BUREAU).state)?.case).toBe(NEW_CASE);
    restrict(other, BUREAU);
    settle([one, other]);
    expect(joinedInto(readBy(one, BUREAU).state)).toBeUndefined();
    const before = one.entries.length;
    one.must(by(`${OFFICE}/head`, 'unmerge-case', '2024-03-08T10:00:00+08:00', { body: { into: NEW_CASE } }));
    settle([one, other]);
    expect(toldSince(one, before)).toEqual([`all ${OFFICE} case.case-parted`]);
  });
});

describe('并案后移送刑事的案件', () => {
  const POLICE_ENDS = (at: Instant): Told =>
    by(`${POLICE}/head`, 'withdraw-case', at, { body: { reasonCode: 'no-crime' } });
  const penalty = penaltyStory(BUREAU, 'insurance-penalty');
  /** The police have the one, the bureau is about to fine in the other. */
  const withPolice = (): { one: CaseDriver; other: CaseDriver } => {
    const one = filed();
    const other = caseDriver(registerWith([...COUNTY, ...ABOVE]), NEW_CASE);
    other.must(penalty.file(), penalty.conclude('2024-04-01'), penalty.notify('2024-04-02'));
    return { one, other };
  };
  const fine = (at: Instant): Told => penalty.fine(at);

  it.each(['the police case into the other', 'the other into the police case'])(
    'no fine while the criminal side is open: %s',
    (how) => {
      const { one, other } = withPolice();
      const [from, into] = how.startsWith('the police') ? [one, other] : [other, one];
      const at: Instant = '2024-05-06T10:00:00+08:00';
      from.must(by(`${OFFICE}/head`, 'merge-case', at, { body: { into: into.id } }));
      const before = into.entries.length;
      relay(from, into);
      relay(into, from, before);
      expect(other.answer(fine('2024-05-07T10:00:00+08:00'))).toBe('CRIMINAL_SIDE_OPEN');
      one.must(POLICE_ENDS('2024-05-08T10:00:00+08:00'));
      expect(other.answer(fine('2024-05-09T10:00:00+08:00'))).toBe('CRIMINAL_SIDE_OPEN');
      relay(one, other);
      expect(other.answer(fine('2024-05-09T10:00:00+08:00'))).toBe('ok');
    },
  );

  it('who opened both does not free itself of what it waits for by parting them: until the police are done the office does', () => {
    const { one, other } = withPolice();
    const part = (as: string, at: Instant): Told => by(as, 'unmerge-case', at, { body: { into: other.id } });
    one.must(by(`${BUREAU}/head`, 'merge-case', '2024-05-06T10:00:00+08:00', { body: { into: other.id } }));
    settle([one, other]);
    expect(one.answer(part(`${BUREAU}/head`, '2024-05-07T10:00:00+08:00'))).toBe('MERGE_WAITED_FOR');
    one.must(POLICE_ENDS('2024-05-08T10:00:00+08:00'));
    expect(one.answer(part(`${BUREAU}/head`, '2024-05-09T10:00:00+08:00'))).toBe('ok');
  });

  it('nor where the police have the one that it is joined to', () => {
    const { one, other } = withPolice();
    const part = by(`${BUREAU}/head`, 'unmerge-case', '2024-05-07T10:00:00+08:00', {
      body: { into: one.id },
    });
    other.must(by(`${BUREAU}/head`, 'merge-case', '2024-05-06T10:00:00+08:00', { body: { into: one.id } }));
    settle([one, other]);
    expect(other.answer(part)).toBe('MERGE_WAITED_FOR');
    expect(other.answer({ ...part, as: `${OFFICE}/head` })).toBe('ok');
  });

  it('parted again, the one holds the other up no more', () => {
    const { one, other } = withPolice();
    const at: Instant = '2024-05-06T10:00:00+08:00';
    one.must(by(`${OFFICE}/head`, 'merge-case', at, { body: { into: NEW_CASE } }));
    relay(one, other);
    one.must(by(`${OFFICE}/head`, 'unmerge-case', '2024-05-07T10:00:00+08:00', { body: { into: NEW_CASE } }));
    relay(one, other);
    expect(other.answer(fine('2024-05-09T10:00:00+08:00'))).toBe('ok');
  });
});

describe('同时并案', () => {
  it('two joined to each other at once: neither stands, and they may be joined anew', () => {
    const { one, other } = two();
    one.must(merge());
    other.must(merge(`${BUREAU}/head`, one.id));
    const [fromOne, fromOther] = [one.entries.length, other.entries.length];
    relay(one, other);
    expect(other.state.joinedCases).toEqual({});
    expect(other.entries.at(fromOther)?.events.map(({ type }) => type)).toEqual(['joined-case-refused']);
    relay(other, one, fromOther);
    expect(joinedInto(one.state)).toBeUndefined();
    relay(one, other);
    const answers = [one.entries.slice(fromOne), other.entries.slice(fromOther)].map((entries) =>
      entries
        .flatMap(({ events }) => events.map(({ type }) => type))
        .filter((type) => !type.startsWith('marks')),
    );
    expect(answers).toEqual([['join-refused'], ['joined-case-refused']]);
    // What the other had joined itself to is free by now, and takes it.
    const [first] = other.entries.slice(fromOther - 1) as [Entry];
    one.elsewhere({ other: other.state });
    for (const ordered of orderedBy(first))
      one.takeOrdered({
        format: 'xianjie.command.v1',
        actor: { service: 'relay' },
        precision: 'instant',
        commitments: {},
        ...ordered,
        case: one.id,
      });
    expect(one.state.joinedCases).toEqual({ [NEW_CASE]: true });
    expect([joinedInto(one.state)?.case, joinedInto(other.state)?.case]).toEqual([undefined, one.id]);
  });

  it('a case that was voided is waited for no more', () => {
    const one = filePenalty(modelCase());
    const other = filePenalty(caseDriver(register, NEW_CASE, modelLaw));
    one.must(merge());
    relay(one, other);
    expect(other.state.joinedCases).toEqual({ [one.id]: true });
    one.must(
      by(`${BUREAU}/o-1`, 'void-case', LATER),
      by(`${BUREAU}/head`, 'void-case', '2024-03-07T11:00:00+08:00'),
    );
    relay(one, other);
    expect(other.state.joinedCases).toEqual({ [one.id]: false });
    finish(other, '2024-03-08T09:00:00+08:00');
    expect(other.answer(close('2024-03-08T10:00:00+08:00'))).toBe('ok');
  });

  it('is not possible where the office that reads of it may not know of the other', () => {
    const { one, other } = two();
    const hidden = { [OFFICE]: { department: HEALTH, officer: 'head' } };
    const asked = { actor: { department: BUREAU, officer: 'head' }, command: 'merge-case' };
    expect(refusedInto({ ...other.state, restricted: hidden }, asked, one.state, register)).toBe(
      'MERGE_NOT_POSSIBLE',
    );
    expect(refusedInto(other.state, asked, { ...one.state, restricted: hidden }, register)).toBe(
      'MERGE_NOT_POSSIBLE',
    );
  });
});
