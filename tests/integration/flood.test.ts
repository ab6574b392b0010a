// One department sends as much as it can: it is told when to come again, and everybody else is answered as if nothing were.
import { connect as connectSocket } from 'node:net';
import { fromSeed } from '@nats-io/nkeys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_BODY } from '../../schemas/command.ts';
import type { Answer } from '../../schemas/entry.ts';
import { commandSubject, inboxPrefix } from '../../schemas/subjects.ts';
import { eventually } from '../support/eventually.ts';
import { startTestPlatform, type TestDepartment, type TestPlatform } from '../support/test-platform.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
const MIB = 1_048_576;

let test: TestPlatform;
let bureau: TestDepartment;
let police: TestDepartment;
let health: TestDepartment;

beforeAll(async () => {
  test = await startTestPlatform();
  [bureau, police, health] = (await Promise.all(
    [BUREAU, POLICE, '653023/health'].map((id) => test.department(id)),
  )) as [TestDepartment, TestDepartment, TestDepartment];
});
afterAll(() => test?.stop());

const clueOf = (department: TestDepartment): Promise<Answer> =>
  department.send('o-1', 'send-clue', {
    body: { to: [department === police ? BUREAU : POLICE], fields: { topic: 'fraud' } },
    party: { title: '线索', summary: '内容' },
  });

/** Speaks the protocol itself and keeps to no limit. Settles when the server has cut it off. */
const publishRaw = ({ credentials, id }: TestDepartment, bytes: number, times: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(credentials.url);
    const socket = connectSocket(Number(port), hostname);
    const key = fromSeed(new TextEncoder().encode(credentials.connectSeed));
    const body = Buffer.alloc(bytes, 0x78);
    socket.once('data', (data) => {
      const [line = ''] = data.toString('utf8').split('\r\n');
      const { nonce } = JSON.parse(line.slice('INFO '.length)) as { nonce: string };
      const sig = Buffer.from(key.sign(new TextEncoder().encode(nonce))).toString('base64url');
      const options = {
        verbose: false,
        nkey: key.getPublicKey(),
        sig,
        lang: 'test',
        version: '1',
        protocol: 1,
      };
      socket.write(`CONNECT ${JSON.stringify(options)}\r\nPING\r\n`);
      const reply = `${inboxPrefix(id, credentials.inboxSecret)}.raw`;
      for (let n = 0; n < times; n += 1) {
        socket.write(`PUB ${commandSubject(id)} ${reply} ${bytes}\r\n`);
        socket.write(body);
        socket.write('\r\n');
      }
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) reject(error);
    });
    socket.on('close', () => resolve());
  });

describe('a department that sends more than the front door takes', () => {
  it('learns the limit when it connects, and its client sends nothing that is larger', async () => {
    expect(bureau.nc.info?.max_payload).toBe(LARGEST_BODY);
    expect(() => bureau.nc.publish(commandSubject(BUREAU), Buffer.alloc(LARGEST_BODY + 1))).toThrow();
    expect(await clueOf(bureau)).toMatchObject({ ok: true });
  });

  it('and keeps to no limit, is cut off, and the others are answered', async () => {
    const flood = publishRaw(bureau, MIB, 600);
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await clueOf(police), await clueOf(health));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    await flood;
    expect(await clueOf(bureau)).toMatchObject({ ok: true });
  });
});

describe('a department that sends as much as it may, six hundred times at once', () => {
  it('is answered every time, with a time to come again where it was too much; the others notice nothing', async () => {
    const whole = Buffer.alloc(LARGEST_BODY, 0x20);
    const flood = Array.from({ length: 600 }, () =>
      bureau.nc.request(commandSubject(BUREAU), whole, { timeout: 110_000 }),
    );
    const answers: Answer[] = [];
    for (let n = 0; n < 5; n += 1) answers.push(await clueOf(police), await clueOf(health));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const codes = Map.groupBy(
      (await Promise.all(flood)).map((message) => message.json<Answer>()),
      (answer) => (answer.ok ? 'ok' : answer.code),
    );
    expect([...codes.keys()].sort()).toEqual(['NOT_JSON', 'TOO_MANY_REQUESTS']);
    expect(codes.get('TOO_MANY_REQUESTS')?.[0]).toEqual({
      ok: false,
      code: 'TOO_MANY_REQUESTS',
      message: { zh: expect.any(String), en: expect.any(String) },
      retryable: true,
      details: [expect.stringMatching(/^retry-after: \d+$/)],
    });
    // It is over when it is over: the next is taken, after the seconds that were named.
    await eventually(async () => (await clueOf(bureau)).ok);
  });

  it('over HTTP likewise', async () => {
    const tokens = await Promise.all(
      [health.id, POLICE].map(async (id) => (await test.platform.operator.issueToken(id, 'o-1')).token),
    );
    const post = (token: string | undefined, body: Buffer | string) =>
      fetch(`${test.platform.httpUrl}/v1/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
      });
    const clue = (n: number): string =>
      JSON.stringify({
        commandId: `clue-${n}`,
        command: 'send-clue',
        body: { to: [BUREAU], fields: { topic: 'fraud' } },
        party: { summary: '内容' },
      });
    const flood = Array.from({ length: 600 }, () => post(tokens[0], Buffer.alloc(LARGEST_BODY, 0x20)));
    for (let n = 0; n < 5; n += 1) expect((await post(tokens[1], clue(n))).status).toBe(200);
    const answers = await Promise.all(flood);
    const refused = answers.filter(({ status }) => status === 429);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400, 429]));
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused[0]?.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryable: true });
  });
});
