// Notices of every kind on a running bus: with all, the open part, a status word, and the history of a case handed over. What
// each receiver gets, and what nobody else finds in any inbox.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lawItemsOf } from '../../law/law-items.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Notice, OpenedNotice } from '../../schemas/entry.ts';
import { caseSubject, INBOX_CONSUMER, inboxStream } from '../../schemas/subjects.ts';
import { exportLedger, streamSource } from '../../services/bus/export/export-ledger.ts';
import { caseEntries } from '../../services/bus/ledger/case-entries.ts';
import { messageAt, readSubject } from '../../services/bus/ledger/read.ts';
import { disclosuresOf } from '../../services/bus/relay/letters.ts';
import { verifyExport } from '../../services/bus/verify/verify-export.ts';
import { checkNotice } from '../../services/client/check-notice.ts';
import { caseReads } from '../../services/doors/http/case-reads.ts';
import { entryOf, parseRecord } from '../../services/proof/record.ts';
import { generateSealingKey, sealingKeyOfJwk } from '../../services/proof/seal.ts';
import { eventually } from '../support/eventually.ts';
import { fileLaw, INQUIRER } from '../support/file-story.ts';
import { inboxMessages } from '../support/inbox-messages.ts';
import { logLines } from '../support/log-lines.ts';
import { collect, given } from '../support/memory-ledger.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';
import { BUREAU, OFFICE, POLICE } from '../support/transfer-story.ts';

const NAME = '标记某甲';
const TEXT = 'Marker-9F3K-线索正文';
const SECRET = 'Marker-5T8W-谈话内容';
const HEALTH = '653023/health';

let test: TestBus;
let bureau: TestDepartment;
let police: TestDepartment;
let inquirer: TestDepartment;
let office: TestDepartment;
const { log, seen, lines } = logLines();
/** Everything anybody received, opened. */
const received: OpenedNotice[] = [];

const restart = async (): Promise<void> => {
  await test.restart();
  bureau = await test.reconnect(bureau);
  police = await test.reconnect(police);
  inquirer = await test.reconnect(inquirer);
  office = await test.reconnect(office);
};
const relay = () => test.bus.connections.relay;
const settled = async (): Promise<void> => {
  await test.bus.followUpsTaken();
  await eventually(async () => (await test.bus.inboxes.pending()) === 0);
};
const take = async (department: TestDepartment, many: number): Promise<OpenedNotice[]> => {
  const notices = await department.notices(many);
  received.push(...notices);
  return notices;
};
const unread = async (department: TestDepartment): Promise<number> => {
  const jsm = await jetstreamManager(relay(), { checkAPI: false });
  return (await jsm.consumers.info(inboxStream(department.id), INBOX_CONSUMER)).num_pending;
};
const must = async (
  ...sent: Parameters<TestDepartment['send']> extends infer A ? [TestDepartment, A] : never
) => {
  const [by, asked] = sent as [TestDepartment, Parameters<TestDepartment['send']>];
  const answer = await by.send(...asked);
  if (!answer.ok) throw new Error(`${asked[1]}: ${answer.code} ${answer.details.join(', ')}`);
  return answer;
};
/** Which of the marks a text holds. */
const foundIn = (text: string, marks: readonly string[]): string[] =>
  marks.filter((mark) => text.includes(mark));
const entriesOf = async (caseId: string) =>
  (await readSubject(relay(), caseSubject(caseId))).map(({ data }) => entryOf(parseRecord(data)));

beforeAll(async () => {
  test = await startTestBus({ log, law: lawItemsOf(fileLaw) });
  bureau = await test.department(BUREAU);
  police = await test.department(POLICE);
  inquirer = await test.department(INQUIRER);
  office = await test.department(OFFICE);
});
afterAll(() => test?.stop());

