// A referral of which the others see a status word only, and what it and an open inspection order in one another.
import { describe, expect, it } from 'vitest';
import { nextMomentsOf } from '../../../../case/next-moments.ts';
import { recipientsOf } from '../../../../case/who-is-told.ts';
import type { Disclosure, OpenBody } from '../../../../schemas/command.ts';
import type { CalendarRecord } from '../../../../schemas/time-limit.ts';
import { noticeOf, shownTo } from '../../../../services/bus/relay/notice.ts';
import { checkNotice } from '../../../../services/client/check-notice.ts';
import { canonical } from '../../../../services/proof/canonical.ts';
import { newEntry } from '../../../../services/proof/new-entry.ts';
import { parseRecord, sealRecord } from '../../../../services/proof/record.ts';
import { generateSealingKey, sealFor } from '../../../../services/proof/seal.ts';
import { generateSigningKey } from '../../../../services/proof/signature.ts';
import { type CaseDriver, changed, type Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, modelLaw, readBy, told } from '../../../support/model-case.ts';
import { BUREAU, countyRegister, OFFICE, POLICE, papers } from '../../../support/transfer-story.ts';

const DISCIPLINE = '653023/discipline-inspection';
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
/** What the relay does with an order: takes it in an entry of its own, an hour later. */
const takeOrder = (c: CaseDriver, at: string): void => {
  const [ordered] = c.state.followUps;
  if (!ordered) throw new Error('nothing was ordered');
  c.must({
    as: 'relay',
    at: `${at}:00:00+08:00`,
    command: 'take-follow-up',
    body: { followUp: ordered.followUp },
  });
};

/** An inspection (p1) begun on Monday 4 March 2024. */
const inspecting = (): CaseDriver => {
  const c = modelCase();
  c.must(by(BUREAU, '2024-03-04T09', 'begin-inspection'));
  return c;
};
const refer = (at: string, body: OpenBody = {}): Told =>
  by(BUREAU, at, 'refer-official', {
    papers: papers('referral-letter'),
    fields: { answerBy: '2024-06-03' },
    ...body,
  });
/** Referred (p2) on the 5th; the order was taken at ten. */
const referred = (): CaseDriver => {
  const c = inspecting();
  c.must(refer('2024-03-05T09'));
  takeOrder(c, '2024-03-05T10');
  return c;
};
const verifying = (): CaseDriver => {
  const c = referred();
  c.must(by(DISCIPLINE, '2024-03-06T09', 'begin-verification'));
  return c;
};

describe('who is told', () => {
  it('of what is open: those who take part, the office the open part', () => {
    expect(told(inspecting())).toEqual([
      `all ${BUREAU} model-inspection.inspection-begun`,
      `open ${DISCIPLINE} model-inspection.inspection-begun`,
      `open ${OFFICE} model-inspection.inspection-begun`,
      `open ${POLICE} model-inspection.inspection-begun`,
    ]);
  });

  it('of the referral: both sides all, office and police that it was received, and nothing else', () => {
    expect(told(referred())).toEqual([
      `all ${DISCIPLINE} model-referral.referral-received`,
      `all ${BUREAU} model-referral.referral-received`,
      `status ${OFFICE} model-referral.status-changed`,
      `status ${POLICE} model-referral.status-changed`,
    ]);
  });

  it('of a step that leaves the word as it was: both sides alone', () => {
    expect(told(verifying())).toEqual([
      `all ${DISCIPLINE} model-referral.verification-begun`,
      `all ${BUREAU} model-referral.verification-begun`,
    ]);
  });

  it('of a limit of the referral: whoever is reminded and nobody else', () => {
    const c = verifying();
    reachAll(c, '2024-04-22T00:00:00+08:00');
    expect(told(c)).toEqual([`open ${DISCIPLINE} model-referral.limit-reminded`]);
    expect(dueLines(c, '2024-04-22T00:00:00+08:00')).toEqual([
      `close ${DISCIPLINE} model-referral-reply until 2024-06-06T00:00:00+08:00`,
    ]);
  });
});

