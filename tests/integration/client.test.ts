// A department's client against the real bus: receipts and refusals, checked notices, and an outbox that loses nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { jetstream } from '@nats-io/jetstream';
import { createUser } from '@nats-io/nkeys';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Receipt } from '../../schemas/entry.ts';
import { instantFromMillis } from '../../schemas/instant.ts';
import { caseSubject, INBOX_CONSUMER, inboxStream, noticeSubject } from '../../schemas/subjects.ts';
import { readLedger, readSubject } from '../../services/bus/ledger/read.ts';
import { acknowledgedOnDisk } from '../../services/client/acknowledged.ts';
import { ClientError, UnknownOutcome } from '../../services/client/client-error.ts';
import { readCredentials } from '../../services/client/credentials.ts';
import {
  type ConnectOptions,
  connectDepartment,
  type DepartmentClient,
} from '../../services/client/department-client.ts';
import type { ReceivedNotice } from '../../services/client/notices.ts';
import { credentialsFile } from '../../services/host/platform/provisioning.ts';
import { parseRecord } from '../../services/proof/record.ts';
import { eventually } from '../support/eventually.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';

const BUREAU = '653023/medical-insurance';
const POLICE = '653023/public-security';
/** Nobody listens here. */
const NOWHERE = 'nats://127.0.0.1:9';
const WRITER = fileURLToPath(new URL('../support/outbox-writer.ts', import.meta.url));

let test: TestBus;
let folders = 0;
const opened: DepartmentClient[] = [];
const fresh = (): string => {
  folders += 1;
  return join(test.folder, `client-${folders}`);
};
const credentialsOf = (department: string) => readCredentials(credentialsFile(test.keys.dir, department));
const open = async (department: string, more: Partial<ConnectOptions> = {}): Promise<DepartmentClient> => {
  const client = await connectDepartment({ credentials: await credentialsOf(department), ...more });
  opened.push(client);
  return client;
};
const clue = { topic: 'fraud', to: [POLICE] };
const by = { officer: 'o-1', party: { summary: '疑似虚假住院' } };
const take = async (client: DepartmentClient, count: number): Promise<ReceivedNotice[]> => {
  const found: ReceivedNotice[] = [];
  const stop = new AbortController();
  for await (const notice of client.notices({ signal: stop.signal })) {
    found.push(notice);
    if (found.length === count) break;
  }
  return found;
};
const takeAll = async (client: DepartmentClient): Promise<ReceivedNotice[]> => {
  const found: ReceivedNotice[] = [];
  for await (const notice of client.notices({ untilEmpty: true })) found.push(notice);
  return found;
};
/** Command ids of a department's entries, in the order of the ledger. */
const commandIds = async (prefix: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { data } of readLedger(test.bus.connections.registrar, { subject: 'ledger.case.>' })) {
    const { commandId } = parseRecord(data).body.command as CaseCommand;
    if (commandId.startsWith(prefix)) ids.push(commandId);
  }
  return ids;
};

beforeAll(async () => {
  test = await startTestBus();
  await test.department(BUREAU);
  await test.department(POLICE);
});
afterAll(async () => {
  await Promise.all(opened.map((client) => client.close()));
  await test?.stop();
});

