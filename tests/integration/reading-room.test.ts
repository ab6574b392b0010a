// The reading room on a real PGlite: rows equal the fold, a restart resumes, lists are right at the very second.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEntry } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { recipientsOf } from '../../case/who-is-told.ts';
import { law } from '../../law/law.ts';
import type { Entry } from '../../schemas/entry.ts';
import { plusMillis } from '../../schemas/instant.ts';
import { loadCases } from '../../services/bus/reading-room/fold/load-cases.ts';
import { createProjector } from '../../services/bus/reading-room/fold/projector.ts';
import { openReadingRoom, type ReadingRoom } from '../../services/bus/reading-room/reading-room.ts';
import { openDatabase } from '../../services/bus/reading-room/sql/database.ts';
import { recreateSchema } from '../../services/bus/reading-room/sql/schema.ts';
import { startReadingRoom } from '../../services/bus/reading-room/start-reading-room.ts';
import { progressQuestion, progressReport } from '../../services/reports/progress-report.ts';
import { wordsOf } from '../../services/words/words.ts';
import { caseDriver, registerWith } from '../support/case-driver.ts';
import { ledgerMessages } from '../support/ledger-messages.ts';
import { progressRows } from '../support/progress-rows.ts';
import { walk } from '../support/random-walk.ts';
import { AS_OF, reportedLedger } from '../support/reported-ledger.ts';

const YB = '320200/medical-insurance';
const GA = '320200/public-security';
const JC = '320200/procuratorate';
const WJ = '320200/health';
const OFFICE = '320200/joint-meeting-office';
const departments = [YB, GA, JC, WJ, OFFICE];
const names = {
  [YB]: '无锡市医疗保障局',
  [GA]: '无锡市公安局',
  [JC]: '无锡市人民检察院',
  [WJ]: '无锡市卫生健康委员会',
  [OFFICE]: '联席会议办公室',
};
const register = registerWith(departments);
const caseId = (n: number) => `320200-${'abcdefghijklmnop'.slice(0, 15)}${'abcdefghijklmnopqrstuvwxyz'[n]}`;

const foldOf = (entries: readonly Entry[]): CaseState =>
  entries.reduce<CaseState | null>(applyEntry, null) as CaseState;

const transfer = (id = caseId(0)) => {
  const driver = caseDriver(register, id);
  driver.tell({
    as: `${YB}/o-1`,
    at: '2024-09-23T09:00:00+08:00',
    procedure: 'criminal-transfer',
    command: 'suspect-crime',
    body: { team: ['o-1', 'o-2'] },
  });
  driver.tell({
    as: `${YB}/o-1`,
    at: '2024-09-23T10:00:00+08:00',
    proceeding: 'p1',
    command: 'submit-transfer-report',
    body: { papers: [{ code: 'transfer-report', id: 'r' }] },
  });
  driver.tell({
    as: `${YB}/head`,
    at: '2024-09-24T09:00:00+08:00',
    proceeding: 'p1',
    command: 'approve-transfer',
  });
  return driver;
};
const papersOfTransfer = ['transfer-letter', 'investigation-report', 'property-list'].map((code) => ({
  code,
  id: code,
}));

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom({});
});
afterAll(() => room.close());

const read = async (entries: readonly Entry[], into = room) => {
  await into.clear();
  const messages = ledgerMessages(names, entries);
  await into.apply(messages);
  return messages;
};
const clockIn = async (id: string, limit: string, asOf: string) =>
  (await room.dueList({ asOf })).items.find((i) => i.case === id && i.limit === limit);