describe('a status notice', () => {
  const key = generateSigningKey('ledger');
  const sealKey = generateSealingKey(OFFICE);
  const receiver = { department: OFFICE, sealKey, ledgerKeys: [{ key: key.id, publicKey: key.publicKey }] };
  const noticeTo = async (
    c: CaseDriver,
    department: string,
    retell = (words: readonly Disclosure[]) => words,
  ): Promise<Uint8Array> => {
    const entry = c.entries.at(-1);
    if (!entry) throw new Error('no entry');
    const { salt: _, previous, occurredAt: __, ...decided } = entry;
    const made = newEntry(
      decided,
      previous === null ? null : { sequence: entry.sequence - 1, hash: previous },
      null,
    );
    const record = parseRecord(sealRecord(key, made, null).bytes);
    const recipient = recipientsOf(c.state, entry, countyRegister(), modelLaw).find(
      (r) => r.department === department,
    );
    if (!recipient) throw new Error(`${department} is not told`);
    const words = retell(shownTo(recipient, record.body, []));
    const sealed = sealFor(sealKey, canonical(words));
    return Buffer.from(JSON.stringify(noticeOf({ recipient, record, ledgerSequence: 7 }, sealed)));
  };

  it('is checked by the ledger’s key alone', async () => {
    const bytes = await noticeTo(referred(), OFFICE);
    expect(await checkNotice(bytes, receiver)).toMatchObject({
      ok: true,
      notice: {
        type: 'xianjie.model-referral.status-changed.v1',
        data: { body: null, disclosures: [{ path: '/shows/p2', value: 'received' }] },
      },
    });
  });

  it('with another word in it is found out', async () => {
    const bytes = await noticeTo(referred(), OFFICE, (words) =>
      words.map((word) => ({ ...word, value: 'done' })),
    );
    expect((await checkNotice(bytes, receiver)).ok).toBe(false);
  });

  it('holds not a byte of what was done, by whom and with what', async () => {
    const text = Buffer.from(await noticeTo(referred(), OFFICE)).toString();
    for (const marker of [
      'referral-received',
      'receive-referral',
      'referral-letter',
      'answerBy',
      '2024-06-03',
      DISCIPLINE,
      BUREAU,
      'o-1',
    ])
      expect(text, marker).not.toContain(marker);
  });
});

describe('the case as one reads it', () => {
  const HEALTH = '653023/health';
  const readable = (c: CaseDriver, department: string, seesAll = false) => {
    const seen = readBy(c, department, seesAll);
    return {
      proceedings: Object.values(seen.state.proceedings).map(
        ({ proceeding, state }) => `${proceeding} ${state}`,
      ),
      clocks: Object.keys(seen.state.clocks),
      statuses: seen.statuses.map(({ proceeding, word }) => `${proceeding} ${word}`),
    };
  };

  it('is whole for both sides', () => {
    for (const department of [BUREAU, DISCIPLINE])
      expect(readable(verifying(), department), department).toEqual({
        proceedings: ['p1 inspecting', 'p2 verifying'],
        clocks: ['p2/model-referral-reply/1'],
        statuses: [],
      });
  });

  it.each([
    ['the office, which sees all that is open', OFFICE, true],
    ['who holds a role that sees a word', POLICE, false],
  ])('has no more than the word of the referral for %s', (_what, department, seesAll) => {
    expect(readable(verifying(), department, seesAll)).toEqual({
      proceedings: ['p1 inspecting'],
      clocks: [],
      statuses: ['p2 received'],
    });
    expect(JSON.stringify(readBy(verifying(), department, seesAll).state)).not.toContain(
      'begin-verification',
    );
  });

  it('names no one who acts in the referral alone, and not who opened a case that began with it', () => {
    const c = modelCase();
    c.must(by(BUREAU, '2024-03-05T09', 'receive-referral', { fields: { answerBy: '2024-06-03' } }));
    const seen = readBy(c, OFFICE, true);
    expect(seen.statuses).toMatchObject([{ word: 'received' }]);
    expect(seen.knowsOpening).toBe(false);
    expect(seen.state.parties).toEqual([]);
    expect(readBy(c, BUREAU).knowsOpening).toBe(true);
  });

  it('is empty for who is told nothing', () => {
    expect(readable(verifying(), HEALTH)).toEqual({ proceedings: [], clocks: [], statuses: [] });
  });
});

