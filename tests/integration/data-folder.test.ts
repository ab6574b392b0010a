// Whoever can write into the data folder, and has no key, learns nothing by it and lets nobody in.
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator } from 'nats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../services/bus/reading-room/sql/database.ts';
import { type Platform, startPlatform } from '../../services/host/platform/start.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { startNats } from '../../services/host/stack/nats-server.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const OUTSIDER = '653023/health';

let test: TestPlatform;
let platform: Platform;
let bureau: TestDepartment;
let caseId: string;
const tokens = new Map<string, string>();

const ask = async (department: string, path: string) => {
  const response = await fetch(`${platform.httpUrl}${path}`, {
    headers: { authorization: `Bearer ${tokens.get(department)}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

beforeAll(async () => {
  test = await startTestPlatform();
  platform = test.platform;
  bureau = await test.department(BUREAU);
  for (const id of [POLICE, OUTSIDER]) await test.department(id);
  for (const id of [BUREAU, OUTSIDER]) {
    tokens.set(id, (await platform.operator.issueToken(id, 'o-1')).token);
  }
  const told = await bureau.send('o-1', 'send-clue', {
    body: { to: [POLICE], fields: { topic: 'fraud' } },
    party: { title: '虚假住院', summary: '内容' },
  });
  if (!told.ok) throw new Error(told.code);
  caseId = told.case;
  await platform.room.idle(told.ledgerSequence);
});
afterAll(async () => {
  await platform?.stop();
  await test?.stop();
  await rm(test.folder, { recursive: true, force: true });
});

describe('the data folder of a running platform', () => {
  it('has no file and no folder that anybody but its owner may open, those of the databases too', async () => {
    const { dataDir } = test.options;
    const entries = await readdir(dataDir, { recursive: true });
    const open = [];
    for (const name of ['.', ...entries]) {
      const found = await stat(join(dataDir, name)).catch(() => null);
      if (found && (found.mode & 0o077) !== 0) open.push(name);
    }
    expect(open).toEqual([]);
    expect(entries.filter((name) => name.startsWith('reading-room/')).length).toBeGreaterThan(100);
  });
});

describe('rows planted in the reading room while the platform was away', () => {
  beforeAll(async () => {
    const before = await ask(BUREAU, `/v1/cases/${caseId}`);
    expect(before.body['clocks']).toMatchObject([{ status: 'running' }]);
    await platform.stop();
    const db = await openDatabase({ folder: join(test.options.dataDir, 'reading-room') });
    const entries = await db.selectFrom('entries').selectAll().where('case_id', '=', caseId).execute();
    expect(entries.length).toBeGreaterThan(0);
    await db
      .insertInto('entry_readers')
      .values(
        entries.map(({ sequence, case_id }) => ({
          sequence,
          case_id,
          department: OUTSIDER,
          sees: 'all',
          own: false,
        })),
      )
      .execute();
    await db
      .updateTable('clocks')
      .set({ status: 'stopped', outcome: 'met', stopped_at: '2026-01-01T00:00:00+08:00' })
      .where('case_id', '=', caseId)
      .execute();
    await db.destroy();
    platform = await startPlatform(test.options);
  });

  it('show a department nothing of a case it was not told of, neither in its list nor by its number', async () => {
    expect(await ask(OUTSIDER, '/v1/cases')).toMatchObject({ status: 200, body: { cases: [] } });
    for (const rest of ['', '/timeline', '/explain', '/commands'])
      expect(await ask(OUTSIDER, `/v1/cases/${caseId}${rest}`)).toMatchObject({
        status: 404,
        body: { code: 'CASE_NOT_FOUND' },
      });
  });

  it('do not make a limit met: the case says what the ledger says', async () => {
    const { body } = await ask(BUREAU, `/v1/cases/${caseId}`);
    expect(body['clocks']).toMatchObject([{ status: 'running' }]);
  });
});

describe('a list of departments planted in the data folder', () => {
  it('lets nobody in, while those of the last run are let in at once', async () => {
    const { path: binary } = await findServer('nats-server');
    const [known, planted] = [createUser(), createUser()];
    const of = (body: 'health' | 'audit', key: typeof known) => ({
      region: '653023',
      body,
      connectKey: key.getPublicKey(),
      inboxSecret: 'a'.repeat(32),
    });
    await inTemporaryFolder(async (folder) => {
      const [dataDir, keysDir] = [join(folder, 'data'), join(folder, 'keys')];
      const start = () => startNats({ binary, dataDir, keysDir, port: 0, onProgress: () => undefined });
      const first = await start();
      await first.applyDepartments([of('health', known)]);
      await first.stop();
      const list = JSON.stringify([of('health', known), of('audit', planted)]);
      await writeFile(join(dataDir, 'run', 'departments.json'), list);
      const again = await start();
      const enter = (key: typeof known) =>
        connect({ servers: again.url, authenticator: nkeyAuthenticator(key.getSeed()), reconnect: false });
      const connection = await enter(known);
      await connection.close();
      await expect(enter(planted)).rejects.toThrow(/Authorization/);
      await again.stop();
    });
  });
});
