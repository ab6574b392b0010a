// The inbox of a department as its officers read it: each for himself, sealed to the department, apart from its software.
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice, OpenedNotice } from '../../schemas/entry.ts';
import { READS_STREAM, readsSubject } from '../../schemas/subjects.ts';
import { lastOf, lastSequence } from '../../services/bus/ledger/read.ts';
import { openDatabase } from '../../services/bus/reading-room/sql/database.ts';
import { checkNotice } from '../../services/client/check-notice.ts';
import type { InboxAnswer } from '../../services/doors/http/inbox-answer.ts';
import { startPlatform } from '../../services/host/platform/start.ts';
import { sealingKeyOfJwk } from '../../services/proof/seal.ts';
import { cliFor } from '../support/run-cli.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';
import { papers } from '../support/transfer-story.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const HEALTH = '653023/health';
const SECRET = '张三丰骗保线索';

let test: TestPlatform;
let platform: TestPlatform['platform'];
const departments = new Map<string, TestDepartment>();
const tokens = new Map<string, string>();

/** Asks as an officer, `653023/public-security/o-1`. */
const ask = async (as: string, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${platform.httpUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(as)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};
/** The reading room has all that the ledger has. */
const settled = async (): Promise<void> => {
  await platform.room.idle(await lastSequence(platform.bus.connections.registrar));
};
const inboxOf = async (as: string, query = ''): Promise<InboxAnswer> => {
  await settled();
  const { status, body } = await ask(as, 'GET', `/v1/inbox${query}`);
  expect(status).toBe(200);
  return body as InboxAnswer;
};
const idsOf = ({ notices }: InboxAnswer): string[] => notices.map(({ notice }) => notice.id);
const read = (as: string, ...notices: string[]) => ask(as, 'POST', '/v1/inbox/read', { notices });
const eventsOf = ({ notices }: InboxAnswer): string[] =>
  notices.map(({ notice }) => notice.type.split('.')[2] as string);

const opened = async (notice: Notice, by: TestDepartment): Promise<OpenedNotice> => {
  const { sealKey, ledgerKeys, department } = by.credentials;
  const checked = await checkNotice(Buffer.from(JSON.stringify(notice)), {
    department,
    ledgerKeys,
    sealKey: sealingKeyOfJwk(sealKey),
  });
  if (!checked.ok) throw new Error(checked.faults.join('; '));
  return checked.notice;
};
const departmentOf = (id: string): TestDepartment => departments.get(id) as TestDepartment;

const sendClue = async (summary: string, to = POLICE): Promise<string> => {
  const answer = await departmentOf(BUREAU).send('o-1', 'send-clue', {
    body: { to: [to], fields: { topic: 'fraud' } },
    party: { summary },
  });
  if (!answer.ok) throw new Error(answer.code);
  return answer.case;
};

beforeAll(async () => {
  test = await startTestPlatform();
  platform = test.platform;
  for (const id of [BUREAU, POLICE, HEALTH]) {
    departments.set(id, await test.department(id));
    for (const officer of ['o-1', 'o-2']) {
      const { answer, token } = await platform.operator.issueToken(id, officer);
      if (!answer.ok) throw new Error(answer.code);
      tokens.set(`${id}/${officer}`, token);
    }
  }
});
afterAll(() => test?.stop());

describe('a notice in the inbox', () => {
  let first: string;
  let caseId: string;

  it('comes to every officer of the department, and is what the bus brings', async () => {
    caseId = await sendClue(SECRET);
    const mine = await inboxOf(`${POLICE}/o-1`);
    expect(idsOf(await inboxOf(`${POLICE}/o-2`))).toEqual(idsOf(mine));
    expect(eventsOf(mine)).toEqual(['clue-sent']);
    [first = ''] = idsOf(mine);
    const [onTheBus] = await departmentOf(POLICE).notices(1);
    const [{ notice, own, readBy, earlier } = { notice: {} as Notice }] = mine.notices;
    expect({ own, readBy, earlier }).toEqual({ own: false, readBy: [], earlier: [] });
    expect(await opened(notice, departmentOf(POLICE))).toEqual(onTheBus);
  });

  it('has its values sealed to the department: the answer shows none, and no other key opens them', async () => {
    const { notices } = await inboxOf(`${POLICE}/o-1`);
    expect(JSON.stringify(notices)).not.toContain(SECRET);
    const [{ notice } = { notice: {} as Notice }] = notices;
    expect((await opened(notice, departmentOf(POLICE))).data.disclosures).toMatchObject([{ value: SECRET }]);
    await expect(opened(notice, departmentOf(HEALTH))).rejects.toThrow('recipient');
    await expect(
      opened({ ...notice, recipient: HEALTH, id: first.replace(POLICE, HEALTH) }, departmentOf(HEALTH)),
    ).rejects.toThrow('disclosures');
  });

  it('read by one is unread for the other, who sees that it was read and by whom', async () => {
    expect(await read(`${POLICE}/o-1`, first)).toEqual({ status: 200, body: { marked: 1 } });
    expect(await read(`${POLICE}/o-1`, first)).toEqual({ status: 200, body: { marked: 0 } });
    expect(idsOf(await inboxOf(`${POLICE}/o-1`))).toEqual([]);
    const { notices } = await inboxOf(`${POLICE}/o-2`);
    expect(notices).toMatchObject([
      { notice: { id: first }, readBy: [{ officer: 'o-1', at: expect.stringMatching(/^20/) }] },
    ]);
  });

  it('is shown again to whoever asks for all, after what is unread', async () => {
    const second = await sendClue('另一线索');
    const { notices } = await inboxOf(`${POLICE}/o-1`, '?all=true');
    expect(notices.map(({ notice, readBy }) => [notice.subject, readBy.length])).toEqual([
      [second, 0],
      [caseId, 1],
    ]);
    await read(`${POLICE}/o-1`, ...idsOf(await inboxOf(`${POLICE}/o-1`)));
  });

  it('of an own act stands apart', async () => {
    const bureau = `${BUREAU}/o-2`;
    expect(idsOf(await inboxOf(bureau))).toEqual([]);
    const own = await inboxOf(bureau, '?own=true');
    expect(own.notices.map((one) => [one.own, one.notice.subject])).toContainEqual([true, caseId]);
    await departmentOf(POLICE).send('o-1', 'acknowledge', { case: caseId });
    expect(eventsOf(await inboxOf(bureau))).toEqual(['clue-acknowledged']);
    expect(eventsOf(await inboxOf(bureau, '?own=true'))).not.toContain('clue-acknowledged');
  });

  it('that is not there, or another department’s, is marked for nobody: all or none', async () => {
    const [mine = ''] = idsOf(await inboxOf(`${POLICE}/o-2`));
    for (const wrong of [
      mine.replace(POLICE, BUREAU),
      mine.replace(/\/1\//, '/9/'),
      mine.replace(caseId, '653023-aaaaaaaaaaaaaaaa'),
      'nonsense',
      `${mine}/99999`,
    ])
      expect(await read(`${POLICE}/o-2`, mine, wrong), wrong).toMatchObject({
        status: 404,
        body: { code: 'NOTICE_NOT_FOUND' },
      });
    expect(idsOf(await inboxOf(`${POLICE}/o-2`))).toContain(mine);
    expect(await read(`${HEALTH}/o-1`, mine)).toMatchObject({ status: 404 });
    expect(await inboxOf(`${HEALTH}/o-1`, '?all=true')).toMatchObject({ notices: [], next: null });
  });

  it('comes in pages, each once, unread ones first', async () => {
    const seen: string[] = [];
    let query = '?all=true&limit=1';
    for (;;) {
      const page = await inboxOf(`${POLICE}/o-2`, query);
      seen.push(...idsOf(page));
      if (page.next === null) break;
      query = `?all=true&limit=1&after=${page.next}`;
    }
    expect(seen).toEqual(idsOf(await inboxOf(`${POLICE}/o-2`, '?all=true')));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a case that is handed over', () => {
  it('brings the entries from before with it, marked as read together', async () => {
    const bureau = departmentOf(BUREAU);
    const on = async (officer: string, command: string, rest: object): Promise<string> => {
      const answer = await bureau.send(officer, command, rest);
      if (!answer.ok) throw new Error(`${command}: ${answer.code} ${answer.details}`);
      return answer.case;
    };
    const id = await on('o-1', 'suspect-crime', {
      body: { to: [POLICE], team: ['o-1', 'o-2'] },
      party: { title: '某医院案', offence: '诈骗罪' },
    });
    await on('o-1', 'submit-transfer-report', { case: id, body: { papers: papers('transfer-report') } });
    await on('head', 'approve-transfer', { case: id });
    expect((await inboxOf(`${POLICE}/o-1`)).notices.filter(({ notice }) => notice.subject === id)).toEqual(
      [],
    );
    await on('o-1', 'hand-over', {
      case: id,
      body: { papers: papers('transfer-letter', 'investigation-report', 'property-list') },
    });
    const { notices } = await inboxOf(`${POLICE}/o-1`);
    const [received] = notices.filter(({ notice }) => notice.subject === id);
    if (!received) throw new Error('nothing came');
    expect(received.notice.type).toContain('handed-over');
    expect(received.earlier.map(({ type, backfill }) => [type.split('.')[2], backfill])).toEqual([
      ['crime-suspected', true],
      ['transfer-report-submitted', true],
      ['transfer-approved', true],
    ]);
    const [suspected] = received.earlier;
    const { data } = await opened(suspected as Notice, departmentOf(POLICE));
    expect(data.disclosures.map(({ value }) => value)).toEqual(['某医院案', '诈骗罪']);
    // By the id of one that came along the whole is read.
    expect(await read(`${POLICE}/o-1`, (suspected as Notice).id)).toMatchObject({ body: { marked: 1 } });
    expect(idsOf(await inboxOf(`${POLICE}/o-1`))).not.toContain(received.notice.id);
  });
});

describe('on the command line', () => {
  const xianjie = (...args: string[]) => cliFor(test.options)(...args);

  it('an officer reads, and a colleague reads the same and hears of it; the software of the department has all', async () => {
    await sendClue('命令行线索');
    await settled();
    const [one, other] = [`${POLICE}/o-1`, `${POLICE}/o-2`];
    const mine = await xianjie('inbox', '--as', one);
    expect(mine).toMatchObject({ code: 0, err: '' });
    expect(mine.out).toContain('摘要：命令行线索');
    expect((await xianjie('inbox', '--as', one)).out).toContain('没有新的通报');
    const kept = await xianjie('inbox', '--as', other, '--keep');
    expect(kept.out).toMatch(/摘要：命令行线索[\s\S]*同事已阅：o-1（/);
    expect((await xianjie('inbox', '--as', other)).out).toBe(kept.out);
    expect((await xianjie('inbox', '--as', one, '--all')).out).toContain('摘要：命令行线索');
    const own = await xianjie('inbox', '--as', `${BUREAU}/o-1`, '--own', '--json');
    const lines = own.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as OpenedNotice & { own: boolean });
    expect(
      lines.some(({ own: isOwn, data }) => isOwn && data.disclosures.some((d) => d.value === '命令行线索')),
    ).toBe(true);
    const unread = await departmentOf(POLICE).notices(4);
    expect(unread.map(({ type }) => type)).toContain('xianjie.clue-notice.clue-sent.v1');
  });

  it('somebody who is no officer is refused, and hears of nothing', async () => {
    const nobody = await xianjie('inbox', '--as', `${POLICE}/o-9`);
    expect(nobody).toMatchObject({ code: 1, out: '' });
    expect(nobody.err).toContain('不是在任人员');
  });
});

describe('what was read', () => {
  it('lies encrypted in a stream of its own', async () => {
    const message = await lastOf(platform.bus.connections.registrar, readsSubject(POLICE), READS_STREAM);
    expect(Buffer.from(message?.data ?? []).toString('utf8')).toMatch(
      /^\{"ciphertext":"[\w-]+","nonce":"[\w-]+"\}$/,
    );
  });

  it('counts for the department it was noted under alone; what does not open counts for nobody', async () => {
    const { gateway, registrar } = platform.bus.connections;
    const noted = await lastOf(registrar, readsSubject(POLICE), READS_STREAM);
    const known = async () =>
      (await inboxOf(`${BUREAU}/o-1`, '?all=true&own=true')).notices.map(({ readBy }) => readBy);
    const before = await known();
    const js = jetstream(gateway);
    await js.publish(readsSubject(BUREAU), noted?.data ?? '');
    await js.publish(readsSubject(BUREAU), 'garbage');
    expect(await known()).toEqual(before);
    const [unread = ''] = idsOf(await inboxOf(`${BUREAU}/o-1`));
    expect(await read(`${BUREAU}/o-1`, unread)).toEqual({ status: 200, body: { marked: 1 } });
  });

  it('is known again after the tables were lost; a row planted in them shows nothing', async () => {
    const known = ({ notices }: InboxAnswer) => notices.map(({ notice, readBy }) => [notice.id, readBy]);
    const before = known(await inboxOf(`${POLICE}/o-1`, '?all=true'));
    expect(before.some(([, readBy]) => readBy?.length === 2)).toBe(true);
    await platform.stop();
    const db = await openDatabase({ folder: join(test.options.dataDir, 'reading-room') });
    await db.deleteFrom('reads').execute();
    await db.updateTable('progress').set({ reads_to: 0 }).execute();
    const rows = await db.selectFrom('entry_readers').selectAll().where('department', '=', POLICE).execute();
    await db
      .insertInto('entry_readers')
      .values(rows.map((row) => ({ ...row, department: HEALTH, own: false })))
      .execute();
    await db.destroy();
    platform = await startPlatform({ ...test.options });
    expect(known(await inboxOf(`${POLICE}/o-1`, '?all=true'))).toEqual(before);
    expect(await inboxOf(`${HEALTH}/o-1`, '?all=true')).toMatchObject({ notices: [] });
    await platform.stop();
  });
});