describe('refusals', () => {
  const { commands: ours } = modelLaw.procedures.find((p) => p.procedure === 'model-referral') ?? {
    commands: {},
  };
  const all = [...Object.keys(ours), 'begin-inspection', 'no-such-command'];
  const named = [undefined, 'p1', 'p2', 'p3'];
  /** What each command of a department is answered, whatever proceeding it names. */
  const answers = (c: CaseDriver, department: string): string[] =>
    all.flatMap((command) =>
      named.map((proceeding) => {
        const told = c.tell(by(department, '2024-03-08T09', command, {}, proceeding ? { proceeding } : {}));
        return `${command} ${proceeding}: ${told.ok ? 'ok' : [told.code, ...told.details].join(' ')}`;
      }),
    );

  it.each([OFFICE, POLICE])('tell %s nothing of a referral of which it sees the word alone', (department) => {
    // Not that there is one, and not how it moves beneath its word.
    const before = answers(referred(), department);
    expect(answers(verifying(), department)).toEqual(before);
    expect(before.filter((line) => / p2: /.test(line))).toEqual(
      before.filter((line) => / p3: /.test(line)).map((line) => line.replaceAll('p3', 'p2')),
    );
  });
});

describe('what one orders in the other', () => {
  it('is no part of the entry that orders it, and is taken in one of its own', () => {
    const c = inspecting();
    c.must(refer('2024-03-05T09'));
    expect(Object.keys(c.state.proceedings)).toEqual(['p1']);
    expect(c.state.followUps).toMatchObject([
      { followUp: 1, procedure: 'model-referral', command: 'receive-referral' },
    ]);
    takeOrder(c, '2024-03-05T10');
    expect(c.state.followUps).toEqual([]);
    expect(c.proceeding('model-referral')).toMatchObject({
      proceeding: 'p2',
      parent: 'p1',
      state: 'received',
    });
  });

  it('happened when it was ordered, by whom it was ordered, with what came along', () => {
    const c = referred();
    expect(c.proceeding('model-referral').steps).toMatchObject([
      {
        command: 'receive-referral',
        event: 'referral-received',
        by: BUREAU,
        officer: 'o-1',
        at: '2024-03-05T09:00:00+08:00',
      },
    ]);
    expect(c.proceeding('model-referral').fields).toEqual({ answerBy: '2024-06-03' });
    expect(c.proceeding('model-referral').papers).toMatchObject([{ code: 'referral-letter' }]);
    expect(c.clock('model-referral-reply')?.startedAt).toBe('2024-03-05T09:00:00+08:00');
    expect(courseOf(c)[2]).toBe(
      '2024-03-05 10:00 总线（自动） 接收线索 [反馈处理结果 起算，至 2024-06-05 24时]',
    );
  });

  it('is taken once, by a service and by nobody else', () => {
    const c = referred();
    const again: Told = {
      as: 'relay',
      at: '2024-03-05T11:00:00+08:00',
      command: 'take-follow-up',
      body: { followUp: 1 },
    };
    expect(c.answer(again)).toBe('MOMENT_STALE');
    expect(c.answer({ ...again, as: `${BUREAU}/o-1` })).toBe('SERVICE_ONLY');
  });

  it('moves a referral that is there', () => {
    const c = referred();
    c.must(by(BUREAU, '2024-03-06T09', 'send-more'));
    expect(c.proceeding('model-referral').steps).toHaveLength(1);
    takeOrder(c, '2024-03-06T10');
    expect(c.proceeding('model-referral').steps.map(({ command }) => command)).toEqual([
      'receive-referral',
      'add-material',
    ]);
  });

  it('goes the other way too: what the referral ends with is noted in the open inspection', () => {
    const c = verifying();
    c.must(by(DISCIPLINE, '2024-05-06T09', 'conclude-referral'));
    expect(told(c)).toEqual([
      `all ${DISCIPLINE} model-referral.referral-concluded`,
      `all ${BUREAU} model-referral.referral-concluded`,
      `status ${OFFICE} model-referral.status-changed`,
      `status ${POLICE} model-referral.status-changed`,
    ]);
    takeOrder(c, '2024-05-06T10');
    expect(told(c)).toEqual([
      `all ${BUREAU} model-inspection.discipline-result-noted`,
      `open ${DISCIPLINE} model-inspection.discipline-result-noted`,
      `open ${OFFICE} model-inspection.discipline-result-noted`,
    ]);
  });

  it('is void where it no longer applies', () => {
    const c = referred();
    c.must(by(BUREAU, '2024-03-06T09', 'send-more'), by(DISCIPLINE, '2024-03-06T09', 'begin-verification'));
    c.must(by(DISCIPLINE, '2024-03-06T10', 'conclude-referral'));
    takeOrder(c, '2024-03-06T11');
    expect(c.entries.at(-1)?.events.map(({ type }) => type)).toEqual(['follow-up-void']);
    expect(c.state.followUps).toMatchObject([{ procedure: 'model-inspection' }]);
  });

  it('is void, and leaves nothing half done, where the rules refuse it by then', () => {
    const c = inspecting();
    c.must(refer('2024-03-05T09'));
    // Whom the register routes to has gone.
    c.under(changed(countyRegister(), '653023', [{ change: 'department-retired', department: DISCIPLINE }]));
    takeOrder(c, '2024-03-05T10');
    expect(c.entries.at(-1)?.events.map(({ type }) => type)).toEqual(['follow-up-void']);
    expect(Object.keys(c.state.proceedings)).toEqual(['p1']);
  });
});