const openFile = async (): Promise<string> => {
  const { case: id } = await must(bureau, [
    'o-1',
    'open-file',
    { procedure: 'handed-file', party: { title: '卷宗', summary: TEXT } },
  ]);
  await must(bureau, [
    'o-1',
    'note-file',
    {
      case: id,
      body: { newSubjects: [{ subject: 's1' }] },
      party: { summary: TEXT, 'subjects/s1': { name: NAME } },
    },
  ]);
  return id;
};

describe('a case that is handed over', () => {
  let caseId: string;
  let handedAt: number;

  it('comes to its receiver with its history first, oldest first, and the values passed on alone', async () => {
    caseId = await openFile();
    await settled();
    expect(await unread(police)).toBe(0);
    const handed = await must(bureau, [
      'o-1',
      'hand-file',
      { case: caseId, body: { to: [POLICE] }, party: { reason: TEXT } },
    ]);
    handedAt = handed.ledgerSequence;
    const notices = await take(police, 3);
    expect(notices.map(({ id, backfill, type }) => ({ id, backfill, type }))).toEqual([
      { id: `${caseId}/1/${POLICE}/${handedAt}`, backfill: true, type: 'xianjie.handed-file.file-opened.v1' },
      { id: `${caseId}/2/${POLICE}/${handedAt}`, backfill: true, type: 'xianjie.handed-file.file-noted.v1' },
      { id: `${caseId}/3/${POLICE}`, type: 'xianjie.handed-file.file-handed.v1' },
    ]);
    expect(notices.map(({ data }) => data.disclosures.map(({ path, value }) => [path, value]))).toEqual([
      [['/title', '卷宗']],
      [['/subjects/s1', { name: NAME }]],
      [['/reason', TEXT]],
    ]);
    expect(notices.every(({ data }) => data.body !== null)).toBe(true);
    const [first] = await inboxMessages(relay(), POLICE);
    expect(first?.subject).toBe('notice.653023.public-security.handed-file.file-opened.653023');
  });

  it('is shown with its history over HTTP too, and with the same values, decided on the ledger alone', async () => {
    const { registrar, caseKeys, connections } = test.bus;
    const reading = connections.registrar;
    const reads = caseReads({
      registrar,
      entriesOf: caseEntries(reading),
      disclosuresAt: async (place) => {
        const message = await messageAt(reading, place);
        return message ? disclosuresOf(caseKeys, parseRecord(message.data)) : [];
      },
    });
    const shown = async (department: string) => {
      const seen = await reads.seen(caseId, department);
      return (
        seen &&
        (await reads.opened(seen.entries)).map(({ entry, headline, values }) => [
          entry.sequence,
          headline,
          values.map(({ path }) => path).sort(),
        ])
      );
    };
    expect(await shown(POLICE)).toEqual([
      [1, 'file-opened', ['/title']],
      [2, 'file-noted', ['/subjects/s1']],
      [3, 'file-handed', ['/reason']],
    ]);
    expect(await shown(BUREAU)).toEqual([
      [1, 'file-opened', ['/summary', '/title']],
      [2, 'file-noted', ['/subjects/s1', '/summary']],
      [3, 'file-handed', ['/reason']],
    ]);
    expect(await shown(HEALTH)).toBeNull();
    const { shown: seen } = (await reads.read(caseId, POLICE)) ?? {};
    expect(seen?.entries.map(({ backfill }) => backfill)).toEqual([true, true, false]);
    expect(seen && (await reads.titleOf(seen))).toBe('卷宗');
  });

  it('does not come a second time, for a restart or for a second hand-over', async () => {
    await restart();
    await must(police, ['o-1', 'return-file', { case: caseId }]);
    await must(bureau, ['o-1', 'hand-file', { case: caseId, body: { to: [POLICE] } }]);
    await settled();
    const notices = await take(police, await unread(police));
    expect(
      notices.filter(({ id }) => !id.startsWith(`${caseId}/1/`) && !id.startsWith(`${caseId}/2/`)),
    ).toHaveLength(new Set(notices.map(({ id }) => id)).size);
    expect(notices.map(({ id }) => id).filter((id) => id.split('/').length > 4)).toEqual([]);
  });

  it('comes with no history where its procedure does not say what it passes on', async () => {
    const clue = await must(bureau, [
      'o-1',
      'send-clue',
      { body: { to: [POLICE], fields: { topic: 'fraud' } }, party: { title: NAME } },
    ]);
    await must(police, [
      'o-1',
      'return-clue',
      { case: clue.case, body: { reasonCode: 'not-ours' }, party: { reason: TEXT } },
    ]);
    await settled();
    const notices = await take(police, await unread(police));
    expect(
      notices.filter(({ subject }) => subject === clue.case).every(({ backfill }) => backfill === undefined),
    ).toBe(true);
  });
});