describe('a command', () => {
  it('is answered with a receipt, and the same again with the same receipt', async () => {
    const client = await open(BUREAU);
    const signed = client.sign(
      { command: 'send-clue', body: { fields: { topic: 'fraud' }, to: [POLICE] } },
      by,
    );
    const first = (await client.resend(signed)) as Receipt;
    expect(first).toMatchObject({ ok: true, repeated: false, events: expect.arrayContaining(['clue-sent']) });
    expect(await client.resend(signed)).toEqual({ ...first, repeated: true });
  });

  it('asked for again in the same words is the same command, without anything kept', async () => {
    const occurredAt = instantFromMillis(Date.now() - 60_000);
    const asked = { ...clue, commandId: 'same-words', occurredAt };
    const first = await (await open(BUREAU)).publishClue(asked, by);
    const again = await (await open(BUREAU)).publishClue(asked, by);
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('that the rules forbid is refused with a code, as a value', async () => {
    const client = await open(BUREAU);
    expect(await client.publishClue(clue, { officer: 'nobody' })).toMatchObject({
      ok: false,
      code: 'UNKNOWN_OFFICER',
      retryable: false,
    });
  });

  it('that is none is not even sent', async () => {
    const client = await open(BUREAU);
    await expect(client.submit({ command: 'Not A Command' }, by)).rejects.toMatchObject({
      code: 'COMMAND_INVALID',
    });
    await expect(client.submit({ command: 'acknowledge' }, { officer: '张三' })).rejects.toBeInstanceOf(
      ClientError,
    );
  });

  it('whose answer does not come in time has an unknown outcome, and is sent again to learn it', async () => {
    // Less than a signature, a sync of the disk and a way there and back take together.
    const hasty = await open(BUREAU, { answerWithin: 1, attempts: 1 });
    const asked = {
      command: 'send-clue',
      body: { fields: { topic: 'fraud' }, to: [POLICE] },
      commandId: 'hasty-1',
    };
    const failure = await hasty.submit(asked, by).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnknownOutcome);
    const patient = await open(BUREAU);
    expect(await patient.resend((failure as UnknownOutcome).signed)).toMatchObject({ ok: true });
    expect(await commandIds('hasty-')).toEqual(['hasty-1']);
  });
});

describe('a client that cannot get in', () => {
  it('says that the bus cannot be reached', async () => {
    await expect(open(BUREAU, { url: NOWHERE, connectWithin: 300 })).rejects.toMatchObject({
      code: 'BUS_UNREACHABLE',
      message: expect.stringContaining('无法连接总线'),
    });
  });

  it('says that its key is not let in', async () => {
    const credentials = await credentialsOf(BUREAU);
    const connectSeed = new TextDecoder().decode(createUser().getSeed());
    await expect(
      connectDepartment({ credentials: { ...credentials, connectSeed }, connectWithin: 1_500 }),
    ).rejects.toMatchObject({ code: 'NOT_LET_IN' });
  });

  it('does not read credentials that others can read', async () => {
    const file = credentialsFile(test.keys.dir, BUREAU);
    await chmod(file, 0o644);
    await expect(readCredentials(file)).rejects.toMatchObject({ code: 'CREDENTIALS_UNSAFE' });
    await chmod(file, 0o600);
  });
});

describe('notices', () => {
  it('come checked, with the values the department may see, until they are acknowledged', async () => {
    const sender = await open(BUREAU);
    const folder = fresh();
    const first = await open(POLICE, { folder });
    for (const notice of await takeAll(first)) await notice.ack();
    const receipt = (await sender.publishClue({ ...clue, commandId: 'told-1' }, by)) as Receipt;
    const [notice] = await take(first, 1);
    expect(notice).toMatchObject({
      id: `${receipt.case}/1/${POLICE}`,
      data: {
        ledgerSequence: receipt.ledgerSequence,
        disclosures: [{ path: '/summary', value: '疑似虚假住院' }],
      },
    });
    // Taken in hand but not acknowledged: it comes again after a restart.
    notice?.later();
    await first.close();
    const second = await open(POLICE, { folder });
    const [again] = await take(second, 1);
    expect(again?.id).toBe(notice?.id);
    await again?.ack();
    await second.close();
    expect(await takeAll(await open(POLICE, { folder }))).toEqual([]);
  });

  it('are not handed out again when only the server missed the acknowledgement', async () => {
    const sender = await open(BUREAU);
    const folder = fresh();
    await sender.publishClue({ ...clue, commandId: 'missed-1' }, by);
    const first = await open(POLICE, { folder });
    const [notice] = await take(first, 1);
    notice?.later();
    // As after a crash between our disk and the server: our side knows, the server does not.
    await first.close();
    const cursor = await acknowledgedOnDisk(folder);
    await cursor.add(notice?.id ?? '');
    await cursor.close();
    const second = await open(POLICE, { folder });
    expect(await takeAll(second)).toEqual([]);
    await second.close();
    // And the server was told: a client that remembers nothing gets nothing either.
    expect(await takeAll(await open(POLICE))).toEqual([]);
  });

  it('come all and end where the inbox does, also when the bus was not heard for a while', async () => {
    const sender = await open(BUREAU);
    const folder = fresh();
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const receipt = (await sender.publishClue({ ...clue, commandId: `silent-${n}` }, by)) as Receipt;
      ids.push(`${receipt.case}/1/${POLICE}`);
    }
    // All three lie there before the bus falls silent.
    await eventually(async () => (await test.bus.inboxes.pending()) === 0);
    const client = await open(POLICE, { folder });
    const watching = await jetstream(test.bus.connections.relay).consumers.get(
      inboxStream(BUREAU),
      INBOX_CONSUMER,
    );
    const found: ReceivedNotice[] = [];
    try {
      const all = (async () => {
        for await (const notice of client.notices({ untilEmpty: true })) {
          // The request is open and is not heard from again.
          if (found.length === 0) process.kill(test.nats.pid, 'SIGSTOP');
          found.push(notice);
        }
      })();
      const silence = async () => {
        for await (const _ of await watching.fetch({ expires: 1_000 }));
      };
      await vi.waitUntil(() => found.length > 0);
      for (const _ of ['one for the first request', 'one more, to be sure']) {
        await expect(silence()).rejects.toThrow('heartbeats missed');
      }
      process.kill(test.nats.pid, 'SIGCONT');
      await all;
    } finally {
      process.kill(test.nats.pid, 'SIGCONT');
    }
    expect(found.map(({ id }) => id)).toEqual(ids);
    for (const notice of found) await notice.ack();
  });

  it('that are not what the ledger recorded are kept aside and never handed out', async () => {
    const sender = await open(BUREAU);
    const folder = fresh();
    const receipt = (await sender.publishClue({ ...clue, commandId: 'forged-1' }, by)) as Receipt;
    const client = await open(POLICE, { folder });
    const [genuine] = await take(client, 1);
    await genuine?.ack();
    const { ack: _, later: __, ...plain } = genuine as ReceivedNotice;
    const head = { ...plain.data.head, decider: 2 };
    const forged = { ...plain, data: { ...plain.data, head, disclosures: null } };
    const relay = jetstream(test.bus.connections.relay);
    await relay.publish(noticeSubject(POLICE, 'clue-notice', 'clue-sent', '653023'), JSON.stringify(forged));
    await relay.publish(noticeSubject(POLICE, 'clue-notice', 'clue-sent', '653023'), 'not JSON');
    expect(await takeAll(client)).toEqual([]);
    const kept = await readdir(join(folder, 'untrusted'));
    expect(kept).toHaveLength(2);
    const faults = await Promise.all(
      kept.map(async (f) => JSON.parse(await readFile(join(folder, 'untrusted', f), 'utf8')).faults),
    );
    expect(faults.flat().join()).toContain('signature: does not fit');
    expect((await readSubject(test.bus.connections.registrar, caseSubject(receipt.case))).length).toBe(1);
  });
});