describe('one entry', () => {
  it('never holds moments of both: those of the referral must be asked for by themselves', () => {
    const c = verifying();
    c.must(by(BUREAU, '2024-03-07T09', 'file-model-penalty', { newSubjects: [{ subject: 's1' }] }));
    const both = nextMomentsOf(c.state).map(({ clock, moment }) => ({ clock, moment }));
    expect(both).toHaveLength(2);
    const at = '2024-07-01T00:00:00+08:00';
    const reach = (moments: OpenBody['moments']) =>
      c.tell({ as: 'docket', at, command: 'reach-moment', ...(moments ? { body: { moments } } : {}) });
    expect(reach(both)).toMatchObject({ ok: false, code: 'PROCEEDING_AMBIGUOUS', details: ['p2', 'p3'] });
    for (const one of both) expect(reach([one])).toMatchObject({ ok: true });
  });

  it('never holds what a new calendar did to both', () => {
    const c = verifying();
    c.must(by(BUREAU, '2024-03-07T09', 'file-model-penalty', { newSubjects: [{ subject: 's1' }] }));
    const record: CalendarRecord = {
      region: '653023',
      year: 2024,
      name: '临时放假',
      daysOff: ['2024-06-05', '2024-06-06', '2024-06-07'],
      makeUpWorkdays: [],
      basis: '县政府公告',
      confidence: 'notice',
    };
    c.under(changed(countyRegister(), '653023', [{ change: 'calendar-published', records: [record] }]));
    const again = (proceeding?: string) =>
      c.tell({
        as: 'calendar',
        at: '2024-03-08T09:00:00+08:00',
        command: 'recalculate-clocks',
        body: { basis: record.basis },
        ...(proceeding ? { proceeding } : {}),
      });
    expect(again()).toMatchObject({ ok: false, code: 'PROCEEDING_AMBIGUOUS', details: ['p2', 'p3'] });
    expect(again('p2')).toMatchObject({ ok: true, events: [{ clock: 'p2/model-referral-reply/1' }] });
    expect(again('p3')).toMatchObject({ ok: true, events: [{ clock: 'p3/model-penalty-decision/1' }] });
    expect(again()).toMatchObject({ ok: false, code: 'MOMENT_STALE' });
  });
});