describe('a proceeding that shows its informant a status word', () => {
  let caseId: string;
  const start: Record<string, number> = {};

  beforeAll(async () => {
    caseId = await openFile();
    await settled();
    for (const { id } of [bureau, office]) start[id] = (await inboxMessages(relay(), id)).length;
    await must(bureau, ['o-1', 'report-official', { case: caseId }]);
    await settled();
    for (const n of [1, 2])
      await must(inquirer, [
        'o-2',
        'interview-official',
        {
          case: caseId,
          body: { papers: [{ code: 'interview-record', id: `talk-${n}`, sha256: 'A'.repeat(43) }] },
          party: { summary: SECRET },
        },
      ]);
    await must(inquirer, ['o-1', 'conclude-inquiry', { case: caseId, party: { reason: SECRET } }]);
    await settled();
  });

  it('is taken up and moves the other in entries of its own, submitted by the relay', async () => {
    const entries = await entriesOf(caseId);
    expect(entries.map(({ command }) => (command as CaseCommand).command)).toEqual([
      'open-file',
      'note-file',
      'report-official',
      'take-follow-up',
      'interview-official',
      'interview-official',
      'conclude-inquiry',
      'take-follow-up',
    ]);
    const taken = entries.filter(({ command }) => command.commandId.startsWith('follow-up-'));
    expect(
      taken.map(({ command, attestation }) => [command.actor, command.commandId, attestation.by]),
    ).toEqual([
      [{ service: 'relay' }, 'follow-up-1', 'service'],
      [{ service: 'relay' }, 'follow-up-2', 'service'],
    ]);
  });

  it.each([BUREAU, OFFICE])(
    'sends %s the bare head and the sealed word, only when it changes',
    async (id) => {
      const department = id === BUREAU ? bureau : office;
      const all = await inboxMessages(relay(), id);
      const news = all.slice(start[id]);
      const words = news.filter(({ subject }) => subject.includes('status-changed'));
      expect(words.map(({ subject }) => subject.split('.').slice(3))).toEqual([
        ['closed-inquiry', 'status-changed', '653023'],
        ['closed-inquiry', 'status-changed', '653023'],
      ]);
      const { ledgerKeys, sealKey } = department.credentials;
      const receiver = { department: id, ledgerKeys, sealKey: sealingKeyOfJwk(sealKey) };
      const shown: unknown[] = [];
      for (const { data } of words) {
        const notice = JSON.parse(Buffer.from(data).toString()) as Notice;
        expect(notice).toMatchObject({
          type: 'xianjie.closed-inquiry.status-changed.v1',
          data: { body: null },
        });
        const checked = await checkNotice(data, receiver);
        if (!checked.ok) throw new Error(checked.faults.join());
        received.push(checked.notice);
        shown.push(...checked.notice.data.disclosures.map(({ path, value }) => [path, value]));
      }
      expect(shown).toEqual([
        ['/shows/p2', 'pending'],
        ['/shows/p2', 'done'],
      ]);
      // Neither those notices nor anything else in the inbox says what was done, by whom, with what.
      const inbox = Buffer.concat(all.map(({ data }) => data)).toString('utf8');
      const inDeed = ['interview', 'talk-1', 'conclude-inquiry', 'inquiry-concluded', '"o-2"', SECRET];
      expect(foundIn(inbox, inDeed)).toEqual([]);
      const bare = Buffer.concat(words.map(({ data }) => data)).toString('utf8');
      const beside = ['take-up', 'follow-up', 'taken-up', 'pending', '"done"', '"o-1"', INQUIRER, 'relay'];
      expect(foundIn(bare, [...inDeed, ...beside])).toEqual([]);
    },
  );

  it('tells whoever takes part of all of it', async () => {
    const notices = await take(inquirer, await unread(inquirer));
    const own = notices.filter(({ type }) => type.startsWith('xianjie.closed-inquiry.'));
    expect(own.map(({ type }) => type.split('.')[2])).toEqual([
      'inquiry-taken-up',
      'official-interviewed',
      'official-interviewed',
      'inquiry-concluded',
    ]);
    expect(own.every(({ data }) => data.body !== null)).toBe(true);
    expect(foundIn(JSON.stringify(own), [SECRET])).toEqual([SECRET]);
  });

  it('changes nothing when its follow-ups are submitted again', async () => {
    const before = await entriesOf(caseId);
    const order = before.flatMap(({ events }) => events).find((event) => event.kind === 'follow-up');
    if (order?.kind !== 'follow-up') throw new Error('nothing was ordered');
    const { at, precision } = order;
    const again = await test.bus.registrar.submitAsService('relay', {
      commandId: 'follow-up-1',
      case: caseId,
      command: 'take-follow-up',
      occurredAt: at,
      precision,
      body: { followUp: 1 },
    });
    expect(again).toMatchObject({ ok: true, repeated: true });
    expect(await entriesOf(caseId)).toHaveLength(before.length);
  });

  it('is taken up after a crash between the order and its taking', async () => {
    const id = await openFile();
    await must(bureau, ['o-1', 'report-official', { case: id }]);
    await restart();
    await settled();
    const commands = (await entriesOf(id)).map(({ command }) => (command as CaseCommand).command);
    expect(commands).toEqual(['open-file', 'note-file', 'report-official', 'take-follow-up']);
  });
});