describe('the outbox', () => {
  it('loses nothing when the bus is away and the process is killed at any instant', async () => {
    const folder = fresh();
    const file = credentialsFile(test.keys.dir, BUREAU);
    const promised: string[] = [];
    for (const killAfter of [7, 23]) {
      const from = String(promised.length * 100);
      const child = spawn(process.execPath, [WRITER, file, folder, NOWHERE, POLICE, from], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      const already = promised.length;
      // What it says until it is gone is promised too, however late the signal reaches it.
      for await (const id of createInterface({ input: child.stdout })) {
        promised.push(id);
        if (promised.length === already + killAfter) child.kill('SIGKILL');
      }
      await ended;
    }
    const client = await open(BUREAU, { folder });
    const waiting = (await client.outbox().waiting()).map((item) => item.signed.command.commandId);
    await client.outbox().idle();
    const taken = await commandIds('queued-');
    // The last one may have reached the disk before it could be said; nothing that was said is missing.
    expect(taken).toEqual([...new Set(taken)]);
    expect(taken).toEqual(expect.arrayContaining(promised));
    expect(taken.length - promised.length).toBeLessThanOrEqual(2);
    expect(taken).toEqual([...taken].sort());
    expect(waiting).toEqual(taken);
    for (const id of promised) expect(await client.outbox().answerTo(id)).toMatchObject({ ok: true });
  });

  it('goes on over a restart of the bus, in order, each command once', async () => {
    const client = await open(BUREAU, { folder: fresh() });
    const ids = Array.from({ length: 30 }, (_, n) => `over-${String(n).padStart(2, '0')}`);
    const put = (id: string) =>
      client
        .outbox()
        .put(
          client.sign(
            { commandId: id, command: 'send-clue', body: { fields: { topic: 'fraud' }, to: [POLICE] } },
            by,
          ),
        );
    for (const id of ids.slice(0, 10)) await put(id);
    const restarted = test.restart();
    for (const id of ids.slice(10, 20)) await put(id);
    await restarted;
    for (const id of ids.slice(20)) await put(id);
    await client.outbox().idle();
    expect(await commandIds('over-')).toEqual(ids);
    expect(await client.outbox().settled('refused')).toEqual([]);
  });

  it('puts aside what is refused, with its code, and sends the rest', async () => {
    const folder = fresh();
    const client = await open(BUREAU, { folder });
    const wrong = client.sign(
      { commandId: 'wrong-1', command: 'hand-over', case: '653023-aaaaaaaaaaaaaaaa' },
      by,
    );
    await client.outbox().put(wrong);
    await client
      .outbox()
      .put(
        client.sign(
          { commandId: 'right-1', command: 'send-clue', body: { fields: { topic: 'fraud' }, to: [POLICE] } },
          by,
        ),
      );
    await client.outbox().idle();
    expect(await readdir(join(folder, 'outbox', 'refused'))).toEqual([expect.stringContaining('wrong-1')]);
    expect(await client.outbox().answerTo('wrong-1')).toMatchObject({ ok: false, code: 'CASE_NOT_FOUND' });
    expect(await client.outbox().answerTo('right-1')).toMatchObject({ ok: true });
  });

  it('is there only for a client with a folder', async () => {
    const client = await open(BUREAU);
    expect(() => client.outbox()).toThrow(ClientError);
  });
});
