// A marker name and text go through every path a value can take; then every byte the platform wrote is searched for them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSubject } from '../../schemas/subjects.ts';
import { temporalClient } from '../../services/bus/enforcement/client.ts';
import { temporalNamespace } from '../../services/host/stack/temporal-server.ts';
import { eventually } from '../support/eventually.ts';
import { collect } from '../support/memory-ledger.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const NAME = '马可标记某';
const TEXT = 'Marker-7Q2X-虚假住院的正文';
const MARKS = [NAME, TEXT].flatMap((mark) => [mark, JSON.stringify(mark).slice(1, -1)]);

let test: TestPlatform;
let insurance: TestDepartment;
let police: TestDepartment;
let health: TestDepartment;
let caseId = '';
const logLines: string[] = [];

const holds = (bytes: Buffer, marks: readonly string[] = MARKS): boolean =>
  marks.some(
    (mark) => bytes.includes(mark) || bytes.includes(Buffer.from(mark).toString('base64').slice(0, -4)),
  );

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const newSubjects = [{ subject: 's1', kind: 'person' as const }];
const party = { summary: TEXT, subjects: { s1: { name: NAME } }, contact: NAME };

beforeAll(async () => {
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => void logLines.push(line) });
  test = await startTestPlatform({ log });
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  health = await test.department('653023/health');
  await test.platform.enforcing.ready;

  const accepted = await insurance.send('o-1', 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fraud' }, newSubjects },
    party,
  });
  if (!accepted.ok) throw new Error(accepted.code);
  caseId = accepted.case;
  const rejected = await insurance.send('o-1', 'acknowledge', { case: caseId, party: { reason: TEXT } });
  expect(rejected).toMatchObject({ ok: false, code: 'NOT_YOUR_ROLE' });

  const raw = async (body: string | Uint8Array) =>
    (await insurance.nc.request(commandSubject(insurance.id), body, { timeout: 10_000 })).json<{
      code: string;
    }>();
  expect(await raw(`{"name":"${NAME}", ${TEXT}`)).toMatchObject({ code: 'NOT_JSON' });
  const signed = insurance.signed('o-1', 'acknowledge', { case: caseId, party });
  expect(await raw(JSON.stringify({ ...signed, note: TEXT, [NAME]: 1 }))).toMatchObject({
    code: 'SCHEMA_MISMATCH',
  });
  const http = await fetch(`${test.platform.httpUrl}/v1/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: NAME, text: TEXT }),
  });
  expect(http.status).toBe(401);
  await eventually(async () => (await test.platform.enforcing.pending()) === 0);
});
afterAll(() => test?.stop());

describe('a name and a text that were accepted, rejected and could not be parsed', () => {
  it('reach the receiver they are for', async () => {
    const [notice] = await police.notices(1);
    expect(JSON.stringify(notice)).toContain(NAME);
    expect(JSON.stringify(notice)).toContain(TEXT);
  });

  it('are in no line of the log, at its most talkative', () => {
    expect(logLines.length).toBeGreaterThan(0);
    expect(logLines.filter((line) => holds(Buffer.from(line)))).toEqual([]);
  });

  it('are in no history of Temporal', async () => {
    const { address } = test.platform.temporal;
    const { client, close } = temporalClient({ address, namespace: temporalNamespace });
    // What Temporal lists follows what it runs a moment later.
    const listed = await eventually(async () => {
      const found = await collect(client.workflow.list());
      return found.length > 0 && found;
    });
    for (const { workflowId, runId } of listed) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const text = JSON.stringify(history, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
      );
      expect(MARKS.filter((mark) => text.includes(mark))).toEqual([]);
    }
    await close();
  });

  it('are in no file of the ledger, its mirror, the inboxes, the dead letters, the tables or Temporal', async () => {
    const waiting = await insurance.send('o-1', 'send-clue', {
      body: { to: [police.id], fields: { topic: 'fraud' }, newSubjects },
      party,
    });
    if (!waiting.ok) throw new Error(waiting.code);
    await eventually(async () => (await test.platform.bus.inboxes.pending()) === 0);
    const files = await filesUnder(test.options.dataDir);
    const foundIn = async (marks: readonly string[]): Promise<string[]> => {
      const found: string[] = [];
      for (const file of files)
        if (holds(await readFile(file).catch(() => Buffer.alloc(0)), marks)) found.push(file);
      return found;
    };
    expect(await foundIn(MARKS)).toEqual([]);
    // The search sees: a notice nobody took out lies in the inboxes of both, with what stands open in it.
    const inboxes = (await foundIn([waiting.case])).flatMap(
      (file) => /INBOX_653023_[a-z-]+/.exec(file)?.[0] ?? [],
    );
    expect([...new Set(inboxes)].toSorted()).toEqual([
      'INBOX_653023_medical-insurance',
      'INBOX_653023_public-security',
    ]);
  });

  it('are nothing to a department that takes no part: the case is not there for it', async () => {
    const none = await health.send('o-1', 'record-fact', { case: caseId, body: { fact: 'note' } });
    const missing = await health.send('o-1', 'record-fact', {
      case: '653023-aaaaaaaaaaaaaaaa',
      body: { fact: 'note' },
    });
    expect(none).toEqual(missing);
    expect(none).toMatchObject({ ok: false, code: 'CASE_NOT_FOUND' });
  });
});