describe('a department without a valid sealing key', () => {
  it('gets its notices without values, and the operator hears of it, once and without a value', async () => {
    const health = await test.department(HEALTH);
    const key = health.credentials.sealKey.kid;
    await test.operator.enter('653023', [{ change: 'key-revoked', key, reason: '密钥泄露' }]);
    for (const title of [NAME, NAME])
      await must(bureau, [
        'o-1',
        'send-clue',
        { body: { to: [HEALTH], fields: { topic: 'fraud' } }, party: { title } },
      ]);
    await seen(({ code, department }) => code === 'NO_SEAL_KEY' && department === HEALTH);
    await settled();
    const said = lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'NO_SEAL_KEY');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ level: 50 });
    expect(foundIn(lines.join(), [NAME])).toEqual([]);
    const raw = (await inboxMessages(relay(), HEALTH)).map(
      ({ data }) => JSON.parse(Buffer.from(data).toString()) as Notice,
    );
    expect(raw.map(({ data }) => [data.disclosures, data.body !== null])).toEqual([
      [null, true],
      [null, true],
    ]);
    // A new key is used at once; whoever has the old one only is told so, and not given an empty list.
    const next = generateSealingKey(HEALTH);
    await test.operator.enter('653023', [
      {
        change: 'key-granted',
        key: next.id,
        holder: { department: HEALTH },
        use: 'seal',
        suite: 'X25519',
        publicKey: next.publicKey,
        from: test.bus.registrar.now(),
      },
    ]);
    await must(bureau, [
      'o-1',
      'send-clue',
      { body: { to: [HEALTH], fields: { topic: 'fraud' } }, party: { summary: NAME } },
    ]);
    await settled();
    const last = (await inboxMessages(relay(), HEALTH)).at(-1)?.data as Uint8Array;
    const receiver = { department: HEALTH, ledgerKeys: health.credentials.ledgerKeys, sealKey: next };
    const opened = await checkNotice(last, receiver);
    expect(opened.ok && opened.notice.data.disclosures.map(({ value }) => value)).toEqual([NAME]);
    const old = { ...receiver, sealKey: sealingKeyOfJwk(health.credentials.sealKey) };
    expect(await checkNotice(last, old)).toMatchObject({
      ok: false,
      faults: [expect.stringContaining('another key')],
    });
  });
});