describe('the projection', () => {
  it('equals the fold and the visibility policy for random lives of cases, in batches of any size', async () => {
    const db = await openDatabase({});
    const projector = await createProjector(db);
    const choice = fc.record({ pick: fc.nat(1_000), hours: fc.integer({ min: 1, max: 200 }) });
    const life = fc.record({ clue: fc.boolean(), choices: fc.array(choice, { maxLength: 14 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(life, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        async (lives, size) => {
          const drivers = lives.map(({ clue, choices }, n) => {
            const driver = caseDriver(register, caseId(n));
            const at = `2024-09-2${n}T09:00:00+08:00`;
            walk(
              driver,
              clue
                ? {
                    as: `${YB}/o-1`,
                    at,
                    procedure: 'clue-notice',
                    command: 'send-clue',
                    body: { to: [GA, WJ], fields: { topic: 'fraud' } },
                  }
                : {
                    as: `${YB}/o-1`,
                    at,
                    procedure: 'criminal-transfer',
                    command: 'suspect-crime',
                    body: { team: ['o-1', 'o-2'] },
                  },
              departments,
              choices,
            );
            return driver;
          });
          const entries = drivers.flatMap((d) => d.entries);
          const messages = ledgerMessages(names, entries);
          await recreateSchema(db);
          await projector.forget();
          for (let n = 0; n < messages.length; n += size) await projector.apply(messages.slice(n, n + size));
          for (const driver of drivers) {
            const [known] = await loadCases(db, [driver.state.id]);
            expect(known?.state).toEqual(foldOf(driver.entries));
            let state: CaseState | null = null;
            const told: string[] = [];
            for (const entry of driver.entries) {
              state = applyEntry(state, entry);
              for (const r of recipientsOf(state, entry, register, law))
                told.push(`${entry.sequence} ${r.department} ${r.sees}`);
            }
            const readers = await db
              .selectFrom('entry_readers as r')
              .innerJoin('entries as e', 'e.sequence', 'r.sequence')
              .select(['e.case_sequence', 'r.department', 'r.sees'])
              .where('r.case_id', '=', driver.state.id)
              .execute();
            const seen = readers.map((r) => `${r.case_sequence} ${r.department} ${r.sees}`);
            expect(seen.sort()).toEqual(told.sort());
          }
        },
      ),
      { numRuns: 25 },
    );
    await db.destroy();
  });

  it('resumes at its position after a restart in the middle, and a rebuild gives the same rows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-room-'));
    const driver = transfer();
    driver.tell({
      as: `${YB}/o-1`,
      at: '2024-09-24T12:00:00+08:00',
      proceeding: 'p1',
      command: 'hand-over',
      body: { papers: papersOfTransfer },
    });
    const messages = ledgerMessages(names, driver.entries);
    const first = await startReadingRoom({ folder });
    await first.apply(messages.slice(0, 4));
    await first.close();
    const second = await startReadingRoom({ folder });
    expect(await second.position()).toMatchObject({ sequence: 4, clock: 'real' });
    const waited = second.idle(messages.length);
    await second.apply(messages);
    expect((await waited).sequence).toBe(messages.length);
    const resumed = {
      cases: await second.caseList({ department: YB, limit: 50 }),
      due: await second.dueList({ asOf: '2024-09-25T00:00:00+08:00' }),
    };
    await second.clear();
    expect((await second.position()).sequence).toBe(0);
    await second.apply(messages);
    expect({
      cases: await second.caseList({ department: YB, limit: 50 }),
      due: await second.dueList({ asOf: '2024-09-25T00:00:00+08:00' }),
    }).toEqual(resumed);
    expect(resumed.cases).toMatchObject([{ case: caseId(0) }]);
    await expect(
      second.apply([{ ...(messages[0] as (typeof messages)[0]), sequence: 99 }]),
    ).rejects.toMatchObject({ name: 'LedgerGapError' });
    await second.close();
    const db = await openDatabase({ folder });
    expect((await loadCases(db, [caseId(0)]))[0]?.state).toEqual(foldOf(driver.entries));
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('the due list', () => {
  it('calls hours overdue a millisecond after the instant, not at it', async () => {
    await read(transfer().entries);
    const at = '2024-09-25T09:00:00+08:00';
    expect(await clockIn(caseId(0), 'fwd-handover', plusMillis(at, -1))).toMatchObject({
      status: 'close',
      latestDueAt: at,
      lateByMillis: null,
    });
    expect(await clockIn(caseId(0), 'fwd-handover', at)).toMatchObject({ status: 'close' });
    expect(await clockIn(caseId(0), 'fwd-handover', plusMillis(at, 1))).toMatchObject({
      status: 'overdue',
      lateByMillis: 1,
      obliged: YB,
      obligedName: '无锡市医疗保障局',
      liaison: ['liaison'],
      basis: [{ act: 'O310', article: '5(2)' }],
      kind: 'statutory',
      undetermined: null,
    });
  });

  it('calls days overdue when the day has ended, strict before latest', async () => {
    const driver = caseDriver(register, caseId(0));
    driver.tell({
      as: `${YB}/o-1`,
      at: '2024-09-26T09:00:00+08:00',
      procedure: 'criminal-transfer',
      command: 'suspect-crime',
      body: { team: ['o-1', 'o-2'] },
    });
    driver.tell({
      as: `${YB}/o-1`,
      at: '2024-09-26T10:00:00+08:00',
      proceeding: 'p1',
      command: 'submit-transfer-report',
      body: { papers: [{ code: 'transfer-report', id: 'r' }] },
    });
    await read(driver.entries);
    const head = async (asOf: string) => (await clockIn(caseId(0), 'fwd-head-decision', asOf))?.status;
    const clock = driver.state.clocks['p1/fwd-head-decision/1'];
    const { strictDueAt, latestDueAt } = clock?.times ?? {};
    if (!strictDueAt || !latestDueAt) throw new Error('no due instants');
    expect(strictDueAt < latestDueAt).toBe(true);
    expect(await head(plusMillis(strictDueAt, -1))).toBe('close');
    expect(await head(strictDueAt)).toBe('strict-overdue');
    expect(await head(plusMillis(latestDueAt, -1))).toBe('strict-overdue');
    expect(await head(latestDueAt)).toBe('overdue');
    expect(await room.dueCounts({ asOf: latestDueAt })).toContainEqual({
      shelf: 'binding',
      all: 1,
      late: 1,
      strictLate: 0,
      close: 0,
    });
  });

  it('shows what is to be done at once, and what only lapses, without ever calling it overdue', async () => {
    await read(transfer().entries);
    const all = (await room.dueList({ asOf: '2030-01-01T00:00:00+08:00' })).items;
    const atOnce = all.filter((i) => i.latestDueAt === null);
    expect(atOnce.length).toBeGreaterThan(0);
    expect(new Set(atOnce.map((i) => i.status))).toEqual(new Set(['at-once']));
  });

  it('knows the past: a clock runs from when it happened to when it was stopped', async () => {
    const driver = transfer();
    driver.tell({
      as: `${YB}/o-1`,
      at: '2024-09-24T12:00:00+08:00',
      recordedAt: '2024-09-27T12:00:00+08:00',
      proceeding: 'p1',
      command: 'hand-over',
      body: { papers: papersOfTransfer },
    });
    await read(driver.entries);
    expect(await clockIn(caseId(0), 'fwd-handover', '2024-09-24T08:59:59+08:00')).toBeUndefined();
    expect(await clockIn(caseId(0), 'fwd-handover', '2024-09-24T09:00:00+08:00')).toMatchObject({
      status: 'running',
    });
    expect(await clockIn(caseId(0), 'fwd-handover', '2024-09-24T12:00:00+08:00')).toBeUndefined();
    const handOff = { case: caseId(0), from: YB, to: GA, startedAt: '2024-09-24T12:00:00+08:00' };
    expect(await room.openHandOffs({ asOf: '2024-09-24T12:00:00+08:00', department: GA })).toMatchObject([
      handOff,
    ]);
    expect(await room.openHandOffs({ asOf: '2024-09-24T11:59:59+08:00' })).toEqual([]);
  });

  it('knows the due date that held before a prolongation', async () => {
    const driver = caseDriver(register, caseId(0));
    driver.tell({
      as: `${WJ}/o-1`,
      at: '2024-06-03T09:00:00+08:00',
      procedure: 'clue-notice',
      command: 'send-clue',
      body: { to: [YB], fields: { topic: 'fraud' } },
    });
    driver.tell({
      as: `${YB}/o-1`,
      at: '2024-06-03T10:00:00+08:00',
      proceeding: 'p1',
      command: 'acknowledge',
    });
    driver.tell({
      as: `${YB}/o-1`,
      at: '2024-06-03T11:00:00+08:00',
      proceeding: 'p1',
      command: 'accept-clue',
    });
    const limit = 'clue-verify';
    const clock = Object.values(driver.state.clocks).find((c) => c.limit === limit);
    if (!clock) throw new Error('no clock of clue-verify');
    const before = clock.times.latestDueAt;
    const extension = law.timeLimitOn(limit, '2024-06-03')?.extensions[0];
    expect(extension).toBeDefined();
    const told = driver.tell({
      as: `${YB}/head`,
      at: '2024-06-05T09:00:00+08:00',
      proceeding: 'p1',
      command: 'extend-verification',
      body: {
        extension: extension?.id ?? '',
        approver: extension?.approver ?? 'head',
        reasonCode: 'complex',
      },
      with: ['reason'],
    });
    expect(told.ok).toBe(true);
    await read(driver.entries);
    expect((await clockIn(caseId(0), limit, '2024-06-04T00:00:00+08:00'))?.latestDueAt).toBe(before);
    expect((await clockIn(caseId(0), limit, '2024-06-05T09:00:00+08:00'))?.latestDueAt).not.toBe(before);
  });

  it('asks by department and by region with all below it', async () => {
    await read(transfer().entries);
    const asOf = '2024-09-24T10:00:00+08:00';
    const count = async (q: { department?: string; region?: string }) =>
      (await room.dueList({ asOf, ...q })).items.length;
    expect(await count({ department: YB })).toBeGreaterThan(0);
    expect(await count({ department: GA })).toBe(0);
    expect(await count({ region: '320200' })).toBe(await count({ region: '320000' }));
    expect(await count({ region: '100000' })).toBe(await count({}));
    expect(await count({ region: '330000' })).toBe(0);
  });
});

describe('a progress report', () => {
  it('is the same from the tables as from the ledger itself, at the end and in the middle', async () => {
    const messages = reportedLedger();
    await room.clear();
    await room.apply(messages);
    for (const asOf of [AS_OF, '2024-09-20T09:30:00+08:00', '2024-10-09T09:30:00+08:00'])
      for (const region of ['all', '320500'] as const) {
        const period = { region, from: '2024-09-01', to: '2024-10-31', asOf };
        const rows = await room.progress(progressQuestion(period));
        const source = { sequence: rows.readTo, checkpoint: null, rehearsal: false };
        const wanted = progressReport(progressRows(messages), period, source, wordsOf(law));
        expect(progressReport(rows, period, source, wordsOf(law))).toEqual(wanted);
        expect(rows.readTo).toBe(messages.length);
      }
  });
});

describe('what others ask the reading room', () => {
  it('lists a case for those who were told of it and for nobody else', async () => {
    await read(transfer().entries);
    for (const department of [YB, OFFICE])
      expect((await room.caseList({ department, limit: 50 })).map((line) => line.case)).toEqual([caseId(0)]);
    for (const department of [WJ, GA, JC]) expect(await room.caseList({ department, limit: 50 })).toEqual([]);
  });

  it('gives the roll-call the next moment of each running clock, and none of a stopped one', async () => {
    const driver = transfer();
    await read(driver.entries);
    const wanted = Object.values(driver.state.clocks)
      .filter((c) => c.status === 'running' && c.times.moments.length > 0)
      .map((c) => c.times.moments.map((m) => m.at).toSorted()[0]);
    const found = await room.nextMoments('2030-01-01T00:00:00+08:00');
    expect(found.map((m) => m.at)).toEqual(wanted.toSorted());
    expect(await room.nextMoments('2024-09-23T00:00:00+08:00')).toEqual([]);
  });
});