describe('all of it together', () => {
  it('leaves no name and no text in plain in any file of the server', async () => {
    const folder = join(test.folder, 'data', 'nats');
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    let read = 0;
    for (const { parentPath, name } of files) {
      const bytes = await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0));
      read += bytes.length;
      for (const mark of [NAME, TEXT, SECRET])
        expect(bytes.includes(mark), join(parentPath, name)).toBe(false);
    }
    expect(read).toBeGreaterThan(10_000);
  });

  it('is found right by Python, notice for notice, with the ledger’s key alone', async () => {
    for (const department of [bureau, office]) await take(department, await unread(department));
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-notices-'));
    const program = fileURLToPath(new URL('../fixtures/stranger/check_notice.py', import.meta.url));
    const [key] = bureau.credentials.ledgerKeys;
    const check = async (notices: readonly unknown[]): Promise<string> => {
      const file = join(folder, 'notices.jsonl');
      await writeFile(file, notices.map((notice) => `${JSON.stringify(notice)}\n`).join(''));
      const run = promisify(execFile)('python3', [program, file, `${key?.key}`, `${key?.publicKey}`]);
      return (await run.catch((error: { stdout: string }) => error)).stdout.trim();
    };
    const said = await check(received);
    const [, full, open, status, backfill] =
      /^right: (\d+) full, (\d+) open, (\d+) status, (\d+) backfill, \d+ values$/.exec(said) ?? [];
    for (const many of [full, open, status, backfill]) expect(Number(many)).toBeGreaterThan(0);
    const one = (is: (notice: OpenedNotice) => boolean) => received.find(is) as OpenedNotice;
    for (const notice of [
      one(({ backfill: b }) => b === true),
      one(({ data }) => data.body === null),
      one(({ data, backfill: b }) => data.body !== null && data.disclosures.length > 0 && !b),
    ]) {
      const disclosures = notice.data.disclosures.map((shown) => ({ ...shown, value: '无' }));
      expect(await check([{ ...notice, data: { ...notice.data, disclosures } }])).toMatch(/^wrong: \//);
    }
    await rm(folder, { recursive: true, force: true });
    console.log(
      `notices checked by Python: ${full} full, ${open} open, ${status} status, ${backfill} backfill`,
    );
  });

  it('is exported for a department with the bodies it was told of, and verifies', async () => {
    const rootKey = test.keys.root.publicKey;
    const exported = (more: object) =>
      collect(exportLedger({ source: streamSource(relay()), key: test.keys.services.ledger, ...more }));
    const whole = await verifyExport(given(await exported({})), { rootKey });
    expect(whole).toMatchObject({ ok: true, bareHeads: 0, notRerun: {} });
    const forBureau = await exported({ for: BUREAU });
    expect(await verifyExport(given(forBureau), { rootKey })).toMatchObject({
      ok: true,
      envelopes: 'removed',
    });
    expect(JSON.parse(forBureau[0] as string)).toMatchObject({ bodies: 'some', for: BUREAU });
    // Law and registers are everybody's; of cases it has what the bureau was told.
    const text = forBureau.filter((line) => line.includes('"subject":"ledger.case.')).join();
    expect(foundIn(text, ['interview-official', 'conclude-inquiry', '"talk-1"', 'ciphertext'])).toEqual([]);
    expect(foundIn(text, ['outcome-noted', 'report-official'])).toHaveLength(2);
  });
});
